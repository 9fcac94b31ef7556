//! Pages in Markdown, such as `tentang`: one address, one file per language. The plan groups the
//! files by key; `view` and `data` choose the version of a language.

use crate::diag::Span;
use crate::records::{Key, Lang, PageFile};
use crate::register::Register;

/// A page in Markdown, in all its languages.
#[derive(Debug)]
pub struct MarkdownPage<'r> {
    /// Its key; the address is /KEY/.
    pub key: &'r Key,
    /// Its versions with their languages; at least one.
    pub versions: Vec<(Lang, &'r PageFile)>,
}

impl<'r> MarkdownPage<'r> {
    /// The version in `wanted`, else in the `main` language, else any; with its language.
    pub fn version_in(&self, wanted: Lang, main: Lang) -> (Lang, &'r PageFile) {
        let find = |lang: Lang| self.versions.iter().find(|(l, _)| *l == lang);
        *find(wanted)
            .or_else(|| find(main))
            .unwrap_or(&self.versions[0])
    }

    /// The span of the key in its first file.
    pub fn first_span(&self) -> Span {
        self.versions[0].1.key.span
    }
}

/// All pages in Markdown, in the order in which they are listed: by `order`, then by key.
pub(super) fn collect_markdown_pages<'r>(register: &Register<'r>) -> Vec<MarkdownPage<'r>> {
    let main = register.main_language();
    let mut pages: Vec<MarkdownPage<'r>> = Vec::new();
    for file in register.pages() {
        let version = (file.lang.unwrap_or(main), file);
        match pages.iter_mut().find(|page| *page.key == file.key.value) {
            Some(page) => page.versions.push(version),
            None => pages.push(MarkdownPage {
                key: &file.key,
                versions: vec![version],
            }),
        }
    }
    pages.sort_by_key(|page| {
        // The order is that of the main language's file, so that menus agree in every language.
        let (_, file) = page.version_in(main, main);
        (file.front_matter.order.unwrap_or(u32::MAX), page.key)
    });
    pages
}
