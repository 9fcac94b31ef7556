//! What can be written: every stop with what was asked and said there, every follow-up, newest first.

use super::evaluate::Site;
use super::form_view::Link;
use super::slugs::{id, said};
use super::target::Subject;
use crate::editing::{self, targets};
use crate::records::Lang;
use crate::serve::lock;
use crate::source::parse_strict;
use serde::Serialize;
use serde_json::Value;

/// The list.
#[derive(Debug, Default, Serialize)]
pub(super) struct View {
    stops: Vec<Part>,
    months: Vec<Part>,
}

/// A file with its records.
#[derive(Debug, Serialize)]
struct Part {
    name: String,
    /// Can the file be changed by a form?
    is_whole: bool,
    links: Vec<Link>,
}

impl View {
    /// What there is now; nothing if nothing can be read.
    pub(super) fn of(site: Site<'_>) -> Self {
        let Ok(loaded) = lock(site.memory).load(site.root) else { return Self::default() };
        let main = loaded.records.site.as_ref().map_or(Lang::Id, crate::records::Site::main_language);
        let mut view = Self::default();
        let unread = loaded.unreadable_files();
        for (id, file) in targets::files(&loaded.files) {
            let root = parse_strict(&file.text).filter(|_| !unread.contains(&id)).map(|tree| editing::value(&tree));
            let part = |links: &dyn Fn(&Value) -> Vec<Link>| Part {
                name: file.path.clone(),
                is_whole: root.is_some(),
                links: root.as_ref().map(links).unwrap_or_default(),
            };
            if file.path.starts_with("content/stops/") {
                view.stops.push(part(&|root| stop(&file.path, root, main)));
            } else if file.path.starts_with("content/follow-ups/") {
                view.months.push(part(&|root| month(&file.path, root)));
            }
        }
        view.stops.reverse();
        view.months.reverse();
        view
    }
}

fn link(file: &str, path: &str, text: String) -> Option<Link> {
    Some(Link { text, href: Subject::of(file, path)?.address() })
}

fn stop(file: &str, root: &Value, main: Lang) -> Vec<Link> {
    let word = |key: &str| root.get(key).and_then(Value::as_str).unwrap_or_default();
    let own = link(file, "", format!("{} · {} · {}", word("number"), word("district"), word("date")));
    let list = |key: &'static str| {
        let entries = root.get(key).and_then(Value::as_array).into_iter().flatten().enumerate();
        entries.filter_map(move |(n, entry)| {
            let title = entry.get("title").and_then(|title| said(title, main));
            link(file, &format!("{key}/{n}"), title.or_else(|| id(entry).map(str::to_owned))?)
        })
    };
    own.into_iter().chain(list("aspirations")).chain(list("announcements")).collect()
}

fn month(file: &str, root: &Value) -> Vec<Link> {
    let entries = root.as_array().into_iter().flatten().enumerate();
    let one = |(n, entry): (usize, &Value)| {
        let about = entry.get("about");
        let about = about.and_then(Value::as_str).or_else(|| about?.get(0)?.as_str()).unwrap_or("?");
        let date = entry.get("date").and_then(Value::as_str).unwrap_or("?");
        link(file, &n.to_string(), format!("{date} · {about}"))
    };
    entries.filter_map(one).collect()
}
