//! What covers a line of the catalogue, and the cases that are data.

use super::trial::after;
use crate::common::laid::{lay, tests};
use jhur::diag::example::Example;
use jhur::diag::{Code, Severity};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What one letter of the catalogue is covered by, beside its files in `cases/`.
pub struct Letter {
    /// `a`; the module is `a.rs`.
    pub name: char,
    /// The module's own text.
    pub text: &'static str,
    /// A line, and the examples below `tests/` that show it, without their ending.
    pub shown: &'static [(&'static str, &'static [&'static str])],
    /// A line, and a test that covers all of it: its file below `tests/`, and its name.
    pub elsewhere: &'static [(&'static str, &'static str, &'static str)],
}

/// The lines that are covered, as `a1`.
pub fn covered(letter: &Letter) -> BTreeSet<String> {
    let mut found: BTreeSet<String> = files(letter).iter().map(|path| line_of(path)).collect();
    found.extend(letter.shown.iter().map(|(line, _)| line.to_lowercase()));
    for (line, file, name) in letter.elsewhere {
        let text = fs::read_to_string(tests().join(file)).unwrap_or_default();
        let is_there = ["fn", "def", "function"]
            .iter()
            .any(|word| text.contains(&format!("{word} {name}(")));
        assert!(
            is_there,
            "{line} is covered by {name} in tests/{file}, which is not there"
        );
        found.insert(line.to_lowercase());
    }
    let mut is_test = false;
    for line in letter.text.lines() {
        if let Some(name) = line.strip_prefix("fn ").filter(|_| is_test) {
            let first = name.split(['_', '(']).next().unwrap_or_default();
            found.extend(first[1..].parse::<usize>().ok().map(|_| first.to_owned()));
        }
        is_test = line == "#[test]" || (is_test && line.starts_with("#["));
    }
    found
}

/// The letter's files in `cases/`.
fn files(letter: &Letter) -> Vec<PathBuf> {
    let folder = tests().join("catalogue/cases");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    paths.retain(|path| line_of(path).starts_with(letter.name));
    paths.sort();
    paths
}

/// `a1` for `cases/A1-tab.txt`.
fn line_of(path: &Path) -> String {
    let name = path.file_name().unwrap().to_string_lossy().to_lowercase();
    name.split('-').next().unwrap_or_default().to_owned()
}

/// Tries out all that is data of a letter.
pub fn run(letter: &Letter) {
    let mut failed: Vec<String> = files(letter).iter().filter_map(|path| case(path)).collect();
    for (line, names) in letter.shown {
        failed.extend(
            names
                .iter()
                .filter_map(|name| shown(name))
                .map(|fault| format!("{line}: {fault}")),
        );
    }
    assert!(
        failed.is_empty(),
        "{} fail\n\n{}",
        failed.len(),
        failed.join("\n\n")
    );
}

/// What is wrong with a case, if anything; with `UPDATE`, its expected words are written anew.
fn case(path: &Path) -> Option<String> {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let text = fs::read_to_string(path).unwrap();
    let example = Example::parse(&name, &text);
    let says = after(|root| lay(&example, root)).to_string();
    if std::env::var_os("UPDATE").is_some() {
        let head = text
            .split("\n~~~ says\n")
            .next()
            .unwrap_or_default()
            .trim_end();
        fs::write(path, format!("{head}\n~~~ says\n{says}")).unwrap();
        return None;
    }
    (example.expected_output != says).then(|| {
        format!(
            "{name}: it says\n{says}\nand not\n{}",
            example.expected_output
        )
    })
}

/// What is wrong with an example of tests/examples or tests/faults, whose words are held against the program there.
fn shown(name: &str) -> Option<String> {
    let Ok(text) = fs::read_to_string(tests().join(format!("{name}.txt"))) else {
        return Some(format!("tests/{name}.txt is not there"));
    };
    let example = Example::parse(name.rsplit('/').next().unwrap_or_default(), &text);
    let is_error = Code::all()
        .find(|code| code.id() == example.code)?
        .severity()
        == Severity::Error;
    let said = after(|root| lay(&example, root));
    let code = i32::from(is_error || !example.other_codes.is_empty());
    let fine = said.check == code && said.build == code && said.names(&example.code);
    (!fine).then(|| {
        format!(
            "{name} ends with another code than {code}, or without {}:\n{said}",
            example.code
        )
    })
}
