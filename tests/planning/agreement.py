"""Random plans against the exhaustive search and the ordinary evaluator, as a command.

    python -m tests.planning.agreement --instances 10000

plans for random dossiers of all published cards with grades and of random cards. It prints the seed, and counts
the plans that differ from the reference. `--seed` repeats a run; `--measures 15 --card zero-carbon-factory` makes fewer
and larger instances.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace

from rules.contracts.errors import InputError
from rules.engine.inference_engine import InferenceEngine
from rules.planning.measures import GoalKind, PlanRequest
from service.planning.solver import CpSatSolver
from tests.planning.comparison import compare
from tests.planning.instances import Instances, Models, Shape, figures_of, graded_cards, published_models, random_models
from tests.support.random_cards import with_matrices
from tests.support.random_subjects import richer_card

_KINDS = (GoalKind.GRADE, GoalKind.GRADE, GoalKind.EVERY_GRADE, GoalKind.HIGHEST, GoalKind.LOWEST)
_OF_RANDOM_CARD = 10
"""Instances of each random card."""


@dataclass
class Tally:
    """Counts of one run, and its differences with the seeds that repeat them."""

    counts: Counter[str] = field(default_factory=Counter)
    differences: list[str] = field(default_factory=list)

    def add(self, name: str, engine: InferenceEngine, request: PlanRequest) -> None:
        """Compare the plans of one request."""
        self.counts["instances"] += 1
        try:
            asked = request.model_copy(update={"with_cheaper": True})
            comparison = compare(engine, asked, CpSatSolver())
        except InputError as error:
            (violation,) = error.violations
            if violation.field == "goal.figure":
                self.counts["refused"] += 1
            else:
                self.differences.append(f"{name}: {violation}")
            return
        except Exception as error:
            self.differences.append(f"{name}: {error!r}")
            return
        result = comparison.result
        self.counts["plans"] += len(result.plans)
        self.counts["excluded grades"] += len(result.excluded)
        self.counts["without proof"] += sum(not plan.is_proved for plan in result.plans)
        self.counts["without proof"] += sum(not grade.is_proved for grade in result.excluded)
        self.differences += [f"{name}: {difference}" for difference in comparison.differences]


def shape_of(number: int, engine: InferenceEngine, shape: Shape) -> Shape:
    """Return the shape of an instance: goals of all kinds by turns, some of them with unknown facts."""
    kind = _KINDS[number % len(_KINDS)]
    if kind in {GoalKind.HIGHEST, GoalKind.LOWEST} and not figures_of(engine.plan.scorecard):
        kind = GoalKind.EVERY_GRADE
    judged = 0.1 if number % 3 == 0 else 0.0
    return replace(shape, kind=kind, judged=judged, alternatives=number % 4 == 0)


def compare_card(name: str, engine: InferenceEngine, models: Models, seeds: range, shape: Shape, tally: Tally) -> None:
    """Compare the plans of one instance for each seed."""
    for number, seed in enumerate(seeds):
        made = Instances(engine, models, shape_of(number, engine, shape))
        try:
            request = made.request(seed)
        except AssertionError:
            tally.counts["without a better grade"] += 1
            continue
        tally.add(f"{name}, seed {seed}, {made.shape}", engine, request)


def random_cards(seed: int, count: int) -> Iterator[tuple[str, InferenceEngine, Models]]:
    """Yield random cards with random subjects of different grades."""
    while count:
        card = richer_card(seed)
        card = with_matrices(card, seed) if seed % 3 == 0 else card
        if (models := random_models(card, seed)) is not None:
            count -= 1
            with closing(InferenceEngine(card)) as engine:
                yield f"random card {seed}", engine, models
        seed += 1


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="tests.planning.agreement", description=__doc__.partition("\n")[0])
    parser.add_argument("--instances", type=int, default=10_000, help="number of instances (default: %(default)s)")
    parser.add_argument("--measures", type=int, default=6, help="measures of each instance (default: %(default)s)")
    parser.add_argument("--card", default="", help="a published card; all, and random cards, without it")
    parser.add_argument("--seed", type=int, default=20_000, help="first seed (default: %(default)s)")
    given = parser.parse_args(arguments)
    seed = given.seed
    print(f"plans: seed {seed}", flush=True)
    shape, tally = Shape(measures=given.measures), Tally()
    cards = [given.card] if given.card else sorted(graded_cards())
    groups = len(cards) + (not given.card)
    each = -(-given.instances // groups)
    for name in cards:
        with closing(InferenceEngine(graded_cards()[name])) as engine:
            _compare_group(name, [(name, engine, published_models(name))], range(seed, seed + each), shape, tally)
    if not given.card:
        made = random_cards(seed, -(-each // _OF_RANDOM_CARD))
        _compare_group("random cards", made, range(seed, seed + _OF_RANDOM_CARD), shape, tally)
    print(f"plans: {_text(tally.counts)}; {len(tally.differences)} differences", flush=True)
    return 1 if tally.differences else 0


def _compare_group(
    name: str,
    cards: Iterator[tuple[str, InferenceEngine, Models]] | list[tuple[str, InferenceEngine, Models]],
    seeds: range,
    shape: Shape,
    tally: Tally,
) -> None:
    begun, before, shown = time.process_time(), Counter(tally.counts), len(tally.differences)
    for card, engine, models in cards:
        compare_card(card, engine, models, seeds, shape, tally)
    counts = Counter({key: count - before[key] for key, count in tally.counts.items()})
    print(f"{name}: {_text(counts)}, {time.process_time() - begun:.0f} s", flush=True)
    for difference in tally.differences[shown:]:
        print(f"  {difference[:600]}", flush=True)


def _text(counts: Counter[str]) -> str:
    return ", ".join(f"{count} {name}" for name, count in counts.items() if count)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
