//! Values as YAML that a careful person would write: plain where nothing is lost by it, quoted where something would be, long
//! texts folded, short lists and maps on one line.

use super::formatting::{Style, WIDTH};
use crate::editing::value;
use crate::source;
use crate::source::yaml::node::{Node, NodeKind};
use serde_json::Value;

/// The longest a map of several keys gets on one line, and how many keys it may have.
const SHORT_MAP: (usize, usize) = (80, 3);
/// The longest a word of a list on one line gets.
const SHORT_WORD: usize = 40;

/// How a scalar is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    Plain,
    Single,
    Double,
    /// `>`
    Folded,
    /// `|`
    Literal,
}

impl Written {
    /// How the scalar whose source this is was written.
    pub(super) fn of(source: &str) -> Self {
        match source.as_bytes().first() {
            Some(b'"') => Self::Double,
            Some(b'\'') => Self::Single,
            Some(b'>') => Self::Folded,
            Some(b'|') => Self::Literal,
            _ => Self::Plain,
        }
    }
}

/// A value as it stands behind `key:` or a dash. `column`: that of the key or dash; `used`: how many characters stand before
/// it on its line; `old`: how the scalar was written in whose place it comes.
pub(super) fn behind(value: &Value, column: usize, used: usize, old: Option<Written>, style: Style) -> String {
    // Behind a dash, the dashes of a list of its own stand further in.
    let dash = if used == column + 1 { style.dash.max(2) } else { style.dash };
    match value {
        Value::Null => String::new(),
        Value::Array(items) if !items.is_empty() => match flow_list(items) {
            Some(line) if used + 1 + line.chars().count() <= WIDTH => format!(" {line}"),
            _ => format!("{}{}", style.ending, block_list(items, column + dash, style)),
        },
        Value::Object(map) if !map.is_empty() => match flow(value).filter(|_| map.len() <= SHORT_MAP.1) {
            Some(line) if used + 1 + line.chars().count() <= SHORT_MAP.0 => format!(" {line}"),
            _ => format!("{}{}", style.ending, block_map(value, column + style.step, style)),
        },
        Value::String(text) => format!(" {}", scalar(text, column, used + 1, old, style)),
        other => format!(" {}", flow(other).unwrap_or_default()),
    }
}

/// A map on lines of its own, its keys at `column`; without the last line ending.
pub(super) fn block_map(map: &Value, column: usize, style: Style) -> String {
    let lines = map
        .as_object()
        .into_iter()
        .flatten()
        .map(|(key, value)| format!("{}{}", " ".repeat(column), entry(key, value, column, style)));
    lines.collect::<Vec<_>>().join(style.ending)
}

/// A key with its value, as it stands in a map whose keys stand at `column`.
pub(super) fn entry(key: &str, value: &Value, column: usize, style: Style) -> String {
    let key = word(key, false);
    let used = column + key.chars().count() + 1;
    format!("{key}:{}", behind(value, column, used, None, style))
}

/// A list on lines of its own, its dashes at `column`; without the last line ending.
pub(super) fn block_list(items: &[Value], column: usize, style: Style) -> String {
    let lines = items.iter().map(|value| format!("{}{}", " ".repeat(column), item(value, column, style)));
    lines.collect::<Vec<_>>().join(style.ending)
}

/// A dash with its item, as it stands in a list whose dashes stand at `column`.
pub(super) fn item(value: &Value, column: usize, style: Style) -> String {
    match value {
        // Texts by language and the fields of a record stand below each other.
        Value::Object(map) if !map.is_empty() => format!("- {}", block_map(value, column + 2, style).trim_start()),
        _ => format!("-{}", behind(value, column, column + 1, None, style)),
    }
}

/// A list of short words on one line; none if it has others.
fn flow_list(items: &[Value]) -> Option<String> {
    let is_short = |item: &Value| item.as_str().is_some_and(|text| text.chars().count() <= SHORT_WORD);
    items.iter().all(is_short).then(|| flow(&Value::Array(items.to_vec())))?
}

/// A value on one line, as it stands in brackets; none if it holds a text of several lines, which nobody would read there.
pub(super) fn flow(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::String(text) => (!text.contains('\n')).then(|| word(text, true)),
        Value::Array(items) => Some(format!("[{}]", items.iter().map(flow).collect::<Option<Vec<_>>>()?.join(", "))),
        Value::Object(map) => {
            let entry = |(key, value): (&String, &Value)| Some(pair(key, &flow(value)?));
            Some(format!("{{{}}}", map.iter().map(entry).collect::<Option<Vec<_>>>()?.join(", ")))
        }
        other => Some(other.to_string()),
    }
}

