"""Primitives of the program: their table in docs/architecture.md, and absent, open and boundary values."""

from fractions import Fraction
from pathlib import Path
from types import UnionType
from typing import Any, get_args

import pytest

from rules.contracts.extents import ChoiceExtent, ChoicesExtent, Extent, NotApplicable, NumberExtent, UnknownOrAbsent
from rules.contracts.intervals import UNBOUNDED, Interval, point_interval
from rules.model.expressions import NumberOperator, SpanUnit, YearOfDay
from rules.program import abstract_interpretation, compiled_evaluation, nodes
from rules.program.abstract_interpretation import evaluate_quantity, measure_value, possible_numbers
from rules.program.compiled_evaluation import CompiledQuantity
from rules.program.date_arithmetic import NEVER
from rules.program.lowering import number_span
from rules.program.nodes import (
    AtomicTest,
    CasesWithExceptions,
    Constant,
    FirstMatchingRow,
    LookupTable,
    NamedNumber,
    Word,
    ZeroDivisorGuard,
)
from rules.program.value_environment import ANYTHING, MeasureValue, Values


def interval(low: int | None, high: int | None, *, low_open: bool = False, high_open: bool = False) -> Interval:
    first, last = (None if end is None else Fraction(end) for end in (low, high))
    return Interval(first, last, low_open, high_open)


def constant(value: int) -> Constant:
    return Constant(point_interval(Fraction(value)))


WORDS = ("a", "b", "c")
EXTENTS: dict[str, Extent] = {
    "absent": NotApplicable(),
    "perhaps": UnknownOrAbsent(),
    "zero": NumberExtent(point_interval(Fraction(0))),
    "some": NumberExtent(interval(-1, 2)),
    "small": NumberExtent(Interval(Fraction(-1, 2), Fraction(1))),
    "unit": NumberExtent(interval(0, 1)),
    "below_three": NumberExtent(interval(1, 3, high_open=True)),
    "never": NumberExtent(point_interval(Fraction(NEVER))),
    "word": ChoiceExtent(frozenset({"a", "c"})),
    "other": ChoiceExtent(frozenset({"x"})),
    "chosen": ChoicesExtent(frozenset({"p"}), frozenset({"p", "q", "r"})),
}
VALUES = Values(EXTENTS, {})
ABSENT, PERHAPS, ZERO, SOME = (NamedNumber(name) for name in ("absent", "perhaps", "zero", "some"))
JOINED = (nodes.Sum, nodes.Product, nodes.Quotient, nodes.Maximum, nodes.Exponentiation)


@pytest.mark.parametrize("joined", JOINED)
def test_a_possibly_absent_operand_takes_precedence_over_an_absent_operand(joined: type[nodes.Sum]) -> None:
    assert possible_numbers(joined(ABSENT, PERHAPS), EXTENTS) is ANYTHING
    assert possible_numbers(joined(PERHAPS, ABSENT), EXTENTS) is ANYTHING
    assert possible_numbers(joined(ABSENT, SOME), EXTENTS) is None
    assert possible_numbers(joined(SOME, ABSENT), EXTENTS) is None


def test_a_date_difference_with_an_absent_day_is_absent() -> None:
    assert possible_numbers(nodes.DateDifference(ABSENT, PERHAPS, SpanUnit.DAYS), EXTENTS) is ANYTHING
    assert possible_numbers(nodes.DateDifference(SOME, ABSENT, SpanUnit.DAYS), EXTENTS) is None


INSTEAD = point_interval(Fraction(9))


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (nodes.Quotient(constant(1), ZERO), INSTEAD),
        (nodes.Quotient(constant(1), constant(2)), point_interval(Fraction(1, 2))),
        (nodes.Quotient(constant(4), NamedNumber("below_three")), Interval(Fraction(4, 3), Fraction(4), True)),
        (nodes.Quotient(constant(1), SOME), UNBOUNDED),
        (nodes.Quotient(constant(0), SOME), interval(0, 9)),
        (nodes.Quotient(ABSENT, ZERO), None),
        (nodes.Quotient(PERHAPS, ZERO), ANYTHING),
        (nodes.Exponentiation(ZERO, constant(-1)), INSTEAD),
        (nodes.Exponentiation(NamedNumber("unit"), NamedNumber("small")), interval(0, 9)),
        (nodes.Exponentiation(NamedNumber("unit"), constant(2)), interval(0, 1)),
    ],
)
def test_division_by_zero_returns_the_replacement_value(node: nodes.Numeric, expected: MeasureValue) -> None:
    assert possible_numbers(ZeroDivisorGuard(node, INSTEAD), EXTENTS) == expected


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (nodes.ConstantMultiple(NamedNumber("below_three"), Fraction(-1)), interval(-3, -1, low_open=True)),
        (nodes.Product(ZERO, Constant(UNBOUNDED)), point_interval(Fraction(0))),
        (nodes.Maximum(SOME, constant(1)), interval(1, 2)),
        (nodes.SelectedCount("chosen", frozenset({"p", "q"})), interval(1, 2)),
        (nodes.SelectedCount("absent", frozenset({"p"})), None),
        (nodes.SelectedCount("perhaps", frozenset({"p"})), ANYTHING),
        (NamedNumber("word"), UNBOUNDED),
        (nodes.DateDifference(constant(700_000), NamedNumber("never"), SpanUnit.YEARS), UNBOUNDED),
        (nodes.CalendarNumber(NamedNumber("never"), YearOfDay), UNBOUNDED),
    ],
)
def test_the_bounds_of_a_node_are_computed(node: nodes.Numeric, expected: MeasureValue) -> None:
    assert possible_numbers(node, EXTENTS) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("word", frozenset(WORDS)),
        ("other", frozenset({"c"})),
        ("absent", None),
        ("perhaps", ANYTHING),
        ("some", frozenset(WORDS)),
    ],
)
def test_several_possible_words_widen_to_all_words_between(name: str, expected: MeasureValue) -> None:
    assert measure_value(Word(name, WORDS), VALUES) == expected


