//! What is published beside the pages: sitemap, robots.txt, headers, downloads, data twins, citations, feeds, calendars,
//! photographs, preview cards, the search index. Made from the plan and the register, never from HTML.

mod calendar;
mod cards;
mod citations;
mod data;
mod feeds;
mod headers;
mod log;
mod photos;
mod search;
mod sitemap;
mod twins;

use crate::diag::Diagnostic;
use crate::records::{Lang, Print, sha256};
use crate::site::{Page, Plan};
use crate::theme::Theme;
use rayon::prelude::*;

/// A file to publish: its path below the site's folder, and its bytes.
pub type Output = (String, Vec<u8>);

/// Where files go: it is called from several threads.
pub type Put<'a> = &'a (dyn Fn(&str, &[u8]) -> Result<(), Diagnostic> + Sync);

/// What outputs need from outside.
#[derive(Clone, Copy)]
pub struct Outside<'a> {
    /// A file of the old site, unchanged since it was published.
    pub published: &'a (dyn Fn(&str) -> Option<Vec<u8>> + Sync),
    /// A photograph's original, by its name in media/.
    pub photo: &'a (dyn Fn(&str) -> Result<Vec<u8>, Diagnostic> + Sync),
    /// Is the old site's file made from what has this print, and untouched? Then it stays, and need not be put.
    pub kept: &'a (dyn Fn(&str, Print) -> bool + Sync),
    /// Where files go.
    pub put: Put<'a>,
}

/// Makes every output.
///
/// # Errors
/// Whatever could not be written.
pub fn make(plan: &Plan<'_>, theme: &Theme, outside: Outside<'_>) -> Result<(), Vec<Diagnostic>> {
    let few = [sitemap::sitemap(plan), headers::robots(plan), headers::headers(plan, theme.policy()), log::log(plan)];
    let searched = search::search(plan, theme).map_err(|fault| vec![fault])?;
    let data = data::data(plan, theme).map_err(|fault| vec![fault])?;
    let put = |(path, bytes): Output| (outside.put)(&path, &bytes).err();
    let files = few.into_iter().flatten().chain(searched).chain(data).collect::<Vec<_>>();
    let mut faults: Vec<Diagnostic> = files.into_par_iter().filter_map(put).collect();
    for make in [twins::twins, citations::citations, feeds::feeds, calendar::calendars, cards::cards] {
        faults.extend(make(plan, theme, outside));
    }
    faults.extend(photos::photos(plan, outside));
    crate::diag::sort(&mut faults);
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// Does something for every page in every language, on every core.
fn each_page(plan: &Plan<'_>, work: impl Fn(Page, Lang) -> Result<(), Diagnostic> + Sync) -> Vec<Diagnostic> {
    let languages: Vec<Lang> = plan.languages().collect();
    let pages: Vec<Page> = plan.pages().map(|(_, page)| page).collect();
    let one = |page: &Page| languages.iter().filter_map(|lang| work(*page, *lang).err()).collect::<Vec<_>>();
    pages.par_iter().flat_map_iter(one).collect()
}

/// JSON for people to read, too.
fn pretty(value: &impl serde::Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// What a file carries that is costly to make: by which recipe, from what.
fn mark(recipe: &str, source: &[u8]) -> String {
    format!("{recipe} {}", sha256(source))
}
