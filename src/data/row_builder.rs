//! What makes rows: the plan and its register, with how rows name other records and write texts.
//! The files of `build` add the rows themselves.

use super::translated::Translated;
use crate::plan::{Page, Plan};
use crate::records::{self, Day, Text};
use crate::register::{DistrictId, OfficeId, Register, Subject, TopicId};

/// Builds rows from a plan and its register, each when it is asked for.
#[derive(Clone, Copy)]
pub(super) struct RowBuilder<'p, 'r> {
    pub(super) plan: &'p Plan<'r>,
    pub(super) register: &'r Register<'r>,
}

impl<'p, 'r> RowBuilder<'p, 'r> {
    pub(super) fn new(plan: &'p Plan<'r>) -> Self {
        Self {
            plan,
            register: plan.register(),
        }
    }

    pub(super) fn translated(&self, text: &'r Text) -> Translated<'r> {
        Translated {
            text,
            main_language: self.register.main_language(),
        }
    }

    pub(super) fn translated_opt(&self, text: Option<&'r Text>) -> Option<Translated<'r>> {
        text.map(|text| self.translated(text))
    }

    pub(super) fn translated_list(&self, texts: &'r [Text]) -> Vec<Translated<'r>> {
        texts.iter().map(|text| self.translated(text)).collect()
    }

    /// The absolute address of a page in the main language.
    pub(super) fn main_url(&self, page: Page) -> String {
        self.plan.canonical_url(page, self.register.main_language())
    }

    /// The same, if there is such a page: an office or topic without a record has none.
    pub(super) fn existing_url(&self, page: Page) -> Option<String> {
        self.plan.has_page(page).then(|| self.main_url(page))
    }

    pub(super) fn district_key(&self, id: DistrictId) -> &'r str {
        self.register.district(id).record.key.as_str()
    }

    pub(super) fn office_key(&self, id: OfficeId) -> &'r str {
        self.register.office(id).record.key.as_str()
    }

    pub(super) fn topic_key(&self, id: TopicId) -> &'r str {
        self.register.topic(id).record.key.as_str()
    }

    /// The reference of what a follow-up is about: `6`, `6/studi-banding`,
    /// `6/studi-banding/usul-p-apbd`.
    pub(super) fn subject_reference(&self, subject: Subject) -> String {
        match subject {
            Subject::Stop(id) => self.register.stop(id).number().to_string(),
            Subject::Entry(id) => self.register.entry_reference(id),
            Subject::Commitment(id) => self.register.commitment_reference(id),
        }
    }

    /// The day of a record's first release and the number of its newest revision.
    pub(super) fn publication(&self, record: &str) -> (Option<Day>, Option<u32>) {
        let history = self.register.history_of(record);
        let revision = history.map(|id| self.register.history(id).newest_revision().revision);
        (self.register.first_released(record), revision)
    }
}

/// The keys of sources; those without one cannot be cited by other records.
pub(super) fn source_keys<'r>(sources: &[&'r records::Source]) -> Vec<&'r str> {
    let keys = sources.iter().filter_map(|source| source.id.as_ref());
    keys.map(|key| key.as_str()).collect()
}

/// The ordinal of an item in a record's own list, from 1. Not that in the list as of the day: it
/// stays when others become known later. Found by identity, since two items may say the same.
pub(super) fn ordinal_in<'l, T: 'l>(all: impl IntoIterator<Item = &'l T>, item: &T) -> usize {
    let index = all.into_iter().position(|each| std::ptr::eq(each, item));
    index.unwrap_or_default() + 1
}
