"""Do the levels of maturity hold every rating once, and do the rules of maturity decide for everybody?"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from rules.contracts.intervals import Interval, intersect
from rules.contracts.numbers import format_exact
from rules.model.lint.covering import check_rows, covered
from rules.model.lint.issue import issue
from rules.model.lint.spans import holds_multiple, show
from rules.model.ranges import fact_domain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.model.lint.issue import Issue
    from rules.model.maturity import MaturityLevel
    from rules.model.names import Names
    from rules.model.scorecard import FactDefinition, Maturity

_NONE, _ALL = Fraction(0), Fraction(100)


def check_maturity(names: Names) -> Iterator[Issue]:
    """Check the levels and rules of maturity of a card, if it has any."""
    maturity = names.scorecard.maturity
    if maturity is None:
        return
    ratings = _ratings(names)
    if not ratings:
        yield issue("RL051", "maturity", "main", id="maturity")
    yield from _check_levels(maturity.levels, ratings)
    for name, rows in (("level", maturity.level_rows), ("aspect", maturity.aspect_rows)):
        conditions = [row.when for row in rows]
        yield from check_rows(names, conditions, f"maturity.{name}_rows")
        if not covered(conditions, names):
            yield issue("RL056", f"maturity.{name}_rows[{len(rows) - 1}]", "rule")
    yield from check_rows(names, [row.when for row in maturity.trend_rows], "maturity.trend_rows")
    yield from check_rows(names, [row.when for row in maturity.rise_rows], "maturity.rise_rows")
    yield from _check_percentages(maturity)


def _ratings(names: Names) -> list[FactDefinition]:
    read = dict.fromkeys(name for one in names.scorecard.indicators for name in one.scale.ratings.values())
    return [names.facts[name] for name in read if name in names.facts]


def _check_levels(levels: tuple[MaturityLevel, ...], ratings: list[FactDefinition]) -> Iterator[Issue]:
    for level in levels:
        if level.at_least > level.at_most:
            yield issue("RL057", f"maturity.levels[{level.id}].at_least", "empty")
    for before, level in pairwise(levels):
        path = f"maturity.levels[{level.id}].at_least"
        if level.at_least <= before.at_most:
            shown = {"level": level.id, "other": before.id, "most": format_exact(before.at_most)}
            yield issue("RL057", path, "order", **shown)
            continue
        left = Interval(before.at_most, level.at_least, low_open=True, high_open=True)
        fact = next((fact for fact in ratings if _may_lie(fact, left)), None)
        if fact is not None:
            yield issue("RL057", path, "rating", name=fact.id, gap=show(left))
    if levels and levels[0].at_least != _NONE:
        found = format_exact(levels[0].at_least)
        yield issue("RL057", f"maturity.levels[{levels[0].id}].at_least", "begin", found=found)
    if levels and levels[-1].at_most != _ALL:
        found = format_exact(levels[-1].at_most)
        yield issue("RL057", f"maturity.levels[{levels[-1].id}].at_most", "end", found=found)


def _may_lie(fact: FactDefinition, span: Interval) -> bool:
    """Say whether a rating can lie in a span; a multiple that is none is reported elsewhere."""
    possible = intersect(span, fact_domain(fact))
    if possible is None or fact.multiple_of is None:
        return possible is not None
    return fact.multiple_of > 0 and holds_multiple(possible, fact.multiple_of)


def _check_percentages(maturity: Maturity) -> Iterator[Issue]:
    trends = [(f"maturity.trend_rows[{place}].at_least", row.at_least) for place, row in enumerate(maturity.trend_rows)]
    for path, value in (("maturity.rise", maturity.rise), *trends):
        if not _NONE < value <= _ALL:
            yield issue("RL057", path, "percent", found=format_exact(value))
