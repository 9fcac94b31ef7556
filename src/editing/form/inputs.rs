//! The fields of a record as boxes to type in, one after the other: what is needed first, what is rarely needed folded away, rows
//! with an empty one more.

use super::choices::{Entry, Lists, chosen, meanings};
use crate::diag::messages::Words;
use crate::editing::{Field, Flat, Form, Shape};
use crate::records::{Day, Lang};
use serde::Serialize;

/// Fields that few records have.
const RARE: [&str; 24] = [
    "number_basis",
    "until",
    "heard",
    "notes",
    "publish_on",
    "photos",
    "corrections",
    "cited_by",
    "services",
    "withdrawn",
    "formerly",
    "setting",
    "reported_by",
    "again",
    "withheld",
    "name",
    "consent",
    "archived",
    "partial",
    "bearing",
    "check",
    "disputed",
    "replaced_by",
    "by",
];
/// Fields that are needed by whom they are for, whatever they are called elsewhere.
const COMMON: [(&str, &str); 2] = [("Official", "name"), ("Due", "by")];
/// Texts of several lines.
const LONG: [&str; 7] = ["text", "summary", "notes", "reason", "disputed", "withheld", "alt"];

/// One thing after the other; what is opened is closed.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "is", rename_all = "lowercase")]
pub(super) enum Item {
    /// Boxes that belong together.
    Open(Group),
    /// The end of them.
    Close {
        /// Were they folded away?
        folded: bool,
    },
    /// A box.
    Box(Box<Input>),
    /// One row more.
    Add {
        /// The name of the list.
        name: String,
        /// Where the new row will stand.
        to: String,
        label: String,
    },
}

/// Boxes that belong together.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Group {
    pub(super) name: String,
    pub(super) legend: String,
    pub(super) hint: String,
    /// Can it be folded away?
    pub(super) folded: bool,
    pub(super) open: bool,
    pub(super) messages: Vec<Message>,
}

/// A box.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Input {
    pub(super) name: String,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) required: bool,
    /// `line`, `area`, `date`, `number`, `url`, `select`, `checks`, `check`
    pub(super) control: &'static str,
    pub(super) value: String,
    pub(super) options: Vec<Entry>,
    /// Does the list of references help?
    pub(super) referring: bool,
    /// The language of what is typed; empty where it has none.
    pub(super) lang: &'static str,
    pub(super) messages: Vec<Message>,
}

/// What a rule says.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Message {
    pub(super) text: String,
    pub(super) help: String,
    pub(super) is_error: bool,
}

impl Message {
    /// An error that needs no further help.
    pub(super) fn error(text: String) -> Self {
        Self { text, help: String::new(), is_error: true }
    }
}

/// What the boxes are made from.
pub(super) struct Maker<'m> {
    pub(super) words: &'m Words,
    pub(super) lists: &'m Lists<'m>,
    pub(super) typed: &'m Flat,
    /// The languages of the site, the main one first.
    pub(super) langs: &'m [Lang],
    /// The list for which one row more was asked.
    pub(super) more: &'m str,
    pub(super) items: Vec<Item>,
}

