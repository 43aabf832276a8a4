"""A comparison of borders as a workbook to calculate with, and as a page to read and print."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from rules.contracts import package_file
from service.output.report.charts import PATTERNS
from service.output.report.page import template
from service.output.tables import Cell, table_of_cells, workbook_of
from service.schemes.cbam.border_comparison import BorderComparison, Price, PricedMeasure, words
from service.schemes.cbam.card_evaluation import UntracedEvaluator
from service.schemes.cbam.render_comparison import format_price, notes_above, notes_below, open_reasons, plain_money

_WIDTH, _HEIGHT, _FOOT, _GAP = 640, 120, 22, 12
_MOST_LINES = 50
"""So many lines a page shows one by one; a workbook has all."""


def comparison_workbook(made: BorderComparison, reckoner: UntracedEvaluator, language: str) -> bytes:
    """Write the totals, a row for each line, year and measure, and what to know of them; amounts are numbers."""
    phrases = words(language)["compare"]
    head = [phrases[word] for word in ("measure", "currency", "year", "low", "high")]
    totals = [
        _cells(priced, year, price, language)
        for priced in made.measures
        for year, price in zip(made.years, priced.totals, strict=True)
    ]
    rows = [
        [line.name, *_cells(priced, year, price, language), words(language)["joint"].join(price.because)]
        for place, line in enumerate(made.lines)
        for priced in made.measures
        for year, price in zip(made.years, priced.lines[place], strict=True)
    ]
    notes = (*notes_above(made, reckoner, language), *open_reasons(made, language), *notes_below(made, language))
    return workbook_of(
        {
            phrases["totals"]: table_of_cells(head, totals),
            phrases["lines"]: table_of_cells([phrases["line"], *head, phrases["reason"]], rows),
            words(language)["template"]["notes"]: table_of_cells([phrases["title"]], [[note] for note in notes]),
        }
    )


def _cells(priced: PricedMeasure, year: int, price: Price, language: str) -> list[Cell]:
    """Give the measure, its currency, the year and the ends of the price as far as they are known."""
    ends = (None, None) if price.failed else (price.cost.low, price.cost.high)
    amounts = (None if end is None else Decimal(plain_money(end)) for end in ends)
    return [priced.measure.label(language), priced.measure.currency, year, *amounts]


@dataclass(frozen=True, slots=True)
class _Bar:
    """One year of a chart: where its bar stands, how high what is certain and what is open are, and its figure."""

    year: int
    left: int
    certain: int
    open: int
    unbounded: bool
    figure: str


def _bars(priced: PricedMeasure, made: BorderComparison, language: str) -> list[_Bar]:
    """Draw the totals of a measure; the highest end that is known gives the scale."""
    phrases = words(language)["compare"]
    ends = [end for price in priced.totals if not price.failed for end in (price.cost.low, price.cost.high) if end]
    most = max(ends, default=Fraction(1))
    each = _WIDTH // len(made.years)
    bars = []
    for place, (year, price) in enumerate(zip(made.years, priced.totals, strict=True)):
        low = Fraction(0) if price.failed else price.cost.low or Fraction(0)
        high = low if price.failed or price.cost.high is None else price.cost.high
        heights = (int(low / most * _HEIGHT), int((high - low) / most * _HEIGHT))
        unbounded = not price.failed and price.cost.high is None
        bars.append(_Bar(year, place * each, *heights, unbounded, format_price(price, phrases)))
    return bars


def comparison_page(made: BorderComparison, reckoner: UntracedEvaluator, language: str) -> bytes:
    """Write a page without script: charts, totals, what leaves figures open, and the first lines one by one."""
    phrases = words(language)["compare"]
    source = package_file(__package__, "comparison.html.jinja").read_text(encoding="utf-8")
    lines = [
        (
            line.name,
            [
                (priced.measure, [format_price(price, phrases) for price in priced.lines[place]])
                for priced in made.measures
            ],
        )
        for place, line in enumerate(made.lines[:_MOST_LINES])
    ]
    page = template(language, source).render(
        patterns=PATTERNS,
        language=language,
        lang="zh-Hans" if language == "zh" else language,
        said=phrases,
        above=notes_above(made, reckoner, language),
        below=notes_below(made, language),
        reasons=open_reasons(made, language),
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
