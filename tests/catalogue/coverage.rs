//! What covers a line of the catalogue, and the cases that are data.

use super::outcome::outcome_after;
use crate::common::example::{with_output, write_bad_files};
use crate::common::{is_update, repository};
use jhur::diag::example::Example;
use jhur::diag::{Code, Severity};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What one letter of the catalogue is covered by, beside its files in `cases/`.
pub struct Group {
    /// `a` to `h`.
    pub letter: char,
    /// The module's own text.
    pub source: &'static str,
    /// A line, and the examples below `tests/` that show it, without their ending.
    pub shown: &'static [(&'static str, &'static [&'static str])],
    /// A line, and a test that covers all of it: its file below `tests/`, and its name.
    pub elsewhere: &'static [(&'static str, &'static str, &'static str)],
}

/// The lines that are covered, as `a1`.
pub fn covered_lines(group: &Group) -> BTreeSet<String> {
    let own = Functions::of_source(group.source);
    assert!(
        group.source.contains("run(&GROUP)"),
        "nothing tries the cases and examples of {}",
        group.letter
    );
    let mut lines: BTreeSet<String> = case_files(group).iter().map(|p| line_of_case(p)).collect();
    lines.extend(group.shown.iter().map(|(line, _)| line.to_lowercase()));
    for (line, file, name) in group.elsewhere {
        let source = fs::read_to_string(repository("tests").join(file)).unwrap_or_default();
        let functions = Functions::of_source(&source);
        assert!(
            functions.can_fail(name, file.ends_with(".rs")),
            "{line}: there is no {name} in tests/{file}, or it is no test, or asserts nothing"
        );
        lines.insert(line.to_lowercase());
    }
    for name in own.0.keys().filter(|name| own.can_fail(name, true)) {
        // `a12_a13_…` covers two lines.
        for part in name.split('_') {
            let number = part.strip_prefix(group.letter).unwrap_or_default();
            if number.parse::<usize>().is_err() {
                break;
            }
            lines.insert(part.to_owned());
        }
    }
    lines
}

/// The functions of a source file (Rust, Python or JavaScript) by their names: whether each is a Rust test, and its body.
struct Functions(BTreeMap<String, (bool, String)>);

impl Functions {
    fn of_source(source: &str) -> Self {
        let mut functions = BTreeMap::new();
        let mut name = String::new();
        let mut is_test = false;
        for line in source.lines().map(str::trim) {
            if let Some(found) = function_name(line) {
                found.clone_into(&mut name);
                functions.insert(name.clone(), (is_test, String::new()));
            } else if let Some((_, body)) = functions.get_mut(&name) {
                body.push_str(line);
                body.push('\n');
            }
            // Attributes such as `#[cfg(unix)]` may stand between `#[test]` and its function.
            is_test = line == "#[test]" || (is_test && line.starts_with("#["));
        }
        Self(functions)
    }

    /// Whether a function can make its test fail; in Rust it also has to be a test.
    fn can_fail(&self, name: &str, is_rust: bool) -> bool {
        let is_found = self.0.get(name).is_some_and(|(test, _)| *test || !is_rust);
        is_found && self.asserts(name, &mut BTreeSet::new())
    }

    /// Whether a function asserts something, by itself or by a function of the same file that it calls.
    fn asserts(&self, name: &str, seen: &mut BTreeSet<String>) -> bool {
        const ASSERTIONS: [&str; 7] = [
            "assert",
            ".expect",
            "panic!",
            "need(",
            "raise ",
            "faults.append",
            "faults.push",
        ];
        let Some((_, body)) = self.0.get(name) else {
            return false;
        };
        if !seen.insert(name.to_owned()) {
            return false;
        }
        let mut called = self.0.keys().filter(|f| body.contains(&format!("{f}(")));
        ASSERTIONS.iter().any(|word| body.contains(word)) || called.any(|f| self.asserts(f, seen))
    }
}

/// The name of the function that a line begins, if it begins one.
fn function_name(line: &str) -> Option<&str> {
    let starts = ["pub ", "export ", "async "];
    let line = starts
        .iter()
        .fold(line, |line, start| line.strip_prefix(start).unwrap_or(line));
    let rest = ["fn ", "def ", "function "]
        .iter()
        .find_map(|word| line.strip_prefix(word))?;
    rest.split(['(', '<']).next()
}

/// The group's files in `cases/`.
fn case_files(group: &Group) -> Vec<PathBuf> {
    let folder = repository("tests/catalogue/cases");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.retain(|path| line_of_case(path).starts_with(group.letter));
    paths.sort();
    paths
}

/// `a1` for `cases/A1-tab.txt`.
fn line_of_case(path: &Path) -> String {
    let name = path.file_name().unwrap().to_string_lossy().to_lowercase();
    name.split('-').next().unwrap_or_default().to_owned()
}

/// Tries every case and every example of a group.
pub fn run(group: &Group) {
    let mut failed = Vec::new();
    for path in case_files(group) {
        failed.extend(case_failure(&path));
    }
    for (line, names) in group.shown {
        for name in *names {
            let failure = example_failure(name);
            failed.extend(failure.map(|failure| format!("{line}: {failure}")));
        }
    }
    assert!(
        failed.is_empty(),
        "{} fail\n\n{}",
        failed.len(),
        failed.join("\n\n")
    );
}

/// What is wrong with a case, if anything; with `UPDATE`, its expected output is written anew.
fn case_failure(path: &Path) -> Option<String> {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let text = fs::read_to_string(path).unwrap();
    let example = Example::parse(&name, &text);
    let output = outcome_after(|root| write_bad_files(&example, root)).to_string();
    if is_update() {
        fs::write(path, with_output(&text, &output)).unwrap();
        return None;
    }
    let expected = &example.expected_output;
    (*expected != output).then(|| format!("{name}: it prints\n{output}\nand not\n{expected}"))
}

/// What is wrong with an example of tests/examples or tests/faults, if anything; their messages are compared in tests/examples.rs.
fn example_failure(name: &str) -> Option<String> {
    let Ok(text) = fs::read_to_string(repository("tests").join(format!("{name}.txt"))) else {
        return Some(format!("tests/{name}.txt is not there"));
    };
    let example = Example::parse(name.rsplit('/').next().unwrap_or_default(), &text);
    let code = Code::all().find(|code| code.id() == example.code);
    let Some(code) = code else {
        return Some(format!("{name}: there is no rule {}", example.code));
    };
    let is_error = code.severity() == Severity::Error || !example.other_codes.is_empty();
    let outcome = outcome_after(|root| write_bad_files(&example, root));
    let exit = i32::from(is_error);
    let is_right = (outcome.check, outcome.build) == (exit, exit) && outcome.names(code.id());
    (!is_right).then(|| format!("{name} ends without {code:?} or exit code {exit}:\n{outcome}"))
}
