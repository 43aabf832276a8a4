"""Source of a fact in an earlier evaluation of the same subject: card, part of the result, and year."""

from __future__ import annotations

from enum import StrEnum

from rules.contracts.dates import add_months, parse_date
from rules.contracts.inputs import DeclaredValue, FrozenModel, PeriodText

_YEAR_DIGITS = 4


class PreviousPart(StrEnum):
    """What of an evaluation is taken."""

    QUANTITY = "quantity"
    SCORE = "score"
    GRADE = "grade"
    STAGE = "stage"
    VERDICT = "verdict"
    CONCLUSION = "conclusion"


class PreviousSource(FrozenModel):
    """Which result of which earlier evaluation of the same subject a fact is.

    `card` is the scorecard of that evaluation, none the card itself; `part` and `quantity` say what is taken of it.
    `year_of` is the fact, here and there, whose year is one earlier there; without one the last evaluation counts whose
    as-of date is before that of this one. With `may_be_stated` a value can be declared, too: it counts where no earlier
    evaluation gives one.
    """

    card: str | None = None
    part: PreviousPart
    quantity: str | None = None
    year_of: str | None = None
    may_be_stated: bool = False
    basis: tuple[str, ...]

    @property
    def reads(self) -> tuple[str, ...]:
        """The names of the card itself that are read, here or in its earlier evaluation."""
        return tuple(name for name in (self.year_of, None if self.card else self.quantity) if name is not None)


def names_year(choice: str) -> bool:
    """Say whether a choice is a year that has one before it, such as `2024`."""
    return len(choice) == _YEAR_DIGITS and choice.isascii() and choice.isdecimal() and choice > "0001"


def year_before(value: DeclaredValue) -> DeclaredValue | None:
    """Give what the fact that names the year says for the year before; None if the value names no year.

    A choice such as `2024` is a year; a period is shifted by twelve months.
    """
    if value.choice is not None:
        return DeclaredValue(choice=f"{int(value.choice) - 1:04d}") if names_year(value.choice) else None
    if value.period is None:
        return None
    first, last = (add_months(parse_date(day), -12) for day in (value.period.first, value.period.last))
    return DeclaredValue(period=PeriodText(first=first.isoformat(), last=last.isoformat()))
