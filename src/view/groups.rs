//! Kecamatan, offices and topics: the list of each, and each with its scorecard.

use super::builder::{Maker, name};
use super::row_ref::What;
use super::{Figures, Link, Parts, Phrase, Shared, StopRow};
use crate::plan::{CommitmentList, Page, PageNumber, ROWS_PER_PAGE};
use crate::records;
use crate::register::{DistrictId, EntryId, OfficeId, TopicId, Totals};
use serde::Serialize;

/// All kecamatan, offices or topics.
#[derive(Debug, Hash, Serialize)]
pub struct Groups<'r> {
    /// Those of which something is recorded, in the order of their list.
    pub with: Vec<Group<'r>>,
    /// Those of which nothing is recorded yet.
    pub without: Vec<Link<'r>>,
}

/// A row of such a list.
#[derive(Debug, Hash, Serialize)]
pub struct Group<'r> {
    /// Its page.
    pub link: Link<'r>,
    /// How far it stands below a wider topic; 0 for all others.
    pub depth: usize,
    /// Stops; of kecamatan only.
    pub stops: usize,
    /// Its figures.
    pub figures: Figures,
}

/// A scorecard: figures, and what was asked and said.
#[derive(Debug, Hash, Serialize)]
pub struct Card<'r> {
    /// The figures.
    pub figures: Figures,
    /// The list of its commitments.
    pub commitments: String,
    /// What was asked and said, by stop.
    #[serde(skip)]
    pub rows: Vec<Shared<'r>>,
    /// The ways to the other parts.
    pub parts: Parts,
}

/// A kecamatan's page.
#[derive(Debug, Hash, Serialize)]
pub struct District<'r> {
    /// Its name.
    pub name: &'r str,
    /// Its code of the Ministry of Home Affairs.
    pub code: Option<&'r str>,
    /// Its stops.
    pub stops: Vec<StopRow<'r>>,
    /// What is printed of it.
    pub notice: String,
    /// Its villages, each with how many aspirations came from it.
    pub villages: Vec<Village<'r>>,
    /// Its scorecard.
    pub card: Card<'r>,
}

/// A village.
#[derive(Debug, Hash, Serialize)]
pub struct Village<'r> {
    /// Its name.
    pub name: &'r str,
    /// Aspirations from there.
    pub aspirations: usize,
}

/// An office's page.
#[derive(Debug, Hash, Serialize)]
pub struct Office<'r> {
    /// Its official name.
    pub name: Phrase<'r>,
    /// What people call it.
    pub short: Option<Phrase<'r>>,
    /// Its own site.
    pub url: Option<&'r str>,
    /// Its scorecard.
    pub card: Card<'r>,
}

/// A topic's page.
#[derive(Debug, Hash, Serialize)]
pub struct Topic<'r> {
    /// Its name.
    pub name: Phrase<'r>,
    /// What it covers.
    pub description: Option<Phrase<'r>>,
    /// The wider topic.
    pub parent: Option<Link<'r>>,
    /// The narrower topics.
    pub children: Vec<Link<'r>>,
    /// Its scorecard.
    pub card: Card<'r>,
}

impl<'r> Maker<'r> {
    fn card(
        &self,
        (entries, totals): (&[EntryId], &Totals),
        list: CommitmentList,
        part: PageNumber,
        page: impl Fn(PageNumber) -> Page,
    ) -> Card<'r> {
        let (shown, parts) = self.part(entries, (part, ROWS_PER_PAGE), page);
        Card {
            figures: self.figures(totals),
            commitments: self.href(Page::Commitments(list, PageNumber::FIRST)),
            rows: shown.iter().map(|id| self.shared(What::Entry(*id))).collect(),
            parts,
        }
    }

    fn group(&self, link: Link<'r>, stops: usize, depth: usize, totals: &Totals) -> Group<'r> {
        Group { link, depth, stops, figures: self.figures(totals) }
    }

    pub(super) fn districts(&self) -> Groups<'r> {
        let (mut with, mut without) = (Vec::new(), Vec::new());
        for (id, district) in self.register.districts() {
            let text = name(&district.record.name);
            let link = Link { href: self.href(Page::District(id, PageNumber::FIRST)), text };
            if district.stops.is_empty() {
                without.push(link);
            } else {
                with.push(self.group(link, district.stops.len(), 0, &district.totals));
            }
        }
        Groups { with, without }
    }

    pub(super) fn offices(&self) -> Groups<'r> {
        let (mut with, mut without) = (Vec::new(), Vec::new());
        for (id, office) in self.register.offices() {
            // In full: what an office is called for short says little to who does not know it.
            let link = Link { text: self.phrase(&office.record.name), ..self.office_link(id) };
            if office.entries.is_empty() {
                without.push(link);
            } else {
                with.push(self.group(link, 0, 0, &office.totals));
            }
        }
        Groups { with, without }
    }

    /// Each topic is followed by the narrower ones.
    pub(super) fn topics(&self) -> Groups<'r> {
        let mut groups = Groups { with: Vec::new(), without: Vec::new() };
        for (id, topic) in self.register.topics() {
            if topic.parent.is_none() {
                self.topic_rows(id, 0, &mut groups);
            }
        }
        groups
    }

    fn topic_rows(&self, id: TopicId, depth: usize, groups: &mut Groups<'r>) {
        let topic = self.register.topic(id);
        let link = self.topic_link(id);
        if topic.entries.is_empty() {
            groups.without.push(link);
        } else {
            groups.with.push(self.group(link, 0, depth, &topic.totals));
        }
        for child in &topic.children {
            self.topic_rows(*child, depth + 1, groups);
        }
    }

    pub(super) fn district(&self, id: DistrictId, part: PageNumber) -> District<'r> {
        let district = self.register.district(id);
        let record = district.record;
        let villages = record.villages.iter().zip(&district.aspirations_by_village);
        District {
            name: record.name.as_str(),
            code: record.code.as_ref().map(records::AreaCode::as_str),
            stops: if part == PageNumber::FIRST {
                district.stops.iter().map(|id| self.stop_row(*id)).collect()
            } else {
                Vec::new()
            },
            notice: self.href(Page::DistrictNotice(id)),
            villages: villages.map(|(v, count)| Village { name: v.name.as_str(), aspirations: *count }).collect(),
            card: self.card((&district.entries, &district.totals), CommitmentList::District(id), part, |p| {
                Page::District(id, p)
            }),
        }
    }

    pub(super) fn office(&self, id: OfficeId, part: PageNumber) -> Office<'r> {
        let office = self.register.office(id);
        let record = office.record;
        Office {
            name: self.phrase(&record.name),
            short: record.short.as_ref().map(|t| self.phrase(t)),
            url: record.url.as_ref().map(records::Url::as_str),
            card: self
                .card((&office.entries, &office.totals), CommitmentList::Office(id), part, |p| Page::Office(id, p)),
        }
    }

    pub(super) fn topic(&self, id: TopicId, part: PageNumber) -> Topic<'r> {
        let topic = self.register.topic(id);
        Topic {
            name: self.phrase(&topic.record.name),
            description: topic.record.description.as_ref().map(|t| self.phrase(t)),
            parent: topic.parent.map(|id| self.topic_link(id)),
            children: topic.children.iter().map(|id| self.topic_link(*id)).collect(),
            card: self.card((&topic.entries, &topic.totals), CommitmentList::Topic(id), part, |p| Page::Topic(id, p)),
        }
    }
}
