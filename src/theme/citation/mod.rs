//! How to cite a record or a commitment: as sentences (APA, Chicago), and for reference managers and
//! Wikipedia; always with the day on which what it says was released. The citation page shows each
//! form to copy and to download, without a file of its own.

mod bibtex;
mod csl;
mod item;
mod ris;
mod wiki;

use super::embed::EmbedBlock;
use super::localizer::Localizer;
use super::strings::MessageArg;
use crate::diag::Diagnostic;
use crate::records::{Day, Lang, collapse_whitespace, markdown_to_text};
use crate::view::{CitationView, CitedPart, PageView};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use item::CitationItem;
use serde::Serialize;
use serde_json::Value;

/// A record or commitment with all ways to cite it.
#[derive(Debug, Serialize)]
pub struct Citation {
    /// A commitment's key; empty for the record itself.
    pub id: String,
    /// Its title.
    pub title: String,
    /// As sentences, each with its name.
    pub sentences: Vec<CitationSentence>,
    /// For programs.
    pub formats: Vec<CitationFormat>,
    /// As CSL.
    #[serde(skip)]
    pub csl: Value,
    /// The block that others can embed; none of a stop.
    pub block: Option<EmbedBlock>,
}

/// A citation as a sentence.
#[derive(Debug, Serialize)]
pub struct CitationSentence {
    /// The key of its name: `cite-form-KEY`.
    pub key: &'static str,
    /// The sentence.
    pub text: String,
}

/// A citation in a format of programs.
#[derive(Debug, Serialize)]
pub struct CitationFormat {
    /// The name of the format.
    pub name: &'static str,
    /// The name under which it is downloaded.
    pub file: String,
    /// Its text.
    pub text: String,
    /// The same as an address that holds it.
    pub data_url: String,
}

/// The citations of a citation page: of the record, then of its commitments; `blocks` are theirs.
///
/// # Errors
/// If the theme lacks a message.
pub(super) fn citations(
    view: &PageView<'_>,
    citation: &CitationView<'_>,
    blocks: Vec<EmbedBlock>,
    lang: Lang,
    localizer: Localizer<'_>,
) -> Result<Vec<Citation>, Diagnostic> {
    let mut blocks = blocks.into_iter();
    let mut citations = Vec::with_capacity(citation.parts.len());
    for part in &citation.parts {
        let item = citation_item(view, citation, part, lang, localizer)?;
        citations.push(Citation {
            id: part.id.to_owned(),
            sentences: sentences(&item, localizer)?,
            formats: formats(&item),
            csl: csl::csl_item(&item),
            title: item.title,
            block: blocks.next(),
        });
    }
    Ok(citations)
}

fn citation_item<'v>(
    view: &PageView<'_>,
    citation: &CitationView<'_>,
    part: &'v CitedPart<'_>,
    lang: Lang,
    localizer: Localizer<'_>,
) -> Result<CitationItem<'v>, Diagnostic> {
    let note = match &citation.seal {
        Some(seal) => Some(format!("{} {seal}", localizer.message("seal", &[])?)),
        None => None,
    };
    Ok(CitationItem {
        key: &part.key,
        reference: &part.reference,
        note,
        title: match part.commitment {
            Some(text) => markdown_to_text(text.text),
            None => localizer.title_text(&citation.title)?,
        },
        url: &part.url,
        author: collapse_whitespace(view.site.publisher.text),
        site_title: collapse_whitespace(view.site.title.text),
        day: view.recorded_on.as_deref().and_then(Day::parse),
        lang,
    })
}

/// The sentences, the plain one first.
fn sentences(
    item: &CitationItem<'_>,
    localizer: Localizer<'_>,
) -> Result<Vec<CitationSentence>, Diagnostic> {
    let mut sentences = Vec::new();
    for (key, style) in [
        ("plain", "plain"),
        ("apa", "year-first"),
        ("chicago", "plain"),
    ] {
        let day = match item.day {
            Some(day) => localizer.format_day_as(&day.to_string(), style),
            None => String::new(),
        };
        let dated = if item.day.is_some() { "" } else { "-undated" };
        let args = [
            ("publisher", item.author.as_str()),
            ("title", &item.title),
            ("site", &item.site_title),
            ("day", &day),
            ("url", item.url),
        ];
        let args = args.map(|(name, text)| (name, MessageArg::Text(text)));
        let text = localizer.message(&format!("cite-{key}{dated}"), &args)?;
        sentences.push(CitationSentence { key, text });
    }
    Ok(sentences)
}

fn formats(item: &CitationItem<'_>) -> Vec<CitationFormat> {
    let csl = serde_json::to_string_pretty(&[csl::csl_item(item)]).unwrap_or_default() + "\n";
    let file = item.key.replace(':', "-");
    let format = |name, extension, media_type, text: String| CitationFormat {
        name,
        file: format!("{file}.{extension}"),
        data_url: format!("data:{media_type};base64,{}", BASE64_STANDARD.encode(&text)),
        text,
    };
    vec![
        format(
            "BibTeX",
            "bib",
            "application/x-bibtex",
            bibtex::bibtex_entry(item),
        ),
        format(
            "RIS",
            "ris",
            "application/x-research-info-systems",
            ris::ris_entry(item),
        ),
        format(
            "CSL-JSON",
            "csl.json",
            "application/vnd.citationstyles.csl+json",
            csl,
        ),
        format(
            "Wikipedia",
            "wiki.txt",
            "text/plain;charset=utf-8",
            wiki::cite_web_template(item),
        ),
    ]
}
