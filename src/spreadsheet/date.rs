//! Days in spreadsheets: numbers that count from 1900 or 1904, and formats that make a day of a number.

use crate::records::Day;
use chrono::{Duration, NaiveDate};

/// The day of a number, with the time behind it if it names one; none if the number is no day.
pub(super) fn date_from_serial(number: f64, from_1904: bool) -> Option<String> {
    // 1900 is a leap year to spreadsheets: before its March all days are one further.
    let start = match () {
        () if from_1904 => NaiveDate::from_ymd_opt(1904, 1, 1)?,
        () if number < 60.0 => NaiveDate::from_ymd_opt(1899, 12, 31)?,
        () => NaiveDate::from_ymd_opt(1899, 12, 30)?,
    };
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

/// Does a format of numbers show a day? `id` is one of those that every program has.
pub(super) fn is_date_format(id: u32, code: Option<&str>) -> bool {
    match code {
        None => matches!(id, 14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57..=58),
        Some(code) => {
            let mut shown = String::new();
            let mut letters = code.chars();
            while let Some(c) = letters.next() {
                match c {
                    // Words between quotation marks, and what only colours or translates.
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
