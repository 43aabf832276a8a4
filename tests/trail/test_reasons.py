"""Are points lost ranked and explained, with the right distance to the next band? All numbers computed by hand."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from rules.contracts.inputs import Assurance, DeclaredFact, DeclaredValue, EvidenceItem, Judgement, Verification
from rules.contracts.record import Bounds, Figure, Reason, Record
from rules.model.scorecard import (
    Band,
    BandScale,
    ChoicePoints,
    ChoiceScale,
    CountScale,
    FactDefinition,
    FactType,
    LinePoint,
    LineScale,
    NotApplicablePolicy,
    Scorecard,
    Section,
    ShareScale,
)
from rules.trail.evaluation import Evaluator
from rules.trail.reasons import next_step
from tests.support.engine_card import (
    KEY,
    by_bands,
    card,
    choice,
    chosen,
    compare,
    compare_names,
    flag,
    gate,
    indicator,
    number,
    row,
    subject,
)
from tests.support.engine_card import band as half_open

FACTS = (
    number("share", "%", 0, 100),
    number("level", "%", 0, 100),
    number("mass", "t", 0),
    number("limit", "kg", 0),
    number("narrow", "%", 0, 79),
    number("violations", "time", 0, may_not_apply=True),
    choice("method", "one", "two"),
    flag("a"),
    flag("b"),
    FactDefinition(
        id="metered", type=FactType.NUMBER, unit="%", evidence=("meter",), assurance=Assurance.LIMITED,
        at_least=Fraction(0), at_most=Fraction(100),
    ),
)  # fmt: skip
THREE = by_bands("share", half_open(None, 50, 0), half_open(50, 80, 12), half_open(80, None, 30), unit="%")


def percent(value: str) -> DeclaredValue:
    return DeclaredValue(number=value, unit="%")


def evaluated(scorecard: Scorecard, values: Mapping[str, DeclaredValue], *facts: DeclaredFact) -> Record:
    evaluator = Evaluator(scorecard, "ab" * 32, "scorecards/card/versions/1.0.0")
    item = EvidenceItem(
        id="m", kind="meter", issuer="x", digest="0a" * 32, valid_until="2026-02-28", assurance=Assurance.LIMITED
    )
    given = subject(values, evidence=(item,))
    try:
        return evaluator.evaluate(given.model_copy(update={"facts": (*given.facts, *facts)}), KEY).record
    finally:
        evaluator.close()


def exactly(value: str) -> Bounds:
    return Bounds(low=value, high=value)


def far(value: str, unit: str) -> Figure:
    return Figure(unit=unit, exact=exactly(value))


LINE = LineScale(
    measure="level",
    unit="%",
    corners=(LinePoint(at=Fraction(0), points=Fraction(0)), LinePoint(at=Fraction(70), points=Fraction(10))),
)
METHODS = ChoiceScale(
    measure="method",
    rows=(ChoicePoints(value="one", points=Fraction(3)), ChoicePoints(value="two", points=Fraction(20))),
)
PARTS = CountScale(parts=((chosen("a", "yes"),), (chosen("b", "yes"),), (compare("share", "at_least", 90, "%"),)))


def test_points_lost_are_ranked_with_the_distance_to_the_next_band() -> None:
    """Lost: bands 18 of 30, choice 17 of 20, line 7.5 of 10, share 6.7 of 10, count 6 of 9, must 8 of 8."""
    scorecard = card(
        *FACTS,
        indicators=(
            indicator("Count", 9, PARTS),
            indicator("Share", 10, ShareScale(measure="narrow")),
            indicator("Line", 10, LINE),
            indicator("Must", 8, ShareScale(measure="share"), must=(chosen("b", "yes"),)),
            indicator("Full", 5, by_bands("share", half_open(None, 40, 0), half_open(40, None, 5), unit="%")),
            indicator("Choice", 20, METHODS),
            indicator("Bands", 30, THREE),
        ),
        rows=(row("pass", 10),),
    )
    values = {
        "share": percent("62.5"),
        "level": percent("17.5"),
        "narrow": percent("33"),
        "method": DeclaredValue(choice="one"),
        "a": DeclaredValue(flag=True),
        "b": DeclaredValue(flag=False),
    }
    record = evaluated(scorecard, values)
    assert record.reasons == (
        Reason(
            code="Bands.BAND_2", criterion="Bands", points_lost=exactly("18"), band=2, next_band=3, measured="share",
            distance=far("17.5", "%"),
        ),
        Reason(
            code="Choice.BAND_1", criterion="Choice", points_lost=exactly("17"), band=1, next_band=2, measured="method"
        ),
        Reason(code="Must.MUST", criterion="Must", points_lost=exactly("8")),
        Reason(
            code="Line.LINE", criterion="Line", points_lost=exactly("7.5"), band=2, next_band=3, measured="level",
            distance=far("52.5", "%"),
        ),
        Reason(
            code="Share.SHARE", criterion="Share", points_lost=exactly("6.7"), band=2, next_band=3, measured="narrow",
            distance=far("67", "%"),
        ),
        Reason(code="Count.PART", criterion="Count", points_lost=exactly("6")),
    )  # fmt: skip
    codes = {criterion.id: criterion.reason_codes for criterion in record.criteria}
    assert codes["Full"] == ()
    assert codes["Bands"] == ("Bands.BAND_2",)


def test_what_a_distance_leads_to_is_told_apart() -> None:
    corners = ((0, 0), (20, 4), (40, 4), (70, 10))
    bent = LineScale(
        measure="level",
        unit="%",
        corners=tuple(LinePoint(at=Fraction(at), points=Fraction(points)) for at, points in corners),
    )
    falling = LineScale(
        measure="level",
        unit="%",
        corners=(LinePoint(at=Fraction(10), points=Fraction(10)), LinePoint(at=Fraction(90), points=Fraction(0))),
    )
    scorecard = card(
        *FACTS,
        indicators=(
            indicator("Bent", 10, bent),
            indicator("Falling", 10, falling),
            indicator("Share", 10, ShareScale(measure="narrow")),
            indicator("Bands", 30, THREE),
        ),
        rows=(row("pass", 10),),
    )
    indicators = {one.id: one for one in scorecard.indicators}

    def steps(level: str) -> dict[str, tuple[str, str | None]]:
        values = {"share": percent("62.5"), "level": percent(level), "narrow": percent("33")}
        found = {}
        for reason in evaluated(scorecard, values).reasons:
            assert reason.distance is not None
            found[reason.criterion] = next_step(indicators[reason.criterion], reason), reason.distance.exact.low
        return found

    assert steps("15") == {
        "Bent": ("corner", "5"), "Falling": ("full", "5"), "Share": ("full", "67"), "Bands": ("band", "17.5")
    }  # fmt: skip
    assert steps("50")["Bent"] == ("full", "20")


def test_indicators_that_lose_as_much_stand_in_the_order_of_the_card() -> None:
    scorecard = card(
        *FACTS, indicators=tuple(indicator(name, 10, ShareScale(measure="share")) for name in ("Z", "A", "M"))
    )
    record = evaluated(scorecard, {"share": percent("40")})
    assert [reason.criterion for reason in record.reasons] == ["Z", "A", "M"]


def test_the_next_band_is_the_one_with_the_next_higher_points_wherever_it_lies() -> None:
    """Less is better here: 2.5 t are 500 kg above the band of 20 points; the one of 30 points is further down."""
    scale = BandScale(
        measure="mass",
        unit="kg",
        bands=(half_open(None, 1_000, 30), half_open(1_000, 2_000, 20), half_open(2_000, None, 5)),
    )
    (reason,) = evaluated(card(*FACTS, indicators=(indicator("I", 30, scale),)), {
        "mass": DeclaredValue(number="2.5", unit="t")
    }).reasons  # fmt: skip
    assert (reason.code, reason.next_band, reason.distance) == ("I.BAND_3", 2, far("0.5", "t"))


def test_beyond_an_open_edge_the_distance_is_that_to_the_edge() -> None:
    scale = by_bands(
        "share",
        Band(at_most=Fraction(60), points=Fraction(0)),
        Band(more_than=Fraction(60), points=Fraction(9)),
        unit="%",
    )
    (reason,) = evaluated(card(*FACTS, indicators=(indicator("I", 9, scale),)), {"share": percent("60")}).reasons
    assert reason.distance == far("0", "%")


def test_a_missing_fact_has_a_code_of_its_own_and_the_most_that_it_may_cost() -> None:
    scorecard = card(
        *FACTS,
        indicators=(indicator("Some", 10, ShareScale(measure="level")), indicator("Bands", 30, THREE)),
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
        (
            DeclaredFact(id="metered", value=percent("50").model_copy(update={"evidence": ("m",)})),
            "EVIDENCE_EXPIRED",
        ),
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


def test_a_value_that_no_band_holds_is_told_as_such() -> None:
    scale = by_bands("share", half_open(50, None, 30), unit="%")
    record = evaluated(card(*FACTS, indicators=(indicator("I", 30, scale),)), {"share": percent("20")})
    assert record.reasons == (
        Reason(code="I.NO_MATCH", criterion="I", points_lost=Bounds(low="0", high="30"), measured="share"),
    )


def test_points_that_are_sure_although_the_band_is_open_are_explained_by_what_is_missing() -> None:
    """Two bands give the same 5 points, and no other is possible for a value of at most 79 %."""
    scale = by_bands("narrow", half_open(None, 50, 5), half_open(50, 80, 5), half_open(80, None, 20), unit="%")
    record = evaluated(card(*FACTS, indicators=(indicator("I", 20, scale),)), {})
    assert record.reasons == (Reason(code="I.MISSING", criterion="I", points_lost=exactly("15")),)


def test_a_must_condition_that_does_not_apply_does_not_hold() -> None:
    clean = (compare("violations", "at_most", 0, "time"),)
    scorecard = card(*FACTS, indicators=(indicator("I", 10, ShareScale(measure="share"), must=clean),))
    record = evaluated(scorecard, {"share": percent("100"), "violations": DeclaredValue(not_applicable=True)})
    assert record.reasons == (Reason(code="I.MUST", criterion="I", points_lost=exactly("10")),)


def test_rescaled_points_are_lost_at_their_rescaled_worth() -> None:
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
def test_a_failed_gate_names_the_first_clause_that_fails_and_what_it_lacks(
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
        scorecard,
        {"share": percent("1"), "mass": DeclaredValue(number="2", unit="t"), "a": DeclaredValue(flag=False)},
    )
    assert [reason.code for reason in record.reasons] == ["B.NOT_MET", "Z.NOT_MET", "I.SHARE"]
