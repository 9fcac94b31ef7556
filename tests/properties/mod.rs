//! What holds of everything that could be written, tried on much of it: values by themselves, revisions, files that are changed, and
//! made-up sites. All of it is made up from one seed, so that every run tries the same.
//!
//! Not repeated here: what is reused is what would be made from nothing (tests/incremental, 500 edits); what need not change in a
//! file is kept (tests/rewriting.rs, 1,000 files).

mod files;
mod register;
mod revisions;
mod values;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// So many cases a test, the same in every run.
fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(2022),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}
