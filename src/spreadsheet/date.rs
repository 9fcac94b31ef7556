//! Dates in .xlsx files, which are numbers of days since 1900 or 1904 and become dates by their
//! number format alone.

use crate::records::Day;
use chrono::{Duration, NaiveDate};

/// The date of a serial number, with the time of day if it is not midnight. Returns `None` outside
/// the years 1900 to 9999.
pub(super) fn date_from_serial(number: f64, from_1904: bool) -> Option<String> {
    // To spreadsheets 1900 is a leap year, a bug of Lotus 1-2-3 that all of them keep: number 60 is
    // a 29 February that never was, so the days before it count from one day later.
    let (year, month, day) = if from_1904 {
        (1904, 1, 1)
    } else if number < 60.0 {
        (1899, 12, 31)
    } else {
        (1899, 12, 30)
    };
    let start = NaiveDate::from_ymd_opt(year, month, day)?;
    if !(1.0..2_958_466.0).contains(&number) {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "it is within the range above"
    )]
    let seconds = (number * 86_400.0).round() as i64;
    let moment = start
        .and_hms_opt(0, 0, 0)?
        .checked_add_signed(Duration::seconds(seconds))?;
    let day = Day(moment.date()).to_string();
    Some(if seconds % 86_400 == 0 {
        day
    } else {
        format!("{day} {}", moment.time())
    })
}

/// Whether a number format shows a date: by its code if the file has one, or else by its `id` among
/// the built-in formats.
pub(super) fn is_date_format(id: u32, code: Option<&str>) -> bool {
    match code {
        None => matches!(id, 14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57..=58),
        Some(code) => {
            let mut shown = String::new();
            let mut letters = code.chars();
            while let Some(c) = letters.next() {
                match c {
                    // Neither literal text nor `[Red]` and `[$-421]` are part of the date.
                    '"' => while letters.next().is_some_and(|c| c != '"') {},
                    '[' => while letters.next().is_some_and(|c| c != ']') {},
                    '\\' | '_' | '*' => drop(letters.next()),
                    ';' => break,
                    c => shown.push(c.to_ascii_lowercase()),
                }
            }
            shown != "general" && shown.contains(['d', 'y'])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days() {
        assert_eq!(
            date_from_serial(44_638.0, false).as_deref(),
            Some("2022-03-18")
        );
        assert_eq!(
            date_from_serial(43_176.0, true).as_deref(),
            Some("2022-03-18")
        );
        assert_eq!(
            date_from_serial(44_638.5, false).as_deref(),
            Some("2022-03-18 12:00:00")
        );
        assert_eq!(date_from_serial(1.0, false).as_deref(), Some("1900-01-01"));
        assert_eq!(date_from_serial(61.0, false).as_deref(), Some("1900-03-01"));
        for none in [-1.0, 0.5, 3e9, f64::NAN, f64::INFINITY] {
            assert_eq!(date_from_serial(none, false), None);
        }
    }

    #[test]
    fn formats_of_days() {
        for date in [
            "yyyy-mm-dd",
            "d/m/yy",
            "[$-421]dd mmmm yyyy;@",
            "dd\\-mm\\-yyyy",
        ] {
            assert!(is_date_format(164, Some(date)), "{date}");
        }
        for none in [
            "0.00",
            "General",
            "@",
            "\"hari\" 0",
            "[Red]0",
            "[h]:mm",
            "#,##0_d",
            "0;\"d\"",
        ] {
            assert!(!is_date_format(164, Some(none)), "{none}");
        }
        assert!(is_date_format(14, None) && !is_date_format(2, None));
    }
}
