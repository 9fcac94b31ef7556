//! What is due as letters in Markdown, ready to be sent: one to the head of each office. What no office is named for stands under a
//! heading of its own, for whoever sends the letters.

use super::{conditions_line, data, deadline_line, group_by_reason, status_line, summary_args};
use crate::cli::report::ReportContext;
use crate::records::{Contact, Text};
use crate::register::{DueItem, OfficeDue, OfficeId};

/// Every letter, with a line between them.
pub(super) fn render_letters(owed: &[OfficeDue], days: u16, view: &ReportContext<'_>) -> String {
    let letters: Vec<String> = owed
        .iter()
        .map(|owed| render_letter(owed, days, view))
        .collect();
    if owed.iter().any(|owed| owed.office.is_some()) && reply_routes(view).is_none() {
        view.terminal.emessage("letter-no-contact", &[]);
    }
    letters.join("\n---\n\n")
}

fn render_letter(owed: &OfficeDue, days: u16, view: &ReportContext<'_>) -> String {
    let args = summary_args(owed, days, view);
    let mut out = String::new();
    let mut paragraph = |text: String| out.extend([text.as_str(), "\n\n"]);
    if let Some(office) = owed.office {
        paragraph(format!("# {}", view.message("letter-subject", &[])));
        paragraph(view.format_day(view.register.day()));
        paragraph(view.message(
            "letter-to",
            &[("head", escape_markdown(&letter_addressee(office, view)))],
        ));
        paragraph(view.message("letter-opening", &args));
    } else {
        paragraph(format!("# {}", view.message("due-no-office", &[])));
        paragraph(view.message("letter-no-office", &args));
    }
    for (reason, asked) in group_by_reason(owed) {
        paragraph(format!(
            "## {}",
            view.message(&format!("due-{}", reason.as_str()), &args)
        ));
        if owed.office.is_some() {
            paragraph(view.message(&format!("letter-{}", reason.as_str()), &args));
        }
        let items: Vec<String> = asked
            .iter()
            .map(|(n, one)| letter_item(*n, one, view))
            .collect();
        paragraph(items.join("\n").trim_end().to_owned());
    }
    if owed.office.is_some() {
        paragraph(format!("## {}", view.message("letter-answer", &[])));
        let route = reply_routes(view).unwrap_or_else(|| view.message("letter-route-none", &[]));
        paragraph(view.message("letter-how", &[("route", route)]));
        paragraph(view.message("letter-closing", &[]));
        paragraph(escape_markdown(
            &view.plain_text(&view.register.site().publisher),
        ));
    }
    out.truncate(out.trim_end().len());
    out + "\n"
}

/// One commitment as an entry of a numbered list.
fn letter_item(n: usize, asked: &DueItem, view: &ReportContext<'_>) -> String {
    let commitment = view.register.commitment(asked.commitment);
    let entry = view.register.entry(commitment.entry);
    let official = entry.responses[commitment.response_index]
        .record
        .official
        .as_ref();
    let title = format!(
        "[{}](<{}>)",
        escape_markdown(&view.entry_title(commitment.entry)),
        view.commitment_url(asked.commitment)
    );
    let lines = [
        Some(view.message(
            "letter-place",
            &[
                ("stop", escape_markdown(&view.stop_label(entry.stop))),
                ("title", title),
            ],
        )),
        official.map(|who| {
            view.message(
                "letter-official",
                &[(
                    "official",
                    escape_markdown(&data::official_label(who, view)),
                )],
            )
        }),
        Some(escape_markdown(&deadline_line(asked, view))),
        conditions_line(asked, view).map(|text| escape_markdown(&text)),
        Some(escape_markdown(&status_line(asked, view))),
    ];
    let mark = format!("{n}. ");
    let indent = " ".repeat(mark.len());
    let mut text = format!(
        "{mark}**{}**\n",
        escape_markdown(&view.plain_text(&commitment.record.text))
    );
    text.extend(
        lines
            .into_iter()
            .flatten()
            .map(|line| format!("{indent}- {line}\n")),
    );
    text
}

/// Whom a letter to an office addresses. Some offices are a post, and bear the name of the one who answered: the regent.
fn letter_addressee(office: OfficeId, view: &ReportContext<'_>) -> String {
    let name = view.plain_text(&view.register.office(office).record.name);
    let entries = view
        .register
        .office(office)
        .entries
        .iter()
        .map(|id| view.register.entry(*id));
    let mut answers = entries
        .flat_map(|entry| &entry.responses)
        .filter(|response| response.office == Some(office));
    let title = |text: &Text| view.plain_text(text) == name;
    let is_post = answers.any(|a| {
        a.record
            .official
            .as_ref()
            .and_then(|who| who.title.as_ref())
            .is_some_and(title)
    });
    if is_post {
        name
    } else {
        view.message("letter-head", &[("office", name)])
    }
}

/// By which ways an answer reaches the publisher.
fn reply_routes(view: &ReportContext<'_>) -> Option<String> {
    let Contact {
        email,
        whatsapp,
        page,
    } = view.register.site().contact.as_ref()?;
    let route = |key: &str, to: String| view.message(key, &[("to", to)]);
    let email = email
        .as_ref()
        .map(|to| route("letter-route-email", to.to_string()));
    let whatsapp = whatsapp
        .as_ref()
        .map(|to| route("letter-route-whatsapp", to.to_string()));
    let page = page
        .as_ref()
        .map(|to| route("letter-route-page", format!("<{to}>")));
    let routes: Vec<String> = [email, whatsapp, page].into_iter().flatten().collect();
    let routes = Some(routes.join(&view.message("letter-route-or", &[])))
        .filter(|routes| !routes.is_empty())?;
    Some(view.message("letter-route", &[("routes", routes)]))
}

/// Words in which nothing is Markdown.
fn escape_markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '|'
        ) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
