//! The files of a theme by what they are for: templates, catalogs of messages, style sheet,
//! scripts, settings, fonts. Those of the default theme are part of the program.

use crate::diag::messages::{Language, Messages};
use crate::diag::{Code, Diagnostic, SourceFile};
use crate::embedded::DEFAULT_THEME_FILES;
use crate::records::Lang;
use include_dir::Dir;
use std::collections::BTreeMap;

/// The folder of the fonts, which are binary and not read as text.
const FONTS_DIR: &str = "assets/fonts";

/// The files of a theme by what they are for; the paths have the theme's name in front.
#[derive(Default)]
pub(super) struct ThemeFiles {
    pub(super) templates: Vec<SourceFile>,
    pub(super) catalogs: Vec<SourceFile>,
    /// Without comments and indentation.
    pub(super) style_sheet: Option<String>,
    /// By name.
    pub(super) scripts: BTreeMap<String, String>,
    pub(super) settings: Option<SourceFile>,
}

impl ThemeFiles {
    /// Sorts the files of the theme `name`; a file that no theme has is an error, since it would
    /// never be used.
    pub(super) fn new(
        files: Vec<SourceFile>,
        name: &str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut sorted = Self::default();
        for SourceFile { path, text } in files {
            let file = SourceFile {
                path: format!("{name}/{path}"),
                text,
            };
            match path.split('/').collect::<Vec<_>>()[..] {
                ["templates", ..] if path.ends_with(".html") => sorted.templates.push(file),
                ["i18n", language] if language.ends_with(".ftl") => sorted.catalogs.push(file),
                ["assets", "style.css"] => sorted.style_sheet = Some(minify_css(&file.text)),
                ["assets", script] if script.ends_with(".js") => {
                    sorted.scripts.insert(script.to_owned(), file.text);
                }
                ["theme.yaml"] => sorted.settings = Some(file),
                _ => {
                    let path = format!("themes/{}", file.path);
                    diagnostics
                        .push(Diagnostic::without_span(Code::UnknownThemeFile).arg("path", path));
                }
            }
        }
        sorted
    }
}

/// The default theme's messages in a language, for code that has no site.
pub fn built_in_messages(lang: Lang) -> Messages {
    let file = DEFAULT_THEME_FILES.get_file(format!("i18n/{lang}.ftl"));
    let text = file
        .and_then(include_dir::File::contents_utf8)
        .unwrap_or_default();
    // The catalogs are part of the program, and a test reads them.
    Messages::new(lang.code(), [text.to_owned()])
        .unwrap_or_else(|_| Messages::built_in(Language::default()))
}

/// The default theme's files but for the fonts, in the order of their paths.
pub(super) fn embedded_files() -> Vec<SourceFile> {
    let mut files = Vec::new();
    collect_files(&DEFAULT_THEME_FILES, &mut files);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn collect_files(dir: &Dir<'_>, files: &mut Vec<SourceFile>) {
    for file in dir.files() {
        files.push(SourceFile {
            path: file.path().to_string_lossy().replace('\\', "/"),
            text: file.contents_utf8().unwrap_or_default().to_owned(),
        });
    }
    for dir in dir.dirs() {
        if dir.path() != std::path::Path::new(FONTS_DIR) {
            collect_files(dir, files);
        }
    }
}

/// A style sheet without comments and indentation: it is in every page. A `/*` inside a string
/// would be taken for a comment.
fn minify_css(css: &str) -> String {
    let mut without_comments = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = rest.find("/*") {
        without_comments.push_str(&rest[..start]);
        // A comment without an end takes the rest, as in browsers.
        rest = match rest[start..].split_once("*/") {
            Some((_, after)) => after,
            None => "",
        };
    }
    without_comments.push_str(rest);
    let lines = without_comments
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}
