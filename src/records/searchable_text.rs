//! A text as redacted phrases are looked for in it: only its letters and digits, in lower case and
//! without diacritics, joined to one string; with the boundaries at which a phrase may begin and
//! end. So a phrase is found however it is spaced, punctuated, marked up or encoded.

use super::Normalised;
use std::borrow::Cow;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The base of the checksums: any odd number whose powers do not repeat soon.
const BASE: u64 = 0x9E37_79B9_7F4A_7C15;

/// A text, ready to be looked through.
pub(super) struct SearchableText {
    letters: String,
    tokens: Vec<Token>,
}

/// Letters, or digits, with nothing between them.
struct Token {
    /// Where it ends in the joined letters; it starts where the one before ends.
    end: usize,
    /// The checksum of all letters up to there.
    checksum: u64,
    /// Where it stands in the text as it was written.
    origin: Range<usize>,
}

/// The kind of a character. A token has letters or digits, not both, and a capital after a small
/// letter begins another one: `FotoSitiRahmawati2022.jpg`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum CharKind {
    Digit,
    Upper,
    Lower,
}

/// A run of whole tokens.
pub(super) struct Window<'t> {
    pub(super) letters: &'t str,
    pub(super) checksum: u64,
    /// Where it stands in the text as it was written.
    pub(super) origin: Range<usize>,
}

impl SearchableText {
    /// Every way in which a text may be read: as it is written; without the tags of HTML; with
    /// `%20` decoded. They differ only where there are such signs.
    pub(super) fn readings(text: &str) -> Vec<Self> {
        let mut readings = vec![Self::new(&Normalised::new(text))];
        if let Cow::Owned(blanked) = blank_tags(text) {
            readings.push(Self::new(&Normalised::new(&blanked)));
        }
        if text.contains('%') {
            readings.push(Self::new(&Normalised::decoding_paths(text)));
        }
        readings
    }

    fn new(normal: &Normalised<'_>) -> Self {
        let mut text = Self {
            letters: String::with_capacity(normal.text().len()),
            tokens: Vec::new(),
        };
        let (mut previous, mut checksum) = (None, 0_u64);
        for (at, c) in normal.text().char_indices() {
            let origin = normal.origin(&(at..at + c.len_utf8()));
            // Diacritics belong to the letter before, and do not count.
            if is_combining_mark(c) {
                continue;
            }
            let kind = char_kind(c);
            let Some(kind) = kind else {
                previous = None;
                continue;
            };
            let start = text.letters.len();
            push_folded(c, &mut text.letters);
            for byte in text.letters[start..].bytes() {
                checksum = add_to_checksum(checksum, byte);
            }
            let end = text.letters.len();
            match text.tokens.last_mut() {
                // What is left out of the normal form is a boundary too: `*`, a joiner.
                Some(token) if joins(previous, kind) && origin.start <= token.origin.end => {
                    token.end = end;
                    token.checksum = checksum;
                    token.origin.end = origin.end;
                }
                _ => text.tokens.push(Token {
                    end,
                    checksum,
                    origin,
                }),
            }
            previous = Some(kind);
        }
        text
    }

    /// All letters and digits, and their checksum.
    pub(super) fn whole(&self) -> Window<'_> {
        self.window(0, self.tokens.len())
    }

    /// Every run of whole tokens that has a number of bytes.
    pub(super) fn windows(&self, length: usize) -> impl Iterator<Item = Window<'_>> {
        let power = power_of_base(length);
        let mut first = 0;
        (0..self.tokens.len()).filter_map(move |last| {
            let end = self.tokens[last].end;
            while end - self.start(first) > length {
                first += 1;
            }
            (end - self.start(first) == length)
                .then(|| self.window_with_power(first, last + 1, power))
        })
    }

    /// Where a token starts in the joined letters.
    fn start(&self, token: usize) -> usize {
        token
            .checked_sub(1)
            .map_or(0, |before| self.tokens[before].end)
    }

    fn window(&self, first: usize, end: usize) -> Window<'_> {
        let length = end.checked_sub(1).map_or(0, |last| self.tokens[last].end) - self.start(first);
        self.window_with_power(first, end, power_of_base(length))
    }

    /// The tokens from `first` up to `end`; `power` is the base's to the number of their bytes.
    fn window_with_power(&self, first: usize, end: usize, power: u64) -> Window<'_> {
        let before = first.checked_sub(1).map_or(0, |n| self.tokens[n].checksum);
        let last = end.checked_sub(1).and_then(|last| self.tokens.get(last));
        let Some(last) = last else {
            return Window {
                letters: "",
                checksum: 0,
                origin: 0..0,
            };
        };
        Window {
            letters: &self.letters[self.start(first)..last.end],
            checksum: last.checksum.wrapping_sub(before.wrapping_mul(power)),
            origin: self.tokens[first].origin.start..last.origin.end,
        }
    }
}

fn add_to_checksum(checksum: u64, byte: u8) -> u64 {
    checksum
        .wrapping_mul(BASE)
        .wrapping_add(u64::from(byte) + 1)
}

fn power_of_base(exponent: usize) -> u64 {
    BASE.wrapping_pow(u32::try_from(exponent).unwrap_or(u32::MAX))
}

fn char_kind(c: char) -> Option<CharKind> {
    if !c.is_alphanumeric() {
        None
    } else if !c.is_alphabetic() {
        Some(CharKind::Digit)
    } else if c.is_uppercase() {
        Some(CharKind::Upper)
    } else {
        Some(CharKind::Lower)
    }
}

/// Whether a character goes on with the token of the one before.
fn joins(previous: Option<CharKind>, kind: CharKind) -> bool {
    match (previous, kind) {
        (None, _) | (Some(CharKind::Lower), CharKind::Upper) => false,
        (Some(previous), kind) => (previous == CharKind::Digit) == (kind == CharKind::Digit),
    }
}

/// Appends a letter or digit in lower case, without diacritics.
fn push_folded(c: char, letters: &mut String) {
    if c.is_ascii() {
        letters.push(c.to_ascii_lowercase());
        return;
    }
    for c in std::iter::once(c).nfkd().filter(|c| !is_combining_mark(*c)) {
        letters.extend(c.to_lowercase());
    }
}

/// Puts spaces in the place of HTML tags and comments, so that all else stays where it is.
fn blank_tags(text: &str) -> Cow<'_, str> {
    // Known beforehand, so that no search goes on to the end in vain: the text may be one of `<a<a<a`.
    let (Some(last_end), last_comment_end) = (text.rfind('>'), text.rfind("-->")) else {
        return text.into();
    };
    let mut blanked = String::new();
    let mut written = 0;
    let starts = text.match_indices('<').map(|(start, _)| start);
    for start in starts.take_while(|start| *start < last_end) {
        let rest = &text[start..];
        if start < written || !is_tag_start(rest) {
            continue;
        }
        let is_comment =
            rest.starts_with("<!--") && last_comment_end.is_some_and(|end| start < end);
        let end = if is_comment { "-->" } else { ">" };
        let Some(length) = rest.find(end).map(|found| found + end.len()) else {
            continue;
        };
        blanked.push_str(&text[written..start]);
        blanked.extend(std::iter::repeat_n(' ', length));
        written = start + length;
    }
    if written == 0 {
        return text.into();
    }
    blanked.push_str(&text[written..]);
    blanked.into()
}

fn is_tag_start(text: &str) -> bool {
    let second = text.chars().nth(1);
    second.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!'))
}
