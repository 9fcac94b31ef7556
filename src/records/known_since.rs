//! The first day on which a record counts, and whether it is held back. The rules and the register ask the
//! same functions.
//!
//! What happened in March but was written in May is not known in April: a site built as of April
//! leaves it out.

use super::{Day, FollowUp, Key, Source, Spanned, Stop};

/// The day from which a record counts: the later of its own day and the earliest day of its
/// sources. Undated sources support no order in time and are passed over.
pub fn known_since<'s>(own: Day, sources: impl IntoIterator<Item = &'s Source>) -> Day {
    let dates = sources.into_iter().filter_map(|s| s.date);
    match dates.min_by_key(|date| date.value) {
        Some(earliest) => own.max(earliest.value),
        None => own,
    }
}

/// Whether a record is not published on a day: a draft, or one for a later day.
fn is_held_back(draft: bool, publish_on: Option<Day>, day: Day) -> bool {
    draft || publish_on.is_some_and(|first| first > day)
}

impl Stop {
    /// From when the stop counts, by all of its sources.
    pub fn known_since(&self) -> Day {
        known_since(*self.date, self.sources.iter().map(|s| &s.value))
    }

    /// From when an entry or response of the stop counts that rests on the sources with these keys.
    pub fn known_since_by(&self, keys: &[Spanned<Key>]) -> Day {
        known_since(*self.date, self.named_sources(keys))
    }

    /// Those of its sources that keys name, in the order of the keys.
    pub fn named_sources<'r>(
        &'r self,
        keys: &'r [Spanned<Key>],
    ) -> impl Iterator<Item = &'r Source> {
        keys.iter().filter_map(|key| self.source(key))
    }

    /// The source that a key names.
    fn source(&self, key: &Key) -> Option<&Source> {
        let mut sources = self.sources.iter().map(|s| &s.value);
        sources.find(|s| s.id.as_ref().is_some_and(|id| id.value == *key))
    }

    /// Whether the stop is not to be published on a day.
    pub fn is_held_back(&self, day: Day) -> bool {
        is_held_back(self.draft, self.publish_on, day)
    }
}

impl FollowUp {
    /// From when the follow-up counts.
    pub fn known_since(&self) -> Day {
        known_since(*self.date, &self.sources)
    }

    /// Whether the follow-up is not to be published on a day.
    pub fn is_held_back(&self, day: Day) -> bool {
        is_held_back(self.draft, self.publish_on, day)
    }
}

#[cfg(test)]
mod tests {
    use super::super::SingleLine;
    use super::*;
    use crate::diag::Span;

    fn source(date: Option<Day>) -> Source {
        Source {
            id: None,
            title: None,
            publisher: SingleLine::try_from("Radio".to_owned()).unwrap(),
            date: date.map(|value| Spanned {
                value,
                span: Span::default(),
            }),
            url: None,
            archived: None,
            kind: None,
            partial: false,
            notes: Vec::new(),
        }
    }

    #[test]
    fn the_later_of_event_and_earliest_report() {
        let day = |text: &str| Day::parse(text).unwrap();
        let (march, april, may) = (day("2022-03-18"), day("2022-04-01"), day("2022-05-01"));
        let known = |own, dates: &[Option<Day>]| {
            let sources: Vec<Source> = dates.iter().copied().map(source).collect();
            known_since(own, &sources)
        };
        assert_eq!(known(march, &[Some(may), Some(april), None]), april);
        assert_eq!(known(april, &[Some(march)]), april);
        assert_eq!(known(march, &[None]), march);
        assert_eq!(known(march, &[]), march);
    }
}
