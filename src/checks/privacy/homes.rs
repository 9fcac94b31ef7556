//! What looks like the address of a home: RT and RW with their numbers, a house number behind the
//! name of a street. `RT/RW` as an institution has no number.

use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// RT 03 RW 05, RT.003/RW.005, RT/RW 03/05, RT 3/5, RW III.
const NEIGHBOURHOOD_PATTERN: &str = concat!(
    r"(?i:\bRT ?[/\-] ?RW)[ .:]{0,3}\d{1,3} ?[/\-] ?\d{1,3}\b",
    r"|(?:\b(?:RT|Rt|rt)|(?i:\brukun tetangga))[ .:\-_]{0,3}(?:\d{1,3}|[IVX]{1,4}\b)(?:[ ,/\-_]{0,3}(?:dan )?(?:RW|Rw|rw)[ .:\-_]{0,3}(?:\d{1,3}|[IVX]{1,4}\b)|/\d{1,3}\b)?",
    r"|(?:\b(?:RW|Rw|rw)|(?i:\brukun warga))[ .:\-_]{0,3}(?:\d{1,3}|[IVX]{1,4}\b)"
);
/// Jl. Melati No. 12, jln melati no 12b, Gang Mawar 3 No 4, Jl. Melati 12, Blok C-12, rumah nomor 12.
const HOUSE_PATTERN: &str = concat!(
    r"(?i:\b(?:jl|jln|jalan|gang|gg|lorong|perum|perumahan|dusun|dsn)\b)\.?(?: (?:\p{Lu}[\p{L}'’.]*|[IVX]+|\d{1,3}),?){1,5} (?i:no|nomor|nmr)(?:\. ?| ?|: ?)\d{1,4}[A-Za-z]?\b",
    r"|(?i:\b(?:jl|jln|gg)\b)\.?(?: [\p{L}'’]+){1,4} (?i:no|nomor|nmr)(?:\. ?| ?|: ?)\d{1,4}[A-Za-z]?\b",
    r"|(?i:\b(?:jl|jln|jalan|gang|gg)\b)\.?(?: \p{Lu}[\p{Ll}'’.]+){1,4} (?:\d{1,3}[A-Za-z]?|[IVX]+/\d{1,3})\b",
    r"|(?i:\bblok) [A-Z]{1,2}(?: ?[\-/] ?| (?i:no|nomor)\.? ?| )\d{1,3}\b",
    r"|(?i:\b(?:rumah (?:no|nomor)|(?:no|nomor) rumah))\.?:? ?\d{1,4}[A-Za-z]?\b"
);
/// Behind a number these make it an amount, a length, or a law.
const UNITS: &[&str] = &[
    "ribu",
    "juta",
    "miliar",
    "orang",
    "persen",
    "%",
    "unit",
    "km",
    "kilometer",
    "meter",
    "m",
    "tahun",
    "titik",
    "ruas",
    "hari",
    "bulan",
    "desa",
    "kali",
    "hektare",
    "ha",
    "ton",
    "jam",
    "menit",
    "rumah",
    "kk",
    "people",
    "percent",
    "metres",
    "km²",
];
/// A street of which the words are only these has no name.
const NO_STREETS: &[&str] = &[
    "Nasional",
    "Provinsi",
    "Kabupaten",
    "Desa",
    "Raya",
    "Kelas",
    "Umum",
    "Tol",
    "Poros",
    "Usaha",
    "Tani",
    "Lingkungan",
    "Kecamatan",
];

/// `None` only if a pattern could not be read, which a test rules out.
static PATTERNS: LazyLock<Option<[Regex; 2]>> = LazyLock::new(|| {
    let read = |pattern| Regex::new(pattern).ok();
    Some([read(NEIGHBOURHOOD_PATTERN)?, read(HOUSE_PATTERN)?])
});

/// Where a text has what looks like the address of a home.
pub(super) fn home_addresses(text: &str) -> Vec<Range<usize>> {
    let has_number = text.contains(|c: char| c.is_ascii_digit()) || text.contains(['I', 'V', 'X']);
    let Some(patterns) = PATTERNS.as_ref().filter(|_| has_number) else {
        return Vec::new();
    };
    let mut found: Vec<Range<usize>> = Vec::new();
    for pattern in patterns {
        for address in pattern.find_iter(text) {
            if is_address(text, &address.range()) {
                found.push(address.range());
            }
        }
    }
    found.sort_by_key(|range| range.start);
    found
}

/// Whether the number at the end of an address is that of a house, not of a length or a law.
fn is_address(text: &str, range: &Range<usize>) -> bool {
    let after = &text[range.end..];
    let goes_on = after.starts_with(|c: char| c.is_alphanumeric())
        || (after.starts_with(['.', ',']) && after[1..].starts_with(|c: char| c.is_ascii_digit()));
    let next = after
        .trim_start()
        .split([' ', ',', '.', ')', '-'])
        .next()
        .unwrap_or_default();
    let mut words = text[range.clone()].split(' ').skip(1);
    let first = words.next().unwrap_or_default();
    let second = words.next().unwrap_or_default();
    let has_no_name = NO_STREETS.contains(&first)
        && second.starts_with(|c: char| c.is_ascii_digit() || c == 'N' || c == 'n');
    !goes_on && !has_no_name && !UNITS.contains(&next.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::{PATTERNS, home_addresses};

    #[test]
    fn homes_are_known_by_their_numbers() {
        assert!(PATTERNS.is_some());
        for text in [
            "RT 03 RW 05",
            "RT.003/RW.005",
            "rt 3/rw 5",
            "RT/RW 003/005",
            "RT03RW05",
            "RT 3/5",
            "RT III RW V",
            "Rukun Tetangga 03",
            "RW 12",
            "Jl. Melati No. 12",
            "jln melati no 12b",
            "Jalan Melati Nomor 12",
            "Jl. Melati 12",
            "Jalan Melati Raya 12",
            "Gang Mawar 3 No 4",
            "Gg. Mawar III/4",
            "Perumahan Rekaan Indah Blok C-12",
            "rumah nomor 12",
        ] {
            let long = format!("Ia tinggal di {text}, katanya.");
            assert!(!home_addresses(&long).is_empty(), "{text}");
        }
    }

    #[test]
    fn other_numbers_are_no_homes() {
        for text in [
            "RT/RW dianggap lebih maksimal",
            "RT dan RW di Jember",
            "16.492 ketua RT dan RW",
            "insentif RT/RW Rp300 ribu",
            "insentif RT 300 ribu per bulan",
            "RT/RW 2022",
            "ketua RT 16.492 orang",
            "UU Jalan Nomor 2 Tahun 2022",
            "Jalan Kalidoreng sejak 2012 rusak",
            "Jalan Kalidoreng 3 kilometer",
            "Jalan Kabupaten 12 ruas",
            "Perda Nomor 8 Tahun 2021",
            "Jalan itu kelas III dengan batas muatan 8 ton",
            "Dusun Krajan, 12 Maret 2022",
        ] {
            assert!(home_addresses(text).is_empty(), "{text}");
        }
    }
}
