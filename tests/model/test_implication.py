"""Implication and exclusion between clauses: property tests against concrete values."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given, strategies as st

from rules.model.expressions import (
    ChoiceClause,
    DateClause,
    DateExpression,
    DateOperator,
    IncludesClause,
    IncludesNoneClause,
    NumberClause,
    NumberLiteral,
    NumberOperator,
    NumberRangeClause,
    PeriodEdge,
)
from rules.model.implication import allowed_choices, allowed_values, excludes, implies
from rules.model.symbol_table import DefinitionIndex
from tests.model.lint_card import SOUND

NAMES = DefinitionIndex(SOUND)
VALUES = st.integers(-3, 3).map(lambda half: Fraction(half, 2))
FIRST = date(2026, 1, 1)


def number_clauses() -> st.SearchStrategy[NumberClause | NumberRangeClause]:
    literals = VALUES.map(lambda value: NumberLiteral(value=value, unit="%"))
    compared = st.builds(
        NumberClause, name=st.just("share"), operator=st.sampled_from(NumberOperator), operand=literals
    )
    ordered = st.tuples(literals, literals).map(lambda pair: sorted(pair, key=lambda literal: literal.value))
    return compared | ordered.map(lambda pair: NumberRangeClause(name="share", low=pair[0], high=pair[1]))


def choice_clauses() -> st.SearchStrategy[ChoiceClause]:
    values = st.lists(st.sampled_from(["none", "certified"]), min_size=1, unique=True).map(tuple)
    return st.builds(ChoiceClause, name=st.just("system"), values=values, negated=st.booleans())


def date_clauses() -> st.SearchStrategy[DateClause]:
    days = st.integers(0, 3).map(lambda days: DateExpression(literal=FIRST + timedelta(days=days)))
    return st.builds(DateClause, name=st.just("issued"), operator=st.sampled_from(DateOperator), operand=days)


def includes_clauses() -> st.SearchStrategy[IncludesClause | IncludesNoneClause]:
    values = st.lists(st.sampled_from(["red", "green", "blue"]), min_size=1, unique=True).map(tuple)
    kinds = st.sampled_from([IncludesClause, IncludesNoneClause])
    return st.builds(lambda kind, values: kind(name="colours", values=values), kinds, values)


@given(includes_clauses(), includes_clauses(), st.frozensets(st.sampled_from(["red", "green", "blue", "grey"])))
def test_implication_and_exclusion_of_set_clauses_match_every_value(
    clause: IncludesClause | IncludesNoneClause, other: IncludesClause | IncludesNoneClause, value: frozenset[str]
) -> None:
    first, second = (value.isdisjoint(each.values) is isinstance(each, IncludesNoneClause) for each in (clause, other))
    if implies(clause, other, NAMES):
        assert second or not first
    if excludes(clause, other, NAMES):
        assert not (first and second)


def holds(clause: NumberClause | NumberRangeClause | DateClause, value: Fraction) -> bool:
    span = allowed_values(clause, NAMES)
    assert span is not None
    return value != span.excluded if span.excluded is not None else span.interval.contains(value)


@given(number_clauses(), number_clauses(), st.integers(-14, 14).map(lambda part: Fraction(part, 8)))
def test_implication_and_exclusion_of_number_clauses_match_every_value(
    clause: NumberClause, other: NumberClause, value: Fraction
) -> None:
    if implies(clause, other, NAMES):
        assert holds(other, value) or not holds(clause, value)
    if excludes(clause, other, NAMES):
        assert not (holds(clause, value) and holds(other, value))


@given(date_clauses(), date_clauses(), st.integers(-2, 6))
def test_implication_and_exclusion_of_date_clauses_match_every_value(
    clause: DateClause, other: DateClause, days: int
) -> None:
    value = Fraction((FIRST + timedelta(days=days)).toordinal())
    if implies(clause, other, NAMES):
        assert holds(other, value) or not holds(clause, value)
    if excludes(clause, other, NAMES):
        assert not (holds(clause, value) and holds(other, value))


@given(choice_clauses(), choice_clauses(), st.sampled_from(["none", "certified"]))
def test_implication_and_exclusion_of_choice_clauses_match_every_value(
    clause: ChoiceClause, other: ChoiceClause, value: str
) -> None:
    known = {"none", "certified"}
    if implies(clause, other, NAMES):
        assert value in allowed_choices(other, known) or value not in allowed_choices(clause, known)
    if excludes(clause, other, NAMES):
        assert not (value in allowed_choices(clause, known) and value in allowed_choices(other, known))


def test_equal_amounts_in_other_units_are_equal() -> None:
    percent = NumberClause(
        name="share", operator=NumberOperator.AT_LEAST, operand=NumberLiteral(value=Fraction(80), unit="%")
    )
    permille = percent.model_copy(update={"operand": NumberLiteral(value=Fraction(800), unit="‰")})
    assert implies(percent, permille, NAMES)
    assert implies(permille, percent, NAMES)


def test_dates_relative_to_the_same_expression_are_compared() -> None:
    start = DateExpression(name="as_of_date", shift_months=-12)
    before = DateClause(name="issued", operator=DateOperator.BEFORE, operand=start)
    until = DateClause(name="issued", operator=DateOperator.UNTIL, operand=start)
    after = DateClause(name="issued", operator=DateOperator.FROM, operand=start)
    assert implies(before, until, NAMES)
    assert not implies(until, before, NAMES)
    assert excludes(before, after, NAMES)
    assert not excludes(until, after, NAMES)


def test_the_two_ends_of_a_period_imply_nothing_about_each_other() -> None:
    def ends(edge: PeriodEdge, day: date) -> DateClause:
        return DateClause(name="year", edge=edge, operator=DateOperator.FROM, operand=DateExpression(literal=day))

    later, earlier = FIRST + timedelta(days=1), FIRST
    assert implies(ends(PeriodEdge.LAST, later), ends(PeriodEdge.LAST, earlier), NAMES)
    assert not implies(ends(PeriodEdge.LAST, later), ends(PeriodEdge.FIRST, earlier), NAMES)
