//! What stands on a card, in words.

use crate::diag::Diagnostic;
use crate::plan::{Page, Plan};
use crate::records::Lang;
use crate::theme::{Gap, Theme, Voice};
use crate::view::{Body, Commitment, Entry, Figures, Segment, StopLink, View};

/// The most rows of statuses.
const MOST: usize = 3;

/// What stands on a card.
#[derive(Debug, Default)]
pub(super) struct Face {
    /// The site's name.
    pub(super) site: String,
    /// The address as people would type it.
    pub(super) address: String,
    /// What it is, where and when.
    pub(super) kicker: String,
    pub(super) title: String,
    /// Figures in a sentence.
    pub(super) sentence: Option<String>,
    /// The groups of statuses side by side.
    pub(super) bar: Vec<Segment>,
    pub(super) rows: Vec<Row>,
}

/// A row with a status.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// The name of the shape, if there is one.
    pub(super) shape: Option<&'static str>,
    /// The group, for the colour; `late` for what is late, empty for neither.
    pub(super) group: &'static str,
    pub(super) words: String,
    /// What stands beside it, and whether that says that something is late.
    pub(super) beside: Option<(String, bool)>,
}

impl Row {
    fn plain(words: String) -> Self {
        Self { shape: None, group: "", words, beside: None }
    }
}

/// The card of a page in a language.
pub(super) fn face(plan: &Plan<'_>, theme: &Theme, page: Page, lang: Lang) -> Result<Face, Diagnostic> {
    let voice = theme.voice(lang);
    let View { page: body, canonical, site, .. } = plan.view(page, lang);
    let address = canonical.split_once("://").map_or(canonical.as_str(), |(_, rest)| rest);
    let face = match &body {
        Body::Entry(entry) => self::entry(entry, voice)?,
        Body::Stop(stop) => {
            let kicker = format!("{} · {}", voice.say("card-stop", &[])?, voice.day(&stop.stop.date));
            Face { kicker, title: stop_name(&stop.stop, voice)?, ..figures(&stop.figures, voice)? }
        }
        Body::District(district) => Face {
            kicker: voice.say("card-district", &[])?,
            title: voice.say("district-title", &[("name", Gap::Text(district.name))])?,
            ..figures(&district.card.figures, voice)?
        },
        Body::Office(office) => Face {
            kicker: voice.say("card-office", &[])?,
            title: office.name.text.to_owned(),
            ..figures(&office.card.figures, voice)?
        },
        Body::Home(home) => Face {
            kicker: site.publisher.text.to_owned(),
            title: voice.say("home-heading", &[])?,
            ..figures(&home.figures, voice)?
        },
        _ => Face::default(),
    };
    Ok(Face { site: site.title.text.to_owned(), address: address.trim_end_matches('/').to_owned(), ..face })
}

fn stop_name(stop: &StopLink<'_>, voice: Voice<'_>) -> Result<String, Diagnostic> {
    let number = Gap::Number(usize::try_from(stop.number).unwrap_or_default());
    voice.say("stop-name", &[("number", number), ("district", Gap::Text(stop.district))])
}

fn entry(entry: &Entry<'_>, voice: Voice<'_>) -> Result<Face, Diagnostic> {
    let kind = voice.say(&format!("kind-{}", entry.kind), &[])?;
    let kicker = format!("{kind} · {} · {}", stop_name(&entry.stop, voice)?, voice.day(&entry.stop.date));
    let standing = &entry.standing;
    let rows = if standing.withheld {
        vec![Row { shape: Some("withheld"), ..Row::plain(voice.say("withheld", &[])?) }]
    } else if standing.unanswered {
        let key = if standing.partial { "unanswered-partial" } else { "unanswered" };
        let words = voice.say(key, &[])?;
        vec![Row { shape: Some("unanswered"), group: "not-started", words, beside: None }]
    } else if standing.marks.is_empty() {
        let word = |answer: &crate::records::AnswerKind| voice.say(&format!("answer-{}", answer.as_str()), &[]);
        let words = standing.answers.iter().map(word).collect::<Result<Vec<_>, _>>()?;
        vec![Row { shape: Some("answered"), ..Row::plain(words.join(", ")) }]
    } else {
        commitments(entry, voice)?
    };
    Ok(Face { kicker, title: entry.title.text.to_owned(), rows, ..Face::default() })
}

