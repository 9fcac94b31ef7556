//! What is personal in what would be published, for a person to read before it is: names, roles by which someone may be known,
//! numbers that were let pass, pictures of people, what is withheld and stands elsewhere all the same; officials apart.
//!
//! It forbids nothing; that is for the rules (`checks::privacy`, `checks::answers`). Names are guessed from capital letters.

use crate::checks::{allowed_matches, multilingual};
use crate::diag::{FileId, Span};
use crate::plan::{Page, Plan};
use crate::records::{Aspiration, Photo, Records, Source, Url};
use crate::register::{FollowUp, Subject};
use std::collections::{BTreeMap, BTreeSet};

/// Kinds of personal data, in the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PersonalDataKind {
    /// A private person's name, published with consent.
    Name,
    /// A role with a village: a small circle of people.
    Role,
    /// What has the form of a telephone number, an e-mail address or a NIK, and was let pass.
    Number,
    /// A name in what is withheld that stands in something published.
    Withheld,
    /// A name beside a photograph.
    Photo,
    /// An official, who speaks for an office.
    Official,
}

impl PersonalDataKind {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Name,
        Self::Role,
        Self::Number,
        Self::Withheld,
        Self::Photo,
        Self::Official,
    ];

    /// As in the words of `commands.ftl` and in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Role => "role",
            Self::Number => "number",
            Self::Withheld => "withheld",
            Self::Photo => "photo",
            Self::Official => "official",
        }
    }
}

/// Something personal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PersonalData {
    /// Its kind.
    pub kind: PersonalDataKind,
    /// Where it is written.
    pub span: Span,
    /// What was found.
    pub found: String,
    /// Where it would stand: `/6/studi-banding/`.
    pub address: String,
    /// The day and the form of a consent, or the village.
    pub details: Vec<String>,
}

/// Everything personal that a plan would publish, sorted; `records` are those it was made from.
pub fn find_personal_data(plan: &Plan<'_>, records: &Records) -> Vec<PersonalData> {
    let places = PublishedAt::new(plan, records);
    let mut found = Vec::new();
    find_people(plan, &places, &mut found);
    find_names_in_revisions(plan, records, &mut found);
    find_allowed_numbers(plan, records, &places, &mut found);
    let common = common_words(plan);
    find_withheld_names(records, &places, &common, &mut found);
    find_photo_names(records, &places, &common, &mut found);
    found.sort();
    found.dedup();
    found
}

/// Where what stands in a file is published: of all that holds it, the narrowest says.
struct PublishedAt<'p> {
    plan: &'p Plan<'p>,
    files: BTreeMap<FileId, Vec<(Span, Option<Page>)>>,
}

impl<'p> PublishedAt<'p> {
    fn new(plan: &'p Plan<'p>, records: &Records) -> Self {
        let mut places = Self {
            plan,
            files: BTreeMap::new(),
        };
        let register = plan.register();
        for (id, stop) in register.stops() {
            let whole = Span {
                start: 0,
                end: u32::MAX,
                ..stop.record.number.span
            };
            places.add_span(whole, Some(Page::Stop(id, crate::plan::PageNumber::FIRST)));
            let entries: BTreeMap<&str, Page> = stop
                .entries()
                .map(|e| (register.entry(e).id.as_str(), Page::Entry(e)))
                .collect();
            for entry in stop.record.entries() {
                places.add_span(entry.span, entries.get(entry.id.as_str()).copied());
                if let Some(aspiration) = entry.aspiration() {
                    withheld_spans(aspiration).for_each(|span| places.add_span(span, None));
                }
            }
        }
        let news: Vec<&FollowUp<'_>> = register.follow_ups().map(|(_, news)| news).collect();
        for entry in &records.follow_ups {
            let news = news
                .iter()
                .find(|news| std::ptr::eq(news.record, &raw const entry.value));
            places.add_span(
                entry.span,
                news.and_then(|news| news.about.first())
                    .map(|about| subject_page(plan, *about)),
            );
        }
        for (n, prose) in plan.markdown_pages().iter().enumerate() {
            for (_, version) in &prose.versions {
                places.add_span(
                    Span {
                        start: 0,
                        end: u32::MAX,
                        ..version.body_span
                    },
                    Some(Page::Markdown(n)),
                );
            }
        }
        places
    }

