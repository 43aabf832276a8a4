"""Border cost comparison: prices of the same goods under EU, UK and US measures.

A published scorecard prices each line, with its import day moved into the year.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from contextlib import closing
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
    SituatedLine,
    SituationFinder,
    ThresholdResult,
    UntracedEvaluation,
    UntracedEvaluator,
    ValueNumbers,
    assess_threshold,
)
from service.schemes.cbam.declaration import BY_DEFAULT, COUNTRY, Obstacle, ObstacleRenderer
from service.schemes.cbam.goods import DETERMINATION, IMPORTED_ON, GoodsLine
from service.schemes.cbam.idle_facts import FactName, IdleFact, IdleFactFinder, idle_notes

_message = message_factory(__name__)
words = wording_loader(__name__)

FIRST_YEAR, LAST_YEAR = 2026, 2040
_DEFAULT_LAST_YEAR = 2034
_ZERO_NUMBER = Fraction(0)
_ZERO = point_interval(_ZERO_NUMBER)
_BATCH_LINES, _MINIMUM_LINES_PER_PROCESS = 50, 300


@dataclass(frozen=True)
class BorderMeasure:
    """A border measure declared in `measures.toml`."""

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
        return self.zh if language == "zh" else self.en

    def fields(self, scorecard: Scorecard) -> tuple[FactDefinition, ...]:
        listed = next((fact.record for fact in scorecard.facts if fact.id == self.list), None)
        return next((record.fields for record in scorecard.records if record.id == listed), ())

    def column_names(self, scorecard: Scorecard) -> dict[str, str]:
        if not self.list:
            return {fact.id: fact.id for fact in scorecard.facts}
        return {field.id: (self.takes or {}).get(field.id, self.prefix + field.id) for field in self.fields(scorecard)}

    def assumption(self, scorecard: Scorecard) -> FactDefinition:
        return next(
            definition for definition in (*scorecard.facts, *self.fields(scorecard)) if definition.id == self.assumed
        )

    def columns(self, scorecard: Scorecard) -> tuple[FactDefinition, ...]:
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
    """Return all measures in display order."""
    return tuple(
        BorderMeasure(group=group, **{name: value for name, value in declared.items() if name != "measures"}, **measure)
        for group, declared in read_toml(__package__, "measures.toml").items()
        for measure in declared["measures"]
    )


VALUE = "uk_value"
"""Column for the value of a line, used only for the British threshold."""
REGISTRATION, VALUE_OF_YEAR = "uk-cbam", "value_12_months"
"""Registration scorecard, and its fact for the value of twelve months."""


def measure_columns(reckoner: UntracedEvaluator) -> tuple[FactDefinition, ...]:
    """Return the additional file columns of the measures."""
    by_id = {
        column.id: column
        for measure in border_measures()
        for column in measure.columns(reckoner.newest(measure.card).scorecard)
    }
    facts = reckoner.newest(REGISTRATION).scorecard.facts
    value_fact = next(fact for fact in facts if fact.id == VALUE_OF_YEAR)
    labels = {language: str(words(language)["compare"]["value"]) for language in value_fact.labels}
    return (*by_id.values(), value_fact.model_copy(update={"id": VALUE, "labels": labels}))


class Giver(StrEnum):
    """Source of the information that would determine a price."""

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
"""Facts that only the producer of the goods knows."""


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Reason for an undetermined price, and the fact to enter."""

    text: str
    giver: Giver
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Price:
    """Cost of one or all lines, in the currency of the measure.

    `because` explains an undetermined cost. If `failed`, `cost` is not valid.
    """

    cost: Interval
    because: tuple[OpenPoint, ...] = ()
    failed: bool = False
    version: str = ""
    """Version that priced a line; empty for totals."""

    @property
    def is_known(self) -> bool:
        return not self.failed and self.cost.value is not None


@dataclass(frozen=True, slots=True)
class PricedMeasure:
    """Prices of each line and the totals under one measure."""

    measure: BorderMeasure
    lines: tuple[tuple[Price, ...], ...]
    """Indexed by line, then by year."""
    totals: tuple[Price, ...]

    @property
    def versions(self) -> tuple[str, ...]:
        return tuple(sorted({price.version for line in self.lines for price in line if price.version}))

    def reasons(self) -> list[tuple[OpenPoint, int]]:
        counted: Counter[OpenPoint] = Counter()
        for line in self.lines:
            counted.update(dict.fromkeys((reason for price in line for reason in price.because), 1))
        return counted.most_common()


