//! Page data: every page as `data.json` and every list as `data.csv` too, beside the page and with
//! the same shape everywhere, so that programs can read the site as a static API.

use super::context::{OutputContext, pretty_json};
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
        let mut titles = BTreeMap::new();
        for lang in plan.languages() {
            let title = view::title(plan, page, lang);
            titles.insert(lang.code(), theme.localizer(lang).title_text(&title)?);
        }
        (output.write)(&path, &pretty_json(&data::document(plan, page, titles)))?;
    }
    if let Some(path) = plan.list_csv_path(page)
        && let Some((table, rows)) = data::list_rows(plan, page)
    {
        let table = FlatTable::from_rows(plan, table, rows);
        (output.write)(&path, &flat_table_csv(&table))?;
    }
    Ok(())
}
