//! oEmbed 1.0: the block of an aspiration or announcement, for programs that embed it.

use super::context::{OutputContext, pretty_json, text_in};
use crate::diag::Diagnostic;
use crate::plan::alternates::OEMBED_FILE;
use crate::plan::{Page, Plan};
use crate::records::Lang;
use crate::theme::Theme;
use crate::view;
use serde_json::json;

/// Writes the file beside the citation page of an aspiration or announcement.
pub(super) fn write_oembed(
    plan: &Plan<'_>,
    theme: &Theme,
    output: OutputContext<'_>,
    page: Page,
    lang: Lang,
) -> Result<(), Diagnostic> {
    if !matches!(page, Page::EntryCitation(_)) {
        return Ok(());
    }
    let citations = theme.citations(&view::page(plan, page, lang), lang)?;
    let Some(block) = citations.into_iter().next().and_then(|cited| cited.block) else {
        return Ok(());
    };
    let site = plan.register().site();
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
    (output.write)(
        &plan.alternate_path(page, lang, OEMBED_FILE),
        &pretty_json(&embed),
    )
}
