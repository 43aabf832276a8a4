"""Origin of published versions that a gazette received from feeds."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rules.contracts import InputError
from service.base.resource_names import parse_version
from service.gazette.folder_changes import FileSignature, file_signature
from service.gazette.received import RECEIVED, read_received


@dataclass(frozen=True, slots=True)
class VersionOrigin:
    """Feed of a version, the snapshot that added it, the arrival, and the digest of the version there."""

    feed: str
    snapshot: int
    arrived_time: str
    content_digest: str


class VersionOrigins:
    """Origins of the versions in a gazette folder, read again after each activation."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: tuple[FileSignature, Mapping[str, VersionOrigin]] = (None, {})
        self._lock = threading.Lock()

    def by_name(self) -> Mapping[str, VersionOrigin]:
        """Return the origin of each received version; empty without feeds.

        Raises:
            TrailError: If the state file is invalid.
        """
        with self._lock:
            signature = file_signature(self._folder / RECEIVED)
            if self._read[0] != signature:
                self._read = signature, _origins(self._folder)
            return self._read[1]


def _origins(folder: Path) -> Mapping[str, VersionOrigin]:
    return {
        item.name: VersionOrigin(feed, item.snapshot, item.arrived_time, item.digest)
        for feed, received in read_received(folder).feeds.items()
        for item in received.items
        if _is_version(item.name)
    }


def _is_version(name: str) -> bool:
    try:
        parse_version(name, field="name")
    except InputError:  # repeals and tables are received, too
        return False
    return True
