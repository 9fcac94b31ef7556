//! The content of a social card: what of a page's view gets on it, in the theme's messages, before
//! `svg` draws it.
//!
//! A card is passed on without its page: it says who speaks on the site, who asked for what, what
//! was answered, and of a promise no more than is known.

use crate::diag::Diagnostic;
use crate::plan::{Page, Plan};
use crate::records::{Lang, markdown_to_text};
use crate::theme::{Localizer, MessageArg, Theme, first_sentence};
use crate::view::{
    self, AskerView, CommitmentView, EntryView, FiguresView, LocalizedText, PageBody, PageView,
    ResponseView, StopLink,
};

/// The most rows of statuses.
const MAX_ROWS: usize = 3;
/// The most answers that are told.
const MAX_ANSWERS: usize = 2;

/// The content of a card.
#[derive(Debug, Default, Hash)]
pub(super) struct CardContent {
    /// The site's name.
    pub(super) site_title: String,
    /// Who speaks on the site.
    pub(super) standing: String,
    /// The address as people would type it.
    pub(super) address: String,
    /// Above the title: what kind of page it is, where and when.
    pub(super) kicker: String,
    pub(super) title: String,
    /// Sentences below the title, which may take several lines.
    pub(super) details: Vec<String>,
    pub(super) rows: Vec<CardRow>,
}

/// A row with a status.
#[derive(Debug, PartialEq, Eq, Hash)]
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
    let standing = localizer.standing_line(plan.register().site().standing.value)?;
    let content = match &body {
        PageBody::Entry(entry) => entry_content(entry, localizer)?,
        PageBody::Stop(stop) => CardContent {
            kicker: format!(
                "{} · {}",
                localizer.message("card-stop", &[])?,
                stop_days(&stop.stop, localizer)
            ),
            title: stop_name(&stop.stop, localizer)?,
            ..figures_content(&stop.figures, true, localizer)?
        },
        PageBody::District(district) => CardContent {
            kicker: localizer.message("card-district", &[])?,
            title: localizer.message(
                "district-title",
                &[("name", MessageArg::Text(district.name))],
            )?,
            ..figures_content(&district.scorecard.figures, true, localizer)?
        },
        PageBody::Office(office) => CardContent {
            kicker: localizer.message("card-office", &[])?,
            title: office.name.text.to_owned(),
            // What became of an aspiration may be another office's doing.
            ..figures_content(&office.scorecard.figures, false, localizer)?
        },
        PageBody::Home(home) => CardContent {
            kicker: site.publisher.text.to_owned(),
            title: localizer.message("home-heading", &[])?,
            ..figures_content(&home.figures, true, localizer)?
        },
        _ => CardContent::default(),
    };
    Ok(CardContent {
        site_title: site.title.text.to_owned(),
        standing,
        address: address.trim_end_matches('/').to_owned(),
        ..content
    })
}

