//! The only module that writes: a site as a whole, in one step or not at all, and single files for the commands that
//! make some.
//!
//! Every error has the argument `path`; [`Code::CannotWrite`](crate::diag::Code) and `CannotRead` have `reason` too:
//! `full`, `denied`, `read-only`, `missing`, `in-the-way` or `other`, and `what` says whether it was a file. What is in the files
//! is not its business.

#![allow(clippy::disallowed_methods, reason = "this is the module that writes")]

mod audit;
mod build_cache;
mod files;
mod manifest;
mod output_dir;
mod publication;
mod signature;

pub use audit::{Published, compare, page};
pub use files::atomic_file::{Change, append, append_after, change, create, kept, replace, replace_after, tidy};
pub use publication::{Publication, Report};
pub use signature::{Signer, signed};
