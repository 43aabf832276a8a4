"""Models of the evaluation record: everything that the same inputs reproduce to the last byte.

Its bytes hold codes and values alone (`rules.contracts.record_bytes`); these models are what a reader makes of them
under the scorecard version. Numbers are text in normal form (a plain decimal, or a reduced fraction).
"""

from __future__ import annotations

from typing import Literal

from rules.contracts.inputs import DeclaredFact, DeclaredValue, EvidenceItem, FrozenModel
from rules.contracts.outcomes import ConclusionKind, MissingReason, Outcome, Possibility, UnknownReason, Verdict

RECORD_SCHEMA = 1
"""Number of the form of the record: which steps it has, and how they are written (docs/spec/record.md)."""

SEMANTICS = 1
"""Number of the evaluation semantics. The same inputs under another number may give other outcomes."""


class Bounds(FrozenModel):
    """An interval of exact numbers in which the true value is proved to lie; an absent end is unbounded."""

    low: str | None = None
    low_open: bool = False
    high: str | None = None
    high_open: bool = False


class Figure(FrozenModel):
    """A number with its unit, exact and as the card rounds it."""

    unit: str = ""
    exact: Bounds
    rounded: Bounds | None = None


class GradeResult(FrozenModel):
    """How possible one grade is; `witness` completes the unknown facts (by id) and open settings so that it results."""

    grade: str
    possibility: Possibility
    witness: dict[str, DeclaredValue] = {}
    witness_settings: dict[str, str] = {}


class StageResult(FrozenModel):
    """How possible it is that the subject is in one stage; `witness` as for grades."""

    stage: str
    possibility: Possibility
    maximum_points: str
    witness: dict[str, DeclaredValue] = {}
    witness_settings: dict[str, str] = {}


class Conclusion(FrozenModel):
    """The overall conclusion; `grade`, `stage` and `verdict` are given if exactly one is possible.

    A verdict is the worst that surely holds, or "needs evidence" if a rule that would be worse is still open;
    `verdicts` lists every verdict that completions of the unknown facts could give, worst first.
    """

    kind: ConclusionKind
    grade: str | None = None
    grades: tuple[GradeResult, ...] = ()
    stage: str | None = None
    stages: tuple[StageResult, ...] = ()
    verdict: Verdict | None = None
    verdicts: tuple[Verdict, ...] = ()
    deciding_rules: tuple[str, ...] = ()
    score: Figure | None = None


class ConclusionCertainty(FrozenModel):
    """How sure the conclusion is: the weakest certainty among the bases that decided it and the table rows used.

    `weakest_bases` and `weakest_tables` name those that are no surer, tables with their editions.
    """

    certainty: str
    weakest_bases: tuple[str, ...] = ()
    weakest_tables: tuple[str, ...] = ()


class SettingAlternative(FrozenModel):
    """The conclusion under one combination of choices for the open settings."""

    settings: dict[str, str]
    conclusion: Conclusion


class CriterionResult(FrozenModel):
    """The answer to one criterion, with what it rests on."""

    id: str
    kind: Literal["gate", "indicator"]
    outcome: Outcome
    points: Bounds | None = None
    maximum_points: str | None = None
    reason_codes: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()


class RuleResult(FrozenModel):
    """The answer to one rule with a verdict.

    `in_force` says whether it is in force on a day of the governing interval; a rule that is not yet in force but
    announced, or whose date comes later, is `coming`, and `outcome` says what it would answer.
    """

    id: str
    outcome: Outcome
    in_force: Outcome
    coming: bool = False
    verdict: Verdict
    severity: str
    facts: tuple[str, ...] = ()
    open_facts: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()


class SectionResult(FrozenModel):
    """The points of one section."""

    id: str
    score: Figure
    maximum_points: str


class NamedFigure(FrozenModel):
    """A figure that the user came for."""

    id: str
    figure: Figure
    bases: tuple[str, ...] = ()


class RecordFigures(FrozenModel):
    """The figures of one record of a list: the list's fact, the record's key, and each figure by its result."""

    list: str
    key: str
    figures: tuple[NamedFigure, ...]


