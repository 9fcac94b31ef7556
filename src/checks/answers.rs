//! Rules about what was asked and answered at a stop: each kind of answer brings what it needs, and
//! nobody is named without consent.

use super::context::Context;
use crate::diag::{Code, Diagnostic};
use crate::records::{AnswerKind, Aspiration, Response, Spanned};

/// J501 to J503, J513, J515 to J517, J601
pub(super) fn check(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for entry in &context.entries {
        for response in entry.responses {
            // Where part of a response was lost in reading, what seems missing may have been in it.
            if context.is_fully_read(response.span) {
                check_response_text(response, diagnostics);
                check_unreported(response, diagnostics);
                check_promises(response, diagnostics);
                check_referral(response, diagnostics);
            }
        }
        let Some(aspiration) = entry.aspiration() else {
            continue;
        };
        if context.is_fully_read(entry.span) {
            if !entry.is_withdrawn() {
                check_text(aspiration, diagnostics);
            }
            check_consent(aspiration, diagnostics);
        }
    }
}

/// An aspiration says what was asked for, unless that is withheld.
fn check_text(aspiration: &Aspiration, diagnostics: &mut Vec<Diagnostic>) {
    if aspiration.withheld.is_none() && aspiration.text.is_none() {
        let id = &aspiration.id;
        diagnostics
            .push(Diagnostic::new(Code::AspirationWithoutText, id.span).arg("id", id.as_str()));
    }
}

/// Protects citizens: whoever is named has consented to it.
fn check_consent(aspiration: &Aspiration, diagnostics: &mut Vec<Diagnostic>) {
    if let Some(from) = &aspiration.from
        && let Some(name) = &from.name
        && from.consent.is_none()
    {
        diagnostics
            .push(Diagnostic::new(Code::NameWithoutConsent, name.span).arg("found", name.as_str()));
    }
}

/// A response says what was answered, unless no source does.
fn check_response_text(response: &Spanned<Response>, diagnostics: &mut Vec<Diagnostic>) {
    let is_unreported = response.answer[..] == [AnswerKind::Unreported];
    if response.text.is_none() && !is_unreported {
        diagnostics
            .push(Diagnostic::new(Code::ResponseWithoutText, response.span).arg("key", "text"));
    }
}

/// Of what nobody reported nothing else is known but that a source tells of it.
fn check_unreported(response: &Spanned<Response>, diagnostics: &mut Vec<Diagnostic>) {
    if !response.answer.contains(&AnswerKind::Unreported) {
        return;
    }
    let mut kinds = response.answer.iter();
    if let Some(other) = kinds.find(|kind| **kind != AnswerKind::Unreported) {
        diagnostics.push(
            Diagnostic::new(Code::UnreportedWithOthers, response.answer.span)
                .arg("found", other.as_str()),
        );
    }
    if response.sources.is_empty() {
        diagnostics.push(
            Diagnostic::new(Code::UnreportedWithoutSource, response.span).arg("key", "sources"),
        );
    }
}

/// A promise is recorded as a commitment that can be followed up, and a commitment comes from a
/// promise.
fn check_promises(response: &Spanned<Response>, diagnostics: &mut Vec<Diagnostic>) {
    let mut kinds = response.answer.iter();
    let promised = kinds.find(|kind| matches!(kind, AnswerKind::Promised | AnswerKind::ToStudy));
    match (promised, response.commitments.first()) {
        (Some(kind), None) => diagnostics.push(
            Diagnostic::new(Code::PromiseWithoutCommitment, response.answer.span)
                .arg("found", kind.as_str()),
        ),
        (None, Some(commitment)) => diagnostics.push(
            Diagnostic::new(Code::CommitmentWithoutPromise, response.answer.span)
                .arg("id", commitment.id.as_str())
                .secondary("commitment-here", commitment.id.span),
        ),
        _ => {}
    }
}

/// A referral says to whom.
fn check_referral(response: &Spanned<Response>, diagnostics: &mut Vec<Diagnostic>) {
    if response.answer.contains(&AnswerKind::Referred) && response.to.is_none() {
        diagnostics.push(
            Diagnostic::new(Code::ReferralWithoutRecipient, response.answer.span)
                .arg("found", AnswerKind::Referred.as_str()),
        );
    }
}
