//! What stands at an address: only what the plan, the theme and the outputs know. Pages are rendered and files made when they
//! are asked for, by the same code as in a build.

use super::lock;
use crate::diag::{Diagnostic, Files};
use crate::outputs::{self, OutputContext};
use crate::plan::{Page, PageNumber, Plan};
use crate::records::Lang;
use crate::source;
use crate::theme::Theme;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;

/// A state of the site.
pub(super) struct Shown<'a> {
    root: &'a Path,
    plan: &'a Plan<'a>,
    theme: &'a Theme,
    /// For messages.
    pub(super) files: &'a Files,
    /// Files that were made so far; some come together.
    made: Mutex<BTreeMap<String, Vec<u8>>>,
}

/// What was found.
pub(super) enum Found {
    /// With the reference of the record that it shows, if it is the page of one.
    Page(Vec<u8>, Option<String>),
    /// The page that stands where there is none.
    NoPage(Vec<u8>),
    File(Vec<u8>),
    /// It is at another address.
    Elsewhere(String),
}

impl<'a> Shown<'a> {
    pub(super) fn new(root: &'a Path, plan: &'a Plan<'a>, theme: &'a Theme, files: &'a Files) -> Self {
        Self { root, plan, theme, files, made: Mutex::default() }
    }

    /// What stands at a path, which has no leading slash. A site that is made for a folder of its host is found there, too.
    pub(super) fn find(&self, path: &str) -> Result<Found, Vec<Diagnostic>> {
        let below = self.plan.register().site().base_url.path().trim_start_matches('/');
        match self.below(path)? {
            Some(found) => return Ok(found),
            None if below.is_empty() => {}
            None => {
                if let Some(found) = path.strip_prefix(below).map(|path| self.below(path)).transpose()?.flatten() {
                    return Ok(found);
                }
            }
        }
        Ok(Found::NoPage(self.page(Page::NotFound, self.plan.register().main_language())?))
    }

    fn below(&self, path: &str) -> Result<Option<Found>, Vec<Diagnostic>> {
        let address = path.strip_suffix("index.html").filter(|a| a.is_empty() || a.ends_with('/')).unwrap_or(path);
        if let Some((page, lang)) = self.plan.resolve_path(address) {
            let is_record = matches!(page, Page::Stop(_, PageNumber::FIRST) | Page::Entry(_));
            let reference = is_record.then(|| self.plan.address(page).trim_end_matches('/').to_owned());
            return Ok(Some(Found::Page(self.page(page, lang)?, reference)));
        }
        if self.plan.resolve_path(&format!("{path}/")).is_some() {
            return Ok(Some(Found::Elsewhere(format!("/{path}/"))));
        }
        Ok(self.file(path)?.map(Found::File))
    }

    fn page(&self, page: Page, lang: Lang) -> Result<Vec<u8>, Vec<Diagnostic>> {
        self.theme.render(&self.plan.view(page, lang), lang, self.files).map_err(|fault| vec![fault])
    }

    fn file(&self, path: &str) -> Result<Option<Vec<u8>>, Vec<Diagnostic>> {
        if let Some((_, bytes)) = self.theme.assets().find(|(name, _)| name == path) {
            return Ok(Some(bytes.to_vec()));
        }
        if let Some(bytes) = lock(&self.made).get(path) {
            return Ok(Some(bytes.clone()));
        }
        let put = |path: &str, bytes: &[u8]| {
            lock(&self.made).insert(path.to_owned(), bytes.to_vec());
            Ok(())
        };
        let outside = OutputContext {
            reuse: &|_, _| false,
            only: Some(path),
            previous: &|_| None,
            photo: &|name| source::read_photo(self.root, name),
            write: &put,
        };
        outputs::write_all(self.plan, self.theme, outside)?;
        Ok(lock(&self.made).get(path).cloned())
    }
}
