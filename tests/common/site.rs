//! A site in a temporary folder: a test writes its files, runs the program on it, and reads what is published.

use super::program::{self, Run, finish};
use super::{Tree, repository, tree, write_file, write_tree};
use jhur::BuildOptions;
use jhur::checks::{AsOf, DayChoice, DayOrigin};
use jhur::records::Day;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// The site; its folder goes with it.
pub struct Site {
    folder: TempDir,
}

impl Site {
    /// A folder with nothing in it.
    pub fn empty() -> Self {
        Self {
            folder: TempDir::new().unwrap(),
        }
    }

    /// A new site as `jhur init` makes it.
    pub fn init() -> Self {
        let site = Self::empty();
        site.run(&["init", "."]).expect(0, &[]);
        site
    }

    /// A copy of a site: its records and, if it has any, its themes.
    pub fn copy_of(root: &Path) -> Self {
        let site = Self::empty();
        for folder in ["content", "themes"] {
            if root.join(folder).is_dir() {
                write_tree(&site.path(folder), &tree(&root.join(folder)));
            }
        }
        site
    }

    /// A copy of the small site over which the examples are laid.
    pub fn examples() -> Self {
        Self::copy_of(&repository("tests/examples/base"))
    }

    /// A copy of the made-up site with a past of a year and a half, tests/sites/riwayat.
    pub fn riwayat() -> Self {
        Self::copy_of(&repository("tests/sites/riwayat"))
    }

    /// Chooses what is published, such as `cards: false`: previews and the search take long, and have tests of their own.
    pub fn outputs(self, outputs: &str) -> Self {
        self.append("content/site.yaml", &format!("\noutputs: {{{outputs}}}\n"));
        self
    }

    /// The site's folder.
    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// A file or folder of the site.
    pub fn path(&self, file: &str) -> PathBuf {
        self.root().join(file)
    }

    /// A file's text.
    #[track_caller]
    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    /// A file's bytes.
    pub fn bytes(&self, file: &str) -> Vec<u8> {
        fs::read(self.path(file)).unwrap()
    }

    /// Writes a file.
    pub fn write(&self, file: &str, bytes: impl AsRef<[u8]>) {
        write_file(self.root(), file, bytes);
    }

    /// Writes a text behind what a file has.
    pub fn append(&self, file: &str, text: &str) {
        self.write(file, self.read(file) + text);
    }

    /// Replaces a text in a file where it first stands; it has to stand there.
    #[track_caller]
    pub fn replace(&self, file: &str, from: &str, into: &str) {
        let text = self.read(file);
        assert!(text.contains(from), "{file} no longer has {from}\n{text}");
        self.write(file, text.replacen(from, into, 1));
    }

    /// Removes a file.
    pub fn remove(&self, file: &str) {
        fs::remove_file(self.path(file)).unwrap();
    }

    /// Whether there is such a file or folder.
    pub fn exists(&self, file: &str) -> bool {
        self.path(file).exists()
    }

    /// How many entries a folder has.
    pub fn count(&self, folder: &str) -> usize {
        fs::read_dir(self.path(folder)).unwrap().count()
    }

    /// A command of the program, to be run in the site's folder.
    pub fn command(&self, args: &[&str]) -> Command {
        program::command(self.root(), args)
    }

    /// Runs the program in the site's folder.
    #[track_caller]
    pub fn run(&self, args: &[&str]) -> Run {
        finish(&mut self.command(args))
    }

    /// The same with environment variables.
    #[track_caller]
    pub fn run_env(&self, args: &[&str], env: &[(&str, &str)]) -> Run {
        finish(self.command(args).envs(env.iter().copied()))
    }

    /// The same at noon of a day.
    #[track_caller]
    pub fn run_on(&self, day: &str, args: &[&str]) -> Run {
        self.run_env(args, &[("SOURCE_DATE_EPOCH", &program::noon(day))])
    }

    /// Builds the site as of a day; gives what is published.
    #[track_caller]
    pub fn build(&self, as_of: &str) -> Tree {
        self.run(&["build", "--as-of", as_of]).expect(0, &[]);
        self.published()
    }

    /// The files of the published folder.
    pub fn published(&self) -> Tree {
        tree(&self.path("public"))
    }
}

/// A build as of a day in this process, as a plain `jhur build --as-of DAY --out OUT` is.
pub fn build_options<'p>(root: &'p Path, out: &'p Path, as_of: &str) -> BuildOptions<'p> {
    BuildOptions {
        root,
        out,
        as_of: AsOf::Chosen(Day::parse(as_of).unwrap()),
        day_choice: DayChoice {
            origin: DayOrigin::Argument,
            ..DayChoice::default()
        },
        drafts: false,
        signing: None,
        executable: None,
    }
}
