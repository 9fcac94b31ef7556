//! Deadlines for calendars (RFC 5545): a whole day for each commitment that has a deadline and was
//! not given up; for the whole site, and for each office. Days only, so that no time zone can be
//! wrong.
//!
//! An event is read between others', far from the site: it says itself what is known of the
//! commitment, whether the date is the editor's reading, and who speaks. That a deadline has passed
//! says nothing of the commitment; only news does.

use super::context::{OutputContext, text_in};
use crate::diag::Diagnostic;
use crate::plan::alternates::CALENDAR_FILE;
use crate::plan::{Page, Plan};
use crate::records::{Day, Deadline, Lang, PartialDate, Standing, markdown_to_text};
use crate::register::CommitmentId;
use crate::theme::{DeadlineWords, Localizer, MessageArg, Theme};
use crate::view;
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
    /// The key of what is known of the commitment.
    status: &'static str,
    office: Option<&'r str>,
    deadline: PartialDate,
    /// Whether the date is the editor's reading of what was said.
    is_reading: bool,
    /// The key of how the commitment stands against it.
    state: &'static str,
    done_since: Option<Day>,
    /// The last day on which somebody looked and found nothing.
    last_check: Option<Day>,
    /// The day since which the event says what it says, as far as the records tell.
    changed: Day,
    standing: Standing,
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
    let deadline = commitment.current_deadline;
    // A deadline that passes changes what its event says, though no record did.
    let passed = deadline
        .last_day()
        .filter(|last| *last < register.day())
        .and_then(|last| last.0.succ_opt())
        .map(Day);
    let days = [commitment.last_direct_news, commitment.last_check, passed];
    let changed = days
        .into_iter()
        .flatten()
        .fold(commitment.made_on, Day::max);
    DeadlineEvent {
        uid: format!(
            "{}@{}",
            register.commitment_reference(id),
            register.site().base_url.host()
        ),
        url: plan.commitment_url(id, lang),
        commitment: text_in(plan, &commitment.record.text, lang),
        status: commitment.status.key(),
        office: office.map(|office| text_in(plan, office.display_name(), lang)),
        deadline: by,
        is_reading: deadline.due.is_some_and(Deadline::is_editors_reading),
        state: deadline.state.key(),
        done_since: commitment.done_since,
        last_check: commitment.last_check,
        changed,
        standing: register.site().standing.value,
    }
}

impl DeadlineEvent<'_> {
    /// The event as text, in the words of one language.
    fn to_icalendar(&self, localizer: Localizer<'_>) -> Result<String, Diagnostic> {
        let commitment = markdown_to_text(self.commitment);
        // Most programs show nothing of an event but this line.
        let key = if self.is_reading {
            "calendar-summary-reading"
        } else {
            "calendar-summary"
        };
        let summary = localizer.message(key, &[("title", MessageArg::Text(&commitment))])?;
        let [done_since, looked_for] =
            [self.done_since, self.last_check].map(|day| day.map(|day| day.to_string()));
        let deadline = localizer.deadline_text(DeadlineWords {
            state: self.state,
            last_day: &self.deadline.last_day().to_string(),
            is_reading: self.is_reading,
            done_since: done_since.as_deref(),
            looked_for: looked_for.as_deref(),
        })?;
        let status = localizer.message(&format!("status-{}", self.status), &[])?;
        let state = localizer.message(
            "calendar-state",
            &[
                ("deadline", MessageArg::Text(&deadline)),
                ("status", MessageArg::Text(&status)),
            ],
        )?;
        let standing = localizer.standing_line(self.standing)?;
        let mut description: Vec<&str> = self.office.into_iter().collect();
        description.extend([state.as_str(), &standing, &self.url]);
        let event = Event::new()
            .uid(&self.uid)
            // Not the time of the build: the same records give the same bytes.
            .timestamp(self.changed.0.and_time(NaiveTime::MIN).and_utc())
            // A quarter or a year is due on its last day.
            .starts(self.deadline.last_day().0)
            .summary(&summary)
            .description(&description.join("\n"))
            .url(&self.url)
            .class(Class::Public)
            // A deadline keeps nobody busy for the day.
            .append_property(Property::new("TRANSP", "TRANSPARENT"))
            .done();
        Ok(fold_lines(&event.try_into_string().unwrap_or_default()))
    }
}

/// The most bytes of a line of a calendar (RFC 5545, 3.1).
const MAX_LINE_BYTES: usize = 75;

/// Folds what is still too long: the library forgets the blank before a folded line's last part.
fn fold_lines(calendar: &str) -> String {
    let mut folded = String::with_capacity(calendar.len());
    for line in calendar.split_inclusive("\r\n") {
        let text = line.trim_end_matches("\r\n");
        if text.len() <= MAX_LINE_BYTES {
            folded.push_str(line);
            continue;
        }
        let at = text.floor_char_boundary(MAX_LINE_BYTES);
        folded.extend([&text[..at], "\r\n ", &text[at..], "\r\n"]);
    }
    folded
}
