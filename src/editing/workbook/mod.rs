//! Records as the sheets of a workbook, for people who work in spreadsheets; and rows of such sheets as changes to records.
//!
//! What the columns are follows from the forms of `edit`, so that no field can be forgotten. Nothing is read or written here, and
//! nothing is judged but what sheets alone can have: columns, rows that name nothing, cells that were never calculated.

mod cell_diagnostics;
mod choices;
mod column;
mod export;
mod import;
mod ordinals;
mod recognise;
mod record_files;

pub use cell_diagnostics::{CellDiagnostic, CellMap};
pub use export::{WorkbookInput, build_workbook};
pub use import::{ImportResult, import_sheets};
pub use record_files::{RecordFile, record_files};

use crate::diag::messages::Messages;
use crate::editing::{self, FormSchema};
use crate::records::schema::FileKind;

/// The number of the stop to which a row belongs.
const STOP_COLUMN: &str = "#stop";
/// The key of the aspiration or announcement to which it belongs.
const ENTRY_COLUMN: &str = "#entry";
/// Its turn, or that of the response to which it belongs; of a source, only if it has no key.
const ORDINAL_COLUMN: &str = "#turn";

/// The sheets, in their order: what belongs to something comes after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SheetKind {
    /// Stops.
    Stops,
    /// The sources of stops; a follow-up's stand in its own row.
    Sources,
    /// Aspirations.
    Aspirations,
    /// Announcements.
    Announcements,
    /// What was answered or said.
    Responses,
    /// Commitments.
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

    /// The sheet's name.
    pub fn sheet_name(self, words: &Messages) -> String {
        words.message(&format!("sheet-{}", self.list_key()), &[])
    }

    /// The word for it; that of the key under which its records stand, if they stand in another record.
    fn list_key(self) -> &'static str {
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

    /// What a row is, as a type of the record format.
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

    /// The columns by which a row is known.
    fn key_columns(self) -> &'static [&'static str] {
        match self {
            Self::Stops => &["number"],
            Self::Sources => &[STOP_COLUMN, "id", ORDINAL_COLUMN],
            Self::Aspirations | Self::Announcements => &[STOP_COLUMN, "id"],
            Self::Responses => &[STOP_COLUMN, ENTRY_COLUMN, ORDINAL_COLUMN],
            Self::Commitments => &[STOP_COLUMN, ENTRY_COLUMN, ORDINAL_COLUMN, "id"],
            Self::FollowUps => &["about", "date", ORDINAL_COLUMN],
        }
    }

    fn form_schema(self) -> FormSchema {
        let kind = if self == Self::FollowUps {
            FileKind::FollowUps
        } else {
            FileKind::Stop
        };
        let none = || FormSchema {
            record_type: self.record_type().to_owned(),
            fields: Vec::new(),
        };
        editing::form_schema(kind, self.record_type()).unwrap_or_else(none)
    }
}
