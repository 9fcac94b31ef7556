//! The theme's messages: Fluent catalogs, one per language; a site's own add to the default theme's and replace them by
//! key. Templates and the localizer use them.

use super::format::format_number;
use crate::diag::messages::{Language, Messages};
use crate::diag::{Code, Diagnostic, SourceFile, SourceMap, Span};
use crate::records::Lang;
use fluent_bundle::FluentValue;
use tera::{Error, Kwargs, TeraResult};

/// The messages of one language.
#[derive(Debug)]
pub(super) struct ThemeMessages(Messages);

/// Reads the messages of a language from the catalogs of the default theme and of the site, in this order.
pub(super) fn load_messages(
    lang: Lang,
    (base, own): (&[SourceFile], &[SourceFile]),
    files: &mut SourceMap,
    diagnostics: &mut Vec<Diagnostic>,
) -> ThemeMessages {
    let name = format!("i18n/{lang}.ftl");
    let mut catalogs: Vec<&SourceFile> = base.iter().chain(own).collect();
    catalogs.retain(|file| file.path.ends_with(&name));
    let messages = Messages::new(lang.code(), catalogs.iter().map(|file| file.text.clone()));
    let messages = messages.unwrap_or_else(|broken| {
        for (n, at) in broken {
            let (path, text) = (
                format!("themes/{}", catalogs[n].path),
                catalogs[n].text.clone(),
            );
            let at = at.min(text.len());
            let id = files.insert(SourceFile { path, text });
            diagnostics.push(Diagnostic::new(
                Code::ThemeMessagesBroken,
                Span::new(id, at..at),
            ));
        }
        // Nothing is rendered with them: the theme is refused.
        Messages::built_in(Language::default())
    });
    ThemeMessages(messages)
}

impl ThemeMessages {
    /// The message that a template asks for with `t(key="…", …)`; its arguments are those of the call.
    pub(super) fn format_call(&self, lang: Lang, kwargs: &Kwargs) -> TeraResult<String> {
        let key = kwargs.must_get::<&str>("key")?;
        let mut args = Vec::new();
        for (name, value) in kwargs.iter() {
            let Some(name) = name.as_str().filter(|name| *name != "key") else {
                continue;
            };
            let value = match (value.as_i64(), value.as_str()) {
                (Some(n), _) => fluent_number(n, lang),
                (None, Some(text)) => FluentValue::from(text),
                (None, None) => FluentValue::from(value.to_string()),
            };
            args.push((name, value));
        }
        let text = self.format(lang, key, args);
        text.ok_or_else(|| Error::message(missing_message(key, lang)))
    }

    /// The same as [`Self::format_call`] outside of templates.
    pub(super) fn message(
        &self,
        lang: Lang,
        key: &str,
        args: &[(&'static str, MessageArg<'_>)],
    ) -> Result<String, Diagnostic> {
        let mut values = Vec::with_capacity(args.len());
        for (name, arg) in args {
            let value = match arg {
                MessageArg::Number(n) => fluent_number(i64::try_from(*n).unwrap_or(i64::MAX), lang),
                MessageArg::Text(text) => FluentValue::from((*text).to_owned()),
            };
            values.push((*name, value));
        }
        self.format(lang, key, values).ok_or_else(|| {
            Diagnostic::without_span(Code::TemplateBroken).arg("why", missing_message(key, lang))
        })
    }

    fn format<'a>(
        &self,
        lang: Lang,
        key: &str,
        values: Vec<(&'a str, FluentValue<'a>)>,
    ) -> Option<String> {
        // A field of the record format may be called by its label in the program's own messages (`Official-title.label`).
        self.0
            .format(key, values)
            .or_else(|| Messages::built_in(lang.program_language()).try_message(key, &[]))
    }
}

/// An argument of a message.
#[derive(Clone, Copy, Debug)]
pub enum MessageArg<'a> {
    /// A number, which also chooses the plural.
    Number(usize),
    /// A text.
    Text(&'a str),
}

/// A number that chooses the plural; from a thousand on it is a text with grouped digits, and the plural the general one.
fn fluent_number(n: i64, lang: Lang) -> FluentValue<'static> {
    if n.abs() < 1000 {
        FluentValue::from(n)
    } else {
        FluentValue::from(format_number(n, lang))
    }
}

fn missing_message(key: &str, lang: Lang) -> String {
    format!("no words under the key `{key}` in i18n/{lang}.ftl")
}
