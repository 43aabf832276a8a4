"""Named conditions: cases and exceptions with their own bases, read elsewhere as a flag."""

from __future__ import annotations

from typing import ClassVar, Literal

from rules.contracts.inputs import FrozenModel
from rules.model.definitions import TextByLanguage
from rules.model.expressions import Condition, names_in_condition
from rules.model.forms import QuantityForm


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
