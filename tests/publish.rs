//! Publishing: all or nothing, nothing of others lost, nothing written twice.

use crate::common::site::Site;
use jhur::diag::Code;
use jhur::publish::{Publication, PublicationReport};
use jhur::records::Fingerprint;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use walkdir::WalkDir;

/// A site's folder with content/, which is published into `public`.
struct Target {
    site: Site,
}

impl Target {
    fn new() -> Self {
        let site = Site::empty();
        fs::create_dir(site.path("content")).unwrap();
        Self { site }
    }

    fn root(&self) -> &Path {
        self.site.root()
    }

    fn out(&self) -> PathBuf {
        self.root().join("public")
    }

    fn open(&self) -> Result<Publication, Code> {
        Publication::open(&self.out(), self.root(), None).map_err(|d| d.code)
    }

    fn publish(&self, files: &[(&str, &str)]) -> Result<PublicationReport, Code> {
        let publication = self.open()?;
        for (path, text) in files {
            publication
                .write(path, text.as_bytes())
                .map_err(|d| d.code)?;
        }
        publication.finish(day(), None).map_err(|d| d.code)
    }

    /// Everything in the published folder but the manifest.
    fn files(&self) -> BTreeMap<String, String> {
        let mut files = BTreeMap::new();
        for (path, bytes) in self.site.published() {
            files.insert(path, String::from_utf8(bytes).unwrap());
        }
        files.remove("manifest.json");
        files
    }

    /// What lies beside the published folder.
    fn leftovers(&self) -> Vec<String> {
        let mut names = Vec::new();
        for entry in fs::read_dir(self.root()).unwrap() {
            names.push(entry.unwrap().file_name().to_string_lossy().into_owned());
        }
        names.retain(|name| name != "content" && name != "public");
        names
    }
}

fn day() -> jhur::records::Day {
    jhur::records::Day::parse("2022-10-04").unwrap()
}

const OLD: [(&str, &str); 3] = [
    ("index.html", "satu"),
    ("6/index.html", "dua"),
    ("6/a/index.html", "tiga"),
];

fn has_exactly(site: &Target, files: &[(&str, &str)]) -> bool {
    let wanted: BTreeMap<String, String> = files
        .iter()
        .map(|(p, t)| ((*p).to_owned(), (*t).to_owned()))
        .collect();
    site.files() == wanted
}

#[test]
fn a_first_site_and_its_manifest() {
    let site = Target::new();
    let report = site.publish(&OLD).unwrap();
    assert_eq!(
        report,
        PublicationReport {
            written: 3,
            unchanged: 0,
            removed: 0
        }
    );
    assert!(has_exactly(&site, &OLD) && site.leftovers().is_empty());
    let manifest: serde_json::Value =
        serde_json::from_slice(&fs::read(site.out().join("manifest.json")).unwrap()).unwrap();
    assert_eq!(manifest["generator"], "jhur");
    assert_eq!(manifest["files"]["index.html"], sha("satu"));
}

/// sha256 by the system's own program, so that the manifest is held against something else than our code.
fn sha(text: &str) -> String {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("x");
    fs::write(&file, text).unwrap();
    let output = std::process::Command::new("sha256sum")
        .arg(&file)
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()[..64].to_owned()
}

#[test]
fn the_same_again_touches_nothing() {
    let site = Target::new();
    site.publish(&OLD).unwrap();
    let times = || -> Vec<_> {
        let all = WalkDir::new(site.out())
            .sort_by_file_name()
            .into_iter()
            .map(Result::unwrap);
        all.map(|e| {
            (
                e.path().to_owned(),
                e.metadata().unwrap().modified().unwrap(),
            )
        })
        .collect()
    };
    let before = times();
    assert_eq!(
        site.publish(&OLD).unwrap(),
        PublicationReport {
            written: 0,
            unchanged: 3,
            removed: 0
        }
    );
    assert_eq!(before, times());
    assert!(site.leftovers().is_empty());
}

#[test]
fn only_what_changed_is_written_and_what_is_gone_is_removed() {
    let site = Target::new();
    site.publish(&OLD).unwrap();
    let kept = fs::metadata(site.out().join("6/index.html"))
        .unwrap()
        .modified()
        .unwrap();
    let new = [
        ("index.html", "satu baru"),
        ("6/index.html", "dua"),
        ("7/index.html", "empat"),
    ];
    assert_eq!(
        site.publish(&new).unwrap(),
        PublicationReport {
            written: 2,
            unchanged: 1,
            removed: 1
        }
    );
    assert!(has_exactly(&site, &new) && site.leftovers().is_empty());
    assert_eq!(
        kept,
        fs::metadata(site.out().join("6/index.html"))
            .unwrap()
            .modified()
            .unwrap()
    );
    assert!(!site.out().join("6/a").exists(), "no empty folder stays");
}

