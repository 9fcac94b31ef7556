//! What can be chosen in a cell: the keys of kecamatan, villages, offices and topics, and the words of the record format.

use super::column::SheetColumn;
use crate::diag::messages::Messages;
use crate::editing::FieldType;
use crate::records::{Lang, Records};

/// A list to choose from.
pub(super) struct ChoiceList {
    /// By which columns find it: the field, or the type of the words.
    pub(super) name: String,
    /// What is chosen, and what it means.
    pub(super) choices: Vec<(String, String)>,
}

/// The name of the list for a column, if it has one.
pub(super) fn list_name(column: &SheetColumn) -> Option<&str> {
    match &column.field_type {
        FieldType::Enum(choice) | FieldType::EnumList(choice) => Some(&choice.type_name),
        _ => ["district", "from.village", "office", "topics"]
            .into_iter()
            .find(|name| *name == column.name),
    }
}

/// The entries of the list for a column.
pub(super) fn choice_list(
    column: &SheetColumn,
    records: &Records,
    main: Lang,
    words: &Messages,
) -> Option<ChoiceList> {
    let name = list_name(column)?.to_owned();
    let entries = match &column.field_type {
        FieldType::Enum(choice) | FieldType::EnumList(choice) => {
            let meaning =
                |word: &String| words.message(&format!("{}-{word}", choice.type_name), &[]);
            choice
                .variants
                .iter()
                .map(|word| (word.clone(), meaning(word)))
                .collect()
        }
        _ => slug_choices(&name, records, main),
    };
    Some(ChoiceList {
        name,
        choices: entries,
    })
}

fn slug_choices(name: &str, records: &Records, main: Lang) -> Vec<(String, String)> {
    match name {
        "district" => records
            .districts
            .iter()
            .map(|d| (d.key.to_string(), d.name.to_string()))
            .collect(),
        "from.village" => {
            let of = |d: &crate::records::District| {
                let name = d.name.to_string();
                d.villages
                    .iter()
                    .map(move |v| (v.key.to_string(), format!("{} ({name})", v.name)))
                    .collect::<Vec<_>>()
            };
            records.districts.iter().flat_map(of).collect()
        }
        "office" => records
            .offices
            .iter()
            .map(|o| {
                (
                    o.key.to_string(),
                    o.name.in_language(main, main).0.to_owned(),
                )
            })
            .collect(),
        _ => records
            .topics
            .iter()
            .map(|t| {
                (
                    t.key.to_string(),
                    t.name.in_language(main, main).0.to_owned(),
                )
            })
            .collect(),
    }
}
