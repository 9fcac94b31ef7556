//! Deadlines for calendars (RFC 5545): a whole day for each commitment that has a deadline and was
//! not given up; for the whole site, and for each office. Days only, so that no time zone can be
//! wrong.

use super::context::{OutputContext, text_in};
use crate::diag::Diagnostic;
use crate::plan::alternates::CALENDAR_FILE;
use crate::plan::{Page, Plan};
use crate::records::{Day, Lang, PartialDate, markdown_to_text};
use crate::register::CommitmentId;
use crate::theme::{Localizer, MessageArg, Theme};
use crate::view::{self, status_view};
use chrono::NaiveTime;
use icalendar::{Calendar, Class, Component, Event, EventLike, Property};
use rayon::prelude::*;

/// Writes the calendar of a page that has one.
pub(super) fn write_calendar(
    plan: &Plan<'_>,
    theme: &Theme,
    output: OutputContext<'_>,
    page: Page,
    lang: Lang,
) -> Result<(), Diagnostic> {
    if plan.calendar_page(page) != Some(page) {
        return Ok(());
    }
    let path = plan.alternate_path(page, lang, CALENDAR_FILE);
    // First the deadlines as the records have them: unless one changed, the calendar is reused and
    // nothing has to be localized.
    let deadlines: Vec<DeadlineEvent<'_>> = plan
        .with_deadline(page)
        .map(|(id, by)| deadline_event(plan, id, by, lang))
        .collect();
    let title = view::title(plan, page, lang);
    if (output.reuse)(&path, theme.fingerprint(&(lang, &title, &deadlines))) {
        return Ok(());
    }
    let localizer = theme.localizer(lang);
    let title = localizer.title_text(&title)?;
    let mut calendar = Calendar::empty();
    for (name, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//jhur//jhur//ID"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
    ] {
        calendar.append_property((name, value));
    }
    calendar.name(&localizer.message("calendar-name", &[("title", MessageArg::Text(&title))])?);
    // Events are written one by one: all of them as the library holds them would be many times as
    // large.
    let mut text = calendar.to_string();
    let end = text.split_off(text.rfind("END:").unwrap_or_default());
    let events = deadlines
        .par_iter()
        .map(|deadline| deadline.to_icalendar(localizer))
        .collect::<Result<Vec<String>, Diagnostic>>()?;
    text.extend(events);
    text.push_str(&end);
    (output.write)(&path, text.as_bytes())
}

/// A deadline as the records have it.
#[derive(Hash)]
struct DeadlineEvent<'r> {
    uid: String,
    url: String,
    commitment: &'r str,
    status: &'static str,
    office: Option<&'r str>,
    deadline: PartialDate,
    /// The day of the last news.
    last_news: Day,
}

fn deadline_event<'r>(
    plan: &'r Plan<'r>,
    id: CommitmentId,
    by: PartialDate,
    lang: Lang,
) -> DeadlineEvent<'r> {
    let register = plan.register();
    let commitment = register.commitment(id);
    let office = commitment.office.map(|id| register.office(id).record);
    DeadlineEvent {
        uid: format!(
            "{}@{}",
            register.commitment_reference(id),
            register.site().base_url.host()
        ),
        url: plan.commitment_url(id, lang),
        commitment: text_in(plan, &commitment.record.text, lang),
        status: status_view(commitment.status).key,
        office: office.map(|office| text_in(plan, office.display_name(), lang)),
        deadline: by,
        last_news: commitment.last_news,
    }
}

impl DeadlineEvent<'_> {
    /// The event as text, in the words of one language.
    fn to_icalendar(&self, localizer: Localizer<'_>) -> Result<String, Diagnostic> {
        let commitment = markdown_to_text(self.commitment);
        let title = MessageArg::Text(&commitment);
        let summary = localizer.message("calendar-summary", &[("title", title)])?;
        let status = localizer.message(&format!("status-{}", self.status), &[])?;
        let deadline = localizer.format_partial_date(&self.deadline.to_string());
        let state = localizer.message(
            "calendar-state",
            &[
                ("status", MessageArg::Text(&status)),
                ("term", MessageArg::Text(&deadline)),
            ],
        )?;
        let mut description: Vec<&str> = self.office.into_iter().collect();
        description.extend([state.as_str(), &self.url]);
        let event = Event::new()
            .uid(&self.uid)
            // Not the time of the build: the same records give the same bytes.
            .timestamp(self.last_news.0.and_time(NaiveTime::MIN).and_utc())
            // A quarter or a year is due on its last day.
            .starts(self.deadline.last_day().0)
            .summary(&summary)
            .description(&description.join("\n"))
            .url(&self.url)
            .class(Class::Public)
            // A deadline keeps nobody busy for the day.
            .append_property(Property::new("TRANSP", "TRANSPARENT"))
            .done();
        Ok(event.try_into_string().unwrap_or_default())
    }
}
