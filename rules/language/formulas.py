"""Formula parser with dimensional analysis: tokens, operator precedence, and formulas over dates."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING, TypeGuard

from rules.contracts.numbers import RoundingMode, format_exact
from rules.contracts.units import known_symbols, unit
from rules.language.cell_parsers import read_left_open, refuse_spreadsheet
from rules.language.dates import TIMES, DateParser, read_date_function
from rules.model.expressions import (
    DateFormula,
    EulerPower,
    FormulaOperator,
    NameReference,
    NumberLiteral,
    Operation,
    Power,
    RoundedNumber,
    TimeSpan,
    walk_formula,
)
from rules.model.range_analysis import UNITS, YEAR
from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rules.contracts.units import Dimension
    from rules.language.cell_parsers import CellParser
    from rules.language.lexicon import WordGroup
    from rules.language.name_resolution import NamedItem, Scope
    from rules.language.source import SourceText
    from rules.model.expressions import DayFunction, Formula


def _multiply_dimensions(left: Dimension, right: Dimension, power: Fraction) -> Dimension:
    exponents = dict(left)
    for base, exponent in right:
        exponents[base] = exponents.get(base, Fraction(0)) + power * exponent
    return tuple(sorted((base, exponent) for base, exponent in exponents.items() if exponent))


def show_dimension(dimension: Dimension) -> str:
    """Render a dimension in known units."""
    if not dimension:
        return "1"
    single_symbol = _symbol(dimension)
    if single_symbol:
        return single_symbol
    above = [_power(base, exponent) for base, exponent in dimension if exponent > 0]
    below = [_power(base, -exponent) for base, exponent in dimension if exponent < 0]
    return "*".join(above or ["1"]) + "".join(f"/{part}" for part in below)


def _symbol(dimension: Dimension) -> str:
    preferred = ("tCO2e", "MWh", "t", "m", "h", "month")
    symbols = (*preferred, *known_symbols())
    return next((symbol for symbol in symbols if unit(symbol).dimension == dimension), "")


def _power(base: str, exponent: Fraction) -> str:
    symbol = _symbol(((base, Fraction(1)),)) or base.strip("[]")
    return symbol if exponent == 1 else f"{symbol}^{exponent}"


SUMS = {"+": FormulaOperator.ADD, "-": FormulaOperator.SUBTRACT}
PRODUCTS = {"*": FormulaOperator.MULTIPLY, "/": FormulaOperator.DIVIDE}
FUNCTIONS = {"min": FormulaOperator.MINIMUM, "max": FormulaOperator.MAXIMUM}
EXPECTED = {
    "operand": {"en": "a name, a number, a function such as min, or (", "zh": "名称、数值、min 等函数或 ("},
    "operator": {"en": "+ - * / ^ or the end", "zh": "+ - * / ^ 或结尾"},
    "one_power": {"en": "brackets around the power that comes first", "zh": "先算的乘方要加括号"},
    ")": {"en": ") or , or + - * / ^", "zh": ") 或 , 或 + - * / ^"},
    ",": {"en": ", and a second value", "zh": ", 及第二个值"},
    "(": {"en": "(", "zh": "("},
    "step": {"en": "the step as a number above zero, such as 0.01 %", "zh": "大于零的数值作为修约间隔，如 0.01 %"},
    "mode": {"en": "how to round: {modes}", "zh": "修约方式：{modes}"},
}


class UnreadableError(Exception):
    """The formula has an error that is already reported."""


MAXIMUM_DEPTH = 100
"""Maximum nesting depth of a formula, because formula code is recursive."""


@dataclass(frozen=True, slots=True)
class FormulaPart:
    """A part of a formula; a dimension of None fits every dimension, as for a bare zero."""

    formula: Formula
    dimension: Dimension | None
    start: int
    end: int
    depth: int = 0


DAY_FUNCTIONS = {"earliest": FormulaOperator.MINIMUM, "latest": FormulaOperator.MAXIMUM}
_NUMBERS_ONLY = ("min", "max")


@dataclass(frozen=True, slots=True)
class DateFormulaParser:
    """Parser of date formulas in one scope."""

    cells: CellParser
    scope: Scope

    def read(self, cell: SourceText) -> Formula | None:
        undetermined = read_left_open(self.cells, cell)
        return undetermined if undetermined is not None else self._day(self.cells.marks.plain(cell), 1)

    def _day(self, text: SourceText, depth: int) -> Formula | None:
        if self.cells.words.words["values"].read(text.text) == "never":
            return DateFormula(date="never")
        for key, operator in DAY_FUNCTIONS.items():
            opened = self._argument_start(text, self.cells.words.words["day_functions"].write(key))
            closed = _closing_bracket(text.text, opened) if opened else None
            if closed is not None:
                return self._combine_days(text, operator, (opened, closed), depth)
        for word in map(self.cells.words.words["functions"].write, _NUMBERS_ONLY):
            if self._argument_start(text, word):
                functions = self.cells.words.separator.join(self.cells.words.words["day_functions"].by_word)
                self.cells.report.add("RL010", text, "of_numbers", found=word, functions=functions)
                return None
        day = DateParser(self.cells, self.scope).expression(text)
        return None if day is None else DateFormula(date=day)

    def _combine_days(
        self, text: SourceText, operator: FormulaOperator, inside: tuple[int, int], depth: int
    ) -> Operation | None:
        parts = list(_split_arguments(text, *inside))
        behind = text.part(inside[1] + 1, len(text.text)).text
        if behind:
            moved = ", ".join(f"{part.text} {behind}" for part in parts)
            self.cells.report.add("RL010", text, "moved_day", days=f"{text.text[: inside[0]]}{moved})")
            return None
        if len(parts) < 2 or not all(part.text for part in parts):
            self.cells.report.add("RL010", text, "several_days", text=text.text)
            return None
        if depth > MAXIMUM_DEPTH:
            self.cells.report.add("RL010", text, "formula_deep", most=str(MAXIMUM_DEPTH))
            return None
        read = [self._day(part, depth + 1) for part in parts]
        days = tuple(day for day in read if day is not None)
        return Operation(operator=operator, operands=days) if len(days) == len(read) else None

    @staticmethod
    def _argument_start(text: SourceText, word: str) -> int:
        after = text.text[len(word) :].lstrip()
        if not text.text.startswith(word) or not after.startswith("("):
            return 0
        return text.text.index("(", len(word)) + 1


def _split_arguments(text: SourceText, start: int, end: int) -> Iterator[SourceText]:
    depth, begin = 0, start
    for position in range(start, end):
        depth += {"(": 1, ")": -1}.get(text.text[position], 0)
        if text.text[position] == "," and depth == 0:
            yield text.part(begin, position)
            begin = position + 1
    yield text.part(begin, end)


_SAME_UNIT_OPERATORS = (FormulaOperator.ADD, FormulaOperator.SUBTRACT, FormulaOperator.MINIMUM, FormulaOperator.MAXIMUM)


def _refuse_percent_slip(formula: Formula, wanted: str, tokens: list[Token], cells: CellParser) -> bool:
    """Report the first plain number where a percentage is expected; return whether there is one.

    Numbers up to one, as in `1 - share`, are accepted.
    """
    units = {token.named.id: token.named.unit for token in tokens if token.named is not None}
    mistake = next(_percent_mistakes(formula, _percent_or_empty(wanted), units), None)
    if mistake is None:
        return False
    literal, share = mistake
    token = next(
        candidate
        for candidate in tokens
        if candidate.kind == "number" and not candidate.unit and candidate.value == abs(literal.value)
    )
    factor, shown = unit(share).factor, cells.words.write_unit(share)
    number, percentage = format_exact(literal.value), format_exact(literal.value / factor)
    cells.report.add("RL012", token.text, "slip", number=number, unit=shown, much=percentage)
    return True


def _percent_mistakes(formula: Formula, wanted: str, units: Mapping[str, str]) -> Iterator[tuple[NumberLiteral, str]]:
    for part in _same_unit_parts(formula) if wanted else ():
        if _is_plain(part):
            yield part, wanted
        if isinstance(part, Operation) and part.operator is FormulaOperator.MULTIPLY:
            times = 1 / unit(wanted).factor
            yield from ((operand, wanted) for operand in part.operands if _is_plain(operand) and operand.value == times)
    for outer in walk_formula(formula):
        parts = list(_same_unit_parts(outer))
        share = next((part_share for part in parts if (part_share := _share_of(part, units))), "")
        yield from ((part, share) for part in parts if share and _is_plain(part))


def _same_unit_parts(formula: Formula) -> Iterator[Formula]:
    match formula:
        case Operation(operator=operator, operands=operands) if operator in _SAME_UNIT_OPERATORS:
            for operand in operands:
                yield from _same_unit_parts(operand)
        case RoundedNumber(value=value):
            yield from _same_unit_parts(value)
        case _:
            yield formula


def _share_of(part: Formula, units: Mapping[str, str]) -> str:
    match part:
        case NumberLiteral(unit=symbol):
            return _percent_or_empty(symbol)
        case NameReference(id=name):
            return _percent_or_empty(units.get(name, ""))
        case _:
            return ""


def _is_plain(part: Formula) -> TypeGuard[NumberLiteral]:
    return isinstance(part, NumberLiteral) and not part.unit and abs(part.value) > 1


def _percent_or_empty(symbol: str) -> str:
    return symbol if symbol and not unit(symbol).dimension and unit(symbol).factor != 1 else ""


_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")
_UNIT = re.compile(r"[^\s(),;+*^-]+")
_WORD = re.compile(r"[^\s(),;+*/^-]+")
_SIGNS = "+-*/^(),"
ROUND = "round"
TIME = "time"
MODE = "mode"


@dataclass(frozen=True, slots=True)
class Token:
    """One number with its unit, name, function, rounding mode or sign.

    A date function is one token with its brackets, because dates have their own notation.
    """

    kind: str
    text: SourceText
    value: Fraction | None = None
    unit: str = ""
    named: NamedItem | None = None
    time: TimeSpan | DayFunction | None = None
    mode: RoundingMode | None = None


@dataclass(slots=True)
class Tokenizer:
    """Tokenizer of one formula."""

    cells: CellParser
    scope: Scope
    brackets: list[str] = field(default_factory=list)
    """The function before each open bracket, innermost last; empty without a function."""

    def read(self, text: SourceText) -> list[Token] | None:
        tokens: list[Token] = []
        position = 0
        while position < len(text.text):
            if text.text[position].isspace():
                position += 1
                continue
            token, position = self._next_token(text, position)
            if token is None:
                return None
            if token.kind == "(":
                before = tokens[-1].kind if tokens else ""
                self.brackets.append(before if before in self._functions.by_key else "")
            elif token.kind == ")" and self.brackets:
                self.brackets.pop()
            tokens.append(token)
        return tokens

    @property
    def _functions(self) -> WordGroup:
        return self.cells.words.words["functions"]

    def _next_token(self, text: SourceText, start: int) -> tuple[Token | None, int]:
        number = _NUMBER.match(text.text, start)
        named = next(self.scope.names_at(text.text, start), None)
        function = self._function(text.text, start)
        if function is not None and (named is None or named[1] <= function[1]):
            return self._function_token(text, start, *function)
        if self.brackets[-1:] == [ROUND] and (mode := self._mode_token(text, start)) is not None:
            return mode, start + len(mode.text.text)
        if self.cells.report.broken_end(text.text, start) >= (named[1] if named else start + 1):
            return None, start
        if named is not None and (number is None or named[1] > number.end()):
            return Token("name", text.part(start, named[1]), named=named[0]), named[1]
        if number is not None:
            return self._number_token(text, start, number.end())
        if refuse_spreadsheet(text, start, self.scope, self.cells.words, self.cells.report):
            return None, start
        if text.text[start] in _SIGNS:
            return Token(text.text[start], text.part(start, start + 1)), start + 1
        word = _WORD.match(text.text, start)
        if self._refuse_date_function(text, start, word.end() if word else start):
            return None, start
        self._unknown(text.part(start, word.end() if word else start + 1))
        return None, start

    def _function(self, text: str, start: int) -> tuple[str, int] | None:
        for key, word in self._functions.by_key.items():
            end = start + len(word)
            if text.startswith(word, start) and text[end:].lstrip().startswith("("):
                return key, end
        return None

    def _function_token(self, text: SourceText, start: int, key: str, end: int) -> tuple[Token | None, int]:
        if key not in TIMES:
            return Token(key, text.part(start, end)), end
        opened = text.text.index("(", end) + 1
        closed = _closing_bracket(text.text, opened)
        if closed is None:
            return Token(key, text.part(start, end)), end
        time = read_date_function(
            key, text.part(opened, closed), DateParser(self.cells, self.scope), self._functions.write(key)
        )
        return (None if time is None else Token(TIME, text.part(start, closed + 1), time=time)), closed + 1

    def _mode_token(self, text: SourceText, start: int) -> Token | None:
        for mode, word in self.cells.words.words["roundings"].by_key.items():
            end = start + len(word)
            if text.text.startswith(word, start) and text.text[end:].lstrip().startswith(")"):
                return Token(MODE, text.part(start, end), mode=RoundingMode(mode))
        return None

    def _number_token(self, text: SourceText, start: int, end: int) -> tuple[Token | None, int]:
        value = self.cells.number(text.part(start, end))
        if value is None:
            return None, end
        begin = end
        while begin < len(text.text) and text.text[begin].isspace():
            begin += 1
        chunk = _UNIT.match(text.text, begin)
        for stop in range(chunk.end() if chunk else begin, begin, -1):
            word = text.text[begin:stop]
            if not word.isdigit() and self.cells.is_unit(word) and self.scope.find(word) is None:
                return Token("number", text.part(start, stop), value, self.cells.words.read_unit(word)), stop
        word = chunk[0].split("/")[0] if chunk else ""
        if word and self.scope.find(word) is None:
            self.cells.unknown_unit(text.part(begin, begin + len(word)))
            return None, end
        return Token("number", text.part(start, end), value), end

    def _unknown(self, text: SourceText) -> None:
        report = self.cells.report
        if not re.match(r"\w", text.text):
            report.add("RL010", text, "formula", found=text.text, expected="+ - * / ^ ( )")
            return
        numbers = [word for word in self.scope.words if self._is_number(word)]
        self.cells.unknown_name(text, numbers, "facts", "quantity")

    def _refuse_date_function(self, text: SourceText, start: int, end: int) -> bool:
        words = self.cells.words
        word = text.part(start, end)
        is_date_function = words.words["day_functions"].read(word.text) is not None and text.text[
            end:
        ].lstrip().startswith("(")
        if is_date_function:
            sentence = words.sentences["day"].write(quantity="…", bases="…")
            self.cells.report.add("RL010", word, "of_days", found=word.text, sentence=sentence)
        return is_date_function

    def _is_number(self, word: str) -> bool:
        named = self.scope.find(word)
        return named is not None and named.type is FactType.NUMBER


def _closing_bracket(text: str, start: int) -> int | None:
    depth = 1
    for position in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[position], 0)
        if depth == 0:
            return position
    return None


@dataclass(frozen=True, slots=True)
class FormulaParser:
    """Parser of formulas in one scope."""

    cells: CellParser
    scope: Scope

    def read(self, cell: SourceText, name: str, wanted: str) -> Formula | None:
        undetermined = read_left_open(self.cells, cell)
        if undetermined is not None:
            return undetermined
        plain = self.cells.marks.plain(cell)
        tokens = Tokenizer(self.cells, self.scope).read(plain)
        if tokens is None:
            return None
        try:
            part = _Parser(self.cells, plain, tokens).whole_formula()
        except UnreadableError:
            return None
        if part.dimension is not None and part.dimension != unit(wanted).dimension:
            shown = self.cells.words.write_unit(wanted) or "1"
            dimension_text = show_dimension(part.dimension)
            self.cells.report.add("RL012", plain, "result", found=dimension_text, name=name, unit=shown)
            return None
        return None if _refuse_percent_slip(part.formula, wanted, tokens, self.cells) else part.formula


class _Parser:
    """Recursive parser by precedence: brackets and functions, then ^, then * and /, then + and -."""

    def __init__(self, cells: CellParser, text: SourceText, tokens: list[Token]) -> None:
        self.cells = cells
        self.text = text
        self.tokens = tokens
        self.position = 0
        self.brackets = 0

    def whole_formula(self) -> FormulaPart:
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
        if depth > MAXIMUM_DEPTH:
            token_text = self.tokens[min(self.position, len(self.tokens)) - 1].text
            self.cells.report.add("RL010", token_text, "formula_deep", most=str(MAXIMUM_DEPTH))
            raise UnreadableError

    @contextmanager
    def nested_bracket(self) -> Iterator[None]:
        self.brackets += 1
        self.refuse_depth(self.brackets)
        yield
        self.brackets -= 1

    def expect(self, kind: str) -> Token:
        if self.peek() != kind:
            self.refuse(kind)
        return self.take()

    def sum(self) -> FormulaPart:
        left = self.product()
        while self.peek() in SUMS:
            sign = self.take()
            right = self.product()
            dimension = self.same(left, right, sign)
            left = self.operation(SUMS[sign.kind], [left, right], dimension)
        return left

    def product(self) -> FormulaPart:
        left = self.power()
        while self.peek() in PRODUCTS:
            sign = self.take()
            right = self.power()
            power = Fraction(1 if sign.kind == "*" else -1)
            dimension = _multiply_dimensions(left.dimension or (), right.dimension or (), power)
            left = self.operation(PRODUCTS[sign.kind], [left, right], dimension)
        return left

    def power(self) -> FormulaPart:
        base = self.operand()
        if self.peek() != "^":
            return base
        sign = self.take()
        if self.tokens[base.start].kind == "-":
            self.cells.report.add("RL010", sign.text, "formula_minus", base=self.formula_text(base))
            raise UnreadableError
        exponent = self.operand()
        exponent_dimension = exponent.dimension or ()
        if exponent_dimension not in ((), unit(YEAR).dimension):
            self.cells.report.add("RL012", sign.text, "exponent", found=self.part_text(exponent))
            raise UnreadableError
        dimension = base.dimension
        if base.dimension:
            times = exponent.formula
            if not isinstance(times, NumberLiteral) or times.unit:
                self.cells.report.add("RL012", sign.text, "power", found=self.part_text(base))
                raise UnreadableError
            dimension = _multiply_dimensions((), base.dimension, times.value)
        depth = max(base.depth, exponent.depth) + 1
        self.refuse_depth(depth)
        formula = Power(base=base.formula, exponent=exponent.formula, counted_in=YEAR if exponent_dimension else "")
        return FormulaPart(formula, dimension, base.start, exponent.end, depth)

    def operation(
        self, operator: FormulaOperator, parts: list[FormulaPart], dimension: Dimension | None
    ) -> FormulaPart:
        depth = max(part.depth for part in parts) + 1
        self.refuse_depth(depth)
        formula = Operation(operator=operator, operands=tuple(part.formula for part in parts))
        return FormulaPart(formula, dimension, parts[0].start, parts[-1].end, depth)

    def operand(self) -> FormulaPart:
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
                with self.nested_bracket():
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
                symbol = UNITS[time.unit] if isinstance(time, TimeSpan) else ""
                return FormulaPart(time, unit(symbol).dimension, begin, self.position)
            case _:
                self.refuse("operand")
                raise UnreadableError

    def number(self, begin: int, sign: int) -> FormulaPart:
        token = self.take()
        value = (token.value or Fraction(0)) * sign
        fits_any_dimension = value == 0 and not token.unit
        dimension = None if fits_any_dimension else unit(token.unit).dimension
        return FormulaPart(NumberLiteral(value=value, unit=token.unit), dimension, begin, self.position)

    def name(self, begin: int) -> FormulaPart:
        token = self.take()
        named = token.named
        if named is None or named.type is not FactType.NUMBER:
            wanted = self.cells.words.words["types"].write("number")
            kind = self.cells.type_word(named.type) if named else ""
            self.cells.report.add("RL016", token.text, "expected", name=token.text.text, type=kind, wanted=wanted)
            raise UnreadableError
        return FormulaPart(NameReference(id=named.id), unit(named.unit).dimension, begin, self.position)

    def function(self, begin: int) -> FormulaPart:
        function = self.take()
        self.expect("(")
        with self.nested_bracket():
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

    def euler_power(self, begin: int) -> FormulaPart:
        function = self.take()
        self.expect("(")
        with self.nested_bracket():
            exponent = self.sum()
        self.expect(")")
        if exponent.dimension:
            self.cells.report.add("RL012", function.text, "exponent", found=self.part_text(exponent))
            raise UnreadableError
        self.refuse_depth(exponent.depth + 1)
        return FormulaPart(EulerPower(exponent=exponent.formula), (), begin, self.position, exponent.depth + 1)

    def rounded(self, begin: int) -> FormulaPart:
        function = self.take()
        self.expect("(")
        with self.nested_bracket():
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
        formula = RoundedNumber(value=inner.formula, step=step.formula, mode=mode)
        return FormulaPart(formula, dimension, begin, self.position, inner.depth + 1)

    def expect_mode(self) -> None:
        if self.peek() == ",":
            self.take()
        if self.peek() != "mode":
            self.refuse("mode")
        self.take()

    def same(self, left: FormulaPart, right: FormulaPart, sign: Token) -> Dimension | None:
        if left.dimension is None or right.dimension is None or left.dimension == right.dimension:
            return right.dimension if left.dimension is None else left.dimension
        operator = sign.text.text.strip()
        self.cells.report.add(
            "RL012", sign.text, "formula", left=self.part_text(left), right=self.part_text(right), operator=operator
        )
        raise UnreadableError

    def part_text(self, part: FormulaPart) -> str:
        return f"{self.formula_text(part)} ({show_dimension(part.dimension or ())})"

    def formula_text(self, part: FormulaPart) -> str:
        first, last = self.tokens[part.start].text, self.tokens[part.end - 1].text
        start = first.location.column - self.text.location.column
        end = last.location.column - self.text.location.column + len(last.text)
        return self.text.text[start:end]
