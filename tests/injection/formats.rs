//! What each kind of published file must be, whatever words it holds.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use regex::Regex;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};
use std::sync::LazyLock;

/// The names of elements, and of attributes with their elements: `a@href`. Every `<` begins one, and every value is in quotation
/// marks, so that what breaks out of its place is seen; a browser reads the same pages in tests/web/inject.mjs.
pub fn elements(path: &str, html: &str) -> BTreeSet<String> {
    static PARTS: LazyLock<[Regex; 3]> = LazyLock::new(|| {
        let inside = r"(?s)(<(?:script|style)[^<>]*>).*?(</(?:script|style)>)|<!DOCTYPE html>";
        let tag = r#"</?([a-z][a-z0-9]*)((?:\s+[a-zA-Z:.-]+(?:=(?:"[^"<>]*"|[a-z0-9]+))?)*)\s*/?>"#;
        let attribute = r#"\s([a-zA-Z:.-]+)(?:="[^"]*")?"#;
        [inside, tag, attribute].map(|pattern| Regex::new(pattern).unwrap())
    });
    let [inside, tag, attribute] = &*PARTS;
    let html = inside.replace_all(html, "$1$2");
    let rest = tag.replace_all(&html, "");
    assert!(
        !rest.contains('<'),
        "{path}: {:?}",
        rest.split_once('<')
            .map(|(_, rest)| rest.chars().take(80).collect::<String>())
    );
    let found = tag
        .captures_iter(&html)
        .map(|c| (c[1].to_owned(), c[2].to_owned()));
    let named = found.flat_map(|(name, rest)| {
        let attributes = attribute
            .captures_iter(&rest)
            .map(|a| format!("{name}@{}", &a[1]))
            .collect::<Vec<_>>();
        attributes.into_iter().chain([name])
    });
    named.collect()
}

