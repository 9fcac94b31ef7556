//! From when something counts (records.md, "A follow-up"): what happened in March but was written in May is not known
//! in April.

use crate::records::{Day, Key, Source, Spanned, Stop};

/// The later of its own day and the earliest day of its sources; undated sources support no order in time.
pub(super) fn known_since(own: Day, sources: impl IntoIterator<Item = Option<Day>>) -> Day {
    sources
        .into_iter()
        .flatten()
        .min()
        .map_or(own, |earliest| earliest.max(own))
}

/// The days of a follow-up's own sources.
pub(super) fn source_dates(sources: &[Source]) -> impl Iterator<Item = Option<Day>> {
    sources.iter().map(|s| s.date.map(|d| d.value))
}

/// The days of those of a stop's sources that `keys` name.
pub(super) fn named_source_dates<'a>(
    stop: &'a Stop,
    keys: &'a [Spanned<Key>],
) -> impl Iterator<Item = Option<Day>> {
    keys.iter()
        .filter_map(|key| find_source(stop, key))
        .map(|s| s.date.map(|d| d.value))
}

/// The source of a stop that a key names.
pub(super) fn find_source<'a>(stop: &'a Stop, key: &Key) -> Option<&'a Source> {
    stop.sources
        .iter()
        .find(|s| s.id.as_ref().is_some_and(|id| id.value == *key))
        .map(|s| &s.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_later_of_event_and_earliest_report() {
        let day = |text: &str| Day::parse(text).unwrap();
        let (march, april, may) = (day("2022-03-18"), day("2022-04-01"), day("2022-05-01"));
        assert_eq!(known_since(march, [Some(may), Some(april), None]), april);
        assert_eq!(known_since(april, [Some(march)]), april);
        assert_eq!(known_since(march, [None]), march);
        assert_eq!(known_since(march, []), march);
    }
}
