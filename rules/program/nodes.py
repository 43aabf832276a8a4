"""Primitives of the program (intermediate representation), one comment each; read this first.

A card is lowered to them once (`rules.program.lowering`). What each gives over all that is still possible is written in
`rules.program.abstract_interpretation`, as Python for what is wholly known in `rules.program.compiled_evaluation`, in
columns in `rules.columns`.

**Absence.** Of a number, `ANYTHING` says that it is not even known whether it applies, None that it does not. Unless a
primitive says otherwise, it gives `ANYTHING` if one of its operands is that, else None if one of them is, and else
the ends of what its operands can be.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from fractions import Fraction

from rules.contracts.intervals import Interval
from rules.contracts.numbers import RoundingMode
from rules.contracts.outcomes import Outcome
from rules.model.expressions import DateExpression, DayNumber, PeriodEdge, SpanUnit

OTHER_TEXT = "\N{BULLET}other"
"""Stands for every text that no clause names."""
ANSWERS = (Outcome.NOT_MET.value, Outcome.MET.value, Outcome.NOT_APPLICABLE.value)
Span = tuple[Interval, ...]
"""Allowed numbers: disjoint intervals in ascending order, none touching the next."""
Edges = tuple[int | None, int, bool, int | None, int, bool]
"""The ends of an interval as numerator, denominator, and whether it is open: low, then high."""


class _Node:
    """Whatever is read is looked up far more often than it is made, so its hash is computed once."""

    __slots__ = ("_hash",)
    _hash: int

    def __hash__(self) -> int:
        """Give the hash of its fields."""
        try:
            return self._hash
        except AttributeError:
            # The slot is no field, so it stands outside of what cannot be changed.
            hash_value = hash((type(self), *(getattr(self, part.name) for part in fields(self))))  # type: ignore[arg-type]
            object.__setattr__(self, "_hash", hash_value)
            return hash_value


# Numbers; a day is its number in the calendar.


@dataclass(frozen=True, slots=True)
class Constant(_Node):
    """A number that the card states, or all of an interval that it leaves open."""

    value: Interval
    __hash__ = _Node.__hash__


@dataclass(frozen=True, slots=True)
class NamedNumber(_Node):
    """The number or day under a name: of a fact, field, quantity or criterion (its points), in its own unit.

    Whatever else stands under the name, such as a period, can be any number.
    """

    name: str
    __hash__ = _Node.__hash__


@dataclass(frozen=True, slots=True)
class PeriodBoundary(_Node):
    """The first or last day of the period under a name; a date is both."""

    name: str
    edge: PeriodEdge
    __hash__ = _Node.__hash__


@dataclass(frozen=True, slots=True)
class ConstantMultiple(_Node):
    """A number times a constant: units, shares, and what is subtracted."""

    value: Numeric
    factor: Fraction
    __hash__ = _Node.__hash__


@dataclass(frozen=True, slots=True)
class Sum(_Node):
    """One number and another."""

    left: Numeric
    right: Numeric
    __hash__ = _Node.__hash__


@dataclass(frozen=True, slots=True)
class Product(_Node):
    """One number times another."""

    left: Numeric
    right: Numeric
    __hash__ = _Node.__hash__


@dataclass(frozen=True, slots=True)
class Quotient(_Node):
    """One number by another; a divisor that can be zero is told to the `ZeroDivisorGuard` around it."""

    left: Numeric
    right: Numeric
    __hash__ = _Node.__hash__


@dataclass(frozen=True, slots=True)
class Maximum(_Node):
    """The greater of two numbers; the smaller is that of their negatives."""

    left: Numeric
    right: Numeric
    __hash__ = _Node.__hash__


@dataclass(frozen=True, slots=True)
class Exponentiation(_Node):
    """A number to a power; of Euler's number without a base.

    A base of zero below the stroke is told to `ZeroDivisorGuard`.
    What has no exact value lies between two ends, which inside `RoundedValue` are as near as that asks for.
    """

    base: Numeric | None
    exponent: Numeric
    __hash__ = _Node.__hash__


@dataclass(frozen=True, slots=True)
class RoundedValue(_Node):
    """A multiple of a step; asks for its value anew, more exactly, until it is clear how it is rounded."""

    value: Numeric
    step: Fraction
    mode: RoundingMode
    asks_again: bool
    __hash__ = _Node.__hash__


@dataclass(frozen=True, slots=True)
class ShiftedDay(_Node):
    """A day shifted, or another day of its month, quarter or year; never decreasing, and `NEVER` stays."""

    day: Numeric
    by: DateExpression
    __hash__ = _Node.__hash__


@dataclass(frozen=True, slots=True)
class DateDifference(_Node):
    """The time between two days: it grows with the last, shrinks with the first; open days keep to the calendar."""

    first: Numeric
    last: Numeric
    unit: SpanUnit
    __hash__ = _Node.__hash__


@dataclass(frozen=True, slots=True)
class CalendarNumber(_Node):
    """A number that a day has in the calendar, such as its year; an open day keeps to the calendar."""

    day: Numeric
    form: type[DayNumber]
    __hash__ = _Node.__hash__


@dataclass(frozen=True, slots=True)
class SelectedCount(_Node):
    """How many of `values` are among the several choices under a name."""

    name: str
    values: frozenset[str]
    __hash__ = _Node.__hash__


@dataclass(frozen=True, slots=True)
class ZeroDivisorGuard(_Node):
    """A number, but `instead` where a divisor in it is zero, and both where that is open."""

    value: Numeric
    instead: Interval
    __hash__ = _Node.__hash__


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

# Words and truths.


@dataclass(frozen=True, slots=True)
class Word(_Node):
    """Which of `domain` the choice, flag, setting or text under a name is; one outside of it is the last.

    Of several words all between the first and the last in the order of the domain are possible.
    """

    name: str
    domain: tuple[str, ...]
    __hash__ = _Node.__hash__


@dataclass(frozen=True, slots=True)
class CriterionOutcome(_Node):
    """The outcome of a criterion: not met, met or not applicable; one left open can be each."""

    criterion: str
    __hash__ = _Node.__hash__


Measure = Numeric | Word | CriterionOutcome
"""What a test asks of."""


@dataclass(frozen=True, slots=True)
class AtomicTest:
    """A test: whether a number lies inside one of some spans, or a word or an answer is one of some.

    Met if all that is possible is so, not met if nothing is, not applicable without a value. What is possible across
    two spans that do not touch is left open.
    """

    measure: Measure
    allowed: Span | frozenset[str]
    edges: tuple[Edges, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        spans = [] if isinstance(self.allowed, frozenset) else self.allowed
        object.__setattr__(self, "edges", tuple(_edges(span) for span in spans))

    @property
    def ends(self) -> tuple[Fraction, ...]:
        """The numbers at which the answer can change, in the order of what is allowed; none of words."""
        spans = () if isinstance(self.allowed, frozenset) else self.allowed
        return tuple(dict.fromkeys(end for span in spans for end in (span.low, span.high) if end is not None))

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


def _edges(span: Interval) -> Edges:
    low, low_unit = (None, 1) if span.low is None else span.low.as_integer_ratio()
    high, high_unit = (None, 1) if span.high is None else span.high.as_integer_ratio()
    return low, low_unit, span.low_open, high, high_unit, span.high_open


Tests = tuple[AtomicTest, ...]
"""Tests that must all hold: one that fails decides, then one left open, then one that does not apply."""


# Choosing.


@dataclass(frozen=True, slots=True)
class FirstMatchingRow:
    """The value of the first row whose tests hold; rows left open before it stay possible.

    Where no row surely holds, any number is possible as well, unless the rows leave no gap as long as each of `keys`
    surely applies; None says nothing of gaps. Its rows are computed only as far as they may hold.
    """

    rows: tuple[tuple[Tests, Numeric], ...]
    keys: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class CasesWithExceptions:
    """Whether any case holds and no exception does: `yes` or `no`; what does not apply does not hold.

    Each row says whether it is an exception.
    """

    rows: tuple[tuple[bool, Tests], ...]


@dataclass(frozen=True, slots=True)
class LookupTable:
    """The value of the row whose words are these, else `otherwise`; of words that are open the values of all rows.

    `otherwise` is possible as soon as some combination of possible words has no row.
    """

    keys: tuple[Word, ...]
    rows: tuple[tuple[tuple[str, ...], Numeric], ...]
    otherwise: Numeric


@dataclass(frozen=True, slots=True)
class Piece:
    """The points that one row of a scale gives where all its tests hold: a constant, or a line over what one measures.

    Rows are counted from 1. The row numbered `NO_MATCH` stands for what no row holds. `fixed` are points that do not
    depend on what is measured.
    """

    tests: Tests
    number: int
    points: Numeric
    fixed: Interval | None = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "fixed", self.points.value if isinstance(self.points, Constant) else None)


@dataclass(frozen=True, slots=True)
class Piecewise:
    """The points of the row whose tests hold, `otherwise` of what no row holds.

    Of rows left open each gives the points of its own piece of what is possible.
    """

    pieces: tuple[Piece, ...]
    otherwise: Interval


@dataclass(frozen=True, slots=True)
class PointsByCount:
    """Equal points for each part that holds, and `maximum` for all of them; a part left open may hold.

    Each part is made of clauses, and each of these of tests.
    """

    parts: tuple[tuple[Tests, ...], ...]
    maximum: Fraction

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """It has no rows."""
        return ()

    @property
    def each(self) -> Fraction:
        """The points of one part."""
        return self.maximum / len(self.parts)

    def points(self, holding: int) -> Fraction:
        """Give the points where so many parts hold."""
        if holding in (0, len(self.parts)):
            return self.maximum if holding else Fraction(0)
        return self.each * holding


@dataclass(frozen=True, slots=True)
class FirstMatchingWord:
    """The word of the first row that holds, `otherwise` where none does; a row holds where any of its criteria does.

    Rows left open before it stay possible, and one that does not apply is passed over.
    """

    rows: tuple[tuple[tuple[str, ...], str], ...]
    otherwise: str


Scored = Piecewise | PointsByCount
"""What the scale of an indicator is."""

NO_MATCH = -1
"""Number of the row that stands for values which no row of the scale holds."""


Computed = FirstMatchingRow | CasesWithExceptions | LookupTable
"""What a quantity is that neither sums records nor looks into reference tables."""


def names_of(node: Measure) -> tuple[str, ...]:
    """List the names under which is known what a number, word or answer takes, without repetition."""
    if isinstance(node, CriterionOutcome):
        return (node.criterion,)
    if isinstance(node, NamedNumber | PeriodBoundary | SelectedCount | Word):
        return (node.name,)
    return tuple(dict.fromkeys(name for part in operand_nodes(node) for name in names_of(part)))


def operand_nodes(node: Measure) -> list[Measure]:
    """List the numbers of which a number is made."""
    parts = (getattr(node, part.name) for part in fields(node))
    return [part for part in parts if isinstance(part, _Node)]  # type: ignore[misc]


def tests_in(node: Computed) -> tuple[Tests, ...]:
    """List the tests of all rows."""
    match node:
        case FirstMatchingRow(rows=rows):
            return tuple(tests for tests, _ in rows)
        case CasesWithExceptions(rows=rows):
            return tuple(tests for _, tests in rows)
        case _:
            return ()
