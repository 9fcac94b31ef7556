//! G: build and publish faults.

use crate::cases::{Letter, run};

pub const LETTER: Letter = Letter { name: 'g', text: include_str!("g.rs"), shown: &[], elsewhere: &[] };

#[test]
fn cases() {
    run(&LETTER);
}
