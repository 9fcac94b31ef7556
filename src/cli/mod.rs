//! The command line of `jhur`: parses the arguments, runs one command, reports its result in the
//! language of the user, gives the exit code. `main` is its only user.
//!
//! One file per command. Messages go to stderr, data to stdout. The clock and the environment come
//! from `main`.

mod args;
mod as_of;
mod build;
mod changes;
mod check;
mod completions;
mod due;
mod environment;
mod explain;
mod export;
mod help;
mod import;
mod init;
mod key;
mod links;
mod man;
mod migrate;
mod new_follow_up;
mod new_stop;
mod open_in_editor;
mod open_log;
mod privacy;
mod progress;
mod redact;
mod redacted_words;
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
mod witness;
mod workflow;

use crate::diag::messages::{Language, Messages};
use crate::diag::{Diagnostic, ExitStatus};
use args::{Arguments, Command, NewCommand};
use clap::FromArgMatches as _;
use clap::error::{Error, ErrorKind};
pub use environment::Environment;
use std::borrow::Cow;
use std::ffi::OsString;
use terminal::Terminal;
use usage_error::{clap_diagnostic, usage_error};

/// Runs the program; gives the number of its [`ExitStatus`].
pub fn run(args: impl IntoIterator<Item = OsString>, env: &Environment) -> u8 {
    let args: Vec<OsString> = args.into_iter().collect();
    let (language, diagnostic) = message_language(&args, env);
    let messages = Messages::built_in(language);
    let terminal = Terminal::new(&messages, language, env);
    let result = match diagnostic {
        Some(diagnostic) => Err(diagnostic),
        None => parse_and_dispatch(&args, &terminal),
    };
    let status = result.unwrap_or_else(|diagnostic| terminal.print_failure(&diagnostic));
    status.exit_code()
}

/// The language of messages: `--lang`, then `JHUR_LANG`, then Indonesian; with an error if
/// `JHUR_LANG` is neither. It is needed before clap parses the arguments, since their errors are
/// reported in it.
fn message_language(args: &[OsString], env: &Environment) -> (Language, Option<Diagnostic>) {
    let mut typed = None;
    let args = args.iter().map(|arg| arg.to_string_lossy());
    let mut args = args.take_while(|arg| arg != "--");
    while let Some(arg) = args.next() {
        match arg.strip_prefix("--lang") {
            Some("") => typed = args.next().map(Cow::into_owned).or(typed),
            Some(rest) => typed = rest.strip_prefix('=').map(str::to_owned).or(typed),
            None => {}
        }
    }
    // A wrong `--lang` is refused by clap, like any other argument.
    if let Some(language) = typed.as_deref().map(Language::from_code) {
        return (language.unwrap_or_default(), None);
    }
    let Some(code) = &env.lang else {
        return (Language::default(), None);
    };
    if let Some(language) = Language::from_code(code) {
        return (language, None);
    }
    let error = usage_error("env-lang").arg("found", code.as_str());
    (Language::default(), Some(error))
}

fn parse_and_dispatch(
    args: &[OsString],
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let mut command = help::localized_command(terminal.messages);
    let matches = command.try_get_matches_from_mut(args);
    match matches.and_then(|matches| Arguments::from_arg_matches(&matches)) {
        Ok(arguments) => dispatch(&arguments, terminal),
        Err(error) => handle_clap_error(&error, &command, args, terminal),
    }
}

/// Prints what clap did not accept: help and version, which it takes for errors, or a usage error.
fn handle_clap_error(
    error: &Error,
    command: &clap::Command,
    args: &[OsString],
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let mut named = help::named_subcommand(command, args);
    match error.kind() {
        ErrorKind::DisplayHelp => {
            terminal.print_data(&named.render_help().ansi().to_string())?;
            return Ok(ExitStatus::Clean);
        }
        ErrorKind::DisplayVersion => return version::print_version(terminal),
        // `jhur new` alone: the help again, but as an error.
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            terminal.eprint(named.render_help().ansi().to_string().trim_end());
            return Ok(ExitStatus::ProgramError);
        }
        _ => {}
    }
    let status = terminal.print_failure(&clap_diagnostic(error, &named));
    terminal.eprint(&format!(
        "{}: {}",
        terminal.message("command-heading-usage", &[]),
        help::usage_line(&mut named)
    ));
    Ok(status)
}

fn dispatch(arguments: &Arguments, terminal: &Terminal<'_>) -> Result<ExitStatus, Diagnostic> {
    let root = arguments.root.as_path();
    match &arguments.command {
        None => help::print_help(&[], terminal),
        Some(Command::Init(args)) => init::run(args, terminal),
        Some(Command::New(NewCommand::Stop(args))) => new_stop::run(args, root, terminal),
        Some(Command::New(NewCommand::FollowUp(args))) => new_follow_up::run(args, root, terminal),
        Some(Command::Check(args)) => check::run(args, root, terminal),
        Some(Command::Build(args)) => build::run(args, root, terminal),
        Some(Command::Serve(args)) => serve::run(args, root, terminal),
        Some(Command::Release(args)) => release::run(args, root, terminal),
        Some(Command::Redact(args)) => redact::run(args, root, terminal),
        Some(Command::Verify(args)) => verify::run(args, root, terminal),
        Some(Command::Key(args)) => key::run(args, root, terminal),
        Some(Command::Witness(args)) => witness::run(args, root, terminal),
        Some(Command::Status(args)) => status::run(args, root, terminal),
        Some(Command::Due(args)) => due::run(args, root, terminal),
        Some(Command::Changes(args)) => changes::run(args, root, terminal),
        Some(Command::Links(args)) => links::run(args, root, terminal),
        Some(Command::Migrate(args)) => migrate::run(args, root, terminal),
        Some(Command::Export(args)) => export::run(args, root, terminal),
        Some(Command::Import(args)) => import::run(args, root, terminal),
        Some(Command::Schema(args)) => schema::run(args, root, terminal),
        Some(Command::Explain(args)) => explain::run(args, terminal),
        Some(Command::Completions(args)) => completions::run(args, terminal),
        Some(Command::Man) => man::run(terminal),
        Some(Command::Help(args)) => help::print_help(&args.command, terminal),
    }
}
