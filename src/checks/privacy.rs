//! Rules about what looks like private data in a text: NIK (the number of an identity card),
//! private telephone numbers, e-mail addresses. A name without consent is a matter of `answers`.
//!
//! Only texts that [`may_hold_personal_data`] are searched with the patterns, which are slow.
//! Digits in web addresses, amounts of money, area codes and rows of years are accepted.

use super::context::Context;
use super::texts::collect_texts;
use crate::diag::{Code, Diagnostic};
use rayon::prelude::*;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// Mobile numbers (08…, +62 8…, 62 8…), and others with an area code: (0331) 123456, 0331-123456,
/// +62 331 123456.
const PHONE_PATTERN: &str = concat!(
    r"(?:\+?62[ .\-]?|\(?0)8[1-35789]\d{1,2}\)?(?:[ .\-]?\d){6,9}",
    r"|\(0\d{2,3}\)[ .\-]?\d(?:[ .\-]?\d){4,8}",
    r"|\b0\d{2,3}-\d{6,8}",
    r"|\+62[ .\-]?\(?\d{2,3}\)?(?:[ .\-]?\d){6,9}"
);
const EMAIL_PATTERN: &str = r"[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+";
const URL_PATTERN: &str = r#"https?://[^\s<>"()\[\],;']+"#;

/// The fewest digits of a number that looks private: (031) 12345.
const MIN_PRIVATE_DIGITS: usize = 8;

/// The digits of a NIK.
const NIK_DIGITS: usize = 16;

/// `None` only if a pattern could not be read, which a test rules out.
static PATTERNS: LazyLock<Option<Patterns>> = LazyLock::new(Patterns::new);

struct Patterns {
    phone: Regex,
    email: Regex,
    url: Regex,
}

impl Patterns {
    fn new() -> Option<Self> {
        Some(Self {
            phone: Regex::new(PHONE_PATTERN).ok()?,
            email: Regex::new(EMAIL_PATTERN).ok()?,
            url: Regex::new(URL_PATTERN).ok()?,
        })
    }
}

/// J602 to J604
pub(super) fn check(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let texts = collect_texts(context.records).with_spans();
    diagnostics.par_extend(texts.into_par_iter().flat_map_iter(|(text, span)| {
        let found = private_matches(text).into_iter();
        found.map(move |(code, found)| Diagnostic::new(code, span).arg("found", found))
    }));
}

/// Whether a text may hold a private number or an e-mail address. Most cannot, which is seen
/// quickly.
pub fn may_hold_personal_data(text: &str) -> bool {
    text.contains('@') || has_long_number(text)
}

/// Whether so many digits come together, or with nothing but signs of numbers between them.
fn has_long_number(text: &str) -> bool {
    let mut digits = 0;
    for byte in text.bytes() {
        match byte {
            // What is not ASCII may be a digit of another script.
            b'0'..=b'9' | 0x80.. => digits += 1,
            b' ' | b'.' | b'-' | b'(' | b')' | b'+' => {}
            _ => digits = 0,
        }
        if digits == MIN_PRIVATE_DIGITS {
            return true;
        }
    }
    false
}

/// The patterns, if one of them may match a text.
fn patterns_for(text: &str) -> Option<&'static Patterns> {
    PATTERNS.as_ref().filter(|_| may_hold_personal_data(text))
}

/// What looks private in a text, in the order of the text.
fn private_matches(text: &str) -> Vec<(Code, &str)> {
    let Some(patterns) = patterns_for(text) else {
        return Vec::new();
    };
    // Web addresses are full of digits, and are public already.
    let mut urls: Vec<Range<usize>> = Vec::new();
    for url in patterns.url.find_iter(text) {
        if !is_chat_link(url.as_str()) {
            urls.push(url.range());
        }
    }
    let mut found: Vec<(usize, Code, &str)> = Vec::new();
    for range in nik_ranges(text) {
        found.push((range.start, Code::LooksLikeNik, &text[range]));
    }
    for phone in patterns.phone.find_iter(text) {
        if stands_alone(text, phone.range()) {
            found.push((phone.start(), Code::LooksLikePhone, phone.as_str()));
        }
    }
    for email in patterns.email.find_iter(text) {
        // An office's address is meant to be public.
        if !email.as_str().ends_with(".go.id") {
            found.push((email.start(), Code::LooksLikeEmail, email.as_str()));
        }
    }
    found.retain(|(at, ..)| !urls.iter().any(|url| url.contains(at)));
    found.sort_unstable_by_key(|(at, ..)| *at);
    found
        .into_iter()
        .map(|(_, code, text)| (code, text))
        .collect()
}

