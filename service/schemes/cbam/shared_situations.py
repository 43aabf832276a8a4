"""Situations that lines of goods share: what a card is asked of them is the same but for their size.

A card is asked once for each, and the answer is multiplied by the size of each line. Whether that gives what the card
would answer to the line itself is read from its rules; where they do not show it, each line is asked about by itself.
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
    """Numbers values of lines, equal ones alike, since numbers are compared far faster."""

    def __init__(self) -> None:
        """Begin without any."""
        self._by_content: dict[Hashable, int] = {}
        self._by_identity: dict[int, tuple[DeclaredValue, int]] = {}

    def of(self, value: DeclaredValue) -> int:
        """Give the number of a value."""
        known = self._by_identity.get(id(value))
        if known is None:
            content = _content(value)
            known = value, self._by_content.setdefault(content, len(self._by_content))
            self._by_identity[id(value)] = known  # with the value, so that no other gets its identity
        return known[1]

    def forget_identities(self) -> None:
        """Let go of the values themselves, of which others are equal to these."""
        self._by_identity.clear()


def _content(value: DeclaredValue) -> Hashable:
    if value.records is None:
        return value
    return tuple(tuple((id, _content(part)) for id, part in record.items()) for record in value.records)


@dataclass(frozen=True, slots=True)
class SituatedLine:
    """What a card is asked of a line, but for the day: the same `key` means that all is the same but the size.

    Without size it is the same wholly.
    """

    key: Hashable
    size: Fraction | None


@dataclass(frozen=True, slots=True)
class _VersionInvariance:
    grows: bool
    breaks: DayBreaks | None


class SituationFinder:
    """Finds for one measure which lines a card cannot tell from each other but by their size."""

    def __init__(
        self, reckoner: UntracedEvaluator, result: str, columns: Mapping[str, str], sizes: tuple[str, ...], day: str
    ) -> None:
        """Take what a card is asked: `columns` are those of a file by the facts or fields of the card.

        `sizes` are the facts that together say how much there is of a line, its mass first, and `day` is its day.
        """
        self._reckoner, self._result, self._day = reckoner, result, day
        self._sizes = sizes
        self._mass, *others = (columns[name] for name in sizes)
        self._others = tuple(others)
        self._columns = tuple(sorted({*columns.values()} - {LINE, columns[day], self._mass}))
        self._tells_code = CODE in self._columns
        self._names = {name for name, column in columns.items() if column == LINE}
        self._of_versions: dict[str, _VersionInvariance] = {}

    def situated(self, line: GoodsLine, numbers: ValueNumbers) -> SituatedLine:
        """Say in which situation a line is."""
        facts = line.facts
        stated = tuple(-1 if (value := facts.get(column)) is None else numbers.of(value) for column in self._columns)
        mass = facts.get(self._mass)
        code = line.code if self._tells_code else ""  # as it was written: words repeat it
        if mass is None or mass.number is None or not self._is_alone(line):
            whole = -1 if mass is None else numbers.of(mass)
            return SituatedLine((code, stated, whole), None)
        return SituatedLine((code, stated, mass.unit or ""), parse_decimal_or_ratio(mass.number))

    def _is_alone(self, line: GoodsLine) -> bool:
        """Say whether the mass is all that says how much there is; the rest is zero or not known at any size."""
        others = (line.facts.get(column) for column in self._others)
        return all(
            other is None or other.number is None or not parse_decimal_or_ratio(other.number) for other in others
        )

    def stretch(self, published: PublishedVersion, day: date, as_of: date) -> Hashable | None:
        """Name the days on which a card answers the same of a line; None if that is not known of its size."""
        invariance = self._invariance(published)
        if not invariance.grows:
            return None
        editions = self._reckoner.editions(published, as_of)
        if invariance.breaks is None:
            return published.name, editions, day, as_of
        return published.name, editions, invariance.breaks.stretch({self._day: day, AS_OF: as_of})

    def _invariance(self, published: PublishedVersion) -> _VersionInvariance:
        if published.name not in self._of_versions:
            plan = self._reckoner.plan(published)
            name = next(result.name for result in plan.scorecard.results if result.id == self._result)
            answer = AnswerInvariance(plan, name)
            grows = not self._names & answer.names and answer.grows_with(self._sizes)
            self._of_versions[published.name] = _VersionInvariance(grows, answer.day_breaks((self._day, AS_OF)))
        return self._of_versions[published.name]
