//! The theme's messages: Fluent catalogs, one per language; a site's own add to the default theme's
//! and replace them by key. Templates and the localizer use them.

use super::format::format_number;
use crate::diag::messages::{Language, Messages};
use crate::diag::{Code, Diagnostic, SourceFile, SourceMap, Span};
use crate::records::Lang;
use fluent_bundle::FluentValue;
use std::collections::HashMap;
use tera::{Error, Kwargs, TeraResult, Value};

/// The messages of one language.
#[derive(Debug)]
pub(super) struct ThemeMessages {
    messages: Messages,
    /// The messages without arguments, formatted once: a page asks for dozens of them, and formatting each time
    /// made a build 4 to 8 % slower.
    constant: HashMap<String, Value>,
}

/// Reads the messages of a language from the catalogs of the default theme and of the site, in this
/// order.
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
        for (index, at) in broken {
            let path = format!("themes/{}", catalogs[index].path);
            let text = catalogs[index].text.clone();
            // A span must lie within its file, wherever the parser stopped.
            let at = at.min(text.len());
            let id = files.insert(SourceFile { path, text });
            let span = Span::new(id, at..at);
            diagnostics.push(Diagnostic::new(Code::ThemeMessagesBroken, span));
        }
        // Nothing is rendered with them: a theme with diagnostics is not used.
        Messages::built_in(Language::default())
    });
    let mut constant = HashMap::new();
    for key in catalogs.iter().flat_map(|file| catalog_keys(&file.text)) {
        if let Some(text) = messages.format(&key, []) {
            constant.insert(key, Value::from(text));
        }
    }
    ThemeMessages { messages, constant }
}

/// The keys of a Fluent catalog. What only looks like one, such as a line of a text with an equals
/// sign, is no harm: no message has it.
fn catalog_keys(catalog: &str) -> impl Iterator<Item = String> {
    let definitions = catalog.lines().filter_map(|line| line.split_once('='));
    definitions.map(|(key, _)| key.trim_end().to_owned())
}

impl ThemeMessages {
    /// The message that a template asks for with `t(key="…", …)`; its arguments are those of the
    /// call.
    pub(super) fn format_call(&self, lang: Lang, kwargs: &Kwargs) -> TeraResult<Value> {
        let key = kwargs.must_get::<&str>("key")?;
        let has_arguments = kwargs.iter().nth(1).is_some();
        if let Some(text) = self.constant.get(key).filter(|_| !has_arguments) {
            return Ok(text.clone());
        }
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
        text.map(Value::from)
            .ok_or_else(|| Error::message(missing_message(key, lang)))
    }

    /// The message of a key, for code that is no template.
    ///
    /// # Errors
    /// If the theme lacks the message.
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
        let text = self.messages.format(key, values);
        // The labels of fields of the record format are among the program's own messages
        // (`Official-title.label`); nothing else of those belongs on a page.
        if text.is_none() && key.ends_with(".label") {
            return Messages::built_in(lang.program_language()).try_message(key, &[]);
        }
        text
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

/// A number as a message's argument. Fluent would write it without grouped digits, so that from a
/// thousand on it is a text; the plural is then the general one, which both languages have there.
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
