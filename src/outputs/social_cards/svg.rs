//! A card as SVG: the title as large as it fits, what it is above, how it stands below.

use super::SIZE;
use super::content::{Face, Row};
use super::font::{FAMILY, Letters, Weight};
use crate::theme::{Colour, Palette, Theme, escaped};
use crate::view::Segment;
use std::fmt::Write as _;

/// From the left edge to the letters, and from the letters to the right edge.
const MARGIN: f32 = 80.0;
/// The room for letters from left to right.
const WIDTH: f32 = 1200.0 - 2.0 * MARGIN;
/// The sizes in which a title is tried.
const TITLES: [f32; 6] = [80.0, 70.0, 62.0, 54.0, 48.0, 42.0];
/// From one line of a title to the next, in its size.
const LEADING: f32 = 1.18;
/// Where the title's room begins.
const TOP: f32 = 190.0;
/// Where the rows end.
const BOTTOM: f32 = 592.0;
/// The size of rows.
const ROW: f32 = 34.0;
/// From one row to the next.
const STEP: f32 = 54.0;
/// The size of the site's name.
const NAME: f32 = 40.0;
/// The size of what stands above the title.
const KICKER: f32 = 31.0;
/// The size of the address.
const ADDRESS: f32 = 26.0;

/// Where one card is drawn.
struct Sheet<'a> {
    svg: String,
    theme: &'a Theme,
    letters: &'a Letters,
}

/// How words are set.
#[derive(Clone, Copy)]
struct Hand<'a> {
    size: f32,
    weight: Weight,
    colour: &'a Colour,
}

/// A card as SVG.
pub(super) fn svg(face: &Face, theme: &Theme, letters: &Letters) -> String {
    let mut sheet = Sheet { svg: String::with_capacity(4096), theme, letters };
    sheet.head(face);
    let below = sheet.below(face);
    sheet.title(&face.title, below - 24.0);
    sheet.svg.push_str("</svg>");
    sheet.svg
}

