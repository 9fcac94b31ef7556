//! The tree of hashes over a log's entries (RFC 6962, section 2.1).

use super::merkle_proof::root;
use super::tree_hash::{Hash, TreeHead};

/// A tree in memory, that entries can only be added to. It keeps the hash of every complete
/// subtree, about 64 bytes an entry, so that the root at any earlier size costs a few hashes.
#[derive(Clone, Debug, Default)]
pub struct MerkleTree {
    /// At `[level][index]` the hash of the entries from `index << level` to before
    /// `(index + 1) << level`.
    levels: Vec<Vec<Hash>>,
}

impl MerkleTree {
    /// The tree over these entries, in this order.
    pub fn of_entries<E: AsRef<[u8]>>(entries: impl IntoIterator<Item = E>) -> Self {
        let mut tree = Self::default();
        for entry in entries {
            tree.push(Hash::of_leaf(entry.as_ref()));
        }
        tree
    }

    /// Adds an entry, given its hash ([`Hash::of_leaf`]).
    pub fn push(&mut self, leaf: Hash) {
        let mut hash = leaf;
        for level in &mut self.levels {
            let left = level.last().copied().filter(|_| level.len() % 2 == 1);
            level.push(hash);
            match left {
                Some(left) => hash = Hash::of_node(&left, &hash),
                None => return,
            }
        }
        self.levels.push(vec![hash]);
    }

    /// The number of entries.
    pub fn size(&self) -> u64 {
        self.levels.first().map_or(0, |leaves| leaves.len() as u64)
    }

    /// The head of the tree over the first `size` entries. Returns `None` if there are fewer.
    pub fn head(&self, size: u64) -> Option<TreeHead> {
        let root = root(size, &mut self.nodes()).ok()?;
        Some(TreeHead { size, root })
    }

    /// The hash of a complete subtree: of the entries from `index << level` to before
    /// `(index + 1) << level`. Returns `None` if there are fewer.
    pub fn node(&self, level: u32, index: u64) -> Option<Hash> {
        let level = self.levels.get(usize::try_from(level).ok()?)?;
        level.get(usize::try_from(index).ok()?).copied()
    }

    fn nodes(&self) -> impl FnMut(u32, u64) -> Result<Hash, Missing> {
        |level, index| self.node(level, index).ok_or(Missing)
    }
}

/// A tree has too few entries for what was asked.
struct Missing;

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use crate::transparency::merkle_proof::{inclusion_proof, is_included};

    /// The entries of Certificate Transparency's own tests.
    const ENTRIES: [&[u8]; 8] = [
        b"",
        b"\x00",
        b"\x10",
        b"\x20\x21",
        b"\x30\x31",
        b"\x40\x41\x42\x43",
        b"\x50\x51\x52\x53\x54\x55\x56\x57",
        b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
    ];
    const ROOTS: [&str; 9] = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    fn hexadecimal(hash: &Hash) -> String {
        let (halves, _) = hash.as_bytes().as_chunks();
        let halves: Vec<_> = halves
            .iter()
            .map(|half| u128::from_be_bytes(*half))
            .collect();
        format!("{:032x}{:032x}", halves[0], halves[1])
    }

    fn tree(size: u64) -> MerkleTree {
        MerkleTree::of_entries((0..size).map(|n| format!("entry {n}")))
    }

    fn proof_in(tree: &MerkleTree, index: u64, size: u64) -> Vec<Hash> {
        inclusion_proof(index, size, &mut tree.nodes())
            .ok()
            .unwrap()
    }

    #[test]
    fn roots_are_those_of_certificate_transparency() {
        let tree = MerkleTree::of_entries(ENTRIES);
        for (size, root) in (0..).zip(ROOTS) {
            assert_eq!(hexadecimal(&tree.head(size).unwrap().root), root);
        }
        assert_eq!(tree.head(9), None);
    }

    #[test]
    fn proofs_are_those_of_certificate_transparency() {
        let tree = MerkleTree::of_entries(ENTRIES);
        let inclusion = proof_in(&tree, 5, 8);
        let inclusion: Vec<_> = inclusion.iter().map(hexadecimal).collect();
        assert_eq!(
            inclusion,
            [
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ]
        );
    }

    /// The root as RFC 6962 defines it.
    fn defined_root(leaves: &[Hash]) -> Hash {
        match leaves {
            [] => Hash::of_nothing(),
            [leaf] => *leaf,
            _ => {
                let (left, right) = leaves.split_at(leaves.len().next_power_of_two() / 2);
                Hash::of_node(&defined_root(left), &defined_root(right))
            }
        }
    }

    #[test]
    fn every_root_is_as_defined() {
        let tree = tree(300);
        for size in 0..=300 {
            let leaves: Vec<_> = (0..size).map(|n| tree.node(0, n).unwrap()).collect();
            assert_eq!(tree.head(size).unwrap().root, defined_root(&leaves));
        }
    }

    #[test]
    fn every_inclusion_is_proven_and_nothing_else() {
        let tree = tree(300);
        for size in 1..=300 {
            let head = tree.head(size).unwrap();
            for index in 0..size {
                let leaf = tree.node(0, index).unwrap();
                let proof = proof_in(&tree, index, size);
                assert!(is_included(&leaf, index, &head, &proof));
                if size > 40 && size < 290 {
                    continue;
                }
                assert!(!is_included(&head.root, index, &head, &proof) || size == 1);
                for other in [index + 1, index ^ 1, size, u64::MAX] {
                    assert!(!is_included(&leaf, other, &head, &proof) || other == index);
                }
                assert_eq!(proof.is_empty(), size == 1);
                if let Some((_, shorter)) = proof.split_last() {
                    assert!(!is_included(&leaf, index, &head, shorter));
                }
                let longer = [proof, vec![leaf]].concat();
                assert!(!is_included(&leaf, index, &head, &longer));
            }
        }
    }

    #[test]
    fn huge_sizes_do_no_harm() {
        let hash = Hash::of_nothing();
        let huge = TreeHead {
            size: u64::MAX,
            root: hash,
        };
        for length in 0..130 {
            let proof = vec![hash; length];
            assert!(!is_included(&hash, u64::MAX - 1, &huge, &proof));
            assert!(!is_included(&hash, 0, &huge, &proof));
        }
        assert_eq!(MerkleTree::default().head(u64::MAX), None);
    }
}
