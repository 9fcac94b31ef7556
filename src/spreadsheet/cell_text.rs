//! What a cell of an .xlsx file takes as text: how long it may be, and what it must not look like.
//! For whoever writes workbooks: `outputs::data` cuts what is too long; `editing::workbook` refuses
//! a record's text that is, since an import would take the cut text for the whole.

use std::borrow::Cow;

/// The most characters that a cell takes; spreadsheet programs count in UTF-16.
pub(crate) const MAX_CELL_LENGTH: usize = 32_767;

/// The length of a text as a spreadsheet program counts it.
pub(crate) fn utf16_length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Text that stays text: `rust_xlsxwriter` takes what is between `<r>` and `</r>` for XML of its
/// own, unless a space follows.
pub(crate) fn escape_rich_text(text: &str) -> Cow<'_, str> {
    if text.starts_with("<r>") && text.ends_with("</r>") {
        format!("{text} ").into()
    } else {
        text.into()
    }
}

/// Text of at most `limit` characters, counted in UTF-16; longer text is cut and ends in `mark`.
pub(crate) fn truncate_utf16(text: &str, limit: usize, mark: &str) -> String {
    if utf16_length(text) <= limit {
        return text.to_owned();
    }
    let mut room = limit.saturating_sub(utf16_length(mark));
    let mut start = String::new();
    for c in text.chars() {
        // A pair of surrogates is one letter and is never cut in two.
        if c.len_utf16() > room {
            break;
        }
        room -= c.len_utf16();
        start.push(c);
    }
    start + mark
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_and_say_so() {
        let mark = " […]";
        let truncate = |text: &str| truncate_utf16(text, MAX_CELL_LENGTH, mark);
        assert_eq!(truncate("a"), "a");
        let long = truncate(&"é".repeat(MAX_CELL_LENGTH + 1));
        assert_eq!(utf16_length(&long), MAX_CELL_LENGTH);
        assert!(long.ends_with(mark));
        let exact = "a".repeat(MAX_CELL_LENGTH);
        assert_eq!(truncate(&exact), exact);
    }
}
