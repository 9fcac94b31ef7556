//! jhur turns the records of J-HUR stops into a published site that documents commitments and
//! their follow-up.
//!
//! [`build`] is the pipeline, in seven steps (`pipeline.rs`):
//!
//! 1. [`source`] reads content/: YAML and Markdown become [`records`], errors have their location.
//! 2. [`checks`] applies the rules; only it makes [`checks::CheckedRecords`].
//! 3. [`register`] joins the records as of a day: status, deadlines, timelines, totals.
//! 4. [`plan`] gives every page its address; [`view`] is what a page shows, [`data`] the tables of
//!    the downloads.
//! 5. [`theme`] renders a page's view as HTML.
//! 6. [`outputs`] makes what is no page: sitemap, headers, downloads, page data, citations, feeds,
//!    calendars, pictures, search index.
//! 7. [`publish`] writes all of it in one step, or nothing.
//!
//! [`serve`] takes the same steps in memory, again whenever a file changes. [`editing`] changes
//! files of records: with the forms, and with the workbook that [`spreadsheet`] reads. [`verify`],
//! [`privacy_report`] and [`link_check`] inspect records and site without changing them. [`diag`]
//! is what every step reports errors and warnings with, in Indonesian or English; [`cli`] is the
//! program around all of it.

pub mod checks;
pub mod cli;
pub mod data;
pub mod diag;
pub mod editing;
mod embedded;
mod fetch;
mod guards;
mod http;
pub mod link_check;
mod memo;
pub mod outputs;
mod page_proof;
mod pipeline;
pub mod plan;
pub mod privacy_report;
pub mod publish;
mod random;
pub mod records;
pub mod register;
mod release;
pub mod serve;
pub mod source;
pub mod spreadsheet;
mod sync;
pub mod theme;
pub mod transparency;
pub mod verify;
pub mod view;
mod witness;

pub use pipeline::{
    BuildOptions, BuildStats, Progress, Report, SigningKey, build, check, check_with_overrides,
};
