//! A tree and its entries as static files (C2SP tlog-tiles).

use super::merkle_tree::MerkleTree;
use super::tree_hash::Hash;

/// How many hashes or entries a full tile has: those of 8 levels.
pub(super) const FULL_WIDTH: u64 = 1 << LEVELS;
pub(super) const LEVELS: u32 = 8;

/// What is in a tile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TileKind {
    /// Hashes; at level 0 of entries, at each higher one of full tiles of the level below.
    Hashes {
        /// The level.
        level: u32,
    },
    /// The entries themselves ("entry bundle").
    Entries,
}

/// One of the files of a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tile {
    kind: TileKind,
    index: u64,
    width: u64,
}

impl Tile {
    /// All files of a tree of this size. They are listed in memory: for a tree that one has.
    pub fn all(size: u64) -> Vec<Self> {
        let levels = (0..=size.checked_ilog2().unwrap_or(0) / LEVELS)
            .map(|level| (TileKind::Hashes { level }, size >> (level * LEVELS)));
        let kinds = levels.chain([(TileKind::Entries, size)]);
        kinds
            .flat_map(|(kind, count)| {
                (0..count.div_ceil(FULL_WIDTH))
                    .filter_map(move |index| Self::new(kind, index, size))
            })
            .collect()
    }

    /// The file at an index in a tree of a size. Returns `None` if the tree has none.
    pub(super) fn new(kind: TileKind, index: u64, size: u64) -> Option<Self> {
        let level = match kind {
            TileKind::Hashes { level } => level,
            TileKind::Entries => 0,
        };
        let count = size.checked_shr(level * LEVELS).unwrap_or(0);
        let width = count
            .checked_sub(index.checked_mul(FULL_WIDTH)?)?
            .min(FULL_WIDTH);
        (width > 0).then_some(Self { kind, index, width })
    }

    /// Whether more fits into it. The partial files of every size for which a checkpoint was
    /// published have to be kept at least until they are full.
    pub fn is_partial(&self) -> bool {
        self.width < FULL_WIDTH
    }

    /// Where it is, below the log's address: `tile/0/x001/234.p/5`, `tile/entries/000`.
    pub fn path(&self) -> String {
        let kind = match self.kind {
            TileKind::Hashes { level } => level.to_string(),
            TileKind::Entries => "entries".to_owned(),
        };
        let mut index = format!("{:03}", self.index % 1000);
        let mut rest = self.index / 1000;
        while rest > 0 {
            index = format!("x{:03}/{index}", rest % 1000);
            rest /= 1000;
        }
        let width = if self.is_partial() {
            format!(".p/{}", self.width)
        } else {
            String::new()
        };
        format!("tile/{kind}/{index}{width}")
    }

    /// Its bytes, from the tree and from all its entries in their order. Returns `None` if there
    /// are fewer, or if an entry is longer than the 65,535 bytes that an entry bundle can say.
    pub fn contents<E: AsRef<[u8]>>(&self, tree: &MerkleTree, entries: &[E]) -> Option<Vec<u8>> {
        let first = self.index.checked_mul(FULL_WIDTH)?;
        let indices = first..first.checked_add(self.width)?;
        let mut bytes = Vec::new();
        for index in indices {
            match self.kind {
                TileKind::Hashes { level } => {
                    bytes.extend(tree.node(level.checked_mul(LEVELS)?, index)?.as_bytes());
                }
                TileKind::Entries => {
                    let entry = entries.get(usize::try_from(index).ok()?)?.as_ref();
                    bytes.extend(u16::try_from(entry.len()).ok()?.to_be_bytes());
                    bytes.extend(entry);
                }
            }
        }
        Some(bytes)
    }

    /// The full one at its place.
    #[must_use]
    pub fn full(self) -> Self {
        Self {
            width: FULL_WIDTH,
            ..self
        }
    }

    /// The hashes in its bytes. Returns `None` if there are not as many as there should be.
    pub(super) fn hashes(&self, bytes: &[u8]) -> Option<Vec<Hash>> {
        let (hashes, rest) = bytes.as_chunks();
        let is_complete = rest.is_empty() && hashes.len() as u64 == self.width;
        is_complete.then(|| hashes.iter().copied().map(Hash::from_bytes).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_the_specification_s() {
        let path = |level, index, width| {
            Tile {
                kind: TileKind::Hashes { level },
                index,
                width,
            }
            .path()
        };
        assert_eq!(path(0, 1_234_067, 256), "tile/0/x001/x234/067");
        assert_eq!(path(0, 1234, 5), "tile/0/x001/234.p/5");
        assert_eq!(path(63, 0, 1), "tile/63/000.p/1");
        assert_eq!(path(1, 1000, 256), "tile/1/x001/000");
        let entries = Tile {
            kind: TileKind::Entries,
            index: 0,
            width: 256,
        };
        assert_eq!(entries.path(), "tile/entries/000");
    }

    #[test]
    fn a_tree_has_the_files_of_the_specification() {
        let paths = |size| Tile::all(size).iter().map(Tile::path).collect::<Vec<_>>();
        assert!(paths(0).is_empty());
        assert_eq!(paths(1), ["tile/0/000.p/1", "tile/entries/000.p/1"]);
        assert_eq!(
            paths(256),
            ["tile/0/000", "tile/1/000.p/1", "tile/entries/000"]
        );
        let hashes: Vec<_> = Tile::all(70_000)
            .into_iter()
            .filter(|t| t.kind != TileKind::Entries)
            .collect();
        let at = |level| {
            hashes
                .iter()
                .filter(move |t| t.kind == TileKind::Hashes { level })
        };
        assert_eq!(at(0).filter(|t| !t.is_partial()).count(), 273);
        assert_eq!(at(1).filter(|t| !t.is_partial()).count(), 1);
        let partial: Vec<_> = hashes
            .iter()
            .filter(|t| t.is_partial())
            .map(Tile::path)
            .collect();
        assert_eq!(
            partial,
            ["tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1"]
        );
        assert_eq!(hashes.len(), 277);
    }

    #[test]
    fn entries_too_long_for_a_bundle_are_refused() {
        let entries = ["a".repeat(65_535)];
        let tree = MerkleTree::of_entries(&entries);
        let bundle = Tile::new(TileKind::Entries, 0, 1).unwrap();
        assert_eq!(bundle.contents(&tree, &entries).unwrap().len(), 65_537);
        assert_eq!(bundle.contents(&tree, &["a".repeat(65_536)]), None);
    }
}
