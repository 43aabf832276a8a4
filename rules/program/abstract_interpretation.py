"""Abstract interpretation of the program: bounds of numbers, words and tests over partly unknown inputs.

Each primitive has one function here for its bounds, including values that do not apply.
"""

from __future__ import annotations

from datetime import date
from functools import reduce
from typing import TYPE_CHECKING, Any

from rules.contracts import interval_powers, intervals
from rules.contracts.dates import FIRST_DAY, LAST_DAY, day_in_calendar
from rules.contracts.extents import (
    ChoiceExtent,
    ChoicesExtent,
    Extent,
    NotApplicable,
    NumberExtent,
    PeriodExtent,
    UnknownOrAbsent,
    day_of,
)
from rules.contracts.intervals import UNBOUNDED, Interval, are_disjoint, hull, intersect, lies_inside, point_interval
from rules.contracts.numbers import fraction_of_int
from rules.contracts.outcomes import FirstMatchResult, Outcome, all_of, any_of, match_rows, unless
from rules.model.expressions import PeriodEdge
from rules.model.range_analysis import time_between
from rules.program import nodes
from rules.program.date_arithmetic import NEVER, shift_day
from rules.program.lowering import day
from rules.program.nodes import ANSWERS, AtomicTest, CriterionOutcome, Measure, Word
from rules.program.value_environment import ANYTHING, CONDITION, NO, YES, Anything, MeasureValue, Possible, Values

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from fractions import Fraction

    from rules.model.expressions import DateExpression
    from rules.program.nodes import Numeric, Tests


_FLAGS = {
    Outcome.MET: ChoiceExtent(frozenset({YES})),
    Outcome.NOT_MET: ChoiceExtent(frozenset({NO})),
    Outcome.UNDETERMINED: ChoiceExtent(frozenset(CONDITION)),
}
_NOT_READ = Anything()


class LazyMeasureValues(dict[Measure, MeasureValue]):
    """Possible values of measures, computed on first access."""

    def __init__(self, values: Values) -> None:
        self._values = values

    def __missing__(self, measure: Measure) -> MeasureValue:
        value = self[measure] = measure_value(measure, self._values)
        return value


def measure_value(measure: Measure, values: Values) -> MeasureValue:
    """Return all possible values of a measure; a partly known extent is widened, never narrowed."""
    if type(measure) is nodes.NamedNumber:
        return _number_under(measure.name, values.extents)
    if type(measure) is CriterionOutcome:
        outcome = values.answers[measure.criterion]
        return frozenset(ANSWERS if outcome is Outcome.UNDETERMINED else {outcome.value})
    # Caching is safe: facts, settings and quantities are final before they are read. Points are read only as
    # `NamedNumber`.
    value = values.read.get(measure, _NOT_READ)
    if value is _NOT_READ:
        value = values.read[measure] = (
            _word(measure, values.extents) if type(measure) is Word else possible_numbers(measure, values.extents)  # type: ignore[arg-type]
        )
    return value


def possible_numbers(node: Numeric, extents: Mapping[str, Extent]) -> Possible:
    """Return all possible values of a number; None if it does not apply."""
    return _IntervalEvaluator(extents).of(node)


def day_interval(expression: DateExpression, values: Values) -> Interval | None:
    """Return all possible days of a date expression; None if it does not apply."""
    days = possible_numbers(day(expression), values.extents)
    return UNBOUNDED if isinstance(days, Anything) else days


def condition_outcome(extent: Extent | None) -> Outcome:
    """Return the outcome of a named condition from the extent of its flag."""
    return next((outcome for outcome, flag in _FLAGS.items() if flag == extent), Outcome.UNDETERMINED)


# Tests.


def ask(atom: AtomicTest, value: MeasureValue) -> Outcome:
    """Evaluate a test over all possible values; undetermined if they disagree."""
    if type(value) is Interval and value.low is value.high and value.low is not None:
        return Outcome.MET if atom.allows(value.low) else Outcome.NOT_MET
    if value is None:
        return Outcome.NOT_APPLICABLE
    if isinstance(value, frozenset):
        allowed = atom.allowed if isinstance(atom.allowed, frozenset) else frozenset()
        if value <= allowed:
            return Outcome.MET
        return Outcome.UNDETERMINED if value & allowed else Outcome.NOT_MET
    if isinstance(value, Anything):
        return Outcome.UNDETERMINED
    for span in atom.allowed:
        if isinstance(span, Interval) and not are_disjoint(value, span):
            return Outcome.MET if lies_inside(value, span) else Outcome.UNDETERMINED
    return Outcome.NOT_MET


