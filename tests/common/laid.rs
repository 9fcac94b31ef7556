//! Examples laid over the made-up site in `tests/examples/base`.

use jhur::diag::example::Example;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder of the tests.
pub fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// The made-up site in a folder of its own.
pub fn base() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&tests().join("examples/base"), folder.path());
    folder
}

/// Copies a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Writes one file.
pub fn put(root: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// Lays an example's bad files over a site.
pub fn lay(example: &Example, root: &Path) {
    example
        .bad
        .iter()
        .for_each(|file| put(root, &file.path, &file.text));
    example
        .bad_bytes
        .iter()
        .for_each(|file| put(root, &file.path, bytes(&file.text)));
}

/// The bytes of a section `bad-hex`: quoted text, and hexadecimal numbers between.
fn bytes(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (n, piece) in text.split('"').enumerate() {
        if n % 2 == 1 {
            bytes.extend(piece.bytes());
        } else {
            bytes.extend(
                piece
                    .split_whitespace()
                    .map(|hex| u8::from_str_radix(hex, 16).unwrap()),
            );
        }
    }
    bytes
}

/// Messages without spaces at the ends of lines; a line that is as long as the fault it shows says no more than its start.
pub fn plain(words: &str) -> String {
    let lines: Vec<String> = words
        .lines()
        .map(|line| shortened(line.trim_end()))
        .collect();
    format!("{}\n", lines.join("\n").trim_end())
}

fn shortened(line: &str) -> String {
    if line.chars().count() > 400 {
        format!("{}…", line.chars().take(200).collect::<String>())
    } else {
        line.to_owned()
    }
}
