//! Embed blocks: an entry or a commitment as HTML for other sites. The citation page shows them to
//! copy, and oEmbed carries them.
//!
//! A block has neither style nor script, and only absolute addresses, so that it works on any page.
//! It is read far from the site, and says itself who speaks.

use super::html::escape_html;
use super::localizer::{DeadlineWords, Localizer};
use super::strings::MessageArg;
use crate::diag::Diagnostic;
use crate::records::{collapse_whitespace, markdown_to_text};
use crate::view::{CommitmentBlock, EntryBlock, PageView};

/// A block to embed.
#[derive(Debug, serde::Serialize)]
pub struct EmbedBlock {
    /// The title of what it shows.
    pub title: String,
    /// The absolute address of what it cites.
    pub url: String,
    /// The HTML to copy.
    pub html: String,
}

/// The blocks of an aspiration or announcement, then those of its commitments.
///
/// # Errors
/// If the theme lacks a message.
pub(super) fn embed_blocks(
    view: &PageView<'_>,
    entry: &EntryBlock<'_>,
    localizer: Localizer<'_>,
) -> Result<Vec<EmbedBlock>, Diagnostic> {
    let number = MessageArg::Number(entry.stop.number as usize);
    let district = MessageArg::Text(entry.stop.district);
    let stop = localizer.message("stop-name", &[("number", number), ("district", district)])?;
    let day = (view.recorded_on.as_ref()).map(|day| localizer.format_day(day));
    let dated = if day.is_some() { "" } else { "-undated" };
    let day = day.unwrap_or_default();
    let standing = localizer.standing_line(view.site.standing)?;
    let block = |title: String, url: &str, paragraphs: String| {
        let source = localizer.message(
            &format!("block-source{dated}"),
            &[
                ("publisher", MessageArg::Text(view.site.publisher.text)),
                ("title", MessageArg::Text(&title)),
                ("stop", MessageArg::Text(&stop)),
                ("day", MessageArg::Text(&day)),
            ],
        )?;
        let html = format!(
            "<blockquote cite=\"{cite}\" lang=\"{lang}\">{paragraphs}\
             <p>— <a href=\"{cite}\">{source}</a>. {standing}</p></blockquote>",
            cite = escape_html(url),
            lang = view.lang,
            source = escape_html(&source),
            standing = escape_html(&standing),
        );
        Ok(EmbedBlock {
            title,
            url: url.to_owned(),
            html,
        })
    };
    let title = collapse_whitespace(entry.title.text);
    let paragraphs = entry_paragraphs(entry, &title, localizer)?;
    let mut blocks = vec![block(title, &entry.url, paragraphs)?];
    for commitment in &entry.commitments {
        let title = markdown_to_text(commitment.text.text);
        let paragraphs = commitment_paragraphs(commitment, &title, &day, localizer)?;
        blocks.push(block(title, &commitment.url, paragraphs)?);
    }
    Ok(blocks)
}

/// The title, the request or what was announced, and what became of it.
fn entry_paragraphs(
    entry: &EntryBlock<'_>,
    title: &str,
    localizer: Localizer<'_>,
) -> Result<String, Diagnostic> {
    let mut html = strong_paragraph(entry.title.lang, title);
    if let Some(text) = entry.text {
        html += &paragraph(text.lang, &markdown_to_text(text.text));
    }
    for (text, office) in &entry.statements {
        let mut statement = markdown_to_text(text.text);
        if let Some(office) = office {
            statement = format!("{}: {statement}", office.text);
        }
        html += &paragraph(text.lang, &statement);
    }
    let summary = &entry.summary;
    let outcome = localizer.outcome_text(summary.outcome, &summary.answers)?;
    Ok(html + &paragraph(None, &outcome))
}

/// The commitment, its office, and what is known of it and its deadline; `day` is that of the
/// release, empty if there was none.
fn commitment_paragraphs(
    commitment: &CommitmentBlock<'_>,
    title: &str,
    day: &str,
    localizer: Localizer<'_>,
) -> Result<String, Diagnostic> {
    let mut html = strong_paragraph(commitment.text.lang, title);
    if let Some(office) = commitment.office {
        html += &paragraph(office.lang, &collapse_whitespace(office.text));
    }
    let badge = &commitment.badge;
    let status = localizer.message(&format!("status-{}", badge.status.key), &[])?;
    // A block is copied and never updated: its status knows what was recorded by then, no more.
    let status = MessageArg::Text(&status);
    let args = [("status", status), ("day", MessageArg::Text(day))];
    let dated = if day.is_empty() { "-undated" } else { "" };
    let mut state = localizer.message(&format!("block-status{dated}"), &args)?;
    let deadline = badge.deadline.as_ref().filter(|d| d.state != "closed");
    if let Some(deadline) = deadline
        && let Some(last_day) = &deadline.last_day
    {
        state += " · ";
        state += &localizer.deadline_text(DeadlineWords {
            state: deadline.state,
            last_day,
            is_reading: deadline.is_reading,
            done_since: badge.done_since.as_deref(),
            looked_for: badge.looked_for.as_deref(),
        })?;
    }
    Ok(html + &paragraph(None, &state))
}

fn strong_paragraph(lang: Option<&str>, text: &str) -> String {
    wrap_paragraph(lang, &format!("<strong>{}</strong>", escape_html(text)))
}

/// A paragraph; nothing if the text is empty.
fn paragraph(lang: Option<&str>, text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    wrap_paragraph(lang, &escape_html(text))
}

fn wrap_paragraph(lang: Option<&str>, html: &str) -> String {
    match lang {
        Some(lang) => format!("<p lang=\"{lang}\">{html}</p>"),
        None => format!("<p>{html}</p>"),
    }
}
