"""Benchmark of improvement plans: most points of the worked factory within a budget, among 30 and 120 measures.

The measures are those of the catalogue with random costs. In the list of 120, half have a range with 20 levels. Every
plan is proved or has a bound, and the largest gap is printed. The plans for 15 measures must equal the best combination
of the exhaustive search. `benchmarks.plan_groups` measures a group of factories.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from random import Random
from typing import TypeVar

from rules.contracts import parse_exact
from rules.contracts.inputs import DeclaredValue
from rules.contracts.numbers import parse_decimal_or_ratio
from rules.engine import InferenceEngine, counting_values
from rules.model.scorecard import FactType
from rules.planning import (
    CostRange,
    FactEffect,
    GoalKind,
    LevelRange,
    Measure,
    MeasureList,
    PlanGoal,
    PlanRequest,
    PlanResult,
    plan_improvement,
)
from rules.planning.catalogue import propose_measures
from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import read_dossier
from service.planning.solver import CpSatSolver
from tests.planning.comparison import wrong_plans
from tests.planning.exhaustive import Exhaustive

CARD, TODAY, DAY, KNOWN = "zero-carbon-factory", "2024-03-01", "2025-06-30", "2026-11-29T00:00:00Z"
LEVELS, BUDGET = 20, "600000"
_Result = TypeVar("_Result")


class Factory:
    """The worked factory in its reporting year, and measures to choose from."""

    def __init__(self) -> None:
        scorecard = Gazette(CHECKOUT / "scorecards").newest(CARD).scorecard
        self.engine = InferenceEngine(scorecard)
        content = (CHECKOUT / "examples" / "worked-factory.yaml").read_bytes()
        dossier = read_dossier(content, scorecard, as_of=TODAY, settings={"reading": "cascade"})
        self.subject = dossier.subject.model_copy(update={"known": KNOWN})
        self.catalogue = propose_measures(self.engine, self.subject).measures
        self.present = counting_values(scorecard, self.subject)

    def request(self, count: int, *, ranges: int = 0, seed: int = 0, goal: PlanGoal | None = None) -> PlanRequest:
        """Return a request with some measures of the catalogue, and some with a range."""
        random = Random(f"{count} {ranges} {seed}")  # noqa: S311 -- repeatable numbers
        chosen = random.sample(self.catalogue, min(count - ranges, len(self.catalogue)))
        measures = [self._with_costs(measure, random) for measure in chosen]
        measures += [self._ranged(number, random) for number in range(count - len(measures))]
        return PlanRequest(
            subject=self.subject,
            measures=MeasureList(currency="CNY", measures=tuple(measures)),
            goal=goal or PlanGoal(kind=GoalKind.HIGHEST, budget=BUDGET, date=DAY, years=3),
            today=TODAY,
            alternatives=False,
        )

    @staticmethod
    def _with_costs(measure: Measure, random: Random) -> Measure:
        once, yearly = random.randint(5, 400) * 1_000, random.randint(0, 50) * 1_000
        return measure.model_copy(
            update={
                "cost_once": CostRange(least=str(once * 3 // 4), most=str(once)),
                "cost_per_year": CostRange(least=str(yearly), most=str(yearly)),
                "lead_days": random.choice((0, 30, 90, 180)),
            }
        )

    def _ranged(self, number: int, random: Random) -> Measure:
        """Return a measure that changes a number by up to a fifth, in steps of a hundredth, at a cost per step."""
        facts = [
            fact
            for fact in self.engine.plan.scorecard.facts
            if fact.type is FactType.NUMBER and not fact.given and _number(self.present.get(fact.id))
        ]
        fact, cost = facts[number % len(facts)], random.randint(1, 60) * 250
        return Measure(
            id=f"range-{number}",
            effects=(FactEffect(fact=fact.id, share=random.choice(("-1", "1"))),),
            cost_once=CostRange(least=str(cost), most=str(cost)),
            range=LevelRange(most=str(LEVELS), cost_once=CostRange(least=str(cost // 2), most=str(cost))),
        )


def _number(value: DeclaredValue | None) -> Fraction | None:
    return parse_decimal_or_ratio(value.number) if value is not None and value.number is not None else None


@dataclass(frozen=True, slots=True)
class Timed:
    """A result with the processor time and the time of its search, in seconds."""

    processor: float
    elapsed: float


def timed(call: Callable[[], _Result]) -> tuple[_Result, Timed]:
    """Return a result and its time."""
    begun, start = time.process_time(), time.perf_counter()
    result = call()
    return result, Timed(time.process_time() - begun, time.perf_counter() - start)


def gap_of(result: PlanResult) -> Fraction:
    """Return the distance of the points from their bound, as a share of the points; 1 without a plan."""
    if not result.plans:
        return Fraction(1)
    (plan,) = result.plans
    points = parse_exact(plan.total_after)
    return (parse_exact(plan.bound) - points) / points


def planned(factory: Factory, request: PlanRequest) -> tuple[PlanResult, Timed]:
    """Search for plans, and confirm their end states, costs and days."""
    result, took = timed(lambda: plan_improvement(factory.engine, request, CpSatSolver()))
    if wrong := list(wrong_plans(factory.engine, request, result)):
        raise SystemExit(f"wrong plan: {wrong[0]}")
    return result, took


def report(name: str, results: list[tuple[PlanResult, Timed]]) -> None:
    """Print the processor time and the proofs of several requests."""
    times = sorted(took.processor for _, took in results)
    plans = [plan for result, _ in results for plan in result.plans]
    proved, measures = sum(plan.is_proved for plan in plans), sum(len(plan.measures) for plan in plans)
    gap = max(gap_of(result) for result, _ in results)
    print(
        f"{name}: {len(plans)} plans with {measures} measures, {proved} proved, largest gap {float(gap):.4%}; "
        f"processor time median {times[len(times) // 2]:.2f} s, most {times[-1]:.2f} s"
    )


def compared(factory: Factory, requests: int) -> None:
    """Compare the plans for 15 measures with all combinations."""
    ours = theirs = 0.0
    combinations = 0
    for seed in range(requests):
        request = factory.request(15, seed=seed)
        result, took = planned(factory, request)
        reference = Exhaustive(factory.engine, request, learns=False)
        ours += took.processor
        best, alone = timed(partial(reference.best_figure, Fraction(BUDGET), "", highest=True))
        theirs += alone.processor
        found = [(parse_exact(plan.total_after), parse_exact(plan.cost)) for plan in result.plans if plan.is_proved]
        if found != [best]:
            raise SystemExit(f"seed {seed}: {found}, but {best} is the best")
        combinations += len(reference.combinations)
    print(
        f"15 measures: {ours / requests:.2f} s; the exhaustive search of {combinations // requests} combinations takes "
        f"{theirs / ours:.1f} times as long"
    )


def main() -> None:
    """Search, compare and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=5)
    asked = parser.parse_args()
    factory = Factory()
    planned(factory, factory.request(10))  # warm-up
    report("30 measures", [planned(factory, factory.request(30, seed=seed)) for seed in range(asked.requests)])
    report(
        "120 measures, half of them with 20 levels",
        [planned(factory, factory.request(120, ranges=61, seed=seed)) for seed in range(asked.requests)],
    )
    compared(factory, asked.requests)


if __name__ == "__main__":
    main()
