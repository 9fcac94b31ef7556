//! The entries of the revision log, `content/log.jsonl`: one line each, which nobody edits and which
//! `jhur release` and `jhur redact` only add to.
//!
//! An entry tells that a revision was released, without its words: those are in `bodies.jsonl`, from
//! which the law may have them struck out. What ties the two is the digest of the body's line.

use super::{Day, Spanned, to_hex};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::sync::Arc;

/// One line of the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogEntry {
    /// Its number, from 0.
    pub entry: usize,
    /// The day on which it was added, as the clock said.
    pub release: Day,
    /// What it tells.
    #[serde(flatten)]
    pub content: EntryContent,
}

/// What an entry tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum EntryContent {
    /// A revision was released.
    Revision {
        /// The record: `6`, `6/studi-banding`, `tentang`, `site`.
        record: String,
        /// The revision's number, from 1.
        revision: u32,
        /// The sha256 of the line in `bodies.jsonl` that has its body, in hexadecimal digits.
        digest: String,
    },
    /// The body of a revision was redacted.
    Redaction {
        /// Which.
        redacts: RevisionName,
        /// The rule of law: `UU 27/2022 pasal 8`.
        basis: String,
        /// Why.
        reason: String,
    },
    /// The entries of the day before this one were made while the clock was wrong; they count as of
    /// this entry's day.
    ClockCorrection {
        /// What was wrong.
        clock: String,
    },
}

/// A revision by its record and number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RevisionName {
    /// The record.
    pub record: String,
    /// The revision's number.
    pub revision: u32,
}

impl LogEntry {
    /// The line, without its end.
    pub fn to_line(&self) -> String {
        // Numbers, days and texts can always be written.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Parses a line without its end. Returns `None` for all but the bytes that [`Self::to_line`]
    /// gives: no second way to write an entry may count as the same.
    pub fn parse(line: &str) -> Option<Self> {
        let entry: Self = serde_json::from_str(line).ok()?;
        (entry.to_line() == line).then_some(entry)
    }
}

impl LogEntry {
    /// A revision's entry in an attribute of its page: number, day, record, revision and digest with
    /// spaces between them. `None` for other entries, which no page shows.
    pub fn to_attribute(&self) -> Option<String> {
        let EntryContent::Revision {
            record,
            revision,
            digest,
        } = &self.content
        else {
            return None;
        };
        let Self { entry, release, .. } = self;
        Some(format!("{entry} {release} {record} {revision} {digest}"))
    }

    /// Reads what [`Self::to_attribute`] writes.
    pub fn parse_attribute(text: &str) -> Option<Self> {
        let mut fields = text.split(' ');
        let mut next = || fields.next();
        let entry = Self {
            entry: next()?.parse().ok()?,
            release: Day::parse(next()?)?,
            content: EntryContent::Revision {
                record: next()?.to_owned(),
                revision: next()?.parse().ok()?,
                digest: next()?.to_owned(),
            },
        };
        (entry.to_attribute().as_deref() == Some(text)).then_some(entry)
    }
}

/// The day as of which each entry counts: its own, unless the next entry but those of the same day
/// says that the clock was wrong. The days never go back where the log keeps its rules.
pub fn effective_days(entries: &[Arc<Spanned<LogEntry>>]) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::with_capacity(entries.len());
    for (n, entry) in entries.iter().enumerate() {
        if matches!(entry.content, EntryContent::ClockCorrection { .. }) {
            // Only of one day: else whoever keeps the log could date all of it back.
            let wrong = n.checked_sub(1).map(|before| entries[before].release);
            for at in (0..n).rev() {
                if Some(entries[at].release) != wrong {
                    break;
                }
                days[at] = days[at].min(entry.release);
            }
        }
        days.push(entry.release);
    }
    days
}

/// The lines of entries, each with its end.
pub fn log_text<'e>(entries: impl Iterator<Item = &'e LogEntry>) -> String {
    let mut text = String::new();
    for entry in entries {
        text.push_str(&entry.to_line());
        text.push('\n');
    }
    text
}

/// With how many of its first lines the log has this sha256. Returns `None` if with none.
pub fn count_lines_with_hash<'e>(
    entries: impl Iterator<Item = &'e LogEntry>,
    sha256: &str,
) -> Option<usize> {
    let mut hash = Sha256::new();
    for (n, entry) in entries.enumerate() {
        hash.update(entry.to_line());
        hash.update("\n");
        if to_hex(&hash.clone().finalize()) == sha256 {
            return Some(n + 1);
        }
    }
    None
}

/// The number, from 1, of the first line of a published or kept log that ours does not have at its
/// place. Returns `None` if ours begins with all of them.
pub fn first_missing_line<'e>(
    kept: &str,
    mut ours: impl Iterator<Item = &'e LogEntry>,
) -> Option<usize> {
    for (n, line) in kept.lines().enumerate() {
        if ours.next().is_none_or(|entry| entry.to_line() != line) {
            return Some(n + 1);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(line: &str) -> LogEntry {
        LogEntry::parse(line).unwrap()
    }

    fn days(log: &[&str]) -> Vec<String> {
        let mut entries = Vec::new();
        for line in log {
            let span = crate::diag::Span::default();
            let value = entry(line);
            entries.push(Arc::new(Spanned { value, span }));
        }
        let days = effective_days(&entries).into_iter();
        days.map(|day| day.to_string()).collect()
    }

    #[test]
    fn only_the_bytes_that_the_program_writes_are_an_entry() {
        let line =
            r#"{"entry":0,"release":"2026-12-05","record":"6","revision":1,"digest":"9f3a"}"#;
        assert_eq!(entry(line).to_line(), line);
        for other in [
            line.replace(",\"record\"", ", \"record\""),
            line.replace("\"revision\":1", "\"revision\":1,\"more\":2"),
            line.replace("\"entry\":0,", ""),
            line.replace(
                "\"record\":\"6\",\"revision\":1",
                "\"revision\":1,\"record\":\"6\"",
            ),
        ] {
            assert_eq!(LogEntry::parse(&other), None, "{other}");
        }
    }

    #[test]
    fn days_of_a_wrong_clock_count_as_of_the_correction() {
        let log = [
            r#"{"entry":0,"release":"2026-12-05","record":"6","revision":1,"digest":"0"}"#,
            r#"{"entry":1,"release":"2062-12-05","record":"5","revision":1,"digest":"0"}"#,
            r#"{"entry":2,"release":"2062-12-05","record":"7","revision":1,"digest":"0"}"#,
            r#"{"entry":3,"release":"2026-12-06","clock":"Jam komputer salah."}"#,
            r#"{"entry":4,"release":"2026-12-07","record":"4","revision":1,"digest":"0"}"#,
        ];
        assert_eq!(
            days(&log),
            [
                "2026-12-05",
                "2026-12-06",
                "2026-12-06",
                "2026-12-06",
                "2026-12-07"
            ]
        );
        // Not to date the whole log back.
        let log = [log[0], log[1], &log[3].replace("2026-12-06", "2022-01-01")];
        assert_eq!(days(&log), ["2026-12-05", "2022-01-01", "2022-01-01"]);
    }
}
