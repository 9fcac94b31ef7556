//! The content of a social card: what of a page's view gets on it, in the theme's messages, before
//! `svg` draws it.

use crate::diag::Diagnostic;
use crate::plan::{Page, Plan};
use crate::records::Lang;
use crate::theme::{Localizer, MessageArg, Theme};
use crate::view::{
    self, BarSegment, CommitmentView, EntryView, FiguresView, PageBody, PageView, StopLink,
};

/// The most rows of statuses.
const MAX_ROWS: usize = 3;

/// The content of a card.
#[derive(Debug, Default)]
pub(super) struct CardContent {
    /// The site's name.
    pub(super) site_title: String,
    /// The address as people would type it.
    pub(super) address: String,
    /// Above the title: what kind of page it is, where and when.
    pub(super) kicker: String,
    pub(super) title: String,
    /// Figures in a sentence.
    pub(super) summary: Option<String>,
    /// The groups of statuses side by side.
    pub(super) bar: Vec<BarSegment>,
    pub(super) rows: Vec<CardRow>,
}

/// A row with a status.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct CardRow {
    /// The name of the shape, if there is one.
    pub(super) icon: Option<&'static str>,
    /// The group, for the colour; `late` for what is late, empty for neither.
    pub(super) group: &'static str,
    pub(super) text: String,
    /// The note beside it, and whether that says that something is late.
    pub(super) note: Option<(String, bool)>,
}

impl CardRow {
    fn new(icon: Option<&'static str>, group: &'static str, text: String) -> Self {
        Self {
            icon,
            group,
            text,
            note: None,
        }
    }

    fn text_only(text: String) -> Self {
        Self::new(None, "", text)
    }
}

/// The card of a page in a language.
pub(super) fn card_content(
    plan: &Plan<'_>,
    theme: &Theme,
    page: Page,
    lang: Lang,
) -> Result<CardContent, Diagnostic> {
    let localizer = theme.localizer(lang);
    let PageView {
        page: body,
        canonical,
        site,
        ..
    } = view::page(plan, page, lang);
    let address = match canonical.split_once("://") {
        Some((_, address)) => address,
        None => &canonical,
    };
    let content = match &body {
        PageBody::Entry(entry) => entry_content(entry, localizer)?,
        PageBody::Stop(stop) => CardContent {
            kicker: format!(
                "{} · {}",
                localizer.message("card-stop", &[])?,
                localizer.format_day(&stop.stop.date)
            ),
            title: stop_name(&stop.stop, localizer)?,
            ..figures_content(&stop.figures, localizer)?
        },
        PageBody::District(district) => CardContent {
            kicker: localizer.message("card-district", &[])?,
            title: localizer.message(
                "district-title",
                &[("name", MessageArg::Text(district.name))],
            )?,
            ..figures_content(&district.scorecard.figures, localizer)?
        },
        PageBody::Office(office) => CardContent {
            kicker: localizer.message("card-office", &[])?,
            title: office.name.text.to_owned(),
            ..figures_content(&office.scorecard.figures, localizer)?
        },
        PageBody::Home(home) => CardContent {
            kicker: site.publisher.text.to_owned(),
            title: localizer.message("home-heading", &[])?,
            ..figures_content(&home.figures, localizer)?
        },
        _ => CardContent::default(),
    };
    Ok(CardContent {
        site_title: site.title.text.to_owned(),
        address: address.trim_end_matches('/').to_owned(),
        ..content
    })
}

fn stop_name(stop: &StopLink<'_>, localizer: Localizer<'_>) -> Result<String, Diagnostic> {
    let number = MessageArg::Number(usize::try_from(stop.number).unwrap_or_default());
    localizer.message(
        "stop-name",
        &[
            ("number", number),
            ("district", MessageArg::Text(stop.district)),
        ],
    )
}

/// An aspiration or announcement: its title, and what became of it.
fn entry_content(
    entry: &EntryView<'_>,
    localizer: Localizer<'_>,
) -> Result<CardContent, Diagnostic> {
    let kind = localizer.message(&format!("kind-{}", entry.kind), &[])?;
    let stop = stop_name(&entry.stop, localizer)?;
    let day = localizer.format_day(&entry.stop.date);
    let summary = &entry.summary;
    // Of what is withheld nothing else may be said; that nobody answered is the news while it
    // lasts; kinds of response are shown only where nothing was promised.
    let rows = if summary.withheld {
        let text = localizer.message("withheld", &[])?;
        vec![CardRow::new(Some("withheld"), "", text)]
    } else if summary.unanswered {
        let key = if summary.partial {
            "unanswered-partial"
        } else {
            "unanswered"
        };
        let text = localizer.message(key, &[])?;
        vec![CardRow::new(Some("unanswered"), "not-started", text)]
    } else if summary.badges.is_empty() {
        let mut answers = Vec::new();
        for answer in &summary.answers {
            answers.push(localizer.message(&format!("answer-{}", answer.as_str()), &[])?);
        }
        vec![CardRow::new(Some("answered"), "", answers.join(", "))]
    } else {
        commitment_rows(entry, localizer)?
    };
    Ok(CardContent {
        kicker: format!("{kind} · {stop} · {day}"),
        title: entry.title.text.to_owned(),
        rows,
        ..CardContent::default()
    })
}

