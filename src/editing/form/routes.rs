//! The addresses of the forms on the development server.

/// The folder of the forms.
pub(crate) const FORM_PREFIX: &str = "tulis/";
/// Where previews are. It is no folder, so that a preview's relative links reach the site's root.
pub(crate) const PREVIEW_PATH: &str = "tulis";

/// Whether the forms handle requests for a path, which has no leading slash.
pub(crate) fn handles_path(path: &str) -> bool {
    path == PREVIEW_PATH || path.starts_with(FORM_PREFIX)
}
