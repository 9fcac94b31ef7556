//! Lays out a card: the title as large as it fits, the kicker above it; below it sentences, as many of
//! their lines as there is room for, and the status.

use super::canvas::Canvas;
use super::content::{CardContent, CardRow};
use super::font::{Font, FontWeight};
use super::icon::Icons;
use crate::theme::{Colour, Palette, Theme};

/// The width of the strip at the left edge.
const EDGE_WIDTH: usize = 24;

/// Between the text and the left and right edges.
const MARGIN: f32 = 80.0;
/// The width of text from left to right.
const TEXT_WIDTH: f32 = 1200.0 - 2.0 * MARGIN;
/// The sizes in which a title is tried.
const TITLE_SIZES: [f32; 6] = [80.0, 70.0, 62.0, 54.0, 48.0, 42.0];
/// From one line of a title to the next, in its size.
const LEADING: f32 = 1.18;
/// The upper edge of the title.
const TITLE_TOP: f32 = 194.0;
/// Between the title and what is below it.
const TITLE_MARGIN: f32 = 24.0;
/// The size of a title for which room is kept, in up to so many lines.
const KEPT_TITLE: (f32, usize) = (54.0, 3);
/// The lower edge of the rows.
const ROWS_BOTTOM: f32 = 592.0;
/// The size of rows.
const ROW_SIZE: f32 = 34.0;
/// From one row to the next.
const ROW_STEP: f32 = 54.0;
/// The size of sentences, and of the note of a row that needs a line of its own.
const DETAIL_SIZE: f32 = 28.0;
/// From one line of a sentence to the next.
const DETAIL_STEP: f32 = 40.0;
/// The most lines of a sentence.
const MAX_DETAIL_LINES: usize = 3;
/// From the left edge of a row to its text, where it has an icon.
const ICON_WIDTH: f32 = 52.0;
/// From the baseline of a row to the upper edge of its icon.
const ICON_RISE: f32 = 31.0;
/// Between a row's text and its note.
const NOTE_MARGIN: f32 = 12.0;
/// The size of the site's name.
const SITE_NAME_SIZE: f32 = 40.0;
/// The size of the line on who speaks, below the site's name.
const STANDING_SIZE: f32 = 24.0;
/// The font size of the kicker above the title.
const KICKER_SIZE: f32 = 31.0;
/// The size of the address.
const ADDRESS_SIZE: f32 = 26.0;

/// What cards are drawn with.
pub(super) struct CardTools<'a> {
    pub(super) theme: &'a Theme,
    pub(super) font: Font,
    pub(super) icons: Icons<'a>,
}

/// A card while it is laid out.
struct Layout<'a> {
    canvas: Canvas,
    tools: &'a CardTools<'a>,
}

/// The style of a text.
#[derive(Clone, Copy)]
struct TextStyle<'a> {
    size: f32,
    weight: FontWeight,
    colour: &'a Colour,
}

/// Draws a card.
pub(super) fn draw_card(content: &CardContent, tools: &CardTools<'_>) -> Canvas {
    let mut layout = Layout {
        canvas: Canvas::new(&tools.theme.light_palette().ground),
        tools,
    };
    layout.draw_header(content);
    let below = layout.draw_footer(content);
    layout.draw_title(&content.title, below - TITLE_MARGIN);
    layout.canvas
}

