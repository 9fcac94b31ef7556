//! What feed entries say, before it is in the words of a language: texts of records and messages of
//! the theme with their arguments. A fingerprint of it tells whether a feed changed.

use crate::diag::Diagnostic;
use crate::records::{Day, PartialDate, collapse_whitespace, markdown_to_text};
use crate::theme::{Localizer, MessageArg};
use crate::view::{FieldLabel, Title};
use std::borrow::Cow;

/// A text of a record or of the theme.
#[derive(Hash)]
pub(super) enum Phrase<'r> {
    /// A name, or a title.
    Plain(&'r str),
    /// Markdown.
    Markdown(&'r str),
    /// What a page is called.
    Title(Title<'r>),
    /// A day.
    Day(Day),
    /// A date as exact as it was named.
    PartialDate(PartialDate),
    /// A message of the theme, by its key, with its arguments.
    Message(Cow<'static, str>, Vec<(&'static str, Phrase<'r>)>),
    /// Several, with commas between them.
    List(Vec<Phrase<'r>>),
    /// The names of fields that changed.
    Fields(Vec<FieldLabel>),
}

/// A paragraph of a feed entry.
#[derive(Hash)]
pub(super) struct Paragraph<'r> {
    /// Its sentences.
    pub(super) phrases: Vec<Phrase<'r>>,
    /// The address at its end, which is a link.
    pub(super) link: Option<Cow<'r, str>>,
}

impl Phrase<'_> {
    /// A message without arguments.
    pub(super) fn message(key: impl Into<Cow<'static, str>>) -> Self {
        Self::Message(key.into(), Vec::new())
    }

    /// A message with one argument.
    pub(super) fn message_with(key: &'static str, name: &'static str, value: Self) -> Self {
        Self::Message(key.into(), vec![(name, value)])
    }

    /// The phrase in the words of one language, in one line.
    pub(super) fn localize(&self, localizer: Localizer<'_>) -> Result<String, Diagnostic> {
        match self {
            Self::Plain(text) => Ok(collapse_whitespace(text)),
            Self::Markdown(text) => Ok(markdown_to_text(text)),
            Self::Title(title) => localizer.title_text(title),
            Self::Day(day) => Ok(localizer.format_day(&day.to_string())),
            Self::PartialDate(date) => Ok(localizer.format_partial_date(&date.to_string())),
            Self::Message(key, args) => {
                let mut texts = Vec::with_capacity(args.len());
                for (name, phrase) in args {
                    texts.push((*name, phrase.localize(localizer)?));
                }
                let mut values = Vec::with_capacity(texts.len());
                for (name, text) in &texts {
                    values.push((*name, MessageArg::Text(text)));
                }
                localizer.message(key, &values)
            }
            Self::List(phrases) => {
                let mut texts = Vec::with_capacity(phrases.len());
                for phrase in phrases {
                    texts.push(phrase.localize(localizer)?);
                }
                Ok(texts.join(", "))
            }
            Self::Fields(labels) => {
                let mut names = Vec::with_capacity(labels.len());
                for label in labels {
                    // A field without a label is called as in the records.
                    names.push(match &label.key {
                        Some(key) => localizer.message(key, &[])?,
                        None => label.field.clone(),
                    });
                }
                Ok(names.join(", "))
            }
        }
    }
}

impl Paragraph<'_> {
    /// The paragraph in the words of one language.
    pub(super) fn localize(&self, localizer: Localizer<'_>) -> Result<String, Diagnostic> {
        let mut sentences = Vec::with_capacity(self.phrases.len());
        for phrase in &self.phrases {
            sentences.push(phrase.localize(localizer)?);
        }
        Ok(sentences.join(" "))
    }
}

impl<'r> From<Phrase<'r>> for Paragraph<'r> {
    fn from(phrase: Phrase<'r>) -> Self {
        Self {
            phrases: vec![phrase],
            link: None,
        }
    }
}