    fn add_span(&mut self, span: Span, page: Option<Page>) {
        self.files.entry(span.file).or_default().push((span, page));
    }

    /// The address; none if it is not published.
    fn published_address(&self, span: Span) -> Option<String> {
        let holding = self
            .files
            .get(&span.file)?
            .iter()
            .filter(|(whole, _)| whole.contains(span));
        let (_, page) = holding.min_by_key(|(whole, _)| whole.end - whole.start)?;
        page.map(|page| format!("/{}", self.plan.address(page)))
    }
}

/// What stays unpublished of an aspiration that is withheld.
fn withheld_spans(aspiration: &Aspiration) -> impl Iterator<Item = Span> {
    let from = aspiration
        .from
        .iter()
        .flat_map(|from| [Some(from.role.span), from.name.as_ref().map(|n| n.span)]);
    let spans = from
        .flatten()
        .chain(aspiration.text.as_ref().map(|t| t.span));
    let spans = spans.chain(aspiration.responses.iter().map(|r| r.span));
    spans.filter(|_| aspiration.withheld.is_some())
}

fn subject_page(plan: &Plan<'_>, about: Subject) -> Page {
    match about {
        Subject::Stop(id) => Page::Stop(id, crate::plan::PageNumber::FIRST),
        Subject::Entry(id) => Page::Entry(id),
        Subject::Commitment(id) => Page::Entry(plan.register().commitment(id).entry),
    }
}

/// Who asked, and who answered.
fn find_people(plan: &Plan<'_>, places: &PublishedAt<'_>, found: &mut Vec<PersonalData>) {
    let register = plan.register();
    for (id, entry) in register.entries() {
        let address = format!("/{}", plan.address(Page::Entry(id)));
        let mut add = |kind, span, words: &str, beside| {
            found.push(PersonalData {
                kind,
                span,
                found: words.to_owned(),
                address: address.clone(),
                details: beside,
            });
        };
        if let Some(from) = entry
            .aspiration()
            .filter(|a| a.withheld.is_none())
            .and_then(|a| a.from.as_ref())
        {
            if let (Some(name), Some(consent)) = (&from.name, &from.consent) {
                add(
                    PersonalDataKind::Name,
                    name.span,
                    name.as_str(),
                    vec![consent.date.to_string(), consent.form.to_string()],
                );
            }
            if let Some(village) = &from.village {
                let role = from
                    .role
                    .in_language(register.main_language(), register.main_language())
                    .0;
                add(
                    PersonalDataKind::Role,
                    from.role.span,
                    role,
                    vec![village.to_string()],
                );
            }
        }
        let stop = register.stop(entry.stop).record;
        let all = stop
            .entries()
            .filter(|record| record.id.value == *entry.id)
            .flat_map(|record| record.responses);
        for response in all.filter(|r| places.published_address(r.span).is_some()) {
            if let Some(official) = &response.official {
                add(
                    PersonalDataKind::Official,
                    response.span,
                    official.name.as_str(),
                    Vec::new(),
                );
            }
        }
    }
}

/// Names in revisions that were released: they stay there, whatever the record says by now.
fn find_names_in_revisions(plan: &Plan<'_>, records: &Records, found: &mut Vec<PersonalData>) {
    for line in &records.revision_log {
        let name = line
            .body
            .as_ref()
            .and_then(|body| body.get("aspiration")?.get("from")?.get("name")?.as_str());
        let address = format!("{}/r{}/", line.record, line.revision);
        if let Some(name) = name.filter(|_| plan.page_at(&address).is_some()) {
            let (span, address) = (line.span, format!("/{address}"));
            found.push(PersonalData {
                kind: PersonalDataKind::Name,
                span,
                found: name.to_owned(),
                address,
                details: Vec::new(),
            });
        }
    }
}

