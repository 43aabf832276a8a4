"""Scale evaluator: points by choices, bands, lines, shares, matrices, counts and maturity."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise, product

from recompute.conditions import asked, difference, measured_choice, spans, told, walk
from recompute.intervals import (
    EVERYTHING,
    NOTHING,
    ZERO,
    Interval,
    add,
    closed,
    exactly,
    gaps,
    holds_multiple,
    hull,
    hull_of,
    interval,
    meet,
    subtract,
    times,
    total,
    write_interval,
)
from recompute.known import (
    ABSENT,
    ABSENT_ANSWER,
    MET,
    NOT_MET,
    OPEN,
    OUTCOMES,
    PERHAPS,
    Json,
    Known,
    Number,
    Seen,
    number_of,
)
from recompute.numbers import convert, factor_of, read_number

BOUNDS = ("more_than", "at_least", "at_most", "below")
FULL = Fraction(100)
PERCENTAGES = Interval(ZERO, FULL)
NO_ROW = (-1, NOTHING)
"""The result for a value outside all rows."""
RAISING = ("trend", "comparison", "integration")


@dataclass
class Given:
    """The result of a scale: points, whether the measure exists, the possible rows, and details."""

    points: Interval
    there: str = MET
    rows: tuple[int, ...] = ()
    further: Json = None


def bounded(row: Json) -> Interval:
    """Return the numbers within the bounds of a row."""
    more_than, at_least, at_most, below = (read_number(row[name]) if name in row else None for name in BOUNDS)
    low, high = at_least if at_least is not None else more_than, at_most if at_most is not None else below
    return interval(low, high, at_least is None, at_most is None)


def given(indicator: Json, seen: Seen, maturity: Json) -> Given:
    """Return the points of an indicator on its scale."""
    scale, maximum = indicator["scale"], read_number(indicator["maximum"])
    if scale["kind"] == "count":
        parts = [told(part, seen) for part in scale["parts"]]
        answers = [part[0] for part in parts]
        least = answers.count(MET)
        ends = (maximum * number / len(answers) for number in (least, least + answers.count(OPEN)))
        return Given(closed(ends), further={"parts": parts})
    if scale["kind"] == "maturity":
        return _matured(indicator, seen, maturity)
    names = [name for name, *_ in measures(scale)]
    if any(seen.known[name] == ABSENT for name in names):
        return Given(NOTHING, NOT_MET)
    found = _on_line(scale, maximum, seen) if scale["kind"] in {"line", "share"} else _by_parts(scale, seen)
    points = hull_of(Interval(ZERO, maximum) if number == -1 else one for number, one in found)
    there = OPEN if any(map(seen.is_perhaps, names)) else MET
    return Given(points, there, tuple(number for number, _ in found))


def measures(scale: Json) -> list[tuple[str, str, list[Json]]]:
    """Return the measures of a scale, each with name, unit and parts."""
    parts = scale.get("bands", scale.get("corners", scale.get("rows", [])))
    across = [(scale["across"], scale.get("across_unit", ""), scale["columns"])] if "across" in scale else []
    return [(scale["measure"], scale.get("unit", ""), parts), *across]


def _by_parts(scale: Json, seen: Seen) -> list[tuple[int, Interval]]:
    """Return the points of each row, or table cell, that may contain the measured value."""
    held, beyond = zip(*(_possible(*measure, seen) for measure in measures(scale)), strict=True)
    rows = [row["points"] for row in measures(scale)[0][2]]
    points = [number for row in rows for number in ([row] if isinstance(row, str) else row)]
    cells = enumerate(zip(points, product(*held), strict=True), 1)
    found = [(number, exactly(read_number(cell))) for number, (cell, parts) in cells if all(parts)]
    return found + ([NO_ROW] if any(beyond) else [])


def _possible(name: str, unit: str, parts: list[Json], seen: Seen) -> tuple[list[bool], bool]:
    """Return which parts may contain the measured value, and whether a value outside all parts is possible."""
    if name not in seen.domains:
        measured = times(seen.number(name) or EVERYTHING, factor_of(seen.units[name]) / factor_of(unit))
        spans = [bounded(part) for part in parts]
        return [meet(measured, span) is not None for span in spans], bool(gaps(spans, measured))
    words = set(seen.domains[name]) if seen.is_perhaps(name) else measured_choice(name, seen)
    listed = [set(part.get("choices", [part.get("value")])) for part in parts]
    return [bool(words & held) for held in listed], bool(words.difference(*listed))


def _on_line(scale: Json, maximum: Fraction, seen: Seen) -> list[tuple[int, Interval]]:
    """Return the points of each row for its part of the measured interval."""
    name, unit = scale["measure"], scale.get("unit", "")
    corners = [(read_number(one["at"]), read_number(one["points"])) for one in scale.get("corners", [])]
    if scale["kind"] == "share":
        unit, corners = "%", [(ZERO, ZERO), (FULL, maximum)]
    rows = [(interval(None, corners[0][0], high_open=True), corners[0][1], ZERO)]
    for (at, points), (end, more) in pairwise(corners):
        rows.append((interval(at, end, high_open=True), points, (more - points) / (end - at)))
    rows.append((interval(corners[-1][0], None), corners[-1][1], ZERO))
    measured = times(seen.number(name) or EVERYTHING, factor_of(seen.units[name]) / factor_of(unit))
    found: list[tuple[int, Interval]] = []
    for number, (span, points, slope) in enumerate(rows, 1):
        piece = meet(measured, span)
        if piece is not None:
            beyond = times(subtract(piece, exactly(span.low or ZERO)), slope)
            found.append((number, add(exactly(points), beyond)))
    return found + ([NO_ROW] if gaps([span for span, *_ in rows], measured) else [])


def level_and_trend(indicator: Json, seen: Seen, maturity: Json, definitions: dict[str, Json]) -> tuple[Known, Known]:
    """Return the level of an indicator and its counted trend, in percent."""
    scale = indicator["scale"]
    rated = [scale[name] for name in ("disclosed", "content") if name in scale]
    ratings = [_rating(seen.known[name], definitions[name]) for name in rated]
    level: Known = PERHAPS
    if any(seen.known[name] == ABSENT for name in rated):
        level = ABSENT
    elif None not in ratings:
        rows, ended = walk(maturity["level_rows"], seen)
        found = [] if ended else [PERCENTAGES]
        for row in rows:
            parts = [one for one in ratings if one is not None]
            if row["reading"] == "band_middle":
                parts = [_middle(maturity, definitions[name], one) for name, one in zip(rated, parts, strict=True)]
            found.append(times(total(parts), Fraction(1, len(parts))))
        level = Number(hull_of(found))
    trend = _rating(seen.known[scale["trend"]], definitions[scale["trend"]])
    if trend is None:
        return level, seen.known[scale["trend"]]
    rows, ended = walk(maturity.get("trend_rows", []), seen)
    counted = [] if ended else [trend]
    for row in rows:
        below = meet(trend, interval(None, read_number(row["at_least"]), high_open=True))
        counted.append(exactly(FULL) if below is None else below if below == trend else hull(below, exactly(FULL)))
    return level, Number(hull_of(counted))


def _rating(known: Known, definition: Json) -> Interval | None:
    if not isinstance(known, Number):
        return None
    percent = times(known.interval, factor_of(definition.get("unit", "")) / factor_of("%"))
    return meet(percent, PERCENTAGES) or PERCENTAGES


def _middle(maturity: Json, definition: Json, rating: Interval) -> Interval:
    levels = [(read_number(one["at_least"]), read_number(one["at_most"])) for one in maturity["levels"]]
    middles = [exactly((low + high) / 2) for low, high in levels if meet(rating, Interval(low, high)) is not None]
    left = gaps([Interval(*one) for one in levels], rating)
    if "multiple_of" in definition:
        multiple = convert(read_number(definition["multiple_of"]), definition.get("unit", ""), "%")
        left = [gap for gap in left if holds_multiple(gap, multiple)]
    return hull_of([*middles, *([PERCENTAGES] if left or not middles else [])])


def _matured(indicator: Json, seen: Seen, maturity: Json) -> Given:
    name = f"{indicator['id']}.LEVEL"
    names = {**indicator["scale"], "trend": f"{indicator['id']}.TREND"}
    level, trend = (number_of(seen.known[one], PERCENTAGES) for one in (name, names["trend"]))
    rows, ended = walk(maturity["aspect_rows"], seen)
    aspects: dict[str, str] = {}
    for aspect in RAISING:
        answers = {difference(names[aspect], name, row["operator"], seen) for row in rows}
        aspects[aspect] = _alike({NOT_MET if one == ABSENT_ANSWER else one for one in answers} if ended else {OPEN})
    rows, ended = walk(maturity.get("rise_rows", []), seen)
    above = {asked(seen.number(name), spans("more_than", read_number(row["above"]))) for row in rows}
    rises = _alike(above | (set() if ended else {MET}))
    reached, needed, rise = list(aspects.values()), maturity["needed"], read_number(maturity["rise"])
    surely, possibly = reached.count(MET), len(reached) - reached.count(NOT_MET)
    low = (level.low or ZERO) + (rise if surely >= needed and rises == MET else 0)
    high = (FULL if level.high is None else level.high) + (rise if possibly >= needed and rises != NOT_MET else 0)
    percent = Interval(min(low, FULL), min(high, FULL))
    there = NOT_MET if seen.known[name] == ABSENT else OPEN if seen.is_perhaps(name) else MET
    raised = {aspect: OUTCOMES[one] for aspect, one in aspects.items()}
    further = [*map(write_interval, (level, trend, percent)), OUTCOMES[rises], raised]
    return Given(times(percent, read_number(indicator["maximum"]) / FULL), there, (), {"maturity": further})


def _alike(answers: set[str]) -> str:
    """Return the common answer; undetermined if the answers differ."""
    return min(answers) if len(answers) == 1 else OPEN
