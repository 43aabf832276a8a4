"""How is the log written as static files that anybody may serve and check without asking the server?

In the layout of C2SP tlog-tiles. Every entry is fetched, and the tree computed from them, so that a checkpoint is
written with what it stands for or not at all. Tiles of entries that are there are not fetched again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.errors import TrailError
from rules.contracts.messages import speaker
from service.base.durable_files import replace_file
from service.log.notes import read_note
from service.log.tree import HASH_BYTES, WIDTH, TiledNodes, entries_tile, grown, leaf_hash, root, tile_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_say = speaker(__name__)

_LENGTH_BYTES = 2


def mirror(folder: Path, note_text: str, fetch: Callable[[int, int], list[bytes]]) -> int:
    """Write all that a checkpoint stands for into a folder; `fetch` gives entries from a position on, at most so many.

    Raises:
        TrailError: the entries are not those of the checkpoint; it is not written.
    """
    size = read_note(note_text).checkpoint.size
    tiles: dict[tuple[int, int], bytes] = {}

    def read(level: int, number: int) -> bytes:
        return tiles.get((level, number), b"")

    for first in range(0, size, WIDTH):
        width = min(WIDTH, size - first)
        path = folder / tile_path("entries", first // WIDTH, width)
        entries = list(_kept(path)) if path.is_file() else _fetched(fetch, first, width)
        tiles.update(grown(first, [leaf_hash(entry) for entry in entries], read))
        _write(path, entries_tile(entries))
    if root(TiledNodes(read), size) != read_note(note_text).checkpoint.root:
        raise TrailError(_say("MIRROR_DIFFERS", size=size))
    for (level, number), hashes in tiles.items():
        _write(folder / tile_path(level, number, len(hashes) // HASH_BYTES), hashes)
    _write(folder / "checkpoint", note_text.encode())
    return size


def _fetched(fetch: Callable[[int, int], list[bytes]], first: int, count: int) -> list[bytes]:
    found: list[bytes] = []
    while len(found) < count:
        page = fetch(first + len(found), count - len(found))
        if not page:
            raise TrailError(_say("ENTRIES_WANTING", position=first + len(found)))
        found += page
    return found


def _kept(path: Path) -> Iterator[bytes]:
    content = path.read_bytes()
    while content:
        end = _LENGTH_BYTES + int.from_bytes(content[:_LENGTH_BYTES])
        yield content[_LENGTH_BYTES:end]
        content = content[end:]


def _write(path: Path, content: bytes) -> None:
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, content, survive_power_loss=False)
