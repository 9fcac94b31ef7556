//! The outputs: every published file that is no page. Sitemap, robots.txt, headers, downloads, data
//! beside pages, oEmbed, feeds, calendars, photographs, social cards and the search index are
//! made from the plan and the register, never from HTML; the pipeline and `jhur serve` call
//! [`write_all`].

mod calendar;
mod context;
mod data;
mod feeds;
mod headers;
mod oembed;
mod page_data;
mod photos;
mod revision_log;
mod search;
mod sitemap;
mod social_cards;

pub use context::OutputContext;
pub use data::text_table_csv;
pub use headers::media_type;

use crate::diag::Diagnostic;
use crate::plan::{LOG_FOLDER, Plan, SEARCH_FOLDER};
use crate::theme::Theme;
use context::{OutputFile, WriteForPage, for_each_page};
use rayon::prelude::*;

/// Makes every output, or those that are wanted.
///
/// # Errors
/// Whatever could not be written.
pub fn write_all(
    plan: &Plan<'_>,
    theme: &Theme,
    output: OutputContext<'_>,
) -> Result<(), Vec<Diagnostic>> {
    let files = site_files(plan, theme, output).map_err(|error| vec![error])?;
    let mut diagnostics: Vec<Diagnostic> = files
        .into_par_iter()
        .filter_map(|(path, bytes)| (output.write)(&path, &bytes).err())
        .collect();
    let enabled = &plan.register().site().outputs;
    let writers: [(bool, WriteForPage); 4] = [
        (enabled.twins, page_data::write_page_data),
        (enabled.citations, oembed::write_oembed),
        (enabled.feeds, feeds::write_feeds),
        (enabled.feeds, calendar::write_calendar),
    ];
    // One after the other: each uses all cores by itself.
    for (enabled, write) in writers {
        if enabled {
            diagnostics.extend(for_each_page(plan, theme, output, write));
        }
    }
    if enabled.cards {
        diagnostics.extend(social_cards::write_cards(plan, theme, output));
    }
    diagnostics.extend(photos::write_photos(plan, output));
    crate::diag::sort_and_dedup(&mut diagnostics);
    if diagnostics.is_empty() {
        Ok(())
    } else {
        Err(diagnostics)
    }
}

/// The outputs that belong to no page: few files, some of them large.
fn site_files(
    plan: &Plan<'_>,
    theme: &Theme,
    output: OutputContext<'_>,
) -> Result<Vec<OutputFile>, Diagnostic> {
    let mut files = headers::header_files(plan, theme.content_security_policy());
    files.push(headers::robots_txt(plan));
    if output.is_wanted("sitemap") {
        files.extend(sitemap::sitemap_files(plan));
    }
    if output.is_wanted(LOG_FOLDER) {
        files.extend(revision_log::revision_log_files(plan));
    }
    if output.is_wanted(SEARCH_FOLDER) {
        files.extend(search::search_files(plan, theme)?);
    }
    if output.is_wanted("data/") {
        files.extend(data::data_files(plan, theme)?);
    }
    Ok(files)
}
