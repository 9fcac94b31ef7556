//! Names that may stand in texts: of officials and offices in the records, of who gave consent, and
//! those that site.yaml lists (`public_names`).

use crate::diag::FileId;
use crate::records::{Records, Site, Text};
use std::collections::{BTreeMap, BTreeSet};

/// Names as their words, in small letters.
#[derive(Default)]
pub(super) struct PublicNames {
    names: BTreeSet<Vec<String>>,
    /// Words of officials' names by the file that names them: there, one word of it is enough.
    official_words: BTreeMap<FileId, BTreeSet<String>>,
}

impl PublicNames {
    pub(super) fn new(records: &Records, site: Option<&Site>) -> Self {
        let mut public = Self::default();
        for name in site.iter().flat_map(|site| &site.public_names) {
            public.add(name.as_str());
        }
        for office in &records.offices {
            public.add_text(&office.name);
            office.short.iter().for_each(|short| public.add_text(short));
        }
        for stop in &records.stops {
            for entry in stop.entries() {
                for response in entry.responses {
                    let Some(official) = &response.official else {
                        continue;
                    };
                    public.add(official.name.as_str());
                    official
                        .title
                        .iter()
                        .for_each(|title| public.add_text(title));
                    let words = public.official_words.entry(response.span.file).or_default();
                    words.extend(split_words(official.name.as_str()));
                }
                // Without consent the name itself is refused (J601).
                let asker = entry.aspiration().and_then(|a| a.from.as_ref());
                if let Some(name) = asker.and_then(|asker| asker.name.as_ref()) {
                    public.add(name.as_str());
                }
            }
        }
        public
    }

    fn add(&mut self, name: &str) {
        self.names.insert(split_words(name));
    }

    fn add_text(&mut self, text: &Text) {
        for translation in &text.translations {
            self.add(&translation.text);
        }
    }

    /// Whether what was found lies within such a name: `whole` with the words before it, or the
    /// `name` alone if it is more than a first name that many have.
    pub(super) fn contain(&self, whole: &str, name: &str, file: FileId) -> bool {
        let (whole, name) = (split_words(whole), split_words(name));
        if let [word] = &name[..]
            && self
                .official_words
                .get(&file)
                .is_some_and(|words| words.contains(word))
        {
            return true;
        }
        self.names.contains(&name)
            || self.names.iter().any(|public| {
                let lies_within = |words: &[String]| {
                    words.len() > 1 && public.windows(words.len()).any(|part| part == words)
                };
                lies_within(&whole) || lies_within(&name)
            })
    }
}

fn split_words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}
