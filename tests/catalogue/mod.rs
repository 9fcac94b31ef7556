//! The catalogue of bad inputs and faults: 141 lines, A1 to H6, and what a person then sees.
//!
//! A module a letter. A line of the catalogue is covered by any of
//! - `cases/A1-*.txt`, data in the form of `tests/examples/*.txt`; `UPDATE=1` writes what the program says;
//! - a line in the module's `SHOWN`: an example in `tests/examples` or `tests/faults`, whose words and places are held there;
//! - a test in the module that is named for it, `a1_…`;
//! - a line in the module's `ELSEWHERE`: a test in another file that asserts all of it.
//!
//! Whatever is tried, it is tried with the program itself (`trial.rs`), with and without an old site.

mod a;
mod b;
mod c;
mod cases;
mod d;
mod e;
mod f;
mod g;
mod h;
mod trial;

use cases::{Letter, covered};
use std::collections::BTreeSet;

/// Every letter with the number of its lines.
const LETTERS: &[(&Letter, usize)] = &[
    (&a::LETTER, 29),
    (&b::LETTER, 21),
    (&c::LETTER, 13),
    (&d::LETTER, 18),
    (&e::LETTER, 15),
    (&f::LETTER, 12),
    (&g::LETTER, 27),
    (&h::LETTER, 6),
];

#[test]
fn every_line_is_covered_and_nothing_else() {
    assert_eq!(LETTERS.iter().map(|(_, lines)| lines).sum::<usize>(), 141);
    for (letter, lines) in LETTERS {
        let wanted: BTreeSet<String> = (1..=*lines)
            .map(|n| format!("{}{n}", letter.name))
            .collect();
        let found = covered(letter);
        let odd: Vec<_> = found.difference(&wanted).collect();
        assert!(odd.is_empty(), "no lines of the catalogue: {odd:?}");
        let open: Vec<_> = wanted.difference(&found).collect();
        assert!(open.is_empty(), "{}: not covered: {open:?}", letter.name);
    }
}
