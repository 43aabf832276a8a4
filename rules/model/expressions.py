"""Expression model: conditions, clauses, formulas and date expressions, and traversal of formulas.

All clauses of a condition must be true; "or" and "not" exist only inside clauses.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field

from rules.contracts.dates import add_days, add_months
from rules.contracts.inputs import FrozenModel
from rules.contracts.numbers import Exact, RoundingMode
from rules.contracts.outcomes import Outcome
from rules.model.definitions import TextByLanguage

if TYPE_CHECKING:
    from collections.abc import Iterator


class ClauseBase(FrozenModel):
    """One part of a condition."""

    kind: str

    @property
    @abstractmethod
    def reads(self) -> tuple[str, ...]:
        """The names that the clause reads, its subject first."""


class ChoiceClauseBase(ClauseBase):
    """A clause that compares choices with values."""

    name: str
    values: tuple[str, ...]

    @property
    def reads(self) -> tuple[str, ...]:
        return (self.name,)

    @abstractmethod
    def admits(self, chosen: frozenset[str]) -> bool:
        """Return whether the clause is true for these choices."""


AS_OF = "as_of_date"
TOTAL_SCORE = "total_score"
STAGE = "stage"
"""Name of the stage; only for grades, findings and tracks."""
GOVERNING_FIRST, GOVERNING_LAST = "governing.FIRST", "governing.LAST"
"""First and last day that select the rules; no clash with ids, which contain no dot."""
RESERVED_NAMES = frozenset({AS_OF, TOTAL_SCORE, STAGE})
_Day = date  # for classes with a field named `date`


class NumberOperator(StrEnum):
    """Comparison of numbers."""

    IS = "is"
    IS_NOT = "is_not"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"


class NumberLiteral(FrozenModel):
    """Number and unit as the author wrote them."""

    kind: Literal["number"] = "number"
    value: Exact
    unit: str = ""


class NameReference(FrozenModel):
    """Value of a fact, quantity or record field, or points of a criterion."""

    kind: Literal["name"] = "name"
    id: str


class FormulaOperator(StrEnum):
    """Operator of a formula."""

    ADD = "add"
    SUBTRACT = "subtract"
    MULTIPLY = "multiply"
    DIVIDE = "divide"
    MINIMUM = "min"
    MAXIMUM = "max"


class Operation(FrozenModel):
    """Operator and operands, from left to right; only `min` and `max` accept more than two."""

    kind: Literal["operation"] = "operation"
    operator: FormulaOperator
    operands: tuple[Formula, ...]


class PeriodEdge(StrEnum):
    """First or last day of a period."""

    FIRST = "first"
    LAST = "last"


class CalendarDay(StrEnum):
    """Day of the month, quarter or year that replaces a date in it."""

    MONTH_LAST = "month_last"
    QUARTER_FIRST = "quarter_first"
    QUARTER_LAST = "quarter_last"
    YEAR_FIRST = "year_first"
    YEAR_LAST = "year_last"

    @property
    def is_last(self) -> bool:
        return self.value.endswith("_last")

    @property
    def months(self) -> int:
        return {"month": 1, "quarter": 3, "year": 12}[self.value.partition("_")[0]]


class DateExpression(FrozenModel):
    """A literal, date or period bound, moved to a calendar day and then shifted.

    `month_start` and `calendar_day` exclude each other.
    """

    literal: date | None = None
    name: str | None = None
    edge: PeriodEdge | None = None
    month_start: bool = False
    calendar_day: CalendarDay | None = None
    shift_months: int = 0
    shift_days: int = 0


class Power(FrozenModel):
    """A power; the exponent is a number without unit or a number of years.

    Outside rounded numbers, only integer exponents have an exact result.
    """

    kind: Literal["power"] = "power"
    base: Formula
    exponent: Formula
    counted_in: Literal["", "year"] = ""


class EulerPower(FrozenModel):
    """Power of Euler's number, used only inside a rounded number."""

    kind: Literal["euler_power"] = "euler_power"
    exponent: Formula


class RoundedNumber(FrozenModel):
    """A number rounded to a multiple of a positive step."""

    kind: Literal["rounded"] = "rounded"
    value: Formula
    step: NumberLiteral
    mode: RoundingMode


class SpanUnit(StrEnum):
    """Unit of the time between two days."""

    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"


