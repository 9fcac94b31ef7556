//! The theme: a page's view in, HTML out. Pure: its files come in as text, nothing is read or written here.
//!
//! The default theme *pendopo* is part of the program. A site's own themes folder may replace any of its files: a
//! template through Tera's fallback prefixes, a string by its key, the style sheet, a script, the settings.

mod embed;
mod filters;
mod fragment_cache;
mod json_ld;
mod localizer;
mod markdown;
mod preprocess;
mod qr_code;
mod settings;
mod strings;
mod template_error;
mod templates;

pub use embed::Block;
pub use filters::written;
pub use localizer::Voice;
pub use settings::{Colour, Palette};
pub use strings::Gap;

use crate::diag::messages::{Language, Words};
use crate::diag::{Code, Diagnostic, File, Files};
use crate::plan::Plan;
use crate::records::{Fingerprint, Lang};
use crate::view::{Body, Other, ROOT, View};
use base64::prelude::{BASE64_STANDARD, Engine};
use fragment_cache::Pieces;
use include_dir::{Dir, include_dir};
use settings::Settings;
use sha2::{Digest, Sha256};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::hash::Hash;
use std::sync::Arc;
use strings::Strings;
use templates::Texts;
use tera::{Context, Tera, TeraResult, Value};

/// The default theme's name.
pub const DEFAULT: &str = "pendopo";

/// Where the letters are, which are no text.
const FONTS: &str = "assets/fonts";
/// The script of the search page; a site without search has no use for it.
const SEARCH: &str = "search.js";

