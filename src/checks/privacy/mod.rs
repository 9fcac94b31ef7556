//! Rules about what looks like private data: NIK, telephone numbers and e-mail addresses, which are
//! errors; names of people, addresses of homes and diagnoses, which are warnings, since only a
//! person can tell whose they are. They help, and promise nothing: what is written in a way that
//! nobody thought of is not found.
//!
//! Each text is first brought into its [normal form](Normalised). A name in `from.name` is a matter
//! of `answers`.

mod health;
mod homes;
mod names;
mod numbers;
mod public_names;
mod words;

use super::context::Context;
use super::places::{addresses, file_names, keys, withheld_spans};
use super::texts::collect_texts;
use crate::diag::{Code, Diagnostic, FileId, Span};
use crate::records::{Normalised, Records, Site};
use numbers::{Origin, private_numbers};
pub use numbers::{allowed_matches, may_hold_personal_data};
use public_names::PublicNames;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::ops::Range;

/// J602 to J604, J606 to J608
pub(super) fn check(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let records = context.records;
    let people = PeopleSearch::new(records, records.site.as_ref());
    let prose = collect_texts(records).with_spans();
    diagnostics.par_extend(prose.into_par_iter().flat_map_iter(|(text, span)| {
        // Both families of rules look at one normal form: making it is what takes the time.
        let text = Normalised::new(text);
        let mut found = number_diagnostics(&text, span, Origin::Prose);
        found.extend(people.in_text(&text, span).iter().map(person_diagnostic));
        found
    }));
    let named = [keys(records), file_names(records)].concat();
    for (key, span) in &named {
        diagnostics.extend(people.in_key(key, *span).iter().map(person_diagnostic));
    }
    let made = [named, addresses(records)].concat();
    diagnostics.par_extend(made.into_par_iter().flat_map_iter(|(text, span)| {
        number_diagnostics(&Normalised::new(text), span, Origin::Made)
    }));
}

fn number_diagnostics(text: &Normalised<'_>, span: Span, origin: Origin) -> Vec<Diagnostic> {
    let found = private_numbers(text, origin).into_iter();
    found
        .map(|(code, found)| Diagnostic::new(code, span).arg("found", found))
        .collect()
}

fn person_diagnostic(person: &PersonFinding<'_>) -> Diagnostic {
    Diagnostic::new(person.code, person.span).arg("found", person.found)
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
    let people = PeopleSearch::new(records, site);
    let texts = collect_texts(records).with_spans().into_par_iter();
    let mut found: Vec<PersonFinding<'r>> = texts
        .flat_map_iter(|(text, span)| people.in_text(&Normalised::new(text), span))
        .collect();
    for (key, span) in [keys(records), file_names(records)].concat() {
        found.extend(people.in_key(key, span));
    }
    found
}

/// What may stand in public, and what is not published at all.
struct PeopleSearch {
    public: PublicNames,
    withheld: BTreeMap<FileId, Vec<Span>>,
}

impl PeopleSearch {
    fn new(records: &Records, site: Option<&Site>) -> Self {
        Self {
            public: PublicNames::new(records, site),
            withheld: withheld_spans(records),
        }
    }

    fn is_published(&self, span: Span) -> bool {
        let of_file = self.withheld.get(&span.file);
        !of_file.is_some_and(|spans| spans.iter().any(|hidden| hidden.contains(span)))
    }

    fn in_text<'t>(&self, text: &Normalised<'t>, span: Span) -> Vec<PersonFinding<'t>> {
        if !self.is_published(span) {
            return Vec::new();
        }
        let seen = text.text();
        let is_public = |whole: &Range<usize>, name: &Range<usize>| {
            self.public
                .contain(&seen[whole.clone()], &seen[name.clone()], span.file)
        };
        let mut names = names::names_in_prose(seen);
        names.retain(|name| !is_public(&name.whole, &name.name));
        let mut homes = homes::home_addresses(seen);
        homes.retain(|home| !is_public(home, home));
        let conditions = health::conditions_of_people(seen, &names);
        let names = names.into_iter().map(|name| name.whole);
        let names = names.map(|range| (Code::LooksLikeName, range));
        let homes = homes.into_iter().map(|range| (Code::LooksLikeHome, range));
        let conditions = conditions.into_iter();
        let conditions = conditions.map(|range| (Code::LooksLikeDiagnosis, range));
        let found = names.chain(homes).chain(conditions);
        let finding = |(code, range)| PersonFinding {
            code,
            span,
            found: text.quote(&range),
        };
        found.map(finding).collect()
    }

    fn in_key<'k>(&self, key: &'k str, span: Span) -> Vec<PersonFinding<'k>> {
        let mut names = names::names_in_key(key);
        names.retain(|name| {
            let (whole, name) = (&key[name.whole.clone()], &key[name.name.clone()]);
            !self.public.contain(whole, name, span.file)
        });
        let names = names.into_iter().map(|name| PersonFinding {
            code: Code::LooksLikeName,
            span,
            found: &key[name.whole],
        });
        names.collect()
    }
}
