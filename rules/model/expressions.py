"""Expression model: conditions, clauses, formulas and date expressions.

A condition is a tuple of clauses that must all hold; there is no "or" and no "not" beside those of the clauses.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from rules.contracts.dates import add_days, add_months
from rules.contracts.inputs import FrozenModel
from rules.contracts.numbers import Exact, RoundingMode
from rules.contracts.outcomes import Outcome
from rules.model.clause_form import ChoiceClauseBase, ClauseBase
from rules.model.definitions import TextByLanguage

AS_OF = "as_of_date"
"""The reserved name of the civil date for which the rules are read."""
TOTAL_SCORE = "total_score"
"""The reserved name of the unrounded total score."""
STAGE = "stage"
"""The reserved name of the stage that the subject is in; in grades, findings and tracks only."""
GOVERNING_FIRST, GOVERNING_LAST = "governing.FIRST", "governing.LAST"
"""The first and the last day that select the rules; no id holds a dot."""
RESERVED_NAMES = frozenset({AS_OF, TOTAL_SCORE, STAGE})
_Day = date  # in classes whose field is called so


class NumberOperator(StrEnum):
    """How a number is compared."""

    IS = "is"
    IS_NOT = "is_not"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"


class NumberLiteral(FrozenModel):
    """A number as the author wrote it, with its unit."""

    kind: Literal["number"] = "number"
    value: Exact
    unit: str = ""


class NameReference(FrozenModel):
    """The value of a fact, quantity, record field or criterion (its points)."""

    kind: Literal["name"] = "name"
    id: str


class FormulaOperator(StrEnum):
    """What a formula can compute."""

    ADD = "add"
    SUBTRACT = "subtract"
    MULTIPLY = "multiply"
    DIVIDE = "divide"
    MINIMUM = "min"
    MAXIMUM = "max"


class Operation(FrozenModel):
    """An operator applied to its operands, left to right; only `min` and `max` take more than two."""

    kind: Literal["operation"] = "operation"
    operator: FormulaOperator
    operands: tuple[Formula, ...]


class PeriodEdge(StrEnum):
    """Which day of a period is meant."""

    FIRST = "first"
    LAST = "last"


class CalendarDay(StrEnum):
    """Which day of the month, quarter or year in which a day lies is meant instead of it."""

    MONTH_LAST = "month_last"
    QUARTER_FIRST = "quarter_first"
    QUARTER_LAST = "quarter_last"
    YEAR_FIRST = "year_first"
    YEAR_LAST = "year_last"

    @property
    def is_last(self) -> bool:
        """Whether it is the last day, not the first."""
        return self.value.endswith("_last")

    @property
    def months(self) -> int:
        """How many months the time has of which it is the first or the last day."""
        return {"month": 1, "quarter": 3, "year": 12}[self.value.partition("_")[0]]


class DateExpression(FrozenModel):
    """A civil date: a literal, a date, or an end of a period fact; then a day of its month or year; then a shift.

    `month_start` is its month's first day, `calendar_day` another day; never both.
    """

    literal: date | None = None
    name: str | None = None
    edge: PeriodEdge | None = None
    month_start: bool = False
    calendar_day: CalendarDay | None = None
    shift_months: int = 0
    shift_days: int = 0


class Power(FrozenModel):
    """A number to a power; the exponent is a plain number or a number of years.

    It is surely whole, unless the power stands inside a number that is rounded, which it has no exact value without.
    """

    kind: Literal["power"] = "power"
    base: Formula
    exponent: Formula
    counted_in: Literal["", "year"] = ""


class EulerPower(FrozenModel):
    """Euler's number to a power that is a plain number; it stands inside a number that is rounded."""

    kind: Literal["euler_power"] = "euler_power"
    exponent: Formula


class RoundedNumber(FrozenModel):
    """A number rounded to a multiple of a step, which is above zero: the multiple that the exact number rounds to."""

    kind: Literal["rounded"] = "rounded"
    value: Formula
    step: NumberLiteral
    mode: RoundingMode


class SpanUnit(StrEnum):
    """In what the time between two days is counted."""

    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"


