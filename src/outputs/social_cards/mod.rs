//! Preview cards: the picture that messengers show beside a link.
//!
//! A card says nothing that changes by the day alone, no "per DAY" and no number of days late: a build on the next day
//! draws only what really changed. Each file carries the hash of the SVG it was drawn from; while that is the same, the
//! old site's file is taken over.

mod content;
mod font;
mod svg;

use super::{Outside, mark, pages};
use crate::diag::{Code, Diagnostic};
use crate::plan::{CARD, Page, Plan};
use crate::records::Lang;
use crate::theme::Theme;
use font::Letters;
use rayon::prelude::*;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, Tree};
use std::sync::Arc;

/// A card's size, the one that previews are made for.
const SIZE: (u32, u32) = (1200, 630);
/// How they are drawn; another number draws all of them anew.
const RECIPE: &str = "jhur kartu 1";
/// The name of the note in the PNG.
const NOTE: &str = "Source";

/// Makes a card for every page that has one, in every language.
pub(super) fn cards(plan: &Plan<'_>, theme: &Theme, outside: Outside<'_>) -> Vec<Diagnostic> {
    if !plan.register().site().outputs.cards || outside.wanted.is_some_and(|path| !path.ends_with(CARD)) {
        return Vec::new();
    }
    let letters = Letters::new();
    let mut options = usvg::Options { font_family: font::FAMILY.into(), ..usvg::Options::default() };
    letters.lend(Arc::make_mut(&mut options.fontdb));
    let mut all = pages(plan, outside);
    all.retain(|(page, _)| page.with_card() == *page);
    let one = |(page, lang): (Page, Lang)| {
        let svg = svg::svg(&content::face(plan, theme, page, lang)?, theme, &letters);
        let path = plan.card(page, lang);
        let mark = mark(RECIPE, svg.as_bytes());
        let old = (outside.published)(&path).filter(|png| holds(png, &mark));
        let png = match old {
            Some(png) => png,
            None => picture(&svg, &options, &mark)
                .map_err(|why| Diagnostic::nowhere(Code::TemplateBroken).with("why", format!("{path}: {why}")))?,
        };
        (outside.put)(&path, &png)
    };
    all.into_par_iter().filter_map(|card| one(card).err()).collect()
}

/// Does a PNG carry the mark? It stands near the start, before the picture.
fn holds(png: &[u8], mark: &str) -> bool {
    let note = format!("tEXt{NOTE}\0{mark}");
    png.windows(note.len()).take(200).any(|window| window == note.as_bytes())
}

/// Draws a card; the words of the libraries say why it cannot be drawn.
fn picture(svg: &str, options: &usvg::Options<'_>, mark: &str) -> Result<Vec<u8>, String> {
    let tree = Tree::from_str(svg, options).map_err(|fault| fault.to_string())?;
    let mut pixels = Pixmap::new(SIZE.0, SIZE.1).ok_or("no room")?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    // The ground covers all of it: nothing is transparent.
    let mut rgb = Vec::with_capacity(pixels.data().len() / 4 * 3);
    pixels.data().chunks_exact(4).for_each(|pixel| rgb.extend_from_slice(&pixel[..3]));
    let mut png = Vec::new();
    encode(&mut png, &rgb, mark).map_err(|fault| fault.to_string())?;
    Ok(png)
}

fn encode(png: &mut Vec<u8>, rgb: &[u8], mark: &str) -> Result<(), png::EncodingError> {
    let mut encoder = png::Encoder::new(png, SIZE.0, SIZE.1);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Balanced);
    encoder.add_text_chunk(NOTE.into(), mark.into())?;
    let mut writer = encoder.write_header()?;
    writer.write_image_data(rgb)?;
    writer.finish()
}
