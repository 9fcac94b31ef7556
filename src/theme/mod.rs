//! The theme renders the view of a page to HTML. Its files are given as text; nothing is read or
//! written here.
//!
//! The default theme *pendopo* is part of the program. A site's own themes folder may replace any
//! of its files: a template through Tera's fallback prefixes, a message by its key, the style
//! sheet, a script, the settings.

mod citation;
mod embed;
mod excerpt;
mod filters;
mod format;
mod fragment_cache;
mod html;
mod json_ld;
mod localizer;
mod markdown;
mod qr_code;
mod settings;
mod strings;
mod template_error;
mod templates;
mod theme_files;

pub use citation::{Citation, CitationFormat, CitationSentence};
pub use embed::EmbedBlock;
pub use excerpt::first_sentence;
pub use format::format_day;
pub use html::escape_html;
pub use localizer::{DeadlineWords, Localizer};
pub use settings::{Colour, Palette};
pub use strings::MessageArg;
pub use theme_files::built_in_messages;

use crate::diag::{Diagnostic, FileId, SourceFile, SourceMap};
use crate::plan::Plan;
use crate::records::{DEFAULT_THEME, Fingerprint, Lang};
use crate::view::{PageBody, PageView};
use base64::prelude::{BASE64_STANDARD, Engine};
use fragment_cache::FragmentCache;
use json_ld::BreadcrumbView;
use settings::ThemeSettings;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::hash::Hash;
use std::sync::Arc;
use strings::ThemeMessages;
use template_error::template_diagnostic;
use tera::{Context, Tera, TeraResult, Value};
use theme_files::{ThemeFiles, embedded_files};

/// The script of the search page; a site without search has no use for it.
const SEARCH_SCRIPT: &str = "search.js";

/// A theme, ready for the languages of a site.
#[derive(Debug)]
pub struct Theme {
    languages: Vec<LanguageTheme>,
    light_palette: Palette,
    /// The text of sprite.html, which holds the icons of the statuses.
    sprite: String,
    content_security_policy: String,
    scripts: BTreeMap<String, String>,
    /// The templates with their numbers in the source map, the site's own last.
    template_files: Vec<(String, FileId)>,
    /// The fingerprint of all input that is neither part of the program nor in a page's view.
    fingerprint: Fingerprint,
}

/// The theme in one language.
#[derive(Debug)]
struct LanguageTheme {
    lang: Lang,
    tera: Tera,
    messages: Arc<ThemeMessages>,
    fragments: FragmentCache,
}

impl LanguageTheme {
    /// The theme in a language, with the templates of the default theme and of the site.
    ///
    /// # Errors
    /// If a template cannot be parsed.
    fn new(
        lang: Lang,
        messages: ThemeMessages,
        templates: (&[SourceFile], &[SourceFile]),
        plan: &Plan<'_>,
    ) -> TeraResult<Self> {
        let messages = Arc::new(messages);
        let targets = plan.unpublished_targets();
        Ok(Self {
            lang,
            tera: templates::build_tera(templates, lang, &messages, targets)?,
            messages,
            fragments: FragmentCache::default(),
        })
    }
}

