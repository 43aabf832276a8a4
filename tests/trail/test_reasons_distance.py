"""Distance to the next band for every kind of scale, computed by hand."""

from fractions import Fraction

from rules.contracts.inputs import DeclaredValue
from rules.contracts.record import Figure, Reason
from rules.model.scales import MatrixColumn, MatrixRow, MatrixScale
from rules.model.scorecard import Band, BandScale, LinePoint, LineScale, ShareScale
from tests.support.engine_card import band as half_open, by_bands, card, chosen, indicator, row
from tests.trail.lost_points import FACTS, LINE, METHODS, PARTS, THREE, evaluated, exactly, far, percent


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
        "share": percent("62.5"), "level": percent("17.5"), "narrow": percent("33"),
        "method": DeclaredValue(choice="one"), "a": DeclaredValue(flag=True), "b": DeclaredValue(flag=False),
    }  # fmt: skip
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


def test_distances_to_a_corner_to_full_points_and_to_a_band_are_distinguished() -> None:
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
        next_steps = {}
        for reason in evaluated(scorecard, values).reasons:
            assert reason.distance is not None
            indicator = indicators[reason.criterion]
            step = indicator.scale.leads_to(reason.next_band)
            next_steps[reason.criterion] = step, reason.distance.exact.low
        return next_steps

    assert steps("15") == {
        "Bent": ("corner", "5"), "Falling": ("full", "5"), "Share": ("full", "67"), "Bands": ("band", "17.5")
    }  # fmt: skip
    assert steps("50")["Bent"] == ("full", "20")


def test_the_next_band_is_the_band_with_the_next_higher_points_in_either_direction() -> None:
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


def test_the_distance_from_an_excluded_boundary_is_zero() -> None:
    scale = by_bands(
        "share",
        Band(at_most=Fraction(60), points=Fraction(0)),
        Band(more_than=Fraction(60), points=Fraction(9)),
        unit="%",
    )
    (reason,) = evaluated(card(*FACTS, indicators=(indicator("I", 9, scale),)), {"share": percent("60")}).reasons
    assert reason.distance == far("0", "%")


def test_a_matrix_distance_is_that_of_the_measure_to_change() -> None:
    matrix = MatrixScale(
        measure="method",
        across="share",
        across_unit="%",
        columns=(MatrixColumn(below=Fraction(50)), MatrixColumn(at_least=Fraction(50))),
        rows=(
            MatrixRow(choices=("one",), points=(Fraction(0), Fraction(30))),
            MatrixRow(choices=("two",), points=(Fraction(10), Fraction(20))),
        ),
    )
    scorecard = card(*FACTS, indicators=(indicator("Matrix", 30, matrix),), rows=(row("pass", 10),))

    def told(method: str, share: str) -> tuple[str, int, str, Figure | None]:
        (reason,) = evaluated(scorecard, {"method": DeclaredValue(choice=method), "share": percent(share)}).reasons
        return reason.code, reason.next_band, reason.measured, reason.distance

    assert told("one", "20") == ("Matrix.BAND_1", 3, "method", None)
    assert told("two", "20") == ("Matrix.BAND_3", 4, "share", far("30", "%"))
    assert told("two", "70") == ("Matrix.BAND_4", 2, "method", None)
    assert matrix.leads_to(4) == "cell"
