//! The lists behind a workbook's columns, from which a spreadsheet program lets people choose. The
//! export writes them on a sheet of their own.

use super::column::SheetColumn;
use crate::diag::messages::Messages;
use crate::editing::FieldType;
use crate::editing::choices::{Choice, enum_choices, site_choices, village_choices};
use crate::records::{Lang, Records};

/// A list to choose from.
pub(super) struct ChoiceList {
    /// The field, or the type of the enumeration: columns of the same name share a list.
    pub(super) name: String,
    pub(super) choices: Vec<Choice>,
}

/// The name of the list for a column, if it has one.
pub(super) fn list_name(column: &SheetColumn) -> Option<&str> {
    match &column.field_type {
        FieldType::Enum(words) | FieldType::EnumList(words) => Some(&words.type_name),
        _ => ["district", "from.village", "office", "topics"]
            .into_iter()
            .find(|name| *name == column.name),
    }
}

/// The list for a column. Returns `None` if it has none.
pub(super) fn choice_list(
    column: &SheetColumn,
    records: &Records,
    main: Lang,
    messages: &Messages,
) -> Option<ChoiceList> {
    let name = list_name(column)?;
    let choices = match &column.field_type {
        FieldType::Enum(words) | FieldType::EnumList(words) => enum_choices(words, messages),
        _ if name == "from.village" => all_villages(records),
        _ => site_choices(name, records, main)?,
    };
    Some(ChoiceList {
        name: name.to_owned(),
        choices,
    })
}

/// The villages of all kecamatan; a sheet has rows of all of them, so that each village names its
/// own.
fn all_villages(records: &Records) -> Vec<Choice> {
    let mut all = Vec::new();
    for district in &records.districts {
        for mut village in village_choices(district) {
            village.label = format!("{} ({})", village.label, district.name);
            all.push(village);
        }
    }
    all
}
