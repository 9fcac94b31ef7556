//! Kecamatan, offices and topics: the list of each, and each with its scorecard.

use super::builder::{ViewBuilder, untranslated_name};
use super::components::{LocalizedText, Pagination, TextLink};
use super::figures::FiguresView;
use super::row_ref::RowRef;
use super::stops::StopListRow;
use crate::plan::{CommitmentList, Page, PageNumber, ROWS_PER_PAGE, RowKey};
use crate::records;
use crate::register::{DistrictId, EntryId, OfficeId, TopicId, Totals};
use serde::Serialize;

/// All kecamatan, offices or topics.
#[derive(Debug, Hash, Serialize)]
pub struct GroupListView<'r> {
    /// Those of which something is recorded, in the order of their list.
    pub with_records: Vec<GroupRow<'r>>,
    /// Those of which nothing is recorded yet.
    pub without_records: Vec<TextLink<'r>>,
}

/// A row of such a list.
#[derive(Debug, Hash, Serialize)]
pub struct GroupRow<'r> {
    /// Its page.
    pub link: TextLink<'r>,
    /// How far it stands below a wider topic; 0 for all others.
    pub depth: usize,
    /// Stops; of kecamatan only.
    pub stops: usize,
    /// Its figures.
    pub figures: FiguresView,
}

/// A scorecard: figures, and what was asked and said.
#[derive(Debug, Hash, Serialize)]
pub struct Scorecard<'r> {
    /// The figures.
    pub figures: FiguresView,
    /// The list of its commitments.
    pub commitments: String,
    /// What was asked and said, by stop.
    #[serde(skip)]
    pub rows: Vec<RowRef<'r>>,
    /// The ways to the other parts.
    pub pagination: Pagination,
}

/// A kecamatan's page.
#[derive(Debug, Hash, Serialize)]
pub struct DistrictView<'r> {
    /// Its name.
    pub name: &'r str,
    /// Its code of the Ministry of Home Affairs.
    pub code: Option<&'r str>,
    /// Its stops.
    pub stops: Vec<StopListRow<'r>>,
    /// What is printed of it.
    pub notice: String,
    /// Its villages, each with how many aspirations came from it.
    pub villages: Vec<VillageView<'r>>,
    /// Its scorecard.
    pub scorecard: Scorecard<'r>,
}

/// A village.
#[derive(Debug, Hash, Serialize)]
pub struct VillageView<'r> {
    /// Its name.
    pub name: &'r str,
    /// Aspirations from there.
    pub aspirations: usize,
}

/// An office's page.
#[derive(Debug, Hash, Serialize)]
pub struct OfficeView<'r> {
    /// Its official name.
    pub name: LocalizedText<'r>,
    /// What people call it.
    pub short: Option<LocalizedText<'r>>,
    /// Its own site.
    pub url: Option<&'r str>,
    /// Its scorecard.
    pub scorecard: Scorecard<'r>,
}

/// A topic's page.
#[derive(Debug, Hash, Serialize)]
pub struct TopicView<'r> {
    /// Its name.
    pub name: LocalizedText<'r>,
    /// What it covers.
    pub description: Option<LocalizedText<'r>>,
    /// The wider topic.
    pub parent: Option<TextLink<'r>>,
    /// The narrower topics.
    pub children: Vec<TextLink<'r>>,
    /// Its scorecard.
    pub scorecard: Scorecard<'r>,
}

