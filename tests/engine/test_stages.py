"""Stages: first matching row, points and maximum by stage, open stages, exclusion and witnesses."""

from contextlib import closing
from fractions import Fraction

import pytest

from rules.contracts.extents import Extent
from rules.contracts.intervals import Interval, point_interval
from rules.contracts.outcomes import ConclusionKind, Outcome, Possibility
from rules.engine.decide import decide
from rules.engine.grades import NO_STAGE
from rules.engine.inference_engine import InferenceEngine
from rules.model.expressions import STAGE
from rules.model.scorecard import Scorecard, StageRow, Stages
from tests.support.engine_card import LAW, chosen, infer, question, row
from tests.support.staged_card import awareness, everything, rated, staged_card

LEVELS = [60, 35, 30, 45, 10, 55, 40, 35, 20, 30, 35, 30, 25, 10, 15, 5]
"""Levels of an example; no aspect reaches them."""


@pytest.mark.parametrize(
    ("known", "stage"),
    [
        ((0, 0, 0, 0, 0), "s0"),
        ((1, 1, 0, 0, 0), "s1"),
        ((1, 1, 1, 1, 0), "s2"),
        ((1, 1, 1, 1, 1), "s3"),
        ((1, 0, 0, 0, 0), "s0"),
        ((1, 1, 1, 0, 0), "s1"),
    ],
)
def test_the_first_matching_row_determines_the_stage(known: tuple[int, ...], stage: str) -> None:
    assert infer(staged_card(), {**rated([50] * 16), **awareness(*known)}).stages == (stage,)


@pytest.mark.parametrize(("known", "total"), [((1, 1, 0, 0, 0), 16), ((1, 1, 1, 1, 0), 52), ((1, 1, 1, 1, 1), 100)])
def test_a_hundred_everywhere_earns_exactly_the_maximum_of_the_stage(known: tuple[int, ...], total: int) -> None:
    inference = infer(staged_card(), {**rated([100] * 16), **awareness(*known)})
    assert inference.total == point_interval(Fraction(total))
    assert inference.kind is ConclusionKind.SCORED


@pytest.mark.parametrize(
    ("known", "total"), [((1, 1, 0, 0, 0), "6.634"), ((1, 1, 1, 1, 0), "21.034"), ((1, 1, 1, 1, 1), "32.208")]
)
def test_the_example_of_the_source(known: tuple[int, ...], total: str) -> None:
    ratings = rated(LEVELS, trend=0, comparison=0, integration=0)
    inference = infer(staged_card(), {**ratings, **awareness(*known)})
    assert inference.total.value is not None
    assert round(inference.total.value, 3) == Fraction(total)


def test_indicators_of_other_sections_do_not_apply_and_have_a_maximum_of_zero() -> None:
    with closing(InferenceEngine(staged_card())) as engine:
        inference = engine.infer(question(engine.plan.scorecard, {**everything(100), **awareness(1, 1, 1, 1, 0)}))
        earned = inference.score.earned
        assert engine.indicator_outcome("C10", inference) is Outcome.MET
        assert engine.indicator_outcome("C11", inference) is Outcome.NOT_APPLICABLE
        assert (earned["C11"].awarded, earned["C11"].maximum) == (point_interval(Fraction(0)), Fraction(0))
        assert inference.score.sections["third"].maximum == 0


def decided(known: dict[str, Extent], scorecard: Scorecard | None = None) -> tuple[dict[str, Possibility], Interval]:
    with closing(InferenceEngine(scorecard or staged_card())) as engine:
        decision = decide(engine, question(engine.plan.scorecard, known))
        return {one.stage: one.possibility for one in decision.stages}, decision.inference.total


def test_an_unknown_fact_leaves_stages_reachable_and_widens_the_score_across_them() -> None:
    known = {**rated([100] * 16), **awareness(1, 1, 1, 1, 1)}
    del known["quantified"]
    stages, total = decided(known)
    assert stages == {
        "s3": Possibility.REACHABLE, "s2": Possibility.REACHABLE, "s1": Possibility.EXCLUDED,
        "s0": Possibility.EXCLUDED,
    }  # fmt: skip
    assert total == Interval(Fraction(52), Fraction(100))


def test_a_stage_that_only_splitting_can_exclude_counts_no_longer() -> None:
    """Two rows test one flag for yes and for no, so one row always matches; each row alone is undetermined."""
    either = Stages(
        stages=staged_card().stages.stages,  # type: ignore[union-attr]
        rows=(
            StageRow(stage="s3", when=(chosen("quantified", "yes"),), basis=LAW),
            StageRow(stage="s2", when=(chosen("quantified", "no"),), basis=LAW),
        ),
    )
    open_ = infer(staged_card(stages=either), rated([100] * 16))
    assert (open_.stages, open_.total) == (("s3", "s2", NO_STAGE), Interval(Fraction(0), Fraction(100)))
    stages, total = decided(rated([100] * 16), staged_card(stages=either))
    assert stages[NO_STAGE] is Possibility.EXCLUDED
    assert total == Interval(Fraction(52), Fraction(100))


def test_a_witness_of_a_stage_leads_to_that_stage() -> None:
    with closing(InferenceEngine(staged_card())) as engine:
        decision = decide(engine, question(engine.plan.scorecard, {}))
        for answer in decision.stages:
            assert answer.possibility is Possibility.REACHABLE
            assert answer.witness is not None
            again = decide(engine, question(engine.plan.scorecard, answer.witness.facts))
            assert again.stage == answer.stage
        assert decision.stage is None


def test_the_ladder_can_require_a_stage() -> None:
    rows = (row("leader", 80, chosen(STAGE, "s3")), row("starter", 0, chosen(STAGE, "s1", "s2")))
    assert infer(staged_card(rows=rows), everything(100)).grades == ("leader",)
    second = {**everything(100), **awareness(1, 1, 1, 1, 0)}
    assert infer(staged_card(rows=rows), second).grades == ("starter",)
    known = {**everything(100)}
    del known["quantified"]
    assert infer(staged_card(rows=rows), known).grades == ("leader", "starter", "none")
    with closing(InferenceEngine(staged_card(rows=rows))) as engine:
        assert decide(engine, question(engine.plan.scorecard, known)).possible == ("leader", "starter")


def test_an_undetermined_setting_yields_the_stage_under_each_choice() -> None:
    either = Stages(
        stages=staged_card().stages.stages,  # type: ignore[union-attr]
        rows=(StageRow(stage="s3", when=(chosen("reach", "more"),), basis=LAW), StageRow(stage="s1", basis=LAW)),
    )
    with closing(InferenceEngine(staged_card(stages=either))) as engine:
        asked = question(engine.plan.scorecard, everything(100))
        asked.settings["reach"] = None  # type: ignore[index]
        decision = decide(engine, asked)
        assert decision.possible_stages == ("s3", "s1")
        assert [one.decision.stage for one in decision.alternatives] == ["s1", "s3"]


def test_an_unknown_fact_that_the_stage_depends_on_is_named() -> None:
    with closing(InferenceEngine(staged_card())) as engine:
        known = dict(everything(100))
        del known["quantified"]
        opened = engine.open_leaves(engine.infer(question(engine.plan.scorecard, known)))
        assert opened["quantified"][0] == STAGE
        assert not opened.keys() & {"carbon_aware", "environment_aware"}
