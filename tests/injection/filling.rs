//! Records whose fields are filled with words, each followed by a mark of its own, so that it is found again wherever it is shown.

use super::records::{self, Field};
use super::strings::{self, ACCEPTED, ADDRESSES, CELLS, LINKS};
use crate::common::Tree;
use serde_json::{Value, json};

/// Fields of one line that take no words: the name of a file, a key to sign with.
const NO_WORDS: [&str; 2] = ["Photo.file", "Site.signing_key"];

/// Fields whose links are held against the site: prose in Markdown. In other fields a link is words.
pub(super) const PROSE: [&str; 18] = [
    "Stop.summary",
    "Stop.notes",
    "Correction.text",
    "Photo.caption",
    "Photo.credit",
    "Source.notes",
    "Aspiration.text",
    "Aspiration.withheld",
    "Aspiration.notes",
    "Announcement.notes",
    "Response.text",
    "Response.notes",
    "Commitment.text",
    "Commitment.conditions",
    "FollowUp.text",
    "FollowUp.disputed",
    "FollowUp.notes",
    "Topic.description",
];

fn takes_words(field: &Field<'_>) -> bool {
    matches!(field.format, "text" | "line") && !NO_WORDS.contains(&field.name)
}

/// One stop and what belongs to it, with words from `put` in its fields.
pub(super) fn one(is_withdrawn: bool, put: records::Put<'_>) -> Tree {
    let mut files = records::turn(0, is_withdrawn, put);
    files.extend(records::lists(&[0], &mut |_, field| put(field)));
    files.extend([records::site(put)]);
    files
}

/// What is put into fields: words, each followed by a mark of its own. `m3x7b` is field 3 with words 7, as they are since the
/// second release.
pub(super) struct Filling {
    pub(super) fields: Vec<String>,
    pub(super) words: Vec<strings::Words>,
}

impl Filling {
    pub(super) fn new(words: impl IntoIterator<Item = strings::Words>) -> Self {
        let fields = [
            records::fields(&["text", "line"]),
            vec!["Page.body".to_owned()],
        ]
        .concat();
        Self {
            fields,
            words: words.into_iter().collect(),
        }
    }

    /// Harmless words.
    pub(super) fn plain() -> Self {
        let typed = "Kata biasa";
        Self::new([strings::Words { typed, shown: None }])
    }

    /// Everything that is accepted; links that are refused in prose come last, and stand in other fields.
    pub(super) fn all() -> Self {
        let shown = |typed: &str| {
            if typed.starts_with('<') {
                "javascript:alert(1)"
            } else {
                "buka"
            }
        };
        let links = LINKS.iter().map(|typed| strings::Words {
            typed,
            shown: Some(shown(typed)),
        });
        Self::new(ACCEPTED.iter().copied().chain(links))
    }

    /// The words of a number in both languages, where they may stand.
    fn value_of(&self, n: usize, version: &str, field: &Field<'_>) -> Option<Value> {
        if field.format == "url" {
            return Some(ADDRESSES[n % ADDRESSES.len()].into());
        }
        let n = n % self.words.len();
        let at = self
            .fields
            .iter()
            .position(|name| name == field.name)
            .filter(|_| takes_words(field))?;
        if n >= ACCEPTED.len() && (PROSE.contains(&field.name) || field.name == "Page.body") {
            return Some(json!({"id": "Rekaan", "en": "Rekaan"}));
        }
        let words_in = |lang: &str| match self.words[n].typed {
            typed if CELLS.contains(&typed) => typed.to_owned(),
            typed => format!("{typed} m{at}x{n}{version}{lang}"),
        };
        Some(if field.format == "text" {
            json!({"id": words_in(""), "en": words_in("en")})
        } else {
            words_in("").into()
        })
    }

    /// The records of a release, `which` says the number of the words for a turn and a field.
    pub(super) fn records(
        &self,
        turns: usize,
        release: &str,
        which: impl Fn(usize, usize) -> usize,
    ) -> Tree {
        let value = |turn: usize, field: &Field<'_>| {
            let at = self
                .fields
                .iter()
                .position(|name| name == field.name)
                .unwrap_or_default();
            self.value_of(which(turn, at), release, field)
        };
        let turns: Vec<usize> = (0..turns).collect();
        let mut files = records::lists(&turns, &mut |turn, field| value(turn, field));
        for turn in &turns {
            files.extend(records::turn(*turn, release == "b", &mut |field| {
                value(*turn, field)
            }));
        }
        files.extend([records::site(&mut |field| {
            takes_words(field).then(|| "Rekaan".into())
        })]);
        files.insert("media/rekaan.png".into(), picture());
        files
    }

    /// A small site whose own fields have all words at once: nothing there is Markdown.
    pub(super) fn settings(&self) -> Tree {
        let everything = self
            .words
            .iter()
            .map(|words| words.typed)
            .collect::<Vec<_>>()
            .join(" ");
        let calm = |field: &Field<'_>| match field.format {
            "text" => json!({"id": "Rekaan", "en": "Rekaan"}),
            _ => "Rekaan".into(),
        };
        let mut files = one(true, &mut |field| takes_words(field).then(|| calm(field)));
        files.extend([records::site(&mut |field| {
            takes_words(field).then(|| everything.as_str().into())
        })]);
        files.insert("media/rekaan.png".into(), picture());
        files
    }
}

/// A small photograph.
pub(super) fn picture() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 4, 4);
    encoder.set_color(png::ColorType::Grayscale);
    encoder
        .write_header()
        .unwrap()
        .write_image_data(&[128; 16])
        .unwrap();
    bytes
}
