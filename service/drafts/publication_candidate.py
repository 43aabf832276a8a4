"""Publication candidate from a draft folder: checks, digests of reports, and warning of retroactive effect."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import orjson

from rules.api import Publication, publish
from rules.contracts import InputError, Json, Violation, canonical_bytes, message_factory
from rules.model import Card
from service.base import instants
from service.drafts.legal_effect import retroactive_days
from service.gazette.overlays import check_fact_map, check_overlay
from service.gazette.sidecars import SIDECAR
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette
from service.input.given_files import read_file
from service.output.terminal.draft_folder import read_sources

_say = message_factory(__name__)

MUTATION, IMPACT = "mutation", "impact"
_ON_BYTES = frozenset({MUTATION, IMPACT})
"""The reports that say on which content they are; others may be of any form."""
_LARGEST = 200_000_000


def build_publication(
    folder: Path, gazette: Gazette, *, progress: Callable[[int, int], None] | None = None
) -> Publication:
    """Give what would be published."""
    published = tuple(version for card in gazette.card_ids() for version in gazette.versions(card))
    ready = publish(read_sources(folder), published, progress=progress, tables=TableStore(gazette.folder / FOLDER))
    check_overlay(ready.scorecard, ready.sources, gazette)
    check_fact_map(ready.scorecard, ready.sources, gazette)
    return ready


def retroactive_warning(card: Card, gazette: Path) -> str:
    """Say that a version which is not published yet would govern days before today; nothing if it would not."""
    today = instants.today(card.time_zone)
    days = retroactive_days(card, today)
    if not days or (gazette / card.id / f"{card.version}{SIDECAR}").exists():
        return ""
    return _say("RETROACTIVE", card=card.id, version=card.version, first=card.first_date, days=days, today=today)


def report_digests(reports: Mapping[str, Path], content_digest: str) -> dict[str, str]:
    """Give the digest of each report, by its name."""
    return {name: _digest(_content(name, path, content_digest)) for name, path in reports.items()}


def read_report(name: str, path: Path, content_digest: str) -> dict[str, Any]:
    """Read a report on a draft."""
    report: dict[str, Any] = orjson.loads(_content(name, path, content_digest))
    return report


def report_document_digest(document: Mapping[str, Json]) -> str:
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
            message = _say("REPORT_ON_OTHER", name=name, stated=str(stated)[:64] or "-", found=content_digest)
            raise InputError((Violation(f"--report {name}", message, "WRONG_VALUE"),))
    return content


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
