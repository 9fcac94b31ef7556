//! A made-up site in a folder of this process. Its files are replaced, then it goes through the whole pipeline; what it would
//! publish stays in memory.

use crate::{check_html, render_all};
use jhur::checks::{self, AsOf};
use jhur::diag::{Diagnostic, SourceMap};
use jhur::outputs::{self, OutputContext};
use jhur::plan::{self, Page, Plan};
use jhur::records::Day;
use jhur::register::Register;
use jhur::source::{ContentCache, LoadedContent};
use jhur::theme::{self, Theme};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// What would be published, by path.
pub type Published = BTreeMap<String, Vec<u8>>;

/// The site.
pub struct Site {
    root: PathBuf,
    cache: ContentCache,
    /// The theme with its files, for as long as the same addresses have no page.
    theme: Option<(BTreeSet<String>, Theme, SourceMap)>,
}

impl Site {
    /// A copy of tests/sites/riwayat, without what is costly and made of letters alone: cards, search, tables.
    pub fn new() -> Self {
        let root = std::env::temp_dir().join(format!("jhur-fuzz-{}", std::process::id()));
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/sites/riwayat/content");
        copy(&from, &root.join("content"));
        let site = Self { root, cache: ContentCache::default(), theme: None };
        let head = std::fs::read_to_string(from.join("site.yaml")).expect("site.yaml");
        std::fs::write(
            site.root.join("content/site.yaml"),
            head + "outputs: {cards: false, search: false, data: false}\n",
        )
        .expect("a file");
        site
    }

    /// Replaces a file of the site, such as `content/stops/002-dua.yaml`.
    pub fn write(&mut self, path: &str, text: impl AsRef<[u8]>) {
        let file = self.root.join(path);
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        std::fs::write(file, text).expect("a file");
        self.cache.invalidate(Path::new(path));
    }

    /// Builds it; none if something is wrong, which was said. Only the pages that are `wanted` are made, and with `all` what is no page.
    pub fn build(&mut self, wanted: impl Fn(&str) -> bool, all: bool) -> Option<Published> {
        let LoadedContent { records, files, diagnostics } = self.cache.load(&self.root).expect("a folder");
        let day = Day::parse("2023-06-30").expect("a day");
        let checked = match checks::check_records(records, diagnostics, AsOf::Chosen(day)) {
            Ok(checked) => checked,
            Err(errors) => return refuse(&errors, &files),
        };
        let register = Register::as_of(&checked, false);
        let plan = match plan::build_plan(&register) {
            Ok(plan) => plan,
            Err(errors) => return refuse(&errors, &files),
        };
        let cached = self.theme.as_ref().is_some_and(|(absent, ..)| absent == plan.unpublished_targets());
        if !cached {
            let mut texts = SourceMap::default();
            let theme = Theme::new(theme::DEFAULT_THEME, Vec::new(), &plan, &mut texts).expect("the default theme");
            self.theme = Some((plan.unpublished_targets().clone(), theme, texts));
        }
        let (_, theme, texts) = self.theme.as_ref()?;
        let mut published = pages(&plan, theme, texts, wanted);
        if all {
            published.extend(others(&plan, theme));
        }
        for change in register.pending_revisions() {
            assert!(change.revision.is_intact(), "a release makes a line that does not hold: {}", change.revision.record);
        }
        render_all(&checked.into_warnings(), &files);
        Some(published)
    }
}

impl Default for Site {
    fn default() -> Self {
        Self::new()
    }
}

/// Renders what is wrong; nothing is published.
fn refuse(errors: &[Diagnostic], files: &SourceMap) -> Option<Published> {
    assert!(!errors.is_empty());
    render_all(errors, files);
    None
}

fn pages(plan: &Plan<'_>, theme: &Theme, files: &SourceMap, wanted: impl Fn(&str) -> bool) -> Published {
    let chosen: Vec<(&str, Page)> = plan.pages().filter(|(address, _)| wanted(address)).collect();
    let mut made = Published::new();
    for lang in plan.languages() {
        for (_, page) in &chosen {
            let html = theme.render_page(&jhur::view::page(plan, *page, lang), lang, files).expect("a page");
            check_html(std::str::from_utf8(&html).expect("UTF-8"));
            made.insert(plan.output_path(*page, lang), html);
        }
    }
    made
}

/// What is no page.
fn others(plan: &Plan<'_>, theme: &Theme) -> Published {
    let made = Mutex::new(Published::new());
    let context = OutputContext {
        only: None,
        previous: &|_| None,
        photo: &|_| Ok(Vec::new()),
        reuse: &|_, _| false,
        write: &|path, bytes| {
            made.lock().expect("a list").insert(path.to_owned(), bytes.to_vec());
            Ok(())
        },
    };
    outputs::write_all(plan, theme, context).expect("outputs");
    let made = made.into_inner().expect("a list");
    for (path, bytes) in &made {
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        if path.ends_with(".json") {
            serde_json::from_slice::<serde_json::Value>(bytes).unwrap_or_else(|fault| panic!("{path}: {fault}"));
        }
        if path.ends_with(".xml") {
            let bad = text
                .chars()
                .find(|c| (c.is_control() && !matches!(c, '\n' | '\t' | '\r')) || matches!(c, '\u{FFFE}' | '\u{FFFF}'));
            assert_eq!(bad, None, "{path}");
        }
        if path.ends_with(".ics") {
            let lines = text.split_terminator("\r\n");
            assert!(lines.clone().all(|l| l.len() <= 75 && !l.contains(['\n', '\r'])), "{path}");
            assert!(
                lines.filter(|l| !l.starts_with([' ', '\t'])).all(|l| l.contains(':') || l.contains(';')),
                "{path}"
            );
        }
    }
    made
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to)
        } else {
            std::fs::copy(entry.path(), to).map(|_| ()).expect("a file")
        }
    }
}
