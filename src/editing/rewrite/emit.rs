//! Values as YAML that a careful person would write: plain where nothing is lost by it, quoted where something would be, long
//! texts folded, short lists and maps on one line.

use super::formatting::{FileFormatting, MAX_LINE_WIDTH};
use crate::editing::json::parse_json;
use crate::source;
use crate::source::yaml::node::{Node, NodeKind};
use serde_json::Value;

/// The longest a map of several keys gets on one line, and how many keys it may have.
const FLOW_MAP_LIMITS: (usize, usize) = (80, 3);
/// The longest a word of a list on one line gets.
const MAX_FLOW_WORD: usize = 40;

/// How a scalar is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ScalarStyle {
    Plain,
    SingleQuoted,
    DoubleQuoted,
    /// `>`
    Folded,
    /// `|`
    Literal,
}

impl ScalarStyle {
    /// How the scalar whose source this is was written.
    pub(super) fn of(source: &str) -> Self {
        match source.as_bytes().first() {
            Some(b'"') => Self::DoubleQuoted,
            Some(b'\'') => Self::SingleQuoted,
            Some(b'>') => Self::Folded,
            Some(b'|') => Self::Literal,
            _ => Self::Plain,
        }
    }
}

/// A value as it stands behind `key:` or a dash. `column`: that of the key or dash; `used`: how many characters stand before
/// it on its line; `old`: how the scalar was written in whose place it comes.
pub(super) fn inline_value(
    value: &Value,
    column: usize,
    used: usize,
    old: Option<ScalarStyle>,
    style: FileFormatting,
) -> String {
    // Behind a dash, the dashes of a list of its own stand further in.
    let dash = if used == column + 1 {
        style.dash_indent.max(2)
    } else {
        style.dash_indent
    };
    match value {
        Value::Null => String::new(),
        Value::Array(items) if !items.is_empty() => match flow_list(items) {
            Some(line) if used + 1 + line.chars().count() <= MAX_LINE_WIDTH => format!(" {line}"),
            _ => format!(
                "{}{}",
                style.line_ending,
                block_list(items, column + dash, style)
            ),
        },
        Value::Object(map) if !map.is_empty() => {
            match flow_value(value).filter(|_| map.len() <= FLOW_MAP_LIMITS.1) {
                Some(line) if used + 1 + line.chars().count() <= FLOW_MAP_LIMITS.0 => {
                    format!(" {line}")
                }
                _ => format!(
                    "{}{}",
                    style.line_ending,
                    block_map(value, column + style.map_indent, style)
                ),
            }
        }
        Value::String(text) => format!(" {}", scalar_in_block(text, column, used + 1, old, style)),
        other => format!(" {}", flow_value(other).unwrap_or_default()),
    }
}

/// A map on lines of its own, its keys at `column`; without the last line ending.
pub(super) fn block_map(map: &Value, column: usize, style: FileFormatting) -> String {
    let lines = map.as_object().into_iter().flatten().map(|(key, value)| {
        format!(
            "{}{}",
            " ".repeat(column),
            map_entry(key, value, column, style)
        )
    });
    lines.collect::<Vec<_>>().join(style.line_ending)
}

/// A key with its value, as it stands in a map whose keys stand at `column`.
pub(super) fn map_entry(key: &str, value: &Value, column: usize, style: FileFormatting) -> String {
    let key = one_line_scalar(key, false);
    let used = column + key.chars().count() + 1;
    format!("{key}:{}", inline_value(value, column, used, None, style))
}

/// A list on lines of its own, its dashes at `column`; without the last line ending.
pub(super) fn block_list(items: &[Value], column: usize, style: FileFormatting) -> String {
    let lines = items
        .iter()
        .map(|value| format!("{}{}", " ".repeat(column), list_item(value, column, style)));
    lines.collect::<Vec<_>>().join(style.line_ending)
}

/// A dash with its item, as it stands in a list whose dashes stand at `column`.
pub(super) fn list_item(value: &Value, column: usize, style: FileFormatting) -> String {
    match value {
        // Texts by language and the fields of a record stand below each other.
        Value::Object(map) if !map.is_empty() => {
            format!("- {}", block_map(value, column + 2, style).trim_start())
        }
        _ => format!("-{}", inline_value(value, column, column + 1, None, style)),
    }
}

/// A list of short words on one line; none if it has others.
fn flow_list(items: &[Value]) -> Option<String> {
    let is_short = |item: &Value| {
        item.as_str()
            .is_some_and(|text| text.chars().count() <= MAX_FLOW_WORD)
    };
    items
        .iter()
        .all(is_short)
        .then(|| flow_value(&Value::Array(items.to_vec())))?
}