/// Whether an address is that of a person's `WhatsApp`: the number in it is private all the same.
fn is_chat_link(url: &str) -> bool {
    url.contains("wa.me/") || url.contains("whatsapp.com/")
}

/// What has the form of such a number or address and is let pass all the same: in a web address, or
/// of an office.
pub fn allowed_matches(text: &str) -> Vec<&str> {
    let Some(patterns) = patterns_for(text) else {
        return Vec::new();
    };
    let private = private_matches(text);
    let mut found = Vec::new();
    for pattern in [&patterns.phone, &patterns.email] {
        found.extend(pattern.find_iter(text).map(|found| found.as_str()));
    }
    found.extend(nik_ranges(text).into_iter().map(|range| &text[range]));
    found.retain(|found| !private.iter().any(|(_, reported)| reported == found));
    found
}

/// Whether no digit, letter or slash touches a number: it is no part of a longer number, code or
/// path.
fn stands_alone(text: &str, range: Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    let is_in_path = before == Some('/') && !text[..range.start].ends_with("wa.me/");
    !is_in_path
        && !before.is_some_and(char::is_alphanumeric)
        && !after.is_some_and(|c| c.is_ascii_digit())
}

/// Where sixteen digits come together that can be a NIK, or in groups with one kind of separator.
fn nik_ranges(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut previous = ' ';
    for (start, c) in text.char_indices() {
        // Sixteen digits within a longer number are no NIK: only the first digit can start one.
        let is_first = c.is_ascii_digit() && !previous.is_ascii_digit();
        previous = c;
        if !is_first {
            continue;
        }
        for separator in [' ', '-', '.'] {
            if let Some(length) = nik_length(&text[start..], separator)
                && is_nik(text, start..start + length)
            {
                found.push(start..start + length);
                break;
            }
        }
    }
    found
}

/// How many bytes the digits of a NIK take at the start of a text, with single separators between
/// them.
fn nik_length(text: &str, separator: char) -> Option<usize> {
    let (mut digits, mut last) = (0, separator);
    for (at, c) in text.char_indices() {
        match c {
            '0'..='9' => digits += 1,
            c if c == separator && last != separator => {}
            _ => return None,
        }
        if digits == NIK_DIGITS {
            return Some(at + 1);
        }
        last = c;
    }
    None
}

/// Whether sixteen digits are a NIK. Those that come in groups might be an amount or a row of
/// years: they count only where a province and a date of birth stand where a NIK has them.
fn is_nik(text: &str, range: Range<usize>) -> bool {
    if !stands_alone(text, range.clone()) {
        return false;
    }
    let digits: String = text[range.clone()]
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    if digits.len() == range.len() {
        return true;
    }
    let before = text[..range.start].trim_end().to_lowercase();
    // Six digits of the area, six of the date of birth (day, month, year), four that count.
    let number = |part: Range<usize>| digits[part].parse::<u32>().unwrap_or_default();
    let (province, day, month) = (number(0..2), number(6..8), number(8..10));
    // A woman's day of birth is written with 40 added.
    let has_birth_date = matches!(day, 1..=31 | 41..=71) && (1..=12).contains(&month);
    let has_province = matches!(
        province,
        11..=19 | 21 | 31..=36 | 51..=53 | 61..=65 | 71..=76 | 81..=82 | 91..=97
    );
    !before.ends_with("rp") && has_birth_date && has_province
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

    #[test]
    fn eight_digits_are_a_number() {
        for (text, is) in [
            ("ab 0-3.3(1) 123 45", true),
            ("0331123", false),
            ("a0331123a4567", false),
            ("aaaaaaa01234567", true),
            ("a01234567", true),
            ("", false),
            ("                  ", false),
        ] {
            assert_eq!(has_long_number(text), is, "{text}");
        }
    }
}
