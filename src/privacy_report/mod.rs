//! The privacy report: all personal data that would be published, for a person to read before that.
//! Names, roles by which someone may be known, numbers that were allowed, names beside photographs,
//! names that are withheld and yet published elsewhere, what the rules warn of in texts and keys;
//! and, apart, officials.
//!
//! `jhur check --privacy` prints it. It forbids nothing; the rules do that (`checks::privacy`,
//! `checks::answers`).

mod names;
mod page_of_span;

use crate::checks::{AsOf, allowed_matches, collect_texts, find_people};
use crate::diag::{Code, Diagnostic, Span};
use crate::pipeline::{Report, planned};
use crate::plan::{Page, Plan};
use crate::records::{Asker, Records, Response, Source, Spanned, Text, Url};
use crate::register::{Entry, Register};
use crate::source;
use names::{CommonWords, NameList};
use page_of_span::PublishedSpans;
use std::path::Path;

/// Kinds of personal data, in the order of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PersonalDataKind {
    /// A private person's name, published with consent.
    Name,
    /// A role with a village: a small circle of people.
    Role,
    /// What has the form of a telephone number, an e-mail address or a NIK, and was allowed.
    Number,
    /// A name in something published that is also in something withheld.
    Withheld,
    /// A name beside a photograph.
    Photo,
    /// What looks like a person's name in a text, a key or a photograph's name.
    Person,
    /// What looks like the address of a home.
    Home,
    /// What looks like the state of somebody's health.
    Health,
    /// A number or an e-mail address that is refused: nothing is published as long as it is there.
    Refused,
    /// An official, who speaks for an office.
    Official,
}

impl PersonalDataKind {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Name,
        Self::Role,
        Self::Number,
        Self::Withheld,
        Self::Photo,
        Self::Person,
        Self::Home,
        Self::Health,
        Self::Refused,
        Self::Official,
    ];

    /// As in the keys of `commands.ftl` and in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Role => "role",
            Self::Number => "number",
            Self::Withheld => "withheld",
            Self::Photo => "photo",
            Self::Person => "person",
            Self::Home => "home",
            Self::Health => "health",
            Self::Refused => "refused",
            Self::Official => "official",
        }
    }
}

/// One finding of the report.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PersonalData {
    /// Its kind.
    pub kind: PersonalDataKind,
    /// Where it is written.
    pub span: Span,
    /// What was found.
    pub found: String,
    /// Where it would be published: `/6/studi-banding/`. Empty while faults hide that.
    pub address: String,
    /// The day and the form of a consent, or the village.
    pub details: Vec<String>,
}

/// Reads and checks a site; gives also what is personal in what would be published, sorted. With
/// faults in the records, what the rules found.
pub(crate) fn check_privacy(root: &Path, as_of: AsOf) -> (Report, Vec<PersonalData>) {
    let mut found = Vec::new();
    let report = planned(source::load(root), as_of, false, |site| {
        found = find_personal_data(site.plan, site.checked.records());
        Ok(())
    });
    if report.stats.is_none() {
        found = from_diagnostics(&report.diagnostics);
    }
    (report, found)
}

/// What the rules found, which is all that is known while nothing can be published.
fn from_diagnostics(diagnostics: &[Diagnostic]) -> Vec<PersonalData> {
    let mut list = Vec::new();
    for diagnostic in diagnostics {
        let found = diagnostic.args.iter().find(|(name, _)| *name == "found");
        if let Some(kind) = kind_of_code(diagnostic.code)
            && let (Some(span), Some((_, found))) = (diagnostic.span, found)
        {
            list.push(PersonalData {
                kind,
                span,
                found: found.clone(),
                address: String::new(),
                details: Vec::new(),
            });
        }
    }
    list.sort();
    list
}

/// What a rule on personal data finds.
fn kind_of_code(code: Code) -> Option<PersonalDataKind> {
    match code {
        Code::LooksLikeNik | Code::LooksLikePhone | Code::LooksLikeEmail => {
            Some(PersonalDataKind::Refused)
        }
        Code::LooksLikeName => Some(PersonalDataKind::Person),
        Code::LooksLikeHome => Some(PersonalDataKind::Home),
        Code::LooksLikeDiagnosis => Some(PersonalDataKind::Health),
        _ => None,
    }
}

/// Everything personal that a plan would publish, sorted; `records` are those it was made from.
pub fn find_personal_data(plan: &Plan<'_>, records: &Records) -> Vec<PersonalData> {
    let mut search = Search {
        plan,
        records,
        published: PublishedSpans::new(plan, records),
        common: CommonWords::new(plan),
        found: Vec::new(),
    };
    search.people();
    search.names_in_revisions();
    search.allowed_numbers();
    search.withheld_names();
    search.names_in_captions();
    search.people_in_texts();
    search.found.sort();
    search.found.dedup();
    search.found
}

struct Search<'p> {
    plan: &'p Plan<'p>,
    records: &'p Records,
    published: PublishedSpans<'p>,
    common: CommonWords,
    found: Vec<PersonalData>,
}

