"""Origin of published versions that a gazette received from feeds."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import orjson

RECEIVED = ".received.json"
_NO_SIGNATURE = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class VersionOrigin:
    """Feed of a version, its newest accepted snapshot, the arrival, and the digest of the version there."""

    feed: str
    snapshot: int
    arrived_time: str
    content_digest: str


class VersionOrigins:
    """Origins of the versions in a gazette folder, read again when an activation changed them.

    Raises:
        TrailError: If the state file is invalid.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / RECEIVED
        self._read: tuple[tuple[int, int, int], Mapping[str, VersionOrigin]] = (_NO_SIGNATURE, {})
        self._lock = threading.Lock()

    def by_name(self) -> Mapping[str, VersionOrigin]:
        """Return the origin of each received version; empty without feeds."""
        with self._lock:
            signature = self._signature()
            if self._read[0] != signature:
                self._read = signature, self._origins()
            return self._read[1]

    def _signature(self) -> tuple[int, int, int]:
        try:
            state = self._path.stat()
        except FileNotFoundError:
            return _NO_SIGNATURE
        return state.st_mtime_ns, state.st_ino, state.st_size

    def _origins(self) -> Mapping[str, VersionOrigin]:
        document = orjson.loads(self._path.read_bytes())
        return {
            item["name"]: VersionOrigin(feed, received["snapshot"], item["arrived_time"], item["digest"])
            for feed, received in document["feeds"].items()
            for item in received["items"]
        }
