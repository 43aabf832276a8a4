"""Of what does a search ask how possible it is: grades, stages or verdicts?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.outcomes import NO_GRADE
from rules.engine.stages import NO_STAGE
from rules.model.expressions import STAGE

if TYPE_CHECKING:
    from collections.abc import Callable

    from rules.engine.infer import InferenceEngine
    from rules.engine.inference import Inference


@dataclass(frozen=True, slots=True)
class Aim:
    """All answers from best to worst, which of them an inference leaves possible, and the one that ends all hope.

    `behind` names the facts, lists and settings that can matter at all; None if any can.
    """

    every: tuple[str, ...]
    of: Callable[[Inference], tuple[str, ...]]
    nothing: str
    behind: frozenset[str] | None = None


def grades(engine: InferenceEngine) -> Aim:
    """Ask for grades."""
    return Aim(engine.every_grade, lambda inference: inference.grades, NO_GRADE)


def stages(engine: InferenceEngine) -> Aim:
    """Ask for stages; only what their rows read can matter."""
    behind = frozenset(engine.dependencies.of((STAGE,)))
    return Aim(engine.every_stage, lambda inference: inference.stages, NO_STAGE, behind)
