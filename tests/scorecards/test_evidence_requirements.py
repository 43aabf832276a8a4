"""Evidence requirements of cards: same results as the card without them on the proved facts alone.

Both evaluate the same random subjects. A plain interpretation of the evidence decides here which facts are proved, and
the card without evidence requirements gets those facts alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from random import Random

import pytest

from rules.contracts.errors import InputError
from rules.contracts.inputs import DeclaredFact, DeclaredValue, Subject
from rules.engine.decide import Decision, decide
from rules.engine.inference import InferenceQuestion
from rules.engine.inference_engine import InferenceEngine
from rules.engine.read_evidence import required_evidence_kinds
from rules.engine.read_subject import read_subject
from rules.model.scorecard import FactDefinition, Scorecard
from rules.rehearsal.example_runner import reference_subject
from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette
from tests.recomputation.made_subjects import RandomSubjects
from tests.support.cbam_cards import SHELF
from tests.support.tiers import tries

GAZETTE = Gazette(CHECKOUT / "scorecards")
CARDS = ("ccer-project", "negative-carbon-product", "carbon-handprint", "cbam-electricity", "cbam-installation")


def without_evidence(card: Scorecard) -> Scorecard:
    """Return the card without its evidence requirements."""
    none = {"evidence": ()}
    facts = tuple(fact.model_copy(update=none) for fact in card.facts)
    records = tuple(
        record.model_copy(update={"fields": tuple(field.model_copy(update=none) for field in record.fields)})
        for record in card.records
    )
    return card.model_copy(update={"facts": facts, "records": records})


def subjects(card: Scorecard, count: int) -> Iterator[Subject]:
    """Generate random subjects without ratings or verifications; some of their evidence is of the wrong kind."""
    random, made = Random(card.card.id), RandomSubjects(card, 1)
    kinds = sorted(required_evidence_kinds(card))
    reference = reference_subject(card, card.card.first_date).facts
    whole = {fact.id: fact.value.evidence if fact.value else () for fact in reference}
    for _ in range(count):
        subject = made.subject()
        papers = {item.id: item for item in subject.evidence}
        facts = []
        for fact in subject.facts:
            if fact.value is None:
                continue
            named = whole[fact.id] if random.random() < 0.9 else ()
            value = fact.value.model_copy(update={"evidence": tuple(name for name in named if name in papers)})
            facts.append(DeclaredFact(id=fact.id, value=value))
        evidence = [
            item.model_copy(update={"kind": random.choice(kinds)}) if random.random() < 0.1 else item
            for item in papers.values()
        ]
        yield subject.model_copy(update={"facts": tuple(facts), "evidence": tuple(evidence)})


class Plainly:
    """A simple model of proof: facts that require evidence count only with evidence of the right kind and date."""

    def __init__(self, card: Scorecard, subject: Subject) -> None:
        self._fields = {record.id: {field.id: field for field in record.fields} for record in card.records}
        self._facts = {fact.id: fact for fact in card.facts}
        self._papers = {item.id: item for item in subject.evidence}
        self._as_of = subject.as_of
        self.left_out = 0
        counted_facts = ((fact.id, self._counted(self._facts[fact.id], fact.value)) for fact in subject.facts)
        facts = tuple(DeclaredFact(id=name, value=value) for name, value in counted_facts if value is not None)
        self.subject = subject.model_copy(update={"facts": facts, "evidence": ()})

    def _counted(self, definition: FactDefinition, value: DeclaredValue | None) -> DeclaredValue | None:
        if value is None or not self._proved(definition, value):
            self.left_out += 1
            return None
        rows = value.records
        if rows is not None:
            fields = self._fields[definition.record or ""]
            counted_rows = ({name: self._counted(fields[name], part) for name, part in row.items()} for row in rows)
            rows = tuple({name: part for name, part in row.items() if part is not None} for row in counted_rows)
        return value.model_copy(update={"evidence": (), "records": rows})

    def _proved(self, definition: FactDefinition, value: DeclaredValue) -> bool:
        named = (self._papers[name] for name in value.evidence)
        return not definition.evidence or any(
            item.kind in definition.evidence
            and (item.issue_date or self._as_of) <= self._as_of
            and (item.valid_from or self._as_of) <= self._as_of <= (item.valid_until or self._as_of)
            for item in named
        )


def concluded(engine: InferenceEngine, subject: Subject) -> Decision:
    reading = read_subject(engine.plan.scorecard, subject)
    tables = engine.tables_at(reading.as_of, date.fromisoformat(subject.known[:10]))
    return decide(
        engine, InferenceQuestion(reading.verified.extents, reading.settings, reading.as_of, {}, tables=tables)
    )


def conclusions_of(decision: Decision, card: Scorecard) -> tuple[object, ...]:
    """Everything that is concluded: kind, grades and verdicts that are possible, gates, findings, quantities."""
    inference = decision.inference
    fact_ids = {fact.id for fact in card.facts}
    quantities = {name: extent for name, extent in inference.values.extents.items() if name not in fact_ids}
    return (
        decision.kind,
        decision.possible,
        inference.verdict_result,
        dict(inference.gates),
        dict(inference.second_pass),
        quantities,
    )


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("card", CARDS)
def test_proved_facts_are_evaluated_and_unproved_facts_are_unknown(card: str) -> None:
    after = GAZETTE.newest(card).scorecard
    before = without_evidence(after)
    asked = unproved = 0
    with closing(InferenceEngine(before, SHELF)) as old, closing(InferenceEngine(after, SHELF)) as new:
        for subject in subjects(after, tries(200)):
            plainly = Plainly(after, subject)
            try:
                expected = concluded(old, plainly.subject)
            except InputError:
                continue
            assert conclusions_of(concluded(new, subject), after) == conclusions_of(expected, before), subject
            asked += 1
            unproved += plainly.left_out > 0
    assert asked > tries(150)
    assert unproved > tries(40)
