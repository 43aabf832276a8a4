"""What does each clause ask of one measured thing? Clauses are lowered to atoms: a measure and its allowed values."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from fractions import Fraction

from rules.contracts.errors import PlanError
from rules.contracts.intervals import Interval, exactly
from rules.contracts.outcomes import Outcome
from rules.contracts.units import convert
from rules.engine.days import shift_day
from rules.model.expressions import (
    ChoiceClause,
    Clause,
    Condition,
    DateClause,
    DateExpression,
    DateOperator,
    DateWithin,
    IncludesClause,
    IncludesNoneClause,
    NameReference,
    NumberBetween,
    NumberClause,
    NumberLiteral,
    NumberOperator,
    OutcomeClause,
    PeriodEdge,
)

OTHER_TEXT = "\N{BULLET}other"
"""Stands for every text that no clause names."""


class _Measured:
    """Whatever is measured is looked up far more often than it is made, so its hash is computed once."""

    __slots__ = ("_hash",)
    _hash: int

    def __hash__(self) -> int:
        """Give the hash of its fields."""
        try:
            return self._hash
        except AttributeError:
            # The slot is no field, so it stands outside of what cannot be changed.
            found = hash((type(self), *(getattr(self, part.name) for part in fields(self))))  # type: ignore[arg-type]
            object.__setattr__(self, "_hash", found)
            return found


@dataclass(frozen=True, slots=True)
class Number(_Measured):
    """The number of a fact, field, quantity, criterion (its points) or the total score, in its own unit."""

    name: str
    __hash__ = _Measured.__hash__


@dataclass(frozen=True, slots=True)
class NumberDifference(_Measured):
    """One number minus another, in base units of their dimension."""

    name: str
    other: str
    __hash__ = _Measured.__hash__


@dataclass(frozen=True, slots=True)
class Day(_Measured):
    """A date, or an end of a period, as its day number."""

    name: str
    edge: PeriodEdge | None = None
    __hash__ = _Measured.__hash__


@dataclass(frozen=True, slots=True)
class DayDifference(_Measured):
    """A date, or an end of a period, minus a date that depends on other facts, in days."""

    name: str
    other: DateExpression
    edge: PeriodEdge | None = None
    __hash__ = _Measured.__hash__


@dataclass(frozen=True, slots=True)
class Selection(_Measured):
    """A choice, flag, setting or text: which of `domain` it is."""

    name: str
    domain: tuple[str, ...]
    __hash__ = _Measured.__hash__


@dataclass(frozen=True, slots=True)
class Overlap(_Measured):
    """How many of `values` are among several choices."""

    name: str
    values: frozenset[str]
    __hash__ = _Measured.__hash__


@dataclass(frozen=True, slots=True)
class Answer(_Measured):
    """The outcome of a criterion: not met, met or not applicable."""

    criterion: str
    __hash__ = _Measured.__hash__


Measure = Number | NumberDifference | Day | DayDifference | Selection | Overlap | Answer
Span = tuple[Interval, ...]
"""Allowed numbers: disjoint intervals in ascending order, none touching the next."""

Edges = tuple[int | None, int, bool, int | None, int, bool]
"""The ends of an interval as numerator, denominator, and whether it is open: low, then high."""

ANSWERS = (Outcome.NOT_MET.value, Outcome.MET.value, Outcome.NOT_APPLICABLE.value)


@dataclass(frozen=True, slots=True)
class Atom:
    """One measure and the values for which the clause holds: intervals of numbers, or a set of choices."""

    measure: Measure
    allowed: Span | frozenset[str]
    edges: tuple[Edges, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        spans = [] if isinstance(self.allowed, frozenset) else self.allowed
        object.__setattr__(self, "edges", tuple(_edges(span) for span in spans))

    def allows(self, number: Fraction) -> bool:
        """Say whether the number lies in one of the intervals; compared as whole numbers, which is far faster."""
        numerator, denominator = number.as_integer_ratio()
        for low, low_unit, low_open, high, high_unit, high_open in self.edges:
            if low is not None:
                ours, theirs = numerator * low_unit, low * denominator
                if ours < theirs or (low_open and ours == theirs):
                    continue
            if high is not None:
                ours, theirs = numerator * high_unit, high * denominator
                if ours > theirs or (high_open and ours == theirs):
                    continue
            return True
        return False


def names_of_measure(measure: Measure) -> tuple[str, ...]:
    """List the names under which is known what a measure takes."""
    match measure:
        case NumberDifference(name=name, other=other):
            names: tuple[str | None, ...] = (name, other)
        case DayDifference(name=name, other=day):
            names = (name, day.name)
        case Answer(criterion=criterion):
            names = (criterion,)
        case _:
            names = (measure.name,)
    return tuple(dict.fromkeys(name for name in names if name is not None))


@dataclass(frozen=True, slots=True)
class Names:
    """What lowering must know of the names: the unit of each number and the domain of each choice.

    `lowered` keeps what was lowered with them, with its clause, so that plans with the same names share it.
    """

    units: dict[str, str]
    domains: dict[str, tuple[str, ...]]
    lowered: dict[int, tuple[Clause, tuple[Atom, ...]]] = field(default_factory=dict, compare=False, repr=False)


def _edges(span: Interval) -> Edges:
    low, low_unit = (None, 1) if span.low is None else span.low.as_integer_ratio()
    high, high_unit = (None, 1) if span.high is None else span.high.as_integer_ratio()
    return low, low_unit, span.low_open, high, high_unit, span.high_open


def lower(condition: Condition, names: Names) -> tuple[Atom, ...]:
    """Lower a condition to atoms that must all hold.

    Raises:
        PlanError: a clause asks something that the engine cannot conclude soundly.
    """
    return tuple(atom for clause in condition for atom in lower_clause(clause, names))


def lower_clause(clause: Clause, names: Names) -> tuple[Atom, ...]:
    """Lower one clause, once with the same names; a date within a span becomes one atom for each end.

    Raises:
        PlanError: it asks something that the engine cannot conclude soundly.
    """
    kept = names.lowered.get(id(clause))
    if kept is None or kept[0] is not clause:
        kept = names.lowered[id(clause)] = (clause, _lowered(clause, names))
    return kept[1]


def _lowered(clause: Clause, names: Names) -> tuple[Atom, ...]:
    match clause:
        case NumberClause(name=name, operator=operator, operand=NumberLiteral() as literal):
            bound = convert(literal.value, literal.unit, names.units[name])
            return (Atom(Number(name), number_span(operator, bound)),)
        case NumberClause(name=name, operator=operator, operand=NameReference(id=other)):
            return (Atom(NumberDifference(name, other), number_span(operator, Fraction(0))),)
        case NumberBetween(name=name, low=low, high=high):
            unit = names.units[name]
            interval = Interval(convert(low.value, low.unit, unit), convert(high.value, high.unit, unit))
            return (Atom(Number(name), (interval,)),)
        case ChoiceClause(name=name, values=values, negated=negated):
            domain = names.domains[name]
            chosen = frozenset(values)
            return (Atom(Selection(name, domain), frozenset(domain) - chosen if negated else chosen),)
        case IncludesClause(name=name, values=values):
            return (Atom(Overlap(name, frozenset(values)), number_span(NumberOperator.AT_LEAST, Fraction(1))),)
        case IncludesNoneClause(name=name, values=values):
            return (Atom(Overlap(name, frozenset(values)), number_span(NumberOperator.LESS_THAN, Fraction(1))),)
        case DateClause(name=name, edge=edge, operator=operator, operand=operand):
            return (compare_day(name, _DATE_OPERATORS[operator], operand, edge),)
        case DateWithin(name=name, edge=edge, first=first, last=last):
            return (
                compare_day(name, NumberOperator.AT_LEAST, first, edge),
                compare_day(name, NumberOperator.AT_MOST, last, edge),
            )
        case OutcomeClause(criterion=criterion, outcome=outcome):
            if outcome is Outcome.UNDETERMINED:
                raise PlanError(f"a rule cannot ask whether {criterion} is undetermined: no completion could decide it")
            return (Atom(Answer(criterion), frozenset({outcome.value})),)
    raise PlanError(f"{clause.kind} is no clause that the engine knows")


def number_span(operator: NumberOperator, bound: Fraction) -> Span:
    """Give the numbers that stand in this relation to the bound."""
    below, above = Interval(None, bound, False, True), Interval(bound, None, True, False)
    spans: dict[NumberOperator, Span] = {
        NumberOperator.IS: (exactly(bound),),
        NumberOperator.IS_NOT: (below, above),
        NumberOperator.AT_LEAST: (Interval(bound, None),),
        NumberOperator.AT_MOST: (Interval(None, bound),),
        NumberOperator.MORE_THAN: (above,),
        NumberOperator.LESS_THAN: (below,),
    }
    return spans[operator]


_DATE_OPERATORS = {
    DateOperator.ON: NumberOperator.IS,
    DateOperator.BEFORE: NumberOperator.LESS_THAN,
    DateOperator.AFTER: NumberOperator.MORE_THAN,
    DateOperator.FROM: NumberOperator.AT_LEAST,
    DateOperator.UNTIL: NumberOperator.AT_MOST,
}


def compare_day(name: str, operator: NumberOperator, operand: DateExpression, edge: PeriodEdge | None = None) -> Atom:
    """Ask how a date, or an end of a period, lies to a civil date, or to one that depends on other facts."""
    if operand.literal is not None and operand.name is None:
        bound = Fraction(shift_day(operand, operand.literal.toordinal()))
        return Atom(Day(name, edge), number_span(operator, bound))
    return Atom(DayDifference(name, operand, edge), number_span(operator, Fraction(0)))
