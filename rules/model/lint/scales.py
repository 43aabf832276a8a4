"""Lint of points, scales, maturity levels and the grade ladder: sums, gaps and overlaps."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.intervals import UNBOUNDED, Interval, first_multiple_inside, hull, intersect, lies_inside
from rules.contracts.numbers import format_exact
from rules.model.edge_rows import row_span, stated_bounds
from rules.model.expressions import TOTAL_SCORE
from rules.model.implication import condition_implies
from rules.model.lint.conditions import check_rows, covers_every_case, redundant_row_issue
from rules.model.lint.issue import issue
from rules.model.range_analysis import declared_range, fact_domain, factor, interval_in_unit, value_range
from rules.model.scorecard import FactDefinition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.model.edge_rows import BoundedRow
    from rules.model.lint.issue import Issue
    from rules.model.maturity import MaturityLevel
    from rules.model.scales import ScaleAxis
    from rules.model.scorecard import Card, Indicator, Ladder, Maturity
    from rules.model.symbol_table import DefinitionIndex


def _first_bound_path(path: str, row: BoundedRow) -> str:
    return next((f"{path}.{bound}" for bound in stated_bounds(row)), path)


def interval_text(interval: Interval) -> str:
    """Format an interval in mathematical notation, such as `[50, 80)`."""
    left = "(-∞" if interval.low is None else f"{'(' if interval.low_open else '['}{format_exact(interval.low)}"
    right = "∞)" if interval.high is None else f"{format_exact(interval.high)}{')' if interval.high_open else ']'}"
    return f"{left}, {right}"


class SpanMismatch(NamedTuple):
    """Two neighbouring spans by row index, with the gap or the overlap between them."""

    first: int
    second: int
    between: Interval | None
    shared: Interval | None


def _low_key(interval: Interval) -> tuple[bool, Fraction | int, bool]:
    return interval.low is not None, interval.low or 0, interval.low_open


def _high_key(interval: Interval) -> tuple[bool, Fraction | int, bool]:
    return interval.high is None, interval.high or 0, not interval.high_open


def _span_mismatches(spans: list[tuple[int, Interval]]) -> Iterator[SpanMismatch]:
    ordered = sorted(spans, key=lambda item: (_low_key(item[1]), item[0]))
    reach: tuple[int, Interval] | None = None
    for position, span in ordered:
        if reach is not None:
            shared, between = intersect(reach[1], span), _gap_between(reach[1], span)
            if shared is not None or between is not None:
                yield SpanMismatch(reach[0], position, between, shared)
        if reach is None or _high_key(span) > _high_key(reach[1]):
            reach = (position, span)


def _gap_between(lower: Interval, upper: Interval) -> Interval | None:
    if lower.high is None or upper.low is None or lower.high > upper.low:
        return None
    if lower.high == upper.low and not (lower.high_open and upper.low_open):
        return None
    return Interval(lower.high, upper.low, not lower.high_open, not upper.low_open)


_ZERO_PERCENT, _FULL_PERCENT = Fraction(0), Fraction(100)


def check_maturity(names: DefinitionIndex) -> Iterator[Issue]:
    """Check the maturity levels and rules of a scorecard."""
    maturity = names.scorecard.maturity
    if maturity is None:
        return
    ratings = _ratings(names)
    if not ratings:
        yield issue("RL051", "maturity", "main", id="maturity")
    yield from _check_levels(maturity.levels, ratings)
    for kind in ("level", "aspect", "trend", "rise"):
        path = f"maturity.{kind}_rows"
        conditions = [row.when for row in getattr(maturity, f"{kind}_rows")]
        yield from check_rows(names, conditions, path)
        if kind in ("level", "aspect") and not covers_every_case(conditions, names):
            yield issue("RL056", f"{path}[{len(conditions) - 1}]", "rule")
    yield from _check_percentages(maturity)


def _ratings(names: DefinitionIndex) -> list[FactDefinition]:
    read = dict.fromkeys(name for indicator in names.scorecard.indicators for name in indicator.scale.ratings.values())
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
        gap = Interval(before.at_most, level.at_least, low_open=True, high_open=True)
        fact = next((fact for fact in ratings if _may_rate_in(fact, gap)), None)
        if fact is not None:
            yield issue("RL057", path, "rating", name=fact.id, gap=interval_text(gap))
    if levels and levels[0].at_least != _ZERO_PERCENT:
        bound_text = format_exact(levels[0].at_least)
        yield issue("RL057", f"maturity.levels[{levels[0].id}].at_least", "begin", found=bound_text)
    if levels and levels[-1].at_most != _FULL_PERCENT:
        bound_text = format_exact(levels[-1].at_most)
        yield issue("RL057", f"maturity.levels[{levels[-1].id}].at_most", "end", found=bound_text)


def _may_rate_in(fact: FactDefinition, span: Interval) -> bool:
    possible = intersect(span, fact_domain(fact))
    if possible is None or fact.multiple_of is None:
        return possible is not None
    return fact.multiple_of > 0 and first_multiple_inside(possible, fact.multiple_of) is not None


def _check_percentages(maturity: Maturity) -> Iterator[Issue]:
    trends = [
        (f"maturity.trend_rows[{position}].at_least", row.at_least) for position, row in enumerate(maturity.trend_rows)
    ]
    for path, value in (("maturity.rise", maturity.rise), *trends):
        if not _ZERO_PERCENT < value <= _FULL_PERCENT:
            yield issue("RL057", path, "percent", found=format_exact(value))


def check_ladder(names: DefinitionIndex) -> Iterator[Issue]:
    """Check the grade ladder: reachable rows, order of grades, and holes."""
    ladder = names.scorecard.ladder
    if ladder is None:
        return
    spans = [intersect(row_span(row), UNBOUNDED) for row in ladder.rows]
    reachable = value_range(TOTAL_SCORE, names) if names.scorecard.sections else None
    for position, span in enumerate(spans):
        if ladder.rows[position].exception:
            yield from _check_exception(names, ladder, position)
            continue
        path = _first_bound_path(f"ladder.rows[{position}]", ladder.rows[position])
        row = str(position + 1)
        if span is None:
            yield issue("RL041", path, "empty", row=row)
        elif reachable is not None and intersect(span, reachable) is None:
            yield issue(
                "RL042", path, "outside", row=row, span=interval_text(span), domain=interval_text(reachable),
                name=TOTAL_SCORE,
            )  # fmt: skip
        else:
            yield from _check_reach(names, ladder, spans, position)
    yield from _check_order(ladder, spans)
    step = _rounded_step(names.scorecard.card)
    yield from _check_holes(ladder, spans, reachable or UNBOUNDED, step)


def _check_reach(
    names: DefinitionIndex, ladder: Ladder, spans: list[Interval | None], position: int
) -> Iterator[Issue]:
    span, row = spans[position], ladder.rows[position]
    for earlier, other in enumerate(ladder.rows[:position]):
        covering = spans[earlier]
        if other.exception or (other.grade != row.grade and ladder.exceptions_to(other)):
            continue
        if span is None or covering is None or not lies_inside(span, covering):
            continue
        if condition_implies(row.requires, other.requires, names):
            same = span == covering and set(row.requires) == set(other.requires)
            yield redundant_row_issue(f"ladder.rows[{position}]", position, earlier, same=same)
            return


def _check_exception(names: DefinitionIndex, ladder: Ladder, position: int) -> Iterator[Issue]:
    row = ladder.rows[position]
    for index, other in enumerate(ladder.rows):
        if index == position or not other.exception or other.grade != row.grade:
            continue
        if condition_implies(row.requires, other.requires, names):
            same = set(row.requires) == set(other.requires)
            if not same or index < position:
                yield redundant_row_issue(f"ladder.rows[{position}]", position, index, same=same)
                return


def _check_order(ladder: Ladder, spans: list[Interval | None]) -> Iterator[Issue]:
    rank = {grade.id: position for position, grade in enumerate(ladder.grades)}
    best: dict[str, tuple[bool, Fraction | int, bool]] = {}
    for position, row in enumerate(ladder.rows):
        span = spans[position]
        if span is None or row.exception:
            continue
        bound = _low_key(span)
        better = [
            (grade, low) for grade, low in best.items() if rank.get(grade, 0) < rank.get(row.grade, 0) and low < bound
        ]
        if better:
            other, low = better[-1]
            yield issue(
                "RL043", _first_bound_path(f"ladder.rows[{position}]", row), "main", row=str(position + 1),
                grade=row.grade, other=other, before=_bound_text(low),
            )  # fmt: skip
        best[row.grade] = max(best.get(row.grade, bound), bound)


def _check_holes(
    ladder: Ladder, spans: list[Interval | None], reachable: Interval, step: Fraction | None
) -> Iterator[Issue]:
    """Report scores with a worse grade than lower scores, or with none; other requirements of the rows are ignored."""
    ids = [grade.id for grade in ladder.grades]
    for (position, rank), hole in _holes(ladder, ids, spans, reachable, step).items():
        row = ladder.rows[position]
        path = f"ladder.rows[{position}].{'below' if row.at_most is None else 'at_most'}"
        words = {"row": str(position + 1), "grade": row.grade, "span": interval_text(hole)}
        if rank == len(ids):
            yield issue("RL124", path, "none", **words)
        else:
            yield issue("RL124", path, "worse", **words, worse=ids[rank])


def _holes(
    ladder: Ladder, ids: list[str], spans: list[Interval | None], reachable: Interval, step: Fraction | None
) -> dict[tuple[int, int], Interval]:
    """Return the scores with a worse grade, by the row of the better grade and the rank of the worse one."""
    rows = [
        (position, span)
        for position, span in enumerate(spans)
        if span is not None and not ladder.rows[position].exception
    ]
    best: tuple[int, int] | None = None
    holes: dict[tuple[int, int], Interval] = {}
    for piece in _pieces([span for _, span in rows], reachable):
        if step is not None and first_multiple_inside(piece, step) is None:
            continue
        ranked = [
            (ids.index(ladder.rows[position].grade), position) for position, span in rows if lies_inside(piece, span)
        ]
        here = min(ranked, default=(len(ids), -1))
        if best is not None and here[0] > best[0]:
            fall = best[1], here[0]
            holes[fall] = hull(holes.get(fall, piece), piece)
        else:
            best = here if ranked else best
    return holes


def _pieces(spans: list[Interval], within: Interval) -> Iterator[Interval]:
    ends = sorted({end for span in spans for end in (span.low, span.high) if end is not None})
    lower: Fraction | None = None
    for end in ends:
        yield from _part(Interval(lower, end, lower is not None, high_open=True), within)
        yield from _part(Interval(end, end), within)
        lower = end
    yield from _part(Interval(lower, None, lower is not None), within)


def _part(piece: Interval, within: Interval) -> Iterator[Interval]:
    if (part := intersect(piece, within)) is not None:
        yield part


def _bound_text(low: tuple[bool, Fraction | int, bool]) -> str:
    return format_exact(Fraction(low[1])) if low[0] else "-∞"


def check_sections(names: DefinitionIndex) -> Iterator[Issue]:
    """Check that the maximum of each section is the total of its indicators."""
    card = names.scorecard
    known = {section.id for section in card.sections}
    for section in card.sections:
        total = sum((item.maximum for item in card.indicators if item.section == section.id), Fraction(0))
        if total != section.maximum:
            stated, summed = format_exact(section.maximum), format_exact(total)
            yield issue(
                "RL040", f"sections[{section.id}].maximum", "section", section=section.id, stated=stated, found=summed
            )
    for indicator in card.indicators:
        if indicator.section not in known:
            path = f"indicators[{indicator.id}].section"
            yield issue("RL040", path, "no_section", indicator=indicator.id, section=indicator.section)


def check_scales(names: DefinitionIndex) -> Iterator[Issue]:
    """Check the scale of every indicator."""
    for indicator in names.scorecard.indicators:
        path = f"indicators[{indicator.id}].scale"
        for axis in indicator.scale.axes:
            check_axis = _check_choices if names.choices(axis.measure) else _check_bands
            yield from check_axis(names, axis, f"{path}.{axis.field}")
        yield from indicator.scale.problems(indicator.id, path)
        yield from _check_points(indicator, path)


def _check_bands(names: DefinitionIndex, axis: ScaleAxis, path: str) -> Iterator[Issue]:
    spans: list[tuple[int, Interval]] = []
    definition = names.definition(axis.measure)
    domain = interval_in_unit(declared_range(axis.measure, names), names.unit(axis.measure), axis.unit)
    for position, band in enumerate(axis.bands):
        span = intersect(row_span(band), UNBOUNDED)
        if span is None:
            empty = _problem_of_axis(axis, "empty")
            yield issue("RL041", _first_bound_path(f"{path}[{position}]", band), empty, row=str(position + 1))
        elif intersect(span, domain) is None:
            outside = _problem_of_axis(axis, "outside")
            yield issue(
                "RL042", _first_bound_path(f"{path}[{position}]", band), outside, row=str(position + 1),
                span=interval_text(span), domain=interval_text(domain), name=axis.measure,
            )  # fmt: skip
        else:
            spans.append((position, span))
    for seam in _span_mismatches(spans):
        bound_path = _first_bound_path(f"{path}[{seam.second}]", axis.bands[seam.second])
        first, second = str(seam.first + 1), str(seam.second + 1)
        if seam.shared is not None:
            same = row_span(axis.bands[seam.first]) == row_span(axis.bands[seam.second])
            code, problem = ("RL042", _problem_of_axis(axis, "duplicate")) if same else ("RL041", "overlap")
            yield issue(code, bound_path, problem, row=second, other=first, overlap=interval_text(seam.shared))
        elif seam.between is not None and not _is_never_in_gap(names, axis, seam.between):
            edge = format_exact(seam.between.low) if seam.between.low is not None else ""
            yield issue("RL041", bound_path, "gap", row=second, other=first, gap=interval_text(seam.between), edge=edge)
    if spans and (isinstance(definition, FactDefinition) or not _is_unbounded(domain)):
        yield from _check_ends(names, [span for _, span in spans], domain, path, axis)


def _problem_of_axis(axis: ScaleAxis, problem: str) -> str:
    return f"{problem}_column" if axis.field == "columns" else problem


def _is_unbounded(domain: Interval) -> bool:
    return domain.low is None and domain.high is None


def _check_ends(
    names: DefinitionIndex, spans: list[Interval], domain: Interval, path: str, axis: ScaleAxis
) -> Iterator[Issue]:
    lowest, highest = min(spans, key=_low_key), max(spans, key=_high_key)
    below = Interval(None, domain.low, high_open=not domain.low_open)
    above = Interval(domain.high, None, low_open=not domain.high_open)
    for missing in (_gap_between(below, lowest), _gap_between(highest, above)):
        if missing is not None and not _is_never_in_gap(names, axis, missing):
            yield issue("RL041", path, "uncovered", span=interval_text(missing), name=axis.measure)


def _is_never_in_gap(names: DefinitionIndex, axis: ScaleAxis, missing: Interval) -> bool:
    card, fact = names.scorecard.card, names.facts.get(axis.measure)
    if fact is not None and fact.multiple_of:
        return first_multiple_inside(missing, fact.multiple_of * factor(fact.unit) / factor(axis.unit)) is None
    step = _rounded_step(card)
    return step is not None and first_multiple_inside(missing, step) is None


def _rounded_step(card: Card) -> Fraction | None:
    return Fraction(1, 10**card.rounding.places) if card.compare_rounded else None


def _check_choices(names: DefinitionIndex, axis: ScaleAxis, path: str) -> Iterator[Issue]:
    seen: dict[str, int] = {}
    for position, choices in enumerate(axis.choices):
        for value in choices:
            if value in seen:
                value_path = f"{path}[{position}].value"
                other = str(seen[value] + 1)
                yield issue(
                    "RL042", value_path, _problem_of_axis(axis, "duplicate"), row=str(position + 1), other=other
                )
            seen.setdefault(value, position)
    for choice in names.choices(axis.measure):
        if choice.id not in seen:
            yield issue("RL044", path, _problem_of_axis(axis, "choice"), value=choice.id, name=axis.measure)


def _check_points(indicator: Indicator, path: str) -> Iterator[Issue]:
    most, stated = format_exact(indicator.maximum), indicator.scale.points
    for points_field, value in stated.items():
        points_path, shown = f"{path}.{points_field}", format_exact(value)
        if value > indicator.maximum:
            yield issue("RL044", points_path, "above", points=shown, maximum=most, indicator=indicator.id)
        elif value < 0:
            yield issue("RL044", points_path, "negative", points=shown)
    if stated and max(stated.values()) < indicator.maximum:
        rows_path = f"{path}.{next(iter(stated)).partition('[')[0]}"
        yield issue("RL044", rows_path, "never", maximum=most, indicator=indicator.id)
