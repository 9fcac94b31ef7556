//! How a command ends. docs/ADDRESSES.md promises the numbers to scripts.

use super::Diagnostic;

/// How a command ended, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExitStatus {
    /// 0: no errors.
    Clean,
    /// 1: the records have errors.
    ContentErrors,
    /// 2: the program could not do its work.
    ProgramError,
}

impl ExitStatus {
    /// The worst of some diagnostics; warnings do not count.
    pub fn from_diagnostics<'d>(list: impl IntoIterator<Item = &'d Diagnostic>) -> Self {
        let errors = list.into_iter().filter(|d| d.is_error());
        let worst = errors.map(|d| d.code.exit_status()).max();
        worst.unwrap_or(Self::Clean)
    }

    /// The number that the shell sees.
    pub fn exit_code(self) -> u8 {
        self as u8
    }
}
