//! Tera with a theme's templates, one per language, so that a template says `t(key="…")` and nothing about languages.

use super::filters;
use super::strings::Strings;
use crate::diag::File;
use crate::records::Lang;
use std::collections::BTreeSet;
use std::sync::Arc;
use tera::{Tera, TeraResult};

/// The prefix of the default theme's templates; a site's own have none and are found first.
const PREFIX: &str = "pendopo/";

/// Templates `base` with `own` before them. Links in Markdown to an `absent` address are no links.
pub(super) fn tera(
    base: &[File],
    own: &[File],
    lang: Lang,
    words: Arc<Strings>,
    absent: &BTreeSet<String>,
) -> TeraResult<Tera> {
    let mut tera = Tera::default();
    tera.autoescape_on(vec![".html"]);
    tera.set_fallback_prefixes([PREFIX])?;
    filters::register(&mut tera, lang, words, absent.clone());
    let name = |file: &File| file.path.split_once("/templates/").map_or("", |(_, name)| name).to_owned();
    let templates = base.iter().map(|f| (format!("{PREFIX}{}", name(f)), f)).chain(own.iter().map(|f| (name(f), f)));
    tera.add_raw_templates(templates.map(|(name, file)| (name, file.text.as_str())))?;
    Ok(tera)
}
