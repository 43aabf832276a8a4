"""Scorecard version: frozen models of everything that a card can contain.

Order is kept only where it decides or where people read it: choices, bands, sections, indicators, ladder rows.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from rules.contracts.inputs import FrozenModel
from rules.contracts.numbers import Exact
from rules.model.definitions import (
    AttestationKind,
    Basis,
    BelongsTo,
    Card,
    CaseValue,
    Certainty,
    Choice,
    FactDefinition,
    FactType,
    NotApplicablePolicy,
    RecordType,
    Rounding,
    Setting,
    TextByLanguage,
)
from rules.model.expressions import Condition
from rules.model.forms import ScaleForm, SharedRules
from rules.model.lookups import KeyDerivation, TableKey, TableLookup, TableQuantity, TableReference
from rules.model.maturity import Maturity, MaturityScale
from rules.model.named_conditions import NamedCondition
from rules.model.quantities import (
    AggregateKind,
    FormulaQuantity,
    FormulaRow,
    LookupQuantity,
    LookupRow,
    Quantity,
    RowKey,
    SumQuantity,
    SumRow,
    TableLayout,
    TableRowForm,
)
from rules.model.scales import (
    Band,
    BandScale,
    ChoicePoints,
    ChoiceScale,
    CountScale,
    LinePoint,
    LineScale,
    Scale,
    ShareScale,
)
from rules.model.verdicts import DateLookup, DateRow, VerdictRow, VerdictRule, Verdicts, VerdictSeverity

if TYPE_CHECKING:
    from collections.abc import Iterator


class Stage(FrozenModel):
    """A stage: the sections whose indicators count in it, and the most points they can count together."""

    id: str
    labels: TextByLanguage = {}
    sections: tuple[str, ...] = ()
    maximum: Exact


class StageRow(FrozenModel):
    """A condition under which the subject is in a stage."""

    stage: str
    when: Condition = ()
    basis: tuple[str, ...]


class Stages(FrozenModel):
    """The stages from highest to lowest, and the rows walked from the top; the first row that holds decides.

    Indicators of sections that do not count in the stage are outside it: they neither earn points nor are they
    rescaled away, for the maximum of the stage is stated.
    """

    stages: tuple[Stage, ...]
    rows: tuple[StageRow, ...]


class Tracks(FrozenModel):
    """The facts, and the reserved name of the stage, that form a track; only within one track is anybody ranked."""

    by: tuple[str, ...]
    basis: tuple[str, ...]


__all__ = [
    "SCHEMA",
    "AggregateKind",
    "AttestationKind",
    "Band",
    "BandScale",
    "Basis",
    "BelongsTo",
    "Card",
    "CaseValue",
    "Certainty",
    "Choice",
    "ChoicePoints",
    "ChoiceScale",
    "CountScale",
    "DateLookup",
    "DateRow",
    "FactDefinition",
    "FactType",
    "FindingRule",
    "FindingSeverity",
    "FormulaQuantity",
    "FormulaRow",
    "Gate",
    "Indicator",
    "KeyDerivation",
    "Ladder",
    "LadderRow",
    "LinePoint",
    "LineScale",
    "LookupQuantity",
    "LookupRow",
    "Maturity",
    "MaturityScale",
    "NamedCondition",
    "NotApplicablePolicy",
    "Quantity",
    "RecordType",
    "Result",
    "Rounding",
    "RowKey",
    "Scale",
    "Scorecard",
    "Section",
    "Setting",
    "ShareScale",
    "Stage",
    "StageRow",
    "Stages",
    "SumQuantity",
    "SumRow",
    "TableKey",
    "TableLayout",
    "TableLookup",
    "TableQuantity",
    "TableReference",
    "TableRowForm",
    "TextByLanguage",
    "Tracks",
    "VerdictRow",
    "VerdictRule",
    "VerdictSeverity",
    "Verdicts",
]

SCHEMA = 1
"""Number of the schema of the published form."""


class Gate(FrozenModel):
    """A condition that must hold; it carries no points and nothing compensates it."""

    id: str
    labels: TextByLanguage = {}
    applies: Condition = ()
    requires: Condition
    basis: tuple[str, ...]


class Section(FrozenModel):
    """A group of indicators and the most points it can count."""

    id: str
    labels: TextByLanguage = {}
    maximum: Exact


class Indicator(FrozenModel):
    """A criterion that earns up to `maximum` points on its scale; zero if `must` is given and does not hold."""

    id: str
    labels: TextByLanguage = {}
    section: str
    maximum: Exact
    applies: Condition = ()
    must: Condition = ()
    scale: Scale
    basis: tuple[str, ...]


class LadderRow(FrozenModel):
    """A grade for a span of the total score, if the further conditions hold.

    An `exception` has no span: where its conditions hold, no row of the grade does. The field is left out where the row
    is none.
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
    """The grades from best to worst, and the rows walked from the top; the first row that holds decides.

    Exceptions are passed over in that walk.
    """

    grades: tuple[Choice, ...]
    rows: tuple[LadderRow, ...]

    def exceptions_to(self, row: LadderRow) -> tuple[int, ...]:
        """Give the places of the exceptions to the grade of a row; an exception itself has none."""
        if row.exception:
            return ()
        return tuple(
            position
            for position, other_row in enumerate(self.rows)
            if other_row.exception and other_row.grade == row.grade
        )


class FindingSeverity(StrEnum):
    """How grave a finding is."""

    MAJOR = "major"
    MINOR = "minor"
    OBSERVATION = "observation"


class FindingRule(FrozenModel):
    """A finding raised when its condition holds; `id` is its stable reason code."""

    id: str
    labels: TextByLanguage = {}
    when: Condition
    severity: FindingSeverity
    close_within_days: int | None = None
    basis: tuple[str, ...]


class Result(FrozenModel):
    """A named figure that the user came for: the value of a quantity or of the total score, and how it is rounded."""

    id: str
    labels: TextByLanguage = {}
    name: str
    rounding: Rounding
    basis: tuple[str, ...]


class RecordResult(Result):
    """A named figure of each record of a list: the value of a quantity that is computed for single records."""

    list: str


class Scorecard(FrozenModel):
    """One scorecard version, whole."""

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
        """What the scales of one kind share, for each kind that shares anything."""
        return () if self.maturity is None else (self.maturity,)

    def facts_and_fields(self) -> Iterator[tuple[str, FactDefinition]]:
        """Visit the facts, then the fields of every record type, each with its path in the model."""
        for fact in self.facts:
            yield f"facts[{fact.id}]", fact
        for record in self.records:
            for field in record.fields:
                yield f"records[{record.id}].fields[{field.id}]", field

    def rules_of(self, scale: ScaleForm) -> SharedRules | None:
        """Give what a scale shares with others of its kind."""
        return next((shared_rule for shared_rule in self.shared_rules if shared_rule.kind == scale.kind), None)
