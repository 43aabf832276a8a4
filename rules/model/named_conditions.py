"""What does a condition say that is named once and used in many places?"""

from __future__ import annotations

from typing import Literal

from rules.contracts.inputs import Frozen
from rules.model.definitions import Words
from rules.model.expressions import Condition


class ConditionRow(Frozen):
    """One case of a named condition, each on its own basis: it holds then, or as an `exception` it does not."""

    when: Condition
    exception: bool = False
    basis: tuple[str, ...]


class NamedCondition(Frozen):
    """A condition that holds if any of its rows does, unless one of its exceptions does as well.

    A row that does not apply to the subject does not hold. Conditions elsewhere read it as a flag under its name.
    """

    kind: Literal["condition"] = "condition"
    id: str
    labels: Words = {}
    rows: tuple[ConditionRow, ...]

    @property
    def cases(self) -> tuple[ConditionRow, ...]:
        """The rows that make it hold."""
        return tuple(row for row in self.rows if not row.exception)

    @property
    def exceptions(self) -> tuple[ConditionRow, ...]:
        """The rows that keep it from holding."""
        return tuple(row for row in self.rows if row.exception)
