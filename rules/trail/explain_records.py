"""Text of the records that a sum does not count, each with the conditions that exclude it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.outcomes import Outcome
from rules.engine.aggregates import counts
from rules.model.expressions import ChoiceClause
from rules.model.quantities import SumQuantity
from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from rules.engine.inference import Inference
    from rules.engine.inference_engine import InferenceEngine
    from rules.trail.dependency_trace import ComputedQuantity
    from rules.trail.explanation_text import ExplanationText
    from rules.trail.step_writer import RecordedCountPart

MAXIMUM_RECORDS = 5
"""The most records named for one sum."""

_FAILING = (Outcome.NOT_MET, Outcome.NOT_APPLICABLE)


def uncounted_text(
    engine: InferenceEngine, inference: Inference, computed: ComputedQuantity, wording: ExplanationText
) -> str:
    """Write the records of a sum that do not count, and the records that may count."""
    quantity = engine.plan.quantities[computed.name]
    if not isinstance(quantity, SumQuantity) or not quantity.rows:
        return ""
    operands = inference.operands_of_sum(quantity, engine.plan.records[quantity.list], computed.record)
    outcomes = {record.key: counts(quantity, rows) for record, rows in operands}
    text = ""
    for template, wanted in (("uncounted", _FAILING), ("uncounted_open", (Outcome.UNDETERMINED,))):
        keys = [key for key, outcome in outcomes.items() if outcome in wanted]
        shown = [_record_text(engine, quantity, key, wanted, wording) for key in keys[:MAXIMUM_RECORDS]]
        if len(keys) > MAXIMUM_RECORDS:
            shown.append(wording.fill("uncounted_more", count=str(len(keys) - MAXIMUM_RECORDS)))
        text += wording.fill(template, records=wording.listed(shown)) if shown else ""
    return text


def _record_text(
    engine: InferenceEngine, quantity: SumQuantity, key: str, wanted: tuple[Outcome, ...], wording: ExplanationText
) -> str:
    recorded = wording.payload(f"facts/{quantity.list}/{key}").sums[quantity.id].rows
    candidates = [
        (_distance(engine, quantity, position, row), row)
        for position, row in enumerate(recorded)
        if row.outcome in wanted
    ]
    nearest = min(distance for distance, _ in candidates)
    texts = [
        wording.joined(wording.clauses(row.clauses, *wanted)) for distance, row in candidates if distance == nearest
    ]
    return wording.fill("uncounted_record", record=key, clauses=wording.fill("or_else").join(dict.fromkeys(texts)))


def _distance(engine: InferenceEngine, quantity: SumQuantity, position: int, row: RecordedCountPart) -> tuple[int, int]:
    """Return how far a row is from counting a record: unmet choices first, because they select the kind of record."""
    fields = {field.id: field.type for field in engine.plan.records[quantity.list].record.fields}
    failing = [
        clause
        for clause, recorded in zip(quantity.rows[position].where, row.clauses, strict=True)
        if recorded.outcome in _FAILING
    ]
    choices = [
        clause for clause in failing if isinstance(clause, ChoiceClause) and fields.get(clause.name) is FactType.CHOICE
    ]
    return len(choices), len(failing)
