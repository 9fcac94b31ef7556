//! `jhur redact --word`: adds words to the list of what must not come back, and makes the key of
//! that list when the first are added.

use super::args::RedactArgs;
use super::open_log::require_publishable;
use super::terminal::Terminal;
use super::usage_error::usage_error;
use crate::diag::{Code, Diagnostic};
use crate::publish;
use crate::random::random_hex;
use crate::records::{KeyFile, REDACTION_KEY_FILE, RedactedPhrase, RedactedPhrases, RedactionKey};
use crate::release::REDACTED_PHRASES;
use std::path::Path;

/// Words that are to be forbidden, not yet written.
pub(super) struct NewPhrases {
    /// Their lines; empty if all were forbidden before.
    lines: String,
    /// The text of the key's file, if there is no key yet.
    new_key: Option<String>,
}

impl NewPhrases {
    /// The words of the arguments that the list of `known` phrases does not have yet.
    ///
    /// # Errors
    /// If a word has no letter, the reason itself has one of the words, or the key of the list is
    /// not there.
    pub(super) fn new(args: &RedactArgs, known: &RedactedPhrases) -> Result<Self, Diagnostic> {
        let (mut lines, mut new_key) = (String::new(), None);
        if args.word.is_empty() {
            return Ok(Self { lines, new_key });
        }
        let key = match known.key_file() {
            KeyFile::Key(key) if known.locked_count() == 0 => key.clone(),
            KeyFile::Key(_) => return Err(usage_error("redaction-key").arg("why", "other")),
            KeyFile::Missing if known.is_empty() => make_key(&mut new_key)?,
            KeyFile::Missing => return Err(usage_error("redaction-key").arg("why", "missing")),
            KeyFile::Unreadable => {
                return Err(usage_error("redaction-key").arg("why", "unreadable"));
            }
        };
        let mut phrases = Vec::new();
        for word in &args.word {
            let phrase = RedactedPhrase::new(args.record.clone(), args.revision, word, &key)
                .ok_or_else(|| usage_error("word").arg("found", word.as_str()))?;
            if !known.lines().contains(&phrase) && !phrases.contains(&phrase) {
                lines.extend([&*phrase.to_line(), "\n"]);
            }
            phrases.push(phrase);
        }
        let phrases = RedactedPhrases::new(phrases, KeyFile::Key(key));
        for (text, option) in [(&args.basis, "basis"), (&args.reason, "reason")] {
            require_publishable(text, option, &phrases)?;
        }
        Ok(Self { lines, new_key })
    }

    /// Writes them, and the key if it is new.
    ///
    /// # Errors
    /// If something cannot be written; the list is written last, so that it never is without its
    /// key.
    pub(super) fn write(&self, root: &Path, terminal: &Terminal<'_>) -> Result<(), Diagnostic> {
        if let Some(key) = &self.new_key {
            ignore_in_git(root)?;
            let path = root.join(REDACTION_KEY_FILE);
            publish::create_secret_file(&path, key)?;
            terminal.emessage(
                "redaction-key-made",
                &[("path", path.display().to_string())],
            );
        }
        if self.lines.is_empty() {
            return Ok(());
        }
        publish::append_text(&root.join(REDACTED_PHRASES), &self.lines)
    }
}

/// A key of random bytes; `file` becomes the text of its file.
fn make_key(file: &mut Option<String>) -> Result<RedactionKey, Diagnostic> {
    let text = random_hex::<32>()?;
    let key = RedactionKey::parse(&text)
        .ok_or_else(|| Diagnostic::without_span(Code::CannotRead).arg("reason", "random"))?;
    *file = Some(text + "\n");
    Ok(key)
}

/// Sees to it that Git does not take the key into its history, whoever adds all files.
fn ignore_in_git(root: &Path) -> Result<(), Diagnostic> {
    let path = root.join(".gitignore");
    let ignored = publish::read_or_empty(&path)?;
    if ignored
        .lines()
        .any(|line| line.trim() == REDACTION_KEY_FILE)
    {
        return Ok(());
    }
    publish::append_text(&path, &format!("{REDACTION_KEY_FILE}\n"))
}
