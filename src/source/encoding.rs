//! Decodes a file: UTF-8, or UTF-16 with a byte order mark, as old Notepad writes it. Nothing here
//! encodes: forms and commands write UTF-8 only.

use crate::diag::{Code, UnspannedDiagnostic};
use std::ops::Range;

/// The largest file that is read, in bytes.
pub(super) const MAX_FILE_SIZE: u64 = 1_000_000;

/// A decoded file; with a diagnostic, the text has a replacement character at its place, or is
/// empty.
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) diagnostic: Option<(UnspannedDiagnostic, Range<usize>)>,
}

/// Whether text is read from these bytes that they are not: from UTF-16, or from line ends of old
/// Macs (CR without LF). Such a file cannot be changed line by line.
pub(super) fn is_reencoded(bytes: &[u8]) -> bool {
    let is_utf16 = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    let is_lone_cr = |(at, byte): (usize, &u8)| *byte == b'\r' && bytes.get(at + 1) != Some(&b'\n');
    // Hardly any file has a CR, and `contains` is much faster than a look at each byte.
    is_utf16 || (bytes.contains(&b'\r') && bytes.iter().enumerate().any(is_lone_cr))
}

/// Decodes a file's bytes.
pub(crate) fn decode_bytes(bytes: Vec<u8>) -> Decoded {
    let utf16 = match bytes.get(..2) {
        Some([0xFF, 0xFE]) => decode_utf16(&bytes[2..], u16::from_le_bytes),
        Some([0xFE, 0xFF]) => decode_utf16(&bytes[2..], u16::from_be_bytes),
        // One message for the file, rather than one for each of its zeros.
        _ if looks_like_utf16(&bytes) => None,
        _ => return decode_utf8(bytes),
    };
    let diagnostic = UnspannedDiagnostic::new(Code::NotUtf8).arg("found", "UTF-16");
    Decoded {
        diagnostic: utf16.is_none().then_some((diagnostic, 0..0)),
        text: utf16.unwrap_or_default(),
    }
}

fn decode_utf8(bytes: Vec<u8>) -> Decoded {
    match String::from_utf8(bytes) {
        Ok(text) => Decoded {
            text: normalize_bom_and_newlines(text),
            diagnostic: None,
        },
        Err(broken) => {
            // Up to the first wrong byte the text is as it was, so its offset is true in the text
            // too.
            let at = broken.utf8_error().valid_up_to();
            let byte = broken.as_bytes().get(at).copied().unwrap_or_default();
            let diagnostic =
                UnspannedDiagnostic::new(Code::NotUtf8).arg("found", format!("0x{byte:02X}"));
            let replacement = at..at + char::REPLACEMENT_CHARACTER.len_utf8();
            Decoded {
                text: String::from_utf8_lossy(broken.as_bytes()).into_owned(),
                diagnostic: Some((diagnostic, replacement)),
            }
        }
    }
}

fn decode_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, []) = bytes.as_chunks::<2>() else {
        return None;
    };
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    String::from_utf16(&units).ok()
}

/// Whether bytes look like UTF-16 without a byte order mark: every other byte of the start is zero.
fn looks_like_utf16(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(64)];
    let zeros = |from: usize| {
        start
            .iter()
            .skip(from)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    even.abs_diff(odd) > start.len() / 4 && even.min(odd) == 0
}

/// Removes the byte order mark and turns lone carriage returns into line feeds, which moves no
/// byte.
fn normalize_bom_and_newlines(text: String) -> String {
    let text = text
        .strip_prefix('\u{FEFF}')
        .map(str::to_owned)
        .unwrap_or(text);
    // Nearly every file is as it should be, and is not copied.
    if !text.contains('\r') || text.matches('\r').count() == text.matches("\r\n").count() {
        return text;
    }
    let mut rest = text.chars().peekable();
    let mut out = String::with_capacity(text.len());
    while let Some(c) = rest.next() {
        out.push(if c == '\r' && rest.peek() != Some(&'\n') {
            '\n'
        } else {
            c
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_of_what_cannot_be_decoded_is_the_character_in_its_stead() {
        for (bytes, shown) in [
            (&b"sebelum \xE9 sesudah"[..], "\u{FFFD}"),
            (b"\xE2\x82", "\u{FFFD}"),
            (b"a\0b\0c\0", ""),
        ] {
            let Decoded { text, diagnostic } = decode_bytes(bytes.to_vec());
            assert_eq!(diagnostic.and_then(|(_, at)| text.get(at)), Some(shown));
        }
    }
}
