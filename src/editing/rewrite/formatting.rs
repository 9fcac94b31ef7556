//! How a file is written: its line endings and how far it indents; new lines follow it.

use crate::source::yaml::node::{Node, NodeKind};

/// The longest line that is written on purpose, in characters.
pub(super) const MAX_LINE_WIDTH: usize = 110;

/// The habits of a file.
#[derive(Clone, Copy, Debug)]
pub(super) struct FileFormatting {
    /// How lines end.
    pub(super) line_ending: &'static str,
    /// By how much a map in a map is indented.
    pub(super) map_indent: usize,
    /// By how much the dashes of a list in a map are indented.
    pub(super) dash_indent: usize,
}

impl FileFormatting {
    /// What the first map and the first list in a text show; otherwise two columns.
    pub(super) fn detect(text: &str, root: &Node<'_>) -> Self {
        let ending = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let (mut step, mut dash) = (None, None);
        detect_indents(text, root, &mut step, &mut dash);
        Self {
            line_ending: ending,
            map_indent: step.unwrap_or(2),
            dash_indent: dash.unwrap_or(2),
        }
    }
}

fn detect_indents(text: &str, node: &Node<'_>, step: &mut Option<usize>, dash: &mut Option<usize>) {
    match &node.kind {
        NodeKind::List(items) => items
            .iter()
            .for_each(|item| detect_indents(text, item, step, dash)),
        NodeKind::Map(entries) => {
            for entry in entries {
                let own = column_at(text, entry.key_span.range().start);
                if let Some(start) = block_start(text, &entry.value) {
                    let further = column_at(text, start).checked_sub(own);
                    match &entry.value.kind {
                        NodeKind::Map(_) => *step = step.or(further.filter(|by| *by > 0)),
                        _ => *dash = dash.or(further),
                    }
                }
                detect_indents(text, &entry.value, step, dash);
            }
        }
        _ => {}
    }
}

/// Where a list or map begins that stands on lines of its own: at its first dash or key. None for others.
pub(super) fn block_start(text: &str, node: &Node<'_>) -> Option<usize> {
    match &node.kind {
        NodeKind::List(items) if !is_flow(text, node) => {
            dash_position(text, items.first()?.span.range().start)
        }
        NodeKind::Map(entries) if !is_flow(text, node) => {
            Some(entries.first()?.key_span.range().start)
        }
        _ => None,
    }
}

/// Does a list or map stand in brackets or braces?
pub(super) fn is_flow(text: &str, node: &Node<'_>) -> bool {
    let opening = match node.kind {
        NodeKind::List(_) => '[',
        NodeKind::Map(_) => '{',
        _ => return false,
    };
    text[node.span.range().start..].starts_with(opening)
}

/// Where the dash stands behind which an item begins at `start`, be it lines before it.
pub(super) fn dash_position(text: &str, start: usize) -> Option<usize> {
    let mut end = start;
    loop {
        let line = line_start(text, end);
        let before = &text[line..end];
        if before.trim_start().starts_with('-')
            || (before.contains('-') && !before.trim_start().starts_with('#'))
        {
            // Of several on one line the last is the item's own; a comment behind the dash is no part of the question.
            let code = before.split(" #").next().unwrap_or(before);
            return code.rfind('-').map(|at| line + at);
        }
        end = line.checked_sub(1)?;
    }
}

/// Where the line of a place begins.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |at| at + 1)
}

/// Where the line of a place ends, before its line ending.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    if text[at..end].ends_with('\r') {
        end - 1
    } else {
        end
    }
}

/// Behind the line of a place.
pub(super) fn next_line(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |end| at + end + 1)
}

/// How many characters stand before a place on its line.
pub(super) fn column_at(text: &str, at: usize) -> usize {
    text[line_start(text, at)..at].chars().count()
}