/// A key with its value in braces.
pub(super) fn pair(key: &str, value: &str) -> String {
    let space = if value.is_empty() { "" } else { " " };
    format!("{}:{space}{value}", word(key, true))
}

/// A scalar in a block, at `used` characters of its line; lines below it are indented from `column` on.
fn scalar(text: &str, column: usize, used: usize, old: Option<Written>, style: Style) -> String {
    let fits = !text.contains('\n') && used + text.chars().count() <= WIDTH;
    let indent = " ".repeat(column + style.step.max(1));
    let folded = || folded(text, &indent, style);
    let literal = || literal(text, &indent, style);
    let long = match old {
        Some(Written::Folded) => folded().or_else(literal),
        Some(Written::Literal) => literal(),
        Some(quoted @ (Written::Single | Written::Double)) if fits => Some(quote(text, quoted)),
        _ if fits => None,
        _ if text.contains('\n') => literal(),
        _ => folded(),
    };
    long.unwrap_or_else(|| word(text, false))
}

/// A scalar on one line: plain where it then says the same, quoted otherwise. `in_flow`: between brackets.
pub(super) fn word(text: &str, in_flow: bool) -> String {
    if is_plain(text, in_flow) {
        return text.to_owned();
    }
    let single = text.contains(['"', '\\']) && !text.contains('\'');
    quote(text, if single { Written::Single } else { Written::Double })
}

/// Would the text, written plainly, be read as the same text and nothing else?
fn is_plain(text: &str, in_flow: bool) -> bool {
    if text.is_empty() || text.contains('\n') || text.trim() != text || text.starts_with(['“', '„', '‘']) {
        return false;
    }
    // The parser knows best.
    let line = if in_flow { format!("[{text}, {text}]") } else { format!("k: {text}") };
    let Some(root) = source::parse_strict(&line) else { return false };
    let same = |node: &Node<'_>| match &node.kind {
        NodeKind::Scalar(scalar) => scalar.plain && scalar.trailing_comment.is_none() && scalar.text == text,
        _ => false,
    };
    match &root.kind {
        NodeKind::List(items) => items.len() == 2 && items.iter().all(same),
        NodeKind::Map(entries) => entries.len() == 1 && entries.iter().all(|e| e.key == "k" && same(&e.value)),
        _ => false,
    }
}

/// A scalar in quotes on one line.
pub(super) fn quoted(text: &str) -> String {
    quote(text, Written::Double)
}

fn quote(text: &str, how: Written) -> String {
    let is_printable = text.chars().all(|c| !c.is_control());
    if how == Written::Single && is_printable {
        return format!("'{}'", text.replace('\'', "''"));
    }
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() => quoted.extend(format!("\\u{:04X}", c as u32).chars()),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// `>-`, in lines of at most [`WIDTH`]; none if folding would lose something.
fn folded(text: &str, indent: &str, style: Style) -> Option<String> {
    let mut lines = vec![">-".to_owned()];
    for (n, paragraph) in text.split('\n').enumerate() {
        // A line break is one more than the lines between.
        lines.extend((n > 0).then(String::new));
        lines.extend(wrapped(paragraph, WIDTH.saturating_sub(indent.len())).map(|line| format!("{indent}{line}")));
    }
    same(lines.join(style.ending), text)
}

/// `|-`; none if that would lose something.
fn literal(text: &str, indent: &str, style: Style) -> Option<String> {
    let line = |line: &str| if line.is_empty() { String::new() } else { format!("{indent}{line}") };
    let lines: Vec<String> = std::iter::once("|-".to_owned()).chain(text.split('\n').map(line)).collect();
    same(lines.join(style.ending), text)
}

/// A block scalar, if it is read as the text.
fn same(block: String, text: &str) -> Option<String> {
    let read = source::parse_strict(&block).map(|node| value(&node));
    (read? == *text).then_some(block)
}

/// Lines of at most `width` characters, broken where there is one space and no more.
fn wrapped(text: &str, width: usize) -> impl Iterator<Item = String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line)
                if word.is_empty()
                    || line.ends_with(' ')
                    || line.chars().count() + 1 + word.chars().count() <= width =>
            {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.into_iter().filter(|line| !line.is_empty())
}
