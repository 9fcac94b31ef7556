//! The development server: shows the site while it is being written, on this computer alone. The
//! site is made in memory by the same steps as in a build, and again whenever a file changes.
//!
//! Each state of the site is a thread that owns everything it was made from: records, register,
//! plan, theme. It answers requests until a file changes, and then has the next state made. If that
//! has no errors, it takes over and the old thread ends; otherwise the old one goes on, with the
//! errors as an overlay on its pages. Only forms write, and only when they are saved.

mod event;
mod event_loop;
mod listener;
mod overlay;
mod pending_request;
mod routes;
mod site_state;
mod watch;

use crate::checks::AsOf;
use crate::diag::messages::Messages;
use crate::diag::{Diagnostic, SourceMap};
use crate::editing::form::{EditContext, Editor};
use crate::http::Response;
use crate::pipeline::{BuildStats, Report, load_theme, planned};
use crate::source;
use crate::sync::lock;
use event::ServerEvent;
use event_loop::EventLoop;
use overlay::ErrorOverlay;
use pending_request::PendingRequest;
use site_state::SiteState;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, mpsc};
use std::thread::{self, Scope};
use std::time::{Duration, Instant};

/// The settings of the server.
#[derive(Clone, Copy, Debug)]
pub struct ServeOptions<'a> {
    /// The folder that holds content/.
    pub root: &'a Path,
    /// The day as of which the site is made; today goes on while it is served.
    pub as_of: AsOf,
    /// Whether drafts are part of the site.
    pub include_drafts: bool,
    /// The port; 0 for any that is free.
    pub port: u16,
}

/// What is reported at the terminal.
#[derive(Debug)]
pub enum ServeEvent<'a> {
    /// The server is ready at this port.
    Listening(u16),
    /// A state of the site is ready, after so long.
    Built(&'a BuildStats, Duration),
    /// The records or a page have these errors; the state before is still served.
    Diagnostics(&'a [Diagnostic], &'a SourceMap),
}

/// Called with what is reported, from several threads.
pub type Reporter<'a> = dyn Fn(&ServeEvent<'_>) + Sync + 'a;

/// Serves the site until the process is ended.
///
/// # Errors
/// If there is no site, its folder cannot be watched, or the port cannot be used.
pub fn run_server(
    options: &ServeOptions<'_>,
    messages: &Messages,
    reporter: &Reporter<'_>,
) -> Result<(), Diagnostic> {
    let (sender, inbox) = mpsc::channel();
    let watcher = watch::SiteWatcher::start(options.root, sender.clone())?;
    let (socket, port) = listener::bind_port(options.port)?;
    reporter(&ServeEvent::Listening(port));
    // The first state is made like every other: because something changed.
    let _ = sender.send(ServerEvent::FilesChanged(Vec::new()));
    let edit_label = messages.message("form-edit", &[]);
    let server = DevServer {
        editor: Editor::new(messages)?,
        options,
        messages,
        reporter,
        started: Instant::now(),
        cache: Mutex::default(),
        event_loop: Mutex::new(EventLoop::new(inbox, watcher, edit_label)),
    };
    thread::scope(|scope| {
        scope.spawn(|| listener::accept_loop(&socket, port, &sender));
        server.serve_state(scope, None);
    });
    Ok(())
}

/// What all states share.
struct DevServer<'a> {
    options: &'a ServeOptions<'a>,
    messages: &'a Messages,
    reporter: &'a Reporter<'a>,
    started: Instant,
    cache: Mutex<source::ContentCache>,
    editor: Editor<'a>,
    /// Held by the state that is served.
    event_loop: Mutex<EventLoop>,
}

/// Sent by a new state: that it is ready, or its errors.
type BuildResult = Result<(), Report>;