class TimeSpan(FrozenModel):
    """Days, or full months or years, between two days; the first day is not counted."""

    kind: Literal["span"] = "span"
    unit: SpanUnit
    first: DateExpression
    last: DateExpression


class DayNumber(FrozenModel):
    """A calendar number of a day; each kind needs a word in the lexicons."""

    function: ClassVar[str]
    date: DateExpression

    @classmethod
    @abstractmethod
    def among(cls, first: _Day, last: _Day) -> tuple[int, int]:
        """Return the least and greatest number of the days from first to last."""


class YearOfDay(DayNumber):
    """Year of a day."""

    kind: Literal["year_of"] = "year_of"
    function: ClassVar[str] = "year"

    @classmethod
    def among(cls, first: _Day, last: _Day) -> tuple[int, int]:
        return first.year, last.year


class MonthOfDay(DayNumber):
    """Month of a day, from 1 to 12."""

    kind: Literal["month_of"] = "month_of"
    function: ClassVar[str] = "month"

    @classmethod
    def among(cls, first: _Day, last: _Day) -> tuple[int, int]:
        return (first.month, last.month) if first.year == last.year else (1, 12)


DayFunction = YearOfDay | MonthOfDay
DAY_NUMBERS: Mapping[str, type[DayFunction]] = {form.function: form for form in (YearOfDay, MonthOfDay)}


class DateFormula(FrozenModel):
    """A civil date or `never`, used only in formulas of dates."""

    kind: Literal["day"] = "day"
    date: DateExpression | Literal["never"]


class UndeterminedFormula(FrozenModel):
    """A value that the rules leave undetermined, such as a rate that no act fixes yet."""

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
    """Number compared with a literal or another number of the same dimension."""

    kind: Literal["number"] = "number"
    name: str
    operator: NumberOperator
    operand: Annotated[NumberLiteral | NameReference, Field(discriminator="kind")]

    @property
    def compared(self) -> tuple[tuple[NumberOperator, NumberLiteral | NameReference], ...]:
        return ((self.operator, self.operand),)

    @property
    def reads(self) -> tuple[str, ...]:
        return (self.name, self.operand.id) if isinstance(self.operand, NameReference) else (self.name,)


class NumberRangeClause(ClauseBase):
    """Number between two literals, both included."""

    kind: Literal["between"] = "between"
    name: str
    low: NumberLiteral
    high: NumberLiteral

    @property
    def compared(self) -> tuple[tuple[NumberOperator, NumberLiteral | NameReference], ...]:
        return (NumberOperator.AT_LEAST, self.low), (NumberOperator.AT_MOST, self.high)

    @property
    def reads(self) -> tuple[str, ...]:
        return (self.name,)


class ChoiceClause(ChoiceClauseBase):
    """Single value that is, or is not, among the listed values; flags use "yes" and "no"."""

    kind: Literal["choice"] = "choice"
    negated: bool = False

    def admits(self, chosen: frozenset[str]) -> bool:
        return chosen.isdisjoint(self.values) is self.negated


class IncludesClause(ChoiceClauseBase):
    """Multiple choice with at least one of the values."""

    kind: Literal["includes"] = "includes"

    def admits(self, chosen: frozenset[str]) -> bool:
        return not chosen.isdisjoint(self.values)


class IncludesNoneClause(ChoiceClauseBase):
    """Multiple choice with none of the values."""

    kind: Literal["includes_none"] = "includes_none"

    def admits(self, chosen: frozenset[str]) -> bool:
        return chosen.isdisjoint(self.values)


class DateOperator(StrEnum):
    """Comparison of dates; only `before` and `after` exclude the day itself."""

    ON = "on"
    BEFORE = "before"
    AFTER = "after"
    FROM = "from"
    UNTIL = "until"


class BaseDateClause(ClauseBase):
    """Comparison of a date or period bound with other days."""

    name: str
    edge: PeriodEdge | None = None

    @property
    @abstractmethod
    def compared(self) -> tuple[tuple[DateOperator, DateExpression], ...]:
        """The comparisons that must all be true."""

    @property
    def reads(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self.name, *(day.name for _, day in self.compared if day.name))))


