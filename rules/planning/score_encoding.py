"""Points, totals, stages, gates and ladder rows of one scenario in an integer program."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING

from rules.contracts.extents import NumberExtent
from rules.contracts.intervals import Interval
from rules.contracts.outcomes import Outcome
from rules.engine.grades import NO_STAGE, rule_ids_behind_row, sections_of
from rules.model.expressions import STAGE, TOTAL_SCORE
from rules.model.scorecard import NotApplicablePolicy
from rules.model.symbol_table import decode_section_total
from rules.planning.fact_encoding import FactEncoder, Ratio, UnlimitedFigureError
from rules.planning.linear import Linear, sum_of_linear
from rules.program import nodes
from rules.program.nodes import AtomicTest, Piecewise, PointsByCount, names_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.model.scorecard import Indicator, Section
    from rules.planning.integer_program import Literal

_ZERO = Fraction(0)
_ONE = Fraction(1)
_MAXIMUM_VARYING = 6
"""Limit of the indicators of a section, or of the sections, that may or may not apply."""


class ScoreEncoder(FactEncoder):
    """The literals and expressions of the whole score of one scenario."""

    # Requirements.

    def applies(self) -> Literal:
        """Return a literal that is true exactly if the scorecard applies and no indicator is refused as absent."""
        literals = [self.rule("card:applies")] if "card:applies" in self._rules else []
        if self._scorecard.card.not_applicable is NotApplicablePolicy.REFUSE:
            literals += [self._is_present(indicator) for indicator in self._scorecard.indicators]
        return self._encoder.all_of(literals)

    def _is_present(self, indicator: Indicator) -> Literal:
        applies = self._applying(indicator)
        if not self._staged:
            return applies
        counts = [literal for stage, literal in self.stages if indicator.section in sections_of(self._scorecard, stage)]
        return self._encoder.any_of([applies, self._encoder.negated(self._encoder.any_of(counts))])

    def passes(self, gate: str) -> Literal:
        """Return a literal that is true exactly if the subject passes a gate."""
        options = self._scenario.support((gate,))
        table = self._scenario.table(options, lambda inference: inference.passes[gate] is Outcome.MET)
        if table is not None:
            return self._truth(table)
        requires = self.rule(f"{gate}:requires")
        read = (name for atom in self._rules[f"{gate}:requires"] for name in names_of(atom.measure))
        if any(map(self._may_be_absent, read)):
            requires = self._encoder.any_of([requires, self._free_literal()])  # it passes if it does not apply
        if f"{gate}:applies" not in self._rules:
            return requires
        return self._encoder.any_of([requires, self._encoder.negated(self.rule(f"{gate}:applies"))])

    def row(self, position: int, *, with_points: bool = True) -> Literal:
        """Return a literal that is true exactly if a row of the ladder is, with or without its range of the total."""
        ladder = self._scorecard.ladder
        assert ladder is not None  # noqa: S101 -- only graded scorecards have rows
        condition, *exceptions = rule_ids_behind_row(ladder, position)
        atoms = [atom for atom in self._rules[condition] if with_points or not _is_total(atom)]
        excluded = [self._encoder.negated(self.rule(exception)) for exception in exceptions]
        return self._encoder.all_of([*map(self.atom, atoms), *excluded])

    def figure(self, name: str) -> Linear:
        """Return the total points, or the value of a quantity; free between its limits if it is not linear.

        Raises:
            UnlimitedFigureError: If it is neither linear nor limited.
        """
        if not name:
            return self.total()
        number = self._number(nodes.NamedNumber(name))
        if isinstance(number, Linear):
            return number
        tabulated = self._tabulated((name,), lambda inference: inference.values.extents[name])
        if tabulated is not None:
            return tabulated
        any_level = {option: (0, levels) for option, levels in enumerate(self._decisions.levels)}
        extent = self._scenario.explore_within(any_level).values.extents[name]
        interval = extent.interval if isinstance(extent, NumberExtent) else Interval(None, None)
        if interval.low is None or interval.high is None:
            raise UnlimitedFigureError(name)
        return self._free_number((interval.low, interval.high))

    # Tests of points.

    def _new_atom(self, atom: AtomicTest) -> Literal:
        if _is_total(atom):
            total = self.total()
            spans = [span for span in atom.allowed if isinstance(span, Interval)]
            return self._encoder.any_of([self._inside_rounded(total, span) for span in spans])
        return super()._new_atom(atom)

    def _inside_rounded(self, total: Linear, span: Interval) -> Literal:
        literals = []
        if span.low is not None:
            literals.append(self._total_at_least(total, span.low, is_open=span.low_open))
        if span.high is not None:
            literals.append(self._encoder.negated(self._total_at_least(total, span.high, is_open=not span.high_open)))
        return self._encoder.all_of(literals)

    def _total_at_least(self, total: Linear, bound: Fraction, *, is_open: bool) -> Literal:
        card = self._scorecard.card
        if not card.compare_rounded:
            return self._encoder.at_least(total, bound, is_open=is_open)
        step = Fraction(1, 10**card.rounding.places)
        rounding = nodes.RoundedValue(nodes.NamedNumber(TOTAL_SCORE), step, card.rounding.mode, asks_again=False)
        limit, excludes = self._before_rounding(rounding, bound, is_open=is_open)
        return self._encoder.at_least(total, limit, is_open=excludes)

    def _support(self, names: Sequence[str]) -> tuple[int, ...]:
        staged = self._staged and any(map(self._is_score, names))
        return self._scenario.support((*names, STAGE) if staged else tuple(names))

    def _is_score(self, name: str) -> bool:
        return name in self._plan.scales or bool(decode_section_total(name)) or name == TOTAL_SCORE

    def _score(self, name: str) -> Linear | None:
        if name == TOTAL_SCORE:
            return self.total()
        if sections := decode_section_total(name):
            return self._section_total(sections)
        indicator = self._indicators[name]
        if self._staged or self._applying(indicator) != self._encoder.true:
            return None
        return self.points(indicator)

    # Stages and applicability.

    @property
    def _staged(self) -> bool:
        return self._scorecard.stages is not None

    @cached_property
    def _indicators(self) -> dict[str, Indicator]:
        return {indicator.id: indicator for indicator in self._scorecard.indicators}

    @cached_property
    def stages(self) -> Sequence[tuple[str, Literal]]:
        """Stages that can be reached, each with a literal that is true exactly in it."""
        if self._plan.stage is None:
            return [(NO_STAGE, self._encoder.true)]
        encoder = self._encoder
        literals: dict[str, list[Literal]] = {}
        earlier: list[Literal] = []
        for rules, stage in self._plan.stage.rows:
            holds = encoder.any_of([self.rule(rule) for rule in rules])
            literals.setdefault(stage, []).append(encoder.all_of([holds, *earlier]))
            earlier.append(encoder.negated(holds))
        literals.setdefault(self._plan.stage.otherwise, []).append(encoder.all_of(earlier))
        stages = [(stage, encoder.any_of(each)) for stage, each in literals.items()]
        return [(stage, literal) for stage, literal in stages if literal != encoder.false]

    def _applying(self, indicator: Indicator) -> Literal:
        """Return a literal that is true exactly if an indicator applies, apart from the stage."""
        return self._applying_by_indicator[indicator.id]

    @cached_property
    def _applying_by_indicator(self) -> dict[str, Literal]:
        return {indicator.id: self._new_applying(indicator) for indicator in self._scorecard.indicators}

    def _new_applying(self, indicator: Indicator) -> Literal:
        rule = f"{indicator.id}:applies"
        names = [name for atom in self._rules.get(rule, ()) for name in names_of(atom.measure)]
        is_count = isinstance(self._plan.scales[indicator.id], PointsByCount)
        absent = [name for name in indicator.scale.reads if not is_count and self._may_be_absent(name)]
        table = self._scenario.table(
            self._support((*names, *absent)),
            lambda inference: inference.score.indicator_points[indicator.id].applies is Outcome.MET,
        )
        if table is not None:
            return self._truth(table)
        return self._free_literal() if absent else self.rule(rule)

    # Points.

    def points(self, indicator: Indicator) -> Linear:
        """Return the points of an indicator before its section is scaled; 0 where it does not apply."""
        if indicator.id not in self.encoded_points:
            self.encoded_points[indicator.id] = self._new_points(indicator)
        return self.encoded_points[indicator.id]

    @cached_property
    def encoded_points(self) -> dict[str, Linear]:
        """The points of each indicator so far, before its section is scaled."""
        return {}

    def _new_points(self, indicator: Indicator) -> Linear:
        tabulated = self._tabulated(
            (indicator.id,), lambda inference: NumberExtent(inference.score.indicator_points[indicator.id].points)
        )
        if tabulated is not None:
            return tabulated
        number = self._scaled_points(indicator)
        if number is None:
            return self._free_number((_ZERO, indicator.maximum))
        counts = self._applying(indicator)
        if f"{indicator.id}:must" in self._rules:
            counts = self._encoder.all_of([counts, self.rule(f"{indicator.id}:must")])
        if counts == self._encoder.true:
            return number
        return self._encoder.selected([(counts, number), (self._encoder.negated(counts), Linear.of(_ZERO))])

    def _scaled_points(self, indicator: Indicator) -> Linear | None:
        scale = self._plan.scales[indicator.id]
        if isinstance(scale, PointsByCount):
            parts = (self.rule(f"{indicator.id}:part:{position}") for position in range(len(scale.parts)))
            return sum_of_linear(self._encoder.number(part).times(scale.each) for part in parts)
        return self._piecewise_points(scale, indicator.maximum) if scale.pieces else None

    def _piecewise_points(self, scale: Piecewise, maximum: Fraction) -> Linear | None:
        cases = []
        for piece in scale.pieces:
            holds = self._all_met(piece.tests)
            if holds == self._encoder.false:
                continue
            parts = self._cases(piece.points)
            if parts is None:
                return None
            for literal, number in parts:
                both = self._encoder.all_of([holds, literal])
                points = self._as_linear(number, (_ZERO, maximum), both)
                if points is None:
                    return None
                cases.append((both, points))
        return self._encoder.selected(cases) if cases else None

    def _as_linear(self, number: Linear | Ratio, limits: tuple[Fraction, Fraction], when: Literal) -> Linear | None:
        if isinstance(number, Linear) or when == self._encoder.false:
            return number if isinstance(number, Linear) else Linear.of(_ZERO)
        return self._encoder.quotient(number.numerator, number.divisor, limits, [when])

    # Totals.

    def total(self) -> Linear:
        """Return the total points before rounding."""
        if self._total is None:
            self._total = self._new_total()
        return self._total

    _total: Linear | None = None

    def _new_total(self) -> Linear:
        cases: list[tuple[Literal, Linear]] = []
        for stage, literal in self.stages:
            counting = [
                section
                for section in self._scorecard.sections
                if not self._staged or section.id in sections_of(self._scorecard, stage)
            ]
            full = sum((section.maximum for section in counting), _ZERO)
            sums = sum_of_linear(self._section_points(section) for section in counting)
            presence = self._presence(counting)
            if presence is None:
                return self._free_number((_ZERO, sum((item.maximum for item in self._scorecard.sections), _ZERO)))
            for present, counted in presence:
                factor = full / counted if 0 < counted < full else _ONE
                cases.append((self._encoder.all_of([literal, present]), sums.times(factor)))
        return cases[0][1] if len(cases) == 1 else self._encoder.selected(cases)

    def _presence(self, sections: Sequence[Section]) -> list[tuple[Literal, Fraction]] | None:
        """Return the cases of sections with indicators that apply, with the sum of their maxima."""
        full = sum((section.maximum for section in sections), _ZERO)
        if not self._rescales:
            return [(self._encoder.true, full)]
        present = [
            (self._encoder.any_of([self._applying(item) for item in self._plan.members[section.id]]), section.maximum)
            for section in sections
        ]
        return self._weighted_cases(present)

    def _weighted_cases(self, weighted: Sequence[tuple[Literal, Fraction]]) -> list[tuple[Literal, Fraction]] | None:
        """Return all combinations of true literals with the sum of their weights; None if there are too many."""
        encoder = self._encoder
        certain = sum((weight for literal, weight in weighted if literal == encoder.true), _ZERO)
        varying = [item for item in weighted if item[0] not in (encoder.true, encoder.false)]
        if len(varying) > _MAXIMUM_VARYING:
            return None
        cases: list[tuple[Literal, Fraction]] = []
        for truths in product((True, False), repeat=len(varying)):
            literals = [
                literal if holds else encoder.negated(literal)
                for (literal, _), holds in zip(varying, truths, strict=True)
            ]
            weight = sum((item[1] for item, holds in zip(varying, truths, strict=True) if holds), certain)
            cases.append((encoder.all_of(literals), weight))
        return cases

    @property
    def _rescales(self) -> bool:
        return self._scorecard.card.not_applicable is NotApplicablePolicy.DROP_AND_RESCALE

    def _section_points(self, section: Section) -> Linear:
        """Return the points of a section, apart from the stage."""
        if section.id not in self._sections:
            self._sections[section.id] = self._new_section_points(section)
        return self._sections[section.id]

    @cached_property
    def _sections(self) -> dict[str, Linear]:
        return {}

    def _new_section_points(self, section: Section) -> Linear:
        members = self._plan.members[section.id]
        points = sum_of_linear(map(self.points, members))
        if not self._rescales:
            return points
        weights = self._weighted_cases([(self._applying(item), item.maximum) for item in members])
        if weights is None:
            return self._free_number((_ZERO, section.maximum))
        cases = [
            (literal, points.times(section.maximum / weight) if weight else Linear.of(_ZERO))
            for literal, weight in weights
        ]
        return cases[0][1] if len(cases) == 1 else self._encoder.selected(cases)

    def _section_total(self, sections: Sequence[str]) -> Linear:
        """Return the sum of the points of sections that count in the stage."""
        by_id = {section.id: section for section in self._scorecard.sections}
        if not self._staged:
            return sum_of_linear(self._section_points(by_id[name]) for name in sections)
        cases = [
            (
                literal,
                sum_of_linear(
                    self._section_points(by_id[name])
                    for name in sections
                    if name in sections_of(self._scorecard, stage)
                ),
            )
            for stage, literal in self.stages
        ]
        return cases[0][1] if len(cases) == 1 else self._encoder.selected(cases)


def _is_total(atom: AtomicTest) -> bool:
    return atom.measure == nodes.NamedNumber(TOTAL_SCORE)
