//! E: paths, names, file systems.

use super::cases::{Letter, run};
use super::trial::{after, ended, jhur, site};
use crate::common::laid::{base, put};
use jhur::checks::AsOf;
use jhur::records::Day;
use std::fs;
use std::path::Path;

pub const LETTER: Letter = Letter {
    name: 'e',
    text: include_str!("e.rs"),
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
    ("E14", "sweeps/run", "sweeps"),
];

#[test]
fn cases() {
    run(&LETTER);
}

const STOP: &str = "number: 2\ndistrict: sukamaju\ndate: 2026-10-12\n";
const FILE: &str = "content/stops/002-contoh.yaml";

/// Addresses are made of keys alone, and two keys never differ in case; files that do would replace each other elsewhere.
#[cfg(target_os = "linux")]
#[test]
fn e4_names_that_are_one_on_other_systems() {
    for (one, other) in [
        ("stops/002-a.yaml", "stops/002-A.yaml"),
        ("media/caf\u{E9}.jpg", "media/Cafe\u{301}.jpg"),
    ] {
        let said = after(|root| {
            put(root, &format!("content/{one}"), STOP);
            put(root, &format!("content/{other}"), STOP);
        });
        said.expect(1, &["J127", one, other]);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn e5_a_name_as_macos_writes_it_is_the_same_name() {
    let site = site(false);
    let media = site.path().join("content/media");
    fs::rename(media.join("balai-desa.jpg"), media.join("cafe\u{301}.jpg")).unwrap();
    put(
        site.path(),
        FILE,
        format!("{STOP}photos: [{{file: caf\u{E9}.jpg, alt: Balai desa.}}]\n"),
    );
    let built = jhur(site.path(), &["build"]);
    assert_eq!(built.code, 0, "{}", built.err);
    assert!(
        fs::read_dir(site.path().join("public/foto"))
            .unwrap()
            .count()
            > 0
    );
}

/// No path can be longer, since keys cannot: there is nothing to refuse.
#[test]
fn e6_the_longest_path_is_one_that_windows_takes() {
    let key = "a".repeat(jhur::records::MAX_KEY_LENGTH);
    let site = base();
    let text = format!(
        "{}aspirations:\n  - id: {key}\n    title: Judul\n    text: Isi.\n    responses:\n      - office: dinas-pu\n        \
         answer: [promised]\n        text: Akan.\n        commitments: [{{id: {key}, text: Menggali, due: 2027}}]\n",
        STOP.replace("number: 2", "number: 999999")
    );
    put(site.path(), FILE, text);
    let config = site.path().join("content/site.yaml");
    let few = fs::read_to_string(&config).unwrap()
        + "outputs: {cards: false, search: false, data: false}\n";
    fs::write(&config, few).unwrap();
    for args in [&["release"][..], &["build"]] {
        let run = jhur(site.path(), args);
        assert_eq!(run.code, 0, "{}", run.err);
    }
    let longest = crate::common::tree(&site.path().join("public"))
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
        after(|root| symlink(to, root.join("content").join(at)).unwrap()).expect(1, &["J123", at]);
    }
    let site = site(false);
    let theme = site.path().join("themes/pendopo/templates");
    fs::create_dir_all(&theme).unwrap();
    symlink("/etc/passwd", theme.join("404.html")).unwrap();
    let built = jhur(site.path(), &["build"]);
    assert_eq!(built.code, 1, "{}", built.err);
    assert!(
        built.err.contains("J123") && built.err.contains("themes/pendopo/templates/404.html"),
        "{}",
        built.err
    );
    assert!(!site.path().join("public").exists());
}

#[cfg(unix)]
#[test]
fn e8_a_link_that_leads_nowhere_ends_the_build() {
    let site = site(false);
    std::os::unix::fs::symlink("public", site.path().join("public")).unwrap();
    let built = jhur(site.path(), &["build"]);
    assert_eq!(built.code, 2, "{}", built.err);
    assert!(
        built.err.contains("J90") && built.err.contains("public"),
        "{}",
        built.err
    );
}

#[test]
fn e9_a_folder_of_others_is_no_output_folder() {
    let site = site(false);
    let home = tempfile::tempdir().unwrap();
    put(home.path(), "laporan.docx", "penting");
    let home = home.path().to_str().unwrap();
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
        let built = jhur(site.path(), &["build", "--out", out]);
        assert_eq!(built.code, 2, "{out}: {}", built.err);
        assert!(
            built.err.contains("J903") && built.err.contains("situs lama tidak diubah"),
            "{out}: {}",
            built.err
        );
    }
    assert!(Path::new(home).join("laporan.docx").exists() && !site.path().join("public").exists());
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
        )
    };
    for at in [
        "stops/002-contoh.yaml",
        "revisions.jsonl",
        "districts.geojson",
        "pages/cara.md",
    ] {
        after(|root| pipe(&root.join("content").join(at)))
            .expect(1, &["J101", at, "bukan berkas biasa"]);
    }
    after(|root| fs::create_dir(root.join(FILE)).unwrap())
        .expect(1, &["J101", "bukan berkas biasa"]);
    after(|root| pipe(&root.join("content/media/x.jpg"))).expect(0, &["J121", "media/x.jpg"]);
    let socket = |root: &Path| {
        drop(std::os::unix::net::UnixListener::bind(root.join("content/stops/soket")).unwrap())
    };
    after(socket).expect(0, &["J121", "stops/soket"]);
}

