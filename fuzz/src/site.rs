//! A made-up site in a folder of this process. Its files are replaced, then it goes through the whole pipeline; what it would
//! publish stays in memory.

use crate::{hold, say};
use jhur::checks::{self, When};
use jhur::diag::{Diagnostic, Files};
use jhur::outputs::{self, Outside};
use jhur::records::Day;
use jhur::register::Register;
use jhur::plan::{self, Page, Plan};
use jhur::source::{Loaded, Memory};
use jhur::theme::{self, Theme};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// What would be published, by path.
pub type Published = BTreeMap<String, Vec<u8>>;

/// The site.
pub struct Site {
    root: PathBuf,
    memory: Memory,
    /// The theme with its files, for as long as the same addresses have no page.
    theme: Option<(BTreeSet<String>, Theme, Files)>,
}

impl Site {
    /// A copy of tests/sites/riwayat, without what is costly and made of letters alone: cards, search, tables.
    pub fn new() -> Self {
        let root = std::env::temp_dir().join(format!("jhur-fuzz-{}", std::process::id()));
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/sites/riwayat/content");
        copy(&from, &root.join("content"));
        let site = Self { root, memory: Memory::default(), theme: None };
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
        self.memory.doubt(Path::new(path));
    }

    /// Builds it; none if something is wrong, which was said. Only the pages that are `wanted` are made, and with `all` what is no page.
    pub fn build(&mut self, wanted: impl Fn(&str) -> bool, all: bool) -> Option<Published> {
        let Loaded { records, files, faults } = self.memory.load(&self.root).expect("a folder");
        let day = Day::parse("2023-06-30").expect("a day");
        let checked = match checks::run(records, faults, When::Chosen(day)) {
            Ok(checked) => checked,
            Err(faults) => return said(&faults, &files),
        };
        let register = Register::at(&checked, false);
        let plan = match plan::plan(&register) {
            Ok(plan) => plan,
            Err(faults) => return said(&faults, &files),
        };
        let cached = self.theme.as_ref().is_some_and(|(absent, ..)| absent == plan.absent());
        if !cached {
            let mut texts = Files::default();
            let theme = Theme::new(theme::DEFAULT, Vec::new(), &plan, &mut texts).expect("the default theme");
            self.theme = Some((plan.absent().clone(), theme, texts));
        }
        let (_, theme, texts) = self.theme.as_ref()?;
        let mut published = pages(&plan, theme, texts, wanted);
        if all {
            published.extend(others(&plan, theme));
        }
        for change in register.changes() {
            assert!(change.new.is_whole(), "a release makes a line that does not hold: {}", change.new.record);
        }
        say(&checked.into_warnings(), &files);
        Some(published)
    }
}

impl Default for Site {
    fn default() -> Self {
        Self::new()
    }
}

fn said(faults: &[Diagnostic], files: &Files) -> Option<Published> {
    assert!(!faults.is_empty());
    say(faults, files);
    None
}

fn pages(plan: &Plan<'_>, theme: &Theme, files: &Files, wanted: impl Fn(&str) -> bool) -> Published {
    let chosen: Vec<(&str, Page)> = plan.pages().filter(|(address, _)| wanted(address)).collect();
    let mut made = Published::new();
    for lang in plan.languages() {
        for (_, page) in &chosen {
            let html = theme.render(&plan.view(*page, lang), lang, files).expect("a page");
            hold(std::str::from_utf8(&html).expect("UTF-8"));
            made.insert(plan.file(*page, lang), html);
        }
    }
    made
}

/// What is no page.
fn others(plan: &Plan<'_>, theme: &Theme) -> Published {
    let made = Mutex::new(Published::new());
    let outside = Outside {
        wanted: None,
        published: &|_| None,
        photo: &|_| Ok(Vec::new()),
        kept: &|_, _| false,
        put: &|path, bytes| {
            made.lock().expect("a list").insert(path.to_owned(), bytes.to_vec());
            Ok(())
        },
    };
    outputs::make(plan, theme, outside).expect("outputs");
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
