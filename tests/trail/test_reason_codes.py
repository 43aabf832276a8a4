"""Lost points: ranking, reasons and distance to the next band, all computed by hand."""

from fractions import Fraction

import pytest

from rules.contracts.inputs import DeclaredFact, DeclaredValue, Judgement, Verification
from rules.contracts.record import Bounds, Figure, Reason
from rules.model.scorecard import NotApplicablePolicy, Section, ShareScale
from tests.support.engine_card import (
    band as half_open,
    by_bands,
    card,
    chosen,
    compare,
    compare_names,
    gate,
    indicator,
    row,
)
from tests.trail.lost_points import FACTS, THREE, evaluated, exactly, far, percent


def test_indicators_with_equal_losses_are_in_scorecard_order() -> None:
    scorecard = card(
        *FACTS, indicators=tuple(indicator(name, 10, ShareScale(measure="share")) for name in ("Z", "A", "M"))
    )
    record = evaluated(scorecard, {"share": percent("40")})
    assert [reason.criterion for reason in record.reasons] == ["Z", "A", "M"]


def test_a_missing_fact_has_a_separate_code_and_the_largest_possible_loss() -> None:
    scorecard = card(
        *FACTS, indicators=(indicator("Some", 10, ShareScale(measure="level")), indicator("Bands", 30, THREE))
    )
    assert evaluated(scorecard, {"level": percent("50")}).reasons == (
        Reason(code="Bands.MISSING", criterion="Bands", points_lost=Bounds(low="0", high="30")),
        Reason(
            code="Some.SHARE", criterion="Some", points_lost=exactly("5"), band=2, next_band=3, measured="level",
            distance=far("50", "%"),
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("fact", "token"),
    [
        (DeclaredFact(id="metered", value=percent("50")), "EVIDENCE_MISSING"),
        (DeclaredFact(id="metered", value=percent("50").model_copy(update={"evidence": ("m",)})), "EVIDENCE_EXPIRED"),
        (
            DeclaredFact(
                id="metered",
                value=percent("50"),
                verification=Verification(
                    judgement=Judgement.REJECTED, method="visit", reason="no meter", person="p", date="2026-02-01"
                ),
            ),
            "REJECTED",
        ),
    ],
)
def test_evidence_that_does_not_count_is_named(fact: DeclaredFact, token: str) -> None:
    scorecard = card(
        *FACTS,
        gates=(gate("G", compare("metered", "at_least", 10, "%"), compare("mass", "at_most", 5, "t")),),
        indicators=(indicator("I", 10, ShareScale(measure="metered")),),
        rows=(row("pass", 5),),
    )
    assert [reason.code for reason in evaluated(scorecard, {}, fact).reasons] == [
        *sorted((f"G.{token}", "G.MISSING")),
        f"I.{token}",
    ]


def test_a_value_outside_every_band_has_the_code_no_match() -> None:
    scale = by_bands("share", half_open(50, None, 30), unit="%")
    record = evaluated(card(*FACTS, indicators=(indicator("I", 30, scale),)), {"share": percent("20")})
    assert record.reasons == (
        Reason(code="I.NO_MATCH", criterion="I", points_lost=Bounds(low="0", high="30"), measured="share"),
    )


def test_certain_points_in_an_undetermined_band_are_explained_by_the_missing_fact() -> None:
    """Two bands have the same 5 points, and no other points are possible for a value of at most 79 %."""
    scale = by_bands("narrow", half_open(None, 50, 5), half_open(50, 80, 5), half_open(80, None, 20), unit="%")
    record = evaluated(card(*FACTS, indicators=(indicator("I", 20, scale),)), {})
    assert record.reasons == (Reason(code="I.MISSING", criterion="I", points_lost=exactly("15")),)


def test_a_must_condition_that_does_not_apply_is_not_satisfied() -> None:
    clean = (compare("violations", "at_most", 0, "time"),)
    scorecard = card(*FACTS, indicators=(indicator("I", 10, ShareScale(measure="share"), must=clean),))
    record = evaluated(scorecard, {"share": percent("100"), "violations": DeclaredValue(not_applicable=True)})
    assert record.reasons == (Reason(code="I.MUST", criterion="I", points_lost=exactly("10")),)


def test_lost_points_are_rescaled_with_their_section() -> None:
    """A1 (30 of 60) does not apply: the other 30 points count double, so 40 % of A2 cost 18 of 30 doubled, 36."""
    away = indicator("A1", 30, ShareScale(measure="level"), section="A", applies=(chosen("a", "yes"),))
    stays = indicator("A2", 30, ShareScale(measure="share"), section="A")
    scorecard = card(
        *FACTS,
        indicators=(away, stays),
        sections=(Section(id="A", maximum=Fraction(60)),),
        policy=NotApplicablePolicy.DROP_AND_RESCALE,
    )
    record = evaluated(scorecard, {"a": DeclaredValue(flag=False), "share": percent("40")})
    assert [(reason.code, reason.points_lost) for reason in record.reasons] == [("A2.SHARE", exactly("36"))]
    assert [criterion.maximum_points for criterion in record.criteria] == ["0", "60"]


@pytest.mark.parametrize(
    ("clauses", "values", "measured", "distance"),
    [
        (
            (compare("violations", "at_most", 2, "time"),),
            {"violations": DeclaredValue(number="5", unit="time")},
            "violations",
            far("3", "time"),
        ),
        (
            (compare("share", "at_least", 40, "%"), compare("level", "at_least", 90, "%")),
            {"share": percent("60"), "level": percent("65.5")},
            "level",
            far("24.5", "%"),
        ),
        (
            (compare_names("mass", "at_most", "limit"),),
            {"mass": DeclaredValue(number="2.5", unit="t"), "limit": DeclaredValue(number="1800", unit="kg")},
            "mass",
            far("0.7", "t"),
        ),
        ((chosen("method", "two"),), {"method": DeclaredValue(choice="one")}, "method", None),
        (
            (compare("mass", "at_least", 900, "kg"),),
            {"mass": DeclaredValue(number="0.5", unit="t")},
            "mass",
            far("0.4", "t"),
        ),
    ],
)  # fmt: skip
def test_a_failed_gate_names_its_first_failed_clause_and_the_distance(
    clauses: tuple[object, ...], values: dict[str, DeclaredValue], measured: str, distance: Figure | None
) -> None:
    scorecard = card(*FACTS, gates=(gate("G", *clauses),), rows=(row("pass"),))  # type: ignore[arg-type]
    record = evaluated(scorecard, values)
    assert record.reasons == (Reason(code="G.NOT_MET", criterion="G", measured=measured, distance=distance),)
    (result,) = record.criteria
    assert result.reason_codes == ("G.NOT_MET",)


def test_gates_come_before_indicators() -> None:
    scorecard = card(
        *FACTS,
        gates=(gate("Z", compare("mass", "at_most", 1, "t")), gate("B", chosen("a", "yes"))),
        indicators=(indicator("I", 100, ShareScale(measure="share")),),
        rows=(row("pass", 50),),
    )
    record = evaluated(
        scorecard, {"share": percent("1"), "mass": DeclaredValue(number="2", unit="t"), "a": DeclaredValue(flag=False)}
    )
    assert [reason.code for reason in record.reasons] == ["B.NOT_MET", "Z.NOT_MET", "I.SHARE"]
