//! What commands share that only look at the records: what would be published on a day, in the words of a person's language.

use super::ExitStatus;
use super::scaffold::wrap_text;
use super::terminal::Terminal;
use crate::Report;
use crate::checks::AsOf;
use crate::diag::messages::{Language, Messages};
use crate::diag::{Diagnostic, SourceMap};
use crate::plan::{Page, Plan};
use crate::records::{Day, Deadline, Lang, Status, Text};
use crate::register::{CommitmentId, EntryId, Register, StopId};
use crate::theme::{built_in_messages, format_day};
use std::path::Path;

/// How wide a text is that is read on a terminal or pasted into a message.
const REPORT_WIDTH: usize = 80;

/// What would be published, and how it is told.
pub(super) struct ReportContext<'a> {
    pub(super) plan: &'a Plan<'a>,
    pub(super) register: &'a Register<'a>,
    pub(super) terminal: &'a Terminal<'a>,
    /// The language of the messages.
    lang: Lang,
    /// The site's words in it: a status is called the same here.
    theme_messages: Messages,
}

/// Shows `then` what would be published; where something is wrong with the records, it is told instead.
pub(super) fn with_report(
    root: &Path,
    when: AsOf,
    screen: &Terminal<'_>,
    then: impl FnOnce(&ReportContext<'_>) -> Result<(), Diagnostic>,
) -> Result<ExitStatus, Diagnostic> {
    let mut shown = Ok(());
    let lang = if screen.language == Language::English {
        Lang::En
    } else {
        Lang::Id
    };
    let Report {
        files,
        diagnostics,
        stats: figures,
    } = crate::with_plan(root, when, |plan| {
        shown = then(&ReportContext {
            plan,
            register: plan.register(),
            terminal: screen,
            lang,
            theme_messages: built_in_messages(lang),
        });
    });
    shown?;
    Ok(if figures.is_some() {
        ExitStatus::Clean
    } else {
        report_errors(diagnostics, &files, screen)
    })
}

/// Tells what is wrong with the records; warnings stop nothing.
pub(super) fn report_errors(
    mut diagnostics: Vec<Diagnostic>,
    files: &SourceMap,
    screen: &Terminal<'_>,
) -> ExitStatus {
    diagnostics.retain(Diagnostic::is_error);
    screen.print_diagnostics(&diagnostics, files);
    ExitStatus::from_diagnostics(&diagnostics)
}

impl ReportContext<'_> {
    /// The text under a key.
    pub(super) fn message(&self, key: &str, args: &crate::diag::messages::MessageArgs) -> String {
        self.terminal.message(key, args)
    }

    /// Words of a record without Markdown, in one line.
    pub(super) fn plain_text(&self, text: &Text) -> String {
        text.plain_text(self.lang, self.register.main_language())
    }

    /// `18 Maret 2022`
    pub(super) fn format_day(&self, day: Day) -> String {
        format_day(day, "plain", self.lang)
    }

    /// A status in a word or two.
    pub(super) fn status_label(&self, status: Option<Status>) -> String {
        self.theme_messages
            .message(&format!("status-{}", Status::key_or_recorded(status)), &[])
    }

    /// The whole address of a page.
    pub(super) fn page_url(&self, page: Page) -> String {
        let has_it = self.plan.languages().any(|lang| lang == self.lang);
        self.plan.canonical_url(
            page,
            if has_it {
                self.lang
            } else {
                self.register.main_language()
            },
        )
    }

    /// The whole address of a commitment.
    pub(super) fn commitment_url(&self, id: CommitmentId) -> String {
        let commitment = self.register.commitment(id);
        format!(
            "{}#{}",
            self.page_url(Page::Entry(commitment.entry)),
            commitment.record.id
        )
    }

    /// `perhentian 6, Kecamatan Wuluhan, 18 Maret 2022`
    pub(super) fn stop_label(&self, id: StopId) -> String {
        let stop = self.register.stop(id);
        let args = [
            ("number", stop.number().to_string()),
            (
                "district",
                self.register
                    .district(stop.district)
                    .record
                    .name
                    .to_string(),
            ),
            ("day", self.format_day(stop.record.date.value)),
        ];
        self.message("said-stop", &args)
    }

    /// An aspiration's or announcement's title.
    pub(super) fn entry_title(&self, id: EntryId) -> String {
        self.plain_text(self.register.entry(id).title)
    }

    /// A deadline as it was said and as the day that is read from it.
    pub(super) fn format_deadline(&self, due: &Deadline) -> String {
        let day = due.date.map(|by| self.format_day(by.last_day()));
        match (&due.wording, day) {
            (Some(said), Some(day)) => self.message(
                "said-due-both",
                &[("said", self.plain_text(said)), ("day", day)],
            ),
            (Some(said), None) => {
                self.message("said-due-words", &[("said", self.plain_text(said))])
            }
            (None, day) => day.unwrap_or_default(),
        }
    }
}

/// A word of a vocabulary, as it is written in records.
pub(super) fn kebab_name(word: impl serde::Serialize) -> String {
    serde_json::to_value(word)
        .ok()
        .and_then(|word| word.as_str().map(str::to_owned))
        .unwrap_or_default()
}

/// Puts a paragraph under what was written: its first line behind `mark`, all others below its words. Addresses stay whole.
pub(super) fn push_wrapped(out: &mut String, mark: &str, text: &str) {
    let indent = " ".repeat(mark.chars().count());
    for (n, line) in wrap_text(text, REPORT_WIDTH - indent.len())
        .iter()
        .enumerate()
    {
        out.extend([if n == 0 { mark } else { &indent }, line, "\n"]);
    }
}
