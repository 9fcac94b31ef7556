//! A made-up site to which something was done, and the program run on it: what it says, how it ends, and that sources
//! and old site stay as they were.

use crate::common::laid::{base, copy, plain};
use crate::common::{program, tree};
use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;
use tempfile::TempDir;

/// Noon of 2026-11-24 in Jember, as in tests/examples.rs.
const NOON: &str = "1795496400";

/// What no message may ever say: of panics, of Rust, of gaps in a text.
const NEVER: &[&str] = &[
    "di dalam jhur sendiri",
    "panicked",
    "RUST_BACKTRACE",
    "{$",
    "Err(",
    "Os {",
    "os error",
    "`none`",
];

/// How a run ended.
pub struct Run {
    pub code: i32,
    pub err: String,
}

/// The program, to be run in a folder as of 2026-11-24.
pub fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = program::command(folder, args);
    command.env("SOURCE_DATE_EPOCH", NOON);
    command
}

/// Runs the program in a folder.
pub fn jhur(folder: &Path, args: &[&str]) -> Run {
    ended(command(folder, args), args)
}

/// Runs a command to its end.
pub fn ended(mut command: Command, args: &[&str]) -> Run {
    let output = command.output().unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    let code = output
        .status
        .code()
        .unwrap_or_else(|| panic!("{args:?} was killed: {err}"));
    for word in NEVER {
        assert!(!err.contains(word), "{args:?} says `{word}`: {err}");
    }
    Run { code, err }
}

/// What the program says of a site, and how it ends.
pub struct Said {
    /// The exit code of `check`.
    pub check: i32,
    /// That of `build`.
    pub build: i32,
    /// What `check` says in Indonesian; what `build` says if it ends otherwise.
    pub words: String,
}

impl Said {
    /// Is a rule named, or a word?
    pub fn names(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// Holds that both commands ended like this, and said all of these words.
    #[track_caller]
    pub fn expect(&self, code: i32, words: &[&str]) {
        assert_eq!((self.check, self.build), (code, code), "{self}");
        for word in words {
            assert!(self.names(word), "it does not say `{word}`: {self}");
        }
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "check {}, build {}\n\n{}",
            self.check, self.build, self.words
        )
    }
}

/// The made-up site of the examples, without what is made of every page, which takes time and is tested elsewhere.
fn few_outputs() -> TempDir {
    let folder = base();
    let site = folder.path().join("content/site.yaml");
    let few = "outputs: {citations: false, cards: false, search: false, data: false, feeds: false, twins: false}\n";
    fs::write(&site, fs::read_to_string(&site).unwrap() + few).unwrap();
    folder
}

/// The base with its site, built once.
static PUBLISHED: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = few_outputs();
    let built = jhur(folder.path(), &["build"]);
    assert_eq!(built.code, 0, "{}", built.err);
    folder
});

/// The made-up site, with or without pages.
pub fn site(is_published: bool) -> TempDir {
    if !is_published {
        return few_outputs();
    }
    let folder = TempDir::new().unwrap();
    copy(PUBLISHED.path(), folder.path());
    folder
}

/// Every file of a folder; none where there is no folder.
type Tree = Option<BTreeMap<String, Vec<u8>>>;

fn read(folder: &Path) -> Tree {
    folder.is_dir().then(|| tree(folder))
}

/// What is said of the made-up site after a change. With an old site and without one, nothing but a clean build writes
/// anything, and nothing writes to content/.
pub fn after(change: impl Fn(&Path)) -> Said {
    let site = site(true);
    let root = site.path();
    change(root);
    let sources = read(&root.join("content"));
    let check = jhur(root, &["check"]);
    let build = built(root, &["build"]);
    fs::remove_dir_all(root.join("public")).unwrap();
    let anew = built(root, &["build", "--lang", "en"]);
    assert_eq!(build.code, anew.code, "{}{}", build.err, anew.err);
    assert_eq!(
        read(&root.join("content")),
        sources,
        "the sources were changed"
    );
    let words = if build.code == check.code {
        check.err
    } else {
        check.err + "\n" + &build.err
    };
    Said {
        check: check.code,
        build: build.code,
        words: plain(&words),
    }
}

/// Builds; unless that is clean, nothing is other than before.
fn built(root: &Path, args: &[&str]) -> Run {
    let old = read(&root.join("public"));
    let build = jhur(root, args);
    let new = read(&root.join("public"));
    match build.code {
        0 => assert!(
            new.is_some_and(|site| site.contains_key("index.html")),
            "no site: {}",
            build.err
        ),
        _ => assert!(
            new == old,
            "exit code {}, and the old site is not as it was",
            build.code
        ),
    }
    for entry in fs::read_dir(root).unwrap().map(Result::unwrap) {
        let name = entry.file_name().to_string_lossy().into_owned();
        assert!(
            ["content", "public", ".public.jhur-made"].contains(&name.as_str()),
            "{name} is left behind"
        );
    }
    build
}
