//! The progress line on a terminal: label, bar, count; nothing in a pipe. `build` and `links` show
//! one.

use super::terminal::Terminal;
use std::io::Write as _;
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// How many characters the bar has.
const BAR_WIDTH: usize = 30;
/// The widest label and counter beside it. On a narrower terminal the line would wrap, and each drawing would take
/// a line of its own.
const TEXT_WIDTH: usize = 40;
/// A line that is drawn more often than an eye can follow only costs time.
const REDRAW_INTERVAL: Duration = Duration::from_millis(50);

/// The progress line of one command. Threads may share it.
pub(super) struct ProgressLine {
    /// `None` where nobody sees it.
    label: Option<String>,
    /// When it was last drawn, and how many characters it had.
    drawn: Mutex<Option<(Instant, usize)>>,
}

impl ProgressLine {
    /// A line with the message `key` in front.
    pub(super) fn new(key: &str, terminal: &Terminal<'_>) -> Self {
        let fits = |columns| columns >= BAR_WIDTH + TEXT_WIDTH;
        let is_shown = terminal.env.shows_progress && terminal.env.columns.is_none_or(fits);
        let label = is_shown.then(|| terminal.message(key, &[]));
        Self {
            label,
            drawn: Mutex::default(),
        }
    }

    /// Shows that so many of `total` are done.
    pub(super) fn show(&self, done: usize, total: usize) {
        // A thread that finds another one drawing goes on with its work: the next page draws again.
        let (Some(label), Ok(mut drawn)) = (&self.label, self.drawn.try_lock()) else {
            return;
        };
        if drawn.is_some_and(|(at, _)| at.elapsed() < REDRAW_INTERVAL) {
            return;
        }
        let filled = BAR_WIDTH * done.min(total) / total.max(1);
        let (full, rest) = ("█".repeat(filled), "░".repeat(BAR_WIDTH - filled));
        let line = format!("{label} {full}{rest} {done}/{total}");
        let _ = write!(anstream::stderr(), "\r{line}");
        *drawn = Some((Instant::now(), line.chars().count()));
    }

    /// Takes the line away, so that messages start on an empty one. Blanks do what an escape
    /// sequence would, and do it under `NO_COLOR` too.
    pub(super) fn clear(self) {
        if let Ok(Some((_, width))) = self.drawn.into_inner() {
            let _ = write!(anstream::stderr(), "\r{:width$}\r", "");
        }
    }
}
