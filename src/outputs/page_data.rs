//! Data twins: every page as JSON, every list as CSV too, at an address beside it; with the same shape everywhere, a static
//! interface for programs.

use super::data::{Sheet, csv};
use super::{Outside, each_page, pretty};
use crate::diag::Diagnostic;
use crate::plan::{Page, Plan};
use crate::records::Lang;
use crate::theme::Theme;
use std::collections::BTreeMap;

/// Writes the twins; they are the same for every language, and stand beside the pages of the first.
pub(super) fn twins(plan: &Plan<'_>, theme: &Theme, outside: Outside<'_>) -> Vec<Diagnostic> {
    if !plan.register().site().outputs.twins {
        return Vec::new();
    }
    each_page(plan, outside, |page, lang| {
        // A list's other parts have the first one's.
        if lang == plan.register().main_language() && page == page.whole() {
            twin(plan, theme, page, outside)
        } else {
            Ok(())
        }
    })
}

fn twin(plan: &Plan<'_>, theme: &Theme, page: Page, outside: Outside<'_>) -> Result<(), Diagnostic> {
    if let Some(path) = plan.twin(page) {
        let title = |lang: Lang| Ok((lang.code(), theme.voice(lang).title(&plan.title(page, lang))?));
        let titles = plan.languages().map(title).collect::<Result<BTreeMap<_, _>, Diagnostic>>()?;
        (outside.put)(&path, &pretty(&plan.document(page, titles)))?;
    }
    if let (Some(path), Some((table, rows))) = (plan.rows_twin(page), plan.list_rows(page)) {
        (outside.put)(&path, &csv(&Sheet::of(plan, table, rows)))?;
    }
    Ok(())
}
