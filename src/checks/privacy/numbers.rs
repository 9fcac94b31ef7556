//! Numbers and addresses that look private: NIK (the number of an identity card), telephone numbers,
//! e-mail addresses, however they are grouped, glued to words, or put into a web address.
//!
//! They are looked for in the [normal form](Normalised) of a text. Digits in the path of a web
//! address, amounts of money, area codes, days and rows of years are accepted.

use crate::diag::Code;
use crate::records::Normalised;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// Mobile numbers (08…, +62 8…, 62 8…), also digit by digit; and others with an area code:
/// (0331) 123456, 0331-123456, 0331 123 456, +62 331 123456.
const PHONE_PATTERN: &str = concat!(
    r"(?:\(?(?:\+|00)?62\)?[ .\-_]{0,3}(?:\(0\)[ ]?)?|\(?0)8[1-35789]\d{1,2}\)?(?:[ .\-_/()]{0,3}\d){6,9}",
    r"|\b0 8 [1-35789](?: \d){7,10}\b|\b0-8-[1-35789](?:-\d){7,10}\b|\b0\.8\.[1-35789](?:\.\d){7,10}\b",
    r"|\(0\d{2,3}\)[ .\-]{0,3}\d(?:[ .\-]?\d){4,8}",
    r"|0\d{2,3}-\d{6,8}|\b0\d{2,3} \d{6,8}|\b0\d{2,3}[ \-]{1,3}\d{3}[ \-]\d{3,5}",
    r"|\+62[ .\-]?\(?\d{2,3}\)?(?:[ .\-]?\d){6,9}"
);
/// Also `fulan (at) surat.example`, `fulan[at]surat[dot]example`.
const EMAIL_PATTERN: &str = concat!(
    r"(?i)[a-z0-9._%+\-]+(?:@| ?[(\[]at[)\]] ?)",
    r"[a-z0-9\-]+(?:(?:\.| ?[(\[](?:dot|titik)[)\]] ?)[a-z0-9\-]+)+"
);
/// How the sign of an e-mail address is written in words.
const AT_SIGNS: [&str; 4] = ["at)", "at]", "AT)", "AT]"];
const URL_PATTERN: &str = r#"https?://[^\s<>"()\[\],;']+"#;

/// The fewest digits of a number that looks private: (031) 12345.
const MIN_PRIVATE_DIGITS: usize = 8;

/// The digits of a NIK.
const NIK_DIGITS: usize = 16;

/// Groups of a NIK that may have different separators between them: `3509.1118 0392-0001`. In other
/// groups that might be days and hours.
const MIXED_GROUPS: [&[usize]; 3] = [&[4, 4, 4, 4], &[6, 6, 4], &[6, 2, 2, 2, 4]];

/// Two days beside each other have sixteen digits, too.
const GROUPS_OF_DAYS: [&[usize]; 2] = [&[2, 2, 4, 2, 2, 4], &[4, 2, 2, 4, 2, 2]];

/// What stands before a number in the address of a person's chat.
const CHAT_ADDRESSES: [&str; 4] = ["wa.me/", "whatsapp.com/", "t.me/", "line.me/"];

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

/// Where a text comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// People write it.
    Prose,
    /// Keys, names of files, web addresses: programs make some of them, with numbers of sixteen
    /// digits that are no NIK.
    Made,
}

/// Whether a text may hold a private number or an e-mail address. Most cannot, which is seen
/// quickly.
pub fn may_hold_personal_data(text: &str) -> bool {
    may_hold_number(Normalised::new(text).text())
}

fn may_hold_number(text: &str) -> bool {
    let has_at = |sign: &str| text.contains(sign);
    has_at("@") || AT_SIGNS.iter().any(|sign| has_at(sign)) || has_long_number(text)
}

/// Whether so many digits come together, or with nothing but signs of numbers between them.
fn has_long_number(text: &str) -> bool {
    let mut digits = 0;
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' => digits += 1,
            b' ' | b'.' | b'-' | b'(' | b')' | b'+' | b'_' | b'/' => {}
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
    PATTERNS.as_ref().filter(|_| may_hold_number(text))
}

/// What looks private in a text, in the order of the text, as it was written.
pub(super) fn private_numbers<'t>(text: &Normalised<'t>, origin: Origin) -> Vec<(Code, &'t str)> {
    let ranges = private_ranges(text.text(), origin).into_iter();
    ranges
        .map(|(code, range)| (code, text.quote(&range)))
        .collect()
}

