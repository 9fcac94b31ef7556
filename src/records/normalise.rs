//! A text as a reader sees it, for rules that look for numbers and names and for words that were
//! redacted: without Markdown's marks and what takes no room, with digits of every script as 0 to
//! 9. Knows for each byte where it came from, so that messages quote what was written.

use crate::diag::is_invisible;
use html_escape::decode_html_entities;
use std::borrow::Cow;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization as _;

/// The longest entity that is decoded, in bytes: `&CounterClockwiseContourIntegral;`.
const MAX_ENTITY_BYTES: usize = 33;

/// Zeros of scripts whose digits NFKC leaves as they are; the nine other digits follow each.
const SCRIPT_ZEROS: [u32; 28] = [
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66,
    0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x17E0, 0x1810, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40,
    0xA8D0, 0xA9D0, 0xAA50, 0xABF0,
];

/// A text in its normal form.
#[derive(Debug)]
pub struct Normalised<'t> {
    original: &'t str,
    text: Cow<'t, str>,
    /// For each byte of `text` the range of `original` that it stands for; empty if both are the
    /// same.
    origins: Vec<(usize, usize)>,
}

impl<'t> Normalised<'t> {
    /// Brings a text into its normal form. Of an address, only what is behind `?` or `#` is
    /// decoded.
    pub fn new(original: &'t str) -> Self {
        Self::with_writer(original, Writer::default())
    }

    /// As [`Normalised::new`], but every `%20` is decoded, also in the path of an address.
    pub fn decoding_paths(original: &'t str) -> Self {
        let writer = Writer {
            decodes_paths: true,
            ..Writer::default()
        };
        Self::with_writer(original, writer)
    }

    fn with_writer(original: &'t str, mut writer: Writer) -> Self {
        let is_plain = |b: &u8| b.is_ascii() && !b"&\\*~`%\n\t".contains(b);
        if original.as_bytes().iter().all(is_plain) {
            return Self {
                original,
                text: original.into(),
                origins: Vec::new(),
            };
        }
        writer.write_all(original);
        Self {
            original,
            text: writer.text.into(),
            origins: writer.origins,
        }
    }

    /// The normal form.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What was written where the normal form has `range`.
    pub fn quote(&self, range: &Range<usize>) -> &'t str {
        self.original.get(self.origin(range)).unwrap_or_default()
    }

    /// Where in the original text that is.
    pub fn origin(&self, range: &Range<usize>) -> Range<usize> {
        match (self.origins.get(range.start), range.end.checked_sub(1)) {
            (Some((start, _)), Some(last)) if last >= range.start => {
                *start..self.origins.get(last).map_or(*start, |(_, end)| *end)
            }
            _ => range.clone(),
        }
    }
}

/// Writes a normal form.
#[derive(Default)]
struct Writer {
    text: String,
    origins: Vec<(usize, usize)>,
    /// Whether a `?` or `#` was seen since the last space: only there an address's `%` is decoded,
    /// so that its path stays in one piece.
    is_after_path: bool,
    /// Whether `%` is decoded everywhere.
    decodes_paths: bool,
}

impl Writer {
    fn write_all(&mut self, original: &str) {
        let mut at = 0;
        while let Some(c) = original.get(at..).and_then(|rest| rest.chars().next()) {
            let rest = &original[at..];
            // Only a space that is written ends an address, not one that is encoded.
            match c {
                '?' | '#' => self.is_after_path = true,
                c if c.is_whitespace() => self.is_after_path = false,
                _ => {}
            }
            let length = match c {
                '&' => self.write_entity(rest, at),
                '%' if self.is_after_path || self.decodes_paths => self.write_percent(rest, at),
                // Marks are no part of what is read: 0812**3456**7890.
                '*' | '~' | '`' => Some(1),
                '\\' if rest[1..].starts_with(|c: char| c.is_ascii_punctuation()) => Some(1),
                _ => None,
            };
            let length = length.unwrap_or_else(|| {
                self.write_char(c, (at, at + c.len_utf8()));
                c.len_utf8()
            });
            at += length;
        }
    }

