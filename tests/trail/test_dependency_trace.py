"""Dependency trace of open results: soundness and completeness of the missing inputs on random cards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import product
from random import Random

import pytest
from hypothesis import given, strategies as st

from rules.contracts.extents import (
    ChoiceExtent,
    Extent,
    ListRecord,
    NotApplicable,
    NumberExtent,
    RecordsExtent,
    is_known,
)
from rules.contracts.intervals import Interval, point_interval
from rules.contracts.numbers import RoundingMode
from rules.contracts.outcomes import Outcome, UnknownReason
from rules.engine.decide import decide
from rules.engine.inference import Inference, InferenceQuestion
from rules.engine.inference_engine import InferenceEngine
from rules.model.expressions import ChoiceClause, Condition, NumberClause, NumberLiteral, NumberOperator
from rules.model.quantities import FormulaQuantity, FormulaRow, LookupQuantity, LookupRow, Quantity, SumQuantity, SumRow
from rules.model.scorecard import Result, Rounding, Scorecard
from rules.trail.conclusions import deciding_bases
from rules.trail.dependency_trace import Blocker, DependencyTrace, trace_dependencies
from tests.support.random_tables import random_tables, table_card, table_completion, table_question
from tests.support.tiers import tries

SEEDS = range(tries(150))
_ROUNDING = Rounding(places=1, mode=RoundingMode.HALF_EVEN)


def card_with_results(seed: int) -> Scorecard:
    """Return a random card that reports each of its quantities as a result, and applies to one route only."""
    card = table_card(seed)
    results = tuple(
        Result(id=f"the-{one.id}", name=one.id, rounding=_ROUNDING, basis=("own",))
        for one in card.quantities
        if one.owner is None and getattr(one, "gives", "number") == "number"
    )
    return card.model_copy(update={"results": results, "applies": card.gates[1].requires})


def unknown_in(question: InferenceQuestion) -> dict[str, UnknownReason]:
    names = []
    for name, extent in question.facts.items():
        if isinstance(extent, RecordsExtent) and extent.records is not None:
            names += [
                f"{name}[{record.key}].{field}"
                for record in extent.records
                for field, value in record.fields.items()
                if not is_known(value)
            ]
        elif not is_known(extent):
            names.append(name)
    return dict.fromkeys(names, UnknownReason.NOT_GIVEN)


def filled_but(question: InferenceQuestion, whole: InferenceQuestion, stops: Iterable[Blocker]) -> InferenceQuestion:
    """Fill in the values of `whole` everywhere except at the reported blockers."""
    kept = set(stops)

    def merged(name: str, extent: Extent) -> Extent:
        if Blocker(name) in kept:
            return extent
        other = whole.facts[name]
        if isinstance(extent, RecordsExtent) and isinstance(other, RecordsExtent) and extent.records is not None:
            pairs = zip(extent.records, other.records or (), strict=True)
            return RecordsExtent(
                tuple(
                    ListRecord(
                        mine.key,
                        {
                            field: value if Blocker(field, name, mine.key) in kept else theirs.fields[field]
                            for field, value in mine.fields.items()
                        },
                    )
                    for mine, theirs in pairs
                )
            )
        return other

    return replace(question, facts={name: merged(name, extent) for name, extent in question.facts.items()})


def walked(engine: InferenceEngine, question: InferenceQuestion) -> tuple[Inference, DependencyTrace]:
    inference = engine.infer(question)
    return inference, trace_dependencies(engine, inference, unknown_in(question))


def changes_nothing_that_is_open(seed: int) -> None:
    random = Random(seed)
    card = card_with_results(seed)
    tables = random_tables(random)
    question = table_question(card, random, tables, unknown=0.5)
    whole = table_completion(card, question, random)
    with closing(InferenceEngine(card)) as engine:
        inference, way = walked(engine, question)
        if inference.applies is Outcome.NOT_MET:
            assert way.applies == way.gates == ()
            return
        again = engine.infer(filled_but(question, whole, way.applies))
        assert again.applies is inference.applies
        again = engine.infer(filled_but(question, whole, way.gates))
        open_gates = [gate for gate, outcome in inference.passes.items() if outcome is Outcome.UNDETERMINED]
        assert all(again.passes[gate] is Outcome.UNDETERMINED for gate in open_gates)
        for result in card.results:
            again = engine.infer(filled_but(question, whole, way.results[result.id]))
            assert again.values.extents[result.name] == inference.values.extents[result.name]


@pytest.mark.full
def test_unnamed_facts_do_not_change_undetermined_results(subtests: pytest.Subtests) -> None:
    for seed in SEEDS:
        with subtests.test(f"seed {seed}"):
            changes_nothing_that_is_open(seed)


def names_what_is_open_and_no_other(seed: int) -> None:
    random = Random(seed)
    card = card_with_results(seed)
    question = table_question(card, random, random_tables(random), unknown=0.5)
    unknown = unknown_in(question)
    with closing(InferenceEngine(card)) as engine:
        inference, way = walked(engine, question)
        if inference.applies is Outcome.UNDETERMINED:
            assert way.applies
        for stops, name in ((way.results.get(result.id, ()), result.name) for result in card.results):
            if inference.applies is not Outcome.NOT_MET:
                assert bool(stops) is not is_known(inference.values.extents[name])
            for stop in stops:
                path = f"{stop.list}[{stop.record}].{stop.name}" if stop.list else stop.name
                assert stop.missing is not None or path in unknown


def test_only_unknown_facts_are_named_and_every_undetermined_result_names_at_least_one(
    subtests: pytest.Subtests,
) -> None:
    for seed in SEEDS:
        with subtests.test(f"seed {seed}"):
            names_what_is_open_and_no_other(seed)


def test_a_fact_that_does_not_apply_blocks_no_result() -> None:
    card = card_with_results(3)
    random = Random(3)
    question = table_question(card, random, random_tables(random), unknown=0)
    with closing(InferenceEngine(card)) as engine:
        _, way = walked(engine, replace(question, facts={**question.facts, "day": NotApplicable()}))
    assert all(stop.name != "day" for stops in way.results.values() for stop in stops)


_CODES = ("2804", "7203", "7208", "720851")
_PLACES = ("BR", "CN", "ZZ")
_OF_RECORD = ("kind", "amount")


def card_of(*quantities: Quantity) -> Scorecard:
    """Return a card with its last quantity, named `s`, as its only result; named bases are own interpretations."""
    base = card_with_results(3)
    named = {"own": None} | dict.fromkeys(basis for one in quantities for basis in direct_bases(one))
    return base.model_copy(
        update={
            "quantities": quantities, "applies": (), "gates": (), "tables": (), "ladder": None,
            "results": (Result(id="the-s", name="s", rounding=_ROUNDING, basis=("own",)),),
            "bases": tuple(base.bases[0].model_copy(update={"id": basis}) for basis in named),
        }
    )  # fmt: skip


def direct_bases(quantity: Quantity) -> tuple[str, ...]:
    return (*(basis for row in quantity.rows for basis in row.basis), *getattr(quantity, "otherwise_basis", ()))


def sum_of_lots(*conditions: Condition) -> SumQuantity:
    rows = tuple(SumRow(where=where, basis=(f"row-{index}",)) for index, where in enumerate(conditions))
    return SumQuantity(id="s", unit="t", list="lots", of="amount", rows=rows)


def among(name: str, values: Iterable[str]) -> ChoiceClause:
    return ChoiceClause(name=name, values=tuple(sorted(values)))


def some_of(values: Iterable[str]) -> ChoiceExtent:
    return ChoiceExtent(frozenset(values))


_UNKNOWN_AMOUNT = NumberExtent(Interval(Fraction(0), None))
_DAY = NumberExtent(point_interval(Fraction(738_000)))


def lot(key: str, kind: Extent, amount: Extent) -> ListRecord:
    return ListRecord(key, {"serial": some_of({key}), "origin": some_of({"CN"}), "made": _DAY, "kind": kind,
                        "amount": amount})  # fmt: skip


def asking(*lots: ListRecord, code: Extent, country: Extent) -> InferenceQuestion:
    facts = {"country": country, "code": code, "day": _DAY, "lots": RecordsExtent(lots)}
    return InferenceQuestion(facts, {}, date(2026, 6, 30), {}, tables={})


def way_of(card: Scorecard, question: InferenceQuestion) -> DependencyTrace:
    with closing(InferenceEngine(card)) as engine:
        return walked(engine, question)[1]


def test_a_record_that_does_not_count_blocks_no_result() -> None:
    card = card_of(sum_of_lots((among("kind", ["2804"]),)))
    lots = (lot("A", some_of({"7203"}), _UNKNOWN_AMOUNT), lot("B", some_of({"2804"}), _UNKNOWN_AMOUNT))
    way = way_of(card, asking(*lots, code=some_of({"2804"}), country=some_of({"BR"})))
    assert way.results == {"the-s": (Blocker("amount", "lots", "B"),)}


def test_a_record_that_certainly_counts_blocks_only_by_its_amount() -> None:
    card = card_of(sum_of_lots((among("kind", ["2804"]),), (among("code", ["2804"]),)))
    lots = (
        lot("A", some_of({"2804"}), _UNKNOWN_AMOUNT),
        lot("B", some_of(_CODES), NumberExtent(point_interval(Fraction(0)))),
    )
    way = way_of(card, asking(*lots, code=some_of(_CODES), country=some_of({"BR"})))
    assert way.results == {"the-s": (Blocker("amount", "lots", "A"),)}
    assert way.bases == {"own", "row-0", "row-1"}


def test_a_sum_depends_on_its_matching_rows_and_the_quantities_in_their_conditions() -> None:
    limit = FormulaQuantity(
        id="limit", unit="t",
        rows=(FormulaRow(formula=NumberLiteral(value=Fraction(5), unit="t"), basis=("limit",)),),
    )  # fmt: skip
    above = NumberClause(
        name="limit", operator=NumberOperator.AT_LEAST, operand=NumberLiteral(value=Fraction(1), unit="t")
    )
    card = card_of(limit, sum_of_lots((above,), (among("kind", ["7203"]),)))
    known = lot("A", some_of({"2804"}), NumberExtent(point_interval(Fraction(1))))
    question = asking(known, code=some_of({"2804"}), country=some_of({"BR"}))
    assert way_of(card, question).bases == {"own", "limit", "row-0"}


def known_or_not(values: tuple[str, ...]) -> st.SearchStrategy[set[str]]:
    return st.sampled_from((set(values), *({value} for value in values)))


asked_codes = st.sets(st.sampled_from(_CODES), min_size=1)
codes, places = known_or_not(_CODES), known_or_not(_PLACES)
amounts = st.sampled_from((_UNKNOWN_AMOUNT, *(NumberExtent(point_interval(Fraction(amount))) for amount in (0, 2))))
conditions = st.tuples(asked_codes, st.sets(st.sampled_from(_PLACES), min_size=1), asked_codes)
subjects = st.tuples(st.lists(st.tuples(codes, amounts), min_size=1, max_size=2), codes, places)


def added_up(card: Scorecard, values: Mapping[Blocker, str | int], keys: Iterable[str]) -> int:
    """Compute the sum of the counted amounts from the conditions of the card alone."""
    (quantity,) = (one for one in card.quantities if isinstance(one, SumQuantity))

    def value(name: str, key: str) -> str | int:
        return values[Blocker(name, "lots", key) if name in _OF_RECORD else Blocker(name)]

    def counting(key: str) -> bool:
        return any(
            all(isinstance(clause, ChoiceClause) and value(clause.name, key) in clause.values for clause in row.where)
            for row in quantity.rows
        )

    return sum(int(value("amount", key)) for key in keys if counting(key))


@given(conditions, subjects)
def test_the_named_blockers_of_a_sum_are_exactly_the_inputs_that_can_change_it(
    asked: tuple[set[str], set[str], set[str]], subject: tuple[list[tuple[set[str], NumberExtent]], set[str], set[str]]
) -> None:
    kinds, countries, wanted = asked
    given_lots, code, country = subject
    card = card_of(sum_of_lots((among("kind", kinds), among("country", countries)), (among("code", wanted),)))
    lots = [lot(f"L{place}", some_of(kind), amount) for place, (kind, amount) in enumerate(given_lots)]
    way = way_of(card, asking(*lots, code=some_of(code), country=some_of(country)))
    possible: dict[Blocker, tuple[str | int, ...]] = {Blocker("code"): (*code,), Blocker("country"): (*country,)}
    for lot_record, (kind, amount) in zip(lots, given_lots, strict=True):
        known = amount.interval.value
        possible[Blocker("kind", "lots", lot_record.key)] = (*kind,)
        possible[Blocker("amount", "lots", lot_record.key)] = (0, 1) if known is None else (int(known),)
    sums = {
        values: added_up(card, dict(zip(possible, values, strict=True)), [one.key for one in lots])
        for values in product(*possible.values())
    }
    changing = set()
    for place, stop in enumerate(possible):
        others: dict[tuple[str | int, ...], set[int]] = {}
        for values, total in sums.items():
            others.setdefault((*values[:place], *values[place + 1 :]), set()).add(total)
        if any(len(totals) > 1 for totals in others.values()):
            changing.add(stop)
    assert set(way.results["the-s"]) == changing


@given(st.data())
def test_a_lookup_depends_on_the_same_bases_as_the_conclusion(data: st.DataObject) -> None:
    keys = tuple(product(_CODES, _PLACES))
    chosen = data.draw(st.sets(st.sampled_from(keys), min_size=1))
    rows = tuple(
        LookupRow(keys=key, value=Fraction(place), basis=(f"row-{place}",))
        for place, key in enumerate(keys) if key in chosen
    )  # fmt: skip
    lookup = LookupQuantity(
        id="s", unit="t", by=("code", "country"), rows=rows, otherwise=Fraction(99), otherwise_basis=("otherwise",)
    )
    card = card_of(lookup)
    question = asking(code=some_of(data.draw(codes)), country=some_of(data.draw(places)))
    with closing(InferenceEngine(card)) as engine:
        _, way = walked(engine, question)
        bases = deciding_bases(engine.plan, decide(engine, question))
    assert way.bases == {"own", *bases}
