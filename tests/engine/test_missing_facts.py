"""Missing facts: knowing less only widens the answer, and never raises the least score."""

from dataclasses import replace
from random import Random

import pytest

from rules.contracts.extents import ListRecord, RecordsExtent
from rules.contracts.outcomes import Outcome
from rules.engine import search
from rules.engine.decide import decide
from rules.engine.inference import InferenceQuestion
from rules.engine.inference_engine import InferenceEngine
from rules.engine.read_values import unknown_extent
from rules.model.scorecard import Scorecard
from tests.support.random_cards import RandomCard
from tests.support.random_extents import inside, random_question
from tests.support.tiers import tries


def with_one_thing_less(scorecard: Scorecard, asked: InferenceQuestion, random: Random) -> InferenceQuestion:
    """Forget one fact, one field of a record or the choice of one setting."""
    definition = random.choice(scorecard.facts)
    extent = asked.facts[definition.id]
    if random.random() < 0.1:
        return replace(asked, settings=dict.fromkeys(asked.settings))
    if not isinstance(extent, RecordsExtent) or not extent.records or random.random() < 0.5:
        return replace(asked, facts={**asked.facts, definition.id: unknown_extent(definition)})
    (record_type,) = scorecard.records
    field = random.choice([field for field in record_type.fields if field.id != record_type.key])
    place = random.randrange(len(extent.records))
    records = tuple(
        ListRecord(record.key, {**record.fields, field.id: unknown_extent(field)}) if index == place else record
        for index, record in enumerate(extent.records)
    )
    return replace(asked, facts={**asked.facts, definition.id: RecordsExtent(records)})


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("batch", range(2))
def test_removing_a_known_fact_only_widens_the_answer(batch: int) -> None:
    widened = 0
    for seed in range(batch, tries(60), 2):
        engine = InferenceEngine(RandomCard(seed).build())
        scorecard = engine.plan.scorecard
        random = Random(seed)
        for _ in range(4):
            asked = random_question(scorecard, random, unknown=random.choice([0, 0.2]))
            before = engine.infer(asked)
            for _ in range(4):
                asked = with_one_thing_less(scorecard, asked, random)
                after = engine.infer(asked)
                assert inside(before.total, after.total), "the score was bounded more closely"
                assert set(before.grades) <= set(after.grades)
                for section, points in before.score.sections.items():
                    assert inside(points.points, after.score.sections[section].points) or points.maximum == 0
                for name, earned in before.score.earned.items():
                    assert inside(earned.awarded, after.score.earned[name].awarded)
                for gate, outcome in before.passes.items():
                    assert after.passes[gate] in (outcome, Outcome.UNDETERMINED)
                widened += before.total != after.total or before.grades != after.grades
                before = after
        engine.close()
    assert widened > tries(30)


def test_removing_a_known_fact_excludes_no_possible_grade(monkeypatch: pytest.MonkeyPatch) -> None:
    """With every search cut short, for a proof must be right however little was tried."""
    monkeypatch.setattr(search, "MAXIMUM_BOXES", 40)
    for seed in range(tries(60)):
        engine = InferenceEngine(RandomCard(seed).build())
        random = Random(seed)
        asked = random_question(engine.plan.scorecard, random, unknown=0)
        known = decide(engine, asked)
        for _ in range(3):
            asked = with_one_thing_less(engine.plan.scorecard, asked, random)
            assert set(known.possible) <= set(decide(engine, asked).possible)
        engine.close()