#[test]
fn files_of_others_stay() {
    let site = Target::new();
    site.publish(&OLD).unwrap();
    fs::write(site.out().join("CNAME"), "jhur.example").unwrap();
    fs::create_dir_all(site.out().join(".well-known")).unwrap();
    fs::write(site.out().join(".well-known/security.txt"), "x").unwrap();
    fs::create_dir_all(site.out().join(".git/refs/heads")).unwrap();
    site.publish(&[("index.html", "lain")]).unwrap();
    assert!(
        site.out().join(".git/refs/heads").is_dir(),
        "without it a Git repository is none"
    );
    assert!(has_exactly(
        &site,
        &[
            ("index.html", "lain"),
            ("CNAME", "jhur.example"),
            (".well-known/security.txt", "x")
        ]
    ));
}

#[test]
fn a_page_never_takes_the_place_of_a_file_of_others() {
    for (foreign, page) in [
        ("7/index.html", "7/index.html"),
        ("7", "7/index.html"),
        ("8.html/x", "8.html"),
    ] {
        let site = Target::new();
        site.publish(&OLD).unwrap();
        let path = site.out().join(foreign);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, "milik orang lain").unwrap();
        let before = site.files();
        assert_eq!(
            site.publish(&[("index.html", "baru"), (page, "x")]),
            Err(Code::ForeignFile),
            "{foreign}"
        );
        assert_eq!(site.files(), before, "{foreign}");
        assert!(site.leftovers().is_empty(), "{foreign}");
    }
}

#[test]
fn a_page_edited_by_hand_is_put_right() {
    let site = Target::new();
    site.publish(&OLD).unwrap();
    fs::write(site.out().join("6/index.html"), "diubah diam-diam").unwrap();
    assert_eq!(
        site.publish(&OLD).unwrap(),
        PublicationReport {
            written: 1,
            unchanged: 2,
            removed: 0
        }
    );
    assert!(has_exactly(&site, &OLD));
}

/// Publishes `index.html` with a build cache; gives whether it was reused.
fn publish_cached(site: &Target, from: &str, text: &str) -> bool {
    let program = std::env::current_exe().unwrap();
    let publication = Publication::open(&site.out(), site.root(), Some(&program)).unwrap();
    let is_reused = publication.reuse("index.html", Fingerprint::of_bytes(from));
    if !is_reused {
        publication.write("index.html", text.as_bytes()).unwrap();
    }
    publication.finish(day(), None).unwrap();
    is_reused
}

#[cfg(unix)]
#[test]
fn only_the_caches_own_bytes_are_reused() {
    let site = Target::new();
    assert!(!publish_cached(&site, "a", "satu"));
    assert!(publish_cached(&site, "a", "satu"));
    assert!(
        !publish_cached(&site, "b", "dua"),
        "made from something else"
    );
    // Other bytes, and a manifest that says that they are right.
    let index = site.out().join("index.html");
    let manifest = site.out().join("manifest.json");
    let swap = |text: &str| {
        let right = fs::read_to_string(&manifest).unwrap();
        fs::write(&index, text).unwrap();
        fs::write(&manifest, right.replace(&sha("dua"), &sha(text))).unwrap();
    };
    swap("lain");
    assert!(!publish_cached(&site, "b", "dua"));
    assert!(has_exactly(&site, &[("index.html", "dua")]));
    assert!(publish_cached(&site, "b", "dua"));
    // A link to the same bytes, which may be others tomorrow.
    let elsewhere = site.root().join("content/elsewhere");
    fs::rename(&index, &elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, &index).unwrap();
    assert!(!publish_cached(&site, "b", "dua"));
    assert!(index.symlink_metadata().unwrap().is_file());
    // Without the cache nothing is believed.
    fs::remove_file(site.root().join(".public.jhur-made")).unwrap();
    assert!(!publish_cached(&site, "b", "dua"));
}

#[test]
fn a_manifest_with_more_in_it_is_written_again() {
    let site = Target::new();
    site.publish(&OLD).unwrap();
    let manifest = site.out().join("manifest.json");
    let right = fs::read_to_string(&manifest).unwrap();
    let more = right.replacen('{', "{\n  \"catatan\": \"dari orang lain\",", 1);
    fs::write(&manifest, more).unwrap();
    site.publish(&OLD).unwrap();
    assert_eq!(fs::read_to_string(&manifest).unwrap(), right);
}

#[test]
fn a_page_deleted_by_hand_comes_back() {
    let site = Target::new();
    site.publish(&OLD).unwrap();
    fs::remove_file(site.out().join("6/index.html")).unwrap();
    assert_eq!(
        site.publish(&OLD).unwrap(),
        PublicationReport {
            written: 1,
            unchanged: 2,
            removed: 0
        }
    );
    assert!(has_exactly(&site, &OLD));
}

#[test]
fn folders_that_are_not_ours_are_refused_untouched() {
    let site = Target::new();
    fs::create_dir_all(site.out()).unwrap();
    assert!(site.open().is_ok(), "an empty folder may be taken");
    fs::write(site.out().join("laporan.docx"), "penting").unwrap();
    assert_eq!(site.publish(&OLD), Err(Code::NotOutputFolder));
    fs::write(
        site.out().join("manifest.json"),
        "{\"name\": \"orang lain\"}",
    )
    .unwrap();
    assert_eq!(site.publish(&OLD), Err(Code::NotOutputFolder));
    assert!(site.leftovers().is_empty() && site.files()["laporan.docx"] == "penting");
}

