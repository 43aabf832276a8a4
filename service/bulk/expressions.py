"""How does Polars compute the columns to which a card was lowered?"""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING

import polars as pl

from rules.columns.exact import NARROW
from rules.columns.forms import Call, Column, Literal, Operator
from rules.columns.lowering import ODD
from rules.contracts.numbers import format_exact
from rules.engine.days import shift_day
from rules.model.expressions import DateExpression

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rules.columns.cells import Cell
    from rules.columns.exact import Exact
    from rules.columns.forms import Node
    from rules.columns.lowering import Lowered

MOST_PLACES = 38


def computed(facts: pl.DataFrame, lowered: Lowered, cells: Iterable[Cell]) -> pl.DataFrame:
    """Compute all cells, and `odd`, of subjects whose facts stand in columns."""
    frame = facts
    for layer in lowered.layers:
        frame = frame.with_columns(**{name: expression(node) for name, node in layer.items()})
    found: list[pl.Series] = []
    for cell in cells:
        if cell.name in lowered.codes:
            found.append(_words(frame, cell, lowered.codes[cell.name]))
        elif cell.name in lowered.numbers:
            number, there = lowered.numbers[cell.name]
            found.append(_number(frame, cell, number, there))
    odd = frame.select(expression(lowered.odd).alias(ODD)).to_series()
    return pl.DataFrame([*found, _lengthened(odd, frame.height)])


def _lengthened(series: pl.Series, height: int) -> pl.Series:
    """Repeat a constant, of which Polars makes a column of one row."""
    return series if series.len() == height else series.extend_constant(series[0], height - series.len())


def _words(frame: pl.DataFrame, cell: Cell, code: Node) -> pl.Series:
    codes = _lengthened(frame.select(expression(code).alias(cell.name)).to_series(), frame.height)
    known = codes.to_frame().select(pl.when(pl.col(cell.name) >= 0).then(pl.col(cell.name))).to_series()
    kind = pl.UInt8 if len(cell.words) <= 255 else pl.UInt16
    return known.cast(kind).cat.to(pl.Enum(cell.words)).alias(cell.name)


def _number(frame: pl.DataFrame, cell: Cell, number: Exact, there: Node) -> pl.Series:
    """Give an exact number as decimals, or in normal form if it need not end."""
    above = expression(number.above.node).cast(pl.Int128)
    if cell.places is not None and number.below is None:
        factor = Fraction(10**cell.places, number.divisor)
        scaled = above * _literal(factor.numerator)
        if factor.denominator != 1:
            scaled = scaled // _literal(factor.denominator)
        written = scaled.reinterpret(dtype=pl.Decimal(MOST_PLACES, cell.places))
        shown = pl.when(expression(there)).then(written).alias(cell.name)
        return _lengthened(frame.select(shown).to_series(), frame.height)
    below = _literal(1) if number.below is None else expression(number.below.node)
    pairs = frame.select(
        above=pl.when(expression(there)).then(above), below=pl.when(expression(there)).then(below.cast(pl.Int128))
    )
    if pairs.height < frame.height:
        pairs = pl.concat([pairs] * frame.height)
    different = pairs.unique()
    texts = [
        None if top is None else format_exact(Fraction(top, bottom * number.divisor))
        for top, bottom in different.rows()
    ]
    named = different.with_columns(pl.Series(cell.name, texts, dtype=pl.String))
    return pairs.join(named, on=["above", "below"], how="left", nulls_equal=True, maintain_order="left")[cell.name]


def expression(node: Node) -> pl.Expr:
    """Give the expression of Polars."""
    match node:
        case Column(name=name):
            return pl.col(name)
        case Literal(value=value):
            return _literal(value) if isinstance(value, int) else pl.lit(None)
        case Call(operator=operator, operands=operands):
            return _MADE[operator](operands)


def _literal(value: int) -> pl.Expr:
    if isinstance(value, bool):
        return pl.lit(value)
    return pl.lit(value, pl.Int128) if abs(value) >= NARROW else pl.lit(value)


def _branch(node: Node) -> pl.Expr:
    """Give one of two branches, of which a literal would be of 32 bits."""
    if isinstance(node, Literal) and isinstance(node.value, int) and not isinstance(node.value, bool):
        return pl.lit(node.value, pl.Int128 if abs(node.value) >= NARROW else pl.Int64)
    return expression(node)


def _two(make: Callable[[pl.Expr, pl.Expr], pl.Expr]) -> Callable[[tuple[Node, ...]], pl.Expr]:
    return lambda operands: make(expression(operands[0]), expression(operands[1]))


def _one(make: Callable[[pl.Expr], pl.Expr]) -> Callable[[tuple[Node, ...]], pl.Expr]:
    return lambda operands: make(expression(operands[0]))


def _choose(operands: tuple[Node, ...]) -> pl.Expr:
    """Write a chain of choices as one, which Polars computes in one go."""
    condition, then, otherwise = operands
    first = pl.when(expression(condition)).then(_branch(then))
    if not (isinstance(otherwise, Call) and otherwise.operator is Operator.CHOOSE):
        return first.otherwise(_branch(otherwise))
    condition, then, otherwise = otherwise.operands
    chain = first.when(expression(condition)).then(_branch(then))
    while isinstance(otherwise, Call) and otherwise.operator is Operator.CHOOSE:
        condition, then, otherwise = otherwise.operands
        chain = chain.when(expression(condition)).then(_branch(then))
    return chain.otherwise(_branch(otherwise))


def _shift(operands: tuple[Node, ...]) -> pl.Expr:
    """Move days by the calendar, each different day once."""
    moved = operands[1].value if isinstance(operands[1], Literal) else None
    if not isinstance(moved, DateExpression):
        raise TypeError("a day is moved by a date expression")

    def move(days: pl.Series) -> pl.Series:
        different = days.unique().drop_nulls()
        if different.is_empty():
            return days.cast(pl.Int64)
        to = [shift_day(moved, day) for day in different.to_list()]
        return days.replace_strict(different, pl.Series(to, dtype=pl.Int64), default=None, return_dtype=pl.Int64)

    return expression(operands[0]).map_batches(move, return_dtype=pl.Int64, is_elementwise=True)


_MADE: dict[Operator, Callable[[tuple[Node, ...]], pl.Expr]] = {
    Operator.ADD: _two(lambda left, right: left + right),
    Operator.SUBTRACT: _two(lambda left, right: left - right),
    Operator.MULTIPLY: _two(lambda left, right: left * right),
    Operator.SUM: lambda operands: pl.sum_horizontal([_branch(operand) for operand in operands]),
    Operator.LESS: _two(lambda left, right: left < right),
    Operator.AT_MOST: _two(lambda left, right: left <= right),
    Operator.EQUAL: _two(lambda left, right: left == right),
    Operator.AND: lambda operands: reduce(and_, map(expression, operands)),
    Operator.OR: lambda operands: reduce(or_, map(expression, operands)),
    Operator.NOT: _one(lambda part: ~part),
    Operator.CHOOSE: _choose,
    Operator.FILL: _two(lambda part, constant: part.fill_null(constant)),
    Operator.IS_MISSING: _one(lambda part: part.is_null()),
    Operator.OVERLAPS: _two(lambda left, right: (left & right) != 0),
    Operator.REMAINDER: _two(lambda left, right: left % right),
    Operator.WIDEN: _one(lambda part: part.cast(pl.Int128)),
    Operator.SHIFT: _shift,
}
