//! The program in a test: its command, what a run came to, and a new site of its own making.

use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// What a run came to.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// The program, to be run in a folder, whatever the machine says of languages, days and editors.
pub fn command(root: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jhur"));
    for name in [
        "SOURCE_DATE_EPOCH",
        "JHUR_LANG",
        "VISUAL",
        "EDITOR",
        "COLUMNS",
    ] {
        command.env_remove(name);
    }
    command.args(args).current_dir(root).stdin(Stdio::null());
    command
}

/// Runs a command to its end.
pub fn ended(command: &mut Command) -> Run {
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run {
        code: output.status.code().unwrap(),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}

/// Runs the program in a folder.
pub fn jhur(root: &Path, args: &[&str]) -> Run {
    ended(&mut command(root, args))
}

/// A new site in a folder of its own.
pub fn site() -> TempDir {
    let dir = TempDir::new().unwrap();
    let made = jhur(dir.path(), &["init", "."]);
    assert_eq!(made.code, 0, "{}", made.err);
    dir
}
