"""Renames between versions (facts, fields, record types, choices), and migration of declared facts.

The files of a version declare its renames in comments, a line for each: `# fact quota was share` for a fact,
`# fact credit.retired_on was cancelled` for a field of a record, `# record credit was unit` for a type of records,
`# choice system certified was approved` for a choice of a fact, or of a field such as `credit.standard`. The ids
before `was` are those of this version. The renames are therefore part of what is signed and published.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rules.contracts.inputs import DeclaredFact, DeclaredValue
    from rules.model.definitions import FactDefinition
    from rules.model.published_version import PublishedVersion
    from rules.model.scorecard import Scorecard

_ID = r"[a-z][a-z0-9_]*"
_PLACE = rf"{_ID}(?:\.{_ID})?"
_CHOICE = r"[A-Za-z0-9][A-Za-z0-9_.+-]*"
_SPACE = r"[ \t]+"
_LINE = re.compile(
    rf"^[ \t]*#[ \t]*(?:"
    rf"(?:fact|事实){_SPACE}(?P<fact>{_PLACE})|(?:record|记录){_SPACE}(?P<record>{_ID})"
    rf"|(?:choice|选项){_SPACE}(?P<chosen>{_PLACE}){_SPACE}(?P<choice>{_CHOICE})"
    rf"){_SPACE}(?:was|原为){_SPACE}(?P<was>{_CHOICE})[ \t]*$",
    re.MULTILINE,
)

_Map = dict[str, set[str]]
"""For each id of before the ids that it has now: one, unless lines contradict each other."""


class FactMap(NamedTuple):
    """What the lines of files say: of records, of facts, and by record of fields and by place of choices.

    A place is the id of a fact, or of a record and a field of it (`credit.standard`), as this version knows them.
    """

    records: _Map
    facts: _Map
    fields: dict[str, _Map]
    choices: dict[str, _Map]


def fact_map(sources: Mapping[str, str]) -> FactMap:
    """Read the lines of files."""
    mapping = FactMap({}, {}, {}, {})
    for text in sources.values():
        for line in _LINE.finditer(text):
            was = line["was"]
            if line["record"]:
                _add(mapping.records, was, line["record"])
            elif line["chosen"]:
                _add(mapping.choices.setdefault(line["chosen"], {}), was, line["choice"])
            elif "." in line["fact"]:
                record, _, field = line["fact"].partition(".")
                _add(mapping.fields.setdefault(record, {}), was, field)
            else:
                _add(mapping.facts, was, line["fact"])
    return mapping


def invalid_mappings(before: Scorecard | None, after: Scorecard, sources: Mapping[str, str]) -> tuple[str, ...]:
    """List what lines say wrongly was known before: `share`, `credit.cancelled_on`, or `system approved` of a choice.

    A line is right if the version before has such an id, this one has none of it at that place, and one of the new id
    with the same type and unit, or records, which no other line names. Several choices may have become one.
    """
    mapping = fact_map(sources)
    old, new = _IdIndex(before), _IdIndex(after)
    types = _renames(mapping.records)
    wrong = list(_wrong(mapping.records, dict.fromkeys(old.fields, ""), dict.fromkeys(new.fields, "")))
    wrong += _wrong(mapping.facts, _kinds(old.facts, types), _kinds(new.facts))
    for record, lines in sorted(mapping.fields.items()):
        was = _was(record, mapping.records)
        kinds = _kinds(old.fields.get(was, {}), types), _kinds(new.fields.get(record, {}))
        wrong += [f"{record}.{id}" for id in _wrong(lines, *kinds)]
    for fact_path, lines in sorted(mapping.choices.items()):
        record, dot, id = fact_path.rpartition(".")
        was = _was(record, mapping.records)
        id_was = _was(id, mapping.fields.get(record, {}) if dot else mapping.facts)
        there, here = old.choices(was, id_was), new.choices(record, id)
        wrong += [
            f"{fact_path} {choice}"
            for choice, ids in sorted(lines.items())
            if choice not in there or choice in here or len(ids) > 1 or not ids <= here
        ]
    return tuple(wrong)


def migrate_facts(
    facts: Sequence[DeclaredFact],
    made_by: PublishedVersion,
    read_by: PublishedVersion,
    versions: Sequence[PublishedVersion],
) -> tuple[DeclaredFact, ...]:
    """Give facts as a later version knows them, by what every version on the way says; what it does not know stays.

    `versions` are those of the same scorecard that are published.
    """
    renamed = tuple(facts)
    for version in sorted(
        (candidate for candidate in versions if _number(made_by) < _number(candidate) < _number(read_by)), key=_number
    ):
        renamed = _renamed(renamed, version)
    return _renamed(renamed, read_by) if _number(made_by) < _number(read_by) else renamed


class _IdIndex:
    """What a scorecard has under which id; nothing if there is none."""

    def __init__(self, scorecard: Scorecard | None) -> None:
        self.facts = {fact.id: fact for fact in scorecard.facts} if scorecard else {}
        records = scorecard.records if scorecard else ()
        self.fields = {record.id: {field.id: field for field in record.fields} for record in records}

    def choices(self, record: str, id: str) -> set[str]:
        """Give the choices of a fact, or of a field if a record is named."""
        definition = (self.fields.get(record, {}) if record else self.facts).get(id)
        return {choice.id for choice in definition.choices} if definition is not None else set()


@dataclass(frozen=True)
class _FactMigration:
    """Reads what was declared under the version before as a version knows it."""

    version: PublishedVersion

    @cached_property
    def _fact_map(self) -> FactMap:
        return fact_map(self.version.sources)

    @cached_property
    def _ids(self) -> _IdIndex:
        return _IdIndex(self.version.scorecard)

    def facts(self, declared: Sequence[DeclaredFact]) -> tuple[DeclaredFact, ...]:
        ids = _applicable_renames(_renames(self._fact_map.facts), [fact.id for fact in declared])
        return tuple(self._fact(fact, ids.get(fact.id, fact.id)) for fact in declared)

    def _fact(self, fact: DeclaredFact, id: str) -> DeclaredFact:
        known, checked = self._ids.facts.get(id), fact.verification
        if known is None:
            return fact
        if checked is not None and checked.corrected is not None:
            checked = checked.model_copy(update={"corrected": self._value(checked.corrected, known, id)})
        ratings = (rating.model_copy(update={"value": self._value(rating.value, known, id)}) for rating in fact.ratings)
        value = None if fact.value is None else self._value(fact.value, known, id)
        changed = {"id": id, "value": value, "ratings": tuple(ratings), "verification": checked}
        return fact.model_copy(update=changed)

    def _value(self, value: DeclaredValue, known: FactDefinition, fact_path: str) -> DeclaredValue:
        """Give a value with its choices, and its records, as the version knows them."""
        choices = _renames(self._fact_map.choices.get(fact_path, {}))
        if value.choice in choices:
            return value.model_copy(update={"choice": choices[value.choice]})
        if value.choices is not None and choices:
            renamed = tuple(dict.fromkeys(choices.get(choice, choice) for choice in value.choices))
            return value.model_copy(update={"choices": renamed})
        if value.records is not None and known.record is not None:
            records = tuple(self._record(record, known.record) for record in value.records)
            return value.model_copy(update={"records": records})
        return value

    def _record(self, values: Mapping[str, DeclaredValue], record: str) -> dict[str, DeclaredValue]:
        fields = self._ids.fields.get(record, {})
        ids = _applicable_renames(_renames(self._fact_map.fields.get(record, {})), values)
        named = {ids.get(id, id): value for id, value in values.items()}
        return {
            id: self._value(value, fields[id], f"{record}.{id}") if id in fields else value
            for id, value in named.items()
        }


def _renamed(facts: tuple[DeclaredFact, ...], version: PublishedVersion) -> tuple[DeclaredFact, ...]:
    return _FactMigration(version).facts(facts)


def _add(lines: _Map, was: str, id: str) -> None:
    lines.setdefault(was, set()).add(id)


def _renames(lines: _Map) -> dict[str, str]:
    return {was: min(ids) for was, ids in lines.items()}


def _applicable_renames(renames: Mapping[str, str], there: Iterable[str]) -> dict[str, str]:
    """Leave out a rename to what is there already under its own id."""
    existing = set(there)
    return {was: id for was, id in renames.items() if id not in existing}


def _was(id: str, lines: _Map) -> str:
    """Give the id that something of this version had before."""
    return min((was for was, ids in lines.items() if id in ids), default=id)


def _kinds(definitions: Mapping[str, FactDefinition], types: Mapping[str, str] | None = None) -> dict[str, object]:
    """Give by id what may not change of a fact; records by the ids of now."""
    renamed = types or {}
    return {
        id: (definition.type, definition.unit, definition.record and renamed.get(definition.record, definition.record))
        for id, definition in definitions.items()
    }


def _wrong(lines: _Map, old: Mapping[str, object], new: Mapping[str, object]) -> list[str]:
    """List the ids of before that are none, are still one, or have become another thing or several."""
    wrong, named = list[str](), set[str]()
    for was, ids in sorted(lines.items()):
        (new_id, *more) = sorted(ids)
        fits = was in old and was not in new and new_id in new and not more and new_id not in named
        if not fits or old[was] != new[new_id]:
            wrong.append(was)
        named |= ids
    return wrong


def _number(version: PublishedVersion) -> tuple[int, ...]:
    return tuple(map(int, version.scorecard.card.version.split(".")))
