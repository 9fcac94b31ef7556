//! What is published beside the pages: sitemap, robots.txt, headers, downloads, data twins, citations, feeds, calendars,
//! photographs, preview cards, the search index. Made from the plan and the register, never from HTML.

mod calendar;
mod citations;
mod data;
mod feeds;
mod headers;
mod page_data;
mod photos;
mod revision_log;
mod search;
mod sitemap;
mod social_cards;

pub use data::text_table_csv;
pub use headers::media_type;

use crate::diag::Diagnostic;
use crate::plan::{Page, Plan, REVISION_LOG_PATH, SEARCH_FOLDER};
use crate::records::{Fingerprint, Lang, sha256_hex};
use crate::theme::Theme;
use rayon::prelude::*;

/// A file to publish: its path below the site's folder, and its bytes.
pub type OutputFile = (String, Vec<u8>);

/// Where files go: it is called from several threads.
pub type WriteFile<'a> = &'a (dyn Fn(&str, &[u8]) -> Result<(), Diagnostic> + Sync);

/// What outputs need from outside.
#[derive(Clone, Copy)]
pub struct OutputContext<'a> {
    /// The one file that is wanted, by its path; all of them if none is named. What is made along with it is put too.
    pub only: Option<&'a str>,
    /// A file of the old site, unchanged since it was published.
    pub previous: &'a (dyn Fn(&str) -> Option<Vec<u8>> + Sync),
    /// A photograph's original, by its name in media/.
    pub photo: &'a (dyn Fn(&str) -> Result<Vec<u8>, Diagnostic> + Sync),
    /// Is the old site's file made from what has this print, and untouched? Then it stays, and need not be put.
    pub reuse: &'a (dyn Fn(&str, Fingerprint) -> bool + Sync),
    /// Where files go.
    pub write: WriteFile<'a>,
}

impl OutputContext<'_> {
    /// Is anything wanted whose path starts so?
    fn is_wanted(self, start: &str) -> bool {
        self.only.is_none_or(|path| path.starts_with(start))
    }
}

/// Makes every output, or what is wanted of them.
///
/// # Errors
/// Whatever could not be written.
pub fn write_all(
    plan: &Plan<'_>,
    theme: &Theme,
    outside: OutputContext<'_>,
) -> Result<(), Vec<Diagnostic>> {
    let mut files = headers::header_files(plan, theme.content_security_policy());
    files.extend(headers::robots_txt(plan));
    if outside.is_wanted("sitemap") {
        files.extend(sitemap::sitemap_files(plan));
    }
    if outside.is_wanted(REVISION_LOG_PATH) {
        files.extend(revision_log::revision_log_file(plan));
    }
    if outside.is_wanted(SEARCH_FOLDER) {
        files.extend(search::search_files(plan, theme).map_err(|fault| vec![fault])?);
    }
    if outside.is_wanted("data/") {
        files.extend(data::data_files(plan, theme).map_err(|fault| vec![fault])?);
    }
    let put = |(path, bytes): OutputFile| (outside.write)(&path, &bytes).err();
    let mut faults: Vec<Diagnostic> = files.into_par_iter().filter_map(put).collect();
    for make in [
        page_data::write_page_data,
        citations::write_citations,
        feeds::write_feeds,
        calendar::write_calendars,
        social_cards::write_cards,
    ] {
        faults.extend(make(plan, theme, outside));
    }
    faults.extend(photos::write_photos(plan, outside));
    crate::diag::sort_and_dedup(&mut faults);
    if faults.is_empty() {
        Ok(())
    } else {
        Err(faults)
    }
}

/// Does something for every page in every language beside which something is wanted, on every core.
fn for_each_page(
    plan: &Plan<'_>,
    outside: OutputContext<'_>,
    work: impl Fn(Page, Lang) -> Result<(), Diagnostic> + Sync,
) -> Vec<Diagnostic> {
    wanted_pages(plan, outside)
        .into_par_iter()
        .filter_map(|(page, lang)| work(page, lang).err())
        .collect()
}

/// The pages beside which something is wanted: the one in whose folder it is; and the one above, which has its block to quote
/// there.
fn wanted_pages(plan: &Plan<'_>, outside: OutputContext<'_>) -> Vec<(Page, Lang)> {
    let Some(path) = outside.only else {
        let languages: Vec<Lang> = plan.languages().collect();
        return plan
            .pages()
            .flat_map(|(_, page)| languages.iter().map(move |lang| (page, *lang)))
            .collect();
    };
    let folder = path.rfind('/').map_or("", |end| &path[..=end]);
    let both = |(page, lang): (Page, Lang)| {
        [Some(page), page.cited_entry()]
            .into_iter()
            .flatten()
            .map(move |page| (page, lang))
    };
    plan.resolve_path(folder)
        .into_iter()
        .flat_map(both)
        .collect()
}

/// JSON for people to read, too.
fn pretty_json(value: &impl serde::Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// What a file carries that is costly to make: by which recipe, from what.
fn provenance_tag(recipe: &str, source: &[u8]) -> String {
    format!("{recipe} {}", sha256_hex(source))
}
