//! What is due as letters in Markdown, ready to be sent: one to the head of each office. What no office is named for stands under a
//! heading of its own, for whoever sends the letters.

use super::{counts, data, deadline, groups, standing, waits};
use crate::cli::report::View;
use crate::records::{Contact, Text};
use crate::register::{DueItem, OfficeDue, OfficeId};

/// Every letter, with a line between them.
pub(super) fn all(owed: &[OfficeDue], days: u16, view: &View<'_>) -> String {
    let letters: Vec<String> = owed.iter().map(|owed| letter(owed, days, view)).collect();
    if owed.iter().any(|owed| owed.office.is_some()) && routes(view).is_none() {
        view.screen.tell("letter-no-contact", &[]);
    }
    letters.join("\n---\n\n")
}

fn letter(owed: &OfficeDue, days: u16, view: &View<'_>) -> String {
    let args = counts(owed, days, view);
    let mut out = String::new();
    let mut paragraph = |text: String| out.extend([text.as_str(), "\n\n"]);
    if let Some(office) = owed.office {
        paragraph(format!("# {}", view.say("letter-subject", &[])));
        paragraph(view.day(view.register.day()));
        paragraph(view.say("letter-to", &[("head", marked(&head(office, view)))]));
        paragraph(view.say("letter-opening", &args));
    } else {
        paragraph(format!("# {}", view.say("due-no-office", &[])));
        paragraph(view.say("letter-no-office", &args));
    }
    for (reason, asked) in groups(owed) {
        paragraph(format!("## {}", view.say(&format!("due-{}", reason.as_str()), &args)));
        if owed.office.is_some() {
            paragraph(view.say(&format!("letter-{}", reason.as_str()), &args));
        }
        let items: Vec<String> = asked.iter().map(|(n, one)| item(*n, one, view)).collect();
        paragraph(items.join("\n").trim_end().to_owned());
    }
    if owed.office.is_some() {
        paragraph(format!("## {}", view.say("letter-answer", &[])));
        let route = routes(view).unwrap_or_else(|| view.say("letter-route-none", &[]));
        paragraph(view.say("letter-how", &[("route", route)]));
        paragraph(view.say("letter-closing", &[]));
        paragraph(marked(&view.plain(&view.register.site().publisher)));
    }
    out.truncate(out.trim_end().len());
    out + "\n"
}

/// One commitment as an entry of a numbered list.
fn item(n: usize, asked: &DueItem, view: &View<'_>) -> String {
    let commitment = view.register.commitment(asked.commitment);
    let entry = view.register.entry(commitment.entry);
    let official = entry.responses[commitment.response_index].record.official.as_ref();
    let title = format!("[{}](<{}>)", marked(&view.title(commitment.entry)), view.commitment_url(asked.commitment));
    let lines = [
        Some(view.say("letter-place", &[("stop", marked(&view.stop(entry.stop))), ("title", title)])),
        official.map(|who| view.say("letter-official", &[("official", marked(&data::official(who, view)))])),
        Some(marked(&deadline(asked, view))),
        waits(asked, view).map(|text| marked(&text)),
        Some(marked(&standing(asked, view))),
    ];
    let mark = format!("{n}. ");
    let indent = " ".repeat(mark.len());
    let mut text = format!("{mark}**{}**\n", marked(&view.plain(&commitment.record.text)));
    text.extend(lines.into_iter().flatten().map(|line| format!("{indent}- {line}\n")));
    text
}

/// Whom a letter to an office addresses. Some offices are a post, and bear the name of the one who answered: the regent.
fn head(office: OfficeId, view: &View<'_>) -> String {
    let name = view.plain(&view.register.office(office).record.name);
    let entries = view.register.office(office).entries.iter().map(|id| view.register.entry(*id));
    let mut answers = entries.flat_map(|entry| &entry.responses).filter(|response| response.office == Some(office));
    let title = |text: &Text| view.plain(text) == name;
    let is_post = answers.any(|a| a.record.official.as_ref().and_then(|who| who.title.as_ref()).is_some_and(title));
    if is_post { name } else { view.say("letter-head", &[("office", name)]) }
}

/// By which ways an answer reaches the publisher.
fn routes(view: &View<'_>) -> Option<String> {
    let Contact { email, whatsapp, page } = view.register.site().contact.as_ref()?;
    let route = |key: &str, to: String| view.say(key, &[("to", to)]);
    let email = email.as_ref().map(|to| route("letter-route-email", to.to_string()));
    let whatsapp = whatsapp.as_ref().map(|to| route("letter-route-whatsapp", to.to_string()));
    let page = page.as_ref().map(|to| route("letter-route-page", format!("<{to}>")));
    let routes: Vec<String> = [email, whatsapp, page].into_iter().flatten().collect();
    let routes = Some(routes.join(&view.say("letter-route-or", &[]))).filter(|routes| !routes.is_empty())?;
    Some(view.say("letter-route", &[("routes", routes)]))
}

/// Words in which nothing is Markdown.
fn marked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '|') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
