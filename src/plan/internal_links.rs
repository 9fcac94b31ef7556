//! Internal links: links in prose that lead into this site must lead to a page of it.
//!
//! In prose an address of this site is written from its root and without a language
//! (`/6/studi-banding/`), so that it holds in every language and below any path. `build` reports
//! the broken ones.

use super::page::Page;
use super::pagination::ROWS_PER_PAGE;
use super::site_plan::Plan;
use crate::diag::{Code, Diagnostic, Span, closest_match};
use crate::records::{FollowUp, Photo, Reference, Source, Text, markdown_links};
use rayon::prelude::*;
use std::collections::BTreeSet;

/// What the links in published prose lead to.
#[derive(Default)]
pub(super) struct InternalLinkCheck {
    /// A diagnostic for each link that leads nowhere.
    pub(super) broken_links: Vec<Diagnostic>,
    /// Targets whose record, list, office or topic is known but has no page on the day.
    pub(super) unpublished_targets: BTreeSet<String>,
}

impl InternalLinkCheck {
    fn merge(mut self, other: Self) -> Self {
        self.broken_links.extend(other.broken_links);
        self.unpublished_targets.extend(other.unpublished_targets);
        self
    }
}

/// Checks the links in all published prose.
pub(super) fn check_internal_links(plan: &Plan<'_>) -> InternalLinkCheck {
    let mut texts: Vec<(&str, Span)> = Vec::new();
    for text in published_texts(plan) {
        for translation in &text.translations {
            texts.push((translation.text.as_str(), translation.span));
        }
    }
    for page in &plan.markdown_pages {
        for (_, file) in &page.versions {
            texts.push((file.body.as_str(), file.body_span));
        }
    }
    // Parsing Markdown is what takes time. `reduce` keeps the order of the texts, hence of the
    // diagnostics.
    texts
        .par_iter()
        .filter(|(text, _)| may_link_internally(text))
        .map(|(text, span)| check_text_links(plan, text, *span))
        .reduce(InternalLinkCheck::default, InternalLinkCheck::merge)
}

/// Whether a text may hold links that lead into this site. Not if each one in it starts with
/// `](https://`, as nearly all do; then the Markdown need not be parsed.
pub fn may_link_internally(text: &str) -> bool {
    // A bracket may start a link, its definition or a link by name; a pointed one is an address
    // too.
    memchr::memchr2_iter(b'<', b']', text.as_bytes()).any(|at| {
        let rest = &text[at + 1..];
        let is_external = rest.starts_with("(https://") || rest.starts_with("(http://");
        text.as_bytes()[at] == b'<' || rest.starts_with(['(', ':', '[']) && !is_external
    })
}

/// Checks the links in one text.
fn check_text_links(plan: &Plan<'_>, text: &str, span: Span) -> InternalLinkCheck {
    let mut check = InternalLinkCheck::default();
    for (_, target) in markdown_links(text) {
        if target_resolves(plan, &target) {
            continue;
        }
        // A list, an office or a topic has its page as soon as it has a row.
        if plan
            .empty_addresses
            .contains(target.trim_start_matches('/'))
        {
            check.unpublished_targets.insert(target);
            continue;
        }
        // A link to a record that is not public yet is right, but the page is not there.
        let reference = target_reference(&target).filter(|r| plan.register.is_recorded(r));
        let address = reference.as_ref().map(record_address);
        let page = address.filter(|address| plan.page_at(&address[1..]).is_some());
        if reference.is_some() && page.is_none() {
            check.unpublished_targets.insert(target);
            continue;
        }
        let leads = if has_scheme_or_host(&target) {
            "elsewhere"
        } else {
            "nowhere"
        };
        let near = page.or_else(|| closest_address(plan, &target));
        let diagnostic = Diagnostic::new(Code::DeadLink, span)
            .arg("found", target)
            .arg("leads", leads)
            .arg("near", near.unwrap_or_default());
        check.broken_links.push(diagnostic);
    }
    check
}

/// The address that a target is probably meant to be, with leading slash. Returns `None` if nothing
/// is near.
fn closest_address(plan: &Plan<'_>, target: &str) -> Option<String> {
    let addresses = plan.pages.keys().map(String::as_str);
    if let Some(address) = closest_match(target, addresses) {
        return Some(format!("/{address}"));
    }
    // Too far for spelling, but the slashes may be all that is missing.
    let slashed = format!("/{}/", target.trim_matches('/'));
    plan.page_at(&slashed[1..]).is_some().then_some(slashed)
}

/// The record whose address a target is: `/6/studi-banding/#usul` is `6/studi-banding/usul`.
/// Returns `None` if the target has not the form of a record's address.
fn target_reference(target: &str) -> Option<Reference> {
    let address = target.strip_prefix('/')?.replace("/#", "/");
    Reference::try_from(address.trim_end_matches('/').to_owned()).ok()
}

