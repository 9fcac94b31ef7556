//! What stands at an address: only what the plan, the theme and the outputs know. Pages are rendered and files made when they
//! are asked for, by the same code as in a build.

use crate::diag::{Diagnostic, SourceMap};
use crate::outputs::{self, OutputContext};
use crate::plan::{Page, PageNumber, Plan};
use crate::records::Lang;
use crate::source;
use crate::sync::lock;
use crate::theme::Theme;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;

/// A state of the site.
pub(super) struct SiteState<'a> {
    root: &'a Path,
    plan: &'a Plan<'a>,
    theme: &'a Theme,
    /// For messages.
    pub(super) files: &'a SourceMap,
    /// Files that were made so far; some come together.
    generated: Mutex<BTreeMap<String, Vec<u8>>>,
}

/// What was found.
pub(super) enum Resource {
    /// With the reference of the record that it shows, if it is the page of one.
    Page(Vec<u8>, Option<String>),
    /// The page that stands where there is none.
    NotFoundPage(Vec<u8>),
    File(Vec<u8>),
    /// It is at another address.
    Redirect(String),
}

impl<'a> SiteState<'a> {
    pub(super) fn new(
        root: &'a Path,
        plan: &'a Plan<'a>,
        theme: &'a Theme,
        files: &'a SourceMap,
    ) -> Self {
        Self {
            root,
            plan,
            theme,
            files,
            generated: Mutex::default(),
        }
    }

    /// What stands at a path, which has no leading slash. A site that is made for a folder of its host is found there, too.
    pub(super) fn find_resource(&self, path: &str) -> Result<Resource, Vec<Diagnostic>> {
        let below = self
            .plan
            .register()
            .site()
            .base_url
            .path()
            .trim_start_matches('/');
        match self.resource_at(path)? {
            Some(found) => return Ok(found),
            None if below.is_empty() => {}
            None => {
                if let Some(found) = path
                    .strip_prefix(below)
                    .map(|path| self.resource_at(path))
                    .transpose()?
                    .flatten()
                {
                    return Ok(found);
                }
            }
        }
        Ok(Resource::NotFoundPage(self.render_page(
            Page::NotFound,
            self.plan.register().main_language(),
        )?))
    }

    fn resource_at(&self, path: &str) -> Result<Option<Resource>, Vec<Diagnostic>> {
        let address = path
            .strip_suffix("index.html")
            .filter(|a| a.is_empty() || a.ends_with('/'))
            .unwrap_or(path);
        if let Some((page, lang)) = self.plan.resolve_path(address) {
            let is_record = matches!(page, Page::Stop(_, PageNumber::FIRST) | Page::Entry(_));
            let reference =
                is_record.then(|| self.plan.address(page).trim_end_matches('/').to_owned());
            return Ok(Some(Resource::Page(
                self.render_page(page, lang)?,
                reference,
            )));
        }
        if self.plan.resolve_path(&format!("{path}/")).is_some() {
            return Ok(Some(Resource::Redirect(format!("/{path}/"))));
        }
        Ok(self.output_file(path)?.map(Resource::File))
    }

    fn render_page(&self, page: Page, lang: Lang) -> Result<Vec<u8>, Vec<Diagnostic>> {
        self.theme
            .render_page(&self.plan.page_view(page, lang), lang, self.files)
            .map_err(|fault| vec![fault])
    }

    fn output_file(&self, path: &str) -> Result<Option<Vec<u8>>, Vec<Diagnostic>> {
        if let Some((_, bytes)) = self.theme.script_assets().find(|(name, _)| name == path) {
            return Ok(Some(bytes.to_vec()));
        }
        if let Some(bytes) = lock(&self.generated).get(path) {
            return Ok(Some(bytes.clone()));
        }
        let put = |path: &str, bytes: &[u8]| {
            lock(&self.generated).insert(path.to_owned(), bytes.to_vec());
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
        Ok(lock(&self.generated).get(path).cloned())
    }
}
