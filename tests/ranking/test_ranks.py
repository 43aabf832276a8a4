"""Ranks within one track: ties, open scores, and that no possible order is left out."""

from fractions import Fraction
from itertools import product

from hypothesis import given, strategies as st

from rules.contracts.intervals import Interval, point_interval
from rules.ranking.ranks import TrackEntry, rank


def entry(subject: str, low: int, high: int | None = None) -> TrackEntry:
    score = point_interval(Fraction(low)) if high is None else Interval(Fraction(low), Fraction(high))
    return TrackEntry(subject, f"evaluations/{subject}", score, {})


def placed(*entries: TrackEntry) -> dict[str, tuple[int, int]]:
    return {place.entry.subject: (place.best, place.worst) for place in rank(entries)}


def test_equal_scores_share_a_rank_and_the_next_follows_after_as_many() -> None:
    ranks = placed(entry("a", 30), entry("b", 50), entry("c", 50), entry("d", 40))
    assert ranks == {"b": (1, 1), "c": (1, 1), "d": (3, 3), "a": (4, 4)}


def test_an_empty_track_has_no_ranks() -> None:
    assert rank(()) == ()


def test_an_open_score_widens_only_the_ranks_of_entries_it_may_pass() -> None:
    ranks = placed(entry("open", 20, 60), entry("high", 70), entry("middle", 40), entry("low", 10))
    assert ranks == {"high": (1, 1), "open": (2, 3), "middle": (2, 3), "low": (4, 4)}


def test_a_score_without_any_bound_may_be_anywhere() -> None:
    unknown = TrackEntry("x", "evaluations/x", Interval(None, None), {})
    assert placed(unknown, entry("a", 50), entry("b", 40)) == {"x": (1, 3), "a": (1, 2), "b": (2, 3)}


def test_the_order_of_entries_does_not_affect_ranks() -> None:
    entries = (entry("a", 30), entry("b", 10, 40), entry("c", 30), entry("d", 20))
    assert rank(entries) == rank(entries[::-1])


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 3)), min_size=1, max_size=5))
def test_a_rank_range_contains_exactly_the_ranks_of_all_completions(bounds: list[tuple[int, int]]) -> None:
    entries = [entry(str(place), low, low + width) for place, (low, width) in enumerate(bounds)]
    possible: dict[str, set[int]] = {one.subject: set() for one in entries}
    halves = [[Fraction(number, 2) for number in range(2 * low, 2 * (low + width) + 1)] for low, width in bounds]
    ends = [{scores[0], scores[-1]} for scores in halves]
    for scores in product(*ends):
        for place, score in enumerate(scores):
            possible[str(place)].add(1 + sum(other > score for other in scores))
    for ranked in rank(entries):
        reached = possible[ranked.entry.subject]
        assert (ranked.best, ranked.worst) == (min(reached), max(reached))
