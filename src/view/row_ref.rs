//! What many pages show, the same on all of them: rows of lists, the ways to the lists.

use super::builder::ViewBuilder;
use crate::memo::Memo;
use crate::plan::{CommitmentList, Plan};
use crate::records::{Fingerprint, Lang};
use crate::register::{CommitmentId, EntryId};
use serde::{Serialize, Serializer};
use std::convert::Infallible;
use std::hash::{Hash, Hasher};

/// Something that many pages show. It is known by its print, and made only where it is shown for the first time.
#[derive(Debug)]
pub struct RowRef<'r> {
    plan: &'r Plan<'r>,
    lang: Lang,
    key: RowKey,
    fingerprint: Fingerprint,
}

/// What it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum RowKey {
    /// The row of an aspiration or announcement.
    Entry(EntryId),
    /// The row of a commitment.
    Commitment(CommitmentId),
    /// The ways to all lists, beside one of them.
    Filters(CommitmentList),
}

/// The prints of what was shown so far.
pub(crate) type RowFingerprints = Memo<(Lang, RowKey), Fingerprint>;

impl RowRef<'_> {
    /// What it is made from.
    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }
}

impl Hash for RowRef<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.fingerprint.hash(state);
    }
}

impl Serialize for RowRef<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let make = ViewBuilder::new(self.plan, self.lang);
        match self.key {
            RowKey::Entry(id) => make.entry_row(id).serialize(serializer),
            RowKey::Commitment(id) => make.commitment_row(id).serialize(serializer),
            RowKey::Filters(list) => make.list_filters(list).serialize(serializer),
        }
    }
}

impl<'r> ViewBuilder<'r> {
    pub(super) fn row_ref(&self, what: RowKey) -> RowRef<'r> {
        let print = || -> Result<Fingerprint, Infallible> {
            Ok(match what {
                RowKey::Entry(id) => Fingerprint::of(&self.entry_row(id)),
                RowKey::Commitment(id) => Fingerprint::of(&self.commitment_row(id)),
                RowKey::Filters(list) => Fingerprint::of(&self.list_filters(list)),
            })
        };
        let Ok(print) = self
            .plan
            .row_fingerprints
            .get_or_insert_with((self.lang, what), print);
        RowRef {
            plan: self.plan,
            lang: self.lang,
            key: what,
            fingerprint: print,
        }
    }
}