impl<'r> ViewBuilder<'r> {
    fn scorecard(
        &self,
        (entries, totals): (&[EntryId], &Totals),
        list: CommitmentList,
        part: PageNumber,
        page: impl Fn(PageNumber) -> Page,
    ) -> Scorecard<'r> {
        let (shown, parts) = self.paginate(entries, (part, ROWS_PER_PAGE), page);
        Scorecard {
            figures: self.figures_view(totals),
            commitments: self.page_href(Page::Commitments(list, PageNumber::FIRST)),
            rows: shown
                .iter()
                .map(|id| self.row_ref(RowKey::Entry(*id)))
                .collect(),
            pagination: parts,
        }
    }

    fn group_row(
        &self,
        link: TextLink<'r>,
        stops: usize,
        depth: usize,
        totals: &Totals,
    ) -> GroupRow<'r> {
        GroupRow {
            link,
            depth,
            stops,
            figures: self.figures_view(totals),
        }
    }

    pub(super) fn district_list_view(&self) -> GroupListView<'r> {
        let (mut with, mut without) = (Vec::new(), Vec::new());
        for (id, district) in self.register.districts() {
            let text = untranslated_name(&district.record.name);
            let link = TextLink {
                href: self.page_href(Page::District(id, PageNumber::FIRST)),
                text,
            };
            if district.stops.is_empty() {
                without.push(link);
            } else {
                with.push(self.group_row(link, district.stops.len(), 0, &district.totals));
            }
        }
        GroupListView {
            with_records: with,
            without_records: without,
        }
    }

    pub(super) fn office_list_view(&self) -> GroupListView<'r> {
        let (mut with, mut without) = (Vec::new(), Vec::new());
        for (id, office) in self.register.offices() {
            // In full: what an office is called for short says little to who does not know it.
            let link = TextLink {
                text: self.localized(&office.record.name),
                ..self.office_link(id)
            };
            if office.entries.is_empty() {
                without.push(link);
            } else {
                with.push(self.group_row(link, 0, 0, &office.totals));
            }
        }
        GroupListView {
            with_records: with,
            without_records: without,
        }
    }

    /// Each topic is followed by the narrower ones.
    pub(super) fn topic_list_view(&self) -> GroupListView<'r> {
        let mut groups = GroupListView {
            with_records: Vec::new(),
            without_records: Vec::new(),
        };
        for (id, topic) in self.register.topics() {
            if topic.parent.is_none() {
                self.add_topic_rows(id, 0, &mut groups);
            }
        }
        groups
    }

    fn add_topic_rows(&self, id: TopicId, depth: usize, groups: &mut GroupListView<'r>) {
        let topic = self.register.topic(id);
        let link = self.topic_link(id);
        if topic.entries.is_empty() {
            groups.without_records.push(link);
        } else {
            groups
                .with_records
                .push(self.group_row(link, 0, depth, &topic.totals));
        }
        for child in &topic.children {
            self.add_topic_rows(*child, depth + 1, groups);
        }
    }

    pub(super) fn district_view(&self, id: DistrictId, part: PageNumber) -> DistrictView<'r> {
        let district = self.register.district(id);
        let record = district.record;
        let villages = record.villages.iter().zip(&district.aspirations_by_village);
        DistrictView {
            name: record.name.as_str(),
            code: record.code.as_ref().map(records::AreaCode::as_str),
            stops: if part == PageNumber::FIRST {
                district.stops.iter().map(|id| self.stop_row(*id)).collect()
            } else {
                Vec::new()
            },
            notice: self.page_href(Page::DistrictNotice(id)),
            villages: villages
                .map(|(v, count)| VillageView {
                    name: v.name.as_str(),
                    aspirations: *count,
                })
                .collect(),
            scorecard: self.scorecard(
                (&district.entries, &district.totals),
                CommitmentList::District(id),
                part,
                |p| Page::District(id, p),
            ),
        }
    }

    pub(super) fn office_view(&self, id: OfficeId, part: PageNumber) -> OfficeView<'r> {
        let office = self.register.office(id);
        let record = office.record;
        OfficeView {
            name: self.localized(&record.name),
            short: self.localized_opt(record.short.as_ref()),
            url: record.url.as_ref().map(records::Url::as_str),
            scorecard: self.scorecard(
                (&office.entries, &office.totals),
                CommitmentList::Office(id),
                part,
                |p| Page::Office(id, p),
            ),
        }
    }

    pub(super) fn topic_view(&self, id: TopicId, part: PageNumber) -> TopicView<'r> {
        let topic = self.register.topic(id);
        TopicView {
            name: self.localized(&topic.record.name),
            description: self.localized_opt(topic.record.description.as_ref()),
            parent: topic.parent.map(|id| self.topic_link(id)),
            children: topic
                .children
                .iter()
                .map(|id| self.topic_link(*id))
                .collect(),
            scorecard: self.scorecard(
                (&topic.entries, &topic.totals),
                CommitmentList::Topic(id),
                part,
                |p| Page::Topic(id, p),
            ),
        }
    }
}
