//! What looks like private data in a text: NIK, private telephone numbers, e-mail addresses. (A name without consent
//! stands in `answers`.)
//!
//! Only what may be private at all is held against the patterns, which are slow. Digits in web addresses, amounts of money, area codes and rows of years are let pass.

use super::context::CheckContext;
use super::texts;
use crate::diag::{Code, Diagnostic, Span};
use crate::records::may_hold_personal_data;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// Mobile numbers (08…, +62 8…, 62 8…), and others with an area code: (0331) 123456, 0331-123456, +62 331 123456.
const PHONE_PATTERN: &str = concat!(
    r"(?:\+?62[ .\-]?|\(?0)8[1-35789]\d{1,2}\)?(?:[ .\-]?\d){6,9}",
    r"|\(0\d{2,3}\)[ .\-]?\d(?:[ .\-]?\d){4,8}",
    r"|\b0\d{2,3}-\d{6,8}",
    r"|\+62[ .\-]?\(?\d{2,3}\)?(?:[ .\-]?\d){6,9}"
);
const EMAIL_PATTERN: &str = r"[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+";
const URL_PATTERN: &str = r#"https?://[^\s<>"()\[\],;']+"#;

static PATTERNS: LazyLock<Option<Patterns>> = LazyLock::new(Patterns::new);

struct Patterns {
    phone: Regex,
    email: Regex,
    url: Regex,
}

impl Patterns {
    /// None never comes: a test reads each pattern.
    fn new() -> Option<Self> {
        let read = |pattern: &str| Regex::new(pattern).ok();
        Some(Self {
            phone: read(PHONE_PATTERN)?,
            email: read(EMAIL_PATTERN)?,
            url: read(URL_PATTERN)?,
        })
    }
}

/// J602 to J604
pub(super) fn check(book: &CheckContext<'_>, faults: &mut Vec<Diagnostic>) {
    let texts = texts::collect_texts(book.records);
    let said = texts
        .multilingual
        .iter()
        .flat_map(|text| &text.translations)
        .filter(|said| said.may_hold_personal_data);
    let lines = texts
        .monolingual
        .iter()
        .copied()
        .filter(|(text, _)| may_hold_personal_data(text));
    for (text, span) in said
        .map(|said| (said.text.as_str(), said.span))
        .chain(lines)
    {
        for (code, found) in private_matches(text) {
            faults.push(diagnostic_at(code, span, found));
        }
    }
}

fn diagnostic_at(code: Code, span: Span, found: &str) -> Diagnostic {
    Diagnostic::new(code, span).arg("found", found)
}

/// What looks private in a text, in the order of the text.
fn private_matches(text: &str) -> Vec<(Code, &str)> {
    let Some(patterns) = PATTERNS.as_ref() else {
        return Vec::new();
    };
    let public = |m: &regex::Match<'_>| {
        !m.as_str().contains("wa.me/") && !m.as_str().contains("whatsapp.com/")
    };
    let urls: Vec<Range<usize>> = patterns
        .url
        .find_iter(text)
        .filter(public)
        .map(|m| m.range())
        .collect();
    let free = |m: &regex::Match<'_>| !urls.iter().any(|u| u.contains(&m.start()));
    let mut found: Vec<(usize, Code, &str)> = Vec::new();
    let niks = nik_ranges(text).filter(|range| !urls.iter().any(|u| u.contains(&range.start)));
    found.extend(niks.map(|range| (range.start, Code::LooksLikeNik, &text[range])));
    let phones = patterns
        .phone
        .find_iter(text)
        .filter(free)
        .filter(|m| stands_alone(text, m.range()));
    found.extend(phones.map(|m| (m.start(), Code::LooksLikePhone, m.as_str())));
    let emails = patterns
        .email
        .find_iter(text)
        .filter(free)
        .filter(|m| !m.as_str().ends_with(".go.id"));
    found.extend(emails.map(|m| (m.start(), Code::LooksLikeEmail, m.as_str())));
    found.sort_unstable_by_key(|(at, ..)| *at);
    found
        .into_iter()
        .map(|(_, code, text)| (code, text))
        .collect()
}

/// What has the form of such a number or address and is let pass all the same: in a web address, or of an office.
pub fn allowed_matches(text: &str) -> Vec<&str> {
    let Some(patterns) = PATTERNS.as_ref().filter(|_| may_hold_personal_data(text)) else {
        return Vec::new();
    };
    let refused: Vec<&str> = private_matches(text)
        .into_iter()
        .map(|(_, found)| found)
        .collect();
    let matches = patterns
        .phone
        .find_iter(text)
        .chain(patterns.email.find_iter(text))
        .map(|m| m.as_str());
    let all = matches.chain(nik_ranges(text).map(|range| &text[range]));
    all.filter(|found| !refused.contains(found)).collect()
}

