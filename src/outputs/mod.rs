//! What is published beside the pages: sitemap, robots.txt, headers, data files, the search index. Each is made from the plan and the
//! register, never from HTML.

mod data;
mod headers;
mod search;
mod sitemap;

use crate::diag::Diagnostic;
use crate::records::Lang;
use crate::site::Plan;
use rayon::prelude::*;

/// A file to publish: its path below the site's folder, and its bytes.
pub type Output = (String, Vec<u8>);

/// Where files go: it is called from several threads.
pub type Put<'a> = &'a (dyn Fn(&str, &[u8]) -> Result<(), Diagnostic> + Sync);

/// The site's own words under a key, with values for their gaps.
pub type Say<'a> = &'a (dyn Fn(Lang, &str, &[(&str, &str)]) -> String + Sync);

/// What outputs need from outside.
#[derive(Clone, Copy)]
pub struct Outside<'a> {
    /// A file of the old site, unchanged since it was published.
    pub published: &'a (dyn Fn(&str) -> Option<Vec<u8>> + Sync),
    /// Where files go.
    pub put: Put<'a>,
    /// The theme's words.
    pub say: Say<'a>,
}

/// Makes every output.
///
/// # Errors
/// Whatever could not be written.
pub fn make(plan: &Plan<'_>, outside: Outside<'_>) -> Result<(), Vec<Diagnostic>> {
    let makers: [fn(&Plan<'_>) -> Vec<Output>; 4] = [sitemap::sitemap, headers::robots, headers::headers, data::data];
    let mut outputs: Vec<Output> = makers.into_par_iter().flat_map(|make| make(plan)).collect();
    outputs.extend(search::search(plan, outside.say).map_err(|fault| vec![fault])?);
    let faults: Vec<Diagnostic> =
        outputs.into_par_iter().filter_map(|(path, bytes)| (outside.put)(&path, &bytes).err()).collect();
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}