/// Root may read everything, so that another user has to try.
#[cfg(unix)]
#[test]
fn e11_a_file_that_may_not_be_read_is_named() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    use std::os::unix::process::CommandExt as _;
    let site = site(false);
    let is_root = fs::metadata(site.path()).unwrap().uid() == 0;
    put(site.path(), FILE, STOP);
    put(site.path(), "content/stops/2027/003.yaml", STOP);
    for (path, mode) in [("", 0o755), (FILE, 0o000), ("content/stops/2027", 0o000)] {
        fs::set_permissions(site.path().join(path), fs::Permissions::from_mode(mode)).unwrap();
    }
    let program = site.path().join("jhur");
    fs::copy(env!("CARGO_BIN_EXE_jhur"), &program).unwrap();
    let mut command = std::process::Command::new(program);
    command.arg("check").current_dir(site.path());
    if is_root {
        command.uid(65534).gid(65534);
    }
    let run = ended(command, &["check"]);
    fs::set_permissions(
        site.path().join("content/stops/2027"),
        fs::Permissions::from_mode(0o755),
    )
    .unwrap();
    assert_eq!(run.code, 1, "{}", run.err);
    for word in ["J101", FILE, "berkas content/stops/2027 tidak dapat dibaca"] {
        assert!(run.err.contains(word), "{word}: {}", run.err);
    }
}

/// Records are read once, so that a site is of one state of each; photographs are read again when they are made smaller.
#[test]
fn e12_a_photograph_that_changes_during_the_build_ends_it() {
    let site = site(false);
    put(
        site.path(),
        FILE,
        format!("{STOP}photos: [{{file: balai-desa.jpg, alt: Balai desa.}}]\n"),
    );
    let photo = site.path().join("content/media/balai-desa.jpg");
    let order = jhur::BuildOptions {
        root: site.path(),
        out: &site.path().join("public"),
        as_of: AsOf::Chosen(Day::parse("2026-11-24").unwrap()),
        drafts: false,
        signing: None,
        executable: None,
    };
    let outcome = jhur::build(&order, &|done, all| {
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
    assert!(outcome.stats.is_none() && !site.path().join("public").exists());
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
        let said = after(|root| {
            fs::write(
                root.join("content").join(std::ffi::OsStr::from_bytes(name)),
                STOP,
            )
            .unwrap()
        });
        said.expect(1, &["J101", shown]);
    }
}

#[test]
fn e15_signs_in_the_name_of_a_folder_are_fine() {
    let site = site(false);
    let name = "a & b's (1) #x %20";
    fs::create_dir(site.path().join(name)).unwrap();
    fs::rename(
        site.path().join("content"),
        site.path().join(name).join("content"),
    )
    .unwrap();
    let built = jhur(site.path(), &["--root", name, "build"]);
    assert_eq!(built.code, 0, "{}", built.err);
    assert!(site.path().join(name).join("public/index.html").is_file());
}
