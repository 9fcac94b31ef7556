//! The made-up site of the examples after a change, and the program run on it: what it prints, how it ends, and that the sources
//! and the old site stay as they were.

use crate::common::example::normalize_output;
use crate::common::program::Run;
use crate::common::site::Site;
use crate::common::{Tree, tree};
use std::fmt;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

/// The day of all runs, as in tests/examples.rs.
pub const TODAY: &str = "2026-11-24";

/// A stop that may be added to the site, and its file.
pub const STOP: &str = "number: 2\ndistrict: sukamaju\ndate: 2026-10-12\n";
pub const STOP_FILE: &str = "content/stops/002-contoh.yaml";

/// How `check` and `build` end on a site.
pub struct Outcome {
    /// The exit code of `check`.
    pub check: i32,
    /// That of `build`.
    pub build: i32,
    /// What `check` prints in Indonesian; what `build` prints as well if it ends otherwise.
    pub messages: String,
}

impl Outcome {
    /// Whether a rule or a text is in the messages.
    pub fn names(&self, text: &str) -> bool {
        self.messages.contains(text)
    }

    /// Checks the exit code of both commands, and that all of these texts are in the messages.
    #[track_caller]
    pub fn expect(&self, code: i32, texts: &[&str]) {
        assert_eq!((self.check, self.build), (code, code), "{self}");
        for text in texts {
            assert!(self.names(text), "no `{text}`: {self}");
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            check,
            build,
            messages,
        } = self;
        write!(f, "check {check}, build {build}\n\n{messages}")
    }
}

/// The made-up site of the examples with pages alone: what is made of every page takes time and is tested elsewhere.
pub fn site() -> Site {
    Site::examples().outputs(
        "citations: false, cards: false, search: false, data: false, feeds: false, twins: false",
    )
}

/// The same, built.
pub fn published_site() -> Site {
    static BUILT: LazyLock<(Site, Tree)> = LazyLock::new(|| {
        let site = site();
        site.run_on(TODAY, &["build"]).expect(0, &[]);
        let files = tree(site.root());
        (site, files)
    });
    let site = Site::empty();
    crate::common::write_tree(site.root(), &BUILT.1);
    site
}

/// Every file of a folder; `None` where there is no folder.
fn files_of(folder: &Path) -> Option<Tree> {
    folder.is_dir().then(|| tree(folder))
}

/// How `check` and `build` end after a change of the site. With an old site and without one, nothing but a clean build writes
/// anything, and nothing writes to content/.
#[track_caller]
pub fn outcome_after(change: impl Fn(&Path)) -> Outcome {
    let site = published_site();
    change(site.root());
    let sources = files_of(&site.path("content"));
    let check = site.run_on(TODAY, &["check"]);
    let build = build_or_change_nothing(&site, &["build"]);
    fs::remove_dir_all(site.path("public")).unwrap();
    let first = build_or_change_nothing(&site, &["build", "--lang", "en"]);
    assert_eq!(build.code, first.code, "{}{}", build.err, first.err);
    assert_eq!(files_of(&site.path("content")), sources, "content/ changed");
    let messages = if build.code == check.code {
        check.err
    } else {
        check.err + "\n" + &build.err
    };
    Outcome {
        check: check.code,
        build: build.code,
        messages: normalize_output(&messages),
    }
}

/// Builds; unless that is clean, everything is as before.
fn build_or_change_nothing(site: &Site, args: &[&str]) -> Run {
    let public = site.path("public");
    let old = files_of(&public);
    let build = site.run_on(TODAY, args);
    let new = files_of(&public);
    let is_right = match build.code {
        0 => new.is_some_and(|files| files.contains_key("index.html")),
        _ => new == old,
    };
    assert!(
        is_right,
        "exit code {}, and another site than that",
        build.code
    );
    for entry in fs::read_dir(site.root()).unwrap().map(Result::unwrap) {
        let name = entry.file_name().to_string_lossy().into_owned();
        let known = ["content", "public", ".public.jhur-made"];
        assert!(known.contains(&name.as_str()), "{name} is left behind");
    }
    build
}
