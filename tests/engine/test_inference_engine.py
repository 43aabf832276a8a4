"""Inference: gates, applicability, grade ladder, rounding, units, and conditions on outcomes."""

from fractions import Fraction

import pytest

from rules.contracts.errors import PlanError
from rules.contracts.extents import Extent, NumberExtent
from rules.contracts.intervals import Interval, point_interval
from rules.contracts.numbers import RoundingMode
from rules.contracts.outcomes import ConclusionKind, Outcome
from rules.engine.inference import Inference
from rules.engine.inference_engine import InferenceEngine
from rules.model.expressions import OutcomeClause
from rules.model.scorecard import FindingRule, FindingSeverity, LadderRow, NotApplicablePolicy, ShareScale
from tests.support.engine_card import (
    ABSENT,
    AS_OF,
    LAW,
    between,
    card,
    chosen,
    compare,
    compare_names,
    flag,
    gate,
    indicator,
    infer,
    is_,
    number,
    question,
    row,
)

FACTS = (
    number("violations", "time", 0, may_not_apply=True),
    flag("new", may_not_apply=True),
    number("share", "%", 0, 100),
    number("low", "t", 0),
    number("high", "kg", None, 5_000),
)
SCORED = indicator("I", 100, ShareScale(measure="share"))
CLEAN = compare("violations", "at_most", 0, "time")
OLD = (chosen("new", "no"),)


def gated(known: dict[str, Extent]) -> Inference:
    scorecard = card(*FACTS, gates=(gate("G", CLEAN, applies=OLD),), indicators=(SCORED,), rows=(row("pass", 60),))
    return infer(scorecard, {"share": is_(80), **known})


@pytest.mark.parametrize(
    ("violations", "new", "outcome", "passes", "kind", "grades"),
    [
        (is_(0), is_(False), Outcome.MET, Outcome.MET, ConclusionKind.GRADED, ("pass",)),
        (is_(1), is_(False), Outcome.NOT_MET, Outcome.NOT_MET, ConclusionKind.GATE_FAILED, ("none",)),
        (is_(1), is_(True), Outcome.NOT_APPLICABLE, Outcome.MET, ConclusionKind.GRADED, ("pass",)),
        (is_(1), ABSENT, Outcome.NOT_APPLICABLE, Outcome.MET, ConclusionKind.GRADED, ("pass",)),
        (ABSENT, is_(False), Outcome.NOT_APPLICABLE, Outcome.MET, ConclusionKind.GRADED, ("pass",)),
        (None, is_(False), Outcome.UNDETERMINED, Outcome.UNDETERMINED, ConclusionKind.INCOMPLETE, ("pass", "none")),
        (is_(1), None, Outcome.UNDETERMINED, Outcome.UNDETERMINED, ConclusionKind.INCOMPLETE, ("pass", "none")),
        (is_(0), None, Outcome.UNDETERMINED, Outcome.MET, ConclusionKind.GRADED, ("pass",)),
        (None, is_(True), Outcome.NOT_APPLICABLE, Outcome.MET, ConclusionKind.GRADED, ("pass",)),
        (ABSENT, None, Outcome.NOT_APPLICABLE, Outcome.MET, ConclusionKind.GRADED, ("pass",)),
    ],
)
def test_a_gate_passes_subjects_that_meet_it_or_to_which_it_does_not_apply(
    violations: Extent | None,
    new: Extent | None,
    outcome: Outcome,
    passes: Outcome,
    kind: ConclusionKind,
    grades: tuple[str, ...],
) -> None:
    extents = {name: extent for name, extent in (("violations", violations), ("new", new)) if extent is not None}
    inference = gated(extents)
    assert (inference.gates["G"], inference.passes["G"], inference.kind, inference.grades) == (
        outcome,
        passes,
        kind,
        grades,
    )


def test_one_failed_gate_decides_even_if_other_gates_are_undetermined() -> None:
    gates = (gate("A", CLEAN), gate("B", chosen("new", "yes")))
    scorecard = card(*FACTS, gates=gates, indicators=(SCORED,), rows=(row("pass", 0),))
    inference = infer(scorecard, {"violations": is_(3)})
    assert inference.kind is ConclusionKind.GATE_FAILED
    assert inference.grades == ("none",)


