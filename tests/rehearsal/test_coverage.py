"""Boundary coverage by examples: both a match of the row and a failure of the clause alone are required."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rules.contracts.inputs import DeclaredValue
from rules.engine.inference import Inference
from rules.engine.inference_engine import InferenceEngine
from rules.language.compiler import compile_folder
from rules.model.clause_coverage import Edge, all_edges
from rules.model.edge_rows import EdgeSide
from rules.model.examples import FactChange
from rules.rehearsal.example_runner import evaluate_changes
from rules.rehearsal.publication_check import Coverage
from tests.rehearsal.desk import two_gates

SHARE = "gates[G1].requires[0]"
SYSTEM = "gates[G1].requires[1]"
HOLD = {Edge(SHARE, EdgeSide.HOLDS), Edge(SYSTEM, EdgeSide.HOLDS)}


@pytest.fixture(scope="module")
def engine() -> Iterator[InferenceEngine]:
    scorecard = compile_folder(two_gates()).scorecard
    assert scorecard is not None
    made = InferenceEngine(scorecard)
    yield made
    made.close()


def infer(engine: InferenceEngine, **changes: DeclaredValue | None) -> Inference:
    case = {value.fact: value.value for value in engine.plan.scorecard.reference_case}
    assert changes.keys() <= case.keys()
    facts = [FactChange(name, value) for name, value in changes.items()]
    day = engine.plan.scorecard.card.first_date
    return evaluate_changes(engine, facts, day)[1].inference


def number(text: str) -> DeclaredValue:
    return DeclaredValue(number=text, unit="%")


def test_a_matching_row_covers_all_its_clauses(engine: InferenceEngine) -> None:
    assert Coverage(engine).add(infer(engine)) == HOLD


def test_a_clause_that_fails_alone_is_covered(engine: InferenceEngine) -> None:
    assert Coverage(engine).add(infer(engine, share=number("49.99"))) == {Edge(SHARE, EdgeSide.FAILS)}
    assert Coverage(engine).add(infer(engine, system=DeclaredValue(choice="absent"))) == {Edge(SYSTEM, EdgeSide.FAILS)}


def test_clauses_that_fail_together_cover_nothing(engine: InferenceEngine) -> None:
    together = infer(engine, share=number("0"), system=DeclaredValue(choice="absent"))
    assert Coverage(engine).add(together) == set()


@pytest.mark.parametrize("share", ["80", "0"])
def test_an_unknown_clause_hides_the_others(engine: InferenceEngine, share: str) -> None:
    assert Coverage(engine).add(infer(engine, share=number(share), system=None)) == set()


def test_covered_boundaries_are_reported_once(engine: InferenceEngine) -> None:
    coverage = Coverage(engine)
    assert (
        coverage.newly_covered(infer(engine))
        == coverage.newly_covered(infer(engine))
        == coverage.add(infer(engine))
        == HOLD
    )
    assert coverage.add(infer(engine)) == set()
    assert coverage.newly_covered(infer(engine)) == set()


def test_missing_boundaries_are_listed_in_card_order(engine: InferenceEngine) -> None:
    coverage = Coverage(engine)
    assert coverage.missing == all_edges(engine.plan.scorecard)
    coverage.add(infer(engine))
    assert coverage.missing == (Edge(SHARE, EdgeSide.FAILS), Edge(SYSTEM, EdgeSide.FAILS))
    coverage.add(infer(engine, share=number("0")))
    coverage.add(infer(engine, system=DeclaredValue(choice="absent")))
    assert not coverage.missing
