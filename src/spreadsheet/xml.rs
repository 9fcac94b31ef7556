//! The XML inside a spreadsheet, tag by tag; names without their prefixes.

use super::Refused;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

pub(super) struct Xml<'t> {
    reader: Reader<&'t [u8]>,
    /// How many tags are open.
    depth: usize,
}

pub(super) enum Token<'t> {
    Open(Tag<'t>),
    Close(String),
    Text(String),
    End,
}

/// A tag that opens.
pub(super) struct Tag<'t> {
    pub(super) name: String,
    start: BytesStart<'t>,
}

impl Tag<'_> {
    /// An attribute by its name without prefix.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        let mut all = self.start.attributes();
        // To look for duplicates takes time that grows with the square of their number.
        let found = all.with_checks(false).flatten().find(|a| a.key.local_name().as_ref() == name.as_bytes())?;
        found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
    }
}

impl<'t> Xml<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, depth: 0 }
    }

    pub(super) fn next(&mut self) -> Result<Token<'t>, Refused> {
        loop {
            return Ok(match self.reader.read_event().map_err(|_| Refused::Damaged)? {
                Event::Start(start) => {
                    self.depth += 1;
                    Token::Open(Tag { name: name(start.local_name().as_ref()), start })
                }
                Event::End(end) => {
                    self.depth = self.depth.checked_sub(1).ok_or(Refused::Damaged)?;
                    Token::Close(name(end.local_name().as_ref()))
                }
                Event::Text(text) => Token::Text(text.xml10_content().map_err(|_| Refused::Damaged)?.into_owned()),
                Event::CData(text) => Token::Text(text.xml10_content().map_err(|_| Refused::Damaged)?.into_owned()),
                Event::GeneralRef(entity) => Token::Text(character(&entity)?),
                // A file that was cut off is not read in part.
                Event::Eof if self.depth > 0 => return Err(Refused::Damaged),
                Event::Eof => Token::End,
                _ => continue,
            });
        }
    }

    /// The text up to the end of the tag that opened last; `skipped` are tags whose text is no part of it.
    pub(super) fn text(&mut self, skipped: &[&str]) -> Result<String, Refused> {
        let (mut text, mut open) = (String::new(), 1);
        while open > 0 {
            match self.next()? {
                Token::Open(tag) if skipped.contains(&&*tag.name) => self.skip()?,
                Token::Open(_) => open += 1,
                Token::Close(_) => open -= 1,
                Token::Text(part) => text.push_str(&part),
                Token::End => return Err(Refused::Damaged),
            }
        }
        Ok(text)
    }

    /// Goes to the end of the tag that opened last.
    pub(super) fn skip(&mut self) -> Result<(), Refused> {
        let mut open = 1;
        while open > 0 {
            match self.next()? {
                Token::Open(_) => open += 1,
                Token::Close(_) => open -= 1,
                Token::Text(_) => {}
                Token::End => return Err(Refused::Damaged),
            }
        }
        Ok(())
    }

    /// Every tag of a name, wherever it stands.
    pub(super) fn all(text: &'t str, name: &str) -> Result<Vec<Tag<'t>>, Refused> {
        let mut xml = Self::new(text);
        let mut found = Vec::new();
        loop {
            match xml.next()? {
                Token::Open(tag) if tag.name == name => found.push(tag),
                Token::End => return Ok(found),
                _ => {}
            }
        }
    }
}

/// What `&amp;` or `&#38;` stands for; other names are known to no spreadsheet.
fn character(entity: &BytesRef<'_>) -> Result<String, Refused> {
    if let Ok(Some(character)) = entity.resolve_char_ref() {
        return Ok(character.to_string());
    }
    let name = entity.decode().map_err(|_| Refused::Damaged)?;
    resolve_predefined_entity(&name).map(str::to_owned).ok_or(Refused::Damaged)
}

fn name(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
