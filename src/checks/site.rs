//! Rules about site.yaml, and about the languages of every text.

use super::context::CheckContext;
use super::texts;
use crate::diag::{Code, Diagnostic};
use crate::records::{Contact, Lang, Site, format_mismatch};

/// J204, J212, J215, J218, J219, J302, J514
pub(super) fn check(book: &CheckContext<'_>, faults: &mut Vec<Diagnostic>) {
    check_not_empty(book, faults);
    let Some(site) = &book.records.site else {
        return;
    };
    faults.extend(format_mismatch(&site.format));
    check_languages(site, faults);
    check_contact(site, faults);
    check_main_language(book, site.main_language(), faults);
}

fn check_not_empty(book: &CheckContext<'_>, faults: &mut Vec<Diagnostic>) {
    let lost = &book.records.unreadable;
    if book.records.stops.is_empty() && lost.references.is_empty() && !lost.has_unnumbered_stops {
        faults.push(Diagnostic::without_span(Code::EmptySite));
    }
}

/// The site itself speaks Indonesian and English.
fn check_languages(site: &Site, faults: &mut Vec<Diagnostic>) {
    if site.languages.is_empty() {
        faults.push(Diagnostic::new(Code::EmptyText, site.languages.span));
    }
    for (n, lang) in site.languages.iter().enumerate() {
        if !matches!(lang.value, Lang::Id | Lang::En) {
            let fault = Diagnostic::new(Code::NotInVocabulary, lang.span).arg("found", lang.code());
            faults.push(fault.arg("allowed", "id, en").arg("near", ""));
        }
        if let Some(first) = site.languages[..n].iter().find(|l| l.value == lang.value) {
            let fault = Diagnostic::new(Code::DuplicateId, lang.span).arg("found", lang.code());
            faults.push(fault.secondary("first-here", first.span));
        }
    }
}

fn check_contact(site: &Site, faults: &mut Vec<Diagnostic>) {
    if !matches!(&site.contact, Some(Contact { email, whatsapp, page }) if email.is_some() || whatsapp.is_some() || page.is_some())
    {
        faults.push(Diagnostic::new(Code::NoContact, site.format.span));
    }
}

/// A text by language holds the site's main one, so that no page has a hole.
fn check_main_language(book: &CheckContext<'_>, main: Lang, faults: &mut Vec<Diagnostic>) {
    for text in texts::collect_texts(book.records).multilingual {
        if !text
            .translations
            .iter()
            .any(|said| said.lang.is_none_or(|lang| lang == main))
        {
            faults.push(Diagnostic::new(Code::LanguageMissing, text.span).arg("lang", main.code()));
        }
    }
}
