//! Ids of the register's records: indexes into its lists, valid for the register from which they
//! come.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $name(pub(super) usize);
        )*
    };
}

ids! {
    /// A stop.
    StopId
    /// An aspiration or announcement.
    EntryId
    /// A commitment.
    CommitmentId
    /// A follow-up.
    FollowUpId
    /// A kecamatan.
    DistrictId
    /// An office.
    OfficeId
    /// A topic.
    TopicId
    /// A record in the revision log.
    HistoryId
}
