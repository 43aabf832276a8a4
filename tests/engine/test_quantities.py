"""Quantities: formulas, first-match rows, sums and lookups, exact for known facts and bounded for unknown ones."""

from fractions import Fraction

import pytest

from rules.contracts.errors import PlanError
from rules.contracts.extents import (
    ChoiceExtent,
    Extent,
    ListRecord,
    NotApplicable,
    NumberExtent,
    RecordsExtent,
    UnknownOrAbsent,
)
from rules.contracts.intervals import UNBOUNDED, Interval, point_interval
from rules.engine.inference_engine import InferenceEngine
from rules.engine.plan import make_plan
from rules.model.expressions import Condition, Formula, FormulaOperator, NameReference, NumberLiteral, Operation
from rules.model.scorecard import (
    FactDefinition,
    FactType,
    FormulaQuantity,
    FormulaRow,
    LookupQuantity,
    LookupRow,
    Quantity,
    RecordType,
    Scorecard,
    SumQuantity,
    SumRow,
)
from tests.support.engine_card import (
    ABSENT,
    LAW,
    between,
    card,
    choice,
    chosen,
    compare,
    flag,
    infer,
    is_,
    number,
    question,
)

UNKNOWN_MASS = NumberExtent(Interval(Fraction(0), None))
LOT = RecordType(
    id="lot",
    key="serial",
    fields=(
        FactDefinition(id="serial", type=FactType.TEXT),
        number("amount", "kg", 0, may_not_apply=True),
        number("loss", "kg", None, 100),
        choice("shade", "red", "green"),
    ),
)


def name(text: str) -> NameReference:
    return NameReference(id=text)


def literal(value: str | int, unit: str = "") -> NumberLiteral:
    return NumberLiteral(value=Fraction(value), unit=unit)


def compute(operator: str, *operands: Formula) -> Operation:
    return Operation(operator=FormulaOperator(operator), operands=operands)


def row(formula: Formula, when: Condition = (), zero: int | None = None) -> FormulaRow:
    instead = None if zero is None else Fraction(zero)
    return FormulaRow(formula=formula, when=when, when_divided_by_zero=instead, basis=LAW)


def formula(*rows: FormulaRow, unit: str = "") -> FormulaQuantity:
    return FormulaQuantity(id="q", unit=unit, rows=rows)


def facts() -> tuple[FactDefinition, ...]:
    return (
        number("a", "t", 0),
        number("b", "t", 0),
        number("c", "t", 0, may_not_apply=True),
        flag("on"),
        choice("where", "north", "south", "east"),
        choice("kind", "old", "new", may_not_apply=True),
        FactDefinition(id="lots", type=FactType.RECORDS, record="lot"),
    )


def card_with(*quantities: Quantity) -> Scorecard:
    return card(*facts(), quantities=quantities, records=(LOT,))


def extent(quantity: Quantity, known: dict[str, Extent]) -> Extent:
    return infer(card_with(quantity), known).values.extents["q"]


def test_a_formula_is_computed_in_base_units_and_returned_in_its_own_unit() -> None:
    share = formula(row(compute("divide", name("a"), compute("add", name("a"), name("b")))), unit="%")
    assert extent(share, {"a": is_(1), "b": is_(2)}) == NumberExtent(point_interval(Fraction(100, 3)))
    heavy = formula(row(compute("add", name("a"), literal(500, "kg"))), unit="kt")
    assert extent(heavy, {"a": is_(2)}) == is_("0.0025")
    least = formula(row(compute("min", name("a"), name("b"), literal(3, "t"))), unit="kg")
    assert extent(least, {"a": is_(7), "b": is_(5)}) == is_(3_000)
    most = formula(row(compute("max", compute("subtract", name("a"), name("b")), literal(0, "t"))), unit="t")
    assert extent(most, {"a": is_(1), "b": is_(5)}) == is_(0)


def test_an_unknown_fact_is_bounded_by_its_domain() -> None:
    total = formula(row(compute("add", name("a"), name("b"))), unit="t")
    assert extent(total, {"a": is_(4)}) == between(4, None)
    assert extent(total, {"a": is_(4), "b": between(1, 2)}) == between(5, 6)
    capped = formula(row(compute("min", name("a"), literal(9, "t"))), unit="t")
    assert extent(capped, {}) == between(0, 9)


def test_the_first_row_with_a_satisfied_condition_is_used() -> None:
    quantity = formula(
        row(literal(1), (chosen("on", "yes"),)), row(literal(2), (compare("a", "at_least", 5, "t"),)), row(literal(3))
    )
    assert extent(quantity, {"on": is_(True), "a": is_(9)}) == is_(1)
    assert extent(quantity, {"on": is_(False), "a": is_(9)}) == is_(2)
    assert extent(quantity, {"on": is_(False), "a": is_(4)}) == is_(3)


