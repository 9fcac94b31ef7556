//! Rules about site.yaml, and about the languages of every text.

use super::context::Context;
use super::texts::collect_texts;
use crate::diag::{Code, Diagnostic};
use crate::records::{Lang, Site, format_mismatch};

/// J204, J212, J215, J218, J219, J302, J514
pub(super) fn check(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    check_not_empty(context, diagnostics);
    if let Some(site) = &context.records.site {
        diagnostics.extend(format_mismatch(&site.format));
        check_languages(site, diagnostics);
        check_contact(site, diagnostics);
        check_main_language(context, site.main_language(), diagnostics);
    }
}

/// Protects against the wrong folder: a site without a single stop is hardly meant.
fn check_not_empty(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let unreadable = &context.records.unreadable;
    if context.records.stops.is_empty()
        && unreadable.references.is_empty()
        && !unreadable.has_unnumbered_stops
    {
        diagnostics.push(Diagnostic::without_span(Code::EmptySite));
    }
}

/// The site is in Indonesian, English or both: the theme has messages in no other language.
fn check_languages(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    if site.languages.is_empty() {
        diagnostics.push(Diagnostic::new(Code::EmptyText, site.languages.span));
    }
    for (n, lang) in site.languages.iter().enumerate() {
        // The format has codes for more languages than the theme has messages for.
        if !matches!(lang.value, Lang::Id | Lang::En) {
            diagnostics.push(
                Diagnostic::new(Code::NotInVocabulary, lang.span)
                    .arg("found", lang.code())
                    .arg("allowed", "id, en")
                    .arg("near", ""),
            );
        }
        if let Some(first) = site.languages[..n].iter().find(|l| l.value == lang.value) {
            diagnostics.push(
                Diagnostic::new(Code::DuplicateId, lang.span)
                    .arg("found", lang.code())
                    .secondary("first-here", first.span),
            );
        }
    }
}

/// Whoever finds an error must be able to report it.
fn check_contact(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    let has_contact = site
        .contact
        .as_ref()
        .is_some_and(|c| c.email.is_some() || c.whatsapp.is_some() || c.page.is_some());
    if !has_contact {
        diagnostics.push(Diagnostic::new(Code::NoContact, site.format.span));
    }
}

/// A text by language holds the site's main one, so that no page has a hole.
fn check_main_language(context: &Context<'_>, main: Lang, diagnostics: &mut Vec<Diagnostic>) {
    for text in collect_texts(context.records).multilingual {
        let mut languages = text.translations.iter().map(|t| t.lang.unwrap_or(main));
        if !languages.any(|lang| lang == main) {
            diagnostics
                .push(Diagnostic::new(Code::LanguageMissing, text.span).arg("lang", main.code()));
        }
    }
}
