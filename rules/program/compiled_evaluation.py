"""Compiled evaluation of fully known subjects: straight-line Python, generated once per scorecard.

Numbers are integer pairs (numerator, denominator). Unknown values and primitives without generated code are left to
`rules.program.abstract_interpretation`; where both methods apply, they must agree. Generated code contains no caller
input. The author's text enters it only as names and integers, written as Python literals.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cached_property, lru_cache
from itertools import repeat
from math import gcd
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from rules.contracts.dates import day_in_calendar
from rules.contracts.intervals import point_interval
from rules.contracts.numbers import RoundingMode, fraction_of_ratio, round_to_step
from rules.model.expressions import DAY_NUMBERS, CalendarDay, DateExpression, SpanUnit
from rules.model.range_analysis import time_between
from rules.program import nodes
from rules.program.abstract_interpretation import evaluate_quantity, measure_value, possible_points
from rules.program.date_arithmetic import NEVER, shift_day
from rules.program.nodes import CriterionOutcome, Word
from rules.program.value_environment import NO, NO_NUMBER, YES, UnknownValueError, plain_extent, plain_value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from rules.contracts.extents import Extent
    from rules.contracts.intervals import Interval
    from rules.program.nodes import AtomicTest, Computed, Edges, Measure, Numeric, Tests
    from rules.program.value_environment import KnownValues, MeasureValue, Plain, Values

_MAX_NESTED_TESTS = 40
"""Each test is nested in the previous test, and Python allows only 100 indentation levels."""
_CACHE_SIZE_BASE = 64


class CompiledQuantity:
    """A quantity with compiled code for known inputs and abstract interpretation for unknown inputs.

    It is compiled at the second evaluation, because many scorecards are evaluated only once.
    """

    def __init__(self, node: Computed) -> None:
        self.node = node
        self._is_warm = False

    @cached_property
    def _compiled(self) -> Callable[[KnownValues], Any] | None:
        source = _quantity_source(self.node)
        return None if source is None else compile_source(source)

    def value(self, name: str, values: Values, known: KnownValues) -> Extent:
        if self._is_warm and self._compiled is not None:
            try:
                plain = known[name] = self._compiled(known)
            except UnknownValueError:
                known.pop(name, None)
            else:
                return plain_extent(plain)
        self._is_warm = True
        return evaluate_quantity(self.node, values)


class CompiledPiece:
    """One piece of a scale, with compiled code for known inputs and abstract interpretation for unknown inputs."""

    def __init__(self, scale: nodes.Piecewise, piece: nodes.Piece) -> None:
        self._scale, self._piece = scale, piece

    @cached_property
    def _compiled(self) -> Callable[[KnownValues], Any] | None:
        source = _quantity_source(nodes.FirstMatchingRow((((), self._piece.points),)))
        return None if source is None else compile_source(source)

    def points(self, values: Values) -> Interval:
        if self._compiled is not None:
            try:
                plain = self._compiled(values.known)
            except UnknownValueError:
                plain = None
            if plain is not None:
                return point_interval(fraction_of_ratio(*plain))
        return possible_points(self._scale, (self._piece,), values)


class MeasuredValues(NamedTuple):
    """Values of measures in their order.

    `open` maps the positions of undetermined measures to their possible values. There, `plain` has an arbitrary
    possible value.
    """

    plain: list[Plain]
    open: dict[int, MeasureValue]


class CompiledMeasures:
    """Reader of measure values that compiles its code at the second read."""

    def __init__(self, measures: tuple[Measure, ...]) -> None:
        self._measures = measures
        self._is_warm = False

    @cached_property
    def _compiled(self) -> tuple[Callable[[KnownValues], Any], list[bool]]:
        source, is_included = _measures_source(self._measures)
        return compile_source(source), is_included

    def read(self, values: Values) -> MeasuredValues:
        if self._is_warm:
            compute, is_included = self._compiled
            try:
                read = compute(values.known)
            except UnknownValueError:
                return self._read_separately(values)
            if all(is_included):
                return MeasuredValues(read, {})
        measured, self._is_warm = self._read_separately(values), True
        return measured

    def _read_separately(self, values: Values) -> MeasuredValues:
        measured, known = MeasuredValues([], {}), values.known
        for position, read_measure in enumerate(
            self._single_readers if self._is_warm else repeat(_read_nothing, len(self._measures))
        ):
            try:
                plain = read_measure(known)
            except UnknownValueError:
                plain = ()
            if not plain:
                measure = self._measures[position]
                value = measure_value(measure, values)
                plain = plain_value(measure, value)
                if not plain:
                    plain, measured.open[position] = (_some_value(measure),), value
            measured.plain.append(plain[0])
        return measured

    @cached_property
    def _single_readers(self) -> list[Callable[[KnownValues], Any]]:
        return [compile_source(_measures_source([measure])[0]) for measure in self._measures]


def _read_nothing(_: KnownValues) -> tuple[Plain, ...]:
    return ()


def _some_value(measure: Measure) -> Plain:
    if isinstance(measure, Word):
        return measure.domain[0]
    return nodes.ANSWERS[0] if isinstance(measure, CriterionOutcome) else (0, 1)


# Code generation.


class _NotCompilableError(Exception):
    """A primitive has no generated code."""


def _measures_source(measures: Iterable[Measure]) -> tuple[str, list[bool]]:
    writer, values, is_included = _FunctionWriter(), [], []
    for measure in measures:
        try:
            values.append(writer.measure(measure))
        except _NotCompilableError:
            is_included.append(False)
        else:
            is_included.append(True)
    return "\n".join(["def found(v):", *writer.lines, f"    return [{', '.join(values)}]", ""]), is_included


def _quantity_source(node: Computed) -> str | None:
    """Return the source of a function that computes a quantity; None if it cannot be compiled.

    The function returns a pair, a word, or None if the quantity does not apply.
    """
    writer = _FunctionWriter()
    try:
        writer.computed(node)
    except _NotCompilableError:
        return None
    return "\n".join(["def found(v):", *writer.lines, ""])


@lru_cache(_CACHE_SIZE_BASE * 32)
def compile_source(source: str) -> Callable[[KnownValues], Any]:
    """Compile generated source and return its function, which raises `UnknownValueError` for undetermined values."""
    names = dict(_RUNTIME_NAMES)
    exec(compile(source, "<program>", "exec"), names)  # noqa: S102 -- source generated above from a checked scorecard
    function: Callable[[KnownValues], Any] = names["found"]
    return function


def _raise_unknown() -> NoReturn:
    raise UnknownValueError


class _ZeroDivisorError(UnknownValueError):
    """A divisor is zero."""


def _raise_zero_divisor() -> NoReturn:
    raise _ZeroDivisorError


def _lowest_terms(above: int, below: int) -> tuple[int, int]:
    common = gcd(above, below)
    return (above, below) if common == 1 else (above // common, below // common)


def _rounded(above: int, below: int, step: tuple[int, int], mode: str) -> tuple[int, int]:
    return round_to_step(Fraction(above, below), Fraction(*step), RoundingMode(mode)).as_integer_ratio()


@lru_cache(4_096)
def _shifted_day_number(day: int, shift: tuple[int, int, bool, str | None]) -> int:
    months, days, month_start, named = shift
    calendar_day = None if named is None else CalendarDay(named)
    by = DateExpression(shift_months=months, shift_days=days, month_start=month_start, calendar_day=calendar_day)
    return shift_day(by, day)


def _calendar_date(day: int) -> date:
    if day >= NEVER:
        raise UnknownValueError
    return day_in_calendar(day)


def _time_between_days(first: int, last: int, unit: str) -> tuple[int, int]:
    return time_between(SpanUnit(unit), _calendar_date(first), _calendar_date(last)).as_integer_ratio()


_RUNTIME_NAMES: dict[str, Any] = {
    "NO": NO_NUMBER,
    "open_": _raise_unknown,
    "zero": _raise_zero_divisor,
    "Zero": _ZeroDivisorError,
    "passed": lambda *_: False,
    "lowest": _lowest_terms,
    "rounded": _rounded,
    "moved": _shifted_day_number,
    "between": _time_between_days,
    "number_of": lambda day, function: DAY_NUMBERS[function].among(*[_calendar_date(day)] * 2)[0],
}


class _FunctionWriter:
    def __init__(self) -> None:
        self.lines: list[str] = []
        self._pad = "    "
        self._read: list[dict[object, tuple[str, ...]]] = [{}]
        self._name_count = 0

    def measure(self, node: Measure) -> str:
        match node:
            case CriterionOutcome():
                return f"v.answer({node.criterion!r})"
            case Word():
                return self._word_variable(node)
            case nodes.NamedNumber(name=name):
                return f"v[{name!r}] or NO"
            case nodes.PeriodBoundary(name=name, edge=edge):
                return f"v[{f'{name}.{edge.value}'!r}] or NO"
            case nodes.SelectedCount():
                return f"(NO if v[{node.name!r}] is None else (len({_word_set(node.values)} & v[{node.name!r}]), 1))"
            case _:
                return self._compound_number(node)

    def _compound_number(self, node: Numeric) -> str:
        name, first_line = self._name(), len(self.lines)

        def write() -> None:
            above, below = self.number(node)
            self._emit(f"{name} = {above}, {below}")

        try:
            self._emit(f"{name} = NO")
            self._emit_if(f"None not in {_value_tuple(_input_keys([node]))}", write)
        except _NotCompilableError:
            del self.lines[first_line:]
            raise
        return name

    def computed(self, node: Computed) -> None:
        match node:
            case nodes.FirstMatchingRow(rows=rows):
                for tests, value in rows:
                    self._row(tests, lambda value=value: self._emit_return(value))  # type: ignore[misc]
                self._emit("open_()")
            case nodes.CasesWithExceptions(rows=rows):
                for excepts, tests in sorted(rows, key=lambda row: not row[0]):
                    self._row(tests, lambda word=NO if excepts else YES: self._emit(f"return {word!r}"))  # type: ignore[misc]
                self._emit(f"return {NO!r}")
            case nodes.LookupTable(keys=keys, rows=rows, otherwise=otherwise):
                self._unless_absent(keys)
                words = [self._word_variable(key) for key in keys]
                for wanted, value in rows:
                    test = " and ".join(
                        f"{word} == {wanted_word!r}" for word, wanted_word in zip(words, wanted, strict=True)
                    )
                    self._emit_if(test or "True", lambda value=value: self._emit_return(value))  # type: ignore[misc]
                self._emit_return(otherwise)

    def number(self, node: Numeric) -> tuple[str, str]:
        """Return the expressions of the numerator and the denominator."""
        writes = _NUMBERS.get(type(node))
        if writes is None:
            raise _NotCompilableError
        return writes(self, node)

    def pair(self, written: str) -> tuple[str, str]:
        above, below = self._name(), self._name()
        self._emit(f"{above}, {below} = {written}")
        return above, below

    def bind(self, written: str) -> str:
        if written.isidentifier() or written.isdigit():
            return written
        name = self._name()
        self._emit(f"{name} = {written}")
        return name

    def _name(self) -> str:
        self._name_count += 1
        return f"x{self._name_count}"

    def _emit(self, line: str) -> None:
        self.lines.append(self._pad + line)

    def read(self, name: str) -> tuple[str, str]:
        for known in self._read:
            if name in known:
                above, below = known[name]
                return above, below
        pair = self.pair(f"v[{name!r}]")
        self._read[-1][name] = pair
        return pair

    def _word_variable(self, node: Word) -> str:
        for known in self._read:
            if node in known:
                return known[node][0]
        name = self._name()
        self._emit(f"{name} = v[{node.name!r}]")
        self._emit(f"if {name} is not None and {name} not in {_word_set(node.domain)}: {name} = {node.domain[-1]!r}")
        self._read[-1][node] = (name,)
        return name

    def shared(self, node: nodes.SelectedCount) -> tuple[str, str]:
        return self.bind(f"len({_word_set(node.values)} & v[{node.name!r}])"), "1"

    def _emit_return(self, value: Numeric) -> None:
        self._unless_absent([value])
        above, below = self.number(value)
        self._emit(f"return {above}, {below}" if below == "1" else f"return lowest({above}, {below})")

    def _unless_absent(self, operands: Sequence[Measure]) -> None:
        if keys := _input_keys(operands):
            self._emit(f"if None in {_value_tuple(keys)}: return None")

    def _row(self, tests: Tests, write: Callable[[], None]) -> None:
        """Write nested tests, in order, around the code from `write`.

        If a test does not apply, the row is skipped, but an undetermined later test raises.
        """
        if not tests:
            write()
            return
        if len(tests) > _MAX_NESTED_TESTS:
            raise _NotCompilableError
        first_keys, later = _input_keys([tests[0].measure]), _input_keys([atom.measure for atom in tests[1:]])

        def write_first_test() -> None:
            self._emit_if(self._test_expression(tests[0]), lambda: self._row(tests[1:], write))

        if not first_keys:
            write_first_test()
            return
        passed = f" or passed{_value_tuple(later)}" if later else ""
        self._emit_if(f"None not in {_value_tuple(first_keys)}{passed}", write_first_test)

    def divided(self, node: nodes.ZeroDivisorGuard) -> tuple[str, str]:
        instead = node.instead.value
        if instead is None:
            return self.number(node.value)
        above, below = self._name(), self._name()

        def write() -> None:
            over, under = self.number(node.value)
            self._emit(f"{above}, {below} = {over}, {under}")

        self._emit_block("try:", write)
        self._emit_block("except Zero:", lambda: self._emit(f"{above}, {below} = {instead.as_integer_ratio()}"))
        return above, below

    def _emit_if(self, test: str, write: Callable[[], None]) -> None:
        self._emit_block(f"if {test}:", write)

    def _emit_block(self, header: str, write: Callable[[], None]) -> None:
        """Write an indented block; variables read inside it are not reused after it."""
        self._emit(header)
        pad, self._pad = self._pad, self._pad + "    "
        self._read.append({})
        try:
            write()
        finally:
            self._read.pop()
            self._pad = pad

    def _test_expression(self, atom: AtomicTest) -> str:
        match atom.measure:
            case Word() as word:
                allowed = atom.allowed if isinstance(atom.allowed, frozenset) else frozenset()
                return f"{self._word_variable(word)} in {_word_set(allowed)}" if allowed else "False"
            case CriterionOutcome():
                raise _NotCompilableError
            case measure:
                above, below = (self.bind(part) for part in self.number(measure))
                return inside(atom.edges, above, below)


def _input_keys(measures: Iterable[Measure]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for node in measures for key in _input_keys_of(node)))


def _input_keys_of(node: Measure) -> tuple[str, ...]:
    if isinstance(node, nodes.PeriodBoundary):
        return (f"{node.name}.{node.edge.value}",)
    inside = nodes.operand_nodes(node)
    return _input_keys(inside) if inside else nodes.names_of(node)


def _value_tuple(keys: Iterable[str]) -> str:
    return f"({''.join(f'v[{key!r}], ' for key in keys)})"


def _word_set(words: Iterable[str]) -> str:
    return f"{{{', '.join(map(repr, sorted(words)))}}}"


def inside(spans: Iterable[Edges], above: str, below: str) -> str:
    """Return an expression that compares a number with spans in integers: n/d is above a/b if n * b > a * d."""
    return " or ".join(_inside_span(edges, above, below) for edges in spans) or "False"


def _inside_span(edges: Edges, above: str, below: str) -> str:
    low, low_unit, low_open, high, high_unit, high_open = edges
    sides = []
    if low is not None:
        sides.append(_compared(above, below, low, low_unit, ">" if low_open else ">="))
    if high is not None:
        sides.append(_compared(above, below, high, high_unit, "<" if high_open else "<="))
    return " and ".join(sides) or "True"


def _compared(above: str, below: str, bound: int, unit: int, sign: str) -> str:
    return f"{_write_product(above, str(unit))} {sign} {_write_product(str(bound), below)}"


def _write_product(*factors: str) -> str:
    constant, remaining = 1, []
    for factor in factors:
        if factor.lstrip("-").isdigit():
            constant *= int(factor)
        else:
            remaining.append(factor if factor.isidentifier() else f"({factor})")
    if not constant or not remaining:
        return str(constant)
    return " * ".join([*([str(constant)] if constant != 1 else []), *remaining])


_Pair = tuple[str, str]


def _constant_pair(text: _FunctionWriter, node: nodes.Constant) -> _Pair:
    if node.value.value is None:
        return text.pair("open_()")
    above, below = node.value.value.as_integer_ratio()
    return str(above), str(below)


def _scaled(text: _FunctionWriter, node: nodes.ConstantMultiple) -> _Pair:
    above, below = text.number(node.value)
    over, under = node.factor.as_integer_ratio()
    return text.bind(_write_product(above, str(over))), text.bind(_write_product(below, str(under)))


def _sum(text: _FunctionWriter, node: nodes.Sum) -> _Pair:
    (above, below), (over, under) = text.number(node.left), text.number(node.right)
    if below == under:
        return text.bind(f"{above} + {over}"), below
    return text.bind(f"{_write_product(above, under)} + {_write_product(over, below)}"), text.bind(
        _write_product(below, under)
    )


def _product(text: _FunctionWriter, node: nodes.Product) -> _Pair:
    (above, below), (over, under) = text.number(node.left), text.number(node.right)
    return text.bind(_write_product(above, over)), text.bind(_write_product(below, under))


def _quotient(text: _FunctionWriter, node: nodes.Quotient) -> _Pair:
    (above, below), (over, under) = text.number(node.left), text.number(node.right)
    number, stroke = text.bind(_write_product(above, under)), text.bind(_write_product(below, over))
    return text.pair(f"({number}, {stroke}) if {stroke} > 0 else (-{number}, -{stroke}) if {stroke} else zero()")


def _maximum(text: _FunctionWriter, node: nodes.Maximum) -> _Pair:
    above, below = map(text.bind, text.number(node.left))
    over, under = map(text.bind, text.number(node.right))
    test = f"{_write_product(above, under)} >= {_write_product(over, below)}"
    return text.pair(f"({above}, {below}) if {test} else ({over}, {under})")


def _round(text: _FunctionWriter, node: nodes.RoundedValue) -> _Pair:
    if node.asks_again:
        raise _NotCompilableError
    above, below = text.number(node.value)
    return text.pair(f"rounded({above}, {below}, {node.step.as_integer_ratio()!r}, {node.mode.value!r})")


def _write_shifted_day(text: _FunctionWriter, node: nodes.ShiftedDay) -> _Pair:
    above, below = text.number(node.day)
    by = node.by
    shift = by.shift_months, by.shift_days, by.month_start, None if by.calendar_day is None else by.calendar_day.value
    return text.bind(f"moved({_write_floor_division(above, below)}, {shift!r})"), "1"


def _between(text: _FunctionWriter, node: nodes.DateDifference) -> _Pair:
    first, last = (_write_floor_division(*text.number(part)) for part in (node.first, node.last))
    return text.pair(f"between({first}, {last}, {node.unit.value!r})")


def _calendar_number(text: _FunctionWriter, node: nodes.CalendarNumber) -> _Pair:
    day = _write_floor_division(*text.number(node.day))
    return text.bind(f"number_of({day}, {node.form.function!r})"), "1"


def _write_floor_division(above: str, below: str) -> str:
    return above if below == "1" else f"{above} // {below}"


_NUMBERS: Mapping[type[Numeric], Callable[[_FunctionWriter, Any], _Pair]] = {
    nodes.Constant: _constant_pair,
    nodes.NamedNumber: lambda text, node: text.read(node.name),
    nodes.PeriodBoundary: lambda text, node: text.read(f"{node.name}.{node.edge.value}"),
    nodes.ConstantMultiple: _scaled,
    nodes.Sum: _sum,
    nodes.Product: _product,
    nodes.Quotient: _quotient,
    nodes.Maximum: _maximum,
    nodes.RoundedValue: _round,
    nodes.ShiftedDay: _write_shifted_day,
    nodes.DateDifference: _between,
    nodes.CalendarNumber: _calendar_number,
    nodes.SelectedCount: lambda text, node: text.shared(node),
    nodes.ZeroDivisorGuard: lambda text, node: text.divided(node),
}
