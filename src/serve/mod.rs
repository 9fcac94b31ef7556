//! The site while it is being written: made in memory by the same steps as a build, shown on this computer alone, made again
//! whenever a file changes.
//!
//! Each state of the site is a thread that owns everything it was made from: records, register, plan, theme. It answers what
//! browsers ask. When a file changes it has the next state made, and either hands over to it and ends, or, if something is
//! wrong with it, goes on and shows what is wrong over its own pages. Only what is saved in a form is written.

mod event_loop;
pub(crate) mod http;
mod overlay;
mod site_state;
mod watch;

use crate::checks::AsOf;
use crate::diag::messages::Words;
use crate::diag::{Diagnostic, Files};
use crate::editing::form::{Counter, Site};
use crate::register::Register;
use crate::{Figures, Outcome, load_theme, plan, source};
use event_loop::{Desk, Event};
use site_state::Shown;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError, mpsc};
use std::thread::{self, Scope};
use std::time::{Duration, Instant};

/// What is to be shown.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    /// The folder that holds content/.
    pub root: &'a Path,
    /// The day for which the site is made; today goes on while it is shown.
    pub when: AsOf,
    /// Do records that are held back take part?
    pub drafts: bool,
    /// The port; 0 for any that is free.
    pub port: u16,
}

/// What a person is told at the terminal.
#[derive(Debug)]
pub enum Told<'a> {
    /// The site can be asked for at this port.
    Open(u16),
    /// A state of the site is ready.
    Made(&'a Figures, Duration),
    /// Something is wrong; what stood before is shown.
    Faults(&'a [Diagnostic], &'a Files),
}

/// Who is told.
pub type Tell<'a> = dyn Fn(&Told<'_>) + Sync + 'a;

/// Shows the site until the process is ended.
///
/// # Errors
/// If there is no site, its folder cannot be watched, or the port cannot be used.
pub fn run(order: &Order<'_>, words: &Words, tell: &Tell<'_>) -> Result<(), Diagnostic> {
    let (sender, inbox) = mpsc::channel();
    let watch = watch::Watch::start(order.root, sender.clone())?;
    let (server, port) = http::open(order.port)?;
    tell(&Told::Open(port));
    // Who comes first has to be made, too.
    let _ = sender.send(Event::Changed(Vec::new()));
    let house = House {
        counter: Counter::open(words)?,
        order,
        words,
        tell,
        start: Instant::now(),
        memory: Mutex::default(),
        desk: Mutex::new(Desk::new(inbox, watch, words.say("form-edit", &[]))),
    };
    thread::scope(|scope| {
        scope.spawn(|| http::listen(&server, port, &sender));
        house.stand(scope, None);
    });
    Ok(())
}

/// What outlives every state.
struct House<'a> {
    order: &'a Order<'a>,
    words: &'a Words,
    tell: &'a Tell<'a>,
    start: Instant,
    memory: Mutex<source::ContentCache>,
    counter: Counter<'a>,
    /// Whoever holds it answers.
    desk: Mutex<Desk>,
}

/// Ready, or what is wrong.
type Verdict = Result<(), Outcome>;

impl House<'_> {
    /// Makes a state; if it is right, says so and stands for it.
    fn make<'s>(&'s self, scope: &'s Scope<'s, '_>, verdict: &mpsc::Sender<Verdict>) {
        let began = Instant::now();
        let Order { root, drafts, .. } = *self.order;
        let loaded = lock(&self.memory).load(root);
        let outcome = crate::judge(loaded, self.when(), |checked, files| {
            let register = Register::as_of(checked, drafts);
            let plan = plan::build_plan(&register)?;
            let theme = load_theme(root, &plan, files)?;
            let pages = plan.pages().len() * plan.languages().count();
            let figures = Figures { pages, ..crate::figures(&register) };
            (self.tell)(&Told::Made(&figures, began.elapsed()));
            let _ = verdict.send(Ok(()));
            self.stand(scope, Some(&Shown::new(root, &plan, &theme, files)));
            Ok(figures)
        });
        if outcome.figures.is_none() {
            let _ = verdict.send(Err(outcome));
        }
    }

    /// Answers with a state, or with what is wrong while there never was one, until the next one is ready.
    fn stand<'s>(&'s self, scope: &'s Scope<'s, '_>, site: Option<&Shown<'_>>) {
        let mut desk = lock(&self.desk);
        desk.turn(None);
        while let Some(event) = desk.next() {
            match event {
                // Records can be written whether or not there is a site.
                Event::Asked(asked) if crate::editing::form::is_at(&asked.path) => {
                    scope.spawn(move || {
                        let site = Site { root: self.order.root, memory: &self.memory, when: self.when() };
                        let _ = catch_unwind(AssertUnwindSafe(|| self.counter.answer(asked, site)));
                    });
                }
                Event::Asked(asked) => {
                    // Who asks for what breaks this program gets no answer; all others go on.
                    let told = |faults: &[Diagnostic], files: &Files| self.told(faults, files);
                    let _ = catch_unwind(AssertUnwindSafe(|| desk.answer(asked, site, &told)));
                }
                Event::Changed(paths) => {
                    let mut memory = lock(&self.memory);
                    for path in &paths {
                        memory.invalidate(path);
                    }
                    drop(memory);
                    let (verdict, said) = mpsc::channel();
                    scope.spawn(move || self.make(scope, &verdict));
                    match said.recv() {
                        Ok(Ok(())) => return,
                        Ok(Err(Outcome { files, diagnostics, .. })) => {
                            desk.turn(Some(self.told(&diagnostics, &files)));
                        }
                        // It broke; the person has been told.
                        Err(_) => {}
                    }
                }
            }
        }
    }

    /// Says at the terminal what is wrong; gives it as it is shown in the page.
    fn told(&self, faults: &[Diagnostic], files: &Files) -> overlay::Trouble {
        let errors: Vec<Diagnostic> = faults.iter().filter(|d| d.is_error()).cloned().collect();
        (self.tell)(&Told::Faults(&errors, files));
        overlay::Trouble::new(&errors, files, self.words)
    }

    /// The day goes on while the site is shown.
    fn when(&self) -> AsOf {
        match self.order.when {
            AsOf::Now(seconds) => {
                AsOf::Now(seconds.saturating_add(i64::try_from(self.start.elapsed().as_secs()).unwrap_or_default()))
            }
            chosen @ AsOf::Chosen(_) => chosen,
        }
    }
}

/// Whoever broke while holding it left nothing half done.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