/// Every text in lines of JSON.
pub fn texts(lines: &str) -> Vec<String> {
    fn walk(value: Value, found: &mut Vec<String>) {
        match value {
            Value::String(text) => found.push(text),
            Value::Array(list) => list.into_iter().for_each(|value| walk(value, found)),
            Value::Object(map) => map.into_iter().for_each(|(_, value)| walk(value, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    lines
        .lines()
        .for_each(|line| walk(serde_json::from_str(line).unwrap(), &mut found));
    found
}

/// JSON-LD is JSON, and nothing in it ends its element.
pub fn linked(path: &str, html: &str) {
    for part in html.split("<script type=\"application/ld+json\">").skip(1) {
        let json = part.split("</script>").next().unwrap();
        assert!(!json.contains(['<', '>']), "{path}: {json}");
        let graph: Value =
            serde_json::from_str(json).unwrap_or_else(|e| panic!("{path}: {e}: {json}"));
        assert!(graph["@graph"].is_array(), "{path}");
    }
}

/// Both feeds say the same.
pub fn feed(path: &str, atom: &str, json: Option<&str>) {
    let feed = atom_syndication::Feed::read_from(atom.as_bytes())
        .unwrap_or_else(|e| panic!("{path}: {e}"));
    let json = json.map(|json| serde_json::from_str::<Value>(json).unwrap());
    if let Some(json) = &json {
        let of_json = json["items"].as_array().unwrap().iter().map(|item| {
            let field = |name: &str| item[name].as_str().unwrap().to_owned();
            [field("title"), field("id"), field("content_html")]
        });
        let of_atom = feed.entries.iter().map(|entry| {
            let content = entry.content.as_ref().and_then(|c| c.value.clone());
            [
                entry.title.as_str().to_owned(),
                entry.id.clone(),
                content.unwrap_or_default(),
            ]
        });
        assert_eq!(
            feed.title.as_str(),
            json["title"].as_str().unwrap(),
            "{path}"
        );
        assert!(of_atom.eq(of_json), "{path}");
    }
    for entry in &feed.entries {
        let content = entry
            .content
            .as_ref()
            .and_then(|c| c.value.as_deref())
            .unwrap_or_default();
        // Nothing but paragraphs and links to what the records name.
        for tag in content.split('<').skip(1) {
            let is_known = ["p>", "/p>", "/a>", "a href=\"http"]
                .iter()
                .any(|known| tag.starts_with(known));
            assert!(is_known, "{path}: <{tag}");
        }
    }
}

/// No line but those that a calendar has, none longer than 75 bytes, none of another's.
pub fn calendar(path: &str, text: &str) {
    const KNOWN: [&str; 16] = [
        "BEGIN:VCALENDAR",
        "END:VCALENDAR",
        "BEGIN:VEVENT",
        "END:VEVENT",
        "VERSION:",
        "PRODID:",
        "CALSCALE:",
        "METHOD:",
        "NAME:",
        "X-WR-CALNAME:",
        "UID:",
        "DTSTAMP:",
        "DTSTART;VALUE=DATE:",
        "SUMMARY:",
        "DESCRIPTION:",
        "CLASS:",
    ];
    assert!(
        text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']),
        "{path}"
    );
    let too_long = text.split("\r\n").find(|line| line.len() > 75);
    assert_eq!(too_long, None, "{path}");
    for line in text.replace("\r\n ", "").split_terminator("\r\n") {
        let is_known = KNOWN
            .iter()
            .chain(&["URL:", "TRANSP:"])
            .any(|name| line.starts_with(name));
        assert!(is_known && !line.contains("X-Evil: 1\r"), "{path}: {line}");
    }
    assert_eq!(
        text.matches("BEGIN:VEVENT").count(),
        text.matches("\r\nEND:VEVENT\r\n").count(),
        "{path}"
    );
}

pub fn ris(path: &str, text: &str) {
    let tags: Vec<&str> = text
        .split_terminator("\r\n")
        .map(|line| line.split("  - ").next().unwrap())
        .collect();
    assert!(
        tags.iter().all(|tag| tag.len() == 2
            && tag
                .bytes()
                .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())),
        "{path}: {text}"
    );
    assert_eq!(
        (
            tags.first(),
            tags.iter().filter(|t| **t == "TY").count(),
            tags.iter().filter(|t| **t == "ER").count()
        ),
        (Some(&"TY"), 1, 1),
        "{path}"
    );
}

/// One entry, whose braces are closed where it ends and nowhere before.
pub fn bibtex(path: &str, text: &str) {
    let (mut depth, mut escaped) = (0, false);
    for (at, c) in text.trim_end().char_indices() {
        match c {
            '{' if !escaped => depth += 1,
            '}' if !escaped => depth -= 1,
            _ => {}
        }
        escaped = c == '\\' && !escaped;
        assert!(
            depth > 0 || at == text.trim_end().len() - 1 || text[..at].find('{').is_none(),
            "{path}: {text}"
        );
    }
    assert_eq!(depth, 0, "{path}: {text}");
}

/// One template in one line.
pub fn wiki(path: &str, text: &str) {
    let inside = text
        .strip_prefix("{{cite web |")
        .and_then(|t| t.strip_suffix("}}\n"));
    let inside = inside
        .unwrap_or_else(|| panic!("{path}: {text}"))
        .replace("{{!}}", "");
    assert!(
        !inside.contains("{{")
            && !inside.contains("}}")
            && !inside.contains("[[")
            && !inside.contains('\n'),
        "{path}: {text}"
    );
    assert_eq!(inside.matches('|').count(), 5, "{path}: {text}");
}

/// Every row is as long as the heading, and no cell is a formula.
pub fn table(path: &str, bytes: &[u8]) {
    let mut rows = csv::Reader::from_reader(bytes);
    for row in rows.records() {
        let row = row.unwrap_or_else(|e| panic!("{path}: {e}"));
        let formula = row.iter().find(|cell| {
            cell.trim_start_matches([' ', '"'])
                .starts_with(['=', '+', '-', '@', '\t', '\r', '＝'])
        });
        assert_eq!(formula, None, "{path}");
    }
}

/// A row of a sheet: in each column its text, if there is one.
pub type Row = BTreeMap<String, String>;

/// The rows of each sheet of a workbook, from 1. Every cell is a text, a number or a truth; no part, element or formula is there that
/// jhur does not write.
pub fn workbook(path: &str, bytes: &[u8]) -> BTreeMap<String, BTreeMap<u32, Row>> {
    static PARTS: LazyLock<[Regex; 6]> = LazyLock::new(|| {
        [
            r"^(\[Content_Types\]|_rels/\.rels|docProps/(app|core)|xl/(workbook|styles|sharedStrings|theme/theme1|worksheets/sheet\d+)|xl/_rels/workbook\.xml)(\.xml|\.rels|)$",
            r#"<si><t(?: xml:space="preserve")?>([^<]*)</t></si>"#,
            r#"<c r="([A-Z]+)(\d+)"(?: s="\d+")?(?: t="([sb])")?(?:/>|><v>([^<]*)</v></c>)"#,
            r#"<sheet name="([^"]*)""#,
            r"_x([0-9A-F]{4})_",
            r#"<formula[12]>('(Daftar|Lists)'!\$[A-Z]+\$2:\$[A-Z]+\$\d+|"true"|\d+)</formula[12]>"#,
        ]
        .map(|pattern| Regex::new(pattern).unwrap())
    });
    let [known, string, cell, sheet, coded, rule] = &*PARTS;
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let (name, mut text) = (file.name().unwrap().into_owned(), String::new());
        assert!(known.is_match(&name), "{path}: {name}");
        file.read_to_string(&mut text).unwrap();
        well_formed(&name, &text);
        parts.insert(name, text);
    }
    let plain = |text: &str| quick_xml::escape::unescape(text).unwrap().into_owned();
    let letter = |code: &regex::Captures<'_>| {
        char::from_u32(u32::from_str_radix(&code[1], 16).unwrap())
            .unwrap()
            .to_string()
    };
    let shared = &parts["xl/sharedStrings.xml"];
    let strings: Vec<String> = string
        .captures_iter(shared)
        .map(|c| coded.replace_all(&plain(&c[1]), letter).into_owned())
        .collect();
    assert_eq!(
        string.replace_all(shared, "").matches('<').count(),
        3,
        "{path}: of the shared texts only the frame is left"
    );
    let mut sheets = BTreeMap::new();
    for (n, name) in (1..).zip(sheet.captures_iter(&parts["xl/workbook.xml"])) {
        let text = &parts[&format!("xl/worksheets/sheet{n}.xml")];
        let mut rows: BTreeMap<u32, Row> = BTreeMap::new();
        for c in cell
            .captures_iter(text)
            .filter(|c| c.get(3).is_some_and(|kind| kind.as_str() == "s"))
        {
            let text = strings[c[4].parse::<usize>().unwrap()].clone();
            rows.entry(c[2].parse().unwrap())
                .or_default()
                .insert(c[1].to_owned(), text);
        }
        let rest = rule
            .replace_all(&cell.replace_all(text, ""), "")
            .into_owned();
        for tag in [
            "<c ",
            "<c>",
            "<f",
            "<is",
            "<hyperlink",
            "<legacy",
            "<drawing",
            "<ole",
        ] {
            assert!(!rest.contains(tag), "{path}: {tag}: {rest}");
        }
        sheets.insert(plain(&name[1]), rows);
    }
    sheets
}

/// XML as every reader takes it.
fn well_formed(path: &str, text: &str) {
    let mut reader = quick_xml::Reader::from_str(text);
    while !matches!(
        reader
            .read_event()
            .unwrap_or_else(|e| panic!("{path}: {e}")),
        quick_xml::events::Event::Eof
    ) {}
    let is_none = |c: char| {
        (c < ' ' && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{FFFE}' | '\u{FFFF}')
    };
    assert!(
        !text.contains(is_none),
        "{path}: a character that XML does not have"
    );
}

/// The citations that a citation page holds, each with the end of its file's name.
pub fn citations(html: &str) -> Vec<(&'static str, String)> {
    static LINK: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r#"href="data:[^"]*?;base64,([^"]*)" download="[^"]*?\.([a-z.]+)""#).unwrap()
    });
    let ends = ["bib", "ris", "csl.json", "wiki.txt"];
    let mut found = Vec::new();
    for link in LINK.captures_iter(html) {
        let end = ends.into_iter().find(|end| *end == &link[2]).unwrap();
        let bytes = BASE64_STANDARD.decode(&link[1]).unwrap();
        found.push((end, String::from_utf8(bytes).unwrap()));
    }
    found
}