/// No digit, letter or slash beside it: not a part of a longer number, code or path.
fn stands_alone(text: &str, range: Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    let path = before == Some('/') && !text[..range.start].ends_with("wa.me/");
    !path
        && !before.is_some_and(char::is_alphanumeric)
        && !after.is_some_and(|c| c.is_ascii_digit())
}

/// Where sixteen digits stand together, or in groups with one kind of separator.
fn nik_ranges(text: &str) -> impl Iterator<Item = Range<usize>> {
    let starts = text
        .char_indices()
        .filter(|(at, c)| c.is_ascii_digit() && !ends_with_digit(&text[..*at]));
    starts.filter_map(|(start, _)| {
        let ends = [' ', '-', '.']
            .into_iter()
            .filter_map(|separator| sixteen_digits_len(&text[start..], separator));
        ends.map(|length| start..start + length)
            .find(|range| is_nik(text, range.clone()))
    })
}

fn ends_with_digit(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_digit())
}

/// How many bytes sixteen digits take at the start of a text, with single separators between them.
fn sixteen_digits_len(text: &str, separator: char) -> Option<usize> {
    let (mut digits, mut last) = (0, separator);
    for (at, c) in text.char_indices() {
        match c {
            '0'..='9' => digits += 1,
            c if c == separator && last != separator => {}
            _ => return None,
        }
        if digits == 16 {
            return Some(at + 1);
        }
        last = c;
    }
    None
}

/// In groups only where they can be one: a province, then a day and a month of birth.
fn is_nik(text: &str, range: Range<usize>) -> bool {
    if !stands_alone(text, range.clone()) {
        return false;
    }
    let digits: String = text[range.clone()]
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    let money = text[..range.start]
        .trim_end()
        .to_lowercase()
        .ends_with("rp");
    let number = |part: Range<usize>| digits[part].parse::<u32>().unwrap_or_default();
    let (province, day, month) = (number(0..2), number(6..8), number(8..10));
    let born = matches!(day, 1..=31 | 41..=71) && (1..=12).contains(&month);
    let real = matches!(province, 11..=19 | 21 | 31..=36 | 51..=53 | 61..=65 | 71..=76 | 81..=82 | 91..=97);
    digits.len() == range.len() || (!money && born && real)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<&'static str> {
        private_matches(text)
            .into_iter()
            .map(|(code, _)| code.id())
            .collect()
    }

    #[test]
    fn private_data_is_found() {
        assert!(PATTERNS.is_some());
        for nik in [
            "NIK 3509111803920001.",
            "3509-1118-0392-0001",
            "3509 1158 0392 0001",
            "350911.180392.0001",
            "12 3509111803920001",
            "2022 3509 1118 0392 0001",
        ] {
            assert_eq!(codes(nik), ["J602"], "{nik}");
        }
        for phone in [
            "081234567890",
            "[situs](https://a.example/),081234567890",
            "0812-3456-7890",
            "+62 812 3456 7890",
            "62812.3456.789",
            "(0331) 123456",
            "0331-123456",
            "WA: https://wa.me/6281234567890",
        ] {
            assert_eq!(codes(phone), ["J603"], "{phone}");
        }
        assert_eq!(codes("tulis ke budi.santoso@gmail.example ya"), ["J604"]);
    }

    #[test]
    fn other_numbers_are_let_pass() {
        for text in [
            "Rp 1.234.567.890.123.456 dan Rp1.500.000.000",
            "35.09.11.2006 dan 3509112006",
            "tahun 2019 2020 2021 2022",
            "1945 1949 1999 2004",
            "2022-03-18 2022-03-19",
            "pukul 08.30-10.30, 11 Maret 2022",
            "08-10-2022 sampai 08-11-2022",
            "https://contoh.example/berita/081234567890/3509111803920001",
            "dinas@jemberkab.go.id",
            "0,8123456789 persen; 0.8123456789",
            "@pemkab, nomor 188.45/123/2022",
            "Perda 8 Tahun 2022, 1.234.567 jiwa, 350.911.180 m2",
        ] {
            assert_eq!(codes(text), [""; 0], "{text}");
        }
    }
}
