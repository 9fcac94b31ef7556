//! Where records are written without YAML: forms made from the record types, judged by all rules before anything is saved,
//! with the page as it would be beside them. What is saved goes through `edit::rewrite` and `publish`.
//!
//! A file is changed only by a form that this program gave out (its secret is in it), from this address, and only if the file
//! still is as it was when the form was opened; otherwise what was typed comes back with what was changed meanwhile.

mod choices;
mod evaluate;
mod form_view;
mod inputs;
mod overview;
mod session;
mod slugs;
mod submission;
mod target;
mod templates;

use crate::diag::messages::Words;
use crate::diag::{Code, Diagnostic};
use crate::records::{Reference, sha256_hex, to_hex};
use crate::serve::http::{Answer, Asked};
use crate::serve::lock;
use crate::{editing, publish};
pub(crate) use evaluate::Site;
use session::{Draft, Paper};
use std::collections::{BTreeMap, VecDeque};
use std::sync::Mutex;
use submission::Handed;
use target::Subject;
use templates::Pages;

/// Where the forms are.
pub(crate) const ROOT: &str = "tulis/";
/// Where pages are as they would be. It has no folder, so that ways of any depth lead to the root.
const PREVIEW: &str = "tulis";
/// How many texts and pages are kept for forms that are open.
const MOST_KEPT: usize = 32;

/// Pages as they would be, with their numbers, and the last number.
#[derive(Default)]
struct Previews {
    last: usize,
    pages: VecDeque<(usize, Vec<u8>)>,
}

/// Was the file changed since a form was given out?
enum Meanwhile {
    Nothing,
    /// With its text as it was then, if that is still known.
    Changed(Option<String>),
}

/// Is a path that of a form?
pub(crate) fn is_at(path: &str) -> bool {
    path == PREVIEW || path.starts_with(ROOT)
}

/// Where forms are given out and taken in.
pub(crate) struct Counter<'w> {
    words: &'w Words,
    pages: Pages,
    /// What no other site knows.
    token: String,
    /// The texts of files as they were when forms were given out.
    opened: Mutex<VecDeque<String>>,
    previews: Mutex<Previews>,
}

impl<'w> Counter<'w> {
    /// Opens the counter.
    ///
    /// # Errors
    /// If the machine gives nothing random.
    pub(crate) fn open(words: &'w Words) -> Result<Self, Diagnostic> {
        let mut bytes = [0; 32];
        let refused = |_| Diagnostic::nowhere(Code::CannotRead).with("reason", "random");
        getrandom::fill(&mut bytes).map_err(refused)?;
        let (opened, previews) = (Mutex::default(), Mutex::default());
        Ok(Self { words, pages: Pages::new(words), token: to_hex(&bytes), opened, previews })
    }

    /// Answers what is asked of the forms.
    pub(crate) fn answer(&self, mut asked: Asked, site: Site<'_>) {
        let query: BTreeMap<String, String> = form_urlencoded::parse(asked.query.as_bytes()).into_owned().collect();
        let handed = match asked.typed() {
            Ok(pairs) => pairs.map(Handed::of),
            Err(status) => return asked.answer(Answer::text(status, &status.to_string())),
        };
        let answer = match asked.path.strip_prefix(ROOT) {
            None => self.preview(&query),
            Some("") => self.pages.overview(&overview::View::of(site)),
            Some("form.css") => Answer::file("form.css", templates::STYLE.into()),
            Some("form.js") => Answer::file("form.js", templates::SCRIPT.into()),
            Some(path) => match subject(path, &query, site) {
                Some(subject) => self.form(subject, handed, &query, site),
                None => self.pages.plain(404, &self.words.say("form-no-record", &[])),
            },
        };
        asked.answer(answer);
    }

