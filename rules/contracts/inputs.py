"""Input models of a subject: declared facts, ratings, verifications, earlier values and evidence.

Numbers and dates are unconverted text.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Any, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, model_validator


class FrozenModel(BaseModel):
    """An immutable document part that rejects unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @classmethod
    def trusted(cls, field_values: dict[str, Any]) -> Self:
        """Create a model without validation; the caller guarantees the types, also of nested values."""
        made = _new(cls)
        _set_dict(made, {**_defaults(cls), **field_values})
        _set_fields_set(made, set(field_values))
        _set_extra(made, None)
        _set_private(made, None)
        return made


_new = object.__new__
_set_dict, _set_fields_set, _set_extra, _set_private = (
    vars(BaseModel)[slot].__set__
    for slot in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
)


@cache
def _defaults(kind: type[FrozenModel]) -> dict[str, Any]:
    return {name: field.default for name, field in kind.model_fields.items()}


class PeriodText(FrozenModel):
    """A span of civil dates as text, including both."""

    first: str
    last: str


ValueKind = Literal["number", "choice", "flag", "date", "period", "text", "choices", "records", "not_applicable"]
_KINDS: tuple[ValueKind, ...] = get_args(ValueKind)


class DeclaredValue(FrozenModel):
    """A declared value: at most one kind, a unit for a number, and its evidence."""

    number: str | None = None
    choice: str | None = None
    flag: bool | None = None
    date: str | None = None
    period: PeriodText | None = None
    text: str | None = None
    choices: tuple[str, ...] | None = None
    records: tuple[dict[str, DeclaredValue], ...] | None = None
    not_applicable: Literal[True] | None = None
    unit: str | None = None
    evidence: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _check_single_kind(self) -> DeclaredValue:
        fields = self.__dict__
        if [fields[kind] for kind in _KINDS].count(None) < len(_KINDS) - 1:
            kinds = [kind for kind in _KINDS if fields[kind] is not None]
            raise ValueError(f"a value has one kind, but {' and '.join(kinds)} were given")
        return self

    @property
    def kind(self) -> ValueKind | None:
        fields = self.__dict__
        for kind in _KINDS:
            if fields[kind] is not None:
                return kind
        return None

    @property
    def key_text(self) -> str:
        return self.text or self.choice or self.number or self.date or ""


class Judgement(StrEnum):
    """The assessor's judgement of a declared value."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"


class Verification(FrozenModel):
    """The assessor's judgement of one declared fact; `corrected` replaces the entire value."""

    judgement: Judgement
    corrected: DeclaredValue | None = None
    method: str
    reason: str = ""
    person: str
    date: str


class Locator(FrozenModel):
    """A location in a document: address, page, sheet and cell, quoted words."""

    uri: str = ""
    page: str = ""
    cell: str = ""
    quote: str = ""


class EvidencePlace(FrozenModel):
    """The location of a fact in a document: evidence id and, for a list, record key and field."""

    evidence: str
    record: str = ""
    field: str = ""
    place: Locator


class Rating(FrozenModel):
    """The value of a fact according to one independent assessor, with reason and quoted location."""

    person: str
    value: DeclaredValue
    rationale: str
    place: Locator = Locator()


class PreviousGapReason(StrEnum):
    """Reasons why an earlier evaluation has no value for a fact."""

    OPEN = "open"
    REPEALED = "repealed"
    ERASED = "erased"


class PreviousValue(FrozenModel):
    """The value of a fact in an earlier evaluation of the subject, the last of `candidates` matches.

    `evaluation` is its name, or empty. `record_digest` covers every step of its record. Without `value`, `lacks` has
    the reason.
    """

    evaluation: str = ""
    record_digest: str
    scorecard_version: str
    as_of_date: str
    candidates: int = 1
    value: DeclaredValue | None = None
    lacks: PreviousGapReason | None = None

    @model_validator(mode="after")
    def _check_gap_reason(self) -> PreviousValue:
        if (self.value is None) == (self.lacks is None):
            raise ValueError("an earlier evaluation has a value, or a reason why it has none")
        return self


class DeclaredFact(FrozenModel):
    """A fact as declared by the applicant or rated by assessors, with its verification.

    A fact has a value or ratings, not both. Ratings that agree determine the value; otherwise it is unknown until a
    verification decides with a reason. `previous` is the value that the scorecard copies from an earlier evaluation.
    `places` has at most one entry per evidence item, or per evidence item, record and field.
    """

    id: str
    value: DeclaredValue | None = None
    ratings: tuple[Rating, ...] = ()
    verification: Verification | None = None
    previous: PreviousValue | None = None
    places: tuple[EvidencePlace, ...] = ()


class Assurance(StrEnum):
    """Levels of independent assurance of evidence, ordered by `rank`."""

    NONE = "none"
    LIMITED = "limited"
    REASONABLE = "reasonable"

    rank: int
    """A higher rank satisfies a lower minimum."""


for _rank, _assurance in enumerate(Assurance):
    _assurance.rank = _rank


class EvidenceItem(FrozenModel):
    """A document or meter reading that supports facts (OSCAL relevant evidence); its owner stores it."""

    id: str
    kind: str
    issuer: str
    digest: str
    issue_date: str | None = None
    valid_from: str | None = None
    valid_until: str | None = None
    locator: Locator = Locator()
    assurance: Assurance = Assurance.NONE


class Subject(FrozenModel):
    """All inputs about one subject for one evaluation; the order of facts and evidence has no meaning.

    `as_of` is the civil date, in the scorecard's time zone, that selects the rules. A version must have been published
    by the instant `known` (`YYYY-MM-DDThh:mm:ssZ`).
    """

    subject: str
    as_of: str
    known: str
    settings: dict[str, str] = {}
    facts: tuple[DeclaredFact, ...] = ()
    evidence: tuple[EvidenceItem, ...] = ()
