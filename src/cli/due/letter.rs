//! What is due as letters in Markdown, one to the head of each office. Commitments for which no
//! office is named are in a section of their own, for whoever sends the letters.

use super::data;
use super::lines::{conditions_line, deadline_line, group_by_reason, status_line, summary_args};
use crate::cli::report::ReportContext;
use crate::records::{Contact, Text};
use crate::register::{DueItem, OfficeDue, OfficeId};

/// Every letter, with a line between them.
pub(super) fn render_letters(due: &[OfficeDue], days: u16, context: &ReportContext<'_>) -> String {
    let letters: Vec<String> = due
        .iter()
        .map(|due| render_letter(due, days, context))
        .collect();
    if due.iter().any(|due| due.office.is_some()) && reply_routes(context).is_none() {
        context.terminal.emessage("letter-no-contact", &[]);
    }
    letters.join("\n---\n\n")
}

fn render_letter(due: &OfficeDue, days: u16, context: &ReportContext<'_>) -> String {
    let args = summary_args(due, days, context);
    let mut out = String::new();
    let mut paragraph = |text: String| out.extend([text.as_str(), "\n\n"]);
    if let Some(office) = due.office {
        paragraph(format!("# {}", context.message("letter-subject", &[])));
        paragraph(context.format_day(context.register.day()));
        paragraph(context.message(
            "letter-to",
            &[("head", escape_markdown(&letter_addressee(office, context)))],
        ));
        paragraph(context.message("letter-opening", &args));
    } else {
        paragraph(format!("# {}", context.message("due-no-office", &[])));
        paragraph(context.message("letter-no-office", &args));
    }
    for (reason, item) in group_by_reason(due) {
        paragraph(format!(
            "## {}",
            context.message(&format!("due-{}", reason.as_str()), &args)
        ));
        if due.office.is_some() {
            paragraph(context.message(&format!("letter-{}", reason.as_str()), &args));
        }
        let items: Vec<String> = item
            .iter()
            .map(|(n, one)| letter_item(*n, one, context))
            .collect();
        paragraph(items.join("\n").trim_end().to_owned());
    }
    if due.office.is_some() {
        paragraph(format!("## {}", context.message("letter-answer", &[])));
        let route =
            reply_routes(context).unwrap_or_else(|| context.message("letter-route-none", &[]));
        paragraph(context.message("letter-how", &[("route", route)]));
        paragraph(context.message("letter-closing", &[]));
        paragraph(escape_markdown(
            &context.plain_text(&context.register.site().publisher),
        ));
    }
    out.truncate(out.trim_end().len());
    out + "\n"
}

/// One commitment as an entry of a numbered list.
fn letter_item(n: usize, item: &DueItem, context: &ReportContext<'_>) -> String {
    let commitment = context.register.commitment(item.commitment);
    let entry = context.register.entry(commitment.entry);
    let official = entry.responses[commitment.response_index]
        .record
        .official
        .as_ref();
    let title = format!(
        "[{}](<{}>)",
        escape_markdown(&context.entry_title(commitment.entry)),
        context.commitment_url(item.commitment)
    );
    let lines = [
        Some(context.message(
            "letter-place",
            &[
                ("stop", escape_markdown(&context.stop_label(entry.stop))),
                ("title", title),
            ],
        )),
        official.map(|who| {
            context.message(
                "letter-official",
                &[(
                    "official",
                    escape_markdown(&data::official_label(who, context)),
                )],
            )
        }),
        Some(escape_markdown(&deadline_line(item, context))),
        conditions_line(item, context).map(|text| escape_markdown(&text)),
        Some(escape_markdown(&status_line(item, context))),
    ];
    let mark = format!("{n}. ");
    let indent = " ".repeat(mark.len());
    let mut text = format!(
        "{mark}**{}**\n",
        escape_markdown(&context.plain_text(&commitment.record.text))
    );
    text.extend(
        lines
            .into_iter()
            .flatten()
            .map(|line| format!("{indent}- {line}\n")),
    );
    text
}

/// Whom a letter to an office addresses. Some offices are a post, and bear the name of the one who
/// answered: the regent.
fn letter_addressee(office: OfficeId, context: &ReportContext<'_>) -> String {
    let name = context.plain_text(&context.register.office(office).record.name);
    let entries = context
        .register
        .office(office)
        .entries
        .iter()
        .map(|id| context.register.entry(*id));
    let mut answers = entries
        .flat_map(|entry| &entry.responses)
        .filter(|response| response.office == Some(office));
    let title = |text: &Text| context.plain_text(text) == name;
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
        context.message("letter-head", &[("office", name)])
    }
}

/// By which ways an answer reaches the publisher.
fn reply_routes(context: &ReportContext<'_>) -> Option<String> {
    let Contact {
        email,
        whatsapp,
        page,
    } = context.register.site().contact.as_ref()?;
    let route = |key: &str, to: String| context.message(key, &[("to", to)]);
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
    let routes = Some(routes.join(&context.message("letter-route-or", &[])))
        .filter(|routes| !routes.is_empty())?;
    Some(context.message("letter-route", &[("routes", routes)]))
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
