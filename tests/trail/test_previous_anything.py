"""Facts from earlier evaluations, property tests: facts in columns, one by one, recomputed and verified agree."""

from random import Random

import pytest

from rules.contracts.inputs import DeclaredFact, PreviousGapReason, PreviousValue, Subject
from rules.model.definitions import PreviousPart, PreviousSource
from rules.model.published_version import published_bytes, read_published
from rules.model.scorecard import FactDefinition, FactType, Scorecard
from rules.trail.evaluation import Evaluator
from rules.trail.verify import CheckResult, verify
from tests.support.one_by_one import one_by_one
from tests.support.random_subjects import KEY, random_subject, richer_card
from tests.support.recomputing import recompute
from tests.support.tiers import tries

TAKEN = (FactType.NUMBER, FactType.FLAG, FactType.CHOICE, FactType.DATE)


def chained_card(seed: int) -> Scorecard:
    """Return a random card with some facts defined as results of another card's evaluation."""
    random, plain = Random(seed), richer_card(seed)

    def with_previous(fact: FactDefinition) -> FactDefinition:
        if fact.type not in TAKEN or random.random() < 0.5:
            return fact
        may = random.random() < 0.6
        source = PreviousSource(
            card="another", part=PreviousPart.QUANTITY, quantity=fact.id, may_be_stated=may, basis=("law",)
        )
        return fact.model_copy(update={"previous": source})

    return plain.model_copy(update={"facts": tuple(map(with_previous, plain.facts))})


def chained_subject(card: Scorecard, random: Random, *, unknown: float) -> Subject:
    """Return a random subject with some facts replaced by earlier results or reasons for their absence."""
    other = {fact.id: fact.value for fact in random_subject(card, random, unknown=0).facts}
    stated = {fact.id: fact for fact in random_subject(card, random, unknown=unknown).facts}
    for definition in card.facts:
        if definition.previous is None:
            continue
        fact = stated.pop(definition.id, DeclaredFact(id=definition.id))
        value = fact.value if definition.previous.may_be_stated and random.random() < 0.5 else None
        declared = other.get(definition.id)
        previous = None
        if random.random() >= unknown and declared is not None:
            previous = _given(random, value=declared.model_copy(update={"evidence": ()}))
        elif random.random() < 0.5:
            previous = _given(random, lacks=random.choice(list(PreviousGapReason)))
        if value is not None or previous is not None:
            stated[definition.id] = DeclaredFact(id=definition.id, value=value, previous=previous)
    whole = random_subject(card, random, unknown=0)
    return whole.model_copy(update={"facts": tuple(stated.values())})


def _given(random: Random, **what: object) -> PreviousValue:
    return PreviousValue.model_validate(
        {
            "evaluation": random.choice(["", "organizations/acme/evaluations/one"]),
            "record_digest": "0" * 64,
            "scorecard_version": "scorecards/another/versions/1.0.0",
            "as_of_date": "2025-03-01",
            "candidates": random.randint(1, 2),
            **what,
        }
    )


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("unknown", [0.0, 0.15])
def test_all_reading_methods_and_the_second_evaluator_produce_the_same_record(unknown: float) -> None:
    count = 0
    for seed in range(tries(12)):
        file = published_bytes(chained_card(seed), {})
        version = read_published(file, "2020-01-01T00:00:00Z")
        evaluator = Evaluator(version.scorecard, version.rule_digest, version.name)
        subject = chained_subject(version.scorecard, Random(seed), unknown=unknown)
        evaluation = evaluator.evaluate(subject, KEY)
        with one_by_one():
            assert evaluator.evaluate(subject, KEY).content == evaluation.content, seed
        assert evaluator.read(evaluation.written_record).written_record == evaluation.written_record, seed
        assert recompute(evaluation.content, file, None, KEY, boxes=20).faults == [], seed
        checks = verify(
            content=evaluation.content, stated_digest=evaluation.digest, record_key=KEY, versions=(version,)
        )
        assert {check.result for check in checks[:7]} == {CheckResult.PASSED}, seed
        has_previous = any(fact.previous is not None for fact in subject.facts)
        assert len(checks) == 7 + has_previous
        count += has_previous
        evaluator.close()
    assert count > tries(8)
