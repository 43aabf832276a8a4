"""Border cost comparison: prices of the same goods under EU, UK and US measures, year by year, as intervals.

Every figure is what a published card concludes of a line whose day of import is moved into the year.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cache
from pathlib import Path

from rules.contracts import (
    UNBOUNDED,
    ConclusionKind,
    DeclaredValue,
    InputError,
    Interval,
    NumberError,
    Outcome,
    Violation,
    format_exact,
    message_factory,
    parse_decimal_or_ratio,
    point_interval,
    read_toml,
    sum_of,
    typeset,
    wording_loader,
)
from rules.model import FactDefinition, FormulaQuantity, PublishedVersion, Scorecard, UndeterminedFormula
from rules.trail import Blocker
from service.base.core_pool import map_in_processes
from service.base.whole_numbers import parse_whole_number
from service.configuration.available_cores import cores
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette
from service.schemes.cbam.card_evaluation import (
    ThresholdResult,
    UntracedEvaluation,
    UntracedEvaluator,
    assess_threshold,
)
from service.schemes.cbam.declaration import BY_DEFAULT, COUNTRY, Obstacle, ObstacleRenderer
from service.schemes.cbam.goods import DETERMINATION, IMPORTED_ON, GoodsLine
from service.schemes.cbam.idle_facts import FactName, IdleFact, IdleFactFinder, idle_notes
from service.schemes.cbam.shared_situations import SituatedLine, SituationFinder, ValueNumbers

_say = message_factory(__name__)
words = wording_loader(__name__)

FIRST_YEAR, LAST_YEAR = 2026, 2040
_USUAL_LAST_YEAR = 2034
_NOTHING = Fraction(0)
_ZERO = point_interval(_NOTHING)
_PIECE, _WORTH_A_PROCESS = 50, 300
"""How many lines are priced at once, and for how many another process is worth its start."""


@dataclass(frozen=True)
class BorderMeasure:
    """One measure at a border, as `border_measures.toml` declares it."""

    id: str
    card: str
    cost: str
    currency: str
    group: str
    assumed: str
    grows_with: tuple[str, ...]
    day: str
    en: str
    zh: str
    list: str = ""
    prefix: str = ""
    takes: Mapping[str, str] | None = None
    settings: Mapping[str, str] | None = None
    asks_gates: bool = False
    bill: bool = False

    def label(self, language: str) -> str:
        """Name it in one language."""
        return self.zh if language == "zh" else self.en

    def fields(self, scorecard: Scorecard) -> tuple[FactDefinition, ...]:
        """Give the fields of the records that the card takes; none where it takes a line as a whole."""
        listed = next((fact.record for fact in scorecard.facts if fact.id == self.list), None)
        return next((record.fields for record in scorecard.records if record.id == listed), ())

    def column_names(self, scorecard: Scorecard) -> dict[str, str]:
        """Give the columns of a file by the facts, or by the fields of the records, that the card takes of a line."""
        if not self.list:
            return {fact.id: fact.id for fact in scorecard.facts}
        return {field.id: (self.takes or {}).get(field.id, self.prefix + field.id) for field in self.fields(scorecard)}

    def assumption(self, scorecard: Scorecard) -> FactDefinition:
        """Give the fact that can be assumed."""
        return next(
            definition for definition in (*scorecard.facts, *self.fields(scorecard)) if definition.id == self.assumed
        )

    def columns(self, scorecard: Scorecard) -> tuple[FactDefinition, ...]:
        """Give what has a column of its own in the file, named after the measure."""
        shared_columns = self.takes or {}
        return tuple(
            field.model_copy(
                update={
                    "id": self.prefix + field.id,
                    "labels": {name: f"{self.group.upper()}: {label}" for name, label in field.labels.items()},
                }
            )
            for field in self.fields(scorecard)
            if field.id not in shared_columns
        )


@cache
def border_measures() -> tuple[BorderMeasure, ...]:
    """Give all measures, in the order in which they are told."""
    return tuple(
        BorderMeasure(group=group, **{name: value for name, value in declared.items() if name != "measures"}, **measure)
        for group, declared in read_toml(__package__, "measures.toml").items()
        for measure in declared["measures"]
    )


VALUE = "uk_value"
"""The column of what a line is worth, which counts for the British threshold and for no cost."""
REGISTRATION, VALUE_OF_YEAR = "uk-cbam", "value_12_months"
"""The card that says from which value on an importer registers, and its fact that takes the value of twelve months."""


def measure_columns(reckoner: UntracedEvaluator) -> tuple[FactDefinition, ...]:
    """Give the columns that measures besides that of the Union have in a file of goods."""
    by_id = {
        column.id: column
        for measure in border_measures()
        for column in measure.columns(reckoner.newest(measure.card).scorecard)
    }
    facts = reckoner.newest(REGISTRATION).scorecard.facts
    worth = next(fact for fact in facts if fact.id == VALUE_OF_YEAR)
    labels = {language: str(words(language)["compare"]["value"]) for language in worth.labels}
    return (*by_id.values(), worth.model_copy(update={"id": VALUE, "labels": labels}))


class Giver(StrEnum):
    """Who can close what leaves a price open."""

    IMPORTER = "importer"
    PRODUCER = "producer"
    PUBLISHER = "publisher"
    RULES = "rules"
    ASSUMPTION = "assumption"


PRODUCER_FACTS = (
    "own_direct", "own_indirect", "production_route", "produced_until", "activity_level", "precursors", "opinion",
    "verifier_accredited", "report_covers_period", "report_date", "visit", "physical_visit",
    "installation_identified", "carbon_price_paid", "price_certified", "rebates_deducted", "us_intensity",
)  # fmt: skip
"""What only the producer of goods knows: an importer asks, and cannot find it in its own books."""


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """What leaves a price open, in words: who can close it, and by which fact, if one would."""

    text: str
    giver: Giver
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Price:
    """What one line, or all of them, would cost, in the currency of the measure; without upper end nothing bounds it.

    `because` says what leaves it open. If it `failed`, there is no figure at all.
    """

    cost: Interval
    because: tuple[OpenPoint, ...] = ()
    failed: bool = False
    version: str = ""
    """The version by which a line was priced; of several lines none."""

    @property
    def is_known(self) -> bool:
        """Whether it is one number."""
        return not self.failed and self.cost.value is not None


@dataclass(frozen=True, slots=True)
class PricedMeasure:
    """One measure: the price of each line in each year, and what all lines make."""

    measure: BorderMeasure
    lines: tuple[tuple[Price, ...], ...]
    """By line, then by year."""
    totals: tuple[Price, ...]

    @property
    def versions(self) -> tuple[str, ...]:
        """The versions that governed the days of the lines."""
        return tuple(sorted({price.version for line in self.lines for price in line if price.version}))

    def reasons(self) -> list[tuple[OpenPoint, int]]:
        """Say what leaves prices open, and of how many lines, the most frequent first."""
        counted: Counter[OpenPoint] = Counter()
        for line in self.lines:
            counted.update(dict.fromkeys((reason for price in line for reason in price.because), 1))
        return counted.most_common()


@dataclass(frozen=True, slots=True)
class BorderComparison:
    """All measures over the same lines and years, and what was assumed, by group of measures."""

    years: tuple[int, ...]
    lines: tuple[GoodsLine, ...]
    measures: tuple[PricedMeasure, ...]
    thresholds: tuple[ThresholdResult, ...]
    """By year what the threshold of the Union would say of an importer of these lines and nothing else."""
    assumed: Mapping[str, tuple[Fraction, Fraction]]
    known: str

    @property
    def undetermined(self) -> bool:
        """Whether any price is not one number."""
        return any(not total.is_known for measure in self.measures for total in measure.totals)


def read_years(text: str) -> tuple[int, ...]:
    """Read the years `2026-2034`, or one of them."""
    first, sign, last = text.partition("-")
    ends = (first, last if sign else first)
    from_year, to_year = (parse_whole_number(end, most=9_999) if len(end) == len("2026") else None for end in ends)
    if from_year is None or to_year is None:
        raise _refused("--years", "NOT_YEARS", text)
    years = tuple(range(from_year, to_year + 1))
    if not years or years[0] < FIRST_YEAR or years[-1] > LAST_YEAR:
        raise _refused("--years", "NOT_YEARS", text)
    return years


def years_between(first: int, last: int, *, within: str = "") -> tuple[int, ...]:
    """Return the years of a request, or of its part `within`; 2026 to 2034 unless it says otherwise, which 0 does not.

    Raises:
        InputError: they cannot be priced.
    """
    begin = first or FIRST_YEAR
    end = last or max(_USUAL_LAST_YEAR, begin)
    if not FIRST_YEAR <= begin <= end <= LAST_YEAR:
        field = "last_year" if FIRST_YEAR <= begin <= LAST_YEAR else "first_year"
        description = _say("NOT_YEARS", found=f"{begin}-{end}", first=FIRST_YEAR, last=LAST_YEAR)
        raise InputError((Violation(within + field, description, "WRONG_VALUE"),))
    return tuple(range(begin, end + 1))


def read_assumptions(options: Iterable[str]) -> dict[str, tuple[Fraction, Fraction]]:
    """Read `uk=45..60` or `uk=50`: the least and the greatest that is assumed for a group of measures."""
    groups = {measure.group for measure in border_measures()}
    assumptions: dict[str, tuple[Fraction, Fraction]] = {}
    for text in options:
        group, sign, ends = text.partition("=")
        if not sign or group not in groups or group in assumptions:
            raise _refused("--assume", "NOT_ASSUMED", text)
        low, _, high = ends.partition("..")
        try:
            span = (parse_decimal_or_ratio(low), parse_decimal_or_ratio(high or low))
        except NumberError:
            raise _refused("--assume", "NOT_ASSUMED", text) from None
        if not 0 <= span[0] <= span[1]:
            raise _refused("--assume", "NOT_ASSUMED", text)
        assumptions[group] = span
    return assumptions


def _refused(option: str, key: str, found: str) -> InputError:
    description = _say(
        key,
        found=found,
        first=FIRST_YEAR,
        last=LAST_YEAR,
        known=sorted({measure.group for measure in border_measures()}),
    )
    return InputError((Violation(option, description, "WRONG_VALUE"),))


@dataclass(frozen=True, slots=True)
class PricingContext:
    """What lines are priced with: in which years, what is assumed, by which gazette as known when, in which words."""

    gazette: Path
    known: str
    years: tuple[int, ...]
    assumed: Mapping[str, tuple[Fraction, Fraction]]
    language: str

    def reckoner(self) -> UntracedEvaluator:
        """Give what evaluates."""
        return UntracedEvaluator(Gazette(self.gazette), TableStore(self.gazette / FOLDER), self.known)

    def begin(self) -> LinePricer:
        """Begin in a process."""
        return LinePricer(self, self.reckoner())


def compare(
    lines: Sequence[GoodsLine],
    pricing: PricingContext,
    *,
    advance: Callable[[int], None] = lambda _: None,
) -> BorderComparison:
    """Price every line under every measure in every year, by all cores where there are many lines."""
    pieces = [(first, tuple(lines[first : first + _PIECE])) for first in range(0, len(lines), _PIECE)]
    priced_pieces: dict[int, list[list[tuple[Price, ...]]]] = {}
    for first, priced in map_in_processes(pricing, pieces, min(cores(), len(lines) // _WORTH_A_PROCESS or 1)):
        priced_pieces[first] = priced
        advance(len(priced[0]))
    reckoner = pricing.reckoner()
    try:
        asked = tuple(assess_threshold(year, lines, reckoner) for year in pricing.years)
    finally:
        reckoner.close()
    return put_together(lines, pricing, [priced_pieces[first] for first, _ in pieces], asked)


def put_together(
    lines: Sequence[GoodsLine],
    pricing: PricingContext,
    pieces: Sequence[Sequence[Sequence[tuple[Price, ...]]]],
    thresholds: tuple[ThresholdResult, ...] = (),
) -> BorderComparison:
    """Put the prices of pieces together: each is by measure, then by line and by year."""
    answers = []
    for place, measure in enumerate(border_measures()):
        rows = tuple(row for piece in pieces for row in piece[place])
        totals = tuple(_total([row[year] for row in rows]) for year in range(len(pricing.years)))
        answers.append(PricedMeasure(measure, rows, totals))
    return BorderComparison(pricing.years, tuple(lines), tuple(answers), thresholds, pricing.assumed, pricing.known)


@dataclass(frozen=True, slots=True)
class IdleColumns:
    """Columns of a line that do not count for a group of measures, and the column that disables them."""

    group: str
    columns: tuple[str, ...]
    disabled_by: str
    text: str


def idle_fact_finders() -> dict[str, IdleFactFinder]:
    """Return a finder of idle facts for each measure, which caches its findings by version."""
    return {measure.id: IdleFactFinder(measure.cost, measure.settings, measure.takes) for measure in border_measures()}


class LinePricer:
    """Prices pieces of a file in one process."""

    def __init__(
        self,
        pricing: PricingContext,
        reckoner: UntracedEvaluator,
        finders: Mapping[str, IdleFactFinder] | None = None,
    ) -> None:
        """Price by what is given; of lines in the same situation one alone is asked about."""
        self._years, self._reckoner, self._numbers = pricing.years, reckoner, ValueNumbers()
        finders = idle_fact_finders() if finders is None else finders
        self._work = [
            _MeasurePricer(measure, reckoner, pricing.assumed.get(measure.group), pricing.language, finders[measure.id])
            for measure in border_measures()
        ]

    def idle(self, line: GoodsLine) -> list[IdleColumns]:
        """Return the columns of a line that count in no year and under no measure of a group."""
        by_group: dict[str, list[_MeasurePricer]] = {}
        for measure, work in zip(border_measures(), self._work, strict=True):
            by_group.setdefault(measure.group, []).append(work)
        found: list[IdleColumns] = []
        for works in by_group.values():
            each = [idle for work in works for idle in work.idle_by_version(line, self._years)]
            common = tuple(idle for idle in each[0] if all(idle in other for other in each)) if each else ()
            found += works[0].idle_columns(line, common)
        return found

    def do(self, piece: tuple[int, tuple[GoodsLine, ...]]) -> tuple[int, list[list[tuple[Price, ...]]]]:
        """Price some lines, by measure."""
        first, lines = piece
        priced = [[work.prices(line, self._years, self._numbers) for line in lines] for work in self._work]
        self._numbers.forget_identities()
        return first, priced

    def close(self) -> None:
        """Free the engines."""
        self._reckoner.close()


@dataclass(frozen=True, slots=True)
class _SharedPrice:
    """The price of a line, and what is needed to give that of another in the same situation.

    `per_size` is the price of one tonne, and None where there is no size. What leaves the price open is told in words
    that name cells of the line where `stops` are given, each with its version: of another line they are told anew.
    """

    price: Price
    size: Fraction | None
    per_size: Interval | None
    stops: tuple[_Stops, ...] = ()


@dataclass(frozen=True, slots=True)
class _Stops:
    """What stops the rules from giving one price, as far as words for it are made of it."""

    published: PublishedVersion
    applies: tuple[Blocker, ...]
    stops: tuple[Blocker, ...]
    left_open: tuple[Blocker, ...]


_MOST_SHARED = 100_000
"""How many prices of situations are remembered."""


class _MeasurePricer:
    """Prices lines under one measure."""

    def __init__(
        self,
        measure: BorderMeasure,
        reckoner: UntracedEvaluator,
        assumed: tuple[Fraction, Fraction] | None,
        language: str,
        idle_facts: IdleFactFinder,
    ) -> None:
        self._measure = measure
        self._reckoner, self._language, self._idle_facts = reckoner, language, idle_facts
        card = reckoner.newest(measure.card).scorecard
        self._tellers: dict[str, ObstacleRenderer] = {}
        self._facts = {fact.id for fact in card.facts}
        self._fields = {field.id: field for field in measure.fields(card)}
        self._first = reckoner.first_day(measure.card)
        self._finder = SituationFinder(
            reckoner, measure.cost, measure.column_names(card), measure.grows_with, measure.day
        )
        self._stretches: dict[date, int | None] = {}
        self._stretch_numbers: dict[Hashable, int] = {}
        self._known: dict[tuple[Hashable, int], _SharedPrice] = {}
        unit = measure.assumption(card).unit
        ends = dict.fromkeys(assumed or ())
        self._assumed: list[DeclaredValue | None] = [
            DeclaredValue(number=format_exact(end), unit=unit) for end in ends
        ] or [None]

    def prices(self, line: GoodsLine, years: Sequence[int], numbers: ValueNumbers) -> tuple[Price, ...]:
        """Price a line whose day of import is moved into each year; what another line shares with it is asked once."""
        imported = date.fromisoformat(line.facts[IMPORTED_ON].date or "")
        situated = self._finder.situated(line, numbers)
        return tuple(self._shared(line, _move_to_year(imported, year), situated) for year in years)

    def _shared(self, line: GoodsLine, day: date, situated: SituatedLine) -> Price:
        if day not in self._stretches:
            as_of = max(day, self._first)
            published = self._reckoner.in_force(self._measure.card, as_of)
            stretch = ("",) if published is None else self._finder.stretch(published, day, as_of)
            number = None if stretch is None else self._stretch_numbers.setdefault(stretch, len(self._stretch_numbers))
            self._stretches[day] = number
        stretch_number = self._stretches[day]
        if stretch_number is None:
            return self.price(line, day).price
        key = situated.key, stretch_number
        shared = self._known.get(key)
        if shared is None:
            if len(self._known) >= _MOST_SHARED:
                self._known.clear()
            shared = self.price(line, day, situated.size)
            self._known[key] = shared
            return shared.price
        return self._of_another(shared, line, situated.size)

    def _of_another(self, shared: _SharedPrice, line: GoodsLine, size: Fraction | None) -> Price:
        """Give the price of a line from that of another in the same situation."""
        price = shared.price
        cost, because = price.cost, price.because
        if size is not None and shared.per_size is not None and size != shared.size:
            cost = _multiple(shared.per_size, size)
        if shared.stops:
            told = (self._because(line, stops) for stops in shared.stops)
            because = tuple(dict.fromkeys(reason for reasons in told for reason in reasons))
        if cost is price.cost and because is price.because:
            return price
        return Price(cost, because, price.failed, price.version)

    def price(self, line: GoodsLine, day: date, size: Fraction | None = None) -> _SharedPrice:
        """Price a line on a day, with what another one of another size may share.

        Of two assumed ends it is the span from the less to the more that they come to: under every measure the cost
        rises with what is assumed.
        """
        told = [self._price(line, day, assumed) for assumed in self._assumed]
        prices = [price for price, _ in told]
        price = prices[0]
        if len(prices) > 1:
            because = tuple(dict.fromkeys(reason for price in prices for reason in price.because))
            failed = any(price.failed for price in prices)
            price = Price(_hull([price.cost for price in prices]), because, failed, prices[0].version)
        placed = [stops for _, stops in told if stops is not None]
        bound = any(self._names_cells(line, stops) for stops in placed)
        per_size = None if size is None else _multiple(price.cost, 1 / size)
        return _SharedPrice(price, size, per_size, tuple(placed) if bound else ())

    def _price(self, line: GoodsLine, day: date, assumed: DeclaredValue | None) -> tuple[Price, _Stops | None]:
        measure = self._measure
        published = self._reckoner.in_force(measure.card, max(day, self._first))
        if published is None:
            reason = OpenPoint(words(self._language)["not_governed"], Giver.RULES)
            return Price(UNBOUNDED, (reason,), failed=True), None
        facts = self._card_facts(line, day, assumed)
        try:
            reckoned = self._reckoner.reckon(published, max(day, self._first), facts, measure.settings)
        except InputError as error:
            raise InputError(tuple(self._locate_violation(violation, line) for violation in error.violations)) from None
        if measure.asks_gates and reckoned.kind is ConclusionKind.GATE_FAILED:
            return Price(UNBOUNDED, (self._failed(reckoned),), failed=True, version=published.name), None
        cost, failed = self._cost(reckoned)
        if cost.value is not None:
            return Price(cost, (), failed, published.name), None
        stops = self._stops(reckoned)
        return Price(cost, self._because(line, stops), failed, published.name), stops

    def _cost(self, reckoned: UntracedEvaluation) -> tuple[Interval, bool]:
        """Give what a line may cost, and whether there is no figure at all."""
        if reckoned.inference.applies is Outcome.NOT_MET:
            return _ZERO, False
        cost = reckoned.results()[self._measure.cost]
        if reckoned.inference.applies is Outcome.UNDETERMINED:
            cost = _hull([cost, _ZERO])
            if _is_nowhere(reckoned):
                return UNBOUNDED, True
        return cost, False

    def _card_facts(self, line: GoodsLine, day: date, assumed: DeclaredValue | None) -> dict[str, DeclaredValue]:
        """Give the facts that a card is asked with."""
        measure = self._measure
        stated = {**line.facts, IMPORTED_ON: DeclaredValue(date=day.isoformat()), "line": DeclaredValue(text=line.name)}
        if not measure.list:
            facts = {id: value for id, value in stated.items() if id in self._facts}
            return facts if assumed is None else {measure.assumed: assumed, **facts}
        shared_columns = measure.takes or {}
        record = {id: stated.get(shared_columns.get(id, measure.prefix + id)) for id in self._fields}
        facts = {}
        if assumed is not None and measure.assumed not in self._fields:
            facts[measure.assumed] = assumed
        elif assumed is not None and record[measure.assumed] is None:
            record[measure.assumed] = assumed
        facts[measure.list] = DeclaredValue(records=({id: value for id, value in record.items() if value is not None},))
        return facts

    def idle_by_version(self, line: GoodsLine, years: Sequence[int]) -> list[tuple[IdleFact, ...]]:
        """Return the idle facts of a line under each version that governs it in one of the years."""
        imported = date.fromisoformat(line.facts[IMPORTED_ON].date or "")
        days: dict[str, tuple[PublishedVersion, date]] = {}
        for day in (_move_to_year(imported, year) for year in years):
            published = self._reckoner.in_force(self._measure.card, max(day, self._first))
            if published is not None:
                days.setdefault(published.name, (published, day))
        return [
            self._idle_facts.idle(
                self._reckoner, published, max(day, self._first), self._card_facts(line, day, assumed=None)
            )
            for published, day in days.values()
        ]

    def idle_columns(self, line: GoodsLine, idle: Sequence[IdleFact]) -> list[IdleColumns]:
        """Describe idle facts of a line by the columns of the file."""
        measure, card = self._measure, self._reckoner.newest(self._measure.card).scorecard
        facts = self._card_facts(line, date.fromisoformat(line.facts[IMPORTED_ON].date or ""), assumed=None)
        notes = idle_notes(card, idle, facts, self._language, own_list=measure.list)
        return [
            IdleColumns(
                measure.group, tuple(map(self._fact_column, note.facts)), self._fact_column(note.switch), note.text
            )
            for note in notes
        ]

    def _fact_column(self, fact: FactName) -> str:
        measure = self._measure
        if not measure.list or fact.list != measure.list:
            return fact.name
        return (measure.takes or {}).get(fact.name, measure.prefix + fact.name)

    def _column(self, stop_list: str, name: str) -> str:
        """Name the column in which a fact is given, or the option that gives it."""
        measure = self._measure
        option = f"--assume {measure.group}" if name == measure.assumed else ""
        if not stop_list or not measure.list:
            return option or name
        column = self._fact_column(FactName(measure.list, name))
        return f"{column} ({option})" if option else column

    def _locate_violation(self, violation: Violation, line: GoodsLine) -> Violation:
        """Name the row of a fault that the rules find."""
        description = _say("OF_FACT", fact=violation.field, problem=violation.description)
        return Violation(line.place(), description, violation.reason)

    def _failed(self, reckoned: UntracedEvaluation) -> OpenPoint:
        failed = [gate for gate, outcome in reckoned.inference.gates.items() if outcome is Outcome.NOT_MET]
        text = str(words(self._language)["compare"]["gate"].format(gates=", ".join(failed)))
        return OpenPoint(text, Giver.IMPORTER)

    def _awaited(self, stop: Blocker) -> OpenPoint:
        """Name the fact that is waited for, by its column, and who knows it."""
        measure, name = self._measure, stop.name
        text = words(self._language)["compare"]["waits"].format(name=self._column(stop.list, name))
        column = self._fact_column(FactName(measure.list if stop.list else "", name))
        if name == measure.assumed:
            return OpenPoint(text, Giver.ASSUMPTION, column)
        return OpenPoint(text, Giver.PRODUCER if column in PRODUCER_FACTS else Giver.IMPORTER, column)

    def _stops(self, reckoned: UntracedEvaluation) -> _Stops:
        way, cost = reckoned.way, self._measure.cost
        gates = way.gates if self._measure.asks_gates else ()
        stops = dict.fromkeys((*way.applies, *gates, *way.results.get(cost, ())))
        return _Stops(reckoned.published, way.applies, tuple(stops), way.left_open.get(cost, ()))

    def _obstacles(self, line: GoodsLine, stops: _Stops) -> tuple[Obstacle, ...]:
        """Say which tables are silent, of a line as its card knows it: perhaps as a record, by the name of the line."""
        name = stops.published.name
        if name not in self._tellers:
            self._tellers[name] = ObstacleRenderer(stops.published.scorecard, self._language)
        silent = [self._stop_of(line, stop) for stop in stops.stops if stop.missing is not None]
        return self._tellers[name].obstacles(line, silent, [self._stop_of(line, stop) for stop in stops.applies])

    def _stop_of(self, line: GoodsLine, stop: Blocker) -> Blocker:
        own = self._measure.list and stop.list == self._measure.list
        return replace(stop, record=line.name) if own and stop.record != line.name else stop

    def _names_cells(self, line: GoodsLine, stops: _Stops) -> bool:
        """Say whether what stops the rules is told in words that name the line or its cells."""
        in_records = any(stop.list and stop.missing is not None for stop in stops.stops)
        return in_records or any(obstacle.place for obstacle in self._obstacles(line, stops))

    def _because(self, line: GoodsLine, stops: _Stops) -> tuple[OpenPoint, ...]:
        """Say what leaves a price open: a fact to enter, a table that is silent, what the rules leave open."""
        phrases, card = words(self._language)["compare"], stops.published.scorecard
        reasons = [self._awaited(stop) for stop in stops.stops if stop.missing is None]
        reasons += [
            OpenPoint(obstacle.text, Giver.IMPORTER if obstacle.fact else Giver.PUBLISHER, obstacle.fact)
            for obstacle in self._obstacles(line, stops)
        ]
        left_open = (_left_open(card, stop, self._language) for stop in stops.left_open)
        reasons += [OpenPoint(text, Giver.RULES) for text in left_open]
        return tuple(dict.fromkeys(reasons)) or (OpenPoint(phrases["rules"], Giver.RULES),)


def improvable(line: GoodsLine, idle: Iterable[IdleColumns], language: str) -> tuple[OpenPoint, ...]:
    """Return the producer's facts that could improve a line by default values; none if it states some already."""
    if line.facts.get(DETERMINATION) != BY_DEFAULT or any(each.disabled_by == DETERMINATION for each in idle):
        return ()
    return (OpenPoint(words(language)["compare"]["actual"], Giver.PRODUCER),)


