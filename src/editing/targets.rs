//! The records that a follow-up can be about: found for a form's suggestions, and for `jhur new
//! follow-up` with the nearest names where a reference is wrong.

use crate::diag::closest_match;
use crate::records::{Day, Lang, Records, Reference, Stop, Text, collapse_whitespace};

/// One record that a follow-up can be about.
pub struct FollowUpTarget {
    /// Its reference: `6/studi-banding/usul-p-apbd`.
    pub reference: Reference,
    /// Its title, or the text of a commitment, in one line.
    pub title: String,
    /// The day of its stop.
    pub stop_date: Day,
}

/// Every stop, aspiration, announcement and commitment, in the order of the files.
pub fn follow_up_targets(records: &Records) -> Vec<FollowUpTarget> {
    let main = records.languages()[0];
    let mut found = Vec::new();
    for stop in &records.stops {
        add_targets_of_stop(stop, records, main, &mut found);
    }
    found
}

fn add_targets_of_stop(
    stop: &Stop,
    records: &Records,
    main: Lang,
    found: &mut Vec<FollowUpTarget>,
) {
    let (number, stop_date) = (*stop.number, *stop.date);
    let mut add = |reference: Reference, title: String| {
        found.push(FollowUpTarget {
            reference,
            title,
            stop_date,
        });
    };
    // An unknown kecamatan is reported by the rules; here its key has to do.
    let mut districts = records.districts.iter();
    let district = districts.find(|d| d.key.value == stop.district.value);
    let name = district.map_or(stop.district.as_str(), |d| d.name.as_str());
    let own = Reference {
        stop: number,
        entry: None,
        commitment: None,
    };
    add(own, format!("{name}, {stop_date}"));
    for entry in stop.entries() {
        add(entry.reference(), one_line(entry.title, main));
        for commitment in entry.commitments() {
            let reference = Reference::for_commitment(number, entry.id, &commitment.id);
            add(reference, one_line(&commitment.text, main));
        }
    }
}

fn one_line(text: &Text, main: Lang) -> String {
    collapse_whitespace(text.in_language(main, main).0)
}

/// The reference most similar to an unknown one: of the same depth, or else of any.
pub fn closest_reference(unknown: &Reference, found: &[FollowUpTarget]) -> Option<String> {
    let unknown = unknown.to_string();
    let depth = |reference: &str| reference.matches('/').count();
    let known: Vec<String> = found.iter().map(|f| f.reference.to_string()).collect();
    let all = known.iter().map(String::as_str);
    let same_depth = all.clone().filter(|known| depth(known) == depth(&unknown));
    closest_match(&unknown, same_depth)
        .or_else(|| closest_match(&unknown, all))
        .map(str::to_owned)
}

/// The records below a reference, to choose from: at most `limit` lines. `none` if there are none,
/// as the messages expect.
pub fn list_below(
    reference: &Reference,
    found: &[FollowUpTarget],
    limit: usize,
    is_listed: impl Fn(&Reference) -> bool,
) -> String {
    let mut lines = Vec::new();
    for target in found {
        let own = &target.reference;
        let is_below = own != reference && own.is_at_or_below(reference);
        if lines.len() < limit && is_below && is_listed(own) {
            lines.push(format!("  {own}  {}", target.title));
        }
    }
    if lines.is_empty() {
        "none".to_owned()
    } else {
        lines.join("\n")
    }
}
