//! theme.yaml: a theme's colours, for its style sheet and for what is drawn outside of it.

use crate::diag::{Code, Diagnostic, File, Files, Span};
use serde::{Deserialize, Serialize};

/// A theme's settings.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Settings {
    /// Colours on light ground.
    light: Palette,
    /// Colours on dark ground.
    dark: Palette,
}

/// Colours, each `#rrggbb`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Palette {
    /// The page.
    ground: Colour,
    /// Boxes on it.
    raised: Colour,
    /// Text.
    ink: Colour,
    /// Text of less weight.
    muted: Colour,
    /// Lines.
    line: Colour,
    /// Links and the site's name.
    accent: Colour,
    /// Not started.
    waiting: Colour,
    /// Under way.
    moving: Colour,
    /// Done.
    done: Colour,
    /// Not pursued.
    ended: Colour,
    /// Late.
    late: Colour,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(try_from = "String")]
struct Colour(String);

impl TryFrom<String> for Colour {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let digits = text.strip_prefix('#').filter(|d| d.len() == 6 && d.bytes().all(|b| b.is_ascii_hexdigit()));
        if digits.is_some() { Ok(Self(text)) } else { Err("a colour is written #rrggbb") }
    }
}

/// Reads a site's own settings, else the default theme's.
pub(super) fn read(
    base: Option<&File>,
    own: Option<&File>,
    files: &mut Files,
    faults: &mut Vec<Diagnostic>,
) -> Option<Settings> {
    let file = own.or(base)?;
    serde_yaml::from_str(&file.text)
        .map_err(|fault: serde_yaml::Error| {
            let start = fault.location().map_or(0, |l| byte_of(&file.text, l.line(), l.column()));
            let id = files.add(File { path: format!("themes/{}", file.path), text: file.text.clone() });
            faults.push(Diagnostic::new(Code::ThemeSettings, Span::new(id, start..start)));
        })
        .ok()
}

/// The byte at a line and column, both from 1.
fn byte_of(text: &str, line: u64, column: u64) -> usize {
    let line_start = |n: usize| text.split_inclusive('\n').take(n).map(str::len).sum::<usize>();
    let index = |n: u64| usize::try_from(n.saturating_sub(1)).unwrap_or_default();
    let start = line_start(index(line));
    let width = text[start..].chars().take(index(column)).map(char::len_utf8).sum::<usize>();
    (start + width).min(text.len())
}
