//! The icons of a card: the theme's own shapes, drawn once.

use super::canvas::Coverage;
use crate::memo::Memo;
use crate::theme::Theme;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use std::convert::Infallible;
use std::sync::Arc;

/// The width and height of an icon in pixels.
const ICON_SIZE: u16 = 38;

/// The icons of a theme, by name.
pub(super) struct Icons<'t> {
    theme: &'t Theme,
    drawn: Memo<&'static str, Option<Arc<Coverage>>>,
}

impl<'t> Icons<'t> {
    pub(super) fn new(theme: &'t Theme) -> Self {
        Self {
            theme,
            drawn: Memo::default(),
        }
    }

    /// The icon of a name. Returns `None` if the theme has none that can be drawn here.
    pub(super) fn get(&self, name: &'static str) -> Option<Arc<Coverage>> {
        let draw = || Ok::<_, Infallible>(self.draw(name).map(Arc::new));
        self.drawn.get_or_insert_with(name, draw).ok().flatten()
    }

    fn draw(&self, name: &str) -> Option<Coverage> {
        let shape = self.theme.icon_svg(name)?;
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{ICON_SIZE}\" \
             height=\"{ICON_SIZE}\" viewBox=\"0 0 20 20\" fill=\"none\" stroke=\"#000\" \
             color=\"#000\" stroke-width=\"2\">{shape}</svg>"
        );
        let tree = Tree::from_str(&svg, &Options::default()).ok()?;
        let mut pixels = Pixmap::new(ICON_SIZE.into(), ICON_SIZE.into())?;
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        let opacity = pixels.pixels().iter().map(|pixel| pixel.alpha());
        Some(Coverage::of_opacity(ICON_SIZE.into(), opacity.collect()))
    }
}