impl Theme {
    /// Builds the theme `name` for a plan from the default theme and the site's `own` files, which
    /// join `files`, so that messages can show their lines.
    ///
    /// # Errors
    /// Every template, catalog and setting that cannot be read, and files that no theme has.
    pub fn new(
        name: &str,
        own: Vec<SourceFile>,
        plan: &Plan<'_>,
        files: &mut SourceMap,
    ) -> Result<Self, Vec<Diagnostic>> {
        let mut diagnostics = Vec::new();
        let own_texts: Vec<_> = own.iter().map(|file| (&file.path, &file.text)).collect();
        // Which links become plain text depends on all records, hence on no single page's view.
        let fingerprint = Fingerprint::of(&(name, own_texts, plan.unpublished_targets()));
        let base = ThemeFiles::new(embedded_files(), DEFAULT_THEME, &mut diagnostics);
        let own = ThemeFiles::new(own, name, &mut diagnostics);
        let template_files = insert_templates(&base, &own, files);
        let mut languages = Vec::new();
        for lang in plan.languages() {
            let catalogs = (base.catalogs.as_slice(), own.catalogs.as_slice());
            let messages = strings::load_messages(lang, catalogs, files, &mut diagnostics);
            let templates = (base.templates.as_slice(), own.templates.as_slice());
            match LanguageTheme::new(lang, messages, templates, plan) {
                Ok(language) => languages.push(language),
                // Every language has the same templates: the same diagnostic is dropped below.
                Err(error) => diagnostics.push(template_diagnostic(&error, &template_files, files)),
            }
        }
        let settings = settings::load_settings(
            base.settings.as_ref(),
            own.settings.as_ref(),
            files,
            &mut diagnostics,
        );
        crate::diag::sort_and_dedup(&mut diagnostics);
        let Some(settings) = settings.filter(|_| diagnostics.is_empty()) else {
            return Err(diagnostics);
        };
        let mut scripts = base.scripts;
        scripts.extend(own.scripts);
        if !plan.has_search() {
            scripts.remove(SEARCH_SCRIPT);
        }
        let style_sheet = own.style_sheet.or(base.style_sheet).unwrap_or_default();
        let mut theme = Self {
            languages,
            light_palette: settings.light.clone(),
            sprite: sprite_text(&base.templates, &own.templates),
            content_security_policy: String::new(),
            scripts,
            template_files,
            fingerprint,
        };
        theme.set_style(&settings, &style_sheet);
        Ok(theme)
    }

    /// Gives the templates the settings and the style, and allows that style alone: it is in every
    /// page, so that a page needs no second request.
    fn set_style(&mut self, settings: &ThemeSettings, style_sheet: &str) {
        let style = format!(
            ":root{{{}}}@media(prefers-color-scheme:dark){{:root{{{}}}}}\n{style_sheet}",
            settings.light.css_properties(),
            settings.dark.css_properties(),
        );
        let hash = BASE64_STANDARD.encode(Sha256::digest(style.as_bytes()));
        let policy = format!(
            "default-src 'none'; style-src 'sha256-{hash}'; script-src 'self' 'wasm-unsafe-eval'; \
             connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'"
        );
        for language in &mut self.languages {
            let global = language.tera.global_context();
            global.insert_value("theme", Value::from_serializable::<ThemeSettings>(settings));
            global.insert_value("style", Value::safe_string(&style));
            global.insert_value("policy", Value::safe_string(&policy));
        }
        self.content_security_policy = policy;
    }

    /// The fingerprint of what is made from `input` with this theme: pages whose views have one
    /// fingerprint are the same.
    pub fn fingerprint(&self, input: &impl Hash) -> Fingerprint {
        Fingerprint::of(&(self.fingerprint, input))
    }

    /// Renders one page.
    ///
    /// # Errors
    /// If a template asks for something that the view does not have, or a message is missing.
    pub fn render_page(
        &self,
        view: &PageView<'_>,
        lang: Lang,
        files: &SourceMap,
    ) -> Result<Vec<u8>, Diagnostic> {
        let language = self.language_theme(lang);
        let broken = |error| template_diagnostic(&error, &self.template_files, files);
        let mut context = Context::from_serialize(view).map_err(broken)?;
        let localizer = self.localizer(lang);
        let title = localizer.title_text(&view.title)?;
        let mut breadcrumbs = Vec::with_capacity(view.breadcrumbs.len());
        for page in &view.breadcrumbs {
            let text = localizer.title_text(&page.title)?;
            breadcrumbs.push(BreadcrumbView {
                href: &page.href,
                url: &page.url,
                text,
            });
        }
        if view.citable {
            let json_ld = json_ld::json_ld(view, localizer, &title, &breadcrumbs)?;
            context.insert_value("json_ld", Value::safe_string(&json_ld));
        }
        context.insert("citations", &self.citations(view, lang)?);
        context.insert("title", &title);
        context.insert("breadcrumbs", &breadcrumbs);
        if let PageBody::Notice(notice) = &view.page {
            context.insert("qr_code", &qr_code::qr_code(&notice.url));
        }
        insert_fragments(view, language, &mut context).map_err(broken)?;
        // Few pages are larger; a buffer that grows is copied at each step.
        let mut rendered = Vec::with_capacity(64 * 1024);
        let template = format!("{}.html", view.kind);
        language
            .tera
            .render_to(&template, &context, &mut rendered)
            .map_err(broken)?;
        // Only now: the fragments are shared by pages at every depth, so they must not know it.
        let html = html::substitute_root(&rendered, &escape_html(&view.root_path));
        Ok(html::remove_unused_shapes(&html))
    }

