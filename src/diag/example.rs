//! Examples of rules, as `jhur explain` shows them and as the tests run them: a record that breaks
//! the rule, and one that keeps it.
//!
//! An example is a text: lines that start with `# `, then sections, each headed by `~~~ ` and its
//! kind. Files are laid over the small made-up site in `tests/examples/base`.
//!
//! ```text
//! # What this shows.
//! # also: J202
//! ~~~ bad content/stops/002-contoh.yaml
//! (the file)
//! ~~~ good content/stops/002-contoh.yaml
//! (the file)
//! ~~~ says
//! (what the program says of the bad file)
//! ```
//!
//! `also:` names other rules that the bad file cannot help breaking. Where a file needs bytes that
//! a text cannot show, its section is `bad-hex`, with the bytes in hexadecimal or, between quotes,
//! as text.

use super::SourceFile;

/// An example of one rule.
#[derive(Debug, Default)]
pub struct Example {
    /// The code: `J301`.
    pub code: String,
    /// What it shows, in a sentence or two; may be empty.
    pub summary: String,
    /// Other codes that the bad files break.
    pub other_codes: Vec<String>,
    /// Files that break the rule.
    pub bad: Vec<SourceFile>,
    /// Files that break it, as hexadecimal text.
    pub bad_bytes: Vec<SourceFile>,
    /// The same files as they should be.
    pub good: Vec<SourceFile>,
    /// What the program says of the bad files, in Indonesian; may be empty.
    pub expected_output: String,
}

impl Example {
    /// Parses an example; the name of its file begins with the code, up to the first hyphen.
    pub fn parse(name: &str, text: &str) -> Self {
        let code = name.split(['-', '.']).next().unwrap_or_default().to_owned();
        // With a line end in front, a section is found on the first line, too.
        let text = format!("\n{}", text.replace("\r\n", "\n"));
        let mut sections = text.split("\n~~~ ");
        let mut example = Self {
            code,
            ..Self::default()
        };
        for line in sections.next().unwrap_or_default().lines() {
            example.parse_header_line(line);
        }
        for section in sections {
            example.push_section(section);
        }
        example
    }

    fn parse_header_line(&mut self, line: &str) {
        let line = line.trim_start_matches('#').trim();
        if let Some(codes) = line.strip_prefix("also:") {
            for code in codes.split_whitespace() {
                self.other_codes.push(code.trim_end_matches(',').to_owned());
            }
        } else if !line.is_empty() {
            if !self.summary.is_empty() {
                self.summary.push('\n');
            }
            self.summary.push_str(line);
        }
    }

    fn push_section(&mut self, section: &str) {
        let (head, body) = section.split_once('\n').unwrap_or((section, ""));
        let (kind, path) = head.split_once(' ').unwrap_or((head, ""));
        let text = if body.is_empty() {
            String::new()
        } else {
            format!("{}\n", body.trim_end_matches('\n'))
        };
        let file = SourceFile {
            path: path.trim().to_owned(),
            text,
        };
        match kind.trim() {
            "bad" => self.bad.push(file),
            "bad-hex" => self.bad_bytes.push(file),
            "good" => self.good.push(file),
            _ => self.expected_output = file.text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_example_is_read() {
        let text = "# Dua.\n# also: J202, J203\n~~~ bad a.yaml\nx: 1\n~~~ good a.yaml\nx: 2\n\
                    ~~~ says\nsalah\n";
        let example = Example::parse("J301-dua.txt", text);
        assert_eq!(
            (example.code.as_str(), example.summary.as_str()),
            ("J301", "Dua.")
        );
        assert_eq!(example.other_codes, ["J202", "J203"]);
        assert_eq!(
            (example.bad[0].path.as_str(), example.bad[0].text.as_str()),
            ("a.yaml", "x: 1\n")
        );
        assert_eq!(
            (
                example.good[0].text.as_str(),
                example.expected_output.as_str()
            ),
            ("x: 2\n", "salah\n")
        );
    }
}
