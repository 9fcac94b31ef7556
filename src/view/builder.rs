//! Makes the small parts of views for one page in one language.

use super::ROOT;
use super::components::{
    CitingView, CommitmentRow, Deadline, EntryRow, Link, Mark, PartWay, Parts, PhotoView, Phrase, SourceView, Standing,
    StatusView, StopLink, TimeView, Told, Who,
};
use crate::plan::{Page, PageNumber, Plan};
use crate::records::{self, Lang, Setting, SingleLine, Source, Status, Text, VillageKind};
use crate::register::{CommitmentId, Entry, EntryId, OfficeId, Register, StatusGroup, StopId, Timeliness};

/// Who makes the views of one page.
pub(super) struct Maker<'r> {
    pub(super) plan: &'r Plan<'r>,
    pub(super) register: &'r Register<'r>,
    pub(super) lang: Lang,
    pub(super) main: Lang,
    pub(super) prefix: String,
}

impl<'r> Maker<'r> {
    pub(super) fn new(plan: &'r Plan<'r>, lang: Lang) -> Self {
        let register = plan.register();
        Self { plan, register, lang, main: register.main_language(), prefix: plan.language_prefix(lang) }
    }

    /// The words in the page's language, or in another that is then named.
    pub(super) fn phrase(&self, text: &'r Text) -> Phrase<'r> {
        let (text, lang) = text.in_language(self.lang, self.main);
        Phrase { text, lang: (lang != self.lang).then(|| lang.code()) }
    }

    pub(super) fn phrases(&self, texts: &'r [Text]) -> Vec<Phrase<'r>> {
        texts.iter().map(|t| self.phrase(t)).collect()
    }

    /// Where another page is, seen from this one.
    pub(super) fn href(&self, page: Page) -> String {
        format!("{ROOT}{}{}", self.prefix, self.plan.address(page))
    }

    pub(super) fn stop_link(&self, id: StopId) -> StopLink<'r> {
        let stop = self.register.stop(id);
        StopLink {
            href: self.href(Page::Stop(id, PageNumber::FIRST)),
            number: stop.number(),
            district: self.register.district(stop.district).record.name.as_str(),
            date: stop.record.date.to_string(),
            draft: stop.record.draft || stop.record.publish_on.is_some_and(|day| day > self.register.day()),
        }
    }

    pub(super) fn entry_link(&self, id: EntryId) -> Link<'r> {
        Link { href: self.href(Page::Entry(id)), text: self.phrase(self.register.entry(id).title) }
    }

    pub(super) fn commitment_href(&self, id: CommitmentId) -> String {
        let commitment = self.register.commitment(id);
        format!("{}#{}", self.href(Page::Entry(commitment.entry)), commitment.record.id)
    }