impl Layout<'_> {
    /// Draws the background, the site's name, the address, who speaks, and the kicker.
    fn draw_header(&mut self, content: &CardContent) {
        let colours = self.tools.theme.light_palette();
        self.canvas.fill_edge(EDGE_WIDTH, &colours.accent);
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
            .tools
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
            (MARGIN, 126.0),
            TEXT_WIDTH,
            quiet(STANDING_SIZE),
            &content.standing,
        );
        self.draw_text(
            (MARGIN, 170.0),
            TEXT_WIDTH,
            quiet(KICKER_SIZE),
            &content.kicker,
        );
    }

    /// Draws what is below the title, down to the lower edge of the rows; gives its upper edge.
    fn draw_footer(&mut self, content: &CardContent) -> f32 {
        let rows: f32 = content.rows.iter().map(|row| self.row_height(row)).sum();
        let lines = self.detail_lines(content, rows);
        let top = ROWS_BOTTOM - rows - DETAIL_STEP * to_f32(lines.len());
        let mut y = top;
        let style = TextStyle {
            size: DETAIL_SIZE,
            weight: FontWeight::Regular,
            colour: &self.tools.theme.light_palette().ink,
        };
        for line in &lines {
            self.draw_text((MARGIN, y + 28.0), TEXT_WIDTH, style, line);
            y += DETAIL_STEP;
        }
        for row in &content.rows {
            self.draw_row(row, y + ROW_STEP - 12.0);
            y += self.row_height(row);
        }
        top
    }

    /// The lines of the sentences, as many as leave room for the title above the rows. The first
    /// sentences lose their lines last, and drawing cuts what goes on.
    fn detail_lines(&self, content: &CardContent, rows: f32) -> Vec<String> {
        let (size, most) = KEPT_TITLE;
        let title = &content.title;
        let title = self.break_text(title, size, FontWeight::Bold).len();
        let title = size * LEADING * to_f32(title.min(most));
        let room = ROWS_BOTTOM - rows - TITLE_TOP - TITLE_MARGIN - title;
        let mut lines = Vec::new();
        for sentence in &content.details {
            let mut own = self.break_text(sentence, DETAIL_SIZE, FontWeight::Regular);
            let mut left = MAX_DETAIL_LINES;
            while left > 0 && DETAIL_STEP * to_f32(lines.len() + own.len().min(left)) > room {
                left -= 1;
            }
            join_after(&mut own, left);
            lines.extend(own);
        }
        lines
    }

    fn break_text(&self, text: &str, size: f32, weight: FontWeight) -> Vec<String> {
        self.tools.font.break_lines(text, size, weight, TEXT_WIDTH)
    }

    /// The height of a row, which is more where its note needs a line of its own.
    fn row_height(&self, row: &CardRow) -> f32 {
        if row.note.is_none() || self.has_room_for_note(row) {
            ROW_STEP
        } else {
            ROW_STEP + DETAIL_STEP
        }
    }

    /// Whether a row's note fits beside its text.
    fn has_room_for_note(&self, row: &CardRow) -> bool {
        let Some((note, _)) = &row.note else {
            return true;
        };
        // Both as if they were bold, which is wider.
        let width = |text: &str| self.tools.font.text_width(text, ROW_SIZE, FontWeight::Bold);
        let taken = ICON_WIDTH + width(&row.text) + NOTE_MARGIN + width(&note_text(note));
        taken <= TEXT_WIDTH
    }

    /// Draws the title in the largest size in which it fits above `end`; cut if it fits in none.
    fn draw_title(&mut self, title: &str, end: f32) {
        let fits = |size: f32, lines: usize| TITLE_TOP + size * LEADING * to_f32(lines) <= end;
        let (mut size, mut lines) = (0.0, Vec::new());
        for smaller in TITLE_SIZES {
            size = smaller;
            lines = self
                .tools
                .font
                .break_lines(title, size, FontWeight::Bold, TEXT_WIDTH);
            if fits(size, lines.len()) {
                break;
            }
        }
        // In the smallest size, as many lines as fit; drawing cuts the last of them.
        let mut most = lines.len();
        while most > 1 && !fits(size, most) {
            most -= 1;
        }
        join_after(&mut lines, most);
        let style = TextStyle {
            size,
            weight: FontWeight::Bold,
            colour: &self.tools.theme.light_palette().ink,
        };
        for (n, line) in lines.iter().enumerate() {
            // SVG places text by its baseline, about a letter's height below the line's top.
            let y = TITLE_TOP + size * (0.95 + LEADING * to_f32(n));
            self.draw_text((MARGIN, y), TEXT_WIDTH, style, line);
        }
    }

    /// Draws a status: icon, text, colour, and the note beside it.
    fn draw_row(&mut self, row: &CardRow, y: f32) {
        let colours = self.tools.theme.light_palette();
        let mut x = MARGIN;
        let colour = group_colour(colours, row.group);
        if let Some(icon) = row.icon.and_then(|name| self.tools.icons.get(name)) {
            self.canvas.draw(pixel(x, y - ICON_RISE), &icon, colour);
            x += ICON_WIDTH;
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
        let width = self.draw_text((x, y), MARGIN + TEXT_WIDTH - x, style, &row.text);
        if let Some((note, late)) = &row.note {
            let (weight, colour) = if *late {
                (FontWeight::Bold, &colours.late)
            } else {
                (FontWeight::Regular, &colours.muted)
            };
            let (at, size, note) = if self.has_room_for_note(row) {
                ((x + width + NOTE_MARGIN, y), ROW_SIZE, note_text(note))
            } else {
                ((x, y + DETAIL_STEP), DETAIL_SIZE, note.clone())
            };
            let style = TextStyle {
                size,
                weight,
                colour,
            };
            self.draw_text(at, MARGIN + TEXT_WIDTH - at.0, style, &note);
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
        let shown = self.tools.font.truncate_line(text, size, weight, room);
        let width = self.tools.font.text_width(&shown, size, weight);
        for (glyph, at) in self.tools.font.place_glyphs(&shown, size, weight) {
            let halves = ((x + at) * 2.0).round();
            let shape = (self.tools.font).glyph_shape(glyph, size, weight, halves);
            self.canvas
                .draw(pixel((halves / 2.0).floor(), y), &shape, colour);
        }
        width
    }
}

/// The pixel at a place.
#[expect(clippy::cast_possible_truncation, reason = "a card is small")]
fn pixel(x: f32, y: f32) -> (i32, i32) {
    (x.round() as i32, y.round() as i32)
}

/// A note as it stands beside a row's text.
fn note_text(note: &str) -> String {
    format!("· {note}")
}

/// Joins what comes after the first `most` lines to the last of these, which drawing then cuts.
fn join_after(lines: &mut Vec<String>, most: usize) {
    let rest = lines.split_off(most.min(lines.len()));
    if let Some(line) = lines.last_mut() {
        for more in rest {
            line.push(' ');
            line.push_str(&more);
        }
    }
}

/// A group's colour; ink for what is in none.
fn group_colour<'a>(colours: &'a Palette, group: &str) -> &'a Colour {
    match group {
        "no-direct-news" | "without-status" | "not-assessable" => &colours.waiting,
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