/// Rows for the commitments; those that say the same are one row with their number.
fn commitments(entry: &Entry<'_>, voice: Voice<'_>) -> Result<Vec<Row>, Diagnostic> {
    let mut rows: Vec<(Row, usize)> = Vec::new();
    for commitment in entry.responses.iter().flat_map(|r| &r.commitments) {
        let row = row(commitment, voice)?;
        match rows.iter_mut().find(|(known, _)| *known == row) {
            Some((_, count)) => *count += 1,
            None => rows.push((row, 1)),
        }
    }
    // What is late comes first, whatever has to be left out.
    rows.sort_by_key(|(row, _)| !row.beside.as_ref().is_some_and(|(_, late)| *late));
    let shown = if rows.len() > MOST { MOST - 1 } else { MOST };
    let more: usize = rows.iter().skip(shown).map(|(_, count)| count).sum();
    rows.truncate(shown);
    let counted = |(row, count): (Row, usize)| {
        if count == 1 {
            return Ok(row);
        }
        let values = [("count", Gap::Number(count)), ("status", Gap::Text(&row.words))];
        let words = voice.say("card-times", &values)?;
        Ok(Row { words, ..row })
    };
    let mut rows = rows.into_iter().map(counted).collect::<Result<Vec<_>, Diagnostic>>()?;
    if more > 0 {
        rows.push(Row::plain(voice.say("card-more", &[("count", Gap::Number(more))])?));
    }
    Ok(rows)
}

fn row(commitment: &Commitment<'_>, voice: Voice<'_>) -> Result<Row, Diagnostic> {
    let status = commitment.mark.status;
    let (key, late) = match commitment.mark.time.key {
        "overdue" => ("card-overdue", true),
        "done-late" => ("card-done-late", true),
        // What is ended, and what was kept in time, needs no deadline beside it.
        _ if matches!(status.group, "done" | "not-pursued") => ("", false),
        _ => ("card-due", false),
    };
    let by = commitment.due.as_ref().and_then(|due| due.by.as_deref()).filter(|_| !key.is_empty());
    let beside = match by {
        Some(by) => Some((voice.say(key, &[("term", Gap::Text(&voice.term(by)))])?, late)),
        None => None,
    };
    let words = voice.say(&format!("status-{}", status.key), &[])?;
    Ok(Row { shape: Some(status.key), group: status.group, words, beside })
}

/// Figures: a sentence, the bar, what is late.
fn figures(figures: &Figures, voice: Voice<'_>) -> Result<Face, Diagnostic> {
    if figures.aspirations + figures.announcements == 0 {
        return Ok(Face { rows: vec![Row::plain(voice.say("card-no-news", &[])?)], ..Face::default() });
    }
    let count = |key: &str, n: usize| voice.say(key, &[("count", Gap::Number(n))]);
    let parts = [count("count-aspirations", figures.aspirations)?, count("count-commitments", figures.commitments)?];
    let sentence = Some(parts.join(" · "));
    let mut face = Face { sentence, bar: figures.bar.clone(), ..Face::default() };
    if figures.commitments == 0 {
        return Ok(face);
    }
    let mut legend = Vec::new();
    for group in figures.groups.iter().filter(|g| g.count > 0) {
        let name = voice.say(&format!("group-{}", group.group), &[])?;
        legend.push(voice.say("card-group", &[("name", Gap::Text(&name)), ("count", Gap::Number(group.count))])?);
    }
    face.rows.push(Row::plain(legend.join(" · ")));
    if figures.overdue > 0 {
        let values = [("count", Gap::Number(figures.overdue)), ("all", Gap::Number(figures.commitments))];
        let words = voice.say("card-overdue-of", &values)?;
        face.rows.push(Row { shape: Some("clock"), group: "late", words, beside: None });
    }
    Ok(face)
}
