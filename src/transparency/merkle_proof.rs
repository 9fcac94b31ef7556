//! Proofs about a log's tree: how they are made from the hashes of complete subtrees (RFC 6962,
//! section 2.1), and how they are checked (RFC 9162, section 2.1).

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

/// `PROOF(old, D[new])` of RFC 6962, section 2.1.2, for an old size not above the new one. It is
/// empty for an old size of 0, with which everything is consistent.
pub(super) fn consistency_proof<E>(
    old: u64,
    new: u64,
    node: &mut impl FnMut(u32, u64) -> Result<Hash, E>,
) -> Result<Vec<Hash>, E> {
    let mut proof = Vec::new();
    if old == 0 {
        return Ok(proof);
    }
    let (mut start, mut end) = (0, new);
    while old < end {
        let middle = start + split(end - start);
        if old <= middle {
            proof.push(range(middle, end, node)?);
            end = middle;
        } else {
            proof.push(range(start, middle, node)?);
            start = middle;
        }
    }
    // Whoever checks it knows the root of the whole old tree.
    if start > 0 {
        proof.push(range(start, end, node)?);
    }
    proof.reverse();
    Ok(proof)
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

/// Whether a proof shows that the tree with the head `new` begins with all of the tree with the
/// head `old` (RFC 9162, section 2.1.4.2). Every tree begins with the empty one, and with itself;
/// the proof of these has to be empty.
pub fn is_consistent(old: &TreeHead, new: &TreeHead, proof: &[Hash]) -> bool {
    if old.size == 0 || old.size == new.size {
        let is_same = old.root == new.root;
        let is_empty = old.size == 0 && old.root == Hash::of_nothing();
        return proof.is_empty()
            && if old.size == new.size {
                is_same
            } else {
                is_empty
            };
    }
    if old.size > new.size {
        return false;
    }
    // The proof leaves out what the reader knows.
    let known = old.size.is_power_of_two().then_some(&old.root);
    let mut hashes = known.into_iter().chain(proof);
    let Some(first) = hashes.next() else {
        return false;
    };
    let mut position = Position {
        index: old.size - 1,
        last: new.size - 1,
    };
    position.rise(position.index.trailing_ones());
    let (mut old_hash, mut new_hash) = (*first, *first);
    for other in hashes {
        match position.step() {
            Some(Side::Left) => {
                old_hash = Hash::of_node(other, &old_hash);
                new_hash = Hash::of_node(other, &new_hash);
            }
            Some(Side::Right) => new_hash = Hash::of_node(&new_hash, other),
            None => return false,
        }
    }
    position.last == 0 && old_hash == old.root && new_hash == new.root
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
