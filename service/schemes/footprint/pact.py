"""Conversion of a PACT product footprint record to dossier text.

Absent values stay unknown. Schema violations are refused by JSON pointer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

from rules.contracts import (
    DateError,
    InputError,
    Violation,
    format_exact,
    in_language,
    message_factory,
    parse_date,
    parse_decimal,
    read_toml,
)
from service.base import instants
from service.base.resource_names import CardName, organization_of
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import read_dossier
from service.input.dossier.dossier_writer import comment
from service.input.tree.placed_errors import PlacedError, read_bounded
from service.input.tree.strict_json import read_json
from service.output.terminal.output import print_error

_message = message_factory(__name__)

_MODEL: Mapping[str, Any] = read_toml(__package__, "pact.toml")
_DECIMAL = re.compile(r"[+-]?[0-9]{1,30}(\.[0-9]{1,30})?\Z")
_VERSION = re.compile(r"([0-9]{1,3})\.([0-9]{1,3})\.[0-9]{1,3}(-[0-9]{8})?\Z")
_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{5,8}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})\Z")
_PLACES = ("pcf/geographyRegionOrSubregion", "pcf/geographyCountry", "pcf/geographyCountrySubdivision")
_QUALITY = ("pcf/dqi/technologicalDQR", "pcf/dqi/geographicalDQR", "pcf/dqi/temporalDQR")
_PACKED, _APPROACH, _LINK = "pcf/packagingEmissionsIncluded", "pcf/ccuCalculationApproach", "pcf/ccuCreditCertification"
_ASSESSMENTS, _STANDARDS = "pcf/ipccCharacterizationFactors", "pcf/crossSectoralStandards"
_SHARE = "pcf/primaryDataShare"
_LAND = "land"
_MAX_VALUE_CHARS = 60


@dataclass(frozen=True, slots=True)
class _FactText:
    written: str
    pointers: tuple[str, ...] = ()


@dataclass
class FootprintRecord:
    """A record; reads add to `wrong` (schema violations), `notes` and `read`.

    Read methods return None for missing and mistyped values.
    """

    root: Mapping[str, Any]
    wrong: list[Violation] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    read: set[str] = field(default_factory=set)

    def value(self, at: str) -> Any:
        self.read.add(at)
        value: Any = self.root
        *parents, last = at.split("/")
        for index, name in enumerate(parents, start=1):
            value = value.get(name)
            if not isinstance(value, Mapping):
                if value is not None:
                    self.refuse_once("/".join(parents[:index]), "NOT_OBJECT", value)
                return None
        value = value.get(last)
        return None if value in ("", [], {}) else value

    def refuse(self, at: str, key: str, value: Any, **slots: Any) -> None:
        self.wrong.append(Violation(f"/{at}", _message(key, found=_shorten_value(value), **slots), "WRONG_VALUE"))

    def refuse_once(self, at: str, key: str, value: Any) -> None:
        if all(violation.field != f"/{at}" for violation in self.wrong):
            self.refuse(at, key, value)

    def text(self, at: str) -> str | None:
        value = self.value(at)
        if value is None or isinstance(value, str):
            return value
        self.refuse(at, "NOT_TEXT", value)
        return None

    def texts(self, at: str) -> list[str] | None:
        value = self.value(at)
        if value is None or (isinstance(value, list) and all(isinstance(item, str) for item in value)):
            return value
        self.refuse(at, "NOT_LIST", value)
        return None

    def flag(self, at: str) -> bool | None:
        value = self.value(at)
        if value is None or isinstance(value, bool):
            return value
        self.refuse(at, "NOT_FLAG", value)
        return None

    def number(self, at: str) -> Fraction | None:
        text = self.text(at)
        if text is None:
            return None
        if not _DECIMAL.match(text):
            self.refuse(at, "NOT_DECIMAL", text)
            return None
        return parse_decimal(text.removeprefix("+"))

    def number_within(self, at: str, least: int | None, most: int | None) -> Fraction | None:
        number = self.number(at)
        if number is not None and least is not None and number < least:
            self.refuse(at, "TOO_LITTLE", self.value(at), least=least)
        elif number is not None and most is not None and number > most:
            self.refuse(at, "TOO_MUCH", self.value(at), most=most)
        return number

    def check_kinds(self) -> None:
        kinds = _MODEL["kinds"]
        for name, read in (("text", self.text), ("texts", self.texts), ("time", self.moment)):
            for at in kinds[name]:
                read(at)
        for at in kinds["not_below_zero"]:
            self.number_within(at, 0, None)
        for at in kinds["above_zero"]:
            if (number := self.number(at)) is not None and number <= 0:
                self.refuse(at, "NOT_ABOVE_ZERO", self.value(at))

    def moment(self, at: str) -> datetime | None:
        text = self.text(at)
        if text is None:
            return None
        try:
            moment = datetime.fromisoformat(text).astimezone(UTC) if _TIME.match(text) else None
        except (ValueError, OverflowError):
            moment = None
        if moment is None:
            self.refuse(at, "NOT_TIME", text)
        return moment

    def day(self, at: str) -> str | None:
        moment = self.moment(at)
        if moment is None:
            return None
        day = moment.date().isoformat()
        if (moment.hour, moment.minute, moment.second) != (0, 0, 0):
            self.notes.append(_message("NOT_MIDNIGHT", pointer=f"/{at}", found=self.text(at), day=day))
        return day

    def names(self, of: Any = None, before: str = "") -> Iterator[str]:
        for name, value in (self.root if of is None else of).items():
            at = f"{before}{name}"
            if isinstance(value, Mapping) and at in ("pcf", "pcf/dqi"):
                yield from self.names(value, f"{at}/")
            else:
                yield at


def footprint_dossier_text(  # noqa: PLR0913, PLR0917 -- one parameter per option
    file: Path, subject: str, used_on: str | None, no_land_flows: bool, gazette: Path, language: str
) -> str:
    """Convert a record to dossier text; print missing and unread fields to standard error."""
    organization_of(subject, field="--subject")
    record = read_record(file)
    facts = dict(_facts(record, used_on, no_land_flows=no_land_flows))
    if record.wrong:
        raise InputError(tuple(record.wrong))
    lines = [comment(f"{_MODEL['title']}: {file.name}"), f"subject: {subject}", "facts:"]
    for name, fact in facts.items():
        pointers = " ".join(f"/{pointer}" for pointer in fact.pointers)
        lines.append(f"  {name}: {fact.written}" + (f"  {comment(pointers)}" if pointers else ""))
    text = "\n".join(lines) + "\n"
    now = instants.now()
    card = Gazette(gazette).find(CardName(_MODEL["card"]), as_of=parse_date(now[:10]), known=now)
    read_dossier(text.encode(), card.scorecard, as_of=now[:10], settings={})
    unread = [name for name in record.names() if name not in record.read and name not in _MODEL["known"]]
    notes = [_message("COUNTED", title=_MODEL["title"], count=len(facts)), *record.notes, _message("ITEMS_OPEN")]
    for note in (*notes, *([_message("UNREAD", names=unread)] if unread else [])):
        print_error(in_language(note, language))
    return text


def read_record(file: Path) -> FootprintRecord:
    """Read one record from a file, also inside a response."""
    try:
        root = read_json(read_bounded(file), keys_once=True)
    except PlacedError as error:
        raise error.of_cells(str(file)) from None
    if isinstance(root, Mapping) and "data" in root and "pcf" not in root:
        root = root["data"]
    if isinstance(root, list) and len(root) == 1:
        root = root[0]
    if isinstance(root, list):
        raise _refused(file, _message("SEVERAL_RECORDS", count=len(root)))
    if not isinstance(root, Mapping) or not isinstance(root.get("pcf"), Mapping) or "specVersion" not in root:
        expected = "specVersion" if isinstance(root, Mapping) and "pcf" in root else "pcf"
        raise _refused(file, _message("NO_RECORD", expected=expected))
    return FootprintRecord(root)


def _refused(file: Path, description: str) -> InputError:
    return InputError.of(str(file), description, "WRONG_FILE")


def _facts(record: FootprintRecord, used_on: str | None, *, no_land_flows: bool) -> Iterator[tuple[str, _FactText]]:
    version = record.text("specVersion") or ""
    parts = _VERSION.match(version)
    if parts is None:
        record.refuse("specVersion", "NOT_VERSION", version)
    else:
        is_known = (parts[1], parts[2]) == ("3", "0")
        yield "version", _FactText("v3_0" if is_known else "another", ("specVersion",))
    missing = [at for at in _MODEL["required"] if record.value(at) is None]
    yield "complete", _FactText("no" if missing else "yes")
    if missing:
        record.notes.append(_message("MISSING", names=missing))
    for name, choice in _MODEL["choices"].items():
        if (text := record.text(choice["at"])) is not None:
            if text in choice["words"]:
                yield name, _FactText(choice["words"][text], (choice["at"],))
            else:
                record.refuse(choice["at"], "NOT_CHOICE", text, allowed=list(choice["words"]))
    yield from _days(record, used_on)
    yield from _numbers(record, no_land_flows=no_land_flows)
    yield from _flag_facts(record)
    record.check_kinds()


def _days(record: FootprintRecord, used_on: str | None) -> Iterator[tuple[str, _FactText]]:
    days = {name: record.day(at) for name, at in _MODEL["dates"].items()}
    stated = [name for name in ("valid_from", "valid_until") if days[name] is not None]
    yield "validity_stated", _FactText("yes" if stated else "no", tuple(_MODEL["dates"][name] for name in stated))
    for name, day in days.items():
        if day is not None:
            yield name, _FactText(day, (_MODEL["dates"][name],))
    if used_on is None:
        record.notes.append(_message("DAY_OPEN"))
        return
    try:
        yield "used_on", _FactText(parse_date(used_on).isoformat())
    except DateError:
        raise InputError.of("--used-on", _message("NOT_DAY", found=_shorten_value(used_on)), "WRONG_VALUE") from None


def _numbers(record: FootprintRecord, *, no_land_flows: bool) -> Iterator[tuple[str, _FactText]]:
    """Yield amounts; an unstated amount is zero if it need not be stated."""
    land: dict[str, bool] = {}
    for name, amount in _MODEL["numbers"].items():
        bounds = amount.get("least"), amount.get("most")
        stated = {at: number for at in amount["at"] if (number := record.number_within(at, *bounds)) is not None}
        duty = amount.get("duty", "always")
        if duty == _LAND:
            land[name] = bool(stated)
        is_unpacked = name == "packaging" and record.flag(_PACKED) is False
        if stated or is_unpacked or duty == "none" or (duty == _LAND and no_land_flows):
            written = f"{format_exact(sum(stated.values(), Fraction(0)))} {amount.get('unit', '')}"
            yield name, _FactText(written.rstrip(), tuple(stated))
    yield from _land_facts(record, land, no_land_flows=no_land_flows)


def _land_facts(
    record: FootprintRecord, stated: Mapping[str, bool], *, no_land_flows: bool
) -> Iterator[tuple[str, _FactText]]:
    if any(stated.values()) or no_land_flows:
        yield "land_flows", _flag(any(stated.values()))
    unstated = [name for name, is_stated in stated.items() if not is_stated]
    if unstated and not no_land_flows:
        left_out = [at for name in unstated for at in _MODEL["numbers"][name]["at"]]
        record.notes.append(_message("LAND_OPEN", names=left_out))
    yield "land_stated", _flag({"land_co2", "land_removed"}.isdisjoint(unstated))


def _flag_facts(record: FootprintRecord) -> Iterator[tuple[str, _FactText]]:
    quality = [at for at in _QUALITY if record.number(at) is not None]
    yield "quality_stated", _flag(len(quality) == len(_QUALITY), *quality)
    yield "primary_told", _presence(record.value(_SHARE), _SHARE)
    yield "items_told", _flag(False)
    if (packed := record.flag(_PACKED)) is not None:
        yield "packaging_in", _flag(packed, _PACKED)
    places = tuple(at for at in _PLACES if record.text(at) is not None)
    yield "places", _FactText(str(len(places)), places)
    assessments, standards = record.texts(_ASSESSMENTS), record.texts(_STANDARDS)
    if assessments is not None:
        yield "ar6", _flag("AR6" in assessments, _ASSESSMENTS)
    if standards is not None:
        yield "pas_only", _flag(set(standards) == {"PAS2050"}, _STANDARDS)
    approach = record.text(_APPROACH)
    if approach not in (None, "Credit", "Cut-off"):
        record.refuse(_APPROACH, "NOT_CHOICE", approach, allowed=["Cut-off", "Credit"])
    yield "credit", _flag(approach == "Credit", *([_APPROACH] if approach else []))
    yield "certified", _presence(record.text(_LINK), _LINK)


def _flag(value: bool, *pointers: str) -> _FactText:
    return _FactText("yes" if value else "no", pointers)


def _presence(value: object, pointer: str) -> _FactText:
    return _flag(False) if value is None else _flag(True, pointer)


def _shorten_value(value: Any) -> str:
    text = str(value)
    return text if len(text) <= _MAX_VALUE_CHARS else f"{text[:_MAX_VALUE_CHARS]}…"
