"""Conversion of a PACT product footprint record to dossier text.

Absent values stay unknown. Schema violations are refused by JSON pointer. A record of data model 2 is read at the
fields that `pact_2.toml` maps to those of 3.0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from fractions import Fraction
from functools import cache
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
from service.input.foreign_formats import FoundFormat, recognize_json, refusal_of
from service.input.tree.placed_errors import PlacedError, read_bounded
from service.input.tree.strict_json import read_json
from service.output.terminal.streams import print_error

_message = message_factory(__name__)

_MODEL: Mapping[str, Any] = read_toml(__package__, "pact.toml")
_FORMAT = "pact"
_DECIMAL = re.compile(r"[+-]?[0-9]{1,30}(\.[0-9]{1,30})?\Z")
_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{5,8}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})\Z")
_PLACES = ("pcf/geographyRegionOrSubregion", "pcf/geographyCountry", "pcf/geographyCountrySubdivision")
_QUALITY = ("pcf/dqi/technologicalDQR", "pcf/dqi/geographicalDQR", "pcf/dqi/temporalDQR")
_PACKED, _APPROACH, _LINK = "pcf/packagingEmissionsIncluded", "pcf/ccuCalculationApproach", "pcf/ccuCreditCertification"
_ASSESSMENTS, _STANDARDS = "pcf/ipccCharacterizationFactors", "pcf/crossSectoralStandards"
_SHARE, _UNITS, _SINGLE = "pcf/primaryDataShare", "pcf/declaredUnitAmount", "pcf/characterizationFactors"
_LAND_FOSSIL = "pcf/landManagementFossilGhgEmissions"
_PARTS = ("fossil", "land_use", "land_co2", "land_removed", "other_removed", "non_co2")
_NEARLY = Fraction(1, 100)
_LAND, _OLDER, _JUDGED = "land", "2.", "3.0."
_MAX_VALUE_CHARS = 60


@dataclass(frozen=True, slots=True)
class _FactText:
    written: str
    pointers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DataModel:
    """Fields of an older data model, by the pointers of 3.0."""

    replaced: Mapping[str, Sequence[str]] = field(default_factory=dict)
    absent: frozenset[str] = frozenset()
    per_unit: frozenset[str] = frozenset()
    json_numbers: frozenset[str] = frozenset()
    uncertain: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()
    amount: str = ""


@cache
def _older_model() -> DataModel:
    table = read_toml(__package__, "pact_2.toml")
    return DataModel(
        replaced=table["replaced"],
        absent=frozenset(table["absent"]),
        per_unit=frozenset(table["per_unit"]),
        json_numbers=frozenset(table["json_numbers"]),
        uncertain=tuple(table["uncertain"]),
        dropped=tuple(table["dropped"]),
        known=frozenset(table["known"]),
        amount=table["amount"],
    )


@dataclass
class FootprintRecord:
    """A record; reads add to `wrong` (schema violations), `notes` and `read`.

    Read methods take the pointers of data model 3.0. They return None for missing and mistyped values.
    """

    root: Mapping[str, Any]
    version: str = "3.0.0"
    model: DataModel = DataModel()
    wrong: list[Violation] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    read: set[str] = field(default_factory=set)

    @property
    def is_older(self) -> bool:
        return bool(self.model.amount)

    def has_field(self, at: str) -> bool:
        """Return whether the data model of the record has a field."""
        return at not in self.model.absent

    def own(self, at: str) -> str:
        """Return the pointer in the record: the first of the replaced fields that has a value."""
        pointers = self.model.replaced.get(at, (at,))
        return next((pointer for pointer in pointers if self._at(pointer) is not None), pointers[0])

    def stated(self, pointer: str) -> bool:
        """Return whether the record has a value at its own pointer."""
        return self._at(pointer) is not None

    def value(self, at: str) -> Any:
        return self._at(self.own(at)) if self.has_field(at) else None

    def _at(self, pointer: str) -> Any:
        self.read.add(pointer)
        value: Any = self.root
        *parents, last = pointer.split("/")
        for index, name in enumerate(parents, start=1):
            value = value.get(name)
            if not isinstance(value, Mapping):
                if value is not None:
                    self._refuse_object("/".join(parents[:index]), value)
                return None
        value = value.get(last)
        return None if value in ("", [], {}) else value

    def refuse(self, at: str, key: str, value: Any, **slots: Any) -> None:
        violation = Violation(f"/{self.own(at)}", _message(key, found=_shorten_value(value), **slots), "WRONG_VALUE")
        if violation not in self.wrong:
            self.wrong.append(violation)

    def _refuse_object(self, pointer: str, value: Any) -> None:
        if all(violation.field != f"/{pointer}" for violation in self.wrong):
            message = _message("NOT_OBJECT", found=_shorten_value(value))
            self.wrong.append(Violation(f"/{pointer}", message, "WRONG_VALUE"))

    def text(self, at: str) -> str | None:
        value = self.value(at)
        if value is None or isinstance(value, str):
            return value
        self.refuse(at, "NOT_TEXT", value)
        return None

    def texts(self, at: str) -> list[str] | None:
        value = self.value(at)
        if self.is_older and isinstance(value, str) and self.own(at) == _SINGLE:
            return [value]
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
        text = self._written_number(at) if at in self.model.json_numbers else self.text(at)
        if text is None:
            return None
        if not _DECIMAL.match(text):
            self.refuse(at, "NOT_DECIMAL", text)
            return None
        return parse_decimal(text.removeprefix("+"))

    def _written_number(self, at: str) -> str | None:
        value = self.value(at)
        if value is None or (isinstance(value, (int, float)) and not isinstance(value, bool)):
            return None if value is None else str(value)
        self.refuse(at, "NOT_NUMBER", value)
        return None

    def number_within(self, at: str, least: int | None, most: int | None) -> Fraction | None:
        number = self.number(at)
        if number is not None and least is not None and number < least:
            self.refuse(at, "TOO_LITTLE", self.value(at), least=least)
        elif number is not None and most is not None and number > most:
            self.refuse(at, "TOO_MUCH", self.value(at), most=most)
        return number

    def amount(self, at: str, least: int | None, most: int | None) -> Fraction | None:
        """Return a number per declared unit, as in data model 3.0."""
        number = self.number_within(at, least, most)
        if number is None or at not in self.model.per_unit:
            return number
        units = self.number(_UNITS)
        return None if units is None else number * units

    def pointers(self, at: str) -> tuple[str, ...]:
        """Return the pointers in the record that an amount was computed from."""
        return (self.own(at), *([self.model.amount] if at in self.model.per_unit else ()))

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
            self.notes.append(_message("NOT_MIDNIGHT", pointer=f"/{self.own(at)}", found=self.text(at), day=day))
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
    title = _message("TITLE", version=record.version)
    lines = [comment(f"{title}: {file.name}"), f"subject: {subject}", "facts:"]
    for name, fact in facts.items():
        pointers = " ".join(f"/{pointer}" for pointer in fact.pointers)
        lines.append(f"  {name}: {fact.written}" + (f"  {comment(pointers)}" if pointers else ""))
    text = "\n".join(lines) + "\n"
    now = instants.now()
    card = Gazette(gazette).find(CardName(_MODEL["card"]), as_of=parse_date(now[:10]), known=now)
    read_dossier(text.encode(), card.scorecard, as_of=now[:10], settings={})
    known = {*_MODEL["known"], *record.model.known, *record.model.dropped}
    unread = [name for name in record.names() if name not in record.read and name not in known]
    notes = [_message("COUNTED", title=title, count=len(facts)), *record.notes, _message("ITEMS_OPEN")]
    for note in (*notes, *([_message("UNREAD", names=unread)] if unread else [])):
        print_error(in_language(note, language))
    return text


def read_record(file: Path) -> FootprintRecord:
    """Read one record from a file, also inside a response."""
    try:
        root = read_json(read_bounded(file), keys_once=True)
    except PlacedError as error:
        raise error.of_cells(str(file)) from None
    found = recognize_json(root)
    if refusal := refusal_of(found, (_FORMAT,)):
        raise InputError.of(f"/{found.at}" if found and found.at else str(file), refusal, "UNKNOWN_FORMAT")
    if isinstance(root, Mapping) and "data" in root and "pcf" not in root:
        root = root["data"]
    if isinstance(root, list) and len(root) == 1:
        root = root[0]
    if isinstance(root, list):
        raise _refused(file, _message("SEVERAL_RECORDS", count=len(root)))
    if found is None or not isinstance(root, Mapping) or not isinstance(root.get("pcf"), Mapping):
        expected = "specVersion" if isinstance(root, Mapping) and "pcf" in root else "pcf"
        raise _refused(file, _message("NO_RECORD", expected=expected))
    return _record(root, found)


def _record(root: Mapping[str, Any], found: FoundFormat) -> FootprintRecord:
    if not found.version.startswith(_OLDER):
        record = FootprintRecord(root, found.version)
        if not found.version.startswith(_JUDGED):
            record.notes.append(_message("NEWER", version=found.version))
        return record
    record = FootprintRecord(root, found.version, _older_model())
    record.notes.append(_message("MAPPED", version=found.version))
    units = record.number(_UNITS)
    if units not in (None, 1):
        record.notes.append(_message("PER_UNIT", pointer=f"/{record.own(_UNITS)}", units=format_exact(units)))
    if uncertain := [record.own(at) for at in record.model.uncertain if record.value(at) is not None]:
        record.notes.append(_message("UNCERTAIN", names=uncertain))
    if dropped := [pointer for pointer in record.model.dropped if record.stated(pointer)]:
        record.notes.append(_message("DROPPED", names=dropped))
    return record


def _refused(file: Path, description: str) -> InputError:
    return InputError.of(str(file), description, "WRONG_FILE")


def _facts(record: FootprintRecord, used_on: str | None, *, no_land_flows: bool) -> Iterator[tuple[str, _FactText]]:
    record.read.add("specVersion")
    yield "version", _FactText("v3_0" if record.version.startswith(_JUDGED) else "another", ("specVersion",))
    missing = [at for at in _MODEL["required"] if record.value(at) is None]
    yield "complete", _FactText("no" if missing else "yes")
    if missing:
        key = "MISSING_IN_OLDER" if record.is_older else "MISSING"
        record.notes.append(_message(key, names=missing))
    for name, choice in _MODEL["choices"].items():
        if (text := record.text(choice["at"])) is not None:
            if text in choice["words"]:
                yield name, _FactText(choice["words"][text], (record.own(choice["at"]),))
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
    amounts: dict[str, Fraction] = {}
    for name, row in _MODEL["numbers"].items():
        bounds = row.get("least"), row.get("most")
        stated = {at: number for at in row["at"] if (number := record.amount(at, *bounds)) is not None}
        duty = row.get("duty", "always")
        if duty == _LAND:
            land[name] = bool(stated)
        is_unpacked = name == "packaging" and record.flag(_PACKED) is False
        need_not_be_stated = duty == "none" and all(map(record.has_field, row["at"]))
        if stated or is_unpacked or need_not_be_stated or (duty == _LAND and no_land_flows):
            amounts[name] = sum(stated.values(), Fraction(0))
            pointers = dict.fromkeys(pointer for at in stated for pointer in record.pointers(at))
            written = f"{format_exact(amounts[name])} {row.get('unit', '')}"
            yield name, _FactText(written.rstrip(), tuple(pointers))
    _note_land_counted_twice(record, amounts)
    yield from _land_facts(record, land, no_land_flows=no_land_flows)


def _note_land_counted_twice(record: FootprintRecord, amounts: Mapping[str, Fraction]) -> None:
    """Explain a sum that adds fossil emissions of land management, which fossil emissions already include.

    The examples 1, 2 and 4 of PACT's technical specifications 3.0 add them.
    """
    land, stated = record.number(_LAND_FOSSIL), amounts.get("without_uptake")
    if not land or stated is None:
        return
    parts = sum((amounts.get(name, Fraction(0)) for name in _PARTS), Fraction(0))
    if abs(stated - parts) > _NEARLY and abs(stated - parts - land) < abs(stated - parts):
        values = {"stated": stated, "parts": parts, "land": land, "both": parts + land}
        shown = {name: format_exact(value) for name, value in values.items()}
        record.notes.append(_message("LAND_TWICE", pointer=f"/{_LAND_FOSSIL}", **shown))


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
    if all(map(record.has_field, _QUALITY)):
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
        yield "ar6", _flag("AR6" in assessments, record.own(_ASSESSMENTS))
    if standards is not None:
        yield "pas_only", _flag(set(standards) == {"PAS2050"}, record.own(_STANDARDS))
    if record.has_field(_APPROACH):
        yield from _credit_facts(record)


def _credit_facts(record: FootprintRecord) -> Iterator[tuple[str, _FactText]]:
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