class DateClause(BaseDateClause):
    """A date or period bound compared with a date expression.

    `over` selects the wording "is over" or "is not over" for a period that ends on the operand.
    """

    kind: Literal["date"] = "date"
    operator: DateOperator
    operand: DateExpression
    over: Literal[True] | None = None

    @property
    def compared(self) -> tuple[tuple[DateOperator, DateExpression], ...]:
        return ((self.operator, self.operand),)


class DateRangeClause(BaseDateClause):
    """A date or period bound between two date expressions, both included."""

    kind: Literal["within"] = "within"
    first: DateExpression
    last: DateExpression

    @property
    def compared(self) -> tuple[tuple[DateOperator, DateExpression], ...]:
        return (DateOperator.FROM, self.first), (DateOperator.UNTIL, self.last)


class OutcomeClause(ClauseBase):
    """Outcome of a criterion, used only in the ladder and findings."""

    kind: Literal["outcome"] = "outcome"
    criterion: str
    outcome: Outcome

    @property
    def reads(self) -> tuple[str, ...]:
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
    """Return the names that a condition reads, without duplicates."""
    return tuple(dict.fromkeys(name for clause in condition for name in clause.reads))


for _recursive in (Operation, Power, EulerPower, RoundedNumber):
    _recursive.model_rebuild()


def compare_days(day: date, operator: DateOperator, other: date) -> bool:
    """Return whether the comparison of two days is true."""
    return {
        DateOperator.ON: day == other,
        DateOperator.BEFORE: day < other,
        DateOperator.AFTER: day > other,
        DateOperator.FROM: day >= other,
        DateOperator.UNTIL: day <= other,
    }[operator]


def apply_day_shift(expression: DateExpression, day: date) -> date:
    """Move a day to its calendar day and shift it, within the limits of the calendar.

    The order of days is preserved.
    """
    if expression.month_start:
        day = day.replace(day=1)
    elif expression.calendar_day is not None:
        day = _to_calendar_day(expression.calendar_day, day)
    if expression.shift_months:
        day = add_months(day, expression.shift_months)
    return add_days(day, expression.shift_days) if expression.shift_days else day


def has_day_shift(expression: DateExpression) -> bool:
    """Return whether the expression can change its base date."""
    return bool(expression.shift_months or expression.shift_days or expression.month_start or expression.calendar_day)


def _to_calendar_day(calendar_day: CalendarDay, day: date) -> date:
    months_before = (day.month - 1) // calendar_day.months * calendar_day.months
    if not calendar_day.is_last:
        return date(day.year, months_before + 1, 1)
    return add_months(date(day.year, 1, 31), months_before + calendar_day.months - 1)


def _operands_of(formula: Formula) -> tuple[Formula, ...]:
    match formula:
        case Operation(operands=operands):
            return operands
        case Power(base=base, exponent=exponent):
            return (base, exponent)
        case EulerPower(exponent=exponent):
            return (exponent,)
        case RoundedNumber(value=value):
            return (value,)
        case _:
            return ()


def walk_formula(formula: Formula) -> Iterator[Formula]:
    """Yield a formula and all nested formulas, outer ones first."""
    yield formula
    for part in _operands_of(formula):
        yield from walk_formula(part)


def walk_unrounded(formula: Formula) -> Iterator[Formula]:
    """Yield a formula and the nested formulas outside rounded numbers."""
    yield formula
    for part in () if isinstance(formula, RoundedNumber) else _operands_of(formula):
        yield from walk_unrounded(part)


def evaluates_to_date(formula: Formula) -> bool:
    """Return whether a formula evaluates to a date."""
    return any(isinstance(part, DateFormula) for part in walk_formula(formula))


def dates_in(formula: Formula) -> tuple[DateExpression, ...]:
    """Return the dates of a formula without nested formulas."""
    match formula:
        case TimeSpan(first=first, last=last):
            return (first, last)
        case DayNumber(date=day):
            return (day,)
        case DateFormula(date=DateExpression() as day):
            return (day,)
        case _:
            return ()


def names_in_formula(formula: Formula) -> tuple[str, ...]:
    """Return the names that a formula reads, without duplicates."""
    names: list[str] = []
    for part in walk_formula(formula):
        names += [part.id] if isinstance(part, NameReference) else []
        names += [day.name for day in dates_in(part) if day.name is not None]
    return tuple(dict.fromkeys(names))
