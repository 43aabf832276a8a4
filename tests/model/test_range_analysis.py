"""Static range analysis: property test of soundness over random formulas, units, cyclic quantities."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from rules.contracts.intervals import UNBOUNDED, Interval
from rules.model.expressions import Formula, FormulaOperator, NameReference, NumberLiteral, Operation
from rules.model.range_analysis import declared_range, factor, value_range
from rules.model.scorecard import FormulaQuantity, FormulaRow
from rules.model.symbol_table import DefinitionIndex
from tests.model.lint_card import BASIS, ENERGY_NAME, INTENSITY, OUTPUT_NAME, SOUND

LEAVES: list[Formula] = [
    NameReference(id="share"),
    NameReference(id="output"),
    NumberLiteral(value=Fraction(-2)),
    NumberLiteral(value=Fraction(50), unit="%"),
]


def formulas() -> st.SearchStrategy[Formula]:
    return st.recursive(
        st.sampled_from(LEAVES),
        lambda inner: st.builds(Operation, operator=st.sampled_from(FormulaOperator), operands=st.tuples(inner, inner)),
        max_leaves=6,
    )


def compute(formula: Formula, values: dict[str, Fraction]) -> Fraction:
    match formula:
        case NumberLiteral(value=value, unit=unit):
            return value * factor(unit)
        case NameReference(id=name):
            return values[name]
        case Operation(operator=operator, operands=(left, right)):
            operand, other = compute(left, values), compute(right, values)
            return {
                FormulaOperator.ADD: lambda: operand + other,
                FormulaOperator.SUBTRACT: lambda: operand - other,
                FormulaOperator.MULTIPLY: lambda: operand * other,
                FormulaOperator.DIVIDE: lambda: operand / other,
                FormulaOperator.MINIMUM: lambda: min(operand, other),
                FormulaOperator.MAXIMUM: lambda: max(operand, other),
            }[operator]()
    raise AssertionError(formula)


def with_formula(formula: Formula) -> DefinitionIndex:
    quantity = FormulaQuantity(id="computed", rows=(FormulaRow(formula=formula, basis=BASIS),))
    return DefinitionIndex(SOUND.model_copy(update={"quantities": (quantity,)}))


@given(formulas(), st.integers(0, 100), st.integers(1, 9))
def test_the_range_contains_every_computed_value(formula: Formula, share: int, output: int) -> None:
    values = {"share": Fraction(share, 100), "output": output * factor("t")}
    try:
        value = compute(formula, values)
    except ZeroDivisionError:
        return
    assert value_range("computed", with_formula(formula)).contains(value)


def test_a_quotient_has_the_unit_of_its_quantity() -> None:
    quantity = INTENSITY.model_copy(update={"unit": "kWh/t"})
    facts = tuple(one.model_copy(update={"at_most": Fraction(2)}) if one.id == "energy" else one for one in SOUND.facts)
    names = DefinitionIndex(SOUND.model_copy(update={"quantities": (quantity,), "facts": facts}))
    assert value_range("intensity", names) == Interval(Fraction(0), Fraction(2000))


HUNDRED = NumberLiteral(value=Fraction(100), unit="%")
ZERO = NumberLiteral(value=Fraction(0))
QUOTIENT = Operation(operator=FormulaOperator.DIVIDE, operands=(ENERGY_NAME, OUTPUT_NAME))


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        (QUOTIENT, UNBOUNDED),
        (Operation(operator=FormulaOperator.MINIMUM, operands=(QUOTIENT, HUNDRED)), Interval(None, Fraction(1))),
        (Operation(operator=FormulaOperator.MAXIMUM, operands=(QUOTIENT, ZERO)), Interval(Fraction(0), None)),
        (NameReference(id="share"), Interval(Fraction(0), Fraction(1))),
    ],
)
def test_only_domains_and_outermost_limits_are_firm(formula: Formula, expected: Interval) -> None:
    assert declared_range("computed", with_formula(formula)) == expected


def test_a_circle_has_no_limits() -> None:
    assert value_range("computed", with_formula(NameReference(id="computed"))) == UNBOUNDED
    assert declared_range("computed", with_formula(NameReference(id="computed"))) == UNBOUNDED