def evaluate_tests(tests: Tests, values: Values) -> Outcome:
    """Evaluate a conjunction of tests over all possible values of their measures."""
    return all_of([ask(atom, measure_value(atom.measure, values)) for atom in tests])


def evaluate_measured_tests(tests: Tests, measured: Mapping[Measure, MeasureValue]) -> Outcome:
    """Evaluate a conjunction of tests on measured values, up to the first that is not met."""
    answers: list[Outcome] = []
    for atom in tests:
        answer = ask(atom, measured[atom.measure])
        if answer is Outcome.NOT_MET:
            return answer
        answers.append(answer)
    return answers[0] if len(answers) == 1 else all_of(answers)


# Row selection.


def evaluate_quantity(node: nodes.Computed, values: Values) -> Extent:
    """Return all possible values of a quantity."""
    match node:
        case nodes.FirstMatchingRow():
            return _extent(_first_match_value(node, values))
        case nodes.CasesWithExceptions():
            holding = [(excepts, evaluate_tests(tests, values)) for excepts, tests in node.rows]
            cases, exceptions = (
                any_of(outcome for excepts, outcome in holding if excepts is wanted) for wanted in (False, True)
            )
            return _FLAGS[unless(cases, exceptions)]
        case nodes.LookupTable():
            return _lookup_extent(node, values)


def _walk_rows(node: nodes.FirstMatchingRow, values: Values) -> FirstMatchResult:
    return match_rows(evaluate_tests(tests, values) for tests, _ in node.rows)


def deciding_rows(node: nodes.Computed, values: Values) -> tuple[list[int], bool]:
    """Return the indexes of the rows that may determine a quantity, and whether possibly none does.

    With exceptions, these are the exceptions that are met, else the rows met or undetermined, else all cases.
    """
    match node:
        case nodes.FirstMatchingRow():
            return list(_walk_rows(node, values).row_indexes), False
        case nodes.LookupTable():
            rows = _rows_by_words(node, values)
            return rows if isinstance(rows, tuple) else ([], False)
        case nodes.CasesWithExceptions():
            return _deciding_cases(node, values), False


def _deciding_cases(node: nodes.CasesWithExceptions, values: Values) -> list[int]:
    holding = [(excepts, evaluate_tests(tests, values)) for excepts, tests in node.rows]
    excepted = [position for position, (excepts, outcome) in enumerate(holding) if excepts and outcome is Outcome.MET]
    possible_rows = [
        position for position, (_, outcome) in enumerate(holding) if outcome in (Outcome.MET, Outcome.UNDETERMINED)
    ]
    return excepted or possible_rows or [position for position, (excepts, _) in enumerate(holding) if not excepts]


def _rows_by_words(node: nodes.LookupTable, values: Values) -> tuple[list[int], bool] | Anything | None:
    chosen = [measure_value(key, values) for key in node.keys]
    if ANYTHING in chosen:
        return ANYTHING
    words = [value for value in chosen if isinstance(value, frozenset)]
    if len(words) < len(chosen):
        return None
    possible_rows = [
        position
        for position, (keys, _) in enumerate(node.rows)
        if all(key in value for key, value in zip(keys, words, strict=True))
    ]
    return possible_rows, len(possible_rows) < reduce(lambda count, value: count * len(value), words, 1)


def _first_match_value(node: nodes.FirstMatchingRow, values: Values) -> Possible:
    match_result = _walk_rows(node, values)
    results = [possible_numbers(node.rows[position][1], values.extents) for position in match_result.row_indexes]
    if not match_result.surely_matches and not (results and node.keys is not None and _all_apply(node.keys, values)):
        results.append(UNBOUNDED)
    return _join_all(results)


