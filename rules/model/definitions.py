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
    """Part of an earlier evaluation that a fact reads."""

    QUANTITY = "quantity"
    SCORE = "score"
    GRADE = "grade"
    STAGE = "stage"
    VERDICT = "verdict"
    CONCLUSION = "conclusion"


class PreviousSource(FrozenModel):
    """Reference to a result of an earlier evaluation of the same subject.

    `card` is its scorecard; None means the same one. `year_of` selects the evaluation with a value of that fact one
    year earlier; otherwise it is the last one with an earlier as-of date. `may_be_stated` allows a declared value if
    there is no such evaluation.
    """

    card: str | None = None
    part: PreviousPart
    quantity: str | None = None
    year_of: str | None = None
    may_be_stated: bool = False
    basis: tuple[str, ...]

    @property
    def reads(self) -> tuple[str, ...]:
        return tuple(name for name in (self.year_of, None if self.card else self.quantity) if name is not None)


def names_year(choice: str) -> bool:
    """Return whether a choice is a year with a previous year, such as `2024`."""
    return len(choice) == _YEAR_DIGITS and choice.isascii() and choice.isdecimal() and choice > "0001"


def year_before(value: DeclaredValue) -> DeclaredValue | None:
    """Return a year choice or period one year earlier; None for other values."""
    if value.choice is not None:
        return DeclaredValue(choice=f"{int(value.choice) - 1:04d}") if names_year(value.choice) else None
    if value.period is None:
        return None
    first, last = (add_months(parse_date(day), -12) for day in (value.period.first, value.period.last))
    return DeclaredValue(period=PeriodText(first=first.isoformat(), last=last.isoformat()))


TextByLanguage = dict[str, str]


class Certainty(StrEnum):
    """Certainty that a rule matches its basis, in descending order."""

    CONFIRMED = "confirmed"
    SECONDARY = "secondary"
    OWN_READING = "own_reading"

    @property
    def rank(self) -> int:
        """A higher rank is less certain."""
        return _RANKS[self.value]


_RANKS = {certainty.value: rank for rank, certainty in enumerate(Certainty)}


def lowest_certainty(certainties: Iterable[Certainty]) -> Certainty:
    """Return the least certain value."""
    return max(certainties, key=lambda certainty: certainty.rank)


class Basis(FrozenModel):
    """The clause of an instrument that a rule is based on."""

    id: str
    instrument: str
    clause: str
    certainty: Certainty
    note: TextByLanguage = {}

    @property
    def place(self) -> str:
        return place_cited(self.clause, self.id)


def place_cited(clause: str, id: str) -> str:
    """Return the clause, or the id if the clause is `-` (own interpretation)."""
    return id if clause == "-" else clause


class Rounding(FrozenModel):
    """Decimal places and rounding mode for display."""

    places: int = Field(ge=0, le=12)
    mode: RoundingMode


class NotApplicablePolicy(StrEnum):
    """Treatment of the points of indicators that do not apply."""

    DROP_AND_RESCALE = "drop_and_rescale"
    COUNT_AS_ZERO = "count_as_zero"
    REFUSE = "refuse"


class AttestationKind(StrEnum):
    """Document that an evaluation is intended to support."""

    CERTIFICATE = "certificate"
    VERIFICATION_STATEMENT = "verification_statement"
    RATING = "rating"
    SELF_ASSESSMENT = "self_assessment"


class Card(FrozenModel):
    """The card table: version, period of effect and general policies."""

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
    """One allowed value, grade or section."""

    id: str
    labels: TextByLanguage = {}


class Setting(FrozenModel):
    """Choice between interpretations; without a default it is undetermined until the request selects one."""

    id: str
    labels: TextByLanguage = {}
    choices: tuple[Choice, ...]
    default: str | None = None
    meaning: TextByLanguage = {}


class FactType(StrEnum):
    """Types of facts and record fields."""

    NUMBER = "number"
    CHOICE = "choice"
    CHOICES = "choices"
    FLAG = "flag"
    DATE = "date"
    PERIOD = "period"
    TEXT = "text"
    RECORDS = "records"


class FactDefinition(FrozenModel):
    """A fact or record field: type, unit, domain and required evidence.

    - `at_least`, `at_most`, `multiple_of` and `step` are in the unit of the fact.
    - Only multiples of `multiple_of` are allowed.
    - `step` limits the values proposed to users; without it, numbers are searched in hundredths.
    - Without `evidence`, the declaration of the applicant is sufficient.
    - `given` facts are never changed by improvement options.
    - `may_lie_ahead` allows future days or years, such as a target year.
    - `in_some_cases` flags have a meaning only with certain choices of the same record.
    - These three fields are omitted from documents if unset.
    - `previous` facts are results of an earlier evaluation; only stated values need evidence.
    - `issued_for` dates are the issue dates of the newest document for that fact.
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
        return self.type is FactType.NUMBER and not self.unit and (self.at_least or 0) >= _FIRST_YEAR

    @property
    def can_be_stated(self) -> bool:
        return self.issued_for is None and (self.previous is None or self.previous.may_be_stated)


class BelongsTo(FrozenModel):
    """The list of the owning records, and the field with the key of the owner."""

    list: str
    field: str


class RecordType(FrozenModel):
    """Records of a list: fields, key, and other fields with unique values.

    `belongs_to` links each record to a record of another list, as fuels to a plant.
    """

    id: str
    labels: TextByLanguage = {}
    fields: tuple[FactDefinition, ...]
    key: str
    unique: tuple[str, ...] = ()
    belongs_to: BelongsTo | None = None


class CaseValue(FrozenModel):
    """Value of a fact in the reference case."""

    fact: str
    value: DeclaredValue
