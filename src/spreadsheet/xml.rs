//! A pull reader for the XML of spreadsheets, with names without their namespace prefixes; for
//! [`super::xlsx`] and [`super::ods`].

use super::sheet::{ReadError, Result, damaged};
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::borrow::Cow;

pub(super) struct XmlReader<'t> {
    reader: Reader<&'t [u8]>,
    /// How many elements are open.
    depth: usize,
}

pub(super) enum Token<'t> {
    Open(StartTag<'t>),
    Close(String),
    Text(String),
    EndOfFile,
}

/// A tag that opens.
pub(super) struct StartTag<'t> {
    pub(super) name: String,
    start: BytesStart<'t>,
}

impl StartTag<'_> {
    /// An attribute by its name without prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut all = self.start.attributes();
        // To look for duplicates takes time that grows with the square of their number.
        let found = all
            .with_checks(false)
            .flatten()
            .find(|a| a.key.local_name().as_ref() == name.as_bytes())?;
        found
            .normalized_value(XmlVersion::Implicit1_0)
            .ok()
            .map(Cow::into_owned)
    }
}

impl<'t> XmlReader<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, depth: 0 }
    }

    pub(super) fn next_token(&mut self) -> Result<Token<'t>> {
        loop {
            let token = match self.reader.read_event().map_err(damaged)? {
                Event::Start(start) => {
                    self.depth += 1;
                    Token::Open(StartTag {
                        name: owned_name(start.local_name().as_ref()),
                        start,
                    })
                }
                Event::End(end) => {
                    self.depth = self.depth.checked_sub(1).ok_or(ReadError::Damaged)?;
                    Token::Close(owned_name(end.local_name().as_ref()))
                }
                Event::Text(text) => text_token(text.xml10_content())?,
                Event::CData(text) => text_token(text.xml10_content())?,
                Event::GeneralRef(entity) => Token::Text(resolve_entity(&entity)?),
                // A file that was cut off is not read in part.
                Event::Eof if self.depth > 0 => return Err(ReadError::Damaged),
                Event::Eof => Token::EndOfFile,
                _ => continue,
            };
            return Ok(token);
        }
    }

    /// The text up to the end of the element that was opened last.
    pub(super) fn read_text(&mut self) -> Result<String> {
        let (mut text, mut open) = (String::new(), 1);
        while open > 0 {
            match self.next_token()? {
                Token::Open(_) => open += 1,
                Token::Close(_) => open -= 1,
                Token::Text(part) => text.push_str(&part),
                Token::EndOfFile => return Err(ReadError::Damaged),
            }
        }
        Ok(text)
    }

    /// Skips the rest of the element that was opened last.
    pub(super) fn skip_element(&mut self) -> Result<()> {
        let mut open = 1;
        while open > 0 {
            match self.next_token()? {
                Token::Open(_) => open += 1,
                Token::Close(_) => open -= 1,
                Token::Text(_) => {}
                Token::EndOfFile => return Err(ReadError::Damaged),
            }
        }
        Ok(())
    }

    /// Every start tag of a name, at any depth.
    pub(super) fn find_tags(text: &'t str, name: &str) -> Result<Vec<StartTag<'t>>> {
        let mut xml = Self::new(text);
        let mut found = Vec::new();
        loop {
            match xml.next_token()? {
                Token::Open(tag) if tag.name == name => found.push(tag),
                Token::EndOfFile => return Ok(found),
                _ => {}
            }
        }
    }
}

/// The character of `&amp;` or `&#38;`. Entities that a DTD would have to define are refused.
fn resolve_entity(entity: &BytesRef<'_>) -> Result<String> {
    if let Ok(Some(character)) = entity.resolve_char_ref() {
        return Ok(character.to_string());
    }
    let name = entity.decode().map_err(damaged)?;
    resolve_predefined_entity(&name)
        .map(str::to_owned)
        .ok_or(ReadError::Damaged)
}

/// Text as it is in the file, with the line ends of all systems made into one.
fn text_token<'t, E>(text: std::result::Result<Cow<'_, str>, E>) -> Result<Token<'t>> {
    let text = text.map_err(damaged)?;
    Ok(Token::Text(text.into_owned()))
}

fn owned_name(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
