//! Where requests and changes arrive, one after the other.

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

/// For so long nothing more must change: who saves a file writes it in pieces, and often saves several.
const DEBOUNCE: Duration = Duration::from_millis(4);
/// After so long what there is is taken.
const MAX_DEBOUNCE: Duration = Duration::from_millis(100);
/// The most pages that wait for the next state; beyond it, the first ones are told to ask again.
const MAX_WAITING: usize = 64;

/// What passes from state to state.
pub(super) struct EventLoop {
    inbox: Receiver<ServerEvent>,
    /// What arrived while changes were waited for.
    deferred: VecDeque<ServerEvent>,
    watcher: SiteWatcher,
    /// The number of the state, faulty ones counted.
    state_number: usize,
    overlay: Option<ErrorOverlay>,
    /// What the way to a form is called.
    edit_label: String,
    /// Open pages that want to know when there is another state.
    waiting_requests: VecDeque<PendingRequest>,
}

impl EventLoop {
    pub(super) fn new(inbox: Receiver<ServerEvent>, watch: SiteWatcher, edit: String) -> Self {
        Self {
            inbox,
            deferred: VecDeque::new(),
            watcher: watch,
            state_number: 0,
            overlay: None,
            edit_label: edit,
            waiting_requests: VecDeque::new(),
        }
    }

    /// The next thing to do; changes that come together are one. None if nothing can arrive any more.
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
                request @ ServerEvent::Request(_) => self.deferred.push_back(request),
            }
        }
        paths.sort_unstable();
        paths.dedup();
        if paths.iter().any(|path| {
            watch::WATCHED_FOLDERS
                .iter()
                .any(|folder| path.as_os_str() == *folder)
        }) {
            self.watcher.rewatch();
        }
        Some(ServerEvent::FilesChanged(paths))
    }

    /// Another state stands, or it has become clear that the next one is wrong; open pages are told.
    pub(super) fn advance(&mut self, overlay: Option<ErrorOverlay>) {
        self.state_number += 1;
        self.overlay = overlay;
        let state = self.state_id();
        self.waiting_requests
            .drain(..)
            .for_each(|request| request.respond(Response::plain_text(200, &state)));
    }

    /// The name of the state; another program that was started at the same port has others.
    fn state_id(&self) -> String {
        format!("{}-{}", std::process::id(), self.state_number)
    }

    /// Answers a request from a state. `tell` says at the terminal what is wrong with a page.
    pub(super) fn answer_request(
        &mut self,
        request: PendingRequest,
        site: Option<&SiteState<'_>>,
        report: &dyn Fn(&[Diagnostic], &SourceMap) -> ErrorOverlay,
    ) {
        let state = self.state_id();
        if let Some(own) = request.path.strip_prefix(ASSET_PREFIX) {
            match overlay::asset(own) {
                Some((path, bytes)) => request.respond(Response::file(path, bytes.into())),
                None if own == STATE_PATH && request.query == state => self.hold_request(request),
                None if own == STATE_PATH => request.respond(Response::plain_text(200, &state)),
                None => request.respond(Response::plain_text(404, "404")),
            }
            return;
        }
        let overlay = self.overlay.as_ref();
        let Some(site) = site else {
            let overlay = overlay
                .map(|overlay| overlay.error_page(&state))
                .unwrap_or_default();
            return request.respond(Response::error_page(overlay));
        };
        let inject = |html: &[u8], reference: Option<String>| {
            let edit = reference.map_or_else(
                || FORM_PREFIX.to_owned(),
                |r| format!("{}ubah/?alamat={r}", FORM_PREFIX),
            );
            overlay::inject_dev_tools(html, &state, (&edit, &self.edit_label), overlay)
        };
        let answer = match site.find_resource(&request.path) {
            Ok(Resource::Page(html, reference)) => {
                Response::site_page(200, inject(&html, reference))
            }
            Ok(Resource::NotFoundPage(html)) => Response::site_page(404, inject(&html, None)),
            Ok(Resource::File(bytes)) => Response::file(&request.path, bytes),
            Ok(Resource::Redirect(address)) => Response::redirect_found(&address),
            Err(diagnostics) => {
                Response::error_page(report(&diagnostics, site.files).error_page(&state))
            }
        };
        request.respond(answer);
    }

    fn hold_request(&mut self, request: PendingRequest) {
        self.waiting_requests.push_back(request);
        while self.waiting_requests.len() > MAX_WAITING {
            if let Some(first) = self.waiting_requests.pop_front() {
                first.respond(Response::plain_text(200, &self.state_id()));
            }
        }
    }
}
