//! From a place in a file to the record and the field that stand there, so that a message can stand beside a box or a cell.

use crate::diag::{Code, Diagnostic, Span};
use crate::editing::form_schema::is_separate_list;
use crate::source::yaml::node::{Node, NodeKind};

/// A record in a file, and a field of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct FieldLocation {
    /// The path of the record: `aspirations/2/responses/0`, in a file of follow-ups `3`; empty for the stop itself.
    pub record_path: String,
    /// The field in it as it is typed: `office`, `from.role`, `sources.0.url`; empty for the record as a whole.
    pub field_path: String,
}

impl FieldLocation {
    /// Where a fault stands in the tree of its file, read from the file's text: in the field that it says is missing, or in the innermost value around it.
    pub fn of_diagnostic(fault: &Diagnostic, root: &Node<'_>) -> Self {
        let mut steps = Vec::new();
        if let Some(span) = fault.span {
            // A tree by itself does not know the number of its file.
            collect_steps(
                root,
                Span {
                    file: root.span.file,
                    ..span
                },
                &mut steps,
            );
        }
        let missing = fault
            .args
            .iter()
            .find(|(name, _)| *name == "key" && fault.code == Code::MissingKey);
        steps.extend(missing.map(|(_, key)| key.clone()));
        Self::from_steps(&steps)
    }

    fn from_steps(steps: &[String]) -> Self {
        let is_own = |n: usize| n == 0 || is_separate_list(&steps[n - 1]);
        let is_record = |n: &usize| steps[*n].bytes().all(|b| b.is_ascii_digit()) && is_own(*n);
        let behind = (0..steps.len()).rev().find(is_record).map_or(0, |n| n + 1);
        let (record, field) = steps.split_at(behind);
        Self {
            record_path: record.join("/"),
            field_path: field.join("."),
        }
    }

    /// The box or column of the field among those that there are: itself, the first that it holds, or the one that holds it.
    pub fn closest_name<'b>(&self, boxes: impl IntoIterator<Item = &'b str>) -> Option<&'b str> {
        let below = |long: &str, short: &str| {
            long.strip_prefix(short)
                .is_some_and(|rest| rest.starts_with('.'))
        };
        let likeness = |name: &str| match &*self.field_path {
            "" => None,
            field if field == name => Some(usize::MAX),
            field if below(name, field) => Some(usize::MAX - 1),
            field if below(field, name) => Some(name.len()),
            _ => None,
        };
        let found = boxes
            .into_iter()
            .filter_map(|name| Some((likeness(name)?, name)));
        // Of several that are as near, the first.
        found
            .reduce(|best, next| if next.0 > best.0 { next } else { best })
            .map(|(_, name)| name)
    }
}

/// Goes from a value to the innermost one that holds a place; a key belongs to its value.
fn collect_steps(node: &Node<'_>, span: Span, steps: &mut Vec<String>) {
    if span == node.span {
        return;
    }
    match &node.kind {
        NodeKind::Map(entries) => {
            let whole = |key: Span, value: Span| Span {
                end: value.end.max(key.end),
                ..key
            };
            if let Some(entry) = entries
                .iter()
                .find(|e| whole(e.key_span, e.value.span).contains(span))
            {
                steps.push(entry.key.to_string());
                if !entry.key_span.contains(span) {
                    collect_steps(&entry.value, span, steps);
                }
            }
        }
        NodeKind::List(items) => {
            if let Some(n) = items.iter().position(|item| item.span.contains(span)) {
                steps.push(n.to_string());
                collect_steps(&items[n], span, steps);
            }
        }
        NodeKind::Null | NodeKind::Scalar(_) => {}
    }
}
