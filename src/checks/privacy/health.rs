//! What looks like a diagnosis beside a person: an illness or a disability in the same sentence as
//! a name, or as somebody's relative (`istrinya lumpuh`). Without a person it is a topic.

use super::names::FoundName;
use super::words::{CONDITIONS, RELATIVES};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// `None` only if a pattern could not be read, which a test rules out.
static PATTERNS: LazyLock<Option<Patterns>> = LazyLock::new(Patterns::new);

struct Patterns {
    condition: Regex,
    relative: Regex,
}

impl Patterns {
    fn new() -> Option<Self> {
        let relative = format!(
            r"(?i)\b(?:(?:{RELATIVES})(?:nya|ku| saya| kami)|(?:his|her|my) (?:son|daughter|wife|husband|mother|father|child))\b"
        );
        Some(Self {
            condition: Regex::new(&format!(r"(?i)\b(?:{CONDITIONS})\b")).ok()?,
            relative: Regex::new(&relative).ok()?,
        })
    }
}

/// The conditions that stand beside a person in a text; `names` are those in it.
pub(super) fn conditions_of_people(text: &str, names: &[FoundName]) -> Vec<Range<usize>> {
    let Some(patterns) = PATTERNS.as_ref() else {
        return Vec::new();
    };
    let mut found: Vec<Range<usize>> = patterns
        .condition
        .find_iter(text)
        .map(|c| c.range())
        .collect();
    found.retain(|condition| {
        let sentence = sentence_around(text, condition, names);
        let has_name = names
            .iter()
            .any(|name| sentence.contains(&name.whole.start));
        has_name || patterns.relative.is_match(&text[sentence])
    });
    found
}

/// The sentence in which something stands. The full stop of `Hj.` or `S.Pd.` ends none.
fn sentence_around(text: &str, part: &Range<usize>, names: &[FoundName]) -> Range<usize> {
    let ends = text.match_indices(['.', '!', '?', ';']).map(|(at, _)| at);
    let mut ends = ends.filter(|at| {
        let is_in_name = names.iter().any(|name| name.whole.contains(at));
        !is_in_name && text[at + 1..].starts_with(' ')
    });
    let mut start = 0;
    let end = loop {
        match ends.next() {
            Some(at) if at < part.start => start = at + 1,
            Some(at) => break at,
            None => break text.len(),
        }
    };
    start..end
}

#[cfg(test)]
mod tests {
    use super::super::names::names_in_prose;
    use super::{PATTERNS, conditions_of_people};

    #[test]
    fn a_condition_is_private_beside_a_person() {
        assert!(PATTERNS.is_some());
        let found = |text: &'static str| -> Vec<&'static str> {
            let found = conditions_of_people(text, &names_in_prose(text));
            found.into_iter().map(|range| &text[range]).collect()
        };
        assert_eq!(found("Pak Slamet sudah lama stroke."), ["stroke"]);
        assert_eq!(found("Penderita TBC, a.n. Siti, berobat."), ["TBC"]);
        assert_eq!(found("Istrinya lumpuh sejak 2020."), ["lumpuh"]);
        assert_eq!(found("Pak Slamet hadir. Angka stunting turun."), [""; 0]);
        assert_eq!(found("Warga difabel meminta jalan yang landai."), [""; 0]);
    }
}
