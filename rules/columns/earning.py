"""How many points does each indicator, and the whole, earn for every subject of the columns?"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Generic

from rules.columns.asking import Reply
from rules.columns.exact import (
    BeyondColumns,
    Exact,
    add,
    constant,
    divide,
    either_of,
    scale,
    subtract,
    total,
)
from rules.columns.forms import FALSE, TRUE, both, either, equals_any, is_missing, negated
from rules.columns.maturity import Maturing
from rules.columns.near import Number
from rules.columns.values import Value
from rules.contracts.intervals import Interval
from rules.contracts.outcomes import Outcome
from rules.engine.scale_rows import NO_MATCH
from rules.engine.stages import NO_STAGE, every_stage, sections_of
from rules.model.maturity import MaturityScale
from rules.model.scorecard import CountScale, NotApplicablePolicy
from rules.program.nodes import Word
from rules.program.possible import ask

if TYPE_CHECKING:
    from rules.columns.asking import Asking
    from rules.columns.forms import Node
    from rules.columns.near import Arithmetic
    from rules.columns.steps import Steps
    from rules.engine.plan import Plan
    from rules.engine.scale_rows import ScaleRow
    from rules.model.scorecard import Indicator, Section

_ZERO = constant(0)


@dataclass(frozen=True, slots=True)
class Points:
    """The points of an indicator, at least and at most, of subjects to which it applies."""

    low: Exact
    high: Exact
    applies: Node


class Earning:
    """Adds points up as `rules.engine.score` does; what it leaves open goes to the core."""

    def __init__(self, plan: Plan, asking: Asking, steps: Steps, odd: list[Node]) -> None:
        """Earn under a plan."""
        self._plan = plan
        self._asking = asking
        self._steps = steps
        self._odd = odd
        self._network = {rule.id: rule for rule in plan.first.rules}
        self._maturing = Maturing(plan, asking, steps, odd)

    def points(self) -> dict[str, Points]:
        """Give the points of every indicator on its scale, before any rescaling."""
        return {indicator.id: self._earned(indicator) for indicator in self._plan.scorecard.indicators}

    def _rule(self, name: str) -> Reply | None:
        return self._asking.rule(self._network[name].atoms) if name in self._network else None

    def _earned(self, indicator: Indicator) -> Points:
        applies = self._rule(f"{indicator.id}:applies")
        must = self._rule(f"{indicator.id}:must")
        low, high, there = self._given(indicator)
        if applies is not None:
            self._odd.append(applies.is_open)
            there = both(there, applies.met)
        if must is not None:
            exact = low is high and must.is_open is FALSE
            most = either_of(negated(either(must.fails, must.absent)), high, _ZERO)
            low = either_of(must.met, low, _ZERO)
            high = low if exact else most
        kept = self._steps.keep_exact(low)
        return Points(kept, kept if low is high else self._steps.keep_exact(high), self._steps.keep(there))

    def _given(self, indicator: Indicator) -> tuple[Exact, Exact, Node]:
        scale_ = indicator.scale
        if isinstance(scale_, CountScale):
            return (*self._counted(indicator, len(scale_.parts)), TRUE)
        if isinstance(scale_, MaturityScale):
            percent, there = self._maturing.percent(indicator.id, scale_)
            points = scale(percent, indicator.maximum / 100)
            return points, points, there
        rows = self._plan.rows[indicator.id]
        if not rows:
            raise BeyondColumns(f"the scale of {indicator.id} has no rows")
        if any(row.points < 0 for row in rows):
            raise BeyondColumns(f"{indicator.id} can take points away")
        if isinstance(rows[0].atom.measure, Word):
            return self._by_choice(rows, rows[0].atom.measure)
        return self._by_number(rows)

    def _counted(self, indicator: Indicator, parts: int) -> tuple[Exact, Exact]:
        """Count the parts that hold, and those that may."""
        replies = [self._asking.rule(self._network[f"{indicator.id}:part:{index}"].atoms) for index in range(parts)]
        one = indicator.maximum / parts
        least = [self._steps.keep(reply.met) for reply in replies]
        low = total([either_of(met, constant(one), _ZERO) for met in least])
        if all(reply.is_open is FALSE for reply in replies):
            return low, low
        may = [negated(either(reply.fails, reply.absent)) for reply in replies]
        return low, total([either_of(part, constant(one), _ZERO) for part in may])

    def _by_number(self, rows: tuple[ScaleRow, ...]) -> tuple[Exact, Exact, Node]:
        """Give the points of the row that holds the number; where it is missing, all that rows give in its domain."""
        value = self._asking.value(rows[0].atom.measure)
        self._odd += [value.unknown, value.perhaps]
        there = negated(value.absent)
        replies = [self._asking.atom(row.atom) for row in rows]
        if any(row.slope for row in rows):
            self._odd.append(value.missing)
        self._odd += _without_row(rows, replies)
        known = [(reply.met, row) for row, reply in zip(rows, replies, strict=True) if row.number != NO_MATCH]
        low = high = self._on_line(known[-1][1], value.low)
        for met, row in reversed(known[:-1]):
            low = high = either_of(met, self._on_line(row, value.low), low)
        if value.missing is not FALSE:
            low, high = self._ends(rows, value, low)
        return low, high, there

    def _ends(self, rows: tuple[ScaleRow, ...], value: Value, known: Exact) -> tuple[Exact, Exact]:
        """Put the least and the most that rows give for any number of the domain where the number is missing."""
        divisor = value.low.divisor
        domain = Interval(Fraction(value.low.above.low, divisor), Fraction(value.high.above.high, divisor))
        possible = [
            row.points for row in rows if row.number != NO_MATCH and ask(row.atom, domain) is not Outcome.NOT_MET
        ] or [Fraction(0)]
        low, high = constant(min(possible)), constant(max(possible))
        return either_of(value.missing, low, known), either_of(value.missing, high, known)

    @staticmethod
    def _on_line(row: ScaleRow, number: Exact) -> Exact:
        if not row.slope:
            return constant(row.points)
        return add(constant(row.points), scale(subtract(number, constant(row.at)), row.slope))

    def _by_choice(self, rows: tuple[ScaleRow, ...], measure: Word) -> tuple[Exact, Exact, Node]:
        replies = [self._asking.atom(row.atom) for row in rows]
        self._odd += _without_row(rows, replies)
        known = [(reply, row) for reply, row in zip(replies, rows, strict=True) if row.number != NO_MATCH]
        there = negated(replies[0].absent)
        points = constant(known[-1][1].points)
        for reply, row in reversed(known[:-1]):
            points = either_of(reply.met, constant(row.points), points)
        if all(reply.is_open is FALSE for reply in replies):
            return points, points, there
        facts = self._asking.facts
        code, _, _, perhaps = facts.code(measure.name)
        self._odd.append(perhaps)
        least, most = min(row.points for _, row in known), max(row.points for _, row in known)
        missing = is_missing(code)
        return either_of(missing, constant(least), points), either_of(missing, constant(most), points), there


class Adding(Generic[Number]):
    """Adds up what indicators earn, in one of two ways."""

    def __init__(self, plan: Plan, points: dict[str, Points], odd: list[Node], way: Arithmetic[Number]) -> None:
        """Take the points of the indicators."""
        self._card = plan.scorecard
        self._odd = odd
        self._way = way
        self._zero = way.take(_ZERO)
        self._applies = {name: one.applies for name, one in points.items()}
        self._low = {name: way.either_of(one.applies, way.take(one.low), self._zero) for name, one in points.items()}
        self._high = {
            name: self._low[name] if one.low is one.high else way.either_of(one.applies, way.take(one.high), self._zero)
            for name, one in points.items()
        }

    def total(self, stage: Node | None) -> tuple[Number, Number]:
        """Add up the sections that count, rescaled where something does not apply and the card says so."""
        card = self._card
        if card.stages is None:
            return self._sections(card.sections)
        found = self._zero, self._zero
        for code, name in enumerate(every_stage(card)):
            counting = sections_of(card, name) if name != NO_STAGE else ()
            low, high = self._sections(tuple(one for one in card.sections if one.id in counting))
            here = equals_any(stage, [code]) if stage is not None else FALSE
            first = self._way.either_of(here, low, found[0])
            same = low is high and found[0] is found[1]
            found = first, first if same else self._way.either_of(here, high, found[1])
        return found

    def _sections(self, sections: tuple[Section, ...]) -> tuple[Number, Number]:
        if not sections:
            return self._zero, self._zero
        scored = [self._section(section) for section in sections]
        same = all(low is high for low, high, _ in scored)
        lows = self._way.total([low for low, _, _ in scored])
        highs = lows if same else self._way.total([high for _, high, _ in scored])
        full = sum((section.maximum for section in sections), Fraction(0))
        weights = [weight for _, _, weight in scored]
        if all(weight is None for weight in weights) or not full:
            return lows, highs
        most = [(constant(section.maximum), weight) for section, weight in zip(sections, weights, strict=True)]
        left = total([one if weight is None else either_of(weight, one, _ZERO) for one, weight in most])
        factor = divide(constant(full), left)
        low = self._way.multiply(lows, factor)
        return low, low if same else self._way.multiply(highs, factor)

    def _section(self, section: Section) -> tuple[Number, Number, Node | None]:
        """Give the points of a section, and of which subjects any of it applies; None for all of them."""
        members = [item for item in self._card.indicators if item.section == section.id]
        if not members:
            return self._zero, self._zero, FALSE
        policy = self._card.card.not_applicable
        applies = [self._applies[item.id] for item in members]
        always = all(one is TRUE for one in applies)
        if policy is NotApplicablePolicy.REFUSE:
            self._odd += [negated(one) for one in applies]
        low = self._way.total([self._low[item.id] for item in members])
        same = all(self._low[item.id] is self._high[item.id] for item in members)
        high = low if same else self._way.total([self._high[item.id] for item in members])
        weight = sum((item.maximum for item in members), Fraction(0))
        if policy is not NotApplicablePolicy.DROP_AND_RESCALE or (always and weight == section.maximum):
            return low, high, None
        weights = [either_of(one, constant(item.maximum), _ZERO) for one, item in zip(applies, members, strict=True)]
        factor = divide(constant(section.maximum), total(weights))
        first = self._way.multiply(low, factor)
        return first, first if same else self._way.multiply(high, factor), None if always else either(*applies)


def _without_row(rows: tuple[ScaleRow, ...], replies: list[Reply]) -> list[Node]:
    """Say of which subjects no row may hold what is measured."""
    return [
        negated(either(reply.fails, reply.absent))
        for row, reply in zip(rows, replies, strict=True)
        if row.number == NO_MATCH
    ]
