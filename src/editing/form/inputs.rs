//! The inputs of a form, made from the fields of a record: required ones first, rare ones
//! collapsed, lists with an empty row more. The template shows them one after the other.

use super::field_options::{FieldOptions, chosen_first};
use crate::diag::messages::Messages;
use crate::editing::choices::{Choice, enum_choices};
use crate::editing::form_values::row_count;
use crate::editing::{FieldType, FormField, FormSchema, FormValues};
use crate::records::{Day, Lang};
use serde::Serialize;

/// An element of a form. Fieldsets contain what is between their opening and their closing item.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(super) enum FormItem {
    /// The beginning of a fieldset.
    Open(Fieldset),
    /// The end of a fieldset.
    Close {
        /// Whether it is collapsible, which makes it another element.
        collapsible: bool,
    },
    /// An input.
    Box(Box<FormInput>),
    /// A button for one row more.
    Add {
        /// The name of the list.
        name: String,
        /// The name of the new row.
        new_row: String,
        label: String,
    },
}

/// Inputs that belong together.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Fieldset {
    pub(super) name: String,
    pub(super) legend: String,
    pub(super) hint: String,
    /// Whether it can be collapsed.
    pub(super) collapsible: bool,
    pub(super) open: bool,
    pub(super) messages: Vec<FieldMessage>,
}

/// An input.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct FormInput {
    pub(super) name: String,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) required: bool,
    /// `line`, `area`, `date`, `number`, `url`, `select`, `checks`, `check`
    pub(super) control: &'static str,
    pub(super) value: String,
    pub(super) options: Vec<Choice>,
    /// Whether references are suggested.
    pub(super) suggests_references: bool,
    /// The language of the text; empty if it has none.
    pub(super) lang: &'static str,
    pub(super) messages: Vec<FieldMessage>,
}

/// A diagnostic beside an input.
#[derive(Clone, Debug, Serialize)]
pub(super) struct FieldMessage {
    pub(super) text: String,
    pub(super) help: String,
    pub(super) is_error: bool,
}

impl FieldMessage {
    /// An error that needs no further help.
    pub(super) fn error(text: String) -> Self {
        Self {
            text,
            help: String::new(),
            is_error: true,
        }
    }
}

/// Makes the inputs of one form.
pub(super) struct FormBuilder<'m> {
    pub(super) messages: &'m Messages,
    pub(super) options: &'m FieldOptions<'m>,
    pub(super) values: &'m FormValues,
    /// The languages of the site, the main one first.
    pub(super) langs: &'m [Lang],
    /// The list for which one row more was requested; empty if for none.
    pub(super) add_row_to: &'m str,
    pub(super) items: Vec<FormItem>,
}

