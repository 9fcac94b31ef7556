//! What the event loop reacts to.

use super::pending_request::PendingRequest;
use std::path::PathBuf;

/// Something that happened, in the order of arrival.
pub(super) enum ServerEvent {
    /// A browser sent a request.
    Request(PendingRequest),
    /// Files changed; by their paths below the site's folder.
    FilesChanged(Vec<PathBuf>),
}
