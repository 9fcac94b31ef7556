//! The row types of the tables, one per table. `build` fills them; columns with their types and
//! keys, and the data dictionary, are derived from their JSON Schema.
//!
//! `extend` adds what JSON Schema has no keyword for: `primary` (part of the primary key), `refers`
//! (a foreign key: table.column), `unit` of a number, `code` (who gives it out). Doc comments of
//! rows and fields are published: they are the descriptions in the schema of page documents.
//!
//! Keys of several records are a list in JSON. CSV and workbook leave lists out: there a table of
//! its own ([`links`]) has one row for each.

mod commitments;
mod entries;
mod evidence;
mod figures;
mod groups;
pub mod links;

pub use commitments::{CommitmentRow, FollowUpRow};
pub use entries::{EntryRow, ResponseRow, StopRow, WithheldRow};
pub use evidence::{CitedByRow, CorrectionRow, PhotoRow, SourceRow, WithdrawalRow};
pub use figures::{CommitmentFigures, EntryFigures, FigureColumns, OfficeFigures};
pub use groups::{DistrictRow, OfficeRow, TopicRow, VillageRow};
