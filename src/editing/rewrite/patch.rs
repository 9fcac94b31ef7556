//! Applies the difference between a file's current content and its desired content as minimal text
//! edits, so that comments, order, quoting and line endings of everything else survive byte for
//! byte.

use super::emit::{self, ScalarStyle};
use super::formatting::{
    FileFormatting, MAX_LINE_WIDTH, column_at, dash_position, is_flow, line_end, line_start,
    next_line,
};
use crate::editing::json::{parse_json, to_json};
use crate::source::parse_strict;
use crate::source::yaml::node::{MapEntry, Node, NodeKind};
use serde_json::{Map, Value};
use similar::{Algorithm, capture_diff_slices};
use std::ops::Range;

/// The text of a file after its content became `new`. Items of lists are matched by their `id`,
/// else by their content, else by their place among those that differ.
///
/// Returns `None` if the text is no valid YAML, or is written in a way that cannot be changed
/// safely: the result has been read again and has the content `new`.
pub fn rewrite_yaml(text: &str, new: &Value) -> Option<String> {
    // Without content there is no tree, or none with a place to add to.
    if text.split(['\n', '\r']).all(is_blank_or_comment) {
        return write_into_empty(text, new);
    }
    let root = parse_strict(text)?;
    if matches!(root.kind, NodeKind::Null) {
        return write_into_empty(text, new);
    }
    let mut patch = Patcher {
        text,
        formatting: FileFormatting::detect(text, &root),
        edits: Vec::new(),
    };
    match (&root.kind, new) {
        (NodeKind::Map(old), Value::Object(new)) => patch.patch_map(&root, old, new),
        (NodeKind::List(old), Value::Array(new)) if !old.is_empty() => {
            patch.patch_list(&root, old, new);
        }
        // `[]`, where somebody removed the last item: it gets no brackets again.
        (NodeKind::List(_), Value::Array(new)) if !new.is_empty() => {
            patch.push_edit(
                root.span.range(),
                emit::block_list(new, 0, patch.formatting),
            );
        }
        (NodeKind::List(_), Value::Array(_)) => {}
        _ => return None,
    }
    let result = patch.apply_edits()?;
    (parse_json(&result)? == *new).then_some(result)
}

/// Whether a line has no content. Only two characters are blanks in YAML; behind any other, a `#`
/// begins a word.
fn is_blank_or_comment(line: &str) -> bool {
    let line = line.trim_start_matches([' ', '\t']);
    line.is_empty() || line.starts_with('#')
}

/// The text of a file that had only comments, or nothing.
fn write_into_empty(text: &str, new: &Value) -> Option<String> {
    let style = FileFormatting::of_empty(text);
    let content = match new {
        Value::Array(items) => emit::block_list(items, 0, style),
        _ => emit::block_map(new, 0, style),
    };
    let gap = if text.is_empty() || text.ends_with('\n') {
        ""
    } else {
        style.line_ending
    };
    let result = format!("{text}{gap}{content}{}", style.line_ending);
    (parse_json(&result)? == *new).then_some(result)
}

/// Collects edits of a text: ranges of bytes, and what replaces them.
struct Patcher<'t> {
    text: &'t str,
    formatting: FileFormatting,
    edits: Vec<(Range<usize>, String)>,
}

