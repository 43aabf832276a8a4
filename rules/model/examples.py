"""Example model: changes to the reference case and expected outcomes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Generic, TypeVar

from rules.contracts.diagnostics import Location
from rules.contracts.inputs import DeclaredValue
from rules.contracts.outcomes import ConclusionKind, Outcome, Verdict
from rules.model.scorecard import FindingSeverity

Item = TypeVar("Item")

NOT_IN_FORCE = "not_in_force"


@dataclass(frozen=True, slots=True)
class FactChange:
    """Change of a fact; None makes it unknown."""

    fact: str
    value: DeclaredValue | None


@dataclass(frozen=True, slots=True)
class StatedFactChange:
    """Value stated by the subject instead of the result of an earlier evaluation."""

    fact: str
    value: DeclaredValue


@dataclass(frozen=True, slots=True)
class EveryRating:
    """Same rating in percent for every fact that rates an indicator by levels."""

    percent: Fraction


@dataclass(frozen=True, slots=True)
class MissingEvidenceChange:
    """Removal of the evidence for a fact."""

    fact: str


@dataclass(frozen=True, slots=True)
class EvidenceDateChange:
    """Issue date of the evidence for a fact."""

    fact: str
    issue_date: date


@dataclass(frozen=True, slots=True)
class SettingChange:
    """Choice of a setting; None leaves it undetermined."""

    setting: str
    choice: str | None


@dataclass(frozen=True, slots=True)
class ValueOverride:
    """Assumed value of a quantity or the total score, in its own unit."""

    name: str
    value: Fraction


Change = (
    FactChange
    | StatedFactChange
    | EveryRating
    | MissingEvidenceChange
    | EvidenceDateChange
    | SettingChange
    | ValueOverride
)


@dataclass(frozen=True, slots=True)
class ExpectOutcome:
    """Outcome of a gate or indicator."""

    criterion: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class ExpectNumber:
    """Exact points, total score, quantity or result, in its own unit."""

    name: str
    value: Fraction


@dataclass(frozen=True, slots=True)
class ExpectRange:
    """Exact interval of points, total score or quantity, ends included."""

    name: str
    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class ExpectOpen:
    """Quantity or criterion that is undetermined because of a fact."""

    name: str
    because_of: str


@dataclass(frozen=True, slots=True)
class ExpectWord:
    """Word found by a lookup."""

    name: str
    word: str


@dataclass(frozen=True, slots=True)
class ExpectMissing:
    """Quantity that is undetermined for lack of a value in a reference table."""

    name: str
    table: str


@dataclass(frozen=True, slots=True)
class ExpectAbsent:
    """Quantity that does not apply."""

    name: str


@dataclass(frozen=True, slots=True)
class ExpectLeft:
    """Quantity that the rules leave undetermined, directly or indirectly."""

    name: str


QuantityExpectation = ExpectNumber | ExpectWord | ExpectMissing | ExpectAbsent | ExpectLeft


@dataclass(frozen=True, slots=True)
class ExpectOfRecord:
    """Expectation for a quantity of one record, identified by list and key."""

    list: str
    key: str
    item: QuantityExpectation


@dataclass(frozen=True, slots=True)
class ExpectGrades:
    """Exact set of possible grades."""

    grades: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExpectShare:
    """Exact share of an indicator's maximum, in percent."""

    indicator: str
    percent: Fraction


@dataclass(frozen=True, slots=True)
class ExpectStages:
    """Exact set of possible stages."""

    stages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExpectVerdict:
    """Verdict and, if `rule` is set, its cause."""

    verdict: Verdict
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class ExpectVerdicts:
    """Exact set of possible verdicts."""

    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class ExpectRule:
    """Outcome of a verdict rule; None if it is not in force."""

    rule: str
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class ExpectCondition:
    """Outcome of a named condition."""

    condition: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class ExpectFinding:
    """Finding that is raised or not raised."""

    finding: str
    raised: bool
    severity: FindingSeverity | None = None


@dataclass(frozen=True, slots=True)
class ExpectConclusion:
    """Kind of the overall conclusion."""

    kind: ConclusionKind


Expectation = (
    ExpectOutcome
    | ExpectNumber
    | ExpectRange
    | ExpectOpen
    | ExpectWord
    | ExpectMissing
    | ExpectAbsent
    | ExpectLeft
    | ExpectOfRecord
    | ExpectGrades
    | ExpectShare
    | ExpectStages
    | ExpectVerdict
    | ExpectVerdicts
    | ExpectRule
    | ExpectCondition
    | ExpectFinding
    | ExpectConclusion
)


@dataclass(frozen=True, slots=True)
class SentencePiece:
    """Part of a sentence from an offset on."""

    offset: int
    location: Location


@dataclass(frozen=True, slots=True)
class PlacedItem(Generic[Item]):
    """A change or expectation with its source; outline sentences have several `pieces`."""

    item: Item
    sentence: str
    location: Location
    pieces: tuple[SentencePiece, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """One scenario or outline row: changed reference case and expected outcomes."""

    title: str
    language: str
    location: Location
    as_of: date
    changes: tuple[PlacedItem[Change], ...]
    expectations: tuple[PlacedItem[Expectation], ...]
