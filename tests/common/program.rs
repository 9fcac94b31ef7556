//! The program in a test: its command line, and what a run of it printed and how it ended.

use jhur::records::Day;
use std::path::Path;
use std::process::{Command, Stdio};

/// What a run printed and how it ended.
#[derive(Debug)]
pub struct Run {
    /// The command, for messages.
    pub command: String,
    /// The exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Run {
    /// Checks the exit code, and that standard error has all of these texts.
    #[track_caller]
    pub fn expect(self, code: i32, texts: &[&str]) -> Self {
        let Self { command, err, .. } = &self;
        assert_eq!(self.code, code, "{command}\n{}{err}", self.out);
        for text in texts {
            assert!(err.contains(text), "{command}: no `{text}` in\n{err}");
        }
        self
    }

    /// The same, and that nothing is on standard output.
    #[track_caller]
    pub fn expect_quiet(self, code: i32, texts: &[&str]) -> Self {
        let run = self.expect(code, texts);
        assert_eq!(run.out, "", "{}", run.command);
        run
    }

    /// Checks the exit code, that nothing is on standard error, and that standard output has all of these texts.
    #[track_caller]
    pub fn expect_out(self, code: i32, texts: &[&str]) -> Self {
        let Self { command, out, .. } = &self;
        assert_eq!((self.code, self.err.as_str()), (code, ""), "{command}");
        for text in texts {
            assert!(out.contains(text), "{command}: no `{text}` in\n{out}");
        }
        self
    }

    /// Checks that standard error has none of these texts.
    #[track_caller]
    pub fn expect_none(self, texts: &[&str]) -> Self {
        for text in texts {
            let Self { command, err, .. } = &self;
            assert!(!err.contains(text), "{command}: `{text}` in\n{err}");
        }
        self
    }

    /// The lines of standard output, each of which is JSON.
    pub fn json_lines(&self) -> Vec<serde_json::Value> {
        json_lines(&self.out)
    }
}

/// Lines of which each is JSON.
pub fn json_lines(text: &str) -> Vec<serde_json::Value> {
    let mut values = Vec::new();
    for line in text.lines() {
        values.push(serde_json::from_str(line).unwrap());
    }
    values
}

/// The program, to be run in a folder, whatever the machine's environment says about languages, days, editors and keys.
pub fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jhur"));
    for name in [
        "SOURCE_DATE_EPOCH",
        "JHUR_LANG",
        "JHUR_KEY_PASSWORD",
        "VISUAL",
        "EDITOR",
        "COLUMNS",
    ] {
        command.env_remove(name);
    }
    command.args(args).current_dir(folder).stdin(Stdio::null());
    command
}

/// What no message may ever have: a panic, Rust's own words, an argument that was not filled in.
const NEVER: [&str; 8] = [
    "di dalam jhur sendiri",
    "panicked",
    "RUST_BACKTRACE",
    "{$",
    "Err(",
    "Os {",
    "os error",
    "`none`",
];

/// Runs a command to its end.
#[track_caller]
pub fn finish(command: &mut Command) -> Run {
    let output = command.output().unwrap();
    let args: Vec<_> = command
        .get_args()
        .map(|arg| arg.to_string_lossy())
        .collect();
    let name = format!("jhur {}", args.join(" "));
    let err = String::from_utf8(output.stderr).unwrap();
    for text in NEVER {
        assert!(!err.contains(text), "{name} prints `{text}`: {err}");
    }
    let code = output.status.code();
    Run {
        code: code.unwrap_or_else(|| panic!("{name} was killed: {err}")),
        command: name,
        out: String::from_utf8(output.stdout).unwrap(),
        err,
    }
}

/// Runs the program in a folder.
#[track_caller]
pub fn jhur(folder: &Path, args: &[&str]) -> Run {
    finish(&mut command(folder, args))
}

/// Noon of a day in Jember (05:00 UTC), as `SOURCE_DATE_EPOCH` has it.
pub fn noon(day: &str) -> String {
    let noon = Day::parse(day).unwrap().0.and_hms_opt(5, 0, 0).unwrap();
    noon.and_utc().timestamp().to_string()
}

/// The arguments of `jhur new stop`.
pub fn new_stop<'a>(number: &'a str, district: &'a str, date: &'a str) -> [&'a str; 8] {
    [
        "new",
        "stop",
        "--number",
        number,
        "--district",
        district,
        "--date",
        date,
    ]
}
