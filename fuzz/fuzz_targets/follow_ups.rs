//! A file of follow-ups.
#![no_main]

use jhur::records::{FollowUp, schema::FileKind};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    jhur_fuzz::read::<Vec<FollowUp>>(FileKind::FollowUps, text);
});