impl Maker<'_> {
    /// All boxes of a form.
    pub(super) fn form(&mut self, form: &Form, prefix: &str) {
        let is_rare = |f: &&Field| {
            let known = COMMON.contains(&(form.record.as_str(), f.name.as_str()));
            RARE.contains(&f.name.as_str()) && !f.required && !known
        };
        let (rare, common): (Vec<&Field>, Vec<&Field>) = form.fields.iter().partition(is_rare);
        let (first, then): (Vec<&Field>, Vec<&Field>) = common.into_iter().partition(|f| f.required && f.name != "id");
        for field in first.into_iter().chain(then) {
            self.field(&form.record, field, prefix);
        }
        if !rare.is_empty() {
            let is_typed = |f: &&Field| self.is_typed(&format!("{prefix}{}", f.name));
            let open = rare.iter().any(is_typed);
            let legend = self.words.say("form-rare", &[]);
            self.items.push(Item::Open(Group { legend, folded: true, open, ..Group::default() }));
            for field in rare {
                self.field(&form.record, field, prefix);
            }
            self.items.push(Item::Close { folded: true });
        }
    }

    fn is_typed(&self, name: &str) -> bool {
        self.typed.keys().any(|key| key.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.')))
    }

    fn field(&mut self, record: &str, field: &Field, prefix: &str) {
        let name = format!("{prefix}{}", field.name);
        let key = format!("{record}-{}", field.name);
        let label = self.words.try_say(&format!("{key}.label"), &[]).unwrap_or_else(|| field.name.clone());
        let options = self.lists.of(record, &field.name);
        // What can be chosen says itself what it means.
        let hint = if options.is_some() { String::new() } else { self.hint(&key, &field.shape) };
        // Keys are made from titles.
        let required = field.required && field.name != "id";
        let value = self.typed.get(&name).cloned().unwrap_or_default();
        let input = Input { name, label, hint, required, value, ..Input::default() };
        match &field.shape {
            Shape::Prose => self.prose(&field.name, &input),
            Shape::Proses => self.rows(&input, |maker, name, input| {
                maker.prose(&field.name, &Input { name: name.to_owned(), hint: String::new(), ..input.clone() });
            }),
            Shape::Rows(form) => self.rows(&input, |maker, name, _| maker.form(form, &format!("{name}."))),
            Shape::Part(form) | Shape::Due(form) => {
                let Input { name, label, hint, .. } = input;
                let prefix = format!("{name}.");
                self.items.push(Item::Open(Group { name, legend: label, hint, ..Group::default() }));
                self.form(form, &prefix);
                self.items.push(Item::Close { folded: false });
            }
            Shape::Records(_) => {}
            Shape::Truth => self.push(Input { control: "check", ..input }),
            Shape::Choice(choice) => self.select(input, meanings(choice, self.words)),
            Shape::Choices(choice) => self.checks(input, meanings(choice, self.words)),
            Shape::Number => self.push(Input { control: "number", ..input }),
            Shape::Word(format) => match options {
                Some(options) => self.select(input, options),
                None => self.push(line(format, input)),
            },
            Shape::Words { format, .. } => match options {
                Some(options) => self.checks(input, options),
                None => self.push(line(format, input)),
            },
        }
    }

    fn push(&mut self, input: Input) {
        self.items.push(Item::Box(Box::new(input)));
    }

    fn select(&mut self, input: Input, options: Vec<Entry>) {
        let options = chosen(options, &input.value);
        self.push(Input { control: "select", options, ..input });
    }

    fn checks(&mut self, input: Input, options: Vec<Entry>) {
        let options = chosen(options, &input.value);
        self.push(Input { control: "checks", options, ..input });
    }

    /// A box for each language of the site, and for those in which something was typed.
    fn prose(&mut self, field: &str, input: &Input) {
        let value = |lang: Lang| self.typed.get(&format!("{}.{lang}", input.name)).cloned();
        let others = Lang::ALL.into_iter().filter(|lang| !self.langs.contains(lang) && value(*lang).is_some());
        let all: Vec<Lang> = self.langs.iter().copied().chain(others).collect();
        for (n, lang) in all.iter().enumerate() {
            let value = value(*lang).unwrap_or_default();
            let label = match n {
                0 => input.label.clone(),
                _ => format!("{} ({})", input.label, self.words.say(&format!("form-in-{lang}"), &[])),
            };
            let hint = if n == 0 { input.hint.clone() } else { String::new() };
            let control = if LONG.contains(&field) || value.contains('\n') { "area" } else { "line" };
            let (name, required) = (format!("{}.{lang}", input.name), input.required && n == 0);
            self.items.push(Item::Box(Box::new(Input {
                name,
                label,
                hint,
                required,
                value,
                control,
                lang: lang.code(),
                ..Input::default()
            })));
        }
    }

    /// The rows there are, an empty one, and a button for more.
    fn rows(&mut self, input: &Input, mut row: impl FnMut(&mut Self, &str, &Input)) {
        let below =
            |key: &String| key.strip_prefix(&input.name)?.strip_prefix('.')?.split('.').next()?.parse::<usize>().ok();
        let there = self.typed.keys().filter_map(below).max().map_or(0, |last| last + 1);
        let more = usize::from(self.more == input.name);
        let Input { name, label, hint, .. } = input.clone();
        self.items.push(Item::Open(Group { name: name.clone(), legend: label.clone(), hint, ..Group::default() }));
        for n in 0..=there + more {
            let args = [("label", label.clone()), ("number", (n + 1).to_string())];
            let (folded, key) = if n < there { (false, "form-row") } else { (true, "form-row-new") };
            let (name, legend) = (format!("{name}.{n}"), self.words.say(key, &args));
            let open = more == 1 && n == there;
            self.items.push(Item::Open(Group { name: name.clone(), legend, folded, open, ..Group::default() }));
            row(self, &name, input);
            self.items.push(Item::Close { folded });
        }
        let to = format!("{name}.{there}");
        let label = self.words.say("form-add", &[("label", label)]);
        self.items.push(Item::Add { name, to, label });
        self.items.push(Item::Close { folded: false });
    }

    /// What to type, without how it is written in YAML.
    fn hint(&self, key: &str, shape: &Shape) -> String {
        if let Some(own) = self.words.try_say(&format!("{key}.hint"), &[]) {
            return own;
        }
        let whole = self.words.try_say(key, &[]).unwrap_or_default();
        let example = self.words.say("form-example", &[]);
        match (shape, whole.split_once(&format!(" {example}"))) {
            (Shape::Choice(_) | Shape::Choices(_), _) => String::new(),
            (Shape::Word(_) | Shape::Number | Shape::Prose, Some((text, said))) => {
                format!("{text} {example}{}", said.replace('"', ""))
            }
            (_, Some((text, _))) => text.to_owned(),
            (_, None) => whole,
        }
    }
}

