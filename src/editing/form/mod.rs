//! Where records are written without YAML: forms made from the record types, judged by all rules before anything is saved,
//! with the page as it would be beside them. What is saved goes through `edit::rewrite` and `publish`.
//!
//! A file is changed only by a form that this program gave out (its secret is in it), from this address, and only if the file
//! still is as it was when the form was opened; otherwise what was typed comes back with what was changed meanwhile.

mod choices;
mod context;
mod evaluate;
mod form_view;
mod inputs;
mod overview;
mod pending_edit;
pub(crate) mod routes;
mod session;
mod slugs;
mod submission;
mod target;
mod templates;

use crate::diag::messages::Messages;
use crate::diag::{Code, Diagnostic};
use crate::http::{Request, Response};
use crate::records::{Reference, sha256_hex, to_hex};
use crate::sync::lock;
use crate::{editing, publish};
pub(crate) use context::EditContext;
use pending_edit::PendingEdit;
use routes::{FORM_PREFIX, PREVIEW_PATH};
use session::FormSession;
use std::collections::{BTreeMap, VecDeque};
use std::sync::Mutex;
use submission::Submission;
use target::EditTarget;
use templates::Templates;

/// How many texts and pages are kept for forms that are open.
const MAX_CACHED: usize = 32;

/// Pages as they would be, with their numbers, and the last number.
#[derive(Default)]
struct PreviewStore {
    last_number: usize,
    pages: VecDeque<(usize, Vec<u8>)>,
}

/// Was the file changed since a form was given out?
enum Conflict {
    Absent,
    /// With its text as it was then, if that is still known.
    FileChanged(Option<String>),
}

/// Where forms are given out and taken in.
pub(crate) struct Editor<'w> {
    messages: &'w Messages,
    templates: Templates,
    /// What no other site knows.
    token: String,
    /// The texts of files as they were when forms were given out.
    issued_texts: Mutex<VecDeque<String>>,
    previews: Mutex<PreviewStore>,
}

impl<'w> Editor<'w> {
    /// Opens the counter.
    ///
    /// # Errors
    /// If the machine gives nothing random.
    pub(crate) fn new(words: &'w Messages) -> Result<Self, Diagnostic> {
        let mut bytes = [0; 32];
        let refused = |_| Diagnostic::without_span(Code::CannotRead).arg("reason", "random");
        getrandom::fill(&mut bytes).map_err(refused)?;
        let (opened, previews) = (Mutex::default(), Mutex::default());
        Ok(Self {
            messages: words,
            templates: Templates::new(words),
            token: to_hex(&bytes),
            issued_texts: opened,
            previews,
        })
    }

    /// Handles a request for a path that [`routes::handles_path`].
    pub(crate) fn handle_request(&self, request: Request, site: EditContext<'_>) -> Response {
        let query: BTreeMap<String, String> = form_urlencoded::parse(request.query.as_bytes())
            .into_owned()
            .collect();
        let handed = request.form.map(Submission::from_pairs);
        match request.path.strip_prefix(FORM_PREFIX) {
            None => self.serve_preview(&query),
            Some("") => page_response(
                200,
                self.templates
                    .render_overview(&overview::Overview::load(site)),
            ),
            Some("form.css") => Response::file("form.css", templates::FORM_STYLE.into()),
            Some("form.js") => Response::file("form.js", templates::FORM_SCRIPT.into()),
            Some(path) => match find_target(path, &query, site) {
                Some(subject) => self.handle_form(subject, handed, &query, site),
                None => self.no_record(),
            },
        }
    }

    fn no_record(&self) -> Response {
        self.notice(404, &self.messages.message("form-no-record", &[]))
    }

    /// A page that has only a text.
    fn notice(&self, status: u16, text: &str) -> Response {
        page_response(status, self.templates.render_notice(text))
    }

    /// Gives out a form, or takes one in.
    fn handle_form(
        &self,
        subject: EditTarget,
        handed: Option<Submission>,
        query: &BTreeMap<String, String>,
        site: EditContext<'_>,
    ) -> Response {
        let Some(paper) = FormSession::open(subject, site, self.messages) else {
            return self.no_record();
        };
        let Some(handed) = handed else {
            if let Some(trouble) = &paper.blocked_reason {
                return self.notice(409, trouble);
            }
            if !paper.target_exists() {
                return self.no_record();
            }
            let typed = paper.initial_values(query);
            let page = paper.initial_view(&typed, query.contains_key("tersimpan"), site);
            return self.render_form(200, page, &paper, &sha256_hex(&paper.text));
        };
        let meanwhile = self.detect_conflict(&handed, &paper);
        let was_there = !paper.target.is_new();
        let paper = match &meanwhile {
            Conflict::FileChanged(before) => paper.relocate(before.as_deref(), &handed.values),
            Conflict::Absent => paper,
        };
        let mut page = paper.submitted_view(&handed, site);
        // What is refused comes back as it was typed. A file that cannot be changed now was another when the form was given out.
        let hash = if paper.blocked_reason.is_some() {
            handed.hash.clone()
        } else {
            sha256_hex(&paper.text)
        };
        let is_there = page.can_save() && page.draft.text == paper.text;
        let status = match meanwhile {
            // Sent twice: it is as it is to be.
            Conflict::FileChanged(_) if handed.save && is_there => return redirect_to_saved(&page),
            Conflict::FileChanged(before) => {
                let what = match &before {
                    _ if was_there && paper.target.is_new() => "form-changed-anew",
                    Some(_) => "form-changed-what",
                    None => "form-changed-unknown",
                };
                page.set_conflict(
                    before.as_deref(),
                    &paper.text,
                    self.messages.message(what, &[]),
                );
                409
            }
            // No form of this run: it was given out before `serve` was started, or by somebody else.
            Conflict::Absent if handed.token != self.token => {
                page.block_saving(
                    self.messages.message("form-other-token", &[]),
                    String::new(),
                );
                403
            }
            Conflict::Absent if !handed.save => 200,
            Conflict::Absent if !page.can_save() => 422,
            Conflict::Absent => match save_edit(&page, site) {
                Ok(()) => return redirect_to_saved(&page),
                Err(fault) => {
                    page.block_by_diagnostic(&fault, self.messages);
                    409
                }
            },
        };
        self.render_form(status, page, &paper, &hash)
    }