/// Rows for the commitments; those that say the same are one row with their number.
fn commitment_rows(
    entry: &EntryView<'_>,
    localizer: Localizer<'_>,
) -> Result<Vec<CardRow>, Diagnostic> {
    let mut counted: Vec<(CardRow, usize)> = Vec::new();
    for commitment in entry.responses.iter().flat_map(|r| &r.commitments) {
        let row = commitment_row(commitment, localizer)?;
        match counted.iter_mut().find(|(known, _)| *known == row) {
            Some((_, count)) => *count += 1,
            None => counted.push((row, 1)),
        }
    }
    // What is late comes first, so that it is never what has to be left out.
    counted.sort_by_key(|(row, _)| !matches!(row.note, Some((_, true))));
    // Where some are left out, the last row says how many.
    let left_out = if counted.len() > MAX_ROWS {
        counted.split_off(MAX_ROWS - 1)
    } else {
        Vec::new()
    };
    let mut rows = Vec::with_capacity(MAX_ROWS);
    for (mut row, count) in counted {
        if count > 1 {
            let args = [
                ("count", MessageArg::Number(count)),
                ("status", MessageArg::Text(&row.text)),
            ];
            row.text = localizer.message("card-times", &args)?;
        }
        rows.push(row);
    }
    if !left_out.is_empty() {
        let count = left_out.iter().map(|(_, count)| count).sum();
        let args = [("count", MessageArg::Number(count))];
        rows.push(CardRow::text_only(localizer.message("card-more", &args)?));
    }
    Ok(rows)
}

/// A commitment's status, and its deadline where that matters.
fn commitment_row(
    commitment: &CommitmentView<'_>,
    localizer: Localizer<'_>,
) -> Result<CardRow, Diagnostic> {
    let status = commitment.badge.status;
    let note = match commitment.badge.timeliness.key {
        "overdue" => Some(("card-overdue", true)),
        "done-late" => Some(("card-done-late", true)),
        // What is ended, and what was kept in time, needs no deadline beside it.
        _ if matches!(status.group, "done" | "not-pursued") => None,
        _ => Some(("card-due", false)),
    };
    let text = localizer.message(&format!("status-{}", status.key), &[])?;
    let mut row = CardRow::new(Some(status.key), status.group, text);
    let by = commitment.due.as_ref().and_then(|due| due.by.as_deref());
    if let (Some((key, late)), Some(by)) = (note, by) {
        let deadline = localizer.format_partial_date(by);
        let text = localizer.message(key, &[("term", MessageArg::Text(&deadline))])?;
        row.note = Some((text, late));
    }
    Ok(row)
}

/// Figures: a sentence, the bar, what is late.
fn figures_content(
    figures: &FiguresView,
    localizer: Localizer<'_>,
) -> Result<CardContent, Diagnostic> {
    // Zeros would read as a verdict.
    if figures.aspirations + figures.announcements == 0 {
        return Ok(CardContent {
            rows: vec![CardRow::text_only(localizer.message("card-no-news", &[])?)],
            ..CardContent::default()
        });
    }
    let count = |key: &str, n: usize| localizer.message(key, &[("count", MessageArg::Number(n))]);
    let parts = [
        count("count-aspirations", figures.aspirations)?,
        count("count-commitments", figures.commitments)?,
    ];
    let mut content = CardContent {
        summary: Some(parts.join(" · ")),
        bar: figures.bar.clone(),
        ..CardContent::default()
    };
    if figures.commitments == 0 {
        return Ok(content);
    }
    let mut legend = Vec::new();
    for group in figures.groups.iter().filter(|g| g.count > 0) {
        let name = localizer.message(&format!("group-{}", group.group), &[])?;
        let args = [
            ("name", MessageArg::Text(&name)),
            ("count", MessageArg::Number(group.count)),
        ];
        legend.push(localizer.message("card-group", &args)?);
    }
    content.rows.push(CardRow::text_only(legend.join(" · ")));
    if figures.overdue > 0 {
        let args = [
            ("count", MessageArg::Number(figures.overdue)),
            ("all", MessageArg::Number(figures.commitments)),
        ];
        let text = localizer.message("card-overdue-of", &args)?;
        content.rows.push(CardRow::new(Some("clock"), "late", text));
    }
    Ok(content)
}
