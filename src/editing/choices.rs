//! What a field offers to choose from: kecamatan, villages, OPD and topics of the site, and the
//! words of the record format. Forms show these as selections, the workbook as lists behind its
//! columns.

use super::form_schema::Enum;
use crate::diag::messages::Messages;
use crate::records::{District, Lang, Records};
use serde::Serialize;

/// One entry of such a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Choice {
    /// What is written into the record.
    pub(super) value: String,
    /// What it means.
    pub(super) label: String,
    /// Whether the record has it; a workbook's lists know no record.
    pub(super) selected: bool,
}

impl Choice {
    pub(super) fn new(value: &impl ToString, label: &impl ToString) -> Self {
        Self {
            value: value.to_string(),
            label: label.to_string(),
            selected: false,
        }
    }
}

/// The words of an enumeration with their meanings in the user's language.
pub(super) fn enum_choices(words: &Enum, messages: &Messages) -> Vec<Choice> {
    let mut all = Vec::new();
    for word in &words.variants {
        let meaning = messages.try_message(&format!("{}-{word}", words.type_name), &[]);
        all.push(Choice::new(word, meaning.as_ref().unwrap_or(word)));
    }
    all
}

/// The list of the site from which a field takes its words, with their names in the main language.
/// Returns `None` if there is no such list.
pub(super) fn site_choices(field: &str, records: &Records, main: Lang) -> Option<Vec<Choice>> {
    let mut all = Vec::new();
    match field {
        "district" => {
            for district in &records.districts {
                all.push(Choice::new(&district.key, &district.name));
            }
        }
        "office" => {
            for office in &records.offices {
                all.push(Choice::new(
                    &office.key,
                    &office.name.plain_text(main, main),
                ));
            }
        }
        "topics" => {
            for topic in &records.topics {
                all.push(Choice::new(&topic.key, &topic.name.plain_text(main, main)));
            }
        }
        _ => return None,
    }
    Some(all)
}

/// The villages of a kecamatan.
pub(super) fn village_choices(district: &District) -> Vec<Choice> {
    let villages = district.villages.iter();
    villages.map(|v| Choice::new(&v.key, &v.name)).collect()
}
