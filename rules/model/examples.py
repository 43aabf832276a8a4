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
"""The state of a rule with a verdict that has no outcome because it is not in force."""


@dataclass(frozen=True, slots=True)
class FactChange:
    """The fact has this value instead; None makes it unknown (not given)."""

    fact: str
    value: DeclaredValue | None


@dataclass(frozen=True, slots=True)
class StatedFactChange:
    """The subject states this value of a fact that an earlier evaluation gives in the reference case."""

    fact: str
    value: DeclaredValue


@dataclass(frozen=True, slots=True)
class EveryRating:
    """Every fact that rates an indicator by levels has this rating, in percent."""

    percent: Fraction


@dataclass(frozen=True, slots=True)
class MissingEvidenceChange:
    """No evidence is named for the fact."""

    fact: str


@dataclass(frozen=True, slots=True)
class EvidenceDateChange:
    """The evidence for the fact was issued on this day."""

    fact: str
    issue_date: date


@dataclass(frozen=True, slots=True)
class SettingChange:
    """The setting is chosen so; None leaves it open."""

    setting: str
    choice: str | None


@dataclass(frozen=True, slots=True)
class ValueOverride:
    """A quantity or the total score is simply supposed to be this number (in its own unit)."""

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
    """A gate or indicator has this outcome."""

    criterion: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class ExpectNumber:
    """An indicator's points, the total score, a quantity or a result is exactly this number, in its own unit."""

    name: str
    value: Fraction


@dataclass(frozen=True, slots=True)
class ExpectRange:
    """An indicator's points, the total score or a quantity lies between these two, and both ends are its own."""

    name: str
    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class ExpectOpen:
    """A quantity or criterion is undetermined because of this fact."""

    name: str
    because_of: str


@dataclass(frozen=True, slots=True)
class ExpectWord:
    """A quantity that is looked up is exactly this word."""

    name: str
    word: str


@dataclass(frozen=True, slots=True)
class ExpectMissing:
    """A quantity is undetermined because this reference table gives no value for it."""

    name: str
    table: str


@dataclass(frozen=True, slots=True)
class ExpectAbsent:
    """A quantity does not apply."""

    name: str


@dataclass(frozen=True, slots=True)
class ExpectLeft:
    """The rules themselves leave a quantity undetermined, or one that it rests on."""

    name: str


QuantityExpectation = ExpectNumber | ExpectWord | ExpectMissing | ExpectAbsent | ExpectLeft
"""What a quantity comes to, of the whole subject or of one record."""


@dataclass(frozen=True, slots=True)
class ExpectOfRecord:
    """A quantity of one record of a list, addressed by its key, is as said."""

    list: str
    key: str
    item: QuantityExpectation


@dataclass(frozen=True, slots=True)
class ExpectGrades:
    """Exactly these grades are possible; one alone is the grade."""

    grades: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExpectShare:
    """The scale of an indicator comes to exactly this share of the maximum, in percent."""

    indicator: str
    percent: Fraction


@dataclass(frozen=True, slots=True)
class ExpectStages:
    """Exactly these stages are possible; one alone is the stage."""

    stages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExpectVerdict:
    """The verdict is this one, if `rule` is given because of that rule."""

    verdict: Verdict
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class ExpectVerdicts:
    """Exactly these verdicts are possible."""

    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class ExpectRule:
    """A rule with a verdict has this outcome; None: it is not in force."""

    rule: str
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class ExpectCondition:
    """A named condition has this outcome."""

    condition: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class ExpectFinding:
    """The finding is raised, or is not."""

    finding: str
    raised: bool
    severity: FindingSeverity | None = None


@dataclass(frozen=True, slots=True)
class ExpectConclusion:
    """The overall conclusion is of this kind."""

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
    """A part of a sentence: from which character on, and where that is written."""

    offset: int
    location: Location


@dataclass(frozen=True, slots=True)
class PlacedItem(Generic[Item]):
    """A change or expectation with the sentence and place that stated it.

    The `pieces` of the sentence of an outline are written in its step and in the cells of a row.
    """

    item: Item
    sentence: str
    location: Location
    pieces: tuple[SentencePiece, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """One scenario, or one row of an outline: the reference case, changed, evaluated, and what must come out."""

    title: str
    language: str
    location: Location
    as_of: date
    changes: tuple[PlacedItem[Change], ...]
    expectations: tuple[PlacedItem[Expectation], ...]
