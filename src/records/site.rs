//! `site.yaml`: what the site is called, at which address it is published, who answers for it.

use super::{BaseUrl, Key, Lang, SingleLine, Spanned, Text, Url};
use crate::diag::{Code, Diagnostic};
use schemars::JsonSchema;
use serde::Deserialize;

/// The theme of a site that names none; it is part of the program.
pub const DEFAULT_THEME: &str = "pendopo";

/// The number of the record format that this program reads.
pub const FORMAT_VERSION: u32 = 1;

/// The diagnostic about a record format's number; `None` if it is this program's.
pub fn format_mismatch(found: &Spanned<u32>) -> Option<Diagnostic> {
    if found.value == FORMAT_VERSION {
        return None;
    }
    // A newer one needs a newer program; any other was never a number of this format.
    let age = if found.value > FORMAT_VERSION {
        "newer"
    } else {
        "other"
    };
    let diagnostic = Diagnostic::new(Code::UnsupportedFormat, found.span)
        .arg("found", found.to_string())
        .arg("known", FORMAT_VERSION.to_string())
        .arg("age", age);
    Some(diagnostic)
}

/// The site as a whole.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// The record format's number: 1.
    pub format: Spanned<u32>,
    /// The site's name.
    pub title: Text,
    /// Where the site will stand.
    pub base_url: BaseUrl,
    /// The languages of the site; the first is the main one.
    pub languages: Spanned<Vec<Spanned<Lang>>>,
    /// Who publishes it.
    pub publisher: Text,
    /// Where an error is reported.
    pub contact: Option<Contact>,
    /// The licence of the texts, as an SPDX identifier.
    pub licence: SingleLine,
    /// Whether the government itself publishes the site, or others do.
    #[schemars(extend("words" = "standing"))]
    pub standing: Spanned<Standing>,
    /// Whose "today" counts; WIB if absent.
    #[serde(default)]
    pub time_zone: TimeZone,
    /// The theme; pendopo if absent.
    pub theme: Option<Spanned<Key>>,
    /// What is published beside the pages; everything if absent.
    #[serde(default)]
    pub outputs: Outputs,
    /// The public key (minisign) with which the manifest's signature is checked; without it nothing is signed.
    pub signing_key: Option<Spanned<SingleLine>>,
    /// Names that may stand in texts: of streets, schools, historical persons.
    #[serde(default)]
    pub public_names: Vec<SingleLine>,
}

impl Site {
    /// The first of its languages: what a text without a language is in.
    pub fn main_language(&self) -> Lang {
        self.languages.first().map_or(Lang::Id, |l| l.value)
    }

    /// The licence's page, if it has the form of an SPDX identifier.
    pub fn licence_url(&self) -> Option<String> {
        let name = self.licence.as_str();
        let mut bytes = name.bytes();
        let is_spdx = bytes.all(|b| b.is_ascii_alphanumeric() || b"-.+".contains(&b));
        is_spdx.then(|| format!("https://spdx.org/licenses/{name}"))
    }
}

/// Who speaks on the site; every page says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, serde::Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// The government whose promises these are.
    Official,
    /// Others, who compile it from reports.
    Independent,
}

/// Where an error is reported; at least one of them.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// An office's e-mail address.
    pub email: Option<SingleLine>,
    /// An office's `WhatsApp` number, with the country's code.
    pub whatsapp: Option<SingleLine>,
    /// A page with a form or an address.
    pub page: Option<Url>,
}

/// Indonesia's time zones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum TimeZone {
    /// UTC+7, Jember's.
    #[default]
    #[serde(rename = "WIB")]
    West,
    /// UTC+8.
    #[serde(rename = "WITA")]
    Central,
    /// UTC+9.
    #[serde(rename = "WIT")]
    East,
}

impl TimeZone {
    /// Hours ahead of UTC.
    pub fn utc_offset_hours(self) -> i64 {
        match self {
            Self::West => 7,
            Self::Central => 8,
            Self::East => 9,
        }
    }
}

/// What is published beside pages, sitemap and headers.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Outputs {
    /// Citations in the formats of reference managers.
    pub citations: bool,
    /// Preview pictures.
    pub cards: bool,
    /// The search index.
    pub search: bool,
    /// The downloads under /data/.
    pub data: bool,
    /// Feeds and calendars.
    pub feeds: bool,
    /// A JSON file beside each page.
    pub twins: bool,
    /// Compressed copies of the files.
    pub compress: bool,
}

impl Default for Outputs {
    fn default() -> Self {
        Self {
            citations: true,
            cards: true,
            search: true,
            data: true,
            feeds: true,
            twins: true,
            compress: true,
        }
    }
}
