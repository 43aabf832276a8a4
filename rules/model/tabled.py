"""How do the rows of a formula quantity stand as a table: from day to day, by keys, or as corners of a line?

Such a quantity is computed by its rows like any other; this says only how they are written, and so which of them must
leave no gap and no overlap.
"""

from __future__ import annotations

from enum import StrEnum

from rules.contracts.inputs import Frozen
from rules.model.expressions import PeriodEdge


class TabledForm(StrEnum):
    """What a row says.

    `dated`: a value from a day on, until the day before the next row or its own last day. `keyed`: a value for what its
    keys are. `line`: a value at a corner, and between two corners the value on the straight line through them.
    """

    DATED = "dated"
    KEYED = "keyed"
    LINE = "line"


class RowKey(Frozen):
    """What rows are found by: a fact, field, setting or quantity, or one end of a period.

    A dated table by a period without `edge` asks that the whole period lies between the days of the row.
    """

    name: str
    edge: PeriodEdge | None = None


class Tabled(Frozen):
    """The form of a table, and what its rows are found by, in the order of its columns."""

    form: TabledForm
    by: tuple[RowKey, ...]