impl DevServer<'_> {
    /// Makes a state; if it has no errors, reports that to the old state and serves the new one.
    fn build_state<'s>(&'s self, scope: &'s Scope<'s, '_>, result: &mpsc::Sender<BuildResult>) {
        let began = Instant::now();
        let root = self.options.root;
        let drafts = self.options.include_drafts;
        let loaded = lock(&self.cache).load(root);
        let report = planned(loaded, self.current_as_of(), drafts, |site| {
            let theme = load_theme(root, site)?;
            site.stats.pages = site.plan.pages().len() * site.plan.languages().count();
            (self.reporter)(&ServeEvent::Built(&site.stats, began.elapsed()));
            let _ = result.send(Ok(()));
            // From here on this thread is the server: it comes back when the next state is ready.
            let state = SiteState::new(root, site.plan, &theme, site.files);
            self.serve_state(scope, Some(&state));
            Ok(())
        });
        if report.stats.is_none() {
            let _ = result.send(Err(report));
        }
    }

    /// Answers requests with a state until the next one is ready. `None` is what there is before
    /// the first state: its errors, or nothing yet.
    fn serve_state<'s>(&'s self, scope: &'s Scope<'s, '_>, site: Option<&SiteState<'_>>) {
        // Waits until the state before has ended.
        let mut event_loop = lock(&self.event_loop);
        event_loop.advance(None);
        while let Some(event) = event_loop.next_event() {
            match event {
                // Forms work whether or not there is a site: they are how its errors are mended.
                ServerEvent::Request(request) if routes::is_form_path(&request.path) => {
                    scope.spawn(move || self.answer_form(request));
                }
                ServerEvent::Request(request) => {
                    // A request that breaks this program gets no answer; all others go on.
                    let _ = catch_unwind(AssertUnwindSafe(|| {
                        event_loop.answer_request(request, site, &|errors, files| {
                            self.report_errors(errors, files)
                        });
                    }));
                }
                ServerEvent::FilesChanged(paths) => match self.next_state(scope, &paths) {
                    Some(Ok(())) => return,
                    Some(Err(report)) => {
                        let overlay = self.report_errors(&report.diagnostics, &report.files);
                        event_loop.advance(Some(overlay));
                    }
                    // It panicked, which `main` has reported; the old state goes on.
                    None => {}
                },
            }
        }
    }

    /// Has the next state made in a thread of its own, and waits until it is ready or has failed.
    /// Returns `None` if that thread panicked.
    fn next_state<'s>(
        &'s self,
        scope: &'s Scope<'s, '_>,
        changed: &[PathBuf],
    ) -> Option<BuildResult> {
        let mut cache = lock(&self.cache);
        for path in changed {
            cache.invalidate(path);
        }
        drop(cache);
        let (sender, result) = mpsc::channel();
        scope.spawn(move || self.build_state(scope, &sender));
        result.recv().ok()
    }

    /// Answers a request of the forms, in the thread that calls it: a form is read from the network
    /// and all records are checked for it.
    fn answer_form(&self, mut request: PendingRequest) {
        let site = EditContext {
            root: self.options.root,
            cache: &self.cache,
            as_of: self.current_as_of(),
        };
        let _ = catch_unwind(AssertUnwindSafe(|| {
            let response = match request.read() {
                Ok(form) => self.editor.handle_request(form, site),
                Err(status) => Response::bare_status(status),
            };
            request.respond(response);
        }));
    }

    /// Reports errors at the terminal, and gives them as an overlay.
    fn report_errors(&self, diagnostics: &[Diagnostic], files: &SourceMap) -> ErrorOverlay {
        let errors = diagnostics.iter().filter(|d| d.is_error());
        let errors: Vec<Diagnostic> = errors.cloned().collect();
        (self.reporter)(&ServeEvent::Diagnostics(&errors, files));
        ErrorOverlay::new(&errors, files, self.messages)
    }

    /// Today goes on while the site is served.
    fn current_as_of(&self) -> AsOf {
        match self.options.as_of {
            AsOf::Now(start) => {
                let served = i64::try_from(self.started.elapsed().as_secs()).unwrap_or_default();
                AsOf::Now(start.saturating_add(served))
            }
            chosen @ AsOf::Chosen(_) => chosen,
        }
    }
}
