"""Columnar reader of fully known subjects, for the fast path: numbers, flags, choices and evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.dates import DateError, parse_date
from rules.contracts.numbers import MAXIMUM_DIGITS, NORMAL_DECIMAL
from rules.engine.lazy_extents import LazyExtents
from rules.engine.outcome_memo import KEPT
from rules.engine.read_evidence import EvidenceIndex, required_evidence_kinds
from rules.engine.read_records import refuse_orphan_records
from rules.engine.read_subject import FactReader, FactReading, check_verification, chosen_settings
from rules.engine.read_values import Violations
from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from rules.contracts.inputs import DeclaredFact, DeclaredValue, Subject
    from rules.model.scorecard import FactDefinition, Scorecard
    from rules.program.value_environment import Plain

_VALUE = itemgetter("number", "flag", "choice", "unit", "evidence")
_DECLARED = itemgetter("id", "value", "ratings", "verification", "previous", "places")
_NORMAL = re.compile(rf"(?:{NORMAL_DECIMAL}\n)*+\Z")
"""Numbers in normal form, a line each, and "-0", which is none."""
_FLAGS: dict[bool, Plain] = {True: "yes", False: "no"}
_Evidence = tuple[()] | tuple[tuple[str, ...], str, int | None]
"""Kinds, assurance and most months of the evidence that a fact asks for; nothing if it needs none."""
_Ratio = tuple[int, int]
_TENS = [10**places for places in range(MAXIMUM_DIGITS + 1)]
_Facts = dict[str, "DeclaredFact"]


@dataclass(frozen=True, slots=True)
class KnownSubject:
    """A subject that was read without fault, of which every fact has a value or does not apply.

    `plain` holds the usual numbers, flags and choices, `verified` all others; with a judgement of an assessor it holds
    all, and `declared` what was declared. `facts` are those given, by their ids.
    """

    as_of: date
    settings: dict[str, str]
    facts: _Facts
    plain: dict[str, Plain]
    verified: FactReading
    declared: FactReading | None
    columns: tuple[FactValueColumns, FactValueColumns, FactValueColumns] | None
    """What is given as numbers, flags and choices, if that is everything and all of it is usual."""

    def declared_value(self, name: str) -> DeclaredValue:
        """Give the value of a usual fact as it was given."""
        value = self.facts[name].value
        if value is None:
            raise KeyError(name)
        return value

    def to_fact_reading(self) -> FactReading:
        """Give all values that the rules use; extents only of what is not usual."""
        facts = self.facts
        used = {name: value for name in self.plain if (value := facts[name].value) is not None}
        used.update(self.verified.used)
        return FactReading(self.verified.extents, used, {})


class _FactColumn(NamedTuple):
    """A fact, the evidence it asks for, its unit and its choices."""

    id: str
    definition: FactDefinition
    required_evidence: _Evidence
    unit: str | None
    choices: frozenset[str]

    @staticmethod
    def of(fact: FactDefinition) -> _FactColumn:
        asks = (fact.evidence, fact.assurance.value, fact.maximum_age_months) if fact.evidence else ()
        return _FactColumn(fact.id, fact, asks, fact.unit or None, frozenset(choice.id for choice in fact.choices))


class KnownSubjectReader:
    """Reads the subjects of one card; gives up at the first thing that is open or wrong, which others tell of."""

    def __init__(self, scorecard: Scorecard) -> None:
        """Tell apart the facts that are numbers, flags and choices."""
        self._scorecard = scorecard
        self._fact_ids = frozenset(definition.id for definition in scorecard.facts)
        self._definitions = [_FactColumn.of(fact) for fact in scorecard.facts]
        self._facts_from_previous = frozenset(fact.id for fact in scorecard.facts if fact.previous is not None)
        self._kinds = required_evidence_kinds(scorecard)
        self._group_cache: dict[tuple[str, ...], tuple[_FactGroup, _FactGroup, _FactGroup]] = {}

    def read(self, subject: Subject) -> KnownSubject | None:
        """Read everything; nothing if something is open or wrong."""
        if not subject.facts:
            return None
        declared = zip(*[_DECLARED(fact.__dict__) for fact in subject.facts], strict=True)
        names, declared_values, ratings, judgements, previous, places = declared
        facts: _Facts = dict(zip(names, subject.facts, strict=True))
        if len(names) != len(facts) or facts.keys() != self._fact_ids or any(ratings) or any(places):
            return None
        if any(previous) and any(
            earlier and name not in self._facts_from_previous for name, earlier in zip(names, previous, strict=True)
        ):
            return None
        try:
            as_of = parse_date(subject.as_of)
        except DateError:
            return None
        violations = Violations()
        chosen = chosen_settings(self._scorecard, subject, violations)
        settings = {name: choice for name, choice in chosen.items() if choice is not None}
        if violations.items or len(settings) < len(chosen):
            return None
        judged = (
            {name: judgement for name, judgement in zip(names, judgements, strict=True) if judgement}
            if any(judgements)
            else {}
        )
        for name, judgement in judged.items():
            check_verification(name, judgement, violations)
        evidence_index = EvidenceIndex(self._scorecard, subject, as_of, violations, self._kinds)
        reader = FactReader(self._scorecard, evidence_index, violations, frozenset())
        values: dict[str, DeclaredValue | None] = dict(zip(names, declared_values, strict=True))
        numbers, flags, choices = (FactValueColumns.of(group, values) for group in self._asked_beside(tuple(judged)))
        plain = {**numbers.read_numbers(), **flags.read_flags(), **choices.read_choices()}
        remaining = (
            [column for column in self._definitions if column.id not in plain] if len(plain) < len(facts) else []
        )
        verified = reader.read(facts, [column.definition for column in remaining])
        refuse_orphan_records(self._scorecard, verified.extents, violations)
        shown = all(columns.is_shown(plain, evidence_index) for columns in (numbers, flags, choices))
        if violations.items or verified.unknown or not shown:
            return None
        columns = None if remaining or judged else (numbers, flags, choices)
        known = KnownSubject(as_of, settings, facts, plain, verified, None, columns)
        return self._with_declared(known, reader, violations) if judged else known

    def _with_declared(self, known: KnownSubject, reader: FactReader, violations: Violations) -> KnownSubject | None:
        """Read what was declared beside what the assessor made of it."""
        verified = known.to_fact_reading()
        whole = FactReading(LazyExtents(verified.extents, known.plain).complete(), verified.used, {})
        declared = reader.read_declared(known.facts, whole)
        refuse_orphan_records(self._scorecard, declared.extents, violations)
        if violations.items or declared.unknown:
            return None
        return KnownSubject(known.as_of, known.settings, known.facts, known.plain, whole, declared, None)

    def _asked_beside(self, judged: tuple[str, ...]) -> tuple[_FactGroup, _FactGroup, _FactGroup]:
        """Give the numbers, flags and choices of which no assessor judged any, found once for the same judgements."""
        groups = self._group_cache.get(judged)
        if groups is None:
            unjudged = [
                column
                for column in self._definitions
                if column.id not in judged and column.id not in self._facts_from_previous
            ]
            groups = (
                _FactGroup(unjudged, FactType.NUMBER),
                _FactGroup(unjudged, FactType.FLAG),
                _FactGroup(unjudged, FactType.CHOICE),
            )
            if len(self._group_cache) < KEPT:
                self._group_cache[judged] = groups
        return groups


class _FactGroup:
    """The facts of one type that are read together, and which of their numbers have the same ends."""

    def __init__(self, columns: Iterable[_FactColumn], kind: FactType) -> None:
        self.columns = [one for one in columns if one.definition.type is kind]
        self.ids = [one.id for one in self.columns]
        self.units = tuple(one.unit for one in self.columns)
        domains: dict[tuple[_Ratio | None, _Ratio | None], list[int]] = {}
        for position, column in enumerate(self.columns):
            ends = _ratio(column.definition.at_least), _ratio(column.definition.at_most)
            if ends != (None, None):
                domains.setdefault(ends, []).append(position)
        self.domains = [(*ends, places) for ends, places in domains.items()]
        self.steps = [
            (position, step) for position, one in enumerate(self.columns) if (step := one.definition.multiple_of)
        ]
        self.is_unshown = not any(one.required_evidence for one in self.columns)


class FactValueColumns(NamedTuple):
    """What is given for several facts, column by column; nothing if one of them has no value."""

    group: _FactGroup
    numbers: tuple[str | None, ...] = ()
    flags: tuple[bool | None, ...] = ()
    choices: tuple[str | None, ...] = ()
    units: tuple[str | None, ...] = ()
    evidence: tuple[tuple[str, ...], ...] = ()

    @staticmethod
    def of(group: _FactGroup, declared: Mapping[str, DeclaredValue | None]) -> FactValueColumns:
        """Take what is given for these facts."""
        values = [_VALUE(value.__dict__) for name in group.ids if (value := declared[name]) is not None]
        complete = values and len(values) == len(group.ids)
        return FactValueColumns(group, *zip(*values, strict=True)) if complete else FactValueColumns(_NOTHING)

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
            if (low and any(above * low[1] < low[0] * below for above, below in inside)) or (
                high and any(above * high[1] > high[0] * below for above, below in inside)
            ):
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

    def is_shown(self, plain: dict[str, Plain], evidence_index: EvidenceIndex) -> bool:
        """Say whether evidence stands behind every value that was read and needs or names some."""
        if self.group.is_unshown and not any(self.evidence):
            return True
        columns = zip(self.group.columns, self.evidence, strict=True)
        wanted = {
            (column.required_evidence, named): column
            for column, named in columns
            if (named or column.required_evidence) and column.id in plain
        }
        return all(
            evidence_index.fault(column.definition, named, f"facts[{column.id}].value") is None
            for (_, named), column in wanted.items()
        )


def _ratio(end: Fraction | None) -> _Ratio | None:
    return None if end is None else end.as_integer_ratio()


_NOTHING = _FactGroup((), FactType.NUMBER)
