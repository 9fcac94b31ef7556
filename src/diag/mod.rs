//! Diagnostics: errors and warnings, each with a code, a location, and what to write instead. Every
//! other module reports with them.
//!
//! A [`Diagnostic`] holds data; its messages are in `i18n/*/faults.ftl` under its code, and
//! [`render`] puts both together. Nothing here knows a record or reads a file.

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

/// A diagnostic without its span: made by what parses a value, completed by what knows where the
/// value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnspannedDiagnostic {
    /// Which rule.
    pub code: Code,
    /// Values of the arguments of its message.
    pub args: Vec<(&'static str, String)>,
}

impl UnspannedDiagnostic {
    /// Without arguments.
    pub fn new(code: Code) -> Self {
        Self {
            code,
            args: Vec::new(),
        }
    }

    /// Adds an argument of the message.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Completes it.
    pub fn with_span(self, span: Span) -> Diagnostic {
        Diagnostic {
            span: Some(span),
            args: self.args,
            ..Diagnostic::without_span(self.code)
        }
    }
}

impl std::fmt::Display for UnspannedDiagnostic {
    /// For Serde's errors, which are never shown: people read the message under the code.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code.id())
    }
}

/// One error or warning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which rule.
    pub code: Code,
    /// Where it is; `None` for what is in no file, such as a full disk.
    pub span: Option<Span>,
    /// Values of the arguments of its message.
    pub args: Vec<(&'static str, String)>,
    /// Other places that belong to it, each with the key of its label ("first used here").
    pub secondary: Vec<(&'static str, Span)>,
}

impl Diagnostic {
    /// A diagnostic at a place.
    pub fn new(code: Code, span: Span) -> Self {
        Self {
            span: Some(span),
            ..Self::without_span(code)
        }
    }

    /// A diagnostic about what is in no file.
    pub fn without_span(code: Code) -> Self {
        Self {
            code,
            span: None,
            args: Vec::new(),
            secondary: Vec::new(),
        }
    }

    /// Adds an argument of the message.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Adds the right name that is most like the wrong one, if it is alike enough, as "did you
    /// mean".
    #[must_use]
    pub fn suggest<'a>(self, wrong: &str, right: impl IntoIterator<Item = &'a str>) -> Self {
        self.arg("near", closest_match(wrong, right).unwrap_or(""))
    }

    /// Adds another place that belongs to it; `label` is the key of its label.
    #[must_use]
    pub fn secondary(mut self, label: &'static str, span: Span) -> Self {
        self.secondary.push((label, span));
        self
    }

    /// Whether it is an error, no warning.
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
    let length = wrong.chars().count();
    // In a short word, two wrong letters make another word.
    let allowed = if length > 4 { 1 + length / 4 } else { 1 };
    let mut closest = None;
    for name in right {
        let candidate = (name_distance(wrong, name), name);
        // Of names that are equally close the first in the alphabet, whatever their order here.
        if candidate.0 <= allowed
            && name != wrong
            && closest.is_none_or(|closest| candidate < closest)
        {
            closest = Some(candidate);
        }
    }
    closest.map(|(_, name)| name)
}

/// How many letters were mistyped, if `wrong` is to be `name`.
fn name_distance(wrong: &str, name: &str) -> usize {
    let distance = strsim::damerau_levenshtein(wrong, name);
    // `desa` for `nama-desa` is no typing error, and yet the same name.
    let is_contained =
        name.len() > 3 && wrong.len() > 3 && (name.contains(wrong) || wrong.contains(name));
    distance.saturating_sub(usize::from(is_contained) * 6)
}

/// Sorts as a person reads: by file, line and column, errors first at one place. Duplicates go.
pub fn sort_and_dedup(list: &mut Vec<Diagnostic>) {
    list.par_sort_by(|a, b| reading_order(a).cmp(&reading_order(b)));
    list.dedup();
}

fn reading_order(d: &Diagnostic) -> impl Ord + '_ {
    (d.span, d.code.severity(), d.code, &d.args)
}

/// Drops what may only follow from an error of reading: in a record of which a part could not be
/// read, nothing is known to be missing.
pub fn drop_cascading(list: &mut Vec<Diagnostic>) {
    let mut unread = Vec::new();
    for d in list.iter().filter(|d| d.code.is_read_error()) {
        unread.extend(d.span);
    }
    list.retain(|d| {
        let has_unread_part = |span: Span| unread.iter().any(|part| span.contains(*part));
        !d.code.is_missing_data() || !d.span.is_some_and(has_unread_part)
    });
}
