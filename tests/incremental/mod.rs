//! Incremental builds: after any edit the site is what a build from nothing makes of it, byte for byte, whatever an earlier build
//! left to be reused. Everything here is made up.

mod made_up;

use crate::common::chance::Chance;
use crate::common::{Tree, tree};
use made_up::Site;
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

/// So many edits, each followed by a build into the site that is there and one into an empty folder.
fn edit_and_compare(seed: u64, edits: usize) {
    let (root, program) = (TempDir::new().unwrap(), std::env::current_exe().unwrap());
    let mut chance = Chance::new(seed);
    let mut site = Site::new(&mut chance);
    let out = root.path().join("public");
    let (mut built, mut reused) = (0, 0);
    for n in 0..edits {
        let before = site.clone();
        site.edit(&mut chance);
        site.write(root.path());
        let fresh = root.path().join("fresh");
        let expected = site.build(root.path(), &fresh, None);
        let figures = site.build(root.path(), &out, Some(&program));
        assert_eq!(
            figures.map(|f| f.pages),
            expected.map(|f| f.pages),
            "seed {seed}, edit {n}"
        );
        // An edit may be one that is refused: a link to a stop that is gone.
        let Some(figures) = figures else {
            site = before;
            continue;
        };
        built += 1;
        reused += figures.unchanged;
        let (found, expected) = (tree(&out), tree(&fresh));
        let differing = expected
            .iter()
            .find(|(path, bytes)| found.get(*path) != Some(*bytes))
            .map(|(path, _)| path);
        assert_eq!(differing, None, "seed {seed}, edit {n}");
        assert_eq!(found.len(), expected.len(), "seed {seed}, edit {n}");
        fs::remove_dir_all(&fresh).unwrap();
    }
    assert!(
        built > edits * 9 / 10,
        "seed {seed}: only {built} of {edits} edits gave a site"
    );
    assert!(
        reused > built * 10,
        "seed {seed}: only {reused} files were reused"
    );
}

#[test]
fn after_250_random_edits() {
    edit_and_compare(0x5EED_0001, 250);
}

#[test]
fn after_250_others() {
    edit_and_compare(0x5EED_0002, 250);
}

/// A site that was built once.
struct Built {
    root: TempDir,
    program: PathBuf,
    site: Site,
    out: PathBuf,
    before: Tree,
}

impl Built {
    fn new(seed: u64) -> Self {
        let (root, program) = (TempDir::new().unwrap(), std::env::current_exe().unwrap());
        let site = Site::new(&mut Chance::new(seed));
        site.write(root.path());
        let out = root.path().join("public");
        site.build(root.path(), &out, Some(&program)).unwrap();
        let before = tree(&out);
        Self {
            root,
            program,
            site,
            out,
            before,
        }
    }
}

#[test]
fn what_somebody_touched_is_made_again() {
    let Built {
        root,
        program,
        site,
        out,
        before,
    } = Built::new(7);
    for path in ["1/index.html", "1/umpan.xml"] {
        let file = out.join(path);
        let (text, time) = (
            fs::read_to_string(&file).unwrap(),
            fs::metadata(&file).unwrap().modified().unwrap(),
        );
        // As long as before, and with the time of before.
        fs::write(&file, text.replacen("Situs", "SITUS", 1)).unwrap();
        fs::File::options()
            .append(true)
            .open(&file)
            .unwrap()
            .set_modified(time)
            .unwrap();
        assert_ne!(tree(&out), before);
        let figures = site.build(root.path(), &out, Some(&program)).unwrap();
        assert_eq!(figures.written, 1, "{path}");
        assert_eq!(tree(&out), before);
    }
}

#[test]
fn a_manifest_that_somebody_changed_is_made_again() {
    let Built {
        root,
        program,
        site,
        out,
        before,
    } = Built::new(9);
    let manifest = out.join("manifest.json");
    let text = fs::read_to_string(&manifest).unwrap();
    let (start, page) = text.split_once("\"1/index.html\": \"").unwrap();
    fs::write(
        &manifest,
        format!(
            "{start}\"1/index.html\": \"{}{}",
            "0".repeat(64),
            &page[64..]
        ),
    )
    .unwrap();
    site.build(root.path(), &out, Some(&program)).unwrap();
    assert_eq!(tree(&out), before);
}

#[test]
fn nothing_is_reused_from_another_program() {
    let (root, program) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let program = program.path().join("program");
    let site = Site::new(&mut Chance::new(8));
    site.write(root.path());
    let (out, note) = (
        root.path().join("public"),
        root.path().join(".public.jhur-made"),
    );
    let mut notes = ["one", "other"].map(|text| {
        fs::write(&program, text).unwrap();
        site.build(root.path(), &out, Some(&program)).unwrap();
        fs::read(&note).unwrap()
    });
    assert_ne!(notes[0], notes[1]);
    // A note that is cut or no note at all is none.
    notes[1].truncate(40);
    fs::write(&note, &notes[1]).unwrap();
    assert_eq!(
        site.build(root.path(), &out, Some(&program))
            .unwrap()
            .written,
        0
    );
}
