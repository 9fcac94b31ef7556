//! What there is to choose from: kecamatan and their villages, OPD, topics, the sources of a stop, records to refer to.

use super::slugs::{id, said};
use crate::diag::messages::Words;
use crate::editing::Choice;
use crate::editing::targets;
use crate::records::{Lang, Records};
use serde::Serialize;
use serde_json::Value;

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Entry {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) chosen: bool,
}

impl Entry {
    pub(super) fn new(value: &str, label: impl Into<String>) -> Self {
        Self { value: value.to_owned(), label: label.into(), chosen: false }
    }
}

/// The lists of a site, and of the stop in whose file a record stands.
pub(super) struct Lists<'r> {
    pub(super) records: &'r Records,
    pub(super) main: Lang,
    /// What the file says; nothing if it is to come.
    pub(super) stop: &'r Value,
}

impl Lists<'_> {
    /// What may stand in a field; none if that cannot be listed.
    pub(super) fn of(&self, record: &str, field: &str) -> Option<Vec<Entry>> {
        let records = self.records;
        let said = |text: &crate::records::Text| text.plain_text(self.main, self.main);
        Some(match (record, field) {
            ("Stop", "district") => {
                records.districts.iter().map(|d| Entry::new(d.key.as_str(), d.name.as_str())).collect()
            }
            ("From", "village") => {
                let own = self.stop.get("district").and_then(Value::as_str).unwrap_or_default();
                let district = records.districts.iter().find(|d| d.key.as_str() == own)?;
                district.villages.iter().map(|v| Entry::new(v.key.as_str(), v.name.as_str())).collect()
            }
            ("Response", "office") => {
                records.offices.iter().map(|o| Entry::new(o.key.as_str(), said(&o.name))).collect()
            }
            ("Aspiration" | "Announcement", "topics") => {
                records.topics.iter().map(|t| Entry::new(t.key.as_str(), said(&t.name))).collect()
            }
            ("Aspiration" | "Announcement" | "Response", "sources") => self.sources(),
            ("Correction", "record") => self.entries(),
            _ => return None,
        })
    }

    /// The sources of the stop, by their keys.
    fn sources(&self) -> Vec<Entry> {
        let all = self.stop.get("sources").and_then(Value::as_array).into_iter().flatten();
        let label = |source: &Value| {
            let title = source.get("title").and_then(|text| said(text, self.main));
            let publisher = source.get("publisher").and_then(|text| said(text, self.main));
            [publisher, title].into_iter().flatten().collect::<Vec<_>>().join(": ")
        };
        all.filter_map(|source| Some(Entry::new(id(source)?, label(source)))).collect()
    }

    /// The aspirations and announcements of the stop, by their keys.
    fn entries(&self) -> Vec<Entry> {
        let list = |key: &str| self.stop.get(key).and_then(Value::as_array).into_iter().flatten();
        let label = |entry: &Value| entry.get("title").and_then(|title| said(title, self.main)).unwrap_or_default();
        let all = list("aspirations").chain(list("announcements"));
        all.filter_map(|entry| Some(Entry::new(id(entry)?, label(entry)))).collect()
    }

    /// Everything that can be referred to.
    pub(super) fn references(&self) -> Vec<Entry> {
        let all = targets::all(self.records).into_iter();
        all.map(|found| Entry::new(&found.reference.to_string(), found.words)).collect()
    }
}

/// The words of a type with what they mean.
pub(super) fn meanings(choice: &Choice, words: &Words) -> Vec<Entry> {
    let one = |word: &String| {
        let meaning = words.try_say(&format!("{}-{word}", choice.of), &[]).unwrap_or_else(|| word.clone());
        Entry::new(word, meaning)
    };
    choice.words.iter().map(one).collect()
}

/// What is chosen, in its order, then the rest of the list; what is chosen and not in the list is not lost.
pub(super) fn chosen(mut list: Vec<Entry>, words: &str) -> Vec<Entry> {
    let take = |word: &str| {
        let at = list.iter().position(|entry| entry.value == word);
        Entry { chosen: true, ..at.map_or_else(|| Entry::new(word, word), |at| list.remove(at)) }
    };
    let mut all: Vec<Entry> = words.split_whitespace().map(take).collect();
    all.append(&mut list);
    all
}
