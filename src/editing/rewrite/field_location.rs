//! From a span in a record file to the record and the field at that place, so that forms and
//! imports show a diagnostic beside its input or at its cell.

use crate::diag::{Code, Diagnostic, Span};
use crate::editing::form_schema::is_separate_list;
use crate::editing::record_path::RecordPath;
use crate::source::yaml::node::{Node, NodeKind};

/// A field of a record in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct FieldLocation {
    /// Where the record is.
    pub record_path: RecordPath,
    /// The field in it as it is typed: `office`, `from.role`, `sources.0.url`; empty for the record
    /// as a whole.
    pub field_path: String,
}

impl FieldLocation {
    /// The place of a diagnostic in the tree of its file: the field that it says is missing, or the
    /// innermost value around its span.
    pub fn of_diagnostic(diagnostic: &Diagnostic, root: &Node<'_>) -> Self {
        let mut steps = Vec::new();
        if let Some(span) = diagnostic.span {
            // A tree by itself does not know the number of its file.
            let file = root.span.file;
            collect_steps(root, Span { file, ..span }, &mut steps);
        }
        // The span of these is that of the record in which the field is missing.
        if let Code::MissingKey | Code::ResponseWithoutText | Code::UnreportedWithoutSource =
            diagnostic.code
        {
            let mut args = diagnostic.args.iter();
            let missing = args.find(|(name, _)| *name == "key");
            steps.extend(missing.map(|(_, key)| key.clone()));
        }
        Self::from_steps(&steps)
    }

    /// Splits a path behind the last step that is a record of its own: an index in one of the lists
    /// that hold such records, or in the file's own list.
    fn from_steps(steps: &[String]) -> Self {
        let mut behind = 0;
        for (n, step) in steps.iter().enumerate() {
            let holds_records = n == 0 || is_separate_list(&steps[n - 1]);
            if holds_records && step.bytes().all(|b| b.is_ascii_digit()) {
                behind = n + 1;
            }
        }
        let (record, field) = steps.split_at(behind);
        Self {
            record_path: RecordPath::from(&*record.join("/")),
            field_path: field.join("."),
        }
    }

    /// The input or column among `names` that shows this field: the field itself, else the first
    /// that it contains, else the innermost that contains it.
    pub fn closest_name<'b>(&self, names: impl IntoIterator<Item = &'b str>) -> Option<&'b str> {
        let field = &*self.field_path;
        if field.is_empty() {
            return None;
        }
        let mut best: Option<(usize, &str)> = None;
        for name in names {
            let closeness = if name == field {
                usize::MAX
            } else if is_within(name, field) {
                usize::MAX - 1
            } else if is_within(field, name) {
                name.len()
            } else {
                continue;
            };
            // Of several that are as close, the first.
            if best.is_none_or(|(most, _)| closeness > most) {
                best = Some((closeness, name));
            }
        }
        best.map(|(_, name)| name)
    }
}

/// Whether a field is a part of another one.
fn is_within(field: &str, container: &str) -> bool {
    field
        .strip_prefix(container)
        .is_some_and(|rest| rest.starts_with('.'))
}

/// Adds the steps from a value to the innermost one that contains a span; a key belongs to its
/// value.
fn collect_steps(node: &Node<'_>, span: Span, steps: &mut Vec<String>) {
    if span == node.span {
        return;
    }
    match &node.kind {
        NodeKind::Map(entries) => {
            for entry in entries {
                // A value may end before its key does, where there is none.
                let entry_span = Span {
                    end: entry.value.span.end.max(entry.key_span.end),
                    ..entry.key_span
                };
                if entry_span.contains(span) {
                    steps.push(entry.key.to_string());
                    if !entry.key_span.contains(span) {
                        collect_steps(&entry.value, span, steps);
                    }
                    return;
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
