//! The theme's words and days in one language, for what is not a template.

use super::filters;
use super::strings::{Gap, Strings};
use crate::diag::Diagnostic;
use crate::records::{Day, Lang, Term};

/// Who speaks a language of the site.
#[derive(Clone, Copy)]
pub struct Voice<'t> {
    pub(super) lang: Lang,
    pub(super) words: &'t Strings,
}

impl Voice<'_> {
    /// The words under a key, with values for their gaps.
    ///
    /// # Errors
    /// If there are none.
    pub fn say(&self, key: &str, values: &[(&'static str, Gap<'_>)]) -> Result<String, Diagnostic> {
        self.words.say(self.lang, key, values)
    }

    /// A day that stands in a view: `18 Maret 2022`. What is no day stays as it is.
    pub fn day(&self, text: &str) -> String {
        Day::parse(text).map_or_else(|| text.to_owned(), |day| filters::written(day, "plain", self.lang))
    }

    /// A term that stands in a view, as exact as it was named.
    pub fn term(&self, text: &str) -> String {
        let term = Term::try_from(text.to_owned());
        term.map_or_else(|_| text.to_owned(), |term| filters::term_written(term, self.lang))
    }
}
