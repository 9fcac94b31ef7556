//! Outlines of the kecamatan, from districts.geojson: optional, and only for the map.

/// A point: degrees east, degrees north (WGS 84).
pub type LonLat = (f64, f64);

/// A kecamatan's outline.
#[derive(Clone, Debug)]
pub struct Outline {
    /// The code of the Ministry of Home Affairs by which districts.yaml knows the kecamatan.
    pub code: String,
    /// Mainland and islands, each as closed lines: its edge, then its holes (RFC 7946).
    pub polygons: Vec<Vec<Vec<LonLat>>>,
}

impl Outline {
    /// All its closed lines.
    pub fn rings(&self) -> impl Iterator<Item = &Vec<LonLat>> {
        self.polygons.iter().flatten()
    }
}

/// All outlines, in the order of the file.
#[derive(Clone, Debug, Default)]
pub struct Outlines {
    /// One for each kecamatan that has one.
    pub list: Vec<Outline>,
    /// The sha256 of the file; `None` if there is none.
    pub sha256: Option<String>,
    /// The whole file, for messages.
    pub span: crate::diag::Span,
}
