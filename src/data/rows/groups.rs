//! Rows of kecamatan, villages, offices and topics.

use super::figures::{FigureColumns, OfficeFigures};
use crate::data::translated::Translated;
use crate::records::VillageKind;
use schemars::JsonSchema;
use serde::Serialize;

/// A kecamatan.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "District")]
pub struct DistrictRow<'r> {
    /// Its key.
    #[schemars(extend("primary" = true))]
    pub key: &'r str,
    /// Its code of the Ministry of Home Affairs.
    #[schemars(extend("code" = "Kemendagri"))]
    pub code: Option<&'r str>,
    /// Its name.
    pub name: &'r str,
    /// Stops there.
    #[schemars(extend("unit" = "kunjungan"))]
    pub stops: usize,
    /// Its figures.
    #[serde(flatten)]
    pub figures: FigureColumns,
    /// Its page.
    #[schemars(extend("format" = "url"))]
    pub url: String,
}

/// A desa or kelurahan.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Village")]
pub struct VillageRow<'r> {
    /// The kecamatan's key.
    #[schemars(extend("primary" = true, "refers" = "kecamatan.key"))]
    pub district: &'r str,
    /// Its key, unique within the kecamatan.
    #[schemars(extend("primary" = true))]
    pub key: &'r str,
    /// Its code of the Ministry of Home Affairs.
    #[schemars(extend("code" = "Kemendagri"))]
    pub code: Option<&'r str>,
    /// Its name.
    pub name: &'r str,
    /// Desa or kelurahan.
    pub kind: Option<VillageKind>,
}

/// An office; its aspirations and announcements are those that it answered.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Office")]
pub struct OfficeRow<'r> {
    /// Its key.
    #[schemars(extend("primary" = true))]
    pub key: &'r str,
    /// Its official name.
    pub name: Translated<'r>,
    /// What people call it.
    pub short: Option<Translated<'r>>,
    /// Its own site.
    #[schemars(extend("format" = "url"))]
    pub website: Option<&'r str>,
    /// Its figures.
    #[serde(flatten)]
    pub figures: OfficeFigures,
    /// Its page.
    #[schemars(extend("format" = "url"))]
    pub url: Option<String>,
}

/// A topic; its figures are those of the topics below it too.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Topic")]
pub struct TopicRow<'r> {
    /// Its key.
    #[schemars(extend("primary" = true))]
    pub key: &'r str,
    /// Its name.
    pub name: Translated<'r>,
    /// The wider topic's key.
    #[schemars(extend("refers" = "topik.key"))]
    pub parent: Option<&'r str>,
    /// What it covers.
    pub description: Option<Translated<'r>>,
    /// Its figures.
    #[serde(flatten)]
    pub figures: FigureColumns,
    /// Its page.
    #[schemars(extend("format" = "url"))]
    pub url: Option<String>,
}