    /// Gives out a form, or takes one in.
    fn form(
        &self,
        subject: Subject,
        handed: Option<Handed>,
        query: &BTreeMap<String, String>,
        site: Site<'_>,
    ) -> Answer {
        let missing = || self.pages.plain(404, &self.words.say("form-no-record", &[]));
        let Some(paper) = Paper::open(subject, site, self.words) else { return missing() };
        let Some(handed) = handed else {
            if let Some(trouble) = &paper.trouble {
                return self.pages.plain(409, trouble);
            }
            if !paper.is_there() {
                return missing();
            }
            let typed = paper.given_out(query);
            let page = paper.judged(&typed, query.contains_key("tersimpan"), site);
            return self.show(200, page, &paper, &sha256_hex(&paper.text));
        };
        let meanwhile = self.meanwhile(&handed, &paper);
        let was_there = !paper.subject.is_new();
        let paper = match &meanwhile {
            Meanwhile::Changed(before) => paper.again(before.as_deref(), &handed.typed),
            Meanwhile::Nothing => paper,
        };
        let mut page = paper.handed_in(&handed, site);
        // What is refused comes back as it was typed. A file that cannot be changed now was another when the form was given out.
        let hash = if paper.trouble.is_some() { handed.hash.clone() } else { sha256_hex(&paper.text) };
        let is_there = page.is_right() && page.draft.text == paper.text;
        let status = match meanwhile {
            // Sent twice: it is as it is to be.
            Meanwhile::Changed(_) if handed.save && is_there => return saved(&page),
            Meanwhile::Changed(before) => {
                let what = match &before {
                    _ if was_there && paper.subject.is_new() => "form-changed-anew",
                    Some(_) => "form-changed-what",
                    None => "form-changed-unknown",
                };
                page.changed(before.as_deref(), &paper.text, self.words.say(what, &[]));
                409
            }
            // No form of this run: it was given out before `serve` was started, or by somebody else.
            Meanwhile::Nothing if handed.token != self.token => {
                page.cannot(self.words.say("form-other-token", &[]), String::new());
                403
            }
            Meanwhile::Nothing if !handed.save => 200,
            Meanwhile::Nothing if !page.is_right() => 422,
            Meanwhile::Nothing => match save(&page, site) {
                Ok(()) => return saved(&page),
                Err(fault) => {
                    page.refused(&fault, self.words);
                    409
                }
            },
        };
        self.show(status, page, &paper, &hash)
    }

    fn meanwhile(&self, handed: &Handed, paper: &Paper<'_>) -> Meanwhile {
        let is_same = handed.hash == sha256_hex(&paper.text);
        if paper.subject.file.is_none() || paper.trouble.is_some() || is_same {
            return Meanwhile::Nothing;
        }
        Meanwhile::Changed(lock(&self.opened).iter().find(|text| sha256_hex(text) == handed.hash).cloned())
    }

    /// A form as a page, with the hash of what it rests on, which is remembered.
    fn show(&self, status: u16, mut page: form_view::Page, paper: &Paper<'_>, hash: &str) -> Answer {
        let mut opened = lock(&self.opened);
        if !opened.contains(&paper.text) {
            opened.push_back(paper.text.clone());
            let over = opened.len().saturating_sub(MOST_KEPT);
            opened.drain(..over);
        }
        drop(opened);
        let preview = page.preview.take().map(|html| self.keep(&html));
        self.pages.form(status, &page, &self.token, hash, preview.as_deref())
    }

    /// Keeps a page as it would be, whose links open beside the form; gives its address.
    fn keep(&self, html: &[u8]) -> String {
        let html = String::from_utf8_lossy(html).replacen("<head>", "<head><base target=\"_blank\">", 1).into_bytes();
        let mut previews = lock(&self.previews);
        previews.last += 1;
        let number = previews.last;
        previews.pages.push_back((number, html));
        let over = previews.pages.len().saturating_sub(MOST_KEPT);
        previews.pages.drain(..over);
        format!("/{PREVIEW}?lihat={number}")
    }

    fn preview(&self, query: &BTreeMap<String, String>) -> Answer {
        let wanted = query.get("lihat").and_then(|number| number.parse::<usize>().ok());
        let previews = lock(&self.previews);
        match previews.pages.iter().find(|(number, _)| Some(*number) == wanted) {
            Some((_, html)) => Answer::inside(html.clone()),
            None => Answer::elsewhere(&format!("/{ROOT}")),
        }
    }
}

/// The record that is asked for.
fn subject(path: &str, query: &BTreeMap<String, String>, site: Site<'_>) -> Option<Subject> {
    match path {
        "perhentian/" => Some(Subject::new_stop()),
        "tindak-lanjut/" => Some(Subject::new_follow_up()),
        "ubah/" => match query.get("alamat") {
            None => Subject::of(query.get("di")?, query.get("catatan")?),
            Some(address) => {
                let reference = Reference::try_from(address.clone()).ok()?;
                let loaded = lock(site.memory).load(site.root).ok()?;
                let stops =
                    editing::targets::files(&loaded.files).filter(|(_, file)| file.path.starts_with("content/stops/"));
                stops.into_iter().find_map(|(_, file)| Subject::find(&reference, &file.path, &file.text))
            }
        },
        _ => None,
    }
}

/// The way to a record that is saved.
fn saved(page: &form_view::Page) -> Answer {
    Answer::see(&format!("{}&tersimpan", page.draft.subject.address()))
}

/// Writes what was judged, if nobody else has written meanwhile.
fn save(page: &form_view::Page, site: Site<'_>) -> Result<(), Diagnostic> {
    let Draft { file, base, is_new_file, text, .. } = &page.draft;
    let path = site.root.join(file);
    if *is_new_file { publish::create(&path, text) } else { publish::replace_after(&path, base, text) }?;
    lock(site.memory).invalidate(file.as_ref());
    Ok(())
}