/// A value on one line, as it stands in brackets; none if it holds a text of several lines, which nobody would read there.
pub(super) fn flow_value(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::String(text) => (!text.contains('\n')).then(|| one_line_scalar(text, true)),
        Value::Array(items) => Some(format!(
            "[{}]",
            items
                .iter()
                .map(flow_value)
                .collect::<Option<Vec<_>>>()?
                .join(", ")
        )),
        Value::Object(map) => {
            let entry = |(key, value): (&String, &Value)| Some(flow_pair(key, &flow_value(value)?));
            Some(format!(
                "{{{}}}",
                map.iter()
                    .map(entry)
                    .collect::<Option<Vec<_>>>()?
                    .join(", ")
            ))
        }
        other => Some(other.to_string()),
    }
}

/// A key with its value in braces.
pub(super) fn flow_pair(key: &str, value: &str) -> String {
    let space = if value.is_empty() { "" } else { " " };
    format!("{}:{space}{value}", one_line_scalar(key, true))
}

/// A scalar in a block, at `used` characters of its line; lines below it are indented from `column` on.
fn scalar_in_block(
    text: &str,
    column: usize,
    used: usize,
    old: Option<ScalarStyle>,
    style: FileFormatting,
) -> String {
    let fits = !text.contains('\n') && used + text.chars().count() <= MAX_LINE_WIDTH;
    let indent = " ".repeat(column + style.map_indent.max(1));
    let folded = || folded_scalar(text, &indent, style);
    let literal = || literal_scalar(text, &indent, style);
    let long = match old {
        Some(ScalarStyle::Folded) => folded().or_else(literal),
        Some(ScalarStyle::Literal) => literal(),
        Some(quoted @ (ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted)) if fits => {
            Some(quote_scalar(text, quoted))
        }
        _ if fits => None,
        _ if text.contains('\n') => literal(),
        _ => folded(),
    };
    long.unwrap_or_else(|| one_line_scalar(text, false))
}

/// A scalar on one line: plain where it then says the same, quoted otherwise. `in_flow`: between brackets.
pub(super) fn one_line_scalar(text: &str, in_flow: bool) -> String {
    if can_be_plain(text, in_flow) {
        return text.to_owned();
    }
    let single = text.contains(['"', '\\']) && !text.contains('\'');
    quote_scalar(
        text,
        if single {
            ScalarStyle::SingleQuoted
        } else {
            ScalarStyle::DoubleQuoted
        },
    )
}

/// Would the text, written plainly, be read as the same text and nothing else?
fn can_be_plain(text: &str, in_flow: bool) -> bool {
    if text.is_empty()
        || text.contains('\n')
        || text.trim() != text
        || text.starts_with(['“', '„', '‘'])
    {
        return false;
    }
    // The parser knows best.
    let line = if in_flow {
        format!("[{text}, {text}]")
    } else {
        format!("k: {text}")
    };
    let Some(root) = source::parse_strict(&line) else {
        return false;
    };
    let same = |node: &Node<'_>| match &node.kind {
        NodeKind::Scalar(scalar) => {
            scalar.plain && scalar.trailing_comment.is_none() && scalar.text == text
        }
        _ => false,
    };
    match &root.kind {
        NodeKind::List(items) => items.len() == 2 && items.iter().all(same),
        NodeKind::Map(entries) => {
            entries.len() == 1 && entries.iter().all(|e| e.key == "k" && same(&e.value))
        }
        _ => false,
    }
}

/// A scalar in quotes on one line.
pub(super) fn double_quoted(text: &str) -> String {
    quote_scalar(text, ScalarStyle::DoubleQuoted)
}

fn quote_scalar(text: &str, how: ScalarStyle) -> String {
    let is_printable = text.chars().all(|c| !c.is_control());
    if how == ScalarStyle::SingleQuoted && is_printable {
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
fn folded_scalar(text: &str, indent: &str, style: FileFormatting) -> Option<String> {
    let mut lines = vec![">-".to_owned()];
    for (n, paragraph) in text.split('\n').enumerate() {
        // A line break is one more than the lines between.
        lines.extend((n > 0).then(String::new));
        lines.extend(
            wrap_lines(paragraph, MAX_LINE_WIDTH.saturating_sub(indent.len()))
                .map(|line| format!("{indent}{line}")),
        );
    }
    verified_block(lines.join(style.line_ending), text)
}

/// `|-`; none if that would lose something.
fn literal_scalar(text: &str, indent: &str, style: FileFormatting) -> Option<String> {
    let line = |line: &str| {
        if line.is_empty() {
            String::new()
        } else {
            format!("{indent}{line}")
        }
    };
    let lines: Vec<String> = std::iter::once("|-".to_owned())
        .chain(text.split('\n').map(line))
        .collect();
    verified_block(lines.join(style.line_ending), text)
}

/// A block scalar, if it is read as the text.
fn verified_block(block: String, text: &str) -> Option<String> {
    (parse_json(&block)? == *text).then_some(block)
}

/// Lines of at most `width` characters, broken where there is one space and no more.
fn wrap_lines(text: &str, width: usize) -> impl Iterator<Item = String> {
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
