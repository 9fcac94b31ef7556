//! The settings of a theme, theme.yaml: its colours, for the style sheet and for social cards.

use crate::diag::{Code, Diagnostic, SourceFile, SourceMap, Span};
use serde::{Deserialize, Serialize};

/// A theme's settings.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ThemeSettings {
    /// Colours on light ground.
    pub(super) light: Palette,
    /// Colours on dark ground.
    pub(super) dark: Palette,
}

/// Colours, each `#rrggbb`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Palette {
    /// The page.
    pub ground: Colour,
    /// Boxes on it.
    pub raised: Colour,
    /// Text.
    pub ink: Colour,
    /// Text of less weight.
    pub muted: Colour,
    /// Lines.
    pub line: Colour,
    /// Links and the site's name.
    pub accent: Colour,
    /// No direct news, or nothing that can be assessed.
    pub waiting: Colour,
    /// Under way.
    pub moving: Colour,
    /// Done.
    pub done: Colour,
    /// Not pursued.
    pub ended: Colour,
    /// Late.
    pub late: Colour,
}

impl Palette {
    /// The colours as custom properties: `--ground:#fffdf8;…`.
    pub(super) fn css_properties(&self) -> String {
        let named = [
            ("ground", &self.ground),
            ("raised", &self.raised),
            ("ink", &self.ink),
            ("muted", &self.muted),
            ("line", &self.line),
            ("accent", &self.accent),
            ("waiting", &self.waiting),
            ("moving", &self.moving),
            ("done", &self.done),
            ("ended", &self.ended),
            ("late", &self.late),
        ];
        named
            .map(|(name, colour)| format!("--{name}:{colour}"))
            .join(";")
    }
}

/// A colour: `#rrggbb`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(try_from = "String")]
pub struct Colour(String);

impl Colour {
    /// Red, green and blue.
    pub fn rgb(&self) -> [u8; 3] {
        let value = u32::from_str_radix(&self.0[1..], 16).unwrap_or_default();
        let [_, red, green, blue] = value.to_be_bytes();
        [red, green, blue]
    }
}

impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Colour {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let is_colour = text.strip_prefix('#').is_some_and(|digits| {
            digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
        });
        if is_colour {
            Ok(Self(text))
        } else {
            Err("a colour is written #rrggbb")
        }
    }
}

/// Reads a site's own settings, else the default theme's. Returns `None` with a diagnostic if they
/// cannot be read.
pub(super) fn load_settings(
    base: Option<&SourceFile>,
    own: Option<&SourceFile>,
    files: &mut SourceMap,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<ThemeSettings> {
    let file = own.or(base)?;
    let error: serde_yaml::Error = match serde_yaml::from_str(&file.text) {
        Ok(settings) => return Some(settings),
        Err(error) => error,
    };
    let location = error.location();
    let start = location.map_or(0, |l| byte_offset(&file.text, l.line(), l.column()));
    let id = files.insert(SourceFile {
        path: format!("themes/{}", file.path),
        text: file.text.clone(),
    });
    let span = Span::new(id, start..start);
    diagnostics.push(Diagnostic::new(Code::BadThemeSettings, span));
    None
}

/// The byte at a line and column, both counted from 1, the column in characters.
fn byte_offset(text: &str, line: u64, column: u64) -> usize {
    let index = |number: u64| usize::try_from(number.saturating_sub(1)).unwrap_or_default();
    let lines = text.split_inclusive('\n').take(index(line));
    let start: usize = lines.map(str::len).sum();
    let before = text[start..].chars().take(index(column));
    start + before.map(char::len_utf8).sum::<usize>()
}
