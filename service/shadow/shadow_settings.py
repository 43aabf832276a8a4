"""File of the setting TOUCHSTONE_SHADOW: candidates, limits, and servers to forward requests to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rules.contracts import InputError, Violation, attempt, error_message, message_factory
from service.base.resource_names import (
    CARD,
    ORGANIZATION,
    VERSION,
    CardName,
    draft_organization,
    parse_draft_child,
)
from service.input.given_files import FileRefusedError, read_file, read_settings_file
from service.shadow.sampling import Share, parse_share

if TYPE_CHECKING:
    from collections.abc import Mapping

_message = message_factory(__name__)

FIELD = "TOUCHSTONE_SHADOW"
_MAX_FILE_BYTES = 1024 * 1024
_MAX_ENTRIES = 32
_ADDRESS = re.compile(r"(\[[0-9a-fA-F:]+\]|[^\s:/]+):[0-9]{1,5}\Z")
_MINIMUM_KEY_BYTES = 32
_KEYS = ("queue", "processes", "seconds", "candidate", "forward")
_CANDIDATE_KEYS = ("card", "version", "draft", "gazette", "organization", "share")
_FORWARD_KEYS = ("organization", "server", "share", "cards", "key_file", "ca_file", "pseudonym_key_file")
_RANGES = {"queue": range(1, 10_001), "processes": range(1, 17), "seconds": range(1, 601)}
_DEFAULTS = {"queue": 256, "processes": 1, "seconds": 60}


@dataclass(frozen=True, slots=True)
class Candidate:
    """Candidate version: published in the gazette of this server or in another folder, or the revision of a draft.

    `organization` limits it to the requests of one organisation.
    """

    place: str
    share: Share
    version: CardName | None = None
    draft: str = ""
    gazette: Path | None = None
    organization: str = ""


@dataclass(frozen=True, slots=True)
class Forward:
    """Server that receives a sample of the requests of one organisation, under pseudonyms."""

    place: str
    organization: str
    server: str
    share: Share
    token: str
    pseudonym_key: bytes
    cards: frozenset[str] = frozenset()
    ca_file: Path | None = None


@dataclass(frozen=True, slots=True)
class ShadowSettings:
    """Candidates, servers to forward to, and limits; without a file there are none."""

    candidates: tuple[Candidate, ...] = ()
    forwards: tuple[Forward, ...] = ()
    queue: int = _DEFAULTS["queue"]
    processes: int = _DEFAULTS["processes"]
    seconds: int = _DEFAULTS["seconds"]


def read_shadow_settings(path: Path | None) -> ShadowSettings:
    """Parse the file; raise InputError with all its problems. Paths in it are relative to its folder."""
    if path is None:
        return ShadowSettings()
    table = read_settings_file(path, field=FIELD)
    violations: list[Violation] = []
    reader = _Reader(table, FIELD, path.parent, violations)
    reader.refuse_unknown(_KEYS)
    limits = {name: reader.number(name) for name in _RANGES}
    candidates = tuple(filter(None, map(_read_candidate, reader.tables("candidate"))))
    forwards = tuple(filter(None, map(_read_forward, reader.tables("forward"))))
    if not violations and not candidates and not forwards:
        violations.append(Violation(FIELD, _message("NOTHING_TO_DO"), "REQUIRED"))
    if violations:
        raise InputError(tuple(violations))
    return ShadowSettings(candidates, forwards, **limits)


class _Reader:
    """Typed access to one table of the file; problems are collected."""

    def __init__(self, table: Mapping[str, Any], place: str, folder: Path, violations: list[Violation]) -> None:
        self.table, self.place, self._folder, self.violations = table, place, folder, violations

    def tables(self, name: str) -> list[_Reader]:
        entries = self.table.get(name, [])
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            self.refuse(name, _message("NOT_TABLES", name=name), "MALFORMED")
            return []
        if len(entries) > _MAX_ENTRIES:
            self.refuse(name, _message("TOO_MANY", found=len(entries), most=_MAX_ENTRIES), "TOO_MANY")
            return []
        return [
            _Reader(entry, f"{FIELD}.{name}[{index}]", self._folder, self.violations)
            for index, entry in enumerate(entries)
        ]

    def refuse_unknown(self, known: tuple[str, ...]) -> None:
        for name in sorted(self.table.keys() - set(known)):
            self.refuse(name[:60], _message("UNKNOWN_KEY", known=known), "UNKNOWN")

    def text(self, name: str, expected: str, pattern: re.Pattern[str] | None = None, *, required: bool = False) -> str:
        value = self.table.get(name)
        if value is None:
            if required:
                self.refuse(name, _message("KEY_REQUIRED", expected=expected), "REQUIRED")
            return ""
        if not isinstance(value, str) or not value or (pattern is not None and not pattern.match(value)):
            self.refuse(name, _message("NOT_EXPECTED", found=str(value)[:80], expected=expected), "MALFORMED")
            return ""
        return value

    def number(self, name: str) -> int:
        value, allowed = self.table.get(name, _DEFAULTS[name]), _RANGES[name]
        if not isinstance(value, int) or isinstance(value, bool) or value not in allowed:
            expected = _message("WHOLE_NUMBER", least=allowed.start, most=allowed.stop - 1)
            self.refuse(name, _message("NOT_EXPECTED", found=str(value)[:80], expected=expected), "WRONG_VALUE")
            return _DEFAULTS[name]
        return value

    def share(self) -> Share | None:
        text = self.text("share", _message("SHARE"), required=True)
        share = parse_share(text) if text else None
        if text and share is None:
            self.refuse("share", _message("NOT_EXPECTED", found=text[:80], expected=_message("SHARE")), "MALFORMED")
        return share

    def path(self, name: str) -> Path | None:
        text = self.text(name, _message("PATH"))
        return self._folder / text if text else None

    def file(self, name: str, *, least: int = 1) -> bytes:
        text = self.text(name, _message("PATH"), required=True)
        if not text:
            return b""
        path = self._folder / text
        try:
            content = read_file(path, most=_MAX_FILE_BYTES).strip()
        except (OSError, FileRefusedError) as error:
            message = _message("FILE_UNREADABLE", path=path, problem=error_message(error))
            self.refuse(name, message, "MALFORMED")
            return b""
        if len(content) < least:
            self.refuse(name, _message("FILE_TOO_SHORT", path=path, size=len(content), least=least), "TOO_SHORT")
        return content

    def refuse(self, name: str, message: str, reason: str) -> None:
        self.violations.append(Violation(f"{self.place}.{name}", message, reason))


def _read_candidate(reader: _Reader) -> Candidate | None:
    known = len(reader.violations)
    reader.refuse_unknown(_CANDIDATE_KEYS)
    draft = reader.text("draft", _message("DRAFT_REVISION"))
    organization = reader.text("organization", _message("ORGANIZATION_ID"), ORGANIZATION)
    version = None
    if draft:
        for name in ("card", "version", "gazette", "organization"):
            if name in reader.table:
                reader.refuse(name, _message("NOT_WITH_DRAFT"), "WRONG_VALUE")
        field = f"{reader.place}.draft"
        read = attempt(reader.violations, lambda: parse_draft_child(draft, "revisions", field=field))
        organization = draft_organization(read[0]) if read is not None else ""
    else:
        card = reader.text("card", _message("CARD_ID"), CARD, required=True)
        number = reader.text("version", _message("VERSION_NUMBER"), VERSION, required=True)
        version = CardName(card, number)
    gazette, share = reader.path("gazette"), reader.share()
    if share is None or len(reader.violations) > known:
        return None
    return Candidate(reader.place, share, version, draft, gazette, organization)


def _read_forward(reader: _Reader) -> Forward | None:
    known = len(reader.violations)
    reader.refuse_unknown(_FORWARD_KEYS)
    organization = reader.text("organization", _message("ORGANIZATION_ID"), ORGANIZATION, required=True)
    server = reader.text("server", _message("ADDRESS"), _ADDRESS, required=True)
    token, pseudonym_key = reader.file("key_file"), reader.file("pseudonym_key_file", least=_MINIMUM_KEY_BYTES)
    ca_file, share = reader.path("ca_file"), reader.share()
    cards = reader.table.get("cards", [])
    if not isinstance(cards, list) or not all(isinstance(card, str) and CARD.match(card) for card in cards):
        reader.refuse(
            "cards", _message("NOT_EXPECTED", found=str(cards)[:80], expected=_message("CARD_IDS")), "MALFORMED"
        )
        return None
    if share is None or len(reader.violations) > known:
        return None
    return Forward(
        reader.place, organization, server, share, token.decode(errors="replace"), pseudonym_key, frozenset(cards),
        ca_file,
    )  # fmt: skip