@dataclass(frozen=True, slots=True)
class BorderComparison:
    """Prices of the same lines under all measures."""

    years: tuple[int, ...]
    lines: tuple[GoodsLine, ...]
    measures: tuple[PricedMeasure, ...]
    thresholds: tuple[ThresholdResult, ...]
    """Result of the Union threshold for these lines alone, by year."""
    assumed: Mapping[str, tuple[Fraction, Fraction]]
    known: str

    @property
    def undetermined(self) -> bool:
        return any(not total.is_known for measure in self.measures for total in measure.totals)


def read_years(text: str) -> tuple[int, ...]:
    """Parse years such as `2026-2034` or `2026`."""
    first, sign, last = text.partition("-")
    ends = (first, last if sign else first)
    from_year, to_year = (parse_whole_number(end, most=9_999) if len(end) == len("2026") else None for end in ends)
    if from_year is None or to_year is None:
        raise _option_error("--years", "NOT_YEARS", text)
    years = tuple(range(from_year, to_year + 1))
    if not years or years[0] < FIRST_YEAR or years[-1] > LAST_YEAR:
        raise _option_error("--years", "NOT_YEARS", text)
    return years


def years_between(first: int, last: int, *, within: str = "") -> tuple[int, ...]:
    """Return the requested years. 0 means the default: 2026 to 2034.

    Raises:
        InputError: If the years are out of range.
    """
    begin = first or FIRST_YEAR
    end = last or max(_DEFAULT_LAST_YEAR, begin)
    if not FIRST_YEAR <= begin <= end <= LAST_YEAR:
        field = "last_year" if FIRST_YEAR <= begin <= LAST_YEAR else "first_year"
        description = _message("NOT_YEARS", found=f"{begin}-{end}", first=FIRST_YEAR, last=LAST_YEAR)
        raise InputError.of(within + field, description, "WRONG_VALUE")
    return tuple(range(begin, end + 1))


def read_assumptions(options: Iterable[str]) -> dict[str, tuple[Fraction, Fraction]]:
    """Parse bounds assumed for groups, such as `uk=45..60` or `uk=50`."""
    groups = {measure.group for measure in border_measures()}
    assumptions: dict[str, tuple[Fraction, Fraction]] = {}
    for text in options:
        group, sign, ends = text.partition("=")
        if not sign or group not in groups or group in assumptions:
            raise _option_error("--assume", "NOT_ASSUMED", text)
        low, _, high = ends.partition("..")
        try:
            span = (parse_decimal_or_ratio(low), parse_decimal_or_ratio(high or low))
        except NumberError:
            raise _option_error("--assume", "NOT_ASSUMED", text) from None
        if not 0 <= span[0] <= span[1]:
            raise _option_error("--assume", "NOT_ASSUMED", text)
        assumptions[group] = span
    return assumptions


def _option_error(option: str, key: str, text: str) -> InputError:
    description = _message(
        key,
        found=text,
        first=FIRST_YEAR,
        last=LAST_YEAR,
        known=sorted({measure.group for measure in border_measures()}),
    )
    return InputError.of(option, description, "WRONG_VALUE")


@dataclass(frozen=True, slots=True)
class PricingContext:
    """Inputs of a pricing run, shared by its processes."""

    gazette: Path
    known: str
    years: tuple[int, ...]
    assumed: Mapping[str, tuple[Fraction, Fraction]]
    language: str

    def reckoner(self) -> UntracedEvaluator:
        return UntracedEvaluator(Gazette(self.gazette), TableStore(self.gazette / FOLDER), self.known)

    def begin(self) -> LinePricer:
        return LinePricer(self, self.reckoner())


