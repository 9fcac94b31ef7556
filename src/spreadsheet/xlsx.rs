//! Reads .xlsx files (Office Open XML), as Excel, `LibreOffice`, Google and WPS write them.

use super::date;
use super::sheet::{
    Budget, Cell, CellProblem, LAST_COLUMN, LAST_ROW, MergedRange, ReadError, Result, Sheet,
    damaged, format_number, mark_merged,
};
use super::xml::{StartTag, Token, XmlReader};
use super::zip_archive::ZipPackage;
use std::collections::BTreeMap;

/// The element of phonetic hints, which are no part of a text.
const PHONETIC_HINT: &str = "rPh";

pub(super) fn read_sheets(package: &mut ZipPackage) -> Result<Vec<Sheet>> {
    let top = read_relationships(package, "")?;
    // The workbook may have any name; only the relationships of the whole file say which part it
    // is.
    let workbook = find_target(&top, "officeDocument").ok_or(ReadError::NotSpreadsheet)?;
    let text = package
        .read_part(workbook)?
        .ok_or(ReadError::NotSpreadsheet)?;
    let relations = read_relationships(package, workbook)?;
    let from_1904 = XmlReader::find_tags(&text, "workbookPr")?
        .first()
        .and_then(|tag| tag.attribute("date1904"));
    let context = WorkbookContext {
        shared_strings: read_shared_strings(&read_target(package, &relations, "sharedStrings")?)?,
        date_styles: read_date_styles(&read_target(package, &relations, "styles")?)?,
        from_1904: from_1904.is_some_and(|word| matches!(&*word, "1" | "true" | "on")),
    };
    let mut budget = Budget::new();
    let mut sheets = Vec::new();
    for tag in XmlReader::find_tags(&text, "sheet")? {
        let id = tag.attribute("id");
        // A sheet may also be a chart or a macro, and has no cells then.
        if let Some(relation) = relations.iter().find(|r| Some(&r.id) == id.as_ref())
            && relation.kind == "worksheet"
            && let Some(part) = package.read_part(&relation.target)?
        {
            let name = tag.attribute("name").unwrap_or_default();
            sheets.push(context.read_sheet(name, &part, &mut budget)?);
        }
    }
    if sheets.is_empty() {
        Err(ReadError::NotSpreadsheet)
    } else {
        Ok(sheets)
    }
}

/// A link from one part of the file to another.
struct Relationship {
    id: String,
    /// The last word of its type.
    kind: String,
    target: String,
}

/// The part to which the first link of a kind leads.
fn find_target<'r>(relations: &'r [Relationship], kind: &str) -> Option<&'r str> {
    let relation = relations.iter().find(|relation| relation.kind == kind)?;
    Some(&relation.target)
}

/// The links of a part; the file as a whole is the part without a name.
fn read_relationships(package: &mut ZipPackage, part: &str) -> Result<Vec<Relationship>> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let text = package
        .read_part(&format!("{folder}/_rels/{name}.rels"))?
        .unwrap_or_default();
    let mut relations = Vec::new();
    for tag in XmlReader::find_tags(&text, "Relationship")? {
        let target = tag.attribute("Target").unwrap_or_default();
        // The type is an address that differs between editions of the standard, but for its end.
        let kind = tag.attribute("Type").unwrap_or_default();
        relations.push(Relationship {
            id: tag.attribute("Id").unwrap_or_default(),
            kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
            target: if target.starts_with('/') {
                target
            } else {
                resolve_path(folder, &target)
            },
        });
    }
    Ok(relations)
}

