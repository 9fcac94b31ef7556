//! Font metrics of social cards: how wide a text is, and where its lines break.

use crate::theme;
use resvg::usvg::fontdb::Database;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider};

/// The family's name.
pub(super) const FONT_FAMILY: &str = "Noto Sans";

/// A font weight; the cards use two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FontWeight {
    Regular,
    Bold,
}

/// The font of the cards, in both weights, regular first.
pub(super) struct Font {
    data: [&'static [u8]; 2],
    weights: [Option<FontRef<'static>>; 2],
}

impl Font {
    pub(super) fn new() -> Self {
        let data = theme::font_files();
        Self {
            data,
            weights: data.map(|d| FontRef::new(d).ok()),
        }
    }

    /// Adds both weights to the renderer's fonts. No font of the machine is ever used, so that a
    /// card is the same wherever it is drawn.
    pub(super) fn register_fonts(&self, database: &mut Database) {
        for data in self.data {
            database.load_font_data(data.to_vec());
        }
    }

    /// The width of a text in pixels, without kerning, which mostly makes it narrower.
    pub(super) fn text_width(&self, text: &str, size: f32, weight: FontWeight) -> f32 {
        let Some(font) = &self.weights[usize::from(weight == FontWeight::Bold)] else {
            return 0.0;
        };
        let charmap = font.charmap();
        let metrics = GlyphMetrics::new(font, Size::new(size), LocationRef::default());
        let mut width = 0.0;
        for c in text.chars() {
            let glyph = charmap.map(c);
            // A character that the font lacks counts as a square: no text may run over the edge.
            width += glyph
                .and_then(|glyph| metrics.advance_width(glyph))
                .unwrap_or(size);
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
