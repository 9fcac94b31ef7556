//! The font of social cards: how wide a text is, where its lines break, and the shapes of its letters,
//! each drawn once. No font of the machine is ever used, so that a card is the same wherever it is
//! drawn.

use super::canvas::Coverage;
use crate::embedded;
use crate::memo::Memo;
use resvg::tiny_skia::PathBuilder;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use std::convert::Infallible;
use std::sync::Arc;

/// A font weight; the cards use two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum FontWeight {
    Regular,
    Bold,
}

/// The font of the cards, in both weights.
pub(super) struct Font {
    /// Regular first.
    weights: [Option<FontRef<'static>>; 2],
    shapes: Memo<GlyphKey, Arc<Coverage>>,
}

/// A letter in a size, and whether it is half a pixel to the right.
type GlyphKey = (GlyphId, FontWeight, u32, bool);

impl Font {
    pub(super) fn new() -> Self {
        Self {
            weights: embedded::font_files().map(|data| FontRef::new(data).ok()),
            shapes: Memo::default(),
        }
    }

    fn weight(&self, weight: FontWeight) -> Option<&FontRef<'static>> {
        self.weights[usize::from(weight == FontWeight::Bold)].as_ref()
    }

    /// The letters of a text with the places where they are drawn, in pixels from its start. A
    /// character that the font lacks is the font's empty box.
    pub(super) fn place_glyphs(
        &self,
        text: &str,
        size: f32,
        weight: FontWeight,
    ) -> Vec<(GlyphId, f32)> {
        let Some(font) = self.weight(weight) else {
            return Vec::new();
        };
        let charmap = font.charmap();
        let metrics = GlyphMetrics::new(font, Size::new(size), LocationRef::default());
        let mut x = 0.0;
        let mut placed = Vec::with_capacity(text.len());
        for c in text.chars() {
            let glyph = charmap.map(c).unwrap_or(GlyphId::NOTDEF);
            placed.push((glyph, x));
            x += metrics.advance_width(glyph).unwrap_or(size);
        }
        placed
    }

    /// The shape of a letter whose place is so many halves of a pixel from the left.
    pub(super) fn glyph_shape(
        &self,
        glyph: GlyphId,
        size: f32,
        weight: FontWeight,
        halves: f32,
    ) -> Arc<Coverage> {
        let is_shifted = halves.rem_euclid(2.0) >= 1.0;
        let draw = || {
            let shift = if is_shifted { 0.5 } else { 0.0 };
            let shape = self.draw_glyph(glyph, size, weight, shift);
            Ok::<_, Infallible>(Arc::new(shape.unwrap_or(Coverage::EMPTY)))
        };
        let key = (glyph, weight, size.to_bits(), is_shifted);
        let Ok(shape) = self.shapes.get_or_insert_with(key, draw);
        shape
    }

    /// Returns `None` for what has no shape, as a blank.
    fn draw_glyph(
        &self,
        glyph: GlyphId,
        size: f32,
        weight: FontWeight,
        shift: f32,
    ) -> Option<Coverage> {
        let outline = self.weight(weight)?.outline_glyphs().get(glyph)?;
        let mut pen = PathPen {
            path: PathBuilder::new(),
            shift,
        };
        let settings = DrawSettings::unhinted(Size::new(size), LocationRef::default());
        outline.draw(settings, &mut pen).ok()?;
        Coverage::of_path(&pen.path.finish()?)
    }

    /// The width of a text in pixels, without kerning, which mostly makes it narrower.
    pub(super) fn text_width(&self, text: &str, size: f32, weight: FontWeight) -> f32 {
        let Some(font) = self.weight(weight) else {
            return 0.0;
        };
        let charmap = font.charmap();
        let metrics = GlyphMetrics::new(font, Size::new(size), LocationRef::default());
        let mut width = 0.0;
        for c in text.chars() {
            let glyph = charmap.map(c).unwrap_or(GlyphId::NOTDEF);
            width += metrics.advance_width(glyph).unwrap_or(size);
        }
        width
    }

    /// The text in lines no wider than `width`; a word that is wider by itself is cut.
    pub(super) fn break_lines(
        &self,
        text: &str,
        size: f32,
        weight: FontWeight,
        width: f32,
    ) -> Vec<String> {
        let fits = |line: &str| self.text_width(line, size, weight) <= width;
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            if let Some(line) = lines.last_mut() {
                let longer = format!("{line} {word}");
                if fits(&longer) {
                    *line = longer;
                    continue;
                }
            }
            // The word begins a line; only one that is wider than a line is ever cut.
            let mut piece = String::new();
            for c in word.chars() {
                if !piece.is_empty() && !fits(&format!("{piece}{c}")) {
                    lines.push(std::mem::take(&mut piece));
                }
                piece.push(c);
            }
            lines.push(piece);
        }
        lines
    }

    /// The text in one line no wider than `width`, cut behind a word and with an ellipsis if it must
    /// be; only a word that is wider by itself is cut within.
    pub(super) fn truncate_line(
        &self,
        text: &str,
        size: f32,
        weight: FontWeight,
        width: f32,
    ) -> String {
        if self.text_width(text, size, weight) <= width {
            return text.to_owned();
        }
        // The ellipsis is narrower than the font is high.
        let mut taken = size;
        let mut end = 0;
        for (at, c) in text.char_indices() {
            taken += self.text_width(c.encode_utf8(&mut [0; 4]), size, weight);
            if taken > width {
                break;
            }
            end = at + c.len_utf8();
        }
        let (cut, rest) = text.split_at(end);
        let cut = match cut.rsplit_once(char::is_whitespace) {
            Some((words, _)) if !rest.starts_with(char::is_whitespace) => words,
            _ => cut,
        };
        let is_loose = |c: char| c.is_whitespace() || ",;:·–".contains(c);
        format!("{}…", cut.trim_end_matches(is_loose))
    }
}

/// Takes an outline, whose y points up, as a path, whose y points down.
struct PathPen {
    path: PathBuilder,
    /// To the right, in pixels.
    shift: f32,
}

impl OutlinePen for PathPen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(x + self.shift, -y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(x + self.shift, -y);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.path.quad_to(cx + self.shift, -cy, x + self.shift, -y);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let shift = self.shift;
        self.path
            .cubic_to(ax + shift, -ay, bx + shift, -by, x + shift, -y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_too_wide() {
        let font = Font::new();
        let text = "Jalan rusak di depan Pasar Wuluhan ".to_owned() + &"w".repeat(90);
        let lines = font.break_lines(&text, 60.0, FontWeight::Bold, 1000.0);
        assert!(lines.len() > 4);
        assert!(
            lines
                .iter()
                .all(|l| font.text_width(l, 60.0, FontWeight::Bold) <= 1000.0)
        );
        assert_eq!(
            font.truncate_line("pendek", 30.0, FontWeight::Regular, 1000.0),
            "pendek"
        );
        let cut = font.truncate_line(&text, 30.0, FontWeight::Regular, 400.0);
        assert!(cut.ends_with('…'));
        assert!(font.text_width(&cut, 30.0, FontWeight::Regular) <= 400.0);
        let words = cut.trim_end_matches('…');
        assert!(text.starts_with(&format!("{words} ")), "{cut}");
    }

    #[test]
    fn the_letters_are_there() {
        for font in &Font::new().weights {
            let map = font.as_ref().unwrap().charmap();
            let missing: String = "AZaz09éèêâßñọ–—…“”‘’·×\u{2011}€"
                .chars()
                .filter(|c| map.map(*c).is_none())
                .collect();
            assert_eq!(missing, "");
        }
    }
}
