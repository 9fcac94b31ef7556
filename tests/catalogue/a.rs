//! A: syntax and encoding.

use crate::cases::{Letter, run};
use crate::laid::put;
use crate::trial::after;

pub const LETTER: Letter = Letter { name: 'a', text: include_str!("a.rs"), shown: SHOWN, elsewhere: &[] };

const SHOWN: &[(&str, &[&str])] =
    &[("A1", &["examples/J106", "faults/J106-tab-alone"]), ("A2", &["examples/J107", "faults/J107-single"])];

#[test]
fn cases() {
    run(&LETTER);
}

const STOP: &str = "number: 2\ndistrict: sukamaju\ndate: 2026-10-12\nvenue: Balai Desa\n";
const FILE: &str = "content/stops/002-contoh.yaml";

#[test]
fn a20_a_file_that_is_too_large() {
    let text = format!("{STOP}# {}\n", "x".repeat(1_000_000));
    after(|root| put(root, FILE, &text)).expect(1, &["J104", "1000000", "002-contoh.yaml"]);
}
