//! The command line as data, for clap. Its texts are in `commands.ftl`, and `help` puts them there.

use crate::records::Status;
use clap::builder::PossibleValue;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "jhur",
    version,
    disable_help_subcommand = true,
    disable_version_flag = true
)]
pub(super) struct Arguments {
    /// The folder that holds content/.
    #[arg(long, global = true, default_value = ".")]
    pub(super) root: PathBuf,
    /// The language of the messages; read by `cli::language`, before everything else.
    #[arg(long, global = true)]
    pub(super) lang: Option<LangArg>,
    /// The command; `None` prints the help.
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// The languages of the messages.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum LangArg {
    Id,
    En,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Init(InitArgs),
    #[command(subcommand)]
    New(NewCommand),
    Check(CheckArgs),
    Build(BuildArgs),
    Serve(ServeArgs),
    Release(ReleaseArgs),
    Redact(RedactArgs),
    Verify(VerifyArgs),
    Key(KeyArgs),
    Witness(WitnessArgs),
    Status(StatusArgs),
    Due(DueArgs),
    Changes(ChangesArgs),
    Links(LinksArgs),
    Migrate(MigrateArgs),
    Export(ExportArgs),
    Import(ImportArgs),
    Schema(SchemaArgs),
    Explain(ExplainArgs),
    Completions(CompletionsArgs),
    Man,
    Help(HelpArgs),
}

#[derive(Debug, Subcommand)]
pub(super) enum NewCommand {
    Stop(NewStopArgs),
    FollowUp(NewFollowUpArgs),
}

#[derive(Debug, Args)]
pub(super) struct InitArgs {
    pub(super) dir: PathBuf,
    #[arg(long)]
    pub(super) ci: Option<CiHost>,
}

/// The host that checks every change and publishes the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum CiHost {
    Github,
    Gitlab,
}

#[derive(Debug, Args)]
pub(super) struct NewStopArgs {
    #[arg(long)]
    pub(super) number: String,
    #[arg(long)]
    pub(super) district: String,
    #[arg(long)]
    pub(super) date: String,
}

#[derive(Debug, Args)]
pub(super) struct NewFollowUpArgs {
    pub(super) reference: String,
    #[arg(long)]
    pub(super) status: Option<Status>,
    #[arg(long)]
    pub(super) date: String,
}

impl ValueEnum for Status {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.key()))
    }
}

#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    #[arg(long)]
    pub(super) as_of: Option<String>,
    #[arg(long, default_value = "human")]
    pub(super) format: DiagnosticFormat,
    #[arg(long)]
    pub(super) deny_warnings: bool,
    #[arg(long)]
    pub(super) privacy: bool,
}

/// How diagnostics are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum DiagnosticFormat {
    Human,
    Json,
    Github,
    Gitlab,
}

#[derive(Debug, Args)]
pub(super) struct BuildArgs {
    #[arg(long)]
    pub(super) as_of: Option<String>,
    #[arg(long)]
    pub(super) out: Option<PathBuf>,
    #[arg(long)]
    pub(super) drafts: bool,
    #[arg(long)]
    pub(super) sign: Option<PathBuf>,
    #[arg(long)]
    pub(super) yes: bool,
}

#[derive(Debug, Args)]
pub(super) struct ServeArgs {
    #[arg(long, default_value_t = 8000)]
    pub(super) port: u16,
    #[arg(long)]
    pub(super) drafts: bool,
    #[arg(long)]
    pub(super) as_of: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct ReleaseArgs {
    #[arg(long)]
    pub(super) dry_run: bool,
    #[arg(long, conflicts_with = "dry_run")]
    pub(super) clock: Option<String>,
    #[arg(long)]
    pub(super) yes: bool,
}

#[derive(Debug, Args)]
pub(super) struct RedactArgs {
    pub(super) record: String,
    pub(super) revision: u32,
    #[arg(long)]
    pub(super) basis: String,
    #[arg(long)]
    pub(super) reason: String,
    #[arg(long)]
    pub(super) word: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct VerifyArgs {
    pub(super) path: Option<PathBuf>,
    #[arg(long)]
    pub(super) seal: Option<String>,
    #[arg(long)]
    pub(super) kept: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct KeyArgs {
    pub(super) file: PathBuf,
    #[arg(long)]
    pub(super) witness: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct WitnessArgs {
    pub(super) site: String,
    #[arg(long, requires = "name")]
    pub(super) key: Option<PathBuf>,
    #[arg(long, requires = "key")]
    pub(super) name: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct StatusArgs {
    #[arg(long)]
    pub(super) out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct DueArgs {
    #[arg(long, default_value_t = 30)]
    pub(super) days: u16,
    #[arg(long)]
    pub(super) office: Option<String>,
    #[arg(long)]
    pub(super) as_of: Option<String>,
    #[arg(long, default_value = "text")]
    pub(super) format: DueFormat,
}

/// How what is due is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum DueFormat {
    Text,
    Json,
    Csv,
    Letter,
}

#[derive(Debug, Args)]
pub(super) struct ChangesArgs {
    #[arg(long)]
    pub(super) since: String,
    #[arg(long)]
    pub(super) as_of: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct LinksArgs {
    #[arg(long, default_value_t = 7)]
    pub(super) days: u16,
    #[arg(long, default_value = "text")]
    pub(super) format: LinksFormat,
}

/// How the state of links is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum LinksFormat {
    Text,
    Json,
}

#[derive(Debug, Args)]
pub(super) struct MigrateArgs {
    #[arg(long)]
    pub(super) dry_run: bool,
}

#[derive(Debug, Args)]
pub(super) struct ExportArgs {
    pub(super) file: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct ImportArgs {
    pub(super) file: PathBuf,
    #[arg(long)]
    pub(super) write: bool,
}

#[derive(Debug, Args)]
pub(super) struct SchemaArgs {
    pub(super) dir: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct ExplainArgs {
    pub(super) code: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct CompletionsArgs {
    pub(super) shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub(super) struct HelpArgs {
    pub(super) command: Vec<String>,
}