thread_local! {
    /// Room for a page on its way, used again and again.
    static BUFFER: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

static PENDOPO: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/pendopo");

/// A theme, ready for the languages of a site.
#[derive(Debug)]
pub struct Theme {
    tongues: Vec<Tongue>,
    light: Palette,
    /// The template of the statuses' shapes.
    sprite: String,
    policy: String,
    scripts: BTreeMap<String, String>,
    sources: Vec<(String, crate::diag::FileId)>,
    /// Of all that is not part of the program and that pages are made with.
    print: Fingerprint,
}

/// What is needed to speak a language.
#[derive(Debug)]
struct Tongue {
    lang: Lang,
    tera: Tera,
    texts: Texts,
    words: Arc<Strings>,
    pieces: Pieces,
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
        let print = Fingerprint::of(&(
            name,
            own.iter().map(|f| (&f.path, &f.text)).collect::<Vec<_>>(),
            plan.unpublished_targets(),
        ));
        let own = sort(own, name, &mut faults);
        let mut tongues = Vec::new();
        let mut sources = Vec::new();
        for file in base.templates.iter().chain(&own.templates) {
            let shown = format!("themes/{}", file.path);
            sources.push((file.path.clone(), files.add(File { path: shown, text: file.text.clone() })));
        }
        for lang in plan.languages() {
            let words = Arc::new(strings::words(lang, &base.strings, &own.strings, files, &mut faults));
            let texts = templates::texts(&base.templates, &own.templates, &words);
            match templates::tera(&texts, lang, words.clone(), plan.unpublished_targets()) {
                Ok(tera) => tongues.push(Tongue { lang, tera, texts, words, pieces: Pieces::default() }),
                Err(fault) => faults.push(template_error::explain(&fault, &texts, &sources, files)),
            }
        }
        let settings = settings::read(base.settings.as_ref(), own.settings.as_ref(), files, &mut faults);
        crate::diag::sort(&mut faults);
        match settings {
            Some(settings) if faults.is_empty() => {
                let style = format!(
                    ":root{{{}}}@media(prefers-color-scheme:dark){{:root{{{}}}}}\n{}",
                    settings.light.properties(),
                    settings.dark.properties(),
                    own.style.or(base.style).unwrap_or_default()
                );
                let is_sprite = |f: &&File| f.path.ends_with("/templates/sprite.html");
                let sprite = base.templates.iter().chain(&own.templates).rfind(is_sprite);
                let sprite = sprite.map(|f| f.text.clone()).unwrap_or_default();
                let mut scripts = base.scripts;
                scripts.extend(own.scripts);
                if !plan.has_search() {
                    scripts.remove(SEARCH);
                }
                let hash = BASE64_STANDARD.encode(Sha256::digest(style.as_bytes()));
                let policy = format!(
                    "default-src 'none'; style-src 'sha256-{hash}'; script-src 'self' 'wasm-unsafe-eval'; \
                     connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'"
                );
                for Tongue { tera, .. } in &mut tongues {
                    let everywhere = tera.global_context();
                    everywhere.insert_value("theme", Value::from_serializable::<Settings>(&settings));
                    everywhere.insert_value("style", Value::safe_string(&style));
                    everywhere.insert_value("policy", Value::safe_string(&policy));
                }
                Ok(Self { tongues, light: settings.light, sprite, policy, scripts, sources, print })
            }
            _ => Err(faults),
        }
    }

    /// What something is made from, with this theme: views with one print give the same page.
    pub fn print(&self, from: &impl Hash) -> Fingerprint {
        Fingerprint::of(&(self.print, from))
    }

    /// Renders one page.
    ///
    /// # Errors
    /// If a template asks for something that the view does not have, or a string is missing.
    pub fn render(&self, view: &View<'_>, lang: Lang, files: &Files) -> Result<Vec<u8>, Diagnostic> {
        let Tongue { tera, pieces, texts, .. } = self.tongue(lang);
        let broken = |fault: &tera::Error| template_error::explain(fault, texts, &self.sources, files);
        let mut context = Context::from_serialize(view).map_err(|f| broken(&f))?;
        let voice = self.voice(lang);
        let title = voice.title(&view.title)?;
        let crumbs = view.crumbs.iter().map(|c| {
            let text = voice.title(&c.title)?;
            Ok(CrumbView { href: &c.href, url: &c.url, text })
        });
        let crumbs = crumbs.collect::<Result<Vec<_>, Diagnostic>>()?;
        if view.citable {
            context.insert_value("linked", Value::safe_string(&json_ld::graph(view, voice, &title, &crumbs)?));
        }
        context.insert("blocks", &self.blocks(view, lang)?);
        let cited = view.others.iter().map(|other| self.cited(other, &view.day));
        context.insert("cited", &cited.collect::<Result<Vec<_>, Diagnostic>>()?);
        context.insert("title", &title);
        context.insert("crumbs", &crumbs);
        if let Body::Notice(notice) = &view.page {
            context.insert("code", &qr_code::square(&notice.url));
        }
        add_pieces(view, pieces, tera, &mut context).map_err(|f| broken(&f))?;
        let mut html = BUFFER.take();
        html.clear();
        tera.render_to(&format!("{}.html", view.kind), &context, &mut html).map_err(|f| broken(&f))?;
        let page = on_the_way(&html, &escaped(&view.way));
        BUFFER.set(html);
        Ok(page)
    }

    /// What can be quoted of the page that a view of a quotation is of.
    ///
    /// # Errors
    /// If the theme lacks words.
    pub fn blocks(&self, view: &View<'_>, lang: Lang) -> Result<Vec<Block>, Diagnostic> {
        match &view.page {
            Body::Quote(quote) => embed::blocks(view, quote, self.voice(lang)),
            _ => Ok(Vec::new()),
        }
    }

    /// The content security policy under which every page works: the style sheet by its hash, scripts and data from the
    /// site itself, nothing from elsewhere. The search is WebAssembly.
    pub fn policy(&self) -> &str {
        &self.policy
    }

    /// The scripts with their paths in the site: `aset/search.js`.
    pub fn assets(&self) -> impl Iterator<Item = (String, &[u8])> {
        self.scripts.iter().map(|(name, text)| (format!("aset/{name}"), text.as_bytes()))
    }

    /// Who speaks a language.
    pub fn voice(&self, lang: Lang) -> Voice<'_> {
        Voice { lang, words: &self.tongue(lang).words }
    }

    /// The colours on light ground.
    pub fn light(&self) -> &Palette {
        &self.light
    }

    /// A shape by its name in sprite.html, as SVG in a box of 20 by 20; none if the template makes it in another way.
    pub fn shape(&self, name: &str) -> Option<&str> {
        let (_, symbol) = self.sprite.split_once(&format!("<symbol id=\"i_{name}\" viewBox=\"0 0 20 20\">"))?;
        symbol.split_once("</symbol>").map(|(shape, _)| shape).filter(|shape| !shape.contains('{'))
    }

    /// How a page is cited in another language.
    fn cited(&self, other: &Other<'_>, day: &str) -> Result<CitedView, Diagnostic> {
        let voice = self.voice(other.lang);
        let (title, day) = (voice.title(&other.title)?, voice.day(day));
        let gaps = [
            ("publisher", other.publisher),
            ("title", &title),
            ("site", other.site),
            ("day", &day),
            ("url", &other.url),
        ];
        let text = voice.say("cite", &gaps.map(|(name, text)| (name, Gap::Text(text))))?;
        Ok(CitedView { lang: other.lang.code(), text })
    }

    fn tongue(&self, lang: Lang) -> &Tongue {
        self.tongues.iter().find(|t| t.lang == lang).unwrap_or(&self.tongues[0])
    }
}

