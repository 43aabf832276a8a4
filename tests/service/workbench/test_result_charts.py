"""Charts of results: the axis that grades divide, every score on it, and the section bar."""

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from service.output.report.ladder import percent
from service.workbench.pages.score import bar_percentages
from service.workbench.result_charts import axis_of, grade_starts, score_chart
from tests.support.small_card import small_card
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2 as api, types_pb2

STARTS = st.lists(st.integers(1, 100), max_size=6, unique=True).map(
    lambda points: [(f"g{number}", Fraction(start)) for number, start in enumerate(sorted(points))]
)
POINTS = st.fractions(0, 100)


def distribution(counts: dict[int, tuple[int, int]], maximum: str = "100") -> api.ScoreDistribution:
    bins = [
        api.ScoreBin(points=points, result_count=count, gate_failed_count=failed)
        for points, (count, failed) in sorted(counts.items())
    ]
    return api.ScoreDistribution(maximum_points=maximum, bins=bins)


@given(STARTS, POINTS, POINTS)
def test_axis_positions_preserve_the_order_of_points_and_stay_on_the_axis(
    starts: list[tuple[str, Fraction]], one: Fraction, other: Fraction
) -> None:
    axis = axis_of(starts, Fraction(100), min(one, other))
    low, high = (axis.place(points) for points in sorted((one, other)))
    assert 0 <= low <= high <= 1
    assert [share for _, share in axis.stops] == sorted({share for _, share in axis.stops})
    assert (axis.stops[0][1], axis.stops[-1][1]) == (Fraction(0), Fraction(1))


@given(STARTS)
def test_grades_have_bands_of_equal_width_but_for_full_points(starts: list[tuple[str, Fraction]]) -> None:
    if not starts:
        return
    axis = axis_of(starts, Fraction(100), Fraction(0))
    widths = [high - low for (_, low), (_, high) in zip(axis.stops, axis.stops[1:], strict=False)]
    has_top = starts[-1][1] == 100
    assert len(set(widths[:-1] if has_top else widths)) <= 1
    if [grade for grade, _ in starts] and not (has_top and len(starts) == 1):
        assert [band.grade for band in axis.bands] == ["", *(grade for grade, _ in starts)]


@given(st.dictionaries(st.integers(0, 100), st.tuples(st.integers(1, 40), st.integers(0, 40)), min_size=1), STARTS)
def test_every_score_is_drawn_once(counts: dict[int, tuple[int, int]], starts: list[tuple[str, Fraction]]) -> None:
    counts = {points: (count, min(failed, count)) for points, (count, failed) in counts.items()}
    chart = score_chart(distribution(counts), starts)
    assert chart is not None
    for mark in chart.marks:
        assert 0 <= float(mark.x) <= 100
        assert 0 < mark.y < 108
    if chart.is_dots:
        assert len(chart.marks) == sum(count for count, _ in counts.values())
        assert sum(mark.fails for mark in chart.marks) == sum(failed for _, failed in counts.values())
    else:
        assert len(chart.marks) == sum((count > failed) + (failed > 0) for count, failed in counts.values())


def test_without_scores_there_is_no_chart() -> None:
    assert score_chart(distribution({}), []) is None
    assert score_chart(distribution({0: (3, 0)}, maximum="0"), []) is None


def test_grades_start_at_the_points_of_their_ladder_rows() -> None:
    assert grade_starts(small_card()) == [("silver", Fraction(50)), ("gold", Fraction(80))]


@pytest.mark.parametrize(("share", "text"), [(Fraction(1, 3), "33.33"), (Fraction(1), "100.00"), (Fraction(0), "0.00")])
def test_shares_are_written_with_two_decimals(share: Fraction, text: str) -> None:
    assert percent(share) == text


@pytest.mark.parametrize(
    ("low", "high", "maximum", "drawn"),
    [
        ("10", "20", "40", ("25.00%", "25.00%")),
        ("40", "40", "40", ("100.00%", "0.00%")),
        ("1/3", "1", "1", ("33.33%", "66.67%")),
        ("-5", "20", "40", None),
        ("10", "50", "40", None),
        ("10", "20", "", None),
        ("", "20", "40", None),
        ("10", "", "40", None),
    ],
)
def test_a_section_bar_shows_earned_and_undetermined_shares(
    low: str, high: str, maximum: str, drawn: tuple[str, str] | None
) -> None:
    exact = types_pb2.Interval(low=low, high=high)
    section = evaluation_pb2.SectionResult(score=types_pb2.Figure(exact=exact), maximum_points=maximum)
    assert bar_percentages(section) == drawn
