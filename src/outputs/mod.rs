//! What is published beside the pages: sitemap, robots.txt, headers, data files, photographs, preview cards, the
//! search index. Made from the plan and the register, never from HTML.

mod cards;
mod data;
mod headers;
mod photos;
mod search;
mod sitemap;

use crate::diag::Diagnostic;
use crate::site::Plan;
use crate::theme::Theme;
use rayon::prelude::*;
use sha2::{Digest, Sha256};

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
    /// Where files go.
    pub put: Put<'a>,
}

/// Makes every output.
///
/// # Errors
/// Whatever could not be written.
pub fn make(plan: &Plan<'_>, theme: &Theme, outside: Outside<'_>) -> Result<(), Vec<Diagnostic>> {
    let makers: [fn(&Plan<'_>) -> Vec<Output>; 3] = [sitemap::sitemap, headers::robots, data::data];
    let mut outputs: Vec<Output> = makers.into_par_iter().flat_map(|make| make(plan)).collect();
    outputs.extend(headers::headers(plan, theme.policy()));
    outputs.extend(search::search(plan, theme).map_err(|fault| vec![fault])?);
    let put = |(path, bytes): Output| (outside.put)(&path, &bytes).err();
    let mut faults: Vec<Diagnostic> = outputs.into_par_iter().filter_map(put).collect();
    faults.extend(photos::photos(plan, outside));
    faults.extend(cards::cards(plan, theme, outside));
    crate::diag::sort(&mut faults);
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// What a file carries that is costly to make: by which recipe, from what.
fn mark(recipe: &str, source: &[u8]) -> String {
    let hash = Sha256::digest(source);
    hash.iter().fold(format!("{recipe} "), |text, byte| text + &format!("{byte:02x}"))
}
