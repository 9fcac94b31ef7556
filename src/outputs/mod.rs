//! What is published beside the pages: sitemap, robots.txt, headers, data files. Each is made from the plan and the
//! register, never from HTML.

mod data;
mod headers;
mod sitemap;

use crate::diag::Diagnostic;
use crate::site::Plan;
use rayon::prelude::*;

/// A file to publish: its path below the site's folder, and its bytes.
pub type Output = (String, Vec<u8>);

/// Where files go: it is called from several threads.
pub type Put<'a> = &'a (dyn Fn(&str, &[u8]) -> Result<(), Diagnostic> + Sync);

/// Makes every output and hands it to `put`.
///
/// # Errors
/// Whatever `put` could not write.
pub fn make(plan: &Plan<'_>, put: Put<'_>) -> Result<(), Vec<Diagnostic>> {
    let makers: [fn(&Plan<'_>) -> Vec<Output>; 4] = [sitemap::sitemap, headers::robots, headers::headers, data::data];
    let faults: Vec<Diagnostic> = makers
        .into_par_iter()
        .flat_map(|make| make(plan))
        .filter_map(|(path, bytes)| put(&path, &bytes).err())
        .collect();
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}
