//! Links inside prose: those that lead into this site must lead somewhere.
//!
//! In prose an address of this site is written from its root and without a language (`/6/studi-banding/`), so that it
//! holds in every language and below any path.

use super::{Page, Plan, ROWS_PER_PAGE};
use crate::diag::{Code, Diagnostic, Span, closest_match};
use crate::records::{self, Reference, Source, Text, markdown_links};
use rayon::prelude::*;
use std::collections::BTreeSet;

/// What was found of the links in published prose.
#[derive(Default)]
pub(super) struct InternalLinkCheck {
    /// Links that lead nowhere.
    pub(super) broken_links: Vec<Diagnostic>,
    /// Targets that will have a page once a record is published, or had not yet one on the day.
    pub(super) unpublished_targets: BTreeSet<String>,
}

/// Where the links in published prose lead.
pub(super) fn check_internal_links(plan: &Plan<'_>) -> InternalLinkCheck {
    let texts = published_texts(plan);
    let said = texts
        .iter()
        .flat_map(|text| &text.translations)
        .filter(|said| said.may_link_internally);
    let pages = plan
        .markdown_pages
        .iter()
        .flat_map(|p| &p.versions)
        .map(|(_, page)| (page.body.as_str(), page.body_span));
    let all: Vec<(&str, Span)> = said
        .map(|said| (said.text.as_str(), said.span))
        .chain(pages)
        .collect();
    let found = all
        .par_iter()
        .map(|(text, span)| check_text_links(plan, text, *span));
    found.reduce(InternalLinkCheck::default, |mut all, more| {
        all.broken_links.extend(more.broken_links);
        all.unpublished_targets.extend(more.unpublished_targets);
        all
    })
}

/// Where the links in one text lead.
fn check_text_links(plan: &Plan<'_>, said: &str, span: Span) -> InternalLinkCheck {
    let mut judged = InternalLinkCheck::default();
    for (_, target) in markdown_links(said) {
        if target_resolves(plan, &target) {
            continue;
        }
        let reference = target_reference(&target).filter(|r| plan.register.is_recorded(r));
        let page = reference
            .as_ref()
            .map(record_address)
            .filter(|a| plan.page_at(&a[1..]).is_some());
        if reference.is_some() && page.is_none() {
            judged.unpublished_targets.insert(target);
        } else {
            let near = page.or_else(|| {
                closest_match(&target, plan.pages.keys().map(String::as_str))
                    .map(|a| format!("/{a}"))
            });
            let slashed = format!("/{}/", target.trim_matches('/'));
            let near = near.or_else(|| plan.page_at(&slashed[1..]).map(|_| slashed));
            let leads = if has_scheme_or_host(&target) {
                "elsewhere"
            } else {
                "nowhere"
            };
            let fault = Diagnostic::new(Code::DeadLink, span)
                .arg("found", target)
                .arg("leads", leads);
            judged
                .broken_links
                .push(fault.arg("near", near.unwrap_or_default()));
        }
    }
    judged
}

/// The record whose address a target is: `/6/studi-banding/#usul` is `6/studi-banding/usul`.
fn target_reference(target: &str) -> Option<Reference> {
    let address = target.strip_prefix('/')?.replace("/#", "/");
    Reference::try_from(address.trim_end_matches('/').to_owned()).ok()
}

/// The page of a record: `/6/studi-banding/`.
fn record_address(reference: &Reference) -> String {
    let entry = reference
        .entry
        .as_ref()
        .map(|entry| format!("{entry}/"))
        .unwrap_or_default();
    format!("/{}/{entry}", reference.stop)
}

/// Does a target say by which way it leads, such as `javascript:`, or leave that to the page, as `//lain.example/` does?
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

/// Does a target lead to a page of this site, or out of it?
fn target_resolves(plan: &Plan<'_>, target: &str) -> bool {
    if is_external(target) || target.starts_with('#') {
        return true;
    }
    let Some(address) = target.strip_prefix('/') else {
        return false;
    };
    let (address, fragment) = address
        .split_once('#')
        .map_or((address, None), |(a, f)| (a, Some(f)));
    match (plan.page_at(address), fragment) {
        (None, _) => false,
        (Some(Page::Entry(id)), Some(fragment)) => plan
            .register
            .resolve(&format!("{}/{fragment}", plan.register.entry_reference(id)))
            .is_some(),
        (Some(Page::Stop(id, part)), Some(fragment)) => {
            let entries: Vec<_> = plan.register.stop(id).entries().collect();
            part.slice(&entries, ROWS_PER_PAGE)
                .iter()
                .copied()
                .any(|e| plan.register.entry(e).id.as_str() == fragment)
        }
        (Some(_), _) => true,
    }
}

/// All prose of the records that is published. Titles and names are no prose: a link in them is not one.
fn published_texts<'r>(plan: &Plan<'r>) -> Vec<&'r Text> {
    let register = plan.register;
    let mut found: Vec<&'r Text> = Vec::new();
    for (_, stop) in register.stops() {
        let record = stop.record;
        found.extend(record.summary.iter().chain(&record.notes));
        found.extend(stop.corrections.iter().map(|c| &c.text));
        found.extend(
            record
                .photos
                .iter()
                .flat_map(|p| p.caption.iter().chain(&p.credit)),
        );
        found.extend(stop.sources.iter().flat_map(|s| &s.notes));
    }
    for (_, entry) in register.entries() {
        found.extend(entry.notes);
        if entry.withheld_reason().is_none() {
            found.extend(entry.aspiration().and_then(|a| a.text.as_ref()));
        }
        found.extend(entry.withheld_reason());
        found.extend(
            entry
                .responses
                .iter()
                .flat_map(|r| std::iter::once(&r.record.text).chain(&r.record.notes)),
        );
    }
    for (_, commitment) in register.commitments() {
        found.push(&commitment.record.text);
        found.extend(&commitment.record.conditions);
    }
    for (_, news) in register.follow_ups() {
        let record: &records::FollowUp = news.record;
        found.extend(
            std::iter::once(&record.text)
                .chain(&record.disputed)
                .chain(&record.notes),
        );
        found.extend(record.sources.iter().flat_map(|s: &Source| &s.notes));
        found.extend(
            record
                .photos
                .iter()
                .flat_map(|p| p.caption.iter().chain(&p.credit)),
        );
    }
    found.extend(
        register
            .topics()
            .filter_map(|(_, t)| t.record.description.as_ref()),
    );
    found
}