/// The day or days of a stop.
fn stop_days(stop: &StopLink<'_>, localizer: Localizer<'_>) -> String {
    let first = localizer.format_day(&stop.date);
    match &stop.until {
        Some(last) => format!("{first} – {}", localizer.format_day(last)),
        None => first,
    }
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

/// An aspiration or announcement: its title, who asked, what was answered, and what became of it.
fn entry_content(
    entry: &EntryView<'_>,
    localizer: Localizer<'_>,
) -> Result<CardContent, Diagnostic> {
    let kind = localizer.message(&format!("kind-{}", entry.kind), &[])?;
    let stop = stop_name(&entry.stop, localizer)?;
    let day = stop_days(&entry.stop, localizer);
    let mut details = Vec::new();
    if let Some(asker) = &entry.asker {
        details.push(asker_line(asker, entry.attribution.reported_by, localizer)?);
    }
    // A promise is told in its own words: the first sentence of an answer may be its refusal.
    let mut said = Vec::new();
    for response in &entry.responses {
        let promises = response.commitments.iter();
        said.extend(promises.map(|promise| (response, markdown_to_text(promise.text.text))));
    }
    if said.is_empty() {
        for response in &entry.responses {
            let text = match response.text {
                Some(text) => first_sentence(&markdown_to_text(text.text)),
                None => localizer.answer_kinds(response.answers)?,
            };
            said.push((response, text));
        }
    }
    for (response, text) in said.iter().take(MAX_ANSWERS) {
        details.push(answer_line(response, text, localizer)?);
    }
    Ok(CardContent {
        kicker: format!("{kind} · {stop} · {day}"),
        title: entry.title.text.to_owned(),
        details,
        rows: entry_rows(entry, localizer)?,
        ..CardContent::default()
    })
}

/// Who asked: a role and perhaps a village, never a name; and by whom it is retold.
fn asker_line(
    asker: &AskerView<'_>,
    reported_by: Option<LocalizedText<'_>>,
    localizer: Localizer<'_>,
) -> Result<String, Diagnostic> {
    let mut who = asker.role.text.to_owned();
    if let Some(name) = asker.village {
        let kind = asker.village_kind.unwrap_or("desa");
        let args = [
            ("kind", MessageArg::Text(kind)),
            ("name", MessageArg::Text(name)),
        ];
        who += ", ";
        who += &localizer.message("village", &args)?;
    }
    let who = ("who", MessageArg::Text(&who));
    match reported_by {
        Some(by) => localizer.message(
            "card-asked-retold",
            &[who, ("by", MessageArg::Text(by.text))],
        ),
        None => localizer.message("card-asked", &[who]),
    }
}

/// Who answered, and what.
fn answer_line(
    response: &ResponseView<'_>,
    said: &str,
    localizer: Localizer<'_>,
) -> Result<String, Diagnostic> {
    let who = match (&response.office, response.name) {
        (Some(office), _) => office.text.text.to_owned(),
        (None, Some(name)) => name.to_owned(),
        (None, None) => localizer.message("speaker-unknown", &[])?,
    };
    let args = [
        ("who", MessageArg::Text(&who)),
        ("text", MessageArg::Text(said)),
    ];
    localizer.message("card-answer", &args)
}

/// What became of an entry: its commitments where there are any, else what was answered.
fn entry_rows(entry: &EntryView<'_>, localizer: Localizer<'_>) -> Result<Vec<CardRow>, Diagnostic> {
    let summary = &entry.summary;
    if !summary.withheld && !summary.badges.is_empty() {
        return commitment_rows(entry, localizer);
    }
    let (icon, group) = match summary.outcome {
        Some("withheld") => ("withheld", ""),
        Some("promised" | "answered" | "unreported") | None => ("answered", ""),
        Some(_) => ("unanswered", "no-direct-news"),
    };
    let text = localizer.outcome_text(summary.outcome, &summary.answers)?;
    Ok(vec![CardRow::new(Some(icon), group, text)])
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

/// What is known of a commitment, and its deadline where that matters.
fn commitment_row(
    commitment: &CommitmentView<'_>,
    localizer: Localizer<'_>,
) -> Result<CardRow, Diagnostic> {
    let status = commitment.badge.status;
    let text = localizer.message(&format!("status-{}", status.key), &[])?;
    let mut row = CardRow::new(Some(status.key), status.group, text);
    let Some(deadline) = &commitment.badge.deadline else {
        return Ok(row);
    };
    let (key, is_late) = match deadline.state {
        "ahead" => ("card-due", false),
        // That there is no news stands beside it already.
        "passed-unknown" if status.group == "no-direct-news" => ("card-passed", false),
        "passed-unknown" => ("card-passed-unknown", false),
        "late" => ("card-late", true),
        "done-late" => ("card-done-late", true),
        // What is ended, and what was kept in time, needs no deadline beside it.
        _ => return Ok(row),
    };
    if let Some(by) = &deadline.by {
        let mut term = localizer.format_partial_date(by);
        if deadline.is_reading {
            term += ", ";
            term += &localizer.message("deadline-reading", &[])?;
        }
        let note = localizer.message(key, &[("term", MessageArg::Text(&term))])?;
        row.note = Some((note, is_late));
    }
    Ok(row)
}

/// Figures: what became of the aspirations, what is known of the commitments, what is late. Each
/// stands beside the total of which it is a part, and no two kinds are added up.
fn figures_content(
    figures: &FiguresView,
    with_outcomes: bool,
    localizer: Localizer<'_>,
) -> Result<CardContent, Diagnostic> {
    let mut content = CardContent::default();
    // Zeros would read as a verdict.
    if figures.aspirations + figures.announcements == 0 {
        let text = localizer.message("card-no-news", &[])?;
        content.rows.push(CardRow::text_only(text));
        return Ok(content);
    }
    if with_outcomes && figures.aspirations > 0 {
        let outcomes = figures.outcomes.iter();
        let parts = outcomes.map(|o| (format!("outcome-{}", o.state), o.count));
        let key = ("count-aspirations", figures.aspirations);
        content.details.push(figures_line(key, parts, localizer)?);
    }
    if figures.commitments == 0 {
        return Ok(content);
    }
    let groups = figures.groups.iter();
    let withheld = ("outcome-withheld".to_owned(), figures.withheld_commitments);
    let parts = groups
        .map(|g| (format!("group-{}", g.group), g.count))
        .chain([withheld]);
    let key = ("count-commitments", figures.commitments);
    content.details.push(figures_line(key, parts, localizer)?);
    for deadline in figures.deadlines.iter().filter(|d| d.count > 0) {
        let (key, group) = match deadline.state {
            "late" => ("card-late-of", "late"),
            "passed-unknown" => ("card-passed-of", ""),
            _ => continue,
        };
        let args = [
            ("count", MessageArg::Number(deadline.count)),
            ("all", MessageArg::Number(figures.commitments)),
        ];
        let text = localizer.message(key, &args)?;
        content.rows.push(CardRow::new(Some("clock"), group, text));
    }
    Ok(content)
}

/// A total and its parts, without those that are none: `31 aspirasi – dijawab dengan janji: 15 · …`
fn figures_line(
    (key, total): (&str, usize),
    parts: impl Iterator<Item = (String, usize)>,
    localizer: Localizer<'_>,
) -> Result<String, Diagnostic> {
    let mut texts = Vec::new();
    for (key, count) in parts.filter(|(_, count)| *count > 0) {
        let name = localizer.message(&key, &[])?;
        let args = [
            ("name", MessageArg::Text(&name)),
            ("count", MessageArg::Number(count)),
        ];
        texts.push(localizer.message("card-group", &args)?);
    }
    let total = localizer.message(key, &[("count", MessageArg::Number(total))])?;
    Ok(format!("{total} – {}", texts.join(" · ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::{self, AsOf};
    use crate::records::{DEFAULT_THEME, Day};
    use crate::register::Register;
    use std::path::Path;

    /// The card of a page of the small made-up site, as of a day.
    fn card(day: &str, address: &str) -> CardContent {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/examples/base");
        let mut loaded = crate::source::load(&root).unwrap();
        let as_of = AsOf::Chosen(Day::parse(day).unwrap());
        let checked = checks::check_records(loaded.records, loaded.diagnostics, as_of).unwrap();
        let register = Register::as_of(&checked, false);
        let plan = crate::plan::build_plan(&register).unwrap();
        let theme = Theme::new(DEFAULT_THEME, Vec::new(), &plan, &mut loaded.files).unwrap();
        let (page, lang) = plan.resolve_path(address).unwrap();
        card_content(&plan, &theme, page, lang).unwrap()
    }

    #[test]
    fn an_aspiration_tells_who_asked_what_was_answered_and_what_is_known() {
        let card = card("2026-11-24", "1/jalan-rusak/");
        assert_eq!(card.title, "Jalan desa rusak");
        assert!(
            card.standing.starts_with("Situs resmi"),
            "{}",
            card.standing
        );
        assert_eq!(
            card.details,
            [
                "Yang menyampaikan: Petani, Desa Mekarsari",
                "Dinas PU: Menambal jalan desa",
            ]
        );
        let note = Some(("tenggat 2027".to_owned(), false));
        assert_eq!(card.rows.len(), 1);
        assert_eq!(card.rows[0].text, "Masuk rencana atau anggaran");
        assert_eq!(card.rows[0].note, note);
    }

    #[test]
    fn a_deadline_that_has_passed_is_no_lateness() {
        for (day, expected) in [
            ("2026-12-30", "tenggat Desember 2026"),
            ("2026-12-31", "tenggat Desember 2026"),
            ("2027-01-01", "tenggat lewat (Desember 2026)"),
        ] {
            let card = card(day, "1/pasar-murah/");
            assert_eq!(card.rows[0].text, "Belum ada kabar langsung");
            assert_eq!(
                card.rows[0].note,
                Some((expected.to_owned(), false)),
                "{day}"
            );
        }
    }

    #[test]
    fn figures_stand_beside_the_total_of_which_they_are_a_part() {
        let card = card("2027-01-01", "");
        assert_eq!(
            card.details,
            [
                "1 aspirasi – Dijawab dengan janji: 1",
                "2 komitmen – Belum ada kabar langsung: 1 · Berjalan: 1",
            ]
        );
        assert_eq!(card.rows.len(), 1);
        assert_eq!(
            card.rows[0].text,
            "1 dari 2 lewat tenggat; belum ada kabar apakah selesai"
        );
        let english = super::tests::card("2027-01-01", "en/");
        assert!(
            english.details[0].starts_with("one aspiration –"),
            "{english:?}"
        );
    }
}
