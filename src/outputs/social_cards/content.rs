//! The content of a social card, in the theme's messages, before it is drawn.

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
    /// What it is, where and when.
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
    fn text_only(words: String) -> Self {
        Self {
            icon: None,
            group: "",
            text: words,
            note: None,
        }
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
    let address = canonical
        .split_once("://")
        .map_or(canonical.as_str(), |(_, rest)| rest);
    let face = match &body {
        PageBody::Entry(entry) => self::entry_content(entry, localizer)?,
        PageBody::Stop(stop) => {
            let kicker = format!(
                "{} · {}",
                localizer.message("card-stop", &[])?,
                localizer.format_day(&stop.stop.date)
            );
            CardContent {
                kicker,
                title: stop_name(&stop.stop, localizer)?,
                ..figures_content(&stop.figures, localizer)?
            }
        }
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
        ..face
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

fn entry_content(
    entry: &EntryView<'_>,
    localizer: Localizer<'_>,
) -> Result<CardContent, Diagnostic> {
    let kind = localizer.message(&format!("kind-{}", entry.kind), &[])?;
    let kicker = format!(
        "{kind} · {} · {}",
        stop_name(&entry.stop, localizer)?,
        localizer.format_day(&entry.stop.date)
    );
    let standing = &entry.summary;
    let rows = if standing.withheld {
        vec![CardRow {
            icon: Some("withheld"),
            ..CardRow::text_only(localizer.message("withheld", &[])?)
        }]
    } else if standing.unanswered {
        let key = if standing.partial {
            "unanswered-partial"
        } else {
            "unanswered"
        };
        let words = localizer.message(key, &[])?;
        vec![CardRow {
            icon: Some("unanswered"),
            group: "not-started",
            text: words,
            note: None,
        }]
    } else if standing.badges.is_empty() {
        let word = |answer: &crate::records::AnswerKind| {
            localizer.message(&format!("answer-{}", answer.as_str()), &[])
        };
        let words = standing
            .answers
            .iter()
            .map(word)
            .collect::<Result<Vec<_>, _>>()?;
        vec![CardRow {
            icon: Some("answered"),
            ..CardRow::text_only(words.join(", "))
        }]
    } else {
        commitment_rows(entry, localizer)?
    };
    Ok(CardContent {
        kicker,
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
    let mut rows: Vec<(CardRow, usize)> = Vec::new();
    for commitment in entry.responses.iter().flat_map(|r| &r.commitments) {
        let row = commitment_row(commitment, localizer)?;
        match rows.iter_mut().find(|(known, _)| *known == row) {
            Some((_, count)) => *count += 1,
            None => rows.push((row, 1)),
        }
    }
    // What is late comes first, so that it is never what has to be left out.
    rows.sort_by_key(|(row, _)| !row.note.as_ref().is_some_and(|(_, late)| *late));
    let shown = if rows.len() > MAX_ROWS {
        MAX_ROWS - 1
    } else {
        MAX_ROWS
    };
    let more: usize = rows.iter().skip(shown).map(|(_, count)| count).sum();
    rows.truncate(shown);
    let counted = |(row, count): (CardRow, usize)| {
        if count == 1 {
            return Ok(row);
        }
        let values = [
            ("count", MessageArg::Number(count)),
            ("status", MessageArg::Text(&row.text)),
        ];
        let words = localizer.message("card-times", &values)?;
        Ok(CardRow { text: words, ..row })
    };
    let mut rows = rows
        .into_iter()
        .map(counted)
        .collect::<Result<Vec<_>, Diagnostic>>()?;
    if more > 0 {
        rows.push(CardRow::text_only(
            localizer.message("card-more", &[("count", MessageArg::Number(more))])?,
        ));
    }
    Ok(rows)
}

fn commitment_row(
    commitment: &CommitmentView<'_>,
    localizer: Localizer<'_>,
) -> Result<CardRow, Diagnostic> {
    let status = commitment.badge.status;
    let (key, late) = match commitment.badge.timeliness.key {
        "overdue" => ("card-overdue", true),
        "done-late" => ("card-done-late", true),
        // What is ended, and what was kept in time, needs no deadline beside it.
        _ if matches!(status.group, "done" | "not-pursued") => ("", false),
        _ => ("card-due", false),
    };
    let by = commitment
        .due
        .as_ref()
        .and_then(|due| due.by.as_deref())
        .filter(|_| !key.is_empty());
    let beside = match by {
        Some(by) => Some((
            localizer.message(
                key,
                &[("term", MessageArg::Text(&localizer.format_partial_date(by)))],
            )?,
            late,
        )),
        None => None,
    };
    let words = localizer.message(&format!("status-{}", status.key), &[])?;
    Ok(CardRow {
        icon: Some(status.key),
        group: status.group,
        text: words,
        note: beside,
    })
}

/// Figures: a sentence, the bar, what is late.
fn figures_content(
    figures: &FiguresView,
    localizer: Localizer<'_>,
) -> Result<CardContent, Diagnostic> {
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
    let sentence = Some(parts.join(" · "));
    let mut face = CardContent {
        summary: sentence,
        bar: figures.bar.clone(),
        ..CardContent::default()
    };
    if figures.commitments == 0 {
        return Ok(face);
    }
    let mut legend = Vec::new();
    for group in figures.groups.iter().filter(|g| g.count > 0) {
        let name = localizer.message(&format!("group-{}", group.group), &[])?;
        legend.push(localizer.message(
            "card-group",
            &[
                ("name", MessageArg::Text(&name)),
                ("count", MessageArg::Number(group.count)),
            ],
        )?);
    }
    face.rows.push(CardRow::text_only(legend.join(" · ")));
    if figures.overdue > 0 {
        let values = [
            ("count", MessageArg::Number(figures.overdue)),
            ("all", MessageArg::Number(figures.commitments)),
        ];
        let words = localizer.message("card-overdue-of", &values)?;
        face.rows.push(CardRow {
            icon: Some("clock"),
            group: "late",
            text: words,
            note: None,
        });
    }
    Ok(face)
}
