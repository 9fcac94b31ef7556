//! Writes values as YAML that a careful person would write: plain where that means the same, quoted
//! elsewhere, long texts folded, short lists and maps on one line. `patch` puts the result into the
//! file.

use super::formatting::{FileFormatting, MAX_LINE_WIDTH};
use crate::editing::json::parse_json;
use crate::source;
use crate::source::yaml::node::{Node, NodeKind};
use serde_json::Value;

/// The longest line with a map in braces, in characters.
const MAX_FLOW_MAP_WIDTH: usize = 80;
/// The most keys of a map in braces.
const MAX_FLOW_MAP_KEYS: usize = 3;
/// The longest word of a list in brackets, in characters.
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
    /// The style of a scalar with this source.
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

/// A value behind `key:` or a dash, with the space or line ending before it. `column` is that of
/// the key or dash, `used` the number of characters before the value on its line, `old` the style
/// of the scalar that it replaces.
pub(super) fn inline_value(
    value: &Value,
    column: usize,
    used: usize,
    old: Option<ScalarStyle>,
    style: FileFormatting,
) -> String {
    // A list that is itself an item must be indented further than the dash of that item.
    let dash = if used == column + 1 {
        style.dash_indent.max(2)
    } else {
        style.dash_indent
    };
    let (flow, limit) = match value {
        Value::Array(items) if items.iter().all(is_short_word) => {
            (flow_value(value), MAX_LINE_WIDTH)
        }
        Value::Object(map) if map.len() <= MAX_FLOW_MAP_KEYS => {
            (flow_value(value), MAX_FLOW_MAP_WIDTH)
        }
        _ => (None, 0),
    };
    if let Some(line) = flow
        && used + 1 + line.chars().count() <= limit
    {
        return format!(" {line}");
    }
    match value {
        Value::Null => String::new(),
        Value::Array(items) if !items.is_empty() => {
            style.line_ending.to_owned() + &block_list(items, column + dash, style)
        }
        Value::Object(map) if !map.is_empty() => {
            style.line_ending.to_owned() + &block_map(value, column + style.map_indent, style)
        }
        Value::String(text) => format!(" {}", scalar_in_block(text, column, used + 1, old, style)),
        other => format!(" {}", flow_value(other).unwrap_or_default()),
    }
}

/// A map in block style with its keys at `column`, without a line ending behind it.
pub(super) fn block_map(map: &Value, column: usize, style: FileFormatting) -> String {
    let indent = " ".repeat(column);
    let mut lines = Vec::new();
    for (key, value) in map.as_object().into_iter().flatten() {
        lines.push(indent.clone() + &map_entry(key, value, column, style));
    }
    lines.join(style.line_ending)
}

/// A key with its value in a block map whose keys are at `column`.
pub(super) fn map_entry(key: &str, value: &Value, column: usize, style: FileFormatting) -> String {
    let key = one_line_scalar(key, false);
    let used = column + key.chars().count() + 1;
    format!("{key}:{}", inline_value(value, column, used, None, style))
}

/// A list in block style with its dashes at `column`, without a line ending behind it.
pub(super) fn block_list(items: &[Value], column: usize, style: FileFormatting) -> String {
    let indent = " ".repeat(column);
    let mut lines = Vec::new();
    for value in items {
        lines.push(indent.clone() + &list_item(value, column, style));
    }
    lines.join(style.line_ending)
}

/// A dash with its item in a block list whose dashes are at `column`.
pub(super) fn list_item(value: &Value, column: usize, style: FileFormatting) -> String {
    match value {
        // Texts by language and the fields of a record stand below each other.
        Value::Object(map) if !map.is_empty() => {
            format!("- {}", block_map(value, column + 2, style).trim_start())
        }
        _ => format!("-{}", inline_value(value, column, column + 1, None, style)),
    }
}

/// Whether an item is short enough for a list in brackets.
fn is_short_word(item: &Value) -> bool {
    item.as_str()
        .is_some_and(|text| text.chars().count() <= MAX_FLOW_WORD)
}

/// A value on one line, as in brackets. Returns `None` if it contains a text of several lines,
/// which nobody would read there.
pub(super) fn flow_value(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::String(text) => (!text.contains('\n')).then(|| one_line_scalar(text, true)),
        Value::Array(items) => {
            let items: Option<Vec<String>> = items.iter().map(flow_value).collect();
            Some(format!("[{}]", items?.join(", ")))
        }
        Value::Object(map) => {
            let mut pairs = Vec::new();
            for (key, value) in map {
                pairs.push(flow_pair(key, &flow_value(value)?));
            }
            Some(format!("{{{}}}", pairs.join(", ")))
        }
        other => Some(other.to_string()),
    }
}

