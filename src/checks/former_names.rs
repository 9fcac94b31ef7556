//! Rules about `formerly`: a name under which something was published before leads to one record,
//! and to one of the same kind, so that every old address keeps its meaning.

use super::context::Context;
use crate::diag::{Code, Diagnostic, Span};
use crate::records::{Reference, Spanned};
use std::collections::BTreeMap;

/// J326
pub(super) fn check(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for stop in &context.records.stops {
        check_references(context, &stop.formerly, 0, diagnostics);
        for entry in stop.entries() {
            check_references(context, entry.formerly, 1, diagnostics);
            for commitment in entry.commitments() {
                check_references(context, &commitment.formerly, 2, diagnostics);
            }
        }
    }
    // A page is known by its key, which it shares with its translations.
    let pages = &context.records.pages;
    for former in pages.iter().flat_map(|p| &p.front_matter.formerly) {
        if pages.iter().any(|page| page.key.value == former.value) {
            diagnostics.push(invalid("taken", former.as_str(), former.span));
        }
    }
    check_ambiguous_names(context, diagnostics);
}

/// A former reference names a stop, an entry or a commitment, as its record is one (`depth` 0, 1 or
/// 2), and nothing else has it now.
fn check_references(
    context: &Context<'_>,
    formerly: &[Spanned<Reference>],
    depth: usize,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for former in formerly {
        let found = usize::from(former.entry.is_some()) + usize::from(former.commitment.is_some());
        if found != depth {
            diagnostics.push(invalid("kind", &former.to_string(), former.span));
        } else if context.is_current_name(former) {
            diagnostics.push(invalid("taken", &former.to_string(), former.span));
        }
    }
}

/// No two records had the same name. What only follows from a stop's former number is overruled by
/// what is written.
fn check_ambiguous_names(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<String, (String, Span)> = BTreeMap::new();
    for name in context.records.former_names() {
        if !name.is_explicit {
            continue;
        }
        let (current, span) = first
            .entry(name.former.clone())
            .or_insert((name.current.clone(), name.span));
        if *current != name.current {
            diagnostics
                .push(invalid("twice", &name.former, name.span).secondary("first-here", *span));
        }
    }
}

fn invalid(case: &str, found: &str, span: Span) -> Diagnostic {
    Diagnostic::new(Code::InvalidFormerName, span)
        .arg("case", case)
        .arg("found", found)
}