def _all_apply(names: Iterable[str], values: Values) -> bool:
    return not any(isinstance(values.extents[name], (NotApplicable, UnknownOrAbsent)) for name in names)


def _join_all(values: Iterable[Possible]) -> Possible:
    return reduce(_join_values, values)


def _join_values(left: Possible, right: Possible) -> Possible:
    if isinstance(left, Interval) and isinstance(right, Interval):
        return hull(left, right)
    return None if left is None and right is None else ANYTHING


def _lookup_extent(node: nodes.LookupTable, values: Values) -> Extent:
    rows = _rows_by_words(node, values)
    if not isinstance(rows, tuple):
        return _extent(rows)
    positions, falls_back = rows
    row_values = [node.rows[position][1] for position in positions] + [node.otherwise] * falls_back
    results = (possible_numbers(value, values.extents) for value in row_values)
    return _extent(_join_all(UNBOUNDED if isinstance(result, Anything) else result for result in results))


def chosen(node: nodes.FirstMatchingWord, outcomes: Mapping[str, Outcome]) -> tuple[str, ...]:
    """Return the words of all rows that may be the first true row, and `otherwise` unless a row is surely true."""
    match_result = walk_choice(node, outcomes)
    words = [node.rows[position][1] for position in match_result.row_indexes]
    return tuple(dict.fromkeys(words if match_result.surely_matches else [*words, node.otherwise]))


def walk_choice(node: nodes.FirstMatchingWord, outcomes: Mapping[str, Outcome]) -> FirstMatchResult:
    """Evaluate the rows of a choice up to the first that is met."""
    return match_rows(
        outcomes[criteria[0]] if len(criteria) == 1 else any_of([outcomes[criterion] for criterion in criteria])
        for criteria, _ in node.rows
    )


def possible_points(node: nodes.Piecewise, pieces: Sequence[nodes.Piece], values: Values) -> Interval:
    """Return the hull of the points of all possible pieces, each over its part of the measured values."""
    piece_ranges = [
        node.otherwise
        if piece.number == nodes.NO_MATCH
        else piece.fixed or piece_points(piece, measure_value(piece.tests[0].measure, values))
        for piece in pieces
    ]
    if len(piece_ranges) == 1 and piece_ranges[0] is not None:
        return piece_ranges[0]
    return reduce(hull, [interval for interval in piece_ranges if interval is not None] or [node.otherwise])


def points_by_count(node: nodes.PointsByCount, outcomes: Sequence[Outcome]) -> tuple[Interval, tuple[int, int]]:
    """Return the points for a count of outcomes, with the least and greatest number of parts met."""
    least = outcomes.count(Outcome.MET)
    most = least + outcomes.count(Outcome.UNDETERMINED)
    low = node.points(least)
    return (point_interval(low) if least == most else Interval(low, node.points(most))), (least, most)


def piece_points(piece: nodes.Piece, measured: MeasureValue) -> Interval | None:
    """Return all possible points of a piece; None if it excludes every possible value."""
    test = piece.tests[0]
    measure = test.measure
    if piece.fixed is not None or not isinstance(measure, nodes.NamedNumber):
        return piece.fixed
    within = measured if isinstance(measured, Interval) else UNBOUNDED
    allowed_parts = (intersect(within, span) for span in test.allowed if isinstance(span, Interval))
    first_part = next((part for part in allowed_parts if part is not None), None)
    points = None if first_part is None else possible_numbers(piece.points, {measure.name: NumberExtent(first_part)})
    return points if isinstance(points, Interval) else None


def _extent(value: Possible) -> Extent:
    if value is None:
        return NotApplicable()
    return UnknownOrAbsent() if isinstance(value, Anything) else NumberExtent(value)


def _word(node: Word, extents: Mapping[str, Extent]) -> MeasureValue:
    extent, domain = extents[node.name], node.domain
    if type(extent) is ChoiceExtent and not extent.others:
        if len(extent.possible) == 1:
            (value,) = extent.possible
            return extent.possible if value in domain else frozenset({domain[-1]})
        if extent.possible <= set(domain):
            positions = [domain.index(value) for value in extent.possible]
            return frozenset(domain[min(positions) : max(positions) + 1])
    if isinstance(extent, UnknownOrAbsent):
        return ANYTHING
    return None if isinstance(extent, NotApplicable) else frozenset(domain)


