//! From a file's bytes to text: UTF-8, or UTF-16 that says so, as old Notepad writes it.

use crate::diag::{Code, UnspannedDiagnostic};
use std::ops::Range;

/// The largest file that is read, in bytes.
pub(super) const MAX_FILE_SIZE: u64 = 1_000_000;

/// What came of a file's bytes; where it stops making sense stands the character that is shown instead, or nothing at all.
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) diagnostic: Option<(UnspannedDiagnostic, Range<usize>)>,
}

/// Whether text is read from these bytes that they are not: from UTF-16, or from line ends of old Macs (CR without LF). Such a
/// file cannot be changed line by line.
pub(super) fn is_reencoded(bytes: &[u8]) -> bool {
    let is_utf16 = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    let is_lone_cr = |(at, byte): (usize, &u8)| *byte == b'\r' && bytes.get(at + 1) != Some(&b'\n');
    // Hardly any file has a CR, and `contains` is much faster than a look at each byte.
    is_utf16 || (bytes.contains(&b'\r') && bytes.iter().enumerate().any(is_lone_cr))
}

/// Decodes; what cannot be decoded is named with its place.
pub(crate) fn decode_bytes(bytes: Vec<u8>) -> Decoded {
    let text = |pairs: &[u8], big: bool| -> Option<String> {
        let unit = |p: [u8; 2]| {
            if big {
                u16::from_be_bytes(p)
            } else {
                u16::from_le_bytes(p)
            }
        };
        let units: Vec<u16> = pairs.chunks_exact(2).map(|p| unit([p[0], p[1]])).collect();
        // Half a letter at the end is no letter.
        String::from_utf16(&units)
            .ok()
            .filter(|_| pairs.len().is_multiple_of(2))
    };
    let wide = match bytes.get(..2) {
        Some([0xFF, 0xFE]) => Some(text(&bytes[2..], false)),
        Some([0xFE, 0xFF]) => Some(text(&bytes[2..], true)),
        _ => None,
    };
    match wide {
        Some(Some(text)) => {
            return Decoded {
                text,
                diagnostic: None,
            };
        }
        Some(None) => {
            let fault = UnspannedDiagnostic::new(Code::NotUtf8).arg("found", "UTF-16");
            return Decoded {
                text: String::new(),
                diagnostic: Some((fault, 0..0)),
            };
        }
        None => {}
    }
    if looks_like_utf16(&bytes) {
        let fault = UnspannedDiagnostic::new(Code::NotUtf8).arg("found", "UTF-16");
        return Decoded {
            text: String::new(),
            diagnostic: Some((fault, 0..0)),
        };
    }
    match String::from_utf8(bytes) {
        Ok(text) => Decoded {
            text: normalize_bom_and_newlines(text),
            diagnostic: None,
        },
        Err(broken) => {
            let at = broken.utf8_error().valid_up_to();
            let byte = broken.as_bytes().get(at).copied().unwrap_or_default();
            let text = String::from_utf8_lossy(broken.as_bytes()).into_owned();
            let fault =
                UnspannedDiagnostic::new(Code::NotUtf8).arg("found", format!("0x{byte:02X}"));
            Decoded {
                text,
                diagnostic: Some((fault, at..at + char::REPLACEMENT_CHARACTER.len_utf8())),
            }
        }
    }
}

/// Is it UTF-16 that does not say so? Then every other byte of its start is zero.
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

/// Without a mark at its start; a line end of old Macs becomes one of ours, which moves no byte.
fn normalize_bom_and_newlines(text: String) -> String {
    let text = text
        .strip_prefix('\u{FEFF}')
        .map(str::to_owned)
        .unwrap_or(text);
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
            let Decoded {
                text,
                diagnostic: fault,
            } = decode_bytes(bytes.to_vec());
            assert_eq!(fault.and_then(|(_, at)| text.get(at)), Some(shown));
        }
    }
}