/// The name of a part that is linked from a part in `folder`.
fn resolve_path(folder: &str, target: &str) -> String {
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

/// The text of the part to which the first link of a kind leads; empty if there is none.
fn read_target(package: &mut ZipPackage, relations: &[Relationship], kind: &str) -> Result<String> {
    match find_target(relations, kind) {
        Some(name) => Ok(package.read_part(name)?.unwrap_or_default()),
        None => Ok(String::new()),
    }
}

/// The table of texts that cells refer to by number.
fn read_shared_strings(text: &str) -> Result<Vec<String>> {
    let mut xml = XmlReader::new(text);
    let mut found = Vec::new();
    loop {
        match xml.next_token()? {
            Token::Open(tag) if tag.name == "si" => {
                found.push(unescape_ooxml(&read_rich_text(&mut xml)?));
            }
            Token::EndOfFile => return Ok(found),
            _ => {}
        }
    }
}

/// The text of an element whose pieces have formats of their own; white space between the pieces is
/// not part of it.
fn read_rich_text(xml: &mut XmlReader<'_>) -> Result<String> {
    let (mut text, mut open) = (String::new(), 1);
    while open > 0 {
        match xml.next_token()? {
            Token::Open(tag) if tag.name == "t" => text.push_str(&xml.read_text()?),
            Token::Open(tag) if tag.name == PHONETIC_HINT => xml.skip_element()?,
            Token::Open(_) => open += 1,
            Token::Close(_) => open -= 1,
            Token::Text(_) => {}
            Token::EndOfFile => return Err(ReadError::Damaged),
        }
    }
    Ok(text)
}

/// Replaces `_x000D_` by its character: so Excel writes what XML has no way to write.
fn unescape_ooxml(text: &str) -> String {
    let mut unescaped = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let code = rest
            .get(at + 2..at + 6)
            .filter(|_| rest.get(at + 6..at + 7) == Some("_"));
        let character = code
            .and_then(|code| u32::from_str_radix(code, 16).ok())
            .and_then(char::from_u32);
        unescaped.push_str(&rest[..at]);
        if let Some(character) = character {
            unescaped.push(character);
            rest = &rest[at + 7..];
        } else {
            unescaped.push_str("_x");
            rest = &rest[at + 2..];
        }
    }
    unescaped + rest
}

/// For each cell style, whether it shows numbers as dates.
fn read_date_styles(text: &str) -> Result<Vec<bool>> {
    let id = |tag: &StartTag<'_>| tag.attribute("numFmtId").and_then(|id| id.parse().ok());
    let mut codes: BTreeMap<u32, String> = BTreeMap::new();
    let (mut found, mut is_inside) = (Vec::new(), false);
    let mut xml = XmlReader::new(text);
    loop {
        match xml.next_token()? {
            Token::Open(tag) if tag.name == "numFmt" => {
                codes.extend(id(&tag).zip(tag.attribute("formatCode")));
            }
            // There are more `xf` elements, but cells count those in `cellXfs` alone.
            Token::Open(tag) if tag.name == "cellXfs" => is_inside = true,
            Token::Close(name) if name == "cellXfs" => is_inside = false,
            Token::Open(tag) if is_inside && tag.name == "xf" => {
                found.push(id(&tag).is_some_and(|id| {
                    date::is_date_format(id, codes.get(&id).map(String::as_str))
                }));
            }
            Token::EndOfFile => return Ok(found),
            _ => {}
        }
    }
}

/// What the cells of all sheets refer to.
struct WorkbookContext {
    shared_strings: Vec<String>,
    date_styles: Vec<bool>,
    from_1904: bool,
}

impl WorkbookContext {
    fn read_sheet(&self, name: String, text: &str, budget: &mut Budget) -> Result<Sheet> {
        let mut sheet = Sheet {
            name,
            ..Sheet::default()
        };
        let mut xml = XmlReader::new(text);
        let (mut row, mut column) = (0, 0);
        let mut merged = Vec::new();
        loop {
            match xml.next_token()? {
                // Rows and cells may leave out where they are; they then follow the ones before.
                Token::Open(tag) if tag.name == "row" => {
                    row = tag
                        .attribute("r")
                        .and_then(|r| r.parse().ok())
                        .unwrap_or(row + 1)
                        .min(LAST_ROW + 1);
                    column = 0;
                }
                Token::Open(tag) if tag.name == "c" => {
                    if let Some(name) = tag.attribute("r") {
                        (row, column) = parse_cell_name(&name).ok_or(ReadError::Damaged)?;
                    }
                    let cell = self.read_cell(&tag, &mut xml)?;
                    budget.insert_cell(&mut sheet, row, column, cell)?;
                    column += 1;
                }
                Token::Open(tag) if tag.name == "mergeCell" => {
                    merged.extend(tag.attribute("ref").as_deref().and_then(parse_range));
                }
                Token::EndOfFile => break,
                _ => {}
            }
        }
        mark_merged(&mut sheet, &merged, budget)?;
        Ok(sheet)
    }