impl Sheet<'_> {
    /// Ground, the site's name, the address, what it is.
    fn head(&mut self, face: &Face) {
        let colours = self.theme.light();
        let (width, height) = SIZE;
        let _ = write!(
            self.svg,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" font-family=\"{FAMILY}\">\
             <rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\
             <rect width=\"24\" height=\"{height}\" fill=\"{}\"/>",
            colours.ground, colours.accent
        );
        let name = Hand { size: NAME, weight: Weight::Bold, colour: &colours.accent };
        let taken = self.text((MARGIN, 92.0), WIDTH / 2.0, name, &face.site);
        let quiet = |size| Hand { size, weight: Weight::Plain, colour: &colours.muted };
        let room = WIDTH - taken - NAME;
        let width = self.letters.width(&face.address, ADDRESS, Weight::Plain).min(room);
        self.text((MARGIN + WIDTH - width, 90.0), room, quiet(ADDRESS), &face.address);
        self.text((MARGIN, 160.0), WIDTH, quiet(KICKER), &face.kicker);
    }

    /// What stands below the title, from the bottom up; gives where it begins.
    fn below(&mut self, face: &Face) -> f32 {
        let mut y = BOTTOM - STEP * number(face.rows.len());
        for (n, row) in face.rows.iter().enumerate() {
            self.row(row, y + STEP * number(n + 1) - 12.0);
        }
        if !face.bar.is_empty() {
            y -= 44.0;
            self.bar(&face.bar, y);
        }
        if let Some(sentence) = &face.sentence {
            y -= STEP;
            let hand = Hand { size: ROW, weight: Weight::Bold, colour: &self.theme.light().ink };
            self.text((MARGIN, y + 32.0), WIDTH, hand, sentence);
        }
        y
    }

    /// The title, in the largest size in which it fits above `end`; cut if it fits in none.
    fn title(&mut self, title: &str, end: f32) {
        let set = |size: f32| (size, self.letters.lines(title, size, Weight::Bold, WIDTH));
        let fits = |size: f32, lines: usize| TOP + size * LEADING * number(lines) <= end;
        let found = TITLES.into_iter().map(set).find(|(size, lines)| fits(*size, lines.len()));
        let (size, lines) = found.unwrap_or_else(|| {
            let (size, mut lines) = set(TITLES[TITLES.len() - 1]);
            let most = (1..lines.len()).rev().find(|n| fits(size, *n)).unwrap_or(1);
            let rest = lines.split_off(most - 1).join(" ");
            lines.push(rest);
            (size, lines)
        });
        let hand = Hand { size, weight: Weight::Bold, colour: &self.theme.light().ink };
        for (n, line) in lines.iter().enumerate() {
            self.text((MARGIN, TOP + size * (0.95 + LEADING * number(n))), WIDTH, hand, line);
        }
    }

    /// A status: shape, word, colour, and what stands beside it.
    fn row(&mut self, row: &Row, y: f32) {
        let colours = self.theme.light();
        let mut x = MARGIN;
        let colour = colour(colours, row.group);
        if let Some(shape) = row.shape.and_then(|name| self.theme.shape(name)) {
            let _ = write!(
                self.svg,
                "<g transform=\"translate({x} {}) scale(1.9)\" fill=\"none\" stroke=\"{colour}\" color=\"{colour}\" \
                 stroke-width=\"2\">{shape}</g>",
                y - 31.0
            );
            x += 52.0;
        }
        let weight = if row.group.is_empty() { Weight::Plain } else { Weight::Bold };
        x += self.text((x, y), MARGIN + WIDTH - x, Hand { size: ROW, weight, colour }, &row.words);
        if let Some((beside, late)) = &row.beside {
            let (weight, colour) = if *late { (Weight::Bold, &colours.late) } else { (Weight::Plain, &colours.muted) };
            x += 12.0;
            self.text((x, y), MARGIN + WIDTH - x, Hand { size: ROW, weight, colour }, &format!("· {beside}"));
        }
    }

    /// The groups of statuses side by side.
    fn bar(&mut self, segments: &[Segment], y: f32) {
        for segment in segments {
            let (x, width) = (MARGIN + WIDTH * segment.start / 100.0, WIDTH * segment.width / 100.0);
            let faint = if segment.group == "not-started" { " fill-opacity=\".45\"" } else { "" };
            let (colour, shown) = (colour(self.theme.light(), segment.group), (width - 4.0).max(2.0));
            let _ = write!(
                self.svg,
                "<rect x=\"{x:.1}\" y=\"{y}\" width=\"{shown:.1}\" height=\"36\" fill=\"{colour}\"{faint}/>"
            );
        }
    }

    /// Words in one line, cut where there is no room for them; gives their width.
    fn text(&mut self, (x, y): (f32, f32), room: f32, hand: Hand<'_>, words: &str) -> f32 {
        let Hand { size, weight, colour } = hand;
        let shown = self.letters.one_line(words, size, weight, room);
        let heavy = if weight == Weight::Bold { 700 } else { 400 };
        let _ = write!(
            self.svg,
            "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\" font-weight=\"{heavy}\" fill=\"{colour}\">{}</text>",
            escaped(&shown)
        );
        self.letters.width(&shown, size, weight)
    }
}

/// A group's colour; ink for what is in none.
fn colour<'a>(colours: &'a Palette, group: &str) -> &'a Colour {
    match group {
        "not-started" => &colours.waiting,
        "under-way" => &colours.moving,
        "done" => &colours.done,
        "not-pursued" => &colours.ended,
        "late" => &colours.late,
        _ => &colours.ink,
    }
}

#[expect(clippy::cast_precision_loss, reason = "lines, rows and shares of a thousand are small")]
fn number(n: usize) -> f32 {
    n as f32
}