@pytest.mark.parametrize(
    ("new", "applies", "kind", "grades"),
    [
        (is_(False), Outcome.MET, ConclusionKind.GATE_FAILED, ("none",)),
        (is_(True), Outcome.NOT_MET, ConclusionKind.NOT_APPLICABLE, ("none",)),
        (ABSENT, Outcome.NOT_MET, ConclusionKind.NOT_APPLICABLE, ("none",)),
        (None, Outcome.UNDETERMINED, ConclusionKind.INCOMPLETE, ("none",)),
    ],
)
def test_a_gate_fails_only_subjects_to_which_the_scorecard_certainly_applies(
    new: Extent | None, applies: Outcome, kind: ConclusionKind, grades: tuple[str, ...]
) -> None:
    scorecard = card(*FACTS, gates=(gate("G", CLEAN),), indicators=(SCORED,), rows=(row("pass", 0),), applies=OLD)
    extents: dict[str, Extent] = {"violations": is_(1), "share": is_(80)}
    inference = infer(scorecard, extents if new is None else {**extents, "new": new})
    assert (inference.applies, inference.kind, inference.grades) == (applies, kind, grades)


LADDER = (row("gold", 90), row("silver", 70, chosen("new", "yes")), row("bronze", 50))


@pytest.mark.parametrize(
    ("share", "new", "grades"),
    [
        (is_(90), None, ("gold",)),
        (is_("89.99999999"), is_(True), ("silver",)),
        (is_("89.99999999"), is_(False), ("bronze",)),
        (is_(80), ABSENT, ("bronze",)),
        (is_(80), None, ("silver", "bronze")),
        (is_("49.9"), None, ("none",)),
        (between(60, 75), is_(True), ("silver", "bronze")),
        (between(45, 95), None, ("gold", "silver", "bronze", "none")),
        (between(50, 95), is_(False), ("gold", "bronze")),
    ],
)
def test_the_first_matching_row_of_the_ladder_decides_the_grade(
    share: Extent, new: Extent | None, grades: tuple[str, ...]
) -> None:
    extents = {"share": share} if new is None else {"share": share, "new": new}
    assert infer(card(*FACTS, indicators=(SCORED,), rows=LADDER), extents).grades == grades


def test_a_grade_possible_by_two_rows_is_listed_once() -> None:
    rows = (row("pass", 80), row("pass", 60, chosen("new", "yes")))
    assert infer(card(*FACTS, indicators=(SCORED,), rows=rows), {"share": between(70, 90)}).grades == ("pass", "none")


def test_rows_may_have_upper_and_exclusive_bounds() -> None:
    rows = (
        LadderRow(grade="high", more_than=Fraction(60), at_most=Fraction(90), basis=LAW),
        LadderRow(grade="low", below=Fraction(30), basis=LAW),
    )
    scorecard = card(*FACTS, indicators=(SCORED,), rows=rows)
    for share, grade in ((60, "none"), (61, "high"), (90, "high"), (91, "none"), (30, "none"), (29, "low")):
        assert infer(scorecard, {"share": is_(share)}).grades == (grade,)


@pytest.mark.parametrize(
    ("mode", "share", "grades"),
    [
        (RoundingMode.HALF_EVEN, "79.995", ("gold",)),
        (RoundingMode.HALF_EVEN, "79.985", ("silver",)),
        (RoundingMode.HALF_EVEN, "79.9949", ("silver",)),
        (RoundingMode.UP, "79.9901", ("gold",)),
        (RoundingMode.DOWN, "79.9999", ("silver",)),
    ],
)
def test_a_card_may_compare_the_rounded_score(mode: RoundingMode, share: str, grades: tuple[str, ...]) -> None:
    rows = (row("gold", 80), row("silver"))
    rounded = card(*FACTS, indicators=(SCORED,), rows=rows, compare_rounded=True, places=2, mode=mode)
    inference = infer(rounded, {"share": is_(share)})
    assert inference.grades == grades
    assert inference.total == point_interval(Fraction(share)), "the score itself stays exact"
    exact = card(*FACTS, indicators=(SCORED,), rows=rows, compare_rounded=False, places=2, mode=mode)
    assert infer(exact, {"share": is_(share)}).grades == ("silver",)


