//! Pages in Markdown: one address, one file a language.

use crate::diag::Span;
use crate::records::{Key, Lang, PageFile};
use crate::register::Register;

/// A page in Markdown, in all its languages.
#[derive(Debug)]
pub struct MarkdownPage<'r> {
    /// Its key; the address is /KEY/.
    pub key: &'r Key,
    /// Its versions, with their languages; at least one.
    pub versions: Vec<(Lang, &'r PageFile)>,
}

impl<'r> MarkdownPage<'r> {
    /// The version in `wanted`, else in the main language, else any; with its language.
    pub fn version_in(&self, wanted: Lang, main: Lang) -> (Lang, &'r PageFile) {
        let find = |lang: Lang| self.versions.iter().find(|(l, _)| *l == lang);
        *find(wanted)
            .or_else(|| find(main))
            .unwrap_or(&self.versions[0])
    }

    /// Where its first file stands.
    pub fn first_span(&self) -> Span {
        self.versions[0].1.key.span
    }
}

/// All of them, in the order in which they are listed.
pub(super) fn collect_markdown_pages<'r>(register: &Register<'r>) -> Vec<MarkdownPage<'r>> {
    let main = register.main_language();
    let mut found: Vec<MarkdownPage<'r>> = Vec::new();
    for page in register.pages() {
        let version = (page.lang.unwrap_or(main), page);
        match found.iter_mut().find(|p| *p.key == page.key.value) {
            Some(prose) => prose.versions.push(version),
            None => found.push(MarkdownPage {
                key: &page.key,
                versions: vec![version],
            }),
        }
    }
    found.sort_by_key(|p| {
        (
            p.version_in(main, main)
                .1
                .front_matter
                .order
                .unwrap_or(u32::MAX),
            p.key,
        )
    });
    found
}
