//! The revision log as a transparency log that anybody can check with tools not of this project:
//! static files for what was logged, and signed statements of how long the log was and what it
//! contained.
//!
//! - [`merkle_tree`] and [`tree_hash`]: the hashes (RFC 6962, section 2.1).
//! - [`merkle_proof`]: that an entry is in the log (RFC 6962, section 2.1; checked as in RFC 9162,
//!   section 2.1).
//! - [`tiles`] and [`tile_reader`]: the tree and the entries as files, and the proof of an entry from such files
//!   (C2SP tlog-tiles).
//! - [`signed_note`]: text with signatures below it, and the keys for them (C2SP signed-note).
//! - [`checkpoint`]: size and root of the log as a signed note (C2SP tlog-checkpoint).
//! - [`cosignature`]: a witness's signature of a checkpoint, with its time (C2SP
//!   tlog-cosignature, the Ed25519 form `cosignature/v1`).
//! - [`ed25519_key`]: the keys, also those in minisign's files (RFC 8032).
//!
//! Nothing here reads a file, a clock or the network, and nothing knows what an entry means.

pub mod checkpoint;
pub mod cosignature;
pub mod ed25519_key;
pub mod merkle_proof;
pub mod merkle_tree;
pub mod signed_note;
pub mod tile_reader;
pub mod tiles;
pub mod tree_hash;

pub use checkpoint::Checkpoint;
pub use ed25519_key::{PublicKey, SigningKey};
pub use merkle_tree::MerkleTree;
pub use signed_note::{NoteError, NoteSignature, SignatureType, SignedNote, VerifierKey};
pub use tile_reader::{TileError, TileReader};
pub use tiles::Tile;
pub use tree_hash::{Hash, TreeHead};
