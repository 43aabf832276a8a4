"""In which order do the parts of a declared fact stand in the record, whatever order they came in?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rules.contracts.inputs import DeclaredFact, DeclaredValue
    from rules.model.scorecard import FactDefinition, Scorecard


def canonical_fact(scorecard: Scorecard, fact: DeclaredFact) -> DeclaredFact:
    """Order the records of a list by their key, choices as the card lists them, and evidence ids by name."""
    definition = next((item for item in scorecard.facts if item.id == fact.id), None)
    if definition is None:
        return fact
    changes: dict[str, object] = {}
    if fact.value is not None:
        changes["value"] = _value(scorecard, definition, fact.value)
    if fact.verification is not None and fact.verification.corrected is not None:
        corrected = _value(scorecard, definition, fact.verification.corrected)
        changes["verification"] = fact.verification.model_copy(update={"corrected": corrected})
    return fact.model_copy(update=changes)


def canonical_evidence(value: DeclaredValue) -> DeclaredValue:
    """Order the evidence ids of a value as the rules read it, in its records too; the rest is in order already."""
    changes: dict[str, object] = {"evidence": tuple(sorted(set(value.evidence)))}
    if value.records is not None:
        changes["records"] = tuple(
            {name: canonical_evidence(part) for name, part in row.items()} for row in value.records
        )
    return value.model_copy(update=changes)


def _value(scorecard: Scorecard, definition: FactDefinition, value: DeclaredValue) -> DeclaredValue:
    changes: dict[str, object] = {"evidence": tuple(sorted(set(value.evidence)))}
    if value.choices is not None:
        order = [choice.id for choice in definition.choices]
        changes["choices"] = tuple(sorted(value.choices, key=order.index))
    if value.records is not None:
        record = next(item for item in scorecard.records if item.id == definition.record)
        fields = {field.id: field for field in record.fields}
        rows = [{name: _value(scorecard, fields[name], part) for name, part in row.items()} for row in value.records]
        changes["records"] = tuple(sorted(rows, key=lambda row: _key(row[record.key])))
    return value.model_copy(update=changes)


def _key(value: DeclaredValue) -> str:
    return value.text or value.choice or value.number or value.date or ""
