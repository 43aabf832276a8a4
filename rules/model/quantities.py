"""Quantity model: formulas, aggregates over records, lookups by choices, and small tables."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from rules.contracts.inputs import FrozenModel
from rules.contracts.numbers import Exact
from rules.model.definitions import TextByLanguage
from rules.model.expressions import Condition, Formula, PeriodEdge, names_in_condition
from rules.model.forms import QuantityForm
from rules.model.formula_parts import names_in_formula
from rules.model.lookups import TableQuantity
from rules.model.named_conditions import NamedCondition
from rules.model.verdicts import DateLookup


class TableRowForm(StrEnum):
    """What a row says.

    `dated`: a value from a day on, until the day before the next row or its own last day. `keyed`: a value for what its
    keys are. `line`: a value at a corner, and between two corners the value on the straight line through them.
    """

    DATED = "dated"
    KEYED = "keyed"
    LINE = "line"


class RowKey(FrozenModel):
    """What rows are found by: a fact, field, setting or quantity, or one end of a period.

    A dated table by a period without `edge` asks that the whole period lies between the days of the row.
    """

    name: str
    edge: PeriodEdge | None = None


class TableLayout(FrozenModel):
    """The form of a table, and what its rows are found by, in the order of its columns."""

    form: TableRowForm
    by: tuple[RowKey, ...]


class FormulaRow(FrozenModel):
    """One way to compute a quantity, taken if its condition is the first that holds.

    `when_divided_by_zero` is the value, in the unit of the quantity, if the formula's divisor is zero.
    """

    formula: Formula
    when: Condition = ()
    when_divided_by_zero: Exact | None = None
    basis: tuple[str, ...]


class SumRow(FrozenModel):
    """One condition under which a record counts; a record counts once if any row holds."""

    where: Condition = ()
    basis: tuple[str, ...]


class LookupRow(FrozenModel):
    """One row of a lookup: a value for one combination of choices."""

    keys: tuple[str, ...]
    value: Exact
    basis: tuple[str, ...]


class FormulaQuantity(QuantityForm):
    """A quantity computed from facts and other quantities; with `list`, one for each of its records.

    `tabled` is given if its rows stand as a small table of the feature: from day to day, by keys, as corners of a line.
    One that `gives` a date is a civil date, as is what each of its rows gives.
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
        """What its formulas and conditions read."""
        each = ((*names_in_formula(row.formula), *names_in_condition(row.when)) for row in self.rows)
        return tuple(name for names in each for name in names)

    @property
    def within(self) -> str | None:
        """The list whose fields it reads."""
        return self.list

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """When each row is taken."""
        return tuple(row.when for row in self.rows)

    @property
    def gives_day(self) -> bool:
        """Whether it says so."""
        return self.gives == "date"


class AggregateKind(StrEnum):
    """What is taken of the records that count, where that is not their sum.

    A share is that of the records that count in all records: of their number, or of a quantity of them.
    """

    COUNT = "count"
    SHARE = "share"
    AVERAGE = "average"
    LEAST = "least"
    GREATEST = "greatest"
    EARLIEST = "earliest"
    LATEST = "latest"


class SumQuantity(QuantityForm):
    """A number of a list's records, summed over those that count: a field, or a quantity of single records.

    With `figure` it is not their sum but that; `of` is empty where the records themselves are counted. `when_none` is
    the value, in the unit of the quantity, where there is nothing to take the figure of; of a day `when_none_day`. With
    `each` there is one for each record of that list, over the records that belong to it.
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
        """The list, what is summed, and what the conditions read."""
        summed = (self.list, self.of) if self.of else (self.list,)
        return (*summed, *(name for row in self.rows for name in names_in_condition(row.where)))

    @property
    def owner(self) -> str | None:
        """The list for each of whose records there is one."""
        return self.each

    @property
    def within(self) -> str | None:
        """The list that is summed."""
        return self.list

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Where each row counts a record."""
        return tuple(row.where for row in self.rows)

    @property
    def gives_day(self) -> bool:
        """Whether it is the earliest or latest day."""
        return self.figure in (AggregateKind.EARLIEST, AggregateKind.LATEST)


class LookupQuantity(QuantityForm):
    """A number looked up by choices; a combination without row gives `otherwise`, or is undetermined without one."""

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
        """The choices."""
        return self.by


Quantity = Annotated[
    FormulaQuantity | SumQuantity | LookupQuantity | DateLookup | TableQuantity | NamedCondition,
    Field(discriminator="kind"),
]
