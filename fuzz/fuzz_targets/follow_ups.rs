//! A file of follow-ups.
#![no_main]

use jhur::records::{FollowUp, schema::Kind};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    jhur_fuzz::read::<Vec<FollowUp>>(Kind::FollowUps, text);
});
