"""Goods comparison worker: goods files, prices at several borders, running sums towards thresholds, the template."""

from __future__ import annotations

import io
import time
from collections import Counter, OrderedDict, defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from rules.contracts import (
    DeclaredValue,
    InputError,
    Interval,
    Outcome,
    format_exact,
    message_factory,
    parse_decimal_or_ratio,
)
from service.base import instants
from service.base.call_context import current_organization, preferred_language
from service.base.paging import read_number
from service.evaluating.evaluators import Evaluators
from service.gazette.tables import FOLDER, TableStore
from service.schemes.cbam.border_comparison import (
    REGISTRATION,
    VALUE,
    VALUE_OF_YEAR,
    BorderComparison,
    Giver,
    LinePricer,
    OpenPoint,
    Price,
    PricedMeasure,
    PricingContext,
    border_measures,
    idle_fact_finders,
    improvable,
    measure_columns,
    put_together,
    years_between,
)
from service.schemes.cbam.card_evaluation import (
    EXCLUDED,
    IMPORTER,
    PERHAPS,
    Kind,
    UntracedEvaluator,
    assess_threshold,
    goods_kind,
    mass_of,
    share_counted,
    untraced_evaluator,
)
from service.schemes.cbam.declaration import CARD
from service.schemes.cbam.goods import IMPORTED_ON, Goods, GoodsLine, read_goods
from service.schemes.cbam.goods_entries import (
    comparison_query,
    comparison_token,
    entry_of,
    read_named_fields,
    separated_files,
)
from service.schemes.cbam.pricing_assumptions import assumed_spans
from service.schemes.cbam.render_comparison import comparison_page, comparison_workbook
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import cbam_service_pb2 as pb2, types_pb2

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from rules.engine import ShouldStop
    from service.base.worker_specs import Works
    from service.gazette.versions import Gazette
    from service.schemes.cbam.border_comparison import IdleColumns

EU_MASS, UK_VALUE = "eu-mass", "uk-value"
_TONNES, _POUNDS = "t", "GBP"
_SECTOR, _NO_SECTOR = "uk_sector", "another"
_MUST_REGISTER, _EXPECTED_VALUE = "must_register", "value_30_days"


@dataclass(frozen=True, slots=True)
class RunningThreshold:
    """Outcome of a threshold, and the sum at the end of each import day."""

    id: str
    year: int
    unit: str
    version: str
    outcome: Outcome
    first_day: date | None
    sums: tuple[tuple[date, Interval], ...]
    open_lines: int


def running_thresholds(lines: Sequence[GoodsLine], reckoner: UntracedEvaluator) -> list[RunningThreshold]:
    """Return the EU threshold per import year, and the UK threshold for years with stated values."""
    by_year: dict[int, list[GoodsLine]] = defaultdict(list)
    for line in lines:
        by_year[_day(line).year].append(line)
    first = reckoner.first_day(IMPORTER).year
    thresholds = []
    for year, of_year in sorted(by_year.items()):
        if year >= first:
            thresholds.append(_eu_threshold(year, of_year, reckoner))
        if any(VALUE in line.facts for line in of_year):
            thresholds.append(_uk_threshold(year, lines, reckoner))
    return thresholds


def _day(line: GoodsLine) -> date:
    return date.fromisoformat(line.facts[IMPORTED_ON].date or "")


