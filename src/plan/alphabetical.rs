//! The index from A to Z: aspirations and announcements by the first letter of their titles.

use crate::records::Lang;
use crate::register::{EntryId, Register};
use std::collections::BTreeMap;

/// The first letter of a title: `A` to `Z`, or `0` for digits and whatever else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Letter(char);

impl Letter {
    /// The letter under which a title stands; quotation marks and the like before it do not count.
    pub fn for_title(title: &str) -> Self {
        let first = title
            .chars()
            .find(|c| c.is_alphanumeric())
            .unwrap_or('0')
            .to_ascii_uppercase();
        Self(if first.is_ascii_uppercase() {
            first
        } else {
            '0'
        })
    }

    /// Its part of the address.
    pub(super) fn slug(self) -> char {
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

/// The index of every language, each list by title without regard to capitals.
pub(super) fn collect_letter_index(
    register: &Register<'_>,
) -> BTreeMap<(Lang, Letter), Vec<EntryId>> {
    let mut index: BTreeMap<_, Vec<(String, EntryId)>> = BTreeMap::new();
    for lang in register.site().languages.iter().map(|l| l.value) {
        for (id, entry) in register.entries() {
            let (title, _) = entry.title.in_language(lang, register.main_language());
            let start = title.find(char::is_alphanumeric).unwrap_or_default();
            index
                .entry((lang, Letter::for_title(title)))
                .or_default()
                .push((title[start..].to_lowercase(), id));
        }
    }
    let sorted = |mut list: Vec<(String, EntryId)>| {
        list.sort();
        list.into_iter().map(|(_, id)| id).collect()
    };
    index
        .into_iter()
        .map(|(key, list)| (key, sorted(list)))
        .collect()
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
