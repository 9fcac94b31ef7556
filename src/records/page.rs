//! Pages in Markdown, from content/pages/: about, method, and whatever else the site says of
//! itself.

use super::{Day, Key, Lang, SingleLine, Spanned, Withdrawn};
use crate::diag::Span;
use schemars::JsonSchema;
use serde::Deserialize;

/// A page in one language; `metode.md` is in the site's first language, `metode.en.md` in English.
#[derive(Clone, Debug)]
pub struct PageFile {
    /// The file's name without language and ending; the address is /KEY/.
    pub key: Spanned<Key>,
    /// The language of the file's name; `None` means the site's first.
    pub lang: Option<Lang>,
    /// The YAML between the first two lines of three hyphens.
    pub front_matter: FrontMatter,
    /// The rest, as Markdown.
    pub body: String,
    /// Where the body is written.
    pub body_span: Span,
}

/// The head of a page's file.
#[derive(Clone, Debug, Deserialize, serde::Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FrontMatter {
    /// The page's title.
    pub title: SingleLine,
    /// What the page says, in a sentence; for search engines and previews.
    #[schemars(extend("prose" = true))]
    pub summary: Option<SingleLine>,
    /// Its place in the footer's list, from 1; after all that have one if absent.
    #[schemars(extend("unpublished" = true))]
    pub order: Option<u32>,
    /// It no longer stands: since when, and why. Its address stays and says so.
    pub withdrawn: Option<Withdrawn>,
    /// The keys under which it was published before; they lead here.
    #[serde(default)]
    pub formerly: Vec<Spanned<Key>>,
}

impl FrontMatter {
    /// Whether the page was withdrawn by a day.
    pub fn is_withdrawn_by(&self, day: Day) -> bool {
        let withdrawn = self.withdrawn.as_ref();
        withdrawn.is_some_and(|w| w.date.value <= day)
    }
}
