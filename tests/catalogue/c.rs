//! C: references and history.

use crate::cases::{Letter, run};

pub const LETTER: Letter = Letter { name: 'c', text: include_str!("c.rs"), shown: &[], elsewhere: &[] };

#[test]
fn cases() {
    run(&LETTER);
}
