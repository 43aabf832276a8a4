"""Does a version that asks for papers say what the version before said of the facts that a paper proves, and no more?

Each pair of versions is asked about the same random subjects; which facts count is decided here, by a plain reading of
the evidence, and the version that took all on word is told of those alone.
"""

from __future__ import annotations

from contextlib import closing
from datetime import date
from random import Random
from typing import TYPE_CHECKING

import pytest

from rules.contracts.errors import InputError
from rules.contracts.inputs import DeclaredFact, EvidenceItem, Subject
from rules.engine.decide import Decision, decide
from rules.engine.infer import InferenceEngine
from rules.engine.inference import Question
from rules.engine.read_evidence import kinds_asked
from rules.engine.read_subject import read_subject
from rules.rehearsal.run import reference_subject
from service.folders import CHECKOUT
from service.gazette.versions import Gazette
from tests.support.cbam_cards import SHELF
from tests.support.made_subjects import RandomSubjects
from tests.support.tiers import tries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.model.scorecard import FactDefinition, Scorecard

GAZETTE = Gazette(CHECKOUT / "scorecards")
PAIRS = {
    "ccer-project": ("3.0.0", "4.0.0"),
    "negative-carbon-product": ("2.0.0", "3.0.0"),
    "carbon-handprint": ("2.0.0", "3.0.0"),
}


def subjects(card: Scorecard, count: int) -> Iterator[Subject]:
    """Give random subjects without ratings and verifications, some papers of a kind that proves other facts."""
    random, made = Random(card.card.id), RandomSubjects(card, 1)  # noqa: S311 - repeatable, no secret
    kinds = sorted(kinds_asked(card))
    whole = {fact.id: fact.value for fact in reference_subject(card, card.card.first_date).facts}
    for _ in range(count):
        subject = made.subject()
        papers = {item.id: item for item in subject.evidence}
        facts = []
        for fact in subject.facts:
            if fact.value is None:
                continue
            named = whole[fact.id].evidence if random.random() < 0.9 else ()
            value = fact.value.model_copy(update={"evidence": tuple(name for name in named if name in papers)})
            facts.append(DeclaredFact(id=fact.id, value=value))
        evidence = [
            item.model_copy(update={"kind": random.choice(kinds)}) if random.random() < 0.1 else item
            for item in papers.values()
        ]
        yield subject.model_copy(update={"facts": tuple(facts), "evidence": tuple(evidence)})


def counts(definition: FactDefinition, fact: DeclaredFact, papers: dict[str, EvidenceItem], as_of: str) -> bool:
    """Read plainly whether a paper of the day proves a fact; one that asks for none counts as declared."""
    if not definition.evidence:
        return True
    named = [papers[name] for name in fact.value.evidence if name in papers] if fact.value else []
    return any(
        item.kind in definition.evidence
        and (item.issue_date or as_of) <= as_of
        and (item.valid_from or as_of) <= as_of <= (item.valid_until or as_of)
        for item in named
    )


def concluded(engine: InferenceEngine, subject: Subject) -> Decision:
    reading = read_subject(engine.plan.scorecard, subject)
    tables = engine.tables_at(reading.as_of, date.fromisoformat(subject.known[:10]))
    return decide(engine, Question(reading.verified.extents, reading.settings, reading.as_of, {}, tables=tables))


def told(decision: Decision, card: Scorecard) -> tuple[object, ...]:
    """Everything that is concluded: kind, grades and verdicts that are possible, gates, findings, quantities."""
    found = decision.inference
    quantities = {one.id: found.values.extents[one.id] for one in card.quantities}
    return decision.kind, decision.possible, found.judged, dict(found.gates), dict(found.second), quantities


@pytest.mark.parametrize("card", PAIRS)
def test_what_papers_prove_is_judged_as_before_and_what_none_proves_as_unknown(card: str) -> None:
    before, after = (GAZETTE.version(card, version).scorecard for version in PAIRS[card])
    definitions = {fact.id: fact for fact in after.facts}
    unproved = asked = 0
    with closing(InferenceEngine(before, SHELF)) as old, closing(InferenceEngine(after, SHELF)) as new:
        for subject in subjects(after, tries(200)):
            papers = {item.id: item for item in subject.evidence}
            kept = [one for one in subject.facts if counts(definitions[one.id], one, papers, subject.as_of)]
            plain = [
                one.model_copy(update={"value": one.value and one.value.model_copy(update={"evidence": ()})})
                for one in kept
            ]
            on_word = subject.model_copy(update={"facts": tuple(plain), "evidence": ()})
            try:
                expected = concluded(old, on_word)
            except InputError:
                continue
            assert told(concluded(new, subject), after) == told(expected, before), subject
            asked += 1
            unproved += len(kept) < len(subject.facts)
    assert asked > tries(150)
    assert unproved > tries(40)