/// A key with its value in braces.
pub(super) fn flow_pair(key: &str, value: &str) -> String {
    let space = if value.is_empty() { "" } else { " " };
    format!("{}:{space}{value}", one_line_scalar(key, true))
}

/// A scalar in block style behind `used` characters of its line; more lines of it are indented
/// against `column`.
fn scalar_in_block(
    text: &str,
    column: usize,
    used: usize,
    old: Option<ScalarStyle>,
    style: FileFormatting,
) -> String {
    let fits = !text.contains('\n') && used + text.chars().count() <= MAX_LINE_WIDTH;
    let indent = " ".repeat(column + style.map_indent.max(1));
    let written = match old {
        // Whoever wrote a block goes on writing one, however short the text has become.
        Some(ScalarStyle::Folded) => {
            folded_scalar(text, &indent, style).or_else(|| literal_scalar(text, &indent, style))
        }
        Some(ScalarStyle::Literal) => literal_scalar(text, &indent, style),
        Some(quoted @ (ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted)) if fits => {
            Some(quote_scalar(text, quoted))
        }
        _ if fits => None,
        _ if text.contains('\n') => literal_scalar(text, &indent, style),
        _ => folded_scalar(text, &indent, style),
    };
    written.unwrap_or_else(|| one_line_scalar(text, false))
}

/// A scalar on one line: plain if it then means the same, quoted otherwise. `in_flow` is whether it
/// is within brackets.
pub(super) fn one_line_scalar(text: &str, in_flow: bool) -> String {
    if can_be_plain(text, in_flow) {
        return text.to_owned();
    }
    let style = if text.contains(['"', '\\']) && !text.contains('\'') {
        ScalarStyle::SingleQuoted
    } else {
        ScalarStyle::DoubleQuoted
    };
    quote_scalar(text, style)
}

/// Whether the text, written without quotes, is read as the same text and nothing else.
fn can_be_plain(text: &str, in_flow: bool) -> bool {
    if text.is_empty()
        || text.contains('\n')
        || text.trim() != text
        || text.starts_with(['“', '„', '‘'])
    {
        return false;
    }
    // The parser that reads the files decides, not a second list of the rules of YAML.
    let line = if in_flow {
        format!("[{text}, {text}]")
    } else {
        format!("k: {text}")
    };
    let Some(root) = source::parse_strict(&line) else {
        return false;
    };
    match &root.kind {
        NodeKind::List(items) => match &items[..] {
            [first, second] => is_plain_text(first, text) && is_plain_text(second, text),
            _ => false,
        },
        NodeKind::Map(entries) => match &entries[..] {
            [only] => only.key == "k" && is_plain_text(&only.value, text),
            _ => false,
        },
        _ => false,
    }
}

/// Whether a node is that text without quotes, and nothing behind it was read as a comment.
fn is_plain_text(node: &Node<'_>, text: &str) -> bool {
    matches!(&node.kind, NodeKind::Scalar(scalar)
        if scalar.plain && scalar.trailing_comment.is_none() && scalar.text == text)
}

/// A scalar in quotes on one line: in single ones if `style` is that and they can hold the text.
pub(super) fn quote_scalar(text: &str, style: ScalarStyle) -> String {
    // Only double quotes have escapes for what cannot be printed.
    if style == ScalarStyle::SingleQuoted && !text.contains(char::is_control) {
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

/// A folded scalar (`>-`) in lines of at most [`MAX_LINE_WIDTH`]. Returns `None` if folding would
/// change the text.
fn folded_scalar(text: &str, indent: &str, style: FileFormatting) -> Option<String> {
    let mut lines = vec![">-".to_owned()];
    for (n, paragraph) in text.split('\n').enumerate() {
        // A line break is one more than the lines between.
        lines.extend((n > 0).then(String::new));
        for line in wrap_lines(paragraph, MAX_LINE_WIDTH.saturating_sub(indent.len())) {
            lines.push(format!("{indent}{line}"));
        }
    }
    verified_block(lines.join(style.line_ending), text)
}

/// A literal scalar (`|-`). Returns `None` if the text cannot be written as one.
fn literal_scalar(text: &str, indent: &str, style: FileFormatting) -> Option<String> {
    let mut block = "|-".to_owned();
    for line in text.split('\n') {
        block.push_str(style.line_ending);
        // Blank lines get no spaces, which editors would remove again.
        if !line.is_empty() {
            block.extend([indent, line]);
        }
    }
    verified_block(block, text)
}

/// A block scalar, if it is read as exactly the text.
fn verified_block(block: String, text: &str) -> Option<String> {
    (parse_json(&block)? == *text).then_some(block)
}

/// Lines of at most `width` characters, broken only at single spaces: folding would swallow one of
/// several.
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
