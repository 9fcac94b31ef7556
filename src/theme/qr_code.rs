//! The QR code of an address as SVG, for notices on paper.

use qrcode::{Color, EcLevel, QrCode};
use serde::Serialize;
use std::fmt::Write as _;

/// A QR code (ISO/IEC 18004), without the empty margin that belongs around it.
#[derive(Debug, Hash, Serialize)]
pub(super) struct QrSymbol {
    /// Units from one side to the other.
    size: usize,
    /// The dark units, as the `d` of an SVG path.
    path: String,
}

/// The QR code of an address. Returns `None` if the address is too long for one.
pub(super) fn qr_code(url: &str) -> Option<QrSymbol> {
    // Level M restores 15 percent: enough for paper that was folded or got wet.
    let code = QrCode::with_error_correction_level(url, EcLevel::M).ok()?;
    let size = code.width();
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(size).enumerate() {
        let mut x = 0;
        // One rectangle per run of dark units: fewer bytes than one per unit, and no seams between.
        for run in row.chunk_by(|a, b| a == b) {
            if run[0] == Color::Dark {
                let _ = write!(path, "M{x} {y}h{0}v1h-{0}z", run.len());
            }
            x += run.len();
        }
    }
    Some(QrSymbol { size, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_has_the_three_corners_of_its_kind() {
        let code = qr_code("https://jhur.example/6/").unwrap();
        assert_eq!((code.size - 17) % 4, 0);
        let far = code.size - 7;
        for corner in [
            "M0 0h7v1h-7z".to_owned(),
            format!("M{far} 0h7v1h-7z"),
            format!("M0 {far}h7v1h-7z"),
        ] {
            assert!(
                code.path.contains(&corner),
                "{corner} is not in {}",
                code.path
            );
        }
        assert!(qr_code(&"x".repeat(5000)).is_none());
    }
}