# Numbers.


class _IntervalEvaluator:
    """Evaluation with `bits` of precision; records a possible (`may_divide`) or sure (`divides`) zero divisor."""

    __slots__ = ("bits", "divides", "extents", "may_divide")

    def __init__(self, extents: Mapping[str, Extent], bits: int = 0) -> None:
        self.extents, self.bits = extents, bits
        self.may_divide = self.divides = False

    def of(self, node: Numeric) -> Possible:
        return _NUMBERS[type(node)](node, self)

    def note_divisor(self, divisor: Interval, *, may: bool = True, does: bool = True) -> None:
        self.may_divide |= may and divisor.contains(_ZERO)
        self.divides |= does and divisor.value == 0


_ZERO = fraction_of_int(0)


def _number_under(name: str, extents: Mapping[str, Extent]) -> Possible:
    extent = extents[name]
    if type(extent) is NumberExtent:
        return extent.interval
    if type(extent) is NotApplicable:
        return None
    return ANYTHING if type(extent) is UnknownOrAbsent else UNBOUNDED


def _period_boundary(node: nodes.PeriodBoundary, evaluator: _IntervalEvaluator) -> Possible:
    extent = evaluator.extents[node.name]
    if type(extent) is PeriodExtent:
        return extent.first if node.edge is PeriodEdge.FIRST else extent.last
    return _number_under(node.name, evaluator.extents)


def _selected_count(node: nodes.SelectedCount, evaluator: _IntervalEvaluator) -> Possible:
    extent, wanted = evaluator.extents[node.name], node.values
    if isinstance(extent, (NotApplicable, UnknownOrAbsent)):
        return ANYTHING if isinstance(extent, UnknownOrAbsent) else None
    if isinstance(extent, ChoicesExtent):
        low, high = len(extent.surely & wanted), len(extent.possibly & wanted)
        return (
            point_interval(fraction_of_int(low))
            if low == high
            else Interval(fraction_of_int(low), fraction_of_int(high))
        )
    return Interval(fraction_of_int(0), fraction_of_int(len(wanted)))


def _unary_rule(
    part: str, bounds: Callable[[Any, Interval], Interval]
) -> Callable[[Any, _IntervalEvaluator], Possible]:
    def rule(node: Any, evaluator: _IntervalEvaluator) -> Possible:
        value = evaluator.of(getattr(node, part))
        return bounds(node, value) if isinstance(value, Interval) else value

    return rule


def _binary_rule(bounds: Callable[[Interval, Interval], Interval]) -> Callable[[Any, _IntervalEvaluator], Possible]:
    def rule(node: Any, evaluator: _IntervalEvaluator) -> Possible:
        left, right = evaluator.of(node.left), evaluator.of(node.right)
        if isinstance(left, Interval) and isinstance(right, Interval):
            return bounds(left, right)
        return _absent(left, right)

    return rule


def _absent(*operands: Possible) -> Possible:
    return ANYTHING if ANYTHING in operands else None


def _quotient(node: nodes.Quotient, evaluator: _IntervalEvaluator) -> Possible:
    left, right = evaluator.of(node.left), evaluator.of(node.right)
    if isinstance(left, Interval) and isinstance(right, Interval):
        evaluator.note_divisor(right)
        return intervals.divide(left, right)
    return _absent(left, right)


def _exponentiation(node: nodes.Exponentiation, evaluator: _IntervalEvaluator) -> Possible:
    exponent = evaluator.of(node.exponent)
    if node.base is None:
        if not isinstance(exponent, Interval):
            return exponent
        return interval_powers.exponential(exponent, evaluator.bits or interval_powers.FIRST_BITS)
    base = evaluator.of(node.base)
    if not isinstance(base, Interval) or not isinstance(exponent, Interval):
        return _absent(base, exponent)
    may = exponent.low is None or exponent.low < 0
    evaluator.note_divisor(base, may=may, does=exponent.high is not None and exponent.high < 0)
    return (
        interval_powers.fractional_power(base, exponent, evaluator.bits)
        if evaluator.bits
        else interval_powers.power(base, exponent)
    )


