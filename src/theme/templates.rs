//! Tera with a theme's templates, one per language, so that a template says `t(key="…")` and nothing about languages.

use super::filters;
use super::preprocess::PreprocessedTemplate;
use super::strings::ThemeMessages;
use crate::diag::SourceFile;
use crate::records::Lang;
use std::collections::BTreeSet;
use std::sync::Arc;
use tera::{Tera, TeraResult};

/// The prefix of the default theme's templates; a site's own have none and are found first.
const DEFAULT_PREFIX: &str = "pendopo/";

/// The templates of a language by name, each with its words: the default theme's, then a site's own.
pub(super) type PreprocessedTemplates = Vec<(String, PreprocessedTemplate)>;

/// The texts of templates `base` and `own`, with the words of a language.
pub(super) fn preprocess_templates(
    base: &[SourceFile],
    own: &[SourceFile],
    words: &ThemeMessages,
) -> PreprocessedTemplates {
    let name = |file: &SourceFile| {
        file.path
            .split_once("/templates/")
            .map_or("", |(_, name)| name)
            .to_owned()
    };
    let templates = base
        .iter()
        .map(|f| (format!("{DEFAULT_PREFIX}{}", name(f)), f))
        .chain(own.iter().map(|f| (name(f), f)));
    templates
        .map(|(name, file)| (name, PreprocessedTemplate::new(&file.text, words)))
        .collect()
}

/// Tera with these templates: a site's own come before the default theme's. Links in Markdown to an `absent` address are no
/// links.
pub(super) fn build_tera(
    texts: &PreprocessedTemplates,
    lang: Lang,
    words: Arc<ThemeMessages>,
    absent: &BTreeSet<String>,
) -> TeraResult<Tera> {
    let mut tera = Tera::default();
    tera.autoescape_on(vec![".html"]);
    tera.set_fallback_prefixes([DEFAULT_PREFIX])?;
    filters::install_filters(&mut tera, lang, words, absent.clone());
    tera.add_raw_templates(
        texts
            .iter()
            .map(|(name, worded)| (name.as_str(), worded.text.as_str())),
    )?;
    Ok(tera)
}
