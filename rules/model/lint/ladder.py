"""Do the grades of the ladder descend, and can every row be reached?"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.intervals import intersect
from rules.contracts.numbers import format_exact
from rules.model.expressions import TOTAL_SCORE
from rules.model.implication import condition_implies, inside
from rules.model.lint.issue import issue
from rules.model.lint.spans import first_bound, show, span_of
from rules.model.ranges import value_range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.contracts.intervals import Interval
    from rules.model.lint.issue import Issue
    from rules.model.names import Names
    from rules.model.scorecard import Ladder


def check_ladder(names: Names) -> Iterator[Issue]:
    """Check the rows of the ladder, which are walked from the top until one holds."""
    ladder = names.scorecard.ladder
    if ladder is None:
        return
    spans = [span_of(row) for row in ladder.rows]
    reachable = value_range(TOTAL_SCORE, names) if names.scorecard.sections else None
    for position, span in enumerate(spans):
        if ladder.rows[position].exception:
            yield from _check_exception(names, ladder, position)
            continue
        path = first_bound(f"ladder.rows[{position}]", ladder.rows[position])
        row = str(position + 1)
        if span is None:
            yield issue("RL041", path, "empty", row=row)
        elif reachable is not None and intersect(span, reachable) is None:
            yield issue(
                "RL042", path, "outside", row=row, span=show(span), domain=show(reachable), name=TOTAL_SCORE
            )  # fmt: skip
        else:
            yield from _check_reach(names, ladder, spans, position)
    yield from _check_order(ladder, spans)


def _check_reach(names: Names, ladder: Ladder, spans: list[Interval | None], position: int) -> Iterator[Issue]:
    span, row = spans[position], ladder.rows[position]
    for earlier, other in enumerate(ladder.rows[:position]):
        covering = spans[earlier]
        if other.exception or (other.grade != row.grade and ladder.exceptions_to(other)):
            continue
        if span is None or covering is None or not inside(span, covering):
            continue
        if condition_implies(row.requires, other.requires, names):
            same = span == covering and set(row.requires) == set(other.requires)
            shown = {"row": str(position + 1), "other": str(earlier + 1)}
            yield issue("RL042", f"ladder.rows[{position}]", "duplicate" if same else "unreachable", **shown)
            return


def _check_exception(names: Names, ladder: Ladder, position: int) -> Iterator[Issue]:
    """Report an exception that says nothing beside another one to the same grade."""
    row = ladder.rows[position]
    for place, other in enumerate(ladder.rows):
        if place == position or not other.exception or other.grade != row.grade:
            continue
        if condition_implies(row.requires, other.requires, names):
            same = set(row.requires) == set(other.requires)
            if not same or place < position:
                shown = {"row": str(position + 1), "other": str(place + 1)}
                yield issue("RL042", f"ladder.rows[{position}]", "duplicate" if same else "unreachable", **shown)
                return


def _check_order(ladder: Ladder, spans: list[Interval | None]) -> Iterator[Issue]:
    """Report each grade that asks for a higher score than every row of a better grade before it."""
    rank = {grade.id: position for position, grade in enumerate(ladder.grades)}
    best: dict[str, tuple[bool, Fraction | int, bool]] = {}
    for position, row in enumerate(ladder.rows):
        span = spans[position]
        if span is None or row.exception:
            continue
        bound = (span.low is not None, span.low or 0, span.low_open)
        better = [
            (grade, low) for grade, low in best.items() if rank.get(grade, 0) < rank.get(row.grade, 0) and low < bound
        ]
        if better:
            other, low = better[-1]
            yield issue(
                "RL043", first_bound(f"ladder.rows[{position}]", row), "main", row=str(position + 1), grade=row.grade,
                other=other, before=_bound(low),
            )  # fmt: skip
        best[row.grade] = max(best.get(row.grade, bound), bound)


def _bound(low: tuple[bool, Fraction | int, bool]) -> str:
    return format_exact(Fraction(low[1])) if low[0] else "-∞"
