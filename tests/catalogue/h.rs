//! H: scale and time.

use crate::cases::{Letter, run};

pub const LETTER: Letter = Letter { name: 'h', text: include_str!("h.rs"), shown: &[], elsewhere: &[] };

#[test]
fn cases() {
    run(&LETTER);
}
