"""Publication candidate from a draft folder."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import orjson

from rules.api import Publication, publish
from rules.contracts import InputError, Json, canonical_bytes, message_factory
from rules.model import Card
from service.base import instants
from service.drafts.legal_effect import retroactive_days
from service.gazette.overlays import check_fact_map, check_overlay
from service.gazette.sidecars import SIDECAR
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette
from service.input.given_files import read_text_file
from service.output.terminal.draft_folder import read_sources

_message = message_factory(__name__)

MUTATION, IMPACT = "mutation", "impact"
_REPORTS_WITH_DIGEST = frozenset({MUTATION, IMPACT})
"""Reports that must state the content digest; others may have any form."""
_MAX_REPORT_BYTES = 200_000_000


def build_publication(
    folder: Path, gazette: Gazette, *, progress: Callable[[int, int], None] | None = None
) -> Publication:
    """Return the checked publication of a draft folder."""
    published = tuple(version for card in gazette.card_ids() for version in gazette.versions(card))
    ready = publish(read_sources(folder), published, progress=progress, tables=TableStore(gazette.folder / FOLDER))
    check_overlay(ready.scorecard, ready.sources, gazette)
    check_fact_map(ready.scorecard, ready.sources, gazette)
    return ready


def retroactive_warning(card: Card, gazette: Path) -> str:
    """Return a warning if an unpublished version would govern past days, otherwise an empty string."""
    today = instants.today(card.time_zone)
    days = retroactive_days(card, today)
    if not days or (gazette / card.id / f"{card.version}{SIDECAR}").exists():
        return ""
    return _message("RETROACTIVE", card=card.id, version=card.version, first=card.first_date, days=days, today=today)


def report_digests(reports: Mapping[str, Path], content_digest: str) -> dict[str, str]:
    """Return SHA-256 digests; raise InputError if a report states another content digest."""
    return {name: _digest(_read_checked(name, path, content_digest)) for name, path in reports.items()}


def read_report(name: str, path: Path, content_digest: str) -> dict[str, Any]:
    """Load a report, checked as in `report_digests`."""
    report: dict[str, Any] = orjson.loads(_read_checked(name, path, content_digest))
    return report


def report_document_digest(document: Mapping[str, Json]) -> str:
    """Return the digest of a report without a file."""
    return _digest(canonical_bytes(dict(document)))


def _read_checked(name: str, path: Path, content_digest: str) -> bytes:
    content = read_text_file(path, most=_MAX_REPORT_BYTES, allowed="JSON")
    if name in _REPORTS_WITH_DIGEST:
        try:
            stated = orjson.loads(content)["contentDigest"]
        except (orjson.JSONDecodeError, KeyError, TypeError):
            stated = ""
        if stated != content_digest:
            message = _message("REPORT_ON_OTHER", name=name, stated=str(stated)[:64] or "-", found=content_digest)
            raise InputError.of(f"--report {name}", message, "WRONG_VALUE")
    return content


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
