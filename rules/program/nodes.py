"""Primitives of the program (intermediate representation), with one comment each; read this module first.

A scorecard is lowered to them once. `rules.program.abstract_interpretation` evaluates all possible values,
`rules.program.compiled_evaluation` known values, and `rules.columns` columns.

**Absence.** ANYTHING means that even applicability is unknown; None means that the number does not apply. By default, a
primitive is ANYTHING if an operand is, else None if an operand is, else the range of possible results.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from fractions import Fraction

from rules.contracts.intervals import Interval
from rules.contracts.numbers import RoundingMode
from rules.contracts.outcomes import Outcome
from rules.model.expressions import DateExpression, DayNumber, PeriodEdge, SpanUnit

OTHER_TEXT = "\N{BULLET}other"
"""Represents every text that no clause names."""
ANSWERS = (Outcome.NOT_MET.value, Outcome.MET.value, Outcome.NOT_APPLICABLE.value)
Span = tuple[Interval, ...]
"""Allowed numbers: disjoint intervals in ascending order, no two of them adjacent."""
Edges = tuple[int | None, int, bool, int | None, int, bool]
"""Low end, then high end, each as numerator, denominator, and whether the end is excluded."""


class _Node:
    """Base of primitives; the hash is cached, because it is used far more often than computed."""

    __slots__ = ("_hash",)
    _hash: int

    def __init_subclass__(cls) -> None:
        cls.__hash__ = _Node.__hash__  # type: ignore[method-assign] # set before @dataclass, which would generate a hash

    def __hash__(self) -> int:
        try:
            return self._hash
        except AttributeError:
            # `_hash` is not a field, so setting it does not change the frozen value.
            hash_value = hash((type(self), *(getattr(self, part.name) for part in fields(self))))  # type: ignore[arg-type]
            object.__setattr__(self, "_hash", hash_value)
            return hash_value


# Numbers. A day is its number in the calendar.


@dataclass(frozen=True, slots=True)
class Constant(_Node):
    """A number stated in the scorecard, or an interval if the scorecard leaves it undetermined."""

    value: Interval


@dataclass(frozen=True, slots=True)
class NamedNumber(_Node):
    """A named number or day in its own unit: of a fact, field, quantity or criterion (its points).

    Any other kind of value, such as a period, counts as an unbounded number.
    """

    name: str


@dataclass(frozen=True, slots=True)
class PeriodBoundary(_Node):
    """The first or last day of a named period; a date is both."""

    name: str
    edge: PeriodEdge


@dataclass(frozen=True, slots=True)
class ConstantMultiple(_Node):
    """A number times a constant, for units, shares and subtraction."""

    value: Numeric
    factor: Fraction


@dataclass(frozen=True, slots=True)
class Sum(_Node):
    """The sum of two numbers."""

    left: Numeric
    right: Numeric


@dataclass(frozen=True, slots=True)
class Product(_Node):
    """The product of two numbers."""

    left: Numeric
    right: Numeric


@dataclass(frozen=True, slots=True)
class Quotient(_Node):
    """The quotient of two numbers; `ZeroDivisorGuard` handles a divisor that can be zero."""

    left: Numeric
    right: Numeric


@dataclass(frozen=True, slots=True)
class Maximum(_Node):
    """The greater of two numbers; the minimum is the negated maximum of the negated numbers."""

    left: Numeric
    right: Numeric


@dataclass(frozen=True, slots=True)
class Exponentiation(_Node):
    """A power of a number, or of Euler's number if `base` is None.

    `ZeroDivisorGuard` handles a base of zero with a negative exponent. An inexact result is an interval. Inside
    `RoundedValue`, it is as narrow as the rounding requires.
    """

    base: Numeric | None
    exponent: Numeric


@dataclass(frozen=True, slots=True)
class RoundedValue(_Node):
    """A number rounded to a multiple of a step.

    With `asks_again`, it is recomputed with more precision until the rounding is unambiguous.
    """

    value: Numeric
    step: Fraction
    mode: RoundingMode
    asks_again: bool


@dataclass(frozen=True, slots=True)
class ShiftedDay(_Node):
    """A shifted day, or another day of its month, quarter or year.

    A later day never yields an earlier result, and `date_arithmetic.NEVER` is unchanged.
    """

    day: Numeric
    by: DateExpression


@dataclass(frozen=True, slots=True)
class DateDifference(_Node):
    """The time between two days, limited to the calendar; it grows with the last day and shrinks with the first."""

    first: Numeric
    last: Numeric
    unit: SpanUnit


@dataclass(frozen=True, slots=True)
class CalendarNumber(_Node):
    """A calendar number of a day, such as its year; unknown days are limited to the calendar."""

    day: Numeric
    form: type[DayNumber]


@dataclass(frozen=True, slots=True)
class SelectedCount(_Node):
    """The number of `values` among the selected choices of a name."""

    name: str
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class ZeroDivisorGuard(_Node):
    """A number, replaced by `instead` if a divisor in it is zero; both are possible if that is unknown."""

    value: Numeric
    instead: Interval


Numeric = (
    Constant
    | NamedNumber
    | PeriodBoundary
    | ConstantMultiple
    | Sum
    | Product
    | Quotient
    | Maximum
    | Exponentiation
    | RoundedValue
    | ShiftedDay
    | DateDifference
    | CalendarNumber
    | SelectedCount
    | ZeroDivisorGuard
)

# Words and outcomes.


@dataclass(frozen=True, slots=True)
class Word(_Node):
    """The choice, flag, setting or text of a name, as a member of `domain`.

    A word outside the domain counts as its last member. If several words are possible, so are all members between them.
    """

    name: str
    domain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CriterionOutcome(_Node):
    """The outcome of a criterion: not met, met or not applicable; any of them if undetermined."""

    criterion: str


Measure = Numeric | Word | CriterionOutcome


@dataclass(frozen=True, slots=True)
class AtomicTest:
    """A test whether a number is in the allowed spans, or a word or outcome among the allowed words.

    It is met if all possible values are allowed, not met if none is, and not applicable without a value. Otherwise, it
    is undetermined.
    """

    measure: Measure
    allowed: Span | frozenset[str]
    edges: tuple[Edges, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        spans = [] if isinstance(self.allowed, frozenset) else self.allowed
        object.__setattr__(self, "edges", tuple(_edges(span) for span in spans))

    @property
    def ends(self) -> tuple[Fraction, ...]:
        spans = () if isinstance(self.allowed, frozenset) else self.allowed
        return tuple(dict.fromkeys(end for span in spans for end in (span.low, span.high) if end is not None))

    def allows(self, number: Fraction) -> bool:
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


def _edges(span: Interval) -> Edges:
    low, low_unit = (None, 1) if span.low is None else span.low.as_integer_ratio()
    high, high_unit = (None, 1) if span.high is None else span.high.as_integer_ratio()
    return low, low_unit, span.low_open, high, high_unit, span.high_open


Tests = tuple[AtomicTest, ...]
"""Tests that must all be true: a failed test decides, then an undetermined test, then one that does not apply."""


# Selection.


@dataclass(frozen=True, slots=True)
class FirstMatchingRow:
    """The value of the first row with only true tests; undetermined rows before it stay possible.

    If no row is surely true, any number is possible too, unless the rows have no gap and all `keys` surely apply.
    `keys` is None if the rows may have gaps. A row is computed only if its tests may be true.
    """

    rows: tuple[tuple[Tests, Numeric], ...]
    keys: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class CasesWithExceptions:
    """A condition, "yes" or "no": whether a case is true and no exception is.

    Each row states whether it is an exception. A row that does not apply is not true.
    """

    rows: tuple[tuple[bool, Tests], ...]


@dataclass(frozen=True, slots=True)
class LookupTable:
    """The value of the row that matches the words, else `otherwise`.

    With unknown words, the values of all rows that can match are possible. `otherwise` is possible too if a combination
    of possible words has no row.
    """

    keys: tuple[Word, ...]
    rows: tuple[tuple[tuple[str, ...], Numeric], ...]
    otherwise: Numeric


@dataclass(frozen=True, slots=True)
class Piece:
    """The points of a scale row with only true tests: a constant, or a linear function of the measure.

    Rows are counted from 1; `NO_MATCH` is for values that match no row. `fixed` contains points that do not depend on
    the measure.
    """

    tests: Tests
    number: int
    points: Numeric
    fixed: Interval | None = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "fixed", self.points.value if isinstance(self.points, Constant) else None)


@dataclass(frozen=True, slots=True)
class Piecewise:
    """The points of the row with only true tests, or `otherwise` if no row matches.

    Each undetermined row contributes the points of its own part of the possible values.
    """

    pieces: tuple[Piece, ...]
    otherwise: Interval


@dataclass(frozen=True, slots=True)
class PointsByCount:
    """Equal points for each true part, and `maximum` for all parts; an undetermined part may be true.

    A part consists of clauses, and a clause of tests.
    """

    parts: tuple[tuple[Tests, ...], ...]
    maximum: Fraction

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return ()

    @property
    def each(self) -> Fraction:
        return self.maximum / len(self.parts)

    def points(self, holding: int) -> Fraction:
        if holding in (0, len(self.parts)):
            return self.maximum if holding else Fraction(0)
        return self.each * holding


@dataclass(frozen=True, slots=True)
class FirstMatchingWord:
    """The word of the first true row, else `otherwise`; a row is true if any of its criteria is met.

    Undetermined rows before it stay possible. A row that does not apply is skipped.
    """

    rows: tuple[tuple[tuple[str, ...], str], ...]
    otherwise: str


Scored = Piecewise | PointsByCount

NO_MATCH = -1
"""Number of the piece for values that match no row of the scale."""


Computed = FirstMatchingRow | CasesWithExceptions | LookupTable


def names_of(node: Measure) -> tuple[str, ...]:
    """Return the names that a measure reads, without repetition."""
    if isinstance(node, CriterionOutcome):
        return (node.criterion,)
    if isinstance(node, NamedNumber | PeriodBoundary | SelectedCount | Word):
        return (node.name,)
    return tuple(dict.fromkeys(name for part in operand_nodes(node) for name in names_of(part)))


def operand_nodes(node: Measure) -> list[Measure]:
    """Return the direct operands of a node."""
    parts = (getattr(node, part.name) for part in fields(node))
    return [part for part in parts if isinstance(part, _Node)]  # type: ignore[misc]


def tests_in(node: Computed) -> tuple[Tests, ...]:
    """Return the tests of each row; a lookup table has none."""
    match node:
        case FirstMatchingRow(rows=rows):
            return tuple(tests for tests, _ in rows)
        case CasesWithExceptions(rows=rows):
            return tuple(tests for _, tests in rows)
        case _:
            return ()
