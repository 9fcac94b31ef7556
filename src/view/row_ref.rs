//! What many pages show, the same on all of them: rows of lists, the ways to the lists.

use super::builder::Maker;
use crate::memo::Memo;
use crate::plan::{CommitmentList, Plan};
use crate::records::{Fingerprint, Lang};
use crate::register::{CommitmentId, EntryId};
use serde::{Serialize, Serializer};
use std::convert::Infallible;
use std::hash::{Hash, Hasher};

/// Something that many pages show. It is known by its print, and made only where it is shown for the first time.
#[derive(Debug)]
pub struct Shared<'r> {
    plan: &'r Plan<'r>,
    lang: Lang,
    what: What,
    print: Fingerprint,
}

/// What it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum What {
    /// The row of an aspiration or announcement.
    Entry(EntryId),
    /// The row of a commitment.
    Commitment(CommitmentId),
    /// The ways to all lists, beside one of them.
    Filters(CommitmentList),
}

/// The prints of what was shown so far.
pub(crate) type Prints = Memo<(Lang, What), Fingerprint>;

impl Shared<'_> {
    /// What it is made from.
    pub fn print(&self) -> Fingerprint {
        self.print
    }
}

impl Hash for Shared<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.print.hash(state);
    }
}

impl Serialize for Shared<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let make = Maker::new(self.plan, self.lang);
        match self.what {
            What::Entry(id) => make.entry_row(id).serialize(serializer),
            What::Commitment(id) => make.commitment_row(id).serialize(serializer),
            What::Filters(list) => make.filters(list).serialize(serializer),
        }
    }
}

impl<'r> Maker<'r> {
    pub(super) fn shared(&self, what: What) -> Shared<'r> {
        let print = || -> Result<Fingerprint, Infallible> {
            Ok(match what {
                What::Entry(id) => Fingerprint::of(&self.entry_row(id)),
                What::Commitment(id) => Fingerprint::of(&self.commitment_row(id)),
                What::Filters(list) => Fingerprint::of(&self.filters(list)),
            })
        };
        let Ok(print) = self.plan.row_fingerprints.get_or_insert_with((self.lang, what), print);
        Shared { plan: self.plan, lang: self.lang, what, print }
    }
}
