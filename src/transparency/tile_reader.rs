//! Proofs about a log of which one has only a tree head and an address (C2SP tlog-tiles).

use super::merkle_proof::{self, is_included};
use super::merkle_tree::MerkleTree;
use super::tiles::{FULL_WIDTH, LEVELS, Tile, TileKind};
use super::tree_hash::{Hash, TreeHead};
use std::collections::BTreeMap;

/// Why something could not be proven.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TileError<E> {
    /// A file could not be fetched.
    Fetch(E),
    /// The file at this path is not as long as it has to be.
    Malformed(String),
    /// The tree has no such entry, or the older tree is larger.
    OutOfRange,
    /// The files contradict the head of the tree.
    Contradiction,
}

/// Proofs about a log of which one has only a tree head and an address. The head has to come from
/// a checkpoint whose signature was checked; nothing else is trusted.
#[derive(Debug)]
pub struct TileReader<F> {
    fetch: F,
    head: TreeHead,
    /// What was fetched; no part of it is believed before a proof made from it holds.
    hashes: BTreeMap<Tile, Vec<Hash>>,
}

impl<E, F: Fn(&str) -> Result<Vec<u8>, E>> TileReader<F> {
    /// A reader of the tree with this head; `fetch` gives the file at a path below the log's
    /// address, as [`Tile::path`] writes it. It should stop at a length it can bear: a hash tile has
    /// up to 8,192 bytes.
    pub fn new(head: TreeHead, fetch: F) -> Self {
        Self {
            fetch,
            head,
            hashes: BTreeMap::new(),
        }
    }

    /// The hash of entry `index`, counted from 0, and the proof that it is in the tree, already
    /// checked.
    ///
    /// # Errors
    /// If there is no such entry, if files cannot be fetched, or if they contradict the head.
    pub fn inclusion_proof(&mut self, index: u64) -> Result<(Hash, Vec<Hash>), TileError<E>> {
        let head = self.head;
        if index >= head.size {
            return Err(TileError::OutOfRange);
        }
        let leaf = self.node(0, index)?;
        let proof = merkle_proof::inclusion_proof(index, head.size, &mut |level, index| {
            self.node(level, index)
        })?;
        if is_included(&leaf, index, &head, &proof) {
            Ok((leaf, proof))
        } else {
            Err(TileError::Contradiction)
        }
    }

    /// The hash of a complete subtree, as in [`MerkleTree::node`], as the files say.
    fn node(&mut self, level: u32, index: u64) -> Result<Hash, TileError<E>> {
        let depth = level % LEVELS;
        let kind = TileKind::Hashes {
            level: level / LEVELS,
        };
        let (tile, first) = self.tile(kind, index << depth)?;
        let hashes = self.hashes(tile)?;
        let below = hashes
            .get(first..first + (1 << depth))
            .ok_or(TileError::OutOfRange)?;
        let mut subtree = MerkleTree::default();
        for hash in below {
            subtree.push(*hash);
        }
        subtree.node(depth, 0).ok_or(TileError::OutOfRange)
    }

    /// The file with the hash or entry of an index, and its place therein.
    fn tile(&self, kind: TileKind, index: u64) -> Result<(Tile, usize), TileError<E>> {
        let tile = Tile::new(kind, index / FULL_WIDTH, self.head.size);
        let place = usize::try_from(index % FULL_WIDTH).ok();
        tile.zip(place).ok_or(TileError::OutOfRange)
    }

    fn hashes(&mut self, tile: Tile) -> Result<&[Hash], TileError<E>> {
        if !self.hashes.contains_key(&tile) {
            let (fetched, bytes) = self.bytes(tile)?;
            let hashes = fetched.hashes(&bytes);
            let hashes = hashes.ok_or_else(|| TileError::Malformed(fetched.path()))?;
            self.hashes.insert(tile, hashes);
        }
        Ok(self.hashes.get(&tile).map_or(&[], Vec::as_slice))
    }

