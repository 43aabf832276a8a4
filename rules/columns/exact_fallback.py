"""Exact evaluation of single subjects in bulk runs, without evidence requirements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.columns.output_schema import output_values
from rules.contracts.inputs import Assurance
from rules.engine.decide import decide
from rules.engine.inference import InferenceQuestion
from rules.engine.read_subject import SubjectReader

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.columns.output_schema import CellValue
    from rules.contracts.inputs import Subject
    from rules.engine.inference_engine import InferenceEngine
    from rules.engine.read_subject import SubjectReading
    from rules.model.scorecard import FactDefinition, Scorecard
    from rules.model.tables import Table


class ExactFallback:
    """Fallback to both evaluators for subjects that columns cannot decide."""

    def __init__(self, engine: InferenceEngine, tables: Mapping[str, Table]) -> None:
        self.engine = engine
        self.tables = tables
        self._reader = SubjectReader(without_evidence(engine.plan.scorecard))

    def cells(self, subject: Subject) -> dict[str, CellValue]:
        """Return the output cells of a subject.

        Raises:
            InputError: If its facts are invalid; it lists all violations.
            EngineDisagreement: If the evaluators differ.
        """
        return self.decided(self._reader.read(subject))

    def decided(self, reading: SubjectReading) -> dict[str, CellValue]:
        """Return the exact values of an evaluated subject by column.

        Raises:
            EngineDisagreement: If the evaluators differ.
        """
        return output_values(self.engine, decide(self.engine, build_question(reading, self.tables)))


def build_question(reading: SubjectReading, tables: Mapping[str, Table]) -> InferenceQuestion:
    """Return the inference question for a subject; `tables` maps ids to lookup tables."""
    return InferenceQuestion(reading.verified.extents, reading.settings, reading.as_of, {}, tables=tables)


def without_evidence(card: Scorecard) -> Scorecard:
    """Return a copy without evidence requirements, because columns contain no evidence."""

    def bare(definition: FactDefinition) -> FactDefinition:
        no_requirements = {"evidence": (), "assurance": Assurance.NONE, "maximum_age_months": None, "issued_for": None}
        return definition.model_copy(update=no_requirements)

    records = tuple(
        record.model_copy(update={"fields": tuple(bare(field) for field in record.fields)}) for record in card.records
    )
    return card.model_copy(update={"facts": tuple(bare(fact) for fact in card.facts), "records": records})
