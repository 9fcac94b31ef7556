//! The theme: a page's view in, HTML out. Pure: its files come in as text, nothing is read or written here.
//!
//! The default theme *pendopo* is part of the program. A site's own themes folder may replace any of its files: a
//! template through Tera's fallback prefixes, a string by its key, the style sheet, a script, the settings.

mod fault;
mod filters;
mod markdown;
mod settings;
mod strings;
mod templates;

use crate::diag::{Code, Diagnostic, File, Files};
use crate::records::Lang;
use crate::site::Plan;
use crate::site::view::View;
use fluent_bundle::FluentValue;
use include_dir::{Dir, include_dir};
pub use markdown::plain;
use settings::Settings;
use std::collections::BTreeMap;
use std::sync::Arc;
use strings::Strings;
use tera::{Context, Tera, Value};

/// The default theme's name.
pub const DEFAULT: &str = "pendopo";

/// The script of the search page; a site without search has no use for it.
const SEARCH: &str = "search.js";

static PENDOPO: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/pendopo");

/// A theme, ready for the languages of a site.
#[derive(Debug)]
pub struct Theme {
    tongues: Vec<(Lang, Tera)>,
    words: Vec<(Lang, Arc<Strings>)>,
    settings: Value,
    style: String,
    scripts: BTreeMap<String, String>,
    sources: Vec<(String, crate::diag::FileId)>,
}

/// The files of a theme by what they are for.
#[derive(Default)]
struct Parts {
    templates: Vec<File>,
    strings: Vec<File>,
    style: Option<String>,
    /// By name.
    scripts: BTreeMap<String, String>,
    settings: Option<File>,
}

impl Theme {
    /// Makes a theme for a plan, of the default theme and a site's `own` files. The files join `files`, so that messages can show
    /// their lines.
    ///
    /// # Errors
    /// Every template, string and setting that cannot be read, and files that a theme does not have.
    pub fn new(name: &str, own: Vec<File>, plan: &Plan<'_>, files: &mut Files) -> Result<Self, Vec<Diagnostic>> {
        let mut faults = Vec::new();
        let base = sort(embedded(), DEFAULT, &mut faults);
        let own = sort(own, name, &mut faults);
        let (mut tongues, mut tongue_words) = (Vec::new(), Vec::new());
        let mut sources = Vec::new();
        for file in base.templates.iter().chain(&own.templates) {
            let shown = format!("themes/{}", file.path);
            sources.push((file.path.clone(), files.add(File { path: shown, text: file.text.clone() })));
        }
        for lang in plan.languages() {
            let words = Arc::new(strings::words(lang, &base.strings, &own.strings, files, &mut faults));
            tongue_words.push((lang, Arc::clone(&words)));
            match templates::tera(&base.templates, &own.templates, lang, words, plan.absent()) {
                Ok(tera) => tongues.push((lang, tera)),
                Err(fault) => faults.push(fault::explain(&fault, &sources, files)),
            }
        }
        let settings = settings::read(base.settings.as_ref(), own.settings.as_ref(), files, &mut faults);
        crate::diag::sort(&mut faults);
        match settings {
            Some(settings) if faults.is_empty() => {
                let style = own.style.or(base.style).unwrap_or_default();
                let settings: &Settings = &settings;
                let settings = Value::from_serializable(settings);
                let mut scripts = base.scripts;
                scripts.extend(own.scripts);
                if !plan.has_search() {
                    scripts.remove(SEARCH);
                }
                Ok(Self { tongues, words: tongue_words, settings, style, scripts, sources })
            }
            _ => Err(faults),
        }
    }

    /// Renders one page.
    ///
    /// # Errors
    /// If a template asks for something that the view does not have, or a string is missing.
    pub fn render(&self, view: &View<'_>, lang: Lang, files: &Files) -> Result<Vec<u8>, Diagnostic> {
        let broken = |fault: &tera::Error| fault::explain(fault, &self.sources, files);
        let (_, tera) = self.tongues.iter().find(|(l, _)| *l == lang).unwrap_or(&self.tongues[0]);
        let mut context = Context::from_serialize(view).map_err(|f| broken(&f))?;
        context.insert_value("theme", self.settings.clone());
        context.insert_value("style", Value::safe_string(&self.style));
        let mut html = Vec::with_capacity(16 * 1024);
        tera.render_to(&format!("{}.html", view.kind), &context, &mut html).map_err(|f| broken(&f))?;
        Ok(html)
    }

    /// The scripts with their paths in the site: `aset/search.js`.
    pub fn assets(&self) -> impl Iterator<Item = (String, &[u8])> {
        self.scripts.iter().map(|(name, text)| (format!("aset/{name}"), text.as_bytes()))
    }

    /// The words under a key in a language, with values for their gaps; empty where there are none.
    pub fn say(&self, lang: Lang, key: &str, values: &[(&str, &str)]) -> String {
        let (_, words) = self.words.iter().find(|(l, _)| *l == lang).unwrap_or(&self.words[0]);
        let values = values.iter().map(|(name, value)| (*name, FluentValue::from(*value)));
        words.say(key, values).unwrap_or_default()
    }
}

/// The default theme's files.
fn embedded() -> Vec<File> {
    fn collect(dir: &Dir<'_>, found: &mut Vec<File>) {
        for file in dir.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            found.push(File { path, text: file.contents_utf8().unwrap_or_default().to_owned() });
        }
        dir.dirs().for_each(|d| collect(d, found));
    }
    let mut found = Vec::new();
    collect(&PENDOPO, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// Sorts a theme's files by what they are for; their paths get the theme's name in front.
fn sort(files: Vec<File>, name: &str, faults: &mut Vec<Diagnostic>) -> Parts {
    let mut parts = Parts::default();
    for File { path, text } in files {
        let file = File { path: format!("{name}/{path}"), text };
        match path.split('/').collect::<Vec<_>>()[..] {
            ["templates", ..] if path.ends_with(".html") => parts.templates.push(file),
            ["i18n", language] if language.ends_with(".ftl") => parts.strings.push(file),
            ["assets", "style.css"] => parts.style = Some(minified(&file.text)),
            ["assets", script] if script.ends_with(".js") => {
                parts.scripts.insert(script.to_owned(), file.text);
            }
            ["theme.yaml"] => parts.settings = Some(file),
            _ => {
                let shown = format!("themes/{}", file.path);
                faults.push(Diagnostic::nowhere(Code::ThemeFileUnknown).with("path", shown));
            }
        }
    }
    parts
}

/// A style sheet without comments and indentation: it stands in every page.
fn minified(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = rest.find("/*") {
        out.push_str(&rest[..start]);
        rest = rest[start..].find("*/").map_or("", |end| &rest[start + end + 2..]);
    }
    out.push_str(rest);
    out.lines().map(str::trim).filter(|l| !l.is_empty()).collect::<Vec<_>>().join("\n")
}
