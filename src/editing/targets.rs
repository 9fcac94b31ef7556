//! What the records hold under a reference, in words that a person recognises; and in which file a new one goes.

use crate::diag::messages::Messages;
use crate::diag::{FileId, SourceFile, SourceMap, closest_match};
use crate::records::{Day, Key, Lang, Records, Reference, Site, Stop, Text};

/// One record that a follow-up can be about.
pub struct FollowUpTarget {
    /// Its reference.
    pub reference: Reference,
    /// Its title, or the promise.
    pub title: String,
    /// The day of its stop.
    pub stop_date: Day,
}

/// Every stop, aspiration, announcement and commitment, in the order of the files.
pub fn follow_up_targets(records: &Records) -> Vec<FollowUpTarget> {
    let main = records.site.as_ref().map_or(Lang::Id, Site::main_language);
    records
        .stops
        .iter()
        .flat_map(|stop| targets_in_stop(stop, records, main))
        .collect()
}

fn targets_in_stop(stop: &Stop, records: &Records, main: Lang) -> Vec<FollowUpTarget> {
    let number = *stop.number;
    let since = *stop.date;
    let said = |text: &Text| {
        text.in_language(main, main)
            .0
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let district = records
        .districts
        .iter()
        .find(|d| d.key.value == stop.district.value);
    let name = district.map_or(stop.district.as_str(), |d| d.name.as_str());
    let own = Reference {
        stop: number,
        entry: None,
        commitment: None,
    };
    let mut found = vec![FollowUpTarget {
        reference: own,
        title: format!("{name}, {since}"),
        stop_date: since,
    }];
    for entry in stop.entries() {
        found.push(FollowUpTarget {
            reference: entry.reference(),
            title: said(entry.title),
            stop_date: since,
        });
        for commitment in entry.commitments() {
            found.push(FollowUpTarget {
                reference: Reference::for_commitment(number, entry.id, &commitment.id),
                title: said(&commitment.text),
                stop_date: since,
            });
        }
    }
    found
}

/// The reference most like one that leads nowhere: of its own kind, or else of any.
pub fn closest_reference(wrong: &Reference, found: &[FollowUpTarget]) -> Option<String> {
    let wrong = wrong.to_string();
    let depth = |text: &str| text.matches('/').count();
    let known: Vec<String> = found.iter().map(|f| f.reference.to_string()).collect();
    let alike = known
        .iter()
        .map(String::as_str)
        .filter(|k| depth(k) == depth(&wrong));
    closest_match(&wrong, alike)
        .or_else(|| closest_match(&wrong, known.iter().map(String::as_str)))
        .map(str::to_owned)
}

/// What stands directly below a reference, to choose from; at most `most`, one a line.
pub fn list_children(reference: &Reference, found: &[FollowUpTarget], most: usize) -> String {
    let is_below =
        |f: &&FollowUpTarget| f.reference != *reference && f.reference.is_at_or_below(reference);
    let line = |f: &FollowUpTarget| format!("  {}  {}", f.reference, f.title);
    found
        .iter()
        .filter(is_below)
        .take(most)
        .map(line)
        .collect::<Vec<_>>()
        .join("\n")
}

/// The file of a new stop.
pub fn stop_file_path(number: u32, district: &Key) -> String {
    format!("content/stops/{number:03}-{district}.yaml")
}

/// The month of a day, by which files of follow-ups are called: `2022-10`.
pub fn year_month(date: Day) -> String {
    date.to_string().chars().take(7).collect()
}

/// The file to which the follow-ups of a day are added.
pub fn follow_ups_file_path(date: Day) -> String {
    format!("content/follow-ups/{}.yaml", year_month(date))
}

/// The first line of a month's file.
pub fn follow_ups_file_header(month: &str, words: &Messages) -> String {
    format!(
        "# {}\n",
        words.message("scaffold-follow-ups", &[("month", month.to_owned())])
    )
}

/// Every file that was read, with its number.
pub fn iter_files(files: &SourceMap) -> impl Iterator<Item = (FileId, &SourceFile)> {
    let count = u32::try_from(files.len()).unwrap_or(u32::MAX);
    (0..count)
        .map(FileId)
        .filter_map(|id| Some((id, files.get(id)?)))
}
