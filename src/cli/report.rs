//! Reports about the records (`due`, `changes`): the register as it would be published on a day,
//! and its texts, days and addresses in the language of the messages.

use super::scaffold::wrap_text;
use super::terminal::Terminal;
use crate::checks::AsOf;
use crate::diag::messages::{Language, MessageArgs, Messages};
use crate::diag::{Code, Diagnostic, ExitStatus, SourceMap};
use crate::pipeline::{Report, planned};
use crate::plan::{Page, Plan};
use crate::records::{Day, Deadline, Lang, Text};
use crate::register::{
    CommitmentId, EntryId, KnownStatus, OfficeId, Outcome, Register, StopId, Totals,
};
use crate::source;
use crate::theme::{built_in_messages, format_day};
use serde_json::Value;
use std::path::Path;

/// The width of a text that is read on a terminal or pasted into a message.
const REPORT_WIDTH: usize = 80;

/// What would be published, and how to print it.
pub(super) struct ReportContext<'a> {
    pub(super) plan: &'a Plan<'a>,
    pub(super) register: &'a Register<'a>,
    pub(super) terminal: &'a Terminal<'a>,
    /// The language of the messages.
    lang: Lang,
    /// The site's messages in it: a status has the same name here as on the site.
    theme_messages: Messages,
}

/// Calls `then` with what would be published as of a day; prints the errors of the records instead
/// if they have some.
pub(super) fn with_report(
    root: &Path,
    as_of: AsOf,
    terminal: &Terminal<'_>,
    then: impl FnOnce(&ReportContext<'_>) -> Result<(), Diagnostic>,
) -> Result<ExitStatus, Diagnostic> {
    // `planned` knows only errors of the records: that of `then`, about the command line or the
    // output, is carried past it.
    let mut result = Ok(());
    let lang = match terminal.language {
        Language::Indonesian => Lang::Id,
        Language::English => Lang::En,
    };
    let Report {
        files,
        diagnostics,
        stats,
    } = planned(source::load(root), as_of, false, |site| {
        result = then(&ReportContext {
            plan: site.plan,
            register: site.register,
            terminal,
            lang,
            theme_messages: built_in_messages(lang),
        });
        Ok(())
    });
    result?;
    Ok(if stats.is_some() {
        ExitStatus::Clean
    } else {
        report_errors(diagnostics, &files, terminal)
    })
}

/// Prints the errors of the records, without the warnings, which stop nothing.
pub(super) fn report_errors(
    mut diagnostics: Vec<Diagnostic>,
    files: &SourceMap,
    terminal: &Terminal<'_>,
) -> ExitStatus {
    diagnostics.retain(Diagnostic::is_error);
    terminal.print_diagnostics(&diagnostics, files);
    ExitStatus::from_diagnostics(&diagnostics)
}

/// Prints that redacted words could not be looked for, if so: of all warnings the one without which
/// a success would promise too much.
pub(super) fn report_locked_redactions(
    mut diagnostics: Vec<Diagnostic>,
    files: &SourceMap,
    terminal: &Terminal<'_>,
) {
    diagnostics.retain(|d| d.code == Code::RedactionsLocked);
    if !diagnostics.is_empty() {
        terminal.print_diagnostics(&diagnostics, files);
    }
}

impl ReportContext<'_> {
    /// The message of a key.
    pub(super) fn message(&self, key: &str, args: &MessageArgs) -> String {
        self.terminal.message(key, args)
    }

    /// A text of a record without Markdown, in one line.
    pub(super) fn plain_text(&self, text: &Text) -> String {
        text.plain_text(self.lang, self.register.main_language())
    }

    /// `18 Maret 2022`
    pub(super) fn format_day(&self, day: Day) -> String {
        format_day(day, "plain", self.lang)
    }

    /// The words for what is known of a commitment.
    pub(super) fn status_label(&self, status: KnownStatus) -> String {
        self.theme_messages
            .message(&format!("status-{}", status.key()), &[])
    }

    /// How many aspirations became what, in words; what became of none is left out.
    pub(super) fn outcomes(&self, totals: &Totals) -> String {
        let mut parts = Vec::new();
        for outcome in Outcome::ALL {
            let count = totals.with_outcome(outcome);
            if count > 0 {
                let key = format!("count-outcome-{}", outcome.key());
                parts.push(self.message(&key, &[("count", count.to_string())]));
            }
        }
        parts.join(", ")
    }

    /// The absolute URL of a page, in the language of the messages if the site has it.
    pub(super) fn page_url(&self, page: Page) -> String {
        let mut languages = self.plan.languages();
        let lang = languages.find(|lang| *lang == self.lang);
        let lang = lang.unwrap_or_else(|| self.register.main_language());
        self.plan.canonical_url(page, lang)
    }

    /// The absolute URL of a commitment.
    pub(super) fn commitment_url(&self, id: CommitmentId) -> String {
        let commitment = self.register.commitment(id);
        let page = self.page_url(Page::Entry(commitment.entry));
        format!("{page}#{}", commitment.record.id)
    }

    /// `kunjungan 6, Kecamatan Wuluhan, 18 Maret 2022`
    pub(super) fn stop_label(&self, id: StopId) -> String {
        let stop = self.register.stop(id);
        let district = self.register.district(stop.district).record;
        let args = [
            ("number", stop.number().to_string()),
            ("district", district.name.to_string()),
            ("day", self.format_day(stop.record.date.value)),
        ];
        self.message("said-stop", &args)
    }

    /// The full name of an office.
    pub(super) fn office_name(&self, id: OfficeId) -> String {
        self.plain_text(&self.register.office(id).record.name)
    }

    /// An aspiration's or announcement's title.
    pub(super) fn entry_title(&self, id: EntryId) -> String {
        self.plain_text(self.register.entry(id).title)
    }

    /// The stop and the title of an entry, as where a commitment was made.
    pub(super) fn place_line(&self, id: EntryId) -> String {
        let stop = self.stop_label(self.register.entry(id).stop);
        let title = self.entry_title(id);
        self.message("due-place", &[("stop", stop), ("title", title)])
    }

    /// A deadline in its own words and as the last day that they allow.
    pub(super) fn format_deadline(&self, due: &Deadline) -> String {
        let day = due.last_day().map(|day| self.format_day(day));
        let Some(wording) = &due.wording else {
            return day.unwrap_or_default();
        };
        let said = ("said", self.plain_text(wording));
        match day {
            Some(day) => self.message("said-due-both", &[said, ("day", day)]),
            None => self.message("said-due-words", &[said]),
        }
    }
}

/// A value of a vocabulary as records have it: `done-verified`.
pub(super) fn kebab_name(value: impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(name)) => name,
        _ => String::new(),
    }
}

/// Appends a wrapped paragraph: its first line after `mark`, the others indented as far. URLs are
/// not broken.
pub(super) fn push_wrapped(out: &mut String, mark: &str, text: &str) {
    let indent = " ".repeat(mark.chars().count());
    let lines = wrap_text(text, REPORT_WIDTH - indent.len());
    for (n, line) in lines.iter().enumerate() {
        out.extend([if n == 0 { mark } else { &indent }, line, "\n"]);
    }
}
