//! The function `t` and the filters of templates: messages, days, partial dates, numbers, Markdown.

use super::excerpt::excerpt;
use super::format::{format_day, format_number, format_partial_date};
use super::markdown::{LinkContext, render_markdown};
use super::strings::ThemeMessages;
use crate::records::{Day, Lang, PartialDate, markdown_to_text};
use std::collections::BTreeSet;
use std::sync::Arc;
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

/// Registers the function and the filters of a language. They fail, with the template's line, if a
/// template gives them what they cannot format.
pub(super) fn install_filters(
    tera: &mut Tera,
    lang: Lang,
    messages: Arc<ThemeMessages>,
    unpublished_targets: BTreeSet<String>,
) {
    tera.register_function("t", move |kwargs: Kwargs, _: &State<'_>| {
        messages.format_call(lang, &kwargs)
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
            let date = PartialDate::parse(text).ok_or_else(|| {
                Error::message("`partial_date` wants 2022-10-03, 2022-10, 2022-Q4 or 2022")
            })?;
            Ok(format_partial_date(date, lang))
        },
    );
    tera.register_filter("number", move |n: i64, _: Kwargs, _: &State<'_>| {
        format_number(n, lang)
    });
    tera.register_filter(
        "markdown",
        move |text: &str, kwargs: Kwargs, state: &State<'_>| -> TeraResult<Value> {
            // A component sees only its arguments, so that each must be given the variable.
            let root = state.get::<String>("link_base")?.ok_or_else(|| {
                Error::message(
                    "`markdown` needs the variable `link_base`: \
                     give the component the argument @link_base",
                )
            })?;
            let links = LinkContext {
                root: &root,
                unpublished_targets: &unpublished_targets,
            };
            let inline = kwargs.get::<bool>("inline")?.unwrap_or(false);
            let html = render_markdown(text, &links, inline);
            Ok(Value::safe_string(&html))
        },
    );
    tera.register_filter("plain_text", |text: &str, _: Kwargs, _: &State<'_>| {
        markdown_to_text(text)
    });
    tera.register_filter(
        "excerpt",
        |text: &str, kwargs: Kwargs, _: &State<'_>| -> TeraResult<String> {
            let length = kwargs.get::<usize>("length")?;
            let length = length.ok_or_else(|| Error::message("`excerpt` wants a length"))?;
            Ok(excerpt(text, length))
        },
    );
}
