//! D: injection into pages.

use crate::cases::{Letter, run};

pub const LETTER: Letter = Letter { name: 'd', text: include_str!("d.rs"), shown: &[], elsewhere: &[] };

#[test]
fn cases() {
    run(&LETTER);
}
