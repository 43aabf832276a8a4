"""Named condition model: cases and exceptions on their own bases, read elsewhere as a flag."""

from __future__ import annotations

from typing import ClassVar, Literal

from rules.contracts.inputs import FrozenModel
from rules.model.definitions import TextByLanguage
from rules.model.expressions import Condition, names_in_condition
from rules.model.forms import QuantityForm


class ConditionRow(FrozenModel):
    """One case of a named condition, each on its own basis: it holds then, or as an `exception` it does not."""

    when: Condition
    exception: bool = False
    basis: tuple[str, ...]


class NamedCondition(QuantityForm):
    """A condition that holds if any of its rows does, unless one of its exceptions does as well.

    A row that does not apply to the subject does not hold. Conditions elsewhere read it as a flag under its name.
    """

    unit: ClassVar[str] = ""
    kind: Literal["condition"] = "condition"
    id: str
    labels: TextByLanguage = {}
    rows: tuple[ConditionRow, ...]

    @property
    def directly_reads(self) -> tuple[str, ...]:
        """What its rows read."""
        return tuple(name for row in self.rows for name in names_in_condition(row.when))

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """When each row holds."""
        return tuple(row.when for row in self.rows)

    @property
    def cases(self) -> tuple[ConditionRow, ...]:
        """The rows that make it hold."""
        return tuple(row for row in self.rows if not row.exception)

    @property
    def exceptions(self) -> tuple[ConditionRow, ...]:
        """The rows that keep it from holding."""
        return tuple(row for row in self.rows if row.exception)
