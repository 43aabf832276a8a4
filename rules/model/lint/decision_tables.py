"""Lint of decision tables within a scorecard: uncovered cases and overlapping rows, by enumeration."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import pairwise, product
from math import prod
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.intervals import UNBOUNDED, Interval, first_multiple_inside, hull, intersect, point_interval
from rules.model.expressions import AS_OF, ChoiceClause, PeriodEdge
from rules.model.implication import allowed_choices, allowed_values
from rules.model.lint.issue import issue
from rules.model.lint.scales import interval_text
from rules.model.range_analysis import value_range
from rules.model.scorecard import FactDefinition, FactType, TableRowForm

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rules.model.expressions import Clause, Condition
    from rules.model.lint.issue import Issue
    from rules.model.scorecard import FormulaQuantity, RowKey, TableLayout
    from rules.model.symbol_table import DefinitionIndex

_MAX_ENUMERATED_CASES = 20_000
_MAX_REPORTED_CASES = 3
_OTHER_TEXT = ""

_Part = Interval | str
_KeyConstraint = Interval | frozenset[str]


class _Axis(NamedTuple):
    key: RowKey
    parts: tuple[_Part, ...]
    days: bool = False

    def shown(self, part: _Part, names: DefinitionIndex, within: str | None) -> str:
        if isinstance(part, str):
            return part or "…"
        if not self.days:
            text = interval_text(part) if part.value is None else interval_text(part)[1:].split(",")[0]
            unit = names.unit(self.key.name, within)
            return f"{text} {unit}" if unit else text
        low, high = (None if end is None else date.fromordinal(int(end)).isoformat() for end in (part.low, part.high))
        return low if low == high and low is not None else f"{low or '…'} – {high or '…'}"


class _TableFindings(NamedTuple):
    gaps: tuple[str, ...]
    overlaps: Mapping[tuple[int, int], str]


def check_table_rows(names: DefinitionIndex, quantity: FormulaQuantity, tabled: TableLayout) -> Iterator[Issue]:
    """Report cases that no row of a table covers, and cases that two rows cover.

    A table is not checked if it compares a key with another name, or only excludes a value.
    """
    findings = _examine(names, quantity, tabled)
    if findings is None:
        return
    path = f"quantities[{quantity.id}].rows"
    for (first, second), case_text in findings.overlaps.items():
        yield issue(
            "RL041", f"{path}[{second}]", "rows_overlap", row=str(second + 1), other=str(first + 1), cases=case_text
        )
    for case_text in findings.gaps[:_MAX_REPORTED_CASES]:
        yield issue("RL041", path, "rows_gap", id=quantity.id, cases=case_text)


def leaves_no_gap(names: DefinitionIndex, quantity: FormulaQuantity) -> bool:
    """Return whether the rows of a small table provably cover every case; False if a period may span two rows."""
    tabled = quantity.tabled
    if tabled is None or any(len(_clause_subjects(key, tabled, names, quantity.list)) > 1 for key in tabled.by):
        return False
    findings = _examine(names, quantity, tabled)
    return findings is not None and not findings.gaps


def _examine(names: DefinitionIndex, quantity: FormulaQuantity, tabled: TableLayout) -> _TableFindings | None:
    if not all(_is_plain(clause, names, quantity.list) for row in quantity.rows for clause in row.when):
        return None
    rows = [[_constraint_on(row.when, key, quantity, tabled, names) for key in tabled.by] for row in quantity.rows]
    axes = [
        _axis(key, [row[position] for row in rows], tabled, names, quantity.list)
        for position, key in enumerate(tabled.by)
    ]
    if prod(len(axis.parts) for axis in axes) > _MAX_ENUMERATED_CASES:
        return None
    last_is_rest = bool(quantity.rows) and not quantity.rows[-1].when and tabled.form is TableRowForm.KEYED

    def describe(case: Sequence[_Part]) -> str:
        return ", ".join(axis.shown(part, names, quantity.list) for axis, part in zip(axes, case, strict=True))

    overlaps, gaps = _overlaps_and_gaps(rows[:-1] if last_is_rest else rows, axes, has_rest=last_is_rest)
    return _TableFindings(tuple(map(describe, gaps)), {pair: describe(case) for pair, case in overlaps.items()})


def _overlaps_and_gaps(
    rows: Sequence[Sequence[_KeyConstraint]], axes: Sequence[_Axis], *, has_rest: bool
) -> tuple[dict[tuple[int, int], tuple[_Part, ...]], list[tuple[_Part, ...]]]:
    """Return the first case of each overlapping pair of rows, and the cases that no row covers.

    With `has_rest`, another row covers all remaining cases.
    """
    overlaps: dict[tuple[int, int], tuple[_Part, ...]] = {}
    gaps: list[tuple[_Part, ...]] = []
    for case in product(*(axis.parts for axis in axes)):
        holding = [position for position, row in enumerate(rows) if _holds(row, case)]
        if not holding and not has_rest:
            _add_gap(gaps, case, axes)
        for pair in pairwise(holding):
            overlaps.setdefault(pair, case)
    return overlaps, gaps


def _add_gap(gaps: list[tuple[_Part, ...]], case: tuple[_Part, ...], axes: Sequence[_Axis]) -> None:
    *before, part = case
    last, parts = gaps[-1] if gaps else (), axes[-1].parts
    follows = bool(last) and list(last[:-1]) == before and isinstance(part, Interval) and part != parts[0]
    other = last[-1] if follows else None
    if (
        isinstance(part, Interval)
        and isinstance(other, Interval)
        and _gap_reaches_end_of(parts[parts.index(part) - 1], other)
    ):
        gaps[-1] = (*before, hull(other, part))
    else:
        gaps.append(case)


def _gap_reaches_end_of(part: _Part, gap: Interval) -> bool:
    return isinstance(part, Interval) and (part.high, part.high_open) == (gap.high, gap.high_open)


def _is_plain(clause: Clause, names: DefinitionIndex, within: str | None) -> bool:
    if isinstance(clause, ChoiceClause):
        return True
    allowed_span = allowed_values(clause, names, within)
    return allowed_span is not None and allowed_span.excluded is None and " against " not in allowed_span.subject


def _holds(row: Sequence[_KeyConstraint], case: Sequence[_Part]) -> bool:
    return all(
        part in allowed
        if isinstance(allowed, frozenset)
        else isinstance(part, str) or intersect(allowed, part) is not None
        for allowed, part in zip(row, case, strict=True)
    )


def _constraint_on(
    condition: Condition, key: RowKey, quantity: FormulaQuantity, tabled: TableLayout, names: DefinitionIndex
) -> _KeyConstraint:
    choices = _choices(key, quantity, names)
    span = UNBOUNDED
    allowed = choices
    subjects = _clause_subjects(key, tabled, names, quantity.list)
    for clause in condition:
        if isinstance(clause, ChoiceClause):
            if clause.name == key.name:
                allowed &= frozenset(allowed_choices(clause, set(choices)))
            continue
        allowed_span = allowed_values(clause, names, quantity.list)
        if allowed_span is not None and allowed_span.subject in subjects:
            span = intersect(span, allowed_span.interval) or span
    return allowed if choices else span


def _clause_subjects(key: RowKey, tabled: TableLayout, names: DefinitionIndex, within: str | None) -> frozenset[str]:
    definition = names.definition(key.name, within)
    is_full_period = isinstance(definition, FactDefinition) and definition.type is FactType.PERIOD and key.edge is None
    if is_full_period and tabled.form is TableRowForm.DATED:
        return frozenset(f"{key.name} {edge}" for edge in PeriodEdge)
    return frozenset({key.name if key.edge is None else f"{key.name} {key.edge}"})


def _choices(key: RowKey, quantity: FormulaQuantity, names: DefinitionIndex) -> frozenset[str]:
    definition = names.definition(key.name, quantity.list)
    if isinstance(definition, FactDefinition) and definition.type is FactType.TEXT:
        clauses = (clause for row in quantity.rows for clause in row.when if isinstance(clause, ChoiceClause))
        return frozenset(
            {_OTHER_TEXT, *(value for clause in clauses if clause.name == key.name for value in clause.values)}
        )
    return frozenset(choice.id for choice in names.choices(key.name, quantity.list))


def _axis(
    key: RowKey, allowed: Sequence[_KeyConstraint], tabled: TableLayout, names: DefinitionIndex, within: str | None
) -> _Axis:
    listed = [choice_set for choice_set in allowed if isinstance(choice_set, frozenset)]
    if listed:
        order = [choice.id for choice in names.choices(key.name, within)]
        others = sorted(frozenset().union(*listed) - set(order) - {_OTHER_TEXT})
        return _Axis(key, tuple(order) if order else (*others, _OTHER_TEXT))
    spans = [interval for interval in allowed if isinstance(interval, Interval)]
    if tabled.form is TableRowForm.DATED or _is_day(key, names, within):
        return _Axis(key, tuple(_day_parts(spans, _days_of(key, names))), days=True)
    definition = names.definition(key.name, within)
    step = definition.multiple_of if isinstance(definition, FactDefinition) else None
    parts = _parts(spans, value_range(key.name, names, within))
    return _Axis(key, tuple(part for part in parts if not step or first_multiple_inside(part, step) is not None))


def _is_day(key: RowKey, names: DefinitionIndex, within: str | None) -> bool:
    return key.edge is not None or names.is_date(key.name, within)


def _days_of(key: RowKey, names: DefinitionIndex) -> Interval:
    card = names.scorecard.card
    if key.name != AS_OF:
        return UNBOUNDED
    last = None if card.last_date is None else Fraction(card.last_date.toordinal())
    return Interval(Fraction(card.first_date.toordinal()), last)


def _day_parts(spans: Sequence[Interval], domain: Interval) -> Iterator[Interval]:
    begins = {span.low for span in (*spans, domain) if span.low is not None}
    begins |= {span.high + 1 for span in (*spans, domain) if span.high is not None}
    marks: list[Fraction | None] = [None, *sorted(begins), None]
    for low, high in pairwise(marks):
        part = intersect(Interval(low, None if high is None else high - 1), domain)
        if part is not None:
            yield part


def _parts(spans: Sequence[Interval], domain: Interval) -> Iterator[Interval]:
    ends = {end for span in (*spans, domain) for end in (span.low, span.high) if end is not None}
    marks: list[Fraction | None] = [None, *sorted(ends), None]
    for low, high in pairwise(marks):
        for part in (Interval(low, high, low_open=low is not None, high_open=high is not None), high):
            piece = point_interval(part) if isinstance(part, Fraction) else part
            if piece is not None and (within := intersect(piece, domain)) is not None:
                yield within