def _eu_threshold(year: int, lines: Sequence[GoodsLine], reckoner: UntracedEvaluator) -> RunningThreshold:
    shares: dict[Kind, Interval] = {}
    low: dict[date, Fraction] = defaultdict(Fraction)
    high: dict[date, Fraction | None] = defaultdict(Fraction)
    open_lines = 0
    for line in lines:
        excluded, day, mass = line.facts.get(EXCLUDED), _day(line), mass_of(line)
        if excluded is not None and excluded.flag:
            continue
        kind = goods_kind(line) if excluded is not None else PERHAPS
        if kind not in shares:
            shares[kind] = share_counted(year, kind, reckoner)
        share, most = shares[kind], high[day]
        open_lines += mass is None or share.value is None
        low[day] += (share.low or Fraction(0)) * (mass or Fraction(0))
        if mass is None and share.high != 0:
            high[day] = None
        elif most is not None:
            high[day] = most + (Fraction(1) if share.high is None else share.high) * (mass or Fraction(0))
    threshold_result = assess_threshold(year, lines, reckoner)
    first_day = _first_exceeded_day(year, lines, reckoner) if threshold_result.exceeded is Outcome.MET else None
    sums = _running_sums(low, high)
    return RunningThreshold(
        EU_MASS, year, _TONNES, threshold_result.version, threshold_result.exceeded, first_day, sums, open_lines
    )


def _running_sums(
    low: Mapping[date, Fraction], high: Mapping[date, Fraction | None]
) -> tuple[tuple[date, Interval], ...]:
    least, most, sums = Fraction(0), Fraction(0), []
    is_open = False
    for day in sorted({*low, *high}):
        least += low.get(day, Fraction(0))
        added = high.get(day, Fraction(0))
        is_open = is_open or added is None
        most += added or Fraction(0)
        sums.append((day, Interval(least, None if is_open else most)))
    return tuple(sums)


def _first_exceeded_day(year: int, lines: Sequence[GoodsLine], reckoner: UntracedEvaluator) -> date:
    """Search by bisection: more goods never reverse an exceeded threshold."""
    days = sorted({_day(line) for line in lines})
    low_index, high_index = 0, len(days) - 1
    while low_index < high_index:
        middle = (low_index + high_index) // 2
        until = [line for line in lines if _day(line) <= days[middle]]
        if assess_threshold(year, until, reckoner).exceeded is Outcome.MET:
            high_index = middle
        else:
            low_index = middle + 1
    return days[low_index]


def _uk_threshold(year: int, lines: Sequence[GoodsLine], reckoner: UntracedEvaluator) -> RunningThreshold:
    by_day, unstated = _values_by_day(lines)
    sums, first_day, version = [], None, ""
    for day in sorted(day for day in by_day if day.year == year):
        day_before = _year_before(day)
        total = sum((amount for value_day, amount in by_day.items() if day_before < value_day <= day), Fraction(0))
        is_open = any(day_before < value_day <= day for value_day in unstated)
        sums.append((day, Interval(total, None if is_open else total)))
        if first_day is None:
            registers, version = _must_register(day, total, reckoner)
            first_day = day if registers else None
    is_open = any(total.high is None for _, total in sums)
    outcome = Outcome.MET if first_day else Outcome.UNDETERMINED if is_open else Outcome.NOT_MET
    open_lines = sum(day.year == year for day in unstated)
    return RunningThreshold(UK_VALUE, year, _POUNDS, version, outcome, first_day, tuple(sums), open_lines)


def _values_by_day(lines: Sequence[GoodsLine]) -> tuple[Mapping[date, Fraction], list[date]]:
    """Return the stated value of each import day, and the days of lines without one."""
    by_day: dict[date, Fraction] = defaultdict(Fraction)
    unstated: list[date] = []
    for line in lines:
        sector, worth, day = line.facts.get(_SECTOR), line.facts.get(VALUE), _day(line)
        if sector is not None and sector.choice == _NO_SECTOR:
            continue
        amount = None if worth is None or sector is None else worth.number
        by_day[day] += Fraction(0) if amount is None else parse_decimal_or_ratio(amount)
        unstated += [day] if amount is None else []
    return by_day, unstated


def _must_register(day: date, total: Fraction, reckoner: UntracedEvaluator) -> tuple[bool, str]:
    as_of = max(day, reckoner.first_day(REGISTRATION))
    published = reckoner.in_force(REGISTRATION, as_of) or reckoner.newest(REGISTRATION)
    worth = DeclaredValue(number=format_exact(total), unit=_POUNDS)
    facts = {VALUE_OF_YEAR: worth, _EXPECTED_VALUE: DeclaredValue(number="0", unit=_POUNDS)}
    return reckoner.reckon(published, as_of, facts).number(_MUST_REGISTER).value == 1, published.name


