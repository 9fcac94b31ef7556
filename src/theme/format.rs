//! Dates and numbers as a reader of a language writes them: `18 Maret 2022`, `triwulan 4 tahun
//! 2022`, `1.234`. Used by the filters of templates, by the localizer for what is no template, and
//! by messages for their numbers.

use crate::records::{Day, Lang, PartialDate};
use chrono::{Locale, NaiveDate};
use std::sync::LazyLock;

/// A day in a language. Style `plain` is `18 Maret 2022`; `full` adds the weekday, `short` has the
/// month in three letters, `year-first` is that of reference lists, `slashes` that of programs.
pub fn format_day(day: Day, style: &str, lang: Lang) -> String {
    let (year, month, of_month) = day.year_month_day();
    let pattern = match style {
        "full" => "%A, %-d %B %Y",
        "short" => "%-d %b %Y",
        "year-first" if lang == Lang::En => "%Y, %B %-d",
        "year-first" => "%Y, %-d %B",
        "slashes" => return format!("{year}/{month:02}/{of_month:02}"),
        _ => return format!("{of_month} {} {year}", month_name(month, lang)),
    };
    day.0
        .format_localized(pattern, chrono_locale(lang))
        .to_string()
}

/// The name of a month, counted from 1.
fn month_name(month: u32, lang: Lang) -> &'static str {
    // Kept, since nearly every date needs one and chrono parses its pattern each time.
    static NAMES: LazyLock<[Vec<String>; 2]> =
        LazyLock::new(|| [Lang::Id, Lang::En].map(month_names));
    let names = &NAMES[usize::from(lang == Lang::En)];
    names.get(month as usize - 1).map_or("", String::as_str)
}

fn month_names(lang: Lang) -> Vec<String> {
    let mut names = Vec::new();
    for first in (1..=12).filter_map(|month| NaiveDate::from_ymd_opt(2022, month, 1)) {
        let name = first.format_localized("%B", chrono_locale(lang));
        names.push(name.to_string());
    }
    names
}

fn chrono_locale(lang: Lang) -> Locale {
    if lang == Lang::En {
        Locale::en_GB
    } else {
        Locale::id_ID
    }
}

/// A partial date, as exact as it was recorded.
pub(super) fn format_partial_date(date: PartialDate, lang: Lang) -> String {
    match date {
        PartialDate::Day(day) => format_day(day, "plain", lang),
        PartialDate::Month(year, month) => format!("{} {year}", month_name(month, lang)),
        PartialDate::Quarter(year, quarter) if lang == Lang::En => {
            format!("quarter {quarter} of {year}")
        }
        PartialDate::Quarter(year, quarter) => format!("triwulan {quarter} tahun {year}"),
        PartialDate::Year(year) => year.to_string(),
    }
}

/// A whole number with its digits in groups of three: `1.234` in Indonesian, `1,234` in English.
pub(super) fn format_number(n: i64, lang: Lang) -> String {
    let separator = if lang == Lang::En { ',' } else { '.' };
    let digits = n.unsigned_abs().to_string();
    let mut out = String::new();
    if n < 0 {
        // The minus sign of typography, which has the width of a digit.
        out.push('\u{2212}');
    }
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_both_languages() {
        let day = Day::parse("2022-03-18").unwrap();
        assert_eq!(format_day(day, "full", Lang::Id), "Jumat, 18 Maret 2022");
        assert_eq!(format_day(day, "full", Lang::En), "Friday, 18 March 2022");
        assert_eq!(format_day(day, "plain", Lang::Id), "18 Maret 2022");
        assert_eq!(
            format_day(Day::parse("2022-02-04").unwrap(), "short", Lang::Id),
            "4 Feb 2022"
        );
    }

    #[test]
    fn terms_in_both_languages() {
        let term = |text: &str, lang| {
            format_partial_date(PartialDate::try_from(text.to_owned()).unwrap(), lang)
        };
        assert_eq!(term("2022-10", Lang::Id), "Oktober 2022");
        assert_eq!(term("2022-Q4", Lang::Id), "triwulan 4 tahun 2022");
        assert_eq!(term("2022-Q4", Lang::En), "quarter 4 of 2022");
        assert_eq!(term("2023", Lang::En), "2023");
    }

    #[test]
    fn numbers() {
        assert_eq!(format_number(1693, Lang::Id), "1.693");
        assert_eq!(format_number(1_234_567, Lang::En), "1,234,567");
        assert_eq!(format_number(999, Lang::En), "999");
        assert_eq!(format_number(-1000, Lang::Id), "\u{2212}1.000");
    }
}
