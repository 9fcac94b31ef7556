//! What templates can call: words, days, deadlines, numbers, Markdown.

use super::markdown::{self, LinkContext};
use super::strings::ThemeMessages;
use crate::records::{Day, Lang, PartialDate};
use chrono::{Locale, NaiveDate};
use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

/// Gives a language's Tera its function and filters.
pub(super) fn install_filters(
    tera: &mut Tera,
    lang: Lang,
    words: Arc<ThemeMessages>,
    absent: BTreeSet<String>,
) {
    tera.register_function("t", move |kwargs: Kwargs, _: &State<'_>| {
        words.format_call(lang, &kwargs)
    });
    tera.register_filter(
        "day",
        move |text: &str, kwargs: Kwargs, _: &State<'_>| -> TeraResult<String> {
            let day = Day::parse(text)
                .ok_or_else(|| Error::message("`day` wants a day such as 2022-03-18"))?;
            let style = kwargs.get::<String>("style")?;
            Ok(format_day(day, style.as_deref().unwrap_or("plain"), lang))
        },
    );
    tera.register_filter(
        "partial_date",
        move |text: &str, _: Kwargs, _: &State<'_>| -> TeraResult<String> {
            let term = PartialDate::try_from(text.to_owned()).map_err(|_| {
                Error::message("`partial_date` wants 2022-10-03, 2022-10, 2022-Q4 or 2022")
            })?;
            Ok(format_partial_date(term, lang))
        },
    );
    tera.register_filter("number", move |n: i64, _: Kwargs, _: &State<'_>| {
        format_number(n, lang)
    });
    tera.register_filter("markdown", move |text: &str, kwargs: Kwargs, state: &State<'_>| -> TeraResult<Value> {
        let root = state.get::<String>("link_base")?.ok_or_else(|| {
            Error::message("`markdown` needs the variable `link_base`: give the component the argument @link_base")
        })?;
        let inline = kwargs.get::<bool>("inline")?.unwrap_or(false);
        Ok(Value::safe_string(&markdown::render_markdown(
            text,
            &LinkContext { root: &root, unpublished_targets: &absent },
            inline,
        )))
    });
    tera.register_filter("plain_text", |text: &str, _: Kwargs, _: &State<'_>| {
        crate::records::markdown_to_text(text)
    });
}

/// A day in a language: `18 Maret 2022`; `full` adds the weekday, `short` has the month in three
/// letters, `year-first` is that of reference lists, `slashes` that of programs.
pub fn format_day(day: Day, style: &str, lang: Lang) -> String {
    let (year, number, of_month) = day.year_month_day();
    let pattern = match style {
        "full" => "%A, %-d %B %Y",
        "short" => "%-d %b %Y",
        "year-first" if lang == Lang::En => "%Y, %B %-d",
        "year-first" => "%Y, %-d %B",
        "slashes" => return format!("{year}/{number:02}/{of_month:02}"),
        _ => return format!("{of_month} {} {year}", month_name(number, lang)),
    };
    day.0
        .format_localized(pattern, chrono_locale(lang))
        .to_string()
}

/// The name of a month, from 1. Nearly every day is written with nothing else that differs by language, and chrono reads its
/// pattern again each time.
fn month_name(number: u32, lang: Lang) -> &'static str {
    static NAMES: LazyLock<[Vec<String>; 2]> = LazyLock::new(|| {
        [Lang::Id, Lang::En].map(|lang| {
            let days = (1..=12).filter_map(|month| NaiveDate::from_ymd_opt(2022, month, 1));
            days.map(|day| day.format_localized("%B", chrono_locale(lang)).to_string())
                .collect()
        })
    });
    let names = &NAMES[usize::from(lang == Lang::En)];
    names.get(number as usize - 1).map_or("", String::as_str)
}

fn chrono_locale(lang: Lang) -> Locale {
    if lang == Lang::En {
        Locale::en_GB
    } else {
        Locale::id_ID
    }
}

/// A term as exact as it was named.
pub(super) fn format_partial_date(term: PartialDate, lang: Lang) -> String {
    match term {
        PartialDate::Day(day) => format_day(day, "plain", lang),
        PartialDate::Month(year, number) => format!("{} {year}", month_name(number, lang)),
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
    let mut out = if n < 0 {
        "\u{2212}".to_owned()
    } else {
        String::new()
    };
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
