//! From which commit the program is made, for `jhur --version`: what cargo noted in a packaged crate, or else what Git knows.
//! Only release builds say it, so that a commit makes no debug build anew; without both, nothing is said.

#![allow(
    clippy::disallowed_methods,
    reason = "a build script is told what to do by the environment"
)]

use std::path::Path;
use std::process::Command;

/// What the program is made from, and where cargo notes the commit of a packaged crate.
const INPUTS: [&str; 8] = [
    "build.rs",
    "Cargo.toml",
    "Cargo.lock",
    "src",
    "themes",
    "content",
    "tests/examples",
    ".cargo_vcs_info.json",
];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is_release = std::env::var("PROFILE").is_ok_and(|profile| profile == "release");
    let commit = if is_release {
        packaged().or_else(checked_out)
    } else {
        None
    };
    println!(
        "cargo::rustc-env=JHUR_COMMIT={}",
        commit.unwrap_or_default()
    );
}

/// The commit that cargo noted when it packaged the crate.
fn packaged() -> Option<String> {
    let note = std::fs::read_to_string(".cargo_vcs_info.json").ok()?;
    let (_, rest) = note.split_once("\"sha1\": \"")?;
    Some(marked(
        rest.split_once('"')?.0,
        note.contains("\"dirty\": true"),
    ))
}

/// The commit that is checked out, if this folder is the repository itself and not a copy inside another one.
fn checked_out() -> Option<String> {
    let found = git(&["rev-parse", "--show-prefix", "HEAD"])?;
    let commit = found.strip_prefix('\n')?;
    let moves = git(&["rev-parse", "--git-path", "logs/HEAD"])?;
    for input in INPUTS
        .into_iter()
        .chain([moves.trim()])
        .filter(|path| Path::new(path).exists())
    {
        println!("cargo::rerun-if-changed={input}");
    }
    let mut status = vec!["status", "--porcelain", "--untracked-files=no", "--"];
    status.extend(INPUTS);
    Some(marked(commit.trim(), !git(&status)?.is_empty()))
}

/// Twelve digits, and whether files were changed since.
fn marked(commit: &str, is_changed: bool) -> String {
    let short = commit.get(..12).unwrap_or(commit);
    format!("{short}{}", if is_changed { "+" } else { "" })
}

fn git(args: &[&str]) -> Option<String> {
    let output = Command::new("git").args(args).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
