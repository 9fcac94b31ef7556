//! What is cited, whatever the form of the citation.

use crate::records::{Day, Lang};

/// What is cited.
pub(super) struct CitationItem {
    /// A name for it in lists of references.
    pub(super) key: String,
    /// Its reference, if it is a record: `6/studi-banding`.
    pub(super) reference: Option<String>,
    /// Its title, in one line.
    pub(super) title: String,
    /// The whole address.
    pub(super) url: String,
    /// Who says so: the publisher.
    pub(super) author: String,
    /// The site.
    pub(super) site_title: String,
    /// The day as of which it holds.
    pub(super) as_of: Day,
    /// The language.
    pub(super) lang: Lang,
}
