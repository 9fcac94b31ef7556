//! E: paths, names, file systems.

use crate::cases::{Letter, run};

pub const LETTER: Letter = Letter { name: 'e', text: include_str!("e.rs"), shown: &[], elsewhere: &[] };

#[test]
fn cases() {
    run(&LETTER);
}
