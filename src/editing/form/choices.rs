//! What there is to choose from: kecamatan and their villages, OPD, topics, the sources of a stop, records to refer to.

use super::slugs::{localized, record_id};
use crate::diag::messages::Messages;
use crate::editing::Enum;
use crate::editing::targets;
use crate::records::{Lang, Records};
use serde::Serialize;
use serde_json::Value;

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct SelectOption {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) selected: bool,
}

impl SelectOption {
    pub(super) fn new(value: &str, label: impl Into<String>) -> Self {
        Self {
            value: value.to_owned(),
            label: label.into(),
            selected: false,
        }
    }
}

/// The lists of a site, and of the stop in whose file a record stands.
pub(super) struct Choices<'r> {
    pub(super) records: &'r Records,
    pub(super) main_lang: Lang,
    /// What the file says; nothing if it is to come.
    pub(super) stop: &'r Value,
}

impl Choices<'_> {
    /// What may stand in a field; none if that cannot be listed.
    pub(super) fn for_field(&self, record: &str, field: &str) -> Option<Vec<SelectOption>> {
        let records = self.records;
        let said = |text: &crate::records::Text| text.plain_text(self.main_lang, self.main_lang);
        Some(match (record, field) {
            ("Stop", "district") => records
                .districts
                .iter()
                .map(|d| SelectOption::new(d.key.as_str(), d.name.as_str()))
                .collect(),
            ("From", "village") => {
                let own = self
                    .stop
                    .get("district")
                    .and_then(Value::as_str)
                    .unwrap_or_default();
                let district = records.districts.iter().find(|d| d.key.as_str() == own)?;
                district
                    .villages
                    .iter()
                    .map(|v| SelectOption::new(v.key.as_str(), v.name.as_str()))
                    .collect()
            }
            ("Response", "office") => records
                .offices
                .iter()
                .map(|o| SelectOption::new(o.key.as_str(), said(&o.name)))
                .collect(),
            ("Aspiration" | "Announcement", "topics") => records
                .topics
                .iter()
                .map(|t| SelectOption::new(t.key.as_str(), said(&t.name)))
                .collect(),
            ("Aspiration" | "Announcement" | "Response", "sources") => self.source_options(),
            ("Correction", "record") => self.entry_options(),
            _ => return None,
        })
    }

    /// The sources of the stop, by their keys.
    fn source_options(&self) -> Vec<SelectOption> {
        let all = self
            .stop
            .get("sources")
            .and_then(Value::as_array)
            .into_iter()
            .flatten();
        let label = |source: &Value| {
            let title = source
                .get("title")
                .and_then(|text| localized(text, self.main_lang));
            let publisher = source
                .get("publisher")
                .and_then(|text| localized(text, self.main_lang));
            [publisher, title]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(": ")
        };
        all.filter_map(|source| Some(SelectOption::new(record_id(source)?, label(source))))
            .collect()
    }

    /// The aspirations and announcements of the stop, by their keys.
    fn entry_options(&self) -> Vec<SelectOption> {
        let list = |key: &str| {
            self.stop
                .get(key)
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
        };
        let label = |entry: &Value| {
            entry
                .get("title")
                .and_then(|title| localized(title, self.main_lang))
                .unwrap_or_default()
        };
        let all = list("aspirations").chain(list("announcements"));
        all.filter_map(|entry| Some(SelectOption::new(record_id(entry)?, label(entry))))
            .collect()
    }

    /// Everything that can be referred to.
    pub(super) fn reference_options(&self) -> Vec<SelectOption> {
        let all = targets::follow_up_targets(self.records).into_iter();
        all.map(|found| SelectOption::new(&found.reference.to_string(), found.title))
            .collect()
    }
}

/// The words of a type with what they mean.
pub(super) fn enum_options(choice: &Enum, words: &Messages) -> Vec<SelectOption> {
    let one = |word: &String| {
        let meaning = words
            .try_message(&format!("{}-{word}", choice.type_name), &[])
            .unwrap_or_else(|| word.clone());
        SelectOption::new(word, meaning)
    };
    choice.variants.iter().map(one).collect()
}

/// What is chosen, in its order, then the rest of the list; what is chosen and not in the list is not lost.
pub(super) fn order_by_selection(mut list: Vec<SelectOption>, words: &str) -> Vec<SelectOption> {
    let take = |word: &str| {
        let at = list.iter().position(|entry| entry.value == word);
        SelectOption {
            selected: true,
            ..at.map_or_else(|| SelectOption::new(word, word), |at| list.remove(at))
        }
    };
    let mut all: Vec<SelectOption> = words.split_whitespace().map(take).collect();
    all.append(&mut list);
    all
}
