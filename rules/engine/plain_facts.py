"""Columnar reader of plain facts: usual values with valid evidence, type by type."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from rules.contracts.numbers import MAXIMUM_DIGITS, NORMAL_DECIMAL
from rules.engine.outcome_memo import MAX_MEMO_ENTRIES
from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.contracts.inputs import DeclaredValue
    from rules.engine.read_evidence import EvidenceIndex
    from rules.model.scorecard import FactDefinition
    from rules.program.value_environment import PlainFact

_NORMAL_NUMBERS = re.compile(rf"(?:{NORMAL_DECIMAL}\n)*+\Z")
"""Numbers in normal form, one per line. The pattern also accepts "-0", which is not normal."""
_DAYS = re.compile(r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2}\n)*+\Z")
_FLAGS: dict[bool, PlainFact] = {True: "yes", False: "no"}
_RequiredEvidence = tuple[()] | tuple[tuple[str, ...], str, int | None]
"""Kinds, assurance and maximum age in months; empty if no evidence is required."""
_Ratio = tuple[int, int]
_POWERS_OF_TEN = [10**places for places in range(MAXIMUM_DIGITS + 1)]


class PlainFacts(NamedTuple):
    """The plain facts of a subject, and the declared values by type."""

    values: dict[str, PlainFact]
    columns: tuple[FactValueColumns, ...]


class _FactColumn(NamedTuple):
    id: str
    definition: FactDefinition
    required_evidence: _RequiredEvidence
    unit: str | None
    choices: dict[str, None]

    @staticmethod
    def of(fact: FactDefinition) -> _FactColumn:
        asks = (fact.evidence, fact.assurance.value, fact.maximum_age_months) if fact.evidence else ()
        unit = fact.unit or None if fact.type is FactType.NUMBER else None
        return _FactColumn(fact.id, fact, asks, unit, dict.fromkeys(choice.id for choice in fact.choices))


class PlainFactReader:
    """Reader for the plain facts of one scorecard. Unknown, unusual and invalid values are skipped."""

    def __init__(self, definitions: Iterable[FactDefinition]) -> None:
        self._columns = [
            _FactColumn.of(definition)
            for definition in definitions
            if definition.type in _READERS and definition.previous is None and definition.issued_for is None
        ]
        self._ids = frozenset(column.id for column in self._columns)
        self._group_cache: dict[frozenset[str], tuple[_FactGroup, ...]] = {}

    def read(self, stated: Mapping[str, DeclaredValue], evidence_index: EvidenceIndex) -> PlainFacts:
        unstated = self._ids.difference(stated)
        every_column = [FactValueColumns.of(group, stated) for group in self._groups(unstated)]
        if of_other_type := [name for columns in every_column for name in columns.lacking()]:
            groups = self._groups(unstated.union(of_other_type))
            every_column = [FactValueColumns.of(group, stated) for group in groups]
        values: dict[str, PlainFact] = {}
        for columns in every_column:
            read = columns.read()
            for name in columns.unshown(evidence_index) if read else ():
                del read[name]
            values.update(read)
        return PlainFacts(values, tuple(every_column))

    def _groups(self, unstated: frozenset[str]) -> tuple[_FactGroup, ...]:
        groups = self._group_cache.get(unstated)
        if groups is None:
            stated = [column for column in self._columns if column.id not in unstated]
            every_group = (_FactGroup(stated, kind) for kind in _READERS)
            groups = tuple(group for group in every_group if group.columns)
            if len(self._group_cache) < MAX_MEMO_ENTRIES:
                self._group_cache[unstated] = groups
        return groups


class _FactGroup:
    def __init__(self, columns: Iterable[_FactColumn], kind: FactType) -> None:
        self.kind, self.take = kind, itemgetter(kind.value, "unit", "evidence")
        self.columns = [column for column in columns if column.definition.type is kind]
        self.ids = [column.id for column in self.columns]
        self.units = tuple(column.unit for column in self.columns)
        domains: dict[tuple[_Ratio | None, _Ratio | None], list[int]] = {}
        for position, column in enumerate(self.columns):
            ends = _ratio(column.definition.at_least), _ratio(column.definition.at_most)
            if ends != (None, None):
                domains.setdefault(ends, []).append(position)
        self.domains = [(*ends, positions) for ends, positions in domains.items()]
        self.steps = [
            (position, step) for position, entry in enumerate(self.columns) if (step := entry.definition.multiple_of)
        ]
        samples: dict[_RequiredEvidence, FactDefinition] = {}
        for column in self.columns:
            samples.setdefault(column.required_evidence, column.definition)
        self.asking = list(samples.values())
        """One column for each distinct evidence requirement."""
        self.requirements = [list(samples).index(column.required_evidence) for column in self.columns]
        """For each column, the index of its evidence requirement in `asking`."""
        self.needs_no_evidence = not any(samples)


class FactValueColumns(NamedTuple):
    """The declared values of several facts of one type."""

    group: _FactGroup
    values: tuple[Any, ...]
    units: tuple[str | None, ...]
    evidence: tuple[tuple[str, ...], ...]

    @staticmethod
    def of(group: _FactGroup, stated: Mapping[str, DeclaredValue]) -> FactValueColumns:
        take = group.take
        return FactValueColumns(group, *zip(*[take(stated[name].__dict__) for name in group.ids], strict=True))

    def lacking(self) -> list[str]:
        values = self.values
        return (
            [name for name, value in zip(self.group.ids, values, strict=True) if value is None]
            if None in values
            else []
        )

    def read(self) -> dict[str, PlainFact]:
        """Return the values; empty if any of them has an unusual form or another unit."""
        group = self.group
        if self.units != group.units:
            return {}
        return dict(zip(group.ids, _READERS[group.kind](group, self.values), strict=False))

    def unshown(self, evidence_index: EvidenceIndex) -> list[str]:
        """Return the facts with missing or insufficient evidence. No violations are added."""
        if self.group.needs_no_evidence and not any(self.evidence):
            return []
        required, samples = list(zip(self.group.requirements, self.evidence, strict=True)), self.group.asking
        lacking = {key for key in set(required) if not evidence_index.counts(samples[key[0]], key[1])}
        return [name for name, key in zip(self.group.ids, required, strict=True) if key in lacking] if lacking else []


def _read_numbers(group: _FactGroup, numbers: Sequence[str]) -> Iterable[PlainFact]:
    lines = "\n".join((*numbers, ""))
    if max(map(len, numbers)) > MAXIMUM_DIGITS or lines.count("\n") != len(numbers):
        return ()
    if "-0\n" in lines or not _NORMAL_NUMBERS.match(lines):
        return ()
    denominators = [_POWERS_OF_TEN[len(number.partition(".")[2])] for number in numbers]
    ratios = list(zip(map(int, lines.replace(".", "").split()), denominators, strict=True))
    if not _are_in_domains(ratios, group, has_negative="-" in lines):
        return ()
    if any(Fraction(*ratios[position]) % step for position, step in group.steps):
        return ()
    return ratios


def _are_in_domains(ratios: Sequence[tuple[int, int]], group: _FactGroup, *, has_negative: bool) -> bool:
    for low, high, positions in group.domains:
        inside = ratios if len(positions) == len(ratios) else [ratios[position] for position in positions]
        if low and (low[0] or has_negative):
            least, unit = low
            if [above for above, below in inside if above * unit < least * below]:
                return False
        if high:
            most, unit = high
            if [above for above, below in inside if above * unit > most * below]:
                return False
    return True


def _read_flags(_: _FactGroup, flags: Sequence[bool]) -> Iterable[PlainFact]:
    return map(_FLAGS.__getitem__, map(bool, flags))


def _read_choices(group: _FactGroup, choices: Sequence[str]) -> Iterable[PlainFact]:
    allowed = all(choice in column.choices for choice, column in zip(choices, group.columns, strict=True))
    return choices if allowed else ()


def _read_several_choices(group: _FactGroup, several: Sequence[tuple[str, ...]]) -> Iterable[PlainFact]:
    paired = list(zip(several, group.columns, strict=True))
    ordered = all(
        choices == tuple([choice for choice in column.choices if choice in choices]) for choices, column in paired
    )
    return map(frozenset, several) if ordered else ()


def _read_days(_: _FactGroup, days: Sequence[str]) -> Iterable[PlainFact]:
    lines = "\n".join((*days, ""))
    if lines.count("\n") != len(days) or not _DAYS.match(lines):
        return ()
    try:
        return [(date.fromisoformat(day).toordinal(), 1) for day in days]
    except ValueError:
        return ()


_READERS: Mapping[FactType, Callable[[_FactGroup, Any], Iterable[PlainFact]]] = {
    FactType.NUMBER: _read_numbers,
    FactType.FLAG: _read_flags,
    FactType.CHOICE: _read_choices,
    FactType.CHOICES: _read_several_choices,
    FactType.DATE: _read_days,
}
"""Readers by type. Each returns an empty result if any value is unusual."""


def _ratio(end: Fraction | None) -> _Ratio | None:
    return None if end is None else end.as_integer_ratio()
