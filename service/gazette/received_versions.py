"""Origin of published versions that a gazette received from feeds: reads the list that each activation replaces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import orjson

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

RECEIVED = ".received.json"


@dataclass(frozen=True, slots=True)
class VersionOrigin:
    """Feed, snapshot and time of the arrival of a version, and its digest in the feed."""

    feed: str
    snapshot: int
    arrived_time: str
    content_digest: str


def received_versions(folder: Path) -> Mapping[str, VersionOrigin]:
    """Return the origin of each received version by name; empty without feeds."""
    try:
        document = orjson.loads((folder / RECEIVED).read_bytes())
    except FileNotFoundError:
        return {}
    return {
        each["name"]: VersionOrigin(feed, each["snapshot"], each["arrived_time"], each["content_digest"])
        for feed, received in document["feeds"].items()
        for each in received["versions"]
    }