    /// How the record of a citation page and its commitments are cited; nothing for other views.
    ///
    /// # Errors
    /// If the theme lacks a message.
    pub fn citations(&self, view: &PageView<'_>, lang: Lang) -> Result<Vec<Citation>, Diagnostic> {
        let PageBody::Citation(citation) = &view.page else {
            return Ok(Vec::new());
        };
        let localizer = self.localizer(lang);
        let blocks = match &citation.block {
            Some(entry) => embed::embed_blocks(view, entry, localizer)?,
            None => Vec::new(),
        };
        citation::citations(view, citation, blocks, lang, localizer)
    }

    /// The content security policy under which every page works: the style sheet by its hash,
    /// scripts and data from the site itself, nothing from elsewhere. The search is WebAssembly.
    pub fn content_security_policy(&self) -> &str {
        &self.content_security_policy
    }

    /// The scripts with their paths in the site: `aset/search.js`.
    pub fn script_assets(&self) -> impl Iterator<Item = (String, &[u8])> {
        self.scripts
            .iter()
            .map(|(name, text)| (format!("aset/{name}"), text.as_bytes()))
    }

    /// The messages and dates of a language.
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

    /// The content of an icon in sprite.html, as SVG in a box of 20 by 20. Returns `None` if a
    /// site's own sprite.html defines it otherwise, or with a template expression, which only Tera
    /// can resolve.
    pub fn icon_svg(&self, name: &str) -> Option<&str> {
        let start = format!("<symbol id=\"i_{name}\" viewBox=\"0 0 20 20\">");
        let (_, symbol) = self.sprite.split_once(&start)?;
        let (shape, _) = symbol.split_once("</symbol>")?;
        (!shape.contains('{')).then_some(shape)
    }

    fn language_theme(&self, lang: Lang) -> &LanguageTheme {
        let found = self.languages.iter().find(|theme| theme.lang == lang);
        found.unwrap_or(&self.languages[0])
    }
}

/// Adds the templates to the source map, so that diagnostics can show their lines. Returns their
/// paths below themes/ with their numbers, the site's own last.
fn insert_templates(
    base: &ThemeFiles,
    own: &ThemeFiles,
    files: &mut SourceMap,
) -> Vec<(String, FileId)> {
    let mut template_files = Vec::new();
    for file in base.templates.iter().chain(&own.templates) {
        let id = files.insert(SourceFile {
            path: format!("themes/{}", file.path),
            text: file.text.clone(),
        });
        template_files.push((file.path.clone(), id));
    }
    template_files
}

/// The text of the last sprite.html, which is the site's own if it has one.
fn sprite_text(base: &[SourceFile], own: &[SourceFile]) -> String {
    let mut templates = base.iter().chain(own);
    let sprite = templates.rfind(|file| file.path.ends_with("/templates/sprite.html"));
    sprite.map(|file| file.text.clone()).unwrap_or_default()
}

/// Adds the parts of a page that many others have, too: rows of lists, filter menus, the site's own
/// data. They are rendered or converted once, and not with each page.
fn insert_fragments(
    view: &PageView<'_>,
    language: &LanguageTheme,
    context: &mut Context,
) -> TeraResult<()> {
    let LanguageTheme {
        tera, fragments, ..
    } = language;
    context.insert_value("site", fragments.variable_value("site", &view.site)?);
    if let PageBody::Commitments(list) = &view.page {
        let filters = fragments.component_html(tera, "list_filters", ("f", &list.filters))?;
        context.insert_value("filters", filters);
    }
    let mut rows = Vec::new();
    if let Some((component, shared)) = view.page.shared_rows() {
        for row in shared {
            rows.push(fragments.component_html(tera, component, ("r", row))?);
        }
    }
    context.insert_value("rows", Value::from(rows));
    Ok(())
}
