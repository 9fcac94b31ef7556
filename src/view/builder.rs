//! The builder of views: knows the page's language and makes the components that many views share,
//! such as links, badges, rows and sources. The views of each kind of page are methods of it in
//! their own files.

use super::components::{
    AskerView, Attribution, CitedByView, CommitmentListRow, DeadlineView, EntryListRow,
    EntrySummary, LocalizedText, Pagination, PaginationLink, PhotoView, SourceView, StatusBadge,
    StatusView, StopLink, TextLink,
};
use super::root_placeholder::ROOT_PLACEHOLDER;
use crate::plan::{Page, PageNumber, Plan};
use crate::records::{self, Day, FollowUp, Lang, Setting, SingleLine, Source, Text, VillageKind};
use crate::register::{
    CommitmentId, DistrictId, Entry, EntryId, KnownStatus, OfficeId, Outcome, Register, StopId,
};

/// Builds the views of pages in one language.
pub(super) struct ViewBuilder<'r> {
    pub(super) plan: &'r Plan<'r>,
    pub(super) register: &'r Register<'r>,
    pub(super) lang: Lang,
    pub(super) main_lang: Lang,
    pub(super) lang_prefix: String,
}

impl<'r> ViewBuilder<'r> {
    pub(super) fn new(plan: &'r Plan<'r>, lang: Lang) -> Self {
        let register = plan.register();
        Self {
            plan,
            register,
            lang,
            main_lang: register.main_language(),
            lang_prefix: plan.language_prefix(lang),
        }
    }

    /// A text in the page's language; else in another, which is then named.
    pub(super) fn localized(&self, text: &'r Text) -> LocalizedText<'r> {
        let (text, lang) = text.in_language(self.lang, self.main_lang);
        LocalizedText {
            text,
            lang: self.lang_attribute(lang),
        }
    }

    /// The `lang` attribute of a text in a language. Returns `None` if the page is in it.
    pub(super) fn lang_attribute(&self, lang: Lang) -> Option<&'static str> {
        (lang != self.lang).then(|| lang.code())
    }

    pub(super) fn localized_opt(&self, text: Option<&'r Text>) -> Option<LocalizedText<'r>> {
        text.map(|text| self.localized(text))
    }

    pub(super) fn localized_list(&self, texts: &'r [Text]) -> Vec<LocalizedText<'r>> {
        texts.iter().map(|t| self.localized(t)).collect()
    }

    /// The address of another page, relative to this one.
    pub(super) fn page_href(&self, page: Page) -> String {
        format!(
            "{ROOT_PLACEHOLDER}{}{}",
            self.lang_prefix,
            self.plan.address(page)
        )
    }

    pub(super) fn stop_link(&self, id: StopId) -> StopLink<'r> {
        let stop = self.register.stop(id);
        StopLink {
            href: self.page_href(Page::Stop(id, PageNumber::FIRST)),
            number: stop.number(),
            district: self.register.district(stop.district).record.name.as_str(),
            date: stop.record.date.to_string(),
            until: stop.record.until.map(|day| day.to_string()),
            draft: self.is_draft(stop.record.draft, stop.record.publish_on),
        }
    }

    /// Whether a record is held back, by its fields `draft` and `publish_on`.
    pub(super) fn is_draft(&self, draft: bool, publish_on: Option<Day>) -> bool {
        draft || publish_on.is_some_and(|day| day > self.register.day())
    }

    pub(super) fn entry_link(&self, id: EntryId) -> TextLink<'r> {
        TextLink {
            href: self.page_href(Page::Entry(id)),
            text: self.localized(self.register.entry(id).title),
        }
    }

    pub(super) fn commitment_href(&self, id: CommitmentId) -> String {
        let commitment = self.register.commitment(id);
        format!(
            "{}#{}",
            self.page_href(Page::Entry(commitment.entry)),
            commitment.record.id
        )
    }

