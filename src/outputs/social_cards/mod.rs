//! Social cards (Open Graph images): the picture that messengers show beside a link.
//!
//! A card says nothing that changes by the day alone, no "per DAY" and no number of days late: a
//! build on the next day draws only what really changed. Each file carries the hash of the SVG it
//! was drawn from; while that is the same, the old site's file is reused.

mod content;
mod font;
mod svg;

use super::context::{OutputContext, provenance_tag, wanted_pages};
use crate::diag::{Code, Diagnostic};
use crate::plan::{Page, Plan, SOCIAL_CARD};
use crate::records::Lang;
use crate::theme::Theme;
use font::Font;
use rayon::prelude::*;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, Tree};
use std::sync::Arc;
use svg::CARD_SIZE;

/// The version of the recipe; another number draws all of them anew.
const RENDER_VERSION: &str = "jhur kartu 1";
/// The keyword of the PNG's text chunk that carries the tag.
const PNG_KEYWORD: &str = "Source";

/// Makes a card for every page that has one, in every language.
pub(super) fn write_cards(
    plan: &Plan<'_>,
    theme: &Theme,
    output: OutputContext<'_>,
) -> Vec<Diagnostic> {
    if !plan.register().site().outputs.cards
        || output.only.is_some_and(|path| !path.ends_with(SOCIAL_CARD))
    {
        return Vec::new();
    }
    let letters = Font::new();
    let mut options = usvg::Options {
        font_family: font::FONT_FAMILY.into(),
        ..usvg::Options::default()
    };
    letters.register_fonts(Arc::make_mut(&mut options.fontdb));
    let mut all = wanted_pages(plan, output);
    all.retain(|(page, _)| page.card_page() == *page);
    let one = |(page, lang): (Page, Lang)| {
        let svg = svg::render_svg(
            &content::card_content(plan, theme, page, lang)?,
            theme,
            &letters,
        );
        let path = plan.card_path(page, lang);
        let mark = provenance_tag(RENDER_VERSION, svg.as_bytes());
        let old = (output.previous)(&path).filter(|png| has_tag(png, &mark));
        let png = match old {
            Some(png) => png,
            None => render_png(&svg, &options, &mark).map_err(|why| {
                Diagnostic::without_span(Code::TemplateBroken).arg("why", format!("{path}: {why}"))
            })?,
        };
        (output.write)(&path, &png)
    };
    all.into_par_iter()
        .filter_map(|card| one(card).err())
        .collect()
}

/// Whether a PNG carries the tag, which is near the start, before the pixels.
fn has_tag(png: &[u8], mark: &str) -> bool {
    let note = format!("tEXt{PNG_KEYWORD}\0{mark}");
    png.windows(note.len())
        .take(200)
        .any(|window| window == note.as_bytes())
}

/// Draws a card.
///
/// # Errors
/// The library's own message.
fn render_png(svg: &str, options: &usvg::Options<'_>, mark: &str) -> Result<Vec<u8>, String> {
    let tree = Tree::from_str(svg, options).map_err(|fault| fault.to_string())?;
    let mut pixels = Pixmap::new(CARD_SIZE.0, CARD_SIZE.1).ok_or("no room")?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    // The ground covers all of it: nothing is transparent.
    let mut rgb = Vec::with_capacity(pixels.data().len() / 4 * 3);
    pixels
        .data()
        .chunks_exact(4)
        .for_each(|pixel| rgb.extend_from_slice(&pixel[..3]));
    let mut png = Vec::new();
    encode_png(&mut png, &rgb, mark).map_err(|fault| fault.to_string())?;
    Ok(png)
}

fn encode_png(png: &mut Vec<u8>, rgb: &[u8], mark: &str) -> Result<(), png::EncodingError> {
    let mut encoder = png::Encoder::new(png, CARD_SIZE.0, CARD_SIZE.1);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Balanced);
    encoder.add_text_chunk(PNG_KEYWORD.into(), mark.into())?;
    let mut writer = encoder.write_header()?;
    writer.write_image_data(rgb)?;
    writer.finish()
}
