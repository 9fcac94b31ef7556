//! The register of a made-up history, held against what a careful person would say on several days.
//!
//! `tests/sites/riwayat/expected/DAY.txt` is that table; `UPDATE=1 cargo test` writes it anew, for the difference to be
//! read.

use crate::common::{expect_file, repository};
use jhur::checks::{self, AsOf};
use jhur::records::{Day, Lang};
use jhur::register::{DeadlineState, Outcome, Register, StatusGroup, Subject, Totals};
use std::fmt::Write as _;

fn checked(at: &str) -> checks::CheckedRecords {
    let loaded = jhur::source::load(&repository("tests/sites/riwayat")).unwrap();
    checks::check_records(
        loaded.records,
        loaded.diagnostics,
        AsOf::Chosen(Day::parse(at).unwrap()),
    )
    .unwrap_or_else(|errors| panic!("{errors:#?}"))
}

fn table(register: &Register<'_>) -> String {
    let mut out = String::new();
    let reference = |id| {
        let entry = register.entry(id);
        format!("{}/{}", register.stop(entry.stop).number(), entry.id)
    };
    for (id, entry) in register.entries() {
        let state = entry.outcome().map_or("announcement", Outcome::key);
        let _ = write!(out, "{} {state}", reference(id));
        for earlier in &entry.asked_earlier {
            let _ = write!(out, ", asked before in {}", reference(*earlier));
        }
        for again in &entry.asked_again {
            let _ = write!(out, ", asked again in {}", reference(*again));
        }
        let _ = writeln!(out, ", {} news", entry.follow_ups.len());
    }
    for (_, c) in register.commitments() {
        let _ = write!(
            out,
            "{}/{} {} ({}); {}",
            reference(c.entry),
            c.record.id,
            c.status.key(),
            c.status_group().key(),
            c.current_deadline.state.key()
        );
        if c.current_deadline.is_near {
            out.push_str(", due soon");
        }
        if c.has_moved_deadline() {
            let _ = write!(
                out,
                ", by the first deadline {}",
                c.first_deadline.state.key()
            );
        }
        let _ = write!(out, "; {} news", c.news().key());
        if let Some(since) = c.quiet_since {
            let _ = write!(out, "; quiet since {since}");
        }
        if c.is_waiting() {
            out.push_str("; waiting");
        }
        if let Some(check) = c.last_check {
            let _ = write!(out, "; checked {check}");
        }
        if let Some(new) = c.replaced_by {
            let _ = write!(out, "; replaced by {}", register.commitment(new).record.id);
        }
        let _ = writeln!(out, "; {} in the timeline", c.timeline.len());
    }
    let totals = register.totals();
    let _ = writeln!(out, "{totals:#?}");
    for (_, district) in register.districts() {
        let _ = writeln!(
            out,
            "{}: {} stops, {} entries, {} commitments",
            district.record.key,
            district.stops.len(),
            district.entries.len(),
            district.commitments.len()
        );
    }
    for (_, office) in register.offices() {
        let _ = writeln!(
            out,
            "{}: {} entries, {} commitments",
            office.record.key,
            office.entries.len(),
            office.commitments.len()
        );
    }
    for (_, topic) in register.topics() {
        let _ = writeln!(
            out,
            "{}: {} entries, {} commitments",
            topic.record.key,
            topic.entries.len(),
            topic.commitments.len()
        );
    }
    let _ = writeln!(
        out,
        "{} left out because they became known later",
        register.not_yet_known()
    );
    out
}

#[test]
fn as_a_careful_person_would_say() {
    for at in ["2022-01-31", "2022-04-15", "2022-06-30", "2023-06-30"] {
        let checked = checked(at);
        let found = table(&Register::as_of(&checked, false));
        let file = format!("tests/sites/riwayat/expected/{at}.txt");
        expect_file(&repository(&file), &found);
    }
}

#[test]
fn related_news_and_checks_move_no_status() {
    let checked = checked("2023-06-30");
    let register = Register::as_of(&checked, false);
    for (_, news) in register
        .follow_ups()
        .filter(|(_, n)| n.record.check || n.record.bearing == jhur::records::Bearing::Related)
    {
        for subject in &news.about {
            if let Subject::Commitment(id) = subject {
                assert_eq!(
                    register.commitment(*id).status_group(),
                    StatusGroup::NoDirectNews
                );
                assert!(register.commitment(*id).status_source.is_none());
            }
        }
    }
}

#[test]
fn what_is_held_back_is_seen_only_with_drafts() {
    let checked = checked("2022-06-30");
    let (public, all) = (
        Register::as_of(&checked, false),
        Register::as_of(&checked, true),
    );
    assert_eq!((public.stops().len(), all.stops().len()), (2, 3));
    assert_eq!(all.follow_ups().len() - public.follow_ups().len(), 1);
}

#[test]
fn figures_add_up_in_every_group() {
    let checked = checked("2023-06-30");
    let register = Register::as_of(&checked, false);
    let totals = register.totals();
    assert_adds_up(totals);
    for (_, stop) in register.stops() {
        assert_adds_up(&stop.totals);
    }
    assert!(totals.count_by_deadline(DeadlineState::PassedUnknown) > 0);
    assert_eq!(
        register
            .districts()
            .map(|(_, d)| d.commitments.len())
            .sum::<usize>(),
        totals.commitments - totals.withheld_commitments
    );
    assert_eq!(register.main_language(), Lang::Id);
}

/// The counts of each kind of state add up to its total, with what is withheld in a row of its own.
fn assert_adds_up(totals: &Totals) {
    let shown = totals.commitments - totals.withheld_commitments;
    let groups = StatusGroup::ALL.iter().map(|g| totals.count_in_group(*g));
    assert_eq!(groups.sum::<usize>(), shown);
    assert_eq!(totals.by_status.iter().sum::<usize>(), shown);
    assert_eq!(totals.by_deadline.iter().sum::<usize>(), shown);
    assert_eq!(totals.by_news.iter().flatten().sum::<usize>(), shown);
    assert_eq!(totals.by_outcome.iter().sum::<usize>(), totals.aspirations);
    assert!(totals.passed_looked_for <= totals.count_by_deadline(DeadlineState::PassedUnknown));
    assert!(totals.due_soon <= totals.count_by_deadline(DeadlineState::Ahead));
}
