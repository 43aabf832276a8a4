"""Does the short way through a formula of known numbers give what the general one gives, or say that it cannot?"""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.contracts.extents import Extent, NotApplicable, NumberExtent, PerhapsAbsent
from rules.contracts.intervals import Interval, exactly
from rules.contracts.units import unit
from rules.engine.exact_formulas import NotExactError, exact_formula
from rules.engine.formulas import compute
from rules.engine.values import Values
from rules.model.expressions import Formula, FormulaOperator, NameReference, NumberLiteral, Operation, Undetermined
from tests.support.tiers import tries

UNITS = {"a": "%", "b": "t", "c": ""}
NUMBERS = st.fractions(min_value=-40, max_value=40, max_denominator=60)
LEAVES: st.SearchStrategy[Formula] = st.builds(NameReference, id=st.sampled_from(sorted(UNITS))) | st.builds(
    NumberLiteral, value=NUMBERS, unit=st.sampled_from(["", "%", "kg"])
)
FORMULAS: st.SearchStrategy[Formula] = st.recursive(
    LEAVES,
    lambda inner: st.builds(
        Operation,
        operator=st.sampled_from(FormulaOperator),
        operands=st.lists(inner, min_size=2, max_size=3).map(tuple),
    ),
    max_leaves=8,
)


@settings(max_examples=tries(100), deadline=None)
@given(formula=FORMULAS, numbers=st.tuples(NUMBERS, NUMBERS, NUMBERS), wanted=st.sampled_from(["", "%", "kg"]))
def test_known_numbers_are_computed_alike(
    formula: Formula, numbers: tuple[Fraction, Fraction, Fraction], wanted: str
) -> None:
    extents: dict[str, Extent] = {
        name: NumberExtent(exactly(value)) for name, value in zip(UNITS, numbers, strict=True)
    }
    exact = exact_formula(formula, wanted, UNITS)
    assert exact is not None
    computed = compute(formula, Values(extents, UNITS))
    try:
        found = exact(extents)
    except NotExactError:
        assert computed.divides_by_zero
        return
    assert computed.interval is not None
    assert (computed.divides_by_zero, computed.interval.value) == (False, found * unit(wanted).factor)


@pytest.mark.parametrize(
    "extent",
    [
        NotApplicable(),
        PerhapsAbsent(),
        NumberExtent(Interval(Fraction(1), Fraction(2))),
        NumberExtent(Interval(None, None)),
    ],
)
def test_what_is_no_known_number_is_left_to_the_general_way(extent: Extent) -> None:
    exact = exact_formula(NameReference(id="a"), "", UNITS)
    assert exact is not None
    with pytest.raises(NotExactError):
        exact({"a": extent})


def test_more_than_arithmetic_is_left_to_the_general_way() -> None:
    open_part = Operation(operator=FormulaOperator.ADD, operands=(NameReference(id="a"), Undetermined()))
    assert exact_formula(open_part, "", UNITS) is None
