//! Embed blocks: an aspiration or a commitment as HTML that works on anybody's page, without style or script. The citation
//! page shows them to copy, and oEmbed carries them.

use super::html::escape_html;
use super::localizer::Localizer;
use super::strings::MessageArg;
use crate::diag::Diagnostic;
use crate::records::{collapse_whitespace, markdown_to_text};
use crate::view::{CitationView, PageView};

/// A block to embed.
#[derive(Debug, serde::Serialize)]
pub struct EmbedBlock {
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
pub(super) fn embed_blocks(
    view: &PageView<'_>,
    quote: &CitationView<'_>,
    localizer: Localizer<'_>,
) -> Result<Vec<EmbedBlock>, Diagnostic> {
    let stop = localizer.message(
        "stop-name",
        &[
            ("number", MessageArg::Number(quote.stop.number as usize)),
            ("district", MessageArg::Text(quote.stop.district)),
        ],
    )?;
    let day = localizer.format_day(&view.day);
    let block = |id: &str, title: &str, url: &str, paragraphs: String| {
        let args = [
            ("publisher", view.site.publisher.text),
            ("title", title),
            ("stop", &stop),
            ("day", &day),
        ];
        let source = localizer.message(
            "quote-source",
            &args.map(|(name, text)| (name, MessageArg::Text(text))),
        )?;
        let html = format!(
            "<blockquote cite=\"{cite}\" lang=\"{lang}\">{paragraphs}<p>— <a href=\"{cite}\">{source}</a></p></blockquote>",
            cite = escape_html(url),
            lang = view.lang,
            source = escape_html(&source),
        );
        Ok(EmbedBlock {
            id: id.to_owned(),
            title: title.to_owned(),
            url: url.to_owned(),
            html,
        })
    };
    let title = collapse_whitespace(quote.title.text);
    let mut paragraphs = strong_paragraph(quote.title.lang, &title);
    paragraphs.extend(
        quote
            .text
            .map(|text| escaped_paragraph(text.lang, &markdown_to_text(text.text))),
    );
    for (text, office) in &quote.statements {
        let said = markdown_to_text(text.text);
        paragraphs += &escaped_paragraph(
            text.lang,
            &office.map_or(said.clone(), |o| format!("{}: {said}", o.text)),
        );
    }
    paragraphs += &escaped_paragraph(None, &summary_text(quote, localizer)?);
    let mut blocks = vec![block("", &title, &quote.url, paragraphs)?];
    for promise in &quote.commitments {
        let title = markdown_to_text(promise.text.text);
        let status = localizer.message(&format!("status-{}", promise.badge.status.key), &[])?;
        let mut state = localizer.message(
            "quote-status",
            &[
                ("status", MessageArg::Text(&status)),
                ("day", MessageArg::Text(&day)),
            ],
        )?;
        if let Some(by) = promise.due.as_ref().and_then(|due| due.by.as_deref()) {
            state += " · ";
            state += &localizer.message(
                "card-due",
                &[("term", MessageArg::Text(&localizer.format_partial_date(by)))],
            )?;
        }
        let office = promise
            .office
            .map(|o| escaped_paragraph(o.lang, &collapse_whitespace(o.text)))
            .unwrap_or_default();
        let paragraphs = strong_paragraph(promise.text.lang, &title)
            + &office
            + &escaped_paragraph(None, &state);
        blocks.push(block(promise.id, &title, &promise.url, paragraphs)?);
    }
    Ok(blocks)
}

fn strong_paragraph(lang: Option<&str>, text: &str) -> String {
    wrap_paragraph(lang, &format!("<strong>{}</strong>", escape_html(text)))
}

/// A paragraph; nothing if the text is empty.
fn escaped_paragraph(lang: Option<&str>, text: &str) -> String {
    if text.is_empty() {
        String::new()
    } else {
        wrap_paragraph(lang, &escape_html(text))
    }
}

fn wrap_paragraph(lang: Option<&str>, html: &str) -> String {
    lang.map_or_else(
        || format!("<p>{html}</p>"),
        |lang| format!("<p lang=\"{lang}\">{html}</p>"),
    )
}

/// The responses of an entry in a few words.
fn summary_text(quote: &CitationView<'_>, localizer: Localizer<'_>) -> Result<String, Diagnostic> {
    let standing = &quote.summary;
    if standing.withheld {
        return localizer.message("withheld", &[]);
    }
    if standing.unanswered {
        return localizer.message(
            if standing.partial {
                "unanswered-partial"
            } else {
                "unanswered"
            },
            &[],
        );
    }
    let answers = standing
        .answers
        .iter()
        .map(|a| localizer.message(&format!("answer-{}", a.as_str()), &[]));
    Ok(answers.collect::<Result<Vec<_>, _>>()?.join(", "))
}
