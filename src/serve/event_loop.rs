//! Where requests and changes arrive, one after the other.

use super::http::{Answer, Asked};
use super::overlay::{self, Trouble};
use super::site_state::{Found, Shown};
use super::watch::{self, Watch};
use crate::diag::{Diagnostic, Files};
use crate::editing::form;
use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

/// For so long nothing more must change: who saves a file writes it in pieces, and often saves several.
const QUIET: Duration = Duration::from_millis(4);
/// After so long what there is is taken.
const LONGEST: Duration = Duration::from_millis(100);
/// The most pages that wait for the next state; beyond it, the first ones are told to ask again.
const MOST_WAITING: usize = 64;

/// What arrives.
pub(super) enum Event {
    /// A browser wants something.
    Asked(Asked),
    /// Files changed; by their paths below the site's folder.
    Changed(Vec<PathBuf>),
}

/// What passes from state to state.
pub(super) struct Desk {
    inbox: Receiver<Event>,
    /// What arrived while changes were waited for.
    left: VecDeque<Event>,
    watch: Watch,
    /// The number of the state, faulty ones counted.
    number: usize,
    trouble: Option<Trouble>,
    /// What the way to a form is called.
    edit: String,
    /// Open pages that want to know when there is another state.
    waiting: VecDeque<Asked>,
}

impl Desk {
    pub(super) fn new(inbox: Receiver<Event>, watch: Watch, edit: String) -> Self {
        Self { inbox, left: VecDeque::new(), watch, number: 0, trouble: None, edit, waiting: VecDeque::new() }
    }

    /// The next thing to do; changes that come together are one. None if nothing can arrive any more.
    pub(super) fn next(&mut self) -> Option<Event> {
        let event = match self.left.pop_front() {
            Some(event) => event,
            None => self.inbox.recv().ok()?,
        };
        let Event::Changed(mut paths) = event else { return Some(event) };
        let began = Instant::now();
        while began.elapsed() < LONGEST
            && let Ok(event) = self.inbox.recv_timeout(QUIET)
        {
            match event {
                Event::Changed(more) => paths.extend(more),
                asked @ Event::Asked(_) => self.left.push_back(asked),
            }
        }
        paths.sort_unstable();
        paths.dedup();
        if paths.iter().any(|path| watch::FOLDERS.iter().any(|folder| path.as_os_str() == *folder)) {
            self.watch.again();
        }
        Some(Event::Changed(paths))
    }

    /// Another state stands, or it has become clear that the next one is wrong; open pages are told.
    pub(super) fn turn(&mut self, trouble: Option<Trouble>) {
        self.number += 1;
        self.trouble = trouble;
        let state = self.state();
        self.waiting.drain(..).for_each(|asked| asked.answer(Answer::text(200, &state)));
    }

    /// The name of the state; another program that was started at the same port has others.
    fn state(&self) -> String {
        format!("{}-{}", std::process::id(), self.number)
    }

    /// Answers a request from a state. `tell` says at the terminal what is wrong with a page.
    pub(super) fn answer(
        &mut self,
        asked: Asked,
        site: Option<&Shown<'_>>,
        tell: &dyn Fn(&[Diagnostic], &Files) -> Trouble,
    ) {
        let state = self.state();
        if let Some(own) = asked.path.strip_prefix(overlay::OWN) {
            match overlay::own(own) {
                Some((path, bytes)) => asked.answer(Answer::file(path, bytes.into())),
                None if own == overlay::STATE && asked.query == state => self.wait(asked),
                None if own == overlay::STATE => asked.answer(Answer::text(200, &state)),
                None => asked.answer(Answer::text(404, "404")),
            }
            return;
        }
        let trouble = self.trouble.as_ref();
        let Some(site) = site else {
            let trouble = trouble.map(|trouble| trouble.alone(&state)).unwrap_or_default();
            return asked.answer(Answer::alone(trouble));
        };
        let dressed = |html: &[u8], reference: Option<String>| {
            let edit = reference.map_or_else(|| form::ROOT.to_owned(), |r| format!("{}ubah/?alamat={r}", form::ROOT));
            overlay::dressed(html, &state, (&edit, &self.edit), trouble)
        };
        let answer = match site.find(&asked.path) {
            Ok(Found::Page(html, reference)) => Answer::page(200, dressed(&html, reference)),
            Ok(Found::NoPage(html)) => Answer::page(404, dressed(&html, None)),
            Ok(Found::File(bytes)) => Answer::file(&asked.path, bytes),
            Ok(Found::Elsewhere(address)) => Answer::elsewhere(&address),
            Err(faults) => Answer::alone(tell(&faults, site.files).alone(&state)),
        };
        asked.answer(answer);
    }

    fn wait(&mut self, asked: Asked) {
        self.waiting.push_back(asked);
        while self.waiting.len() > MOST_WAITING {
            if let Some(first) = self.waiting.pop_front() {
                first.answer(Answer::text(200, &self.state()));
            }
        }
    }
}
