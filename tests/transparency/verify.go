// Checks a published log with Go's own libraries, from its checkpoint and tiles alone.
//
//	go run verify.go FOLDER VKEY ENTRY OLDER_SIZE [WITNESS_VKEY]
//
// FOLDER is data/log of a site; ENTRY is counted from 0. Needs golang.org/x/mod (Debian: apt-get
// install golang-go golang-golang-x-mod-dev, then GO111MODULE=off GOPATH=/usr/share/gocode).
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// A tileFolder gives tiles as C2SP tlog-tiles lays them out: as the library does, but without the
// tile's height in the path.
type tileFolder string

func (folder tileFolder) Height() int                         { return 8 }
func (folder tileFolder) SaveTiles(_ []tlog.Tile, _ [][]byte) {}
func (folder tileFolder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var data [][]byte
	for _, tile := range tiles {
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		bytes, err := os.ReadFile(filepath.Join(string(folder), path))
		if err != nil {
			return nil, err
		}
		if len(bytes) != tile.W*tlog.HashSize {
			return nil, fmt.Errorf("%s has %d bytes", path, len(bytes))
		}
		data = append(data, bytes)
	}
	return data, nil
}

// entries reads all entry bundles.
func (folder tileFolder) entries(size int64) ([][]byte, error) {
	var entries [][]byte
	for n := int64(0); n*256 < size; n++ {
		width := size - n*256
		if width > 256 {
			width = 256
		}
		tile := tlog.Tile{H: 8, L: -1, N: n, W: int(width)}
		path := strings.Replace(tile.Path(), "tile/8/data/", "tile/entries/", 1)
		bytes, err := os.ReadFile(filepath.Join(string(folder), path))
		if err != nil {
			return nil, err
		}
		for i := int64(0); i < width; i++ {
			if len(bytes) < 2 || len(bytes) < 2+int(binary.BigEndian.Uint16(bytes)) {
				return nil, fmt.Errorf("%s is too short", path)
			}
			end := 2 + int(binary.BigEndian.Uint16(bytes))
			entries = append(entries, bytes[2:end])
			bytes = bytes[end:]
		}
		if len(bytes) > 0 {
			return nil, fmt.Errorf("%s is too long", path)
		}
	}
	return entries, nil
}

// hashTiles lists the tiles of hashes of a tree. (The library's NewTiles also lists partial tiles of
// smaller trees.)
func hashTiles(size int64) []tlog.Tile {
	var tiles []tlog.Tile
	for level, count := 0, size; count > 0; level, count = level+1, count/256 {
		for n := int64(0); n*256 < count; n++ {
			width := count - n*256
			if width > 256 {
				width = 256
			}
			tiles = append(tiles, tlog.Tile{H: 8, L: level, N: n, W: int(width)})
		}
	}
	return tiles
}

// A witness verifies cosignature/v1, which the library does not know.
type witness struct {
	name string
	id   uint32
	key  ed25519.PublicKey
	time uint64
}

func newWitness(vkey string) (*witness, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return nil, errors.New("malformed witness key")
	}
	bytes, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(bytes) != 33 || bytes[0] != 4 {
		return nil, errors.New("malformed witness key")
	}
	hash := sha256.Sum256([]byte(parts[0] + "\n" + string(bytes)))
	id := binary.BigEndian.Uint32(hash[:4])
	if fmt.Sprintf("%08x", id) != parts[1] {
		return nil, errors.New("wrong number of the witness key")
	}
	return &witness{name: parts[0], id: id, key: bytes[1:]}, nil
}

func (w *witness) Name() string    { return w.name }
func (w *witness) KeyHash() uint32 { return w.id }
func (w *witness) Verify(text, signature []byte) bool {
	if len(signature) != 72 {
		return false
	}
	w.time = binary.BigEndian.Uint64(signature)
	message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", w.time, text)
	return ed25519.Verify(w.key, []byte(message), signature[8:])
}