    /// Writes what an entity stands for; gives its length, if it is one.
    fn write_entity(&mut self, rest: &str, at: usize) -> Option<usize> {
        let end = rest
            .bytes()
            .take(MAX_ENTITY_BYTES)
            .position(|b| b == b';')?
            + 1;
        let entity = &rest[..end];
        let decoded = decode_html_entities(entity);
        if decoded == entity {
            return None;
        }
        for c in decoded.chars() {
            self.write_char(c, (at, at + end));
        }
        Some(end)
    }

    /// Writes the character that `%2B` or `%C3%AD` stands for; gives its length, if it is one that
    /// has a sign.
    fn write_percent(&mut self, rest: &str, at: usize) -> Option<usize> {
        let mut bytes = Vec::new();
        // No character has more than four bytes.
        for escape in rest.as_bytes().chunks(3).take(4) {
            let digits = std::str::from_utf8(escape.strip_prefix(b"%")?).ok()?;
            // `from_str_radix` would take a sign.
            if digits.len() != 2 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
                return None;
            }
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            let Some(c) = std::str::from_utf8(&bytes)
                .ok()
                .and_then(|s| s.chars().next())
            else {
                continue;
            };
            if c.is_control() {
                return None;
            }
            let length = 3 * bytes.len();
            self.write_char(c, (at, at + length));
            return Some(length);
        }
        None
    }

    fn write_char(&mut self, c: char, origin: (usize, usize)) {
        // Most letters are their own normal form, and need not be looked up.
        if matches!(c, ' '..='~') {
            self.push(c, origin);
            return;
        }
        if takes_no_room(c) {
            return;
        }
        if let Some(digit) = digit_of_script(c) {
            self.push(digit, origin);
            return;
        }
        for c in std::iter::once(c).nfkc() {
            let c = match c {
                '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
                '\u{00B7}' | '\u{2022}' | '\u{2219}' => '.',
                c if c.is_whitespace() => ' ',
                c => c,
            };
            self.push(c, origin);
        }
    }

    fn push(&mut self, c: char, origin: (usize, usize)) {
        self.text.push(c);
        self.origins.resize(self.text.len(), origin);
    }
}

/// Whether nobody sees it: what is invisible, joiners, and what only changes the sign before it
/// (as in the keycaps of emoji).
fn takes_no_room(c: char) -> bool {
    let is_blank = c == '\n' || c == '\t';
    let is_modifier = matches!(
        c,
        '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{20E3}'
    );
    !is_blank && (is_modifier || is_invisible(c))
}

/// The ASCII digit of a digit in another script.
fn digit_of_script(c: char) -> Option<char> {
    let code = u32::from(c);
    let zero = SCRIPT_ZEROS
        .iter()
        .find(|zero| (**zero..**zero + 10).contains(&code))?;
    char::from_digit(code - zero, 10)
}

#[cfg(test)]
mod tests {
    use super::Normalised;

    #[test]
    fn a_text_is_read_as_it_is_seen_and_quoted_as_it_was_written() {
        for (written, seen) in [
            ("a 0812", "a 0812"),
            ("０８１２", "0812"),
            ("٠٨١٢ ꧐꧘꧑꧒", "0812 0812"),
            ("&#48;&#x38;1&nbsp;2&period;", "081 2."),
            ("&bukan; a&b", "&bukan; a&b"),
            ("08**12**~~3~~`4`", "081234"),
            (r"08\-12\a", r"08-12\a"),
            ("08\u{200b}1\u{ad}2\u{a0}3–4", "0812 3-4"),
            ("0\u{fe0f}\u{20e3}8\u{fe0f}\u{20e3}", "08"),
            ("a%20?b=%2B62%208%20 50%20", "a%20?b=+62 8  50%20"),
        ] {
            let normalised = Normalised::new(written);
            assert_eq!(normalised.text(), seen);
            assert_eq!(
                normalised.quote(&(0..seen.len())),
                written.trim_end_matches(['~', '`', '*', '\u{20e3}', '\u{fe0f}']),
                "{written}"
            );
        }
        let text = Normalised::new("Ia: 08**12**34.");
        let at = text.text().find("081234").unwrap();
        assert_eq!(text.quote(&(at..at + 6)), "08**12**34");
    }
}
