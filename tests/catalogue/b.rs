//! B: values and schema.

use crate::cases::{Letter, run};

pub const LETTER: Letter = Letter { name: 'b', text: include_str!("b.rs"), shown: &[], elsewhere: &[] };

#[test]
fn cases() {
    run(&LETTER);
}
