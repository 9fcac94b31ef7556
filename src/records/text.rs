//! Texts: a single line, or prose in one or several languages; and what makes a text readable.

use super::Spanned;
use crate::diag::messages::Language;
use crate::diag::{Code, Span, UnspannedDiagnostic, is_invisible};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use std::{borrow::Cow, fmt};

/// The most characters that one text may have.
pub const MAX_TEXT_LENGTH: usize = 20_000;

/// The most accents and the like that one letter may have; no language needs as many.
const MAX_COMBINING_MARKS: usize = 16;

/// A language in which words may be recorded; the site itself speaks the first two.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Deserialize,
    serde::Serialize,
    JsonSchema,
)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub enum Lang {
    /// Indonesian.
    Id,
    /// English.
    En,
    /// Javanese.
    Jv,
    /// Madurese.
    Mad,
}

impl Lang {
    /// All of them, in the order of the format page.
    pub const ALL: [Self; 4] = [Self::Id, Self::En, Self::Jv, Self::Mad];

    /// The language in which the program speaks to its readers.
    pub fn program_language(self) -> Language {
        if self == Self::En {
            Language::English
        } else {
            Language::Indonesian
        }
    }

    /// The code of BCP 47, as in `lang="id"`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::En => "en",
            Self::Jv => "jv",
            Self::Mad => "mad",
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// One line that is never empty: a name, a publisher.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize, JsonSchema)]
#[serde(try_from = "String")]
#[schemars(inline, extend("format" = "line"))]
pub struct SingleLine(String);

/// The words of one record, for rules that look at every text wherever it is written.
#[derive(Debug, Default)]
pub struct RecordTexts<'r> {
    /// Texts that may be in several languages.
    pub multilingual: Vec<&'r Text>,
    /// Single lines; they are in no language.
    pub lines: Vec<&'r SingleLine>,
}

impl SingleLine {
    /// The line.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for SingleLine {
    type Error = UnspannedDiagnostic;

    fn try_from(text: String) -> Result<Self, UnspannedDiagnostic> {
        validate_text(&text)?;
        Ok(Self(text.trim().to_owned()))
    }
}

impl serde::Serialize for SingleLine {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl fmt::Display for SingleLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Checks that a text can be read.
///
/// # Errors
/// It is empty or too long, has an invisible character, or letters with piles of marks.
pub fn validate_text(text: &str) -> Result<(), UnspannedDiagnostic> {
    if let Some(hidden) = first_invisible(text) {
        return Err(UnspannedDiagnostic::new(Code::InvisibleCharacter)
            .arg("found", format!("U+{:04X}", hidden as u32)));
    }
    if text.trim().is_empty() {
        return Err(UnspannedDiagnostic::new(Code::EmptyText));
    }
    if text.len() > MAX_TEXT_LENGTH && text.chars().count() > MAX_TEXT_LENGTH {
        return Err(
            UnspannedDiagnostic::new(Code::TextTooLong).arg("limit", MAX_TEXT_LENGTH.to_string())
        );
    }
    if has_stacked_diacritics(text) {
        return Err(UnspannedDiagnostic::new(Code::StackedDiacritics)
            .arg("limit", MAX_COMBINING_MARKS.to_string()));
    }
    Ok(())
}

/// Whether a letter has so many marks that they cover the lines around it.
fn has_stacked_diacritics(text: &str) -> bool {
    let is_mark = |c: char| matches!(c, '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}');
    let mut marks = 0;
    !text.is_ascii()
        && text.chars().any(|c| {
            marks = if is_mark(c) { marks + 1 } else { 0 };
            marks > MAX_COMBINING_MARKS
        })
}

/// Checks that prose can be read: an entity such as `&#x202e;`, which Markdown makes a character, must not hide anything
/// either.
///
/// # Errors
/// As [`validate_text`].
pub fn validate_markdown(text: &str) -> Result<(), UnspannedDiagnostic> {
    validate_text(text)?;
    match super::markdown::first_invisible_entity(text) {
        Some(hidden) => Err(UnspannedDiagnostic::new(Code::InvisibleCharacter)
            .arg("found", format!("U+{:04X}", hidden as u32))),
        None => Ok(()),
    }
}

/// The first invisible character of a text.
pub fn first_invisible(text: &str) -> Option<char> {
    // Nearly every text is plain ASCII. Without an early end this loop is compiled to vector instructions.
    let is_plain = |byte: u8| matches!(byte, b' '..=b'~' | b'\n' | b'\t');
    if text.bytes().fold(true, |all, byte| all & is_plain(byte)) {
        return None;
    }
    text.chars().find(|&c| is_invisible(c))
}

/// A text in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translation {
    /// The language; `None` means the site's first.
    pub lang: Option<Lang>,
    /// The text, which is Markdown in prose fields.
    pub text: String,
    /// Where it is written.
    pub span: Span,
}

