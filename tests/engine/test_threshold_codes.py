"""Codes of exact values: order preservation, and code ranges equivalent to clauses over intervals."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from rules.contracts.errors import PlanError
from rules.contracts.intervals import UNBOUNDED, Interval, complement, hull, point_interval
from rules.contracts.outcomes import Outcome
from rules.engine.threshold_codes import NOT_APPLICABLE_CODE, Coding, codings
from rules.model.expressions import NumberOperator
from rules.program.abstract_interpretation import ask
from rules.program.lowering import number_span
from rules.program.nodes import ANSWERS, AtomicTest, CriterionOutcome, NamedNumber, Word
from rules.program.value_environment import ANYTHING, NO_NUMBER

NUMBERS = st.builds(Fraction, st.integers(-6, 6), st.sampled_from([1, 2, 3]))
THRESHOLDS = st.frozensets(NUMBERS, max_size=5).map(lambda found: tuple(sorted(found)))
OPERATORS = st.sampled_from(list(NumberOperator))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Draw an interval that is not empty."""
    low, high = draw(st.none() | NUMBERS), draw(st.none() | NUMBERS)
    if low is not None and high is not None and low > high:
        low, high = high, low
    if low is not None and low == high:
        return point_interval(low)
    return Interval(low, high, draw(st.booleans()), draw(st.booleans()))


@given(THRESHOLDS, NUMBERS, NUMBERS)
def test_the_order_of_codes_is_the_order_of_values(
    thresholds: tuple[Fraction, ...], number: Fraction, other: Fraction
) -> None:
    coding = Coding(thresholds=thresholds)
    (low, high), (code, top) = coding.encode(point_interval(number)), coding.encode(point_interval(other))
    assert low == high
    assert code == top
    assert 0 <= low <= coding.top
    if number <= other:
        assert low <= code
    told_apart = any(min(number, other) <= edge <= max(number, other) for edge in thresholds) and number != other
    assert (low != code) is told_apart


@given(THRESHOLDS, NUMBERS, st.integers(1, 9))
def test_a_plain_number_has_the_code_of_its_interval(
    thresholds: tuple[Fraction, ...], number: Fraction, factor: int
) -> None:
    coding = Coding(thresholds=thresholds)
    above, below = number.as_integer_ratio()
    assert coding.encode(point_interval(number)) == (coding.code((above * factor, below * factor)),) * 2
    assert coding.encode(None) == (coding.code(NO_NUMBER),) * 2 == (coding.code(None),) * 2


def test_a_plain_word_has_the_code_of_its_set() -> None:
    coding = Coding(values=("low", "high"))
    for word in coding.values:
        assert coding.encode(frozenset({word})) == (coding.code(word),) * 2
    assert coding.encode(None) == (coding.code(None),) * 2


@given(THRESHOLDS, intervals())
def test_the_codes_of_an_interval_are_the_codes_of_its_numbers(
    thresholds: tuple[Fraction, ...], value: Interval
) -> None:
    coding = Coding(thresholds=thresholds)
    first, last = coding.encode(value)
    step = Fraction(1, 12)
    held = [number for place in range(-120, 121) if value.contains(number := place * step)]
    codes = {coding.encode(point_interval(number))[0] for number in held}
    assert codes == set(range(first, last + 1))


@given(THRESHOLDS, intervals(), OPERATORS, NUMBERS)
def test_an_interval_lies_within_a_run_exactly_if_the_clause_is_satisfied_throughout(
    others: tuple[Fraction, ...], value: Interval, operator: NumberOperator, bound: Fraction
) -> None:
    atom = AtomicTest(NamedNumber("n"), number_span(operator, bound))
    extra = AtomicTest(NamedNumber("n"), tuple(point_interval(edge) for edge in others))
    coding = codings([atom, extra])[NamedNumber("n")]
    low, high = coding.encode(value)
    runs = coding.runs(atom)
    inside = any(first <= low and high <= last for first, last in runs)
    outside = any(first <= low and high <= last for first, last in coding.other_runs(runs))
    assert ask(atom, value) is {(True, False): Outcome.MET, (False, True): Outcome.NOT_MET}.get(
        (inside, outside), Outcome.UNDETERMINED
    )


@given(st.lists(intervals(), max_size=3))
def test_the_other_runs_are_the_codes_of_the_complement(spans: list[Interval]) -> None:
    gaps = complement(tuple(spans))
    atom = AtomicTest(NamedNumber("n"), complement(gaps))
    coding = codings([atom])[NamedNumber("n")]
    runs = coding.runs(atom)
    others = coding.other_runs(runs)
    covered = [code for low, high in (*runs, *others) for code in range(low, high + 1)]
    assert sorted(covered) == list(range(coding.top + 1))
    assert set(others) == set(coding.runs(AtomicTest(NamedNumber("n"), gaps)))


def test_a_measure_that_does_not_apply_lies_in_no_run() -> None:
    atom = AtomicTest(NamedNumber("n"), (UNBOUNDED,))
    coding = codings([atom])[NamedNumber("n")]
    assert coding.encode(None) == (NOT_APPLICABLE_CODE, NOT_APPLICABLE_CODE)
    assert coding.encode(ANYTHING) == (NOT_APPLICABLE_CODE, coding.top)
    assert coding.runs(atom) == ((0, 0),)


@given(st.frozensets(st.sampled_from("abcde")), st.sampled_from("abcde"))
def test_a_choice_is_coded_by_its_index(allowed: frozenset[str], value: str) -> None:
    selection = Word("c", tuple("abcde"))
    coding = codings([AtomicTest(selection, allowed)])[selection]
    low, high = coding.encode(frozenset({value}))
    runs = coding.runs(AtomicTest(selection, allowed))
    assert low == high == "abcde".index(value)
    assert any(first <= low <= last for first, last in runs) is (value in allowed)
    assert all(last + 1 < following for (_, last), (following, _) in pairwise(runs))


def test_the_answers_of_a_criterion_have_codes() -> None:
    answer = CriterionOutcome("G1")
    coding = codings([AtomicTest(answer, frozenset({"met"}))])[answer]
    assert coding.values == ANSWERS
    assert coding.encode(frozenset(ANSWERS)) == (0, 2)


def test_a_measure_has_at_most_ten_thousand_thresholds() -> None:
    many = tuple(point_interval(Fraction(place)) for place in range(10_001))
    assert codings([AtomicTest(NamedNumber("n"), many[:-1])])[NamedNumber("n")].top == 20_000
    with pytest.raises(PlanError, match="compared with 10001 different numbers"):
        codings([AtomicTest(NamedNumber("n"), many)])


@given(intervals(), intervals())
def test_a_wider_interval_has_no_fewer_codes(interval: Interval, other: Interval) -> None:
    coding = Coding(thresholds=(Fraction(-2), Fraction(0), Fraction(1, 2), Fraction(3)))
    low, high = coding.encode(interval)
    first, last = coding.encode(hull(interval, other))
    assert first <= low <= high <= last


@pytest.mark.full
@given(intervals(), st.lists(intervals(), max_size=3), NUMBERS)
def test_whole_number_comparison_agrees_with_the_intervals_of_an_atom(
    span: Interval, others: list[Interval], number: Fraction
) -> None:
    spans = (span, *others)
    assert AtomicTest(NamedNumber("n"), spans).allows(number) is any(one.contains(number) for one in spans)
