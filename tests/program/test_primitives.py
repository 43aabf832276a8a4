"""Primitives on absent, open and edge values: the lines of docs/program.md as cases."""

from fractions import Fraction

import pytest

from rules.contracts.extents import ChoiceExtent, ChoicesExtent, Extent, NotApplicable, NumberExtent, PerhapsAbsent
from rules.contracts.intervals import EVERYTHING, Interval, exactly
from rules.model.expressions import NumberOperator, SpanUnit
from rules.program import nodes
from rules.program.days import NEVER
from rules.program.known import Prepared
from rules.program.lowering import number_span
from rules.program.nodes import Atom, ByWords, Constant, Divided, First, Number, Unless, Word
from rules.program.possible import computed, measure_value, possible
from rules.program.values import ANYTHING, MeasureValue, Values


def interval(low: int | None, high: int | None, *, low_open: bool = False, high_open: bool = False) -> Interval:
    first, last = (None if end is None else Fraction(end) for end in (low, high))
    return Interval(first, last, low_open, high_open)


def one(value: int) -> Constant:
    return Constant(exactly(Fraction(value)))


WORDS = ("a", "b", "c")
EXTENTS: dict[str, Extent] = {
    "absent": NotApplicable(),
    "perhaps": PerhapsAbsent(),
    "zero": NumberExtent(exactly(Fraction(0))),
    "some": NumberExtent(interval(-1, 2)),
    "small": NumberExtent(Interval(Fraction(-1, 2), Fraction(1))),
    "unit": NumberExtent(interval(0, 1)),
    "below_three": NumberExtent(interval(1, 3, high_open=True)),
    "never": NumberExtent(exactly(Fraction(NEVER))),
    "word": ChoiceExtent(frozenset({"a", "c"})),
    "other": ChoiceExtent(frozenset({"x"})),
    "chosen": ChoicesExtent(frozenset({"p"}), frozenset({"p", "q", "r"})),
}
VALUES = Values(EXTENTS, {})
ABSENT, PERHAPS, ZERO, SOME = (Number(name) for name in ("absent", "perhaps", "zero", "some"))
JOINED = (nodes.Sum, nodes.Product, nodes.Quotient, nodes.Greatest, nodes.Raised)


@pytest.mark.parametrize("joined", JOINED)
def test_what_is_perhaps_absent_comes_before_what_is_absent(joined: type[nodes.Sum]) -> None:
    assert possible(joined(ABSENT, PERHAPS), EXTENTS) is ANYTHING
    assert possible(joined(PERHAPS, ABSENT), EXTENTS) is ANYTHING
    assert possible(joined(ABSENT, SOME), EXTENTS) is None
    assert possible(joined(SOME, ABSENT), EXTENTS) is None


def test_time_between_days_is_absent_likewise() -> None:
    assert possible(nodes.Between(ABSENT, PERHAPS, SpanUnit.DAYS), EXTENTS) is ANYTHING
    assert possible(nodes.Between(SOME, ABSENT, SpanUnit.DAYS), EXTENTS) is None


INSTEAD = exactly(Fraction(9))


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (nodes.Quotient(one(1), ZERO), INSTEAD),
        (nodes.Quotient(one(1), one(2)), exactly(Fraction(1, 2))),
        (nodes.Quotient(one(4), Number("below_three")), Interval(Fraction(4, 3), Fraction(4), True)),
        (nodes.Quotient(one(1), SOME), EVERYTHING),
        (nodes.Quotient(one(0), SOME), interval(0, 9)),
        (nodes.Quotient(ABSENT, ZERO), None),
        (nodes.Quotient(PERHAPS, ZERO), ANYTHING),
        (nodes.Raised(ZERO, one(-1)), INSTEAD),
        (nodes.Raised(Number("unit"), Number("small")), interval(0, 9)),
        (nodes.Raised(Number("unit"), one(2)), interval(0, 1)),
    ],
)
def test_a_divisor_of_zero_gives_what_stands_instead(node: nodes.Numeric, expected: MeasureValue) -> None:
    assert possible(Divided(node, INSTEAD), EXTENTS) == expected


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (nodes.Scaled(Number("below_three"), Fraction(-1)), interval(-3, -1, low_open=True)),
        (nodes.Product(ZERO, Constant(EVERYTHING)), exactly(Fraction(0))),
        (nodes.Greatest(SOME, one(1)), interval(1, 2)),
        (nodes.Overlap("chosen", frozenset({"p", "q"})), interval(1, 2)),
        (nodes.Overlap("absent", frozenset({"p"})), None),
        (nodes.Overlap("perhaps", frozenset({"p"})), ANYTHING),
        (Number("word"), EVERYTHING),
        (nodes.Between(one(700_000), Number("never"), SpanUnit.YEARS), EVERYTHING),
        (nodes.Year(Number("never")), EVERYTHING),
    ],
)
def test_bounds(node: nodes.Numeric, expected: MeasureValue) -> None:
    assert possible(node, EXTENTS) == expected


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
def test_words_are_widened_to_all_between(name: str, expected: MeasureValue) -> None:
    assert measure_value(Word(name, WORDS), VALUES) == expected