def test_an_interval_is_rounded_end_by_end() -> None:
    rows = (row("gold", 80), row("silver"))
    scorecard = card(*FACTS, indicators=(SCORED,), rows=rows, compare_rounded=True, places=0)
    assert infer(scorecard, {"share": between("79.5", 95)}).grades == ("gold",)
    assert infer(scorecard, {"share": between("79.4", 95)}).grades == ("gold", "silver")
    below = NumberExtent(Interval(Fraction(70), Fraction("79.5"), high_open=True))
    assert infer(scorecard, {"share": below}).grades == ("gold", "silver")


def test_numbers_of_one_dimension_are_compared_across_units() -> None:
    """A row can be decided by the bounds alone while both facts are unknown."""
    rows = (row("above", None, compare_names("low", "more_than", "high")), row("not above"))
    scorecard = card(*FACTS, rows=rows)
    for low, high, grades in (
        (is_(1), is_(999), ("above",)),
        (is_(1), is_(1000), ("not above",)),
        (between("5.1", None), between(None, 5_000), ("above",)),
        (between(1, None), between(None, 5_000), ("above", "not above")),
    ):
        assert infer(scorecard, {"low": low, "high": high}).grades == grades


def test_both_evaluators_agree_on_half_open_and_unbounded_intervals() -> None:
    """The difference of [6, 9) and everything up to 5 has no upper end; a missing end is not an open one."""
    rows = (row("above", None, compare_names("low", "at_least", "high")), row("not above"))
    half_open = NumberExtent(Interval(Fraction(6), Fraction(9), high_open=True))
    assert infer(card(*FACTS, rows=rows), {"low": half_open}).grades == ("above",)


def asked(criterion: str, outcome: Outcome) -> FindingRule:
    clause = OutcomeClause(criterion=criterion, outcome=outcome)
    return FindingRule(id="F", when=(clause,), severity=FindingSeverity.MINOR, basis=LAW)


@pytest.mark.parametrize(
    ("violations", "expected"),
    [
        (is_(0), {Outcome.MET: Outcome.MET, Outcome.NOT_MET: Outcome.NOT_MET}),
        (is_(1), {Outcome.MET: Outcome.NOT_MET, Outcome.NOT_MET: Outcome.MET}),
        (None, {Outcome.MET: Outcome.UNDETERMINED, Outcome.NOT_MET: Outcome.UNDETERMINED}),
        (ABSENT, {Outcome.MET: Outcome.NOT_MET, Outcome.NOT_MET: Outcome.NOT_MET}),
    ],
)
def test_a_finding_may_depend_on_the_outcome_of_a_gate(
    violations: Extent | None, expected: dict[Outcome, Outcome]
) -> None:
    for wanted, outcome in expected.items():
        scorecard = card(*FACTS, gates=(gate("G", CLEAN),), findings=(asked("G", wanted),), rows=(row("pass"),))
        inference = infer(scorecard, {} if violations is None else {"violations": violations})
        assert inference.second_pass["finding:F"] is outcome


def test_a_finding_may_read_applicability_and_points_of_an_indicator_but_not_whether_it_is_met() -> None:
    some = indicator("I", 100, ShareScale(measure="share"), applies=OLD)
    scorecard = card(
        *FACTS,
        indicators=(some,),
        findings=(asked("I", Outcome.NOT_APPLICABLE),),
        policy=NotApplicablePolicy.COUNT_AS_ZERO,
    )
    for new, outcome in ((is_(True), Outcome.MET), (is_(False), Outcome.NOT_MET)):
        assert infer(scorecard, {"new": new, "share": is_(80)}).second_pass["finding:F"] is outcome
    assert infer(scorecard, {"share": is_(80)}).second_pass["finding:F"] is Outcome.UNDETERMINED
    for wanted in (Outcome.MET, Outcome.NOT_MET, Outcome.UNDETERMINED):
        with pytest.raises(PlanError):
            InferenceEngine(card(*FACTS, indicators=(some,), findings=(asked("I", wanted),)))


def test_a_card_without_ladder_has_no_grades() -> None:
    assert infer(card(*FACTS, gates=(gate("G", CLEAN),)), {"violations": is_(0)}).grades == ()


def test_a_supposed_score_affects_only_the_ladder() -> None:
    engine = InferenceEngine(card(*FACTS, indicators=(SCORED,), rows=LADDER))
    plain = question(engine.plan.scorecard, {"share": is_(10)})
    supposed = type(plain)(plain.facts, plain.settings, AS_OF, {"total_score": Fraction(95)})
    assert engine.infer(plain).grades == ("none",)
    assert engine.infer(supposed).grades == ("gold",)
    engine.close()
