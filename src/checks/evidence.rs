//! Rules about what a follow-up must bring: a source, one other than the office, who decided.

use super::context::{Context, Target};
use super::replacements::suggest_commitments;
use crate::diag::{Code, Diagnostic, Span};
use crate::records::{Bearing, FollowUp, SourceKind, Status};

/// J504 to J509, J511, J512
pub(super) fn check(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for follow_up in &context.records.follow_ups {
        // One message is enough for an entry that should change nothing; and a check needs no
        // evidence.
        if reject_status_change(follow_up, diagnostics) || follow_up.check {
            continue;
        }
        check_about_commitments(context, follow_up, diagnostics);
        if context.is_fully_read(follow_up.span) {
            check_sources(follow_up, diagnostics);
            check_decision(follow_up, diagnostics);
        }
    }
}

/// Related follow-ups and checks move neither status nor deadline, and open nothing again. Returns
/// whether this one would.
fn reject_status_change(follow_up: &FollowUp, diagnostics: &mut Vec<Diagnostic>) -> bool {
    let code = match (follow_up.check, follow_up.bearing) {
        (true, _) => Code::CheckWithStatus,
        (false, Bearing::Related) => Code::RelatedWithStatus,
        (false, Bearing::Direct) => return false,
    };
    if let Some(status) = &follow_up.status {
        diagnostics.push(Diagnostic::new(code, status.span).arg("key", "status"));
    }
    if let Some(due) = &follow_up.due {
        diagnostics.push(Diagnostic::new(code, due.span).arg("key", "due"));
    }
    if follow_up.reopens {
        diagnostics.push(Diagnostic::new(code, follow_up.date.span).arg("key", "reopens"));
    }
    follow_up.status.is_some() || follow_up.due.is_some() || follow_up.reopens
}

/// Only commitments have a status and a deadline.
fn check_about_commitments(
    context: &Context<'_>,
    follow_up: &FollowUp,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let code = if follow_up.status.is_some() {
        Code::StatusNotAboutCommitment
    } else if follow_up.due.is_some() {
        Code::DeadlineNotAboutCommitment
    } else {
        return;
    };
    for about in &follow_up.about.0 {
        if let Some(Target::Stop(_) | Target::Entry(_)) = context.resolve(about) {
            diagnostics.push(
                Diagnostic::new(code, about.span)
                    .arg("found", about.to_string())
                    .arg("commitments", suggest_commitments(context, about)),
            );
            // One is enough to see what is meant.
            return;
        }
    }
}

/// The span to which diagnostics about a follow-up's status point.
fn status_span(follow_up: &FollowUp) -> Span {
    follow_up.status.map_or(follow_up.date.span, |s| s.span)
}

/// A follow-up rests on a source; that something is done and verified, on another than the office.
fn check_sources(follow_up: &FollowUp, diagnostics: &mut Vec<Diagnostic>) {
    let mut kinds = follow_up.sources.iter().filter_map(|s| s.kind);
    if follow_up.sources.is_empty() {
        diagnostics.push(Diagnostic::new(
            Code::FollowUpWithoutSource,
            follow_up.date.span,
        ));
    } else if follow_up.status.map(|s| s.value) == Some(Status::DoneVerified)
        && !kinds.any(|kind| kind != SourceKind::Office)
    {
        diagnostics.push(Diagnostic::new(
            Code::VerifiedByOfficeOnly,
            status_span(follow_up),
        ));
    }
}

/// Who ends a commitment decides: `superseded` names what took its place, `superseded` and
/// `dropped` who decided it.
fn check_decision(follow_up: &FollowUp, diagnostics: &mut Vec<Diagnostic>) {
    let status = follow_up.status.map(|s| s.value);
    let is_superseded = status == Some(Status::Superseded);
    let lacking = match &follow_up.replaced_by {
        None if is_superseded => Some(("replacement", status_span(follow_up))),
        Some(replacement) if !is_superseded => Some(("status", replacement.span)),
        _ => None,
    };
    if let Some((lacks, span)) = lacking {
        diagnostics
            .push(Diagnostic::new(Code::SupersededWithoutReplacement, span).arg("lacks", lacks));
    }
    if let Some(decision @ (Status::Superseded | Status::Dropped)) = status
        && follow_up.by.is_none()
    {
        diagnostics.push(
            Diagnostic::new(Code::DecisionWithoutDecider, status_span(follow_up))
                .arg("status", decision.key()),
        );
    }
}
