//! From a file's bytes to text: UTF-8, or UTF-16 that says so, as old Notepad writes it.

use crate::diag::{Code, Unplaced};

/// The largest file that is read, in bytes.
pub(super) const LARGEST: u64 = 1_000_000;

/// What came of a file's bytes; `at` is the byte of the text at which it stops making sense.
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) fault: Option<(Unplaced, usize)>,
}

/// Decodes; what cannot be decoded is named with its place.
pub(super) fn decode(bytes: Vec<u8>) -> Decoded {
    let units = |pairs: &[u8], big: bool| -> Vec<u16> {
        let unit = |p: [u8; 2]| if big { u16::from_be_bytes(p) } else { u16::from_le_bytes(p) };
        pairs.chunks_exact(2).map(|p| unit([p[0], p[1]])).collect()
    };
    let wide = match bytes.get(..2) {
        Some([0xFF, 0xFE]) => Some(String::from_utf16(&units(&bytes[2..], false))),
        Some([0xFE, 0xFF]) => Some(String::from_utf16(&units(&bytes[2..], true))),
        _ => None,
    };
    match wide {
        Some(Ok(text)) => return Decoded { text, fault: None },
        Some(Err(_)) => {
            let fault = Unplaced::new(Code::NotUtf8).with("found", "UTF-16");
            return Decoded { text: String::new(), fault: Some((fault, 0)) };
        }
        None => {}
    }
    match String::from_utf8(bytes) {
        Ok(text) => Decoded { text: text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text), fault: None },
        Err(broken) => {
            let at = broken.utf8_error().valid_up_to();
            let byte = broken.as_bytes().get(at).copied().unwrap_or_default();
            let text = String::from_utf8_lossy(broken.as_bytes()).into_owned();
            let fault = Unplaced::new(Code::NotUtf8).with("found", format!("0x{byte:02X}"));
            Decoded { text, fault: Some((fault, at)) }
        }
    }
}
