//! Hostile and odd words in every field of every record: what the rules refuse is refused at the field; what they accept is
//! published as words and nothing else. What only a browser can tell of the same sites is tried in tests/web/inject.mjs.

mod filling;
mod formats;
mod published;
mod records;
mod refused;
mod strings;
mod terminal;
mod workbooks;

use crate::common::program::{Run, command, finish, noon};
use crate::common::{Tree, tree, write_tree};
use filling::Filling;
use std::path::Path;
use std::sync::LazyLock;
use tempfile::TempDir;

const AS_OF: &str = "2022-06-30";
/// What is left out of a site that is about other things; preview cards and the search index have a test of their own.
const WITHOUT_CARDS_AND_SEARCH: &str = r#"{"cards": false, "search": false}"#;

/// Writes the records of a site.
fn write_records(root: &Path, files: &Tree) {
    write_tree(&root.join("content"), files);
}

/// Runs the program in English on a day.
fn run(root: &Path, args: &[&str], day: &str) -> Run {
    let args = [&["--lang", "en"], args].concat();
    finish(command(root, &args).env("SOURCE_DATE_EPOCH", noon(day)))
}

/// The records with a choice of outputs in site.yaml.
fn with_outputs(mut files: Tree, outputs: &str) -> Tree {
    let site = String::from_utf8(files["site.yaml"].clone()).unwrap();
    let site = site.replacen('{', &format!("{{\"outputs\": {outputs},"), 1);
    files.insert("site.yaml".into(), site.into_bytes());
    files
}

/// How many stops with everything such a site has: enough for a list of commitments that can be sorted.
const TURNS: usize = 3;

/// A site in whose fields all the words stand in turn, with its history.
static HOSTILE: LazyLock<TempDir> = LazyLock::new(|| built(&Filling::all(), TURNS));

fn built(filling: &Filling, turns: usize) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (release, day, shift) in [("a", "2022-05-10", 23), ("b", "2022-06-10", 0)] {
        let files = filling.records(turns, release, |turn, at| at + turn * 17 + shift);
        write_records(
            folder.path(),
            &with_outputs(files, WITHOUT_CARDS_AND_SEARCH),
        );
        run(folder.path(), &["release"], day).expect(0, &[]);
    }
    run(folder.path(), &["build"], AS_OF).expect(0, &[]);
    folder
}

/// The pages of a site, with their addresses.
fn pages(site: &TempDir) -> impl Iterator<Item = (String, String)> {
    let files = tree(&site.path().join("public"))
        .into_iter()
        .filter(|(path, _)| path.ends_with(".html"));
    files.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()))
}
