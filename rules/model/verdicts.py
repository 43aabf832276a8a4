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
    """Severity of a rule that applies."""

    MAJOR = "major"
    MINOR = "minor"
    OBSERVATION = "observation"


class VerdictRow(FrozenModel):
    """A condition of a rule; the rule applies if any of its rows is true."""

    when: Condition = ()


class VerdictRule(FrozenModel):
    """A rule with a verdict; `id` is its stable reason code, and `remedy` is the advice to the user.

    It applies only if it is in force, from `first` to `last` inclusive, on some day of the governing interval. From
    `warn_from` on it is reported as upcoming.
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
    """All rules with a verdict; the worst verdict that applies decides, or `otherwise`.

    `governed_by` names the date or period fact that selects the rules in force; the default is the as-of date.
    """

    governed_by: str = AS_OF
    otherwise: Verdict = Verdict.OK
    otherwise_basis: tuple[str, ...]
    rules: tuple[VerdictRule, ...]


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
    otherwise: Annotated[DateExpression | Literal["never"] | None, Field()] = None
    otherwise_basis: tuple[str, ...] = ()

    @property
    def directly_reads(self) -> tuple[str, ...]:
        days = (*(row.value for row in self.rows), self.otherwise)
        named = (day.name for day in days if isinstance(day, DateExpression))
        return (*self.by, *(name for name in named if name is not None))

    @property
    def is_date(self) -> bool:
        return True