class TimeSpan(FrozenModel):
    """The days, or the whole months or years, from one day to another; the first day does not count."""

    kind: Literal["span"] = "span"
    unit: SpanUnit
    first: DateExpression
    last: DateExpression


class DayNumber(FrozenModel):
    """A plain number that a day has in the calendar; each kind is declared here, and has a word in the lexicons."""

    function: ClassVar[str]
    """The key of its word."""
    date: DateExpression

    @classmethod
    @abstractmethod
    def among(cls, first: _Day, last: _Day) -> tuple[int, int]:
        """Give the least and the greatest number of the days from the first to the last."""


class YearOfDay(DayNumber):
    """The year in which a day lies."""

    kind: Literal["year_of"] = "year_of"
    function: ClassVar[str] = "year"

    @classmethod
    def among(cls, first: _Day, last: _Day) -> tuple[int, int]:
        """Give the years of both."""
        return first.year, last.year


class MonthOfDay(DayNumber):
    """The month in which a day lies, from 1 to 12."""

    kind: Literal["month_of"] = "month_of"
    function: ClassVar[str] = "month"

    @classmethod
    def among(cls, first: _Day, last: _Day) -> tuple[int, int]:
        """Give the months of both; days of several years may lie in any month."""
        return (first.month, last.month) if first.year == last.year else (1, 12)


DayFunction = YearOfDay | MonthOfDay
DAY_NUMBERS: Mapping[str, type[DayFunction]] = {form.function: form for form in (YearOfDay, MonthOfDay)}
"""The numbers of a day by their functions."""


class DateFormula(FrozenModel):
    """A civil date, or `never` for a day that does not come; only the formulas of a date hold one."""

    kind: Literal["day"] = "day"
    date: DateExpression | Literal["never"]


class UndeterminedFormula(FrozenModel):
    """What the rules themselves leave open, such as a rate that no act has fixed yet; its row says by which basis.

    `because` says in each language why, if that is said.
    """

    kind: Literal["undetermined"] = "undetermined"
    because: TextByLanguage | None = None


Formula = Annotated[
    NumberLiteral
    | NameReference
    | Operation
    | Power
    | EulerPower
    | RoundedNumber
    | TimeSpan
    | DayFunction
    | DateFormula
    | UndeterminedFormula,
    Field(discriminator="kind"),
]


class NumberClause(ClauseBase):
    """A number compared with a literal or with another number of the same dimension."""

    kind: Literal["number"] = "number"
    name: str
    operator: NumberOperator
    operand: Annotated[NumberLiteral | NameReference, Field(discriminator="kind")]

    @property
    def compared(self) -> tuple[tuple[NumberOperator, NumberLiteral | NameReference], ...]:
        """How the number has to lie to what."""
        return ((self.operator, self.operand),)

    @property
    def reads(self) -> tuple[str, ...]:
        """Both numbers, if both have a name."""
        return (self.name, self.operand.id) if isinstance(self.operand, NameReference) else (self.name,)


class NumberRangeClause(ClauseBase):
    """A number between two literals, both ends included."""

    kind: Literal["between"] = "between"
    name: str
    low: NumberLiteral
    high: NumberLiteral

    @property
    def compared(self) -> tuple[tuple[NumberOperator, NumberLiteral | NameReference], ...]:
        """How the number has to lie to what."""
        return (NumberOperator.AT_LEAST, self.low), (NumberOperator.AT_MOST, self.high)

    @property
    def reads(self) -> tuple[str, ...]:
        """The number."""
        return (self.name,)


class ChoiceClause(ChoiceClauseBase):
    """A choice, setting, flag (`yes`, `no`) or text that is (or is not) one of the values."""

    kind: Literal["choice"] = "choice"
    negated: bool = False

    def admits(self, chosen: frozenset[str]) -> bool:
        """Say whether it holds where this is chosen."""
        return chosen.isdisjoint(self.values) is self.negated


class IncludesClause(ChoiceClauseBase):
    """Several choices that include at least one of the values."""

    kind: Literal["includes"] = "includes"

    def admits(self, chosen: frozenset[str]) -> bool:
        """Say whether it holds where these are chosen."""
        return not chosen.isdisjoint(self.values)


