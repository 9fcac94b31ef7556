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

pub use embed::EmbedBlock;
pub use filters::format_day;
pub use localizer::Localizer;
pub use settings::{Colour, Palette};
pub use strings::MessageArg;

use crate::diag::messages::{Language, Messages};
use crate::diag::{Code, Diagnostic, SourceFile, SourceMap};
use crate::plan::Plan;
use crate::records::{Fingerprint, Lang};
use crate::view::{PageBody, PageTranslation, PageView, ROOT_PLACEHOLDER};
use base64::prelude::{BASE64_STANDARD, Engine};
use fragment_cache::FragmentCache;
use include_dir::{Dir, include_dir};
use settings::ThemeSettings;
use sha2::{Digest, Sha256};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::hash::Hash;
use std::sync::Arc;
use strings::ThemeMessages;
use templates::PreprocessedTemplates;
use tera::{Context, Tera, TeraResult, Value};

/// The default theme's name.
pub const DEFAULT_THEME: &str = "pendopo";

/// Where the letters are, which are no text.
const FONTS_DIR: &str = "assets/fonts";
/// The script of the search page; a site without search has no use for it.
const SEARCH_SCRIPT: &str = "search.js";

thread_local! {
    /// Room for a page on its way, used again and again.
    static PAGE_BUFFER: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

static EMBEDDED_THEME: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/pendopo");

/// A theme, ready for the languages of a site.
#[derive(Debug)]
pub struct Theme {
    languages: Vec<LanguageTheme>,
    light_palette: Palette,
    /// The template of the statuses' shapes.
    sprite: String,
    content_security_policy: String,
    scripts: BTreeMap<String, String>,
    template_files: Vec<(String, crate::diag::FileId)>,
    /// Of all that is not part of the program and that pages are made with.
    fingerprint: Fingerprint,
}

/// What is needed to speak a language.
#[derive(Debug)]
struct LanguageTheme {
    lang: Lang,
    tera: Tera,
    templates: PreprocessedTemplates,
    messages: Arc<ThemeMessages>,
    fragments: FragmentCache,
}

/// The files of a theme by what they are for.
#[derive(Default)]
struct ThemeFiles {
    templates: Vec<SourceFile>,
    catalogs: Vec<SourceFile>,
    style_sheet: Option<String>,
    /// By name.
    scripts: BTreeMap<String, String>,
    settings: Option<SourceFile>,
}

impl Theme {
    /// Makes a theme for a plan, of the default theme and a site's `own` files. The files join `files`, so that messages can show
    /// their lines.
    ///
    /// # Errors
    /// Every template, string and setting that cannot be read, and files that a theme does not have.
    pub fn new(
        name: &str,
        own: Vec<SourceFile>,
        plan: &Plan<'_>,
        files: &mut SourceMap,
    ) -> Result<Self, Vec<Diagnostic>> {
        let mut faults = Vec::new();
        let base = group_files(embedded_files(), DEFAULT_THEME, &mut faults);
        let print = Fingerprint::of(&(
            name,
            own.iter().map(|f| (&f.path, &f.text)).collect::<Vec<_>>(),
            plan.unpublished_targets(),
        ));
        let own = group_files(own, name, &mut faults);
        let mut tongues = Vec::new();
        let mut sources = Vec::new();
        for file in base.templates.iter().chain(&own.templates) {
            let shown = format!("themes/{}", file.path);
            sources.push((
                file.path.clone(),
                files.insert(SourceFile {
                    path: shown,
                    text: file.text.clone(),
                }),
            ));
        }
        for lang in plan.languages() {
            let words = Arc::new(strings::load_messages(
                lang,
                &base.catalogs,
                &own.catalogs,
                files,
                &mut faults,
            ));
            let texts = templates::preprocess_templates(&base.templates, &own.templates, &words);
            match templates::build_tera(&texts, lang, words.clone(), plan.unpublished_targets()) {
                Ok(tera) => tongues.push(LanguageTheme {
                    lang,
                    tera,
                    templates: texts,
                    messages: words,
                    fragments: FragmentCache::default(),
                }),
                Err(fault) => faults.push(template_error::template_diagnostic(
                    &fault, &texts, &sources, files,
                )),
            }
        }
        let settings = settings::load_settings(
            base.settings.as_ref(),
            own.settings.as_ref(),
            files,
            &mut faults,
        );
        crate::diag::sort_and_dedup(&mut faults);
        match settings {
            Some(settings) if faults.is_empty() => {
                let style = format!(
                    ":root{{{}}}@media(prefers-color-scheme:dark){{:root{{{}}}}}\n{}",
                    settings.light.css_properties(),
                    settings.dark.css_properties(),
                    own.style_sheet.or(base.style_sheet).unwrap_or_default()
                );
                let is_sprite = |f: &&SourceFile| f.path.ends_with("/templates/sprite.html");
                let sprite = base.templates.iter().chain(&own.templates).rfind(is_sprite);
                let sprite = sprite.map(|f| f.text.clone()).unwrap_or_default();
                let mut scripts = base.scripts;
                scripts.extend(own.scripts);
                if !plan.has_search() {
                    scripts.remove(SEARCH_SCRIPT);
                }
                let hash = BASE64_STANDARD.encode(Sha256::digest(style.as_bytes()));
                let policy = format!(
                    "default-src 'none'; style-src 'sha256-{hash}'; script-src 'self' 'wasm-unsafe-eval'; \
                     connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'"
                );
                for LanguageTheme { tera, .. } in &mut tongues {
                    let everywhere = tera.global_context();
                    everywhere.insert_value(
                        "theme",
                        Value::from_serializable::<ThemeSettings>(&settings),
                    );
                    everywhere.insert_value("style", Value::safe_string(&style));
                    everywhere.insert_value("policy", Value::safe_string(&policy));
                }
                Ok(Self {
                    languages: tongues,
                    light_palette: settings.light,
                    sprite,
                    content_security_policy: policy,
                    scripts,
                    template_files: sources,
                    fingerprint: print,
                })
            }
            _ => Err(faults),
        }
    }

    /// What something is made from, with this theme: views with one print give the same page.
    pub fn fingerprint(&self, from: &impl Hash) -> Fingerprint {
        Fingerprint::of(&(self.fingerprint, from))
    }

    /// Renders one page.
    ///
    /// # Errors
    /// If a template asks for something that the view does not have, or a string is missing.
    pub fn render_page(
        &self,
        view: &PageView<'_>,
        lang: Lang,
        files: &SourceMap,
    ) -> Result<Vec<u8>, Diagnostic> {
        let LanguageTheme {
            tera,
            fragments: pieces,
            templates: texts,
            ..
        } = self.language_theme(lang);
        let broken = |fault: &tera::Error| {
            template_error::template_diagnostic(fault, texts, &self.template_files, files)
        };
        let mut context = Context::from_serialize(view).map_err(|f| broken(&f))?;
        let voice = self.localizer(lang);
        let title = voice.title_text(&view.title)?;
        let crumbs = view.breadcrumbs.iter().map(|c| {
            let text = voice.title_text(&c.title)?;
            Ok(BreadcrumbView {
                href: &c.href,
                url: &c.url,
                text,
            })
        });
        let crumbs = crumbs.collect::<Result<Vec<_>, Diagnostic>>()?;
        if view.citable {
            context.insert_value(
                "json_ld",
                Value::safe_string(&json_ld::json_ld(view, voice, &title, &crumbs)?),
            );
        }
        context.insert("embed_blocks", &self.embed_blocks(view, lang)?);
        let cited = view
            .translations
            .iter()
            .map(|other| self.citation_in(other, &view.day));
        context.insert(
            "translated_citations",
            &cited.collect::<Result<Vec<_>, Diagnostic>>()?,
        );
        context.insert("title", &title);
        context.insert("breadcrumbs", &crumbs);
        if let PageBody::Notice(notice) = &view.page {
            context.insert("qr_code", &qr_code::qr_code(&notice.url));
        }
        insert_fragments(view, pieces, tera, &mut context).map_err(|f| broken(&f))?;
        let mut html = PAGE_BUFFER.take();
        html.clear();
        tera.render_to(&format!("{}.html", view.kind), &context, &mut html)
            .map_err(|f| broken(&f))?;
        let page = substitute_root(&html, &escape_html(&view.root_path));
        PAGE_BUFFER.set(html);
        Ok(page)
    }

    /// What can be quoted of the page that a view of a quotation is of.
    ///
    /// # Errors
    /// If the theme lacks words.
    pub fn embed_blocks(
        &self,
        view: &PageView<'_>,
        lang: Lang,
    ) -> Result<Vec<EmbedBlock>, Diagnostic> {
        match &view.page {
            PageBody::Citation(quote) => embed::embed_blocks(view, quote, self.localizer(lang)),
            _ => Ok(Vec::new()),
        }
    }

    /// The content security policy under which every page works: the style sheet by its hash, scripts and data from the
    /// site itself, nothing from elsewhere. The search is WebAssembly.
    pub fn content_security_policy(&self) -> &str {
        &self.content_security_policy
    }

    /// The scripts with their paths in the site: `aset/search.js`.
    pub fn script_assets(&self) -> impl Iterator<Item = (String, &[u8])> {
        self.scripts
            .iter()
            .map(|(name, text)| (format!("aset/{name}"), text.as_bytes()))
    }

    /// Who speaks a language.
    pub fn localizer(&self, lang: Lang) -> Localizer<'_> {
        Localizer {
            lang,
            messages: &self.language_theme(lang).messages,
        }
    }

    /// The colours on light ground.
    pub fn light_palette(&self) -> &Palette {
        &self.light_palette
    }

    /// A shape by its name in sprite.html, as SVG in a box of 20 by 20; none if the template makes it in another way.
    pub fn icon_svg(&self, name: &str) -> Option<&str> {
        let (_, symbol) = self
            .sprite
            .split_once(&format!("<symbol id=\"i_{name}\" viewBox=\"0 0 20 20\">"))?;
        symbol
            .split_once("</symbol>")
            .map(|(shape, _)| shape)
            .filter(|shape| !shape.contains('{'))
    }

    /// How a page is cited in another language.
    fn citation_in(
        &self,
        other: &PageTranslation<'_>,
        day: &str,
    ) -> Result<TranslatedCitation, Diagnostic> {
        let voice = self.localizer(other.lang);
        let (title, day) = (voice.title_text(&other.title)?, voice.format_day(day));
        let gaps = [
            ("publisher", other.publisher),
            ("title", &title),
            ("site", other.site),
            ("day", &day),
            ("url", &other.url),
        ];
        let text = voice.message(
            "cite",
            &gaps.map(|(name, text)| (name, MessageArg::Text(text))),
        )?;
        Ok(TranslatedCitation {
            lang: other.lang.code(),
            text,
        })
    }

    fn language_theme(&self, lang: Lang) -> &LanguageTheme {
        self.languages
            .iter()
            .find(|t| t.lang == lang)
            .unwrap_or(&self.languages[0])
    }
}

