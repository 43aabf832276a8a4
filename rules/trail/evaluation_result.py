"""Evaluation result before serialization: inputs in canonical order, inference, used facts and conclusions."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from rules.contracts.inputs import DeclaredFact, FrozenModel
from rules.contracts.record_bytes import plain_model
from rules.contracts.step_contents import FactContent

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.contracts.canonical import Json
    from rules.contracts.inputs import DeclaredValue, EvidenceItem, Subject
    from rules.contracts.outcomes import UnknownReason
    from rules.contracts.record import Conclusion, ConclusionCertainty, OpenFact, SettingAlternative
    from rules.engine.inference import Inference
    from rules.engine.read_subject import FactReading
    from rules.model.scorecard import FactDefinition, Scorecard
    from rules.model.tables import Table


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
    old = part.__dict__
    different = {name: new for name, new in changes.items() if old[name] is not new and old[name] != new}
    return part.model_copy(update=different) if different else part


@dataclass(frozen=True)
class ResolvedFact:
    """Fact of the scorecard: its declaration, and the value that the rules used or the reason it is unknown."""

    declared: DeclaredFact
    used: DeclaredValue | None = None
    unknown: UnknownReason | None = None

    @cached_property
    def used_json(self) -> dict[str, Json] | None:
        return None if self.used is None else plain_model(self.used)

    def step_content(self) -> FactContent:
        declared = self.declared
        declared_json: dict[str, Json] = {}
        if declared.value is not None:
            declared_json["value"] = plain_model(declared.value)
        if declared.ratings:
            declared_json["ratings"] = [plain_model(rating) for rating in declared.ratings]
        if declared.verification is not None:
            declared_json["verification"] = plain_model(declared.verification)
        if declared.previous is not None:
            declared_json["previous"] = plain_model(declared.previous)
        is_same = self.used is declared.value or self.used == declared.value
        return FactContent(
            declared_json, None if is_same else self.used_json, None if self.unknown is None else self.unknown.value
        )


@dataclass(frozen=True)
class CompletedEvaluation:
    """Evaluation of one subject: inputs, inference from the verified values, and conclusions.

    `settings` are only the chosen ones. `tables` maps table ids to the available editions.
    """

    inputs: InputCanonicalizer
    subject: Subject
    settings: Mapping[str, str]
    evidence: tuple[EvidenceItem, ...]
    fact_reading: FactReading
    tables: Mapping[str, Table]
    inference: Inference
    conclusion: Conclusion
    standing: ConclusionCertainty
    declared_conclusion: Conclusion | None = None
    setting_alternatives: tuple[SettingAlternative, ...] = ()
    open_facts: tuple[OpenFact, ...] = ()
    track: Mapping[str, str] = field(default_factory=dict)
    _resolved_facts: dict[str, ResolvedFact] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def facts(self) -> tuple[ResolvedFact, ...]:
        return tuple(map(self.fact, self.inputs.facts))

    @property
    def names_with_places(self) -> list[str]:
        located_facts = {fact.id for fact in self.subject.facts if fact.places}
        return [name for name in self.inputs.facts if name in located_facts] if located_facts else []

    @cached_property
    def _declared_facts(self) -> dict[str, DeclaredFact]:
        return {fact.id: fact for fact in self.subject.facts}

    def fact(self, name: str) -> ResolvedFact:
        if name not in self._resolved_facts:
            declared = self._declared_facts.get(name)
            used = self.fact_reading.used.get(name)
            self._resolved_facts[name] = ResolvedFact(
                DeclaredFact(id=name) if declared is None else self.inputs.fact(declared),
                None if used is None else canonical_evidence(used),
                self.fact_reading.unknown.get(name),
            )
        return self._resolved_facts[name]