def positive(name: str) -> nodes.Tests:
    return (AtomicTest(NamedNumber(name), number_span(NumberOperator.MORE_THAN, Fraction(0))),)


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (FirstMatchingRow(((positive("some"), constant(1)), ((), constant(2)))), NumberExtent(interval(1, 2))),
        (
            FirstMatchingRow(((positive("absent"), constant(1)), ((), constant(2)))),
            NumberExtent(point_interval(Fraction(2))),
        ),
        (FirstMatchingRow(((positive("some"), constant(1)),)), NumberExtent(UNBOUNDED)),
        (FirstMatchingRow(((positive("some"), constant(1)),), ("some",)), NumberExtent(point_interval(Fraction(1)))),
        (FirstMatchingRow(((positive("some"), constant(1)),), ("perhaps",)), NumberExtent(UNBOUNDED)),
        (FirstMatchingRow(((positive("zero"), constant(1)),), ("zero",)), NumberExtent(UNBOUNDED)),
        (FirstMatchingRow(((positive("some"), ABSENT), ((), constant(2)))), UnknownOrAbsent()),
        (FirstMatchingRow((((), ABSENT),)), NotApplicable()),
    ],
)
def test_undetermined_rows_are_joined(node: FirstMatchingRow, expected: Extent) -> None:
    assert evaluate_quantity(node, VALUES) == expected


BY = (Word("word", WORDS),)


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (
            LookupTable(BY, ((("a",), constant(1)), (("b",), constant(2)), (("c",), constant(3))), constant(9)),
            NumberExtent(interval(1, 3)),
        ),
        (LookupTable(BY, ((("a",), constant(1)), (("c",), constant(3))), constant(9)), NumberExtent(interval(1, 9))),
        (LookupTable(BY, ((("a",), PERHAPS),), constant(9)), NumberExtent(UNBOUNDED)),
        (LookupTable(BY, ((("a",), ABSENT),), constant(9)), UnknownOrAbsent()),
        (LookupTable((Word("absent", WORDS), *BY), (), constant(9)), NotApplicable()),
        (LookupTable((Word("absent", WORDS), Word("perhaps", WORDS)), (), constant(9)), UnknownOrAbsent()),
    ],
)
def test_rows_of_possible_words_are_joined(node: LookupTable, expected: Extent) -> None:
    assert evaluate_quantity(node, VALUES) == expected


def is_word(name: str, word: str) -> nodes.Tests:
    return (AtomicTest(Word(name, WORDS), frozenset({word})),)


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (
            FirstMatchingRow((((), nodes.Quotient(constant(1), constant(-2))),)),
            NumberExtent(point_interval(Fraction(-1, 2))),
        ),
        (
            FirstMatchingRow(((positive("zero"), constant(1)), ((), constant(2)))),
            NumberExtent(point_interval(Fraction(2))),
        ),
        (
            CasesWithExceptions(((False, is_word("other", "c")), (True, is_word("other", "c")))),
            ChoiceExtent(frozenset({"no"})),
        ),
        (
            CasesWithExceptions(((False, is_word("other", "c")), (True, is_word("other", "a")))),
            ChoiceExtent(frozenset({"yes"})),
        ),
    ],
)
def test_compiled_text_computes_the_same_result(node: FirstMatchingRow | CasesWithExceptions, expected: Extent) -> None:
    prepared = CompiledQuantity(node)
    for _ in range(2):
        assert prepared.value("q", VALUES, VALUES.known) == expected
    assert VALUES.known.pop("q") is not None, "by text"


def test_the_time_to_a_day_that_never_comes_is_unbounded() -> None:
    prepared = CompiledQuantity(
        FirstMatchingRow((((), nodes.DateDifference(constant(700_000), NamedNumber("never"), SpanUnit.DAYS)),))
    )
    for _ in range(2):
        assert prepared.value("q", VALUES, VALUES.known) == NumberExtent(UNBOUNDED)


PAGE = Path(__file__).resolve().parents[2] / "docs" / "architecture.md"


def primitives(union: UnionType | Any) -> list[type]:
    return list(get_args(union))


def test_every_number_node_has_an_interval_rule_and_a_code_generator() -> None:
    numbers = set(primitives(nodes.Numeric))
    assert numbers == set(abstract_interpretation._NUMBERS)
    assert numbers - set(compiled_evaluation._NUMBERS) == {nodes.Exponentiation}, (
        "what has no exact value is not written"
    )


def test_the_page_has_a_row_for_each_primitive() -> None:
    page = PAGE.read_text(encoding="utf-8")
    words_and_tests = (nodes.Word, nodes.CriterionOutcome, nodes.AtomicTest)
    unions = (nodes.Computed, nodes.Scored)
    every = [*primitives(nodes.Numeric), *words_and_tests]
    every += [*(one for union in unions for one in primitives(union)), nodes.FirstMatchingWord]
    rows = [line.split("`")[1] for line in page.splitlines() if line.startswith("| `")]
    assert rows == [one.__name__ for one in every]
    assert len(every) <= 30
