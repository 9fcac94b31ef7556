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
                asked @ ServerEvent::Request(_) => self.deferred.push_back(asked),
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
    pub(super) fn advance(&mut self, trouble: Option<ErrorOverlay>) {
        self.state_number += 1;
        self.overlay = trouble;
        let state = self.state_id();
        self.waiting_requests
            .drain(..)
            .for_each(|asked| asked.respond(Response::plain_text(200, &state)));
    }

    /// The name of the state; another program that was started at the same port has others.
    fn state_id(&self) -> String {
        format!("{}-{}", std::process::id(), self.state_number)
    }

    /// Answers a request from a state. `tell` says at the terminal what is wrong with a page.
    pub(super) fn answer_request(
        &mut self,
        asked: PendingRequest,
        site: Option<&SiteState<'_>>,
        tell: &dyn Fn(&[Diagnostic], &SourceMap) -> ErrorOverlay,
    ) {
        let state = self.state_id();
        if let Some(own) = asked.path.strip_prefix(ASSET_PREFIX) {
            match overlay::asset(own) {
                Some((path, bytes)) => asked.respond(Response::file(path, bytes.into())),
                None if own == STATE_PATH && asked.query == state => self.hold_request(asked),
                None if own == STATE_PATH => asked.respond(Response::plain_text(200, &state)),
                None => asked.respond(Response::plain_text(404, "404")),
            }
            return;
        }
        let trouble = self.overlay.as_ref();
        let Some(site) = site else {
            let trouble = trouble
                .map(|trouble| trouble.error_page(&state))
                .unwrap_or_default();
            return asked.respond(Response::error_page(trouble));
        };
        let dressed = |html: &[u8], reference: Option<String>| {
            let edit = reference.map_or_else(
                || FORM_PREFIX.to_owned(),
                |r| format!("{}ubah/?alamat={r}", FORM_PREFIX),
            );
            overlay::inject_dev_tools(html, &state, (&edit, &self.edit_label), trouble)
        };
        let answer = match site.find_resource(&asked.path) {
            Ok(Resource::Page(html, reference)) => {
                Response::site_page(200, dressed(&html, reference))
            }
            Ok(Resource::NotFoundPage(html)) => Response::site_page(404, dressed(&html, None)),
            Ok(Resource::File(bytes)) => Response::file(&asked.path, bytes),
            Ok(Resource::Redirect(address)) => Response::redirect_found(&address),
            Err(faults) => Response::error_page(tell(&faults, site.files).error_page(&state)),
        };
        asked.respond(answer);
    }

    fn hold_request(&mut self, asked: PendingRequest) {
        self.waiting_requests.push_back(asked);
        while self.waiting_requests.len() > MAX_WAITING {
            if let Some(first) = self.waiting_requests.pop_front() {
                first.respond(Response::plain_text(200, &self.state_id()));
            }
        }
    }
}
