//! The kinds of sheets in a workbook: for each, its name, the type of record in its rows and the
//! columns that identify a row.

use crate::diag::messages::Messages;
use crate::editing::{FormSchema, form_schema};
use crate::records::schema::FileKind;

/// The number of the stop to which a row belongs. Columns whose name starts with `#` are no fields
/// of the record.
pub(super) const STOP_COLUMN: &str = "#stop";
/// The id of the aspiration or announcement to which it belongs.
pub(super) const ENTRY_COLUMN: &str = "#entry";
/// Which of several it is: its own ordinal, or that of the response to which it belongs; of a
/// source, only if it has no id.
pub(super) const ORDINAL_COLUMN: &str = "#turn";

/// The sheets, in their order: what belongs to a record comes after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SheetKind {
    /// Stops.
    Stops,
    /// The sources of stops; those of a follow-up are in its own row.
    Sources,
    /// Aspirations.
    Aspirations,
    /// Announcements.
    Announcements,
    /// Responses to aspirations and announcements.
    Responses,
    /// Commitments in responses.
    Commitments,
    /// Follow-ups.
    FollowUps,
}

impl SheetKind {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Stops,
        Self::Sources,
        Self::Aspirations,
        Self::Announcements,
        Self::Responses,
        Self::Commitments,
        Self::FollowUps,
    ];

    /// The sheet's name in a language.
    pub fn sheet_name(self, messages: &Messages) -> String {
        messages.message(&format!("sheet-{}", self.list_key()), &[])
    }

    /// The key of the list that holds such records in another record; also names the sheet's
    /// message.
    pub(super) fn list_key(self) -> &'static str {
        match self {
            Self::Stops => "stops",
            Self::Sources => "sources",
            Self::Aspirations => "aspirations",
            Self::Announcements => "announcements",
            Self::Responses => "responses",
            Self::Commitments => "commitments",
            Self::FollowUps => "follow-ups",
        }
    }

    /// The type of record in a row.
    fn record_type(self) -> &'static str {
        match self {
            Self::Stops => "Stop",
            Self::Sources => "Source",
            Self::Aspirations => "Aspiration",
            Self::Announcements => "Announcement",
            Self::Responses => "Response",
            Self::Commitments => "Commitment",
            Self::FollowUps => "FollowUp",
        }
    }

    /// The columns that identify a row.
    pub(super) fn key_columns(self) -> &'static [&'static str] {
        match self {
            Self::Stops => &["number"],
            Self::Sources => &[STOP_COLUMN, "id", ORDINAL_COLUMN],
            Self::Aspirations | Self::Announcements => &[STOP_COLUMN, "id"],
            Self::Responses => &[STOP_COLUMN, ENTRY_COLUMN, ORDINAL_COLUMN],
            Self::Commitments => &[STOP_COLUMN, ENTRY_COLUMN, ORDINAL_COLUMN, "id"],
            Self::FollowUps => &["about", "date", ORDINAL_COLUMN],
        }
    }

    /// Whether rows are identified by an ordinal of their own.
    pub(super) fn has_ordinal(self) -> bool {
        matches!(self, Self::Responses | Self::FollowUps)
    }

    /// The part of a row's key within which ordinals count. Returns `None` if the rows have no
    /// ordinals of their own.
    pub(super) fn ordinal_scope(self, key: &[String]) -> Option<&[String]> {
        match self {
            Self::Sources => Some(&key[..1]),
            _ => self.has_ordinal().then(|| &key[..2]),
        }
    }

    /// The key of the record that holds the one with this key.
    pub(super) fn parent_key(self, key: &[String]) -> &[String] {
        match self {
            Self::Sources => &key[..1],
            _ => &key[..key.len() - 1],
        }
    }

    /// The fields of such a record.
    pub(super) fn form_schema(self) -> FormSchema {
        let file_kind = match self {
            Self::FollowUps => FileKind::FollowUps,
            _ => FileKind::Stop,
        };
        // Every type above is in its schema; a sheet without fields would be the result if one were
        // not.
        form_schema(file_kind, self.record_type()).unwrap_or_else(|| FormSchema {
            record_type: self.record_type().to_owned(),
            fields: Vec::new(),
        })
    }
}
