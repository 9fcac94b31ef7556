//! What commands share that only look at the records: what would be published on a day, in the words of a person's language.

use super::Ended;
use super::scaffold::wrapped;
use super::terminal::Screen;
use crate::Outcome;
use crate::checks::AsOf;
use crate::diag::messages::{Language, Words};
use crate::diag::{Diagnostic, Files};
use crate::plan::{Page, Plan};
use crate::records::{Day, Deadline, Lang, Status, Text};
use crate::register::{CommitmentId, EntryId, Register, StopId};
use crate::theme::{built_in_messages, format_day};
use std::path::Path;

/// How wide a text is that is read on a terminal or pasted into a message.
const WIDTH: usize = 80;

/// What would be published, and how it is told.
pub(super) struct View<'a> {
    pub(super) plan: &'a Plan<'a>,
    pub(super) register: &'a Register<'a>,
    pub(super) screen: &'a Screen<'a>,
    /// The language of the messages.
    lang: Lang,
    /// The site's words in it: a status is called the same here.
    words: Words,
}

/// Shows `then` what would be published; where something is wrong with the records, it is told instead.
pub(super) fn look(
    root: &Path,
    when: AsOf,
    screen: &Screen<'_>,
    then: impl FnOnce(&View<'_>) -> Result<(), Diagnostic>,
) -> Result<Ended, Diagnostic> {
    let mut shown = Ok(());
    let lang = if screen.language == Language::English { Lang::En } else { Lang::Id };
    let Outcome { files, diagnostics, figures } = crate::look(root, when, |plan| {
        shown = then(&View { plan, register: plan.register(), screen, lang, words: built_in_messages(lang) });
    });
    shown?;
    Ok(if figures.is_some() { Ended::Clean } else { wrong(diagnostics, &files, screen) })
}

/// Tells what is wrong with the records; warnings stop nothing.
pub(super) fn wrong(mut diagnostics: Vec<Diagnostic>, files: &Files, screen: &Screen<'_>) -> Ended {
    diagnostics.retain(Diagnostic::is_error);
    screen.faults(&diagnostics, files);
    Ended::by(&diagnostics)
}

impl View<'_> {
    /// The text under a key.
    pub(super) fn say(&self, key: &str, args: &crate::diag::messages::Args) -> String {
        self.screen.say(key, args)
    }

    /// Words of a record without Markdown, in one line.
    pub(super) fn plain(&self, text: &Text) -> String {
        text.plain_text(self.lang, self.register.main_language())
    }

    /// `18 Maret 2022`
    pub(super) fn day(&self, day: Day) -> String {
        format_day(day, "plain", self.lang)
    }

    /// A status in a word or two.
    pub(super) fn status(&self, status: Option<Status>) -> String {
        self.words.say(&format!("status-{}", status.map_or_else(|| "recorded".to_owned(), key)), &[])
    }

    /// The whole address of a page.
    pub(super) fn url(&self, page: Page) -> String {
        let has_it = self.plan.languages().any(|lang| lang == self.lang);
        self.plan.canonical_url(page, if has_it { self.lang } else { self.register.main_language() })
    }

    /// The whole address of a commitment.
    pub(super) fn commitment_url(&self, id: CommitmentId) -> String {
        let commitment = self.register.commitment(id);
        format!("{}#{}", self.url(Page::Entry(commitment.entry)), commitment.record.id)
    }

    /// `perhentian 6, Kecamatan Wuluhan, 18 Maret 2022`
    pub(super) fn stop(&self, id: StopId) -> String {
        let stop = self.register.stop(id);
        let args = [
            ("number", stop.number().to_string()),
            ("district", self.register.district(stop.district).record.name.to_string()),
            ("day", self.day(stop.record.date.value)),
        ];
        self.say("said-stop", &args)
    }

    /// An aspiration's or announcement's title.
    pub(super) fn title(&self, id: EntryId) -> String {
        self.plain(self.register.entry(id).title)
    }

    /// A deadline as it was said and as the day that is read from it.
    pub(super) fn due(&self, due: &Deadline) -> String {
        let day = due.date.map(|by| self.day(by.last_day()));
        match (&due.wording, day) {
            (Some(said), Some(day)) => self.say("said-due-both", &[("said", self.plain(said)), ("day", day)]),
            (Some(said), None) => self.say("said-due-words", &[("said", self.plain(said))]),
            (None, day) => day.unwrap_or_default(),
        }
    }
}

/// A word of a vocabulary, as it is written in records.
pub(super) fn key(word: impl serde::Serialize) -> String {
    serde_json::to_value(word).ok().and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default()
}

/// Puts a paragraph under what was written: its first line behind `mark`, all others below its words. Addresses stay whole.
pub(super) fn put(out: &mut String, mark: &str, text: &str) {
    let indent = " ".repeat(mark.chars().count());
    for (n, line) in wrapped(text, WIDTH - indent.len()).iter().enumerate() {
        out.extend([if n == 0 { mark } else { &indent }, line, "\n"]);
    }
}
