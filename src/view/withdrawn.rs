//! The tombstone: the page that stays at the address of a withdrawn record and says since when and
//! why.

use super::builder::ViewBuilder;
use super::components::LocalizedText;
use serde::Serialize;

/// The tombstone of a record.
#[derive(Debug, Hash, Serialize)]
pub struct WithdrawnView<'r> {
    /// The record's name.
    pub record: &'r str,
    /// `stop`, `aspiration`, `announcement` or `page`.
    pub kind: &'static str,
    /// Since when.
    pub date: String,
    /// Why.
    pub reason: LocalizedText<'r>,
    /// The record's history, if it was released.
    pub history_href: Option<String>,
}

impl<'r> ViewBuilder<'r> {
    /// The tombstone at an index among the register's withdrawals.
    pub(super) fn withdrawn_view(&self, index: usize) -> WithdrawnView<'r> {
        let withdrawal = &self.register.withdrawals()[index];
        let history = self.register.history_of(&withdrawal.record);
        WithdrawnView {
            record: &withdrawal.record,
            kind: withdrawal.kind,
            date: withdrawal.withdrawn.date.to_string(),
            reason: self.localized(&withdrawal.withdrawn.reason),
            history_href: history.map(|id| self.page_href(self.plan.history_page(id))),
        }
    }
}