#[test]
fn the_sources_and_what_holds_them_are_no_targets() {
    let site = Target::new();
    let root = site.root();
    for out in [
        root.to_owned(),
        root.join("content"),
        root.join("content/x"),
        root.join("themes"),
        root.join(".."),
        "/".into(),
    ] {
        let refused = Publication::open(&out, root, None)
            .map(|_| ())
            .map_err(|d| d.code);
        assert_eq!(refused, Err(Code::NotOutputFolder), "{}", out.display());
    }
}

#[test]
fn a_file_in_the_way_is_named() {
    let site = Target::new();
    fs::write(site.out(), "berkas").unwrap();
    assert_eq!(site.publish(&OLD), Err(Code::PathObstructed));
    let below = Publication::open(&site.out().join("x"), site.root(), None)
        .map(|_| ())
        .map_err(|d| (d.code, d.args));
    let (code, args) = below.unwrap_err();
    assert_eq!(code, Code::CannotWrite);
    assert!(
        args.contains(&("reason", "in-the-way".to_owned())),
        "{args:?}"
    );
}

#[test]
fn a_second_run_at_the_same_time_is_refused_at_once() {
    let site = Target::new();
    let first = site.open().unwrap();
    assert_eq!(site.open().map(|_| ()), Err(Code::PathInUse));
    drop(first);
    assert!(site.open().is_ok());
    assert!(site.leftovers().is_empty());
}

#[test]
fn an_unfinished_run_leaves_the_old_site_and_nothing_else() {
    let site = Target::new();
    site.publish(&OLD).unwrap();
    let publication = site.open().unwrap();
    publication.write("index.html", b"setengah").unwrap();
    assert!(!site.leftovers().is_empty(), "it was being put together");
    drop(publication);
    assert!(has_exactly(&site, &OLD) && site.leftovers().is_empty());
}

#[test]
fn what_a_killed_run_left_is_cleared_away_or_brought_back() {
    let site = Target::new();
    site.publish(&OLD).unwrap();
    fs::create_dir_all(site.root().join(".public.jhur-new/6")).unwrap();
    fs::write(
        site.root().join(".public.jhur-new/6/index.html"),
        "setengah",
    )
    .unwrap();
    fs::write(site.root().join(".public.jhur-lock"), "").unwrap();
    site.publish(&OLD).unwrap();
    assert!(has_exactly(&site, &OLD) && site.leftovers().is_empty());
    // Killed between two renames: the old site waits under another name.
    fs::rename(site.out(), site.root().join(".public.jhur-old")).unwrap();
    drop(site.open().unwrap());
    assert!(has_exactly(&site, &OLD) && site.leftovers().is_empty());
}

#[test]
fn paths_that_leave_the_folder_and_paths_put_twice_are_refused() {
    let site = Target::new();
    let publication = site.open().unwrap();
    for path in [
        "../x",
        "/etc/x",
        "a/../../x",
        "a\\b",
        "",
        ".",
        "manifest.json",
    ] {
        assert!(publication.write(path, b"x").is_err(), "{path}");
    }
    publication.write("a/index.html", b"x").unwrap();
    assert_eq!(
        publication.write("a/index.html", b"y").map_err(|d| d.code),
        Err(Code::DuplicateAddress)
    );
}

#[test]
fn from_many_threads() {
    let site = Target::new();
    let publication = site.open().unwrap();
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let publication = &publication;
            scope.spawn(move || {
                for n in 0..50 {
                    publication
                        .write(
                            &format!("{thread}/{n}/index.html"),
                            format!("{thread} {n}").as_bytes(),
                        )
                        .unwrap();
                }
            });
        }
    });
    assert_eq!(publication.finish(day(), None).unwrap().written, 400);
    assert_eq!(site.files()["7/49/index.html"], "7 49");
}

#[cfg(unix)]
#[test]
fn a_link_to_a_folder_stays_a_link() {
    let site = Target::new();
    let real = site.root().join("www");
    fs::create_dir_all(&real).unwrap();
    std::os::unix::fs::symlink(&real, site.out()).unwrap();
    site.publish(&OLD).unwrap();
    assert!(site.out().symlink_metadata().unwrap().is_symlink());
    assert_eq!(fs::read_to_string(real.join("index.html")).unwrap(), "satu");
}

#[cfg(unix)]
#[test]
fn the_folder_keeps_its_mode() {
    use std::os::unix::fs::PermissionsExt;
    let site = Target::new();
    site.publish(&OLD).unwrap();
    fs::set_permissions(site.out(), fs::Permissions::from_mode(0o711)).unwrap();
    site.publish(&[("index.html", "lain")]).unwrap();
    assert_eq!(
        fs::metadata(site.out()).unwrap().permissions().mode() & 0o777,
        0o711
    );
}
