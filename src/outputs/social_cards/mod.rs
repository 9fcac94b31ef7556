//! Social cards (Open Graph images): the picture that messengers show beside a link.
//!
//! A card never counts days and has no "per DAY": it changes when its records do, and on the day
//! after a deadline. While the SVG that it is drawn from is the same, the old site's file is
//! reused.

mod content;
mod font;
mod svg;

use super::context::{OutputContext, wanted_pages};
use crate::diag::{Code, Diagnostic};
use crate::plan::{Page, Plan, SOCIAL_CARD};
use crate::records::{Fingerprint, Lang};
use crate::theme::Theme;
use font::Font;
use rayon::prelude::*;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, Tree};
use std::sync::Arc;
use svg::CARD_SIZE;

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
    let font = Font::new();
    let mut options = usvg::Options {
        font_family: font::FONT_FAMILY.into(),
        ..usvg::Options::default()
    };
    font.register_fonts(Arc::make_mut(&mut options.fontdb));
    let mut cards = wanted_pages(plan, output);
    // Most pages have no card of their own and show that of another.
    cards.retain(|(page, _)| page.card_page() == *page);
    let draw = |(page, lang): (Page, Lang)| {
        let content = content::card_content(plan, theme, page, lang)?;
        let svg = svg::render_svg(&content, theme, &font);
        write_card(&plan.card_path(page, lang), &svg, &options, output)
    };
    cards
        .into_par_iter()
        .filter_map(|card| draw(card).err())
        .collect()
}

/// Writes a card, unless the previous site's was drawn from the same SVG.
fn write_card(
    path: &str,
    svg: &str,
    options: &usvg::Options<'_>,
    output: OutputContext<'_>,
) -> Result<(), Diagnostic> {
    if (output.reuse)(path, Fingerprint::of_bytes(svg)) {
        return Ok(());
    }
    let png = render_png(svg, options).map_err(|why| {
        Diagnostic::without_span(Code::TemplateBroken).arg("why", format!("{path}: {why}"))
    })?;
    (output.write)(path, &png)
}

/// Draws a card as PNG.
///
/// # Errors
/// The library's own message.
fn render_png(svg: &str, options: &usvg::Options<'_>) -> Result<Vec<u8>, String> {
    let tree = Tree::from_str(svg, options).map_err(|error| error.to_string())?;
    let mut pixels = Pixmap::new(CARD_SIZE.0, CARD_SIZE.1).ok_or("no room")?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    // The background covers all of it: nothing is transparent.
    let mut rgb = Vec::with_capacity(pixels.data().len() / 4 * 3);
    for pixel in pixels.data().chunks_exact(4) {
        rgb.extend_from_slice(&pixel[..3]);
    }
    let mut png = Vec::new();
    encode_png(&mut png, &rgb).map_err(|error| error.to_string())?;
    Ok(png)
}

fn encode_png(png: &mut Vec<u8>, rgb: &[u8]) -> Result<(), png::EncodingError> {
    let mut encoder = png::Encoder::new(png, CARD_SIZE.0, CARD_SIZE.1);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Balanced);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(rgb)?;
    writer.finish()
}
