"""Grid search for the nearest value that reaches a goal: non-monotone goals, domain ends and exhausted budget."""

from __future__ import annotations

from fractions import Fraction
from typing import cast

import pytest

from rules.contracts.extents import Extent, NumberExtent
from rules.trail import explain_search
from rules.trail.explain_search import Goal, GoalStatus, Grid, GridSearch


class _Stub(Goal):
    """A goal decided by the number of steps alone; an interval across both kinds of values is open."""

    def judge(self, question: object) -> GoalStatus:
        low, high = cast("tuple[int, int]", question)
        inside = [place in REACHING for place in range(low, min(high, 10**6) + 1)]
        if all(inside):
            return GoalStatus.REACHED
        return GoalStatus.OPEN if any(inside) else GoalStatus.EXCLUDED


REACHING = frozenset({*range(37, 40), *range(90, 200), -4})


def _search(low: int | None, high: int | None, thresholds: tuple[Fraction, ...] = ()) -> GridSearch:
    grid = Grid(
        Fraction(1, 2),
        None if low is None else Fraction(low, 2),
        None if high is None else Fraction(high, 2),
        thresholds,
    )

    def at(extent: Extent) -> object:
        assert isinstance(extent, NumberExtent)
        ends = (extent.interval.low, extent.interval.high)
        first, last = (None if end is None else int(end * 2) for end in ends)
        return (-(10**3) if first is None else first, 10**3 if last is None else last)

    goal = _Stub(engine=None, choices=({},), wanted=frozenset({"a"}))  # type: ignore[arg-type]
    return GridSearch(goal, at, grid)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("current", "low", "high", "nearest"),
    [
        (Fraction(0), 0, 300, Fraction(37, 2)),  # the nearest of two islands
        (Fraction(16), 0, 300, Fraction(37, 2)),
        (Fraction(25), 0, 300, Fraction(39, 2)),  # downwards, the far end of an island
        (Fraction(44), 41, 300, Fraction(90, 2)),
        (Fraction(0), None, 20, Fraction(-4, 2)),  # below zero
        (Fraction(1, 3), -10, 20, Fraction(-4, 2)),  # from a value between two steps
        (Fraction(20), 40, None, Fraction(90, 2)),  # without an upper end
        (Fraction(0), 0, 30, None),
    ],
)
@pytest.mark.parametrize("thresholds", [(), (Fraction(37, 2), Fraction(45)), (Fraction(1, 3), Fraction(-2))])
def test_the_nearest_value_is_found_in_both_directions(
    current: Fraction, low: int | None, high: int | None, nearest: Fraction | None, thresholds: tuple[Fraction, ...]
) -> None:
    result = _search(low, high, thresholds).nearest(current)
    assert result.value == nearest
    assert result.is_proved


def test_with_an_exhausted_budget_a_found_value_is_minimal_and_a_missing_value_is_unproved(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(explain_search, "MAXIMUM_BOXES", 1)
    assert _search(0, 190).nearest(Fraction(0)).value == Fraction(90, 2)
    nothing = _search(0, 300).nearest(Fraction(0))
    assert nothing.value is None
    assert not nothing.is_proved