    pub(super) fn commitment_link(&self, id: CommitmentId) -> TextLink<'r> {
        TextLink {
            href: self.commitment_href(id),
            text: self.localized(&self.register.commitment(id).record.text),
        }
    }

    pub(super) fn district_link(&self, id: DistrictId) -> TextLink<'r> {
        TextLink {
            href: self.page_href(Page::District(id, PageNumber::FIRST)),
            text: untranslated_name(&self.register.district(id).record.name),
        }
    }

    pub(super) fn office_name(&self, id: OfficeId) -> LocalizedText<'r> {
        self.localized(self.register.office(id).record.display_name())
    }

    pub(super) fn office_link(&self, id: OfficeId) -> TextLink<'r> {
        TextLink {
            href: self.page_href(Page::Office(id, PageNumber::FIRST)),
            text: self.office_name(id),
        }
    }

    pub(super) fn source_view(&self, source: &'r Source) -> SourceView<'r> {
        SourceView {
            id: source.id.as_ref().map(|id| id.as_str()),
            title: self.localized_opt(source.title.as_ref()),
            publisher: source.publisher.as_str(),
            date: source.date.map(|d| d.to_string()),
            url: source.url.as_ref().map(records::Url::as_str),
            archived: source.archived.as_ref().map(records::Url::as_str),
            kind: source.kind,
            partial: source.partial,
            notes: self.localized_list(&source.notes),
        }
    }

    pub(super) fn source_views(&self, sources: &[&'r Source]) -> Vec<SourceView<'r>> {
        sources.iter().map(|s| self.source_view(s)).collect()
    }

    pub(super) fn cited_by_views(&self, list: &[&'r records::CitedBy]) -> Vec<CitedByView<'r>> {
        let mut views = Vec::new();
        for cited_by in list {
            views.push(CitedByView {
                title: self.localized_opt(cited_by.title.as_ref()),
                publisher: cited_by.publisher.as_str(),
                date: cited_by.date.map(|day| day.to_string()),
                url: cited_by.url.as_str(),
            });
        }
        views
    }

    pub(super) fn photo_views(&self, photos: &'r [records::Photo]) -> Vec<PhotoView<'r>> {
        photos.iter().filter_map(|p| self.photo_view(p)).collect()
    }

    /// Returns `None` if the plan does not publish the file, because its size is unknown.
    fn photo_view(&self, photo: &'r records::Photo) -> Option<PhotoView<'r>> {
        let sizes = &self.plan.photo(photo.file.as_str())?.sizes;
        // Browsers that know no `srcset` get the middle size.
        let (middle, largest) = (&sizes[(sizes.len() - 1) / 2], sizes.last()?);
        let mut srcset = Vec::new();
        for size in sizes {
            srcset.push(format!("{ROOT_PLACEHOLDER}{} {}w", size.path, size.width));
        }
        Some(PhotoView {
            src: format!("{ROOT_PLACEHOLDER}{}", middle.path),
            srcset: srcset.join(", "),
            width: largest.width,
            height: largest.height,
            alt: self.localized(&photo.alt),
            caption: self.localized_opt(photo.caption.as_ref()),
            credit: self.localized_opt(photo.credit.as_ref()),
        })
    }

    /// Where a text was said, and who relays it.
    pub(super) fn attribution(
        &self,
        setting: Setting,
        reported_by: Option<&'r Text>,
    ) -> Attribution<'r> {
        Attribution {
            setting,
            reported_by: self.localized_opt(reported_by),
        }
    }

    /// Returns `None` if the commitment has no deadline.
    pub(super) fn deadline_view(
        &self,
        deadline: &crate::register::DeadlineStatus<'r>,
    ) -> Option<DeadlineView<'r>> {
        deadline.due.map(|due| DeadlineView {
            said: self.localized_opt(due.wording.as_ref()),
            by: due.date.map(|by| by.to_string()),
            last_day: due.last_day().map(|day| day.to_string()),
            state: deadline.state.key(),
            is_reading: due.is_editors_reading(),
        })
    }

    pub(super) fn status_badge(&self, id: CommitmentId) -> StatusBadge<'r> {
        let commitment = self.register.commitment(id);
        let text = |day: Option<Day>| day.map(|day| day.to_string());
        StatusBadge {
            status: status_view(commitment.status),
            deadline: self.deadline_view(&commitment.current_deadline),
            news: commitment.news().key(),
            looked_for: text(commitment.last_check),
            done_since: text(commitment.done_since),
            quiet_since: text(commitment.quiet_since),
            waiting: commitment.is_waiting(),
        }
    }

    /// Who asked. Returns `None` for announcements, withheld aspirations, and where it is not
    /// recorded.
    pub(super) fn asker(&self, entry: &Entry<'r>) -> Option<AskerView<'r>> {
        let aspiration = entry.aspiration().filter(|a| a.withheld.is_none())?;
        let from = aspiration.from.as_ref()?;
        let district = self.register.stop(entry.stop).district;
        let villages = &self.register.district(district).record.villages;
        let village = entry.village_index.map(|index| &villages[index]);
        Some(AskerView {
            role: self.localized(&from.role),
            village: village.map(|v| v.name.as_str()),
            village_kind: village.and_then(|v| v.kind).map(|kind| match kind {
                VillageKind::Desa => "desa",
                VillageKind::Kelurahan => "kelurahan",
            }),
            name: from.name.as_ref().map(|name| name.as_str()),
        })
    }

    /// What became of an entry, in one line.
    pub(super) fn entry_summary(&self, entry: &Entry<'r>) -> EntrySummary<'r> {
        EntrySummary {
            withheld: entry.withheld_reason().is_some(),
            outcome: entry.outcome().map(Outcome::key),
            answers: entry.answer_kinds(),
            badges: entry
                .commitments()
                .map(|id| self.status_badge(id))
                .collect(),
        }
    }

    pub(super) fn entry_row(&self, id: EntryId) -> EntryListRow<'r> {
        let entry = self.register.entry(id);
        EntryListRow {
            id: entry.id.as_str(),
            href: self.page_href(Page::Entry(id)),
            title: self.localized(entry.title),
            kind: entry.kind.as_str(),
            stop: self.stop_link(entry.stop),
            asker: self.asker(entry),
            offices: entry
                .answering_offices()
                .into_iter()
                .map(|id| self.office_name(id))
                .collect(),
            summary: self.entry_summary(entry),
        }
    }

    pub(super) fn commitment_row(&self, id: CommitmentId) -> CommitmentListRow<'r> {
        let commitment = self.register.commitment(id);
        let entry = self.register.entry(commitment.entry);
        CommitmentListRow {
            href: self.commitment_href(id),
            text: self.localized(&commitment.record.text),
            title: self.localized(entry.title),
            stop: self.stop_link(entry.stop),
            office: commitment.office.map(|o| self.office_link(o)),
            badge: self.status_badge(id),
        }
    }

    /// The rows of a list on one of its pages, `size` on each, and the links to the others; `page`
    /// gives the page of a number.
    pub(super) fn paginate<'l, T>(
        &self,
        list: &'l [T],
        (number, size): (PageNumber, usize),
        page: impl Fn(PageNumber) -> Page,
    ) -> (&'l [T], Pagination) {
        let rows = number.slice(list, size);
        let current = number.0;
        // An empty list has one page, too.
        let last = list.len().div_ceil(size).max(1) - 1;
        let href = |n| self.page_href(page(PageNumber(n)));
        let mut links = Vec::new();
        let mut gap_before = false;
        for n in 0..=last {
            // The first, the last, and two on either side of the current one: a list may have
            // hundreds.
            let is_linked = n == 0 || n == last || n.abs_diff(current) <= 2;
            if is_linked {
                links.push(PaginationLink {
                    number: n + 1,
                    href: href(n),
                    current: n == current,
                    gap_before,
                });
            }
            gap_before = !is_linked;
        }
        let pagination = Pagination {
            current: current + 1,
            previous: current.checked_sub(1).map(href),
            next: (current < last).then(|| href(current + 1)),
            links,
            rows: list.len(),
            first: current * size + 1,
            last: current * size + rows.len(),
        };
        (rows, pagination)
    }
}

/// A name, which is the same in every language.
pub(super) fn untranslated_name(line: &SingleLine) -> LocalizedText<'_> {
    LocalizedText {
        text: line.as_str(),
        lang: None,
    }
}

/// What is known of a commitment, with its group.
pub fn status_view(status: KnownStatus) -> StatusView {
    StatusView {
        key: status.key(),
        group: status.group().key(),
    }
}

/// What a follow-up alone makes known of the commitments it is about.
pub(super) fn follow_up_status(record: &FollowUp) -> KnownStatus {
    let status = record.status.map(|s| s.value);
    status.map_or(KnownStatus::WithoutStatus, KnownStatus::Given)
}
