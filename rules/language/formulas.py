"""What does a formula compute, and in which kind of unit?"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.units import unit
from rules.language.dates import type_word
from rules.language.dimensions import combine, show_dimension
from rules.language.formula_parts import EXPECTED, FUNCTIONS, MAXIMUM_DEPTH, PRODUCTS, SUMS, Part, UnreadableError
from rules.language.left_open import left_open
from rules.language.percentages import refuse_slip
from rules.language.tokens import Token, Tokens
from rules.model.expressions import (
    EulerPower,
    FormulaOperator,
    NameReference,
    NumberLiteral,
    Operation,
    Power,
    Rounded,
    Span,
)
from rules.model.scorecard import FactType
from rules.model.time_spans import UNITS, YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.contracts.units import Dimension
    from rules.language.cells import Cells
    from rules.language.names import Scope
    from rules.language.text import Text
    from rules.model.expressions import Formula


@dataclass(frozen=True, slots=True)
class Formulas:
    """Reads formulas with the names of one scope."""

    cells: Cells
    scope: Scope

    def read(self, cell: Text, name: str, wanted: str) -> Formula | None:
        """Read a formula whose result must fit the unit of the named quantity, or that the rules leave it open."""
        open_ = left_open(self.cells, cell)
        if open_ is not None:
            return open_
        plain = self.cells.marks.plain(cell)
        tokens = Tokens(self.cells, self.scope).read(plain)
        if tokens is None:
            return None
        try:
            part = _Parser(self.cells, plain, tokens).whole()
        except UnreadableError:
            return None
        if part.dimension is not None and part.dimension != unit(wanted).dimension:
            shown = self.cells.words.write_unit(wanted) or "1"
            found = show_dimension(part.dimension)
            self.cells.report.add("RL012", plain, "result", found=found, name=name, unit=shown)
            return None
        return None if refuse_slip(part.formula, wanted, tokens, self.cells) else part.formula


class _Parser:
    """Reads tokens by precedence: brackets and functions, then ^, then * and /, then + and -."""

    def __init__(self, cells: Cells, text: Text, tokens: list[Token]) -> None:
        self.cells = cells
        self.text = text
        self.tokens = tokens
        self.position = 0
        self.brackets = 0

    def whole(self) -> Part:
        part = self.sum()
        if self.position < len(self.tokens):
            self.refuse("one_power" if self.tokens[self.position].text.text == "^" else "operator")
        return part

    def peek(self) -> str:
        return self.tokens[self.position].kind if self.position < len(self.tokens) else ""

    def take(self) -> Token:
        self.position += 1
        return self.tokens[self.position - 1]

    def refuse(self, expected: str) -> None:
        words = self.cells.words
        shown = EXPECTED[expected][words.language].format(modes=words.separator.join(words.words["roundings"].by_word))
        if self.position < len(self.tokens):
            token = self.tokens[self.position]
            self.cells.report.add("RL010", token.text, "formula", found=token.text.text, expected=shown)
        else:
            end = self.text.at(len(self.text.text))
            self.cells.report.add("RL010", end, "formula_end", expected=shown)
        raise UnreadableError

    def refuse_depth(self, depth: int) -> None:
        """Refuse what is nested too deep, where that is seen."""
        if depth > MAXIMUM_DEPTH:
            place = self.tokens[min(self.position, len(self.tokens)) - 1].text
            self.cells.report.add("RL010", place, "formula_deep", most=str(MAXIMUM_DEPTH))
            raise UnreadableError

    @contextmanager
    def inside(self) -> Iterator[None]:
        """Read what stands inside one more bracket."""
        self.brackets += 1
        self.refuse_depth(self.brackets)
        yield
        self.brackets -= 1

    def expect(self, kind: str) -> Token:
        if self.peek() != kind:
            self.refuse(kind)
        return self.take()

    def sum(self) -> Part:
        left = self.product()
        while self.peek() in SUMS:
            sign = self.take()
            right = self.product()
            dimension = self.same(left, right, sign)
            left = self.operation(SUMS[sign.kind], [left, right], dimension)
        return left

    def product(self) -> Part:
        left = self.power()
        while self.peek() in PRODUCTS:
            sign = self.take()
            right = self.power()
            power = Fraction(1 if sign.kind == "*" else -1)
            dimension = combine(left.dimension or (), right.dimension or (), power)
            left = self.operation(PRODUCTS[sign.kind], [left, right], dimension)
        return left

    def power(self) -> Part:
        base = self.operand()
        if self.peek() != "^":
            return base
        sign = self.take()
        if self.tokens[base.start].kind == "-":
            self.cells.report.add("RL010", sign.text, "formula_minus", base=self.written(base))
            raise UnreadableError
        exponent = self.operand()
        found = exponent.dimension or ()
        if found not in ((), unit(YEAR).dimension):
            self.cells.report.add("RL012", sign.text, "exponent", found=self.shown(exponent))
            raise UnreadableError
        dimension = base.dimension
        if base.dimension:
            times = exponent.formula
            if not isinstance(times, NumberLiteral) or times.unit:
                self.cells.report.add("RL012", sign.text, "power", found=self.shown(base))
                raise UnreadableError
            dimension = combine((), base.dimension, times.value)
        depth = max(base.depth, exponent.depth) + 1
        self.refuse_depth(depth)
        formula = Power(base=base.formula, exponent=exponent.formula, counted_in=YEAR if found else "")
        return Part(formula, dimension, base.start, exponent.end, depth)

    def operation(self, operator: FormulaOperator, parts: list[Part], dimension: Dimension | None) -> Part:
        depth = max(part.depth for part in parts) + 1
        self.refuse_depth(depth)
        formula = Operation(operator=operator, operands=tuple(part.formula for part in parts))
        return Part(formula, dimension, parts[0].start, parts[-1].end, depth)

    def operand(self) -> Part:
        begin = self.position
        match self.peek():
            case "number":
                return self.number(begin, 1)
            case "-" if self.position + 1 < len(self.tokens) and self.tokens[self.position + 1].kind == "number":
                self.take()
                return self.number(begin, -1)
            case "name":
                return self.name(begin)
            case "(":
                self.take()
                with self.inside():
                    inner = self.sum()
                self.expect(")")
                return replace(inner, start=begin, end=self.position)
            case "min" | "max":
                return self.function(begin)
            case "exp":
                return self.euler_power(begin)
            case "round":
                return self.rounded(begin)
            case "time" if (time := self.tokens[self.position].time) is not None:
                self.take()
                symbol = UNITS[time.unit] if isinstance(time, Span) else ""
                return Part(time, unit(symbol).dimension, begin, self.position)
            case _:
                self.refuse("operand")
                raise UnreadableError

    def number(self, begin: int, sign: int) -> Part:
        token = self.take()
        value = (token.value or Fraction(0)) * sign
        anything = value == 0 and not token.unit
        dimension = None if anything else unit(token.unit).dimension
        return Part(NumberLiteral(value=value, unit=token.unit), dimension, begin, self.position)

    def name(self, begin: int) -> Part:
        token = self.take()
        named = token.named
        if named is None or named.type is not FactType.NUMBER:
            wanted = self.cells.words.words["types"].write("number")
            kind = type_word(self.cells, named.type) if named else ""
            self.cells.report.add("RL016", token.text, "expected", name=token.text.text, type=kind, wanted=wanted)
            raise UnreadableError
        return Part(NameReference(id=named.id), unit(named.unit).dimension, begin, self.position)

    def function(self, begin: int) -> Part:
        function = self.take()
        self.expect("(")
        with self.inside():
            parts = [self.sum()]
            self.expect(",")
            parts.append(self.sum())
            dimension = self.same(parts[0], parts[1], function)
            while self.peek() == ",":
                self.take()
                parts.append(self.sum())
                dimension = self.same(replace(parts[0], dimension=dimension), parts[-1], function)
        self.expect(")")
        part = self.operation(FUNCTIONS[function.kind], parts, dimension)
        return replace(part, start=begin, end=self.position)

    def euler_power(self, begin: int) -> Part:
        function = self.take()
        self.expect("(")
        with self.inside():
            exponent = self.sum()
        self.expect(")")
        if exponent.dimension:
            self.cells.report.add("RL012", function.text, "exponent", found=self.shown(exponent))
            raise UnreadableError
        self.refuse_depth(exponent.depth + 1)
        return Part(EulerPower(exponent=exponent.formula), (), begin, self.position, exponent.depth + 1)

    def rounded(self, begin: int) -> Part:
        function = self.take()
        self.expect("(")
        with self.inside():
            inner = self.sum()
            self.expect(",")
            step = self.number(self.position, 1) if self.peek() == "number" else replace(inner, start=self.position)
            if not isinstance(step.formula, NumberLiteral) or step.formula.value <= 0:
                self.position = step.start
                self.refuse("step")
                raise UnreadableError
            dimension = self.same(inner, step, function)
            self.expect_mode()
            mode = self.tokens[self.position - 1].mode
        self.expect(")")
        if mode is None:
            raise TypeError("a way of rounding is one token")
        self.refuse_depth(inner.depth + 1)
        whole = Rounded(value=inner.formula, step=step.formula, mode=mode)
        return Part(whole, dimension, begin, self.position, inner.depth + 1)

    def expect_mode(self) -> None:
        if self.peek() == ",":
            self.take()
        if self.peek() != "mode":
            self.refuse("mode")
        self.take()

    def same(self, left: Part, right: Part, sign: Token) -> Dimension | None:
        if left.dimension is None or right.dimension is None or left.dimension == right.dimension:
            return right.dimension if left.dimension is None else left.dimension
        operator = sign.text.text.strip()
        self.cells.report.add(
            "RL012", sign.text, "formula", left=self.shown(left), right=self.shown(right), operator=operator
        )
        raise UnreadableError

    def shown(self, part: Part) -> str:
        return f"{self.written(part)} ({show_dimension(part.dimension or ())})"

    def written(self, part: Part) -> str:
        first, last = self.tokens[part.start].text, self.tokens[part.end - 1].text
        start = first.place.column - self.text.place.column
        end = last.place.column - self.text.place.column + len(last.text)
        return self.text.text[start:end]
