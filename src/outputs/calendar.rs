//! Deadlines for calendars (RFC 5545): a whole day for each commitment that has a deadline and was not given up; of the whole, and
//! of each office. Days only, so that no time zone can be wrong.

use super::{Outside, each_page};
use crate::diag::Diagnostic;
use crate::records::{Lang, Term};
use crate::register::CommitmentId;
use crate::site::Plan;
use crate::site::beside::CALENDAR;
use crate::site::view::status;
use crate::theme::{Gap, Theme};
use chrono::NaiveTime;
use icalendar::{Calendar, Class, Component, Event, EventLike, Property};

/// Writes the calendars.
pub(super) fn calendars(plan: &Plan<'_>, theme: &Theme, outside: Outside<'_>) -> Vec<Diagnostic> {
    if !plan.register().site().outputs.feeds {
        return Vec::new();
    }
    each_page(plan, outside, |page, lang| {
        if plan.deadlines(page) != Some(page) {
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
        for (id, by) in plan.dated(page) {
            calendar.push(event(plan, theme, id, by, lang)?);
        }
        (outside.put)(&plan.beside(page, lang, CALENDAR), calendar.to_string().as_bytes())
    })
}

fn event(plan: &Plan<'_>, theme: &Theme, id: CommitmentId, by: Term, lang: Lang) -> Result<Event, Diagnostic> {
    let register = plan.register();
    let commitment = register.commitment(id);
    let voice = theme.voice(lang);
    let promise = commitment.record.text.plain(lang, register.main());
    let status = voice.say(&format!("status-{}", status(commitment.status).key), &[])?;
    let term = voice.term(&by.to_string());
    let state = voice.say("calendar-state", &[("status", Gap::Text(&status)), ("term", Gap::Text(&term))])?;
    let office = commitment.office.map(|o| register.office(o).record.label().get(lang, register.main()).0);
    let url = plan.commitment_url(id, lang);
    let mut event = Event::new();
    event
        .uid(&format!("{}@{}", plan.register().commitment_reference(id), register.site().base_url.host()))
        .timestamp(commitment.last_news.0.and_time(NaiveTime::MIN).and_utc())
        .starts(by.last_day().0)
        .summary(&voice.say("calendar-summary", &[("title", Gap::Text(&promise))])?)
        .description(&office.into_iter().chain([state.as_str(), &url]).collect::<Vec<_>>().join("\n"))
        .url(&url)
        .class(Class::Public)
        .append_property(Property::new("TRANSP", "TRANSPARENT"));
    Ok(event.done())
}
