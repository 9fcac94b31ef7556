//! What can be written: every stop with what was asked and said there, every follow-up, newest first.

use super::context::EditContext;
use super::form_view::FormLink;
use super::slugs::{localized, record_id};
use super::target::EditTarget;
use crate::editing::{self, targets};
use crate::records::Lang;
use crate::source::parse_strict;
use crate::sync::lock;
use serde::Serialize;
use serde_json::Value;

/// The list.
#[derive(Debug, Default, Serialize)]
pub(super) struct Overview {
    stops: Vec<FileLinks>,
    months: Vec<FileLinks>,
}

/// A file with its records.
#[derive(Debug, Serialize)]
struct FileLinks {
    path: String,
    /// Can the file be changed by a form?
    is_editable: bool,
    links: Vec<FormLink>,
}

impl Overview {
    /// What there is now; nothing if nothing can be read.
    pub(super) fn load(site: EditContext<'_>) -> Self {
        let Ok(loaded) = lock(site.cache).load(site.root) else {
            return Self::default();
        };
        let main = loaded
            .records
            .site
            .as_ref()
            .map_or(Lang::Id, crate::records::Site::main_language);
        let mut view = Self::default();
        let unread = loaded.unreadable_files();
        for (id, file) in targets::iter_files(&loaded.files) {
            let root = parse_strict(&file.text)
                .filter(|_| !unread.contains(&id))
                .map(|tree| editing::to_json(&tree));
            let part = |links: &dyn Fn(&Value) -> Vec<FormLink>| FileLinks {
                path: file.path.clone(),
                is_editable: root.is_some(),
                links: root.as_ref().map(links).unwrap_or_default(),
            };
            if file.path.starts_with("content/stops/") {
                view.stops
                    .push(part(&|root| stop_links(&file.path, root, main)));
            } else if file.path.starts_with("content/follow-ups/") {
                view.months
                    .push(part(&|root| month_links(&file.path, root)));
            }
        }
        view.stops.reverse();
        view.months.reverse();
        view
    }
}

fn form_link(file: &str, path: &str, text: String) -> Option<FormLink> {
    Some(FormLink {
        text,
        href: EditTarget::parse(file, path)?.form_address(),
    })
}

fn stop_links(file: &str, root: &Value, main: Lang) -> Vec<FormLink> {
    let word = |key: &str| root.get(key).and_then(Value::as_str).unwrap_or_default();
    let own = form_link(
        file,
        "",
        format!(
            "{} · {} · {}",
            word("number"),
            word("district"),
            word("date")
        ),
    );
    let list = |key: &'static str| {
        let entries = root
            .get(key)
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .enumerate();
        entries.filter_map(move |(n, entry)| {
            let title = entry.get("title").and_then(|title| localized(title, main));
            form_link(
                file,
                &format!("{key}/{n}"),
                title.or_else(|| record_id(entry).map(str::to_owned))?,
            )
        })
    };
    own.into_iter()
        .chain(list("aspirations"))
        .chain(list("announcements"))
        .collect()
}

fn month_links(file: &str, root: &Value) -> Vec<FormLink> {
    let entries = root.as_array().into_iter().flatten().enumerate();
    let one = |(n, entry): (usize, &Value)| {
        let about = entry.get("about");
        let about = about
            .and_then(Value::as_str)
            .or_else(|| about?.get(0)?.as_str())
            .unwrap_or("?");
        let date = entry.get("date").and_then(Value::as_str).unwrap_or("?");
        form_link(file, &n.to_string(), format!("{date} · {about}"))
    };
    entries.filter_map(one).collect()
}
