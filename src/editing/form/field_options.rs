//! What the fields of one form offer to choose from: the site's lists, and the sources and entries
//! of the stop that the record belongs to. The inputs are made from it.

use crate::editing::choices::{Choice, site_choices, village_choices};
use crate::editing::json::{entries, list_at, localized, record_id, str_at};
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
    /// The options of a field of a type of record. Returns `None` if it has no list, so that
    /// anything may be typed.
    pub(super) fn for_field(&self, record_type: &str, field: &str) -> Option<Vec<Choice>> {
        match (record_type, field) {
            ("From", "village") => {
                let own = str_at(self.stop, "district").unwrap_or_default();
                let mut districts = self.records.districts.iter();
                Some(village_choices(districts.find(|d| d.key.as_str() == own)?))
            }
            ("Aspiration" | "Announcement" | "Response", "sources") => Some(self.source_options()),
            ("Correction", "record") => Some(self.entry_options()),
            _ => site_choices(field, self.records, self.main_lang),
        }
    }

    /// The sources of the stop that have an id.
    fn source_options(&self) -> Vec<Choice> {
        let mut options = Vec::new();
        for source in list_at(self.stop, "sources") {
            if let Some(id) = record_id(source) {
                let mut names = Vec::new();
                for key in ["publisher", "title"] {
                    names.extend(localized(source, key, self.main_lang));
                }
                options.push(Choice::new(&id, &names.join(": ")));
            }
        }
        options
    }

    /// The aspirations and announcements of the stop that have an id.
    fn entry_options(&self) -> Vec<Choice> {
        let mut options = Vec::new();
        for entry in entries(self.stop) {
            if let Some(id) = record_id(entry) {
                let title = localized(entry, "title", self.main_lang);
                options.push(Choice::new(&id, &title.unwrap_or_default()));
            }
        }
        options
    }

    /// Everything that a follow-up can be about.
    pub(super) fn reference_options(&self) -> Vec<Choice> {
        let mut options = Vec::new();
        for target in targets::follow_up_targets(self.records) {
            options.push(Choice::new(&target.reference, &target.title));
        }
        options
    }
}

/// The options with the chosen ones first, in the order in which they were chosen.
pub(super) fn chosen_first(mut options: Vec<Choice>, chosen: &str) -> Vec<Choice> {
    let mut all = Vec::new();
    for word in chosen.split_whitespace() {
        let mut choice = match options.iter().position(|option| option.value == word) {
            Some(at) => options.remove(at),
            // A record may have a word that the list does not know (any more); the form must not
            // lose it.
            None => Choice::new(&word, &word),
        };
        choice.selected = true;
        all.push(choice);
    }
    all.append(&mut options);
    all
}
