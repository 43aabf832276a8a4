"""Grade decisions: certain, reachable and excluded grades, witnesses, and random cards against completions."""

from contextlib import closing
from fractions import Fraction
from random import Random

import pytest

from rules.contracts.extents import NumberExtent
from rules.contracts.outcomes import ConclusionKind, Possibility
from rules.engine import search
from rules.engine.decide import decide
from rules.engine.inference_engine import InferenceEngine
from rules.model.scorecard import Choice, ChoicePoints, ChoiceScale, LadderRow, Setting, ShareScale
from tests.support.deciding import completed, decided, possibilities
from tests.support.engine_card import (
    LAW,
    band as half_open,
    between,
    by_bands,
    card,
    choice,
    chosen,
    flag,
    gate,
    indicator,
    is_,
    number,
    question,
    row,
)
from tests.support.random_cards import RandomCard
from tests.support.random_extents import complete, random_question
from tests.support.tiers import tries

CERTAIN, REACHABLE = Possibility.CERTAIN, Possibility.REACHABLE
NOT_EXCLUDED, EXCLUDED = Possibility.NOT_EXCLUDED, Possibility.EXCLUDED


SHARE = number("share", "%", 0, 100)
SCORED = indicator("I", 100, ShareScale(measure="share"))
ROWS = (row("gold", 80), row("silver", 50))


def test_a_fully_known_subject_has_a_certain_grade() -> None:
    decision = decided(card(SHARE, indicators=(SCORED,), rows=ROWS), {"share": is_(60)})
    assert possibilities(decision) == {"gold": EXCLUDED, "silver": CERTAIN, "none": EXCLUDED}
    assert decision.grade == "silver"
    assert decision.possible == ("silver",)


def test_an_unknown_fact_leaves_every_grade_reachable() -> None:
    decision = decided(card(SHARE, indicators=(SCORED,), rows=ROWS), {})
    assert possibilities(decision) == {"gold": REACHABLE, "silver": REACHABLE, "none": REACHABLE}
    assert decision.grade is None
    assert decision.kind is ConclusionKind.GRADE_OPEN


def test_a_known_indicator_narrows_the_reachable_grades() -> None:
    both = (indicator("I", 50, ShareScale(measure="share")), indicator("J", 50, ShareScale(measure="other")))
    scorecard = card(SHARE, number("other", "%", 0, 100), indicators=both, rows=ROWS)
    half, full, nothing = (decided(scorecard, {"share": is_(share)}) for share in (50, 100, 0))
    assert possibilities(half) == {"gold": EXCLUDED, "silver": REACHABLE, "none": REACHABLE}
    assert possibilities(full) == {"gold": REACHABLE, "silver": REACHABLE, "none": EXCLUDED}
    assert possibilities(nothing)["none"] is REACHABLE
    open_, sure = ConclusionKind.GRADE_OPEN, ConclusionKind.GRADED
    assert [half.kind, full.kind, nothing.kind] == [open_, sure, open_]


def test_a_failed_gate_excludes_every_grade_except_none() -> None:
    scorecard = card(SHARE, flag("clean"), gates=(gate("G", chosen("clean", "yes")),), indicators=(SCORED,), rows=ROWS)
    decision = decided(scorecard, {"clean": is_(False)})
    assert decision.kind is ConclusionKind.GATE_FAILED
    assert possibilities(decision) == {"gold": EXCLUDED, "silver": EXCLUDED, "none": CERTAIN}
    open_ = decided(scorecard, {"share": is_(90)})
    assert open_.kind is ConclusionKind.INCOMPLETE
    assert possibilities(open_) == {"gold": REACHABLE, "silver": EXCLUDED, "none": REACHABLE}


