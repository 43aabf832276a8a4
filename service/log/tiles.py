"""How do the hashes of the tree rest, and under which paths do mirrors keep them? In tiles of 256 (C2SP tlog-tiles).

Tile (level, number) holds the nodes of the tree's level 8 · level, from 256 · number on; the newest of a level holds
fewer. Whatever lies between two such levels is computed from the lower one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.log.tree import node_hash

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    Tile = tuple[int, int]
    """Level and number."""

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
        self._nodes: dict[Tile, bytes] = {}

    def __call__(self, level: int, place: int) -> bytes:
        """Give a node that is complete.

        Raises:
            IndexError: the tiles do not reach so far.
        """
        found = self._nodes.get((level, place))
        if found is None:
            found = self._computed(level, place)
            self._nodes[level, place] = found
        return found

    def _computed(self, level: int, place: int) -> bytes:
        above = level % _LEVELS
        if above:
            return node_hash(self(level - 1, 2 * place), self(level - 1, 2 * place + 1))
        tile, at = (level // _LEVELS, place // WIDTH), place % WIDTH * HASH_BYTES
        if tile not in self._tiles:
            self._tiles[tile] = self._read(*tile)
        node = self._tiles[tile][at : at + HASH_BYTES]
        if len(node) < HASH_BYTES:
            raise IndexError(f"tile {tile[0]}/{tile[1]} ends before {place % WIDTH}")
        return node


def grown(size: int, leaves: Sequence[bytes], read: Callable[[int, int], bytes]) -> Mapping[Tile, bytes]:
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
                above.append(_folded(part))
        level, size, behind = level + 1, size // WIDTH, above
    return changed


def _folded(hashes: bytes) -> bytes:
    nodes = [hashes[place : place + HASH_BYTES] for place in range(0, len(hashes), HASH_BYTES)]
    while len(nodes) > 1:
        nodes = [node_hash(left, right) for left, right in zip(nodes[::2], nodes[1::2], strict=True)]
    return nodes[0]


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
