//! What every output gets from whoever builds the site: where its files go, which of them are
//! wanted, and what of the previous site can be reused; and the few steps that outputs share.

use crate::diag::{Code, Diagnostic};
use crate::plan::{Page, Plan};
use crate::records::{Fingerprint, Lang, Text};
use crate::theme::Theme;
use rayon::prelude::*;

/// A file to publish: its path below the site's folder, and its bytes.
pub(super) type OutputFile = (String, Vec<u8>);

type WriteFile<'a> = &'a (dyn Fn(&str, &[u8]) -> Result<(), Diagnostic> + Sync);

/// Writes the files of one output beside one page in one language.
pub(super) type WriteForPage =
    fn(&Plan<'_>, &Theme, OutputContext<'_>, Page, Lang) -> Result<(), Diagnostic>;

/// What outputs need from outside.
#[derive(Clone, Copy)]
pub struct OutputContext<'a> {
    /// The path of the one file that is wanted (`jhur serve` builds on demand), or `None` for all.
    /// Files that are made along with it are written too.
    pub only: Option<&'a str>,
    /// A photograph's original, by its name in media/.
    pub photo: &'a (dyn Fn(&str) -> Result<Vec<u8>, Diagnostic> + Sync),
    /// Returns `true` if the previous site's file at the path was made from what has this
    /// fingerprint and has the bytes of then: then it is reused, and must not be written.
    pub reuse: &'a (dyn Fn(&str, Fingerprint) -> bool + Sync),
    /// Publishes a file; called from several threads.
    pub write: WriteFile<'a>,
}

impl OutputContext<'_> {
    /// Whether any file is wanted whose path starts with `start`.
    pub(super) fn is_wanted(self, start: &str) -> bool {
        self.only.is_none_or(|path| path.starts_with(start))
    }
}

/// Runs `write` in parallel for every page and language beside which a file is wanted; gives the
/// errors.
pub(super) fn for_each_page(
    plan: &Plan<'_>,
    theme: &Theme,
    output: OutputContext<'_>,
    write: WriteForPage,
) -> Vec<Diagnostic> {
    wanted_pages(plan, output)
        .into_par_iter()
        .filter_map(|(page, lang)| write(plan, theme, output, page, lang).err())
        .collect()
}

/// The pages beside which a file is wanted: the one in whose folder it is.
pub(super) fn wanted_pages(plan: &Plan<'_>, output: OutputContext<'_>) -> Vec<(Page, Lang)> {
    let mut wanted = Vec::new();
    if let Some(path) = output.only {
        let folder = path.rfind('/').map_or("", |end| &path[..=end]);
        wanted.extend(plan.resolve_path(folder));
    } else {
        for (_, page) in plan.pages() {
            wanted.extend(plan.languages().map(|lang| (page, lang)));
        }
    }
    wanted
}

/// A record's text in a language, as Markdown; in the site's main one where it has no translation.
pub(super) fn text_in<'t>(plan: &Plan<'_>, text: &'t Text, lang: Lang) -> &'t str {
    text.in_language(lang, plan.register().main_language()).0
}

/// The diagnostic of an output that a library could not make, with the library's own reason.
pub(super) fn library_error(path: &str, reason: &impl ToString) -> Diagnostic {
    Diagnostic::without_span(Code::CannotWrite)
        .arg("path", path)
        .arg("reason", reason.to_string())
}

/// Indented JSON: people open these files too.
pub(super) fn pretty_json(value: &impl serde::Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
