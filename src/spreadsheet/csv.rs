//! Reads .csv files: with semicolons, as Excel writes them where the decimal sign is a comma
//! (Indonesia), or with commas or tabs.

use super::sheet::{Budget, ReadError, Result, Sheet, damaged};
use crate::source::encoding::decode_bytes;
use ::csv::ReaderBuilder;

pub(super) fn read_sheets(bytes: Vec<u8>, name: &str) -> Result<Vec<Sheet>> {
    let decoded = decode_bytes(bytes);
    if decoded.diagnostic.is_some() {
        return Err(ReadError::Encoding);
    }
    let (delimiter, text) = detect_delimiter(&decoded.text);
    let mut sheet = Sheet {
        name: name.to_owned(),
        ..Sheet::default()
    };
    let mut budget = Budget::new();
    // Rows of different lengths are usual: people leave out the empty cells at the end.
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    for (row, record) in (1..).zip(reader.records()) {
        for (column, text) in (0..).zip(&record.map_err(damaged)?) {
            budget.insert_cell(&mut sheet, row, column, text.to_owned().into())?;
        }
    }
    Ok(vec![sheet])
}

/// The delimiter, with the text to parse: what Excel's own first line says (`sep=;`), or what is
/// most frequent in the first line.
fn detect_delimiter(text: &str) -> (u8, &str) {
    if let Some([delimiter, ..]) = text.strip_prefix("sep=").map(str::as_bytes)
        && let Some(at) = text.find('\n')
    {
        return (*delimiter, &text[at + 1..]);
    }
    let (mut is_quoted, mut counts) = (false, [(b';', 0), (b',', 0), (b'\t', 0)]);
    for byte in text.bytes().take_while(|byte| *byte != b'\n') {
        is_quoted ^= byte == b'"';
        for (delimiter, count) in &mut counts {
            if *delimiter == byte && !is_quoted {
                *count += 1;
            }
        }
    }
    // `max_by_key` gives the last of equals: reversed, so that a line without any of them has
    // semicolons.
    let most = counts.iter().rev().max_by_key(|(_, count)| *count);
    (most.map_or(b';', |(delimiter, _)| *delimiter), text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_whatever_stands_between_them() {
        for text in [
            "a;\"b;\n,c\";d\n1;;3\n",
            "sep=,\na,\"b;\n,c\",d\n1,,3\n",
            "\u{FEFF}a\t\"b;\n,c\"\td\n1\t\t3\n",
        ] {
            let sheets = read_sheets(text.as_bytes().to_vec(), "Aspirasi").unwrap_or_default();
            let cells = |row: u32| {
                sheets[0].rows[&row]
                    .values()
                    .map(|cell| cell.text.clone())
                    .collect::<Vec<_>>()
            };
            assert_eq!(
                (cells(1), cells(2)),
                (
                    vec!["a".into(), "b;\n,c".into(), "d".into()],
                    vec!["1".into(), "3".into()]
                )
            );
        }
        assert_eq!(
            read_sheets(vec![b'a', 0xE9, b';'], "x"),
            Err(ReadError::Encoding)
        );
    }
}
