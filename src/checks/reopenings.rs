//! Rules about `reopens`: what is done stays done until a follow-up says that it is open again, and
//! only what is done is opened again. They protect against a status that slips back unnoticed.

use super::context::{Context, Target};
use crate::diag::{Code, Diagnostic, Span};
use crate::records::{Bearing, Day, FollowUp, Reference, Spanned};
use std::collections::{BTreeMap, BTreeSet};

/// J510, J518
pub(super) fn check(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let mut by_date: Vec<&Spanned<FollowUp>> = context
        .records
        .follow_ups
        .iter()
        .map(AsRef::as_ref)
        .collect();
    // A stable sort: within a day the order of the files decides.
    by_date.sort_by_key(|follow_up| *follow_up.date);
    let may_miss_some = context.follow_ups_may_be_missing();
    let mut commitments = DoneCommitments::default();
    for follow_up in by_date {
        // Those that may not move a status are reported in `evidence`; and where the day could not
        // be read, their place in the order is not known.
        if follow_up.check
            || follow_up.bearing == Bearing::Related
            || !context.is_fully_read(follow_up.date.span)
        {
            continue;
        }
        let mut before = commitments.before(context, follow_up);
        before.may_be_done |= may_miss_some;
        commitments.apply(context, follow_up);
        if context.is_fully_read(follow_up.span) {
            diagnostics.extend(reopening_error(follow_up, &before));
        }
    }
}

/// What is wrong with a follow-up that opens something again or should say so. One that is about
/// several commitments is reported once.
fn reopening_error(follow_up: &FollowUp, before: &Before<'_>) -> Option<Diagnostic> {
    let status = follow_up.status.filter(|status| !status.is_done());
    let done = before.done;
    match (status, done) {
        (Some(status), Some((about, done))) if !follow_up.reopens => Some(
            Diagnostic::new(Code::UnexplainedReopening, status.span)
                .arg("about", about.to_string())
                .arg("date", done.date.to_string())
                .secondary("done-here", done.status),
        ),
        _ if !follow_up.reopens => None,
        (None, _) => Some(nothing_to_reopen(follow_up, "status")),
        (Some(_), None) if !before.may_be_done => Some(nothing_to_reopen(follow_up, "done")),
        (Some(_), _) => None,
    }
}

/// `lacks` is what would be needed: another status in it, or one before it that says done.
fn nothing_to_reopen(follow_up: &FollowUp, lacks: &str) -> Diagnostic {
    let span = follow_up.status.map_or(follow_up.date.span, |s| s.span);
    Diagnostic::new(Code::NothingToReopen, span).arg("lacks", lacks)
}

/// Which commitments are done, as one goes through the follow-ups in the order of their days. A
/// commitment is known by the place of its key, since an old follow-up may call it by a former name.
#[derive(Default)]
struct DoneCommitments {
    done: BTreeMap<Span, Done>,
    /// Those of which a draft says so.
    in_drafts: BTreeSet<Span>,
}

/// Where and on which day it is said that a commitment is done.
#[derive(Clone, Copy)]
struct Done {
    status: Span,
    date: Day,
}

/// What is known of the commitments of a follow-up before it.
#[derive(Default)]
struct Before<'r> {
    /// The first that is done.
    done: Option<(&'r Reference, Done)>,
    /// Whether one may be done that is not known to be so.
    may_be_done: bool,
}

impl DoneCommitments {
    fn before<'r>(&self, context: &Context<'_>, follow_up: &'r FollowUp) -> Before<'r> {
        let mut before = Before::default();
        for about in &follow_up.about.0 {
            let Some(place) = commitment_place(context, about) else {
                // It could not be read, or is no commitment, which other rules report.
                before.may_be_done = true;
                continue;
            };
            let done = self.done.get(&place);
            before.done = before.done.or(done.map(|done| (&about.value, *done)));
            before.may_be_done |= self.in_drafts.contains(&place);
        }
        before
    }

    fn apply(&mut self, context: &Context<'_>, follow_up: &FollowUp) {
        let Some(status) = follow_up.status else {
            return;
        };
        for about in &follow_up.about.0 {
            let Some(place) = commitment_place(context, about) else {
                continue;
            };
            // A draft is judged, and moves nothing for those after it; but they may be made to
            // follow it.
            if follow_up.draft {
                if status.is_done() {
                    self.in_drafts.insert(place);
                }
            } else if status.is_done() {
                let date = *follow_up.date;
                let status = status.span;
                self.done.insert(place, Done { status, date });
            } else {
                self.done.remove(&place);
            }
        }
    }
}

fn commitment_place(context: &Context<'_>, about: &Reference) -> Option<Span> {
    match context.resolve(about)? {
        Target::Commitment(commitment) => Some(commitment.record.id.span),
        Target::Stop(_) | Target::Entry(_) => None,
    }
}