def _left_open(card: Scorecard, stop: Blocker, language: str) -> str:
    """Say why the rules leave a quantity open, in their own words if they have some."""
    quantity = next(candidate for candidate in card.quantities if candidate.id == stop.name)
    rows = quantity.rows if isinstance(quantity, FormulaQuantity) else ()
    reasons = [
        row.formula.because for row in rows if isinstance(row.formula, UndeterminedFormula) and row.formula.because
    ]
    if len(reasons) == 1:
        return typeset(reasons[0].get(language) or reasons[0]["en"], language)
    label = quantity.labels.get(language) or stop.name
    return str(words(language)["compare"]["left_open"].format(name=label))


def _is_nowhere(reckoned: UntracedEvaluation) -> bool:
    """Say whether the country of a line stands in no list of countries, for then no figure of it means anything."""
    silent = [stop.missing for stop in reckoned.way.applies if stop.missing is not None]
    return any([column for column, _ in missing.keys] == [COUNTRY] for missing in silent)


def _move_to_year(day: date, year: int) -> date:
    """Move a day into a year; the last of February stays the last."""
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 2, 28)


def _multiple(cost: Interval, size: Fraction) -> Interval:
    """Give a cost of so many sizes; a size is above zero."""
    low = None if cost.low is None else cost.low * size
    if cost.low is cost.high:
        return Interval(low, low)
    return Interval(low, None if cost.high is None else cost.high * size, cost.low_open, cost.high_open)


def _hull(costs: Sequence[Interval]) -> Interval:
    """Give all from the least to the greatest that any of them leaves possible."""
    lows, highs = [cost.low for cost in costs], [cost.high for cost in costs]
    low = None if None in lows else min(bound for bound in lows if bound is not None)
    high = None if None in highs else max(bound for bound in highs if bound is not None)
    return Interval(low, high)


def _total(prices: Sequence[Price]) -> Price:
    """Add up the prices of lines; a line without figure leaves the total open above."""
    low = sum_of(price.cost.low or _NOTHING for price in prices)
    bounded = all(price.cost.high is not None for price in prices)
    high = sum_of(price.cost.high or _NOTHING for price in prices) if bounded else None
    return Price(Interval(low, high), failed=all(price.failed for price in prices))
