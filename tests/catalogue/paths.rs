//! E: paths, names, file systems.

use super::coverage::{Group, run};
use super::outcome::{STOP, STOP_FILE, TODAY, outcome_after, site};
use crate::common::program::finish;
use crate::common::site::{Site, build_options};
use crate::common::write_file;
use std::fs;
use std::path::Path;

pub const GROUP: Group = Group {
    letter: 'e',
    source: include_str!("paths.rs"),
    shown: SHOWN,
    elsewhere: ELSEWHERE,
};

const SHOWN: &[(&str, &[&str])] = &[
    (
        "E1",
        &[
            "examples/J207",
            "faults/J207-dots",
            "faults/J207-slash",
            "faults/J207-backslash",
            "faults/J207-drive",
            "faults/J207-percent",
        ],
    ),
    ("E2", &["faults/J207-device", "faults/J207-port"]),
    ("E3", &["faults/J207-trailing"]),
    ("E6", &["faults/J207-long"]),
];

const ELSEWHERE: &[(&str, &str, &str)] = &[
    ("E7", "examples.rs", "a_link"),
    // Followed without being asked: whoever made the link wants the site there, and the link stays.
    ("E8", "publish.rs", "a_link_to_a_folder_stays_a_link"),
    (
        "E9",
        "publish.rs",
        "the_sources_and_what_holds_them_are_no_targets",
    ),
    (
        "E9",
        "publish.rs",
        "folders_that_are_not_ours_are_refused_untouched",
    ),
    // Calls that open fail with EIO and EACCES in turn, calls that read with EIO; a placeholder of OneDrive is no more than that.
    ("E14", "sweeps/run", "trial"),
];

#[test]
fn the_cases_and_examples_of_paths() {
    run(&GROUP);
}

