//! The server's own paths. None of them can be a page of the site: keys have no underscore, and
//! the forms' prefix is reserved.

pub(super) use crate::editing::form::routes::{FORM_PREFIX, handles_path as is_form_path};

/// The folder of the server's own files.
pub(super) const ASSET_PREFIX: &str = "_jhur/";
/// Below [`ASSET_PREFIX`]: which state of the site is served. A request that names the current
/// state is answered when the next one is ready; so an open page learns when to reload.
pub(super) const STATE_PATH: &str = "state";
