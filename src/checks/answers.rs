//! What was asked and answered at a stop: each answer brings what it needs.

use super::context::CheckContext;
use crate::diag::{Code, Diagnostic};
use crate::records::{AnswerKind, Response, Spanned};

/// J501 to J503, J513, J601
pub(super) fn check(book: &CheckContext<'_>, faults: &mut Vec<Diagnostic>) {
    for response in book.entries.iter().flat_map(|e| e.responses) {
        if book.is_fully_read(response.span) {
            check_promises(response, faults);
            check_referral(response, faults);
        }
    }
    for entry in book.entries.iter().filter(|e| book.is_fully_read(e.span)) {
        let Some(aspiration) = entry.aspiration else {
            continue;
        };
        if aspiration.withheld.is_none() && aspiration.text.is_none() && !entry.is_withdrawn {
            let fault = Diagnostic::new(Code::AspirationWithoutText, entry.id.span);
            faults.push(fault.arg("id", entry.id.as_str()));
        }
        if let Some(from) = &aspiration.from
            && let Some(name) = &from.name
            && from.consent.is_none()
        {
            faults.push(
                Diagnostic::new(Code::NameWithoutConsent, name.span).arg("found", name.as_str()),
            );
        }
    }
}

/// A promise has a commitment, and a commitment a promise.
fn check_promises(response: &Spanned<Response>, faults: &mut Vec<Diagnostic>) {
    let promised = response
        .answer
        .iter()
        .find(|a| matches!(a, AnswerKind::Promised | AnswerKind::ToStudy));
    match (promised, response.commitments.first()) {
        (Some(answer), None) => {
            let word = if *answer == AnswerKind::Promised {
                "promised"
            } else {
                "to-study"
            };
            let fault = Diagnostic::new(Code::PromiseWithoutCommitment, response.answer.span);
            faults.push(fault.arg("found", word));
        }
        (None, Some(commitment)) => {
            let fault = Diagnostic::new(Code::CommitmentWithoutPromise, response.answer.span);
            faults.push(
                fault
                    .arg("id", commitment.id.as_str())
                    .secondary("commitment-here", commitment.id.span),
            );
        }
        _ => {}
    }
}

fn check_referral(response: &Spanned<Response>, faults: &mut Vec<Diagnostic>) {
    if response.answer.contains(&AnswerKind::Referred) && response.to.is_none() {
        faults.push(
            Diagnostic::new(Code::ReferralWithoutRecipient, response.answer.span)
                .arg("found", "referred"),
        );
    }
}
