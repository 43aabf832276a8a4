"""Shared situations of goods lines: equal inputs to a scorecard except for the size.

Each situation is evaluated once and scaled by size, if the rules prove that this is exact.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from rules.contracts import DeclaredValue, parse_decimal_or_ratio
from rules.engine import AnswerInvariance, DayBreaks
from rules.model import AS_OF, PublishedVersion
from service.schemes.cbam.card_evaluation import UntracedEvaluator
from service.schemes.cbam.goods import CODE, LINE, GoodsLine


class ValueNumbers:
    """Numbers of values: equal values have equal numbers, which compare much faster."""

    def __init__(self) -> None:
        self._by_content: dict[Hashable, int] = {}
        self._by_identity: dict[int, tuple[DeclaredValue, int]] = {}

    def of(self, value: DeclaredValue) -> int:
        known = self._by_identity.get(id(value))
        if known is None:
            content = _content(value)
            known = value, self._by_content.setdefault(content, len(self._by_content))
            self._by_identity[id(value)] = known  # keeps the value alive, so that its identity stays unique
        return known[1]

    def forget_identities(self) -> None:
        self._by_identity.clear()


def _content(value: DeclaredValue) -> Hashable:
    if value.records is None:
        return value
    return tuple(tuple((id, _content(part)) for id, part in record.items()) for record in value.records)


@dataclass(frozen=True, slots=True)
class SituatedLine:
    """Situation of a line: with equal keys, only size and day may differ."""

    key: Hashable
    size: Fraction | None


@dataclass(frozen=True, slots=True)
class _VersionInvariance:
    grows: bool
    breaks: DayBreaks | None


class SituationFinder:
    """Finder of lines that, for one measure, differ only in size (`sizes`, mass first)."""

    def __init__(
        self, reckoner: UntracedEvaluator, result: str, columns: Mapping[str, str], sizes: tuple[str, ...], day: str
    ) -> None:
        self._reckoner, self._result, self._day = reckoner, result, day
        self._sizes = sizes
        self._mass, *others = (columns[name] for name in sizes)
        self._other_sizes = tuple(others)
        self._columns = tuple(sorted({*columns.values()} - {LINE, columns[day], self._mass}))
        self._uses_code = CODE in self._columns
        self._names = {name for name, column in columns.items() if column == LINE}
        self._invariances: dict[str, _VersionInvariance] = {}

    def situated(self, line: GoodsLine, numbers: ValueNumbers) -> SituatedLine:
        facts = line.facts
        stated = tuple(-1 if (value := facts.get(column)) is None else numbers.of(value) for column in self._columns)
        mass = facts.get(self._mass)
        code = line.code if self._uses_code else ""  # as written, because texts quote it
        if mass is None or mass.number is None or not self._is_mass_only_size(line):
            mass_number = -1 if mass is None else numbers.of(mass)
            return SituatedLine((code, stated, mass_number), None)
        return SituatedLine((code, stated, mass.unit or ""), parse_decimal_or_ratio(mass.number))

    def _is_mass_only_size(self, line: GoodsLine) -> bool:
        others = (line.facts.get(column) for column in self._other_sizes)
        return all(
            other is None or other.number is None or not parse_decimal_or_ratio(other.number) for other in others
        )

    def stretch(self, published: PublishedVersion, day: date, as_of: date) -> Hashable | None:
        """Return a key shared by days with equal answers; None if scaling by size may be inexact."""
        invariance = self._invariance(published)
        if not invariance.grows:
            return None
        editions = self._reckoner.editions(published, as_of)
        if invariance.breaks is None:
            return published.name, editions, day, as_of
        return published.name, editions, invariance.breaks.stretch({self._day: day, AS_OF: as_of})

    def _invariance(self, published: PublishedVersion) -> _VersionInvariance:
        if published.name not in self._invariances:
            plan = self._reckoner.plan(published)
            name = next(result.name for result in plan.scorecard.results if result.id == self._result)
            answer = AnswerInvariance(plan, name)
            grows = not self._names & answer.names and answer.grows_with(self._sizes)
            self._invariances[published.name] = _VersionInvariance(grows, answer.day_breaks((self._day, AS_OF)))
        return self._invariances[published.name]