def test_an_undetermined_row_remains_possible_before_the_first_satisfied_row() -> None:
    quantity = formula(
        row(literal(1), (chosen("on", "yes"),)), row(literal(5), (compare("a", "at_least", 5, "t"),)), row(literal(9))
    )
    assert extent(quantity, {"a": is_(6)}) == between(1, 5)
    assert extent(quantity, {"a": is_(2)}) == between(1, 9)
    assert extent(quantity, {"on": is_(True)}) == is_(1)
    assert extent(quantity, {"on": is_(False)}) == between(5, 9)


def test_without_a_certainly_satisfied_row_any_value_is_possible() -> None:
    quantity = formula(row(literal(1), (chosen("on", "yes"),)))
    assert extent(quantity, {"on": is_(True)}) == is_(1)
    assert extent(quantity, {"on": is_(False)}) == NumberExtent(UNBOUNDED)
    assert extent(quantity, {}) == NumberExtent(UNBOUNDED)


def test_a_row_is_skipped_if_its_condition_does_not_apply() -> None:
    quantity = formula(row(literal(1), (compare("c", "at_least", 0, "t"),)), row(literal(2)))
    assert extent(quantity, {"c": ABSENT}) == is_(2)
    assert extent(quantity, {}) == between(1, 2)


def test_a_zero_divisor_yields_the_declared_value() -> None:
    quantity = formula(row(compute("divide", name("a"), name("b")), zero=100), unit="%")
    assert extent(quantity, {"a": is_(1), "b": is_(0)}) == is_(100)
    assert extent(quantity, {"a": is_(1), "b": is_(2)}) == is_(50)
    assert extent(quantity, {"a": is_(1), "b": between(0, 2)}) == between(50, None)
    assert extent(quantity, {"a": is_(3), "b": between(1, 2)}) == between(150, 300)


def test_a_zero_divisor_without_declared_value_leaves_the_quantity_unknown() -> None:
    quantity = formula(row(compute("divide", name("a"), name("b"))), unit="%")
    assert extent(quantity, {"a": is_(1), "b": is_(0)}) == NumberExtent(UNBOUNDED)
    assert extent(quantity, {"a": is_(0), "b": is_(0)}) == NumberExtent(UNBOUNDED)
    assert extent(quantity, {"a": is_(1), "b": between(0, 4)}) == NumberExtent(UNBOUNDED)


def test_a_nested_zero_divisor_is_detected() -> None:
    inner = compute("divide", name("a"), compute("subtract", name("b"), literal(1, "t")))
    quantity = formula(row(compute("min", inner, literal(1)), zero=7))
    assert extent(quantity, {"a": is_(3), "b": is_(1)}) == is_(7)
    assert extent(quantity, {"a": is_(3), "b": is_(2)}) == is_(1)


def test_an_operand_that_does_not_apply_makes_the_formula_not_apply() -> None:
    quantity = formula(row(compute("add", name("a"), name("c"))), unit="t")
    assert extent(quantity, {"a": is_(1), "c": ABSENT}) == NotApplicable()
    assert extent(quantity, {"a": is_(1)}) == UnknownOrAbsent()
    assert extent(quantity, {"a": is_(1), "c": is_(2)}) == is_(3)


def test_quantities_are_computed_after_the_quantities_they_read() -> None:
    second = FormulaQuantity(id="a_first_by_name", unit="t", rows=(row(compute("add", name("q"), name("q"))),))
    first = formula(row(compute("add", name("a"), name("b"))), unit="t")
    inference = infer(card_with(second, first), {"a": is_(1), "b": is_(2)})
    assert inference.values.extents["a_first_by_name"] == is_(6)


def test_circular_quantities_are_refused() -> None:
    quantity = FormulaQuantity(id="one", rows=(row(name("other")),))
    other = FormulaQuantity(id="other", rows=(row(name("one")),))
    with pytest.raises(PlanError, match="These quantities depend on each other: one, other"):
        make_plan(card_with(quantity, other))


def lot(key: str, amount: Extent, shade: Extent | None = None, loss: Extent | None = None) -> ListRecord:
    unknown = ChoiceExtent(frozenset({"red", "green"}))
    fields = {"serial": is_(key), "amount": amount, "shade": shade or unknown, "loss": loss or is_(0)}
    return ListRecord(key, fields)


def lots(*records: ListRecord) -> dict[str, Extent]:
    return {"lots": RecordsExtent(records)}


def total(*conditions: Condition, of: str = "amount", unit: str = "t") -> SumQuantity:
    rows = tuple(SumRow(where=where, basis=LAW) for where in conditions)
    return SumQuantity(id="q", unit=unit, list="lots", of=of, rows=rows)


RED = (chosen("shade", "red"),)