impl Search<'_> {
    fn push(&mut self, kind: PersonalDataKind, span: Span, found: &str, address: &str) {
        self.found.push(PersonalData {
            kind,
            span,
            found: found.to_owned(),
            address: address.to_owned(),
            details: Vec::new(),
        });
    }

    /// Who asked, with consent or by a role, and who answered.
    fn people(&mut self) {
        let register = self.plan.register();
        for (id, entry) in register.entries() {
            let address = format!("/{}", self.plan.address(Page::Entry(id)));
            let published = entry.aspiration().filter(|a| a.withheld.is_none());
            if let Some(asker) = published.and_then(|a| a.from.as_ref()) {
                self.asker(asker, &address);
            }
            for response in recorded_responses(register, entry) {
                if let Some(official) = &response.official
                    && self.published.address(response.span).is_some()
                {
                    let name = official.name.as_str();
                    self.push(PersonalDataKind::Official, response.span, name, &address);
                }
            }
        }
    }

    fn asker(&mut self, asker: &Asker, address: &str) {
        let mut push = |kind, span, found: &str, details| {
            self.found.push(PersonalData {
                kind,
                span,
                found: found.to_owned(),
                address: address.to_owned(),
                details,
            });
        };
        if let (Some(name), Some(consent)) = (&asker.name, &asker.consent) {
            let details = vec![consent.date.to_string(), consent.form.to_string()];
            push(PersonalDataKind::Name, name.span, name.as_str(), details);
        }
        // A role alone is a circle of many; with a village it may be one person.
        if let Some(village) = &asker.village {
            let main = self.plan.register().main_language();
            let (role, _) = asker.role.in_language(main, main);
            let details = vec![village.to_string()];
            push(PersonalDataKind::Role, asker.role.span, role, details);
        }
    }

    /// Names in revisions that were released: these stay published, whatever the record has now.
    fn names_in_revisions(&mut self) {
        for line in &self.records.revision_log.revisions {
            let body = line.body();
            let name = body.and_then(|body| body.pointer("/aspiration/from/name")?.as_str());
            let address = format!("{}/r{}/", line.record, line.revision);
            if let Some(name) = name
                && self.plan.page_at(&address).is_some()
            {
                let address = format!("/{address}");
                self.push(PersonalDataKind::Name, line.span, name, &address);
            }
        }
    }

    /// Numbers and addresses that the rules allow, in texts and in links.
    fn allowed_numbers(&mut self) {
        for (text, span) in collect_texts(self.records).with_spans() {
            self.numbers_in(text, span);
        }
        for (_, stop) in self.plan.register().stops() {
            for source in &stop.record.sources {
                self.numbers_in_links(source, source.span);
            }
        }
        for entry in &self.records.follow_ups {
            for source in &entry.sources {
                self.numbers_in_links(source, entry.span);
            }
        }
    }

    fn numbers_in_links(&mut self, source: &Source, span: Span) {
        for url in source.url.iter().chain(&source.archived).map(Url::as_str) {
            self.numbers_in(url, span);
        }
    }

    fn numbers_in(&mut self, text: &str, span: Span) {
        if let Some(address) = self.published.address(span) {
            for number in allowed_matches(text) {
                self.push(PersonalDataKind::Number, span, number, &address);
            }
        }
    }

    /// Names in what is withheld that are published somewhere else all the same.
    fn withheld_names(&mut self) {
        let mut names = NameList::default();
        let aspirations = self.records.stops.iter().flat_map(|stop| &stop.aspirations);
        for aspiration in aspirations.filter(|a| a.withheld.is_some()) {
            let asker = aspiration.from.as_ref();
            if let Some(name) = asker.and_then(|asker| asker.name.as_ref()) {
                names.add(name.as_str(), &self.common);
            }
            let responses = aspiration.responses.iter().filter_map(|r| r.text.as_ref());
            for text in aspiration.text.iter().chain(responses) {
                for translation in &text.translations {
                    for name in self.common.guess_names(&translation.text) {
                        names.add(name, &self.common);
                    }
                }
            }
        }
        // What is withheld itself has no address, so that only other texts are left.
        for (text, span) in collect_texts(self.records).with_spans() {
            if let Some(address) = self.published.address(span) {
                for name in names.find_in(text) {
                    self.push(PersonalDataKind::Withheld, span, &name, &address);
                }
            }
        }
    }

    /// What the rules warn of.
    fn people_in_texts(&mut self) {
        let site = self.plan.register().site();
        for person in find_people(self.records, Some(site)) {
            if let Some(kind) = kind_of_code(person.code)
                && let Some(address) = self.published.address(person.span)
            {
                self.push(kind, person.span, person.found, &address);
            }
        }
    }

    fn names_in_captions(&mut self) {
        let records = self.records;
        let stop_photos = records.stops.iter().flat_map(|stop| &stop.photos);
        let follow_up_photos = records.follow_ups.iter().flat_map(|entry| &entry.photos);
        for photo in stop_photos.chain(follow_up_photos) {
            self.names_in_photo_text(&photo.alt);
            if let Some(caption) = &photo.caption {
                self.names_in_photo_text(caption);
            }
        }
    }

    fn names_in_photo_text(&mut self, text: &Text) {
        for translation in &text.translations {
            if let Some(address) = self.published.address(translation.span) {
                for name in self.common.guess_names(&translation.text) {
                    self.push(PersonalDataKind::Photo, translation.span, name, &address);
                }
            }
        }
    }
}

/// The responses as they are recorded: the register leaves out those that are not yet known.
fn recorded_responses<'r>(
    register: &Register<'r>,
    entry: &Entry<'r>,
) -> Vec<&'r Spanned<Response>> {
    let entries = register.stop(entry.stop).record.entries();
    let recorded = entries.filter(|recorded| recorded.id.value == *entry.id);
    recorded.flat_map(|recorded| recorded.responses).collect()
}
