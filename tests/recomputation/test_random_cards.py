"""Records of random cards: equal for column-wise, single and independent evaluation.

The cards of `rare_cards` use features that published cards seldom or never use. Only these tests evaluate them for
subjects with many unknown facts.
"""

from collections.abc import Callable
from contextlib import closing
from random import Random

import pytest

from rules.contracts.inputs import Subject
from rules.model.published_version import published_bytes, read_published
from rules.model.scorecard import Scorecard
from rules.trail.evaluation import Evaluator
from tests.recomputation.rare_cards import rare_card, rare_subject
from tests.support.one_by_one import one_by_one
from tests.support.random_extents import random_question
from tests.support.random_stages import staged_question, staged_random_card
from tests.support.random_subjects import KEY, declared_subject
from tests.support.random_verdicts import verdict_random_card
from tests.support.recomputing import recompute
from tests.support.tiers import all_or_few

BATCHES = 3
OPEN = (0.0, 0.1, 0.4)
"""Shares of facts omitted from a subject."""


def staged_subject(card: Scorecard, random: Random, *, unknown: float) -> Subject:
    return declared_subject(card, staged_question(card, random, unknown=unknown))


def plain_subject(card: Scorecard, random: Random, *, unknown: float) -> Subject:
    return declared_subject(card, random_question(card, random, unknown=unknown))


def one_record(card: Scorecard, subjects: Callable[..., Subject], seed: int) -> None:
    """Evaluate subjects of a card, read each record again, and compute it from the published file alone."""
    file = published_bytes(card, {})
    version = read_published(file, "2020-01-01T00:00:00Z")
    random = Random(seed)
    with closing(Evaluator(version.scorecard, version.rule_digest, version.name)) as evaluator:
        for unknown in OPEN:
            subject = subjects(version.scorecard, random, unknown=unknown)
            evaluation = evaluator.evaluate(subject, KEY)
            with one_by_one():
                assert evaluator.evaluate(subject, KEY).content == evaluation.content, seed
            assert evaluator.read(evaluation.written_record).record == evaluation.record, seed
            assert recompute(evaluation.content, file, None, KEY, boxes=20).faults == [], (seed, unknown)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("batch", range(BATCHES))
def test_all_evaluators_agree_on_cards_with_rare_features(batch: int) -> None:
    for seed in all_or_few(range(batch, 36, BATCHES), range(batch, batch + 1)):
        one_record(rare_card(seed), rare_subject, seed)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("card", "subjects"), [(staged_random_card, staged_subject), (verdict_random_card, plain_subject)]
)
def test_all_evaluators_agree_on_stages_maturity_and_verdicts(
    card: Callable[[int], Scorecard], subjects: Callable[..., Subject]
) -> None:
    for seed in all_or_few(range(8), range(1)):
        one_record(card(seed), subjects, seed)
