//! J605, J609: a phrase that was redacted by law must not come back, neither in the records, in
//! whatever is published of them, nor in a revision, nor in the site's own theme; and whether that
//! can be looked for at all.

use super::body_strings::body_strings;
use super::context::Context;
use super::places::{addresses, file_names, keys};
use super::texts::collect_texts;
use crate::diag::{Code, Diagnostic, Span};
use crate::records::revision_fields::is_reference_field;
use crate::records::{KeyFile, Records, RedactedPhrase, RedactedPhrases};
use rayon::prelude::*;
use serde_json::Value;

/// A text, where a message looks for it, and what it is: that decides the advice.
type Place<'r> = (&'r str, Span, &'static str);

/// J605, J609
pub(super) fn check(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let records = context.records;
    let phrases = &records.redacted_phrases;
    // Mostly there are none, and no text need be gone through.
    if phrases.is_empty() {
        return;
    }
    diagnostics.extend(locked(phrases));
    let places = places(records).into_par_iter();
    diagnostics.par_extend(places.filter_map(|(text, span, place)| {
        let (phrase, _) = phrases.find_in(text)?;
        Some(redacted(phrase, span, place))
    }));
    // One message a line: whoever redacts it will see the rest.
    let bodies = records.revision_log.revisions.par_iter();
    diagnostics.par_extend(bodies.filter_map(|revision| {
        let body = revision.line.as_ref()?;
        let phrase = find_redacted(&body.body, phrases)?;
        Some(redacted(phrase, body.span, "log"))
    }));
    for file in &records.theme_files {
        if let Some((phrase, range)) = phrases.find_in(file) {
            let span = Span::new(file.span.file, range);
            diagnostics.push(redacted(phrase, span, "theme"));
        }
    }
}

/// Says that phrases cannot be looked for, and why.
fn locked(phrases: &RedactedPhrases) -> Option<Diagnostic> {
    let why = match phrases.key_file() {
        KeyFile::Missing => "missing",
        KeyFile::Unreadable => "unreadable",
        KeyFile::Key(_) => "other",
    };
    let count = phrases.locked_count();
    let warning = Diagnostic::without_span(Code::RedactionsLocked)
        .arg("why", why)
        .arg("count", count.to_string());
    (count > 0).then_some(warning)
}

fn redacted(phrase: &RedactedPhrase, span: Span, place: &str) -> Diagnostic {
    Diagnostic::new(Code::RedactedText, span)
        .arg("place", place)
        .arg("record", phrase.record.as_str())
        .arg("revision", phrase.revision.to_string())
}

/// Everything in the records that is published, or decides an address.
fn places<'r>(records: &'r Records) -> Vec<Place<'r>> {
    let mut places = Vec::new();
    let mut add = |list: Vec<(&'r str, Span)>, place| {
        places.extend(list.into_iter().map(|(text, span)| (text, span, place)));
    };
    add(collect_texts(records).with_spans(), "text");
    add(contact_lines(records), "text");
    add(keys(records), "key");
    add(file_names(records), "photo");
    add(addresses(records), "address");
    places
}

/// How readers reach the publisher: no text for the other rules, since there a number or an address
/// is meant to be public.
fn contact_lines(records: &Records) -> Vec<(&str, Span)> {
    let Some(site) = &records.site else {
        return Vec::new();
    };
    let contact = site.contact.iter().flat_map(|contact| {
        let lines = contact.email.iter().chain(&contact.whatsapp);
        let lines = lines.map(crate::records::SingleLine::as_str);
        lines.chain(contact.page.iter().map(crate::records::Url::as_str))
    });
    // They have no spans of their own; that of a field beside them leads into the file.
    contact
        .chain([site.base_url.as_str()])
        .map(|line| (line, site.standing.span))
        .collect()
}

/// The redacted phrase that a revision's body holds. Returns `None` if it may be released. Keys are
/// not looked at: they are in addresses and stay.
pub fn find_redacted<'s>(body: &Value, phrases: &'s RedactedPhrases) -> Option<&'s RedactedPhrase> {
    if phrases.is_empty() {
        return None;
    }
    let mut strings = body_strings(body).into_iter();
    strings.find_map(|(field, text)| {
        let text = (!is_reference_field(field)).then_some(text)?;
        phrases.find_in(text).map(|(phrase, _)| phrase)
    })
}