impl FormBuilder<'_> {
    /// Adds the inputs of a record, or of one that it contains: their names then begin with
    /// `prefix`.
    pub(super) fn add_form(&mut self, form: &FormSchema, prefix: &str) {
        let (rare, common): (Vec<&FormField>, Vec<&FormField>) =
            form.fields.iter().partition(|field| field.rare);
        for first in [true, false] {
            for field in &common {
                // An id is required, but made from the title where it is left empty.
                if first == (field.required && field.name != "id") {
                    self.add_field(&form.record_type, field, prefix);
                }
            }
        }
        if rare.is_empty() {
            return;
        }
        let mut open = false;
        for field in &rare {
            // Nobody looks for a value in a collapsed group.
            open |= self.has_value(&format!("{prefix}{}", field.name));
        }
        self.items.push(FormItem::Open(Fieldset {
            legend: self.messages.message("form-rare", &[]),
            collapsible: true,
            open,
            ..Fieldset::default()
        }));
        for field in rare {
            self.add_field(&form.record_type, field, prefix);
        }
        self.items.push(FormItem::Close { collapsible: true });
    }

    fn has_value(&self, name: &str) -> bool {
        let mut rests = self.values.keys().filter_map(|key| key.strip_prefix(name));
        rests.any(|rest| rest.is_empty() || rest.starts_with('.'))
    }

    fn add_field(&mut self, record: &str, field: &FormField, prefix: &str) {
        let name = format!("{prefix}{}", field.name);
        let key = format!("{record}-{}", field.name);
        let label = self
            .messages
            .try_message(&format!("{key}.label"), &[])
            .unwrap_or_else(|| field.name.clone());
        let options = self.options.for_field(record, &field.name);
        // The options explain themselves.
        let hint = if options.is_some() {
            String::new()
        } else {
            self.field_hint(&key, &field.field_type)
        };
        // Ids are made from titles where they are left empty.
        let required = field.required && field.name != "id";
        let value = self.values.get(&name).cloned().unwrap_or_default();
        let input = FormInput {
            name,
            label,
            hint,
            required,
            value,
            ..FormInput::default()
        };
        match &field.field_type {
            FieldType::Translated => self.add_text_inputs(field, &input),
            FieldType::TranslatedList | FieldType::NestedList(_) => self.add_rows(field, &input),
            FieldType::Nested(form) | FieldType::Deadline(form) => {
                let prefix = format!("{}.", input.name);
                self.open_fieldset(&input);
                self.add_form(form, &prefix);
                self.items.push(FormItem::Close { collapsible: false });
            }
            FieldType::SeparateRecords(_) => {}
            FieldType::Boolean => self.push_input("check", input),
            FieldType::Number => self.push_input("number", input),
            FieldType::Enum(words) => {
                self.add_choice("select", input, enum_choices(words, self.messages));
            }
            FieldType::EnumList(words) => {
                self.add_choice("checks", input, enum_choices(words, self.messages));
            }
            FieldType::Line(format) => match options {
                Some(options) => self.add_choice("select", input, options),
                None => self.add_line(format, input),
            },
            FieldType::Tokens { format, .. } => match options {
                Some(options) => self.add_choice("checks", input, options),
                None => self.add_line(format, input),
            },
        }
    }

    fn push_input(&mut self, control: &'static str, input: FormInput) {
        let input = FormInput { control, ..input };
        self.items.push(FormItem::Box(Box::new(input)));
    }

    fn add_choice(&mut self, control: &'static str, mut input: FormInput, options: Vec<Choice>) {
        input.options = chosen_first(options, &input.value);
        self.push_input(control, input);
    }

    /// Adds an input of one line for words of a format.
    fn add_line(&mut self, format: &str, mut input: FormInput) {
        input.suggests_references = format == "reference";
        let control = match format {
            // A date picker would show nothing in place of a text that is no date.
            "date" if input.value.is_empty() || Day::parse(&input.value).is_some() => "date",
            "url" => "url",
            _ => "line",
        };
        self.push_input(control, input);
    }

    /// Begins the fieldset of a field that has several inputs.
    fn open_fieldset(&mut self, field: &FormInput) {
        self.items.push(FormItem::Open(Fieldset {
            name: field.name.clone(),
            legend: field.label.clone(),
            hint: field.hint.clone(),
            ..Fieldset::default()
        }));
    }

    /// Adds an input for each language of the site, and for every other one that has a text.
    fn add_text_inputs(&mut self, field: &FormField, input: &FormInput) {
        let mut langs = self.langs.to_vec();
        langs.extend(
            Lang::ALL
                .into_iter()
                .filter(|lang| !self.langs.contains(lang)),
        );
        for (n, lang) in langs.into_iter().enumerate() {
            let name = format!("{}.{lang}", input.name);
            let value = match self.values.get(&name) {
                Some(value) => value.clone(),
                None if n < self.langs.len() => String::new(),
                None => continue,
            };
            let control = if field.multiline || value.contains('\n') {
                "area"
            } else {
                "line"
            };
            let mut own = FormInput {
                name,
                value,
                lang: lang.code(),
                ..input.clone()
            };
            // Only the main language is required, and what is said of it need not be said again.
            if n > 0 {
                let lang_name = self.messages.message(&format!("form-in-{lang}"), &[]);
                own.label = format!("{} ({lang_name})", input.label);
                own.hint.clear();
                own.required = false;
            }
            self.push_input(control, own);
        }
    }

    /// Adds the rows that have values, an empty one, and a button for more.
    fn add_rows(&mut self, field: &FormField, input: &FormInput) {
        let filled = row_count(self.values.keys(), &input.name);
        let requested = usize::from(self.add_row_to == input.name);
        let label = ("label", input.label.clone());
        self.open_fieldset(input);
        for n in 0..=filled + requested {
            let name = format!("{}.{n}", input.name);
            // Rows that are yet to be filled in are collapsed, except the one that was requested.
            let collapsible = n >= filled;
            let key = if collapsible {
                "form-row-new"
            } else {
                "form-row"
            };
            let args = [label.clone(), ("number", (n + 1).to_string())];
            self.items.push(FormItem::Open(Fieldset {
                name: name.clone(),
                legend: self.messages.message(key, &args),
                collapsible,
                open: requested == 1 && n == filled,
                ..Fieldset::default()
            }));
            if let FieldType::NestedList(form) = &field.field_type {
                self.add_form(form, &format!("{name}."));
            } else {
                let hint = String::new();
                let input = input.clone();
                self.add_text_inputs(
                    field,
                    &FormInput {
                        name,
                        hint,
                        ..input
                    },
                );
            }
            self.items.push(FormItem::Close { collapsible });
        }
        self.items.push(FormItem::Add {
            name: input.name.clone(),
            new_row: format!("{}.{filled}", input.name),
            label: self.messages.message("form-add", &[label]),
        });
        self.items.push(FormItem::Close { collapsible: false });
    }

    /// What to type: the help of the field without its example in YAML.
    fn field_hint(&self, key: &str, field_type: &FieldType) -> String {
        if let Some(own) = self.messages.try_message(&format!("{key}.hint"), &[]) {
            return own;
        }
        // As do the words of an enumeration, which have their meanings beside them.
        if matches!(field_type, FieldType::Enum(_) | FieldType::EnumList(_)) {
            return String::new();
        }
        let help = self.messages.try_message(key, &[]).unwrap_or_default();
        let marker = self.messages.message("form-example", &[]);
        let Some((text, example)) = help.split_once(&format!(" {marker}")) else {
            return help;
        };
        match field_type {
            // One value is typed as it is shown, but without the quotes of YAML.
            FieldType::Line(_) | FieldType::Number | FieldType::Translated => {
                format!("{text} {marker}{}", example.replace('"', ""))
            }
            _ => text.to_owned(),
        }
    }
}