/// Numbers and addresses that the rules let pass, in texts and in links.
fn find_allowed_numbers(
    plan: &Plan<'_>,
    records: &Records,
    places: &PublishedAt<'_>,
    found: &mut Vec<PersonalData>,
) {
    let mut look = |text: &str, span: Span| {
        let Some(address) = places.published_address(span) else {
            return;
        };
        found.extend(allowed_matches(text).into_iter().map(|words| PersonalData {
            kind: PersonalDataKind::Number,
            span,
            found: words.to_owned(),
            address: address.clone(),
            details: Vec::new(),
        }));
    };
    let texts = multilingual(records);
    texts
        .multilingual
        .iter()
        .flat_map(|text| &text.translations)
        .for_each(|said| look(&said.text, said.span));
    texts
        .monolingual
        .iter()
        .for_each(|(line, span)| look(line, *span));
    let mut links = |source: &Source, span| {
        source
            .url
            .iter()
            .chain(&source.archived)
            .map(Url::as_str)
            .for_each(|url| look(url, span));
    };
    for (_, stop) in plan.register().stops() {
        stop.record
            .sources
            .iter()
            .for_each(|source| links(source, source.span));
    }
    for entry in &records.follow_ups {
        entry
            .sources
            .iter()
            .for_each(|source| links(source, entry.span));
    }
}

/// The most words of a name.
const MAX_NAME_WORDS: usize = 6;
/// What Indonesian writes behind a name without a space.
const ENCLITICS: [&str; 4] = ["nya", "lah", "kah", "pun"];

/// Names in what is withheld that stand in something else, or two neighbouring words of them: also a word before a name may have a
/// capital letter.
fn find_withheld_names(
    records: &Records,
    places: &PublishedAt<'_>,
    common: &BTreeSet<String>,
    found: &mut Vec<PersonalData>,
) {
    let mut names: BTreeSet<Vec<&str>> = BTreeSet::new();
    let mut add = |name| {
        let all = split_words(name);
        let parts = (2..all.len().min(MAX_NAME_WORDS))
            .flat_map(|length| all.windows(length))
            .filter(|part| !are_common(part, common));
        names.extend(parts.map(<[&str]>::to_vec));
        names.insert(all);
    };
    for aspiration in records
        .stops
        .iter()
        .flat_map(|s| &s.aspirations)
        .filter(|a| a.withheld.is_some())
    {
        let from = aspiration.from.as_ref().and_then(|from| from.name.as_ref());
        if let Some(name) = from {
            add(name.as_str());
        }
        let answers = aspiration.responses.iter().map(|r| &r.text);
        let texts = aspiration
            .text
            .iter()
            .chain(answers)
            .flat_map(|text| &text.translations);
        texts
            .flat_map(|said| guess_names(&said.text, common))
            .for_each(&mut add);
    }
    let texts = multilingual(records);
    let said = texts
        .multilingual
        .iter()
        .flat_map(|text| &text.translations)
        .map(|said| (said.text.as_str(), said.span));
    for (text, span) in said.chain(texts.monolingual) {
        let Some(address) = places.published_address(span) else {
            continue;
        };
        found.extend(
            names_in_text(text, &names)
                .into_iter()
                .map(|name| PersonalData {
                    kind: PersonalDataKind::Withheld,
                    span,
                    found: name,
                    address: address.clone(),
                    details: Vec::new(),
                }),
        );
    }
}

/// The names that stand in a text; where several begin, the longest.
fn names_in_text(text: &str, names: &BTreeSet<Vec<&str>>) -> Vec<String> {
    let longest = names.iter().map(Vec::len).max().unwrap_or_default();
    let is_name = |part: &[&str]| {
        let Some((last, first)) = part.split_last() else {
            return false;
        };
        let bare = ENCLITICS
            .iter()
            .filter_map(|suffix| last.strip_suffix(suffix));
        names.contains(part)
            || bare
                .into_iter()
                .any(|last| names.contains(&[first, &[last]].concat()))
    };
    let (all, mut found) = (split_words(text), Vec::new());
    let mut rest = &all[..];
    while !rest.is_empty() {
        let name = (1..=longest.min(rest.len()))
            .rev()
            .map(|n| &rest[..n])
            .find(|part| is_name(part));
        found.extend(name.map(|name| name.join(" ")));
        rest = &rest[name.map_or(1, <[&str]>::len)..];
    }
    found
}

