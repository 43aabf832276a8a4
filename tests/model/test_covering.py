"""Exhaustiveness of several conditions: property test against brute force, and the first uncovered case."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from rules.model.expressions import (
    ChoiceClause,
    Condition,
    DateClause,
    DateExpression,
    DateOperator,
    IncludesClause,
    NameReference,
    NumberClause,
    NumberLiteral,
    NumberOperator,
)
from rules.model.lint.conditions import covers_every_case, first_uncovered
from rules.model.symbol_table import DefinitionIndex
from tests.model.lint_card import SOUND, choice
from tests.model.staged_card import STAGED

NAMES = DefinitionIndex(STAGED)
HOLDS = {
    NumberOperator.IS: lambda value, edge: value == edge,
    NumberOperator.IS_NOT: lambda value, edge: value != edge,
    NumberOperator.AT_LEAST: lambda value, edge: value >= edge,
    NumberOperator.AT_MOST: lambda value, edge: value <= edge,
    NumberOperator.MORE_THAN: lambda value, edge: value > edge,
    NumberOperator.LESS_THAN: lambda value, edge: value < edge,
}


def compared(name: str, operator: NumberOperator, value: int) -> NumberClause:
    return NumberClause(name=name, operator=operator, operand=NumberLiteral(value=Fraction(value), unit="%"))


numbers = st.builds(
    compared, st.sampled_from(["share", "amount"]), st.sampled_from(NumberOperator), st.integers(0, 100)
)
choices = st.builds(
    lambda value, negated: choice("system", value, negated=negated),
    st.sampled_from(["none", "certified"]),
    st.booleans(),
)
conditions = st.lists(st.one_of(numbers, choices), max_size=3).map(tuple)


def holds(condition: Condition, share: Fraction, amount: Fraction, system: str) -> bool:
    for clause in condition:
        if isinstance(clause, ChoiceClause):
            if (system in clause.values) is clause.negated:
                return False
        elif isinstance(clause, NumberClause) and isinstance(clause.operand, NumberLiteral):
            value = share if clause.name == "share" else amount
            if not HOLDS[clause.operator](value, clause.operand.value):
                return False
    return True


@pytest.mark.full
@given(st.lists(conditions, min_size=1, max_size=4))
def test_exhaustiveness_equals_a_check_of_every_value(rows: list[Condition]) -> None:
    everybody = all(
        any(holds(row, Fraction(share, 2), Fraction(amount), system) for row in rows)
        for share in range(201)
        for amount in range(0, 101, 5)
        for system in ("none", "certified")
    )
    assert covers_every_case(rows, NAMES) is everybody


def test_consecutive_days_leave_no_gap() -> None:
    def day(operator: DateOperator, text: str) -> Condition:
        return (DateClause(name="issued", operator=operator, operand=DateExpression(literal=date.fromisoformat(text))),)

    assert covers_every_case([day(DateOperator.UNTIL, "2026-03-01"), day(DateOperator.FROM, "2026-03-02")], NAMES)
    assert not covers_every_case([day(DateOperator.UNTIL, "2026-03-01"), day(DateOperator.FROM, "2026-03-03")], NAMES)


def test_a_clause_that_cannot_be_tried_may_fail() -> None:
    other = NumberClause(name="energy", operator=NumberOperator.IS, operand=NameReference(id="energy"))
    assert not covers_every_case([(other,)], NAMES)
    assert not covers_every_case([(IncludesClause(name="media", values=("web",)),)], NAMES)
    assert covers_every_case([(other,), (choice("system", "none"),), (choice("system", "certified"),)], NAMES)


def test_listed_texts_do_not_cover_every_text() -> None:
    assert not covers_every_case([(choice("city", "Nanjing"),), (choice("city", "Wuxi"),)], NAMES)
    assert covers_every_case([(choice("city", "Nanjing"),), (choice("city", "Nanjing", negated=True),)], NAMES)


def test_an_excessive_number_of_combinations_is_not_tried() -> None:
    rows: list[Condition] = [
        tuple(choice("system", "none") for _ in range(2)),
        *((compared(name, NumberOperator.IS, value),) for name in ("share", "amount") for value in range(100)),
    ]
    assert not covers_every_case(rows, DefinitionIndex(SOUND))


def test_the_first_case_without_a_row_is_named() -> None:
    assert first_uncovered([(choice("system", "none"),)], NAMES) == (("system", "certified"),)
    rows = [(compared("share", NumberOperator.AT_MOST, 40),), (compared("share", NumberOperator.MORE_THAN, 60),)]
    assert first_uncovered(rows, NAMES) == (("share", "50 %"),)
    assert first_uncovered([*rows, ()], NAMES) is None


def test_a_case_that_cannot_be_tried_is_not_named() -> None:
    other = NumberClause(name="share", operator=NumberOperator.AT_LEAST, operand=NameReference(id="amount"))
    assert first_uncovered([(other,)], NAMES) == ()


def test_a_fact_that_does_not_apply_is_a_case() -> None:
    facts = tuple(one.model_copy(update={"may_not_apply": one.id == "system"}) for one in STAGED.facts)
    rows = [(choice("system", "none"),), (choice("system", "none", negated=True),)]
    assert first_uncovered(rows, NAMES) is None
    assert first_uncovered(rows, DefinitionIndex(STAGED.model_copy(update={"facts": facts}))) == (("system", "N/A"),)
