//! The first page of the forms: a link to the form of every stop with its aspirations and
//! announcements, and of every follow-up. Files come newest first, the records within one as they
//! are written; a file that no form can change is named without links.

use super::context::EditContext;
use super::form_view::FormLink;
use crate::editing::json::{first_reference, list_at, localized, record_id, str_at};
use crate::editing::paths::is_stop_file;
use crate::editing::record_file::stop_and_follow_up_files;
use crate::records::Lang;
use crate::sync::lock;
use serde::Serialize;
use serde_json::Value;

/// The list, as the template shows it.
#[derive(Debug, Default, Serialize)]
pub(super) struct Overview {
    stops: Vec<FileLinks>,
    months: Vec<FileLinks>,
}

/// A file with the forms of its records.
#[derive(Debug, Serialize)]
struct FileLinks {
    path: String,
    /// Whether the file can be changed by a form.
    is_editable: bool,
    links: Vec<FormLink>,
}

impl Overview {
    /// The list as of now; empty if content/ cannot be read.
    pub(super) fn load(site: EditContext<'_>) -> Self {
        let Ok(loaded) = lock(site.cache).load(site.root) else {
            return Self::default();
        };
        let main = loaded.records.languages()[0];
        let mut overview = Self::default();
        for (path, read) in stop_and_follow_up_files(&loaded) {
            let root = match read {
                Ok(file) if !file.is_blank() => Some(file.value),
                _ => None,
            };
            let is_stop = is_stop_file(path);
            let links = match &root {
                Some(root) if is_stop => stop_links(path, root, main),
                Some(root) => month_links(path, root),
                None => Vec::new(),
            };
            let files = if is_stop {
                &mut overview.stops
            } else {
                &mut overview.months
            };
            files.push(FileLinks {
                path: path.to_owned(),
                is_editable: root.is_some(),
                links,
            });
        }
        // Files are in the order of their numbers and months.
        overview.stops.reverse();
        overview.months.reverse();
        overview
    }
}

fn stop_links(file: &str, root: &Value, main: Lang) -> Vec<FormLink> {
    let word = |key: &str| str_at(root, key).unwrap_or_default();
    let name = format!(
        "{} · {} · {}",
        word("number"),
        word("district"),
        word("date")
    );
    let mut links = Vec::from_iter(FormLink::to_record(name, file, ""));
    for key in ["aspirations", "announcements"] {
        for (n, entry) in list_at(root, key).iter().enumerate() {
            let title = localized(entry, "title", main);
            // Without title and id there is nothing to call it by.
            if let Some(name) = title.or_else(|| record_id(entry).map(str::to_owned)) {
                links.extend(FormLink::to_record(name, file, &format!("{key}/{n}")));
            }
        }
    }
    links
}

fn month_links(file: &str, root: &Value) -> Vec<FormLink> {
    let mut links = Vec::new();
    for (n, entry) in list_at(root, "").iter().enumerate() {
        let about = first_reference(entry).unwrap_or("?");
        let date = str_at(entry, "date").unwrap_or("?");
        let text = format!("{date} · {about}");
        links.extend(FormLink::to_record(text, file, &n.to_string()));
    }
    links
}