class IncludesNoneClause(ChoiceClauseBase):
    """Several choices that include none of the values."""

    kind: Literal["includes_none"] = "includes_none"

    def admits(self, chosen: frozenset[str]) -> bool:
        """Say whether it holds where these are chosen."""
        return chosen.isdisjoint(self.values)


class DateOperator(StrEnum):
    """How a date is compared; all but before and after include the day itself."""

    ON = "on"
    BEFORE = "before"
    AFTER = "after"
    FROM = "from"
    UNTIL = "until"


class BaseDateClause(ClauseBase):
    """A clause that compares a date, or an end of a period, with other days."""

    name: str
    edge: PeriodEdge | None = None

    @property
    @abstractmethod
    def compared(self) -> tuple[tuple[DateOperator, DateExpression], ...]:
        """How the date has to lie to which days."""

    @property
    def reads(self) -> tuple[str, ...]:
        """The date, and those with which the days begin."""
        return tuple(dict.fromkeys((self.name, *(day.name for _, day in self.compared if day.name))))


class DateClause(BaseDateClause):
    """A date, or an end of a period, compared with a date expression.

    `over` says in which words: that what ends on the operand is over as of a day after it, or not over until then.
    """

    kind: Literal["date"] = "date"
    operator: DateOperator
    operand: DateExpression
    over: Literal[True] | None = None

    @property
    def compared(self) -> tuple[tuple[DateOperator, DateExpression], ...]:
        """The one day."""
        return ((self.operator, self.operand),)


class DateRangeClause(BaseDateClause):
    """A date, or an end of a period, between two date expressions, both days included."""

    kind: Literal["within"] = "within"
    first: DateExpression
    last: DateExpression

    @property
    def compared(self) -> tuple[tuple[DateOperator, DateExpression], ...]:
        """From the first day until the last."""
        return (DateOperator.FROM, self.first), (DateOperator.UNTIL, self.last)


class OutcomeClause(ClauseBase):
    """A gate or other criterion with (or without) an outcome; in ladder and findings only."""

    kind: Literal["outcome"] = "outcome"
    criterion: str
    outcome: Outcome

    @property
    def reads(self) -> tuple[str, ...]:
        """The criterion."""
        return (self.criterion,)


Clause = Annotated[
    NumberClause
    | NumberRangeClause
    | ChoiceClause
    | IncludesClause
    | IncludesNoneClause
    | DateClause
    | DateRangeClause
    | OutcomeClause,
    Field(discriminator="kind"),
]
Condition = tuple[Clause, ...]


def names_in_condition(condition: Condition) -> tuple[str, ...]:
    """List the names that a condition reads, in order, without repetition."""
    return tuple(dict.fromkeys(name for clause in condition for name in clause.reads))


for _recursive in (Operation, Power, EulerPower, RoundedNumber):
    _recursive.model_rebuild()


def compare_days(day: date, operator: DateOperator, other: date) -> bool:
    """Say whether a day lies so to another."""
    return {
        DateOperator.ON: day == other,
        DateOperator.BEFORE: day < other,
        DateOperator.AFTER: day > other,
        DateOperator.FROM: day >= other,
        DateOperator.UNTIL: day <= other,
    }[operator]


def apply_day_shift(expression: DateExpression, day: date) -> date:
    """Take the day of its month, quarter or year that is meant, then shift it; it stays inside the calendar.

    A later day never comes to an earlier one.
    """
    if expression.month_start:
        day = day.replace(day=1)
    elif expression.calendar_day is not None:
        day = _of_calendar(expression.calendar_day, day)
    if expression.shift_months:
        day = add_months(day, expression.shift_months)
    return add_days(day, expression.shift_days) if expression.shift_days else day


def has_day_shift(expression: DateExpression) -> bool:
    """Say whether an expression can come to another day than the one that it begins with."""
    return bool(expression.shift_months or expression.shift_days or expression.month_start or expression.calendar_day)


def _of_calendar(which: CalendarDay, day: date) -> date:
    before = (day.month - 1) // which.months * which.months
    if not which.is_last:
        return date(day.year, before + 1, 1)
    return add_months(date(day.year, 1, 31), before + which.months - 1)
