//! The ZIP file that a spreadsheet is: its parts as text, as long as they unpack to no more than is reasonable.

use super::Refused;
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use zip::ZipArchive;
use zip::result::ZipError;

/// The most bytes that the parts of one file may unpack to.
const MOST: u64 = 100_000_000;

pub(super) struct Package {
    zip: ZipArchive<Cursor<Vec<u8>>>,
    /// The parts by their names; not every program writes them alike.
    names: BTreeMap<String, usize>,
    left: u64,
}

/// A name as it is looked up.
fn plain(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

impl Package {
    pub(super) fn open(bytes: Vec<u8>) -> Result<Self, Refused> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refused::Damaged)?;
        let name = |n: usize| Some((plain(&zip.name_for_index(n)?.ok()?), n));
        let names = (0..zip.len()).filter_map(name).collect();
        Ok(Self { zip, names, left: MOST })
    }

    /// Is it an .ods file?
    pub(super) fn is_ods(&self) -> bool {
        ["content.xml", "encrypted-package"].iter().any(|name| self.names.contains_key(*name))
    }

    /// A part as text; none if it is not there.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, Refused> {
        let Some(number) = self.names.get(&plain(name)) else { return Ok(None) };
        let part = self.zip.by_index(*number).map_err(|refused| match refused {
            ZipError::UnsupportedArchive(why) if why == ZipError::PASSWORD_REQUIRED => Refused::Password,
            _ => Refused::Damaged,
        })?;
        let mut bytes = Vec::new();
        // What the file says of its own size is not to be trusted.
        part.take(self.left + 1).read_to_end(&mut bytes).map_err(|_| Refused::Damaged)?;
        self.left = self.left.checked_sub(bytes.len() as u64).ok_or(Refused::TooLarge)?;
        String::from_utf8(bytes).map(Some).map_err(|_| Refused::Damaged)
    }
}
