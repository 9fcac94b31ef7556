//! What is inside the program: the files of the default theme.

use include_dir::{Dir, include_dir};

/// The files of the default theme.
pub(crate) static DEFAULT_THEME_FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/pendopo");
