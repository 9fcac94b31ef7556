//! Tera with a theme's templates, one per language, so that a template says `t(key="…")` and nothing about languages.

use super::filters;
use super::preprocess::Worded;
use super::strings::Strings;
use crate::diag::File;
use crate::records::Lang;
use std::collections::BTreeSet;
use std::sync::Arc;
use tera::{Tera, TeraResult};

/// The prefix of the default theme's templates; a site's own have none and are found first.
const PREFIX: &str = "pendopo/";

/// The templates of a language by name, each with its words: the default theme's, then a site's own.
pub(super) type Texts = Vec<(String, Worded)>;

/// The texts of templates `base` and `own`, with the words of a language.
pub(super) fn texts(base: &[File], own: &[File], words: &Strings) -> Texts {
    let name = |file: &File| file.path.split_once("/templates/").map_or("", |(_, name)| name).to_owned();
    let templates = base.iter().map(|f| (format!("{PREFIX}{}", name(f)), f)).chain(own.iter().map(|f| (name(f), f)));
    templates.map(|(name, file)| (name, Worded::new(&file.text, words))).collect()
}

/// Tera with these templates: a site's own come before the default theme's. Links in Markdown to an `absent` address are no
/// links.
pub(super) fn tera(texts: &Texts, lang: Lang, words: Arc<Strings>, absent: &BTreeSet<String>) -> TeraResult<Tera> {
    let mut tera = Tera::default();
    tera.autoescape_on(vec![".html"]);
    tera.set_fallback_prefixes([PREFIX])?;
    filters::register(&mut tera, lang, words, absent.clone());
    tera.add_raw_templates(texts.iter().map(|(name, worded)| (name.as_str(), worded.text.as_str())))?;
    Ok(tera)
}
