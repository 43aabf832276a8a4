"""Scale texts of an explanation: the values and points of the scale of one indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.numbers import format_exact, format_for_display, parse_exact
from rules.model.edge_rows import row_span
from rules.model.expressions import IncludesClause
from rules.model.scales import BandScale, ChoiceScale, CountScale, LineScale, MatrixScale, ShareScale
from rules.trail.sentences import sentence_templates

if TYPE_CHECKING:
    from fractions import Fraction

    from rules.contracts.intervals import Interval
    from rules.model.expressions import Clause, Condition
    from rules.model.scales import MatrixColumn
    from rules.model.scorecard import Indicator
    from rules.trail.explanation_text import ExplanationText


def scale_text(indicator: Indicator, maximum: str | None, wording: ExplanationText) -> str:
    """Write the scale of an indicator, and the conditions under which it applies and earns points.

    `maximum` are its maximum points in a result, which differ from the scale if other indicators do not apply.
    """
    fill, scale = wording.fill, indicator.scale
    names = wording.listed(map(wording.renderer.name, scale.reads))
    points = _number(indicator.maximum, "", wording)
    match scale:
        case ShareScale():
            text = fill("scale_share", name=names, points=points)
        case LineScale():
            corners = [
                _row(_number(corner.at, scale.unit, wording), corner.points, wording) for corner in scale.corners
            ]
            text = fill("scale_line", name=names, rows=_joined(corners, wording))
        case BandScale():
            rows = [_row(_span(row_span(band), scale.unit, wording), band.points, wording) for band in scale.bands]
            text = fill("scale_rows", name=names, rows=_joined(rows, wording))
        case ChoiceScale():
            rows = [_row(wording.renderer.choice(scale.measure, row.value), row.points, wording) for row in scale.rows]
            text = fill("scale_rows", name=names, rows=_joined(rows, wording))
        case MatrixScale():
            text = fill("scale_rows", name=names, rows=_joined(_cells(scale, wording), wording))
        case CountScale():
            share = _number(indicator.maximum / len(scale.parts), "", wording) if scale.parts else points
            parts = [_condition(part, wording) for part in scale.parts]
            text = fill("scale_count", points=share, rows=_joined(parts, wording))
        case _:
            text = fill(f"scale_{scale.kind}", points=points)
    text = fill("scale", id=indicator.id, scale=text)
    rescaled = parse_exact(maximum or "0")
    if rescaled not in (0, indicator.maximum):
        text += fill("scale_rescaled", points=_number(rescaled, "", wording))
    if indicator.must:
        text += fill("scale_must", clauses=_condition(indicator.must, wording))
    if indicator.applies:
        text += fill("scale_applies", clauses=_condition(indicator.applies, wording))
    return text


def _row(value: str, points: Fraction, wording: ExplanationText) -> str:
    return wording.fill("scale_row", value=value, points=_number(points, "", wording))


def _joined(rows: list[str], wording: ExplanationText) -> str:
    return wording.renderer.words.clauses_separator.join(rows)


def _condition(condition: Condition, wording: ExplanationText) -> str:
    return wording.listed(_clause(clause, wording) for clause in condition)


def _clause(clause: Clause, wording: ExplanationText) -> str:
    renderer = wording.renderer
    if isinstance(clause, IncludesClause) and len(clause.values) == 1:
        value = renderer.choices(clause.name, clause.values)
        included = sentence_templates(wording.language)["includes_one"].format(value=value)
        return wording.fill("scale_includes", name=renderer.name(clause.name), included=included)
    return renderer.clause(clause)


def _number(number: Fraction, unit: str, wording: ExplanationText) -> str:
    text = format_exact(number)
    if "/" in text:
        text = format_for_display(number, wording.renderer.scorecard.card.rounding.places)
    return wording.renderer.words.write_number(text, unit)


def _cells(scale: MatrixScale, wording: ExplanationText) -> list[str]:
    columns = [_part(column, scale.across, scale.across_unit, wording) for column in scale.columns]
    rows = [_part(row, scale.measure, scale.unit, wording) for row in scale.rows]
    return [
        _row(wording.fill("scale_cell", row=row, column=column), points, wording)
        for row, cells in zip(rows, scale.rows, strict=True)
        for column, points in zip(columns, cells.points, strict=True)
    ]


def _part(part: MatrixColumn, name: str, unit: str, wording: ExplanationText) -> str:
    if part.choices:
        return wording.fill("scale_or").join(wording.renderer.choice(name, choice) for choice in part.choices)
    return _span(row_span(part), unit, wording)


def _span(span: Interval, unit: str, wording: ExplanationText) -> str:
    templates = sentence_templates(wording.language)
    low, high = (None if end is None else _number(end, unit, wording) for end in (span.low, span.high))
    ends = []
    if low is not None:
        ends.append(templates["more_than" if span.low_open else "at_least"].format(low=low))
    if high is not None:
        ends.append(templates["below" if span.high_open else "at_most"].format(high=high))
    return wording.fill("scale_and").join(ends) or wording.fill("scale_any")
