//! .ods, as `LibreOffice` writes it.

use super::xml::{Tag, Token, Xml};
use super::zip_archive::Package;
use super::{Cell, Doubt, LAST_COLUMN, LAST_ROW, Merged, Refused, Room, Sheet, mark, number};

/// The most spaces that one tag stands for.
const MOST_SPACES: usize = 1000;

pub(super) fn read(package: &mut Package) -> Result<Vec<Sheet>, Refused> {
    let manifest = package.text("META-INF/manifest.xml")?.unwrap_or_default();
    let Some(text) = package.text("content.xml")?.filter(|_| !manifest.contains("encryption-data")) else {
        return Err(Refused::Password);
    };
    let mut xml = Xml::new(&text);
    let (mut room, mut sheets, mut is_ours) = (Room::new(), Vec::new(), false);
    loop {
        match xml.next()? {
            Token::Open(tag) if tag.name == "spreadsheet" => is_ours = true,
            Token::Open(tag) if tag.name == "table" => {
                sheets.push(sheet(tag.get("name").unwrap_or_default(), &mut xml, &mut room)?);
            }
            Token::End if is_ours => return Ok(sheets),
            Token::End => return Err(Refused::Foreign),
            _ => {}
        }
    }
}

/// How often a row or cell stands there.
fn repeated(tag: &Tag<'_>, name: &str) -> u32 {
    tag.get(name).and_then(|n| n.parse().ok()).unwrap_or(1).max(1)
}

fn sheet(name: String, xml: &mut Xml<'_>, room: &mut Room) -> Result<Sheet, Refused> {
    let mut sheet = Sheet { name, ..Sheet::default() };
    let (mut row, mut column, mut rows) = (1_u32, 0_u32, 1);
    let mut merged = Vec::new();
    loop {
        match xml.next()? {
            Token::Open(tag) if tag.name == "table-row" => {
                (column, rows) = (0, repeated(&tag, "number-rows-repeated"));
            }
            Token::Close(name) if name == "table-row" => row = row.saturating_add(rows),
            Token::Open(tag) if matches!(&*tag.name, "table-cell" | "covered-table-cell") => {
                let columns = repeated(&tag, "number-columns-repeated");
                let cell = cell(&tag, xml)?;
                if cell.doubt.is_some() || !cell.text.trim().is_empty() {
                    let last = (row.saturating_add(rows - 1), column.saturating_add(columns - 1));
                    if last.0 > LAST_ROW || last.1 > LAST_COLUMN {
                        return Err(Refused::TooLarge);
                    }
                    for (row, column) in (row..=last.0).flat_map(|row| (column..=last.1).map(move |c| (row, c))) {
                        room.put(&mut sheet, row, column, cell.clone())?;
                    }
                }
                let over = |name: &str, from: u32| from.saturating_add(repeated(&tag, name) - 1);
                let area = Merged {
                    rows: (row, over("number-rows-spanned", row)),
                    columns: (column, over("number-columns-spanned", column)),
                };
                merged.extend((area.rows.0 < area.rows.1 || area.columns.0 < area.columns.1).then_some(area));
                column = column.saturating_add(columns);
            }
            // What is drawn over a sheet is no part of it.
            Token::Open(tag) if tag.name == "shapes" => xml.skip()?,
            Token::Close(name) if name == "table" => break,
            Token::End => return Err(Refused::Damaged),
            _ => {}
        }
    }
    mark(&mut sheet, &merged, room)?;
    Ok(sheet)
}

fn cell(tag: &Tag<'_>, xml: &mut Xml<'_>) -> Result<Cell, Refused> {
    let shown = paragraphs(xml)?;
    let kind = tag.get("value-type").unwrap_or_default();
    let text = match &*kind {
        "float" | "percentage" | "currency" => number(&tag.get("value").unwrap_or_default()),
        "date" => tag.get("date-value").unwrap_or_default().trim_end_matches("T00:00:00").replace('T', " "),
        "boolean" => tag.get("boolean-value").unwrap_or_default(),
        _ => tag.get("string-value").filter(|_| shown.is_empty()).unwrap_or(shown),
    };
    // That it is an error, LibreOffice says only where it is shown.
    let is_error = text.starts_with('#') && text.ends_with(['!', '?']) || text == "#N/A";
    let doubt = match tag.get("formula") {
        Some(_) if is_error => Some(Doubt::Error),
        Some(_) if kind.is_empty() => Some(Doubt::Formula),
        _ => None,
    };
    Ok(Cell { text, doubt })
}

/// The paragraphs of a cell, one a line; notes and drawings are no part of it.
fn paragraphs(xml: &mut Xml<'_>) -> Result<String, Refused> {
    let (mut lines, mut open): (Vec<String>, _) = (Vec::new(), 1);
    while open > 0 {
        let add =
            |lines: &mut Vec<String>, text: &str| lines.last_mut().into_iter().for_each(|line| line.push_str(text));
        match xml.next()? {
            Token::Open(tag) => match &*tag.name {
                "p" | "h" if open == 1 => {
                    lines.push(String::new());
                    open += 1;
                }
                "s" => {
                    let count = repeated(&tag, "c") as usize;
                    add(&mut lines, &" ".repeat(count.min(MOST_SPACES)));
                    xml.skip()?;
                }
                "tab" | "line-break" => {
                    add(&mut lines, if tag.name == "tab" { "\t" } else { "\n" });
                    xml.skip()?;
                }
                "span" | "a" => open += 1,
                _ => xml.skip()?,
            },
            Token::Close(_) => open -= 1,
            Token::Text(text) if open > 1 => add(&mut lines, &text),
            Token::Text(_) => {}
            Token::End => return Err(Refused::Damaged),
        }
    }
    Ok(lines.join("\n"))
}
