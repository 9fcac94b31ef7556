//! The ZIP archive of an .xlsx or .ods file: its parts as text, within a limit on what they unpack
//! to.

use super::sheet::{ReadError, Result, damaged};
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use zip::ZipArchive;
use zip::result::ZipError;

/// The most bytes that the parts of one file may unpack to.
const MAX_UNPACKED_BYTES: u64 = 100_000_000;

pub(super) struct ZipPackage {
    zip: ZipArchive<Cursor<Vec<u8>>>,
    /// The parts by their normalized names: programs differ in capitals and slashes.
    part_indexes: BTreeMap<String, usize>,
    bytes_left: u64,
}

/// The form of a part's name by which it is looked up.
fn normalize_part_name(name: &str) -> String {
    name.replace('\\', "/")
        .trim_start_matches('/')
        .to_lowercase()
}

impl ZipPackage {
    pub(super) fn open(bytes: Vec<u8>) -> Result<Self> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        let mut part_indexes = BTreeMap::new();
        for index in 0..zip.len() {
            if let Some(Ok(name)) = zip.name_for_index(index) {
                part_indexes.insert(normalize_part_name(&name), index);
            }
        }
        Ok(Self {
            zip,
            part_indexes,
            bytes_left: MAX_UNPACKED_BYTES,
        })
    }

    /// Whether it is an .ods file, encrypted or not.
    pub(super) fn is_ods(&self) -> bool {
        ["content.xml", "encrypted-package"]
            .iter()
            .any(|name| self.part_indexes.contains_key(*name))
    }

    /// A part as text. Returns `None` if there is no such part.
    pub(super) fn read_part(&mut self, name: &str) -> Result<Option<String>> {
        let Some(index) = self.part_indexes.get(&normalize_part_name(name)) else {
            return Ok(None);
        };
        let part = self.zip.by_index(*index).map_err(|error| match error {
            ZipError::UnsupportedArchive(why) if why == ZipError::PASSWORD_REQUIRED => {
                ReadError::PasswordProtected
            }
            _ => ReadError::Damaged,
        })?;
        let mut bytes = Vec::new();
        // The size in the archive's directory is not to be trusted: a ZIP bomb states a small one.
        part.take(self.bytes_left + 1)
            .read_to_end(&mut bytes)
            .map_err(damaged)?;
        self.bytes_left = self
            .bytes_left
            .checked_sub(bytes.len() as u64)
            .ok_or(ReadError::TooLarge)?;
        String::from_utf8(bytes).map(Some).map_err(damaged)
    }
}
