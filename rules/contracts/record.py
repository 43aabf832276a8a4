"""Models of the evaluation record: everything that the same inputs reproduce byte for byte.

Readers build them from the codes and values in the record (`rules.contracts.record_bytes`) and the scorecard version.
Numbers are text in normal form: a plain decimal or a reduced fraction.
"""

from __future__ import annotations

from typing import Literal

from rules.contracts.inputs import DeclaredFact, DeclaredValue, EvidenceItem, FrozenModel
from rules.contracts.outcomes import ConclusionKind, MissingReason, Outcome, Possibility, UnknownReason, Verdict

RECORD_SCHEMA = 1
"""Version of the record format (docs/spec/record.md)."""

SEMANTICS = 1
"""Version of the evaluation semantics; outcomes may differ between versions."""


class Bounds(FrozenModel):
    """An interval proved to contain the true value; an absent end is unbounded."""

    low: str | None = None
    low_open: bool = False
    high: str | None = None
    high_open: bool = False


class Figure(FrozenModel):
    """A number with its unit, exact and as rounded by the scorecard."""

    unit: str = ""
    exact: Bounds
    rounded: Bounds | None = None


class GradeResult(FrozenModel):
    """The possibility of one grade.

    The witness completes unknown facts (by id) and undetermined settings so that the grade results.
    """

    grade: str
    possibility: Possibility
    witness: dict[str, DeclaredValue] = {}
    witness_settings: dict[str, str] = {}


class StageResult(FrozenModel):
    """The possibility of one stage, with a witness."""

    stage: str
    possibility: Possibility
    maximum_points: str
    witness: dict[str, DeclaredValue] = {}
    witness_settings: dict[str, str] = {}


class Conclusion(FrozenModel):
    """The overall conclusion; `grade` and `stage` are set if exactly one is possible.

    `verdict` is the worst possible verdict. If that is uncertain and worse than "needs evidence", `verdict` is "needs
    evidence", or the mildest possible verdict if worse. `verdicts` lists the possible verdicts, worst first.
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
    """The weakest certainty of the deciding bases and table rows, with the items of this certainty.

    Tables are named with their editions.
    """

    certainty: str
    weakest_bases: tuple[str, ...] = ()
    weakest_tables: tuple[str, ...] = ()


class SettingAlternative(FrozenModel):
    """The conclusion for one combination of undetermined settings."""

    settings: dict[str, str]
    conclusion: Conclusion


class CriterionResult(FrozenModel):
    """The outcome of one criterion, with its sources."""

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
    """The outcome of one rule with a verdict.

    `in_force` refers to the days of the governing interval. `coming` marks a rule that takes effect later or is only
    announced; `outcome` is then its future outcome.
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
    """A figure among the results of the scorecard."""

    id: str
    figure: Figure
    bases: tuple[str, ...] = ()


class RecordFigures(FrozenModel):
    """The figures of one record of a list."""

    list: str
    key: str
    figures: tuple[NamedFigure, ...]


class Reason(FrozenModel):
    """The reason why a criterion lost points, failed or is undetermined.

    `code` is criterion, dot, token. Tokens: BAND_n (the row reached, from 1), PART (some parts failed), SHARE or LINE
    (partial points), MUST (a must-item failed), NOT_MET, NO_MATCH, UNDETERMINED, or an evidence token such as
    EVIDENCE_EXPIRED. `distance` is the gap to the next band or the gate.
    """

    code: str
    criterion: str
    points_lost: Bounds | None = None
    band: int = 0
    next_band: int = 0
    measured: str = ""
    distance: Figure | None = None


class Finding(FrozenModel):
    """A nonconformity or observation raised by the rules; `outcome` may be undetermined."""

    id: str
    severity: str
    outcome: Outcome
    close_within_days: int | None = None
    bases: tuple[str, ...] = ()


class OpenFact(FrozenModel):
    """An unknown fact that could change the conclusion, and the criteria that depend on it.

    A record field has an id such as `credits[A-1].retired_on`: list, key, field.
    """

    id: str
    reason: UnknownReason
    criteria: tuple[str, ...] = ()


class EvaluatedFact(FrozenModel):
    """A fact of the scorecard as declared and as used by the rules."""

    declared: DeclaredFact
    used: DeclaredValue | None = None
    unknown: UnknownReason | None = None


class TableUse(FrozenModel):
    """A reference table that was used: id in the scorecard, edition and manifest digest."""

    id: str
    name: str
    edition: str
    digest: str
    certainty: str


class LookupKeyWord(FrozenModel):
    """The key used for the lookup in one column."""

    column: str
    word: str


class MissingValue(FrozenModel):
    """A quantity without a value in any reference table; a missing value never counts as zero.

    `record` is the key of its record, if any. `table` is the id of the last table searched, `name` its name in the
    gazette.
    """

    quantity: str
    record: str = ""
    table: str
    name: str
    keys: tuple[LookupKeyWord, ...] = ()
    reason: MissingReason


class RecordedStep(FrozenModel):
    """A recorded step as explained by its scorecard.

    `found` is the committed content: a canonical JSON array that begins with the id. `payload` is canonical JSON text
    with the rule's sentence in each language and the distance of each failed clause. `commitment` is SHA-256(0x00 ‖
    salt ‖ found).
    """

    id: str
    parent: str | None = None
    kind: str
    references: tuple[str, ...] = ()
    found: str
    payload: str
    commitment: str


class Record(FrozenModel):
    """The deterministic part of an evaluation, read with its scorecard.

    `track` has the known parts of the track. `trail_digest` is the root of the tree over the commitments.
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
