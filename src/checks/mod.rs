//! The rules between records: one file for each family of rules, and a code for each rule.
//!
//! Only [`check_records`] makes [`CheckedRecords`], so that the register can rely on every
//! reference leading to a record. A file's `check` names the codes that it reports. Rules about a
//! single value (a day, a key) are in `records`; statuses and pages are left to `register` and
//! `view`.

mod answers;
mod as_of;
mod body_strings;
mod card_letters;
mod context;
mod cycles;
mod dates;
mod evidence;
mod former_names;
mod photos;
mod places;
mod privacy;
mod redactions;
mod references;
mod reopenings;
mod replacements;
mod revision_log;
mod site;
mod texts;
mod uniqueness;
mod unknown_keys;
mod warnings;
mod witnesses;

use crate::diag::{Code, Diagnostic, drop_cascading, sort_and_dedup};
use crate::records::{Day, FORMAT_VERSION, Records, Site, format_mismatch};
pub use as_of::{AsOf, DayChoice, DayOrigin};
use context::Context;
pub use privacy::{PersonFinding, allowed_matches, find_people, may_hold_personal_data};
use rayon::prelude::*;
pub use redactions::find_redacted;
pub use texts::{AllTexts, collect_texts};

/// The families of rules, in the order of their codes.
const RULE_FAMILIES: &[fn(&Context<'_>, &mut Vec<Diagnostic>)] = &[
    site::check,
    uniqueness::check,
    unknown_keys::check,
    references::check,
    replacements::check,
    former_names::check,
    revision_log::check,
    witnesses::check,
    dates::check,
    answers::check,
    evidence::check,
    reopenings::check,
    warnings::check,
    card_letters::check,
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
    /// The settings in site.yaml.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// Every other record; every reference in them leads somewhere.
    pub fn records(&self) -> &Records {
        &self.records
    }

    /// The day for which they were checked.
    pub fn day(&self) -> Day {
        self.day
    }

    /// The warnings, sorted.
    pub fn into_warnings(self) -> Vec<Diagnostic> {
        self.warnings
    }
}

/// Checks the records against every rule. `diagnostics` are those of reading; what is returned
/// holds all of both, sorted.
///
/// # Errors
/// All errors and warnings, if one of them is an error.
pub fn check_records(
    mut records: Records,
    mut diagnostics: Vec<Diagnostic>,
    as_of: AsOf,
) -> Result<CheckedRecords, Vec<Diagnostic>> {
    // What else seems wrong with records of a newer format only follows from that.
    if let Some(newer) = newer_format(&records, &diagnostics) {
        return Err(vec![newer]);
    }
    let zone = records.site.as_ref().map(|site| site.time_zone);
    let day = as_of.day_in_zone(zone.unwrap_or_default());
    let is_today = matches!(as_of, AsOf::Now(_));
    let context = Context::new(&records, &diagnostics, day, is_today);
    // The families only read the context, so each may run on a core of its own; the messages are
    // sorted below, so that their order does not depend on which is ready first.
    let found = RULE_FAMILIES.par_iter().flat_map_iter(|check| {
        let mut found = Vec::new();
        check(&context, &mut found);
        found
    });
    let found: Vec<Diagnostic> = found.collect();
    diagnostics.extend(found);
    drop_cascading(&mut diagnostics);
    sort_and_dedup(&mut diagnostics);
    match records.site.take() {
        Some(site) if !diagnostics.iter().any(Diagnostic::is_error) => Ok(CheckedRecords {
            site,
            records,
            day,
            warnings: diagnostics,
        }),
        _ => Err(diagnostics),
    }
}

/// The diagnostic about a record format that is newer than this program's, whether site.yaml could
/// be read whole or not.
fn newer_format(records: &Records, diagnostics: &[Diagnostic]) -> Option<Diagnostic> {
    if let Some(site) = &records.site
        && *site.format > FORMAT_VERSION
    {
        return format_mismatch(&site.format);
    }
    let mut of_reading = diagnostics.iter();
    of_reading
        .find(|d| d.code == Code::UnsupportedFormat)
        .cloned()
}
