"""Columnar reader of plain facts: numbers in normal form, flags and choices that stand in evidence as the card asks."""

from __future__ import annotations

import re
from fractions import Fraction
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.numbers import MAXIMUM_DIGITS, NORMAL_DECIMAL
from rules.engine.outcome_memo import KEPT
from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rules.contracts.inputs import DeclaredValue
    from rules.engine.read_evidence import EvidenceIndex
    from rules.model.scorecard import FactDefinition
    from rules.program.value_environment import Plain

_VALUE = itemgetter("number", "flag", "choice", "unit", "evidence")
_NORMAL = re.compile(rf"(?:{NORMAL_DECIMAL}\n)*+\Z")
"""Numbers in normal form, a line each, and "-0", which is none."""
_FLAGS: dict[bool, Plain] = {True: "yes", False: "no"}
_RequiredEvidence = tuple[()] | tuple[tuple[str, ...], str, int | None]
"""Kinds, assurance and most months of the evidence that a fact asks for; nothing if it needs none."""
_Ratio = tuple[int, int]
_TENS = [10**places for places in range(MAXIMUM_DIGITS + 1)]


class PlainFacts(NamedTuple):
    """The facts of a subject that are usual values, read; and everything that was given for their kinds."""

    values: dict[str, Plain]
    numbers: FactValueColumns
    flags: FactValueColumns
    choices: FactValueColumns


class _FactColumn(NamedTuple):
    """A fact, the evidence it asks for, its unit and its choices."""

    id: str
    definition: FactDefinition
    required_evidence: _RequiredEvidence
    unit: str | None
    choices: frozenset[str]

    @staticmethod
    def of(fact: FactDefinition) -> _FactColumn:
        asks = (fact.evidence, fact.assurance.value, fact.maximum_age_months) if fact.evidence else ()
        return _FactColumn(fact.id, fact, asks, fact.unit or None, frozenset(choice.id for choice in fact.choices))


class PlainFactReader:
    """Reads the plain facts of the subjects of one card; says nothing of those that are open, unusual or wrong."""

    def __init__(self, definitions: Iterable[FactDefinition]) -> None:
        """Tell apart the facts that are numbers, flags and choices, and that somebody states."""
        self._columns = [
            _FactColumn.of(definition)
            for definition in definitions
            if definition.type in (FactType.NUMBER, FactType.FLAG, FactType.CHOICE)
            and definition.previous is None
            and definition.issued_for is None
        ]
        self._ids = frozenset(column.id for column in self._columns)
        self._group_cache: dict[frozenset[str], tuple[_FactGroup, _FactGroup, _FactGroup]] = {}

    def read(self, stated: Mapping[str, DeclaredValue], evidence_index: EvidenceIndex) -> PlainFacts:
        """Read the facts that are usual values, of those that are stated and nobody judged."""
        groups = self._groups(self._ids.difference(stated))
        numbers, flags, choices = (FactValueColumns.of(group, stated) for group in groups)
        values = {**numbers.read_numbers(), **flags.read_flags(), **choices.read_choices()}
        for columns in (numbers, flags, choices):
            for name in columns.unshown(evidence_index):
                values.pop(name, None)
        return PlainFacts(values, numbers, flags, choices)

    def _groups(self, unstated: frozenset[str]) -> tuple[_FactGroup, _FactGroup, _FactGroup]:
        """Give the numbers, flags and choices that are stated, found once for the same ones."""
        groups = self._group_cache.get(unstated)
        if groups is None:
            stated = [column for column in self._columns if column.id not in unstated]
            groups = (
                _FactGroup(stated, FactType.NUMBER),
                _FactGroup(stated, FactType.FLAG),
                _FactGroup(stated, FactType.CHOICE),
            )
            if len(self._group_cache) < KEPT:
                self._group_cache[unstated] = groups
        return groups


