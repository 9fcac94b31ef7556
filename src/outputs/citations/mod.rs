//! How to cite a page or a commitment: as sentences (APA, Chicago), and for reference managers and
//! Wikipedia; always with the day that the page states. Each form is a file of its own beside the
//! page.

mod bibtex;
mod csl;
mod item;
mod ris;
mod wiki;

use super::context::{OutputContext, pretty_json, text_in};
use crate::diag::Diagnostic;
use crate::plan::alternates::{CITATION_EXTENSIONS, OEMBED_FILE};
use crate::plan::{Page, Plan};
use crate::records::{Lang, collapse_whitespace};
use crate::register::{CommitmentId, EntryId};
use crate::theme::{MessageArg, Theme};
use crate::view;
use item::CitationItem;
use serde_json::json;

/// Writes the citations of a page, and the oEmbed files of an entry.
pub(super) fn write_citations(
    plan: &Plan<'_>,
    theme: &Theme,
    output: OutputContext<'_>,
    page: Page,
    lang: Lang,
) -> Result<(), Diagnostic> {
    if plan.has_citations(page) {
        let path = plan.alternate_path(page, lang, "kutip");
        let cite = |lang| cite_page(plan, theme, page, lang);
        write_formats(plan, theme, &cite, lang, output, &path)?;
    }
    if let Page::Entry(id) = page {
        write_entry_citations(plan, theme, id, lang, output)?;
    }
    Ok(())
}

/// Writes the citations of an entry's commitments, and its blocks as oEmbed.
fn write_entry_citations(
    plan: &Plan<'_>,
    theme: &Theme,
    id: EntryId,
    lang: Lang,
    output: OutputContext<'_>,
) -> Result<(), Diagnostic> {
    let folder = plan.alternate_path(Page::Citation(id), lang, "");
    for commitment in plan.register().entry(id).commitments() {
        let key = &plan.register().commitment(commitment).record.id;
        let cite = |lang| cite_commitment(plan, theme, commitment, lang);
        write_formats(plan, theme, &cite, lang, output, &format!("{folder}{key}"))?;
    }
    let view = view::page(plan, Page::Citation(id), lang);
    let site = plan.register().site();
    for block in theme.embed_blocks(&view, lang)? {
        // The block of the whole entry has no id, those of its commitments have.
        let dot = if block.id.is_empty() { "" } else { "." };
        let path = format!("{folder}{}{dot}{OEMBED_FILE}", block.id);
        let embed = json!({
            "version": "1.0",
            "type": "rich",
            "title": block.title,
            "author_name": text_in(plan, &site.publisher, lang),
            "provider_name": text_in(plan, &site.title, lang),
            "provider_url": site.base_url.as_str(),
            "url": block.url,
            "html": block.html,
            "width": 600,
            "height": 240,
        });
        (output.write)(&path, &pretty_json(&embed))?;
    }
    Ok(())
}

/// Writes one citation in every form; `path` lacks the extension.
fn write_formats(
    plan: &Plan<'_>,
    theme: &Theme,
    cite: &dyn Fn(Lang) -> Result<CitationItem, Diagnostic>,
    lang: Lang,
    output: OutputContext<'_>,
    path: &str,
) -> Result<(), Diagnostic> {
    let citation = cite(lang)?;
    let mut sentences = Vec::new();
    // The plain sentence in every language, each under the name of its language in this one.
    for other in plan.languages() {
        let heading = theme
            .localizer(lang)
            .message(&format!("language-{other}"), &[])?;
        sentences.push((
            heading,
            cite_sentence(theme, &cite(other)?, "cite", "plain")?,
        ));
    }
    for (heading, key, style) in [
        ("APA", "cite-apa", "year-first"),
        ("Chicago", "cite-chicago", "plain"),
    ] {
        let sentence = cite_sentence(theme, &citation, key, style)?;
        sentences.push((heading.to_owned(), sentence));
    }
    for end in CITATION_EXTENSIONS {
        let bytes = match end {
            "bib" => bibtex::bibtex_entry(&citation).into_bytes(),
            "ris" => ris::ris_entry(&citation).into_bytes(),
            "csl.json" => pretty_json(&[csl::csl_item(&citation)]),
            "wiki.txt" => wiki::cite_web_template(&citation).into_bytes(),
            _ => sentences_text(&sentences).into_bytes(),
        };
        (output.write)(&format!("{path}.{end}"), &bytes)?;
    }
    Ok(())
}

