//! Deadlines for calendars (RFC 5545): a whole day for each commitment that has a deadline and was not given up; of the whole, and
//! of each office. Days only, so that no time zone can be wrong.

use super::{Outside, each_page};
use crate::diag::Diagnostic;
use crate::plan::Plan;
use crate::plan::alternates::CALENDAR;
use crate::records::{Day, Lang, PartialDate, markdown_to_text};
use crate::register::CommitmentId;
use crate::theme::{Gap, Theme, Voice};
use crate::view::status;
use chrono::NaiveTime;
use icalendar::{Calendar, Class, Component, Event, EventLike, Property};
use rayon::prelude::*;

/// Writes the calendars.
pub(super) fn calendars(plan: &Plan<'_>, theme: &Theme, outside: Outside<'_>) -> Vec<Diagnostic> {
    if !plan.register().site().outputs.feeds {
        return Vec::new();
    }
    each_page(plan, outside, |page, lang| {
        if plan.deadlines(page) != Some(page) {
            return Ok(());
        }
        let path = plan.beside(page, lang, CALENDAR);
        let dates: Vec<Date<'_>> = plan.dated(page).map(|(id, by)| date(plan, id, by, lang)).collect();
        if (outside.kept)(&path, theme.print(&(lang, plan.title(page, lang), &dates))) {
            return Ok(());
        }
        let title = theme.voice(lang).title(&plan.title(page, lang))?;
        let mut calendar = Calendar::empty();
        let name = theme.voice(lang).say("calendar-name", &[("title", Gap::Text(&title))])?;
        for property in
            [("VERSION", "2.0"), ("PRODID", "-//jhur//jhur//ID"), ("CALSCALE", "GREGORIAN"), ("METHOD", "PUBLISH")]
        {
            calendar.append_property(property);
        }
        calendar.name(&name);
        // Its entries are written one by one: all of them as the library holds them would be many times as large.
        let mut text = calendar.to_string();
        let end = text.split_off(text.rfind("END:").unwrap_or_default());
        let entry = |date: &Date<'_>| Ok(date.event(theme.voice(lang))?.try_into_string().unwrap_or_default());
        text.extend(dates.par_iter().map(entry).collect::<Result<Vec<String>, Diagnostic>>()?);
        text.push_str(&end);
        (outside.put)(&path, text.as_bytes())
    })
}

/// A deadline as the records have it.
#[derive(Hash)]
struct Date<'r> {
    uid: String,
    url: String,
    promise: &'r str,
    status: &'static str,
    office: Option<&'r str>,
    by: PartialDate,
    /// The day of the last news.
    said: Day,
}

fn date<'r>(plan: &'r Plan<'r>, id: CommitmentId, by: PartialDate, lang: Lang) -> Date<'r> {
    let register = plan.register();
    let commitment = register.commitment(id);
    Date {
        uid: format!("{}@{}", register.commitment_reference(id), register.site().base_url.host()),
        url: plan.commitment_url(id, lang),
        promise: commitment.record.text.in_language(lang, register.main_language()).0,
        status: status(commitment.status).key,
        office: commitment
            .office
            .map(|o| register.office(o).record.display_name().in_language(lang, register.main_language()).0),
        by,
        said: commitment.last_news,
    }
}

impl Date<'_> {
    fn event(&self, voice: Voice<'_>) -> Result<Event, Diagnostic> {
        let promise = markdown_to_text(self.promise);
        let status = voice.say(&format!("status-{}", self.status), &[])?;
        let term = voice.term(&self.by.to_string());
        let state = voice.say("calendar-state", &[("status", Gap::Text(&status)), ("term", Gap::Text(&term))])?;
        let mut event = Event::new();
        event
            .uid(&self.uid)
            .timestamp(self.said.0.and_time(NaiveTime::MIN).and_utc())
            .starts(self.by.last_day().0)
            .summary(&voice.say("calendar-summary", &[("title", Gap::Text(&promise))])?)
            .description(&self.office.into_iter().chain([state.as_str(), &self.url]).collect::<Vec<_>>().join("\n"))
            .url(&self.url)
            .class(Class::Public)
            .append_property(Property::new("TRANSP", "TRANSPARENT"));
        Ok(event.done())
    }
}
