"""Conversion of plain FEEL expressions to formulas and conditions of the feature language."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from service.input.dmn.dmn_model import ValueKind
from service.input.dmn.feature_lines import number_text
from service.input.dmn.feel import (
    COMPARISONS,
    MAX_EXPONENT,
    Constant,
    Name,
    Operation,
    constant_value,
    names_in,
    read_expression,
)
from service.input.dmn.unary_tests import FLAGS, Literal, NotPlainError, literal_kind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from service.input.dmn.feature_lines import Source
    from service.input.dmn.feel import Expression

_ZERO = "undetermined, because a divisor is zero"
_MAX_ROWS = 64
_NEGATED = {"=": "!=", "!=": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_SWAPPED = {"=": "=", "!=": "!=", "<": ">", ">": "<", "<=": ">=", ">=": "<="}
_WORDS = {"=": "is", "!=": "is not", "<": "is less than", "<=": "is at most", ">": "is more than", ">=": "is at least"}
_SIGNS = {"+": 1, "-": 1, "*": 2, "/": 2, "neg": 2, "**": 3}
_ATOM = 4


class NullValue(Exception):  # noqa: N818 -- a value of FEEL, not an error
    """The result null of an expression."""


@dataclass(frozen=True, slots=True)
class ExpressionConverter:
    """Writes expressions over `sources`; `helper` defines a quantity for a divisor and returns its id."""

    sources: Mapping[str, Source]
    helper: Callable[[Sequence[tuple[str, str]]], str]

    def kind(self, expression: Expression) -> ValueKind | None:
        """Return the kind of the result; None for null."""
        match expression:
            case Constant(value=value):
                return ValueKind.NUMBER if value is None else literal_kind(value)
            case Name(name=name):
                return self.sources[name].kind
            case Operation(operator=operator):
                is_logical = operator in ("and", "or", "not", *COMPARISONS)
                return ValueKind.FLAG if is_logical else ValueKind.NUMBER

    @staticmethod
    def constant(expression: Expression) -> Literal:
        """Return the value of a literal.

        Raises:
            NotPlainError: If the expression is no literal.
        """
        if not isinstance(expression, Constant):
            raise NotPlainError(_text(expression))
        return expression.value

    def cell(self, text: str, null: str, unit: str = "") -> str:
        """Return the formula of an output cell without guards.

        Raises:
            NotPlainError: If it is not a number, or needs a guard against a division by zero.
        """
        rows = self.number_rows(read_expression(text, self.sources), null, unit)
        if len(rows) > 1:
            raise NotPlainError(text)
        return rows[0][0]

    def number_rows(self, expression: Expression, null: str, unit: str = "") -> list[tuple[str, str]]:
        """Return the rows of a quantity: guards against division by zero, then the formula."""
        if _has_null(expression):
            self._write(_without_null(expression), [])
            return [(null, "otherwise")]
        if isinstance(expression, Constant) and type(expression.value) is Fraction:
            return [(number_text(expression.value, unit), "otherwise")]
        guards: list[str] = []
        try:
            text, _ = self._write(expression, guards)
        except NullValue:
            return [(null, "otherwise")]
        return [*((_ZERO, f"{guard} is 0") for guard in dict.fromkeys(guards)), (text, "otherwise")]

    def _write(self, expression: Expression, guards: list[str]) -> tuple[str, int]:
        match expression:
            case Constant(value=value) if type(value) is Fraction:
                return number_text(value), _ATOM if value >= 0 else 0
            case Name(name=name) if self.sources[name].kind is ValueKind.NUMBER and self.sources[name].codes is None:
                if self.sources[name].unit:
                    raise NotPlainError(name)
                return self.sources[name].shown, _ATOM
            case Operation(operator="neg", operands=(operand,)):
                return f"0 - {self._bracketed(operand, 2, guards)}", 1
            case Operation(operator="**", operands=(base, exponent)):
                return self._power(base, exponent, guards)
            case Operation(operator=operator, operands=(left, right)) if operator in _SIGNS:
                level = _SIGNS[operator]
                first = self._bracketed(left, level, guards)
                second = self._divisor(right, guards) if operator == "/" else ""
                return f"{first} {operator} {second or self._bracketed(right, level + 1, guards)}", level
        raise NotPlainError(_text(expression))

    def _bracketed(self, expression: Expression, level: int, guards: list[str]) -> str:
        text, own = self._write(expression, guards)
        return text if own >= level else f"({text})"

    def _power(self, base: Expression, exponent: Expression, guards: list[str]) -> tuple[str, int]:
        if names_in(exponent):
            raise NotPlainError(f"** {_text(exponent)}")
        power = constant_value(exponent)
        if power is None:
            raise NullValue
        if power.denominator != 1 or abs(power) > MAX_EXPONENT:
            raise NotPlainError(f"** {_text(exponent)}")
        if not names_in(base):
            constant_value(Operation("**", (base, exponent)))
        written = number_text(power) if power >= 0 else f"(0 - {number_text(-power)})"
        inverted = self._divisor(base, guards) if power < 0 else ""
        return f"{inverted or self._bracketed(base, _ATOM, guards)} ^ {written}", _SIGNS["**"]

    def _divisor(self, divisor: Expression, guards: list[str]) -> str:
        """Add a guard against zero, and return the name of a divisor that is not constant."""
        if not names_in(divisor):
            value = constant_value(divisor)
            if value is None or value == 0:
                raise NullValue
            return ""
        if isinstance(divisor, Name):
            name = self._write(divisor, guards)[0]
        else:
            name = self.helper(self.number_rows(divisor, _ZERO))
        guards.append(name)
        return name

    def condition_rows(self, expression: Expression) -> list[str]:
        """Return the cases of a condition: it is true if one case is true.

        Raises:
            NotPlainError: If a part is not plain, or there are too many cases.
        """
        cases = self._cases(expression, negated=False)
        return ["; ".join(dict.fromkeys(case)) for case in cases]

    def _cases(self, expression: Expression, *, negated: bool) -> list[tuple[str, ...]]:
        match expression:
            case Operation(operator="not", operands=(operand,)):
                return self._cases(operand, negated=not negated)
            case Operation(operator="and" | "or" as operator, operands=operands):
                parts = [self._cases(operand, negated=negated) for operand in operands]
                if (operator == "or") is not negated:
                    return _bounded([case for part in parts for case in part])
                return _bounded([tuple(clause for case in cases for clause in case) for cases in product(*parts)])
            case Name(name=name) if self.sources[name].kind is ValueKind.FLAG and self.sources[name].codes is None:
                return [(f"{self.sources[name].shown} is {FLAGS[not negated]}",)]
            case Operation(operator=operator, operands=(left, right)) if operator in COMPARISONS:
                return [self._compared(_NEGATED[operator] if negated else operator, left, right)]
        raise NotPlainError(_text(expression))

    def _compared(self, operator: str, left: Expression, right: Expression) -> tuple[str, ...]:
        if not isinstance(left, Name):
            left, right, operator = right, left, _SWAPPED[operator]
        if not isinstance(left, Name) or self.sources[left.name].codes is not None:
            raise NotPlainError(_text(left))
        source = self.sources[left.name]
        if isinstance(right, Name):
            other = self.sources[right.name]
            if not other.kind is source.kind is ValueKind.NUMBER or other.unit != source.unit:
                raise NotPlainError(_text(right))
            return (f"{source.shown} {_WORDS[operator]} {other.shown}",)
        value = constant_value(right) if source.kind is ValueKind.NUMBER else self.constant(right)
        if value is None or literal_kind(value) is not source.kind or source.kind is ValueKind.DATE:
            raise NotPlainError(_text(right))
        if isinstance(value, Fraction):
            return (f"{source.shown} {_WORDS[operator]} {number_text(value, source.unit)}",)
        if operator not in ("=", "!="):
            raise NotPlainError(operator)
        if isinstance(value, bool):
            return (f"{source.shown} is {FLAGS[value is (operator == '=')]}",)
        word = (source.choices or {}).get(str(value), str(value))
        if source.domain.words is not None and str(value) not in source.domain.words:
            raise NotPlainError(_text(right))
        return (f"{source.shown} {_WORDS[operator]} {word}",)


def _bounded(cases: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    if len(cases) > _MAX_ROWS:
        raise NotPlainError("or")
    return cases


def _has_null(expression: Expression) -> bool:
    match expression:
        case Constant(value=value):
            return value is None
        case Operation(operands=operands):
            return any(map(_has_null, operands))
    return False


def _without_null(expression: Expression) -> Expression:
    match expression:
        case Constant(value=None):
            return Constant(Fraction(1))
        case Operation(operator=operator, operands=operands):
            return Operation(operator, tuple(map(_without_null, operands)))
    return expression


def _text(expression: Expression) -> str:
    match expression:
        case Constant(value=value):
            return "null" if value is None else str(value)
        case Name(name=name):
            return name
        case Operation(operator=operator, operands=operands):
            return f" {operator} ".join(map(_text, operands))
