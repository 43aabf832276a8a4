"""Which reports on a draft are signed with it, by which digests, and are they on these very bytes?"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import orjson

from rules.contracts.canonical import canonical_bytes
from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.reading.given_files import read_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from rules.contracts.canonical import Json

_say = speaker(__name__)

MUTATION, IMPACT = "mutation", "impact"
_ON_BYTES = frozenset({MUTATION, IMPACT})
"""The reports that say on which content they are; others may be of any form."""
_LARGEST = 200_000_000


def report_digests(reports: Mapping[str, Path], content_digest: str) -> dict[str, str]:
    """Give the digest of each report, by its name.

    Raises:
        InputError: one cannot be read, or is on another content than the draft has now.
    """
    return {name: _digest(_content(name, path, content_digest)) for name, path in reports.items()}


def read_report(name: str, path: Path, content_digest: str) -> dict[str, Any]:
    """Read a report on a draft.

    Raises:
        InputError: it cannot be read, or is on another content than the draft has now.
    """
    found: dict[str, Any] = orjson.loads(_content(name, path, content_digest))
    return found


def digest_of(document: Mapping[str, Json]) -> str:
    """Give the digest of a report that is made on the spot."""
    return _digest(canonical_bytes(dict(document)))


def _content(name: str, path: Path, content_digest: str) -> bytes:
    content = read_file(path, most=_LARGEST)
    if name in _ON_BYTES:
        try:
            stated = orjson.loads(content)["contentDigest"]
        except (orjson.JSONDecodeError, KeyError, TypeError):
            stated = ""
        if stated != content_digest:
            said = _say("REPORT_ON_OTHER", name=name, stated=str(stated)[:64] or "-", found=content_digest)
            raise InputError((Violation(f"--report {name}", said, "WRONG_VALUE"),))
    return content


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
