//! The picture of a card: few colours on one ground, each in three shades for the edges of letters, so
//! that the PNG has a palette, mostly of 16.

use crate::theme::Colour;
use resvg::tiny_skia::{FillRule, Mask, Path, Transform};

/// A card's width and height in pixels, the ones that previews are made for.
pub(super) const CARD_SIZE: (u32, u32) = (1200, 630);

/// The shades of a colour, from almost the ground to the colour itself.
const SHADES: u8 = 3;

/// How much of each pixel a shape covers, from 0 to 255, line by line.
#[derive(Debug)]
pub(super) struct Coverage {
    /// From where it is drawn to its left upper corner.
    offset: (i32, i32),
    width: usize,
    pixels: Vec<u8>,
}

impl Coverage {
    /// A shape that covers nothing, as a blank does.
    pub(super) const EMPTY: Self = Self {
        offset: (0, 0),
        width: 0,
        pixels: Vec::new(),
    };

    /// The pixels that a path covers. Returns `None` if it is too large or empty.
    pub(super) fn of_path(path: &Path) -> Option<Self> {
        let bounds = path.bounds().round_out()?;
        let (left, top) = (bounds.left(), bounds.top());
        let mut mask = Mask::new(bounds.width(), bounds.height())?;
        #[expect(clippy::cast_precision_loss, reason = "letters are small")]
        let to_corner = Transform::from_translate(-left as f32, -top as f32);
        mask.fill_path(path, FillRule::Winding, true, to_corner);
        Some(Self {
            offset: (left, top),
            width: bounds.width() as usize,
            pixels: mask.data().to_vec(),
        })
    }

    /// The pixels of a picture in one colour, of so many pixels a line, by how opaque they are.
    pub(super) fn of_opacity(width: usize, pixels: Vec<u8>) -> Self {
        Self {
            offset: (0, 0),
            width,
            pixels,
        }
    }
}

/// A card while it is drawn.
pub(super) struct Canvas {
    /// 0 is the ground; then the shades of each colour.
    pixels: Vec<u8>,
    colours: Vec<[u8; 3]>,
    ground: [u8; 3],
}

impl Canvas {
    pub(super) fn new(ground: &Colour) -> Self {
        let (width, height) = CARD_SIZE;
        Self {
            pixels: vec![0; (width * height) as usize],
            colours: Vec::new(),
            ground: ground.rgb(),
        }
    }

    /// Fills the left edge, so many pixels wide.
    pub(super) fn fill_edge(&mut self, width: usize, colour: &Colour) {
        let full = self.shades(colour) + SHADES;
        for line in self.pixels.chunks_exact_mut(CARD_SIZE.0 as usize) {
            line[..width].fill(full);
        }
    }

    /// Draws a shape with its place at a pixel; what is beyond the edges is left out.
    pub(super) fn draw(&mut self, (x, y): (i32, i32), shape: &Coverage, colour: &Colour) {
        if shape.width == 0 {
            return;
        }
        let base = self.shades(colour);
        let (left, top) = (x + shape.offset.0, y + shape.offset.1);
        let width = CARD_SIZE.0 as usize;
        for (row, covered) in (top..).zip(shape.pixels.chunks_exact(shape.width)) {
            let Some(start) = usize::try_from(row).ok().map(|row| row * width) else {
                continue;
            };
            let Some(line) = self.pixels.get_mut(start..start + width) else {
                return;
            };
            for (column, covered) in (left..).zip(covered) {
                let shade = (u16::from(*covered) * u16::from(SHADES) + 127) / 255;
                let pixel = usize::try_from(column).ok().and_then(|n| line.get_mut(n));
                if let Some(pixel) = pixel
                    && shade > 0
                {
                    // Where two letters meet, the one that covers more.
                    *pixel = (*pixel).max(base + shade.to_le_bytes()[0]);
                }
            }
        }
    }

    /// Before the first shade of a colour.
    fn shades(&mut self, colour: &Colour) -> u8 {
        let rgb = colour.rgb();
        let known = self.colours.iter().position(|known| *known == rgb);
        let n = known.unwrap_or_else(|| {
            self.colours.push(rgb);
            self.colours.len() - 1
        });
        // A theme has eleven colours, 85 would fit.
        u8::try_from(n).unwrap_or_default() * SHADES
    }

    /// The card as PNG.
    ///
    /// # Errors
    /// The library's own.
    pub(super) fn to_png(&self) -> Result<Vec<u8>, png::EncodingError> {
        let mut palette = self.ground.to_vec();
        for colour in &self.colours {
            for shade in 1..=u32::from(SHADES) {
                for (ground, colour) in self.ground.iter().zip(colour) {
                    let (ground, colour) = (u32::from(*ground), u32::from(*colour));
                    let mixed = ground * (u32::from(SHADES) - shade) + colour * shade;
                    palette.push((mixed / u32::from(SHADES)).to_le_bytes()[0]);
                }
            }
        }
        // Two pixels are a byte where that does.
        let is_small = palette.len() <= 16 * 3;
        let packed: Vec<u8>;
        let (depth, pixels) = if is_small {
            let (pairs, _) = self.pixels.as_chunks();
            packed = pairs
                .iter()
                .map(|[left, right]| left << 4 | right)
                .collect();
            (png::BitDepth::Four, &packed)
        } else {
            (png::BitDepth::Eight, &self.pixels)
        };
        let mut png = Vec::with_capacity(32 * 1024);
        let mut encoder = png::Encoder::new(&mut png, CARD_SIZE.0, CARD_SIZE.1);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(depth);
        encoder.set_palette(palette);
        // Runs of the ground make the search for longer matches slow, and win a tenth at most.
        encoder.set_deflate_compression(png::DeflateCompression::Level(3));
        encoder.set_filter(png::Filter::NoFilter);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(pixels)?;
        writer.finish()?;
        Ok(png)
    }
}
