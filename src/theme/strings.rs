//! The theme's words: Fluent files, one per language; a site's own add to the default theme's and replace them by key.

use crate::diag::messages::Messages;
use crate::diag::{Code, Diagnostic, SourceFile, SourceMap, Span};
use crate::records::Lang;
use fluent_bundle::FluentValue;
use tera::{Error, Kwargs, TeraResult};

/// The words of one language.
#[derive(Debug)]
pub(super) struct ThemeMessages(Messages);

/// Reads the words of a language.
pub(super) fn load_messages(
    lang: Lang,
    base: &[SourceFile],
    own: &[SourceFile],
    files: &mut SourceMap,
    faults: &mut Vec<Diagnostic>,
) -> ThemeMessages {
    let name = format!("i18n/{lang}.ftl");
    let found: Vec<&SourceFile> = base
        .iter()
        .chain(own)
        .filter(|f| f.path.ends_with(&name))
        .collect();
    match Messages::new(lang.code(), found.iter().map(|f| f.text.clone())) {
        Ok(words) => ThemeMessages(words),
        Err(broken) => {
            for (n, at) in broken {
                let (path, text) = (format!("themes/{}", found[n].path), found[n].text.clone());
                let at = at.min(text.len());
                let id = files.insert(SourceFile { path, text });
                faults.push(Diagnostic::new(
                    Code::ThemeMessagesBroken,
                    Span::new(id, at..at),
                ));
            }
            ThemeMessages(Messages::built_in(
                crate::diag::messages::Language::default(),
            ))
        }
    }
}

impl ThemeMessages {
    /// The words under a key, with values for their gaps.
    pub(super) fn format_call(&self, lang: Lang, kwargs: &Kwargs) -> TeraResult<String> {
        let key = kwargs.must_get::<&str>("key")?;
        let values = kwargs.iter().filter_map(|(name, value)| {
            let name = name.as_str().filter(|n| *n != "key")?;
            let value = match (value.as_i64(), value.as_str()) {
                (Some(n), _) => fluent_number(n, lang),
                (None, Some(text)) => FluentValue::from(text),
                (None, None) => FluentValue::from(value.to_string()),
            };
            Some((name, value))
        });
        let values: Vec<_> = values.collect();
        self.format(lang, key, values)
            .ok_or_else(|| Error::message(missing_message(key, lang)))
    }

    /// The words under a key, if they have no gap.
    pub(super) fn static_message(&self, key: &str) -> Option<String> {
        self.0.static_message(key)
    }

    /// The same outside of templates.
    pub(super) fn message(
        &self,
        lang: Lang,
        key: &str,
        values: &[(&'static str, MessageArg<'_>)],
    ) -> Result<String, Diagnostic> {
        let value = |gap: &MessageArg<'_>| match gap {
            MessageArg::Number(n) => fluent_number(i64::try_from(*n).unwrap_or(i64::MAX), lang),
            MessageArg::Text(text) => FluentValue::from((*text).to_owned()),
        };
        let values: Vec<_> = values
            .iter()
            .map(|(name, gap)| (*name, value(gap)))
            .collect();
        let fault = || {
            Diagnostic::without_span(Code::TemplateBroken).arg("why", missing_message(key, lang))
        };
        self.format(lang, key, values).ok_or_else(fault)
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

/// What fills a gap in words.
#[derive(Clone, Copy, Debug)]
pub enum MessageArg<'a> {
    /// A number, which also chooses the plural.
    Number(usize),
    /// Other words.
    Text(&'a str),
}

/// Fluent chooses the plural by it; from a thousand on, digits are grouped and the plural is the general one.
fn fluent_number(n: i64, lang: Lang) -> FluentValue<'static> {
    if n.abs() < 1000 {
        FluentValue::from(n)
    } else {
        FluentValue::from(super::filters::format_number(n, lang))
    }
}

fn missing_message(key: &str, lang: Lang) -> String {
    format!("no words under the key `{key}` in i18n/{lang}.ftl")
}
