//! What is inside the program: the files of the default theme.

use include_dir::{Dir, include_dir};

/// The files of the default theme.
pub(crate) static DEFAULT_THEME_FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/pendopo");

/// The fonts of social cards, regular and bold: Noto Sans (SIL Open Font License 1.1).
pub(crate) fn font_files() -> [&'static [u8]; 2] {
    ["NotoSans-Regular.ttf", "NotoSans-Bold.ttf"].map(|name| {
        let file = DEFAULT_THEME_FILES.get_file(format!("assets/fonts/{name}"));
        file.map_or(&[][..], include_dir::File::contents)
    })
}