/// Adds the pieces of a page that many others have, too.
fn insert_fragments(
    view: &PageView<'_>,
    pieces: &FragmentCache,
    tera: &Tera,
    context: &mut Context,
) -> TeraResult<()> {
    context.insert_value("site", pieces.variable_value("site", &view.site)?);
    let rows: TeraResult<Vec<Value>> = if let PageBody::Commitments(list) = &view.page {
        context.insert_value(
            "filters",
            pieces.component_html(tera, "list_filters", ("f", &list.filters))?,
        );
        list.rows
            .iter()
            .map(|row| pieces.component_html(tera, "commitment_row", ("r", row)))
            .collect()
    } else {
        let rows = view
            .page
            .scorecard()
            .into_iter()
            .flat_map(|card| &card.rows);
        rows.map(|row| pieces.component_html(tera, "entry_row", ("r", row)))
            .collect()
    };
    context.insert_value("rows", Value::from(rows?));
    Ok(())
}

/// A page with the way to the site's root in place of what stands for it.
fn substitute_root(html: &[u8], way: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(html.len() + 8 * 1024);
    let mut end = 0;
    for at in memchr::memmem::find_iter(html, ROOT_PLACEHOLDER) {
        out.extend_from_slice(&html[end..at]);
        out.extend_from_slice(way.as_bytes());
        end = at + ROOT_PLACEHOLDER.len();
    }
    out.extend_from_slice(&html[end..]);
    out
}

