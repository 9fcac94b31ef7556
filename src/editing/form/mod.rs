//! Forms for people who do not write YAML: made from the record types, checked by all rules before
//! anything is saved, with a preview of the page beside them. `serve` hands over the requests for
//! their addresses; `editing::rewrite` and `publish` save.
//!
//! A file is changed only by a form that this run issued (the form contains its secret), from this
//! address, and only if the file is as it was when the form was issued; otherwise the form comes
//! back with what was typed and what was changed meanwhile.

mod context;
mod evaluate;
mod field_options;
mod form_view;
mod inputs;
mod overview;
mod pending_edit;
pub(crate) mod routes;
mod session;
mod submission;
mod target;
mod templates;

use crate::diag::Diagnostic;
use crate::diag::messages::Messages;
use crate::editing::paths::is_stop_file;
use crate::http::{Request, Response};
use crate::publish::{self, FileEdit};
use crate::random::random_hex;
use crate::records::{Reference, sha256_hex};
use crate::sync::lock;
pub(crate) use context::EditContext;
use form_view::FormView;
use overview::Overview;
use routes::{FORM_PREFIX, PREVIEW_PATH};
use session::FormSession;
use std::collections::{BTreeMap, VecDeque};
use std::sync::Mutex;
use submission::Submission;
use target::EditTarget;
use templates::Templates;

/// How many file texts and previews are remembered for forms that are open.
const MAX_CACHED: usize = 32;

/// Previews with their numbers.
#[derive(Default)]
struct PreviewStore {
    last_number: usize,
    pages: VecDeque<(usize, Vec<u8>)>,
}

/// Whether the file was changed after a form was issued.
enum Conflict {
    None,
    /// It was; with its text at that time, if that is still remembered.
    FileChanged(Option<String>),
}

/// Handles the requests for forms during one run of `serve`.
pub(crate) struct Editor<'w> {
    messages: &'w Messages,
    templates: Templates,
    /// A secret that no other site knows, so that none can submit a form in the user's name.
    token: String,
    /// The texts of files as they were when forms were issued.
    issued_texts: Mutex<VecDeque<String>>,
    previews: Mutex<PreviewStore>,
}

impl<'w> Editor<'w> {
    /// An editor with a secret of its own.
    ///
    /// # Errors
    /// If the operating system gives no random bytes.
    pub(crate) fn new(messages: &'w Messages) -> Result<Self, Diagnostic> {
        Ok(Self {
            messages,
            templates: Templates::new(messages),
            token: random_hex::<32>()?,
            issued_texts: Mutex::default(),
            previews: Mutex::default(),
        })
    }

    /// Handles a request for a path that [`routes::handles_path`].
    pub(crate) fn handle_request(&self, request: Request, site: EditContext<'_>) -> Response {
        let query = form_urlencoded::parse(request.query.as_bytes()).into_owned();
        let query: BTreeMap<String, String> = query.collect();
        let submission = request.form.map(Submission::from_pairs);
        match request.path.strip_prefix(FORM_PREFIX) {
            // The only other path of the forms.
            None => self.serve_preview(&query),
            Some("") => {
                let overview = Overview::load(site);
                page_response(200, self.templates.render_overview(&overview))
            }
            Some("form.css") => Response::file("form.css", templates::FORM_STYLE.into()),
            Some("form.js") => Response::file("form.js", templates::FORM_SCRIPT.into()),
            Some(path) => {
                let session = find_target(path, &query, site)
                    .and_then(|target| FormSession::open(target, site, self.messages));
                match (session, submission) {
                    (None, _) => self.no_record(),
                    (Some(session), None) => self.issue_form(&session, &query, site),
                    (Some(session), Some(submission)) => {
                        self.handle_submission(session, &submission, site)
                    }
                }
            }
        }
    }

    fn no_record(&self) -> Response {
        self.notice(404, &self.messages.message("form-no-record", &[]))
    }

    /// A page that has only a text.
    fn notice(&self, status: u16, text: &str) -> Response {
        page_response(status, self.templates.render_notice(text))
    }

    fn issue_form(
        &self,
        session: &FormSession<'_>,
        query: &BTreeMap<String, String>,
        site: EditContext<'_>,
    ) -> Response {
        if let Some(reason) = &session.blocked_reason {
            return self.notice(409, reason);
        }
        if !session.target_exists() {
            return self.no_record();
        }
        let view = session.initial_view(query, site);
        self.render_form(200, view, session, &sha256_hex(&session.file.text))
    }

