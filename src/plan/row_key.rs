//! Names of rows and menus that many pages show alike. `view` builds and fingerprints each once;
//! the plan, which all pages of a build share, holds the fingerprints.

use super::commitment_list::CommitmentList;
use crate::memo::Memo;
use crate::records::{Fingerprint, Lang};
use crate::register::{CommitmentId, EntryId};

/// What a shared row or menu shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum RowKey {
    /// The row of an aspiration or announcement.
    Entry(EntryId),
    /// The row of a commitment.
    Commitment(CommitmentId),
    /// The menu of all lists of commitments, as it looks beside one of them.
    Filters(CommitmentList),
}

/// The fingerprints of the rows that were needed so far.
pub(crate) type RowFingerprints = Memo<(Lang, RowKey), Fingerprint>;
