//! The example files of the rules (`tests/examples`, `tests/faults`, `tests/catalogue/cases`), laid over a made-up site.

use super::write_file;
use jhur::diag::example::Example;
use std::path::Path;

/// Writes an example's bad files into a site.
pub fn write_bad_files(example: &Example, root: &Path) {
    for file in &example.bad {
        write_file(root, &file.path, &file.text);
    }
    for file in &example.bad_bytes {
        write_file(root, &file.path, decode_hex(&file.text));
    }
}

/// The bytes of a section `bad-hex`: quoted text, and hexadecimal numbers between.
fn decode_hex(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (n, piece) in text.split('"').enumerate() {
        // What is within quotes is every second piece.
        if n % 2 == 1 {
            bytes.extend(piece.bytes());
            continue;
        }
        for hex in piece.split_whitespace() {
            bytes.push(u8::from_str_radix(hex, 16).unwrap());
        }
    }
    bytes
}

/// Messages as example files have them: no spaces at the ends of lines, and of a line that is as long as the faulty text that it
/// shows only the start.
pub fn normalize_output(messages: &str) -> String {
    let lines: Vec<String> = messages.lines().map(shorten).collect();
    format!("{}\n", lines.join("\n").trim_end())
}

fn shorten(line: &str) -> String {
    let line = line.trim_end();
    if line.chars().count() > 400 {
        format!("{}…", line.chars().take(200).collect::<String>())
    } else {
        line.to_owned()
    }
}

/// The text of an example file with another expected output.
pub fn with_output(text: &str, output: &str) -> String {
    let head = text.split("\n~~~ says\n").next().unwrap_or_default();
    format!("{}\n~~~ says\n{output}", head.trim_end())
}
