//! Single files: written whole or not at all, locked, brought to the disk; and what an error of the
//! system means.

pub(super) mod atomic_file;
pub(super) mod fsync;
pub(super) mod io_error;
pub(super) mod lock;
pub(super) mod regular_file;
