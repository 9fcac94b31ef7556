//! Letters of preview cards: what the cards' font does not have is drawn as an empty box there, which
//! an editor should know.

use super::context::Context;
use crate::diag::{Code, Diagnostic};
use crate::embedded;
use crate::records::{EntryRef, Text};
use skrifa::{FontRef, MetadataProvider, charmap::Charmap};

/// J561
pub(super) fn check(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let has_cards = |site: &crate::records::Site| site.outputs.cards;
    let [regular, _] = embedded::font_files();
    let (true, Ok(font)) = (
        context.records.site.as_ref().is_some_and(has_cards),
        FontRef::new(regular),
    ) else {
        return;
    };
    let charmap = font.charmap();
    let offices = context.records.offices.iter();
    for name in offices.flat_map(|office| [Some(&office.name), office.short.as_ref()]) {
        diagnostics.extend(name.and_then(|name| missing_letters(name, &charmap)));
    }
    for stop in &context.records.stops {
        for entry in stop.entries() {
            for text in card_texts(&entry) {
                diagnostics.extend(missing_letters(text, &charmap));
            }
        }
    }
}

/// The texts of an aspiration or announcement that its card may show.
fn card_texts<'r>(entry: &EntryRef<'r>) -> Vec<&'r Text> {
    let mut texts = vec![entry.title];
    texts.extend(entry.reported_by);
    let from = entry.aspiration().and_then(|a| a.from.as_ref());
    texts.extend(from.map(|from| &from.role));
    for response in entry.responses {
        texts.extend(&response.text);
        texts.extend(response.commitments.iter().map(|c| &c.text));
    }
    texts
}

/// The warning on a text with letters that the font does not have.
fn missing_letters(text: &Text, charmap: &Charmap<'_>) -> Option<Diagnostic> {
    for translation in &text.translations {
        let is_missing = |c: &char| !c.is_whitespace() && charmap.map(*c).is_none();
        let mut missing: Vec<char> = translation.text.chars().filter(is_missing).collect();
        missing.dedup();
        if !missing.is_empty() {
            missing.truncate(10);
            return Some(
                Diagnostic::new(Code::NotOnCard, translation.span)
                    .arg("found", missing.into_iter().collect::<String>()),
            );
        }
    }
    None
}
