//! The site whose records the forms edit; `serve` gives it with every request.

use crate::checks::AsOf;
use crate::source::ContentCache;
use std::path::Path;
use std::sync::Mutex;

/// A site, and the day as of which it is evaluated.
#[derive(Clone, Copy)]
pub(crate) struct EditContext<'a> {
    /// The folder that holds content/.
    pub(crate) root: &'a Path,
    /// Content that was read before; shared with `serve`.
    pub(crate) cache: &'a Mutex<ContentCache>,
    pub(crate) as_of: AsOf,
}
