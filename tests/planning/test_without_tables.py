"""Encodings of rules without tables of their values: the same plans as an exhaustive search."""

from __future__ import annotations

from fractions import Fraction

import pytest

from rules.engine.inference_engine import InferenceEngine
from rules.planning import scenario
from rules.planning.improvement import plan_improvement
from service.planning.solver import CpSatSolver
from tests.planning.exhaustive import Exhaustive
from tests.planning.instances import Instances, Shape, graded_cards, published_models


@pytest.mark.parametrize("card", ["cn-pilot-market", "corporate-inventory", "project-energy-review"])
def test_plans_without_tables_equal_an_exhaustive_search(card: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scenario, "MAXIMUM_COMBINATIONS", 1)
    engine = InferenceEngine(graded_cards()[card])
    made = Instances(engine, published_models(card), Shape(measures=6))
    grades = list(engine.every_grade)
    for seed in range(6):
        request = made.request(seed)
        result = plan_improvement(engine, request, CpSatSolver())
        left_out = frozenset(one.measure for one in result.unavailable if one.reason == "ended_period")
        reference = Exhaustive(engine, request, left_out)
        best = reference.cheapest(frozenset(grades[: grades.index(request.goal.grade) + 1])).cost
        plans = [plan for plan in result.plans if plan.kind == "cheapest" and not plan.assumed_facts]
        assert [Fraction(plan.cost) for plan in plans] == ([] if best is None else [best])
