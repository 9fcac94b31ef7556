//! Blocks to quote: an aspiration or a commitment as HTML that stands on any page of others, without style or script.

use super::{Gap, Voice, escaped};
use crate::diag::Diagnostic;
use crate::records::plain;
use crate::site::view::{Phrase, Quote, View};

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
    let block = |id: &str, title: &str, url: &str, said: &[(Phrase<'_>, bool)], state: &str| {
        let source = voice.say(
            "quote-source",
            &[
                ("publisher", Gap::Text(view.site.publisher.text)),
                ("title", Gap::Text(title)),
                ("stop", Gap::Text(&stop)),
                ("day", Gap::Text(&day)),
            ],
        )?;
        let paragraph = |(phrase, strong): &(Phrase<'_>, bool)| {
            let text = escaped(&plain(phrase.text));
            let lang = phrase.lang.map(|l| format!(" lang=\"{l}\"")).unwrap_or_default();
            if *strong { format!("<p{lang}><strong>{text}</strong></p>") } else { format!("<p{lang}>{text}</p>") }
        };
        let html = format!(
            "<blockquote cite=\"{cite}\" lang=\"{lang}\">{said}<p>{state}</p><p>— <a href=\"{cite}\">{source}</a></p></blockquote>",
            cite = escaped(url),
            lang = view.lang,
            said = said.iter().map(paragraph).collect::<String>(),
            state = escaped(state),
            source = escaped(&source),
        );
        Ok(Block { id: id.to_owned(), title: title.to_owned(), url: url.to_owned(), html })
    };
    let mut said = vec![(quote.title, true)];
    said.extend(quote.text.map(|text| (text, false)));
    let mut blocks = vec![block("", quote.title.text, &quote.url, &said, &standing(quote, voice)?)?];
    for promise in &quote.promises {
        let title = plain(promise.text.text);
        let status = voice.say(&format!("status-{}", promise.mark.status.key), &[])?;
        let mut state = voice.say("quote-status", &[("status", Gap::Text(&status)), ("day", Gap::Text(&day))])?;
        if let Some(by) = promise.due.as_ref().and_then(|due| due.by.as_deref()) {
            state += " · ";
            state += &voice.say("card-due", &[("term", Gap::Text(&voice.term(by)))])?;
        }
        let mut said = vec![(promise.text, true)];
        said.extend(promise.office.map(|office| (office, false)));
        blocks.push(block(promise.id, &title, &promise.url, &said, &state)?);
    }
    Ok(blocks)
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
    let answers = standing.answers.iter().map(|a| voice.say(&format!("answer-{}", a.key()), &[]));
    Ok(answers.collect::<Result<Vec<_>, _>>()?.join(", "))
}
