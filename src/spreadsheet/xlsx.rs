//! .xlsx, as Excel, `LibreOffice`, Google and WPS write it.

use super::xml::{Tag, Token, Xml};
use super::zip_archive::Package;
use super::{Cell, Doubt, LAST_COLUMN, LAST_ROW, Merged, Refused, Room, Sheet, date, mark, number};
use std::collections::BTreeMap;

/// Phonetic hints to a text are no part of it.
const HINTS: [&str; 1] = ["rPh"];

pub(super) fn read(package: &mut Package) -> Result<Vec<Sheet>, Refused> {
    let top = relations(package, "")?;
    let book = top.iter().find(|r| r.kind == "officeDocument").ok_or(Refused::Foreign)?.target.clone();
    let text = package.text(&book)?.ok_or(Refused::Foreign)?;
    let relations = relations(package, &book)?;
    let part = |kind: &str| relations.iter().find(|r| r.kind == kind).map(|r| r.target.clone());
    let from_1904 = Xml::all(&text, "workbookPr")?.first().and_then(|tag| tag.get("date1904"));
    let context = Context {
        strings: strings(&part_text(package, part("sharedStrings"))?)?,
        dates: dates(&part_text(package, part("styles"))?)?,
        from_1904: from_1904.is_some_and(|word| matches!(&*word, "1" | "true" | "on")),
    };
    let mut room = Room::new();
    let mut sheets = Vec::new();
    for tag in Xml::all(&text, "sheet")? {
        let target = relations.iter().find(|r| Some(&r.id) == tag.get("id").as_ref());
        let Some(target) = target.filter(|r| r.kind == "worksheet") else { continue };
        let Some(part) = package.text(&target.target)? else { continue };
        sheets.push(context.sheet(&tag.get("name").unwrap_or_default(), &part, &mut room)?);
    }
    if sheets.is_empty() { Err(Refused::Foreign) } else { Ok(sheets) }
}

/// Where a part leads to.
struct Relation {
    id: String,
    /// The last word of its type.
    kind: String,
    target: String,
}

/// Where a part leads to; the file as a whole is the part without a name.
fn relations(package: &mut Package, part: &str) -> Result<Vec<Relation>, Refused> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let text = part_text(package, Some(format!("{folder}/_rels/{name}.rels")))?;
    let relation = |tag: &Tag<'_>| {
        let target = tag.get("Target").unwrap_or_default();
        let kind = tag.get("Type").unwrap_or_default();
        Relation {
            id: tag.get("Id").unwrap_or_default(),
            kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
            target: if target.starts_with('/') { target } else { within(folder, &target) },
        }
    };
    Ok(Xml::all(&text, "Relationship")?.iter().map(relation).collect())
}

/// A part as it is called from a folder.
fn within(folder: &str, target: &str) -> String {
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// A part that may be missing.
fn part_text(package: &mut Package, name: Option<String>) -> Result<String, Refused> {
    Ok(name.map(|name| package.text(&name)).transpose()?.flatten().unwrap_or_default())
}

/// The texts that cells share.
fn strings(text: &str) -> Result<Vec<String>, Refused> {
    let mut xml = Xml::new(text);
    let mut found = Vec::new();
    loop {
        match xml.next()? {
            Token::Open(tag) if tag.name == "si" => found.push(unescaped(&runs(&mut xml)?)),
            Token::End => return Ok(found),
            _ => {}
        }
    }
}

/// The texts of a cell, joined; spaces between tags are no part of them.
fn runs(xml: &mut Xml<'_>) -> Result<String, Refused> {
    let (mut text, mut open) = (String::new(), 1);
    while open > 0 {
        match xml.next()? {
            Token::Open(tag) if tag.name == "t" => text.push_str(&xml.text(&[])?),
            Token::Open(tag) if HINTS.contains(&&*tag.name) => xml.skip()?,
            Token::Open(_) => open += 1,
            Token::Close(_) => open -= 1,
            Token::Text(_) => {}
            Token::End => return Err(Refused::Damaged),
        }
    }
    Ok(text)
}

/// Excel writes characters that XML does not have as `_x000D_`.
fn unescaped(text: &str) -> String {
    let mut done = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6).filter(|_| rest.get(at + 6..at + 7) == Some("_"));
        let character = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        done.push_str(&rest[..at]);
        if let Some(character) = character {
            done.push(character);
            rest = &rest[at + 7..];
        } else {
            done.push_str("_x");
            rest = &rest[at + 2..];
        }
    }
    done + rest
}

/// Which styles of cells show days.
fn dates(text: &str) -> Result<Vec<bool>, Refused> {
    let id = |tag: &Tag<'_>| tag.get("numFmtId").and_then(|id| id.parse().ok());
    let mut codes: BTreeMap<u32, String> = BTreeMap::new();
    let (mut found, mut is_inside) = (Vec::new(), false);
    let mut xml = Xml::new(text);
    loop {
        match xml.next()? {
            Token::Open(tag) if tag.name == "numFmt" => {
                codes.extend(id(&tag).zip(tag.get("formatCode")));
            }
            Token::Open(tag) if tag.name == "cellXfs" => is_inside = true,
            Token::Close(name) if name == "cellXfs" => is_inside = false,
            Token::Open(tag) if is_inside && tag.name == "xf" => {
                found.push(id(&tag).is_some_and(|id| date::is_date(id, codes.get(&id).map(String::as_str))));
            }
            Token::End => return Ok(found),
            _ => {}
        }
    }
}

