//! A fault or a warning: what is wrong, where, and what to write instead.
//!
//! A [`Diagnostic`] holds data; its words stand in `i18n/*/faults.ftl` under its code, and the printers put both
//! together. Nothing here knows a record or reads a file.

mod code;
pub mod example;
mod exit_status;
mod invisible;
pub mod messages;
pub mod render;
mod span;

use rayon::slice::ParallelSliceMut as _;

pub use code::{Code, Severity};
pub use exit_status::ExitStatus;
pub use invisible::is_invisible;
pub use span::{FileId, LineIndex, SourceFile, SourceMap, Span};

/// A fault whose place is not known yet: made by what reads a value, placed by what knows where the value stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnspannedDiagnostic {
    /// Which rule.
    pub code: Code,
    /// Values for the gaps in its text.
    pub args: Vec<(&'static str, String)>,
}

impl UnspannedDiagnostic {
    /// A fault without values.
    pub fn new(code: Code) -> Self {
        Self {
            code,
            args: Vec::new(),
        }
    }

    /// Adds a value for a gap in the text.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Gives it its place.
    pub fn with_span(self, span: Span) -> Diagnostic {
        Diagnostic {
            code: self.code,
            span: Some(span),
            args: self.args,
            secondary: Vec::new(),
        }
    }
}

impl std::fmt::Display for UnspannedDiagnostic {
    /// For Serde's errors, which are never shown; people read the words under the code.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code.id())
    }
}

/// One fault or warning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which rule.
    pub code: Code,
    /// Where; none for what has no place in a file, such as a full disk.
    pub span: Option<Span>,
    /// Values for the gaps in its text.
    pub args: Vec<(&'static str, String)>,
    /// Other places that belong to it, each with the key of its words ("first used here").
    pub secondary: Vec<(&'static str, Span)>,
}

impl Diagnostic {
    /// A fault at a place.
    pub fn new(code: Code, span: Span) -> Self {
        UnspannedDiagnostic::new(code).with_span(span)
    }

    /// A fault that has no place in a file.
    pub fn without_span(code: Code) -> Self {
        Self {
            code,
            span: None,
            args: Vec::new(),
            secondary: Vec::new(),
        }
    }

    /// Adds a value for a gap in the text.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Adds the nearest right name, if one is near enough, for "did you mean".
    #[must_use]
    pub fn suggest<'a>(self, wrong: &str, right: impl IntoIterator<Item = &'a str>) -> Self {
        self.arg("near", closest_match(wrong, right).unwrap_or(""))
    }

    /// Adds another place that belongs to it; `label` is the key of its words.
    #[must_use]
    pub fn secondary(mut self, label: &'static str, span: Span) -> Self {
        self.secondary.push((label, span));
        self
    }

    /// Is it an error (not a warning)?
    pub fn is_error(&self) -> bool {
        self.code.severity() == Severity::Error
    }
}

/// What stopped a step: one or several diagnostics, not sorted.
#[derive(Debug)]
pub(crate) struct Diagnostics(pub(crate) Vec<Diagnostic>);

impl From<Vec<Diagnostic>> for Diagnostics {
    fn from(list: Vec<Diagnostic>) -> Self {
        Self(list)
    }
}

impl From<Diagnostic> for Diagnostics {
    fn from(one: Diagnostic) -> Self {
        Self(vec![one])
    }
}

/// The name most like `wrong`, if it is alike enough to be meant.
pub fn closest_match<'a>(wrong: &str, right: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let likeness = |name: &str| {
        let contained =
            name.len() > 3 && wrong.len() > 3 && (name.contains(wrong) || wrong.contains(name));
        strsim::damerau_levenshtein(wrong, name).saturating_sub(usize::from(contained) * 6)
    };
    let length = wrong.chars().count();
    // In a short word, two wrong letters make another word.
    let allowed = if length > 4 { 1 + length / 4 } else { 1 };
    right
        .into_iter()
        .map(|n| (likeness(n), n))
        .filter(|(d, n)| *d <= allowed && *n != wrong)
        .min()
        .map(|(_, n)| n)
}

/// Sorts as a person reads: by file, line and column, errors first at one place; the same fault twice is one fault.
pub fn sort_and_dedup(list: &mut Vec<Diagnostic>) {
    list.par_sort_by(|a, b| {
        (a.span, a.code.severity(), a.code, &a.args).cmp(&(
            b.span,
            b.code.severity(),
            b.code,
            &b.args,
        ))
    });
    list.dedup();
}

/// Takes out what only follows from a fault of reading: inside a record of which a part could not be read, nothing
/// can be said to be missing.
pub fn drop_cascading(list: &mut Vec<Diagnostic>) {
    let read: Vec<Span> = list
        .iter()
        .filter(|d| d.code.is_read_error())
        .filter_map(|d| d.span)
        .collect();
    list.retain(|d| {
        !d.code.is_missing_data() || !d.span.is_some_and(|s| read.iter().any(|r| s.contains(*r)))
    });
}
