//! `jhur init`: a new site that can be checked and built at once: site.yaml, the reference data of
//! Jember, an example of a stop and of a follow-up, a page, settings for an editor, and, with
//! `--ci`, the workflow for a host.

use super::args::InitArgs;
use super::terminal::Terminal;
use super::{scaffold, schema, workflow};
use crate::diag::{Code, Diagnostic, ExitStatus};
use crate::publish;
use crate::records::REDACTION_KEY_FILE;
use std::path::Path;

/// The reference data are those of this repository's own site.
const REFERENCE_DATA: [(&str, &str); 4] = [
    (
        "content/districts.yaml",
        include_str!("../../content/districts.yaml"),
    ),
    (
        "content/districts.geojson",
        include_str!("../../content/districts.geojson"),
    ),
    (
        "content/offices.yaml",
        include_str!("../../content/offices.yaml"),
    ),
    (
        "content/topics.yaml",
        include_str!("../../content/topics.yaml"),
    ),
];

/// Templates of the other files. The examples are named so that they come after everything else.
const SITE_TEMPLATES: [(&str, &str); 4] = [
    ("content/site.yaml", scaffold::SITE),
    ("content/stops/999-contoh.yaml", scaffold::EXAMPLE_STOP),
    (
        "content/follow-ups/contoh.yaml",
        scaffold::EXAMPLE_FOLLOW_UP,
    ),
    ("content/pages/tentang.md", scaffold::ABOUT_PAGE),
];

/// What is not for Git besides the key: the output folder and the cache of links, each with the
/// temporary files beside it.
const GIT_IGNORED: &str = "public/\n.public.*\nlinks.jsonl\n.links.*\n";

/// The extension that knows YAML and JSON Schema.
const VSCODE_EXTENSIONS: &str = "{\n  \"recommendations\": [\"redhat.vscode-yaml\"]\n}\n";

pub(super) fn run(args: &InitArgs, terminal: &Terminal<'_>) -> Result<ExitStatus, Diagnostic> {
    // A site that exists already gets what its host needs, and nothing else.
    let exists = args.ci.is_some() && args.dir.join("content/site.yaml").is_file();
    if !exists {
        create_site(&args.dir, terminal)?;
    }
    if let Some(ci) = args.ci {
        workflow::write_workflow(ci, &args.dir, terminal)?;
    }
    let key = if exists { "init-ci-added" } else { "init-done" };
    terminal.emessage(key, &[("path", args.dir.display().to_string())]);
    if let Some(ci) = args.ci {
        workflow::print_next_steps(ci, terminal);
    }
    Ok(ExitStatus::Clean)
}

fn create_site(dir: &Path, terminal: &Terminal<'_>) -> Result<(), Diagnostic> {
    refuse_existing(dir)?;
    let create = |name: &str, text: &str| publish::create_file(&dir.join(name), text);
    for (name, text) in REFERENCE_DATA {
        create(name, text)?;
    }
    for (name, template) in SITE_TEMPLATES {
        let text = scaffold::fill_template(template, &[], terminal.messages);
        create(name, &text)?;
    }
    for (name, text) in schema::schema_files(terminal.messages) {
        create(&format!("schema/{name}"), &text)?;
    }
    create(".vscode/settings.json", &schema::vscode_settings())?;
    create(".vscode/extensions.json", VSCODE_EXTENSIONS)?;
    create(
        ".gitignore",
        &format!("{GIT_IGNORED}{REDACTION_KEY_FILE}\n"),
    )?;
    create("README.md", &(terminal.message("init-readme", &[]) + "\n"))?;
    terminal.print_data(&format!("{}\n", dir.display()))
}

/// Refuses a folder with something in it, which is somebody's; only git may have been there before.
fn refuse_existing(dir: &Path) -> Result<(), Diagnostic> {
    let exists = |path: &Path| {
        Diagnostic::without_span(Code::FileExists).arg("path", path.display().to_string())
    };
    if !dir.exists() {
        return Ok(());
    }
    let Ok(entries) = dir.read_dir() else {
        return Err(exists(dir));
    };
    let mut paths: Vec<_> = entries.filter_map(Result::ok).map(|e| e.path()).collect();
    paths.retain(|path| path.file_name().is_none_or(|name| name != ".git"));
    match paths.iter().min() {
        Some(first) => Err(exists(first)),
        None => Ok(()),
    }
}
