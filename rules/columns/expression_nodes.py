"""Column expression tree: nodes, operators, simplifying constructors and limits, without a dataframe library."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from rules.contracts.errors import TouchstoneError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rules.columns.tables import ColumnLookup
    from rules.model.expressions import DateExpression


INT64_LIMIT = 2**62
INT128_LIMIT = 2**126


class NotVectorizableError(TouchstoneError):
    """Error for an expression that columns cannot compute.

    The caller uses the exact core instead.
    """


class Operator(StrEnum):
    """Operators of column expressions.

    `QUOTIENT` is the floor and `REMAINDER` the rest, both for positive divisors. `QUARTER` counts quarters from the
    year 0.
    """

    ADD = "add"
    SUBTRACT = "subtract"
    MULTIPLY = "multiply"
    SUM = "sum"
    LESS = "less"
    AT_MOST = "at_most"
    EQUAL = "equal"
    AND = "and"
    OR = "or"
    NOT = "not"
    CHOOSE = "choose"
    FILL = "fill"
    IS_MISSING = "is_missing"
    OVERLAPS = "overlaps"
    QUOTIENT = "quotient"
    REMAINDER = "remainder"
    WIDEN = "widen"
    SHIFT = "shift"
    YEAR = "year"
    MONTH = "month"
    QUARTER = "quarter"
    LOOK_UP = "look_up"


@dataclass(frozen=True, slots=True, eq=False)
class ColumnReference:
    """A reference to a column by name."""

    name: str


@dataclass(frozen=True, slots=True, eq=False)
class Literal:
    """An integer or truth value; a date expression for `SHIFT`; the lookup for `LOOK_UP`."""

    value: int | bool | DateExpression | ColumnLookup


@dataclass(frozen=True, slots=True, eq=False)
class Call:
    """An operator with its operands."""

    operator: Operator
    operands: tuple[Node, ...]


Node = ColumnReference | Literal | Call
TRUE, FALSE = Literal(True), Literal(False)


def truth(value: bool) -> Literal:
    """Return a constant condition."""
    return TRUE if value else FALSE


def all_true(*parts: Node) -> Node:
    """Combine conditions that must all be true."""
    return _simplify_connective(Operator.AND, parts, neutral=TRUE, deciding=FALSE)


def any_true(*parts: Node) -> Node:
    """Combine conditions where one must be true."""
    return _simplify_connective(Operator.OR, parts, neutral=FALSE, deciding=TRUE)


def _simplify_connective(operator: Operator, parts: Iterable[Node], *, neutral: Literal, deciding: Literal) -> Node:
    distinct = tuple(dict.fromkeys(part for part in parts if part is not neutral))
    if deciding in distinct:
        return deciding
    if len(distinct) < 2:
        return distinct[0] if distinct else neutral
    return Call(operator, distinct)


def negate(part: Node) -> Node:
    """Negate a condition."""
    if part is TRUE or part is FALSE:
        return truth(part is FALSE)
    if isinstance(part, Call) and part.operator is Operator.NOT:
        return part.operands[0]
    return Call(Operator.NOT, (part,))


def choose(condition: Node, then: Node, otherwise: Node) -> Node:
    """Return `then` where the condition is true, else `otherwise`; both have one integer width or are conditions."""
    if condition is TRUE or then is otherwise:
        return then
    if condition is FALSE:
        return otherwise
    if then is TRUE and otherwise is FALSE:
        return condition
    return Call(Operator.CHOOSE, (condition, then, otherwise))


def is_missing(number: Node) -> Node:
    """Return the condition that a number is missing."""
    return Call(Operator.IS_MISSING, (number,))


def fill(part: Node, constant: int | bool) -> Node:
    """Replace a missing number, or a missing condition about it, by a constant."""
    return Call(Operator.FILL, (part, truth(constant) if isinstance(constant, bool) else Literal(constant)))


def equals_any(code: Node, values: Iterable[int]) -> Node:
    """Return the condition that a code equals one of the values."""
    return any_true(*(Call(Operator.EQUAL, (code, Literal(value))) for value in sorted(values)))
