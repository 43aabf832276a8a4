"""How does Polars compute the columns to which a card was lowered?"""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, Any

import polars as pl

from rules.columns.exact import NARROW
from rules.columns.forms import FALSE, TRUE, Call, Column, Literal, Operator
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

_BESIDE = "beside"
_WHOLE = {9: pl.Int32, 18: pl.Int64}


def computed(facts: pl.DataFrame, lowered: Lowered, cells: Iterable[Cell]) -> pl.DataFrame:
    """Compute all cells, and `odd`, of subjects whose facts stand in columns."""
    frame = facts
    for layer in lowered.layers:
        frame = frame.with_columns(**{name: expression(node) for name, node in layer.items()})
    made: dict[str, pl.Expr] = {ODD: expression(lowered.odd)}
    ratios: list[tuple[Cell, Exact, Node]] = []
    same: dict[str, str] = {}
    seen: dict[tuple[int, int], str] = {}
    for cell in cells:
        if cell.name in lowered.codes:
            made[cell.name] = _words(cell, lowered.codes[cell.name])
        elif cell.name in lowered.numbers:
            number, there = lowered.numbers[cell.name]
            first = seen.setdefault((id(number.above.node), id(there)), cell.name)
            if first != cell.name:
                same[cell.name] = first
            elif cell.places is not None and number.below is None:
                made[cell.name] = _decimals(cell, number, there)
            else:
                ratios.append((cell, number, there))
    # A constant must be repeated for every subject, which a column beside it brings about.
    found = frame.select(pl.first().is_null().alias(_BESIDE), **made).drop(_BESIDE)
    found = found.with_columns(_texts(frame, *ratio) for ratio in ratios)
    return found.with_columns(pl.col(first).alias(name) for name, first in same.items())


def kind_of(cell: Cell) -> Any:
    """Give the type of the column of a cell."""
    if cell.words:
        return pl.Enum(cell.words)
    if cell.places is None:
        return pl.String
    return pl.Decimal(cell.digits, cell.places) if cell.places else _WHOLE.get(cell.digits, pl.Int128)


def _words(cell: Cell, code: Node) -> pl.Expr:
    kind = pl.UInt8 if len(cell.words) <= 255 else pl.UInt16
    found = _branch(code)
    return pl.when(found >= 0).then(found).cast(kind).cat.to(pl.Enum(cell.words))


def _decimals(cell: Cell, number: Exact, there: Node) -> pl.Expr:
    """Give an exact number as decimals."""
    if cell.places is None:
        raise TypeError(f"{cell.name} need not end as a decimal")
    if there is FALSE:
        return pl.lit(None, kind_of(cell))
    factor = Fraction(10**cell.places, number.divisor)
    above = _branch(number.above.node)
    scaled = above.cast(pl.Int128) * _literal(factor.numerator) if factor.numerator != 1 else above
    if factor.denominator != 1:
        scaled = scaled // _literal(factor.denominator)
    if cell.places:
        written = scaled.cast(pl.Int128).reinterpret(dtype=pl.Decimal(cell.digits, cell.places))
    else:
        written = scaled.cast(kind_of(cell))
    return written if there is TRUE else pl.when(expression(there)).then(written)


def _texts(frame: pl.DataFrame, cell: Cell, number: Exact, there: Node) -> pl.Series:
    """Give an exact number in normal form, each different one written once."""
    parts = {"above": number.above.node, "below": Literal(1) if number.below is None else number.below.node}
    shown = {name: pl.when(expression(there)).then(_branch(node).cast(pl.Int128)) for name, node in parts.items()}
    pairs = frame.select(pl.first().is_null().alias(_BESIDE), **shown).drop(_BESIDE)
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