impl Patcher<'_> {
    /// The text with all edits. Returns `None` if two of them overlap.
    fn apply_edits(mut self) -> Option<String> {
        // Edits are found from the outside in, so that they are not in the order of the text.
        self.edits
            .sort_by_key(|(range, _)| (range.start, range.end));
        let mut result = String::with_capacity(self.text.len());
        let mut at = 0;
        for (range, new) in self.edits {
            result.push_str(self.text.get(at..range.start)?);
            result.push_str(&new);
            at = range.end;
        }
        result.push_str(self.text.get(at..)?);
        Some(result)
    }

    fn push_edit(&mut self, range: Range<usize>, new: impl Into<String>) {
        self.edits.push((range, new.into()));
    }

    /// Inserts members of a list or map behind the one that ends at `behind`, or else before the
    /// one that begins at `before`.
    fn insert(&mut self, behind: Option<usize>, before: usize, new: &[String], separator: &str) {
        let new = new.join(separator);
        match behind {
            Some(at) => self.push_edit(at..at, format!("{separator}{new}")),
            None => self.push_edit(before..before, new + separator),
        }
    }

    /// The position behind a value's last character: its span may include blank lines and comments
    /// below it.
    fn end_of_value(&self, node: &Node<'_>) -> usize {
        let range = node.span.range();
        range.start + self.text[range].trim_end().len()
    }

    /// Changes the parts of a value. Returns whether that was possible; otherwise the whole value
    /// must be written again.
    fn edit_in_place(&mut self, old: &Node<'_>, new: &Value) -> bool {
        if is_flow(self.text, old) && self.is_too_long(old, new) {
            return false;
        }
        match (&old.kind, new) {
            (NodeKind::Map(entries), Value::Object(map))
                if entries.iter().any(|e| map.contains_key(&*e.key)) =>
            {
                self.patch_map(old, entries, map);
            }
            (NodeKind::List(items), Value::Array(list))
                if !items.is_empty() && !list.is_empty() =>
            {
                self.patch_list(old, items, list);
            }
            _ => return false,
        }
        true
    }

    /// Whether a value in brackets would become too long for its line.
    fn is_too_long(&self, old: &Node<'_>, new: &Value) -> bool {
        let range = old.span.range();
        let before = column_at(self.text, range.start);
        let is_one_line = !self.text[range].contains('\n');
        is_one_line
            && emit::flow_value(new)
                .is_none_or(|line| before + line.chars().count() > MAX_LINE_WIDTH)
    }

    fn patch_map(&mut self, node: &Node<'_>, old: &[MapEntry<'_>], new: &Map<String, Value>) {
        let in_flow = is_flow(self.text, node);
        for entry in old {
            if let Some(new) = new.get(&*entry.key)
                && to_json(&entry.value) != *new
            {
                self.patch_entry(entry, new, in_flow);
            }
        }
        let removed: Vec<bool> = old.iter().map(|e| !new.contains_key(&*e.key)).collect();
        for run in true_runs(&removed) {
            if in_flow {
                self.remove_flow_members(&flow_entry_spans(self, old), run);
            } else {
                self.remove_entries(old, run);
            }
        }
        // New keys come behind the one that they follow in `new`; those at its beginning before
        // all.
        let mut last: Option<&MapEntry<'_>> = None;
        let mut added: Vec<(&String, &Value)> = Vec::new();
        for (key, value) in new {
            match old.iter().find(|e| e.key == *key) {
                Some(entry) => {
                    self.add_entries(old, last, &added, in_flow);
                    added.clear();
                    last = Some(entry);
                }
                None => added.push((key, value)),
            }
        }
        self.add_entries(old, last, &added, in_flow);
    }

    /// Changes the value of a key, in place if possible.
    fn patch_entry(&mut self, entry: &MapEntry<'_>, new: &Value, in_flow: bool) {
        if self.edit_in_place(&entry.value, new) {
            return;
        }
        let key = entry.key_span.range();
        let Some(colon) = self.text[key.end..].find(':').map(|at| key.end + at + 1) else {
            return;
        };
        if in_flow {
            let space = if matches!(new, Value::Null) { "" } else { " " };
            let end = self.end_of_value(&entry.value).max(colon);
            return self.push_edit(
                colon..end,
                format!("{space}{}", self.flow_value_like(&entry.value, new)),
            );
        }
        let column = column_at(self.text, key.start);
        let used = column_at(self.text, colon);
        self.replace_block_value(colon, &entry.value, new, column, used);
    }

    /// A value in brackets, with quotes if the old one had some.
    fn flow_value_like(&self, old: &Node<'_>, new: &Value) -> String {
        match new {
            Value::String(text) => {
                let quoted = self.text[old.span.range()].starts_with(['"', '\'']);
                let word = emit::one_line_scalar(text, true);
                if quoted && word == *text {
                    emit::quote_scalar(text, ScalarStyle::DoubleQuoted)
                } else {
                    word
                }
            }
            // Lines cannot be broken in brackets; JSON is YAML, too.
            other => emit::flow_value(other)
                .unwrap_or_else(|| serde_json::to_string(other).unwrap_or_default()),
        }
    }

    /// Replaces a value in block style from `start` on, the position behind its colon or dash; a
    /// comment behind the value stays on its line.
    fn replace_block_value(
        &mut self,
        start: usize,
        old: &Node<'_>,
        new: &Value,
        column: usize,
        used: usize,
    ) {
        let end = self.end_of_value(old).max(start);
        let written = matches!(old.kind, NodeKind::Scalar(_))
            .then(|| ScalarStyle::of(&self.text[old.span.range()]));
        let mut new = emit::inline_value(new, column, used, written, self.formatting);
        let first = line_end(self.text, start).min(self.text.len());
        let head = &self.text[start..first.max(start)];
        // A comment may be behind the head of a block (`>-  # why`) or behind the value itself.
        let is_below =
            matches!(old.kind, NodeKind::List(_) | NodeKind::Map(_)) && !is_flow(self.text, old);
        let (comment, end) = match written {
            Some(ScalarStyle::Folded | ScalarStyle::Literal) => (trailing_comment(head), end),
            // The last line of a block goes, and a comment on it with it.
            _ if is_below => (trailing_comment(head), line_end(self.text, end)),
            _ => {
                let rest = &self.text[end..line_end(self.text, end)];
                let found = rest.trim_start().starts_with('#').then(|| rest.to_owned());
                let behind = end + found.as_ref().map_or(0, String::len);
                (found, behind)
            }
        };
        if let Some(comment) = comment {
            let at = new.find(self.formatting.line_ending).unwrap_or(new.len());
            new.insert_str(at, comment.trim_end());
        }
        self.push_edit(start..end, new);
    }

    /// Removes the lines of keys and their values. The first key of an item shares its line with
    /// the dash, to which the next key then moves up.
    fn remove_entries(&mut self, old: &[MapEntry<'_>], run: Range<usize>) {
        let start = old[run.start].key_span.range().start;
        let end = self.end_of_entry(&old[run.end - 1]);
        let shares = !self.text[line_start(self.text, start)..start]
            .trim()
            .is_empty();
        let range = match old.get(run.end) {
            Some(next) if shares => start..next.key_span.range().start,
            _ if shares => start..end,
            _ => line_start(self.text, start)..next_line(self.text, end),
        };
        self.push_edit(range, "");
    }

    /// The position behind an entry's last character.
    fn end_of_entry(&self, entry: &MapEntry<'_>) -> usize {
        self.end_of_value(&entry.value)
            .max(entry.key_span.range().end)
    }

    fn add_entries(
        &mut self,
        old: &[MapEntry<'_>],
        last: Option<&MapEntry<'_>>,
        added: &[(&String, &Value)],
        in_flow: bool,
    ) {
        let (Some(first), false) = (old.first(), added.is_empty()) else {
            return;
        };
        let start = first.key_span.range().start;
        let column = column_at(self.text, start);
        let mut new = Vec::new();
        for (key, value) in added {
            new.push(if in_flow {
                emit::flow_pair(key, &emit::flow_value(value).unwrap_or_default())
            } else {
                emit::map_entry(key, value, column, self.formatting)
            });
        }
        if in_flow {
            let behind = last.map(|last| self.end_of_flow_entry(last));
            return self.insert(behind, start, &new, ", ");
        }
        // Behind a comment on the line of the entry before.
        let behind = last.map(|last| line_end(self.text, self.end_of_entry(last)));
        let separator = self.formatting.line_ending.to_owned() + &" ".repeat(column);
        self.insert(behind, start, &new, &separator);
    }

    /// The position behind an entry in braces: behind its value, or behind its colon if it has
    /// none.
    fn end_of_flow_entry(&self, entry: &MapEntry<'_>) -> usize {
        let key = entry.key_span.range().end;
        match entry.value.kind {
            NodeKind::Null if self.text[entry.value.span.range()].is_empty() => {
                self.text[key..].find(':').map_or(key, |at| key + at + 1)
            }
            _ => self.end_of_value(&entry.value),
        }
    }

    fn patch_list(&mut self, node: &Node<'_>, old: &[Node<'_>], new: &[Value]) {
        let in_flow = is_flow(self.text, node);
        let old_values: Vec<Value> = old.iter().map(to_json).collect();
        let before: Vec<ItemIdentity> = old_values.iter().map(ItemIdentity::of).collect();
        let after: Vec<ItemIdentity> = new.iter().map(ItemIdentity::of).collect();
        for op in capture_diff_slices(Algorithm::Myers, &before, &after) {
            let (before, after) = (op.old_range(), op.new_range());
            // Items that differ are taken for each other as long as there are some on both sides.
            let pairs = before.len().min(after.len());
            for (at, n) in before.clone().zip(after.clone()) {
                self.patch_item(old, at, &new[n], in_flow);
            }
            let removed = before.start + pairs..before.end;
            if in_flow && !removed.is_empty() {
                self.remove_flow_members(&flow_item_spans(self, old), removed);
            } else {
                for at in removed {
                    self.remove_item(old, at);
                }
            }
            if after.len() > pairs {
                let added = &new[after.start + pairs..after.end];
                self.add_items(old, before.end, added, in_flow);
            }
        }
    }

    fn patch_item(&mut self, old: &[Node<'_>], at: usize, new: &Value, in_flow: bool) {
        let item = &old[at];
        if to_json(item) == *new || self.edit_in_place(item, new) {
            return;
        }
        if in_flow {
            return self.push_edit(
                item.span.range().start..self.end_of_value(item),
                self.flow_value_like(item, new),
            );
        }
        let Some(dash) = dash_position(self.text, item.span.range().start) else {
            return;
        };
        let columns = column_at(self.text, dash);
        // A record begins on the line of its dash, so that the dash is written again with it.
        if matches!(new, Value::Object(_)) {
            let new = emit::list_item(new, columns, self.formatting);
            return self.push_edit(dash..self.end_of_value(item), new);
        }
        self.replace_block_value(dash + 1, item, new, columns, columns + 1);
    }

    /// Removes an item with its dash and its lines.
    fn remove_item(&mut self, old: &[Node<'_>], at: usize) {
        let Some(dash) = dash_position(self.text, old[at].span.range().start) else {
            return;
        };
        let end = self.end_of_value(&old[at]).max(dash + 1);
        self.push_edit(line_start(self.text, dash)..next_line(self.text, end), "");
    }

    /// Adds items at index `at`, directly behind the item before it: comments above the next one
    /// stay with that.
    fn add_items(&mut self, old: &[Node<'_>], at: usize, new: &[Value], in_flow: bool) {
        let last = at.checked_sub(1).map(|last| &old[last]);
        let start = old[0].span.range().start;
        if in_flow {
            let flow = |value| emit::flow_value(value).unwrap_or_default();
            let new: Vec<String> = new.iter().map(flow).collect();
            return self.insert(last.map(|last| self.end_of_value(last)), start, &new, ", ");
        }
        let Some(first) = dash_position(self.text, start) else {
            return;
        };
        let column = column_at(self.text, first);
        let mut items = Vec::new();
        for value in new {
            let item = emit::list_item(value, column, self.formatting);
            items.push(" ".repeat(column) + &item);
        }
        // An item without a value ends at its dash.
        let behind = last.map(|last| {
            let dash = dash_position(self.text, last.span.range().start).unwrap_or(0);
            line_end(self.text, self.end_of_value(last).max(dash + 1))
        });
        let lines = if self.has_blank_lines(old) { 2 } else { 1 };
        let separator = self.formatting.line_ending.repeat(lines);
        self.insert(behind, line_start(self.text, first), &items, &separator);
    }

    /// Whether there are blank lines between the items of a list; new items then get some, too.
    fn has_blank_lines(&self, items: &[Node<'_>]) -> bool {
        let [.., before, last] = items else {
            return false;
        };
        let between = &self.text[self.end_of_value(before)..last.span.range().start];
        between.lines().skip(1).any(|line| line.trim().is_empty())
    }

    /// Removes members from brackets or braces, with the comma before or behind them.
    fn remove_flow_members(&mut self, members: &[Range<usize>], run: Range<usize>) {
        let range = match (run.start.checked_sub(1), members.get(run.end)) {
            (_, Some(next)) => members[run.start].start..next.start,
            (Some(before), None) => members[before].end..members[run.end - 1].end,
            (None, None) => members[run.start].start..members[run.end - 1].end,
        };
        self.push_edit(range, "");
    }
}

/// The ranges of consecutive `true`s: neighbours are removed together, so that their edits do not
/// overlap.
fn true_runs(list: &[bool]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in (0..list.len()).filter(|at| list[*at]) {
        match found.last_mut() {
            Some(run) if run.end == at => run.end += 1,
            _ => found.push(at..at + 1),
        }
    }
    found
}

/// The ranges of the members of a map in braces.
fn flow_entry_spans(patch: &Patcher<'_>, old: &[MapEntry<'_>]) -> Vec<Range<usize>> {
    old.iter()
        .map(|e| e.key_span.range().start..patch.end_of_flow_entry(e))
        .collect()
}

/// The ranges of the members of a list in brackets.
fn flow_item_spans(patch: &Patcher<'_>, old: &[Node<'_>]) -> Vec<Range<usize>> {
    old.iter()
        .map(|n| n.span.range().start..patch.end_of_value(n))
        .collect()
}

/// The comment on a line, with the space before it.
fn trailing_comment(line: &str) -> Option<String> {
    line.find(" #").map(|at| line[at..].to_owned())
}

/// The identity by which list items are matched.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum ItemIdentity {
    Id(String),
    Content(String),
}

impl ItemIdentity {
    fn of(value: &Value) -> Self {
        match value.get("id").and_then(Value::as_str) {
            Some(id) => Self::Id(id.to_owned()),
            None => Self::Content(value.to_string()),
        }
    }
}
