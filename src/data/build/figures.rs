//! Builds the columns of figures from totals.

use crate::data::rows::{CommitmentFigures, EntryFigures, FigureColumns, OfficeFigures};
use crate::register::{DeadlineState, NewsKind, Outcome, StatusGroup, Totals};

/// The columns of figures that kecamatan, topics, stops and the home page share.
pub(in crate::data) fn figure_columns(totals: &Totals) -> FigureColumns {
    FigureColumns {
        entries: EntryFigures {
            aspirations: totals.aspirations,
            aspirations_promised: totals.with_outcome(Outcome::Promised),
            aspirations_answered: totals.with_outcome(Outcome::Answered),
            aspirations_unreported: totals.with_outcome(Outcome::Unreported),
            aspirations_not_found: totals.with_outcome(Outcome::NotFound),
            aspirations_unanswered: totals.with_outcome(Outcome::Unanswered),
            aspirations_told_to_reporters: totals.with_outcome(Outcome::ToldToReporters),
            aspirations_withheld: totals.with_outcome(Outcome::Withheld),
            announcements: totals.announcements,
        },
        commitments: commitment_figures(totals),
    }
}

/// The columns of figures of an office.
pub(super) fn office_figures(totals: &Totals) -> OfficeFigures {
    OfficeFigures {
        aspirations: totals.aspirations,
        announcements: totals.announcements,
        commitments: commitment_figures(totals),
    }
}

fn commitment_figures(totals: &Totals) -> CommitmentFigures {
    let [direct, related, none] = NewsKind::ALL.map(|kind| totals.by_news[kind as usize]);
    CommitmentFigures {
        commitments: totals.commitments,
        commitments_withheld: totals.withheld_commitments,
        commitments_no_direct_news: totals.count_in_group(StatusGroup::NoDirectNews),
        commitments_without_status: totals.count_in_group(StatusGroup::WithoutStatus),
        commitments_under_way: totals.count_in_group(StatusGroup::UnderWay),
        commitments_done: totals.count_in_group(StatusGroup::Done),
        commitments_not_pursued: totals.count_in_group(StatusGroup::NotPursued),
        commitments_not_assessable: totals.count_in_group(StatusGroup::NotAssessable),
        commitments_ahead: totals.count_by_deadline(DeadlineState::Ahead),
        commitments_passed_unknown: totals.count_by_deadline(DeadlineState::PassedUnknown),
        commitments_late: totals.count_by_deadline(DeadlineState::Late),
        commitments_done_in_time: totals.count_by_deadline(DeadlineState::DoneInTime),
        commitments_done_late: totals.count_by_deadline(DeadlineState::DoneLate),
        commitments_no_date: totals.count_by_deadline(DeadlineState::NoDate),
        commitments_closed: totals.count_by_deadline(DeadlineState::Closed),
        commitments_direct_news_looked_for: direct[0],
        commitments_direct_news_never_looked_for: direct[1],
        commitments_related_news_looked_for: related[0],
        commitments_related_news_never_looked_for: related[1],
        commitments_no_news_looked_for: none[0],
        commitments_no_news_never_looked_for: none[1],
        commitments_due_soon: totals.due_soon,
        commitments_passed_looked_for: totals.passed_looked_for,
        commitments_waiting: totals.waiting,
        commitments_quiet: totals.quiet,
    }
}
