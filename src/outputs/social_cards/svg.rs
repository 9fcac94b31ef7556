//! Draws a card as SVG: the title as large as it fits, the kicker above it, the status below.

use super::content::{CardContent, CardRow};
use super::font::{FONT_FAMILY, Font, FontWeight};
use crate::theme::{Colour, Palette, Theme, escape_html};
use crate::view::BarSegment;
use std::fmt::Write as _;

/// A card's width and height in pixels, the ones that previews are made for.
pub(super) const CARD_SIZE: (u32, u32) = (1200, 630);

/// Between the text and the left and right edges.
const MARGIN: f32 = 80.0;
/// The width of text from left to right.
const TEXT_WIDTH: f32 = 1200.0 - 2.0 * MARGIN;
/// The sizes in which a title is tried.
const TITLE_SIZES: [f32; 6] = [80.0, 70.0, 62.0, 54.0, 48.0, 42.0];
/// From one line of a title to the next, in its size.
const LEADING: f32 = 1.18;
/// The upper edge of the title.
const TITLE_TOP: f32 = 190.0;
/// The lower edge of the rows.
const ROWS_BOTTOM: f32 = 592.0;
/// The size of rows.
const ROW_SIZE: f32 = 34.0;
/// From one row to the next.
const ROW_STEP: f32 = 54.0;
/// The size of the site's name.
const SITE_NAME_SIZE: f32 = 40.0;
/// The font size of the kicker above the title.
const KICKER_SIZE: f32 = 31.0;
/// The size of the address.
const ADDRESS_SIZE: f32 = 26.0;

/// The SVG of one card, as far as it is drawn.
struct Canvas<'a> {
    svg: String,
    theme: &'a Theme,
    font: &'a Font,
}

/// The style of a text.
#[derive(Clone, Copy)]
struct TextStyle<'a> {
    size: f32,
    weight: FontWeight,
    colour: &'a Colour,
}

/// A card as SVG.
pub(super) fn render_svg(content: &CardContent, theme: &Theme, font: &Font) -> String {
    let mut canvas = Canvas {
        svg: String::with_capacity(4096),
        theme,
        font,
    };
    canvas.draw_header(content);
    let below = canvas.draw_footer(content);
    canvas.draw_title(&content.title, below - 24.0);
    canvas.svg.push_str("</svg>");
    canvas.svg
}

