//! What the rules say of the records as if a form were saved, and the page as it would look.
//! Nothing is written.

use super::context::EditContext;
use super::inputs::FieldMessage;
use super::pending_edit::PendingEdit;
use crate::diag::messages::Messages;
use crate::diag::{Code, Diagnostic, SourceMap, render};
use crate::editing::FieldLocation;
use crate::pipeline::{Report, load_theme, planned};
use crate::source::Overrides;
use crate::source::yaml::node::Node;
use crate::sync::lock;
use crate::view;

/// The result of checking the whole site.
pub(super) struct Evaluation {
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) files: SourceMap,
    /// The record's page; `None` if there is an error, or no such page.
    pub(super) page: Option<Vec<u8>>,
}

/// What stays the same of a diagnostic when a change moves the lines around it: its code, its file
/// and its arguments.
type DiagnosticIdentity = (Code, String, Vec<(&'static str, String)>);

impl Evaluation {
    /// Checks the site as if `texts` were saved, drafts included, and renders the page at
    /// `address`.
    pub(super) fn evaluate(
        site: EditContext<'_>,
        texts: &Overrides,
        address: Option<&str>,
    ) -> Self {
        let loaded = lock(site.cache).load_with_overrides(site.root, texts);
        let mut page = None;
        let Report {
            files, diagnostics, ..
        } = planned(loaded, site.as_of, true, |planned| {
            // Called only if no rule finds an error: of such records there is no page to show.
            let plan = planned.plan;
            if let Some(found) = address.and_then(|address| plan.page_at(address)) {
                let theme = load_theme(site.root, planned)?;
                let main = planned.register.main_language();
                let view = view::page(plan, found, main);
                page = Some(theme.render_page(&view, main, planned.files)?);
            }
            Ok(())
        });
        Self {
            diagnostics,
            files,
            page,
        }
    }

    fn path_of(&self, diagnostic: &Diagnostic) -> &str {
        diagnostic
            .span
            .and_then(|span| self.files.get(span.file))
            .map_or("", |file| &file.path)
    }

    fn identity_of(&self, diagnostic: &Diagnostic) -> DiagnosticIdentity {
        (
            diagnostic.code,
            self.path_of(diagnostic).to_owned(),
            diagnostic.args.clone(),
        )
    }

    /// The errors that another evaluation does not have: those that a change would bring.
    pub(super) fn new_errors(&self, before: &Self) -> Vec<&Diagnostic> {
        let known = before.diagnostics.iter();
        let mut known: Vec<DiagnosticIdentity> = known.map(|d| before.identity_of(d)).collect();
        let mut new = Vec::new();
        for error in self.diagnostics.iter().filter(|d| d.is_error()) {
            let identity = self.identity_of(error);
            // Each earlier diagnostic excuses one: the same error twice is a new one.
            match known.iter().position(|other| *other == identity) {
                Some(at) => {
                    known.swap_remove(at);
                }
                None => new.push(error),
            }
        }
        new
    }

    /// The field of the edited record to which a diagnostic belongs; `tree` is that of its file
    /// after the change. Returns `None` if it is about something else.
    pub(super) fn field_location(
        &self,
        diagnostic: &Diagnostic,
        edit: &PendingEdit,
        tree: &Node<'_>,
    ) -> Option<FieldLocation> {
        if self.path_of(diagnostic) != edit.file {
            return None;
        }
        let mut location = FieldLocation::of_diagnostic(diagnostic, tree);
        let record_path = &edit.target.record_path;
        // The form of an entry has its responses and commitments as rows: their fields are fields
        // of the form.
        let below = location.record_path.steps_below(record_path)?;
        if !below.is_empty() {
            let field = format!("{below}/{}", location.field_path).replace('/', ".");
            field
                .trim_end_matches('.')
                .clone_into(&mut location.field_path);
        }
        Some(location)
    }

    /// A diagnostic as the terminal shows it; with file and line, unless it is about the form's own
    /// record.
    pub(super) fn field_message(
        &self,
        diagnostic: &Diagnostic,
        is_own: bool,
        messages: &Messages,
    ) -> FieldMessage {
        FieldMessage {
            text: if is_own {
                render::message_text(diagnostic, messages)
            } else {
                message_with_line(diagnostic, &self.files, messages)
            },
            help: render::help_text(diagnostic, messages).unwrap_or_default(),
            is_error: diagnostic.is_error(),
        }
    }
}

/// The message of a diagnostic behind its file and line, if it has any.
pub(super) fn message_with_line(
    diagnostic: &Diagnostic,
    files: &SourceMap,
    messages: &Messages,
) -> String {
    let text = render::message_text(diagnostic, messages);
    if let Some(span) = diagnostic.span
        && let Some(file) = files.get(span.file)
    {
        let line = file.line_column(span.range().start).0;
        format!("{}:{line}: {text}", file.path)
    } else {
        text
    }
}
