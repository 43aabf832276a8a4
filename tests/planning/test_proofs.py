"""Claims of a proof are made only if the solver proved them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from rules.engine.inference_engine import InferenceEngine
from rules.planning.improvement import plan_improvement
from rules.planning.integer_program import IntegerProgram, Solution, SolutionStatus
from tests.planning.instances import Instances, Shape, graded_cards, published_models


class EndedSolver:
    """A solver without any time."""

    is_over = True

    def minimize(
        self,
        program: IntegerProgram,
        objective: Mapping[int, int],
        hint: Sequence[int] = (),
        on_bound: Callable[[int | None, int | None], None] | None = None,
        *,
        confirms: bool = True,
    ) -> Solution:
        del program, objective, hint, on_bound, confirms
        return Solution(SolutionStatus.UNKNOWN)


def test_nothing_is_proved_without_time() -> None:
    card = "cn-pilot-market"
    engine = InferenceEngine(graded_cards()[card])
    made = Instances(engine, published_models(card), Shape(measures=4))
    results = [plan_improvement(engine, made.request(seed), EndedSolver()) for seed in range(6)]
    assert any(result.excluded for result in results)
    assert not any(result.effort.rounds for result in results), "no program is built for a solver without time"
    assert not any(plan.is_proved for result in results for plan in result.plans)
    assert not any(grade.is_proved for result in results for grade in result.excluded)
