//! The site while it is being written: made in memory by the same steps as a build, shown on this computer alone, made again
//! whenever a file changes.
//!
//! Each state of the site is a thread that owns everything it was made from: records, register, plan, theme. It answers what
//! browsers ask. When a file changes it has the next state made, and either hands over to it and ends, or, if something is
//! wrong with it, goes on and shows what is wrong over its own pages. Only what is saved in a form is written.

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
use crate::register::Register;
use crate::sync::lock;
use crate::{BuildStats, Report, load_theme, plan, source};
use event::ServerEvent;
use event_loop::EventLoop;
use site_state::SiteState;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{Mutex, mpsc};
use std::thread::{self, Scope};
use std::time::{Duration, Instant};

/// What is to be shown.
#[derive(Clone, Copy, Debug)]
pub struct ServeOptions<'a> {
    /// The folder that holds content/.
    pub root: &'a Path,
    /// The day for which the site is made; today goes on while it is shown.
    pub as_of: AsOf,
    /// Do records that are held back take part?
    pub include_drafts: bool,
    /// The port; 0 for any that is free.
    pub port: u16,
}

/// What a person is told at the terminal.
#[derive(Debug)]
pub enum ServeEvent<'a> {
    /// The site can be asked for at this port.
    Listening(u16),
    /// A state of the site is ready.
    Built(&'a BuildStats, Duration),
    /// Something is wrong; what stood before is shown.
    Diagnostics(&'a [Diagnostic], &'a SourceMap),
}

/// Who is told.
pub type Reporter<'a> = dyn Fn(&ServeEvent<'_>) + Sync + 'a;

/// Shows the site until the process is ended.
///
/// # Errors
/// If there is no site, its folder cannot be watched, or the port cannot be used.
pub fn run_server(
    order: &ServeOptions<'_>,
    words: &Messages,
    tell: &Reporter<'_>,
) -> Result<(), Diagnostic> {
    let (sender, inbox) = mpsc::channel();
    let watch = watch::SiteWatcher::start(order.root, sender.clone())?;
    let (server, port) = listener::bind_port(order.port)?;
    tell(&ServeEvent::Listening(port));
    // Who comes first has to be made, too.
    let _ = sender.send(ServerEvent::FilesChanged(Vec::new()));
    let house = DevServer {
        editor: Editor::new(words)?,
        options: order,
        messages: words,
        reporter: tell,
        started: Instant::now(),
        cache: Mutex::default(),
        event_loop: Mutex::new(EventLoop::new(
            inbox,
            watch,
            words.message("form-edit", &[]),
        )),
    };
    thread::scope(|scope| {
        scope.spawn(|| listener::accept_loop(&server, port, &sender));
        house.serve_state(scope, None);
    });
    Ok(())
}

/// What outlives every state.
struct DevServer<'a> {
    options: &'a ServeOptions<'a>,
    messages: &'a Messages,
    reporter: &'a Reporter<'a>,
    started: Instant,
    cache: Mutex<source::ContentCache>,
    editor: Editor<'a>,
    /// Whoever holds it answers.
    event_loop: Mutex<EventLoop>,
}

/// Ready, or what is wrong.
type BuildResult = Result<(), Report>;

impl DevServer<'_> {
    /// Makes a state; if it is right, says so and stands for it.
    fn build_state<'s>(&'s self, scope: &'s Scope<'s, '_>, verdict: &mpsc::Sender<BuildResult>) {
        let began = Instant::now();
        let ServeOptions {
            root,
            include_drafts: drafts,
            ..
        } = *self.options;
        let loaded = lock(&self.cache).load(root);
        let outcome = crate::check_loaded(loaded, self.current_as_of(), |checked, files| {
            let register = Register::as_of(checked, drafts);
            let plan = plan::build_plan(&register)?;
            let theme = load_theme(root, &plan, files)?;
            let pages = plan.pages().len() * plan.languages().count();
            let figures = BuildStats {
                pages,
                ..crate::stats(&register)
            };
            (self.reporter)(&ServeEvent::Built(&figures, began.elapsed()));
            let _ = verdict.send(Ok(()));
            self.serve_state(scope, Some(&SiteState::new(root, &plan, &theme, files)));
            Ok(figures)
        });
        if outcome.stats.is_none() {
            let _ = verdict.send(Err(outcome));
        }
    }

    /// Answers with a state, or with what is wrong while there never was one, until the next one is ready.
    fn serve_state<'s>(&'s self, scope: &'s Scope<'s, '_>, site: Option<&SiteState<'_>>) {
        let mut desk = lock(&self.event_loop);
        desk.advance(None);
        while let Some(event) = desk.next_event() {
            match event {
                // Records can be written whether or not there is a site.
                ServerEvent::Request(mut request) if routes::is_form_path(&request.path) => {
                    scope.spawn(move || {
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
                    });
                }
                ServerEvent::Request(asked) => {
                    // Who asks for what breaks this program gets no answer; all others go on.
                    let told =
                        |faults: &[Diagnostic], files: &SourceMap| self.report(faults, files);
                    let _ =
                        catch_unwind(AssertUnwindSafe(|| desk.answer_request(asked, site, &told)));
                }
                ServerEvent::FilesChanged(paths) => {
                    let mut memory = lock(&self.cache);
                    for path in &paths {
                        memory.invalidate(path);
                    }
                    drop(memory);
                    let (verdict, said) = mpsc::channel();
                    scope.spawn(move || self.build_state(scope, &verdict));
                    match said.recv() {
                        Ok(Ok(())) => return,
                        Ok(Err(Report {
                            files, diagnostics, ..
                        })) => {
                            desk.advance(Some(self.report(&diagnostics, &files)));
                        }
                        // It broke; the person has been told.
                        Err(_) => {}
                    }
                }
            }
        }
    }

    /// Says at the terminal what is wrong; gives it as it is shown in the page.
    fn report(&self, faults: &[Diagnostic], files: &SourceMap) -> overlay::ErrorOverlay {
        let errors: Vec<Diagnostic> = faults.iter().filter(|d| d.is_error()).cloned().collect();
        (self.reporter)(&ServeEvent::Diagnostics(&errors, files));
        overlay::ErrorOverlay::new(&errors, files, self.messages)
    }

    /// The day goes on while the site is shown.
    fn current_as_of(&self) -> AsOf {
        match self.options.as_of {
            AsOf::Now(seconds) => AsOf::Now(seconds.saturating_add(
                i64::try_from(self.started.elapsed().as_secs()).unwrap_or_default(),
            )),
            chosen @ AsOf::Chosen(_) => chosen,
        }
    }
}
