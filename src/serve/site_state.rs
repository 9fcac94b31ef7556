//! One state of the site that the development server shows: finds what is published at a path.
//! Pages are rendered and files made when they are requested, by the same code as in a build;
//! nothing is looked up on the disk.

use crate::diag::{Diagnostic, SourceMap};
use crate::outputs::{self, OutputContext};
use crate::plan::{Page, PageNumber, Plan};
use crate::records::Lang;
use crate::source;
use crate::sync::lock;
use crate::theme::Theme;
use crate::view;
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
    /// Files that were made so far: some outputs make several at once.
    generated: Mutex<BTreeMap<String, Vec<u8>>>,
}

/// What is published at a path.
pub(super) enum Resource {
    /// A page, with the reference of its record if it is the page of one.
    Page(Vec<u8>, Option<String>),
    /// The page "not found".
    NotFoundPage(Vec<u8>),
    File(Vec<u8>),
    /// A page of this address has a trailing slash.
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

    /// What is published at a path, which has no leading slash. A site whose base URL is a folder
    /// of its host is found below that folder, too.
    pub(super) fn find_resource(&self, path: &str) -> Result<Resource, Vec<Diagnostic>> {
        if let Some(found) = self.resource_at(path)? {
            return Ok(found);
        }
        let register = self.plan.register();
        let folder = register.site().base_url.path().trim_start_matches('/');
        if !folder.is_empty()
            && let Some(path) = path.strip_prefix(folder)
            && let Some(found) = self.resource_at(path)?
        {
            return Ok(found);
        }
        let page = self.render_page(Page::NotFound, register.main_language())?;
        Ok(Resource::NotFoundPage(page))
    }

    fn resource_at(&self, path: &str) -> Result<Option<Resource>, Vec<Diagnostic>> {
        let address = path
            .strip_suffix("index.html")
            .filter(|a| a.is_empty() || a.ends_with('/'))
            .unwrap_or(path);
        if let Some((page, lang)) = self.plan.resolve_path(address) {
            let is_record = matches!(page, Page::Stop(_, PageNumber::FIRST) | Page::Entry(_));
            // The edit link of other pages leads to the list of all records.
            let reference =
                is_record.then(|| self.plan.address(page).trim_end_matches('/').to_owned());
            let html = self.render_page(page, lang)?;
            return Ok(Some(Resource::Page(html, reference)));
        }
        if self.plan.resolve_path(&format!("{path}/")).is_some() {
            return Ok(Some(Resource::Redirect(format!("/{path}/"))));
        }
        Ok(self.output_file(path)?.map(Resource::File))
    }

    fn render_page(&self, page: Page, lang: Lang) -> Result<Vec<u8>, Vec<Diagnostic>> {
        self.theme
            .render_page(&view::page(self.plan, page, lang), lang, self.files)
            .map_err(|diagnostic| vec![diagnostic])
    }

    fn output_file(&self, path: &str) -> Result<Option<Vec<u8>>, Vec<Diagnostic>> {
        if let Some((_, bytes)) = self.theme.script_assets().find(|(name, _)| name == path) {
            return Ok(Some(bytes.to_vec()));
        }
        if let Some(bytes) = lock(&self.generated).get(path) {
            return Ok(Some(bytes.clone()));
        }
        let context = OutputContext {
            reuse: &|_, _| false,
            only: Some(path),
            photo: &|name| source::read_photo(self.root, name),
            write: &|path, bytes| {
                lock(&self.generated).insert(path.to_owned(), bytes.to_vec());
                Ok(())
            },
        };
        outputs::write_all(self.plan, self.theme, context)?;
        Ok(lock(&self.generated).get(path).cloned())
    }
}
