//! The parts of a citation, from which each format takes what it has fields for.

use crate::records::{Day, Lang};

/// A record or commitment to cite, in one language. Texts are in one line, and escaped for no format.
pub(super) struct CitationItem<'v> {
    /// Its name in lists of references: `jhur:6:studi-banding`.
    pub(super) key: &'v str,
    /// Its reference: `6/studi-banding/r1`.
    pub(super) reference: &'v str,
    /// The seal of the revision that it shows, with the word for it.
    pub(super) note: Option<String>,
    /// Its title.
    pub(super) title: String,
    /// The absolute address.
    pub(super) url: &'v str,
    /// The publisher.
    pub(super) author: String,
    /// The name of the site.
    pub(super) site_title: String,
    /// The day on which the revision that it shows was released. `None` if it was not.
    pub(super) day: Option<Day>,
    /// The language of title, author and site title.
    pub(super) lang: Lang,
}
