//! Page data: every page as `data.json`, every list as `data.csv` too, beside the page and with the
//! same shape everywhere; a static interface for programs.

use super::context::{OutputContext, for_each_page, pretty_json};
use super::data::{FlatTable, flat_table_csv};
use crate::diag::Diagnostic;
use crate::plan::{Page, Plan};
use crate::records::Lang;
use crate::theme::Theme;
use crate::{data, view};
use std::collections::BTreeMap;

/// Writes the data of every page. It is the same for every language, and is beside the pages of the
/// main one.
pub(super) fn write_page_data(
    plan: &Plan<'_>,
    theme: &Theme,
    output: OutputContext<'_>,
) -> Vec<Diagnostic> {
    if !plan.register().site().outputs.twins {
        return Vec::new();
    }
    for_each_page(plan, output, |page, lang| {
        // The data of a list are whole: its further pages have none of their own.
        if lang == plan.register().main_language() && page == page.first_page() {
            write_page_files(plan, theme, page, output)
        } else {
            Ok(())
        }
    })
}

fn write_page_files(
    plan: &Plan<'_>,
    theme: &Theme,
    page: Page,
    output: OutputContext<'_>,
) -> Result<(), Diagnostic> {
    if let Some(path) = plan.page_json_path(page) {
        let title = |lang: Lang| {
            Ok((
                lang.code(),
                theme
                    .localizer(lang)
                    .title_text(&view::title(plan, page, lang))?,
            ))
        };
        let titles = plan
            .languages()
            .map(title)
            .collect::<Result<BTreeMap<_, _>, Diagnostic>>()?;
        (output.write)(&path, &pretty_json(&data::document(plan, page, titles)))?;
    }
    if let (Some(path), Some((table, rows))) =
        (plan.list_csv_path(page), data::list_rows(plan, page))
    {
        (output.write)(
            &path,
            &flat_table_csv(&FlatTable::from_rows(plan, table, rows)),
        )?;
    }
    Ok(())
}
