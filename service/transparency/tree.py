"""Merkle tree (RFC 9162, 2.1): roots, inclusion and consistency proofs, and tiles.

A leaf is SHA-256(0x00 ‖ entry), a node SHA-256(0x01 ‖ left ‖ right), as in RFC 6962. Node (2, 3), by level and
index, is the root over four leaves from 12 on. Only complete subtrees are stored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

from rules.trail import MerkleInclusion

if TYPE_CHECKING:
    Tile = tuple[int, int]
    Nodes = Callable[[int, int], bytes]
    """Returns the root over 2^level leaves that start at index · 2^level."""


WIDTH = 256
HASH_BYTES = 32
TILE_LEVELS = 8
_PATH_GROUP = 1000


class TiledNodes:
    """Nodes of a tree, with one read per tile."""

    def __init__(self, read: Callable[[int, int], bytes]) -> None:
        self._read = read
        self._tiles: dict[Tile, bytes] = {}

    def __call__(self, level: int, place: int) -> bytes:
        count = 1 << level % TILE_LEVELS
        number, first = divmod(place * count, WIDTH)
        tile = level // TILE_LEVELS, number
        if tile not in self._tiles:
            self._tiles[tile] = self._read(*tile)
        hashes = self._tiles[tile][first * HASH_BYTES : (first + count) * HASH_BYTES]
        if len(hashes) < count * HASH_BYTES:
            raise IndexError(f"tile {tile[0]}/{tile[1]} ends before {first + count - 1}")
        return perfect_subtree_root(hashes)


def tiles_after_append(size: int, leaves: Sequence[bytes], read: Callable[[int, int], bytes]) -> Mapping[Tile, bytes]:
    """Return the full content of all tiles changed by appending leaves."""
    changed: dict[Tile, bytes] = {}
    level, appended = 0, list(leaves)
    while appended:
        number, existing_count = divmod(size, WIDTH)
        hashes = (read(level, number)[: existing_count * HASH_BYTES] if existing_count else b"") + b"".join(appended)
        parents = []
        for offset in range(0, len(hashes), WIDTH * HASH_BYTES):
            part = hashes[offset : offset + WIDTH * HASH_BYTES]
            changed[level, number] = part
            number += 1
            if len(part) == WIDTH * HASH_BYTES:
                parents.append(perfect_subtree_root(part))
        level, size, appended = level + 1, size // WIDTH, parents
    return changed


def perfect_subtree_root(hashes: bytes) -> bytes:
    """Return the root over joined hashes; their number is a power of two."""
    while len(hashes) > HASH_BYTES:
        pairs = (hashes[offset : offset + 2 * HASH_BYTES] for offset in range(0, len(hashes), 2 * HASH_BYTES))
        hashes = b"".join([sha256(b"\1" + pair).digest() for pair in pairs])
    return hashes


def tile_path(level: int | str, number: int, width: int = WIDTH) -> str:
    """Return the path of a tile; `entries` is the level of entry tiles."""
    groups = [f"{number % _PATH_GROUP:03}"]
    while number >= _PATH_GROUP:
        number //= _PATH_GROUP
        groups.insert(0, f"x{number % _PATH_GROUP:03}")
    path = f"tile/{level}/{'/'.join(groups)}"
    return path if width == WIDTH else f"{path}.p/{width}"


def entries_tile(entries: Iterable[bytes]) -> bytes:
    """Return an entry tile: entries after big-endian two-byte lengths."""
    return b"".join(len(entry).to_bytes(2) + entry for entry in entries)


EMPTY = sha256().digest()


def leaf_hash(entry: bytes) -> bytes:
    """Return the leaf hash of an entry."""
    return sha256(b"\0" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of an inner node."""
    return sha256(b"\1" + left + right).digest()


def root(nodes: Nodes, size: int) -> bytes:
    """Return the root over the first `size` leaves."""
    return _range_root(nodes, 0, size) if size else EMPTY


def inclusion_proof(nodes: Nodes, place: int, size: int) -> MerkleInclusion:
    """Prove the leaf at a zero-based index; raise IndexError unless it is below `size`."""
    if not 0 <= place < size:
        raise IndexError(place)
    siblings, first, end = list[bytes](), 0, size
    while end - first > 1:
        middle = first + _split_point(end - first)
        if place < middle:
            siblings.append(_range_root(nodes, middle, end))
            end = middle
        else:
            siblings.append(_range_root(nodes, first, middle))
            first = middle
    return MerkleInclusion(place, size, tuple(reversed(siblings)))


def consistency_proof(nodes: Nodes, first: int, second: int) -> tuple[bytes, ...]:
    """Prove that `second` leaves extend `first` leaves; raise IndexError if `first` is greater."""
    if not 0 <= first <= second:
        raise IndexError(first)
    if first in (0, second):
        return ()
    proof, start, end, is_leftmost = list[bytes](), 0, second, True
    while first != end:
        middle = start + _split_point(end - start)
        if first <= middle:
            proof.append(_range_root(nodes, middle, end))
            end = middle
        else:
            proof.append(_range_root(nodes, start, middle))
            start, is_leftmost = middle, False
    if not is_leftmost:
        proof.append(_range_root(nodes, start, end))
    return tuple(reversed(proof))


def is_consistent(first: int, second: int, roots: tuple[bytes, bytes], proof: Sequence[bytes]) -> bool:
    """Return whether a proof connects two roots (RFC 9162, 2.1.4.2)."""
    before, after = roots
    if not 0 <= first <= second:
        return False
    if first in (0, second):
        return not proof and (before == EMPTY if first == 0 else before == after)
    path = [before, *proof] if first & (first - 1) == 0 else list(proof)
    if not path:
        return False
    index, last = first - 1, second - 1
    while index & 1:
        index, last = index >> 1, last >> 1
    old = new = path[0]
    for node in path[1:]:
        if not last:
            return False
        if index & 1 or index == last:
            old, new = node_hash(node, old), node_hash(node, new)
            while index and not index & 1:
                index, last = index >> 1, last >> 1
        else:
            new = node_hash(new, node)
        index, last = index >> 1, last >> 1
    return not last and (old, new) == (before, after)


def _split_point(count: int) -> int:
    return 1 << (count - 1).bit_length() - 1


def _range_root(nodes: Nodes, first: int, end: int) -> bytes:
    count = end - first
    if count & (count - 1) == 0:
        level = count.bit_length() - 1
        return nodes(level, first >> level)
    middle = first + _split_point(count)
    return node_hash(_range_root(nodes, first, middle), _range_root(nodes, middle, end))
