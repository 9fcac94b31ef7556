//! Invisible characters: refused in records, and escaped wherever a message repeats what it found,
//! so that nothing in a file or on the command line can control the terminal.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Whether a character is a control character, changes the direction of writing, takes no room, or
/// is a blank letter. A zero-width joiner is none of these: Javanese script and emoji need it.
pub fn is_invisible(c: char) -> bool {
    // Marks, embeddings, overrides and isolates of the direction of writing.
    let is_direction = matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}')
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}');
    // Hyphens, joiners and separators without width, invisible operators, annotations, tags.
    let is_zero_width = matches!(c, '\u{00AD}' | '\u{034F}' | '\u{180E}' | '\u{200B}')
        || matches!(
            c,
            '\u{FEFF}' | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{2064}'
        )
        || matches!(c, '\u{FFF9}'..='\u{FFFB}' | '\u{FFFE}' | '\u{FFFF}')
        || matches!(c, '\u{E0000}'..='\u{E007F}');
    // The fillers of Hangul, and the Braille pattern without dots.
    let is_blank = matches!(
        c,
        '\u{115F}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{FFA0}'
    );
    let is_control = c.is_control() && c != '\n' && c != '\t';
    is_control || is_direction || is_zero_width || is_blank
}

/// A text with its invisible characters as numbers: `<U+001B>[31m`.
pub(super) fn escape_invisible(text: &str) -> Cow<'_, str> {
    escape_chars(text, is_invisible)
}

/// The same for what belongs into one line, such as a name: ends of lines are escaped, too, since
/// GitHub takes a line that starts with `::` for a command.
pub(super) fn escape_invisible_line(text: &str) -> Cow<'_, str> {
    escape_chars(text, |c| is_invisible(c) || c == '\n')
}

fn escape_chars(text: &str, is_escaped: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&is_escaped) {
        return text.into();
    }
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if is_escaped(c) {
            let _ = write!(escaped, "<U+{:04X}>", u32::from(c));
        } else {
            escaped.push(c);
        }
    }
    escaped.into()
}

#[cfg(test)]
mod tests {
    use super::{escape_invisible, escape_invisible_line};

    #[test]
    fn what_nobody_sees_has_a_number() {
        assert_eq!(
            escape_invisible("a\u{1b}[31m\u{202e}\nb\u{200d}"),
            "a<U+001B>[31m<U+202E>\nb\u{200d}"
        );
        assert_eq!(
            escape_invisible_line("a\n::error::b"),
            "a<U+000A>::error::b"
        );
    }
}
