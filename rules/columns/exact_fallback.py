"""Exact evaluation of single subjects in bulk runs: fallback from columns, with evidence not required."""

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
    """Decides single subjects by both evaluators, for whatever columns do not tell."""

    def __init__(self, engine: InferenceEngine, tables: Mapping[str, Table]) -> None:
        """Take the engine of a card, and the tables to look in by their ids."""
        self.engine = engine
        self.tables = tables
        self._reader = SubjectReader(without_evidence(engine.plan.scorecard))

    def cells(self, subject: Subject) -> dict[str, CellValue]:
        """Give what stands in the cells of a subject.

        Raises:
            InputError: its facts are wrong; all violations are listed.
            EngineDisagreement: the evaluators differ, so there is no answer.
        """
        return self.decided(self._reader.read(subject))

    def decided(self, reading: SubjectReading) -> dict[str, CellValue]:
        """Give what stands in the cells of a subject that was read, its evidence looked at or not.

        Raises:
            EngineDisagreement: the evaluators differ, so there is no answer.
        """
        return output_values(self.engine, decide(self.engine, build_question(reading, self.tables)))


def build_question(reading: SubjectReading, tables: Mapping[str, Table]) -> InferenceQuestion:
    """Give what is asked of a subject that was read, with the tables to look in by their ids."""
    return InferenceQuestion(reading.verified.extents, reading.settings, reading.as_of, {}, tables=tables)


def without_evidence(card: Scorecard) -> Scorecard:
    """Give a card that asks for no evidence, since columns carry none."""

    def bare(definition: FactDefinition) -> FactDefinition:
        unasked = {"evidence": (), "assurance": Assurance.NONE, "maximum_age_months": None, "issued_for": None}
        return definition.model_copy(update=unasked)

    records = tuple(
        record.model_copy(update={"fields": tuple(bare(field) for field in record.fields)}) for record in card.records
    )
    return card.model_copy(update={"facts": tuple(bare(fact) for fact in card.facts), "records": records})
