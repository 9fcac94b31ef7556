//! The catalogue of bad inputs and faults (docs/BAD-INPUTS.md): 143 lines, A1 to H6, and what a person then sees.
//!
//! A module a letter. A line of the catalogue is covered by any of
//! - `cases/A1-*.txt`, data in the form of `tests/examples/*.txt`; `UPDATE=1` writes what the program prints;
//! - a line in the module's `SHOWN`: an example in `tests/examples` or `tests/faults`, whose messages and places are tested there;
//! - a test in the module that is named for it, `a1_…`;
//! - a line in the module's `ELSEWHERE`: a test in another file that asserts all of it.
//!
//! Every input is tried with the program itself (`outcome.rs`), with and without an old site.

mod coverage;
mod exports;
mod injection;
mod limits;
mod outcome;
mod paths;
mod publishing;
mod references;
mod syntax;
mod values;

use coverage::{Group, covered_lines};
use std::collections::BTreeSet;

/// Every letter with the number of its lines.
const GROUPS: &[(&Group, usize)] = &[
    (&syntax::GROUP, 29),
    (&values::GROUP, 23),
    (&references::GROUP, 13),
    (&injection::GROUP, 18),
    (&paths::GROUP, 15),
    (&exports::GROUP, 12),
    (&publishing::GROUP, 27),
    (&limits::GROUP, 6),
];

#[test]
fn every_line_is_covered_and_nothing_else() {
    assert_eq!(GROUPS.iter().map(|(_, lines)| lines).sum::<usize>(), 143);
    for (group, lines) in GROUPS {
        let mut wanted = BTreeSet::new();
        for n in 1..=*lines {
            wanted.insert(format!("{}{n}", group.letter));
        }
        let found = covered_lines(group);
        let unknown: Vec<_> = found.difference(&wanted).collect();
        assert!(unknown.is_empty(), "no lines of the catalogue: {unknown:?}");
        let open: Vec<_> = wanted.difference(&found).collect();
        assert!(open.is_empty(), "{}: not covered: {open:?}", group.letter);
    }
}