/// The sentences as a text file, each below its heading.
fn sentences_text(sentences: &[(String, String)]) -> String {
    let mut text = String::new();
    for (heading, sentence) in sentences {
        text.extend([heading, "\n", sentence, "\n\n"]);
    }
    text.truncate(text.trim_end().len());
    text + "\n"
}

/// A citation as a sentence, by a message of the theme and a style of dates.
fn cite_sentence(
    theme: &Theme,
    citation: &CitationItem,
    key: &str,
    style: &str,
) -> Result<String, Diagnostic> {
    let localizer = theme.localizer(citation.lang);
    let day = localizer.format_day_as(&citation.as_of.to_string(), style);
    let args = [
        ("publisher", citation.author.as_str()),
        ("title", &citation.title),
        ("site", &citation.site_title),
        ("day", &day),
        ("url", &citation.url),
    ];
    localizer.message(
        key,
        &args.map(|(name, text)| (name, MessageArg::Text(text))),
    )
}

fn cite_page(
    plan: &Plan<'_>,
    theme: &Theme,
    page: Page,
    lang: Lang,
) -> Result<CitationItem, Diagnostic> {
    let title = theme
        .localizer(lang)
        .title_text(&view::title(plan, page, lang))?;
    let (reference, url) = (plan.cited_reference(page), plan.cited_url(page, lang));
    let address = plan.alternate_path(page, lang, "");
    let note = seal_note(plan, theme, page, lang)?;
    Ok(citation_item(
        plan, lang, reference, note, title, url, &address,
    ))
}

fn cite_commitment(
    plan: &Plan<'_>,
    theme: &Theme,
    id: CommitmentId,
    lang: Lang,
) -> Result<CitationItem, Diagnostic> {
    let register = plan.register();
    let commitment = register.commitment(id);
    let text = &commitment.record.text;
    let title = text.plain_text(lang, register.main_language());
    let page = Page::Entry(commitment.entry);
    let key = commitment.record.id.as_str();
    let url = format!("{}#{key}", plan.cited_url(page, lang));
    let address = plan.alternate_path(page, lang, key);
    // The fragment on the revision's page: `6/studi-banding/r2#usul-p-apbd`.
    let reference = match plan.shown_revision(page) {
        Some(_) => plan
            .cited_reference(page)
            .map(|entry| format!("{entry}#{key}")),
        None => Some(register.commitment_reference(id)),
    };
    let note = seal_note(plan, theme, page, lang)?;
    Ok(citation_item(
        plan, lang, reference, note, title, url, &address,
    ))
}

/// The seal of the revision that a page shows, with the word for it.
fn seal_note(
    plan: &Plan<'_>,
    theme: &Theme,
    page: Page,
    lang: Lang,
) -> Result<Option<String>, Diagnostic> {
    let Some(seal) = plan.shown_seal(page) else {
        return Ok(None);
    };
    let word = theme.localizer(lang).message("seal", &[])?;
    Ok(Some(format!("{word} {seal}")))
}

fn citation_item(
    plan: &Plan<'_>,
    lang: Lang,
    reference: Option<String>,
    note: Option<String>,
    title: String,
    url: String,
    address: &str,
) -> CitationItem {
    let site = plan.register().site();
    // Colons in place of the slashes: an address has hyphens of its own, and no colon.
    let address = address.trim_end_matches('/').replace('/', ":");
    CitationItem {
        // The home page has no address but the site's.
        key: format!("jhur:{address}").trim_end_matches(':').to_owned(),
        reference,
        note,
        title,
        url,
        author: collapse_whitespace(text_in(plan, &site.publisher, lang)),
        site_title: collapse_whitespace(text_in(plan, &site.title, lang)),
        as_of: plan.register().day(),
        lang,
    }
}
