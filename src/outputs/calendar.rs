//! Deadlines for calendars (RFC 5545): a whole day for each commitment that has a deadline and was
//! not given up; of the whole, and of each office. Days only, so that no time zone can be wrong.

use super::context::{OutputContext, for_each_page};
use crate::diag::Diagnostic;
use crate::plan::Plan;
use crate::plan::alternates::CALENDAR_FILE;
use crate::records::{Day, Lang, PartialDate, markdown_to_text};
use crate::register::CommitmentId;
use crate::theme::{Localizer, MessageArg, Theme};
use crate::view::{self, status_view};
use chrono::NaiveTime;
use icalendar::{Calendar, Class, Component, Event, EventLike, Property};
use rayon::prelude::*;

/// Writes the calendars.
pub(super) fn write_calendars(
    plan: &Plan<'_>,
    theme: &Theme,
    output: OutputContext<'_>,
) -> Vec<Diagnostic> {
    if !plan.register().site().outputs.feeds {
        return Vec::new();
    }
    for_each_page(plan, output, |page, lang| {
        if plan.calendar_page(page) != Some(page) {
            return Ok(());
        }
        let path = plan.alternate_path(page, lang, CALENDAR_FILE);
        // The first stage; without a change in it, the calendar is reused.
        let dates: Vec<DeadlineEvent<'_>> = plan
            .with_deadline(page)
            .map(|(id, by)| deadline_event(plan, id, by, lang))
            .collect();
        if (output.reuse)(
            &path,
            theme.fingerprint(&(lang, view::title(plan, page, lang), &dates)),
        ) {
            return Ok(());
        }
        let title = theme
            .localizer(lang)
            .title_text(&view::title(plan, page, lang))?;
        let mut calendar = Calendar::empty();
        let name = theme
            .localizer(lang)
            .message("calendar-name", &[("title", MessageArg::Text(&title))])?;
        for property in [
            ("VERSION", "2.0"),
            ("PRODID", "-//jhur//jhur//ID"),
            ("CALSCALE", "GREGORIAN"),
            ("METHOD", "PUBLISH"),
        ] {
            calendar.append_property(property);
        }
        calendar.name(&name);
        // Its entries are written one by one: all of them as the library holds them would be many
        // times as large.
        let mut text = calendar.to_string();
        let end = text.split_off(text.rfind("END:").unwrap_or_default());
        let entry = |date: &DeadlineEvent<'_>| {
            Ok(date
                .to_icalendar(theme.localizer(lang))?
                .try_into_string()
                .unwrap_or_default())
        };
        text.extend(
            dates
                .par_iter()
                .map(entry)
                .collect::<Result<Vec<String>, Diagnostic>>()?,
        );
        text.push_str(&end);
        (output.write)(&path, text.as_bytes())
    })
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
    DeadlineEvent {
        uid: format!(
            "{}@{}",
            register.commitment_reference(id),
            register.site().base_url.host()
        ),
        url: plan.commitment_url(id, lang),
        commitment: commitment
            .record
            .text
            .in_language(lang, register.main_language())
            .0,
        status: status_view(commitment.status).key,
        office: commitment.office.map(|o| {
            register
                .office(o)
                .record
                .display_name()
                .in_language(lang, register.main_language())
                .0
        }),
        deadline: by,
        last_news: commitment.last_news,
    }
}

impl DeadlineEvent<'_> {
    fn to_icalendar(&self, localizer: Localizer<'_>) -> Result<Event, Diagnostic> {
        let promise = markdown_to_text(self.commitment);
        let status = localizer.message(&format!("status-{}", self.status), &[])?;
        let term = localizer.format_partial_date(&self.deadline.to_string());
        let state = localizer.message(
            "calendar-state",
            &[
                ("status", MessageArg::Text(&status)),
                ("term", MessageArg::Text(&term)),
            ],
        )?;
        let mut event = Event::new();
        event
            .uid(&self.uid)
            .timestamp(self.last_news.0.and_time(NaiveTime::MIN).and_utc())
            .starts(self.deadline.last_day().0)
            .summary(
                &localizer.message("calendar-summary", &[("title", MessageArg::Text(&promise))])?,
            )
            .description(
                &self
                    .office
                    .into_iter()
                    .chain([state.as_str(), &self.url])
                    .collect::<Vec<_>>()
                    .join("\n"),
            )
            .url(&self.url)
            .class(Class::Public)
            .append_property(Property::new("TRANSP", "TRANSPARENT"));
        Ok(event.done())
    }
}
