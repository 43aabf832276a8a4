"""Quartiles and weakest indicators of one track."""

from fractions import Fraction
from statistics import quantiles

from hypothesis import given, strategies as st

from rules.contracts.intervals import Interval, point_interval
from rules.ranking.ranks import TrackEntry, indicators_weakest_first, quartiles


def scored(*scores: Fraction | int) -> list[TrackEntry]:
    return [TrackEntry(str(place), "", point_interval(Fraction(score)), {}) for place, score in enumerate(scores)]


def shared(**shares: Interval) -> TrackEntry:
    return TrackEntry("x", "", point_interval(Fraction(0)), shares)


def test_quartiles_lie_on_the_line_between_scores() -> None:
    summary = quartiles(scored(1, 2, 3, 4))
    assert summary is not None
    assert (summary.least, summary.lower, summary.median, summary.upper, summary.greatest) == (
        Fraction(1),
        Fraction(7, 4),
        Fraction(5, 2),
        Fraction(13, 4),
        Fraction(4),
    )


def test_all_quartiles_of_a_single_score_equal_that_score() -> None:
    summary = quartiles(scored(7))
    assert summary is not None
    assert {summary.least, summary.lower, summary.median, summary.upper, summary.greatest} == {Fraction(7)}


def test_open_scores_are_excluded_from_quartiles() -> None:
    entries = [*scored(10, 20), TrackEntry("open", "", Interval(Fraction(0), Fraction(100)), {})]
    summary = quartiles(entries)
    assert summary is not None
    assert (summary.count, summary.greatest) == (2, Fraction(20))
    assert quartiles(entries[2:]) is None


@given(st.lists(st.integers(0, 100), min_size=2, max_size=20))
def test_quartiles_are_those_of_the_standard_library(scores: list[int]) -> None:
    summary = quartiles(scored(*scores))
    assert summary is not None
    assert [summary.lower, summary.median, summary.upper] == quantiles(map(Fraction, scores), n=4, method="inclusive")


def test_indicators_are_sorted_weakest_first_and_averaged_over_subjects_that_have_them() -> None:
    half, all_, none = point_interval(Fraction(1, 2)), point_interval(Fraction(1)), point_interval(Fraction(0))
    indicators = indicators_weakest_first([shared(C1=half, C2=all_), shared(C1=none, C2=all_, C3=none)])
    assert [(one.criterion, one.mean.value, one.count) for one in indicators] == [
        ("C3", Fraction(0), 1),
        ("C1", Fraction(1, 4), 2),
        ("C2", Fraction(1), 2),
    ]


def test_an_open_share_widens_the_mean_to_an_interval() -> None:
    (indicator,) = indicators_weakest_first(
        [shared(C1=point_interval(Fraction(1))), shared(C1=Interval(Fraction(0), None))]
    )
    assert (indicator.mean.low, indicator.mean.high) == (Fraction(1, 2), Fraction(1))
