"""Checks of the records that measures add: keys and unique fields, and the records that own them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.messages import message_factory
from rules.contracts.suggestions import did_you_mean
from rules.engine.read_values import fold_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rules.contracts.inputs import DeclaredValue
    from rules.engine.read_values import Violations
    from rules.model.definitions import BelongsTo
    from rules.model.scorecard import FactDefinition, RecordType
    from rules.planning.measure_relations import Exclusions
    from rules.planning.measures import Measure

_message = message_factory(__name__)

_Records = tuple[dict[str, "DeclaredValue"], ...]


class RecordKeys:
    """The keys and unique fields of the records that measures add, to refuse those in two measures."""

    def __init__(self, record_types: Mapping[str, RecordType], exclusions: Exclusions, violations: Violations) -> None:
        self._types = record_types
        self._exclusions = exclusions
        self._violations = violations
        self._present: dict[str, dict[tuple[str, str], str]] = {}
        self._added: defaultdict[tuple[str, str, str], int] = defaultdict(int)

    def check(
        self,
        position: int,
        definition: FactDefinition,
        value: DeclaredValue,
        path: str,
        present: DeclaredValue | None = None,
    ) -> None:
        record_type = self._types[definition.record or ""]
        if definition.id not in self._present and present is not None:
            self._present[definition.id] = {key: record for record, key in _unique_texts(record_type, present)}
        known = self._present.get(definition.id, {}) if present is not None else {}
        for record, key in _unique_texts(record_type, value):
            place = f"{path}.records[{record[:80]}].{key[0]}"
            if key in known:
                message = _message("RECORD_PRESENT", other=known[key][:80])
                self._violations.add(place, "DUPLICATE", message)
            allowed = self._exclusions.excluded[position] | 1 << position
            others = self._added[definition.id, *key] & ~allowed
            if others:
                name = self._exclusions.measures[others.bit_length() - 1].id[:80]
                self._violations.add(place, "DUPLICATE", _message("RECORD_OF_OTHER", measure=name))
            self._added[definition.id, *key] |= 1 << position


def _unique_texts(record_type: RecordType, value: DeclaredValue) -> Iterator[tuple[str, tuple[str, str]]]:
    """Iterate over the key of each record, with the name and the folded text of each field that must be unique."""
    for record in value.records or ():
        key = record[record_type.key].key_text if record_type.key in record else ""
        for name in dict.fromkeys((record_type.key, *record_type.unique)):
            text = fold_text(record[name].key_text) if name in record else ""
            if text:
                yield key, (name, text)


def check_owners(
    definitions: Mapping[str, FactDefinition],
    types: Mapping[str, RecordType],
    measures: tuple[Measure, ...],
    present: Mapping[str, DeclaredValue],
    violations: Violations,
) -> None:
    """Add a violation for each record of a measure with an owner that neither the dossier nor a measure has."""
    keys = {name: types[fact.record].key for name, fact in definitions.items() if fact.record is not None}
    owned = {name: types[definitions[name].record or ""].belongs_to for name in keys}
    owners = {
        belongs.list: _keys(_records_of(present.get(belongs.list)), keys[belongs.list])
        for belongs in owned.values()
        if belongs is not None
    }
    effects = [
        (f"measures[{position}].effects[{number}]", effect)
        for position, measure in enumerate(measures)
        for number, effect in enumerate(measure.effects)
    ]
    for _, effect in effects if owners else ():
        if effect.fact in owners:
            records = (*_records_of(effect.value), *_records_of(effect.added))
            owners[effect.fact] |= _keys(records, keys[effect.fact])
    for path, effect in effects if owners else ():
        belongs = owned.get(effect.fact)
        if belongs is not None:
            for field, value in (("value", effect.value), ("added", effect.added)):
                check = _OwnerCheck(belongs, owners[belongs.list], keys[effect.fact], f"{path}.{field}", violations)
                check.of(_records_of(value))


@dataclass(frozen=True, slots=True)
class _OwnerCheck:
    belongs: BelongsTo
    known: set[str]
    key: str
    path: str
    violations: Violations

    def of(self, records: _Records) -> None:
        field = self.belongs.field
        for record in records:
            owner = record[field].key_text if field in record else ""
            if owner and owner not in self.known:
                place = f"{self.path}.records[{_key_text(record, self.key)[:80]}].{field}"
                hint = "" if self.violations.more_than_shown else did_you_mean(owner[:80], self.known)
                message = _message("NO_SUCH_OWNER", found=owner[:80], list=self.belongs.list, hint=hint)
                self.violations.add(place, "UNKNOWN_RECORD", message)


def _records_of(value: DeclaredValue | None) -> _Records:
    return () if value is None or value.records is None else value.records


def _keys(records: Iterable[dict[str, DeclaredValue]], key: str) -> set[str]:
    return {text for record in records if (text := _key_text(record, key))}


def _key_text(record: dict[str, DeclaredValue], key: str) -> str:
    return record[key].key_text if key in record else ""
