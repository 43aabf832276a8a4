"""Completion of unknown facts for testing changes: the witness of the worst possible grade.

What must hold whatever the unknown turns out to be, must hold for one completion of it: where it fails there, no more
need be asked. The completion is the one that the record gives for its worst grade; where it gives none, any will do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.extents import ChoiceExtent, Extent, ListRecord, RecordsExtent
from rules.contracts.outcomes import Possibility
from rules.engine.completions import CandidateValues
from rules.engine.read_values import Violations, read_scalar, unknown_extent
from rules.engine.unknowns import UnknownInput, list_unknowns, with_value
from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from rules.contracts.inputs import DeclaredValue
    from rules.contracts.record import Record as EvaluationRecord
    from rules.engine.infer import InferenceEngine
    from rules.engine.inference import InferenceQuestion
    from rules.model.scorecard import FactDefinition, RecordType, Scorecard

Completion = tuple[tuple[UnknownInput, Extent], ...]
"""An extent for each unknown fact or field of a record."""


def apply_completion(question: InferenceQuestion, completion: Completion) -> InferenceQuestion:
    """Give the same question with the unknown known."""
    for leaf, extent in completion:
        question = with_value(question, leaf, extent)
    return question


def worst_completion(engine: InferenceEngine, record: EvaluationRecord, question: InferenceQuestion) -> Completion:
    """Give the witness of the worst grade that is still possible, or some completion; settings stay open."""
    scorecard = engine.plan.scorecard
    possible = [grade for grade in record.conclusion.grades if grade.possibility is not Possibility.EXCLUDED]
    witness = possible[-1].witness if possible else {}
    candidates = CandidateValues(engine.plan, question.as_of)
    values = engine.explore(question).values
    completion: list[tuple[UnknownInput, Extent]] = []
    for leaf in list_unknowns(scorecard, question):
        if leaf.definition is None:
            continue
        extent = _extent(scorecard, leaf.definition, witness[leaf.id]) if leaf.id in witness else None
        completion.append((leaf, extent if extent is not None else candidates.of(leaf, values)[-1]))
    return tuple(completion)


def _extent(scorecard: Scorecard, definition: FactDefinition, value: DeclaredValue) -> Extent | None:
    """Read a value as the record gives it, in the unit of its fact."""
    if definition.type is FactType.RECORDS and value.records is not None:
        kind = next(record_type for record_type in scorecard.records if record_type.id == definition.record)
        return RecordsExtent(tuple(_record(scorecard, kind, row) for row in value.records))
    read = read_scalar(definition, value, definition.id, Violations())
    return None if read is None else read[0]


def _record(scorecard: Scorecard, kind: RecordType, row: dict[str, DeclaredValue]) -> ListRecord:
    extents = {field.id: _extent(scorecard, field, row[field.id]) for field in kind.fields if field.id in row}
    fields = {field.id: extents.get(field.id) or unknown_extent(field) for field in kind.fields}
    key = fields[kind.key]
    return ListRecord(min(key.possible) if isinstance(key, ChoiceExtent) and key.possible else "-", fields)