def test_splitting_disproves_grades_that_intervals_leave_reachable() -> None:
    """Indicator J loses the points that I gains from the same share: the total is always 40 or 60."""
    indicators = (
        indicator("I", 60, by_bands("share", half_open(None, 50, 0), half_open(50, None, 40), unit="%")),
        indicator("J", 60, by_bands("share", half_open(None, 50, 60), half_open(50, None, 0), unit="%")),
    )
    scorecard = card(SHARE, indicators=indicators, rows=(row("gold", 80), row("silver", 50), row("bronze", 30)))
    with closing(InferenceEngine(scorecard)) as engine:
        inference = engine.infer(question(scorecard, {}))
        assert (inference.grades, inference.kind) == (("gold", "silver", "bronze", "none"), ConclusionKind.GRADE_OPEN)
    decision = decided(scorecard, {})
    assert possibilities(decision) == {"gold": EXCLUDED, "silver": REACHABLE, "bronze": REACHABLE, "none": EXCLUDED}
    assert decision.kind is ConclusionKind.GRADED


def test_without_a_proof_a_grade_is_not_excluded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same card, when the boxes run out before anything is proved."""
    indicators = (
        indicator("I", 60, by_bands("share", half_open(None, 50, 0), half_open(50, None, 40), unit="%")),
        indicator("J", 60, by_bands("share", half_open(None, 50, 60), half_open(50, None, 0), unit="%")),
    )
    scorecard = card(SHARE, indicators=indicators, rows=(row("gold", 80), row("silver", 50), row("bronze", 30)))
    monkeypatch.setattr(search, "MAXIMUM_BOXES", 1)
    decision = decided(scorecard, {})
    assert possibilities(decision) == {
        "gold": NOT_EXCLUDED,
        "silver": REACHABLE,
        "bronze": REACHABLE,
        "none": NOT_EXCLUDED,
    }
    assert decision.kind is ConclusionKind.GRADE_OPEN


def test_few_choices_are_all_tried() -> None:
    """Points for two choices that cannot make 70 together with 10: 10, 40, 60 and 90 are the only scores."""
    level = ("low", "high")
    rows = (ChoicePoints(value="low", points=Fraction(0)), ChoicePoints(value="high", points=Fraction(50)))
    other = (ChoicePoints(value="low", points=Fraction(10)), ChoicePoints(value="high", points=Fraction(40)))
    indicators = (
        indicator("I", 50, ChoiceScale(measure="one", rows=rows)),
        indicator("J", 50, ChoiceScale(measure="two", rows=other)),
    )
    ladder = (
        LadderRow(grade="odd", more_than=Fraction(60), below=Fraction(90), basis=LAW),
        row("high", 90),
        row("low", 20),
    )
    scorecard = card(choice("one", *level), choice("two", *level), indicators=indicators, rows=ladder)
    assert possibilities(decided(scorecard, {})) == {
        "odd": EXCLUDED,
        "high": REACHABLE,
        "low": REACHABLE,
        "none": REACHABLE,
    }


def test_a_value_outside_every_row_of_a_scale_excludes_no_grade() -> None:
    """All facts are known or can be counted, and still the points are open: nothing disproves a grade."""
    gap = by_bands("share", half_open(50, None, 100), unit="%")
    scorecard = card(
        SHARE, flag("on"), indicators=(indicator("I", 100, gap),), rows=(row("gold", 80), row("silver", 0))
    )
    for known in ({"share": is_(20), "on": is_(True)}, {"share": is_(20)}):
        assert possibilities(decided(scorecard, known)) == {
            "gold": NOT_EXCLUDED,
            "silver": NOT_EXCLUDED,
            "none": EXCLUDED,
        }
    with_flag = card(
        SHARE,
        flag("on"),
        indicators=(indicator("I", 100, gap),),
        rows=(row("gold", 80, chosen("on", "yes")), row("silver", 0)),
    )
    assert possibilities(decided(with_flag, {"share": is_(20)})) == {
        "gold": NOT_EXCLUDED,
        "silver": REACHABLE,
        "none": EXCLUDED,
    }


READING = Setting(id="reading", choices=(Choice(id="wide"), Choice(id="narrow")))


def test_an_undetermined_setting_is_evaluated_for_each_choice() -> None:
    rows = (row("gold", 80, chosen("reading", "wide")), row("silver", 50))
    scorecard = card(SHARE, indicators=(SCORED,), rows=rows, settings=(READING,))
    decision = decided(scorecard, {"share": is_(90)})
    assert possibilities(decision) == {"gold": REACHABLE, "silver": REACHABLE, "none": EXCLUDED}
    chosen_by = {answer.grade: answer.witness.settings for answer in decision.grades if answer.witness}
    assert chosen_by == {"gold": {"reading": "wide"}, "silver": {"reading": "narrow"}}
    assert [(item.settings, item.decision.grade) for item in decision.alternatives] == [
        ({"reading": "wide"}, "gold"),
        ({"reading": "narrow"}, "silver"),
    ]
    assert decision.kind is ConclusionKind.GRADED
    assert decided(scorecard, {"share": is_(90)}, reading="narrow").grade == "silver"
    assert decided(scorecard, {"share": is_(60)}).grade == "silver"


def test_grading_is_undetermined_if_one_choice_of_a_setting_yields_no_grade() -> None:
    only = card(SHARE, indicators=(SCORED,), rows=(row("gold", 80, chosen("reading", "wide")),), settings=(READING,))
    decision = decided(only, {"share": is_(90)})
    assert decision.kind is ConclusionKind.GRADE_OPEN
    assert [one.decision.kind for one in decision.alternatives] == [ConclusionKind.GRADED, ConclusionKind.NOT_GRADED]
    assert decided(only, {"share": is_(70)}).kind is ConclusionKind.NOT_GRADED


def test_an_undetermined_setting_and_an_unknown_fact_are_completed_together() -> None:
    rows = (row("gold", 80, chosen("reading", "wide")), row("silver", 50))
    decision = decided(card(SHARE, indicators=(SCORED,), rows=rows, settings=(READING,)), {})
    assert possibilities(decision) == {"gold": REACHABLE, "silver": REACHABLE, "none": REACHABLE}


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("batch", range(2))
def test_on_random_cards_no_completion_contradicts_the_decision(batch: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "MAXIMUM_BOXES", 150)
    seen = dict.fromkeys(Possibility, 0)
    for seed in range(batch, tries(90), 2):
        scorecard = RandomCard(seed).build()
        random = Random(seed + 7)
        with closing(InferenceEngine(scorecard)) as engine:
            for unknown in (0.0, 0.1, 0.35):
                asked = random_question(engine.plan.scorecard, random, unknown=unknown)
                decision = decide(engine, asked)
                assert decision.possible, "some grade is always possible"
                for answer in decision.grades:
                    seen[answer.possibility] += 1
                    if answer.witness is not None:
                        witness = completed(engine, asked, answer.witness)
                        assert decide(engine, witness).grade == answer.grade
                for _ in range(10):
                    complete_ = complete(engine.plan.scorecard, asked, random)
                    ending = decide(engine, complete_)
                    assert set(ending.possible) <= set(decision.possible)
    assert min(seen.values()) > tries(10), seen


def test_a_decision_is_always_the_same() -> None:
    scorecard = RandomCard(14).build()
    asked = random_question(scorecard, Random(14), unknown=0.4)
    with closing(InferenceEngine(scorecard)) as engine, closing(InferenceEngine(scorecard)) as other:
        assert decide(engine, asked) == decide(other, asked) == decide(engine, asked)


def test_a_narrowed_fact_is_searched_within_its_bounds() -> None:
    decision = decided(card(SHARE, indicators=(SCORED,), rows=ROWS), {"share": between(40, 60)})
    witnesses = {answer.grade: answer.witness for answer in decision.grades}
    assert possibilities(decision)["gold"] is EXCLUDED
    for grade in ("silver", "none"):
        witness = witnesses[grade]
        if witness is not None:
            extent = witness.facts["share"]
            assert isinstance(extent, NumberExtent)
