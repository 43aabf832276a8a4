"""Points under each policy for indicators that do not apply, all computed by hand."""

from fractions import Fraction
from itertools import product
from random import Random

import pytest

from rules.contracts.extents import Extent
from rules.contracts.intervals import Interval, point_interval
from rules.contracts.outcomes import ConclusionKind
from rules.engine.decide import decide
from rules.engine.inference import Inference
from rules.engine.inference_engine import InferenceEngine
from rules.model.scorecard import Indicator, NotApplicablePolicy, Scorecard, Section, ShareScale
from tests.support.engine_card import Exactly, card, chosen, flag, indicator, infer, is_, number, question, row
from tests.support.random_extents import inside

DROP = NotApplicablePolicy.DROP_AND_RESCALE
ZERO = NotApplicablePolicy.COUNT_AS_ZERO
REFUSE = NotApplicablePolicy.REFUSE


def share(name: str, maximum: Exactly, section: str) -> Indicator:
    """Return an indicator that earns `<name>_share` of its maximum and applies if `<name>_applies` is yes."""
    applies = (chosen(f"{name.lower()}_applies", "yes"),)
    return indicator(name, maximum, ShareScale(measure=f"{name.lower()}_share"), section=section, applies=applies)


INDICATORS = (share("A1", 30, "A"), share("A2", 20, "A"), share("A3", 10, "A"), share("B1", 40, "B"))
FACTS = tuple(
    fact
    for item in INDICATORS
    for fact in (number(f"{item.id.lower()}_share", "%", 0, 100), flag(f"{item.id.lower()}_applies"))
)


def scored(policy: NotApplicablePolicy) -> Scorecard:
    return card(
        *FACTS,
        indicators=INDICATORS,
        sections=(Section(id="A", maximum=Fraction(60)), Section(id="B", maximum=Fraction(40))),
        rows=(row("gold", 80), row("silver", 50)),
        policy=policy,
    )


def known(shares: dict[str, Exactly], *, absent: str = "", open_: str = "") -> dict[str, Extent]:
    """Return shares in percent. Indicators in `absent` do not apply; for those in `open_`, applicability is unknown."""
    facts: dict[str, Extent] = {f"{name.lower()}_share": is_(value) for name, value in shares.items()}
    for item in INDICATORS:
        if item.id not in open_.split():
            facts[f"{item.id.lower()}_applies"] = is_(item.id not in absent.split())
    return facts


SHARES: dict[str, Exactly] = {"A1": 50, "A2": 100, "A3": 20, "B1": 75}
"""15 of 30, 20 of 20, 2 of 10 and 30 of 40 points."""


def concluded(policy: NotApplicablePolicy, *, absent: str = "", open_: str = "") -> Inference:
    return infer(scored(policy), known(SHARES, absent=absent, open_=open_))


def exact(value: Exactly) -> Interval:
    return point_interval(Fraction(value))


@pytest.mark.parametrize("policy", list(NotApplicablePolicy))
def test_points_are_added_if_every_indicator_applies(policy: NotApplicablePolicy) -> None:
    inference = concluded(policy)
    assert inference.score.sections["A"].points == exact(37)
    assert inference.score.sections["B"].points == exact(30)
    assert inference.total == exact(67)
    assert inference.grades == ("silver",)


def test_dropping_rescales_the_section_to_its_maximum() -> None:
    """A1 does not apply: 22 of the remaining 30 points count as 44 of 60."""
    inference = concluded(DROP, absent="A1")
    assert inference.score.sections["A"].points == exact(44)
    assert inference.score.sections["A"].maximum == 60
    assert inference.score.earned["A1"].maximum == 0
    assert inference.score.earned["A2"].awarded == exact(40)
    assert inference.score.earned["A2"].maximum == 40
    assert inference.score.earned["A3"].awarded == exact(4)
    assert inference.total == exact(74)


def test_dropping_a_whole_section_rescales_the_total() -> None:
    """B does not apply: 37 of 60 points count as 185/3 of 100."""
    inference = concluded(DROP, absent="B1")
    assert inference.score.sections["B"].maximum == 0
    assert inference.total == exact("185/3")
    without_a = concluded(DROP, absent="A1 A2 A3")
    assert without_a.total == exact(75)


