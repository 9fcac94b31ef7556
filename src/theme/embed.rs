//! Blocks to quote: an aspiration or a commitment as HTML that stands on any page of others, without style or script.

use super::{Gap, Voice, escaped};
use crate::diag::Diagnostic;
use crate::records::{collapse_whitespace, markdown_to_text};
use crate::view::{Quote, View};

/// A block.
#[derive(Debug, serde::Serialize)]
pub struct Block {
    /// A commitment's key; empty for the aspiration or announcement itself.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The address of record.
    pub url: String,
    /// What is to be copied.
    pub html: String,
}

/// The blocks of a page: the aspiration or announcement, then its commitments.
pub(super) fn blocks(view: &View<'_>, quote: &Quote<'_>, voice: Voice<'_>) -> Result<Vec<Block>, Diagnostic> {
    let stop = voice.say(
        "stop-name",
        &[("number", Gap::Number(quote.stop.number as usize)), ("district", Gap::Text(quote.stop.district))],
    )?;
    let day = voice.day(&view.day);
    let block = |id: &str, title: &str, url: &str, paragraphs: String| {
        let gaps = [("publisher", view.site.publisher.text), ("title", title), ("stop", &stop), ("day", &day)];
        let source = voice.say("quote-source", &gaps.map(|(name, text)| (name, Gap::Text(text))))?;
        let html = format!(
            "<blockquote cite=\"{cite}\" lang=\"{lang}\">{paragraphs}<p>— <a href=\"{cite}\">{source}</a></p></blockquote>",
            cite = escaped(url),
            lang = view.lang,
            source = escaped(&source),
        );
        Ok(Block { id: id.to_owned(), title: title.to_owned(), url: url.to_owned(), html })
    };
    let title = collapse_whitespace(quote.title.text);
    let mut paragraphs = strong(quote.title.lang, &title);
    paragraphs.extend(quote.text.map(|text| paragraph(text.lang, &markdown_to_text(text.text))));
    for (text, office) in &quote.said {
        let said = markdown_to_text(text.text);
        paragraphs += &paragraph(text.lang, &office.map_or(said.clone(), |o| format!("{}: {said}", o.text)));
    }
    paragraphs += &paragraph(None, &standing(quote, voice)?);
    let mut blocks = vec![block("", &title, &quote.url, paragraphs)?];
    for promise in &quote.promises {
        let title = markdown_to_text(promise.text.text);
        let status = voice.say(&format!("status-{}", promise.mark.status.key), &[])?;
        let mut state = voice.say("quote-status", &[("status", Gap::Text(&status)), ("day", Gap::Text(&day))])?;
        if let Some(by) = promise.due.as_ref().and_then(|due| due.by.as_deref()) {
            state += " · ";
            state += &voice.say("card-due", &[("term", Gap::Text(&voice.term(by)))])?;
        }
        let office = promise.office.map(|o| paragraph(o.lang, &collapse_whitespace(o.text))).unwrap_or_default();
        let paragraphs = strong(promise.text.lang, &title) + &office + &paragraph(None, &state);
        blocks.push(block(promise.id, &title, &promise.url, paragraphs)?);
    }
    Ok(blocks)
}

fn strong(lang: Option<&str>, text: &str) -> String {
    tagged(lang, &format!("<strong>{}</strong>", escaped(text)))
}

/// A paragraph; none without words.
fn paragraph(lang: Option<&str>, text: &str) -> String {
    if text.is_empty() { String::new() } else { tagged(lang, &escaped(text)) }
}

fn tagged(lang: Option<&str>, html: &str) -> String {
    lang.map_or_else(|| format!("<p>{html}</p>"), |lang| format!("<p lang=\"{lang}\">{html}</p>"))
}

/// What was answered, in words.
fn standing(quote: &Quote<'_>, voice: Voice<'_>) -> Result<String, Diagnostic> {
    let standing = &quote.standing;
    if standing.withheld {
        return voice.say("withheld", &[]);
    }
    if standing.unanswered {
        return voice.say(if standing.partial { "unanswered-partial" } else { "unanswered" }, &[]);
    }
    let answers = standing.answers.iter().map(|a| voice.say(&format!("answer-{}", a.as_str()), &[]));
    Ok(answers.collect::<Result<Vec<_>, _>>()?.join(", "))
}
