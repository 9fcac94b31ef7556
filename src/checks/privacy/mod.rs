//! Rules about what looks like private data: NIK, telephone numbers and e-mail addresses, which are
//! errors; names of people, addresses of homes and diagnoses, which are warnings, since only a
//! person can tell whose they are. They help, and promise nothing: what is written in a way that
//! nobody thought of is not found.
//!
//! Each text is first brought into its [normal form](normalise). A name in `from.name` is a matter
//! of `answers`.

mod health;
mod homes;
mod names;
mod normalise;
mod numbers;
mod places;
mod public_names;
mod words;

use super::context::Context;
use super::texts::collect_texts;
use crate::diag::{Code, Diagnostic, Span};
use crate::records::{Records, Site};
use normalise::Normalised;
use numbers::{Origin, private_numbers};
pub use numbers::{allowed_matches, may_hold_personal_data};
use places::{addresses, file_names, keys, withheld_spans};
use public_names::PublicNames;
use rayon::prelude::*;

/// J602 to J604, J606 to J608
pub(super) fn check(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let records = context.records;
    let prose = collect_texts(records).with_spans();
    let made = [keys(records), file_names(records), addresses(records)].concat();
    let texts = [(prose, Origin::Prose), (made, Origin::Made)];
    for (texts, origin) in texts {
        diagnostics.par_extend(texts.into_par_iter().flat_map_iter(move |(text, span)| {
            let found = private_numbers(&Normalised::new(text), origin).into_iter();
            found.map(move |(code, found)| Diagnostic::new(code, span).arg("found", found))
        }));
    }
    let people = find_people(records, records.site.as_ref()).into_iter();
    diagnostics.extend(people.map(|p| Diagnostic::new(p.code, p.span).arg("found", p.found)));
}

/// What tells of a private person in a text, as it seems: a warning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PersonFinding<'r> {
    /// A name (J606), the address of a home (J607), a diagnosis (J608).
    pub code: Code,
    /// Where a message looks for it.
    pub span: Span,
    /// As it is written.
    pub found: &'r str,
}

/// Names of people, addresses of homes and diagnoses in texts, keys and names of photographs. What
/// is withheld is not published, and not searched.
pub fn find_people<'r>(records: &'r Records, site: Option<&Site>) -> Vec<PersonFinding<'r>> {
    let public = PublicNames::new(records, site);
    let withheld = withheld_spans(records);
    let is_published = |span: Span| {
        let of_file = withheld.get(&span.file);
        !of_file.is_some_and(|spans| spans.iter().any(|hidden| hidden.contains(span)))
    };
    let mut texts = collect_texts(records).with_spans();
    texts.retain(|(_, span)| is_published(*span));
    let mut found: Vec<PersonFinding<'r>> = texts
        .into_par_iter()
        .flat_map_iter(|(text, span)| people_in_text(text, span, &public))
        .collect();
    for (key, span) in [keys(records), file_names(records)].concat() {
        found.extend(people_in_key(key, span, &public));
    }
    found
}

fn people_in_text<'t>(text: &'t str, span: Span, public: &PublicNames) -> Vec<PersonFinding<'t>> {
    let normalised = Normalised::new(text);
    let seen = normalised.text();
    let mut names = names::names_in_prose(seen);
    names.retain(|n| !public.contain(&seen[n.whole.clone()], &seen[n.name.clone()], span.file));
    let mut homes = homes::home_addresses(seen);
    homes.retain(|home| !public.contain(&seen[home.clone()], &seen[home.clone()], span.file));
    let conditions = health::conditions_of_people(seen, &names);
    let names = names
        .into_iter()
        .map(|name| (Code::LooksLikeName, name.whole));
    let homes = homes.into_iter().map(|home| (Code::LooksLikeHome, home));
    let conditions = conditions
        .into_iter()
        .map(|range| (Code::LooksLikeDiagnosis, range));
    let found = names.chain(homes).chain(conditions);
    let finding = |(code, range)| PersonFinding {
        code,
        span,
        found: normalised.quote(&range),
    };
    found.map(finding).collect()
}

fn people_in_key<'k>(key: &'k str, span: Span, public: &PublicNames) -> Vec<PersonFinding<'k>> {
    let mut names = names::names_in_key(key);
    names.retain(|n| !public.contain(&key[n.whole.clone()], &key[n.name.clone()], span.file));
    let names = names.into_iter().map(|name| PersonFinding {
        code: Code::LooksLikeName,
        span,
        found: &key[name.whole],
    });
    names.collect()
}
