"""Polars backend of lowered scorecards: expressions, columns and mask of rows for the core."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial, reduce
from math import ceil
from operator import and_, or_
from typing import Any

import polars as pl

from rules.columns import (
    FALSE,
    INT64_LIMIT,
    MAY_BE_ABSENT,
    NEEDS_CORE,
    OPEN_POINT_BOUNDS_COLUMN,
    TRUE,
    Call,
    ColumnLookup,
    ColumnLookups,
    ColumnReference,
    ExactFallback,
    InputColumns,
    Literal,
    LoweredCard,
    LoweredList,
    Node,
    NotVectorizableError,
    Operator,
    OutputColumn,
    WholeColumn,
    field_column,
    input_column,
    lower_card,
)
from rules.model import DateExpression, FactDefinition, FactType
from rules.program import shift_day
from service.bulk.columnar_input import EPOCH, FactColumns, ListColumns

_BROADCAST_COLUMN, _SUBJECT_INDEX, _MATCH = "beside", "of", "found"
_INTEGER_TYPES = {9: pl.Int32, 18: pl.Int64}


class CardExpressions:
    """Polars expressions of a scorecard for one form of columns."""

    def __init__(self, lowered: LoweredCard, cells: tuple[OutputColumn, ...]) -> None:
        self._lists = [_ListAggregation(lowered_list) for lowered_list in lowered.lists]
        self._layers = [_expressions(layer) for layer in lowered.layers]
        self._cell_expressions = {NEEDS_CORE: to_polars(lowered.needs_core)}
        for cell in cells:
            if cell.name in lowered.codes:
                self._cell_expressions[cell.name] = _word_column(cell, lowered.codes[cell.name])
            elif cell.name in lowered.numbers:
                self._cell_expressions[cell.name] = _number_column(cell, *lowered.numbers[cell.name])
        self._has_open_points = any(cell.name == OPEN_POINT_BOUNDS_COLUMN for cell in cells)
        self._open_point_expressions = _open_points(cells, lowered) if self._has_open_points else {}

    def cells(self, facts: FactColumns) -> pl.DataFrame:
        frame = facts.frame
        for aggregation in self._lists:
            frame = frame.hstack(aggregation.sums(facts.frame, facts.lists[aggregation.name]))
        for layer in self._layers:
            frame = frame.with_columns(**layer)
        # The added column makes Polars repeat constants for every row.
        computed = frame.select(pl.first().is_null().alias(_BROADCAST_COLUMN), **self._cell_expressions).drop(
            _BROADCAST_COLUMN
        )
        return (
            computed.with_columns(_open_point_bounds(frame.select(**self._open_point_expressions), computed.height))
            if self._has_open_points
            else computed
        )


class _ListAggregation:
    def __init__(self, lowered: LoweredList) -> None:
        self.name = lowered.name
        self._layers = [_expressions(layer) for layer in lowered.layers]
        kinds = {name: pl.Int128 if name in lowered.wide else pl.Int64 for name in lowered.amounts}
        self._amounts = {name: _branch(node).cast(kinds[name]) for name, node in lowered.amounts.items()}
        self._needs_core_column = lowered.odd_column.name
        self._needs_core = to_polars(lowered.needs_core)

    def sums(self, facts: pl.DataFrame, records: ListColumns) -> pl.DataFrame:
        frame = records.frame.hstack(facts[records.of].get_columns())
        for layer in self._layers:
            frame = frame.with_columns(**layer)
        each = frame.select(
            pl.first().is_null().alias(_BROADCAST_COLUMN),
            **self._amounts,
            **{self._needs_core_column: self._needs_core},
        )
        parts = [*(pl.col(name).sum() for name in self._amounts), pl.col(self._needs_core_column).any()]
        totals = each.with_columns(records.of.cast(pl.Int64).alias(_SUBJECT_INDEX)).group_by(_SUBJECT_INDEX).agg(parts)
        all_subjects = pl.DataFrame({_SUBJECT_INDEX: pl.int_range(facts.height, eager=True)}).join(
            totals, on=_SUBJECT_INDEX, how="left", maintain_order="left"
        )
        return (
            all_subjects.drop(_SUBJECT_INDEX)
            .with_columns(pl.col(name).fill_null(0) for name in self._amounts)
            .with_columns(pl.col(self._needs_core_column).fill_null(False))
        )


def _expressions(layer: dict[str, Node]) -> dict[str, pl.Expr]:
    return {name: to_polars(node) for name, node in layer.items()}


def polars_type(cell: OutputColumn) -> Any:
    """Return the Polars type of an output column."""
    if cell.words:
        return pl.Enum(cell.words)
    if cell.places is None:
        return pl.String
    return pl.Decimal(cell.digits, cell.places) if cell.places else _INTEGER_TYPES.get(cell.digits, pl.Int128)


def _word_column(cell: OutputColumn, code: Node) -> pl.Expr:
    kind = pl.UInt8 if len(cell.words) <= 255 else pl.UInt16
    branch = _branch(code)
    return pl.when(branch >= 0).then(branch).cast(kind).cat.to(pl.Enum(cell.words))


def _number_column(cell: OutputColumn, number: WholeColumn, presence: Node) -> pl.Expr:
    if presence is FALSE:
        return pl.lit(None, polars_type(cell))
    kind, integers = polars_type(cell), _branch(number.node)
    # A cast without range check is faster; it is safe where the bound fits.
    written = (
        integers.cast(pl.Int128).reinterpret(dtype=kind)
        if cell.places
        else integers.cast(kind, wrap_numerical=number.size < 10**cell.digits)
    )
    return written if presence is TRUE else pl.when(to_polars(presence)).then(written)


def _open_points(cells: tuple[OutputColumn, ...], lowered: LoweredCard) -> dict[str, pl.Expr]:
    points: dict[str, pl.Expr] = {}
    for cell in cells:
        name = f"{OPEN_POINT_BOUNDS_COLUMN}.{cell.criterion}"
        if name in lowered.numbers and cell.name.startswith("points."):
            number, presence = lowered.numbers[name]
            if presence is not FALSE:
                points[cell.criterion] = _number_column(cell, number, presence)
    return points


def _open_point_bounds(points: pl.DataFrame, count: int) -> pl.Series:
    parts = []
    for criterion in points.columns:
        indices = points[criterion].is_not_null().arg_true()
        if not indices.is_empty():
            written = points[criterion].gather(indices).cast(pl.String)
            parts.append(
                pl.DataFrame(
                    {_SUBJECT_INDEX: indices, OPEN_POINT_BOUNDS_COLUMN: pl.select(pl.lit(f"{criterion}=") + written)}
                )
            )
    if not parts:
        return pl.Series(OPEN_POINT_BOUNDS_COLUMN, [None], dtype=pl.String).new_from_index(0, count)
    texts = (
        pl.concat(parts)
        .group_by(_SUBJECT_INDEX, maintain_order=True)
        .agg(pl.col(OPEN_POINT_BOUNDS_COLUMN).str.join(";"))
    )
    all_subjects = pl.DataFrame({_SUBJECT_INDEX: pl.int_range(count, dtype=pl.UInt32, eager=True)})
    return all_subjects.join(texts, on=_SUBJECT_INDEX, how="left", maintain_order="left")[OPEN_POINT_BOUNDS_COLUMN]


def to_polars(node: Node) -> pl.Expr:
    """Convert a lowered node to a Polars expression."""
    match node:
        case ColumnReference(name=name):
            return pl.col(name)
        case Literal(value=value):
            return _literal(value) if isinstance(value, int) else pl.lit(None)
        case Call(operator=operator, operands=operands):
            return _EXPRESSION_BUILDERS[operator](operands)


def _literal(value: int) -> pl.Expr:
    if isinstance(value, bool):
        return pl.lit(value)
    return pl.lit(value, pl.Int128) if abs(value) >= INT64_LIMIT else pl.lit(value)


def _branch(node: Node) -> pl.Expr:
    """Convert a branch; a plain literal would have only 32 bits."""
    if isinstance(node, Literal) and isinstance(node.value, int) and not isinstance(node.value, bool):
        return pl.lit(node.value, pl.Int128 if abs(node.value) >= INT64_LIMIT else pl.Int64)
    return to_polars(node)


def _binary_expression(make: Callable[[pl.Expr, pl.Expr], pl.Expr]) -> Callable[[tuple[Node, ...]], pl.Expr]:
    return lambda operands: make(to_polars(operands[0]), to_polars(operands[1]))


def _unary_expression(make: Callable[[pl.Expr], pl.Expr]) -> Callable[[tuple[Node, ...]], pl.Expr]:
    return lambda operands: make(to_polars(operands[0]))


def _choose(operands: tuple[Node, ...]) -> pl.Expr:
    condition, then, otherwise = operands
    first = pl.when(to_polars(condition)).then(_branch(then))
    if not (isinstance(otherwise, Call) and otherwise.operator is Operator.CHOOSE):
        return first.otherwise(_branch(otherwise))
    condition, then, otherwise = otherwise.operands
    chain = first.when(to_polars(condition)).then(_branch(then))
    while isinstance(otherwise, Call) and otherwise.operator is Operator.CHOOSE:
        condition, then, otherwise = otherwise.operands
        chain = chain.when(to_polars(condition)).then(_branch(then))
    return chain.otherwise(_branch(otherwise))


def _shift(operands: tuple[Node, ...]) -> pl.Expr:
    expression = operands[1].value if isinstance(operands[1], Literal) else None
    if not isinstance(expression, DateExpression):
        raise TypeError("a day is moved by a date expression")

    def move(days: pl.Series) -> pl.Series:
        different = days.unique().drop_nulls()
        if different.is_empty():
            return days.cast(pl.Int64)
        shifted = [shift_day(expression, day) for day in different.to_list()]
        return days.replace_strict(different, pl.Series(shifted, dtype=pl.Int64), default=None, return_dtype=pl.Int64)

    return to_polars(operands[0]).map_batches(move, return_dtype=pl.Int64, is_elementwise=True)


def _date(day: pl.Expr) -> pl.Expr:
    return (day - EPOCH).cast(pl.Int32).cast(pl.Date)


def _look_up(operands: tuple[Node, ...]) -> pl.Expr:
    lookup = operands[0].value if isinstance(operands[0], Literal) else None
    if not isinstance(lookup, ColumnLookup):
        raise TypeError("what is looked up is found by a lookup")
    names = [str(place) for place, _ in enumerate(operands[1:])]

    def find(keys: pl.Series) -> pl.Series:
        all_keys = keys.struct.unnest()
        different = all_keys.unique()
        matches = [lookup.find(row) for row in different.iter_rows()]
        matches_by_key = different.with_columns(pl.Series(_MATCH, matches, dtype=pl.Int64))
        return all_keys.join(matches_by_key, on=names, how="left", nulls_equal=True, maintain_order="left")[_MATCH]

    columns = (to_polars(node).alias(name) for name, node in zip(names, operands[1:], strict=True))
    return pl.struct(columns).map_batches(find, return_dtype=pl.Int64, is_elementwise=True)


_EXPRESSION_BUILDERS: dict[Operator, Callable[[tuple[Node, ...]], pl.Expr]] = {
    Operator.ADD: _binary_expression(lambda left, right: left + right),
    Operator.SUBTRACT: _binary_expression(lambda left, right: left - right),
    Operator.MULTIPLY: _binary_expression(lambda left, right: left * right),
    Operator.SUM: lambda operands: pl.sum_horizontal([_branch(operand) for operand in operands]),
    Operator.LESS: _binary_expression(lambda left, right: left < right),
    Operator.AT_MOST: _binary_expression(lambda left, right: left <= right),
    Operator.EQUAL: _binary_expression(lambda left, right: left == right),
    Operator.AND: lambda operands: reduce(and_, map(to_polars, operands)),
    Operator.OR: lambda operands: reduce(or_, map(to_polars, operands)),
    Operator.NOT: _unary_expression(lambda part: ~part),
    Operator.CHOOSE: _choose,
    Operator.FILL: _binary_expression(lambda part, constant: part.fill_null(constant)),
    Operator.IS_MISSING: _unary_expression(lambda part: part.is_null()),
    Operator.OVERLAPS: _binary_expression(lambda left, right: (left & right) != 0),
    Operator.QUOTIENT: _binary_expression(lambda left, right: left // right),
    Operator.REMAINDER: _binary_expression(lambda left, right: left % right),
    Operator.WIDEN: _unary_expression(lambda part: part.cast(pl.Int128)),
    Operator.SHIFT: _shift,
    Operator.YEAR: _unary_expression(lambda day: _date(day).dt.year().cast(pl.Int64)),
    Operator.MONTH: _unary_expression(lambda day: _date(day).dt.month().cast(pl.Int64)),
    Operator.QUARTER: _unary_expression(
        lambda day: _date(day).dt.year().cast(pl.Int64) * 4 + _date(day).dt.quarter() - 1
    ),
    Operator.LOOK_UP: _look_up,
}


_DIGITS_STEP = 3
_MAXIMUM_CACHED_FORMS = 16


@dataclass(frozen=True, slots=True)
class _ColumnForm:
    open: frozenset[str]
    absent: frozenset[str]
    sizes: tuple[tuple[str, int], ...]

    @staticmethod
    def of(
        definitions: Iterable[FactDefinition],
        frame: pl.DataFrame,
        column: Callable[[str, str], ColumnReference],
        places: Mapping[str, int],
    ) -> _ColumnForm:
        counts = frame.null_count().row(0, named=True)
        columns = {
            fact.id: column(fact.id, "first" if fact.type is FactType.PERIOD else "").name for fact in definitions
        }
        absent = {
            fact.id for fact in definitions if fact.may_not_apply and frame[column(fact.id, MAY_BE_ABSENT).name].any()
        }
        sizes = {
            fact.id: _digits(fact, places[fact.id], frame[columns[fact.id]])
            for fact in definitions
            if fact.type is FactType.NUMBER
        }
        open_ = frozenset(name for name, column_name in columns.items() if counts[column_name])
        return _ColumnForm(open_, frozenset(absent), tuple(sizes.items()))

    def input_columns(
        self,
        places: Mapping[str, int],
        settings: Mapping[str, str],
        day: date,
        lookups: ColumnLookups,
        lists: Mapping[str, InputColumns] | None = None,
    ) -> InputColumns:
        return InputColumns(places, dict(self.sizes), self.open, self.absent, settings, day, lookups, lists or {})


def _digits(fact: FactDefinition, places: int, numbers: pl.Series) -> int:
    """Return the number of digits, rounded up so that most parts share a cached form."""
    bounds = (numbers.min(), numbers.max())
    most = max(len(str(abs(end))) if isinstance(end, int) else 1 for end in bounds)
    digits = -(-most // _DIGITS_STEP) * _DIGITS_STEP
    if fact.at_least is None or fact.at_most is None:
        return digits
    return min(digits, len(str(ceil(max(abs(fact.at_least), abs(fact.at_most)) * 10**places))))


class ColumnEvaluator:
    """Computes the cells of a scorecard for one date and choice of settings."""

    def __init__(
        self, core: ExactFallback, as_of: date, settings: Mapping[str, str], cells: tuple[OutputColumn, ...]
    ) -> None:
        self._engine = core.engine
        self._lookups = ColumnLookups(core.engine.libraries.of(core.tables))
        self._card = core.engine.plan.scorecard
        self._as_of = as_of
        chosen = {setting.id: settings.get(setting.id, setting.default) for setting in self._card.settings}
        self._settings = {name: choice for name, choice in chosen.items() if choice is not None}
        self._has_open_setting = len(self._settings) < len(chosen)
        self._cells = cells
        self._cached_expressions: OrderedDict[tuple[_ColumnForm, ...], CardExpressions | None] = OrderedDict()
        self.why = ""
        """The reason why the scorecard cannot be evaluated in columns; empty if it can."""

    def cells(self, facts: FactColumns) -> tuple[pl.DataFrame, pl.Series] | None:
        expressions = self._card_expressions(facts)
        if expressions is None:
            return None
        frame = expressions.cells(facts)
        return frame.select(self._column(frame, cell) for cell in self._cells), frame[NEEDS_CORE]

    @staticmethod
    def _column(frame: pl.DataFrame, cell: OutputColumn) -> pl.Series:
        if cell.name in frame.columns:
            return frame[cell.name]
        # Rows decided by columns have exactly one possible grade.
        return frame["grade"].cast(pl.String).alias(cell.name)

    def _card_expressions(self, facts: FactColumns) -> CardExpressions | None:
        form_of_facts = _ColumnForm.of(self._card.facts, facts.frame, input_column, facts.places)
        list_forms: dict[str, _ColumnForm] = {}
        for name, list_columns in facts.lists.items():
            fields = self._engine.plan.records[name].record.fields
            list_forms[name] = _ColumnForm.of(
                fields, list_columns.frame, partial(field_column, name), list_columns.places
            )
        key = (form_of_facts, *list_forms.values())
        if key not in self._cached_expressions:
            conditions = self._settings, self._as_of, self._lookups
            lists = {
                name: form.input_columns(facts.lists[name].places, *conditions) for name, form in list_forms.items()
            }
            fact_form = form_of_facts.input_columns(facts.places, *conditions, lists)
            try:
                if self._has_open_setting:
                    raise NotVectorizableError("a setting is open")
                self._cached_expressions[key] = CardExpressions(lower_card(self._engine, fact_form), self._cells)
            except NotVectorizableError as error:
                self.why = str(error)
                self._cached_expressions[key] = None
        self._cached_expressions.move_to_end(key)
        while len(self._cached_expressions) > _MAXIMUM_CACHED_FORMS:
            self._cached_expressions.popitem(last=False)
        return self._cached_expressions[key]