def compare(
    lines: Sequence[GoodsLine],
    pricing: PricingContext,
    *,
    advance: Callable[[int], None] = lambda _: None,
) -> BorderComparison:
    """Price every line under every measure in every year."""
    pieces = [(first, tuple(lines[first : first + _BATCH_LINES])) for first in range(0, len(lines), _BATCH_LINES)]
    priced_pieces: dict[int, list[list[tuple[Price, ...]]]] = {}
    for first, priced in map_in_processes(pricing, pieces, min(cores(), len(lines) // _MINIMUM_LINES_PER_PROCESS or 1)):
        priced_pieces[first] = priced
        advance(len(priced[0]))
    with closing(pricing.reckoner()) as evaluator:
        thresholds = tuple(assess_threshold(year, lines, evaluator) for year in pricing.years)
    return put_together(lines, pricing, [priced_pieces[first] for first, _ in pieces], thresholds)


def put_together(
    lines: Sequence[GoodsLine],
    pricing: PricingContext,
    pieces: Sequence[Sequence[Sequence[tuple[Price, ...]]]],
    thresholds: tuple[ThresholdResult, ...] = (),
) -> BorderComparison:
    """Merge the prices of batches, and add the totals."""
    answers = []
    for index, measure in enumerate(border_measures()):
        rows = tuple(row for piece in pieces for row in piece[index])
        totals = tuple(_total([row[year] for row in rows]) for year in range(len(pricing.years)))
        answers.append(PricedMeasure(measure, rows, totals))
    return BorderComparison(pricing.years, tuple(lines), tuple(answers), thresholds, pricing.assumed, pricing.known)


@dataclass(frozen=True, slots=True)
class IdleColumns:
    """Columns that do not count for a group, and the column that disables them."""

    group: str
    columns: tuple[str, ...]
    disabled_by: str
    text: str


def idle_fact_finders() -> dict[str, IdleFactFinder]:
    """Return a caching finder of idle facts for each measure."""
    return {measure.id: IdleFactFinder(measure.cost, measure.settings, measure.takes) for measure in border_measures()}


class LinePricer:
    """Pricer of batches of lines in one process."""

    def __init__(
        self,
        pricing: PricingContext,
        reckoner: UntracedEvaluator,
        finders: Mapping[str, IdleFactFinder] | None = None,
    ) -> None:
        self._years, self._evaluator, self._numbers = pricing.years, reckoner, ValueNumbers()
        finders = idle_fact_finders() if finders is None else finders
        self._pricers = [
            _MeasurePricer(measure, reckoner, pricing.assumed.get(measure.group), pricing.language, finders[measure.id])
            for measure in border_measures()
        ]

    def idle(self, line: GoodsLine) -> list[IdleColumns]:
        """Return, by measure group, the columns that count in no year."""
        by_group: dict[str, list[_MeasurePricer]] = {}
        for measure, pricer in zip(border_measures(), self._pricers, strict=True):
            by_group.setdefault(measure.group, []).append(pricer)
        columns: list[IdleColumns] = []
        for pricers in by_group.values():
            each = [idle for pricer in pricers for idle in pricer.idle_by_version(line, self._years)]
            common = tuple(idle for idle in each[0] if all(idle in other for other in each)) if each else ()
            columns += pricers[0].idle_columns(line, common)
        return columns

    def do(self, piece: tuple[int, tuple[GoodsLine, ...]]) -> tuple[int, list[list[tuple[Price, ...]]]]:
        first, lines = piece
        priced = [[pricer.prices(line, self._years, self._numbers) for line in lines] for pricer in self._pricers]
        self._numbers.forget_identities()
        return first, priced

    def close(self) -> None:
        self._evaluator.close()


@dataclass(frozen=True, slots=True)
class _SharedPrice:
    """Price of a line, adaptable to lines in the same situation.

    `per_size` is the price per tonne. If `stops` are set, the reasons name cells and are rendered for each line.
    """

    price: Price
    size: Fraction | None
    per_size: Interval | None
    stops: tuple[_Blockers, ...] = ()


@dataclass(frozen=True, slots=True)
class _Blockers:
    published: PublishedVersion
    applies: tuple[Blocker, ...]
    stops: tuple[Blocker, ...]
    left_open: tuple[Blocker, ...]


_MAXIMUM_SHARED_PRICES = 100_000


class _MeasurePricer:
    def __init__(
        self,
        measure: BorderMeasure,
        reckoner: UntracedEvaluator,
        assumed: tuple[Fraction, Fraction] | None,
        language: str,
        idle_facts: IdleFactFinder,
    ) -> None:
        self._measure = measure
        self._evaluator, self._language, self._idle_facts = reckoner, language, idle_facts
        card = reckoner.newest(measure.card).scorecard
        self._renderers: dict[str, ObstacleRenderer] = {}
        self._facts = {fact.id for fact in card.facts}
        self._fields = {field.id: field for field in measure.fields(card)}
        self._first = reckoner.first_day(measure.card)
        self._finder = SituationFinder(
            reckoner, measure.cost, measure.column_names(card), measure.grows_with, measure.day
        )
        self._days: dict[date, DeclaredValue] = {}
        self._stretches: dict[date, int | None] = {}
        self._stretch_numbers: dict[Hashable, int] = {}
        self._shared_prices: dict[tuple[Hashable, int], _SharedPrice] = {}
        unit = measure.assumption(card).unit
        ends = dict.fromkeys(assumed or ())
        self._assumed: list[DeclaredValue | None] = [
            DeclaredValue(number=format_exact(end), unit=unit) for end in ends
        ] or [None]

    def prices(self, line: GoodsLine, years: Sequence[int], numbers: ValueNumbers) -> tuple[Price, ...]:
        imported = date.fromisoformat(line.facts[IMPORTED_ON].date or "")
        situated = self._finder.situated(line, numbers)
        return tuple(self._cached_price(line, _move_to_year(imported, year), situated) for year in years)

    def _cached_price(self, line: GoodsLine, day: date, situated: SituatedLine) -> Price:
        if day not in self._stretches:
            as_of = max(day, self._first)
            published = self._evaluator.in_force(self._measure.card, as_of)
            stretch = ("",) if published is None else self._finder.stretch(published, day, as_of)
            number = None if stretch is None else self._stretch_numbers.setdefault(stretch, len(self._stretch_numbers))
            self._stretches[day] = number
        stretch_number = self._stretches[day]
        if stretch_number is None:
            return self.price(line, day).price
        key = situated.key, stretch_number
        shared = self._shared_prices.get(key)
        if shared is None:
            if len(self._shared_prices) >= _MAXIMUM_SHARED_PRICES:
                self._shared_prices.clear()
            shared = self.price(line, day, situated.size)
            self._shared_prices[key] = shared
            return shared.price
        return self._adapt_shared_price(shared, line, situated.size)

    def _adapt_shared_price(self, shared: _SharedPrice, line: GoodsLine, size: Fraction | None) -> Price:
        price = shared.price
        cost, because = price.cost, price.because
        if size is not None and shared.per_size is not None and size != shared.size:
            cost = _multiple(shared.per_size, size)
        if shared.stops:
            rendered = (self._reasons(line, stops) for stops in shared.stops)
            because = tuple(dict.fromkeys(reason for reasons in rendered for reason in reasons))
        if cost is price.cost and because is price.because:
            return price
        return Price(cost, because, price.failed, price.version)

    def price(self, line: GoodsLine, day: date, size: Fraction | None = None) -> _SharedPrice:
        """Price a line; two assumed bounds produce a range, because costs rise with them."""
        priced = [self._price(line, day, assumed) for assumed in self._assumed]
        prices = [price for price, _ in priced]
        price = prices[0]
        if len(prices) > 1:
            because = tuple(dict.fromkeys(reason for price in prices for reason in price.because))
            failed = any(price.failed for price in prices)
            price = Price(_span([price.cost for price in prices]), because, failed, prices[0].version)
        blockers = [stops for _, stops in priced if stops is not None]
        names_cells = any(self._reasons_name_cells(line, stops) for stops in blockers)
        per_size = None if size is None else _multiple(price.cost, 1 / size)
        return _SharedPrice(price, size, per_size, tuple(blockers) if names_cells else ())

    def _price(self, line: GoodsLine, day: date, assumed: DeclaredValue | None) -> tuple[Price, _Blockers | None]:
        measure = self._measure
        published = self._evaluator.in_force(measure.card, max(day, self._first))
        if published is None:
            reason = OpenPoint(words(self._language)["not_governed"], Giver.RULES)
            return Price(UNBOUNDED, (reason,), failed=True), None
        facts = self._card_facts(line, day, assumed)
        try:
            reckon = self._evaluator.reckon if measure.list else self._evaluator.reckon_alike
            evaluation = reckon(published, max(day, self._first), facts, measure.settings or {})
        except InputError as error:
            raise InputError(tuple(self._locate_violation(violation, line) for violation in error.violations)) from None
        if measure.asks_gates and evaluation.kind is ConclusionKind.GATE_FAILED:
            return Price(UNBOUNDED, (self._failed(evaluation),), failed=True, version=published.name), None
        cost, failed = self._cost(evaluation)
        if cost.value is not None:
            return Price(cost, (), failed, published.name), None
        stops = self._blockers(evaluation)
        return Price(cost, self._reasons(line, stops), failed, published.name), stops

    def _cost(self, evaluation: UntracedEvaluation) -> tuple[Interval, bool]:
        if evaluation.inference.applies is Outcome.NOT_MET:
            return _ZERO, False
        cost = evaluation.result(self._measure.cost)
        if evaluation.inference.applies is Outcome.UNDETERMINED:
            cost = _span([cost, _ZERO])
            if _has_unlisted_country(evaluation):
                return UNBOUNDED, True
        return cost, False

    def _card_facts(self, line: GoodsLine, day: date, assumed: DeclaredValue | None) -> dict[str, DeclaredValue]:
        measure = self._measure
        if day not in self._days:
            self._days[day] = DeclaredValue(date=day.isoformat())  # one object for equal days, found by identity
        stated = {**line.facts, IMPORTED_ON: self._days[day], "line": DeclaredValue(text=line.name)}
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
        imported = date.fromisoformat(line.facts[IMPORTED_ON].date or "")
        days: dict[str, tuple[PublishedVersion, date]] = {}
        for day in (_move_to_year(imported, year) for year in years):
            published = self._evaluator.in_force(self._measure.card, max(day, self._first))
            if published is not None:
                days.setdefault(published.name, (published, day))
        return [
            self._idle_facts.idle(
                self._evaluator, published, max(day, self._first), self._card_facts(line, day, assumed=None)
            )
            for published, day in days.values()
        ]

    def idle_columns(self, line: GoodsLine, idle: Sequence[IdleFact]) -> list[IdleColumns]:
        measure, card = self._measure, self._evaluator.newest(self._measure.card).scorecard
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

    def _column_or_option(self, stop_list: str, name: str) -> str:
        measure = self._measure
        option = f"--assume {measure.group}" if name == measure.assumed else ""
        if not stop_list or not measure.list:
            return option or name
        column = self._fact_column(FactName(measure.list, name))
        return f"{column} ({option})" if option else column

    def _locate_violation(self, violation: Violation, line: GoodsLine) -> Violation:
        description = _message("OF_FACT", fact=violation.field, problem=violation.description)
        return Violation(line.place(), description, violation.reason)

    def _failed(self, evaluation: UntracedEvaluation) -> OpenPoint:
        failed = [gate for gate, outcome in evaluation.inference.gates.items() if outcome is Outcome.NOT_MET]
        text = str(words(self._language)["compare"]["gate"].format(gates=", ".join(failed)))
        return OpenPoint(text, Giver.IMPORTER)

    def _missing_fact(self, stop: Blocker) -> OpenPoint:
        measure, name = self._measure, stop.name
        text = words(self._language)["compare"]["waits"].format(name=self._column_or_option(stop.list, name))
        column = self._fact_column(FactName(measure.list if stop.list else "", name))
        if name == measure.assumed:
            return OpenPoint(text, Giver.ASSUMPTION, column)
        return OpenPoint(text, Giver.PRODUCER if column in PRODUCER_FACTS else Giver.IMPORTER, column)

    def _blockers(self, evaluation: UntracedEvaluation) -> _Blockers:
        trace, cost = evaluation.way, self._measure.cost
        gates = trace.gates if self._measure.asks_gates else ()
        stops = dict.fromkeys((*trace.applies, *gates, *trace.results.get(cost, ())))
        return _Blockers(evaluation.published, trace.applies, tuple(stops), trace.left_open.get(cost, ()))

    def _obstacles(self, line: GoodsLine, stops: _Blockers) -> tuple[Obstacle, ...]:
        name = stops.published.name
        if name not in self._renderers:
            self._renderers[name] = ObstacleRenderer(stops.published.scorecard, self._language)
        silent = [self._blocker_of_line(line, stop) for stop in stops.stops if stop.missing is not None]
        return self._renderers[name].obstacles(
            line, silent, [self._blocker_of_line(line, stop) for stop in stops.applies]
        )

    def _blocker_of_line(self, line: GoodsLine, stop: Blocker) -> Blocker:
        is_line_record = self._measure.list and stop.list == self._measure.list
        return replace(stop, record=line.name) if is_line_record and stop.record != line.name else stop

    def _reasons_name_cells(self, line: GoodsLine, stops: _Blockers) -> bool:
        in_records = any(stop.list and stop.missing is not None for stop in stops.stops)
        return in_records or any(obstacle.place for obstacle in self._obstacles(line, stops))

    def _reasons(self, line: GoodsLine, stops: _Blockers) -> tuple[OpenPoint, ...]:
        phrases, card = words(self._language)["compare"], stops.published.scorecard
        reasons = [self._missing_fact(stop) for stop in stops.stops if stop.missing is None]
        reasons += [
            OpenPoint(obstacle.text, Giver.IMPORTER if obstacle.fact else Giver.PUBLISHER, obstacle.fact)
            for obstacle in self._obstacles(line, stops)
        ]
        undetermined = (_undetermined_reason(card, stop, self._language) for stop in stops.left_open)
        reasons += [OpenPoint(text, Giver.RULES) for text in undetermined]
        return tuple(dict.fromkeys(reasons)) or (OpenPoint(phrases["rules"], Giver.RULES),)


def improvable(line: GoodsLine, idle: Iterable[IdleColumns], language: str) -> tuple[OpenPoint, ...]:
    """Return advice to obtain producer data; empty without default values or if stated data are ignored."""
    if line.facts.get(DETERMINATION) != BY_DEFAULT or any(each.disabled_by == DETERMINATION for each in idle):
        return ()
    return (OpenPoint(words(language)["compare"]["actual"], Giver.PRODUCER),)


def _undetermined_reason(card: Scorecard, stop: Blocker, language: str) -> str:
    quantity = next(candidate for candidate in card.quantities if candidate.id == stop.name)
    rows = quantity.rows if isinstance(quantity, FormulaQuantity) else ()
    reasons = [
        row.formula.because for row in rows if isinstance(row.formula, UndeterminedFormula) and row.formula.because
    ]
    if len(reasons) == 1:
        return typeset(reasons[0].get(language) or reasons[0]["en"], language)
    label = quantity.labels.get(language) or stop.name
    return str(words(language)["compare"]["left_open"].format(name=label))


def _has_unlisted_country(evaluation: UntracedEvaluation) -> bool:
    silent = [stop.missing for stop in evaluation.way.applies if stop.missing is not None]
    return any([column for column, _ in missing.keys] == [COUNTRY] for missing in silent)


def _move_to_year(day: date, year: int) -> date:
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 2, 28)


def _multiple(cost: Interval, size: Fraction) -> Interval:
    low = None if cost.low is None else cost.low * size
    if cost.low is cost.high:
        return Interval(low, low)
    return Interval(low, None if cost.high is None else cost.high * size, cost.low_open, cost.high_open)


def _span(costs: Sequence[Interval]) -> Interval:
    lows, highs = [cost.low for cost in costs], [cost.high for cost in costs]
    low = None if None in lows else min(bound for bound in lows if bound is not None)
    high = None if None in highs else max(bound for bound in highs if bound is not None)
    return Interval(low, high)


def _total(prices: Sequence[Price]) -> Price:
    low = sum_of(price.cost.low or _ZERO_NUMBER for price in prices)
    bounded = all(price.cost.high is not None for price in prices)
    high = sum_of(price.cost.high or _ZERO_NUMBER for price in prices) if bounded else None
    return Price(Interval(low, high), failed=all(price.failed for price in prices))
