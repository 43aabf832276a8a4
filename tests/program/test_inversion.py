"""Candidates of a test: at each its answer is another than on one side, and between two of them it stays the same."""

from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest

from rules.contracts.extents import Extent, UnknownOrAbsent, known_number
from rules.model.expressions import (
    Clause,
    DateClause,
    DateExpression,
    DateOperator,
    DateRangeClause,
    NameReference,
    NumberClause,
    NumberLiteral,
    NumberOperator,
    NumberRangeClause,
)
from rules.program.abstract_interpretation import evaluate_tests
from rules.program.inversion import candidates
from rules.program.lowering import LoweringNames, lower_clause
from rules.program.value_environment import Values

NAMES = LoweringNames({"power": "kW", "other": "MW"}, {})
DAY = Fraction(date(2026, 3, 31).toordinal())
KNOWN: dict[str, Extent] = {"other": known_number(Fraction(3, 2)), "signed": known_number(DAY)}
FIRST, LAST = DateExpression(name="signed", shift_days=-10), DateExpression(name="signed", shift_months=1)
NUMBER = NumberLiteral(value=Fraction(5), unit="kW")


def asked(operator: NumberOperator) -> list[NumberClause]:
    return [
        NumberClause(name="power", operator=operator, operand=operand)
        for operand in (NUMBER, NameReference(id="other"))
    ]


CLAUSES: list[Clause] = [
    *(clause for operator in NumberOperator for clause in asked(operator)),
    NumberRangeClause(name="power", low=NUMBER, high=NumberLiteral(value=Fraction(1), unit="MW")),
    *(DateClause(name="issued", operator=operator, operand=LAST) for operator in DateOperator),
    DateClause(name="issued", operator=DateOperator.FROM, operand=DateExpression(literal=date(2026, 1, 1))),
    DateRangeClause(name="issued", first=FIRST, last=LAST),
]


@pytest.mark.parametrize("clause", CLAUSES, ids=repr)
def test_an_answer_changes_at_each_candidate_and_nowhere_else(clause: Clause) -> None:
    name, tests = clause.reads[0], lower_clause(clause, NAMES)

    def answer(number: Fraction) -> object:
        return evaluate_tests(tests, Values({**KNOWN, name: known_number(number)}, NAMES.units))

    ends = sorted(edge for test in tests for edge in candidates(test, name, Values({**KNOWN}, NAMES.units)))
    assert ends
    for end in ends:
        assert len({answer(end - 1), answer(end), answer(end + 1)}) == 2
    for low, high in pairwise([ends[0] - 1000, *ends, ends[-1] + 1000]):
        assert len({answer(low + (high - low) * part / 10) for part in range(1, 10)}) == 1


def test_no_candidate_is_proposed_if_the_other_side_is_unknown() -> None:
    clause = NumberClause(name="power", operator=NumberOperator.AT_LEAST, operand=NameReference(id="other"))
    (test,) = lower_clause(clause, NAMES)
    assert candidates(test, "power", Values({"other": UnknownOrAbsent()}, NAMES.units)) == []
