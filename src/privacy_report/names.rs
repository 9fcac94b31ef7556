//! Names of people in texts, for the privacy report: guessed from capital letters, or found by a
//! list of names.

use crate::plan::Plan;
use crate::records::Text;
use std::collections::BTreeSet;

/// The most words of a name.
const MAX_NAME_WORDS: usize = 6;
/// What Indonesian writes behind a name without a space.
const ENCLITICS: [&str; 4] = ["nya", "lah", "kah", "pun"];
/// Words before names of places and of people that are part of no person's name.
const TITLES: [&str; 7] = [
    "desa",
    "kecamatan",
    "kabupaten",
    "balai",
    "kelurahan",
    "kepala",
    "warga",
];

/// Words of names that are no private person's, in small letters: of places, offices and officials.
/// A name that is made of them alone is none that the report looks for.
pub(super) struct CommonWords(BTreeSet<String>);

impl CommonWords {
    pub(super) fn new(plan: &Plan<'_>) -> Self {
        let register = plan.register();
        let mut common = Self(TITLES.map(str::to_owned).into());
        for (_, district) in register.districts() {
            common.add(district.record.name.as_str());
            for village in &district.record.villages {
                common.add(village.name.as_str());
            }
        }
        for (_, office) in register.offices() {
            common.add_text(&office.record.name);
            if let Some(short) = &office.record.short {
                common.add_text(short);
            }
        }
        for (_, entry) in register.entries() {
            for response in &entry.responses {
                if let Some(official) = &response.record.official {
                    common.add(official.name.as_str());
                    if let Some(title) = &official.title {
                        common.add_text(title);
                    }
                }
            }
        }
        common
    }

    fn add(&mut self, text: &str) {
        for word in split_words(text) {
            self.0.insert(word.to_lowercase());
        }
    }

    fn add_text(&mut self, text: &Text) {
        for translation in &text.translations {
            self.add(&translation.text);
        }
    }

    fn contain_all(&self, words: &[&str]) -> bool {
        let mut words = words.iter();
        words.all(|word| self.0.contains(&word.to_lowercase()))
    }

    /// The names in a text, as it seems: two and more words in a row with capital letters, of which
    /// not all are common.
    pub(super) fn guess_names<'t>(&self, text: &'t str) -> Vec<&'t str> {
        let mut names = Vec::new();
        // The capitalised words so far: where the first starts, where the last ends, how many.
        let (mut start, mut end, mut count) = (0, 0, 0);
        let mut next = 0;
        for word in text.split_inclusive(char::is_whitespace) {
            let at = next;
            next += word.len();
            let word = word.trim_end();
            let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
            let is_name = is_capitalised(bare);
            if is_name {
                if count == 0 {
                    start = at;
                }
                end = at + bare.len();
                count += 1;
            }
            // A comma or full stop ends a name as well as a word in small letters.
            if !is_name || bare.len() < word.len() {
                if count > 1 {
                    names.push(&text[start..end]);
                }
                count = 0;
            }
        }
        if count > 1 {
            names.push(&text[start..end]);
        }
        names.retain(|name| !self.contain_all(&split_words(name)));
        names
    }
}

/// Whether a word starts with a capital letter and goes on in small ones: `APBD` is no name.
fn is_capitalised(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

/// A list of names to look for, each as its words.
#[derive(Default)]
pub(super) struct NameList<'t>(BTreeSet<Vec<&'t str>>);

impl<'t> NameList<'t> {
    /// Adds a name and every two or more neighbouring words of it, since people are also named by
    /// a part of their name, and a word before a name may have a capital letter.
    pub(super) fn add(&mut self, name: &'t str, common: &CommonWords) {
        let words = split_words(name);
        for length in 2..words.len().min(MAX_NAME_WORDS) {
            for part in words.windows(length) {
                if !common.contain_all(part) {
                    self.0.insert(part.to_vec());
                }
            }
        }
        self.0.insert(words);
    }

    /// The listed names in a text; where several begin at one word, the longest.
    pub(super) fn find_in(&self, text: &str) -> Vec<String> {
        let longest = self.0.iter().map(Vec::len).max().unwrap_or_default();
        let words = split_words(text);
        let mut found = Vec::new();
        let mut rest = &words[..];
        while !rest.is_empty() {
            let mut lengths = (1..=longest.min(rest.len())).rev();
            let length = lengths.find(|length| self.contains(&rest[..*length]));
            found.extend(length.map(|length| rest[..length].join(" ")));
            rest = &rest[length.unwrap_or(1)..];
        }
        found
    }

    /// Whether the words are a listed name, also with an enclitic behind it: `Sitinya`.
    fn contains(&self, words: &[&str]) -> bool {
        if self.0.contains(words) {
            return true;
        }
        let Some((last, first)) = words.split_last() else {
            return false;
        };
        let mut stems = ENCLITICS.iter().filter_map(|e| last.strip_suffix(e));
        stems.any(|stem| self.0.contains(&[first, &[stem]].concat()))
    }
}

/// The words of a text, without spaces and punctuation.
fn split_words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::CommonWords;

    #[test]
    fn names_are_guessed_from_capital_letters() {
        let common = CommonWords(["kecamatan", "wuluhan"].map(str::to_owned).into());
        let found = |text| common.guess_names(text);
        assert_eq!(
            found("Bersama Siti Rekaan, warga Kecamatan Wuluhan."),
            ["Bersama Siti Rekaan"]
        );
        assert_eq!(found("ketua, Budi Karangan"), ["Budi Karangan"]);
        assert_eq!(found("Warga meminta jalan. Jalan rusak"), [""; 0]);
    }
}
