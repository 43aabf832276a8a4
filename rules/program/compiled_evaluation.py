"""Compiled evaluation of fully known subjects: straight-line Python, generated once for a card.

Numbers are whole numbers above and below the stroke. What is not known, or not written here, is left to
`rules.program.abstract_interpretation`, which gives the same where both can answer. Nothing of what a caller gives
stands in the text, and of what an author gives only names and whole numbers, as Python itself writes them.
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
from rules.contracts.numbers import RoundingMode, round_to_step
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

_NESTED = 40
"""How many tests of one row are written: each is nested in the one before, and Python nests a hundred times."""
_COMPILED = 64
"""How many texts are kept compiled: plans that differ elsewhere, as that of a card and of its mutants, share one."""


class CompiledQuantity:
    """A quantity, lowered once: as text for what is known, and as it is for what is open."""

    def __init__(self, node: Computed) -> None:
        """Take it; the text is written and compiled when it is wanted a second time, for many a card is asked once."""
        self.node = node
        self._is_warm = False

    @cached_property
    def _compiled(self) -> Callable[[KnownValues], Any] | None:
        source = quantity_source(self.node)
        return None if source is None else compile_source(source)

    def value(self, name: str, values: Values, known: KnownValues) -> Extent:
        """Give all that the quantity can be; what is known of it stands among the known things then."""
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
    """The points on one piece of a scale, lowered once: as text for what is known, and as they are for what is open."""

    def __init__(self, scale: nodes.Piecewise, piece: nodes.Piece) -> None:
        """Take the piece; the text is written and compiled when its points are first wanted."""
        self._scale, self._piece = scale, piece

    @cached_property
    def _compiled(self) -> Callable[[KnownValues], Any] | None:
        source = quantity_source(nodes.FirstMatchingRow((((), self._piece.points),)))
        return None if source is None else compile_source(source)

    def points(self, values: Values) -> Interval:
        """Give all points that the piece can give."""
        if self._compiled is not None:
            try:
                plain = self._compiled(values.known)
            except UnknownValueError:
                plain = None
            if plain is not None:
                return point_interval(Fraction(*plain))
        return possible_points(self._scale, (self._piece,), values)


class MeasuredValues(NamedTuple):
    """What measures are, one after the other; of those that are `open`, by their places, what they can still be.

    In the place of an open one stands some value that it could have.
    """

    plain: list[Plain]
    open: dict[int, MeasureValue]


class CompiledMeasures:
    """Reads what measures are, one after the other."""

    def __init__(self, measures: tuple[Measure, ...]) -> None:
        """Take them; the text is written and compiled when they are read a second time."""
        self._measures = measures
        self._is_warm = False

    @cached_property
    def _compiled(self) -> tuple[Callable[[KnownValues], Any], list[bool]]:
        source, written = measures_source(self._measures)
        return compile_source(source), written

    def read(self, values: Values) -> MeasuredValues:
        """Give the value of each measure."""
        if self._is_warm:
            compute, written = self._compiled
            try:
                read = compute(values.known)
            except UnknownValueError:
                return self._one_by_one(values)
            if all(written):
                return MeasuredValues(read, {})
        measured, self._is_warm = self._one_by_one(values), True
        return measured

    def _one_by_one(self, values: Values) -> MeasuredValues:
        """Read each measure by itself: by its text, unless it is open, has none, or is asked the first time."""
        measured, known = MeasuredValues([], {}), values.known
        for position, read in enumerate(self._alone if self._is_warm else repeat(_read_nothing, len(self._measures))):
            try:
                plain = read(known)
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
    def _alone(self) -> list[Callable[[KnownValues], Any]]:
        """What reads each measure alone; nothing comes of one that stands in general only."""
        return [compile_source(measures_source([measure])[0]) for measure in self._measures]


def _read_nothing(_: KnownValues) -> tuple[Plain, ...]:
    return ()


def _some_value(measure: Measure) -> Plain:
    if isinstance(measure, Word):
        return measure.domain[0]
    return nodes.ANSWERS[0] if isinstance(measure, CriterionOutcome) else (0, 1)


# The text.


class _NotCompilableError(Exception):
    """A primitive stands in general only."""


def measures_source(measures: Iterable[Measure]) -> tuple[str, list[bool]]:
    """Write a function that takes what is known and gives the values of measures in their order.

    Those that stand in general only are left out; which were written is said beside it.
    """
    function, values, written = _FunctionWriter(), [], []
    for measure in measures:
        try:
            values.append(function.measure(measure))
        except _NotCompilableError:
            written.append(False)
        else:
            written.append(True)
    return "\n".join(["def found(v):", *function.lines, f"    return [{', '.join(values)}]", ""]), written


def quantity_source(node: Computed) -> str | None:
    """Write a function that takes what is known and gives what a quantity is: a pair or a word; None if it cannot."""
    written = _FunctionWriter()
    try:
        written.computed(node)
    except _NotCompilableError:
        return None
    return "\n".join(["def found(v):", *written.lines, ""])


@lru_cache(_COMPILED * 32)
def compile_source(source: str) -> Callable[[KnownValues], Any]:
    """Compile what was written.

    What it gives raises `UnknownValueError` where something that it reads is open.
    """
    names = dict(_RUNTIME_NAMES)
    exec(compile(source, "<program>", "exec"), names)  # noqa: S102 - written above, from a card that was checked
    function: Callable[[KnownValues], Any] = names["found"]
    return function


def _raise_unknown() -> NoReturn:
    raise UnknownValueError


class _ZeroDivisorError(UnknownValueError):
    """A divisor is zero."""


def _zero() -> NoReturn:
    raise _ZeroDivisorError


def _lowest(above: int, below: int) -> tuple[int, int]:
    common = gcd(above, below)
    return (above, below) if common == 1 else (above // common, below // common)


def _rounded(above: int, below: int, step: tuple[int, int], mode: str) -> tuple[int, int]:
    return round_to_step(Fraction(above, below), Fraction(*step), RoundingMode(mode)).as_integer_ratio()


@lru_cache(4_096)
def _moved_day(day: int, shift: tuple[int, int, bool, str | None]) -> int:
    """Shift a day; most subjects of a card ask the same days."""
    months, days, month_start, named = shift
    calendar_day = None if named is None else CalendarDay(named)
    by = DateExpression(shift_months=months, shift_days=days, month_start=month_start, calendar_day=calendar_day)
    return shift_day(by, day)


def _of_calendar(day: int) -> date:
    if day >= NEVER:
        raise UnknownValueError
    return day_in_calendar(day)


def _time(first: int, last: int, unit: str) -> tuple[int, int]:
    return time_between(SpanUnit(unit), _of_calendar(first), _of_calendar(last)).as_integer_ratio()


_RUNTIME_NAMES: dict[str, Any] = {
    "NO": NO_NUMBER,
    "open_": _raise_unknown,
    "zero": _zero,
    "Zero": _ZeroDivisorError,
    "passed": lambda *_: False,
    "lowest": _lowest,
    "rounded": _rounded,
    "moved": _moved_day,
    "between": _time,
    "number_of": lambda day, function: DAY_NUMBERS[function].among(*[_of_calendar(day)] * 2)[0],
}


class _FunctionWriter:
    """The lines of one function; what was read stands under names of its own."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._pad = "    "
        self._read: list[dict[object, tuple[str, ...]]] = [{}]
        self._name_count = 0

    def measure(self, node: Measure) -> str:
        """Write the value of a measure, nothing in its place where it does not apply."""
        match node:
            case CriterionOutcome():
                return f"v.answer({node.criterion!r})"
            case Word():
                return self._word(node)
            case nodes.NamedNumber(name=name):
                return f"v[{name!r}] or NO"
            case nodes.PeriodBoundary(name=name, edge=edge):
                return f"v[{f'{name}.{edge.value}'!r}] or NO"
            case nodes.SelectedCount():
                return f"(NO if v[{node.name!r}] is None else (len({_words(node.values)} & v[{node.name!r}]), 1))"
            case _:
                return self._composed(node)

    def _composed(self, node: Numeric) -> str:
        """Write a number of several, or nothing in its place where one of them does not apply."""
        name, before = self._name(), len(self.lines)

        def write() -> None:
            above, below = self.number(node)
            self._emit(f"{name} = {above}, {below}")

        try:
            self._emit(f"{name} = NO")
            self._emit_if(f"None not in {_value_tuple(_keys([node]))}", write)
        except _NotCompilableError:
            del self.lines[before:]
            raise
        return name

    def computed(self, node: Computed) -> None:
        """Write what a quantity is."""
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
                words = [self._word(key) for key in keys]
                for wanted, value in rows:
                    test = " and ".join(
                        f"{word} == {wanted_word!r}" for word, wanted_word in zip(words, wanted, strict=True)
                    )
                    self._emit_if(test or "True", lambda value=value: self._emit_return(value))  # type: ignore[misc]
                self._emit_return(otherwise)

    def number(self, node: Numeric) -> tuple[str, str]:
        """Write a number: what is above and below its stroke."""
        writes = _NUMBERS.get(type(node))
        if writes is None:
            raise _NotCompilableError
        return writes(self, node)

    def pair(self, written: str) -> tuple[str, str]:
        """Keep a pair, or what raises `UnknownValueError` where there is none."""
        above, below = self._name(), self._name()
        self._emit(f"{above}, {below} = {written}")
        return above, below

    def bind(self, written: str) -> str:
        """Keep a whole number that is asked for again."""
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
        """Read a number that is there, once in each branch."""
        for known in self._read:
            if name in known:
                above, below = known[name]
                return above, below
        pair = self.pair(f"v[{name!r}]")
        self._read[-1][name] = pair
        return pair

    def _word(self, node: Word) -> str:
        for known in self._read:
            if node in known:
                return known[node][0]
        name = self._name()
        self._emit(f"{name} = v[{node.name!r}]")
        self._emit(f"if {name} is not None and {name} not in {_words(node.domain)}: {name} = {node.domain[-1]!r}")
        self._read[-1][node] = (name,)
        return name

    def shared(self, node: nodes.SelectedCount) -> tuple[str, str]:
        """Count choices that are there."""
        return self.bind(f"len({_words(node.values)} & v[{node.name!r}])"), "1"

    def _emit_return(self, value: Numeric) -> None:
        self._unless_absent([value])
        above, below = self.number(value)
        self._emit(f"return {above}, {below}" if below == "1" else f"return lowest({above}, {below})")

    def _unless_absent(self, operands: Sequence[Measure]) -> None:
        """Write that there is nothing where one of several does not apply; all of them are looked at."""
        if keys := _keys(operands):
            self._emit(f"if None in {_value_tuple(keys)}: return None")

    def _row(self, tests: Tests, write: Callable[[], None]) -> None:
        """Write what a row gives where all its tests hold, asked one after the other.

        Where one asks what does not apply, the row is passed over unless a later one is open.
        """
        if not tests:
            write()
            return
        if len(tests) > _NESTED:
            raise _NotCompilableError
        first_keys, later = _keys([tests[0].measure]), _keys([atom.measure for atom in tests[1:]])

        def ask() -> None:
            self._emit_if(self._holds(tests[0]), lambda: self._row(tests[1:], write))

        if not first_keys:
            ask()
            return
        passed = f" or passed{_value_tuple(later)}" if later else ""
        self._emit_if(f"None not in {_value_tuple(first_keys)}{passed}", ask)

    def divided(self, node: nodes.ZeroDivisorGuard) -> tuple[str, str]:
        """Write a number, or what stands in its place where a divisor on the way is zero."""
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
        """Write what is done where something holds."""
        self._emit_block(f"if {test}:", write)

    def _emit_block(self, begun: str, write: Callable[[], None]) -> None:
        """Write what stands under a line; what is read there is not read for what comes after."""
        self._emit(begun)
        pad, self._pad = self._pad, self._pad + "    "
        self._read.append({})
        try:
            write()
        finally:
            self._read.pop()
            self._pad = pad

    def _holds(self, atom: AtomicTest) -> str:
        match atom.measure:
            case Word() as word:
                allowed = atom.allowed if isinstance(atom.allowed, frozenset) else frozenset()
                return f"{self._word(word)} in {_words(allowed)}" if allowed else "False"
            case CriterionOutcome():
                raise _NotCompilableError
            case measure:
                above, below = (self.bind(part) for part in self.number(measure))
                return inside(atom.edges, above, below)


