//! The index from A to Z: aspirations and announcements by the first letter of their titles. It
//! leads to everything where the search, which needs a script, does not run.

use crate::records::Lang;
use crate::register::{EntryId, Register};
use std::collections::BTreeMap;

/// The first letter of a title: `A` to `Z`, or `0` for digits and whatever else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Letter(char);

impl Letter {
    /// The letter of a title; quotation marks and the like before it do not count.
    pub fn for_title(title: &str) -> Self {
        match title.chars().find(|c| c.is_alphanumeric()) {
            Some(first) if first.is_ascii_alphabetic() => Self(first.to_ascii_uppercase()),
            _ => Self('0'),
        }
    }

    /// Its fragment in the index.
    pub fn slug(self) -> char {
        self.0.to_ascii_lowercase()
    }
}

impl std::fmt::Display for Letter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.0 == '0' {
            f.write_str("0–9")
        } else {
            write!(f, "{}", self.0)
        }
    }
}

/// The index of every language, by letter and title without regard to capitals.
pub(super) fn collect_title_index(
    register: &Register<'_>,
) -> BTreeMap<Lang, Vec<(Letter, EntryId)>> {
    let mut index = BTreeMap::new();
    for lang in register.site().languages.iter().map(|l| l.value) {
        let mut titles: Vec<(Letter, String, EntryId)> = Vec::new();
        for (id, entry) in register.entries() {
            let (title, _) = entry.title.in_language(lang, register.main_language());
            // Sorted as the letter is chosen: without the quotation marks before the first word.
            let start = title.find(char::is_alphanumeric).unwrap_or_default();
            let sort_key = title[start..].to_lowercase();
            titles.push((Letter::for_title(title), sort_key, id));
        }
        // Equal titles stay in the order of the register, which is that of the ids.
        titles.sort();
        let titles = titles.into_iter().map(|(letter, _, id)| (letter, id));
        index.insert(lang, titles.collect());
    }
    index
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters() {
        for (title, letter) in [
            ("jalan rusak", 'J'),
            ("“Air bersih”", 'A'),
            ("100 sapi", '0'),
            ("Ümlaut", '0'),
            ("…", '0'),
            ("Zakat", 'Z'),
        ] {
            assert_eq!(Letter::for_title(title), Letter(letter), "{title}");
        }
    }
}
