//! Single files, as forms and commands write them: all or nothing, and nothing that others wrote meanwhile is lost.

use jhur::diag::messages::{Language, Messages};
use jhur::diag::render::render_human;
use jhur::diag::{Code, SourceMap};
use jhur::publish::{
    FileEdit, append_text, apply_edits, create_file, remove_leftovers, replace_file,
};
use std::fs;
use tempfile::TempDir;

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
    // What was read of these bytes is `satu\ndua\n`; they could only be written as another encoding.
    let utf16 = "\u{FEFF}satu\ndua\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes);
    for other in [utf16.collect(), b"satu\rdua\r".to_vec()] {
        fs::write(&path, &other).unwrap();
        let refused = apply_edits(&[old("satu\ndua\n")]);
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
            let message = render_human(
                std::slice::from_ref(fault),
                &SourceMap::default(),
                &Messages::built_in(language),
                200,
            );
            assert!(
                message.contains(says) && !message.to_lowercase().contains("situs lama"),
                "{message}"
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
