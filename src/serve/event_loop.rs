//! The event loop of the development server: requests and changes of files, one after the other. It
//! passes from one state of the site to the next.

use super::event::ServerEvent;
use super::overlay::{self, ErrorOverlay};
use super::pending_request::PendingRequest;
use super::routes::{ASSET_PREFIX, FORM_PREFIX, STATE_PATH};
use super::site_state::{Resource, SiteState};
use super::watch::{self, SiteWatcher};
use crate::diag::{Diagnostic, SourceMap};
use crate::http::Response;
use std::collections::VecDeque;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

/// A change is complete when nothing more has changed for so long: programs save a file in pieces,
/// and often several files.
const DEBOUNCE: Duration = Duration::from_millis(4);
/// A change is complete after so long, whatever else changes.
const MAX_DEBOUNCE: Duration = Duration::from_millis(100);
/// The most open pages that wait for the next state; when there are more, the oldest requests are
/// answered, and their pages ask again.
const MAX_WAITING: usize = 64;

/// Reports the errors of a page at the terminal, and gives them as an overlay.
type ReportErrors<'a> = &'a dyn Fn(&[Diagnostic], &SourceMap) -> ErrorOverlay;

/// The event loop. Only the state that holds it answers requests.
pub(super) struct EventLoop {
    inbox: Receiver<ServerEvent>,
    /// Requests that arrived while the end of a change was waited for.
    deferred: VecDeque<ServerEvent>,
    watcher: SiteWatcher,
    /// Counts the states, broken ones included.
    state_number: usize,
    overlay: Option<ErrorOverlay>,
    /// The text of the link to a page's form.
    edit_label: String,
    /// Requests of open pages for the next state.
    waiting_requests: VecDeque<PendingRequest>,
}

impl EventLoop {
    pub(super) fn new(
        inbox: Receiver<ServerEvent>,
        watcher: SiteWatcher,
        edit_label: String,
    ) -> Self {
        Self {
            inbox,
            deferred: VecDeque::new(),
            watcher,
            state_number: 0,
            overlay: None,
            edit_label,
            waiting_requests: VecDeque::new(),
        }
    }

    /// Waits for the next event; changes that come together are one. Returns `None` if none can
    /// arrive any more.
    pub(super) fn next_event(&mut self) -> Option<ServerEvent> {
        let event = match self.deferred.pop_front() {
            Some(event) => event,
            None => self.inbox.recv().ok()?,
        };
        let ServerEvent::FilesChanged(mut paths) = event else {
            return Some(event);
        };
        let began = Instant::now();
        while began.elapsed() < MAX_DEBOUNCE
            && let Ok(event) = self.inbox.recv_timeout(DEBOUNCE)
        {
            match event {
                ServerEvent::FilesChanged(more) => paths.extend(more),
                // Answered by the state that comes of the change, not by the one it makes stale.
                request @ ServerEvent::Request(_) => self.deferred.push_back(request),
            }
        }
        paths.sort_unstable();
        paths.dedup();
        // A watched folder that was replaced is another folder for the operating system.
        if paths.iter().any(|path| watch::is_watched_folder(path)) {
            self.watcher.rewatch();
        }
        Some(ServerEvent::FilesChanged(paths))
    }

    /// Begins another state: a new one is served, or the next one turned out to be broken and
    /// `overlay` is shown over the pages of the old. Open pages learn of it.
    pub(super) fn advance(&mut self, overlay: Option<ErrorOverlay>) {
        self.state_number += 1;
        self.overlay = overlay;
        let state = self.state_id();
        for request in self.waiting_requests.drain(..) {
            request.respond(Response::plain_text(200, &state));
        }
    }

    /// The name of the state. A server that was started again at the same port has other names, so
    /// that its first state is news to a page that stayed open.
    fn state_id(&self) -> String {
        format!("{}-{}", std::process::id(), self.state_number)
    }

    /// Answers a request with what `site` has at its path, or with the errors alone while there is
    /// no state without errors yet.
    pub(super) fn answer_request(
        &mut self,
        request: PendingRequest,
        site: Option<&SiteState<'_>>,
        report: ReportErrors<'_>,
    ) {
        if let Some(name) = request.path.strip_prefix(ASSET_PREFIX) {
            let response = match overlay::asset(name) {
                Some(bytes) => Response::file(name, bytes.into()),
                None if name != STATE_PATH => Response::bare_status(404),
                // The page shows the current state already: it waits for the next one.
                None if request.query == self.state_id() => return self.hold_request(request),
                None => Response::plain_text(200, &self.state_id()),
            };
            return request.respond(response);
        }
        let response = if let Some(site) = site {
            self.site_response(&request.path, site, report)
        } else {
            let overlay = self.overlay.as_ref();
            let page = overlay.map(|overlay| overlay.error_page(&self.state_id()));
            Response::error_page(page.unwrap_or_default())
        };
        request.respond(response);
    }

    fn site_response(
        &self,
        path: &str,
        site: &SiteState<'_>,
        report: ReportErrors<'_>,
    ) -> Response {
        match site.find_resource(path) {
            Ok(Resource::Page(html, reference)) => {
                let form = match reference {
                    Some(record) => format!("{FORM_PREFIX}ubah/?alamat={record}"),
                    None => FORM_PREFIX.to_owned(),
                };
                Response::site_page(200, self.with_dev_tools(&html, &form))
            }
            Ok(Resource::NotFoundPage(html)) => {
                Response::site_page(404, self.with_dev_tools(&html, FORM_PREFIX))
            }
            Ok(Resource::File(bytes)) => Response::file(path, bytes),
            Ok(Resource::Redirect(address)) => Response::redirect_found(&address),
            // A page can break although its state has no errors: templates are the site's own.
            Err(errors) => {
                let overlay = report(&errors, site.files);
                Response::error_page(overlay.error_page(&self.state_id()))
            }
        }
    }

    fn with_dev_tools(&self, html: &[u8], form: &str) -> Vec<u8> {
        let edit = (form, &*self.edit_label);
        overlay::inject_dev_tools(html, &self.state_id(), edit, self.overlay.as_ref())
    }

    /// Lets a request wait for [`Self::advance`].
    fn hold_request(&mut self, request: PendingRequest) {
        self.waiting_requests.push_back(request);
        while self.waiting_requests.len() > MAX_WAITING
            && let Some(oldest) = self.waiting_requests.pop_front()
        {
            oldest.respond(Response::plain_text(200, &self.state_id()));
        }
    }
}
