//! What every output gets: where its files go, which of them are wanted, and what of the site
//! before can be reused; and the few steps that outputs share.

use crate::diag::Diagnostic;
use crate::plan::{Page, Plan};
use crate::records::{Fingerprint, Lang, sha256_hex};
use rayon::prelude::*;

/// A file to publish: its path below the site's folder, and its bytes.
pub type OutputFile = (String, Vec<u8>);

/// Where files go: it is called from several threads.
pub type WriteFile<'a> = &'a (dyn Fn(&str, &[u8]) -> Result<(), Diagnostic> + Sync);

/// What outputs need from outside.
#[derive(Clone, Copy)]
pub struct OutputContext<'a> {
    /// The path of the one file that is wanted (`jhur serve` builds on demand), or `None` for all.
    /// Files that are made along with it are written too.
    pub only: Option<&'a str>,
    /// A file of the old site, unchanged since it was published.
    pub previous: &'a (dyn Fn(&str) -> Option<Vec<u8>> + Sync),
    /// A photograph's original, by its name in media/.
    pub photo: &'a (dyn Fn(&str) -> Result<Vec<u8>, Diagnostic> + Sync),
    /// Returns `true` if the old site's file at the path was made from what has this fingerprint
    /// and nobody touched it: then it is reused, and must not be written.
    pub reuse: &'a (dyn Fn(&str, Fingerprint) -> bool + Sync),
    /// Where files go.
    pub write: WriteFile<'a>,
}

impl OutputContext<'_> {
    /// Whether any file is wanted whose path starts with `start`.
    pub(super) fn is_wanted(self, start: &str) -> bool {
        self.only.is_none_or(|path| path.starts_with(start))
    }
}

/// Runs `work` in parallel for every page and language beside which a file is wanted; gives the
/// errors.
pub(super) fn for_each_page(
    plan: &Plan<'_>,
    output: OutputContext<'_>,
    work: impl Fn(Page, Lang) -> Result<(), Diagnostic> + Sync,
) -> Vec<Diagnostic> {
    wanted_pages(plan, output)
        .into_par_iter()
        .filter_map(|(page, lang)| work(page, lang).err())
        .collect()
}

/// The pages beside which a file is wanted: the one in whose folder it is, and the entry of which
/// that is the citation page, since an entry writes its citations there.
pub(super) fn wanted_pages(plan: &Plan<'_>, output: OutputContext<'_>) -> Vec<(Page, Lang)> {
    let Some(path) = output.only else {
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

/// Indented JSON: people open these files too.
pub(super) fn pretty_json(value: &impl serde::Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// The tag that a picture carries inside: the version of its recipe and the hash of its source.
/// While both are the same, the old site's picture is reused, even by another version of the
/// program.
pub(super) fn provenance_tag(recipe: &str, source: &[u8]) -> String {
    format!("{recipe} {}", sha256_hex(source))
}
