"""Definition model: card, bases, settings, facts and their earlier sources, record types, reference case values."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from rules.contracts.dates import add_months, parse_date
from rules.contracts.inputs import Assurance, DeclaredValue, FrozenModel, PeriodText
from rules.contracts.numbers import Exact, RoundingMode

if TYPE_CHECKING:
    from collections.abc import Iterable


_YEAR_DIGITS = 4
_FIRST_YEAR = 1900


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


TextByLanguage = dict[str, str]
"""Text per language, such as `{"en": …, "zh": …}`."""


class Certainty(StrEnum):
    """How sure it is that a rule says what its basis says, from surest to least sure."""

    CONFIRMED = "confirmed"
    SECONDARY = "secondary"
    OWN_READING = "own_reading"

    @property
    def rank(self) -> int:
        """A higher rank is less sure."""
        return _RANKS[self.value]


_RANKS = {certainty.value: rank for rank, certainty in enumerate(Certainty)}


def lowest_certainty(certainties: Iterable[Certainty]) -> Certainty:
    """Give the least sure of several."""
    return max(certainties, key=lambda certainty: certainty.rank)


class Basis(FrozenModel):
    """The place in an instrument that a rule rests on."""

    id: str
    instrument: str
    clause: str
    certainty: Certainty
    note: TextByLanguage = {}

    @property
    def place(self) -> str:
        """The clause; where a card reads for itself and names none, `-`, its own name for the basis."""
        return place_cited(self.clause, self.id)


def place_cited(clause: str, id: str) -> str:
    """Give what stands behind the instrument of a basis: its clause, or its id where `-` says that there is none."""
    return id if clause == "-" else clause


class Rounding(FrozenModel):
    """Decimal places and mode, for display."""

    places: int = Field(ge=0, le=12)
    mode: RoundingMode


class NotApplicablePolicy(StrEnum):
    """What happens to the points of indicators that do not apply."""

    DROP_AND_RESCALE = "drop_and_rescale"
    COUNT_AS_ZERO = "count_as_zero"
    REFUSE = "refuse"


class AttestationKind(StrEnum):
    """What an evaluation under the card is meant to support."""

    CERTIFICATE = "certificate"
    VERIFICATION_STATEMENT = "verification_statement"
    RATING = "rating"
    SELF_ASSESSMENT = "self_assessment"


class Card(FrozenModel):
    """The card table: who the version is, when it governs, and its general policies."""

    id: str
    version: str
    supersedes: str | None = None
    titles: TextByLanguage = {}
    subject_kind: str
    attestation: AttestationKind
    time_zone: str
    first_date: date
    last_date: date | None = None
    rounding: Rounding
    compare_rounded: bool = False
    not_applicable: NotApplicablePolicy
    not_assessed: tuple[TextByLanguage, ...] = ()


class Choice(FrozenModel):
    """One allowed value, grade or section with its words."""

    id: str
    labels: TextByLanguage = {}


class Setting(FrozenModel):
    """A closed choice of reading; without a default it stays open until the request chooses."""

    id: str
    labels: TextByLanguage = {}
    choices: tuple[Choice, ...]
    default: str | None = None
    meaning: TextByLanguage = {}


class FactType(StrEnum):
    """The types of facts and of fields of records."""

    NUMBER = "number"
    CHOICE = "choice"
    CHOICES = "choices"
    FLAG = "flag"
    DATE = "date"
    PERIOD = "period"
    TEXT = "text"
    RECORDS = "records"


class FactDefinition(FrozenModel):
    """A fact, or a field of a record: its type, unit, domain and what evidence it needs.

    `at_least`, `at_most`, `multiple_of` and `step` are in the fact's own unit. Only multiples of `multiple_of` are
    allowed. Values worth naming to people are multiples of
    `step`; a number without one is searched in hundredths of its unit. Without evidence kinds the applicant's
    declaration suffices. Only a fact with `may_not_apply` may be declared as not applicable. A `given` fact is no
    lever: no change of it is proposed as a way up. A day or year that `may_lie_ahead` counts though it has not come,
    such as the end of a term or a target year. A flag that counts `in_some_cases` is read only with certain choices of
    the same record and has no meaning with the others. These three fields are left out where they are none. A fact with
    `previous` is a result of an earlier evaluation; its evidence kinds are asked of a value that is stated. A date that
    is `issued_for` another fact is the day on which the youngest paper behind that fact was issued.
    """

    id: str
    labels: TextByLanguage = {}
    type: FactType
    unit: str = ""
    record: str | None = None
    choices: tuple[Choice, ...] = ()
    at_least: Exact | None = None
    at_most: Exact | None = None
    multiple_of: Exact | None = None
    step: Exact | None = None
    evidence: tuple[str, ...] = ()
    assurance: Assurance = Assurance.NONE
    maximum_age_months: int | None = None
    may_not_apply: bool = False
    given: Literal[True] | None = None
    may_lie_ahead: Literal[True] | None = None
    in_some_cases: Literal[True] | None = None
    previous: PreviousSource | None = None
    issued_for: str | None = None

    @property
    def counts_years(self) -> bool:
        """Whether it is a year of the calendar: a plain number that is never below 1900."""
        return self.type is FactType.NUMBER and not self.unit and (self.at_least or 0) >= _FIRST_YEAR

    @property
    def can_be_stated(self) -> bool:
        """Whether somebody may state its value; not what an earlier evaluation alone gives, or a paper."""
        return self.issued_for is None and (self.previous is None or self.previous.may_be_stated)


class BelongsTo(FrozenModel):
    """To which list the records of another belong, and the field that holds the key of the record they belong to."""

    list: str
    field: str


class RecordType(FrozenModel):
    """The records of a list: their fields, the field that is the key, and further fields that must not repeat.

    With `belongs_to` each of them belongs to a record of another list, as fuels do to a plant.
    """

    id: str
    labels: TextByLanguage = {}
    fields: tuple[FactDefinition, ...]
    key: str
    unique: tuple[str, ...] = ()
    belongs_to: BelongsTo | None = None


class CaseValue(FrozenModel):
    """One fact of the reference case."""

    fact: str
    value: DeclaredValue