class Reason(FrozenModel):
    """Why a criterion lost points, failed or stayed open.

    `code` is criterion, dot, token: `BAND_n` (the row reached, counted from 1), `PART` (not all parts hold), `SHARE`
    or `LINE` (on the way), `MUST` (a must-item fails), `NOT_MET`, `NO_MATCH`, `UNDETERMINED`, or an evidence token
    such as `EVIDENCE_EXPIRED`. `distance` is what the measured value lacks to the next band or to meeting the gate.
    """

    code: str
    criterion: str
    points_lost: Bounds | None = None
    band: int = 0
    next_band: int = 0
    measured: str = ""
    distance: Figure | None = None


class Finding(FrozenModel):
    """A nonconformity or observation that the rules raise, or leave open (`outcome` undetermined)."""

    id: str
    severity: str
    outcome: Outcome
    close_within_days: int | None = None
    bases: tuple[str, ...] = ()


class OpenFact(FrozenModel):
    """An unknown fact that could still change the conclusion, and the criteria it leaves open.

    For a field of a record the id is list, key and field, such as `credits[A-1].retired_on`.
    """

    id: str
    reason: UnknownReason
    criteria: tuple[str, ...] = ()


class EvaluatedFact(FrozenModel):
    """One fact of the scorecard: what was declared, and what the rules saw."""

    declared: DeclaredFact
    used: DeclaredValue | None = None
    unknown: UnknownReason | None = None


class TableUse(FrozenModel):
    """One reference table as it was used: its id in the card, its edition, and the digest of its manifest."""

    id: str
    name: str
    edition: str
    digest: str
    certainty: str


class LookupKeyWord(FrozenModel):
    """What was looked up in one key column."""

    column: str
    word: str


class MissingValue(FrozenModel):
    """A quantity, of one record if `record` is its key, for which no reference table gives a value; never a zero.

    `table` is the id of the table where the search ended, `name` its name in the gazette.
    """

    quantity: str
    record: str = ""
    table: str
    name: str
    keys: tuple[LookupKeyWord, ...] = ()
    reason: MissingReason


class RecordedStep(FrozenModel):
    """One recorded step as it is told under its card.

    `found` is what stands in the record and is committed to: a canonical JSON array that begins with the id. `payload`
    is canonical JSON text with the sentence of the rule in each language, values put in, and the distance of each
    clause that fails. `commitment` is SHA-256(0x00 ‖ salt ‖ found).
    """

    id: str
    parent: str | None = None
    kind: str
    references: tuple[str, ...] = ()
    found: str
    payload: str
    commitment: str


class Record(FrozenModel):
    """The deterministic part of an evaluation, as it is read under its card.

    `track` has what is known of the names that form it, `trail_digest` is the root of the tree over the commitments.
    """

    schema_number: int = RECORD_SCHEMA
    semantics: int = SEMANTICS
    subject: str
    scorecard_version: str
    rule_digest: str
    settings: dict[str, str]
    as_of_date: str
    known_time: str
    conclusion: Conclusion
    declared_conclusion: Conclusion | None = None
    setting_alternatives: tuple[SettingAlternative, ...] = ()
    standing: ConclusionCertainty
    criteria: tuple[CriterionResult, ...]
    rules: tuple[RuleResult, ...] = ()
    sections: tuple[SectionResult, ...] = ()
    tables: tuple[TableUse, ...] = ()
    missing_values: tuple[MissingValue, ...] = ()
    track: dict[str, str] = {}
    results: tuple[NamedFigure, ...] = ()
    record_results: tuple[RecordFigures, ...] = ()
    reasons: tuple[Reason, ...] = ()
    findings: tuple[Finding, ...] = ()
    open_facts: tuple[OpenFact, ...] = ()
    facts: tuple[EvaluatedFact, ...]
    evidence: tuple[EvidenceItem, ...] = ()
    steps: tuple[RecordedStep, ...]
    trail_digest: str
