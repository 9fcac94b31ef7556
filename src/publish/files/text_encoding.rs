//! A text in the bytes of its file: what readers pass over or read as something else (a mark at the start, UTF-16, line ends of old
//! Macs) stays where the text stays.

use similar::{ChangeTag, TextDiff};

/// The byte order mark.
pub(super) const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// The bytes that say `text` in a file whose bytes say `read` now; none if they do not.
pub(super) fn encode_like(now: &[u8], read: &str, text: &str) -> Option<Vec<u8>> {
    for order in [u16::to_le_bytes, u16::to_be_bytes] as [fn(u16) -> [u8; 2]; 2] {
        let wide = |text: &str| {
            format!("{BYTE_ORDER_MARK}{text}")
                .encode_utf16()
                .flat_map(order)
                .collect::<Vec<u8>>()
        };
        if now == wide(read) {
            return Some(wide(text));
        }
    }
    let now = std::str::from_utf8(now).ok()?;
    let (mark, now) = now
        .strip_prefix(BYTE_ORDER_MARK)
        .map_or(("", now), |now| (BYTE_ORDER_MARK, now));
    decodes_to(now, read)
        .then(|| format!("{mark}{}", with_line_endings(now, read, text)).into_bytes())
}

/// Does a text say what was read? A line end of old Macs is read as one of ours.
fn decodes_to(now: &str, read: &str) -> bool {
    let is_same = |(now, read): (u8, u8)| now == read || (now, read) == (b'\r', b'\n');
    now.len() == read.len() && now.bytes().zip(read.bytes()).all(is_same)
}

/// The new text with the line ends that its lines had; new lines get those of old Macs where the file has no others.
fn with_line_endings(now: &str, read: &str, text: &str) -> String {
    if now == read {
        return text.to_owned();
    }
    let has_others = now.contains('\n');
    let (mut done, mut at) = (String::with_capacity(text.len()), 0);
    for change in TextDiff::from_lines(read, text).iter_all_changes() {
        let line = change.value();
        let end = at + line.len();
        match change.tag() {
            ChangeTag::Equal => done.push_str(&now[at..end]),
            ChangeTag::Delete => {}
            ChangeTag::Insert if has_others => done.push_str(line),
            ChangeTag::Insert => done.push_str(&line.replace('\n', "\r")),
        }
        at = if change.tag() == ChangeTag::Insert {
            at
        } else {
            end
        };
    }
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_keeps_the_bytes_of_its_file() {
        let wide = |text: &str| {
            text.encode_utf16()
                .flat_map(u16::to_be_bytes)
                .collect::<Vec<u8>>()
        };
        let plain = |text: &str| text.as_bytes().to_vec();
        let (read, text) = ("satu\ndua\ntiga\n", "satu\nlain\nbaru\ntiga\n");
        for (now, then) in [
            (plain(read), plain(text)),
            (
                plain("\u{FEFF}satu\ndua\ntiga\n"),
                plain("\u{FEFF}satu\nlain\nbaru\ntiga\n"),
            ),
            (
                wide("\u{FEFF}satu\ndua\ntiga\n"),
                wide("\u{FEFF}satu\nlain\nbaru\ntiga\n"),
            ),
            (
                plain("satu\rdua\rtiga\r"),
                plain("satu\rlain\rbaru\rtiga\r"),
            ),
            (
                plain("satu\rdua\ntiga\r"),
                plain("satu\rlain\nbaru\ntiga\r"),
            ),
        ] {
            assert_eq!(encode_like(&now, read, text), Some(then));
        }
        for other in [
            plain("satu\n"),
            plain("satu\ndua\ntigA\n"),
            vec![0xFF],
            wide(read),
        ] {
            assert_eq!(encode_like(&other, read, text), None);
        }
    }
}
