"""Input models of a subject: declared facts, ratings, verifications, earlier values and evidence.

These are the inputs exactly as they stand in the record: numbers and dates are still text, nothing is converted.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, model_validator


class FrozenModel(BaseModel):
    """An immutable document part that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @classmethod
    def trusted(cls, field_values: dict[str, Any]) -> Self:
        """Make one of fields whose types the caller has made sure of, such as those of a protobuf message.

        Nothing is checked, and what a field holds is not looked through again, as it is at every level otherwise.
        """
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
    """A span of civil dates as given; both ends are inside."""

    first: str
    last: str


ValueKind = Literal["number", "choice", "flag", "date", "period", "text", "choices", "records", "not_applicable"]
_KINDS: tuple[ValueKind, ...] = (
    "number", "choice", "flag", "date", "period", "text", "choices", "records", "not_applicable",
)  # fmt: skip


class DeclaredValue(FrozenModel):
    """One value as given: at most one of the kinds, a unit with a number, and the evidence it rests on."""

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
    def _is_of_one_kind(self) -> DeclaredValue:
        fields = self.__dict__
        if [fields[kind] for kind in _KINDS].count(None) < len(_KINDS) - 1:
            kinds = [kind for kind in _KINDS if fields[kind] is not None]
            raise ValueError(f"a value is one thing, but {' and '.join(kinds)} were given")
        return self

    @property
    def kind(self) -> ValueKind | None:
        """The kind of value given, or None if there is none."""
        fields = self.__dict__
        for kind in _KINDS:
            if fields[kind] is not None:
                return kind
        return None

    @property
    def key_text(self) -> str:
        """What a record is named by if this is the value of its key field, as given; empty if it can be no key."""
        return self.text or self.choice or self.number or self.date or ""


class Judgement(StrEnum):
    """What the assessor made of a declared value."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"


class Verification(FrozenModel):
    """The assessor's judgement of one declared fact; `corrected` replaces the declared value as a whole."""

    judgement: Judgement
    corrected: DeclaredValue | None = None
    method: str
    reason: str = ""
    person: str
    date: str


class Locator(FrozenModel):
    """A place in a document: where it is, the page, the sheet and cell, the words quoted."""

    uri: str = ""
    page: str = ""
    cell: str = ""
    quote: str = ""


class EvidencePlace(FrozenModel):
    """Where in a document a fact stands: the id of the evidence, of a list also the key of the record and its field."""

    evidence: str
    record: str = ""
    field: str = ""
    place: Locator


class Rating(FrozenModel):
    """What one assessor, independently of others, reads a fact to be, why, and the quoted place it rests on."""

    person: str
    value: DeclaredValue
    rationale: str
    place: Locator = Locator()


class PreviousGapReason(StrEnum):
    """Why an earlier evaluation that was found gives no value."""

    OPEN = "open"
    REPEALED = "repealed"
    ERASED = "erased"


class PreviousValue(FrozenModel):
    """What an earlier evaluation of the subject gives a fact, as whoever found that evaluation hands it over.

    `evaluation` is its name, empty if it has none; `record_digest` stands for every step of its record. `candidates`
    evaluations could have been meant, and this is the last one. Without `value`, `lacks` says why there is none.
    """

    evaluation: str = ""
    record_digest: str
    scorecard_version: str
    as_of_date: str
    candidates: int = 1
    value: DeclaredValue | None = None
    lacks: PreviousGapReason | None = None

    @model_validator(mode="after")
    def _says_why(self) -> PreviousValue:
        if (self.value is None) == (self.lacks is None):
            raise ValueError("an earlier evaluation gives a value, or says why it gives none")
        return self


class DeclaredFact(FrozenModel):
    """One fact as the applicant declares or as assessors rate it, with what the assessor made of it.

    A fact has a value or ratings, not both. Ratings that agree give the value; while they differ the fact is unknown
    until a verification settles it with a reason. `previous` is what an earlier evaluation gives, for a fact that the
    card takes from there. `places` are at most one for each item of evidence, or for each item and field of a record.
    """

    id: str
    value: DeclaredValue | None = None
    ratings: tuple[Rating, ...] = ()
    verification: Verification | None = None
    previous: PreviousValue | None = None
    places: tuple[EvidencePlace, ...] = ()


class Assurance(StrEnum):
    """How far an independent verifier stands behind evidence; ordered by `rank`."""

    NONE = "none"
    LIMITED = "limited"
    REASONABLE = "reasonable"

    rank: int
    """A higher rank satisfies a lower minimum."""


for _rank, _assurance in enumerate(Assurance):
    _assurance.rank = _rank


class EvidenceItem(FrozenModel):
    """A document or reading that facts rest on (after OSCAL's relevant evidence); the document stays with its owner."""

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
    """Everything the caller says about one subject for one evaluation.

    `as_of` is the civil date, in the card's time zone, for which the rules are read; `known` is the instant
    (`YYYY-MM-DDThh:mm:ssZ`) by which a version must have been published. The order of facts and evidence has no
    meaning.
    """

    subject: str
    as_of: str
    known: str
    settings: dict[str, str] = {}
    facts: tuple[DeclaredFact, ...] = ()
    evidence: tuple[EvidenceItem, ...] = ()