def test_dropping_every_indicator_yields_zero_points() -> None:
    assert concluded(DROP, absent="A1 A2 A3 B1").total == exact(0)


def test_an_indicator_that_perhaps_applies_widens_the_section_between_both() -> None:
    """With A1 the section has 37 points, without it 44."""
    inference = concluded(DROP, open_="A1")
    assert inference.score.sections["A"].points == Interval(Fraction(37), Fraction(44))
    assert inference.total == Interval(Fraction(67), Fraction(74))


def test_counting_as_zero_affects_only_the_indicator_itself() -> None:
    inference = concluded(ZERO, absent="A1")
    assert inference.score.earned["A1"].awarded == exact(0)
    assert inference.score.earned["A1"].maximum == 30
    assert inference.score.sections["A"].points == exact(22)
    assert inference.total == exact(52)
    assert concluded(ZERO, open_="A1").total == Interval(Fraction(52), Fraction(67))


def test_the_refuse_policy_yields_no_grade() -> None:
    inference = concluded(REFUSE, absent="A1")
    assert inference.kind is ConclusionKind.INCOMPLETE
    assert inference.grades == ("none",)
    assert concluded(REFUSE).grades == ("silver",)


def test_the_refuse_policy_is_undetermined_while_applicability_is_unknown() -> None:
    engine = InferenceEngine(scored(REFUSE))
    decision = decide(engine, question(engine.plan.scorecard, known(SHARES, open_="A1")))
    assert decision.kind is ConclusionKind.INCOMPLETE
    assert decision.possible == ("silver", "none")
    refused = decide(engine, question(engine.plan.scorecard, known(SHARES, absent="A1")))
    assert refused.grade == "none"
    engine.close()


@pytest.mark.parametrize("policy", list(NotApplicablePolicy))
def test_bounds_for_unknown_applicability_contain_all_brute_force_results(policy: NotApplicablePolicy) -> None:
    """Bounds must contain the points for every choice of applicability and both ends of every known share."""
    random = Random(11)
    engine = InferenceEngine(scored(policy))
    scorecard = engine.plan.scorecard
    for _ in range(12):
        shares: dict[str, Exactly] = {item.id: random.choice([0, 10, 50, 90, 100]) for item in INDICATORS}
        names = [item.id for item in INDICATORS]
        open_ = random.sample(names, random.randint(1, 3))
        absent = random.sample([name for name in names if name not in open_], random.randint(0, 1))
        bounds = engine.infer(question(scorecard, known(shares, absent=" ".join(absent), open_=" ".join(open_))))
        for choices in product([True, False], repeat=len(open_)):
            away = absent + [name for name, stays in zip(open_, choices, strict=True) if not stays]
            inference = engine.infer(question(scorecard, known(shares, absent=" ".join(away))))
            assert inside(inference.total, bounds.total)
            assert set(inference.grades) <= set(bounds.grades)
            for section, points in inference.score.sections.items():
                assert inside(points.points, bounds.score.sections[section].points) or points.maximum == 0
            for name, earned in inference.score.earned.items():
                assert inside(earned.awarded, bounds.score.earned[name].awarded)
    engine.close()


@pytest.mark.parametrize("absent", ["", "A1", "A1 B1", "A1 A2 A3"])
def test_the_awarded_points_of_a_section_add_up_to_its_total(absent: str) -> None:
    for policy in (DROP, ZERO):
        inference = concluded(policy, absent=absent)
        for section in ("A", "B"):
            members = [inference.score.earned[item.id] for item in INDICATORS if item.section == section]
            assert sum((member.awarded.low or Fraction(0) for member in members), Fraction(0)) == (
                inference.score.sections[section].points.low
            )
            if inference.score.sections[section].maximum and policy is DROP:
                assert sum((member.maximum for member in members), Fraction(0)) == (
                    inference.score.sections[section].maximum
                )
