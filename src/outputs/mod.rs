//! What is published beside the pages: sitemap, robots.txt, headers, downloads, data beside pages,
//! citations, feeds, calendars, photographs, preview cards, the search index. Made from the plan
//! and the register, never from HTML.

mod calendar;
mod citations;
mod context;
mod data;
mod feeds;
mod headers;
mod page_data;
mod photos;
mod revision_log;
mod search;
mod sitemap;
mod social_cards;

pub use context::{OutputContext, OutputFile, WriteFile};
pub use data::text_table_csv;
pub use headers::media_type;

use crate::diag::Diagnostic;
use crate::plan::{Plan, REVISION_LOG_PATH, SEARCH_FOLDER};
use crate::theme::Theme;
use rayon::prelude::*;

/// Makes every output, or what is wanted of them.
///
/// # Errors
/// Whatever could not be written.
pub fn write_all(
    plan: &Plan<'_>,
    theme: &Theme,
    output: OutputContext<'_>,
) -> Result<(), Vec<Diagnostic>> {
    // What needs no page in particular: few files, some of them large.
    let mut files = headers::header_files(plan, theme.content_security_policy());
    files.extend(headers::robots_txt(plan));
    if output.is_wanted("sitemap") {
        files.extend(sitemap::sitemap_files(plan));
    }
    if output.is_wanted(REVISION_LOG_PATH) {
        files.extend(revision_log::revision_log_file(plan));
    }
    if output.is_wanted(SEARCH_FOLDER) {
        files.extend(search::search_files(plan, theme).map_err(|fault| vec![fault])?);
    }
    if output.is_wanted("data/") {
        files.extend(data::data_files(plan, theme).map_err(|fault| vec![fault])?);
    }
    let put = |(path, bytes): OutputFile| (output.write)(&path, &bytes).err();
    let mut diagnostics: Vec<Diagnostic> = files.into_par_iter().filter_map(put).collect();
    // One after the other: each uses all cores by itself.
    for make in [
        page_data::write_page_data,
        citations::write_citations,
        feeds::write_feeds,
        calendar::write_calendars,
        social_cards::write_cards,
    ] {
        diagnostics.extend(make(plan, theme, output));
    }
    diagnostics.extend(photos::write_photos(plan, output));
    crate::diag::sort_and_dedup(&mut diagnostics);
    if diagnostics.is_empty() {
        Ok(())
    } else {
        Err(diagnostics)
    }
}