/// A box of one line for words of a format.
fn line(format: &str, input: Input) -> Input {
    let control = match format {
        // A picker shows nothing of what is no day.
        "date" if input.value.is_empty() || Day::parse(&input.value).is_some() => "date",
        "url" => "url",
        _ => "line",
    };
    Input { control, referring: format == "reference", ..input }
}

/// Puts messages beside their boxes and unfolds what holds one; `find` names the box or group of each. Gives what has no place.
pub(super) fn attach(items: &mut [Item], messages: Vec<(Option<String>, Message)>) -> Vec<Message> {
    let mut left = Vec::new();
    for (name, message) in messages {
        let mut around: Vec<usize> = Vec::new();
        let place = name.as_ref().and_then(|name| {
            for (n, item) in items.iter().enumerate() {
                match item {
                    Item::Open(group) if group.name == *name => return Some((n, around.clone())),
                    Item::Open(_) => around.push(n),
                    Item::Box(input) if input.name == *name => return Some((n, around.clone())),
                    Item::Close { .. } => {
                        around.pop();
                    }
                    _ => {}
                }
            }
            None
        });
        let Some((at, around)) = place else {
            left.push(message);
            continue;
        };
        for n in around.into_iter().chain([at]) {
            if let Item::Open(group) = &mut items[n] {
                group.open = true;
            }
        }
        match &mut items[at] {
            Item::Open(group) => group.messages.push(message),
            Item::Box(input) => input.messages.push(message),
            _ => {}
        }
    }
    left
}

/// What stands over the box of a name.
pub(super) fn label<'i>(items: &'i [Item], name: &str) -> Option<&'i str> {
    items.iter().find_map(|item| match item {
        Item::Box(input) if input.name == name => Some(&*input.label),
        _ => None,
    })
}

/// The names of all boxes and groups.
pub(super) fn names(items: &[Item]) -> impl Iterator<Item = &str> {
    items.iter().filter_map(|item| match item {
        Item::Open(group) => Some(group.name.as_str()).filter(|name| !name.is_empty()),
        Item::Box(input) => Some(&*input.name),
        _ => None,
    })
}