    /// Fetches a file; in place of a partial one that is gone, the one that it has become since.
    fn bytes(&self, tile: Tile) -> Result<(Tile, Vec<u8>), TileError<E>> {
        match (self.fetch)(&tile.path()) {
            Ok(bytes) => Ok((tile, bytes)),
            Err(error) if tile.is_partial() => match (self.fetch)(&tile.full().path()) {
                Ok(bytes) => Ok((tile.full(), bytes)),
                Err(_) => Err(TileError::Fetch(error)),
            },
            Err(error) => Err(TileError::Fetch(error)),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use std::cell::Cell;

    type Files = BTreeMap<String, Vec<u8>>;

    fn log(size: u64) -> (Vec<String>, MerkleTree) {
        let entries: Vec<_> = (0..size).map(|n| format!("entry {n} {:150}", "")).collect();
        let tree = MerkleTree::of_entries(&entries);
        (entries, tree)
    }

    fn files(entries: &[String], tree: &MerkleTree, size: u64) -> Files {
        let tiles = Tile::all(size).into_iter();
        tiles
            .map(|tile| (tile.path(), tile.contents(tree, entries).unwrap()))
            .collect()
    }

    fn reader(files: &Files, head: TreeHead) -> TileReader<impl Fn(&str) -> Result<Vec<u8>, ()>> {
        TileReader::new(head, |path: &str| files.get(path).cloned().ok_or(()))
    }

    #[test]
    fn every_entry_is_proven() {
        let (entries, tree) = log(600);
        for size in [1, 2, 200, 256, 257, 600] {
            let files = files(&entries, &tree, size);
            let head = tree.head(size).unwrap();
            let mut reader = reader(&files, head);
            for index in 0..size {
                let (leaf, _) = reader.inclusion_proof(index).unwrap();
                assert_eq!(Some(leaf), tree.node(0, index));
            }
            assert_eq!(reader.inclusion_proof(size), Err(TileError::OutOfRange));
        }
    }

    #[test]
    fn trees_of_three_levels_are_read() {
        let (entries, tree) = log(70_000);
        let files = files(&entries, &tree, 70_000);
        let mut reader = reader(&files, tree.head(70_000).unwrap());
        for index in [0, 255, 256, 65_535, 65_536, 69_887, 69_888, 69_999] {
            let (leaf, _) = reader.inclusion_proof(index).unwrap();
            assert_eq!(Some(leaf), tree.node(0, index));
        }
    }

    #[test]
    fn a_proof_takes_few_bytes() {
        let (entries, tree) = log(30_000);
        let files = files(&entries, &tree, 30_000);
        for index in [0, 1, 12_345, 29_951, 29_952, 29_999] {
            let fetched = Cell::new(0);
            let fetch = |path: &str| {
                let bytes = files.get(path).cloned().ok_or(())?;
                fetched.set(fetched.get() + bytes.len());
                Ok::<_, ()>(bytes)
            };
            let mut reader = TileReader::new(tree.head(30_000).unwrap(), fetch);
            reader.inclusion_proof(index).unwrap();
            assert!(
                fetched.get() <= 8192 + 117 * 32 + 48 * 32,
                "{}",
                fetched.get()
            );
        }
    }

    #[test]
    fn changed_files_prove_nothing() {
        let (entries, tree) = log(700);
        let whole = files(&entries, &tree, 700);
        let head = tree.head(700).unwrap();
        for (path, place) in [
            ("tile/0/001", 0),
            ("tile/0/002.p/188", 31),
            ("tile/1/000.p/2", 0),
        ] {
            let mut files = whole.clone();
            files.get_mut(path).unwrap()[place] ^= 1;
            let proven = reader(&files, head).inclusion_proof(256);
            assert_eq!(proven, Err(TileError::Contradiction), "{path}");
            files.get_mut(path).unwrap().pop();
            let proven = reader(&files, head).inclusion_proof(256);
            assert_eq!(proven, Err(TileError::Malformed(path.to_owned())));
            files.remove(path);
            assert_eq!(
                reader(&files, head).inclusion_proof(256),
                Err(TileError::Fetch(()))
            );
        }
    }

    #[test]
    fn an_older_checkpoint_reads_the_files_of_a_newer_tree() {
        let (entries, tree) = log(600);
        let newer = files(&entries, &tree, 600);
        let mut reader = reader(&newer, tree.head(400).unwrap());
        // `tile/0/001.p/144` is gone, `tile/0/001` is there; so for the entries. But
        // `tile/1/000.p/1` became `tile/1/000.p/2`.
        assert_eq!(reader.node(0, 300).ok(), tree.node(0, 300));
        assert_eq!(reader.inclusion_proof(300), Err(TileError::Fetch(())));
    }

    #[test]
    fn huge_sizes_do_no_harm() {
        let hash = Hash::of_nothing();
        let head = TreeHead {
            size: u64::MAX,
            root: hash,
        };
        let all_there = |path: &str| {
            let width = path
                .split_once(".p/")
                .map_or(256, |(_, w)| w.parse().unwrap());
            Ok::<_, ()>(vec![0; width * 32])
        };
        let mut reader = TileReader::new(head, all_there);
        for index in [0, 1 << 63, u64::MAX - 1] {
            assert_eq!(reader.inclusion_proof(index), Err(TileError::Contradiction));
        }
    }
}
