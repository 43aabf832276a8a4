"""Points of every kind of scale: at thresholds, between and beyond them, and for intervals."""

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from rules.contracts.extents import Extent, NumberExtent
from rules.contracts.intervals import Interval, point_interval
from rules.contracts.outcomes import Outcome
from rules.engine.inference_engine import InferenceEngine
from rules.model.scales import MatrixColumn, MatrixRow, MatrixScale
from rules.model.scorecard import (
    Band,
    BandScale,
    ChoicePoints,
    ChoiceScale,
    CountScale,
    LinePoint,
    LineScale,
    Scale,
    ShareScale,
)
from rules.program.abstract_interpretation import piece_points
from rules.program.nodes import NO_MATCH, AtomicTest, Constant, ConstantMultiple, NamedNumber, Piece, Sum
from tests.support.engine_card import (
    ABSENT,
    Exactly,
    band as half_open,
    between,
    by_bands,
    card,
    choice,
    chosen,
    compare,
    flag,
    indicator,
    infer,
    is_,
    number,
    question,
)

FACTS = (
    number("share", "%", 0, 100),
    number("mass", "t"),
    choice("level", "one", "two", "three", may_not_apply=True),
    flag("a"),
    flag("b"),
    number("perhaps", "%", 0, 100, may_not_apply=True),
)


def points(scale: Scale, known: dict[str, Extent], maximum: Exactly = 20) -> tuple[Interval, tuple[int, ...]]:
    """Return the points awarded by the scale and the numbers of the possible rows."""
    earned = infer(card(*FACTS, indicators=(indicator("I", maximum, scale),)), known).score.earned["I"]
    return earned.awarded, earned.rows


def exact(value: Exactly) -> Interval:
    return point_interval(Fraction(value))


BANDS = by_bands("share", half_open(None, 50, 0), half_open(50, 80, 12), half_open(80, None, 20), unit="%")


@pytest.mark.parametrize(
    ("measured", "expected", "row"),
    [("0", 0, 1), ("49.9999999999", 0, 1), ("50", 12, 2), ("79.9999999999", 12, 2), ("80", 20, 3), ("100", 20, 3)],
)
def test_a_band_begins_exactly_at_its_threshold(measured: str, expected: int, row: int) -> None:
    assert points(BANDS, {"share": is_(measured)}) == (exact(expected), (row,))


@pytest.mark.parametrize(("measured", "expected"), [("30", 5), ("30.0000001", 9), ("60", 9), ("60.0000001", 20)])
def test_a_band_may_exclude_its_lower_bound_and_include_its_upper_bound(measured: str, expected: int) -> None:
    scale = by_bands(
        "share",
        Band(at_most=Fraction(30), points=Fraction(5)),
        Band(more_than=Fraction(30), at_most=Fraction(60), points=Fraction(9)),
        Band(more_than=Fraction(60), points=Fraction(20)),
        unit="%",
    )
    assert points(scale, {"share": is_(measured)})[0] == exact(expected)


def test_an_interval_earns_the_range_of_points_of_all_bands_it_overlaps() -> None:
    assert points(BANDS, {"share": between(20, 60)}) == (Interval(Fraction(0), Fraction(12)), (1, 2))
    assert points(BANDS, {"share": between(50, 79)}) == (exact(12), (2,))
    assert points(BANDS, {}) == (Interval(Fraction(0), Fraction(20)), (1, 2, 3))
    upside_down = by_bands("share", half_open(None, 50, 20), half_open(50, None, 4), unit="%")
    assert points(upside_down, {"share": between(49, 50)})[0] == Interval(Fraction(4), Fraction(20))
    below = NumberExtent(Interval(Fraction(20), Fraction(50), high_open=True))
    assert points(BANDS, {"share": below}) == (exact(0), (1,))


def test_bands_are_read_in_their_own_unit() -> None:
    scale = BandScale(measure="mass", unit="kg", bands=(half_open(None, 1500, 0), half_open(1500, None, 20)))
    assert points(scale, {"mass": is_("1.5")})[0] == exact(20)
    assert points(scale, {"mass": is_("1.499")})[0] == exact(0)