    /// Checks a submitted form and, if that is wanted and possible, saves it.
    fn handle_submission(
        &self,
        session: FormSession<'_>,
        submission: &Submission,
        site: EditContext<'_>,
    ) -> Response {
        let conflict = self.detect_conflict(submission, &session);
        let was_new = session.target.is_new();
        let session = match &conflict {
            Conflict::FileChanged(before) => {
                session.relocate(before.as_deref(), &submission.values)
            }
            Conflict::None => session,
        };
        let mut view = session.submitted_view(submission, site);
        let now = &session.file.text;
        // A file that cannot be changed now has no text here; the form still belongs to the one for
        // which it was issued.
        let hash = if session.blocked_reason.is_some() {
            submission.hash.clone()
        } else {
            sha256_hex(now)
        };
        let is_saved_already = view.can_save() && view.edit.text == *now;
        let status = match conflict {
            // Submitted twice: the first time did all there is to do.
            Conflict::FileChanged(_) if submission.save && is_saved_already => {
                return redirect_to_saved(&view);
            }
            Conflict::FileChanged(before) => {
                let text = match &before {
                    _ if !was_new && session.target.is_new() => "form-changed-anew",
                    Some(_) => "form-changed-what",
                    None => "form-changed-unknown",
                };
                view.set_conflict(before.as_deref(), now, self.messages.message(text, &[]));
                409
            }
            // Issued before `serve` was started, or not by this program at all.
            Conflict::None if submission.token != self.token => {
                let text = self.messages.message("form-other-token", &[]);
                view.block_saving(text, String::new());
                403
            }
            Conflict::None if !submission.save => 200,
            Conflict::None if !view.can_save() => 422,
            Conflict::None => match save_edit(&view, site) {
                Ok(()) => return redirect_to_saved(&view),
                Err(error) => {
                    view.block_by_diagnostic(&error, self.messages);
                    409
                }
            },
        };
        self.render_form(status, view, &session, &hash)
    }

    fn detect_conflict(&self, submission: &Submission, session: &FormSession<'_>) -> Conflict {
        let is_same = submission.hash == sha256_hex(&session.file.text);
        if session.target.file.is_none() || session.blocked_reason.is_some() || is_same {
            return Conflict::None;
        }
        let issued = lock(&self.issued_texts);
        let mut texts = issued.iter();
        let before = texts.find(|text| sha256_hex(text) == submission.hash);
        Conflict::FileChanged(before.cloned())
    }

    /// The page of a form, which contains the hash of its file's text; that text is remembered, to
    /// be compared with another one when the form is submitted.
    fn render_form(
        &self,
        status: u16,
        mut view: FormView,
        session: &FormSession<'_>,
        hash: &str,
    ) -> Response {
        let text = &session.file.text;
        let mut issued = lock(&self.issued_texts);
        if !issued.contains(text) {
            push_bounded(&mut issued, text.clone());
        }
        drop(issued);
        let preview = view.preview.take().map(|html| self.store_preview(&html));
        let html = self
            .templates
            .render_form(&view, &self.token, hash, preview.as_deref());
        page_response(status, html)
    }

    /// Remembers a preview, whose links open in another window than the form; gives its address.
    fn store_preview(&self, html: &[u8]) -> String {
        let html = String::from_utf8_lossy(html);
        let html = html.replacen("<head>", "<head><base target=\"_blank\">", 1);
        let mut previews = lock(&self.previews);
        previews.last_number += 1;
        let number = previews.last_number;
        push_bounded(&mut previews.pages, (number, html.into_bytes()));
        format!("/{PREVIEW_PATH}?lihat={number}")
    }

    fn serve_preview(&self, query: &BTreeMap<String, String>) -> Response {
        let wanted: Option<usize> = query.get("lihat").and_then(|number| number.parse().ok());
        let previews = lock(&self.previews);
        let mut pages = previews.pages.iter();
        match pages.find(|(number, _)| Some(*number) == wanted) {
            Some((_, html)) => Response::embedded_page(html.clone()),
            None => Response::redirect_found(&format!("/{FORM_PREFIX}")),
        }
    }
}

/// Remembers one more item, in place of the oldest if there are too many.
fn push_bounded<T>(queue: &mut VecDeque<T>, item: T) {
    if queue.len() == MAX_CACHED {
        queue.pop_front();
    }
    queue.push_back(item);
}

/// A rendered page of the forms. The templates are part of the program and a test renders each,
/// so that an error has no page of its own.
fn page_response(status: u16, rendered: Result<String, tera::Error>) -> Response {
    match rendered {
        Ok(html) => Response::form_page(status, html),
        Err(_) => Response::bare_status(500),
    }
}

/// The record whose form is requested. Returns `None` if there is no such form.
fn find_target(
    path: &str,
    query: &BTreeMap<String, String>,
    site: EditContext<'_>,
) -> Option<EditTarget> {
    match (path, query.get("alamat")) {
        ("kunjungan/", _) => Some(EditTarget::new_stop()),
        ("kabar/", _) => Some(EditTarget::new_follow_up()),
        ("ubah/", None) => EditTarget::parse(query.get("di")?, query.get("catatan")?),
        // From a page of the site, which knows the record's reference but not its file.
        ("ubah/", Some(reference)) => {
            let reference = Reference::try_from(reference.clone()).ok()?;
            let loaded = lock(site.cache).load(site.root).ok()?;
            let mut stops = loaded.files.iter().filter(|(_, f)| is_stop_file(&f.path));
            stops.find_map(|(_, file)| {
                EditTarget::find_by_reference(&reference, &file.path, &file.text)
            })
        }
        _ => None,
    }
}

/// Leads to the form of the record that was saved.
fn redirect_to_saved(view: &FormView) -> Response {
    Response::redirect_see_other(&format!("{}&tersimpan", view.edit.target.form_address()))
}

/// Writes the file, unless somebody else has written it since it was loaded.
fn save_edit(view: &FormView, site: EditContext<'_>) -> Result<(), Diagnostic> {
    let edit = &view.edit;
    publish::apply_edits(&[FileEdit {
        path: site.root.join(&edit.file),
        base_text: edit.base_text.clone(),
        new_text: edit.text.clone(),
    }])?;
    lock(site.cache).invalidate(edit.file.as_ref());
    Ok(())
}