/// The address of a record's page, with leading slash: `/6/studi-banding/`.
fn record_address(reference: &Reference) -> String {
    match &reference.entry {
        Some(entry) => format!("/{}/{entry}/", reference.stop),
        None => format!("/{}/", reference.stop),
    }
}

/// Whether a target names a scheme, as `javascript:` does, or another host, as `//lain.example/`
/// does.
fn has_scheme_or_host(target: &str) -> bool {
    let first = target.find(['/', '?', '#', '\\']).unwrap_or(target.len());
    target[..first].contains(':') || target.starts_with("//") || target.starts_with('\\')
}

/// Whether a target leads out of the site, by one of the schemes that Markdown may use.
pub(crate) fn is_external(target: &str) -> bool {
    let target = target.to_ascii_lowercase();
    let schemes = ["https://", "http://", "mailto:", "tel:"];
    schemes.iter().any(|scheme| target.starts_with(scheme))
}

/// Whether a target leads to a page of this site, to a fragment of its own page, or out of the
/// site.
fn target_resolves(plan: &Plan<'_>, target: &str) -> bool {
    if is_external(target) || target.starts_with('#') {
        return true;
    }
    let Some(path) = target.strip_prefix('/') else {
        return false;
    };
    let (address, fragment) = match path.split_once('#') {
        Some((address, fragment)) => (address, Some(fragment)),
        None => (path, None),
    };
    match (plan.page_at(address), fragment) {
        (None, _) => false,
        // Of other pages, fragments are headings made by the theme, which the plan does not know.
        (Some(Page::Entry(id)), Some(fragment)) => {
            let commitment = format!("{}/{fragment}", plan.register.entry_reference(id));
            plan.register.resolve(&commitment).is_some()
        }
        (Some(Page::Stop(id, number)), Some(fragment)) => {
            // An entry's fragment is on that page of the stop which shows its row.
            let entries: Vec<_> = plan.register.stop(id).entries().collect();
            let rows = number.slice(&entries, ROWS_PER_PAGE);
            rows.iter()
                .any(|entry| plan.register.entry(*entry).id.as_str() == fragment)
        }
        (Some(_), _) => true,
    }
}

/// All published prose of the records. Titles and names are no prose: a link in them is not
/// rendered as one.
fn published_texts<'r>(plan: &Plan<'r>) -> Vec<&'r Text> {
    let register = plan.register;
    let mut texts: Vec<&'r Text> = Vec::new();
    for (_, stop) in register.stops() {
        let record = stop.record;
        texts.extend(record.summary.iter().chain(&record.notes));
        texts.extend(stop.corrections.iter().map(|c| &c.text));
        texts.extend(photo_texts(&record.photos));
        texts.extend(stop.sources.iter().flat_map(|s| &s.notes));
    }
    for (_, entry) in register.entries() {
        texts.extend(entry.notes);
        // One or the other: a withheld aspiration shows the reason in place of its text.
        texts.extend(entry.request_text());
        texts.extend(entry.withheld_reason());
        for response in &entry.responses {
            texts.extend(&response.record.text);
            texts.extend(&response.record.notes);
        }
    }
    for (_, commitment) in register.commitments() {
        texts.push(&commitment.record.text);
        texts.extend(&commitment.record.conditions);
    }
    for (_, follow_up) in register.follow_ups() {
        let record: &FollowUp = follow_up.record;
        texts.push(&record.text);
        texts.extend(record.disputed.iter().chain(&record.notes));
        texts.extend(record.sources.iter().flat_map(|s: &Source| &s.notes));
        texts.extend(photo_texts(&record.photos));
    }
    for (_, topic) in register.topics() {
        texts.extend(&topic.record.description);
    }
    texts
}

/// The captions and credits of photographs.
fn photo_texts(photos: &[Photo]) -> impl Iterator<Item = &Text> {
    photos
        .iter()
        .flat_map(|p| p.caption.iter().chain(&p.credit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_texts_with_internal_links_are_parsed() {
        for (text, may) in [
            ("Lihat [kunjungan 6](/6/).", true),
            ("Lihat [luar](https://a.example/) dan [6]( /6/).", true),
            ("Lihat [6].\n\n[6]: /6/", true),
            ("Lihat [6][a] dan <https://a.example/>", true),
            ("Lihat [luar](https://a.example/) dan [sic].", false),
            ("Tanpa tautan.", false),
        ] {
            assert_eq!(may_link_internally(text), may, "{text}");
            assert!(
                may || markdown_links(text)
                    .iter()
                    .all(|(_, to)| to.starts_with("https://")),
                "{text}"
            );
        }
    }
}
