//! `jhur due` as letters in Markdown, one to the head of each office. Commitments for which no
//! office is named are in a section of their own, for whoever sends the letters.

use super::data;
use super::lines::{conditions_line, deadline_line, group_by_reason, status_line, summary_args};
use crate::cli::report::ReportContext;
use crate::register::{DueItem, OfficeDue, OfficeId};
use std::fmt::Write as _;

/// Every letter, with a line between them.
pub(super) fn render_letters(due: &[OfficeDue], days: u16, context: &ReportContext<'_>) -> String {
    let render = |due| render_letter(due, days, context);
    let letters: Vec<String> = due.iter().map(render).collect();
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
        let head = escape_markdown(&letter_addressee(office, context));
        paragraph(format!("# {}", context.message("letter-subject", &[])));
        paragraph(context.format_day(context.register.day()));
        paragraph(context.message("letter-to", &[("head", head)]));
        paragraph(context.message("letter-opening", &args));
    } else {
        paragraph(format!("# {}", context.message("due-no-office", &[])));
        paragraph(context.message("letter-no-office", &args));
    }
    for (reason, items) in group_by_reason(due) {
        let reason = reason.as_str();
        paragraph(format!(
            "## {}",
            context.message(&format!("due-{reason}"), &args)
        ));
        if due.office.is_some() {
            paragraph(context.message(&format!("letter-{reason}"), &args));
        }
        let mut list = String::new();
        for (n, item) in items {
            list += &letter_item(n, item, context);
            list.push('\n');
        }
        paragraph(list.trim_end().to_owned());
    }
    if due.office.is_some() {
        paragraph(format!("## {}", context.message("letter-answer", &[])));
        let route = reply_routes(context);
        let route = route.unwrap_or_else(|| context.message("letter-route-none", &[]));
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
    let official = &entry.responses[commitment.response_index].record.official;
    let stop = escape_markdown(&context.stop_label(entry.stop));
    let title = escape_markdown(&context.entry_title(commitment.entry));
    let title = format!("[{title}](<{}>)", context.commitment_url(item.commitment));
    let mut lines = vec![context.message("letter-place", &[("stop", stop), ("title", title)])];
    if let Some(official) = official {
        let label = escape_markdown(&data::official_label(official, context));
        lines.push(context.message("letter-official", &[("official", label)]));
    }
    lines.push(escape_markdown(&deadline_line(item, context)));
    if let Some(conditions) = conditions_line(item, context) {
        lines.push(escape_markdown(&conditions));
    }
    lines.push(escape_markdown(&status_line(item, context)));
    // CommonMark takes lines into the item if they are indented by the width of its mark.
    let mark = format!("{n}. ");
    let indent = " ".repeat(mark.len());
    let text = escape_markdown(&context.plain_text(&commitment.record.text));
    let mut out = format!("{mark}**{text}**\n");
    for line in lines {
        let _ = writeln!(out, "{indent}- {line}");
    }
    out
}

/// Whom a letter addresses. Some offices are a post, and have the title of the official who answered
/// as their name: the regent.
fn letter_addressee(office: OfficeId, context: &ReportContext<'_>) -> String {
    let name = context.office_name(office);
    for entry in &context.register.office(office).entries {
        for response in &context.register.entry(*entry).responses {
            let official = response.record.official.as_ref();
            if response.office == Some(office)
                && let Some(title) = official.and_then(|official| official.title.as_ref())
                && context.plain_text(title) == name
            {
                return name;
            }
        }
    }
    context.message("letter-head", &[("office", name)])
}

/// The publisher's contact channels. Returns `None` if site.yaml names none.
fn reply_routes(context: &ReportContext<'_>) -> Option<String> {
    let contact = context.register.site().contact.as_ref()?;
    let mut routes = Vec::new();
    if let Some(email) = &contact.email {
        routes.push(context.message("letter-route-email", &[("to", email.to_string())]));
    }
    if let Some(number) = &contact.whatsapp {
        routes.push(context.message("letter-route-whatsapp", &[("to", number.to_string())]));
    }
    if let Some(page) = &contact.page {
        routes.push(context.message("letter-route-page", &[("to", format!("<{page}>"))]));
    }
    if routes.is_empty() {
        return None;
    }
    let routes = routes.join(&context.message("letter-route-or", &[]));
    Some(context.message("letter-route", &[("routes", routes)]))
}

/// A text with a backslash before everything that Markdown would take for its own.
fn escape_markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if r"\*_`[]<>#|".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
