"""Evaluation result before serialization: inputs, inference, used facts and conclusions."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from rules.contracts.inputs import DeclaredFact
from rules.contracts.record_bytes import plain_model
from rules.contracts.step_contents import FactContent
from rules.trail.canonical_inputs import InputCanonicalizer, canonical_evidence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.contracts.canonical import Json
    from rules.contracts.inputs import DeclaredValue, EvidenceItem, Subject
    from rules.contracts.outcomes import UnknownReason
    from rules.contracts.record import Conclusion, ConclusionCertainty, OpenFact, SettingAlternative
    from rules.engine.inference import Inference
    from rules.engine.read_subject import FactReading
    from rules.model.tables import Table


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