func verify(args []string) error {
	if len(args) != 4 && len(args) != 5 {
		return errors.New("usage: verify FOLDER VKEY ENTRY OLDER_SIZE [WITNESS_VKEY]")
	}
	folder := tileFolder(args[0])
	index, err := strconv.ParseInt(args[2], 10, 64)
	if err != nil {
		return err
	}
	older, err := strconv.ParseInt(args[3], 10, 64)
	if err != nil {
		return err
	}

	// The signatures.
	log, err := note.NewVerifier(args[1])
	if err != nil {
		return err
	}
	checkpoint, err := os.ReadFile(filepath.Join(args[0], "checkpoint"))
	if err != nil {
		return err
	}
	signed, err := note.Open(checkpoint, note.VerifierList(log))
	if err != nil {
		return err
	}
	fmt.Println("signature:", log.Name())
	if len(args) == 5 {
		w, err := newWitness(args[4])
		if err != nil {
			return err
		}
		if _, err := note.Open(checkpoint, note.VerifierList(w)); err != nil {
			return fmt.Errorf("witness: %w", err)
		}
		fmt.Println("cosignature:", w.name, "at", w.time)
	}

	// The checkpoint.
	lines := strings.Split(signed.Text, "\n")
	if len(lines) != 4 || lines[3] != "" || lines[0] != log.Name() {
		return errors.New("not a checkpoint of this log")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || strconv.FormatInt(size, 10) != lines[1] {
		return errors.New("malformed size")
	}
	root, err := tlog.ParseHash(lines[2])
	if err != nil {
		return err
	}
	if index < 0 || index >= size || older < 1 || older > size {
		return fmt.Errorf("the log has %d entries", size)
	}

	// The root, from every entry.
	entries, err := folder.entries(size)
	if err != nil {
		return err
	}
	var stored []tlog.Hash
	memory := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var hashes []tlog.Hash
		for _, index := range indexes {
			hashes = append(hashes, stored[index])
		}
		return hashes, nil
	})
	for n, entry := range entries {
		hashes, err := tlog.StoredHashes(int64(n), entry, memory)
		if err != nil {
			return err
		}
		stored = append(stored, hashes...)
	}
	computed, err := tlog.TreeHash(size, memory)
	if err != nil {
		return err
	}
	if computed != root {
		return errors.New("the entries have another root")
	}
	fmt.Println("root:", root, "of", size, "entries")

	// Every tile: the library's reader (in version 0.7.0) does not check all that it reads.
	all := hashTiles(size)
	for _, tile := range all {
		expected, err := tlog.ReadTileData(tile, memory)
		if err != nil {
			return err
		}
		published, err := folder.ReadTiles([]tlog.Tile{tile})
		if err != nil {
			return err
		}
		if !bytes.Equal(published[0], expected) {
			return fmt.Errorf("%s has other hashes", tile.Path())
		}
	}
	fmt.Println("tiles:", len(all))

	// The two proofs, from the tiles.
	tiles := tlog.TileHashReader(tlog.Tree{N: size, Hash: root}, folder)
	inclusion, err := tlog.ProveRecord(size, index, tiles)
	if err != nil {
		return err
	}
	if err := tlog.CheckRecord(inclusion, size, root, index, tlog.RecordHash(entries[index])); err != nil {
		return err
	}
	fmt.Println("inclusion: entry", index, "by", len(inclusion), "hashes")
	olderRoot, err := tlog.TreeHash(older, tiles)
	if err != nil {
		return err
	}
	consistency, err := tlog.ProveTree(size, older, tiles)
	if err != nil {
		return err
	}
	if err := tlog.CheckTree(consistency, size, root, older, olderRoot); err != nil {
		return err
	}
	fmt.Println("consistency: from", older, olderRoot, "by", len(consistency), "hashes")
	return nil
}

func main() {
	if err := verify(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "FAILED:", err)
		os.Exit(1)
	}
}
