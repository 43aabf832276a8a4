"""Do the points of sections and indicators add up, and does every scale give points for every value?"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.intervals import Interval, intersect
from rules.contracts.numbers import format_exact
from rules.model.lint.issue import issue
from rules.model.lint.spans import first_bound, gap, holds_multiple, seams, show, span_of
from rules.model.ranges import factor, firm_range, scaled
from rules.model.scorecard import BandScale, ChoiceScale, CountScale, FactDefinition, LineScale, ShareScale

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.model.lint.issue import Issue
    from rules.model.names import Names
    from rules.model.scorecard import Indicator


def check_sections(names: Names) -> Iterator[Issue]:
    """Check that the most points of each section are those of its indicators together."""
    card = names.scorecard
    known = {section.id for section in card.sections}
    for section in card.sections:
        total = sum((one.maximum for one in card.indicators if one.section == section.id), Fraction(0))
        if total != section.maximum:
            stated, summed = format_exact(section.maximum), format_exact(total)
            yield issue(
                "RL040", f"sections[{section.id}].maximum", "section", section=section.id, stated=stated, found=summed
            )
    for one in card.indicators:
        if one.section not in known:
            path = f"indicators[{one.id}].section"
            yield issue("RL040", path, "no_section", indicator=one.id, section=one.section)


def check_scales(names: Names) -> Iterator[Issue]:
    """Check the scale of every indicator."""
    for indicator in names.scorecard.indicators:
        path = f"indicators[{indicator.id}].scale"
        match indicator.scale:
            case BandScale() as scale:
                yield from _check_bands(names, indicator, scale, path)
            case ChoiceScale() as scale:
                yield from _check_choices(names, indicator, scale, path)
            case LineScale() as scale:
                yield from _check_line(indicator, scale, path)
            case CountScale(parts=parts):
                if not parts:
                    yield issue("RL044", path, "no_part", indicator=indicator.id)
            case ShareScale():
                pass


def _check_bands(names: Names, indicator: Indicator, scale: BandScale, path: str) -> Iterator[Issue]:
    spans: list[tuple[int, Interval]] = []
    definition = names.definition(scale.measure)
    domain = scaled(firm_range(scale.measure, names), names.unit(scale.measure), scale.unit)
    for position, band in enumerate(scale.bands):
        span = span_of(band)
        if span is None:
            yield issue("RL041", first_bound(f"{path}.bands[{position}]", band), "empty", row=str(position + 1))
        elif intersect(span, domain) is None:
            yield issue(
                "RL042", first_bound(f"{path}.bands[{position}]", band), "outside", row=str(position + 1),
                span=show(span), domain=show(domain), name=scale.measure,
            )  # fmt: skip
        else:
            spans.append((position, span))
    for seam in seams(spans):
        place = first_bound(f"{path}.bands[{seam.second}]", scale.bands[seam.second])
        first, second = str(seam.first + 1), str(seam.second + 1)
        if seam.shared is not None:
            same = span_of(scale.bands[seam.first]) == span_of(scale.bands[seam.second])
            code, problem = ("RL042", "duplicate") if same else ("RL041", "overlap")
            yield issue(code, place, problem, row=second, other=first, overlap=show(seam.shared))
        elif seam.between is not None and not _never_there(names, scale, seam.between):
            edge = format_exact(seam.between.low) if seam.between.low is not None else ""
            yield issue("RL041", place, "gap", row=second, other=first, gap=show(seam.between), edge=edge)
    if spans and (isinstance(definition, FactDefinition) or not _open(domain)):
        yield from _check_ends(names, [span for _, span in spans], domain, path, scale)
    yield from _check_points(indicator, [band.points for band in scale.bands], f"{path}.bands")


def _open(domain: Interval) -> bool:
    return domain.low is None and domain.high is None


def _check_ends(names: Names, spans: list[Interval], domain: Interval, path: str, scale: BandScale) -> Iterator[Issue]:
    """Check that the bands reach both ends of the domain; an open end is only asked of a value that has a domain."""
    lowest = min(spans, key=lambda span: (span.low is not None, span.low or 0, span.low_open))
    highest = max(spans, key=lambda span: (span.high is None, span.high or 0, not span.high_open))
    if domain.low is not None and lowest.low is not None:
        missing = gap(Interval(None, domain.low, high_open=not domain.low_open), lowest)
        if missing is not None and not _never_there(names, scale, missing):
            yield issue("RL041", f"{path}.bands", "uncovered", span=show(missing), name=scale.measure)
    if domain.high is not None and highest.high is not None:
        missing = gap(highest, Interval(domain.high, None, low_open=not domain.high_open))
        if missing is not None and not _never_there(names, scale, missing):
            yield issue("RL041", f"{path}.bands", "uncovered", span=show(missing), name=scale.measure)


def _never_there(names: Names, scale: BandScale, missing: Interval) -> bool:
    """Say whether the measure is never in a gap, because it is rounded or only multiples are allowed of it."""
    card, fact = names.scorecard.card, names.facts.get(scale.measure)
    if fact is not None and fact.multiple_of:
        return not holds_multiple(missing, fact.multiple_of * factor(fact.unit) / factor(scale.unit))
    return card.compare_rounded and not holds_multiple(missing, Fraction(1, 10**card.rounding.places))


def _check_choices(names: Names, indicator: Indicator, scale: ChoiceScale, path: str) -> Iterator[Issue]:
    seen: dict[str, int] = {}
    for position, row in enumerate(scale.rows):
        if row.value in seen:
            place = f"{path}.rows[{position}].value"
            other = str(seen[row.value] + 1)
            yield issue("RL042", place, "duplicate", row=str(position + 1), other=other)
        seen.setdefault(row.value, position)
    for choice in names.choices(scale.measure):
        if choice.id not in seen:
            yield issue("RL044", f"{path}.rows", "choice", value=choice.id, name=scale.measure)
    yield from _check_points(indicator, [row.points for row in scale.rows], f"{path}.rows")


def _check_line(indicator: Indicator, scale: LineScale, path: str) -> Iterator[Issue]:
    if len(scale.corners) < 2:
        yield issue("RL041", f"{path}.corners", "corners")
    for position, (before, corner) in enumerate(zip(scale.corners, scale.corners[1:], strict=False), start=1):
        if before.at == corner.at:
            place = f"{path}.corners[{position}].at"
            row, other = str(position + 1), str(position)
            yield issue("RL042", place, "duplicate", row=row, other=other)
        elif before.at > corner.at:
            place = f"{path}.corners[{position}].at"
            at, last = format_exact(corner.at), format_exact(before.at)
            yield issue("RL041", place, "descending", row=str(position + 1), at=at, before=last)
    yield from _check_points(indicator, [corner.points for corner in scale.corners], f"{path}.corners")


def _check_points(indicator: Indicator, points: list[Fraction], path: str) -> Iterator[Issue]:
    most = format_exact(indicator.maximum)
    for position, value in enumerate(points):
        place, shown = f"{path}[{position}].points", format_exact(value)
        if value > indicator.maximum:
            yield issue("RL044", place, "above", points=shown, maximum=most, indicator=indicator.id)
        elif value < 0:
            yield issue("RL044", place, "negative", points=shown)
    if points and max(points) < indicator.maximum:
        yield issue("RL044", path, "never", maximum=most, indicator=indicator.id)
