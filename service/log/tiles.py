"""How do the hashes of the tree rest, and under which paths do mirrors keep them? In tiles of 256 (C2SP tlog-tiles).

Tile (level, number) holds the nodes of the tree's level 8 · level, from 256 · number on; the newest of a level holds
fewer. Whatever lies between two such levels is computed from the lower one.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

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

    def __call__(self, level: int, place: int) -> bytes:
        """Give a node that is complete.

        Raises:
            IndexError: the tiles do not reach so far.
        """
        count = 1 << level % _LEVELS
        number, first = divmod(place * count, WIDTH)
        tile = level // _LEVELS, number
        if tile not in self._tiles:
            self._tiles[tile] = self._read(*tile)
        hashes = self._tiles[tile][first * HASH_BYTES : (first + count) * HASH_BYTES]
        if len(hashes) < count * HASH_BYTES:
            raise IndexError(f"tile {tile[0]}/{tile[1]} ends before {first + count - 1}")
        return _folded(hashes)


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
