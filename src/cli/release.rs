//! `jhur release`: what changed since the last release is added to the revision log; with `--dry-run` it is only shown.

use super::arguments::Release;
use super::screen::Screen;
use super::{Ended, find, when};
use crate::diag::Diagnostic;
use crate::records::Revision;
use crate::register::Change;
use crate::{Outcome, publish};
use serde_json::Value;
use similar::{ChangeTag, TextDiff};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// Where the revision log stands.
const LOG: &str = "content/revisions.jsonl";

pub(super) fn run(args: &Release, root: &Path, screen: &Screen<'_>) -> Result<Ended, Diagnostic> {
    let when = when::chosen(None, screen.env)?;
    let (mut lines, mut shown) = (String::new(), String::new());
    let mut count = 0;
    let Outcome { files, diagnostics, figures } = crate::release(root, when, &mut |change| {
        count += 1;
        lines.push_str(&change.new.line());
        lines.push('\n');
        shown.push_str(&difference(change, screen));
    });
    if figures.is_none() {
        let errors: Vec<Diagnostic> = diagnostics.into_iter().filter(Diagnostic::is_error).collect();
        screen.faults(&errors, &files);
        screen.tell("release-refused", &[]);
        return Ok(Ended::by(&errors));
    }
    screen.data(&shown)?;
    let counted = [("count", count.to_string())];
    match (count, args.dry_run) {
        (0, dry_run) => {
            if !dry_run {
                publish::tidy(&root.join(LOG));
            }
            screen.tell("release-nothing", &[]);
        }
        (_, true) => screen.tell("release-would", &counted),
        (_, false) => {
            let read = find::files(&files).find(|(_, file)| file.path == LOG).map_or("", |(_, file)| &file.text);
            if let Err(fault) = publish::append_after(&root.join(LOG), read, &lines) {
                let ended = screen.complain(&fault);
                screen.tell("release-refused", &[]);
                return Ok(ended);
            }
            screen.tell("released", &counted);
        }
    }
    Ok(Ended::Clean)
}

/// What changed in a record, one line a field: words that went in `[- -]`, words that came in `{+ +}`.
fn difference(change: &Change<'_>, screen: &Screen<'_>) -> String {
    let Revision { record, revision, body, .. } = &change.new;
    let args = [("record", record.clone()), ("revision", revision.to_string())];
    let mut text = screen.say(if change.old.is_some() { "release-changed" } else { "release-new" }, &args);
    text.push('\n');
    let flat = |body: Option<&Value>| body.map(flat).unwrap_or_default();
    let (old, new) = (flat(change.old.and_then(|old| old.body.as_ref())), flat(body.as_ref()));
    let fields: std::collections::BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    for field in fields {
        let (before, after) = (old.get(field).map_or("", String::as_str), new.get(field).map_or("", String::as_str));
        if before != after {
            let _ = writeln!(text, "  {field}: {}", words(before, after));
        }
    }
    text
}

fn words(before: &str, after: &str) -> String {
    let mut text = String::new();
    for part in TextDiff::from_words(before, after).iter_all_changes() {
        let _ = match part.tag() {
            ChangeTag::Equal => write!(text, "{}", part.value()),
            ChangeTag::Delete => write!(text, "[-{}-]", part.value()),
            ChangeTag::Insert => write!(text, "{{+{}+}}", part.value()),
        };
    }
    text.replace("-][-", "").replace("+}{+", "")
}

/// Every text of a body by its path: `responses.1.text`.
fn flat(body: &Value) -> BTreeMap<String, String> {
    fn walk(value: &Value, path: &str, found: &mut BTreeMap<String, String>) {
        let below = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
        match value {
            Value::Object(map) => map.iter().for_each(|(key, value)| walk(value, &below(key), found)),
            Value::Array(list) => {
                list.iter().enumerate().for_each(|(n, value)| walk(value, &below(&(n + 1).to_string()), found));
            }
            Value::String(text) => drop(found.insert(path.to_owned(), text.clone())),
            other => drop(found.insert(path.to_owned(), other.to_string())),
        }
    }
    let mut found = BTreeMap::new();
    walk(body, "", &mut found);
    found
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_that_went_and_came() {
        assert_eq!(words("jalan desa rusak", "jalan dusun rusak"), "jalan [-desa-]{+dusun+} rusak");
        assert_eq!(words("", "baru"), "{+baru+}");
    }
}
