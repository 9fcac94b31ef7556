//! How a file is formatted: its line endings and indentation, which new lines follow; and where its
//! lines and list items begin.

use crate::source::yaml::node::{Node, NodeKind};

/// The longest line that is written if there is a choice, in characters.
pub(super) const MAX_LINE_WIDTH: usize = 110;

/// The formatting of a file.
#[derive(Clone, Copy, Debug)]
pub(super) struct FileFormatting {
    /// The line ending.
    pub(super) line_ending: &'static str,
    /// By how many columns a map in a map is indented.
    pub(super) map_indent: usize,
    /// By how many columns the dashes of a list in a map are indented.
    pub(super) dash_indent: usize,
}

impl FileFormatting {
    /// The formatting of the first map and the first list in a text; two columns where there is
    /// none.
    pub(super) fn detect(text: &str, root: &Node<'_>) -> Self {
        let (mut map_indent, mut dash_indent) = (None, None);
        detect_indents(text, root, &mut map_indent, &mut dash_indent);
        Self {
            map_indent: map_indent.unwrap_or(2),
            dash_indent: dash_indent.unwrap_or(2),
            ..Self::of_empty(text)
        }
    }

    /// The formatting of a text without content: two columns.
    pub(super) fn of_empty(text: &str) -> Self {
        Self {
            line_ending: if text.contains("\r\n") { "\r\n" } else { "\n" },
            map_indent: 2,
            dash_indent: 2,
        }
    }
}

/// Finds the first indentation of each kind; the outermost comes first.
fn detect_indents(
    text: &str,
    node: &Node<'_>,
    map_indent: &mut Option<usize>,
    dash_indent: &mut Option<usize>,
) {
    match &node.kind {
        NodeKind::List(items) => {
            for item in items {
                detect_indents(text, item, map_indent, dash_indent);
            }
        }
        NodeKind::Map(entries) => {
            for entry in entries {
                let own = column_at(text, entry.key_span.range().start);
                if let Some(start) = block_start(text, &entry.value) {
                    let further = column_at(text, start).checked_sub(own);
                    match &entry.value.kind {
                        // The dashes of a list may be below its key, the keys of a map may not.
                        NodeKind::Map(_) => {
                            *map_indent = map_indent.or(further.filter(|by| *by > 0));
                        }
                        _ => *dash_indent = dash_indent.or(further),
                    }
                }
                detect_indents(text, &entry.value, map_indent, dash_indent);
            }
        }
        _ => {}
    }
}

/// Where a list or map in block style begins: at its first dash or key. Returns `None` for
/// everything else.
fn block_start(text: &str, node: &Node<'_>) -> Option<usize> {
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

/// Whether a value is a list in brackets or a map in braces.
pub(super) fn is_flow(text: &str, node: &Node<'_>) -> bool {
    let opening = match node.kind {
        NodeKind::List(_) => '[',
        NodeKind::Map(_) => '{',
        _ => return false,
    };
    text[node.span.range().start..].starts_with(opening)
}

/// The position of the dash of the item that begins at `start`; it may be some lines above. Returns
/// `None` if there is none.
pub(super) fn dash_position(text: &str, start: usize) -> Option<usize> {
    let mut end = start;
    loop {
        let line = line_start(text, end);
        let before = &text[line..end];
        if before.trim_start().starts_with('-')
            || (before.contains('-') && !before.trim_start().starts_with('#'))
        {
            // Of several dashes on a line the last is the item's own; one in a comment behind it is
            // none.
            let code = before.split(" #").next().unwrap_or(before);
            return code.rfind('-').map(|at| line + at);
        }
        end = line.checked_sub(1)?;
    }
}

/// Where the line of a position begins.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |at| at + 1)
}

/// Where the line of a position ends, before its line ending.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    if text[at..end].ends_with('\r') {
        end - 1
    } else {
        end
    }
}

/// Where the next line begins.
pub(super) fn next_line(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |end| at + end + 1)
}

/// The column of a position, from 0, in characters.
pub(super) fn column_at(text: &str, at: usize) -> usize {
    text[line_start(text, at)..at].chars().count()
}
