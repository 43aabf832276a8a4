"""Maturity scoring: worked rows of the source, aspects and trend, limits, unknown level or aspects."""

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from rules.contracts.errors import PlanError
from rules.contracts.extents import Extent, NotApplicable
from rules.contracts.intervals import Interval, point_interval
from rules.contracts.outcomes import Outcome
from rules.engine.inference_engine import InferenceEngine
from rules.engine.maturity import MaturityResult
from rules.model.maturity import MaturityScale
from rules.model.scorecard import Scorecard
from tests.support.engine_card import infer, question
from tests.support.staged_card import everything, percent, staged_card

ENGINE = InferenceEngine(staged_card())


def matured(level: int, trend: int, comparison: int, integration: int, **settings: str) -> Fraction:
    known = everything(
        0, c2_disclosed=percent(level), c2_trend=percent(trend), c2_comparison=percent(comparison),
        c2_integration=percent(integration),
    )  # fmt: skip
    inference = ENGINE.infer(question(ENGINE.plan.scorecard, known, **settings))
    points = inference.score.earned["C2"]
    assert isinstance(points.detail, MaturityResult)
    assert points.detail.percent.value is not None
    assert points.awarded == point_interval(points.maximum * points.detail.percent.value / 100)
    return points.detail.percent.value


@pytest.mark.parametrize(
    ("level", "aspects", "at_least", "more_than"),
    [
        (30, (30, 50, 70), 35, 35),
        (30, (50, 25, 25), 30, 30),
        (30, (35, 35, 10), 35, 35),
        (30, (30, 30, 30), 35, 30),
        (100, (100, 100, 100), 100, 100),
    ],
)
def test_the_rows_of_the_source(level: int, aspects: tuple[int, int, int], at_least: int, more_than: int) -> None:
    assert matured(level, *aspects, trend_reading="rated") == at_least
    assert matured(level, *aspects, trend_reading="rated", reach="more") == more_than


@pytest.mark.parametrize(("met", "percent_"), [(0, 40), (1, 40), (2, 45), (3, 45)])
def test_two_aspects_raise_the_level_by_five(met: int, percent_: int) -> None:
    aspects = (40,) * met + (0,) * (3 - met)
    assert matured(40, *aspects) == percent_


def test_a_trend_counts_as_full_once_the_source_no_longer_distinguishes_levels() -> None:
    assert matured(90, 30, 90, 0) == 95
    assert matured(90, 25, 90, 0) == 90
    assert matured(90, 30, 90, 0, trend_reading="rated") == 90


@given(st.lists(st.integers(0, 20), min_size=4, max_size=4))
def test_never_below_the_level_and_never_above_a_hundred(places: list[int]) -> None:
    level, *aspects = (5 * place for place in places)
    assert level <= matured(level, *aspects) <= min(100, level + 5)


def test_the_level_may_be_the_middle_of_its_span() -> None:
    assert matured(30, 0, 0, 0, level_reading="middle") == Fraction(75, 2)
    assert matured(100, 95, 95, 0, level_reading="middle") == 100
    assert matured(95, 0, 95, 90, level_reading="middle") == 95


def two_ratings() -> Scorecard:
    """Return a card that combines the disclosed amount with a second rating in indicator C2."""
    plain = staged_card()
    scale = MaturityScale(
        disclosed="c2_disclosed", content="c3_disclosed", trend="c2_trend", comparison="c2_comparison",
        integration="c2_integration",
    )  # fmt: skip
    changed = tuple(one.model_copy(update={"scale": scale}) if one.id == "C2" else one for one in plain.indicators)
    return plain.model_copy(update={"indicators": changed})


def earned_by(scorecard: Scorecard, known: dict[str, Extent]) -> MaturityResult:
    inference = infer(scorecard, everything(0, **known))
    detail = inference.score.earned["C2"].detail
    assert isinstance(detail, MaturityResult)
    return detail


@pytest.mark.full
def test_the_level_is_the_mean_of_both_ratings() -> None:
    known = {"c2_disclosed": percent(30), "c3_disclosed": percent(45), "c2_trend": percent(0)}
    assert earned_by(two_ratings(), known).level == point_interval(Fraction(75, 2))


def test_an_unknown_aspect_leaves_the_increase_undetermined() -> None:
    known = dict(everything(40))
    del known["c2_comparison"]
    known["c2_trend"] = percent(0)
    points = infer(staged_card(), known).score.earned["C2"]
    assert isinstance(points.detail, MaturityResult)
    assert (points.detail.surely, points.detail.possibly) == (1, 2)
    assert points.detail.percent == Interval(Fraction(40), Fraction(45))


def test_an_unknown_level_leaves_the_full_range_possible() -> None:
    known = dict(everything(0))
    del known["c2_disclosed"]
    points = infer(staged_card(), known).score.earned["C2"]
    assert isinstance(points.detail, MaturityResult)
    assert points.detail.percent == Interval(Fraction(0), Fraction(100))
    assert set(points.detail.aspects.values()) == {Outcome.UNDETERMINED}


def test_an_indicator_does_not_apply_if_its_level_does_not_apply() -> None:
    plain = staged_card()
    facts = tuple(
        one.model_copy(update={"may_not_apply": True}) if one.id in ("c2_disclosed", "c3_trend") else one
        for one in plain.facts
    )
    known = everything(40, c2_disclosed=NotApplicable(), c3_trend=NotApplicable())
    inference = infer(plain.model_copy(update={"facts": facts}), known)
    assert inference.score.earned["C2"].applies is Outcome.NOT_MET
    third = inference.score.earned["C3"].detail
    assert isinstance(third, MaturityResult)
    assert third.surely == 2


def test_maturity_without_its_rules_is_refused() -> None:
    with pytest.raises(PlanError, match="indicator C1 scores by maturity, but the scorecard has no rules of maturity"):
        InferenceEngine(staged_card(maturity=None))
