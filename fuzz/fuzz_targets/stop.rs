//! The file of a stop.
#![no_main]

use jhur::records::{Stop, schema::FileKind};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    jhur_fuzz::read::<Stop>(FileKind::Stop, text);
});