/// The words of a text, without what stands between them.
fn split_words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect()
}

/// Names beside photographs.
fn find_photo_names(
    records: &Records,
    places: &PublishedAt<'_>,
    common: &BTreeSet<String>,
    found: &mut Vec<PersonalData>,
) {
    let of_stops = records.stops.iter().flat_map(|s| &s.photos);
    let all = of_stops.chain(records.follow_ups.iter().flat_map(|f| &f.photos));
    for said in all
        .flat_map(|Photo { alt, caption, .. }| std::iter::once(alt).chain(caption))
        .flat_map(|t| &t.translations)
    {
        let Some(address) = places.published_address(said.span) else {
            continue;
        };
        found.extend(guess_names(&said.text, common).map(|name| PersonalData {
            kind: PersonalDataKind::Photo,
            span: said.span,
            found: name.to_owned(),
            address: address.clone(),
            details: Vec::new(),
        }));
    }
}

/// The words in names of places, offices and officials, in small letters: what is made of them alone is no private person.
fn common_words(plan: &Plan<'_>) -> BTreeSet<String> {
    let register = plan.register();
    let mut common = BTreeSet::new();
    let mut add = |text: &str| common.extend(split_words(text).into_iter().map(str::to_lowercase));
    for (_, district) in register.districts() {
        add(district.record.name.as_str());
        district
            .record
            .villages
            .iter()
            .for_each(|village| add(village.name.as_str()));
    }
    for (_, office) in register.offices() {
        let names = office.record.short.iter().chain([&office.record.name]);
        names
            .flat_map(|text| &text.translations)
            .for_each(|said| add(&said.text));
    }
    let responses = register.entries().flat_map(|(_, entry)| &entry.responses);
    for official in responses.filter_map(|r| r.record.official.as_ref()) {
        add(official.name.as_str());
        official
            .title
            .iter()
            .flat_map(|text| &text.translations)
            .for_each(|said| add(&said.text));
    }
    [
        "desa",
        "kecamatan",
        "kabupaten",
        "balai",
        "kelurahan",
        "kepala",
        "warga",
    ]
    .into_iter()
    .for_each(&mut add);
    common
}

/// Two and more words in a row with capital letters, of which not all are common.
fn guess_names<'t>(text: &'t str, common: &BTreeSet<String>) -> impl Iterator<Item = &'t str> {
    let is_name = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.next().is_some_and(char::is_lowercase)
    };
    let (mut names, mut run): (Vec<&str>, Option<(usize, usize, usize)>) = (Vec::new(), None);
    let mut end = |run: Option<(usize, usize, usize)>| {
        names.extend(
            run.filter(|(_, _, count)| *count > 1)
                .map(|(start, end, _)| &text[start..end]),
        );
    };
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let start = at;
        at += word.len();
        let bare = word
            .trim_end()
            .trim_end_matches(|c: char| !c.is_alphanumeric());
        let goes_on = bare.len() == word.trim_end().len();
        if is_name(bare) {
            let (first, _, count) = run.unwrap_or((start, 0, 0));
            run = Some((first, start + bare.len(), count + 1));
        }
        if !is_name(bare) || !goes_on {
            end(run.take());
        }
    }
    end(run);
    names
        .into_iter()
        .filter(|name| !are_common(&split_words(name), common))
        .collect::<Vec<_>>()
        .into_iter()
}

fn are_common(words: &[&str], common: &BTreeSet<String>) -> bool {
    words
        .iter()
        .all(|word| common.contains(&word.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_guessed_from_capital_letters() {
        let common = BTreeSet::from(["kecamatan".to_owned(), "wuluhan".to_owned()]);
        let found = |text| guess_names(text, &common).collect::<Vec<_>>();
        assert_eq!(
            found("Bersama Siti Rekaan, warga Kecamatan Wuluhan."),
            ["Bersama Siti Rekaan"]
        );
        assert_eq!(found("ketua, Budi Karangan"), ["Budi Karangan"]);
        assert_eq!(found("Warga meminta jalan. Jalan rusak"), [""; 0]);
    }
}