def _keys(measures: Iterable[Measure]) -> tuple[str, ...]:
    """List under which keys is known what several measures take."""
    return tuple(dict.fromkeys(key for node in measures for key in _keys_of(node)))


def _keys_of(node: Measure) -> tuple[str, ...]:
    if isinstance(node, nodes.PeriodBoundary):
        return (f"{node.name}.{node.edge.value}",)
    inside = nodes.operand_nodes(node)
    return _keys(inside) if inside else nodes.names_of(node)


def _value_tuple(keys: Iterable[str]) -> str:
    return f"({''.join(f'v[{key!r}], ' for key in keys)})"


def _words(words: Iterable[str]) -> str:
    return f"{{{', '.join(map(repr, sorted(words)))}}}"


def inside(spans: Iterable[Edges], above: str, below: str) -> str:
    """Compare with spans in whole numbers: n/d is above a/b if n * b > a * d."""
    return " or ".join(_inside_one(edges, above, below) for edges in spans) or "False"


def _inside_one(edges: Edges, above: str, below: str) -> str:
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
    """Write a product; constants are multiplied here."""
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


def _constant(text: _FunctionWriter, node: nodes.Constant) -> _Pair:
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


def _greatest(text: _FunctionWriter, node: nodes.Maximum) -> _Pair:
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
    nodes.Constant: _constant,
    nodes.NamedNumber: lambda text, node: text.read(node.name),
    nodes.PeriodBoundary: lambda text, node: text.read(f"{node.name}.{node.edge.value}"),
    nodes.ConstantMultiple: _scaled,
    nodes.Sum: _sum,
    nodes.Product: _product,
    nodes.Quotient: _quotient,
    nodes.Maximum: _greatest,
    nodes.RoundedValue: _round,
    nodes.ShiftedDay: _write_shifted_day,
    nodes.DateDifference: _between,
    nodes.CalendarNumber: _calendar_number,
    nodes.SelectedCount: lambda text, node: text.shared(node),
    nodes.ZeroDivisorGuard: lambda text, node: text.divided(node),
}
