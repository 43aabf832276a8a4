"""Reuse of a finished search: same answers as a new search, for facts that interact through points or otherwise."""

from contextlib import closing
from dataclasses import replace
from random import Random

import pytest

from rules.contracts.extents import Extent
from rules.engine import decide as deciding
from rules.engine.decide import decide, reaches_same_answers
from rules.engine.inference import Inference
from rules.engine.inference_engine import InferenceEngine
from rules.engine.search import FinishedSearch
from rules.model.expressions import Clause
from rules.model.scorecard import Indicator, NotApplicablePolicy, Scorecard
from tests.support.engine_card import band, by_bands, card, compare, flag, gate, indicator, is_, number, question, row
from tests.support.tiers import tries

CUTS = (25, 50, 75)
KNOWN: list[Extent] = [is_(value) for value in (10, 30, 60, 90)]


def random_card(random: Random) -> Scorecard:
    def clauses(names: list[str]) -> tuple[Clause, ...]:
        clause = compare(random.choice(names), "at_least", random.choice(CUTS), "%")
        return (clause,) if random.random() < 0.4 else ()

    def scored(name: str, measure: str) -> Indicator:
        points = [random.choice([0, 1, 2, 20, 40]) for _ in range(4)]
        edges = (None, *CUTS, None)
        scale = by_bands(measure, *map(band, edges, edges[1:], points), unit="%")
        return indicator(name, 40, scale, applies=clauses(["b", "c"]) if rescales else ())

    rescales = random.random() < 0.3
    asked = random.choice([["c"], ["b", "c"], ["a", "b", "c"]])
    second, third = random.choice([("b", "c"), ("b", "b"), ("a", "c")])
    return card(
        *(number(name, "%", 0, 100) for name in "abc"),
        flag("clean"),
        gates=(gate("G", *clauses(["c"]), applies=clauses(asked)),) if random.random() < 0.5 else (),
        indicators=(scored("I", "a"), scored("J", second), scored("K", third)),
        rows=tuple(row(f"g{place}", at_least, *clauses(asked)) for place, at_least in enumerate((90, 60, 30))),
        policy=NotApplicablePolicy.DROP_AND_RESCALE if rescales else NotApplicablePolicy.COUNT_AS_ZERO,
    )


def test_a_reused_search_equals_a_new_search(monkeypatch: pytest.MonkeyPatch) -> None:
    reused = searched = 0

    def counting(engine: InferenceEngine, search: FinishedSearch, inference: Inference) -> bool:
        nonlocal reused, searched
        same = reaches_same_answers(engine, search, inference)
        reused, searched = reused + same, searched + (not same)
        return same

    monkeypatch.setattr(deciding, "reaches_same_answers", counting)
    for seed in range(tries(400)):
        random = Random(seed)
        with closing(InferenceEngine(random_card(random))) as engine:
            known = {"clean": is_(True), "a": random.choice(KNOWN), "b": random.choice(KNOWN)}
            if random.random() < 0.3:
                del known["b"]
            verified = question(engine.plan.scorecard, known)
            first = decide(engine, verified)
            declared = replace(verified, facts={**verified.facts, "a": random.choice(KNOWN)})
            again = decide(engine, declared, previous=first.inference, decided_before=first)
            assert again == decide(engine, declared)
    assert min(reused, searched) > tries(40)


@pytest.mark.parametrize(
    ("applies", "requires", "same"),
    [((), (), True), (("a",), ("c",), False), (("a",), (), False), ((), ("a", "c"), False)],
    ids=["points alone", "a gate of both", "a gate of what differs", "a row of both"],
)
def test_a_search_is_reused_only_if_changed_and_unknown_facts_interact_through_points_alone(
    applies: tuple[str, ...], requires: tuple[str, ...], *, same: bool
) -> None:
    def clauses(names: tuple[str, ...]) -> tuple[Clause, ...]:
        return tuple(compare(name, "at_least", 20, "%") for name in names)

    def scored(name: str, measure: str) -> Indicator:
        return indicator(name, 50, by_bands(measure, band(None, 50, 0), band(50, None, 50), unit="%"))

    is_gate = bool(applies)
    scorecard = card(
        *(number(name, "%", 0, 100) for name in "abc"),
        gates=(gate("G", *clauses(requires or ("b",)), applies=clauses(applies)),) if is_gate else (),
        indicators=(scored("I", "b"), scored("J", "c")),
        rows=(row("gold", 100, *(() if is_gate else clauses(requires))), row("silver", 50)),
    )
    with closing(InferenceEngine(scorecard)) as engine:
        verified = question(engine.plan.scorecard, {"a": is_(30), "b": is_(60)})
        first = decide(engine, verified)
        declared = replace(verified, facts={**verified.facts, "a": is_(10)})
        inference = engine.infer(declared, first.inference)
        assert first.search is not None
        assert reaches_same_answers(engine, first.search, inference) is same
        again = decide(engine, declared, previous=first.inference, decided_before=first)
        assert again == decide(engine, declared)
        assert (again.grades == first.grades) or not same
