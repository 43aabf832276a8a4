"""Scorecard version: frozen models of everything that a scorecard can contain.

Order is preserved if it affects results or display: choices, bands, sections, indicators, ladder rows.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from rules.contracts.inputs import FrozenModel
from rules.contracts.numbers import Exact
from rules.contracts.outcomes import Verdict
from rules.model.definitions import (
    AttestationKind as AttestationKind,
    Basis as Basis,
    BelongsTo as BelongsTo,
    Card as Card,
    CaseValue as CaseValue,
    Certainty as Certainty,
    Choice as Choice,
    FactDefinition as FactDefinition,
    FactType as FactType,
    NotApplicablePolicy as NotApplicablePolicy,
    RecordType as RecordType,
    Rounding as Rounding,
    Setting as Setting,
    TextByLanguage as TextByLanguage,
)
from rules.model.expressions import AS_OF, Condition, DateExpression
from rules.model.forms import ScaleForm, SharedRules
from rules.model.lookups import (
    KeyDerivation as KeyDerivation,
    TableKey as TableKey,
    TableLookup as TableLookup,
    TableQuantity as TableQuantity,
    TableReference as TableReference,
)
from rules.model.maturity import Maturity as Maturity, MaturityScale as MaturityScale
from rules.model.quantities import (
    AggregateKind as AggregateKind,
    DateLookup as DateLookup,
    DateRow as DateRow,
    FormulaQuantity as FormulaQuantity,
    FormulaRow as FormulaRow,
    LookupQuantity as LookupQuantity,
    LookupRow as LookupRow,
    NamedCondition as NamedCondition,
    Quantity as Quantity,
    RowKey as RowKey,
    SumQuantity as SumQuantity,
    SumRow as SumRow,
    TableLayout as TableLayout,
    TableRowForm as TableRowForm,
)
from rules.model.scales import (
    Band as Band,
    BandScale as BandScale,
    ChoicePoints as ChoicePoints,
    ChoiceScale as ChoiceScale,
    CountScale as CountScale,
    LinePoint as LinePoint,
    LineScale as LineScale,
    Scale as Scale,
    ShareScale as ShareScale,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


class Stage(FrozenModel):
    """A stage with its sections and their maximum points together."""

    id: str
    labels: TextByLanguage = {}
    sections: tuple[str, ...] = ()
    maximum: Exact


class StageRow(FrozenModel):
    """A condition that assigns the subject to a stage."""

    stage: str
    when: Condition = ()
    basis: tuple[str, ...]


class Stages(FrozenModel):
    """Stages from highest to lowest, and rows evaluated from the top; the first true row decides.

    Indicators outside the stage earn no points and cause no rescaling, because the maximum of the stage is stated.
    """

    stages: tuple[Stage, ...]
    rows: tuple[StageRow, ...]


class Tracks(FrozenModel):
    """The facts, and the stage if named, that define a track; subjects are ranked only within a track."""

    by: tuple[str, ...]
    basis: tuple[str, ...]


SCHEMA = 1


class Gate(FrozenModel):
    """A condition that must be true; it has no points, and no points compensate for it."""

    id: str
    labels: TextByLanguage = {}
    applies: Condition = ()
    requires: Condition
    basis: tuple[str, ...]


class Section(FrozenModel):
    """A group of indicators and its maximum points."""

    id: str
    labels: TextByLanguage = {}
    maximum: Exact


class Indicator(FrozenModel):
    """A criterion that earns up to `maximum` points on its scale, or zero if `must` is stated and false."""

    id: str
    labels: TextByLanguage = {}
    section: str
    maximum: Exact
    applies: Condition = ()
    must: Condition = ()
    scale: Scale
    basis: tuple[str, ...]


class LadderRow(FrozenModel):
    """A grade for a range of the total score, if `requires` is also true.

    An `exception` has no range: if it is true, no row of its grade applies. Other rows omit the field.
    """

    grade: str
    exception: Literal[True] | None = None
    more_than: Exact | None = None
    at_least: Exact | None = None
    at_most: Exact | None = None
    below: Exact | None = None
    requires: Condition = ()
    basis: tuple[str, ...]


class Ladder(FrozenModel):
    """Grades from best to worst, and rows evaluated from the top; the first true row decides, exceptions aside."""

    grades: tuple[Choice, ...]
    rows: tuple[LadderRow, ...]

    def exceptions_to(self, row: LadderRow) -> tuple[int, ...]:
        if row.exception:
            return ()
        return tuple(
            position
            for position, other_row in enumerate(self.rows)
            if other_row.exception and other_row.grade == row.grade
        )


class FindingSeverity(StrEnum):
    """Severity of a finding, or of a verdict rule that applies."""

    MAJOR = "major"
    MINOR = "minor"
    OBSERVATION = "observation"


class FindingRule(FrozenModel):
    """A finding raised by its condition; `id` is its stable reason code."""

    id: str
    labels: TextByLanguage = {}
    when: Condition
    severity: FindingSeverity
    close_within_days: int | None = None
    basis: tuple[str, ...]


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
    severity: FindingSeverity
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


class Result(FrozenModel):
    """A named result: the value of a quantity or of the total score, with its rounding."""

    id: str
    labels: TextByLanguage = {}
    name: str
    rounding: Rounding
    basis: tuple[str, ...]


class RecordResult(Result):
    """A named result for each record of a list, from a quantity of single records."""

    list: str


class Scorecard(FrozenModel):
    """A complete scorecard version."""

    card: Card
    bases: tuple[Basis, ...]
    settings: tuple[Setting, ...] = ()
    tables: tuple[TableReference, ...] | None = None
    records: tuple[RecordType, ...] = ()
    facts: tuple[FactDefinition, ...]
    reference_case: tuple[CaseValue, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    applies: Condition = ()
    gates: tuple[Gate, ...] = ()
    sections: tuple[Section, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    maturity: Maturity | None = None
    stages: Stages | None = None
    ladder: Ladder | None = None
    verdicts: Verdicts | None = None
    tracks: Tracks | None = None
    findings: tuple[FindingRule, ...] = ()
    results: tuple[Result, ...] = ()
    record_results: tuple[RecordResult, ...] | None = None

    @property
    def shared_rules(self) -> tuple[SharedRules, ...]:
        return () if self.maturity is None else (self.maturity,)

    @property
    def grades(self) -> tuple[Choice, ...]:
        return () if self.ladder is None else self.ladder.grades

    @property
    def ladder_rows(self) -> tuple[LadderRow, ...]:
        return () if self.ladder is None else self.ladder.rows

    @property
    def stage_definitions(self) -> tuple[Stage, ...]:
        return () if self.stages is None else self.stages.stages

    @property
    def stage_rows(self) -> tuple[StageRow, ...]:
        return () if self.stages is None else self.stages.rows

    @property
    def verdict_rules(self) -> tuple[VerdictRule, ...]:
        return () if self.verdicts is None else self.verdicts.rules

    def facts_and_fields(self) -> Iterator[tuple[str, FactDefinition]]:
        for fact in self.facts:
            yield f"facts[{fact.id}]", fact
        for record in self.records:
            for field in record.fields:
                yield f"records[{record.id}].fields[{field.id}]", field

    def rules_of(self, scale: ScaleForm) -> SharedRules | None:
        return next((shared_rule for shared_rule in self.shared_rules if shared_rule.kind == scale.kind), None)