def test_a_value_outside_all_bands_never_earns_zero_points() -> None:
    scale = by_bands("share", half_open(20, 50, 6), half_open(60, None, 20), unit="%")
    anything = Interval(Fraction(0), Fraction(20))
    for measured in ("19.9", "50", "59.999"):
        assert points(scale, {"share": is_(measured)}) == (anything, (NO_MATCH,))
    assert points(scale, {"share": is_("60")}) == (exact(20), (2,))
    assert points(scale, {"share": between(45, 49)}) == (exact(6), (1,))
    assert points(scale, {"share": between(45, 55)}) == (anything, (1, NO_MATCH))


LINE = LineScale(
    measure="share",
    unit="%",
    corners=tuple(LinePoint(at=Fraction(at), points=Fraction(earned)) for at, earned in ((10, 2), (40, 8), (70, 20))),
)


@pytest.mark.parametrize(
    ("measured", "expected"),
    [("0", "2"), ("10", "2"), ("25", "5"), ("40", "8"), ("55", "14"), ("70", "20"), ("99", "20"), ("41", "42/5")],
)
def test_a_line_is_straight_between_its_corners_and_level_beyond(measured: str, expected: str) -> None:
    assert points(LINE, {"share": is_(measured)})[0] == exact(expected)


def test_an_interval_on_a_line_earns_the_points_from_its_lower_to_its_upper_end() -> None:
    assert points(LINE, {"share": between(25, 55)})[0] == Interval(Fraction(5), Fraction(14))
    assert points(LINE, {"share": between(0, 25)})[0] == Interval(Fraction(2), Fraction(5))
    assert points(LINE, {"share": between(55, 100)})[0] == Interval(Fraction(14), Fraction(20))
    assert points(LINE, {})[0] == Interval(Fraction(2), Fraction(20))
    falling = LineScale(
        measure="mass",
        unit="kg",
        corners=(LinePoint(at=Fraction(0), points=Fraction(20)), LinePoint(at=Fraction(1000), points=Fraction(0))),
    )
    assert points(falling, {"mass": is_("0.25")})[0] == exact(15)
    assert points(falling, {"mass": between("0.25", "0.5")})[0] == Interval(Fraction(10), Fraction(15))
    assert points(falling, {"mass": is_(Fraction(-7))})[0] == exact(20)


@pytest.mark.parametrize(("measured", "expected"), [("0", "0"), ("33", "33/5"), ("100", "20")])
def test_a_share_earns_its_part_of_the_maximum(measured: str, expected: str) -> None:
    assert points(ShareScale(measure="share"), {"share": is_(measured)})[0] == exact(expected)


def test_a_share_is_limited_to_the_range_from_zero_to_one() -> None:
    plain = (*FACTS, number("ratio", ""))
    for measured, expected in (("1.5", 20), (Fraction(-1), 0), ("0.25", 5)):
        scored = card(*plain, indicators=(indicator("I", 20, ShareScale(measure="ratio")),))
        assert infer(scored, {"ratio": is_(measured)}).score.earned["I"].awarded == exact(expected)


CHOICES = ChoiceScale(
    measure="level",
    rows=(ChoicePoints(value="one", points=Fraction(3)), ChoicePoints(value="two", points=Fraction(20))),
)


def test_a_choice_earns_the_points_of_its_row() -> None:
    assert points(CHOICES, {"level": is_("one")}) == (exact(3), (1,))
    assert points(CHOICES, {"level": is_("two")}) == (exact(20), (2,))
    assert points(CHOICES, {"level": is_("three")}) == (Interval(Fraction(0), Fraction(20)), (NO_MATCH,))


def test_an_indicator_does_not_apply_if_its_measure_does_not_apply() -> None:
    for scale, name in ((CHOICES, "level"), (ShareScale(measure="perhaps"), "perhaps")):
        engine = InferenceEngine(card(*FACTS, indicators=(indicator("I", 20, scale),)))
        absent = engine.infer(question(engine.plan.scorecard, {name: ABSENT}))
        assert engine.indicator_outcome("I", absent) is Outcome.NOT_APPLICABLE
        unknown = engine.infer(question(engine.plan.scorecard, {}))
        assert engine.indicator_outcome("I", unknown) is Outcome.UNDETERMINED
        engine.close()


MATRIX = MatrixScale(
    measure="level",
    across="mass",
    across_unit="kg",
    columns=(MatrixColumn(below=Fraction(1500)), MatrixColumn(at_least=Fraction(1500))),
    rows=(
        MatrixRow(choices=("one",), points=(Fraction(0), Fraction(8))),
        MatrixRow(choices=("two",), points=(Fraction(5), Fraction(20))),
    ),
)


