//! Cycles in relations in which each record leads to at most one other: topics to their parents,
//! commitments to their replacements. `unknown_keys` and `replacements` report them with it.

use crate::diag::{Code, Diagnostic, Span};
use std::collections::BTreeMap;

/// Reports each cycle once. `next` has for each record the one to which it leads, and where that is
/// written.
pub(super) fn report_cycles<N: Copy + Ord + ToString>(
    code: Code,
    next: &BTreeMap<N, (N, Span)>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for (&start, &(second, span)) in next {
        let mut path = vec![start];
        let mut at = second;
        // Also stops at a cycle into which this path only leads.
        while at != start && !path.contains(&at) {
            path.push(at);
            let Some((further, _)) = next.get(&at) else {
                break;
            };
            at = *further;
        }
        // Every member of a cycle comes back to itself; the smallest speaks for all.
        if at == start && path.iter().all(|member| *member >= start) {
            path.push(start);
            let cycle: Vec<String> = path.iter().map(N::to_string).collect();
            diagnostics.push(Diagnostic::new(code, span).arg("cycle", cycle.join(" → ")));
        }
    }
}