def positive(name: str) -> nodes.Tests:
    return (Atom(Number(name), number_span(NumberOperator.MORE_THAN, Fraction(0))),)


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (First(((positive("some"), one(1)), ((), one(2)))), NumberExtent(interval(1, 2))),
        (First(((positive("absent"), one(1)), ((), one(2)))), NumberExtent(exactly(Fraction(2)))),
        (First(((positive("some"), one(1)),)), NumberExtent(EVERYTHING)),
        (First(((positive("some"), one(1)),), ("some",)), NumberExtent(exactly(Fraction(1)))),
        (First(((positive("some"), one(1)),), ("perhaps",)), NumberExtent(EVERYTHING)),
        (First(((positive("zero"), one(1)),), ("zero",)), NumberExtent(EVERYTHING)),
        (First(((positive("some"), ABSENT), ((), one(2)))), PerhapsAbsent()),
        (First((((), ABSENT),)), NotApplicable()),
    ],
)
def test_rows_left_open_join(node: First, expected: Extent) -> None:
    assert computed(node, VALUES) == expected


BY = (Word("word", WORDS),)


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (ByWords(BY, ((("a",), one(1)), (("b",), one(2)), (("c",), one(3))), one(9)), NumberExtent(interval(1, 3))),
        (ByWords(BY, ((("a",), one(1)), (("c",), one(3))), one(9)), NumberExtent(interval(1, 9))),
        (ByWords(BY, ((("a",), PERHAPS),), one(9)), NumberExtent(EVERYTHING)),
        (ByWords(BY, ((("a",), ABSENT),), one(9)), PerhapsAbsent()),
        (ByWords((Word("absent", WORDS), *BY), (), one(9)), NotApplicable()),
        (ByWords((Word("absent", WORDS), Word("perhaps", WORDS)), (), one(9)), PerhapsAbsent()),
    ],
)
def test_rows_of_possible_words_join(node: ByWords, expected: Extent) -> None:
    assert computed(node, VALUES) == expected


def is_word(name: str, word: str) -> nodes.Tests:
    return (Atom(Word(name, WORDS), frozenset({word})),)


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (First((((), nodes.Quotient(one(1), one(-2))),)), NumberExtent(exactly(Fraction(-1, 2)))),
        (First(((positive("zero"), one(1)), ((), one(2)))), NumberExtent(exactly(Fraction(2)))),
        (Unless(((False, is_word("other", "c")), (True, is_word("other", "c")))), ChoiceExtent(frozenset({"no"}))),
        (Unless(((False, is_word("other", "c")), (True, is_word("other", "a")))), ChoiceExtent(frozenset({"yes"}))),
    ],
)
def test_the_text_says_the_same(node: First | Unless, expected: Extent) -> None:
    prepared = Prepared(node)
    for _ in range(2):
        assert prepared.value("q", VALUES, VALUES.known) == expected
    assert VALUES.known.pop("q") is not None, "by text"


def test_no_time_is_told_to_a_day_that_never_comes() -> None:
    prepared = Prepared(First((((), nodes.Between(one(700_000), Number("never"), SpanUnit.DAYS)),)))
    for _ in range(2):
        assert prepared.value("q", VALUES, VALUES.known) == NumberExtent(EVERYTHING)