/// Text as it stands in HTML and XML, in quotation marks too; what XML does not allow is left out.
pub fn escape_html(text: &str) -> String {
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
struct TranslatedCitation {
    lang: &'static str,
    text: String,
}

/// A page above another, in words.
#[derive(serde::Serialize)]
struct BreadcrumbView<'a> {
    href: &'a str,
    url: &'a str,
    text: String,
}

/// The letters of what is drawn, plain and bold: Noto Sans (SIL Open Font License 1.1).
pub fn font_files() -> [&'static [u8]; 2] {
    let font = |name: &str| {
        EMBEDDED_THEME
            .get_file(format!("{FONTS_DIR}/{name}"))
            .map_or(&[][..], include_dir::File::contents)
    };
    [font("NotoSans-Regular.ttf"), font("NotoSans-Bold.ttf")]
}

/// The default theme's words in a language, for what is told outside of a site.
pub fn built_in_messages(lang: Lang) -> Messages {
    let file = EMBEDDED_THEME.get_file(format!("i18n/{lang}.ftl"));
    let text = file
        .and_then(|file| file.contents_utf8())
        .unwrap_or_default();
    // They are part of the program, and a test reads them.
    Messages::new(lang.code(), [text.to_owned()])
        .unwrap_or_else(|_| Messages::built_in(Language::default()))
}

