"""Assumed evidence: values that count as proved, for self-checks and plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.inputs import Assurance, DeclaredFact, DeclaredValue, EvidenceItem, Subject

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from rules.model.scorecard import FactDefinition, Scorecard

_ZERO_DIGEST = "0" * 64
SELF_CHECK = "self-check"


def assume_evidence(subject: Subject, scorecard: Scorecard) -> Subject:
    """Return the subject with accepted documents for all values and no others, issued on the as-of date."""
    names = frozenset(fact.id for fact in subject.facts)
    return assume_documents(subject.model_copy(update={"evidence": ()}), scorecard, names, SELF_CHECK)


def assume_documents(subject: Subject, scorecard: Scorecard, names: Container[str], issuer: str) -> Subject:
    """Return the subject with accepted documents for the values of some facts, issued on the as-of date."""
    assumption = _AssumedDocuments(subject.as_of, scorecard, issuer)
    facts = tuple(assumption.proved_fact(fact) if fact.id in names else fact for fact in subject.facts)
    return subject.model_copy(update={"facts": facts, "evidence": (*subject.evidence, *assumption.items.values())})


class _AssumedDocuments:
    def __init__(self, day: str, scorecard: Scorecard, issuer: str) -> None:
        self._day, self._issuer = day, issuer
        self._prefix = "assumed" if issuer == SELF_CHECK else issuer
        self._facts = {fact.id: fact for fact in scorecard.facts}
        self._fields = {record.id: {field.id: field for field in record.fields} for record in scorecard.records}
        self.items: dict[str, EvidenceItem] = {}

    def proved_fact(self, fact: DeclaredFact) -> DeclaredFact:
        definition = self._facts.get(fact.id)
        if definition is None or fact.value is None:
            return fact
        return fact.model_copy(update={"value": self._proved_value(fact.value, definition)})

    def _proved_value(self, value: DeclaredValue, definition: FactDefinition) -> DeclaredValue:
        update: dict[str, object] = {"evidence": (self._document_id(definition),) if definition.evidence else ()}
        if value.records is not None:
            fields = self._fields.get(definition.record or "", {})
            update["records"] = tuple(self._proved_record(record, fields) for record in value.records)
        return value.model_copy(update=update)

    def _proved_record(
        self, record: Mapping[str, DeclaredValue], fields: Mapping[str, FactDefinition]
    ) -> dict[str, DeclaredValue]:
        return {id: self._proved_value(part, fields[id]) if id in fields else part for id, part in record.items()}

    def _document_id(self, definition: FactDefinition) -> str:
        kind, assurance = definition.evidence[0], definition.assurance
        id = f"{self._prefix}:{kind}"
        id = id if assurance is Assurance.NONE else f"{id}:{assurance.value}"
        if id not in self.items:
            self.items[id] = EvidenceItem(
                id=id, kind=kind, issuer=self._issuer, digest=_ZERO_DIGEST, issue_date=self._day, assurance=assurance
            )
        return id
