"""Canonical order of declared inputs: records, choices, evidence ids and ratings of a fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from rules.contracts.inputs import FrozenModel

if TYPE_CHECKING:
    from rules.contracts.inputs import DeclaredFact, DeclaredValue
    from rules.model.scorecard import FactDefinition, Scorecard

Part = TypeVar("Part", bound=FrozenModel)


class InputCanonicalizer:
    """Canonical order for the inputs of one scorecard's subjects."""

    def __init__(self, scorecard: Scorecard) -> None:
        self.facts = tuple(definition.id for definition in scorecard.facts)
        self._definitions = {definition.id: definition for definition in scorecard.facts}
        self._records = {record.id: record for record in scorecard.records}

    def fact(self, fact: DeclaredFact) -> DeclaredFact:
        value = fact.value
        if fact.places:
            ordered = sorted(fact.places, key=lambda place: (place.evidence, place.record, place.field))
            fact = _with_changes(fact, {"places": tuple(ordered)})
        if fact.verification is None and not fact.ratings and (value is None or _needs_no_order(value)):
            return fact
        definition = self._definitions[fact.id]
        changes: dict[str, object] = {}
        if fact.value is not None:
            changes["value"] = self._value(definition, fact.value)
        if fact.ratings:
            ratings = (
                rating.model_copy(update={"value": self._value(definition, rating.value)}) for rating in fact.ratings
            )
            changes["ratings"] = tuple(sorted(ratings, key=lambda rating: rating.person))
        if fact.verification is not None and fact.verification.corrected is not None:
            corrected = self._value(definition, fact.verification.corrected)
            changes["verification"] = fact.verification.model_copy(update={"corrected": corrected})
        return _with_changes(fact, changes)

    def _value(self, definition: FactDefinition, value: DeclaredValue) -> DeclaredValue:
        if _needs_no_order(value):
            return value
        changes: dict[str, object] = {"evidence": _ordered_evidence(value)}
        if value.choices is not None:
            order = [choice.id for choice in definition.choices]
            changes["choices"] = tuple(sorted(value.choices, key=order.index))
        if value.records is not None:
            record = self._records[definition.record or ""]
            fields = {field.id: field for field in record.fields}
            rows = [
                row
                if all(map(_needs_no_order, row.values()))
                else {name: self._value(fields[name], part) for name, part in row.items()}
                for row in value.records
            ]
            changes["records"] = tuple(sorted(rows, key=lambda row: row[record.key].key_text))
        return _with_changes(value, changes)


def canonical_evidence(value: DeclaredValue) -> DeclaredValue:
    """Return a value with sorted evidence ids, also in its records; its other parts must already be in order."""
    if _needs_no_order(value):
        return value
    changes: dict[str, object] = {"evidence": _ordered_evidence(value)}
    if value.records is not None:
        changes["records"] = tuple(
            row
            if all(map(_needs_no_order, row.values()))
            else {name: canonical_evidence(part) for name, part in row.items()}
            for row in value.records
        )
    return _with_changes(value, changes)


def _needs_no_order(value: DeclaredValue) -> bool:
    return len(value.evidence) < 2 and value.choices is None and value.records is None


def _ordered_evidence(value: DeclaredValue) -> tuple[str, ...]:
    return tuple(sorted(set(value.evidence))) if len(value.evidence) > 1 else value.evidence


def _with_changes(part: Part, changes: dict[str, object]) -> Part:
    different = {name: new for name, new in changes.items() if getattr(part, name) != new}
    return part.model_copy(update=different) if different else part
