"""Does an indicator earn the same where it was prepared as where it is made for one evaluation?"""

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest

from rules.contracts.intervals import Interval, exactly
from rules.contracts.outcomes import Outcome
from rules.engine.earned import Sure, is_full
from rules.engine.infer import InferenceEngine
from rules.engine.score import score
from tests.support.random_extents import random_question
from tests.support.random_subjects import richer_card
from tests.support.tiers import tries


class _Unprepared(Sure):
    """Prepares nothing, so that everything is earned the long way."""

    def earned(self, outcomes: object) -> None:
        """Never say anything."""
        del outcomes


def test_what_is_prepared_is_what_would_be_earned_anew() -> None:
    prepared = anew = 0
    for seed in range(tries(40)):
        card = richer_card(seed)
        engine = InferenceEngine(card)
        plan = engine.plan
        slow = replace(plan, sure={item.id: _Unprepared(item, plan.rows[item.id]) for item in card.indicators})
        random = Random(seed)  # noqa: S311 - tests want repeatable numbers, not secrets
        for unknown in (0, 0.2, 0.5):
            found = engine.explore(random_question(card, random, unknown=unknown))
            assert score(slow, found.values, found.first) == score(plan, found.values, found.first)
            for item in card.indicators:
                surely = plan.sure[item.id].earned(found.first)
                if surely is None:
                    anew += 1
                else:
                    assert plan.sure[item.id].place(surely) is not None
                    assert plan.sure[item.id].place(replace(surely)) is None
                    prepared += 1
        engine.close()
    assert prepared > tries(100)
    assert anew > tries(100)


@pytest.mark.parametrize(
    ("points", "outcome"),
    [
        (exactly(Fraction(4)), Outcome.MET),
        (exactly(Fraction(39, 10)), Outcome.NOT_MET),
        (Interval(Fraction(0), Fraction(4)), Outcome.UNDETERMINED),
        (Interval(Fraction(0), Fraction(4), high_open=True), Outcome.NOT_MET),
        (Interval(Fraction(0), Fraction(3)), Outcome.NOT_MET),
        (Interval(Fraction(4), None), Outcome.MET),
        (Interval(None, None), Outcome.UNDETERMINED),
    ],
)
def test_points_are_the_most_that_can_be_earned_or_not(points: Interval, outcome: Outcome) -> None:
    assert is_full(points, Fraction(4)) is outcome
