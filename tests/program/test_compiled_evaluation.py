"""Compiled evaluation of known values: equal to the interval evaluator, with fallback for open values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings, strategies as st

from rules.contracts.extents import ChoiceExtent, ChoicesExtent, Extent, NotApplicable, NumberExtent, UnknownOrAbsent
from rules.contracts.intervals import UNBOUNDED, Interval, point_interval
from rules.contracts.numbers import RoundingMode
from rules.engine.inference_engine import InferenceEngine
from rules.model.expressions import (
    ChoiceClause,
    Condition,
    DateClause,
    DateExpression,
    DateFormula,
    DateOperator,
    Formula,
    FormulaOperator,
    IncludesClause,
    MonthOfDay,
    NameReference,
    NumberClause,
    NumberLiteral,
    NumberOperator,
    Operation,
    RoundedNumber,
    SpanUnit,
    TimeSpan,
    UndeterminedFormula,
    YearOfDay,
)
from rules.model.quantities import FormulaQuantity, FormulaRow
from rules.model.scorecard import Scorecard
from rules.program.abstract_interpretation import evaluate_quantity, measure_value
from rules.program.compiled_evaluation import CompiledMeasures, CompiledQuantity
from rules.program.lowering import LoweringNames, lower_quantity
from rules.program.nodes import OTHER_TEXT
from rules.program.value_environment import Plain, Values, plain_value
from tests.support.random_extents import random_question
from tests.support.random_stages import staged_random_card
from tests.support.random_subjects import richer_card
from tests.support.random_verdicts import verdict_random_card
from tests.support.tiers import tries

UNITS = {"a": "%", "b": "t", "c": "", "d": ""}
NAMES = LoweringNames(UNITS, {"w": ("x", "y", "z"), "s": ("x", OTHER_TEXT)})
NUMBERS = st.fractions(min_value=-9, max_value=9, max_denominator=6)
DAYS = st.dates(min_value=date(2019, 1, 1), max_value=date(2029, 12, 31))
A_DAY = st.builds(
    DateExpression,
    name=st.just("d"),
    month_start=st.booleans(),
    shift_months=st.integers(-14, 14),
    shift_days=st.integers(-40, 40),
) | st.builds(DateExpression, literal=DAYS)
LEAVES: st.SearchStrategy[Formula] = (
    st.builds(NameReference, id=st.sampled_from("abc"))
    | st.builds(NumberLiteral, value=NUMBERS, unit=st.sampled_from(["", "%", "kg"]))
    | st.builds(TimeSpan, unit=st.sampled_from(SpanUnit), first=A_DAY, last=A_DAY)
    | st.builds(YearOfDay, date=A_DAY)
    | st.builds(MonthOfDay, date=A_DAY)
    | st.builds(DateFormula, date=A_DAY)
)
FORMULAS: st.SearchStrategy[Formula] = st.recursive(
    LEAVES,
    lambda inner: (
        st.builds(
            Operation,
            operator=st.sampled_from(FormulaOperator),
            operands=st.lists(inner, min_size=2, max_size=3).map(tuple),
        )
        | st.builds(
            RoundedNumber,
            value=inner,
            step=st.sampled_from(["0.01", "0.5", "1"]).map(lambda step: NumberLiteral(value=Fraction(step))),
            mode=st.sampled_from(RoundingMode),
        )
    ),
    max_leaves=6,
)
CLAUSES = (
    st.builds(
        NumberClause,
        name=st.just("c"),
        operator=st.sampled_from(NumberOperator),
        operand=st.builds(NumberLiteral, value=NUMBERS),
    )
    | st.builds(ChoiceClause, name=st.just("w"), values=st.sampled_from([("x",), ("x", "y")]), negated=st.booleans())
    | st.builds(ChoiceClause, name=st.just("s"), values=st.just(("x",)), negated=st.booleans())
    | st.builds(IncludesClause, name=st.just("m"), values=st.just(("p", "q")))
    | st.builds(DateClause, name=st.just("d"), operator=st.sampled_from(DateOperator), operand=A_DAY)
)
CONDITIONS: st.SearchStrategy[Condition] = st.lists(CLAUSES, max_size=2).map(tuple)
QUANTITIES = st.lists(
    st.builds(
        FormulaRow, formula=FORMULAS, when=CONDITIONS, when_divided_by_zero=st.none() | NUMBERS, basis=st.just(("b",))
    ),
    min_size=1,
    max_size=3,
).map(lambda rows: FormulaQuantity(id="q", unit="%", rows=tuple(rows)))
ABSENT: st.SearchStrategy[Extent] = st.sampled_from([NotApplicable(), UnknownOrAbsent()])
EXTENTS: st.SearchStrategy[dict[str, Extent]] = st.fixed_dictionaries({
    **dict.fromkeys("abc", NUMBERS.map(lambda number: NumberExtent(point_interval(number))) | ABSENT),
    "d": DAYS.map(lambda day: NumberExtent(point_interval(Fraction(day.toordinal())))) | ABSENT,
    "w": st.sampled_from("xyz").map(lambda word: ChoiceExtent(frozenset({word}))) | ABSENT,
    "s": st.sampled_from(["x", "else"]).map(lambda word: ChoiceExtent(frozenset({word}))) | ABSENT,
    "m": st.frozensets(st.sampled_from("pqr")).map(lambda chosen: ChoicesExtent(chosen, chosen)) | ABSENT,
})  # fmt: skip


@settings(max_examples=tries(300), deadline=None)
@given(quantity=QUANTITIES, extents=EXTENTS)
def test_a_compiled_quantity_equals_its_general_evaluation(
    quantity: FormulaQuantity, extents: dict[str, Extent]
) -> None:
    node = lower_quantity(quantity, NAMES, leaves_no_gap=False)
    assert node is not None
    prepared, expected = CompiledQuantity(node), evaluate_quantity(node, Values(extents, UNITS))
    for _ in range(2):  # the second time by text
        values = Values(extents, UNITS)
        assert prepared.value("q", values, values.known) == expected


@pytest.mark.parametrize(
    "extent",
    [NotApplicable(), UnknownOrAbsent(), NumberExtent(Interval(Fraction(1), Fraction(2))), NumberExtent(UNBOUNDED)],
)
def test_values_that_are_not_known_numbers_fall_back_to_general_evaluation(extent: Extent) -> None:
    quantity = FormulaQuantity(id="q", unit="%", rows=(FormulaRow(formula=NameReference(id="a"), basis=("b",)),))
    node = lower_quantity(quantity, NAMES, leaves_no_gap=False)
    assert node is not None
    values, prepared = Values({"a": extent}, UNITS), CompiledQuantity(node)
    for _ in range(2):
        assert prepared.value("q", values, values.known) == extent
        assert values.known.get("q") is None


def test_undetermined_formulas_fall_back_to_general_evaluation() -> None:
    open_part = Operation(operator=FormulaOperator.ADD, operands=(NameReference(id="a"), UndeterminedFormula()))
    quantity = FormulaQuantity(id="q", unit="%", rows=(FormulaRow(formula=open_part, basis=("b",)),))
    node = lower_quantity(quantity, NAMES, leaves_no_gap=False)
    assert node is not None
    values, prepared = Values({"a": NumberExtent(point_interval(Fraction(1)))}, UNITS), CompiledQuantity(node)
    for _ in range(2):
        assert prepared.value("q", values, values.known) == NumberExtent(UNBOUNDED)
        assert "q" not in values.known


@pytest.mark.parametrize("card_of", [richer_card, staged_random_card, verdict_random_card])
def test_compiled_measures_equal_their_general_evaluation(card_of: Callable[[int], Scorecard]) -> None:
    read = Counter[str]()
    for seed in range(6):
        card, random = card_of(seed), Random(seed)
        engine = InferenceEngine(card, oracle_only=True)
        for unknown in (0.0, 0.0, 0.3):
            values = engine.explore(random_question(card, random, unknown=unknown)).values
            for network in (engine.plan.first_network, engine.plan.second_network):
                general = [plain_value(one, measure_value(one, values)) for one in network.measures]
                reading = CompiledMeasures(network.measures)
                computed = reading.read(values)
                again = reading.read(values)  # by text
                assert again.open == computed.open, seed
                assert all(map(_same, again.plain, computed.plain)), seed
                assert [*computed.open] == [place for place, only in enumerate(general) if not only], seed
                for place, (measure, actual, wanted) in enumerate(
                    zip(network.measures, computed.plain, general, strict=True)
                ):
                    if place in computed.open:
                        assert computed.open[place] == measure_value(measure, values), (seed, measure)
                        continue
                    assert _same(actual, wanted[0]), (seed, measure)
                    read[type(measure).__name__] += 1
    assert len(read) > 2


def _same(actual: Plain, general: Plain) -> bool:
    if isinstance(actual, tuple) and isinstance(general, tuple) and actual[0] is not None and general[0] is not None:
        return Fraction(*actual) == Fraction(*general)
    return actual == general


def test_a_number_is_known_if_separately_computed_bounds_are_equal() -> None:
    ends = Fraction(10), Fraction(20) / 2
    assert Values({"a": NumberExtent(Interval(*ends))}, UNITS).known["a"] == (10, 1)