/// Addresses are made of keys alone, and two keys never differ in case; files that do would replace each other elsewhere.
#[cfg(target_os = "linux")]
#[test]
fn e4_names_that_are_one_on_other_systems() {
    for (one, other) in [
        ("stops/002-a.yaml", "stops/002-A.yaml"),
        ("media/caf\u{E9}.jpg", "media/Cafe\u{301}.jpg"),
    ] {
        let outcome = outcome_after(|root| {
            write_file(root, &format!("content/{one}"), STOP);
            write_file(root, &format!("content/{other}"), STOP);
        });
        outcome.expect(1, &["J127", one, other]);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn e5_a_name_as_macos_writes_it_is_the_same_name() {
    let site = site();
    let media = site.path("content/media");
    fs::rename(media.join("balai-desa.jpg"), media.join("cafe\u{301}.jpg")).unwrap();
    site.write(
        STOP_FILE,
        format!("{STOP}photos: [{{file: caf\u{E9}.jpg, alt: Balai desa.}}]\n"),
    );
    site.run_on(TODAY, &["build"]).expect(0, &[]);
    assert!(site.count("public/foto") > 0);
}

/// No path can be longer, since keys cannot: there is nothing to refuse.
#[test]
fn e6_the_longest_path_is_one_that_windows_takes() {
    let key = "a".repeat(jhur::records::MAX_KEY_LENGTH);
    let site = Site::examples().outputs("cards: false, search: false, data: false");
    let text = format!(
        "{}aspirations:\n  - id: {key}\n    title: Judul\n    text: Isi.\n    responses:\n      - office: dinas-pu\n        \
         answer: [promised]\n        text: Akan.\n        commitments: [{{id: {key}, text: Menggali, due: 2027}}]\n",
        STOP.replace("number: 2", "number: 999999")
    );
    site.write(STOP_FILE, text);
    for args in [&["release"][..], &["build"]] {
        site.run_on(TODAY, args).expect(0, &[]);
    }
    let longest = site
        .published()
        .into_keys()
        .max_by_key(String::len)
        .unwrap();
    assert!(longest.len() > 80 && longest.len() < 200, "{longest}");
}

#[cfg(unix)]
#[test]
fn e7_links_are_never_followed() {
    use std::os::unix::fs::symlink;
    for (to, at) in [
        ("/etc", "stops/etc"),
        (".", "stops/loop"),
        ("b.yaml", "stops/b.yaml"),
        ("/etc/passwd", "media/x.jpg"),
    ] {
        outcome_after(|root| symlink(to, root.join("content").join(at)).unwrap())
            .expect(1, &["J123", at]);
    }
    let site = site();
    let theme = site.path("themes/pendopo/templates");
    fs::create_dir_all(&theme).unwrap();
    symlink("/etc/passwd", theme.join("404.html")).unwrap();
    let file = "themes/pendopo/templates/404.html";
    site.run_on(TODAY, &["build"]).expect(1, &["J123", file]);
    assert!(!site.exists("public"));
}

#[cfg(unix)]
#[test]
fn e8_a_link_that_leads_nowhere_ends_the_build() {
    let site = site();
    std::os::unix::fs::symlink("public", site.path("public")).unwrap();
    site.run_on(TODAY, &["build"]).expect(2, &["J90", "public"]);
}

#[test]
fn e9_a_folder_of_others_is_no_output_folder() {
    let site = site();
    let home = tempfile::tempdir().unwrap();
    write_file(home.path(), "laporan.docx", "penting");
    let home = home.path().to_str().unwrap();
    let texts = ["J903", "situs lama tidak diubah"];
    for out in [
        ".",
        "..",
        "/",
        "content",
        "content/stops",
        "public/../content",
        "tidak-ada/../content/baru",
        "themes",
        home,
    ] {
        site.run_on(TODAY, &["build", "--out", out])
            .expect(2, &texts);
    }
    assert!(Path::new(home).join("laporan.docx").exists() && !site.exists("public"));
}

/// Skipped with a warning, but not where a record is looked for: a lost record is a promise that is not published.
#[cfg(unix)]
#[test]
fn e10_what_is_no_file_is_not_waited_for() {
    let pipe = |path: &Path| {
        assert!(
            std::process::Command::new("mkfifo")
                .arg(path)
                .status()
                .unwrap()
                .success()
        );
    };
    for at in [
        "stops/002-contoh.yaml",
        "log.jsonl",
        "bodies.jsonl",
        "districts.geojson",
        "pages/cara.md",
    ] {
        outcome_after(|root| pipe(&root.join("content").join(at)))
            .expect(1, &["J101", at, "bukan berkas biasa"]);
    }
    outcome_after(|root| fs::create_dir(root.join(STOP_FILE)).unwrap())
        .expect(1, &["J101", "bukan berkas biasa"]);
    outcome_after(|root| pipe(&root.join("content/media/x.jpg")))
        .expect(0, &["J121", "media/x.jpg"]);
    let socket = |root: &Path| {
        drop(std::os::unix::net::UnixListener::bind(root.join("content/stops/soket")).unwrap());
    };
    outcome_after(socket).expect(0, &["J121", "stops/soket"]);
}

/// Root may read everything, so that another user has to try.
#[cfg(unix)]
#[test]
fn e11_a_file_that_may_not_be_read_is_named() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    use std::os::unix::process::CommandExt as _;
    let site = site();
    let is_root = fs::metadata(site.root()).unwrap().uid() == 0;
    site.write(STOP_FILE, STOP);
    site.write("content/stops/2027/003.yaml", STOP);
    for (path, mode) in [
        ("", 0o755),
        (STOP_FILE, 0o000),
        ("content/stops/2027", 0o000),
    ] {
        fs::set_permissions(site.path(path), fs::Permissions::from_mode(mode)).unwrap();
    }
    let program = site.path("jhur");
    fs::copy(env!("CARGO_BIN_EXE_jhur"), &program).unwrap();
    let mut command = std::process::Command::new(program);
    command.arg("check").current_dir(site.root());
    if is_root {
        command.uid(65534).gid(65534);
    }
    let run = finish(&mut command);
    fs::set_permissions(
        site.path("content/stops/2027"),
        fs::Permissions::from_mode(0o755),
    )
    .unwrap();
    let folder = "berkas content/stops/2027 tidak dapat dibaca";
    run.expect(1, &["J101", STOP_FILE, folder]);
}

/// Records are read once, so that a site is of one state of each; photographs are read again when they are made smaller.
#[test]
fn e12_a_photograph_that_changes_during_the_build_ends_it() {
    let site = site();
    site.write(
        STOP_FILE,
        format!("{STOP}photos: [{{file: balai-desa.jpg, alt: Balai desa.}}]\n"),
    );
    let photo = site.path("content/media/balai-desa.jpg");
    let public = site.path("public");
    let options = build_options(site.root(), &public, TODAY);
    let outcome = jhur::build(&options, &|done, all| {
        if done == all {
            fs::write(&photo, "lain").unwrap();
        }
    });
    let found = outcome
        .diagnostics
        .iter()
        .find(|d| d.code == jhur::diag::Code::CannotRead)
        .unwrap();
    assert!(
        found.args.contains(&("reason", "changed".to_owned())),
        "{found:?}"
    );
    assert!(outcome.stats.is_none() && !site.exists("public"));
}

#[cfg(target_os = "linux")]
#[test]
fn e13_a_name_that_is_no_text_is_shown_without_loss() {
    use std::os::unix::ffi::OsStrExt as _;
    for (name, shown) in [
        (
            &b"stops/002-caf\xE9.yaml"[..],
            r"content/stops/002-caf\xe9.yaml",
        ),
        (b"media/\xFF.jpg", r"content/media/\xff.jpg"),
    ] {
        let outcome = outcome_after(|root| {
            fs::write(
                root.join("content").join(std::ffi::OsStr::from_bytes(name)),
                STOP,
            )
            .unwrap();
        });
        outcome.expect(1, &["J101", shown]);
    }
}

#[test]
fn e15_signs_in_the_name_of_a_folder_are_fine() {
    let site = site();
    let name = "a & b's (1) #x %20";
    fs::create_dir(site.path(name)).unwrap();
    fs::rename(site.path("content"), site.path(name).join("content")).unwrap();
    site.run_on(TODAY, &["--root", name, "build"])
        .expect(0, &[]);
    assert!(site.path(name).join("public/index.html").is_file());
}
