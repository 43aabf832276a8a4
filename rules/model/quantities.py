"""Quantity model: formulas, aggregates over records, numbers and dates by choices, small tables, named conditions."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from rules.contracts.inputs import FrozenModel
from rules.contracts.numbers import Exact
from rules.model.definitions import TextByLanguage
from rules.model.expressions import Condition, DateExpression, Formula, PeriodEdge, names_in_condition, names_in_formula
from rules.model.forms import QuantityForm
from rules.model.lookups import TableQuantity


class ConditionRow(FrozenModel):
    """A case of a named condition, or an `exception` to it."""

    when: Condition
    exception: bool = False
    basis: tuple[str, ...]


class NamedCondition(QuantityForm):
    """A condition that is true if any case is true and no exception is; rows that do not apply count as false."""

    unit: ClassVar[str] = ""
    kind: Literal["condition"] = "condition"
    id: str
    labels: TextByLanguage = {}
    rows: tuple[ConditionRow, ...]

    @property
    def directly_reads(self) -> tuple[str, ...]:
        return tuple(name for row in self.rows for name in names_in_condition(row.when))

    @property
    def conditions(self) -> tuple[Condition, ...]:
        return tuple(row.when for row in self.rows)

    @property
    def cases(self) -> tuple[ConditionRow, ...]:
        return tuple(row for row in self.rows if not row.exception)

    @property
    def exceptions(self) -> tuple[ConditionRow, ...]:
        return tuple(row for row in self.rows if row.exception)


class TableRowForm(StrEnum):
    """Form of a small table: values from a day on, values by keys, or corners with linear interpolation.

    A `dated` row ends on its own last day, or on the day before the next row.
    """

    DATED = "dated"
    KEYED = "keyed"
    LINE = "line"


class RowKey(FrozenModel):
    """A key of table rows: a fact, field, setting or quantity, or one end of a period.

    A period without `edge` must lie completely between the days of a dated row.
    """

    name: str
    edge: PeriodEdge | None = None


class TableLayout(FrozenModel):
    """The form of a table and its keys, in column order."""

    form: TableRowForm
    by: tuple[RowKey, ...]


class FormulaRow(FrozenModel):
    """One formula of a quantity; the first row with a true condition applies.

    `when_divided_by_zero` is the value for a zero divisor, in the unit of the quantity.
    """

    formula: Formula
    when: Condition = ()
    when_divided_by_zero: Exact | None = None
    basis: tuple[str, ...]


class SumRow(FrozenModel):
    """A condition for counting a record; a record is counted once if any row is true."""

    where: Condition = ()
    basis: tuple[str, ...]


class LookupRow(FrozenModel):
    """The value for one combination of choices."""

    keys: tuple[str, ...]
    value: Exact
    basis: tuple[str, ...]


class FormulaQuantity(QuantityForm):
    """A quantity computed from facts and quantities, once for each record of `list` if set.

    `tabled` is set if the rows form a small table in the feature file.
    """

    kind: Literal["formula"] = "formula"
    id: str
    labels: TextByLanguage = {}
    unit: str = ""
    list: str | None = None
    gives: Literal["date"] | None = None
    tabled: TableLayout | None = None
    rows: tuple[FormulaRow, ...]

    @property
    def directly_reads(self) -> tuple[str, ...]:
        each = ((*names_in_formula(row.formula), *names_in_condition(row.when)) for row in self.rows)
        return tuple(name for names in each for name in names)

    @property
    def within(self) -> str | None:
        return self.list

    @property
    def conditions(self) -> tuple[Condition, ...]:
        return tuple(row.when for row in self.rows)

    @property
    def is_date(self) -> bool:
        return self.gives == "date"


class AggregateKind(StrEnum):
    """Aggregates other than the sum; a share divides the counted records by all records, by number or by a quantity."""

    COUNT = "count"
    SHARE = "share"
    AVERAGE = "average"
    LEAST = "least"
    GREATEST = "greatest"
    EARLIEST = "earliest"
    LATEST = "latest"


class SumQuantity(QuantityForm):
    """An aggregate over the counted records of a list: the sum of a field or record quantity, or `figure` if set.

    `of` is empty if records are counted. Without anything to aggregate, the value is `when_none` (in the unit of the
    quantity) or `when_none_day`. `each` computes one per record of that list, over the records that belong to it.
    """

    asks: ClassVar[str] = "where"
    kind: Literal["sum"] = "sum"
    id: str
    labels: TextByLanguage = {}
    unit: str = ""
    list: str
    of: str
    rows: tuple[SumRow, ...]
    figure: AggregateKind | None = None
    when_none: Exact | None = None
    when_none_day: date | Literal["never"] | None = None
    each: str | None = None

    @property
    def directly_reads(self) -> tuple[str, ...]:
        summed = (self.list, self.of) if self.of else (self.list,)
        return (*summed, *(name for row in self.rows for name in names_in_condition(row.where)))

    @property
    def owner(self) -> str | None:
        return self.each

    @property
    def within(self) -> str | None:
        return self.list

    @property
    def conditions(self) -> tuple[Condition, ...]:
        return tuple(row.where for row in self.rows)

    @property
    def is_date(self) -> bool:
        return self.figure in (AggregateKind.EARLIEST, AggregateKind.LATEST)


class LookupQuantity(QuantityForm):
    """A number looked up by choices; without a row, `otherwise`, or undetermined if that is None."""

    kind: Literal["lookup"] = "lookup"
    id: str
    labels: TextByLanguage = {}
    unit: str = ""
    by: tuple[str, ...]
    rows: tuple[LookupRow, ...]
    otherwise: Exact | None = None
    otherwise_basis: tuple[str, ...] = ()

    @property
    def directly_reads(self) -> tuple[str, ...]:
        return self.by


class DateRow(FrozenModel):
    """A civil date for a combination of choices; `never` means a day that does not occur."""

    keys: tuple[str, ...]
    value: DateExpression | Literal["never"]
    basis: tuple[str, ...]


class DateLookup(QuantityForm):
    """A civil date looked up by choices, such as the transposition of a directive by country.

    Without a row it is `otherwise`, or undetermined if that is None.
    """

    unit: ClassVar[str] = ""
    kind: Literal["dates"] = "dates"
    id: str
    labels: TextByLanguage = {}
    by: tuple[str, ...]
    rows: tuple[DateRow, ...]
    otherwise: DateExpression | Literal["never"] | None = None
    otherwise_basis: tuple[str, ...] = ()

    @property
    def directly_reads(self) -> tuple[str, ...]:
        days = (*(row.value for row in self.rows), self.otherwise)
        named = (day.name for day in days if isinstance(day, DateExpression))
        return (*self.by, *(name for name in named if name is not None))

    @property
    def is_date(self) -> bool:
        return True


Quantity = Annotated[
    FormulaQuantity | SumQuantity | LookupQuantity | DateLookup | TableQuantity | NamedCondition,
    Field(discriminator="kind"),
]