/// Adds the pieces of a page that many others have, too.
fn add_pieces(view: &View<'_>, pieces: &Pieces, tera: &Tera, context: &mut Context) -> TeraResult<()> {
    context.insert_value("site", pieces.variable("site", &view.site)?);
    let rows: TeraResult<Vec<Value>> = if let Body::Commitments(list) = &view.page {
        context.insert_value("filters", pieces.get(tera, "list_filters", ("f", &list.filters))?);
        list.rows.iter().map(|row| pieces.get(tera, "commitment_row", ("r", row))).collect()
    } else {
        let rows = view.page.card().into_iter().flat_map(|card| &card.rows);
        rows.map(|row| pieces.get(tera, "entry_row", ("r", row))).collect()
    };
    context.insert_value("rows", Value::from(rows?));
    Ok(())
}

/// A page with the way to the site's root in place of what stands for it.
fn on_the_way(html: &[u8], way: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(html.len() + 8 * 1024);
    let mut end = 0;
    for at in memchr::memmem::find_iter(html, ROOT) {
        out.extend_from_slice(&html[end..at]);
        out.extend_from_slice(way.as_bytes());
        end = at + ROOT.len();
    }
    out.extend_from_slice(&html[end..]);
    out
}

/// Text as it stands in HTML and XML, in quotation marks too; what XML does not allow is left out.
pub fn escaped(text: &str) -> String {
    let allowed = |c: &char| !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}');
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(allowed) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
    out
}

/// A citation in another language.
#[derive(serde::Serialize)]
struct CitedView {
    lang: &'static str,
    text: String,
}

/// A page above another, in words.
#[derive(serde::Serialize)]
struct CrumbView<'a> {
    href: &'a str,
    url: &'a str,
    text: String,
}

/// The letters of what is drawn, plain and bold: Noto Sans (SIL Open Font License 1.1).
pub fn letters() -> [&'static [u8]; 2] {
    let font = |name: &str| PENDOPO.get_file(format!("{FONTS}/{name}")).map_or(&[][..], include_dir::File::contents);
    [font("NotoSans-Regular.ttf"), font("NotoSans-Bold.ttf")]
}

/// The default theme's words in a language, for what is told outside of a site.
pub fn words(lang: Lang) -> Words {
    let file = PENDOPO.get_file(format!("i18n/{lang}.ftl"));
    let text = file.and_then(|file| file.contents_utf8()).unwrap_or_default();
    // They are part of the program, and a test reads them.
    Words::new(lang.code(), [text.to_owned()]).unwrap_or_else(|_| Words::program(Language::default()))
}

/// The default theme's files.
fn embedded() -> Vec<File> {
    fn collect(dir: &Dir<'_>, found: &mut Vec<File>) {
        for file in dir.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            found.push(File { path, text: file.contents_utf8().unwrap_or_default().to_owned() });
        }
        dir.dirs().filter(|d| d.path() != std::path::Path::new(FONTS)).for_each(|d| collect(d, found));
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

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn xml() {
        assert_eq!(escaped("a < b & \"c\"\u{0}\n"), "a &lt; b &amp; &quot;c&quot;");
    }
}
