//! The theme's messages, page titles and dates in one language, for code that is no template:
//! feeds, calendars and other outputs, embed blocks, JSON-LD.

use super::format;
use super::strings::{MessageArg, ThemeMessages};
use crate::diag::Diagnostic;
use crate::records::{AnswerKind, Day, Lang, PartialDate, Standing, collapse_whitespace};
use crate::view::{Title, TitleArg};

/// The messages and dates of one language of the site.
#[derive(Clone, Copy)]
pub struct Localizer<'t> {
    pub(super) lang: Lang,
    pub(super) messages: &'t ThemeMessages,
}

/// What is said of a deadline that has a date and is still one.
#[derive(Clone, Copy)]
pub struct DeadlineWords<'a> {
    /// The key of how the commitment stands against it: `deadline-KEY`.
    pub state: &'a str,
    /// The last day that keeps it.
    pub last_day: &'a str,
    /// Whether the date is the editor's reading.
    pub is_reading: bool,
    /// Since when the commitment is done.
    pub done_since: Option<&'a str>,
    /// The day on which somebody last looked for news and found none.
    pub looked_for: Option<&'a str>,
}

impl Localizer<'_> {
    /// The message of a key, with its arguments.
    ///
    /// # Errors
    /// If the theme lacks the message.
    pub fn message(
        &self,
        key: &str,
        args: &[(&'static str, MessageArg<'_>)],
    ) -> Result<String, Diagnostic> {
        self.messages.message(self.lang, key, args)
    }

    /// A page's title, in one line.
    ///
    /// # Errors
    /// If the theme lacks the message.
    pub fn title_text(&self, title: &Title<'_>) -> Result<String, Diagnostic> {
        let (key, args) = match title {
            Title::Text(text) => return Ok(collapse_whitespace(text.text)),
            Title::Message(key, args) => (key, args),
        };
        // Titles within the title come first: the arguments of the message borrow their texts.
        let mut inner_titles = Vec::new();
        for (name, arg) in args {
            if let TitleArg::Title(inner) = arg {
                inner_titles.push((*name, self.title_text(inner)?));
            }
        }
        let mut values = Vec::new();
        for (name, text) in &inner_titles {
            values.push((*name, MessageArg::Text(text)));
        }
        for (name, arg) in args {
            match arg {
                TitleArg::Number(number) => values.push((*name, MessageArg::Number(*number))),
                TitleArg::Name(text) => values.push((*name, MessageArg::Text(text))),
                TitleArg::Title(_) => {}
            }
        }
        self.message(key, &values)
    }

    /// Who speaks on the site, in a sentence that stands wherever its words are read alone.
    ///
    /// # Errors
    /// If the theme lacks the message.
    pub fn standing_line(&self, standing: Standing) -> Result<String, Diagnostic> {
        let key = match standing {
            Standing::Official => "standing-official",
            Standing::Independent => "standing-independent",
        };
        self.message(key, &[])
    }

    /// What became of an aspiration, by the key of its outcome. An answer without a promise is told
    /// by its kinds, and so is what was announced, which has no outcome.
    ///
    /// # Errors
    /// If the theme lacks the message.
    pub fn outcome_text(
        &self,
        outcome: Option<&str>,
        answers: &[AnswerKind],
    ) -> Result<String, Diagnostic> {
        let before = match outcome {
            None => "said-with",
            Some("answered") => "answered-with",
            Some(key) => return self.message(&format!("outcome-{key}"), &[]),
        };
        let before = self.message(before, &[])?;
        Ok(format!("{before} {}", self.answer_kinds(answers)?))
    }

    /// The kinds of an answer.
    ///
    /// # Errors
    /// If the theme lacks the message.
    pub fn answer_kinds(&self, answers: &[AnswerKind]) -> Result<String, Diagnostic> {
        let mut kinds = Vec::new();
        for kind in answers {
            kinds.push(self.message(&format!("answer-{}", kind.as_str()), &[])?);
        }
        Ok(kinds.join(", "))
    }

    /// How a commitment stands against a deadline; where nothing is known of one that has passed,
    /// with the day on which somebody looked. Days are those of views.
    ///
    /// # Errors
    /// If the theme lacks the message.
    pub fn deadline_text(&self, deadline: DeadlineWords<'_>) -> Result<String, Diagnostic> {
        let mut day = self.format_day(deadline.last_day);
        // Beside the date, which is what was read; what follows it is not.
        if deadline.is_reading {
            day += ", ";
            day += &self.message("deadline-reading", &[])?;
        }
        let done = self.format_day(deadline.done_since.unwrap_or_default());
        let args = [
            ("day", MessageArg::Text(&day)),
            ("done", MessageArg::Text(&done)),
        ];
        let mut text = self.message(&format!("deadline-{}", deadline.state), &args)?;
        if deadline.state == "passed-unknown" {
            text += " – ";
            text += &match deadline.looked_for {
                Some(day) => {
                    let day = self.format_day(day);
                    self.message("looked-for", &[("day", MessageArg::Text(&day))])?
                }
                None => self.message("never-looked-for", &[])?,
            };
        }
        Ok(text)
    }

    /// Formats a day of a view, `2022-03-18`, as `18 Maret 2022`. What is no day stays as it is.
    pub fn format_day(&self, text: &str) -> String {
        self.format_day_as(text, "plain")
    }

    /// The same in a style of the filter `day`.
    pub fn format_day_as(&self, text: &str, style: &str) -> String {
        match Day::parse(text) {
            Some(day) => format::format_day(day, style, self.lang),
            None => text.to_owned(),
        }
    }

    /// Formats a partial date of a view, such as `2022-Q4`. What is none stays as it is.
    pub fn format_partial_date(&self, text: &str) -> String {
        match PartialDate::parse(text) {
            Some(date) => format::format_partial_date(date, self.lang),
            None => text.to_owned(),
        }
    }
}
