"""What points does a scale give for what it measures?"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from recompute.conditions import asked, difference, holds, letters, measured_choice, spans
from recompute.intervals import (
    EVERYTHING,
    ZERO,
    Interval,
    add,
    closed,
    exactly,
    hull,
    hull_of,
    interval,
    meet,
    outside,
    subtract,
    times,
    total,
)
from recompute.known import ABSENT, MET, NOT_MET, OPEN, OUTCOMES, PERHAPS, Json, Known, Number, Seen, walked
from recompute.numbers import convert, factor_of

BOUNDS = ("more_than", "at_least", "at_most", "below")
FULL = Fraction(100)
PERCENTAGES = Interval(ZERO, FULL)
RAISING = ("trend", "comparison", "integration")


@dataclass
class Given:
    """What a scale gives: points, whether what it measures is there, the rows possible, and what else it tells."""

    points: Interval
    there: str = MET
    rows: tuple[int, ...] = ()
    further: Json = None


def bounded(row: Json) -> Interval:
    """Give the numbers within the bounds of a row."""
    more_than, at_least, at_most, below = (Fraction(row[name]) if name in row else None for name in BOUNDS)
    low, high = at_least if at_least is not None else more_than, at_most if at_most is not None else below
    return interval(low, high, at_least is None, at_most is None)


def given(indicator: Json, seen: Seen, maturity: Json) -> Given:
    """Give the points of an indicator by its scale."""
    scale, maximum = indicator["scale"], Fraction(indicator["maximum"])
    if scale["kind"] == "count":
        answers = [holds(part, seen) for part in scale["parts"]]
        least = answers.count(MET)
        ends = (maximum * number / len(answers) for number in (least, least + answers.count(OPEN)))
        parts = [f"{answer}:{letters(part, seen)}" for answer, part in zip(answers, scale["parts"], strict=True)]
        return Given(closed(ends), further={"parts": parts})
    if scale["kind"] == "maturity":
        return _matured(indicator, seen, maturity)
    return _by_choice(scale, maximum, seen) if scale["kind"] == "choices" else _by_number(scale, maximum, seen)


def _of_rows(found: list[tuple[int, Interval]], maximum: Fraction, name: str, seen: Seen) -> Given:
    points = hull_of(one for _, one in found) if found else Interval(ZERO, maximum)
    return Given(points, OPEN if seen.is_perhaps(name) else MET, tuple(number for number, _ in found))


def _by_choice(scale: Json, maximum: Fraction, seen: Seen) -> Given:
    name = scale["measure"]
    rows = [(number, {row["value"]}, Fraction(row["points"])) for number, row in enumerate(scale["rows"], 1)]
    left = set(seen.domains[name]) - {row["value"] for row in scale["rows"]}
    words = set(seen.domains[name]) if seen.is_perhaps(name) else measured_choice(name, seen)
    if words is None:
        return Given(exactly(0), NOT_MET)
    found = [(number, exactly(points)) for number, allowed, points in rows if words & allowed]
    if seen.is_perhaps(name):
        found = [(number, exactly(points)) for number, _, points in rows]
    if words & left:
        found.append((-1, Interval(ZERO, maximum)))
    return _of_rows(found, maximum, name, seen)


def _by_number(scale: Json, maximum: Fraction, seen: Seen) -> Given:
    name, unit = scale["measure"], scale.get("unit", "")
    if scale["kind"] == "bands":
        rows = [(bounded(band), Fraction(band["points"]), ZERO, ZERO) for band in scale["bands"]]
    else:
        corners = [(Fraction(one["at"]), Fraction(one["points"])) for one in scale.get("corners", [])]
        if scale["kind"] == "share":
            unit, corners = "%", [(ZERO, ZERO), (FULL, maximum)]
        rows = [(interval(None, corners[0][0], high_open=True), corners[0][1], ZERO, ZERO)]
        for (at, points), (end, more) in pairwise(corners):
            rows.append((interval(at, end, high_open=True), points, (more - points) / (end - at), at))
        rows.append((interval(corners[-1][0], None), corners[-1][1], ZERO, ZERO))
    factor = factor_of(unit) / factor_of(seen.units[name])
    measured = EVERYTHING if seen.is_perhaps(name) else seen.number(name)
    if measured is None:
        return Given(exactly(0), NOT_MET)
    found: list[tuple[int, Interval]] = []
    held = [times(span, factor) for span, *_ in rows]
    for number, (span, (_, points, slope, at)) in enumerate(zip(held, rows, strict=True), 1):
        piece = meet(measured, span)
        if piece is not None:
            on_line = add(exactly(points), times(subtract(piece, exactly(at * factor)), slope / factor))
            found.append((number, on_line if slope else exactly(points)))
    if any(meet(measured, gap) is not None for gap in outside(held)):
        found.append((-1, Interval(ZERO, maximum)))
    return _of_rows(found, maximum, name, seen)


def level_and_trend(indicator: Json, seen: Seen, maturity: Json, definitions: dict[str, Json]) -> tuple[Known, Known]:
    """Give the level of an indicator, and its trend as it counts, in percent."""
    scale = indicator["scale"]
    rated = [scale[name] for name in ("disclosed", "content") if name in scale]
    ratings = [_rating(seen.known[name], definitions[name]) for name in rated]
    rows, ended = walked(holds(row.get("when", []), seen) for row in maturity["level_rows"])
    level: Known = PERHAPS
    if any(seen.known[name] == ABSENT for name in rated):
        level = ABSENT
    elif all(rating is not None for rating in ratings):
        found = [] if ended else [PERCENTAGES]
        for place in rows:
            parts = [one for one in ratings if one is not None]
            if maturity["level_rows"][place]["reading"] == "band_middle":
                parts = [_middle(maturity, definitions[name], one) for name, one in zip(rated, parts, strict=True)]
            found.append(times(total(parts), Fraction(1, len(parts))))
        level = Number(hull_of(found))
    trend = _rating(seen.known[scale["trend"]], definitions[scale["trend"]])
    if trend is None:
        return level, seen.known[scale["trend"]]
    rows, ended = walked(holds(row.get("when", []), seen) for row in maturity.get("trend_rows", []))
    counted = [] if ended else [trend]
    for place in rows:
        below = meet(trend, interval(None, Fraction(maturity["trend_rows"][place]["at_least"]), high_open=True))
        counted.append(exactly(FULL) if below is None else below if below == trend else hull(below, exactly(FULL)))
    return level, Number(hull_of(counted))


def _rating(known: Known, definition: Json) -> Interval | None:
    if not isinstance(known, Number):
        return None
    percent = times(known.interval, factor_of(definition.get("unit", "")) / factor_of("%"))
    return meet(percent, PERCENTAGES) or PERCENTAGES


def _middle(maturity: Json, definition: Json, rating: Interval) -> Interval:
    levels = [Interval(Fraction(one["at_least"]), Fraction(one["at_most"])) for one in maturity["levels"]]
    middles = [exactly(((one.low or ZERO) + (one.high or ZERO)) / 2) for one in levels if meet(rating, one) is not None]
    gaps = [piece for gap in outside(levels) if (piece := meet(rating, gap)) is not None]
    if "multiple_of" in definition:
        multiple = convert(Fraction(definition["multiple_of"]), definition.get("unit", ""), "%")
        gaps = [gap for gap in gaps if _holds_multiple(gap, multiple)]
    return hull_of([*middles, *([PERCENTAGES] if gaps or not middles else [])])


def _holds_multiple(gap: Interval, multiple: Fraction) -> bool:
    first = -(-(gap.low or ZERO) // multiple) * multiple
    return gap.holds(first) or gap.holds(first + multiple)


def _matured(indicator: Json, seen: Seen, maturity: Json) -> Given:
    names = {"trend": f"{indicator['id']}.TREND", **{one: indicator["scale"][one] for one in RAISING[1:]}}
    name = f"{indicator['id']}.LEVEL"
    level, trend = (_percentages(seen.known[one]) for one in (name, names["trend"]))
    rows, ended = walked(holds(row.get("when", []), seen) for row in maturity["aspect_rows"])
    aspects: dict[str, str] = {}
    for aspect in RAISING:
        answers = {difference(names[aspect], name, maturity["aspect_rows"][place]["operator"], seen) for place in rows}
        plain = {NOT_MET if one == "a" else one for one in answers}
        aspects[aspect] = plain.pop() if ended and len(plain) == 1 else OPEN
    rows, ended = walked(holds(row.get("when", []), seen) for row in maturity.get("rise_rows", []))
    answers = {_above(seen.known[name], maturity["rise_rows"][place]["above"]) for place in rows}
    answers |= set() if ended else {MET}
    rises = answers.pop() if len(answers) == 1 else OPEN
    surely = list(aspects.values()).count(MET)
    possibly, needed = surely + list(aspects.values()).count(OPEN), maturity["needed"]
    rise = Fraction(maturity["rise"])
    low = (level.low or ZERO) + (rise if surely >= needed and rises == MET else 0)
    high = (FULL if level.high is None else level.high) + (rise if possibly >= needed and rises != NOT_MET else 0)
    percent = Interval(min(low, FULL), min(high, FULL))
    there = NOT_MET if seen.known[name] == ABSENT else OPEN if seen.known[name] == PERHAPS else MET
    told = [level, trend, percent, OUTCOMES[rises], {aspect: OUTCOMES[one] for aspect, one in aspects.items()}]
    return Given(times(percent, Fraction(indicator["maximum"]) / 100), there, (), {"maturity": told})


def _above(level: Known, above: str) -> str:
    if level == PERHAPS:
        return OPEN
    return asked(level.interval if isinstance(level, Number) else None, spans("more_than", Fraction(above)))


def _percentages(known: Known) -> Interval:
    return known.interval if isinstance(known, Number) else PERCENTAGES
