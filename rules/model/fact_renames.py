"""Renames between versions (facts, fields, record types, choices), and migration of declared facts.

Source files declare renames in comments, which are signed and published. The new id comes first:

- `# fact quota was share`
- `# fact credit.retired_on was cancelled` for a record field
- `# record credit was unit` for a record type
- `# choice system certified was approved` for a choice of a fact or record field
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from rules.model.published_version import version_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rules.contracts.inputs import DeclaredFact, DeclaredValue
    from rules.model.definitions import FactDefinition
    from rules.model.published_version import PublishedVersion
    from rules.model.scorecard import Scorecard

_ID = r"[a-z][a-z0-9_]*"
_FACT_PATH = rf"{_ID}(?:\.{_ID})?"
_CHOICE = r"[A-Za-z0-9][A-Za-z0-9_.+-]*"
_SPACE = r"[ \t]+"
_LINE = re.compile(
    rf"^[ \t]*#[ \t]*(?:"
    rf"(?:fact|事实){_SPACE}(?P<fact>{_FACT_PATH})|(?:record|记录){_SPACE}(?P<record>{_ID})"
    rf"|(?:choice|选项){_SPACE}(?P<chosen>{_FACT_PATH}){_SPACE}(?P<choice>{_CHOICE})"
    rf"){_SPACE}(?:was|原为){_SPACE}(?P<was>{_CHOICE})[ \t]*$",
    re.MULTILINE,
)

_IdMap = dict[str, set[str]]
"""New ids by previous id; several if lines contradict each other."""


class FactMap(NamedTuple):
    """Declared renames; fields are grouped by record, choices by fact path with new ids."""

    records: _IdMap
    facts: _IdMap
    fields: dict[str, _IdMap]
    choices: dict[str, _IdMap]


def fact_map(sources: Mapping[str, str]) -> FactMap:
    """Read the rename comments of source files."""
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
    """Return the invalid previous ids in rename comments, such as `share` or `credit.cancelled_on`.

    Only the previous version may have the old id, and only the new version the new id, with the same type and unit.
    Several choices may be merged.
    """
    mapping = fact_map(sources)
    old, new = _IdIndex(before), _IdIndex(after)
    types = _renames(mapping.records)
    wrong = list(_invalid_renames(mapping.records, dict.fromkeys(old.fields, ""), dict.fromkeys(new.fields, "")))
    wrong += _invalid_renames(mapping.facts, _signatures(old.facts, types), _signatures(new.facts))
    for record, lines in sorted(mapping.fields.items()):
        was = _previous_id(record, mapping.records)
        kinds = _signatures(old.fields.get(was, {}), types), _signatures(new.fields.get(record, {}))
        wrong += [f"{record}.{id}" for id in _invalid_renames(lines, *kinds)]
    for fact_path, lines in sorted(mapping.choices.items()):
        record, dot, id = fact_path.rpartition(".")
        was = _previous_id(record, mapping.records)
        previous_id = _previous_id(id, mapping.fields.get(record, {}) if dot else mapping.facts)
        old_choices, new_choices = old.choices(was, previous_id), new.choices(record, id)
        wrong += [
            f"{fact_path} {choice}"
            for choice, ids in sorted(lines.items())
            if choice not in old_choices or choice in new_choices or len(ids) > 1 or not ids <= new_choices
        ]
    return tuple(wrong)


def migrate_facts(
    facts: Sequence[DeclaredFact],
    made_by: PublishedVersion,
    read_by: PublishedVersion,
    versions: Sequence[PublishedVersion],
) -> tuple[DeclaredFact, ...]:
    """Migrate facts to a later version, through all versions between; unknown ids remain."""
    first, last = version_number(made_by.card), version_number(read_by.card)
    between = [version for version in versions if first < version_number(version.card) < last]
    between.sort(key=lambda version: version_number(version.card))
    for version in (*between, read_by) if first < last else ():
        facts = _FactMigration(version).facts(facts)
    return tuple(facts)


class _IdIndex:
    def __init__(self, scorecard: Scorecard | None) -> None:
        self.facts = {fact.id: fact for fact in scorecard.facts} if scorecard else {}
        records = scorecard.records if scorecard else ()
        self.fields = {record.id: {field.id: field for field in record.fields} for record in records}

    def choices(self, record: str, id: str) -> set[str]:
        definition = (self.fields.get(record, {}) if record else self.facts).get(id)
        return {choice.id for choice in definition.choices} if definition is not None else set()


@dataclass(frozen=True)
class _FactMigration:
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


def _add(lines: _IdMap, was: str, id: str) -> None:
    lines.setdefault(was, set()).add(id)


def _renames(lines: _IdMap) -> dict[str, str]:
    return {was: min(ids) for was, ids in lines.items()}


def _applicable_renames(renames: Mapping[str, str], known_ids: Iterable[str]) -> dict[str, str]:
    existing = set(known_ids)
    return {was: id for was, id in renames.items() if id not in existing}


def _previous_id(id: str, lines: _IdMap) -> str:
    return min((was for was, ids in lines.items() if id in ids), default=id)


def _signatures(definitions: Mapping[str, FactDefinition], types: Mapping[str, str] | None = None) -> dict[str, object]:
    renamed = types or {}
    return {
        id: (definition.type, definition.unit, definition.record and renamed.get(definition.record, definition.record))
        for id, definition in definitions.items()
    }


def _invalid_renames(lines: _IdMap, old: Mapping[str, object], new: Mapping[str, object]) -> list[str]:
    wrong, used_ids = list[str](), set[str]()
    for was, ids in sorted(lines.items()):
        (new_id, *more) = sorted(ids)
        fits = was in old and was not in new and new_id in new and not more and new_id not in used_ids
        if not fits or old[was] != new[new_id]:
            wrong.append(was)
        used_ids |= ids
    return wrong
