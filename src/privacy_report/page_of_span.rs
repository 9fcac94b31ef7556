//! The address of the page that publishes a part of a file of records (a [`Span`]), or none if that
//! part is withheld; for the privacy report.

use crate::diag::{FileId, Span};
use crate::plan::{Page, PageNumber, Plan};
use crate::records::{Aspiration, Records};
use crate::register::Subject;
use std::collections::BTreeMap;

/// The ranges of files that are published, each with its page; `None` for what is withheld. Ranges
/// lie inside each other: an entry inside its stop, a withheld role inside its entry.
pub(super) struct PublishedSpans<'p> {
    plan: &'p Plan<'p>,
    files: BTreeMap<FileId, Vec<(Span, Option<Page>)>>,
}

impl<'p> PublishedSpans<'p> {
    pub(super) fn new(plan: &'p Plan<'p>, records: &Records) -> Self {
        let mut published = Self {
            plan,
            files: BTreeMap::new(),
        };
        published.add_lists();
        published.add_stops();
        published.add_follow_ups(records);
        for (n, page) in plan.markdown_pages().iter().enumerate() {
            for (_, version) in &page.versions {
                published.add(whole_file(version.body_span), Some(Page::Markdown(n)));
            }
        }
        published
    }

    /// What is in the lists of kecamatan, offices and topics stands on many pages; the first of them
    /// is that of the list.
    fn add_lists(&mut self) {
        let register = self.plan.register();
        self.add(whole_file(register.site().format.span), Some(Page::Home));
        for (_, district) in register.districts().take(1) {
            self.add(whole_file(district.record.key.span), Some(Page::Districts));
        }
        for (_, office) in register.offices().take(1) {
            self.add(whole_file(office.record.key.span), Some(Page::Offices));
        }
        for (_, topic) in register.topics().take(1) {
            self.add(whole_file(topic.record.key.span), Some(Page::Topics));
        }
    }

    fn add_stops(&mut self) {
        let register = self.plan.register();
        for (id, stop) in register.stops() {
            let record = stop.record;
            let page = Page::Stop(id, PageNumber::FIRST);
            self.add(whole_file(record.number.span), Some(page));
            let mut pages = BTreeMap::new();
            for id in stop.entries() {
                pages.insert(register.entry(id).id.as_str(), Page::Entry(id));
            }
            for entry in record.entries() {
                // An entry that the register does not have, such as one not yet known, has no page.
                self.add(entry.span, pages.get(entry.id.as_str()).copied());
                for span in entry
                    .aspiration()
                    .into_iter()
                    .flat_map(Aspiration::withheld_spans)
                {
                    self.add(span, None);
                }
            }
        }
    }

    fn add_follow_ups(&mut self, records: &Records) {
        for entry in &records.follow_ups {
            // Follow-ups have no name: the register has the same one if it refers to this very one.
            let mut known = self.plan.register().follow_ups();
            let known = known.find(|(_, known)| std::ptr::eq(known.record, &raw const entry.value));
            let subject = known.and_then(|(_, follow_up)| follow_up.about.first().copied());
            self.add(entry.span, subject.map(|subject| self.page_of(subject)));
        }
    }

    fn page_of(&self, subject: Subject) -> Page {
        match subject {
            Subject::Stop(id) => Page::Stop(id, PageNumber::FIRST),
            Subject::Entry(id) => Page::Entry(id),
            Subject::Commitment(id) => Page::Entry(self.plan.register().commitment(id).entry),
        }
    }

    fn add(&mut self, span: Span, page: Option<Page>) {
        self.files.entry(span.file).or_default().push((span, page));
    }

    /// The address of the page, with a leading slash: that of the narrowest range around `span`.
    /// Returns `None` if it is not published.
    pub(super) fn address(&self, span: Span) -> Option<String> {
        let ranges = self.files.get(&span.file)?.iter();
        let around = ranges.filter(|(range, _)| range.contains(span));
        let (_, page) = around.min_by_key(|(range, _)| range.end - range.start)?;
        page.map(|page| format!("/{}", self.plan.address(page)))
    }
}

/// The range of the whole file in which `span` is.
fn whole_file(span: Span) -> Span {
    Span {
        start: 0,
        end: u32::MAX,
        ..span
    }
}
