//! The file of a stop.
#![no_main]

use jhur::records::{Stop, schema::Kind};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    jhur_fuzz::read::<Stop>(Kind::Stop, text);
});