def _year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return date(day.year - 1, 3, 1) - timedelta(days=1)


_message = message_factory(__name__)

_DEFAULT_PAGE_SIZE, _MAXIMUM_PAGE_SIZE = 50, 500
_LINES_BETWEEN_TIME_CHECKS, _TIME_LIMIT_SECONDS = 100, 4
_MAXIMUM_CACHED_PRICERS = 3


def works(gazette: Gazette) -> Works:
    """Return the request handlers."""
    return GoodsComparer(gazette).works()


class GoodsComparer:
    """Request handlers with cached engines and pricers."""

    def __init__(self, gazette: Gazette) -> None:
        self._gazette = gazette
        self._table_store = TableStore(gazette.folder / FOLDER)
        self._evaluators = Evaluators(self._table_store)
        self._pricers: OrderedDict[Hashable, LinePricer] = OrderedDict()
        self._finders = idle_fact_finders()

    def works(self) -> Works:
        return {
            pb2.ReadGoodsRequest: partial(_read, self._gazette),
            pb2.CompareGoodsRequest: self._compare,
            work_pb2.SumGoods: self._sum,
            pb2.GetGoodsTemplateRequest: partial(_template, self._gazette),
        }

    def _compare(self, request: pb2.CompareGoodsRequest, _: ShouldStop) -> pb2.CompareGoodsResponse:
        language, pricing = preferred_language(request, ()), self._context(request)
        reckoner = self._reckoner(pricing)
        goods = _lines(request, reckoner)
        first = read_number(request.page_token, comparison_query(request))
        size = _page_size(request.page_size)
        lines = goods.lines[first : first + size]
        pricer = LinePricer(pricing, reckoner, self._finders)
        priced = pricer.do((first, lines))[1]
        thresholds = (assess_threshold(year, lines, reckoner) for year in pricing.years if request.file_format)
        made = put_together(lines, pricing, [priced], tuple(thresholds))
        labels = _labels(reckoner, language)
        response = _comparison_response(made, labels, language)
        response.compared_goods.extend(
            _line(made, position, labels, pricer.idle(line), language) for position, line in enumerate(lines)
        )
        if not (first or request.without_thresholds):
            response.thresholds.extend(map(_threshold, running_thresholds(goods.lines, reckoner)))
        response.line_count = len(goods.lines)
        response.next_page_token = comparison_token(request, first + size) if first + size < len(goods.lines) else ""
        response.notes.extend(_notes(goods, request.goods.name, language))
        if (file := _file(request.file_format, made, reckoner, language)) is not None:
            response.file.CopyFrom(file)
        return response

    def _sum(self, sum_request: work_pb2.SumGoods, should_stop: ShouldStop) -> work_pb2.GoodsSums:
        request, began = sum_request.request, time.monotonic()
        language, pricing = preferred_language(request, ()), self._context(request)
        reckoner = self._reckoner(pricing)
        goods = _lines(request, reckoner)
        lines, pricer, pieces = goods.lines[: request.page_size], self._pricer(pricing, reckoner), []
        for first in range(0, len(lines), _LINES_BETWEEN_TIME_CHECKS):
            if first and (should_stop() or time.monotonic() - began > _TIME_LIMIT_SECONDS):
                break
            pieces.append(pricer.do((first, lines[first : first + _LINES_BETWEEN_TIME_CHECKS]))[1])
        count = sum(len(piece[0]) for piece in pieces)
        compared = _comparison_response(
            put_together(lines[:count], pricing, pieces), _labels(reckoner, language), language
        )
        if sum_request.whole:
            compared.thresholds.extend(map(_threshold, running_thresholds(goods.lines, reckoner)))
        return work_pb2.GoodsSums(compared=compared, priced_line_count=count)

    def _context(self, request: pb2.CompareGoodsRequest) -> PricingContext:
        has_known_time = request.HasField("known_time")
        known = (
            instants.from_past_timestamp(request.known_time, field="known_time") if has_known_time else instants.now()
        )
        years = years_between(request.first_year, request.last_year)
        return PricingContext(
            self._gazette.folder, known, years, assumed_spans(request.assumptions), preferred_language(request, ())
        )

    def _reckoner(self, pricing: PricingContext) -> UntracedEvaluator:
        return UntracedEvaluator(self._gazette, self._table_store, pricing.known, evaluators=self._evaluators)

    def _pricer(self, pricing: PricingContext, reckoner: UntracedEvaluator) -> LinePricer:
        cards = sorted({measure.card for measure in border_measures()})
        same = (
            current_organization(), pricing.known, pricing.years, tuple(sorted(pricing.assumed.items())),
            pricing.language, *(reckoner.newest(card).content_digest for card in cards),
        )  # fmt: skip
        pricer = self._pricers.pop(same, None) or LinePricer(pricing, reckoner)
        self._pricers[same] = pricer
        while len(self._pricers) > _MAXIMUM_CACHED_PRICERS:
            self._pricers.popitem(last=False)
        return pricer


