"""Earned points of indicators: memoized against fresh results on random cards, and the full-marks test."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from rules.contracts.intervals import Interval, point_interval
from rules.contracts.outcomes import Outcome
from rules.engine.earned_points import EarnedPoints, is_at_maximum
from rules.engine.score import ScoreCalculator
from tests.support.deciding import random_engines
from tests.support.random_extents import random_question
from tests.support.random_subjects import richer_card
from tests.support.tiers import tries


def test_cached_points_equal_recomputed_points() -> None:
    kept = recomputed = 0
    for card, engine, random in random_engines(range(tries(40)), richer_card):
        for unknown in (0, 0.2, 0.5):
            inference = engine.explore(random_question(card, random, unknown=unknown))
            again, afresh = (
                one.score(inference.values, inference.first_pass)
                for one in (engine.score_calculator, ScoreCalculator(engine.plan))
            )
            assert again == afresh == inference.score
            for name, earned in again.indicator_points.items():
                if earned is not inference.score.indicator_points[name]:
                    recomputed += 1
                else:
                    kept += 1
                    assert replace(earned, memo_slot=None) == earned
    assert kept > tries(100)
    assert recomputed > tries(100)


@pytest.mark.parametrize(
    ("points", "outcome"),
    [
        (point_interval(Fraction(4)), Outcome.MET),
        (point_interval(Fraction(39, 10)), Outcome.NOT_MET),
        (Interval(Fraction(0), Fraction(4)), Outcome.UNDETERMINED),
        (Interval(Fraction(0), Fraction(4), high_open=True), Outcome.NOT_MET),
        (Interval(Fraction(0), Fraction(3)), Outcome.NOT_MET),
        (Interval(Fraction(4), None), Outcome.MET),
        (Interval(None, None), Outcome.UNDETERMINED),
    ],
)
def test_points_are_the_most_that_can_be_earned_or_not(points: Interval, outcome: Outcome) -> None:
    assert is_at_maximum(points, Fraction(4)) is outcome


@pytest.mark.parametrize(
    "other",
    [
        {"applies": Outcome.NOT_MET},
        {"rows": (2,)},
        {"parts": (1, 1)},
        {"must": Outcome.NOT_MET},
        {"maximum": Fraction(3)},
        {"section_counts": Outcome.NOT_MET},
        {"at_maximum": Outcome.MET},
    ],
)
def test_only_points_may_differ(other: dict[str, Any]) -> None:
    earned = EarnedPoints(Outcome.MET, point_interval(Fraction(1)), (1,), maximum=Fraction(2))
    more = replace(earned, points=point_interval(Fraction(2)), awarded=point_interval(Fraction(2)))
    assert earned.equals_except_points(more)
    assert not replace(more, **other).equals_except_points(earned)
