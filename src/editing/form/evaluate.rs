//! What the rules say of the records as they would be, and the page as it would look. Nothing is written.

use super::context::EditContext;
use super::inputs::FieldMessage;
use super::target::EditTarget;
use crate::diag::messages::Messages;
use crate::diag::{Code, Diagnostic, SourceMap, render};
use crate::editing::FieldLocation;
use crate::register::Register;
use crate::source::Overrides;
use crate::source::yaml::node::Node;
use crate::sync::lock;
use crate::{Report, load_theme, plan};

/// What came of it.
pub(super) struct Evaluation {
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) files: SourceMap,
    /// The page; none if something is wrong, or there is none.
    pub(super) page: Option<Vec<u8>>,
}

/// By what a fault is the same before and after a change, which moves places.
type DiagnosticIdentity = (Code, String, Vec<(&'static str, String)>);

impl Evaluation {
    /// Judges the site as if `texts` were saved, with what is held back; the page is that of an address.
    pub(super) fn evaluate(
        site: EditContext<'_>,
        texts: &Overrides,
        address: Option<&str>,
    ) -> Self {
        let loaded = lock(site.cache).load_with_overrides(site.root, texts);
        let mut page = None;
        let outcome = crate::check_loaded(loaded, site.as_of, |checked, files| {
            let register = Register::as_of(checked, true);
            let plan = plan::build_plan(&register)?;
            if let Some(found) = address.and_then(|address| plan.page_at(address)) {
                let theme = load_theme(site.root, &plan, files)?;
                let main = register.main_language();
                page = Some(theme.render_page(&plan.page_view(found, main), main, files)?);
            }
            Ok(crate::stats(&register))
        });
        let Report {
            files,
            diagnostics: faults,
            ..
        } = outcome;
        Self {
            diagnostics: faults,
            files,
            page,
        }
    }

    fn path_of(&self, fault: &Diagnostic) -> &str {
        fault
            .span
            .and_then(|span| self.files.get(span.file))
            .map_or("", |file| &file.path)
    }

    fn identity_of(&self, fault: &Diagnostic) -> DiagnosticIdentity {
        (
            fault.code,
            self.path_of(fault).to_owned(),
            fault.args.clone(),
        )
    }

    /// The errors that another verdict does not have: what a change brought.
    pub(super) fn new_errors(&self, before: &Self) -> Vec<&Diagnostic> {
        let mut known: Vec<DiagnosticIdentity> = before
            .diagnostics
            .iter()
            .map(|fault| before.identity_of(fault))
            .collect();
        let is_new = |fault: &&Diagnostic| match known
            .iter()
            .position(|mark| *mark == self.identity_of(fault))
        {
            Some(at) => {
                known.swap_remove(at);
                false
            }
            None => true,
        };
        self.diagnostics
            .iter()
            .filter(|fault| fault.is_error())
            .filter(is_new)
            .collect()
    }

    /// The field of the record in which a fault stands, if it stands in the record.
    pub(super) fn field_location(
        &self,
        fault: &Diagnostic,
        subject: &EditTarget,
        file: &str,
        tree: &Node<'_>,
    ) -> Option<FieldLocation> {
        let place = Some(FieldLocation::of_diagnostic(fault, tree))
            .filter(|_| self.path_of(fault) == file)?;
        let below = match (&*subject.record_path, &*place.record_path) {
            (own, record) if own == record => "",
            ("", _) => return None,
            (own, record) => record.strip_prefix(own)?.strip_prefix('/')?,
        };
        let steps = [below.replace('/', "."), place.field_path];
        let field = steps
            .into_iter()
            .filter(|step| !step.is_empty())
            .collect::<Vec<_>>()
            .join(".");
        Some(FieldLocation {
            record_path: subject.record_path.clone(),
            field_path: field,
        })
    }

    /// What a rule says, in the words of the terminal; with its place, if it is not in the record.
    pub(super) fn field_message(
        &self,
        fault: &Diagnostic,
        is_own: bool,
        words: &Messages,
    ) -> FieldMessage {
        let text = render::message_text(fault, words);
        let at = fault
            .span
            .and_then(|span| Some((self.files.get(span.file)?, span)));
        let text = match at.filter(|_| !is_own) {
            Some((file, span)) => format!(
                "{}:{}: {text}",
                file.path,
                file.line_column(span.range().start).0
            ),
            None => text,
        };
        FieldMessage {
            text,
            help: render::help_text(fault, words).unwrap_or_default(),
            is_error: fault.is_error(),
        }
    }
}
