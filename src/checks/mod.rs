//! The rules: which record may stand beside which. One file per family of rules; every rule has its code.
//!
//! [`run`] is the only maker of [`Checked`], so that what comes after it never asks again whether a name leads anywhere.
//! How a page looks and what became of a promise is not its business.

mod answers;
mod as_of;
mod context;
mod dates;
mod evidence;
mod former_names;
mod photos;
mod privacy;
mod redactions;
mod references;
mod replacements;
mod revision_log;
mod site;
mod texts;
mod uniqueness;
mod unknown_keys;
mod warnings;

use crate::diag::{Code, Diagnostic, drop_cascading, sort_and_dedup};
use crate::records::{Day, FORMAT_VERSION, Records, Site, format_mismatch};
pub use as_of::AsOf;
use context::CheckContext;
pub use privacy::allowed_matches;
use rayon::prelude::*;
pub use redactions::find_redacted;
pub use texts::{AllTexts, collect_texts as multilingual};

/// The families of rules, in the order of their codes.
const RULE_FAMILIES: &[fn(&CheckContext<'_>, &mut Vec<Diagnostic>)] = &[
    site::check,
    uniqueness::check,
    unknown_keys::check,
    references::check,
    replacements::check,
    former_names::check,
    revision_log::check,
    dates::check,
    answers::check,
    evidence::check,
    warnings::check,
    privacy::check,
    redactions::check,
    photos::check,
];

/// Records that keep every rule.
#[derive(Debug)]
pub struct CheckedRecords {
    site: Site,
    records: Records,
    day: Day,
    warnings: Vec<Diagnostic>,
}

impl CheckedRecords {
    /// site.yaml
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// Every other record; every name in them leads somewhere.
    pub fn records(&self) -> &Records {
        &self.records
    }

    /// The day for which they were checked.
    pub fn day(&self) -> Day {
        self.day
    }

    /// What is worth a look and no fault, sorted.
    pub fn into_warnings(self) -> Vec<Diagnostic> {
        self.warnings
    }
}

/// Holds the records against every rule. `faults` are those of reading; the answer holds all of both, sorted.
///
/// # Errors
/// All faults and warnings, if one of them is an error.
pub fn check_records(
    mut records: Records,
    mut faults: Vec<Diagnostic>,
    when: AsOf,
) -> Result<CheckedRecords, Vec<Diagnostic>> {
    let newer = records
        .site
        .as_ref()
        .filter(|site| *site.format > FORMAT_VERSION)
        .and_then(|site| format_mismatch(&site.format));
    // What else seems wrong with records of a newer format only follows.
    if let Some(newer) = newer.or_else(|| {
        faults
            .iter()
            .find(|fault| fault.code == Code::UnsupportedFormat)
            .cloned()
    }) {
        return Err(vec![newer]);
    }
    let day = when.day_in_zone(
        records
            .site
            .as_ref()
            .map(|s| s.time_zone)
            .unwrap_or_default(),
    );
    let book = CheckContext::new(&records, &faults, when, day);
    let judge = |family: &fn(&CheckContext<'_>, &mut Vec<Diagnostic>)| {
        let mut found = Vec::new();
        family(&book, &mut found);
        found
    };
    let found: Vec<Vec<Diagnostic>> = RULE_FAMILIES.par_iter().map(judge).collect();
    faults.extend(found.into_iter().flatten());
    drop_cascading(&mut faults);
    sort_and_dedup(&mut faults);
    match records.site.take() {
        Some(site) if !faults.iter().any(Diagnostic::is_error) => Ok(CheckedRecords {
            site,
            records,
            day,
            warnings: faults,
        }),
        _ => Err(faults),
    }
}
