"""Is everything that stops the rules named, and nothing that does not?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from random import Random

import pytest

from rules.contracts.extents import Extent, NotApplicable, Record, RecordsExtent, is_known
from rules.contracts.numbers import RoundingMode
from rules.contracts.outcomes import Outcome, UnknownReason
from rules.engine.infer import InferenceEngine
from rules.engine.inference import Inference, Question
from rules.model.scorecard import Result, Rounding, Scorecard, list_of
from rules.trail.way_taken import Stop, WayTaken, way_taken
from tests.support.deciding import engine_of
from tests.support.random_tables import random_tables, table_card, table_completion, table_question

SEEDS = range(150)
_ROUNDING = Rounding(places=1, mode=RoundingMode.HALF_EVEN)


def card_with_results(seed: int) -> Scorecard:
    """Give a random card that asks for each of its quantities, and applies only to one route."""
    card = table_card(seed)
    results = tuple(
        Result(id=f"the-{one.id}", name=one.id, rounding=_ROUNDING, basis=("own",))
        for one in card.quantities
        if list_of(one) is None and getattr(one, "gives", "number") == "number"
    )
    return card.model_copy(update={"results": results, "applies": card.gates[1].requires})


def unknown_in(question: Question) -> dict[str, UnknownReason]:
    found = []
    for name, extent in question.facts.items():
        if isinstance(extent, RecordsExtent) and extent.records is not None:
            found += [
                f"{name}[{record.key}].{field}"
                for record in extent.records
                for field, value in record.fields.items()
                if not is_known(value)
            ]
        elif not is_known(extent):
            found.append(name)
    return dict.fromkeys(found, UnknownReason.NOT_GIVEN)


def filled_but(question: Question, whole: Question, stops: Iterable[Stop]) -> Question:
    """Put in the values of `whole` everywhere but where something is said to stop the rules."""
    kept = set(stops)

    def merged(name: str, extent: Extent) -> Extent:
        if Stop(name) in kept:
            return extent
        other = whole.facts[name]
        if isinstance(extent, RecordsExtent) and isinstance(other, RecordsExtent) and extent.records is not None:
            pairs = zip(extent.records, other.records or (), strict=True)
            return RecordsExtent(
                tuple(
                    Record(
                        mine.key,
                        {
                            field: value if Stop(field, name, mine.key) in kept else theirs.fields[field]
                            for field, value in mine.fields.items()
                        },
                    )
                    for mine, theirs in pairs
                )
            )
        return other

    return replace(question, facts={name: merged(name, extent) for name, extent in question.facts.items()})


def walked(engine: InferenceEngine, question: Question) -> tuple[Inference, WayTaken]:
    inference = engine.infer(question)
    return inference, way_taken(engine, inference, unknown_in(question))


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_not_named_changes_nothing_that_is_open(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - tests want repeatable subjects, not secrets
    card = card_with_results(seed)
    tables = random_tables(random)
    question = table_question(card, random, tables, unknown=0.5)
    whole = table_completion(card, question, random)
    with engine_of(card) as engine:
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


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_named_that_is_known_and_something_is_named_while_anything_is_open(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - tests want repeatable subjects, not secrets
    card = card_with_results(seed)
    question = table_question(card, random, random_tables(random), unknown=0.5)
    unknown = unknown_in(question)
    with engine_of(card) as engine:
        inference, way = walked(engine, question)
        if inference.applies is Outcome.UNDETERMINED:
            assert way.applies
        for stops, name in ((way.results.get(result.id, ()), result.name) for result in card.results):
            if inference.applies is not Outcome.NOT_MET:
                assert bool(stops) is not is_known(inference.values.extents[name])
            for stop in stops:
                said = f"{stop.list}[{stop.record}].{stop.name}" if stop.list else stop.name
                assert stop.missing is not None or said in unknown


def test_a_fact_that_does_not_apply_stops_nothing() -> None:
    card = card_with_results(3)
    random = Random(3)  # noqa: S311 - likewise
    question = table_question(card, random, random_tables(random), unknown=0)
    with engine_of(card) as engine:
        _, way = walked(engine, replace(question, facts={**question.facts, "day": NotApplicable()}))
    assert all(stop.name != "day" for stops in way.results.values() for stop in stops)
