//! Places in a photograph's metadata besides EXIF: in XMP (properties in XML) and in IPTC's IIM,
//! which JPEG keeps in a segment of Photoshop's. For `media`.
//!
//! Read as far as they can be; what is compressed (XMP in some PNG) is not seen. None of it is
//! published: photographs are drawn anew.

use memchr::memmem;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::ops::RangeInclusive;

/// Properties of XMP that say where it was, without their prefixes: GPS data (exif), names of
/// places (photoshop, IPTC's two). A country alone is none.
const XMP_PLACES: [&[u8]; 11] = [
    b"GPSLatitude",
    b"GPSLongitude",
    b"GPSDestLatitude",
    b"GPSDestLongitude",
    b"GPSPosition",
    b"Location",
    b"Sublocation",
    b"City",
    b"State",
    b"LocationCreated",
    b"LocationShown",
];

/// The datasets of IPTC's record 2 that name a place: content location, city, sublocation,
/// province.
const IPTC_PLACES: [RangeInclusive<u8>; 2] = [26..=27, 90..=95];

/// How a JPEG's segment with IPTC data starts, and the resource in it that holds them.
const PHOTOSHOP_SEGMENT: &[u8] = b"Photoshop 3.0\0";
const IPTC_RESOURCE: &[u8] = b"8BIM\x04\x04";

/// Whether a packet of XMP in a file names a place.
pub(super) fn has_xmp_location(contents: &[u8]) -> bool {
    let starts = memmem::find_iter(contents, b"<x:xmpmeta");
    starts.into_iter().any(|start| {
        let packet = &contents[start..];
        let end = memmem::find(packet, b"</x:xmpmeta>").unwrap_or(packet.len());
        packet_has_place(&packet[..end])
    })
}

fn packet_has_place(packet: &[u8]) -> bool {
    let mut reader = Reader::from_reader(packet);
    // How many elements are open inside of one that holds a place.
    let mut inside = 0;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => {
                if has_place_attribute(&tag, inside > 0) {
                    return true;
                }
                let is_place = XMP_PLACES.contains(&tag.local_name().as_ref());
                inside += usize::from(inside > 0 || is_place);
            }
            Ok(Event::Empty(tag)) if has_place_attribute(&tag, inside > 0) => return true,
            Ok(Event::End(_)) => inside = inside.saturating_sub(1),
            Ok(Event::Text(text)) if inside > 0 && !text.trim_ascii().is_empty() => return true,
            Ok(Event::CData(text)) if inside > 0 && !text.trim_ascii().is_empty() => return true,
            Ok(Event::Eof) | Err(_) => return false,
            Ok(_) => {}
        }
    }
}

/// Whether a tag has a place as an attribute. Inside of a place only those of RDF itself say
/// nothing.
fn has_place_attribute(tag: &BytesStart<'_>, is_inside: bool) -> bool {
    let mut attributes = tag.attributes();
    let mut attributes = attributes.with_checks(false).flatten();
    attributes.any(|attribute| {
        let name = attribute.key.local_name();
        let is_place = XMP_PLACES.contains(&name.as_ref());
        let is_part = is_inside && attribute.key.as_ref().starts_with(b"Iptc4xmpExt:");
        (is_place || is_part) && !attribute.value.trim_ascii().is_empty()
    })
}

/// Whether IPTC data in a JPEG name a place.
pub(super) fn has_iptc_location(contents: &[u8]) -> bool {
    memmem::find_iter(contents, PHOTOSHOP_SEGMENT).any(|start| {
        let resources = &contents[start + PHOTOSHOP_SEGMENT.len()..];
        let resource = memmem::find(resources, IPTC_RESOURCE);
        resource.is_some_and(|at| {
            let rest = &resources[at + IPTC_RESOURCE.len()..];
            resource_data(rest).is_some_and(datasets_have_place)
        })
    })
}

/// The data of a resource behind its number: a name with its length before it, filled up to an even
/// number of bytes, four bytes of length, the data.
fn resource_data(rest: &[u8]) -> Option<&[u8]> {
    let name = usize::from(*rest.first()?) + 1;
    let rest = rest.get(name + name % 2..)?;
    let (length, data) = rest.split_first_chunk::<4>()?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    // A file that was cut off holds what it holds.
    Some(&data[..length.min(data.len())])
}

/// Whether one of the datasets (28, record, number, two bytes of length, the value) is a place.
fn datasets_have_place(mut data: &[u8]) -> bool {
    while let [0x1C, record, number, high, low, rest @ ..] = data {
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        let value = &rest[..length.min(rest.len())];
        let is_place = *record == 2 && IPTC_PLACES.iter().any(|places| places.contains(number));
        if is_place && !value.trim_ascii().is_empty() {
            return true;
        }
        data = &rest[value.len()..];
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{has_iptc_location, has_xmp_location};

    fn xmp(inner: &str) -> Vec<u8> {
        format!("..<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF>{inner}</rdf:RDF></x:xmpmeta>..")
            .into()
    }

    #[test]
    fn xmp_names_a_place_as_attribute_or_element() {
        for inner in [
            "<rdf:Description exif:GPSLatitude='8,20.5S'/>",
            "<rdf:Description><photoshop:City>Rekaan</photoshop:City></rdf:Description>",
            "<rdf:Description Iptc4xmpCore:Location='Dusun Rekaan'></rdf:Description>",
            "<rdf:Description><Iptc4xmpExt:LocationCreated><rdf:Bag><rdf:li><Iptc4xmpExt:WorldRegion>A</Iptc4xmpExt:WorldRegion></rdf:li></rdf:Bag></Iptc4xmpExt:LocationCreated></rdf:Description>",
            "<rdf:Description><Iptc4xmpExt:LocationShown><rdf:Bag><rdf:li Iptc4xmpExt:LocationName='A'/></rdf:Bag></Iptc4xmpExt:LocationShown></rdf:Description>",
        ] {
            assert!(has_xmp_location(&xmp(inner)), "{inner}");
        }
        for inner in [
            "<rdf:Description photoshop:City='' photoshop:Country='Indonesia'/>",
            "<rdf:Description><photoshop:City> </photoshop:City><dc:title>A</dc:title></rdf:Description>",
            "<rdf:Description",
        ] {
            assert!(!has_xmp_location(&xmp(inner)), "{inner}");
        }
    }

    #[test]
    fn iptc_names_a_place() {
        let iptc = |number: u8, value: &[u8]| {
            let mut data = b"\x1c\x02\x05\0\x01A\x1c\x02".to_vec();
            data.extend([number, 0, u8::try_from(value.len()).unwrap()]);
            data.extend(value);
            let mut file = b"..Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0".to_vec();
            file.push(u8::try_from(data.len()).unwrap());
            file.extend(data);
            file
        };
        assert!(has_iptc_location(&iptc(90, b"Rekaan")));
        assert!(has_iptc_location(&iptc(92, b"Dusun Rekaan")));
        assert!(!has_iptc_location(&iptc(90, b"  ")));
        assert!(!has_iptc_location(&iptc(120, b"Warga di balai desa")));
        let cut = iptc(90, b"Rekaan");
        for length in 0..cut.len() - 6 {
            assert!(!has_iptc_location(&cut[..length]), "{length}");
        }
    }
}
