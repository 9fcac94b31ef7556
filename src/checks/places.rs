//! Where personal data and redacted words can stand besides the texts: keys, names of photographs,
//! web addresses; and which parts of the records are withheld.

use crate::diag::{FileId, Span};
use crate::records::{Records, Source};
use std::collections::BTreeMap;

/// A text and the span in which a message looks for it.
type Place<'r> = (&'r str, Span);

/// The keys of all that has a page, a source or an address of its own.
pub(super) fn keys(records: &Records) -> Vec<Place<'_>> {
    let mut keys = Vec::new();
    for district in &records.districts {
        let villages = district.villages.iter().map(|village| &village.key);
        keys.extend(villages.chain([&district.key]));
    }
    keys.extend(records.offices.iter().map(|office| &office.key));
    keys.extend(records.topics.iter().map(|topic| &topic.key));
    keys.extend(records.pages.iter().map(|page| &page.key));
    for stop in &records.stops {
        keys.extend(stop.sources.iter().filter_map(|source| source.id.as_ref()));
        for entry in stop.entries() {
            keys.push(entry.id);
            keys.extend(entry.commitments().map(|commitment| &commitment.id));
        }
    }
    keys.into_iter()
        .map(|key| (key.as_str(), key.span))
        .collect()
}

/// The names of photographs.
pub(super) fn file_names(records: &Records) -> Vec<Place<'_>> {
    let of_stops = records.stops.iter().flat_map(|stop| &stop.photos);
    let of_follow_ups = records.follow_ups.iter().flat_map(|news| &news.photos);
    let photos = of_stops.chain(of_follow_ups);
    photos
        .map(|photo| (photo.file.as_str(), photo.file.span))
        .collect()
}

/// The web addresses of sources and offices.
pub(super) fn addresses(records: &Records) -> Vec<Place<'_>> {
    let mut addresses = Vec::new();
    for stop in &records.stops {
        for source in &stop.sources {
            addresses.extend(source_addresses(source, source.span));
        }
    }
    for news in &records.follow_ups {
        for source in &news.sources {
            addresses.extend(source_addresses(source, news.span));
        }
    }
    for office in &records.offices {
        addresses.extend(office.url.iter().map(|url| (url.as_str(), office.key.span)));
    }
    addresses
}

fn source_addresses(source: &Source, span: Span) -> impl Iterator<Item = Place<'_>> {
    let urls = source.url.iter().chain(&source.archived);
    urls.map(move |url| (url.as_str(), span))
}

/// The parts of the records that are withheld, by file.
pub(super) fn withheld_spans(records: &Records) -> BTreeMap<FileId, Vec<Span>> {
    let mut spans: BTreeMap<FileId, Vec<Span>> = BTreeMap::new();
    for aspiration in records.stops.iter().flat_map(|stop| &stop.aspirations) {
        for span in aspiration.withheld_spans() {
            spans.entry(span.file).or_default().push(span);
        }
    }
    spans
}
