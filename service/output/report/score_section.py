"""Scoring section of a report, rounded so that printed sums agree."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any

from rules.contracts import Bounds, Figure, Outcome, format_places, join_items, parse_exact, round_to
from rules.model import BandScale, CountScale, MaturityScale
from service.output.report.charts import bar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rules.contracts import CriterionResult
    from rules.model import Indicator
    from service.output.report.formatters import RecordFormatter

Row = dict[str, Any]
_MAX_EXTRA_DECIMALS = 4


@dataclass(frozen=True)
class RecordPoints:
    """Points of one record, as triples: least earned, most earned, maximum."""

    formatter: RecordFormatter

    @cached_property
    def indicators(self) -> dict[str, tuple[Fraction, Fraction, Fraction]]:
        ranges = {}
        for result in self.formatter.record.criteria:
            if result.kind == "indicator" and result.points is not None:
                maximum = parse_exact(result.maximum_points or "0")
                ranges[result.id] = (*_point_bounds(result.points, maximum), maximum)
        return ranges

    @cached_property
    def sections(self) -> dict[str, tuple[Fraction, Fraction, Fraction]]:
        ranges = {}
        for section in self.formatter.record.sections:
            maximum = parse_exact(section.maximum_points)
            ranges[section.id] = (*_point_bounds(section.score.exact, maximum), maximum)
        return ranges

    @cached_property
    def total(self) -> tuple[Fraction, Fraction, Fraction] | None:
        conclusion = self.formatter.record.conclusion
        if conclusion.score is None:
            return None
        maximum = self.formatter.maximum(conclusion)
        return (*_point_bounds(conclusion.score.exact, maximum), maximum)

    @cached_property
    def decimals(self) -> int:
        """Fewest decimals, at least those of the scorecard, that make printed sums add up."""
        minimum = self.formatter.scorecard.card.rounding.places
        candidates = range(minimum, minimum + _MAX_EXTRA_DECIMALS + 1)
        return next((places for places in candidates if self.adds_up(places)), minimum)

    @property
    def note(self) -> str:
        words, first = self.formatter.words, self.formatter.scorecard.card.rounding.places
        if not self.adds_up(self.decimals):
            return str(words["rounded_apart"].format(places=self.decimals))
        if self.decimals > first:
            score = self.formatter.record.conclusion.score
            shown = "" if score is None else self.formatter.figure(score)
            return str(words["rounded_score"].format(places=self.decimals, score=shown, score_places=first))
        return "" if self._is_exact() else str(words["rounded"].format(places=self.decimals))

    def adds_up(self, places: int) -> bool:
        rounded = self._rounder(places)
        return all(
            sum(map(rounded, parts)) == rounded(expected) for parts, expected in self._sums() if sum(parts) == expected
        )

    def formatted(self, value: Fraction) -> str:
        return format_places(self._rounder(self.decimals)(value), self.decimals)

    def between(self, low: Fraction, high: Fraction) -> str:
        return self.formatted(low) if low == high else f"{self.formatted(low)} … {self.formatted(high)}"

    def lost_points(self, low: Fraction, high: Fraction, maximum: Fraction) -> str:
        return self.loss(maximum - high, maximum - low)

    def loss(self, least: Fraction, most: Fraction) -> str:
        if most > 0 and self._rounder(self.decimals)(most) == 0:
            smallest = self.formatted(Fraction(1, 10**self.decimals))
            return str(self.formatter.words["less_than"].format(points=smallest))
        return (
            self.formatted(most)
            if least == most
            else str(self.formatter.words["up_to"].format(points=self.formatted(most)))
        )

    def is_exact(self, least: Fraction, most: Fraction) -> bool:
        return least == most and (most == 0 or self._rounder(self.decimals)(most) != 0)

    def _rounder(self, places: int) -> Callable[[Fraction], Fraction]:
        mode = self.formatter.scorecard.card.rounding.mode
        return lambda value: round_to(value, places, mode)

    def _is_exact(self) -> bool:
        rounded = self._rounder(self.decimals)
        rows = [*self.indicators.values(), *self.sections.values(), *([self.total] if self.total else [])]
        return all(rounded(value) == value for row in rows for value in row)

    def _sums(self) -> Iterator[tuple[Sequence[Fraction], Fraction]]:
        rows = [*self.indicators.values(), *self.sections.values(), *([self.total] if self.total else [])]
        for row in rows:
            for earned in row[:2]:
                yield (earned, row[2] - earned), row[2]
        for section, section_points in self.sections.items():
            members = [
                indicator.id for indicator in self.formatter.scorecard.indicators if indicator.section == section
            ]
            indicator_points = [self.indicators[name] for name in members if name in self.indicators]
            yield from (([row[index] for row in indicator_points], section_points[index]) for index in range(3))
        if self.total is not None:
            total = self.total
            yield from (([row[index] for row in self.sections.values()], total[index]) for index in range(3))


def _point_bounds(bounds: Bounds, maximum: Fraction) -> tuple[Fraction, Fraction]:
    return parse_exact(bounds.low or "0"), maximum if bounds.high is None else parse_exact(bounds.high)


def scoring(formatter: RecordFormatter, points: RecordPoints) -> list[Row]:
    """Return the sections with their indicators."""
    labels = {section.id: section.labels for section in formatter.scorecard.sections}
    results = {result.id: result for result in formatter.record.criteria if result.kind == "indicator"}
    rows: list[Row] = []
    for section, (low, high, maximum) in points.sections.items():
        name = f"{section} {formatter.label(labels[section])}".rstrip()
        shown = _points_row(points, low, high, maximum)
        title = formatter.words["section_chart"].format(name=name, score=shown["got"], maximum=shown["maximum"])
        members = [
            indicator
            for indicator in formatter.scorecard.indicators
            if indicator.section == section and indicator.id in results
        ]
        rows.append(
            {
                "id": section,
                "name": name,
                **shown,
                "share": (low, high, maximum),
                "bar": bar(low=low, high=high, maximum=maximum, title=title),
                "indicators": [_indicator(formatter, points, member, results[member.id]) for member in members],
            }
        )
    return rows


def _points_row(points: RecordPoints, low: Fraction, high: Fraction, maximum: Fraction) -> Row:
    return {
        "maximum": points.formatted(maximum),
        "got": points.between(low, high),
        "lost": points.lost_points(low, high, maximum),
    }


def total(points: RecordPoints) -> Row | None:
    """Return the total row; None without a score."""
    return None if points.total is None else _points_row(points, *points.total)


def _indicator(formatter: RecordFormatter, points: RecordPoints, indicator: Indicator, result: CriterionResult) -> Row:
    low, high, maximum = points.indicators.get(indicator.id, (Fraction(0),) * 3)
    return {
        "id": indicator.id,
        "name": formatter.label(indicator.labels),
        "reached": _level_text(formatter, indicator, result),
        **_points_row(points, low, high, maximum),
        "bases": formatter.references(result.bases),
    }


def _level_text(formatter: RecordFormatter, indicator: Indicator, result: CriterionResult) -> str:
    payload, words, scale = formatter.payloads.get(f"indicators/{indicator.id}", {}), formatter.words, indicator.scale
    if not payload:
        return str(words["erased"])
    if result.outcome is Outcome.NOT_APPLICABLE:
        return str(words["outcomes"]["not_applicable"])
    texts: list[str] = []
    if any(clause["outcome"] == Outcome.NOT_MET.value for clause in payload.get("must", ())):
        texts.append(str(words["must_not_met"]))
    if isinstance(scale, CountScale):
        outcomes = [part["outcome"] for part in payload.get("parts", ())]
        texts.append(words["parts_held"].format(count=outcomes.count(Outcome.MET.value), all=len(outcomes)))
        unknown = outcomes.count(Outcome.UNDETERMINED.value)
        texts += [words["parts_unknown"].format(count=unknown)] if unknown else []
    elif isinstance(scale, MaturityScale):
        maturity = payload.get("maturity", {})
        for word, part in (("level_reached", "level"), ("maturity_reached", "percent")):
            if part in maturity:
                texts.append(words[word].format(value=_percent(formatter, maturity[part])))
    else:
        texts += [f"{formatter.fact(name)}{words['colon']}{_measured_value(formatter, name)}" for name in scale.reads]
        if isinstance(scale, BandScale) and len(rows := payload.get("rows", ())) == 1:
            texts.append(words["band_reached"].format(number=rows[0], count=len(scale.bands)))
    return join_items(texts, formatter.language)


def _percent(formatter: RecordFormatter, bounds: Row) -> str:
    return formatter.figure(Figure(unit="%", exact=Bounds.model_validate(bounds)))


def _measured_value(formatter: RecordFormatter, name: str) -> str:
    for fact in formatter.record.facts:
        if fact.declared.id == name:
            unknown = "" if fact.unknown is None else formatter.unknown(name, fact.unknown)
            return unknown or formatter.value(name, fact.used)
    payload = formatter.payloads.get(f"quantities/{name}", {})
    if isinstance(payload.get("value"), dict):
        return formatter.figure(Figure(unit=payload.get("unit", ""), exact=Bounds.model_validate(payload["value"])))
    chosen = [formatter.renderer.choice(name, word) for word in payload.get("words", ())]
    return chosen[0] if len(chosen) == 1 else str(formatter.words["figure_open"])
