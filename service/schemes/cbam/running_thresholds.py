"""Running sums of goods towards yearly thresholds: mass for the EU, value for the UK."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from rules.contracts import DeclaredValue, Interval, Outcome, format_exact, parse_decimal_or_ratio
from service.schemes.cbam.border_comparison import REGISTRATION, VALUE, VALUE_OF_YEAR
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
)
from service.schemes.cbam.goods import IMPORTED_ON, GoodsLine

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
    by_day: dict[date, Fraction] = defaultdict(Fraction)
    unstated: list[date] = []
    for line in lines:
        sector, worth, day = line.facts.get(_SECTOR), line.facts.get(VALUE), _day(line)
        if sector is not None and sector.choice == _NO_SECTOR:
            continue
        if worth is None or worth.number is None or sector is None:
            unstated.append(day)
            by_day[day] += Fraction(0)
        else:
            by_day[day] += parse_decimal_or_ratio(worth.number)
    sums, first_day, version = [], None, ""
    outcome = Outcome.NOT_MET
    for day in sorted(day for day in by_day if day.year == year):
        day_before = _year_before(day)
        total = sum((amount for value_day, amount in by_day.items() if day_before < value_day <= day), Fraction(0))
        is_open = any(day_before < value_day <= day for value_day in unstated)
        sums.append((day, Interval(total, None if is_open else total)))
        if first_day is None:
            registers, version = _must_register(day, total, reckoner)
            first_day = day if registers else None
    if first_day is not None:
        outcome = Outcome.MET
    elif any(total.high is None for _, total in sums):
        outcome = Outcome.UNDETERMINED
    open_lines = sum(day.year == year for day in unstated)
    return RunningThreshold(UK_VALUE, year, _POUNDS, version, outcome, first_day, tuple(sums), open_lines)


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
