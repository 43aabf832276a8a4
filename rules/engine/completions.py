"""Which values are worth trying for what is unknown? Proposals only: whatever comes of them is evaluated afterwards."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.dates import add_months
from rules.contracts.extents import (
    ChoiceExtent,
    ChoicesExtent,
    Extent,
    NotApplicable,
    NumberExtent,
    PeriodExtent,
    Record,
    RecordsExtent,
    day_of,
)
from rules.contracts.intervals import Interval, exactly
from rules.engine.atoms import Atom, Day, DayDifference, Number, Overlap, Selection
from rules.engine.leaves import Leaf
from rules.engine.values import Values, day_interval
from rules.model.scorecard import FactDefinition, FactType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from rules.engine.plan import Plan, RecordScope

_PLENTY = Fraction(10**9)
_OTHER = "-"


def thresholds(atoms: Iterable[Atom]) -> dict[str, tuple[Fraction, ...]]:
    """Collect the numbers that each name is directly compared with."""
    found: dict[str, set[Fraction]] = {}
    for atom in atoms:
        if isinstance(atom.measure, (Number, Day)) and not isinstance(atom.allowed, frozenset):
            ends = {end for span in atom.allowed for end in (span.low, span.high) if end is not None}
            found.setdefault(atom.measure.name, set()).update(ends)
    return {name: tuple(sorted(ends)) for name, ends in found.items()}


class Candidates:
    """Proposes values for unknowns from the plan's thresholds and conditions, always in the same order."""

    def __init__(self, plan: Plan, as_of: date) -> None:
        """Collect the thresholds and date comparisons of the plan."""
        networks = [plan.first, plan.second, *(scope.network for scope in plan.records.values())]
        self._atoms = [atom for network in networks for rule in network.rules for atom in rule.atoms]
        self._thresholds = thresholds(self._atoms)
        self._plan = plan
        self._as_of = as_of

    def thresholds_of(self, name: str) -> tuple[Fraction, ...]:
        """List the numbers that a name is directly compared with."""
        return self._thresholds.get(name, ())

    def of(self, leaf: Leaf, values: Values) -> list[Extent]:
        """List the values to try for one unknown, given what the others are now."""
        if leaf.definition is None:
            return [ChoiceExtent(frozenset({choice})) for choice in self._plan.names.domains[leaf.name]]
        absent: list[Extent] = [NotApplicable()] if leaf.definition.may_not_apply else []
        return [*self._of_definition(leaf.definition, values), *absent]

    def _of_definition(self, definition: FactDefinition, values: Values) -> list[Extent]:
        match definition.type:
            case FactType.NUMBER:
                return [NumberExtent(exactly(number)) for number in self._numbers(definition)]
            case FactType.FLAG:
                return [ChoiceExtent(frozenset({word})) for word in ("yes", "no")]
            case FactType.CHOICE:
                return [ChoiceExtent(frozenset({choice.id})) for choice in definition.choices]
            case FactType.CHOICES:
                everything = frozenset(choice.id for choice in definition.choices)
                return [ChoicesExtent(chosen, chosen) for chosen in (everything, frozenset[str]())]
            case FactType.DATE:
                return [NumberExtent(exactly(day)) for day in self._days(definition.id, values)]
            case FactType.PERIOD:
                return self._periods()
            case FactType.TEXT:
                named = self._plan.names.domains.get(definition.id, ())[:-1]
                return [ChoiceExtent(frozenset({text})) for text in (*named, _OTHER)]
            case _:
                scope = self._plan.records.get(definition.id)
                return [*(self._lists(scope, values) if scope else ()), RecordsExtent(())]

    def _numbers(self, definition: FactDefinition) -> list[Fraction]:
        low, high = definition.at_least, definition.at_most
        inside = [
            number
            for number in self._thresholds.get(definition.id, ())
            if (low is None or number >= low) and (high is None or number <= high)
        ]
        points = sorted({*inside, *(end for end in (low, high) if end is not None)})
        beyond = [_PLENTY] if high is None else []
        below = [-_PLENTY] if low is None else []
        return sorted({*points, *beyond, *below})

    def _days(self, name: str, values: Values) -> list[Fraction]:
        days = {Fraction(self._as_of.toordinal()), *self._thresholds.get(name, ())}
        for atom in self._atoms:
            if isinstance(atom.measure, DayDifference) and atom.measure.name == name:
                other = atom.measure.other
                if other.name is not None and other.name not in values.extents:
                    continue  # a field of the same record that has no proposal yet
                bound = day_interval(other, values)
                if bound is not None and bound.value is not None:
                    days |= {bound.value - 1, bound.value, bound.value + 1}
        return sorted(days)

    def _periods(self) -> list[Extent]:
        year = self._as_of.year
        starts = [self._as_of.replace(year=max(year - back, 1), month=1, day=1) for back in (1, 0)]
        return [
            PeriodExtent(exactly(Fraction(start.toordinal())), exactly(Fraction(add_months(start, 12).toordinal() - 1)))
            for start in starts
        ]

    def _lists(self, scope: RecordScope, values: Values) -> list[Extent]:
        """Propose one record for each row of each sum, made to satisfy its condition, with plenty of it."""
        return [RecordsExtent((self._record(scope, rule.atoms, values),)) for rule in scope.network.rules]

    def _record(self, scope: RecordScope, atoms: Sequence[Atom], values: Values) -> Record:
        fields: dict[str, Extent] = {}
        units = {definition.id: definition.unit for definition in scope.record.fields}
        for definition in scope.record.fields:
            proposals = self._of_definition(definition, values.with_fields(fields, units))
            fields[definition.id] = proposals[-1] if definition.type is FactType.NUMBER else proposals[0]
        fields[scope.record.key] = ChoiceExtent(frozenset({_OTHER}))
        for atom in atoms:
            name = getattr(atom.measure, "name", "")
            if name in fields:
                inner = values.with_fields(fields, units)
                satisfied = _satisfying(atom, inner, fields[name])
                fields[name] = satisfied if satisfied is not None else fields[name]
        return Record(_OTHER, fields)


def _satisfying(atom: Atom, values: Values, now: Extent) -> Extent | None:
    """Give a value for which the atom holds, if one is easily found."""
    if isinstance(atom.allowed, frozenset):
        return ChoiceExtent(frozenset({min(atom.allowed)})) if atom.allowed else None
    span = atom.allowed[0]
    match atom.measure:
        case Number() | Day():
            if isinstance(now, NumberExtent) and now.interval.value is not None and span.contains(now.interval.value):
                return now
            return NumberExtent(exactly(_inside(span)))
        case DayDifference(_, other):
            bound = day_interval(other, values)
            if bound is None or bound.value is None or not isinstance(now, NumberExtent):
                return None
            if now.interval.value is not None and span.contains(now.interval.value - bound.value):
                return now
            return NumberExtent(exactly(Fraction(day_of(bound.value + _inside(span)))))
        case Overlap(_, wanted):
            return ChoicesExtent(wanted, wanted)
        case Selection() | _:
            return None


def _inside(span: Interval) -> Fraction:
    """Choose a number inside an interval: a closed end, else one beside an open end or between both."""
    low, high = span.low, span.high
    if low is not None and high is not None:
        return (low + high) / 2
    if low is not None:
        return low + 1 if span.low_open else low
    if high is not None:
        return high - 1 if span.high_open else high
    return Fraction(0)