def _comparison_response(made: BorderComparison, labels: Mapping[str, str], language: str) -> pb2.CompareGoodsResponse:
    return pb2.CompareGoodsResponse(
        measures=[_measure(priced, made.years, language) for priced in made.measures],
        open_points=_points(made, labels),
        known_time=instants.to_timestamp(made.known),
    )


def _template(gazette: Gazette, request: pb2.GetGoodsTemplateRequest, _: ShouldStop) -> pb2.GoodsFile:
    from service.schemes.cbam.template import write_template  # noqa: PLC0415 -- only workbooks need openpyxl

    language, written = preferred_language(request, ()), io.BytesIO()
    with untraced_evaluator(gazette) as reckoner:
        write_template(written, CARD, reckoner, language, measure_columns(reckoner))
    return pb2.GoodsFile(name="goods.xlsx", content=written.getvalue())


def _read(gazette: Gazette, request: pb2.ReadGoodsRequest, _: ShouldStop) -> pb2.ReadGoodsResponse:
    language = preferred_language(request, ())
    with untraced_evaluator(gazette) as reckoner:
        goods = _lines(request, reckoner)
    return pb2.ReadGoodsResponse(
        goods_entries=map(entry_of, goods.lines), notes=_notes(goods, request.goods.name, language)
    )


def _goods(file: pb2.GoodsFile, precursors: pb2.GoodsFile | None, reckoner: UntracedEvaluator) -> Goods:
    newest = reckoner.newest(CARD).scorecard
    return read_goods(file, newest, precursors=precursors, also=measure_columns(reckoner))


def _notes(goods: Goods, name: str, language: str) -> list[str]:
    return [note.render(name, language) for note in goods.notes]


def _page_size(size: int) -> int:
    if size < 0:
        raise InputError.of("page_size", _message("PAGE_NEGATIVE", size=size), "WRONG_VALUE")
    return min(size or _DEFAULT_PAGE_SIZE, _MAXIMUM_PAGE_SIZE)


def _lines(request: pb2.CompareGoodsRequest | pb2.ReadGoodsRequest, reckoner: UntracedEvaluator) -> Goods:
    if bool(request.goods.content) == bool(request.goods_entries):
        raise InputError.of("goods", _message("FILE_OR_ENTRIES"), "WRONG_VALUE")
    if request.goods.content:
        return _goods(request.goods, request.precursors if request.HasField("precursors") else None, reckoner)
    file, precursors = separated_files(request.goods_entries)
    lines = read_named_fields(lambda: _goods(file, precursors, reckoner).lines, request.goods_entries)
    return Goods(tuple(lines), ())


def _labels(reckoner: UntracedEvaluator, language: str) -> Mapping[str, str]:
    facts = (*reckoner.newest(CARD).scorecard.facts, *measure_columns(reckoner))
    return {fact.id: fact.labels.get(language) or fact.labels.get("en", fact.id) for fact in facts}