    fn read_cell(&self, tag: &StartTag<'_>, xml: &mut XmlReader<'_>) -> Result<Cell> {
        let kind = tag.attribute("t").unwrap_or_default();
        let (mut value, mut inline, mut has_formula) = (None, None, false);
        loop {
            match xml.next_token()? {
                Token::Open(tag) if tag.name == "v" => value = Some(xml.read_text()?),
                Token::Open(tag) if tag.name == "is" => inline = Some(read_rich_text(xml)?),
                Token::Open(tag) => {
                    has_formula |= tag.name == "f";
                    xml.skip_element()?;
                }
                Token::Close(_) => break,
                Token::Text(_) => {}
                Token::EndOfFile => return Err(ReadError::Damaged),
            }
        }
        if let Some(text) = inline {
            return Ok(unescape_ooxml(&text).into());
        }
        // An empty text is a value, if a formula gave it; an empty number was never calculated.
        let Some(value) = value.filter(|value| !value.is_empty() || kind == "str") else {
            return Ok(Cell {
                text: String::new(),
                problem: has_formula.then_some(CellProblem::UncalculatedFormula),
            });
        };
        let text = match &*kind {
            "s" => {
                let number: usize = value.trim().parse().map_err(damaged)?;
                let text = self.shared_strings.get(number);
                text.ok_or(ReadError::Damaged)?.clone()
            }
            "str" => unescape_ooxml(&value),
            "b" => matches!(value.trim(), "1" | "true").to_string(),
            // Strict files have days as text, with a time of day even where there is none.
            "d" => value.trim().trim_end_matches("T00:00:00").to_owned(),
            "e" => {
                return Ok(Cell {
                    text: value,
                    problem: Some(CellProblem::ErrorValue),
                });
            }
            _ => {
                let style = tag.attribute("s").and_then(|s| s.parse().ok());
                self.number_or_date(&value, style.unwrap_or_default())
            }
        };
        Ok(text.into())
    }

    fn number_or_date(&self, value: &str, style: usize) -> String {
        let is_date = self.date_styles.get(style).copied().unwrap_or_default();
        if is_date
            && let Ok(number) = value.trim().parse()
            && let Some(date) = date::date_from_serial(number, self.from_1904)
        {
            return date;
        }
        format_number(value)
    }
}

/// Row (from 1) and column (from 0) of `C14`. Returns `None` beyond the last row or column that
/// programs have.
fn parse_cell_name(name: &str) -> Option<(u32, u32)> {
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = name.split_at(digits);
    // Short enough for the sums below to fit into their types.
    if letters.is_empty()
        || letters.len() > 3
        || row.len() > 7
        || !letters.bytes().all(|b| b.is_ascii_alphabetic())
    {
        return None;
    }
    let mut columns = 0;
    for letter in letters.bytes() {
        columns = columns * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1;
    }
    let (row, column) = (row.parse().ok()?, columns - 1);
    ((1..=LAST_ROW).contains(&row) && column <= LAST_COLUMN).then_some((row, column))
}

/// The cells of `A1:B2`.
fn parse_range(text: &str) -> Option<MergedRange> {
    let (from, to) = text.split_once(':')?;
    let (from, to) = (parse_cell_name(from)?, parse_cell_name(to)?);
    Some(MergedRange {
        rows: (from.0, to.0),
        columns: (from.1, to.1),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places() {
        assert_eq!(parse_cell_name("C14"), Some((14, 2)));
        assert_eq!(parse_cell_name("XFD1048576"), Some((LAST_ROW, LAST_COLUMN)));
        for wrong in [
            "",
            "14",
            "C",
            "C0",
            "XFE1",
            "A1048577",
            "ZZZZZZZZ1",
            "A99999999999",
            "$A$1",
        ] {
            assert_eq!(parse_cell_name(wrong), None, "{wrong}");
        }
        assert_eq!(
            resolve_path("xl", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml"
        );
        assert_eq!(resolve_path("xl/a", "../../../b.xml"), "b.xml");
    }

    #[test]
    fn characters_that_xml_has_not() {
        assert_eq!(
            unescape_ooxml("a_x000D_b _x005F_x0041_ _xzz _x00"),
            "a\rb _x0041_ _xzz _x00"
        );
    }
}
