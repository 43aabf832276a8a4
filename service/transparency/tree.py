"""Merkle tree (RFC 9162): roots, inclusion and consistency proofs, and tiles.

The Merkle tree of RFC 9162, section 2.1 (the same as that of RFC 6962): a leaf is SHA-256(0x00 ‖ entry), a node
SHA-256(0x01 ‖ left ‖ right). Nodes are asked for by level and place, wherever they rest: node (2, 3) is the root over
the four leaves from 12 on. Only those over complete pairs rest anywhere; the others follow from them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

from rules.trail import MerkleInclusion

if TYPE_CHECKING:
    Tile = tuple[int, int]
    """Level and number."""
    Nodes = Callable[[int, int], bytes]
    """Gives the root over 2^level leaves from place · 2^level on."""


WIDTH = 256
HASH_BYTES = 32
_LEVELS = 8
"""How many levels of the tree one level of tiles spans."""
_GROUP = 1000


class TiledNodes:
    """The nodes of a tree, by tiles that are read once each."""

    def __init__(self, read: Callable[[int, int], bytes]) -> None:
        """Read the hashes of a tile by its level and number."""
        self._read = read
        self._tiles: dict[Tile, bytes] = {}

    def __call__(self, level: int, place: int) -> bytes:
        """Give a node that is complete."""
        count = 1 << level % _LEVELS
        number, first = divmod(place * count, WIDTH)
        tile = level // _LEVELS, number
        if tile not in self._tiles:
            self._tiles[tile] = self._read(*tile)
        hashes = self._tiles[tile][first * HASH_BYTES : (first + count) * HASH_BYTES]
        if len(hashes) < count * HASH_BYTES:
            raise IndexError(f"tile {tile[0]}/{tile[1]} ends before {first + count - 1}")
        return _perfect_subtree_root(hashes)


def tiles_after_append(size: int, leaves: Sequence[bytes], read: Callable[[int, int], bytes]) -> Mapping[Tile, bytes]:
    """Give the tiles that change when leaves are put behind the first so many, whole as they are then."""
    changed: dict[Tile, bytes] = {}
    level, behind = 0, list(leaves)
    while behind:
        number, held = divmod(size, WIDTH)
        hashes = (read(level, number)[: held * HASH_BYTES] if held else b"") + b"".join(behind)
        above = []
        for place in range(0, len(hashes), WIDTH * HASH_BYTES):
            part = hashes[place : place + WIDTH * HASH_BYTES]
            changed[level, number] = part
            number += 1
            if len(part) == WIDTH * HASH_BYTES:
                above.append(_perfect_subtree_root(part))
        level, size, behind = level + 1, size // WIDTH, above
    return changed


def _perfect_subtree_root(hashes: bytes) -> bytes:
    """Give the root over hashes, of which there is a power of two."""
    while len(hashes) > HASH_BYTES:
        pairs = (hashes[place : place + 2 * HASH_BYTES] for place in range(0, len(hashes), 2 * HASH_BYTES))
        hashes = b"".join([sha256(b"\1" + pair).digest() for pair in pairs])
    return hashes


def tile_path(level: int | str, number: int, width: int = WIDTH) -> str:
    """Give the path of a tile, `entries` being the level of the entries themselves, and fewer than 256 its `width`."""
    groups = [f"{number % _GROUP:03}"]
    while number >= _GROUP:
        number //= _GROUP
        groups.insert(0, f"x{number % _GROUP:03}")
    path = f"tile/{level}/{'/'.join(groups)}"
    return path if width == WIDTH else f"{path}.p/{width}"


def entries_tile(entries: Iterable[bytes]) -> bytes:
    """Write entries as a tile of entries: each behind its length in two bytes, the greater first."""
    return b"".join(len(entry).to_bytes(2) + entry for entry in entries)


EMPTY = sha256().digest()
"""The root over no entries."""


def leaf_hash(entry: bytes) -> bytes:
    """Give the leaf of an entry."""
    return sha256(b"\0" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Give the node above two others."""
    return sha256(b"\1" + left + right).digest()


def root(nodes: Nodes, size: int) -> bytes:
    """Give the root over the first so many leaves."""
    return _range_root(nodes, 0, size) if size else EMPTY


def inclusion_proof(nodes: Nodes, place: int, size: int) -> MerkleInclusion:
    """Prove that a leaf stands at a place, counted from 0, among the first so many.

    Raises:
        IndexError: there is no such place.
    """
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
    """Prove that the first so many leaves begin the second so many.

    Raises:
        IndexError: the first are more than the second.
    """
    if not 0 <= first <= second:
        raise IndexError(first)
    if first in (0, second):
        return ()
    proof, start, end, whole = list[bytes](), 0, second, True
    while first != end:
        middle = start + _split_point(end - start)
        if first <= middle:
            proof.append(_range_root(nodes, middle, end))
            end = middle
        else:
            proof.append(_range_root(nodes, start, middle))
            start, whole = middle, False
    if not whole:
        proof.append(_range_root(nodes, start, end))
    return tuple(reversed(proof))


def is_consistent(first: int, second: int, roots: tuple[bytes, bytes], proof: Sequence[bytes]) -> bool:
    """Say whether a proof shows that the tree with the first root begins that with the second (RFC 9162, 2.1.4.2)."""
    before, after = roots
    if not 0 <= first <= second:
        return False
    if first in (0, second):
        return not proof and (before == EMPTY if first == 0 else before == after)
    path = [before, *proof] if first & (first - 1) == 0 else list(proof)
    if not path:
        return False
    place, last = first - 1, second - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    old = new = path[0]
    for node in path[1:]:
        if not last:
            return False
        if place & 1 or place == last:
            old, new = node_hash(node, old), node_hash(node, new)
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        else:
            new = node_hash(new, node)
        place, last = place >> 1, last >> 1
    return not last and (old, new) == (before, after)


def _split_point(count: int) -> int:
    """Give the largest power of two below a count of two or more."""
    return 1 << (count - 1).bit_length() - 1


def _range_root(nodes: Nodes, first: int, end: int) -> bytes:
    """Give the root over some leaves, which begin where a complete node of their length would."""
    count = end - first
    if count & (count - 1) == 0:
        level = count.bit_length() - 1
        return nodes(level, first >> level)
    middle = first + _split_point(count)
    return node_hash(_range_root(nodes, first, middle), _range_root(nodes, middle, end))
