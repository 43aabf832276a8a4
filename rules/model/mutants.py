"""Mutation operators of a scorecard: moved numbers, changed comparisons, dropped clauses and rows.

Each mutant is a scorecard with one deliberate error. These parts are not mutated:

- texts, bases, facts, records and required evidence
- points of sections and stages, which must match those of their indicators
- changes that no example can detect: display rounding, days to close, warnings and period of effect
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, StrEnum
from fractions import Fraction
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from rules.contracts.inputs import FrozenModel
from rules.contracts.outcomes import Outcome, Verdict
from rules.model import scorecard as model
from rules.model.definitions import NotApplicablePolicy
from rules.model.edge_rows import stated_bounds
from rules.model.expressions import (
    DAY_NUMBERS,
    CalendarDay,
    ChoiceClause,
    DateClause,
    DateExpression,
    DateFormula,
    DateOperator,
    DateRangeClause,
    FormulaOperator,
    IncludesClause,
    IncludesNoneClause,
    NumberClause,
    NumberLiteral,
    NumberOperator,
    NumberRangeClause,
    Operation,
    OutcomeClause,
    PeriodEdge,
    Power,
    RoundedNumber,
    TimeSpan,
)
from rules.model.forms import ScalePart
from rules.model.maturity import AspectRow, LevelMethod, LevelRow, MaturityLevel, RiseRow, TrendRow
from rules.model.quantities import ConditionRow
from rules.model.scorecard import FormulaQuantity, TableRowForm

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rules.model.expressions import Clause, Condition
    from rules.model.scorecard import FormulaRow, Scorecard


_ROW = re.compile(r"quantities\[(?P<id>[^\]]+)\]\.rows")
_CLAUSE = re.compile(r"quantities\[(?P<id>[^\]]+)\]\.rows\[(?P<row>\d+)\]\.when\[(?P<clause>\d+)\](?P<within>.*)")


def _is_plausible_mutant(path: str, scorecard: Scorecard, slipped: Scorecard) -> bool:
    if path == "card.not_applicable":
        parts = (*scorecard.indicators, *scorecard.facts)
        return any(getattr(part, "applies", ()) or getattr(part, "may_not_apply", False) for part in parts) and bool(
            scorecard.indicators
        )
    if path == "card.compare_rounded":
        return any(map(stated_bounds, scorecard.ladder_rows))
    if ".scale." in path:
        return all(indicator.scale.is_writable for indicator in slipped.indicators)
    clause = _CLAUSE.fullmatch(path)
    return clause is None or not _is_derived_clause(clause, scorecard)


def _rejoin_dated_rows(path: str, slipped: Scorecard) -> Scorecard:
    match = _ROW.match(path)
    quantity = next(
        (candidate for candidate in slipped.quantities if match is not None and candidate.id == match["id"]), None
    )
    if not isinstance(quantity, FormulaQuantity) or quantity.tabled is None:
        return slipped
    if quantity.tabled.form is not TableRowForm.DATED:
        return slipped
    rows = [
        row.model_copy(update={"when": tuple(_with_next_start(row.when, following))})
        for row, following in zip_longest(quantity.rows, quantity.rows[1:])
    ]
    joined = quantity.model_copy(update={"rows": tuple(rows)})
    quantities = tuple(joined if candidate is quantity else candidate for candidate in slipped.quantities)
    return slipped.model_copy(update={"quantities": quantities})


def _with_next_start(when: Condition, following: FormulaRow | None) -> Iterator[Clause]:
    starts = (
        clause.operand
        for clause in (following.when if following is not None else ())
        if isinstance(clause, DateClause) and clause.operator is DateOperator.FROM
    )
    start = next(starts, None)
    for clause in when:
        if not isinstance(clause, DateClause) or clause.operator is not DateOperator.BEFORE:
            yield clause
        elif start is not None:
            yield clause.model_copy(update={"operand": start})


def _is_derived_clause(clause: re.Match[str], scorecard: Scorecard) -> bool:
    quantity = next(candidate for candidate in scorecard.quantities if candidate.id == clause["id"])
    if not isinstance(quantity, FormulaQuantity) or quantity.tabled is None:
        return False
    date_clause = quantity.rows[int(clause["row"])].when[int(clause["clause"])]
    if quantity.tabled.form is not TableRowForm.DATED or not isinstance(date_clause, DateClause):
        return False
    return date_clause.operator is DateOperator.BEFORE or clause["within"] in (".operator", ".edge")


class MutationKind(StrEnum):
    """Kind of mutation."""

    MOVED = "moved"
    TURNED = "turned"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Mutant:
    """A scorecard with one change; `path` is its location in the original."""

    path: str
    kind: MutationKind
    scorecard: Scorecard


_MUTATED_FIELDS: Mapping[type[FrozenModel], tuple[str, ...]] = {
    model.Scorecard: (
        "card", "settings", "quantities", "applies", "gates", "indicators", "maturity", "stages", "ladder",
        "verdicts", "findings",
    ),
    model.Card: ("not_applicable", "compare_rounded"),
    model.Setting: ("default",),
    model.FormulaQuantity: ("rows",),
    model.FormulaRow: ("formula", "when", "when_divided_by_zero"),
    model.SumQuantity: ("rows", "figure", "when_none", "when_none_day"),
    model.SumRow: ("where",),
    model.LookupQuantity: ("rows", "otherwise"),
    model.LookupRow: ("value",),
    model.DateLookup: ("rows", "otherwise"),
    model.DateRow: ("value",),
    model.TableQuantity: ("rows",),
    model.NamedCondition: ("rows",),
    ConditionRow: ("when", "exception"),
    model.Gate: ("applies", "requires"),
    model.Indicator: ("maximum", "applies", "must", "scale"),
    model.Maturity: ("levels", "level_rows", "aspect_rows", "trend_rows", "rise_rows", "rise", "needed"),
    MaturityLevel: ("at_least", "at_most"),
    LevelRow: ("reading", "when"),
    AspectRow: ("operator", "when"),
    TrendRow: ("at_least", "when"),
    RiseRow: ("above", "when"),
    model.Stages: ("rows",),
    model.StageRow: ("when",),
    model.Ladder: ("rows",),
    model.LadderRow: ("more_than", "at_least", "at_most", "below", "requires", "exception"),
    model.Verdicts: ("otherwise", "rules"),
    model.VerdictRule: ("rows", "verdict", "first", "last"),
    model.VerdictRow: ("when",),
    model.FindingRule: ("when", "severity"),
    NumberLiteral: ("value",),
    Operation: ("operator", "operands"),
    Power: ("base", "exponent"),
    RoundedNumber: ("value", "step"),
    TimeSpan: ("first", "last"),
    **dict.fromkeys(DAY_NUMBERS.values(), ("date",)),
    DateFormula: ("date",),
    DateExpression: ("literal", "edge", "month_start", "calendar_day", "shift_months", "shift_days"),
    NumberClause: ("operator", "operand"),
    NumberRangeClause: ("low", "high"),
    ChoiceClause: ("values", "negated"),
    IncludesClause: ("values",),
    IncludesNoneClause: ("values",),
    DateClause: ("edge", "operator", "operand"),
    DateRangeClause: ("edge", "first", "last"),
    OutcomeClause: ("outcome",),
}  # fmt: skip
"""Mutated fields by class; scales define their own."""

_THRESHOLD_FIELDS = frozenset({"more_than", "at_least", "at_most", "below", "above", "at"})
"""Thresholds, which are moved up and down; other numbers only up."""
_EXACT = frozenset({NumberOperator.IS, NumberOperator.IS_NOT})
_NONEMPTY_LISTS = frozenset({"values", "operands"})
_UNDROPPABLE_LISTS = frozenset(
    {"settings", "indicators", "gates", "levels", "quantities", "rules", "findings", "operands", "columns", "points"}
)
"""Lists with items that are named elsewhere or depend on each other."""
_CLASSES_WITH_ROWS = (
    model.FormulaQuantity, model.SumQuantity, model.LookupQuantity, model.DateLookup, model.TableQuantity,
    model.NamedCondition,
)  # fmt: skip
_CALENDAR_DAY_PAIRS = [(day, CalendarDay(day.value.replace("first", "last"))) for day in CalendarDay if not day.is_last]
_REPLACEMENTS: Mapping[Enum, Enum] = {
    NumberOperator.AT_LEAST: NumberOperator.MORE_THAN,
    NumberOperator.MORE_THAN: NumberOperator.AT_LEAST,
    NumberOperator.AT_MOST: NumberOperator.LESS_THAN,
    NumberOperator.LESS_THAN: NumberOperator.AT_MOST,
    NumberOperator.IS: NumberOperator.IS_NOT,
    NumberOperator.IS_NOT: NumberOperator.IS,
    DateOperator.FROM: DateOperator.AFTER,
    DateOperator.AFTER: DateOperator.FROM,
    DateOperator.UNTIL: DateOperator.BEFORE,
    DateOperator.BEFORE: DateOperator.UNTIL,
    DateOperator.ON: DateOperator.FROM,
    FormulaOperator.ADD: FormulaOperator.SUBTRACT,
    FormulaOperator.SUBTRACT: FormulaOperator.ADD,
    FormulaOperator.MULTIPLY: FormulaOperator.DIVIDE,
    FormulaOperator.DIVIDE: FormulaOperator.MULTIPLY,
    FormulaOperator.MINIMUM: FormulaOperator.MAXIMUM,
    FormulaOperator.MAXIMUM: FormulaOperator.MINIMUM,
    PeriodEdge.FIRST: PeriodEdge.LAST,
    PeriodEdge.LAST: PeriodEdge.FIRST,
    CalendarDay.MONTH_LAST: CalendarDay.QUARTER_LAST,
    **dict(_CALENDAR_DAY_PAIRS),
    **{last: first for first, last in _CALENDAR_DAY_PAIRS},
    Outcome.MET: Outcome.NOT_MET,
    Outcome.NOT_MET: Outcome.MET,
    Outcome.NOT_APPLICABLE: Outcome.MET,
    model.AggregateKind.LEAST: model.AggregateKind.GREATEST,
    model.AggregateKind.GREATEST: model.AggregateKind.LEAST,
    model.AggregateKind.AVERAGE: model.AggregateKind.GREATEST,
    model.AggregateKind.EARLIEST: model.AggregateKind.LATEST,
    model.AggregateKind.LATEST: model.AggregateKind.EARLIEST,
    LevelMethod.MEAN: LevelMethod.BAND_MIDDLE,
    LevelMethod.BAND_MIDDLE: LevelMethod.MEAN,
    model.FindingSeverity.MAJOR: model.FindingSeverity.MINOR,
    model.FindingSeverity.MINOR: model.FindingSeverity.MAJOR,
    model.FindingSeverity.OBSERVATION: model.FindingSeverity.MINOR,
    NotApplicablePolicy.DROP_AND_RESCALE: NotApplicablePolicy.COUNT_AS_ZERO,
    NotApplicablePolicy.COUNT_AS_ZERO: NotApplicablePolicy.DROP_AND_RESCALE,
    NotApplicablePolicy.REFUSE: NotApplicablePolicy.DROP_AND_RESCALE,
}
_OPPOSITE_BOUNDS = {"more_than": "at_least", "at_least": "more_than", "at_most": "below", "below": "at_most"}


def all_mutants(scorecard: Scorecard) -> Iterator[Mutant]:
    """Yield each mutant of a scorecard, in model order."""
    for path, kind, mutated in _part_mutations(scorecard, ""):
        if _is_plausible_mutant(path, scorecard, mutated):
            yield Mutant(path, kind, _rejoin_dated_rows(path, mutated))


_PartMutation = tuple[str, MutationKind, Any]


def _part_mutations(part: FrozenModel, path: str) -> Iterator[_PartMutation]:
    for name in part.slips if isinstance(part, ScalePart) else _MUTATED_FIELDS.get(type(part), ()):
        value = getattr(part, name)
        part_path = f"{path}.{name}" if path else name
        for mutant_path, kind, mutated in _field_mutations(part, name, value, part_path):
            yield mutant_path, kind, part.model_copy(update={name: mutated})
        if name in _OPPOSITE_BOUNDS and _OPPOSITE_BOUNDS[name] in type(part).model_fields and value is not None:
            yield part_path, MutationKind.TURNED, part.model_copy(update={name: None, _OPPOSITE_BOUNDS[name]: value})
    yield from _replacement_mutations(part, path)


def _replacement_mutations(part: FrozenModel, path: str) -> Iterator[_PartMutation]:
    match part:
        case model.Gate(requires=requires) if len(requires) > 1:
            yield f"{path}.requires", MutationKind.DROPPED, part.model_copy(update={"requires": ()})
        case IncludesClause(name=name, values=values):
            yield path, MutationKind.TURNED, IncludesNoneClause(name=name, values=values)
        case IncludesNoneClause(name=name, values=values):
            yield path, MutationKind.TURNED, IncludesClause(name=name, values=values)
        case NumberClause(operator=operator, operand=NumberLiteral() as operand) if operator not in _EXACT:
            yield path, MutationKind.MOVED, part.model_copy(update={"operand": _lowered(operand)})
        case NumberRangeClause(low=low, high=high):
            yield path, MutationKind.MOVED, part.model_copy(update={"low": _lowered(low)})
            yield path, MutationKind.MOVED, part.model_copy(update={"high": _lowered(high)})
        case _:
            return


def _lowered(literal: NumberLiteral) -> NumberLiteral:
    return literal.model_copy(update={"value": literal.value - _last_digit(literal.value)})


def _field_mutations(part: FrozenModel, name: str, value: object, path: str) -> Iterator[_PartMutation]:
    match value:
        case FormulaOperator.MULTIPLY | FormulaOperator.DIVIDE if _is_identity_operation(part):
            return
        case None:
            return
        case FrozenModel():
            yield from _part_mutations(value, path)
            if name in ("first", "last") and isinstance(part, model.VerdictRule):
                yield path, MutationKind.DROPPED, None
        case tuple():
            yield from _list_mutations(part, name, value, path)
        case bool():
            if value or name != "month_start":
                yield path, MutationKind.TURNED, not value
        case Fraction() | int():
            yield from ((path, MutationKind.MOVED, moved) for moved in _shift_number(part, name, value))
        case date():
            yield path, MutationKind.MOVED, value + timedelta(days=1)
            yield path, MutationKind.MOVED, value - timedelta(days=1)
        case Enum() | str():
            yield from ((path, MutationKind.TURNED, turned) for turned in _replacements(part, value))
        case _:
            return


def _is_identity_operation(part: FrozenModel) -> bool:
    last = part.operands[-1] if isinstance(part, Operation) else None
    return isinstance(last, NumberLiteral) and last.value == 1


def _list_mutations(part: FrozenModel, name: str, items: tuple[Any, ...], path: str) -> Iterator[_PartMutation]:
    authored_positions = _authored_positions(part, name, items)
    for position, item in enumerate(items):
        if position not in authored_positions:
            continue
        item_path = f"{path}[{getattr(item, 'id', position)}]"
        before, after = items[:position], items[position + 1 :]
        if isinstance(item, FrozenModel):
            for mutant_path, kind, mutated in _part_mutations(item, item_path):
                yield mutant_path, kind, (*before, mutated, *after)
        elif isinstance(item, Fraction):
            for moved in _shift_number(part, name, item):
                yield item_path, MutationKind.MOVED, (*before, moved, *after)
        elif isinstance(item, tuple):
            for mutant_path, kind, mutated in _list_mutations(part, name, item, item_path):
                yield mutant_path, kind, (*before, mutated, *after)
        if name not in _UNDROPPABLE_LISTS and (
            len(items) > 1 or not (name in _NONEMPTY_LISTS or isinstance(part, _CLASSES_WITH_ROWS))
        ):
            yield item_path, MutationKind.DROPPED, (*before, *after)


def _authored_positions(part: FrozenModel, name: str, items: tuple[Any, ...]) -> frozenset[int]:
    if isinstance(part, model.FormulaQuantity) and name == "rows" and part.tabled is not None:
        line = part.tabled.form is model.TableRowForm.LINE
        return frozenset(position for position, row in enumerate(items) if not line or len(row.when) == 1)
    return frozenset(range(len(items)))


def _shift_number(part: FrozenModel, name: str, value: Fraction | int) -> Iterator[Fraction | int]:
    if name in ("shift_months", "shift_days", "needed") or isinstance(value, int):
        if value or name == "needed":
            yield value + 1
        return
    digit = _last_digit(value)
    yield value + digit
    if name in _THRESHOLD_FIELDS or (isinstance(part, MaturityLevel)):
        yield value - digit


def _last_digit(value: Fraction) -> Fraction:
    """Return one unit of the last digit, or 1/100 if the decimals never end."""
    digit = Fraction(1)
    for _ in range(12):
        if (value / digit).denominator == 1:
            return digit
        digit /= 10
    return Fraction(1, 100)


def _replacements(part: FrozenModel, value: Enum | str) -> Iterator[object]:
    if isinstance(part, model.Setting):
        yield from (choice.id for choice in part.choices if choice.id != value)
    elif isinstance(value, Verdict):
        verdicts = list(Verdict)
        yield verdicts[(verdicts.index(value) + 1) % len(verdicts)]
    elif isinstance(value, Enum) and value in _REPLACEMENTS:
        yield _REPLACEMENTS[value]
