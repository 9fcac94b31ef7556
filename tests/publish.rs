//! Publishing: all or nothing, nothing of others lost, nothing written twice.

use jhur::diag::messages::{Language, Messages};
use jhur::diag::render::render_human;
use jhur::diag::{Code, SourceMap};
use jhur::publish::{
    FileEdit, Publication, PublicationReport, append_if_unchanged, append_text, apply_edits,
    create_file, remove_leftovers, replace_file, replace_if_unchanged,
};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use walkdir::WalkDir;

/// A site's folder with content/, and where its pages go.
struct Site {
    folder: TempDir,
}

impl Site {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        fs::create_dir_all(folder.path().join("content")).unwrap();
        Self { folder }
    }

    fn root(&self) -> &Path {
        self.folder.path()
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
    fn tree(&self) -> BTreeMap<String, String> {
        let files = WalkDir::new(self.out())
            .into_iter()
            .map(Result::unwrap)
            .filter(|e| e.file_type().is_file());
        let entry = |e: walkdir::DirEntry| {
            let path = e
                .path()
                .strip_prefix(self.out())
                .unwrap()
                .to_string_lossy()
                .into_owned();
            (path, fs::read_to_string(e.path()).unwrap())
        };
        files
            .map(entry)
            .filter(|(path, _)| path != "manifest.json")
            .collect()
    }

    /// What lies beside the published folder.
    fn beside(&self) -> Vec<String> {
        let names = fs::read_dir(self.root())
            .unwrap()
            .map(|e| e.unwrap().file_name().to_string_lossy().into_owned());
        let mut names: Vec<_> = names.filter(|n| n != "content" && n != "public").collect();
        names.sort();
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

fn same(site: &Site, files: &[(&str, &str)]) -> bool {
    let wanted: BTreeMap<String, String> = files
        .iter()
        .map(|(p, t)| ((*p).to_owned(), (*t).to_owned()))
        .collect();
    site.tree() == wanted
}

#[test]
fn a_first_site_and_its_manifest() {
    let site = Site::new();
    let report = site.publish(&OLD).unwrap();
    assert_eq!(
        report,
        PublicationReport {
            written: 3,
            unchanged: 0,
            removed: 0
        }
    );
    assert!(same(&site, &OLD) && site.beside().is_empty());
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
    let site = Site::new();
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
    assert!(site.beside().is_empty());
}

#[test]
fn only_what_changed_is_written_and_what_is_gone_is_removed() {
    let site = Site::new();
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
    assert!(same(&site, &new) && site.beside().is_empty());
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
    let site = Site::new();
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
    assert!(same(
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
        let site = Site::new();
        site.publish(&OLD).unwrap();
        let path = site.out().join(foreign);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, "milik orang lain").unwrap();
        let before = site.tree();
        assert_eq!(
            site.publish(&[("index.html", "baru"), (page, "x")]),
            Err(Code::ForeignFile),
            "{foreign}"
        );
        assert_eq!(site.tree(), before, "{foreign}");
        assert!(site.beside().is_empty(), "{foreign}");
    }
}

#[test]
fn a_page_edited_by_hand_is_put_right() {
    let site = Site::new();
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
    assert!(same(&site, &OLD));
}

#[test]
fn a_page_deleted_by_hand_comes_back() {
    let site = Site::new();
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
    assert!(same(&site, &OLD));
}

#[test]
fn folders_that_are_not_ours_are_refused_untouched() {
    let site = Site::new();
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
    assert!(site.beside().is_empty() && site.tree()["laporan.docx"] == "penting");
}

#[test]
fn the_sources_and_what_holds_them_are_no_targets() {
    let site = Site::new();
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
    let site = Site::new();
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
    let site = Site::new();
    let first = site.open().unwrap();
    assert_eq!(site.open().map(|_| ()), Err(Code::PathInUse));
    drop(first);
    assert!(site.open().is_ok());
    assert!(site.beside().is_empty());
}

#[test]
fn an_unfinished_run_leaves_the_old_site_and_nothing_else() {
    let site = Site::new();
    site.publish(&OLD).unwrap();
    let publication = site.open().unwrap();
    publication.write("index.html", b"setengah").unwrap();
    assert!(!site.beside().is_empty(), "it was being put together");
    drop(publication);
    assert!(same(&site, &OLD) && site.beside().is_empty());
}

#[test]
fn what_a_killed_run_left_is_cleared_away_or_brought_back() {
    let site = Site::new();
    site.publish(&OLD).unwrap();
    fs::create_dir_all(site.root().join(".public.jhur-new/6")).unwrap();
    fs::write(
        site.root().join(".public.jhur-new/6/index.html"),
        "setengah",
    )
    .unwrap();
    fs::write(site.root().join(".public.jhur-lock"), "").unwrap();
    site.publish(&OLD).unwrap();
    assert!(same(&site, &OLD) && site.beside().is_empty());
    // Killed between two renames: the old site waits under another name.
    fs::rename(site.out(), site.root().join(".public.jhur-old")).unwrap();
    drop(site.open().unwrap());
    assert!(same(&site, &OLD) && site.beside().is_empty());
}

#[test]
fn paths_that_leave_the_folder_and_paths_put_twice_are_refused() {
    let site = Site::new();
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
    let site = Site::new();
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
    assert_eq!(site.tree()["7/49/index.html"], "7 49");
}

#[cfg(unix)]
#[test]
fn a_link_to_a_folder_stays_a_link() {
    let site = Site::new();
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
    let site = Site::new();
    site.publish(&OLD).unwrap();
    fs::set_permissions(site.out(), fs::Permissions::from_mode(0o711)).unwrap();
    site.publish(&[("index.html", "lain")]).unwrap();
    assert_eq!(
        fs::metadata(site.out()).unwrap().permissions().mode() & 0o777,
        0o711
    );
}

#[test]
fn single_files() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("follow-ups/2022-10.yaml");
    create_file(&path, "- satu\n").unwrap();
    assert_eq!(
        create_file(&path, "- lain\n").map_err(|d| d.code),
        Err(Code::FileExists)
    );
    append_text(&path, "- dua\n").unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "- satu\n- dua\n");
    replace_file(&path, "- satu\r\n- dua").unwrap();
    append_text(&path, "- tiga\n").unwrap();
    assert_eq!(
        fs::read_to_string(&path).unwrap(),
        "- satu\r\n- dua\r\n- tiga\r\n"
    );
    append_text(&folder.path().join("baru.yaml"), "- satu\n").unwrap();
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        2,
        "no temporary file stays"
    );
    assert_eq!(
        fs::read_dir(folder.path().join("follow-ups"))
            .unwrap()
            .count(),
        1
    );
}

