//! The proof that an entry is in a log's tree: how it is made from the hashes of complete subtrees (RFC
//! 6962, section 2.1), and how it is checked (RFC 9162, section 2.1).

use super::tree_hash::{Hash, TreeHead};

/// The root over the first `size` entries, from the hashes of complete subtrees that `node` gives
/// for a level and an index.
pub(super) fn root<E>(
    size: u64,
    node: &mut impl FnMut(u32, u64) -> Result<Hash, E>,
) -> Result<Hash, E> {
    range(0, size, node)
}

/// `PATH(index, D[size])` of RFC 6962, section 2.1.1, for an index below the size.
pub(super) fn inclusion_proof<E>(
    index: u64,
    size: u64,
    node: &mut impl FnMut(u32, u64) -> Result<Hash, E>,
) -> Result<Vec<Hash>, E> {
    let (mut start, mut end) = (0, size);
    let mut path = Vec::new();
    while end - start > 1 {
        let middle = start + split(end - start);
        if index < middle {
            path.push(range(middle, end, node)?);
            end = middle;
        } else {
            path.push(range(start, middle, node)?);
            start = middle;
        }
    }
    path.reverse();
    Ok(path)
}

/// The largest power of two below a width of 2 or more.
fn split(width: u64) -> u64 {
    1 << (width - 1).ilog2()
}

/// The hash over the entries from `start` to before `end`, where the tree is split at `start`: it
/// is put together from complete subtrees that become smaller from left to right.
fn range<E>(
    start: u64,
    end: u64,
    node: &mut impl FnMut(u32, u64) -> Result<Hash, E>,
) -> Result<Hash, E> {
    let mut parts = Vec::new();
    let mut from = start;
    while from < end {
        let level = (end - from).ilog2();
        parts.push(node(level, from >> level)?);
        from += 1 << level;
    }
    let joined = parts
        .into_iter()
        .rev()
        .reduce(|right, left| Hash::of_node(&left, &right));
    Ok(joined.unwrap_or_else(Hash::of_nothing))
}

/// Whether a proof shows that the entry with the hash `leaf` is entry `index`, counted from 0, of
/// the tree with this head (RFC 9162, section 2.1.3.2).
pub fn is_included(leaf: &Hash, index: u64, head: &TreeHead, proof: &[Hash]) -> bool {
    if index >= head.size {
        return false;
    }
    let mut position = Position {
        index,
        last: head.size - 1,
    };
    let mut hash = *leaf;
    for other in proof {
        match position.step() {
            Some(Side::Left) => hash = Hash::of_node(other, &hash),
            Some(Side::Right) => hash = Hash::of_node(&hash, other),
            None => return false,
        }
    }
    position.last == 0 && hash == head.root
}

/// Where a hash stands next to its neighbour.
enum Side {
    Left,
    Right,
}

/// A way up through a tree: `fn` and `sn` of RFC 9162.
struct Position {
    index: u64,
    /// The last index on this level; 0 at the root.
    last: u64,
}

impl Position {
    /// Goes up to where there is a neighbour, and over it. Returns on which side it was, or `None`
    /// if this is the root.
    fn step(&mut self) -> Option<Side> {
        if self.last == 0 {
            return None;
        }
        let is_right = self.index % 2 == 1;
        if !is_right && self.index < self.last {
            self.rise(1);
            return Some(Side::Right);
        }
        // The last hash of a level that has no neighbour to its right goes up as it is.
        self.rise(self.index.trailing_zeros() + 1);
        Some(Side::Left)
    }

    fn rise(&mut self, levels: u32) {
        self.index = self.index.checked_shr(levels).unwrap_or(0);
        self.last = self.last.checked_shr(levels).unwrap_or(0);
    }
}
