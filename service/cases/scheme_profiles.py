"""Scheme profiles: settings, validation, and shipped profiles.

An organisation can store its own profiles, approved by a second person.
"""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from rules.contracts import InputError, Label, Violation, error_message, field_problem, message_factory, package_file
from service.base.resource_names import CARD, ID_PATTERN
from service.cases import guards, workflow_steps
from service.cases.credentials.facts import Topic

_message = message_factory(__name__)

SEVERITIES = ("major", "minor", "observation")
_CACHED_PROFILES = 100
_FUNCTIONS = frozenset({"application", "planning", "evaluation", "review", "decision", "issue", "appeal"})
_MAX_NUMBER_LENGTH = 60
_MAX_DAYS = 1_000
_NUMBER = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,58}[A-Za-z0-9])?\Z")
_WIDTH = re.compile(r"(?:0?[1-9]?[0-9])?\Z")
_ID = re.compile(rf"{ID_PATTERN}\Z")


def _parts(pattern: str) -> list[tuple[str, str | None, str | None, str | None]]:
    try:
        return list(string.Formatter().parse(pattern))
    except ValueError:
        raise ValueError(_message("NO_PATTERN", found=pattern[:80])) from None


class Profile(BaseModel):
    """Certification rules of a scheme."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    titles: dict[Literal["en", "zh"], str] = Field(min_length=2)
    cards: tuple[str, ...] = Field(min_length=1)
    attestation: Literal["certification", "verification", "rating"]
    time_zone: str
    issues: Literal["certificate", "statement"]
    number: str
    validity_months: int = Field(ge=0, le=120)
    """0 means no end date."""
    surveillance_months: int = Field(ge=0, le=60)
    """0 means no surveillance."""
    disjoint: tuple[tuple[str, str], ...]
    """Functions that one person may not combine in a case."""
    accepted_readings: tuple[str, ...]
    """Own interpretations that decisions may use, such as `card/basis`."""
    blocking: tuple[Literal["major", "minor", "observation"], ...]
    due_days: dict[str, int]
    extensions: int = Field(ge=0, le=10)
    sample: Literal["all", "square_root", "iaf_md_1"]
    topic: Topic = "governance.compliance"
    languages: tuple[Literal["en", "zh"], ...] = ("en", "zh")
    assessors: int = Field(default=1, ge=1, le=10)
    audit_time: Literal["none", "qms", "ems", "ohsms"] = "none"
    """Table of audit time. Product and process certification may use none."""
    technical_areas: tuple[str, ...] = ()
    """Areas that every case needs."""
    renewal_months: int = Field(default=6, ge=1, le=24)
    """A recertification can begin this many months before the certificate ends."""
    restoration_months: int = Field(default=6, ge=0, le=12)
    """A recertification can restore a certificate this many months after its end."""
    without: tuple[str, ...]
    guards: dict[str, tuple[str, ...]]

    @property
    def title(self) -> Label:
        return Label({"en": self.titles["en"], "zh": self.titles["zh"]})

    @field_validator("cards")
    @classmethod
    def _cards(cls, cards: tuple[str, ...]) -> tuple[str, ...]:
        for card in cards:
            if CARD.match(card) is None:
                raise ValueError(_message("NO_CARD_ID", found=card))
        return cards

    @field_validator("technical_areas")
    @classmethod
    def _technical_areas(cls, areas: tuple[str, ...]) -> tuple[str, ...]:
        for area in areas:
            if _ID.match(area) is None:
                raise ValueError(_message("NO_AREA", found=area[:80]))
        return areas

    @field_validator("time_zone")
    @classmethod
    def _time_zone(cls, zone: str) -> str:
        try:
            ZoneInfo(zone)
        except (ValueError, OSError, KeyError):
            raise ValueError(_message("NO_TIME_ZONE", found=zone)) from None
        return zone

    @field_validator("number")
    @classmethod
    def _number(cls, pattern: str) -> str:
        slots = [part for part in _parts(pattern) if part[1] is not None]
        plain = all(conversion is None and _WIDTH.match(spec or "") for _, _, spec, conversion in slots)
        if len(pattern) > _MAX_NUMBER_LENGTH or not plain:
            raise ValueError(_message("NO_PATTERN", found=pattern[:80]))
        names = [name for _, name, _, _ in slots]
        try:
            first_number, second_number = (pattern.format(year=2026, serial=serial) for serial in (1, 2))
        except (ValueError, KeyError, IndexError, AttributeError, TypeError):
            raise ValueError(_message("NO_PATTERN", found=pattern)) from None
        if names.count("serial") != 1 or {*names} - {"serial", "year"} or first_number == second_number:
            raise ValueError(_message("NO_PATTERN", found=pattern))
        if _NUMBER.match(first_number) is None:
            raise ValueError(_message("PATTERN_TOO_LONG", found=pattern, most=_MAX_NUMBER_LENGTH))
        return pattern

    @field_validator("due_days")
    @classmethod
    def _due_days(cls, days: dict[str, int]) -> dict[str, int]:
        if set(days) != set(SEVERITIES) or any(not 1 <= day <= _MAX_DAYS for day in days.values()):
            raise ValueError(_message("NO_DUE_DAYS", known=SEVERITIES, most=_MAX_DAYS))
        return days

    @field_validator("disjoint")
    @classmethod
    def _disjoint(cls, pairs: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
        for name in {function for pair in pairs for function in pair} - _FUNCTIONS:
            raise ValueError(_message("NO_FUNCTION", found=name, known=sorted(_FUNCTIONS)))
        needed = {frozenset(("evaluation", "review")), frozenset(("evaluation", "decision"))}
        if needed - {frozenset(pair) for pair in pairs}:
            raise ValueError(_message("DISJOINT_NEEDED"))
        return pairs

    @field_validator("without")
    @classmethod
    def _without(cls, without: tuple[str, ...]) -> tuple[str, ...]:
        known = workflow_steps.step_names()
        for name in set(without) - known:
            raise ValueError(_message("NO_STEP", found=name, known=sorted(known)))
        return without

    @field_validator("guards")
    @classmethod
    def _guards(cls, added: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        known = workflow_steps.step_names()
        for step_name in set(added) - known:
            raise ValueError(_message("NO_STEP", found=step_name, known=sorted(known)))
        for name in {name for several in added.values() for name in several} - guards.GUARDS.keys():
            raise ValueError(_message("NO_GUARD", found=name, known=sorted(guards.GUARDS)))
        return added

    def excluding(self, function: str) -> set[str]:
        return {other for pair in self.disjoint for first, other in (pair, pair[::-1]) if first == function}

    def number_for(self, serial: int, day: date) -> str:
        return self.number.format(year=day.year, serial=serial)

    def numbering(self, day: date) -> str:
        """Return the number without serial, which identifies the series."""
        slots = {"serial": "{}", "year": str(day.year), None: ""}
        return "".join(text + slots[name] for text, name, _, _ in string.Formatter().parse(self.number))


@lru_cache(maxsize=_CACHED_PROFILES)
def read_profile(content: str) -> Profile:
    """Return the profile in a TOML text."""
    try:
        document = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise InputError.of("content", _message("NO_TOML", problem=error_message(error)), "MALFORMED") from None
    return validated_profile(document, field="content")


def validated_profile(document: Mapping[str, Any], *, field: str) -> Profile:
    """Return the profile in a document; raise InputError listing all invalid fields."""
    try:
        return Profile.model_validate(document)
    except ValidationError as error:
        raise InputError(tuple(_violation(field, detail) for detail in error.errors())) from None


def _violation(field: str, error: Any) -> Violation:
    location = ".".join((field, *map(str, error["loc"])))
    cause = error.get("ctx", {}).get("error")
    if isinstance(cause, ValueError):
        return Violation(location, cause.args[0], "WRONG_VALUE")
    reason = "REQUIRED" if error["type"] == "missing" else "WRONG_VALUE"
    return Violation(location, _message("FIELD_WRONG", problem=field_problem(error)), reason)


@cache
def shipped_profiles() -> dict[str, str]:
    """Return the TOML of shipped profiles by id."""
    folder = package_file(__package__, "profiles")
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.toml"))}


def check_id(id: str, field: str) -> str:
    """Return an id; raise InputError if malformed."""
    if _ID.match(id) is None:
        if not id:
            raise InputError.of(field, _message("ID_REQUIRED"), "REQUIRED")
        raise InputError.of(field, _message("NO_ID", found=id[:80]), "MALFORMED")
    return id