/// The default theme's files.
fn embedded_files() -> Vec<SourceFile> {
    fn collect_files(dir: &Dir<'_>, found: &mut Vec<SourceFile>) {
        for file in dir.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            found.push(SourceFile {
                path,
                text: file.contents_utf8().unwrap_or_default().to_owned(),
            });
        }
        dir.dirs()
            .filter(|d| d.path() != std::path::Path::new(FONTS_DIR))
            .for_each(|d| collect_files(d, found));
    }
    let mut found = Vec::new();
    collect_files(&EMBEDDED_THEME, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// Sorts a theme's files by what they are for; their paths get the theme's name in front.
fn group_files(files: Vec<SourceFile>, name: &str, faults: &mut Vec<Diagnostic>) -> ThemeFiles {
    let mut parts = ThemeFiles::default();
    for SourceFile { path, text } in files {
        let file = SourceFile {
            path: format!("{name}/{path}"),
            text,
        };
        match path.split('/').collect::<Vec<_>>()[..] {
            ["templates", ..] if path.ends_with(".html") => parts.templates.push(file),
            ["i18n", language] if language.ends_with(".ftl") => parts.catalogs.push(file),
            ["assets", "style.css"] => parts.style_sheet = Some(minify_css(&file.text)),
            ["assets", script] if script.ends_with(".js") => {
                parts.scripts.insert(script.to_owned(), file.text);
            }
            ["theme.yaml"] => parts.settings = Some(file),
            _ => {
                let shown = format!("themes/{}", file.path);
                faults.push(Diagnostic::without_span(Code::UnknownThemeFile).arg("path", shown));
            }
        }
    }
    parts
}

/// A style sheet without comments and indentation: it stands in every page.
fn minify_css(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = rest.find("/*") {
        out.push_str(&rest[..start]);
        rest = rest[start..]
            .find("*/")
            .map_or("", |end| &rest[start + end + 2..]);
    }
    out.push_str(rest);
    out.lines()
        .map(str::trim)
        .filter(|l| !l.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::escape_html;

    #[test]
    fn xml() {
        assert_eq!(
            escape_html("a < b & \"c\"\u{0}\n"),
            "a &lt; b &amp; &quot;c&quot;"
        );
    }
}