impl Translation {
    fn new(lang: Option<Lang>, text: &str, span: Span) -> Self {
        Self {
            lang,
            text: text.trim_end().to_owned(),
            span,
        }
    }
}

/// A title or prose: in YAML a string in the site's first language, or a map by language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// In the order of the file, at least one.
    pub translations: Vec<Translation>,
    /// Where all of it is written.
    pub span: Span,
}

impl Text {
    /// The text in the language `wanted`, else in the site's first language `main`, else in whatever there is; with the
    /// language it is in.
    pub fn in_language(&self, wanted: Lang, main: Lang) -> (&str, Lang) {
        let find = |lang: Lang| {
            self.translations
                .iter()
                .find(|s| s.lang.unwrap_or(main) == lang)
        };
        let translation = find(wanted)
            .or_else(|| find(main))
            .or_else(|| self.translations.first());
        translation.map_or(("", main), |t| (t.text.as_str(), t.lang.unwrap_or(main)))
    }

    /// The same text without Markdown, in one line.
    pub fn plain_text(&self, wanted: Lang, main: Lang) -> String {
        super::markdown_to_text(self.in_language(wanted, main).0)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct StringOrMap(Vec<Translation>);
        struct StringOrMapVisitor;

        impl<'de> Visitor<'de> for StringOrMapVisitor {
            type Value = StringOrMap;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text, or a map by language")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<StringOrMap, E> {
                validate_markdown(text).map_err(E::custom)?;
                Ok(StringOrMap(vec![Translation::new(
                    None,
                    text,
                    Span::default(),
                )]))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<StringOrMap, A::Error> {
                let mut translations = Vec::new();
                while let Some(lang) = map.next_key::<Lang>()? {
                    let Spanned { value, span } = map.next_value::<Spanned<String>>()?;
                    validate_markdown(&value).map_err(serde::de::Error::custom)?;
                    translations.push(Translation::new(Some(lang), &value, span));
                }
                if translations.is_empty() {
                    return Err(serde::de::Error::custom(UnspannedDiagnostic::new(
                        Code::EmptyText,
                    )));
                }
                Ok(StringOrMap(translations))
            }
        }

        impl<'de> Deserialize<'de> for StringOrMap {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_any(StringOrMapVisitor)
            }
        }

        let Spanned {
            value: StringOrMap(mut translations),
            span,
        } = Spanned::<StringOrMap>::deserialize(deserializer)?;
        if let [
            Translation {
                lang: None,
                span: own,
                ..
            },
        ] = &mut translations[..]
        {
            *own = span;
        }
        Ok(Self { translations, span })
    }
}

/// As it is written: a string, or a map by language.
impl serde::Serialize for Text {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let [
            Translation {
                lang: None, text, ..
            },
        ] = &self.translations[..]
        {
            return serializer.serialize_str(text);
        }
        serializer.collect_map(
            self.translations
                .iter()
                .filter_map(|t| Some((t.lang?.code(), &t.text))),
        )
    }
}

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let prose =
            json_schema!({ "type": "string", "format": "text", "maxLength": MAX_TEXT_LENGTH });
        let languages: serde_json::Map<_, _> = Lang::ALL
            .iter()
            .map(|l| (l.code().to_owned(), prose.clone().to_value()))
            .collect();
        json_schema!({ "anyOf": [
            prose,
            { "type": "object", "properties": languages, "additionalProperties": false, "minProperties": 1, "title": "Text" },
        ] })
    }
}
