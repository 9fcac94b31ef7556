//! Social cards (Open Graph images): the picture that messengers show beside a link.
//!
//! A card never counts days and has no "per DAY": it changes when its records do, and on the day
//! after a deadline. While its content is the same, the old site's file is reused.

mod canvas;
mod content;
mod font;
mod icon;
mod layout;

use super::context::{OutputContext, library_error, wanted_pages};
use crate::diag::Diagnostic;
use crate::plan::{Page, Plan, SOCIAL_CARD};
use crate::records::Lang;
use crate::theme::Theme;
use font::Font;
use icon::Icons;
use layout::{CardTools, draw_card};
use rayon::prelude::*;

/// Makes a card for every page that has one, in every language.
pub(super) fn write_cards(
    plan: &Plan<'_>,
    theme: &Theme,
    output: OutputContext<'_>,
) -> Vec<Diagnostic> {
    // Before the fonts are loaded: `jhur serve` asks for other files far more often.
    if output.only.is_some_and(|path| !path.ends_with(SOCIAL_CARD)) {
        return Vec::new();
    }
    let tools = CardTools {
        theme,
        font: Font::new(),
        icons: Icons::new(theme),
    };
    let mut cards = wanted_pages(plan, output);
    // Most pages have no card of their own and show that of another.
    cards.retain(|(page, _)| plan.card_page(*page) == *page);
    let draw = |(page, lang): (Page, Lang)| {
        let content = content::card_content(plan, theme, page, lang)?;
        let path = plan.card_path(page, lang);
        if (output.reuse)(&path, theme.fingerprint(&content)) {
            return Ok(());
        }
        let png = draw_card(&content, &tools).to_png();
        (output.write)(&path, &png.map_err(|error| library_error(&path, &error))?)
    };
    cards
        .into_par_iter()
        .filter_map(|card| draw(card).err())
        .collect()
}
