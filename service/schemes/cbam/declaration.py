"""What is due on each line of an importer's year, what in total, and what cannot be said yet?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.errors import InputError, Violation
from rules.contracts.inputs import DeclaredValue
from rules.contracts.messages import speaker
from rules.contracts.numbers import parse_decimal
from rules.contracts.outcomes import Outcome
from rules.contracts.typesetting import typeset
from service.schemes.cbam.cells import IMPORTED_ON
from service.schemes.cbam.goods import DETERMINATION
from service.schemes.cbam.lines import (
    BY_DEFAULT,
    OWED,
    DeclaredLine,
    Standing,
    declared_line,
    standing_of,
    ungoverned_line,
)
from service.schemes.cbam.obstacles import ObstacleTeller
from service.schemes.cbam.reckoning import Reckoner
from service.schemes.cbam.threshold import kind_of, threshold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rules.model.scorecard import Basis, Scorecard
    from service.gazette.tables import Shelf
    from service.gazette.versions import Gazette
    from service.schemes.cbam.goods import GoodsLine
    from service.schemes.cbam.reckoning import Reckoned
    from service.schemes.cbam.threshold import Threshold

_say = speaker(__name__)

CARD = "cbam-goods"
PRICES, PRICE = "cbam-certificate-price", "price"
_NO_PRICE_PAID = {"carbon_price_paid": DeclaredValue(number="0", unit="EUR/t")}
"""A carbon price paid is claimed with actual values only."""


@dataclass(frozen=True, slots=True)
class Year:
    """What the lines of one calendar year amount to, with the threshold applied.

    `due` and `cost` add up the lines that have them, and are None where no line has; they stand under the condition
    that the threshold is exceeded while that is undetermined, and `due_below` and `cost_below` are those if it is not.
    `priced_range` is what the certificates without a price would cost at the lowest and the highest price published so
    far: an illustration, for no price is carried forward. `by_actual` are the undetermined lines by actual values;
    `by_default` is what those that default ones determine, `by_default_of` of them, would owe by these.
    """

    year: int
    threshold: Threshold
    lines: tuple[DeclaredLine, ...]
    due: Fraction | None
    due_below: Fraction | None
    cost: Fraction | None
    cost_below: Fraction | None
    without_price: Fraction
    priced_range: tuple[Fraction, Fraction] | None
    undetermined: tuple[str, ...]
    by_actual: int
    by_default: Fraction
    by_default_of: int
    is_over: bool


@dataclass(frozen=True, slots=True)
class Declaration:
    """All lines in the order of the file, the years, and which articles were and were not assessed."""

    lines: tuple[DeclaredLine, ...]
    years: tuple[Year, ...]
    assessed: tuple[Basis, ...]
    not_assessed: tuple[Basis, ...]
    not_encoded: tuple[str, ...]
    versions: tuple[str, ...]

    @property
    def undetermined(self) -> bool:
        """Whether anything is not determined that a declaration needs."""
        ungoverned = any(line.standing is Standing.NOT_GOVERNED for line in self.lines)
        open_years = (year.undetermined or year.threshold.exceeded is Outcome.UNDETERMINED for year in self.years)
        return ungoverned or any(open_years)


def declare(  # noqa: PLR0913 -- one for each thing that a year of lines is evaluated with
    lines: Sequence[GoodsLine],
    *,
    gazette: Gazette,
    shelf: Shelf,
    known: str,
    settings: Mapping[str, str],
    language: str,
) -> Declaration:
    """Evaluate every line as of its day of import, ask whether the threshold is exceeded, and add up.

    Raises:
        InputError: a line is wrong; the cell is named.
        TrailError: a published version is damaged.
    """
    reckoner = Reckoner(gazette, shelf, known)
    try:
        work = _Work(reckoner, settings, language)
        found = [work.line(line) for line in lines]
        if work.wrong:
            raise InputError(tuple(dict.fromkeys(work.wrong)))
        return work.composed(lines, found)
    finally:
        reckoner.close()


class _Work:
    def __init__(self, reckoner: Reckoner, settings: Mapping[str, str], language: str) -> None:
        self.wrong: list[Violation] = []
        self._reckoner = reckoner
        self._today = date.fromisoformat(reckoner.known[:10])
        self._settings = settings
        self._language = language
        self._bases: set[str] = set()
        self._cards: dict[str, Scorecard] = {}
        self._tellers: dict[str, ObstacleTeller] = {}

    def line(self, line: GoodsLine) -> DeclaredLine:
        """Evaluate one line; what is wrong with it is noted."""
        day = date.fromisoformat(line.facts[IMPORTED_ON].date or "")
        published = self._reckoner.in_force(CARD, day)
        if published is None:
            early = day < self._reckoner.first_day(CARD)
            return ungoverned_line(line, day, Standing.TRANSITIONAL if early else Standing.NOT_GOVERNED)
        try:
            reckoned = self._reckoner.reckon(published, day, line.facts, self._settings)
        except InputError as error:
            self.wrong += [
                one if one.field.startswith("settings") else _with_its_cell(one, line) for one in error.violations
            ]
            return ungoverned_line(line, day, Standing.NOT_GOVERNED)
        self._bases |= reckoned.way.bases
        declared = declared_line(line, day, reckoned, self._teller(reckoned), today=self._today)
        return replace(declared, by_default=self._by_default(line, declared, reckoned))

    def _teller(self, reckoned: Reckoned) -> ObstacleTeller:
        name, card = reckoned.published.name, reckoned.published.scorecard
        if name not in self._tellers:
            self._cards[name], self._tellers[name] = card, ObstacleTeller(card, self._language)
        return self._tellers[name]

    def _by_default(self, line: GoodsLine, declared: DeclaredLine, reckoned: Reckoned) -> Fraction | None:
        """Ask what a line would owe by default values, if it does not come out by actual ones but does by them."""
        if not _by_actual(line) or declared.due is not None:
            return None
        facts = {**line.facts, DETERMINATION: BY_DEFAULT, **_NO_PRICE_PAID}
        other = self._reckoner.reckon(reckoned.published, declared.day, facts, self._settings)
        return other.results()[OWED].value if standing_of(other) is Standing.COMPUTED else None

    def composed(self, lines: Sequence[GoodsLine], found: list[DeclaredLine]) -> Declaration:
        """Apply the threshold of each year, and add up."""
        by_year: dict[int, list[int]] = {}
        for place, one in enumerate(found):
            if one.standing not in (Standing.TRANSITIONAL, Standing.NOT_GOVERNED):
                by_year.setdefault(one.day.year, []).append(place)
        years = []
        for year, places in sorted(by_year.items()):
            asked = threshold(year, [lines[place] for place in places], self._reckoner)
            for place in places:
                found[place] = _exempted(found[place], lines[place], asked)
            years.append(self._year(year, asked, [(found[place], lines[place]) for place in places]))
        cards = [self._cards[name] for name in sorted(self._cards)] or [self._reckoner.newest(CARD).scorecard]
        bases = {basis.id: basis for card in cards for basis in card.bases}
        of_threshold = {basis.id: basis for year in years for basis in year.threshold.bases}
        return Declaration(
            lines=tuple(found),
            years=tuple(years),
            assessed=(*(one for id, one in bases.items() if id in self._bases), *of_threshold.values()),
            not_assessed=tuple(one for id, one in bases.items() if id not in self._bases),
            not_encoded=tuple(
                dict.fromkeys(
                    typeset(one.get(self._language, one["en"]), self._language)
                    for card in cards
                    for one in card.card.not_assessed
                )
            ),
            versions=tuple(sorted({*self._cards, *(year.threshold.version for year in years)})),
        )

    def _year(self, year: int, asked: Threshold, lines: Sequence[tuple[DeclaredLine, GoodsLine]]) -> Year:
        every = [one for one, _ in lines]
        never_exempt = [one for one, line in lines if asked.alone.get(kind_of(line)) is Outcome.MET]
        without_price = _total(one.due for one in every if one.cost is None)
        span = self._price_span()
        return Year(
            year=year,
            threshold=asked,
            lines=tuple(every),
            due=_total_known([one.due for one in every]),
            due_below=_total_known([one.due for one in never_exempt]),
            cost=_total_known([one.cost for one in every]),
            cost_below=_total_known([one.cost for one in never_exempt]),
            without_price=without_price,
            priced_range=(span[0] * without_price, span[1] * without_price) if span and without_price else None,
            undetermined=tuple(one.name for one in every if one.due is None),
            by_actual=sum(one.due is None and _by_actual(line) for one, line in lines),
            by_default=_total(one.by_default for one in every),
            by_default_of=sum(one.by_default is not None for one in every),
            is_over=self._today > date(year, 12, 31),
        )

    def _price_span(self) -> tuple[Fraction, Fraction] | None:
        table = self._reckoner.shelf.in_force(PRICES, as_of=self._today, known=self._today)
        if table is None:
            return None
        place = len(table.manifest.keys) + [column.id for column in table.manifest.values].index(PRICE)
        prices = [parse_decimal(row[place]) for row in table.rows if row[place]]
        return (min(prices), max(prices)) if prices else None


def _with_its_cell(violation: Violation, line: GoodsLine) -> Violation:
    """Name the cell of a fault that the rules find, in the sheet of precursors if it is there."""
    place, fact = line.place_of(violation.field)
    return Violation(place, _say("OF_FACT", fact=fact, problem=violation.description), violation.reason)


def _by_actual(line: GoodsLine) -> bool:
    return line.facts.get(DETERMINATION) not in (None, BY_DEFAULT)


def _exempted(declared: DeclaredLine, line: GoodsLine, asked: Threshold) -> DeclaredLine:
    """Let the threshold exempt a line that is concerned, where the card of importers says so for sure."""
    if asked.exceeded is not Outcome.NOT_MET or declared.standing is Standing.NOT_CONCERNED:
        return declared
    if asked.alone.get(kind_of(line)) is not Outcome.NOT_MET:
        return declared
    return replace(declared, standing=Standing.EXEMPT, stops=(), by_default=None)


def _total_known(numbers: Sequence[Fraction | None]) -> Fraction | None:
    """Add up what is known; None if there is something of which nothing is."""
    return None if numbers and all(number is None for number in numbers) else _total(numbers)


def _total(numbers: Iterable[Fraction | None]) -> Fraction:
    return sum((number for number in numbers if number is not None), Fraction(0))
