//! Kecamatan and their villages (desa and kelurahan), from districts.yaml.

use super::{Key, SingleLine, Spanned};
use crate::diag::{Code, UnspannedDiagnostic};
use schemars::JsonSchema;
use serde::Deserialize;

/// A kecamatan.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct District {
    /// Its key; the address is /kecamatan/KEY/.
    pub key: Spanned<Key>,
    /// Its name.
    pub name: SingleLine,
    /// Its code of the Ministry of Home Affairs.
    pub code: Option<AreaCode>,
    /// Its villages.
    #[serde(default)]
    pub villages: Vec<Village>,
}

impl District {
    /// Whether one of its villages has this key.
    pub fn has_village(&self, key: &Key) -> bool {
        self.villages.iter().any(|v| v.key.value == *key)
    }
}

/// A desa or kelurahan; its key is unique within its kecamatan.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Village {
    /// Its key.
    pub key: Spanned<Key>,
    /// Its name.
    pub name: SingleLine,
    /// Its code of the Ministry of Home Affairs.
    pub code: Option<AreaCode>,
    /// Desa or kelurahan.
    pub kind: Option<VillageKind>,
}

/// What kind of village it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, serde::Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum VillageKind {
    /// A rural village.
    Desa,
    /// An urban ward.
    Kelurahan,
}

/// A code of the Ministry of Home Affairs (Kemendagri): `35.09.11` or `35.09.11.2006`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(try_from = "String")]
#[schemars(inline, extend("format" = "area-code", "pattern" = r"^[0-9]{2}\.[0-9]{2}\.[0-9]{2}(\.[0-9]{4})?$"))]
pub struct AreaCode(String);

impl AreaCode {
    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for AreaCode {
    type Error = UnspannedDiagnostic;

    fn try_from(text: String) -> Result<Self, UnspannedDiagnostic> {
        let lengths: Vec<usize> = text.split('.').map(str::len).collect();
        let digits = text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        if digits && matches!(lengths[..], [2, 2, 2] | [2, 2, 2, 4]) {
            Ok(Self(text))
        } else {
            Err(UnspannedDiagnostic::new(Code::BadAreaCode).arg("found", text))
        }
    }
}