fn private_ranges(text: &str, origin: Origin) -> Vec<(Code, Range<usize>)> {
    let Some(patterns) = patterns_for(text) else {
        return Vec::new();
    };
    let urls: Vec<Range<usize>> = patterns
        .url
        .find_iter(text)
        .map(|url| url.range())
        .collect();
    let is_made = |at: usize| origin == Origin::Made || urls.iter().any(|url| url.contains(&at));
    let mut found: Vec<(Code, Range<usize>)> = Vec::new();
    for range in nik_ranges(text) {
        let is_bare = digits_of(text, &range).len() == range.len();
        // Sixteen digits in a row are no less dangerous if they are a card's.
        if (is_bare && !is_made(range.start)) || has_nik_form(text, &range) {
            found.push((Code::LooksLikeNik, range));
        }
    }
    for phone in patterns.phone.find_iter(text) {
        if stands_alone(text, phone.range()) && !is_camera_time(text, phone.range()) {
            found.push((Code::LooksLikePhone, phone.range()));
        }
    }
    for email in patterns.email.find_iter(text) {
        // An office's address is meant to be public.
        if !email.as_str().to_lowercase().ends_with(".go.id") {
            found.push((Code::LooksLikeEmail, email.range()));
        }
    }
    found.retain(|(_, range)| {
        !urls
            .iter()
            .any(|url| public_part(text, url).contains(&range.start))
    });
    found.sort_unstable_by_key(|(_, range)| range.start);
    found
}

/// The part of a web address that is full of digits and public already: all before its query. In
/// the address of a person's chat that is none.
fn public_part(text: &str, url: &Range<usize>) -> Range<usize> {
    let address = &text[url.clone()];
    let is_chat = CHAT_ADDRESSES.iter().any(|chat| address.contains(chat));
    let end = address.find(['?', '#']).unwrap_or(address.len());
    url.start..url.start + if is_chat { 0 } else { end }
}

/// What has the form of such a number or address and is let pass all the same: in a web address, or
/// of an office.
pub fn allowed_matches(text: &str) -> Vec<&str> {
    let normalised = Normalised::new(text);
    let seen = normalised.text();
    let Some(patterns) = patterns_for(seen) else {
        return Vec::new();
    };
    let private = private_ranges(seen, Origin::Prose);
    let mut found = Vec::new();
    for pattern in [&patterns.phone, &patterns.email] {
        found.extend(pattern.find_iter(seen).map(|found| found.range()));
    }
    found.extend(nik_ranges(seen));
    found.retain(|found| !private.iter().any(|(_, reported)| reported == found));
    found.iter().map(|range| normalised.quote(range)).collect()
}

/// Whether a number is no part of a longer number, code or path. A word may touch it: `wa0812…`,
/// `NIK3509…`; of a code there are other digits before it.
fn stands_alone(text: &str, range: Range<usize>) -> bool {
    let before = &text[..range.start];
    let is_in_path =
        before.ends_with('/') && !CHAT_ADDRESSES.iter().any(|chat| before.ends_with(chat));
    let glued = before.trim_end_matches(char::is_alphabetic);
    let is_in_code = before.ends_with(char::is_numeric)
        || (glued.len() < before.len() && glued.ends_with(char::is_numeric));
    let after = text[range.end..].chars().next();
    !is_in_path && !is_in_code && !after.is_some_and(|c| c.is_ascii_digit())
}

/// Whether it is the time in a name that a camera gave: `PXL_20220318_081234567.jpg`.
fn is_camera_time(text: &str, range: Range<usize>) -> bool {
    let is_time = range.len() == 9 && digits_of(text, &range).len() == 9;
    let Some(before) = text[..range.start].strip_suffix(['_', '-']) else {
        return false;
    };
    let day = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    is_time && day == 8
}

fn digits_of(text: &str, range: &Range<usize>) -> String {
    let chars = text[range.clone()].chars();
    chars.filter(char::is_ascii_digit).collect()
}

/// Where sixteen digits come together, or in groups as people write a NIK.
fn nik_ranges(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut previous = ' ';
    for (start, c) in text.char_indices() {
        // Sixteen digits within a longer number are no NIK: only the first digit can start one.
        let is_first = c.is_ascii_digit() && !previous.is_ascii_digit();
        previous = c;
        if !is_first || found.last().is_some_and(|last| last.contains(&start)) {
            continue;
        }
        if let Some(length) = nik_length(&text[start..])
            && is_nik(text, start..start + length)
        {
            found.push(start..start + length);
        }
    }
    found
}

/// How many bytes the digits of a NIK take at the start of a text, with up to three signs between
/// groups of them.
fn nik_length(text: &str) -> Option<usize> {
    let (mut digits, mut signs) = (0, 0);
    for (at, c) in text.char_indices() {
        match c {
            '0'..='9' => (digits, signs) = (digits + 1, 0),
            ' ' | '-' | '.' | '_' | '/' if signs < 3 => signs += 1,
            _ => return None,
        }
        if digits == NIK_DIGITS {
            return Some(at + 1);
        }
    }
    None
}

