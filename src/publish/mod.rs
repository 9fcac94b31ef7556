//! The only module that writes to the disk: a site as a whole, in one step or not at all
//! ([`Publication`]); single files, for the commands that create or edit records; and the
//! signature. It reads back what it wrote ([`PublishedDir`]).
//!
//! Every error has the argument `path`; [`Code::CannotWrite`](crate::diag::Code) and `CannotRead`
//! have `reason` too: `full`, `denied`, `read-only`, `missing`, `in-the-way` or `other`, and `what`
//! says whether it was a file. What is in the files is not its business.

#![allow(clippy::disallowed_methods, reason = "this is the module that writes")]

mod audit;
mod build_cache;
mod files;
mod manifest;
mod output_dir;
mod publication;
mod signature;

pub use audit::{PublishedDir, content_mismatch, read_page};
pub use files::atomic_file::{
    FileEdit, append_text, apply_edits, create_file, create_secret_file, read_or_empty,
    remove_leftovers, replace_file,
};
pub(crate) use files::lock::Lock;
pub use publication::{Publication, PublicationReport};
pub use signature::{Signer, new_key_pair, open_signing_key, verify_signature};
