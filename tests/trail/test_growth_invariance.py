"""Order invariance of records with stages, maturity and verdicts, and their explanation in two languages."""

from collections.abc import Callable
from random import Random

import pytest

from rules.engine.inference import InferenceQuestion
from rules.model.digest import rule_digest
from rules.model.scorecard import Scorecard
from rules.trail.deserialization import subject_of
from rules.trail.evaluation import Evaluator
from rules.trail.explain import explain
from tests.support.random_extents import random_question
from tests.support.random_stages import staged_question, staged_random_card
from tests.support.random_subjects import KEY, declared_subject, shuffled, shuffled_card
from tests.support.random_verdicts import verdict_random_card

Make = Callable[[int], Scorecard]
Ask = Callable[..., InferenceQuestion]


@pytest.mark.full
@pytest.mark.parametrize(
    ("make", "ask"), [(staged_random_card, staged_question), (verdict_random_card, random_question)]
)
def test_no_order_changes_a_byte_and_every_record_can_be_explained(make: Make, ask: Ask) -> None:
    for seed in range(6):
        random = Random(seed)  # noqa: S311 - tests want repeatable numbers, not secrets
        card = make(seed)
        evaluator, other = (Evaluator(one, rule_digest(one), "v") for one in (card, shuffled_card(card, random)))
        for unknown in (0.1, 0.4):
            subject = declared_subject(card, ask(card, random, unknown=unknown))
            recorded = evaluator.evaluate(subject, KEY)
            assert other.evaluate(shuffled(subject, random), KEY).content == recorded.content
            assert evaluator.evaluate(subject_of(recorded.record), KEY).content == recorded.content
            english, chinese = (explain(evaluator, recorded.record, language).statements for language in ("en", "zh"))
            assert [(one.topic, one.criterion, one.facts) for one in english] == [
                (one.topic, one.criterion, one.facts) for one in chinese
            ]
        evaluator.close()
        other.close()
