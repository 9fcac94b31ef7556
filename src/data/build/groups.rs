//! Builds the rows of kecamatan, villages, offices and topics.

use crate::data::build::figures::{figure_columns, office_figures};
use crate::data::row_builder::RowBuilder;
use crate::data::rows::{DistrictRow, OfficeRow, TopicRow, VillageRow};
use crate::plan::{Page, PageNumber};
use crate::records::{AreaCode, Url};
use crate::register::{DistrictId, OfficeId, TopicId};

impl<'r> RowBuilder<'_, 'r> {
    pub(in crate::data) fn district_row(&self, id: DistrictId) -> DistrictRow<'r> {
        let district = self.register.district(id);
        DistrictRow {
            key: self.district_key(id),
            code: district.record.code.as_ref().map(AreaCode::as_str),
            name: district.record.name.as_str(),
            stops: district.stops.len(),
            figures: figure_columns(&district.totals),
            url: self.main_url(Page::District(id, PageNumber::FIRST)),
        }
    }

    pub(in crate::data) fn village_rows(&self, id: DistrictId) -> Vec<VillageRow<'r>> {
        let record = self.register.district(id).record;
        let mut rows = Vec::new();
        for village in &record.villages {
            rows.push(VillageRow {
                district: record.key.as_str(),
                key: village.key.as_str(),
                code: village.code.as_ref().map(AreaCode::as_str),
                name: village.name.as_str(),
                kind: village.kind,
            });
        }
        rows
    }

    pub(in crate::data) fn office_row(&self, id: OfficeId) -> OfficeRow<'r> {
        let office = self.register.office(id);
        OfficeRow {
            key: self.office_key(id),
            name: self.translated(&office.record.name),
            short: self.translated_opt(office.record.short.as_ref()),
            website: office.record.url.as_ref().map(Url::as_str),
            figures: office_figures(&office.totals),
            url: self.existing_url(Page::Office(id, PageNumber::FIRST)),
        }
    }

    pub(in crate::data) fn topic_row(&self, id: TopicId) -> TopicRow<'r> {
        let topic = self.register.topic(id);
        TopicRow {
            key: self.topic_key(id),
            name: self.translated(&topic.record.name),
            parent: topic.parent.map(|id| self.topic_key(id)),
            description: self.translated_opt(topic.record.description.as_ref()),
            figures: figure_columns(&topic.totals),
            url: self.existing_url(Page::Topic(id, PageNumber::FIRST)),
        }
    }
}
