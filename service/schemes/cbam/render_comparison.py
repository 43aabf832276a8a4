"""Handler of `cbam compare`, with text, JSON, workbook and HTML page."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from rules.contracts import (
    InputError,
    Interval,
    Json,
    Outcome,
    RoundingMode,
    format_exact,
    format_places,
    message_factory,
    package_file,
    round_to,
    typeset,
)
from service.base import instants
from service.input.given_files import read_file
from service.output.report.charts import PATTERNS
from service.output.report.html_report import template
from service.output.tables import Cell, table_of_cells, workbook_of
from service.output.terminal.columns import columns_text
from service.output.terminal.command_declarations import CommandResult
from service.output.terminal.progress import progress
from service.output.terminal.streams import print_error
from service.schemes.cbam.border_comparison import (
    BorderComparison,
    Price,
    PricedMeasure,
    PricingContext,
    compare,
    measure_columns,
    read_assumptions,
    read_years,
    words,
)
from service.schemes.cbam.card_evaluation import UntracedEvaluator
from service.schemes.cbam.declaration import CARD
from service.schemes.cbam.goods import MAXIMUM_BYTES, read_goods
from touchstone.v1.cbam_service_pb2 import GoodsFile

_message = message_factory(__name__)

_PAGE_SUFFIXES, _WORKBOOK_SUFFIX = (".html", ".htm"), ".xlsx"


def compare_goods(  # noqa: PLR0913, PLR0917 -- command line parameters
    goods: Path,
    precursors: Path | None,
    decimal_mark: str | None,
    years: str,
    assume: tuple[str, ...],
    full: bool,
    gazette: Path,
    format: str,
    out: Path | None,
    language: str,
) -> CommandResult:
    """Price a goods file; the suffix of `out` selects page, workbook or text."""
    ending = out.suffix.lower() if out is not None and format == "text" else ""
    if ending not in {"", ".txt", _WORKBOOK_SUFFIX, *_PAGE_SUFFIXES}:
        raise InputError.of(str(out), _message("NO_SUCH_FORM"), "WRONG_FILE")
    pricing = PricingContext(gazette, instants.now(), read_years(years), read_assumptions(assume), language)
    with closing(pricing.reckoner()) as reckoner:
        listed = None if precursors is None else _file(precursors)
        also, newest = measure_columns(reckoner), reckoner.newest(CARD).scorecard
        read = read_goods(_file(goods, decimal_mark), newest, precursors=listed, also=also)
        label = words(language)["compare"]["progress"] if format == "text" else ""
        with progress(len(read.lines), label) as advance:
            made = compare(read.lines, pricing, advance=advance)
        for note in read.notes:
            print_error(note.render(str(goods), language))
        document = _comparison_document(made, language)
        if ending == _WORKBOOK_SUFFIX:
            return CommandResult("", made.undetermined, document, comparison_workbook(made, reckoner, language))
        if ending in _PAGE_SUFFIXES:
            return CommandResult("", made.undetermined, document, comparison_page(made, reckoner, language))
        return CommandResult(comparison_text(made, reckoner, language, full=full), made.undetermined, document)


def _file(path: Path, decimal_mark: str | None = None) -> GoodsFile:
    declared = None if decimal_mark is None else f"DECIMAL_MARK_{decimal_mark.upper()}"
    return GoodsFile(name=str(path), content=read_file(path, most=MAXIMUM_BYTES), decimal_mark=declared)


MONEY_PLACES = 2
_MAXIMUM_REASONS = 20


def comparison_text(made: BorderComparison, reckoner: UntracedEvaluator, language: str, *, full: bool = False) -> str:
    """Render totals and open points, and every line if `full`."""
    phrases = words(language)["compare"]
    totals = _prices_text(made, [priced.totals for priced in made.measures], language)
    text = [*_notes_above(made, reckoner, language), "", totals, ""]
    reasons = _open_reasons(made, language)
    if reasons:
        text += [phrases["because"], *(f"  {reason}" for reason in reasons[: None if full else _MAXIMUM_REASONS])]
        rest = len(reasons) - _MAXIMUM_REASONS
        text += [f"  {words(language)['more'].format(count=rest).strip()}"] if rest > 0 and not full else []
        text.append("")
    if full:
        for position, line in enumerate(made.lines):
            prices = _prices_text(made, [priced.lines[position] for priced in made.measures], language)
            text += [f"{phrases['line']} {line.name}", prices, ""]
    return "\n".join([*text, *_notes_below(made, language)])


def _prices_text(made: BorderComparison, prices: Sequence[Sequence[Price]], language: str) -> str:
    phrases = words(language)["compare"]
    rows = [
        [
            priced.measure.label(language),
            priced.measure.currency,
            *(_format_price(price, phrases) for price in of_years),
        ]
        for priced, of_years in zip(made.measures, prices, strict=True)
    ]
    return columns_text([phrases["measure"], "", *map(str, made.years)], rows)


def _notes_above(made: BorderComparison, reckoner: UntracedEvaluator, language: str) -> list[str]:
    phrases = words(language)["compare"]
    years = {"first": made.years[0], "last": made.years[-1]}
    lines = [phrases["head"].format(lines=len(made.lines), known=made.known[:10], **years)]
    assumptions = []
    for measure in {priced.measure.group: priced.measure for priced in made.measures}.values():
        if measure.group in made.assumed:
            low, high = made.assumed[measure.group]
            fact = measure.assumption(reckoner.newest(measure.card).scorecard)
            name = fact.labels.get(language) or fact.labels.get("en") or fact.id
            key = "exactly" if low == high else "assumption"
            ends = {"low": format_exact(low), "high": format_exact(high)}
            assumptions.append(phrases[key].format(group=measure.group.upper(), name=name, unit=fact.unit, **ends))
    if assumptions:
        lines.append(phrases["assumed"].format(what=words(language)["joint"].join(assumptions)))
    return [typeset(line, language) for line in lines]


def _notes_below(made: BorderComparison, language: str) -> list[str]:
    phrases = words(language)["compare"]
    notes = [phrases["bill"]] if any(priced.measure.bill for priced in made.measures) else []
    versions = words(language)["listing"].join(
        dict.fromkeys(name for priced in made.measures for name in priced.versions)
    )
    notes += [
        *_thresholds(made, language),
        phrases["same"],
        phrases["in_currency"],
        phrases["versions"].format(versions=versions),
    ]
    return [typeset(note, language) for note in notes]


def _thresholds(made: BorderComparison, language: str) -> list[str]:
    phrases, listing = words(language)["compare"], str(words(language)["listing"])
    years: dict[tuple[Outcome, Interval], list[int]] = {}
    for year, threshold in zip(made.years, made.thresholds, strict=True):
        years.setdefault((threshold.exceeded, threshold.mass), []).append(year)
    return [
        phrases["threshold"][outcome.name.lower()].format(years=listing.join(map(str, of)), mass=_mass(mass, phrases))
        for (outcome, mass), of in years.items()
    ]


def _mass(mass: Interval, phrases: Any) -> str:
    if mass.value is not None:
        return format_exact(mass.value)
    low = format_exact(mass.low or Fraction(0))
    return str(
        phrases["at_least" if mass.high is None else "from_to"].format(
            low=low, high=format_exact(mass.high or Fraction(0))
        )
    )


def _open_reasons(made: BorderComparison, language: str) -> list[str]:
    phrases = words(language)["compare"]
    groups: dict[str, dict[tuple[str, int], None]] = {}
    for priced in made.measures:
        reasons = ((point.text, count) for point, count in priced.reasons())
        groups.setdefault(priced.measure.group, {}).update(dict.fromkeys(reasons))
    return [
        typeset(
            phrases["of_line" if count == 1 else "of_lines"].format(measure=group.upper(), reason=text, count=count),
            language,
        )
        for group, counted in groups.items()
        for text, count in counted
    ]


def _format_price(price: Price, phrases: Any) -> str:
    low, high = price.cost.low, price.cost.high
    if price.failed:
        return str(phrases["cannot"])
    if low is not None and low == high:
        return money(low)
    if low is not None and high is not None:
        return str(phrases["from_to"].format(low=money(low), high=money(high)))
    return str(phrases["at_least"].format(low=money(low)) if low else phrases["open"])


def money(number: Fraction) -> str:
    """Format an amount with decimals and thousands separators."""
    integer_part, point, rest = _plain_money(number).partition(".")
    return f"{int(integer_part):,}{point}{rest}"


def _plain_money(number: Fraction) -> str:
    return format_places(round_to(number, MONEY_PLACES, RoundingMode.HALF_EVEN), MONEY_PLACES)


def _comparison_document(made: BorderComparison, language: str) -> Json:
    return {
        "years": list(made.years),
        "known": made.known,
        "assumed": [
            {"group": group, "low": format_exact(low), "high": format_exact(high)}
            for group, (low, high) in made.assumed.items()
        ],
        "measures": [_measure(priced, made, language) for priced in made.measures],
        "thresholds": [
            {
                "year": year,
                "scorecardVersion": threshold.version,
                "exceeded": f"OUTCOME_{threshold.exceeded.name}",
                "low": None if threshold.mass.low is None else format_exact(threshold.mass.low),
                "high": None if threshold.mass.high is None else format_exact(threshold.mass.high),
            }
            for year, threshold in zip(made.years, made.thresholds, strict=True)
        ],
        "notes": list(_notes_below(made, language)),
    }


def _measure(priced: PricedMeasure, made: BorderComparison, language: str) -> Json:
    return {
        "id": priced.measure.id,
        "name": priced.measure.label(language),
        "versions": list(priced.versions),
        "settings": [{"setting": id, "choice": choice} for id, choice in (priced.measure.settings or {}).items()],
        "currency": priced.measure.currency,
        "isBill": priced.measure.bill,
        "totals": _prices(made.years, priced.totals),
        "lines": [
            {"line": line.name, "years": _prices(made.years, prices)}
            for line, prices in zip(made.lines, priced.lines, strict=True)
        ],
    }


def _prices(years: Sequence[int], prices: Sequence[Price]) -> list[Json]:
    return [
        {
            "year": year,
            "low": None if price.failed or price.cost.low is None else format_exact(price.cost.low),
            "high": None if price.failed or price.cost.high is None else format_exact(price.cost.high),
            **({"because": _texts(price)} if price.because else {}),
        }
        for year, price in zip(years, prices, strict=True)
    ]


def _texts(price: Price) -> list[str]:
    return [point.text for point in price.because]


_WIDTH, _HEIGHT, _FOOT, _GAP = 640, 120, 22, 12
_MAXIMUM_PAGE_LINES = 50


def comparison_workbook(made: BorderComparison, reckoner: UntracedEvaluator, language: str) -> bytes:
    """Render totals, rows by line, year and measure, and notes."""
    phrases = words(language)["compare"]
    head = [phrases[word] for word in ("measure", "currency", "year", "low", "high")]
    totals = [
        _cells(priced, year, price, language)
        for priced in made.measures
        for year, price in zip(made.years, priced.totals, strict=True)
    ]
    rows = [
        [line.name, *_cells(priced, year, price, language), words(language)["joint"].join(_texts(price))]
        for position, line in enumerate(made.lines)
        for priced in made.measures
        for year, price in zip(made.years, priced.lines[position], strict=True)
    ]
    notes = (*_notes_above(made, reckoner, language), *_open_reasons(made, language), *_notes_below(made, language))
    return workbook_of(
        {
            phrases["totals"]: table_of_cells(head, totals),
            phrases["lines"]: table_of_cells([phrases["line"], *head, phrases["reason"]], rows),
            words(language)["template"]["notes"]: table_of_cells([phrases["title"]], [[note] for note in notes]),
        }
    )


def _cells(priced: PricedMeasure, year: int, price: Price, language: str) -> list[Cell]:
    ends = (None, None) if price.failed else (price.cost.low, price.cost.high)
    amounts = (None if end is None else Decimal(_plain_money(end)) for end in ends)
    return [priced.measure.label(language), priced.measure.currency, year, *amounts]


@dataclass(frozen=True, slots=True)
class _Bar:
    year: int
    left: int
    certain: int
    open: int
    unbounded: bool
    figure: str


def _bars(priced: PricedMeasure, made: BorderComparison, language: str) -> list[_Bar]:
    phrases = words(language)["compare"]
    ends = [end for price in priced.totals if not price.failed for end in (price.cost.low, price.cost.high) if end]
    most = max(ends, default=Fraction(1))
    each = _WIDTH // len(made.years)
    bars = []
    for position, (year, price) in enumerate(zip(made.years, priced.totals, strict=True)):
        low = Fraction(0) if price.failed else price.cost.low or Fraction(0)
        high = low if price.failed or price.cost.high is None else price.cost.high
        heights = (int(low / most * _HEIGHT), int((high - low) / most * _HEIGHT))
        unbounded = not price.failed and price.cost.high is None
        bars.append(_Bar(year, position * each, *heights, unbounded, _format_price(price, phrases)))
    return bars


def comparison_page(made: BorderComparison, reckoner: UntracedEvaluator, language: str) -> bytes:
    """Render a page without scripts, with the first lines only."""
    phrases = words(language)["compare"]
    source = package_file(__package__, "comparison.html.jinja").read_text(encoding="utf-8")
    lines = [
        (
            line.name,
            [
                (priced.measure, [_format_price(price, phrases) for price in priced.lines[position]])
                for priced in made.measures
            ],
        )
        for position, line in enumerate(made.lines[:_MAXIMUM_PAGE_LINES])
    ]
    page = template(language, source).render(
        patterns=PATTERNS,
        language=language,
        lang="zh-Hans" if language == "zh" else language,
        said=phrases,
        above=_notes_above(made, reckoner, language),
        below=_notes_below(made, language),
        reasons=_open_reasons(made, language),
        years=made.years,
        charts=[(priced.measure, _bars(priced, made, language)) for priced in made.measures],
        lines=lines,
        more=words(language)["more"].format(count=len(made.lines) - len(lines)) if len(lines) < len(made.lines) else "",
        width=_WIDTH,
        height=_HEIGHT,
        foot=_FOOT,
        each=_WIDTH // len(made.years) - _GAP,
    )
    return page.encode()
