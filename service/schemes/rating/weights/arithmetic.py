"""Weight calculation as text, CSV and JSON."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts import RoundingMode, Severity, format_exact, format_places, round_to, typeset, wording_loader
from rules.weighting import DiagonalRule, PointsKind, ScalingScope
from service.output.tables import table_csv, table_of_cells
from service.output.terminal.columns import columns_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rules.contracts import Json
    from rules.weighting import BlockSum, Chart, NoteCollector, Weighting


words = wording_loader(__name__)


_PERCENT_DECIMALS = 3
_POINT_DECIMALS = 4


def arithmetic_text(weighting: Weighting, notes: NoteCollector, language: str) -> str:
    """Render items, scaling rule, sums, checks and warnings."""
    texts = words(language)
    head, *rows = _table(weighting, texts)
    lines = [*_heading_lines(weighting, texts), "", columns_text(head, rows, numbers_right=True), ""]
    lines += [_block_line(block, weighting, texts) for block in weighting.blocks]
    lines += _checks(weighting, texts)
    return "\n".join([*lines, *warning_lines(notes, language)])


def warning_lines(notes: NoteCollector, language: str) -> list[str]:
    """Render one line per warning."""
    word = words(language)["warning"]
    return [
        typeset(f"{word}: {note.place.describe(language)}: {note.message(language)}", language)
        for note in notes.of(Severity.WARNING)
    ]


def arithmetic_csv(weighting: Weighting, language: str) -> str:
    """Render the items without the row of sums."""
    head, *rows = _table(weighting, words(language))[:-1]
    return table_csv(table_of_cells(head, rows), line_end="\n")


def arithmetic_document(
    weighting: Weighting, notes: NoteCollector, language: str, *, draft: dict[str, Json] | None = None
) -> dict[str, Json]:
    """Return the calculation as JSON; numbers are strings."""
    chart = weighting.chart
    rows = _chart_rows(chart) if chart is not None else {}
    return {
        "scale": f"SCALE_{weighting.scale.name}",
        "kind": f"KIND_{weighting.kind.name}",
        "chart": None if chart is None else _chart_document(chart),
        "items": [
            {
                "item": item.item,
                "label": _label(weighting, item.item),
                "block": item.block,
                **({} if chart is None else rows[item.item]),
                "exactPoints": None if item.exact is None else format_exact(item.exact),
                "points": format_exact(item.points),
            }
            for item in weighting.items
        ],
        "blocks": [
            {
                "block": block.block,
                "points": format_exact(block.points),
                "rowTotals": None if block.totals is None else format_exact(block.totals),
                "sum": format_exact(block.found),
            }
            for block in weighting.blocks
        ],
        "total": format_exact(weighting.total),
        "warnings": [
            {"code": note.code, "place": note.place.describe(language), "message": note.message(language)}
            for note in notes.of(Severity.WARNING)
        ],
        "draft": draft,
    }


def _chart_document(chart: Chart) -> dict[str, Json]:
    return {
        "variant": f"VARIANT_{chart.variant.name}",
        "experts": list(chart.experts),
        "mean": [[format_exact(value) for value in row] for row in chart.mean],
        "sum": format_exact(chart.sum),
    }


def _chart_rows(chart: Chart) -> Mapping[str, Mapping[str, str]]:
    return {
        item: {
            "rowTotal": format_exact(total),
            "weight": format_exact(weight),
            "percent": _rounded(100 * weight, _PERCENT_DECIMALS),
        }
        for item, total, weight in zip(chart.items, chart.totals, chart.weights, strict=True)
    }


def _label(weighting: Weighting, item: str) -> str:
    return weighting.labels.get(item, "")


def _rounded(value: Fraction, places: int) -> str:
    return format_places(round_to(value, places, RoundingMode.HALF_EVEN), places)


def _heading_lines(weighting: Weighting, texts: Mapping[str, str]) -> Iterator[str]:
    chart, count = weighting.chart, str(len(weighting.items))
    if chart is None:
        yield texts["title_given"].format(count=count)
        return
    variant = texts[chart.variant.value.replace("-", "_")]
    yield texts["title"].format(count=count, variant=variant, experts=texts["between"].join(chart.experts))
    if len(chart.experts) > 1:
        yield texts["mean"].format(count=len(chart.experts))
    exact = sum((item.exact for item in weighting.items if item.exact is not None), Fraction(0))
    pattern = texts[f"arithmetic_{weighting.scale.value}"]
    yield pattern.format(sum=format_exact(chart.sum), points=format_exact(exact))
    if weighting.kind is PointsKind.WHOLE:
        yield texts["whole_rule"]


def _table(weighting: Weighting, texts: Mapping[str, str]) -> list[list[str]]:
    items = weighting.items
    labels = [_label(weighting, item.item) for item in items]
    columns: list[list[str]] = [[texts["item"], *(item.item for item in items), texts["sum"]]]
    if any(labels):
        columns.append([texts["label"], *labels, ""])
    if weighting.blocks:
        columns.append([texts["block"], *(item.block for item in items), ""])
    if weighting.chart is not None:
        columns += _chart_columns(weighting, weighting.chart, texts)
    if weighting.kind is not PointsKind.EXACT:
        final = [*(item.points for item in items), weighting.total]
        columns.append([texts[weighting.kind.value], *map(format_exact, final)])
    return [list(row) for row in zip(*columns, strict=True)]


def _chart_columns(weighting: Weighting, chart: Chart, texts: Mapping[str, str]) -> Iterator[list[str]]:
    rows_by_item = _chart_rows(chart)
    rows = [rows_by_item[item.item] for item in weighting.items]
    totals = [*(row["rowTotal"] for row in rows), format_exact(chart.sum)]
    yield [texts["total"], *totals]
    yield [texts["weight"], *(f"{total} / {totals[-1]}" for total in totals)]
    yield [texts["percent"], *(row["percent"] for row in rows), _rounded(Fraction(100), _PERCENT_DECIMALS)]
    exact = [item.exact or Fraction(0) for item in weighting.items]
    exact.append(sum(exact, Fraction(0)))
    yield [texts["exact"], *map(format_exact, exact)]
    yield [texts["decimal"], *(_rounded(value, _POINT_DECIMALS) for value in exact)]


def _mark(texts: Mapping[str, str], *, right: bool) -> str:
    return texts["right" if right else "wrong"]


def _block_line(block: BlockSum, weighting: Weighting, texts: Mapping[str, str]) -> str:
    chart = weighting.chart
    slots = {"block": block.block, "points": format_exact(block.points), "found": format_exact(block.found)}
    mark = _mark(texts, right=block.found == block.points)
    if chart is None or block.totals is None:
        return texts["block_sum_given"].format(**slots, mark=mark)
    percent = _rounded(100 * block.totals / chart.sum, _PERCENT_DECIMALS)
    pattern = texts["block_sum_total" if weighting.scale is ScalingScope.TOTAL else "block_sum"]
    return pattern.format(**slots, totals=format_exact(block.totals), percent=percent, mark=mark)


def _checks(weighting: Weighting, texts: Mapping[str, str]) -> Iterator[str]:
    chart = weighting.chart
    if chart is not None:
        count = len(chart.items)
        diagonal = chart.variant is DiagonalRule.WITH_DIAGONAL
        expected = Fraction(count * count if diagonal else count * (count - 1), 2)
        formula = texts["formula_with" if diagonal else "formula_without"].format(count=count, less=count - 1)
        mark = _mark(texts, right=chart.sum == expected)
        yield texts["check_totals"].format(sum=format_exact(chart.sum), formula=formula, mark=mark)
        yield texts["check_weights"].format(mark=_mark(texts, right=sum(chart.weights, Fraction(0)) == 1))
    yield texts["total_points"].format(points=format_exact(weighting.total))
