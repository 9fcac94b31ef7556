//! Page data: records, places, offices and topics as `data.json`, lists as `data.csv`, beside the page
//! and with the same shape everywhere, so that programs can read the site as a static API.

use super::context::OutputContext;
use super::data::{FlatTable, flat_table_csv};
use crate::diag::Diagnostic;
use crate::plan::{Page, Plan};
use crate::records::Lang;
use crate::theme::Theme;
use crate::{data, view};
use std::collections::BTreeMap;

/// Writes the data of a page. It is the same for every language, and is beside the pages of the
/// main one.
pub(super) fn write_page_data(
    plan: &Plan<'_>,
    theme: &Theme,
    output: OutputContext<'_>,
    page: Page,
    lang: Lang,
) -> Result<(), Diagnostic> {
    // The data of a list are whole: its further pages have none of their own.
    if lang != plan.register().main_language() || page != page.first_page() {
        return Ok(());
    }
    if let Some(path) = plan.page_json_path(page) {
        let (mut titles, mut citations) = (BTreeMap::new(), BTreeMap::new());
        let citation_page = page.citation_page().filter(|page| plan.has_page(*page));
        for lang in plan.languages() {
            let title = view::title(plan, page, lang);
            titles.insert(lang.code(), theme.localizer(lang).title_text(&title)?);
            if let Some(page) = citation_page {
                let cited = theme.citations(&view::page(plan, page, lang), lang)?;
                let csl = cited.into_iter().map(|citation| citation.csl);
                citations.insert(lang.code(), csl.collect());
            }
        }
        let document = data::document(plan, page, titles, citations);
        let mut json = serde_json::to_vec(&document).unwrap_or_default();
        json.push(b'\n');
        (output.write)(&path, &json)?;
    }
    if let Some(path) = plan.list_csv_path(page)
        && let Some((table, rows)) = data::list_rows(plan, page)
    {
        let table = FlatTable::from_rows(plan, table, rows);
        (output.write)(&path, &flat_table_csv(&table))?;
    }
    Ok(())
}