    pub(super) fn office_link(&self, id: OfficeId) -> Link<'r> {
        let text = self.phrase(self.register.office(id).record.display_name());
        Link { href: self.href(Page::Office(id, PageNumber::FIRST)), text }
    }

    pub(super) fn source(&self, source: &'r Source) -> SourceView<'r> {
        SourceView {
            id: source.id.as_ref().map(|id| id.as_str()),
            title: source.title.as_ref().map(|t| self.phrase(t)),
            publisher: source.publisher.as_str(),
            date: source.date.map(|d| d.to_string()),
            url: source.url.as_ref().map(records::Url::as_str),
            archived: source.archived.as_ref().map(records::Url::as_str),
            kind: source.kind,
            partial: source.partial,
            notes: self.phrases(&source.notes),
        }
    }

    pub(super) fn sources(&self, sources: &[&'r Source]) -> Vec<SourceView<'r>> {
        sources.iter().map(|s| self.source(s)).collect()
    }

    pub(super) fn cited_by(&self, list: &[&'r records::CitedBy]) -> Vec<CitingView<'r>> {
        let view = |c: &&'r records::CitedBy| CitingView {
            title: c.title.as_ref().map(|t| self.phrase(t)),
            publisher: c.publisher.as_str(),
            date: c.date.map(|d| d.to_string()),
            url: c.url.as_str(),
        };
        list.iter().map(view).collect()
    }

    pub(super) fn photos(&self, photos: &'r [records::Photo]) -> Vec<PhotoView<'r>> {
        photos.iter().filter_map(|p| self.photo(p)).collect()
    }

    fn photo(&self, photo: &'r records::Photo) -> Option<PhotoView<'r>> {
        let sizes = &self.plan.photo(photo.file.as_str())?.sizes;
        let (middle, largest) = (&sizes[(sizes.len() - 1) / 2], sizes.last()?);
        let set: Vec<_> = sizes.iter().map(|s| format!("{ROOT}{} {}w", s.path, s.width)).collect();
        Some(PhotoView {
            src: format!("{ROOT}{}", middle.path),
            srcset: set.join(", "),
            width: largest.width,
            height: largest.height,
            alt: self.phrase(&photo.alt),
            caption: photo.caption.as_ref().map(|t| self.phrase(t)),
            credit: photo.credit.as_ref().map(|t| self.phrase(t)),
        })
    }

    pub(super) fn told(&self, setting: Setting, reported_by: Option<&'r Text>) -> Told<'r> {
        Told { setting, reported_by: reported_by.map(|t| self.phrase(t)) }
    }

    pub(super) fn deadline(&self, deadline: &crate::register::DeadlineStatus<'r>) -> Option<Deadline<'r>> {
        deadline.due.map(|due| Deadline {
            said: due.wording.as_ref().map(|s| self.phrase(s)),
            by: due.date.map(|by| by.to_string()),
            last: due.date.map(|by| by.last_day().to_string()),
            time: time(deadline.timeliness),
        })
    }

    pub(super) fn mark(&self, id: CommitmentId) -> Mark {
        let commitment = self.register.commitment(id);
        Mark {
            status: status(commitment.status),
            time: time(commitment.current_deadline.timeliness),
            quiet: commitment.days_without_news,
        }
    }

    pub(super) fn who(&self, entry: &Entry<'r>) -> Option<Who<'r>> {
        let aspiration = entry.aspiration().filter(|a| a.withheld.is_none())?;
        let from = aspiration.from.as_ref()?;
        let district = self.register.district(self.register.stop(entry.stop).district);
        let village = entry.village_index.map(|n| &district.record.villages[n]);
        Some(Who {
            role: self.phrase(&from.role),
            village: village.map(|v| v.name.as_str()),
            village_kind: village.and_then(|v| v.kind).map(|kind| match kind {
                VillageKind::Desa => "desa",
                VillageKind::Kelurahan => "kelurahan",
            }),
            name: from.name.as_ref().map(|n| n.as_str()),
        })
    }

    pub(super) fn standing(&self, entry: &Entry<'r>) -> Standing {
        Standing {
            withheld: entry.withheld_reason().is_some(),
            unanswered: entry.is_unanswered(),
            partial: entry.sources.iter().any(|s| s.partial),
            answers: entry.answer_kinds(),
            marks: entry.commitments().map(|id| self.mark(id)).collect(),
        }
    }

    pub(super) fn entry_row(&self, id: EntryId) -> EntryRow<'r> {
        let entry = self.register.entry(id);
        EntryRow {
            id: entry.id.as_str(),
            href: self.href(Page::Entry(id)),
            title: self.phrase(entry.title),
            kind: entry.kind.as_str(),
            stop: self.stop_link(entry.stop),
            who: self.who(entry),
            offices: entry
                .answering_offices()
                .into_iter()
                .map(|o| self.phrase(self.register.office(o).record.display_name()))
                .collect(),
            standing: self.standing(entry),
        }
    }

    pub(super) fn commitment_row(&self, id: CommitmentId) -> CommitmentRow<'r> {
        let commitment = self.register.commitment(id);
        let entry = self.register.entry(commitment.entry);
        CommitmentRow {
            href: self.commitment_href(id),
            text: self.phrase(&commitment.record.text),
            title: self.phrase(entry.title),
            stop: self.stop_link(entry.stop),
            office: commitment.office.map(|o| self.office_link(o)),
            due: self.deadline(&commitment.current_deadline),
            mark: self.mark(id),
        }
    }

    /// A part of a list, each of `size`, and the ways to the others; `page` makes a part's page.
    pub(super) fn part<'l, T>(
        &self,
        list: &'l [T],
        (part, size): (PageNumber, usize),
        page: impl Fn(PageNumber) -> Page,
    ) -> (&'l [T], Parts) {
        let rows = part.slice(list, size);
        let last = list.len().div_ceil(size).max(1) - 1;
        let near = |n: &usize| *n == 0 || *n == last || n.abs_diff(part.0) <= 2;
        let way = |n: usize| PartWay {
            number: n + 1,
            href: self.href(page(PageNumber(n))),
            current: n == part.0,
            gap: n > 0 && !near(&(n - 1)),
        };
        let parts = Parts {
            current: part.0 + 1,
            previous: part.0.checked_sub(1).map(|n| self.href(page(PageNumber(n)))),
            next: (part.0 < last).then(|| self.href(page(PageNumber(part.0 + 1)))),
            ways: (0..=last).filter(near).map(way).collect(),
            rows: list.len(),
            first: part.0 * size + 1,
            last: part.0 * size + rows.len(),
        };
        (rows, parts)
    }
}

/// A name, which is in no language.
pub(super) fn name(line: &SingleLine) -> Phrase<'_> {
    Phrase { text: line.as_str(), lang: None }
}

/// A status with its group.
pub fn status(status: Option<Status>) -> StatusView {
    let key = match status {
        None => "recorded",
        Some(Status::Planned) => "planned",
        Some(Status::InProgress) => "in-progress",
        Some(Status::Stalled) => "stalled",
        Some(Status::PartlyDone) => "partly-done",
        Some(Status::DoneReported) => "done-reported",
        Some(Status::DoneVerified) => "done-verified",
        Some(Status::Superseded) => "superseded",
        Some(Status::Dropped) => "dropped",
        Some(Status::NotAssessable) => "not-assessable",
    };
    StatusView { key, group: group(StatusGroup::of(status)) }
}

/// A group's key.
pub(super) fn group(group: StatusGroup) -> &'static str {
    match group {
        StatusGroup::NotStarted => "not-started",
        StatusGroup::UnderWay => "under-way",
        StatusGroup::Done => "done",
        StatusGroup::NotPursued => "not-pursued",
    }
}

/// How it stands in time.
pub fn time(timeliness: Timeliness) -> TimeView {
    let key = match timeliness {
        Timeliness::OnTime => "on-time",
        Timeliness::DueSoon(_) => "due-soon",
        Timeliness::Overdue(_) => "overdue",
        Timeliness::DoneLate(_) => "done-late",
        Timeliness::NoDeadline => "no-deadline",
        Timeliness::Waiting => "waiting",
        Timeliness::Closed => "closed",
    };
    TimeView { key, days: timeliness.days() }
}
