"""Clause base classes: names read in order, day comparisons, and words admitted by each kind of clause."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations

import pytest

from rules.contracts.outcomes import Outcome
from rules.model.expressions import (
    ChoiceClause,
    ChoiceClauseBase,
    ClauseBase,
    DateClause,
    DateExpression,
    DateOperator,
    DateRangeClause,
    IncludesClause,
    IncludesNoneClause,
    NameReference,
    NumberClause,
    NumberLiteral,
    NumberOperator,
    NumberRangeClause,
    OutcomeClause,
    compare_days,
)

DAY = date(2026, 3, 1)
TEN = NumberLiteral(value=Fraction(10))
ISSUED, DUE = DateExpression(name="issued"), DateExpression(name="due", shift_days=3)


@pytest.mark.parametrize(
    ("clause", "reads"),
    [
        (NumberClause(name="used", operator=NumberOperator.IS, operand=TEN), ("used",)),
        (
            NumberClause(name="used", operator=NumberOperator.IS, operand=NameReference(id="allowed")),
            ("used", "allowed"),
        ),
        (NumberRangeClause(name="used", low=TEN, high=TEN), ("used",)),
        (ChoiceClause(name="origin", values=("own",)), ("origin",)),
        (IncludesClause(name="origin", values=("own",)), ("origin",)),
        (IncludesNoneClause(name="origin", values=("own",)), ("origin",)),
        (DateClause(name="paid", operator=DateOperator.ON, operand=DateExpression(literal=DAY)), ("paid",)),
        (DateClause(name="paid", operator=DateOperator.ON, operand=ISSUED), ("paid", "issued")),
        (DateRangeClause(name="paid", first=ISSUED, last=DUE), ("paid", "issued", "due")),
        (DateRangeClause(name="paid", first=ISSUED, last=ISSUED), ("paid", "issued")),
        (OutcomeClause(criterion="permit", outcome=Outcome.MET), ("permit",)),
    ],
)
def test_a_clause_lists_each_name_it_reads_once_with_its_subject_first(
    clause: ClauseBase, reads: tuple[str, ...]
) -> None:
    assert clause.reads == reads


def test_a_date_range_includes_its_first_and_last_day() -> None:
    last = DateExpression(literal=DAY + timedelta(days=2))
    clause = DateRangeClause(name="paid", first=DateExpression(literal=DAY), last=last)
    held = [
        days
        for days in range(-2, 5)
        if all(
            other.literal and compare_days(DAY + timedelta(days=days), operator, other.literal)
            for operator, other in clause.compared
        )
    ]
    assert held == [0, 1, 2]


@pytest.mark.parametrize(
    ("operator", "held"),
    [
        (DateOperator.BEFORE, [-1]),
        (DateOperator.UNTIL, [-1, 0]),
        (DateOperator.ON, [0]),
        (DateOperator.FROM, [0, 1]),
        (DateOperator.AFTER, [1]),
    ],
)
def test_days_are_compared_by_the_operator(operator: DateOperator, held: list[int]) -> None:
    assert [days for days in (-1, 0, 1) if compare_days(DAY + timedelta(days=days), operator, DAY)] == held


@pytest.mark.parametrize(
    ("clause", "admitted"),
    [
        (ChoiceClause(name="origin", values=("a", "b")), {"a", "b"}),
        (ChoiceClause(name="origin", values=("a", "b"), negated=True), {"c"}),
        (IncludesClause(name="origin", values=("a",)), {"a", "ab", "ac", "abc"}),
        (IncludesNoneClause(name="origin", values=("a",)), {"", "b", "c", "bc"}),
    ],
)
def test_each_kind_of_clause_admits_its_words(clause: ChoiceClauseBase, admitted: set[str]) -> None:
    sizes = (1,) if isinstance(clause, ChoiceClause) else range(4)
    chosen = ["".join(one) for size in sizes for one in combinations("abc", size)]
    assert {one for one in chosen if clause.admits(frozenset(one))} == admitted