/// What cells refer to.
struct Context {
    strings: Vec<String>,
    dates: Vec<bool>,
    from_1904: bool,
}

impl Context {
    fn sheet(&self, name: &str, text: &str, room: &mut Room) -> Result<Sheet, Refused> {
        let mut sheet = Sheet { name: name.to_owned(), ..Sheet::default() };
        let mut xml = Xml::new(text);
        let (mut row, mut column) = (0, 0);
        let mut merged = Vec::new();
        loop {
            match xml.next()? {
                Token::Open(tag) if tag.name == "row" => {
                    row = tag.get("r").and_then(|r| r.parse().ok()).unwrap_or(row + 1).min(LAST_ROW + 1);
                    column = 0;
                }
                Token::Open(tag) if tag.name == "c" => {
                    if let Some(place) = tag.get("r") {
                        (row, column) = position(&place).ok_or(Refused::Damaged)?;
                    }
                    let cell = self.cell(&tag, &mut xml)?;
                    room.put(&mut sheet, row, column, cell)?;
                    column += 1;
                }
                Token::Open(tag) if tag.name == "mergeCell" => merged.extend(tag.get("ref").as_deref().and_then(area)),
                Token::End => break,
                _ => {}
            }
        }
        mark(&mut sheet, &merged, room)?;
        Ok(sheet)
    }

    fn cell(&self, tag: &Tag<'_>, xml: &mut Xml<'_>) -> Result<Cell, Refused> {
        let kind = tag.get("t").unwrap_or_default();
        let (mut value, mut inline, mut has_formula) = (None, None, false);
        loop {
            match xml.next()? {
                Token::Open(tag) if tag.name == "v" => value = Some(xml.text(&[])?),
                Token::Open(tag) if tag.name == "is" => inline = Some(runs(xml)?),
                Token::Open(tag) => {
                    has_formula |= tag.name == "f";
                    xml.skip()?;
                }
                Token::Close(_) => break,
                Token::Text(_) => {}
                Token::End => return Err(Refused::Damaged),
            }
        }
        if let Some(text) = inline {
            return Ok(Cell { text: unescaped(&text), doubt: None });
        }
        let Some(value) = value.filter(|value| !value.is_empty() || kind == "str") else {
            return Ok(Cell { text: String::new(), doubt: has_formula.then_some(Doubt::Formula) });
        };
        let text = match &*kind {
            "s" => value.trim().parse().ok().and_then(|n: usize| self.strings.get(n)).ok_or(Refused::Damaged)?.clone(),
            "str" => unescaped(&value),
            "b" => if matches!(value.trim(), "1" | "true") { "true" } else { "false" }.to_owned(),
            "d" => value.trim().trim_end_matches("T00:00:00").to_owned(),
            "e" => return Ok(Cell { text: value, doubt: Some(Doubt::Error) }),
            _ => self.number(&value, tag.get("s").and_then(|s| s.parse().ok()).unwrap_or_default()),
        };
        Ok(Cell { text, doubt: None })
    }

    fn number(&self, value: &str, style: usize) -> String {
        let is_date = self.dates.get(style).copied().unwrap_or_default();
        let day = value.trim().parse().ok().filter(|_| is_date).and_then(|n| date::day(n, self.from_1904));
        day.unwrap_or_else(|| number(value))
    }
}

/// Row and column of `C14`.
fn position(place: &str) -> Option<(u32, u32)> {
    let digits = place.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = place.split_at(digits);
    if letters.is_empty() || letters.len() > 3 || row.len() > 7 || !letters.bytes().all(|b| b.is_ascii_alphabetic()) {
        return None;
    }
    let column = letters.bytes().fold(0, |sum, b| sum * 26 + u32::from(b.to_ascii_uppercase() - b'A') + 1) - 1;
    let row = row.parse().ok()?;
    ((1..=LAST_ROW).contains(&row) && column <= LAST_COLUMN).then_some((row, column))
}

/// The cells of `A1:B2`.
fn area(text: &str) -> Option<Merged> {
    let (from, to) = text.split_once(':')?;
    let (from, to) = (position(from)?, position(to)?);
    Some(Merged { rows: (from.0, to.0), columns: (from.1, to.1) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places() {
        assert_eq!(position("C14"), Some((14, 2)));
        assert_eq!(position("XFD1048576"), Some((LAST_ROW, LAST_COLUMN)));
        for wrong in ["", "14", "C", "C0", "XFE1", "A1048577", "ZZZZZZZZ1", "A99999999999", "$A$1"] {
            assert_eq!(position(wrong), None, "{wrong}");
        }
        assert_eq!(within("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(within("xl/a", "../../../b.xml"), "b.xml");
    }

    #[test]
    fn characters_that_xml_has_not() {
        assert_eq!(unescaped("a_x000D_b _x005F_x0041_ _xzz _x00"), "a\rb _x0041_ _xzz _x00");
    }
}