class _FactGroup:
    """The facts of one type that are read together, and which of their numbers have the same ends."""

    def __init__(self, columns: Iterable[_FactColumn], kind: FactType) -> None:
        self.columns = [column for column in columns if column.definition.type is kind]
        self.ids = [column.id for column in self.columns]
        self.units = tuple(column.unit for column in self.columns)
        domains: dict[tuple[_Ratio | None, _Ratio | None], list[int]] = {}
        for position, column in enumerate(self.columns):
            ends = _ratio(column.definition.at_least), _ratio(column.definition.at_most)
            if ends != (None, None):
                domains.setdefault(ends, []).append(position)
        self.domains = [(*ends, places) for ends, places in domains.items()]
        self.steps = [
            (position, step) for position, one in enumerate(self.columns) if (step := one.definition.multiple_of)
        ]
        self.needs_no_evidence = not any(column.required_evidence for column in self.columns)


class FactValueColumns(NamedTuple):
    """What is given for several facts, column by column."""

    group: _FactGroup
    numbers: tuple[str | None, ...] = ()
    flags: tuple[bool | None, ...] = ()
    choices: tuple[str | None, ...] = ()
    units: tuple[str | None, ...] = ()
    evidence: tuple[tuple[str, ...], ...] = ()

    @staticmethod
    def of(group: _FactGroup, stated: Mapping[str, DeclaredValue]) -> FactValueColumns:
        """Take what is given for these facts."""
        values = [_VALUE(stated[name].__dict__) for name in group.ids]
        return FactValueColumns(group, *zip(*values, strict=True)) if values else FactValueColumns(group)

    def read_numbers(self) -> dict[str, Plain]:
        """Read numbers in normal form, in the unit of their facts and inside their domains; none if one is not so."""
        group, numbers = self.group, [number for number in self.numbers if number is not None]
        if not numbers or len(numbers) < len(self.numbers) or max(map(len, numbers)) > MAXIMUM_DIGITS:
            return {}
        lines = "\n".join((*numbers, ""))
        if self.units != group.units or lines.count("\n") != len(numbers):
            return {}
        if "-0\n" in lines or not _NORMAL.match(lines):
            return {}
        strokes = [_TENS[len(number.partition(".")[2])] for number in numbers]
        ratios = list(zip(map(int, lines.replace(".", "").split()), strokes, strict=True))
        for low, high, positions in group.domains:
            inside = ratios if len(positions) == len(ratios) else [ratios[position] for position in positions]
            if low and (low[0] or "-" in lines):
                least, unit = low
                if [above for above, below in inside if above * unit < least * below]:
                    return {}
            if high:
                most, unit = high
                if [above for above, below in inside if above * unit > most * below]:
                    return {}
        if any(Fraction(*ratios[position]) % step for position, step in group.steps):
            return {}
        return dict(zip(group.ids, ratios, strict=True))

    def read_flags(self) -> dict[str, Plain]:
        """Read flags; none if one is not given as such."""
        if None in self.flags or self.units.count(None) < len(self.units):
            return {}
        return dict(zip(self.group.ids, map(_FLAGS.__getitem__, map(bool, self.flags)), strict=True))

    def read_choices(self) -> dict[str, Plain]:
        """Read choices; none if one is not given as such, or is none that its fact has."""
        if self.units.count(None) < len(self.units):
            return {}
        chosen = list(zip(self.group.columns, self.choices, strict=True))
        return (
            {column.id: choice for column, choice in chosen}
            if all(choice in column.choices for column, choice in chosen)
            else {}
        )

    def unshown(self, evidence_index: EvidenceIndex) -> list[str]:
        """Name the facts that need or name evidence which is not there or does not count; says nothing of it."""
        if self.group.needs_no_evidence and not any(self.evidence):
            return []
        asked = [
            (column.required_evidence, named) for column, named in zip(self.group.columns, self.evidence, strict=True)
        ]
        columns = dict(zip(asked, self.group.columns, strict=True))
        lacking = {
            key for key, column in columns.items() if any(key) and not evidence_index.counts(column.definition, key[1])
        }
        return [name for name, key in zip(self.group.ids, asked, strict=True) if key in lacking] if lacking else []


def _ratio(end: Fraction | None) -> _Ratio | None:
    return None if end is None else end.as_integer_ratio()
