//! Font metrics of social cards: how wide a text is, and where its lines break.

use crate::theme;
use resvg::usvg::fontdb::Database;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider};

/// The family's name.
pub(super) const FONT_FAMILY: &str = "Noto Sans";

/// A weight of the letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FontWeight {
    Regular,
    Bold,
}

/// The letters in both weights.
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

    /// Puts them where the drawing finds them; no font of the machine is ever used.
    pub(super) fn register_fonts(&self, database: &mut Database) {
        self.data
            .iter()
            .for_each(|data| database.load_font_data(data.to_vec()));
    }

    /// How wide a text is, without kerning, which mostly makes it narrower.
    pub(super) fn text_width(&self, text: &str, size: f32, weight: FontWeight) -> f32 {
        let Some(font) = &self.weights[usize::from(weight == FontWeight::Bold)] else {
            return 0.0;
        };
        let (map, metrics) = (
            font.charmap(),
            GlyphMetrics::new(font, Size::new(size), LocationRef::default()),
        );
        let advance = |c: char| {
            map.map(c)
                .and_then(|glyph| metrics.advance_width(glyph))
                .unwrap_or(size)
        };
        text.chars().map(advance).sum()
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
            if let Some(last) = lines
                .last_mut()
                .filter(|last| fits(&format!("{last} {word}")))
            {
                last.push(' ');
                last.push_str(word);
                continue;
            }
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

    /// The text in one line no wider than `width`, cut with an ellipsis if it must be.
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
        let mut taken = size;
        let fits = |c: &char| {
            taken += self.text_width(c.encode_utf8(&mut [0; 4]), size, weight);
            taken <= width
        };
        let kept: String = text.chars().take_while(fits).collect();
        format!("{}…", kept.trim_end())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_too_wide() {
        let letters = Font::new();
        let text = "Jalan rusak di depan Pasar Wuluhan ".to_owned() + &"w".repeat(90);
        let lines = letters.break_lines(&text, 60.0, FontWeight::Bold, 1000.0);
        assert!(lines.len() > 4);
        assert!(
            lines
                .iter()
                .all(|l| letters.text_width(l, 60.0, FontWeight::Bold) <= 1000.0)
        );
        assert_eq!(
            letters.truncate_line("pendek", 30.0, FontWeight::Regular, 1000.0),
            "pendek"
        );
        let cut = letters.truncate_line(&text, 30.0, FontWeight::Regular, 400.0);
        assert!(cut.ends_with('…') && letters.text_width(&cut, 30.0, FontWeight::Regular) <= 400.0);
    }

    #[test]
    fn the_letters_are_there() {
        let letters = Font::new();
        for font in &letters.weights {
            let map = font.as_ref().unwrap().charmap();
            let missing: String = "AZaz09éèêâßñọ–—…“”‘’·×\u{2011}€"
                .chars()
                .filter(|c| map.map(*c).is_none())
                .collect();
            assert_eq!(missing, "");
        }
    }
}