def test_a_sum_adds_the_matching_records_in_its_own_unit() -> None:
    known_facts = lots(
        lot("A", is_(500), is_("red")), lot("B", is_(250), is_("green")), lot("C", is_("0.5"), is_("red"))
    )
    assert extent(total(RED), known_facts) == is_("0.5005")
    assert extent(total(), known_facts) == is_("0.7505")
    assert extent(total(RED), lots()) == is_(0)


def test_a_record_that_matches_several_rows_counts_once() -> None:
    large = (compare("amount", "at_least", 100, "kg"),)
    assert extent(total(RED, large), lots(lot("A", is_(500), is_("red")), lot("B", is_(20), is_("green")))) == is_(
        "0.5"
    )


def test_a_record_that_may_match_contributes_between_zero_and_its_full_amount() -> None:
    assert extent(total(RED), lots(lot("A", is_(500)), lot("B", is_(1_000), is_("red")))) == between(1, "1.5")


def test_an_unknown_field_is_summed_over_its_domain() -> None:
    assert extent(total(RED), lots(lot("A", UNKNOWN_MASS, is_("red")), lot("B", is_(1_000), is_("red")))) == between(
        1, None
    )
    assert extent(total(RED), lots(lot("A", UNKNOWN_MASS, is_("green")))) == is_(0)
    loss = total(RED, of="loss", unit="kg")
    anything = NumberExtent(Interval(None, Fraction(100)))
    assert extent(loss, lots(lot("A", is_(1), is_("red"), anything))) == between(None, 100)
    assert extent(loss, lots(lot("A", is_(1), None, is_(-5)))) == between(-5, 0)


def test_a_field_that_does_not_apply_adds_zero_and_a_possibly_absent_field_adds_any_amount() -> None:
    assert extent(total(RED), lots(lot("A", ABSENT, is_("red")), lot("B", is_(1_000), is_("red")))) == is_(1)
    assert extent(total(RED), lots(lot("A", UnknownOrAbsent(), is_("red")))) == between(0, None)


def test_a_sum_over_an_unknown_list_is_bounded_only_by_the_sign_of_its_field() -> None:
    assert extent(total(RED), {}) == between(0, None)
    assert extent(total(RED, of="loss", unit="kg"), {}) == NumberExtent(UNBOUNDED)


def test_conditions_of_a_sum_may_read_the_facts_of_the_subject() -> None:
    both = (*RED, chosen("on", "yes"))
    known_facts = lots(lot("A", is_(500), is_("red")))
    assert extent(total(both), {**known_facts, "on": is_(True)}) == is_("0.5")
    assert extent(total(both), {**known_facts, "on": is_(False)}) == is_(0)
    assert extent(total(both), known_facts) == between(0, "0.5")


def looked_up(*rows: tuple[tuple[str, ...], int], by: tuple[str, ...], otherwise: int | None = None) -> LookupQuantity:
    return LookupQuantity(
        id="q",
        unit="%",
        by=by,
        rows=tuple(LookupRow(keys=keys, value=Fraction(value), basis=LAW) for keys, value in rows),
        otherwise=None if otherwise is None else Fraction(otherwise),
    )


def test_a_lookup_uses_the_row_of_its_keys() -> None:
    pairs = looked_up((("north", "yes"), 10), (("north", "no"), 20), (("south", "yes"), 30), by=("where", "on"))
    assert extent(pairs, {"where": is_("north"), "on": is_(False)}) == is_(20)
    assert extent(pairs, {"where": is_("north")}) == between(10, 20)
    assert extent(pairs, {"on": is_(True)}) == NumberExtent(UNBOUNDED)
    assert extent(pairs, {"where": is_("south"), "on": is_(False)}) == NumberExtent(UNBOUNDED)


def test_a_combination_without_row_uses_the_fallback() -> None:
    quantity = looked_up((("north",), 10), (("south",), 20), by=("where",), otherwise=5)
    assert extent(quantity, {"where": is_("east")}) == is_(5)
    assert extent(quantity, {"where": is_("south")}) == is_(20)
    assert extent(quantity, {}) == between(5, 20)
    whole = looked_up((("old",), 10), (("new",), 20), by=("kind",), otherwise=99)
    assert extent(whole, {"kind": ChoiceExtent(frozenset({"old", "new"}))}) == between(10, 20)


def test_a_lookup_does_not_apply_if_a_key_does_not_apply() -> None:
    quantity = looked_up((("old",), 10), by=("kind",), otherwise=5)
    assert extent(quantity, {"kind": ABSENT}) == NotApplicable()
    assert extent(quantity, {}) == UnknownOrAbsent()


def test_a_supposed_quantity_has_the_supposed_value() -> None:
    engine = InferenceEngine(card_with(formula(row(name("a")), unit="t")))
    asked = question(engine.plan.scorecard, {"a": is_(3)})
    asked = type(asked)(asked.facts, asked.settings, asked.as_of, {"q": Fraction(80)})
    assert engine.infer(asked).values.extents["q"] == is_(80)
    engine.close()
