//! Pages of kecamatan, offices and topics, each with its scorecard, and the lists of them.

use super::builder::ViewBuilder;
use super::components::{LocalizedText, Pagination, TextLink};
use super::figures::FiguresView;
use super::row_ref::RowRef;
use super::stops::StopListRow;
use crate::plan::{CommitmentList, Page, PageNumber, ROWS_PER_PAGE, RowKey};
use crate::records;
use crate::register::{DistrictId, EntryId, OfficeId, TopicId, Totals};
use serde::Serialize;

/// All kecamatan, offices or topics.
#[derive(Debug, Default, Hash, Serialize)]
pub struct GroupListView<'r> {
    /// Those that have records, in the order of their list.
    pub with_records: Vec<GroupRow<'r>>,
    /// Those that have none yet.
    pub without_records: Vec<GroupName<'r>>,
}

/// A kecamatan, an office or a topic without records.
#[derive(Debug, Hash, Serialize)]
pub struct GroupName<'r> {
    /// Its page, relative to this one; only a kecamatan has one.
    pub href: Option<String>,
    /// Its name.
    pub text: LocalizedText<'r>,
}

/// A row of such a list.
#[derive(Debug, Hash, Serialize)]
pub struct GroupRow<'r> {
    /// Its page.
    pub link: TextLink<'r>,
    /// How many wider topics are above it; 0 for kecamatan and offices.
    pub depth: usize,
    /// The number of its stops; 0 for offices and topics.
    pub stops: usize,
    /// Its figures.
    pub figures: FiguresView,
}

/// A scorecard: the figures of a kecamatan, an office or a topic, and its aspirations and
/// announcements.
#[derive(Debug, Hash, Serialize)]
pub struct Scorecard<'r> {
    /// The figures.
    pub figures: FiguresView,
    /// The list of its commitments. `None` if it has none.
    pub commitments: Option<String>,
    /// Aspirations and announcements, by stop.
    #[serde(skip)]
    pub rows: Vec<RowRef<'r>>,
    /// Links to the other pages of the list.
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
    /// Its notice for the village hall, relative to the page.
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
        number: PageNumber,
        page: impl Fn(PageNumber) -> Page,
    ) -> Scorecard<'r> {
        let (ids, pagination) = self.paginate(entries, (number, ROWS_PER_PAGE), page);
        Scorecard {
            figures: self.figures_view(totals),
            commitments: self.list_href(list),
            rows: ids
                .iter()
                .map(|id| self.row_ref(RowKey::Entry(*id)))
                .collect(),
            pagination,
        }
    }

    /// Adds a kecamatan, an office or a topic to a list; without figures it is a name alone.
    fn add_group(
        &self,
        groups: &mut GroupListView<'r>,
        (page, text): (Page, LocalizedText<'r>),
        (stops, depth): (usize, usize),
        totals: Option<&Totals>,
    ) {
        match totals {
            Some(totals) => groups.with_records.push(GroupRow {
                link: TextLink {
                    href: self.page_href(page),
                    text,
                },
                depth,
                stops,
                figures: self.figures_view(totals),
            }),
            None => groups.without_records.push(GroupName {
                href: self.plan.has_page(page).then(|| self.page_href(page)),
                text,
            }),
        }
    }

    pub(super) fn district_list_view(&self) -> GroupListView<'r> {
        let mut groups = GroupListView::default();
        for (id, district) in self.register.districts() {
            let stops = district.stops.len();
            let totals = (stops > 0).then_some(&district.totals);
            let page = Page::District(id, PageNumber::FIRST);
            let text = self.district_link(id).text;
            self.add_group(&mut groups, (page, text), (stops, 0), totals);
        }
        groups
    }

    pub(super) fn office_list_view(&self) -> GroupListView<'r> {
        let mut groups = GroupListView::default();
        for (id, office) in self.register.offices() {
            // The full name: visitors who look through the list may not know the short one.
            let text = self.localized(&office.record.name);
            let page = Page::Office(id, PageNumber::FIRST);
            let totals = (!office.entries.is_empty()).then_some(&office.totals);
            self.add_group(&mut groups, (page, text), (0, 0), totals);
        }
        groups
    }

    /// All topics, each followed by the narrower ones.
    pub(super) fn topic_list_view(&self) -> GroupListView<'r> {
        let mut groups = GroupListView::default();
        for (id, topic) in self.register.topics() {
            if topic.parent.is_none() {
                self.add_topic_rows(id, 0, &mut groups);
            }
        }
        groups
    }

    /// Adds a topic and, one level deeper, the narrower ones.
    fn add_topic_rows(&self, id: TopicId, depth: usize, groups: &mut GroupListView<'r>) {
        let topic = self.register.topic(id);
        let totals = (!topic.entries.is_empty()).then_some(&topic.totals);
        let TextLink { text, .. } = self.topic_link(id);
        let page = Page::Topic(id, PageNumber::FIRST);
        self.add_group(groups, (page, text), (0, depth), totals);
        for child in &topic.children {
            self.add_topic_rows(*child, depth + 1, groups);
        }
    }

    pub(super) fn district_view(&self, id: DistrictId, number: PageNumber) -> DistrictView<'r> {
        let district = self.register.district(id);
        let record = district.record;
        let mut villages = Vec::new();
        for (village, aspirations) in record.villages.iter().zip(&district.aspirations_by_village) {
            villages.push(VillageView {
                name: village.name.as_str(),
                aspirations: *aspirations,
            });
        }
        DistrictView {
            name: record.name.as_str(),
            code: record.code.as_ref().map(records::AreaCode::as_str),
            // Later pages of the list show nothing but its rows.
            stops: if number == PageNumber::FIRST {
                district.stops.iter().map(|id| self.stop_row(*id)).collect()
            } else {
                Vec::new()
            },
            notice: self.page_href(Page::DistrictNotice(id)),
            villages,
            scorecard: self.scorecard(
                (&district.entries, &district.totals),
                CommitmentList::District(id),
                number,
                |number| Page::District(id, number),
            ),
        }
    }

    pub(super) fn office_view(&self, id: OfficeId, number: PageNumber) -> OfficeView<'r> {
        let office = self.register.office(id);
        let record = office.record;
        OfficeView {
            name: self.localized(&record.name),
            short: self.localized_opt(record.short.as_ref()),
            url: record.url.as_ref().map(records::Url::as_str),
            scorecard: self.scorecard(
                (&office.entries, &office.totals),
                CommitmentList::Office(id),
                number,
                |number| Page::Office(id, number),
            ),
        }
    }

    pub(super) fn topic_view(&self, id: TopicId, number: PageNumber) -> TopicView<'r> {
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
                number,
                |number| Page::Topic(id, number),
            ),
        }
    }
}
