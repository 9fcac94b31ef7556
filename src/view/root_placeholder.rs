//! The root placeholder: a byte in views in place of the relative path to the site's root, which
//! differs from page to page. `theme` replaces it in the finished page, so that a rendered row is
//! the same on every page and can be cached.

/// Starts every relative address in a view. The checks allow no text of a record to have this
/// character.
pub const ROOT_PLACEHOLDER: &str = "\u{1}";