#[test]
fn nothing_is_added_to_a_file_that_is_not_what_was_read() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("revisions.jsonl");
    append_if_unchanged(&path, "", "satu\n").unwrap();
    assert_eq!(
        append_if_unchanged(&path, "", "satu\n").map_err(|d| d.code),
        Err(Code::PathInUse)
    );
    append_if_unchanged(&path, "satu\n", "dua\n").unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "satu\ndua\n");
}

#[test]
fn who_writes_meanwhile_is_not_written_over() {
    let folder = TempDir::new().unwrap();
    let (path, other) = (folder.path().join("a.yaml"), folder.path().join("b.yaml"));
    fs::write(&path, "\u{FEFF}satu\ndua\n").unwrap();
    let old = |read: &str| FileEdit {
        path: path.clone(),
        base_text: Some(read.to_owned()),
        new_text: "satu\nbaru\n".into(),
    };
    let new = FileEdit {
        path: other.clone(),
        base_text: None,
        new_text: "x".into(),
    };
    for read in ["lain", "satu\ndua"] {
        assert_eq!(
            apply_edits(&[new.clone(), old(read)]).map_err(|d| d.code),
            Err(Code::PathInUse)
        );
    }
    assert!(
        !other.exists(),
        "nothing is written if one file is not what was read"
    );
    apply_edits(&[new, old("satu\ndua\n")]).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "\u{FEFF}satu\nbaru\n");
    replace_if_unchanged(&path, "satu\nbaru\n", "satu\nbaru\ntiga\n").unwrap();
    assert_eq!(
        fs::read_to_string(&path).unwrap(),
        "\u{FEFF}satu\nbaru\ntiga\n"
    );
    // What was read of these bytes is `satu\ndua\n`; they could only be written as another encoding.
    let utf16 = "\u{FEFF}satu\ndua\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes);
    for other in [utf16.collect(), b"satu\rdua\r".to_vec()] {
        fs::write(&path, &other).unwrap();
        let refused = replace_if_unchanged(&path, "satu\ndua\n", "satu\n");
        assert_eq!(refused.map_err(|d| d.code), Err(Code::PathInUse));
        assert_eq!(fs::read(&path).unwrap(), other);
    }
}

#[test]
fn a_file_that_cannot_be_written_is_a_file_and_no_site() {
    let folder = TempDir::new().unwrap();
    let at = |name: &str| FileEdit {
        path: folder.path().join(name),
        base_text: None,
        new_text: "x".into(),
    };
    // Where the second's new text would be put together there is a folder.
    fs::create_dir(folder.path().join(".dua.yaml.jhur-new")).unwrap();
    let none = apply_edits(&[at("dua.yaml")]).unwrap_err();
    let some = apply_edits(&[at("satu.yaml"), at("dua.yaml")]).unwrap_err();
    assert_eq!(
        (none.code, some.code),
        (Code::CannotWrite, Code::CannotWrite)
    );
    assert!(folder.path().join("satu.yaml").exists() && !folder.path().join("dua.yaml").exists());
    for (language, says) in [
        (
            Language::Indonesian,
            ["Berkas itu tetap seperti semula", "1 berkas sudah ditulis"],
        ),
        (
            Language::English,
            ["That file is as it was", "1 file was written"],
        ),
    ] {
        for (fault, says) in [&none, &some].into_iter().zip(says) {
            let said = render_human(
                std::slice::from_ref(fault),
                &SourceMap::default(),
                &Messages::built_in(language),
                200,
            );
            assert!(
                said.contains(says) && !said.to_lowercase().contains("situs lama"),
                "{said}"
            );
        }
    }
}

#[test]
fn what_a_killed_run_left_beside_a_file_is_cleared_away() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("2022-10.yaml");
    for end in ["lock", "new"] {
        fs::write(
            folder.path().join(format!(".2022-10.yaml.jhur-{end}")),
            "setengah",
        )
        .unwrap();
    }
    append_text(&path, "- satu\n").unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "- satu\n");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    fs::write(folder.path().join(".2022-10.yaml.jhur-new"), "setengah").unwrap();
    remove_leftovers(&path);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[cfg(unix)]
#[test]
fn single_files_keep_mode_and_link() {
    use std::os::unix::fs::PermissionsExt;
    let folder = TempDir::new().unwrap();
    let (real, link) = (
        folder.path().join("asli.yaml"),
        folder.path().join("tautan.yaml"),
    );
    fs::write(&real, "a\n").unwrap();
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    std::os::unix::fs::symlink(&real, &link).unwrap();
    append_text(&link, "b\n").unwrap();
    assert!(link.symlink_metadata().unwrap().is_symlink());
    assert_eq!(fs::read_to_string(&real).unwrap(), "a\nb\n");
    assert_eq!(
        fs::metadata(&real).unwrap().permissions().mode() & 0o777,
        0o640
    );
}