/// Puts messages beside the inputs or fieldsets with their names, and opens the fieldsets around
/// these. Returns those that have no input.
pub(super) fn attach_messages(
    items: &mut [FormItem],
    messages: Vec<(Option<String>, FieldMessage)>,
) -> Vec<FieldMessage> {
    let mut unattached = Vec::new();
    for (name, message) in messages {
        let Some((at, enclosing)) = name.and_then(|name| find_item(items, &name)) else {
            unattached.push(message);
            continue;
        };
        // A message in a collapsed fieldset would not be seen.
        for n in enclosing.into_iter().chain([at]) {
            if let FormItem::Open(fieldset) = &mut items[n] {
                fieldset.open = true;
            }
        }
        match &mut items[at] {
            FormItem::Open(fieldset) => fieldset.messages.push(message),
            FormItem::Box(input) => input.messages.push(message),
            FormItem::Close { .. } | FormItem::Add { .. } => {}
        }
    }
    unattached
}

/// The index of the input or fieldset with that name, and those of the fieldsets around it.
fn find_item(items: &[FormItem], name: &str) -> Option<(usize, Vec<usize>)> {
    let mut enclosing = Vec::new();
    for (n, item) in items.iter().enumerate() {
        match item {
            FormItem::Open(fieldset) if fieldset.name == name => return Some((n, enclosing)),
            FormItem::Box(input) if input.name == name => return Some((n, enclosing)),
            FormItem::Open(_) => enclosing.push(n),
            FormItem::Close { .. } => {
                enclosing.pop();
            }
            FormItem::Box(_) | FormItem::Add { .. } => {}
        }
    }
    None
}

/// The label of the input with that name.
pub(super) fn input_label<'i>(items: &'i [FormItem], name: &str) -> Option<&'i str> {
    items.iter().find_map(|item| match item {
        FormItem::Box(input) if input.name == name => Some(&*input.label),
        _ => None,
    })
}

/// The names of all inputs and fieldsets.
pub(super) fn item_names(items: &[FormItem]) -> impl Iterator<Item = &str> {
    items.iter().filter_map(|item| match item {
        FormItem::Open(group) => Some(group.name.as_str()).filter(|name| !name.is_empty()),
        FormItem::Box(input) => Some(&*input.name),
        _ => None,
    })
}