def _measure(priced: PricedMeasure, years: Sequence[int], language: str) -> pb2.BorderMeasure:
    measure = priced.measure
    return pb2.BorderMeasure(
        measure_id=measure.id,
        display_name=measure.label(language),
        measure_group=measure.group,
        currency_code=measure.currency,
        bill=measure.bill,
        scorecard_versions=priced.versions,
        totals=_costs(years, priced.totals),
    )


def _costs(years: Sequence[int], prices: Sequence[Price]) -> list[pb2.YearCost]:
    return [
        pb2.YearCost(year=year, cost=None if price.failed else _interval(price.cost))
        for year, price in zip(years, prices, strict=True)
    ]


def _interval(interval: Interval) -> types_pb2.Interval:
    low, high = (None if end is None else format_exact(end) for end in (interval.low, interval.high))
    return types_pb2.Interval(low=low, high=high)


def _line(
    made: BorderComparison, position: int, labels: Mapping[str, str], idle: Sequence[IdleColumns], language: str
) -> pb2.ComparedGoods:
    line = made.lines[position]
    points: dict[tuple[str, OpenPoint], None] = {}
    for priced in made.measures:
        points |= {(priced.measure.group, point): None for price in priced.lines[position] for point in price.because}
    points |= {("", point): None for point in improvable(line, idle, language)}
    return pb2.ComparedGoods(
        goods_entry=entry_of(line),
        costs=[
            pb2.MeasureCost(measure_id=priced.measure.id, years=_costs(made.years, priced.lines[position]))
            for priced in made.measures
        ],
        open_points=[_point(group, point, 1, labels) for group, point in points],
        idle_facts=[
            pb2.IdleFacts(
                measure_group=each.group, fact_ids=each.columns, disabling_fact_id=each.disabled_by, text=each.text
            )
            for each in idle
        ],
    )


def _points(made: BorderComparison, labels: Mapping[str, str]) -> list[pb2.OpenPoint]:
    counted: Counter[tuple[str, OpenPoint]] = Counter()
    for priced in made.measures:
        for point, count in priced.reasons():
            key = (priced.measure.group, point)
            counted[key] = max(counted[key], count)
    order = {giver: position for position, giver in enumerate(Giver)}
    ranked = sorted(counted.items(), key=lambda item: (order[item[0][1].giver], -item[1], item[0][0]))
    return [_point(group, point, count, labels) for (group, point), count in ranked]


def _point(group: str, point: OpenPoint, count: int, labels: Mapping[str, str]) -> pb2.OpenPoint:
    return pb2.OpenPoint(
        giver=f"GIVER_{point.giver.name}",
        measure_group=group,
        fact_id=point.fact,
        fact_label=labels.get(point.fact, ""),
        text=point.text,
        line_count=count,
    )


def _threshold(threshold: RunningThreshold) -> pb2.GoodsThreshold:
    return pb2.GoodsThreshold(
        threshold_id=threshold.id,
        year=threshold.year,
        unit=threshold.unit,
        scorecard_version=threshold.version,
        outcome=f"OUTCOME_{threshold.outcome.name}",
        first_date=threshold.first_day.isoformat() if threshold.first_day else "",
        running_sums=[pb2.RunningSum(date=day.isoformat(), sum=_interval(total)) for day, total in threshold.sums],
        open_line_count=threshold.open_lines,
    )


def _file(
    form: pb2.ComparisonFormat, made: BorderComparison, reckoner: UntracedEvaluator, language: str
) -> pb2.GoodsFile | None:
    if form == pb2.COMPARISON_FORMAT_WORKBOOK:
        return pb2.GoodsFile(name="goods.xlsx", content=comparison_workbook(made, reckoner, language))
    if form == pb2.COMPARISON_FORMAT_PAGE:
        return pb2.GoodsFile(name="goods.html", content=comparison_page(made, reckoner, language))
    return None