/// Whether sixteen digits are a NIK. Those that come in groups might be an amount, hours, days or a
/// row of years: they count only if they have its form, and are grouped as a NIK is.
fn is_nik(text: &str, range: Range<usize>) -> bool {
    if !stands_alone(text, range.clone()) {
        return false;
    }
    let is_digit = |c: char| c.is_ascii_digit();
    let number = &text[range.clone()];
    let groups: Vec<usize> = number
        .split(|c| !is_digit(c))
        .map(str::len)
        .filter(|n| *n > 0)
        .collect();
    if groups.len() == 1 {
        return true;
    }
    let mut separators: Vec<&str> = number.split(is_digit).filter(|s| !s.is_empty()).collect();
    separators.dedup();
    let is_even = separators.len() == 1 || MIXED_GROUPS.contains(&&groups[..]);
    let before = text[..range.start].trim_end().to_lowercase();
    is_even
        && !GROUPS_OF_DAYS.contains(&&groups[..])
        && !before.ends_with("rp")
        && has_nik_form(text, &range)
}

/// Whether a province and a date of birth stand where a NIK has them.
fn has_nik_form(text: &str, range: &Range<usize>) -> bool {
    let digits = digits_of(text, range);
    // Six digits of the area, six of the date of birth (day, month, year), four that count.
    let number = |part: Range<usize>| digits[part].parse::<u32>().unwrap_or_default();
    let (province, day, month) = (number(0..2), number(6..8), number(8..10));
    // A woman's day of birth is written with 40 added.
    let has_birth_date = matches!(day, 1..=31 | 41..=71) && (1..=12).contains(&month);
    let has_province = matches!(
        province,
        11..=19 | 21 | 31..=36 | 51..=53 | 61..=65 | 71..=76 | 81..=82 | 91..=97
    );
    has_birth_date && has_province
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<&'static str> {
        codes_in(text, Origin::Prose)
    }

    fn codes_in(text: &str, origin: Origin) -> Vec<&'static str> {
        let found = private_numbers(&Normalised::new(text), origin);
        found.into_iter().map(|(code, _)| code.id()).collect()
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
            "NIK3509111803920001",
            "３５０９１１１８０３９２０００１",
            "3509 - 1118 - 0392 - 0001",
            "3509.1118 0392-0001",
            "350911 18-03-92 0001",
            "3509**1118**03920001",
            "3509\u{200b}1118\u{200b}03920001",
            "&#51;509111803920001",
            "35 09 11 18 03 92 0001",
            "[KTP](https://contoh.example/?nik=3509111803920001)",
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
            "wa081234567890",
            "hp:081234567890ya",
            "0812**3456**7890",
            "0812&nbsp;3456&nbsp;7890",
            "&#48;81234567890",
            r"0812\-3456\-7890",
            "0812–3456–7890",
            "0812 - 3456 - 7890",
            "0812/3456/7890",
            "٠٨١٢٣٤٥٦٧٨٩٠",
            "0 8 1 2 3 4 5 6 7 8 9 0",
            "(+62) 812 3456 7890",
            "+62 (0) 812 3456 7890",
            "0062 812 3456 7890",
            "0331 123456",
            "0331 123 456",
            "[telepon](tel:+6281234567890)",
            "https://api.whatsapp.com/send?phone=6281234567890",
            "https://contoh.example/kontak?hp=%2B62%20812%203456%207890",
            "https://contoh.example/#081234567890",
        ] {
            assert_eq!(codes(phone), ["J603"], "{phone}");
        }
        for email in [
            "tulis ke budi.santoso@gmail.example ya",
            "budi (at) gmail.example",
            "budi[at]gmail[dot]example",
            "budi&#64;gmail.example",
            r"budi\@gmail.example",
            "[surat](mailto:budi@gmail.example)",
            "https://contoh.example/?surel=budi%40gmail.example",
        ] {
            assert_eq!(codes(email), ["J604"], "{email}");
        }
        for (name, code) in [
            ("pak-budi-081234567890", "J603"),
            ("IMG_3509111803920001.jpg", "J602"),
            ("wa 0812-3456-7890.jpg", "J603"),
        ] {
            assert_eq!(codes_in(name, Origin::Made), [code], "{name}");
        }
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
            "https://contoh.example/berita%20081234567890?p=1234567890123456&t=1647590400000",
            "11-03-2022 18-03-2022, 12-03-2022 11-03-2022, 31.12.2022 - 01.01.2023",
            "pukul 11.00-12.15 10.00-12.30; 08.00 10.30 12.00 13.30",
            "kode 3f081234567890, 12a081234567890b",
            "2022 (0812), 12 [ 13 ] 2022",
            "dinas@jemberkab.go.id",
            "0,8123456789 persen; 0.8123456789",
            "@pemkab, nomor 188.45/123/2022",
            "Perda 8 Tahun 2022, 1.234.567 jiwa, 350.911.180 m2",
        ] {
            assert_eq!(codes(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn numbers_that_programs_make_are_let_pass() {
        for name in [
            "PXL_20220318_081234567.jpg",
            "IMG_20220318_081234.jpg",
            "WhatsApp Image 2022-03-18 at 08.12.34 (1).jpeg",
            "1647590400000123.jpg",
            "berita-2022-03-18",
        ] {
            assert_eq!(codes_in(name, Origin::Made), [""; 0], "{name}");
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
