"""Verdict model: rules with severity and in-force dates, and dates looked up by choices."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from rules.contracts.inputs import FrozenModel
from rules.contracts.outcomes import Verdict
from rules.model.definitions import TextByLanguage
from rules.model.expressions import AS_OF, Condition, DateExpression
from rules.model.forms import QuantityForm


class VerdictSeverity(StrEnum):
    """How grave it is if the rule holds."""

    MAJOR = "major"
    MINOR = "minor"
    OBSERVATION = "observation"


class VerdictRow(FrozenModel):
    """One condition under which a rule holds; a rule holds if any of its rows does."""

    when: Condition = ()


class VerdictRule(FrozenModel):
    """A rule with a verdict; `id` is its stable reason code and `remedy` says what to do or say instead.

    It is in force from `first` until `last`, both days included, and holds for a subject if it is in force on any
    day of the governing interval. From `warn_from` on it is named as coming.
    """

    id: str
    labels: TextByLanguage = {}
    rows: tuple[VerdictRow, ...]
    verdict: Verdict
    severity: VerdictSeverity
    first: DateExpression | None = None
    last: DateExpression | None = None
    warn_from: DateExpression | None = None
    remedy: TextByLanguage = {}
    basis: tuple[str, ...]


class Verdicts(FrozenModel):
    """All rules with a verdict; the worst verdict that holds decides, `otherwise` if none does.

    `governed_by` names the date or period fact whose days select the rules; the as-of date if there is none.
    """

    governed_by: str = AS_OF
    otherwise: Verdict = Verdict.OK
    otherwise_basis: tuple[str, ...]
    rules: tuple[VerdictRule, ...]


class DateRow(FrozenModel):
    """A civil date for one combination of choices; `never` stands for a day that does not come."""

    keys: tuple[str, ...]
    value: DateExpression | Literal["never"]
    basis: tuple[str, ...]


class DateLookup(QuantityForm):
    """A civil date looked up by choices, such as the transposition of a directive by country.

    A combination without row gives `otherwise`, or is undetermined without one.
    """

    unit: ClassVar[str] = ""
    kind: Literal["dates"] = "dates"
    id: str
    labels: TextByLanguage = {}
    by: tuple[str, ...]
    rows: tuple[DateRow, ...]
    otherwise: Annotated[DateExpression | Literal["never"] | None, Field()] = None
    otherwise_basis: tuple[str, ...] = ()

    @property
    def directly_reads(self) -> tuple[str, ...]:
        """The choices, and what days of rows are reckoned from."""
        days = (*(row.value for row in self.rows), self.otherwise)
        named = (day.name for day in days if isinstance(day, DateExpression))
        return (*self.by, *(name for name in named if name is not None))

    @property
    def gives_day(self) -> bool:
        """Whether it is a civil date, as it always is."""
        return True