impl Canvas<'_> {
    /// Draws the background, the site's name, the address, and the kicker.
    fn draw_header(&mut self, content: &CardContent) {
        let colours = self.theme.light_palette();
        let (width, height) = CARD_SIZE;
        let _ = write!(
            self.svg,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             font-family=\"{FONT_FAMILY}\">\
             <rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\
             <rect width=\"24\" height=\"{height}\" fill=\"{}\"/>",
            colours.ground, colours.accent
        );
        let name = TextStyle {
            size: SITE_NAME_SIZE,
            weight: FontWeight::Bold,
            colour: &colours.accent,
        };
        // The site's name gets at most half of the line, and the address what it leaves.
        let taken = self.draw_text((MARGIN, 92.0), TEXT_WIDTH / 2.0, name, &content.site_title);
        let quiet = |size| TextStyle {
            size,
            weight: FontWeight::Regular,
            colour: &colours.muted,
        };
        let room = TEXT_WIDTH - taken - SITE_NAME_SIZE;
        let width = self
            .font
            .text_width(&content.address, ADDRESS_SIZE, FontWeight::Regular)
            .min(room);
        self.draw_text(
            (MARGIN + TEXT_WIDTH - width, 90.0),
            room,
            quiet(ADDRESS_SIZE),
            &content.address,
        );
        self.draw_text(
            (MARGIN, 160.0),
            TEXT_WIDTH,
            quiet(KICKER_SIZE),
            &content.kicker,
        );
    }

    /// Draws what is below the title, from the bottom up; gives its upper edge.
    fn draw_footer(&mut self, content: &CardContent) -> f32 {
        let mut y = ROWS_BOTTOM - ROW_STEP * to_f32(content.rows.len());
        for (n, row) in content.rows.iter().enumerate() {
            self.draw_row(row, y + ROW_STEP * to_f32(n + 1) - 12.0);
        }
        if !content.bar.is_empty() {
            y -= 44.0;
            self.draw_bar(&content.bar, y);
        }
        if let Some(sentence) = &content.summary {
            y -= ROW_STEP;
            let style = TextStyle {
                size: ROW_SIZE,
                weight: FontWeight::Bold,
                colour: &self.theme.light_palette().ink,
            };
            self.draw_text((MARGIN, y + 32.0), TEXT_WIDTH, style, sentence);
        }
        y
    }

    /// Draws the title in the largest size in which it fits above `end`; cut if it fits in none.
    fn draw_title(&mut self, title: &str, end: f32) {
        let fits = |size: f32, lines: usize| TITLE_TOP + size * LEADING * to_f32(lines) <= end;
        let (mut size, mut lines) = (0.0, Vec::new());
        for smaller in TITLE_SIZES {
            size = smaller;
            lines = self
                .font
                .break_lines(title, size, FontWeight::Bold, TEXT_WIDTH);
            if fits(size, lines.len()) {
                break;
            }
        }
        // In the smallest size, as many lines as fit; drawing cuts the last of them.
        while lines.len() > 1 && !fits(size, lines.len()) {
            let last = lines.pop().unwrap_or_default();
            if let Some(line) = lines.last_mut() {
                line.push(' ');
                line.push_str(&last);
            }
        }
        let style = TextStyle {
            size,
            weight: FontWeight::Bold,
            colour: &self.theme.light_palette().ink,
        };
        for (n, line) in lines.iter().enumerate() {
            // SVG places text by its baseline, about a letter's height below the line's top.
            let y = TITLE_TOP + size * (0.95 + LEADING * to_f32(n));
            self.draw_text((MARGIN, y), TEXT_WIDTH, style, line);
        }
    }

    /// Draws a status: icon, text, colour, and the note beside it.
    fn draw_row(&mut self, row: &CardRow, y: f32) {
        let colours = self.theme.light_palette();
        let mut x = MARGIN;
        let colour = group_colour(colours, row.group);
        if let Some(shape) = row.icon.and_then(|name| self.theme.icon_svg(name)) {
            let _ = write!(
                self.svg,
                "<g transform=\"translate({x} {}) scale(1.9)\" fill=\"none\" \
                 stroke=\"{colour}\" color=\"{colour}\" \
                 stroke-width=\"2\">{shape}</g>",
                y - 31.0
            );
            x += 52.0;
        }
        let weight = if row.group.is_empty() {
            FontWeight::Regular
        } else {
            FontWeight::Bold
        };
        let style = TextStyle {
            size: ROW_SIZE,
            weight,
            colour,
        };
        x += self.draw_text((x, y), MARGIN + TEXT_WIDTH - x, style, &row.text);
        if let Some((note, late)) = &row.note {
            let (weight, colour) = if *late {
                (FontWeight::Bold, &colours.late)
            } else {
                (FontWeight::Regular, &colours.muted)
            };
            x += 12.0;
            let style = TextStyle {
                size: ROW_SIZE,
                weight,
                colour,
            };
            let room = MARGIN + TEXT_WIDTH - x;
            self.draw_text((x, y), room, style, &format!("· {note}"));
        }
    }

    /// Draws the groups of statuses side by side.
    fn draw_bar(&mut self, segments: &[BarSegment], y: f32) {
        for segment in segments {
            let x = MARGIN + TEXT_WIDTH * segment.start / 100.0;
            // A gap between neighbours, but even the smallest share stays visible.
            let width = (TEXT_WIDTH * segment.width / 100.0 - 4.0).max(2.0);
            let faint = if segment.group == "not-started" {
                " fill-opacity=\".45\""
            } else {
                ""
            };
            let colour = group_colour(self.theme.light_palette(), segment.group);
            let _ = write!(
                self.svg,
                "<rect x=\"{x:.1}\" y=\"{y}\" width=\"{width:.1}\" height=\"36\" \
                 fill=\"{colour}\"{faint}/>"
            );
        }
    }

    /// Draws a text in one line, cut where there is no room for it; gives its width.
    fn draw_text(
        &mut self,
        (x, y): (f32, f32),
        room: f32,
        style: TextStyle<'_>,
        text: &str,
    ) -> f32 {
        let TextStyle {
            size,
            weight,
            colour,
        } = style;
        let shown = self.font.truncate_line(text, size, weight, room);
        let number = if weight == FontWeight::Bold { 700 } else { 400 };
        let _ = write!(
            self.svg,
            "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\" font-weight=\"{number}\" \
             fill=\"{colour}\">{}</text>",
            escape_html(&shown)
        );
        self.font.text_width(&shown, size, weight)
    }
}

/// A group's colour; ink for what is in none.
fn group_colour<'a>(colours: &'a Palette, group: &str) -> &'a Colour {
    match group {
        "not-started" => &colours.waiting,
        "under-way" => &colours.moving,
        "done" => &colours.done,
        "not-pursued" => &colours.ended,
        "late" => &colours.late,
        _ => &colours.ink,
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "lines, rows and shares of a thousand are small"
)]
fn to_f32(n: usize) -> f32 {
    n as f32
}
