//! F: data exports and feeds.

use crate::cases::{Letter, run};

pub const LETTER: Letter = Letter { name: 'f', text: include_str!("f.rs"), shown: &[], elsewhere: &[] };

#[test]
fn cases() {
    run(&LETTER);
}
