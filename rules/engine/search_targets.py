"""Search targets: possible grades, stages or verdicts in order, and the facts that can affect them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.outcomes import NO_GRADE, Verdict
from rules.engine.open_facts import grade_criterion_id
from rules.engine.stages import NO_STAGE
from rules.model.expressions import STAGE

if TYPE_CHECKING:
    from collections.abc import Callable

    from rules.engine.infer import InferenceEngine
    from rules.engine.inference import Inference


@dataclass(frozen=True, slots=True)
class SearchTarget:
    """All answers from best to worst, which of them an inference leaves possible, and the one that ends all hope.

    `criterion` gives the name under which an answer is told to be open, `behind` the facts, lists and settings that can
    matter at all; None if any can. `only_if_countable` asks no more than to try all completions where there are few.
    """

    every: tuple[str, ...]
    of: Callable[[Inference], tuple[str, ...]]
    nothing: str
    criterion: Callable[[str], str]
    behind: frozenset[str] | None = None
    only_if_countable: bool = False


def grade_target(engine: InferenceEngine) -> SearchTarget:
    """Ask for grades."""
    return SearchTarget(engine.every_grade, lambda inference: inference.grades, NO_GRADE, grade_criterion_id)


def stage_target(engine: InferenceEngine) -> SearchTarget:
    """Ask for stages; only what their rows read can matter."""
    behind = frozenset(engine.dependencies.of((STAGE,)))
    return SearchTarget(engine.every_stage, lambda inference: inference.stages, NO_STAGE, lambda _: STAGE, behind)


def verdict_target(engine: InferenceEngine) -> SearchTarget:
    """Ask for verdicts, the mildest first; only what their rules read can matter."""
    rules = engine.plan.scorecard.verdicts.rules if engine.plan.scorecard.verdicts else ()
    behind = frozenset(engine.dependencies.of(rule.id for rule in rules))
    every = tuple(verdict.value for verdict in reversed(Verdict)) if rules else ()
    return SearchTarget(every, _verdicts, "", lambda verdict: verdict, behind, only_if_countable=True)


def _verdicts(inference: Inference) -> tuple[str, ...]:
    possible = inference.judged.possible if inference.judged else ()
    return tuple(verdict.value for verdict in reversed(possible))
