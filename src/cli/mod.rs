//! The program around the pipeline: what was typed becomes one command, what came of it becomes words and an exit code.
//!
//! One file per command. Messages go to stderr, data to stdout. The clock and the environment come from `main`.

mod args;
mod as_of;
mod build;
mod changes;
mod check;
mod completions;
mod due;
mod editor;
mod explain;
mod export;
mod help;
mod import;
mod init;
mod links;
mod man;
mod migrate;
mod new_follow_up;
mod new_stop;
mod privacy;
mod progress;
mod redact;
mod release;
mod report;
mod scaffold;
mod schema;
mod serve;
mod status;
mod terminal;
mod usage_error;
mod verify;
mod version;
mod workflow;

use crate::diag::messages::{Language, Messages};
use crate::diag::{Code, Diagnostic, FailureKind};
use args::{Arguments, Command, NewCommand};
use clap::FromArgMatches as _;
use std::ffi::OsString;
use std::path::PathBuf;
use terminal::Terminal;

/// The exit code of a program that could not do its work.
pub const EXIT_FAILURE: u8 = 2;

/// What the program knows of the machine; asked for by `main`.
#[derive(Clone, Debug, Default)]
pub struct Environment {
    /// Seconds since 1970 UTC.
    pub now: i64,
    /// `JHUR_LANG`.
    pub lang: Option<String>,
    /// `JHUR_KEY_PASSWORD`.
    pub key_password: Option<String>,
    /// `SOURCE_DATE_EPOCH`.
    pub source_date_epoch: Option<String>,
    /// `VISUAL`, or else `EDITOR`.
    pub editor: Option<String>,
    /// `COLUMNS`.
    pub columns: Option<usize>,
    /// The file of this program.
    pub executable: Option<PathBuf>,
    /// Is stderr a terminal?
    pub shows_progress: bool,
    /// Are stdin and stdout a terminal, so that an editor can be opened?
    pub is_interactive: bool,
}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum ExitStatus {
    Clean,
    ContentErrors,
    ProgramError,
}

impl ExitStatus {
    /// As bad as the worst of some faults.
    fn from_diagnostics<'d>(list: impl IntoIterator<Item = &'d Diagnostic>) -> Self {
        match list
            .into_iter()
            .filter(|d| d.is_error())
            .map(|d| d.code.failure_kind())
            .max()
        {
            None => Self::Clean,
            Some(FailureKind::ContentErrors) => Self::ContentErrors,
            Some(FailureKind::ProgramError) => Self::ProgramError,
        }
    }

    fn exit_code(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::ContentErrors => 1,
            Self::ProgramError => EXIT_FAILURE,
        }
    }
}

/// Runs the program; gives its exit code: 0 clean, 1 faults in the records, 2 the program could not do its work.
pub fn run(args: impl IntoIterator<Item = OsString>, env: &Environment) -> u8 {
    let args: Vec<OsString> = args.into_iter().collect();
    let (language, fault) = message_language(&args, env);
    let words = Messages::built_in(language);
    let screen = Terminal::new(&words, language, env);
    let ended = fault.map_or_else(|| parse_and_dispatch(&args, &screen), Err);
    ended
        .unwrap_or_else(|fault| screen.print_failure(&fault))
        .exit_code()
}

/// The language is needed before the arguments are read, as their faults are told in it: --lang, then `JHUR_LANG`, then
/// Indonesian.
fn message_language(args: &[OsString], env: &Environment) -> (Language, Option<Diagnostic>) {
    let mut typed = None;
    let mut args = args
        .iter()
        .map(|a| a.to_string_lossy())
        .take_while(|a| a != "--");
    while let Some(arg) = args.next() {
        match arg.strip_prefix("--lang") {
            Some("") => typed = args.next().map(std::borrow::Cow::into_owned).or(typed),
            Some(rest) => typed = rest.strip_prefix('=').map(str::to_owned).or(typed),
            None => {}
        }
    }
    // A wrong --lang is refused with the other arguments.
    if let Some(language) = typed.as_deref().map(Language::from_code) {
        return (language.unwrap_or_default(), None);
    }
    match &env.lang {
        None => (Language::default(), None),
        Some(code) => match Language::from_code(code) {
            Some(language) => (language, None),
            None => (
                Language::default(),
                Some(usage_error("env-lang").arg("found", code.as_str())),
            ),
        },
    }
}

fn parse_and_dispatch(args: &[OsString], screen: &Terminal<'_>) -> Result<ExitStatus, Diagnostic> {
    let mut command = help::localized_command(screen.messages);
    let parsed = command
        .try_get_matches_from_mut(args)
        .and_then(|m| Arguments::from_arg_matches(&m));
    match parsed {
        Ok(arguments) => dispatch(&arguments, screen),
        Err(refusal) => usage_error::handle_clap_error(&refusal, &command, args, screen),
    }
}

fn dispatch(arguments: &Arguments, screen: &Terminal<'_>) -> Result<ExitStatus, Diagnostic> {
    let root = arguments.root.as_path();
    match &arguments.command {
        None => help::print_help(&[], screen),
        Some(Command::Init(args)) => init::run(args, screen),
        Some(Command::New(NewCommand::Stop(args))) => new_stop::run(args, root, screen),
        Some(Command::New(NewCommand::FollowUp(args))) => new_follow_up::run(args, root, screen),
        Some(Command::Check(args)) => check::run(args, root, screen),
        Some(Command::Build(args)) => build::run(args, root, screen),
        Some(Command::Serve(args)) => serve::run(args, root, screen),
        Some(Command::Release(args)) => release::run(args, root, screen),
        Some(Command::Redact(args)) => redact::run(args, root, screen),
        Some(Command::Verify(args)) => verify::run(args, root, screen),
        Some(Command::Status(args)) => status::run(args, root, screen),
        Some(Command::Due(args)) => due::run(args, root, screen),
        Some(Command::Changes(args)) => changes::run(args, root, screen),
        Some(Command::Links(args)) => links::run(args, root, screen),
        Some(Command::Migrate(args)) => migrate::run(args, root, screen),
        Some(Command::Export(args)) => export::run(args, root, screen),
        Some(Command::Import(args)) => import::run(args, root, screen),
        Some(Command::Schema(args)) => schema::run(args, root, screen),
        Some(Command::Explain(args)) => explain::run(args, screen),
        Some(Command::Completions(args)) => completions::run(args, screen),
        Some(Command::Man) => man::run(screen),
        Some(Command::Help(args)) => help::print_help(&args.command, screen),
    }
}

/// A fault in what was typed; `case` chooses its words under J909 in `commands.ftl`.
fn usage_error(case: &'static str) -> Diagnostic {
    Diagnostic::without_span(Code::BadArgument).arg("case", case)
}
