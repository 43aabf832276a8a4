"""Plain FEEL expressions: arithmetic of numbers, and, or, not, and comparisons; read into a small syntax tree.

As in FEEL, a sign binds more than a power, and powers are read from left to right.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from service.input.dmn.unary_tests import Literal, NotPlainError, read_literal

if TYPE_CHECKING:
    from collections.abc import Collection

_TOKEN = re.compile(
    r'\s*(?:(?P<literal>"(?:[^"\\\n]|\\.)*"|date\(\s*"[^"]*"\s*\)|@"[^"]*"|[0-9]+(?:\.[0-9]+)?|\.[0-9]+)'
    r"|(?P<operator>\*\*|<=|>=|!=|[-+*/()<>=]))"
)
_WORD = re.compile(r"(?:and|or|not|true|false|null)(?![\w])")
_IN_NAME = re.compile(r"\w")
_MAX_LENGTH, _MAX_DEPTH, _MAX_TOKENS = 4_000, 40, 300
COMPARISONS = ("=", "!=", "<", "<=", ">", ">=")


@dataclass(frozen=True, slots=True)
class Constant:
    """A literal."""

    value: Literal


@dataclass(frozen=True, slots=True)
class Name:
    """A name of an input or decision."""

    name: str


@dataclass(frozen=True, slots=True)
class Operation:
    """An operator and its operands; the operator `neg` is the sign."""

    operator: str
    operands: tuple[Expression, ...]


Expression = Constant | Name | Operation


def read_expression(text: str, names: Collection[str]) -> Expression:
    """Read an expression.

    Raises:
        NotPlainError: With the part that cannot be read.
    """
    if len(text) > _MAX_LENGTH:
        raise NotPlainError(text[:80])
    parser = _Parser(text, sorted(names, key=len, reverse=True))
    expression = parser.either(0)
    if parser.token:
        raise NotPlainError(parser.rest)
    return expression


def names_in(expression: Expression) -> frozenset[str]:
    """Return the names that an expression reads."""
    match expression:
        case Name(name=name):
            return frozenset({name})
        case Operation(operands=operands):
            return frozenset[str]().union(*map(names_in, operands))
    return frozenset()


class _Parser:
    def __init__(self, text: str, names: list[str]) -> None:
        self.text, self.names = text, names
        self.position = self.count = 0
        self.kind = self.token = ""
        self.rest = text
        self.advance()

    def advance(self) -> str:
        taken = self.token
        rest = self.text[self.position :].lstrip()
        start = len(self.text) - len(rest)
        self.rest = rest[:80]
        self.count += 1
        if self.count > _MAX_TOKENS:
            raise NotPlainError(self.rest)
        if not rest:
            self.kind = self.token = ""
        elif (name := self._name(start)) is not None:
            self.kind, self.token, self.position = "name", name, start + len(name)
        elif match := _WORD.match(self.text, start):
            self.kind = "literal" if match[0] in ("true", "false", "null") else "operator"
            self.token, self.position = match[0], match.end()
        elif match := _TOKEN.match(self.text, start):
            self.kind = "literal" if match["literal"] is not None else "operator"
            self.token, self.position = match[self.kind], match.end()
        else:
            raise NotPlainError(self.rest)
        return taken

    def _name(self, start: int) -> str | None:
        for name in self.names:
            end = start + len(name)
            if self.text.startswith(name, start) and not (end < len(self.text) and _IN_NAME.match(self.text[end])):
                return name
        return None

    def _deeper(self, depth: int) -> int:
        if depth >= _MAX_DEPTH:
            raise NotPlainError(self.rest)
        return depth + 1

    def either(self, depth: int) -> Expression:
        parts = [self.both(self._deeper(depth))]
        while self.is_operator("or"):
            self.advance()
            parts.append(self.both(self._deeper(depth)))
        return parts[0] if len(parts) == 1 else Operation("or", tuple(parts))

    def both(self, depth: int) -> Expression:
        parts = [self.comparison(depth)]
        while self.is_operator("and"):
            self.advance()
            parts.append(self.comparison(depth))
        return parts[0] if len(parts) == 1 else Operation("and", tuple(parts))

    def comparison(self, depth: int) -> Expression:
        left = self.sum(depth)
        if self.is_operator(*COMPARISONS):
            return Operation(self.advance(), (left, self.sum(depth)))
        return left

    def sum(self, depth: int) -> Expression:
        left = self.product(depth)
        while self.is_operator("+", "-"):
            left = Operation(self.advance(), (left, self.product(depth)))
        return left

    def product(self, depth: int) -> Expression:
        left = self.power(depth)
        while self.is_operator("*", "/"):
            left = Operation(self.advance(), (left, self.power(depth)))
        return left

    def power(self, depth: int) -> Expression:
        left = self.signed(depth)
        while self.is_operator("**"):
            left = Operation(self.advance(), (left, self.signed(depth)))
        return left

    def signed(self, depth: int) -> Expression:
        if not self.is_operator("-"):
            return self.operand(depth)
        self.advance()
        inner = self.signed(self._deeper(depth))
        if isinstance(inner, Constant) and type(inner.value) is Fraction:
            return Constant(-inner.value)
        return Operation("neg", (inner,))

    def operand(self, depth: int) -> Expression:
        if self.kind == "name":
            return Name(self.advance())
        if self.kind == "literal":
            return Constant(read_literal(self.advance()))
        negated = self.is_operator("not")
        if negated:
            self.advance()
        if not self.is_operator("("):
            raise NotPlainError(self.rest)
        self.advance()
        inner = self.either(self._deeper(depth))
        if not self.is_operator(")"):
            raise NotPlainError(self.rest)
        self.advance()
        return Operation("not", (inner,)) if negated else inner

    def is_operator(self, *operators: str) -> bool:
        return self.kind == "operator" and self.token in operators


def constant_value(expression: Expression) -> Fraction | None:
    """Return the number of an expression without names; None if it is null, such as a division by zero.

    Raises:
        NotPlainError: If it has names, words, or a power without an exact result.
    """
    match expression:
        case Constant(value=None):
            return None
        case Constant(value=value) if type(value) is Fraction:
            return value
        case Operation(operator="neg", operands=(operand,)):
            value = constant_value(operand)
            return None if value is None else -value
        case Operation(operator=operator, operands=(left, right)) if operator in ("+", "-", "*", "/", "**"):
            first, second = constant_value(left), constant_value(right)
            return None if first is None or second is None else _computed(operator, first, second)
    raise NotPlainError(str(expression)[:80])


MAX_EXPONENT, _MAX_BITS = 1_000, 20_000


def _computed(operator: str, first: Fraction, second: Fraction) -> Fraction | None:
    match operator:
        case "+":
            return first + second
        case "-":
            return first - second
        case "*":
            return first * second
        case "/":
            return None if second == 0 else first / second
    digits = max(first.numerator.bit_length(), first.denominator.bit_length())
    if second.denominator != 1 or abs(second) > MAX_EXPONENT or abs(second) * digits > _MAX_BITS:
        raise NotPlainError(f"** {second}")
    return None if first == 0 and second < 0 else first ** int(second)
