//! References to rows: list rows and the filter menu, which look the same on every page that shows
//! them.
//!
//! A page's view stores only the row's fingerprint, so that whether a page is fresh can be told
//! without building its rows. The fingerprint is computed once per row and language and kept in the
//! plan. `theme` serialises and renders a row when a page first needs it, and caches the HTML under
//! the fingerprint.

use super::builder::ViewBuilder;
use crate::plan::{Plan, RowKey};
use crate::records::{Fingerprint, Lang};
use serde::{Serialize, Serializer};
use std::convert::Infallible;
use std::hash::{Hash, Hasher};

/// A row that many pages show, by its fingerprint; it serialises as the row itself.
#[derive(Debug)]
pub struct RowRef<'r> {
    plan: &'r Plan<'r>,
    lang: Lang,
    key: RowKey,
    fingerprint: Fingerprint,
}

impl RowRef<'_> {
    /// The fingerprint of everything that the row shows.
    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }
}

impl Hash for RowRef<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // The fingerprint stands for the row: a page is fresh if its rows are.
        self.fingerprint.hash(state);
    }
}

impl Serialize for RowRef<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Only now, when the row is rendered for the first time, its view is built again.
        let builder = ViewBuilder::new(self.plan, self.lang);
        match self.key {
            RowKey::Entry(id) => builder.entry_row(id).serialize(serializer),
            RowKey::Commitment(id) => builder.commitment_row(id).serialize(serializer),
            RowKey::Filters(list) => builder.list_filters(list).serialize(serializer),
        }
    }
}

impl<'r> ViewBuilder<'r> {
    pub(super) fn row_ref(&self, key: RowKey) -> RowRef<'r> {
        let Ok(fingerprint) = self
            .plan
            .row_fingerprints
            .get_or_insert_with((self.lang, key), || {
                Ok::<_, Infallible>(self.row_fingerprint(key))
            });
        RowRef {
            plan: self.plan,
            lang: self.lang,
            key,
            fingerprint,
        }
    }

    fn row_fingerprint(&self, key: RowKey) -> Fingerprint {
        match key {
            RowKey::Entry(id) => Fingerprint::of(&self.entry_row(id)),
            RowKey::Commitment(id) => Fingerprint::of(&self.commitment_row(id)),
            RowKey::Filters(list) => Fingerprint::of(&self.list_filters(list)),
        }
    }
}