@pytest.mark.parametrize(
    ("known", "expected", "rows"),
    [
        ({"level": is_("one"), "mass": is_("1.4999")}, (0, 0), (1,)),
        ({"level": is_("one"), "mass": is_("1.5")}, (8, 8), (2,)),
        ({"level": is_("two"), "mass": is_("1.5")}, (20, 20), (4,)),
        ({"level": is_("two")}, (5, 20), (3, 4)),
        ({"level": is_("two"), "mass": between(0, 1)}, (5, 5), (3,)),
        ({"level": is_("three"), "mass": is_(1)}, (0, 20), (NO_MATCH,)),
        ({"mass": is_(1)}, (0, 20), (1, 3, NO_MATCH)),
    ],
)
def test_a_cell_of_a_matrix_earns_its_points_if_its_row_and_column_match(
    known: dict[str, Extent], expected: tuple[int, int], rows: tuple[int, ...]
) -> None:
    low, high = expected
    assert points(MATRIX, known) == (Interval(Fraction(low), Fraction(high)), rows)


@pytest.mark.parametrize("mass", [None, is_(2)])
def test_a_matrix_does_not_apply_if_one_of_its_measures_does_not_apply(mass: Extent | None) -> None:
    engine = InferenceEngine(card(*FACTS, indicators=(indicator("I", 20, MATRIX),)))
    known = {"level": ABSENT, **({} if mass is None else {"mass": mass})}
    absent = engine.infer(question(engine.plan.scorecard, known))
    assert engine.indicator_outcome("I", absent) is Outcome.NOT_APPLICABLE
    engine.close()


PARTS = CountScale(parts=((chosen("a", "yes"),), (chosen("b", "yes"),), (compare("share", "at_least", 50, "%"),)))


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({"a": True, "b": True, "share": 50}, (20, 20)),
        ({"a": True, "b": False, "share": 50}, ("40/3", "40/3")),
        ({"a": False, "b": False, "share": 49}, (0, 0)),
        ({"a": True, "b": False}, ("20/3", "40/3")),
        ({}, (0, 20)),
    ],
)
def test_each_part_that_is_met_earns_an_equal_share(
    known: dict[str, bool | int], expected: tuple[Exactly, Exactly]
) -> None:
    low, high = expected
    earned = points(PARTS, {name: is_(value) for name, value in known.items()})
    assert earned == (Interval(Fraction(low), Fraction(high)), ())


def test_an_indicator_earns_nothing_unless_its_must_condition_is_met() -> None:
    scored = card(*FACTS, indicators=(indicator("I", 20, BANDS, must=(chosen("a", "yes"),)),))
    known = {"share": is_(90)}
    assert infer(scored, {**known, "a": is_(True)}).score.earned["I"].awarded == exact(20)
    assert infer(scored, {**known, "a": is_(False)}).score.earned["I"].awarded == exact(0)
    assert infer(scored, known).score.earned["I"].awarded == Interval(Fraction(0), Fraction(20))


@pytest.mark.parametrize(
    ("measured", "outcome"), [("80", Outcome.MET), ("79", Outcome.NOT_MET), (None, Outcome.UNDETERMINED)]
)
def test_an_indicator_is_met_with_its_maximum(measured: str | None, outcome: Outcome) -> None:
    engine = InferenceEngine(card(*FACTS, indicators=(indicator("I", 20, BANDS),)))
    known = {} if measured is None else {"share": is_(measured)}
    assert engine.indicator_outcome("I", engine.infer(question(engine.plan.scorecard, known))) is outcome
    engine.close()


NUMBERS = st.fractions(min_value=-50, max_value=50, max_denominator=40)


@pytest.mark.full
@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS)
def test_points_on_a_line_are_those_of_the_formula(
    points: Fraction, slope: Fraction, at: Fraction, n: Fraction
) -> None:
    line = Sum(ConstantMultiple(NamedNumber("n"), slope), Constant(point_interval(points - slope * at)))
    piece = Piece((AtomicTest(NamedNumber("n"), (Interval(Fraction(-20), Fraction(20)),)),), 1, line)
    assert piece_points(piece, point_interval(n)) == (
        point_interval(points + slope * (n - at)) if -20 <= n <= 20 else None
    )