/// A picture of its size and nothing else; nothing is drawn over its edges.
pub fn card(path: &str, bytes: &[u8]) {
    let (mut rest, mut parts) = (&bytes[8..], Vec::new());
    while let Some((length, after)) = rest.split_first_chunk::<4>() {
        let (part, after) =
            after.split_at(4 + usize::try_from(u32::from_be_bytes(*length)).unwrap());
        parts.push(part);
        rest = &after[4..];
    }
    let named = |name: &[u8]| parts.iter().filter(|part| part.starts_with(name)).count();
    let [header, data, end] = [&b"IHDR"[..], b"IDAT", b"IEND"].map(named);
    // Palette and pixels, no words.
    assert_eq!((header, end, parts.len()), (1, 1, 3 + data), "{path}");
    let card = image::load_from_memory(bytes).unwrap().to_rgb8();
    assert_eq!(card.dimensions(), (1200, 630), "{path}");
    let (ground, mut edge) = (
        card.get_pixel(1199, 0),
        (1130..1200).flat_map(|x| (0..630).map(move |y| (x, y))),
    );
    assert!(edge.all(|(x, y)| card.get_pixel(x, y) == ground), "{path}");
    assert!(
        ground.0.iter().all(|part| *part > 200),
        "{path} is covered: {ground:?}"
    );
}

/// What the search says of each page, by the page's address.
pub fn found(site: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Value> {
    let fragments = site
        .iter()
        .filter(|(path, _)| path.ends_with(".pf_fragment"));
    let read = |(path, bytes): (&String, &Vec<u8>)| {
        let mut text = String::new();
        flate2::read::GzDecoder::new(&bytes[..])
            .read_to_string(&mut text)
            .unwrap();
        let record: Value =
            serde_json::from_str(text.strip_prefix("pagefind_dcd").unwrap()).unwrap();
        assert!(!text.contains(jhur::diag::is_invisible), "{path}");
        (record["url"].as_str().unwrap().to_owned(), record)
    };
    fragments.map(read).collect()
}

/// Words in one line.
pub fn line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
