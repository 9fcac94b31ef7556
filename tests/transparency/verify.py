"""Checks a published log with pymerkle and cryptography (pip install pymerkle cryptography).

python3 verify.py FOLDER LOG_JSONL VKEY ENTRY OLDER_SIZE [WITNESS_VKEY]

FOLDER is data/log of a site, LOG_JSONL the log itself; ENTRY is counted from 0.
"""

import base64
import hashlib
import struct
import sys
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pymerkle import InmemoryTree, verify_consistency, verify_inclusion


def require(condition, message):
    if not condition:
        raise ValueError(message)


def read_key(vkey, kind):
    """The name, number and key in a verifier key."""
    name, number, rest = vkey.split("+", 2)
    material = base64.b64decode(rest, validate=True)
    require(len(material) == 33 and material[0] == kind, "another kind of key")
    digest = hashlib.sha256(name.encode() + b"\n" + material).digest()[:4]
    require(digest.hex() == number, "wrong number of the key")
    return name, digest, Ed25519PublicKey.from_public_bytes(material[1:])


def signature_of(lines, name, number):
    """The bytes of the one signature with a key's name and number."""
    found = []
    for line in lines:
        dash, key_name, encoded = line.split(" ")
        require(dash == "—", "malformed signature line")
        decoded = base64.b64decode(encoded, validate=True)
        if key_name == name and decoded[:4] == number:
            found.append(decoded[4:])
    require(len(found) == 1, f"no signature of {name}")
    return found[0]


def leaf_hash(entry):
    return hashlib.sha256(b"\x00" + entry).digest()


def root_of_full_tile(hashes):
    while len(hashes) > 1:
        pairs = zip(hashes[::2], hashes[1::2])
        hashes = [hashlib.sha256(b"\x01" + left + right).digest() for left, right in pairs]
    return hashes[0]


class TreeOfHashes(InmemoryTree):
    """A tree whose entries are given by their hashes."""

    def hash_buff(self, data):
        return data


def tile_path(kind, index, width):
    digits = str(index).zfill(-(-len(str(index)) // 3) * 3)
    groups = [digits[n : n + 3] for n in range(0, len(digits), 3)]
    name = "/".join(["x" + group for group in groups[:-1]] + groups[-1:])
    return f"tile/{kind}/{name}" + (f".p/{width}" if width < 256 else "")


def read_tiles(folder, kind, count):
    """The bytes and width of each tile of a kind, from the first to the last."""
    for start in range(0, count, 256):
        width = min(256, count - start)
        yield (folder / tile_path(kind, start // 256, width)).read_bytes(), width


def read_hashes(folder, level, count):
    hashes = []
    for content, width in read_tiles(folder, level, count):
        require(len(content) == 32 * width, f"a tile of level {level} has another length")
        hashes += [content[n : n + 32] for n in range(0, len(content), 32)]
    return hashes


def read_entries(folder, count):
    entries = []
    for content, width in read_tiles(folder, "entries", count):
        for _ in range(width):
            (length,) = struct.unpack_from(">H", content)
            require(len(content) >= 2 + length, "an entry bundle is too short")
            entries.append(content[2 : 2 + length])
            content = content[2 + length :]
        require(not content, "an entry bundle is too long")
    return entries


def main(folder, log, vkey, index, older, witness=None):
    folder, index, older = Path(folder), int(index), int(older)

    # The signatures.
    note = (folder / "checkpoint").read_bytes().decode()
    end = note.rindex("\n\n")
    text, signatures = note[: end + 1], note[end + 2 :].removesuffix("\n").split("\n")
    name, number, key = read_key(vkey, 1)
    key.verify(signature_of(signatures, name, number), text.encode())
    print("signature:", name)
    if witness:
        witness_name, number, key = read_key(witness, 4)
        signed = signature_of(signatures, witness_name, number)
        (time,) = struct.unpack(">Q", signed[:8])
        key.verify(signed[8:], f"cosignature/v1\ntime {time}\n{text}".encode())
        print("cosignature:", witness_name, "at", time)

    # The root, from the log's lines.
    origin, digits, root, nothing = text.split("\n")
    require(origin == name and nothing == "", "not a checkpoint of this log")
    size, root = int(digits), base64.b64decode(root, validate=True)
    lines = Path(log).read_bytes().removesuffix(b"\n").split(b"\n")
    require(len(lines) == size, "the log has another length")
    require(0 <= index < size and 1 <= older <= size, f"the log has {size} entries")
    tree = InmemoryTree(algorithm="sha256")
    for line in lines:
        tree.append_entry(line)
    require(tree.get_root() == root, "the log's lines have another root")
    print("root:", base64.b64encode(root).decode(), "of", size, "lines")

    # Every tile.
    require(read_entries(folder, size) == lines, "an entry bundle has other lines")
    leaves = hashes = read_hashes(folder, 0, size)
    require(leaves == [leaf_hash(line) for line in lines], "a tile has another hash")
    level = 0
    while len(hashes) >= 256:
        full = len(hashes) // 256
        above = [root_of_full_tile(hashes[256 * n : 256 * (n + 1)]) for n in range(full)]
        level += 1
        hashes = read_hashes(folder, level, full)
        require(hashes == above, f"a tile of level {level} has another hash")
    print("tiles: levels 0 to", level, "and entries")

    # Both proofs, made from the tiles; pymerkle counts entries from 1.
    tiles = TreeOfHashes(algorithm="sha256")
    for leaf in leaves:
        tiles.append_entry(leaf)
    proof = tiles.prove_inclusion(index + 1, size)
    verify_inclusion(leaf_hash(lines[index]), root, proof, index=index + 1, size=size)
    print("inclusion: entry", index, "by", len(proof.path), "hashes with its own")
    older_root = tree.get_root(older)
    proof = tiles.prove_consistency(older, size)
    verify_consistency(older_root, root, proof, prior_size=older, later_size=size)
    print("consistency: from", older, base64.b64encode(older_root).decode())


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except Exception as error:
        print("FAILED:", type(error).__name__, error, file=sys.stderr)
        sys.exit(1)
