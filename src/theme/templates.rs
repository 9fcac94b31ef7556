//! Builds Tera from a theme's templates, one instance per language, so that templates never branch on a language.
//! A template asks for a message with `t(key="…", …)`.

use super::filters;
use super::strings::ThemeMessages;
use crate::diag::SourceFile;
use crate::records::Lang;
use std::collections::BTreeSet;
use std::sync::Arc;
use tera::{Tera, TeraResult};

/// The prefix of the default theme's templates; a site's own have none and are found first.
const DEFAULT_PREFIX: &str = "pendopo/";

/// Tera with the templates of the default theme (`base`) and those of a site (`own`), which come first. Links in
/// Markdown to `unpublished_targets` become plain text.
///
/// # Errors
/// If a template cannot be parsed.
pub(super) fn build_tera(
    base: &[SourceFile],
    own: &[SourceFile],
    lang: Lang,
    messages: &Arc<ThemeMessages>,
    unpublished_targets: &BTreeSet<String>,
) -> TeraResult<Tera> {
    let mut tera = Tera::default();
    tera.autoescape_on(vec![".html"]);
    tera.set_fallback_prefixes([DEFAULT_PREFIX])?;
    filters::install_filters(
        &mut tera,
        lang,
        messages.clone(),
        unpublished_targets.clone(),
    );
    let mut templates = Vec::with_capacity(base.len() + own.len());
    for file in base {
        templates.push((
            format!("{DEFAULT_PREFIX}{}", template_name(file)),
            file.text.as_str(),
        ));
    }
    for file in own {
        templates.push((template_name(file).to_owned(), file.text.as_str()));
    }
    tera.add_raw_templates(templates)?;
    Ok(tera)
}

/// A template's name: its path below the theme's templates/.
fn template_name(file: &SourceFile) -> &str {
    file.path
        .split_once("/templates/")
        .map_or("", |(_, name)| name)
}