def _rounded(node: nodes.RoundedValue, evaluator: _IntervalEvaluator) -> Possible:
    bits = evaluator.bits or interval_powers.FIRST_BITS
    while True:
        inner = _IntervalEvaluator(evaluator.extents, bits)
        value = inner.of(node.value)
        rounded = interval_powers.round_interval(value, node.step, node.mode) if isinstance(value, Interval) else value
        if not (
            node.asks_again and bits < interval_powers.MOST_BITS and _may_need_precision(value, rounded, node.step)
        ):
            evaluator.may_divide |= inner.may_divide
            evaluator.divides |= inner.divides
            return rounded
        bits *= 4


def _may_need_precision(value: Possible, rounded: Possible, step: Fraction) -> bool:
    if not isinstance(value, Interval) or not isinstance(rounded, Interval) or rounded.value is not None:
        return False
    return value.low is not None and value.high is not None and value.high - value.low < step


def _shifted_days(node: nodes.ShiftedDay, days: Interval) -> Interval:
    low = None if days.low is None else fraction_of_int(shift_day(node.by, day_of(days.low)))
    if low is not None and days.high is days.low:
        return point_interval(low)
    return Interval(low, None if days.high is None else fraction_of_int(shift_day(node.by, day_of(days.high))))


def _date_difference(node: nodes.DateDifference, evaluator: _IntervalEvaluator) -> Possible:
    first, last = evaluator.of(node.first), evaluator.of(node.last)
    if not isinstance(first, Interval) or not isinstance(last, Interval):
        return _absent(first, last)
    if _never_comes(first) or _never_comes(last):
        return UNBOUNDED
    firsts, lasts = _calendar_days(first), _calendar_days(last)
    shortest = time_between(node.unit, firsts[1], lasts[0])
    known = firsts[0] == firsts[1] and lasts[0] == lasts[1]
    return _closed_interval(shortest, shortest if known else time_between(node.unit, firsts[0], lasts[1]))


def _calendar_number(node: nodes.CalendarNumber, days: Interval) -> Interval:
    if _never_comes(days):
        return UNBOUNDED
    return _closed_interval(*map(fraction_of_int, node.form.among(*_calendar_days(days))))


def _never_comes(days: Interval) -> bool:
    return days.low is not None and days.low >= NEVER


def _calendar_days(days: Interval) -> tuple[date, date]:
    first = FIRST_DAY if days.low is None else day_of(days.low)
    last = LAST_DAY if days.high is None else day_of(days.high)
    return day_in_calendar(first), day_in_calendar(last)


def _closed_interval(low: Fraction, high: Fraction) -> Interval:
    return point_interval(low) if low == high else Interval(low, high)


def _guarded_number(node: nodes.ZeroDivisorGuard, evaluator: _IntervalEvaluator) -> Possible:
    inner = _IntervalEvaluator(evaluator.extents, evaluator.bits)
    value = inner.of(node.value)
    if not isinstance(value, Interval) or not inner.may_divide:
        return value
    return node.instead if inner.divides else hull(value, node.instead)


_NUMBERS: Mapping[type[Numeric], Callable[[Any, _IntervalEvaluator], Possible]] = {
    nodes.Constant: lambda node, _: node.value,
    nodes.NamedNumber: lambda node, reading: _number_under(node.name, reading.extents),
    nodes.PeriodBoundary: _period_boundary,
    nodes.ConstantMultiple: _unary_rule("value", lambda node, value: intervals.scale_interval(value, node.factor)),
    nodes.Sum: _binary_rule(intervals.add),
    nodes.Product: _binary_rule(intervals.multiply),
    nodes.Quotient: _quotient,
    nodes.Maximum: _binary_rule(intervals.maximum),
    nodes.Exponentiation: _exponentiation,
    nodes.RoundedValue: _rounded,
    nodes.ShiftedDay: _unary_rule("day", _shifted_days),
    nodes.DateDifference: _date_difference,
    nodes.CalendarNumber: _unary_rule("day", _calendar_number),
    nodes.SelectedCount: _selected_count,
    nodes.ZeroDivisorGuard: _guarded_number,
}
