//! The parts of a citation, from which each citation format takes what it has fields for.

use crate::records::{Day, Lang};

/// A page or commitment to cite, in one language. Texts are in one line, and escaped for no format.
pub(super) struct CitationItem {
    /// Its name in lists of references: `jhur:6:studi-banding`.
    pub(super) key: String,
    /// Its reference, if it is a record: `6/studi-banding`.
    pub(super) reference: Option<String>,
    /// The seal of the revision that it shows, with the word for it.
    pub(super) note: Option<String>,
    /// Its title.
    pub(super) title: String,
    /// The absolute address.
    pub(super) url: String,
    /// The publisher.
    pub(super) author: String,
    /// The name of the site.
    pub(super) site_title: String,
    /// The day as of which the page holds: date of publication and of access in one.
    pub(super) as_of: Day,
    /// The language of title, author and site title.
    pub(super) lang: Lang,
}