    fn detect_conflict(&self, handed: &Submission, paper: &FormSession<'_>) -> Conflict {
        let is_same = handed.hash == sha256_hex(&paper.text);
        if paper.target.file.is_none() || paper.blocked_reason.is_some() || is_same {
            return Conflict::Absent;
        }
        Conflict::FileChanged(
            lock(&self.issued_texts)
                .iter()
                .find(|text| sha256_hex(text) == handed.hash)
                .cloned(),
        )
    }

    /// A form as a page, with the hash of what it rests on, which is remembered.
    fn render_form(
        &self,
        status: u16,
        mut page: form_view::FormView,
        paper: &FormSession<'_>,
        hash: &str,
    ) -> Response {
        let mut opened = lock(&self.issued_texts);
        if !opened.contains(&paper.text) {
            opened.push_back(paper.text.clone());
            let over = opened.len().saturating_sub(MAX_CACHED);
            opened.drain(..over);
        }
        drop(opened);
        let preview = page.preview.take().map(|html| self.store_preview(&html));
        let html = self
            .templates
            .render_form(&page, &self.token, hash, preview.as_deref());
        page_response(status, html)
    }

    /// Keeps a page as it would be, whose links open beside the form; gives its address.
    fn store_preview(&self, html: &[u8]) -> String {
        let html = String::from_utf8_lossy(html)
            .replacen("<head>", "<head><base target=\"_blank\">", 1)
            .into_bytes();
        let mut previews = lock(&self.previews);
        previews.last_number += 1;
        let number = previews.last_number;
        previews.pages.push_back((number, html));
        let over = previews.pages.len().saturating_sub(MAX_CACHED);
        previews.pages.drain(..over);
        format!("/{PREVIEW_PATH}?lihat={number}")
    }

    fn serve_preview(&self, query: &BTreeMap<String, String>) -> Response {
        let wanted = query
            .get("lihat")
            .and_then(|number| number.parse::<usize>().ok());
        let previews = lock(&self.previews);
        match previews
            .pages
            .iter()
            .find(|(number, _)| Some(*number) == wanted)
        {
            Some((_, html)) => Response::embedded_page(html.clone()),
            None => Response::redirect_found(&format!("/{FORM_PREFIX}")),
        }
    }
}

/// A rendered page of the forms. The templates are part of the program and a test renders each,
/// so that an error has no page of its own.
fn page_response(status: u16, rendered: Result<String, tera::Error>) -> Response {
    match rendered {
        Ok(html) => Response::form_page(status, html),
        Err(_) => Response::bare_status(500),
    }
}

/// The record that is asked for.
fn find_target(
    path: &str,
    query: &BTreeMap<String, String>,
    site: EditContext<'_>,
) -> Option<EditTarget> {
    match path {
        "perhentian/" => Some(EditTarget::new_stop()),
        "tindak-lanjut/" => Some(EditTarget::new_follow_up()),
        "ubah/" => match query.get("alamat") {
            None => EditTarget::parse(query.get("di")?, query.get("catatan")?),
            Some(address) => {
                let reference = Reference::try_from(address.clone()).ok()?;
                let loaded = lock(site.cache).load(site.root).ok()?;
                let stops = editing::targets::iter_files(&loaded.files)
                    .filter(|(_, file)| file.path.starts_with("content/stops/"));
                stops.into_iter().find_map(|(_, file)| {
                    EditTarget::find_by_reference(&reference, &file.path, &file.text)
                })
            }
        },
        _ => None,
    }
}

/// The way to a record that is saved.
fn redirect_to_saved(page: &form_view::FormView) -> Response {
    Response::redirect_see_other(&format!("{}&tersimpan", page.draft.target.form_address()))
}

/// Writes what was judged, if nobody else has written meanwhile.
fn save_edit(page: &form_view::FormView, site: EditContext<'_>) -> Result<(), Diagnostic> {
    let PendingEdit {
        file,
        base_text: base,
        is_new_file,
        text,
        ..
    } = &page.draft;
    let path = site.root.join(file);
    if *is_new_file {
        publish::create_file(&path, text)
    } else {
        publish::replace_if_unchanged(&path, base, text)
    }?;
    lock(site.cache).invalidate(file.as_ref());
    Ok(())
}
