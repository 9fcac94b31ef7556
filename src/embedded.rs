//! What is inside the program: the files of the default theme.

use include_dir::{Dir, include_dir};

/// The name of the default theme.
pub(crate) const DEFAULT_THEME_NAME: &str = "pendopo";

/// The files of the default theme.
pub(crate) static DEFAULT_THEME: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/pendopo");
