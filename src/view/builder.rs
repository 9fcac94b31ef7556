//! Makes the small parts of views for one page in one language.

use super::ROOT_PLACEHOLDER;
use super::components::{
    AskerView, Attribution, CitedByView, CommitmentListRow, DeadlineView, EntryListRow,
    EntrySummary, LocalizedText, Pagination, PaginationLink, PhotoView, SourceView, StatusBadge,
    StatusView, StopLink, TextLink, TimelinessView,
};
use crate::plan::{Page, PageNumber, Plan};
use crate::records::{self, Lang, Setting, SingleLine, Source, Status, Text, VillageKind};
use crate::register::{
    CommitmentId, Entry, EntryId, OfficeId, Register, StatusGroup, StopId, Timeliness,
};

/// Who makes the views of one page.
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

    /// The words in the page's language, or in another that is then named.
    pub(super) fn localized(&self, text: &'r Text) -> LocalizedText<'r> {
        let (text, lang) = text.in_language(self.lang, self.main_lang);
        LocalizedText {
            text,
            lang: (lang != self.lang).then(|| lang.code()),
        }
    }

    pub(super) fn localized_list(&self, texts: &'r [Text]) -> Vec<LocalizedText<'r>> {
        texts.iter().map(|t| self.localized(t)).collect()
    }

    /// Where another page is, seen from this one.
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
            draft: stop.record.draft
                || stop
                    .record
                    .publish_on
                    .is_some_and(|day| day > self.register.day()),
        }
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

    pub(super) fn office_link(&self, id: OfficeId) -> TextLink<'r> {
        let text = self.localized(self.register.office(id).record.display_name());
        TextLink {
            href: self.page_href(Page::Office(id, PageNumber::FIRST)),
            text,
        }
    }

    pub(super) fn source_view(&self, source: &'r Source) -> SourceView<'r> {
        SourceView {
            id: source.id.as_ref().map(|id| id.as_str()),
            title: source.title.as_ref().map(|t| self.localized(t)),
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
        let view = |c: &&'r records::CitedBy| CitedByView {
            title: c.title.as_ref().map(|t| self.localized(t)),
            publisher: c.publisher.as_str(),
            date: c.date.map(|d| d.to_string()),
            url: c.url.as_str(),
        };
        list.iter().map(view).collect()
    }

    pub(super) fn photo_views(&self, photos: &'r [records::Photo]) -> Vec<PhotoView<'r>> {
        photos.iter().filter_map(|p| self.photo_view(p)).collect()
    }

    fn photo_view(&self, photo: &'r records::Photo) -> Option<PhotoView<'r>> {
        let sizes = &self.plan.photo(photo.file.as_str())?.sizes;
        let (middle, largest) = (&sizes[(sizes.len() - 1) / 2], sizes.last()?);
        let set: Vec<_> = sizes
            .iter()
            .map(|s| format!("{ROOT_PLACEHOLDER}{} {}w", s.path, s.width))
            .collect();
        Some(PhotoView {
            src: format!("{ROOT_PLACEHOLDER}{}", middle.path),
            srcset: set.join(", "),
            width: largest.width,
            height: largest.height,
            alt: self.localized(&photo.alt),
            caption: photo.caption.as_ref().map(|t| self.localized(t)),
            credit: photo.credit.as_ref().map(|t| self.localized(t)),
        })
    }

    pub(super) fn attribution(
        &self,
        setting: Setting,
        reported_by: Option<&'r Text>,
    ) -> Attribution<'r> {
        Attribution {
            setting,
            reported_by: reported_by.map(|t| self.localized(t)),
        }
    }

    pub(super) fn deadline_view(
        &self,
        deadline: &crate::register::DeadlineStatus<'r>,
    ) -> Option<DeadlineView<'r>> {
        deadline.due.map(|due| DeadlineView {
            said: due.wording.as_ref().map(|s| self.localized(s)),
            by: due.date.map(|by| by.to_string()),
            last_day: due.date.map(|by| by.last_day().to_string()),
            timeliness: timeliness_view(deadline.timeliness),
        })
    }

    pub(super) fn status_badge(&self, id: CommitmentId) -> StatusBadge {
        let commitment = self.register.commitment(id);
        StatusBadge {
            status: status_view(commitment.status),
            timeliness: timeliness_view(commitment.current_deadline.timeliness),
            days_without_news: commitment.days_without_news,
        }
    }

    pub(super) fn asker(&self, entry: &Entry<'r>) -> Option<AskerView<'r>> {
        let aspiration = entry.aspiration().filter(|a| a.withheld.is_none())?;
        let from = aspiration.from.as_ref()?;
        let district = self
            .register
            .district(self.register.stop(entry.stop).district);
        let village = entry.village_index.map(|n| &district.record.villages[n]);
        Some(AskerView {
            role: self.localized(&from.role),
            village: village.map(|v| v.name.as_str()),
            village_kind: village.and_then(|v| v.kind).map(|kind| match kind {
                VillageKind::Desa => "desa",
                VillageKind::Kelurahan => "kelurahan",
            }),
            name: from.name.as_ref().map(|n| n.as_str()),
        })
    }

    pub(super) fn entry_summary(&self, entry: &Entry<'r>) -> EntrySummary {
        EntrySummary {
            withheld: entry.withheld_reason().is_some(),
            unanswered: entry.is_unanswered(),
            partial: entry.sources.iter().any(|s| s.partial),
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
                .map(|o| self.localized(self.register.office(o).record.display_name()))
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
            due: self.deadline_view(&commitment.current_deadline),
            badge: self.status_badge(id),
        }
    }

    /// A part of a list, each of `size`, and the ways to the others; `page` makes a part's page.
    pub(super) fn paginate<'l, T>(
        &self,
        list: &'l [T],
        (part, size): (PageNumber, usize),
        page: impl Fn(PageNumber) -> Page,
    ) -> (&'l [T], Pagination) {
        let rows = part.slice(list, size);
        let last = list.len().div_ceil(size).max(1) - 1;
        let near = |n: &usize| *n == 0 || *n == last || n.abs_diff(part.0) <= 2;
        let way = |n: usize| PaginationLink {
            number: n + 1,
            href: self.page_href(page(PageNumber(n))),
            current: n == part.0,
            gap_before: n > 0 && !near(&(n - 1)),
        };
        let parts = Pagination {
            current: part.0 + 1,
            previous: part
                .0
                .checked_sub(1)
                .map(|n| self.page_href(page(PageNumber(n)))),
            next: (part.0 < last).then(|| self.page_href(page(PageNumber(part.0 + 1)))),
            links: (0..=last).filter(near).map(way).collect(),
            rows: list.len(),
            first: part.0 * size + 1,
            last: part.0 * size + rows.len(),
        };
        (rows, parts)
    }
}

/// A name, which is in no language.
pub(super) fn untranslated_name(line: &SingleLine) -> LocalizedText<'_> {
    LocalizedText {
        text: line.as_str(),
        lang: None,
    }
}

/// A status with its group.
pub fn status_view(status: Option<Status>) -> StatusView {
    StatusView {
        key: Status::key_or_recorded(status),
        group: StatusGroup::of(status).key(),
    }
}

/// How it stands in time.
pub fn timeliness_view(timeliness: Timeliness) -> TimelinessView {
    let key = match timeliness {
        Timeliness::OnTime => "on-time",
        Timeliness::DueSoon(_) => "due-soon",
        Timeliness::Overdue(_) => "overdue",
        Timeliness::DoneLate(_) => "done-late",
        Timeliness::NoDeadline => "no-deadline",
        Timeliness::Waiting => "waiting",
        Timeliness::Closed => "closed",
    };
    TimelinessView {
        key,
        days: timeliness.days(),
    }
}
