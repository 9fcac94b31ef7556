//! What the fields of one form offer to choose from: the site's lists, and the sources and entries of the stop that the record
//! belongs to. The inputs are made from it.

use crate::editing::choices::{
    Choice, district_choices, office_choices, topic_choices, village_choices,
};
use crate::editing::json::{list_at, localized, record_id, str_at};
use crate::editing::targets;
use crate::records::{Lang, Records};
use serde_json::Value;

/// The lists of a site, and of the stop in whose file the record is.
pub(super) struct FieldOptions<'r> {
    pub(super) records: &'r Records,
    pub(super) main_lang: Lang,
    /// The content of the stop's file; null if it is yet to be created.
    pub(super) stop: &'r Value,
}

impl FieldOptions<'_> {
    /// The options of a field of a type of record. Returns `None` if it has no list, so that anything may be typed.
    pub(super) fn for_field(&self, record_type: &str, field: &str) -> Option<Vec<Choice>> {
        match (record_type, field) {
            ("Stop", "district") => Some(district_choices(self.records)),
            ("From", "village") => {
                let own = str_at(self.stop, "district").unwrap_or_default();
                let mut districts = self.records.districts.iter();
                Some(village_choices(districts.find(|d| d.key.as_str() == own)?))
            }
            ("Response", "office") => Some(office_choices(self.records, self.main_lang)),
            ("Aspiration" | "Announcement", "topics") => {
                Some(topic_choices(self.records, self.main_lang))
            }
            ("Aspiration" | "Announcement" | "Response", "sources") => Some(self.source_options()),
            ("Correction", "record") => Some(self.entry_options()),
            _ => None,
        }
    }

    /// The sources of the stop that have an id.
    fn source_options(&self) -> Vec<Choice> {
        let mut options = Vec::new();
        for source in list_at(self.stop, "sources") {
            if let Some(id) = record_id(source) {
                let names = ["publisher", "title"]
                    .into_iter()
                    .filter_map(|key| localized(source, key, self.main_lang));
                options.push(Choice::new(&id, &names.collect::<Vec<_>>().join(": ")));
            }
        }
        options
    }

    /// The aspirations and announcements of the stop that have an id.
    fn entry_options(&self) -> Vec<Choice> {
        let mut options = Vec::new();
        for entry in ["aspirations", "announcements"]
            .into_iter()
            .flat_map(|key| list_at(self.stop, key))
        {
            if let Some(id) = record_id(entry) {
                let title = localized(entry, "title", self.main_lang);
                options.push(Choice::new(&id, &title.unwrap_or_default()));
            }
        }
        options
    }

    /// Everything that a follow-up can be about.
    pub(super) fn reference_options(&self) -> Vec<Choice> {
        let all = targets::follow_up_targets(self.records).into_iter();
        all.map(|target| Choice::new(&target.reference, &target.title))
            .collect()
    }
}

/// The options with the chosen ones first, in the order in which they were chosen.
pub(super) fn chosen_first(mut options: Vec<Choice>, chosen: &str) -> Vec<Choice> {
    let mut all = Vec::new();
    for word in chosen.split_whitespace() {
        let at = options.iter().position(|option| option.value == word);
        // A record may have a word that the list does not know (any more); the form must not lose it.
        let option = at.map_or_else(|| Choice::new(&word, &word), |at| options.remove(at));
        all.push(Choice {
            selected: true,
            ..option
        });
    }
    all.append(&mut options);
    all
}
