"""Which unknown facts and open settings could still change the conclusion, and through which criteria?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.outcomes import Outcome
from rules.model.expressions import TOTAL_SCORE, names_in_condition

if TYPE_CHECKING:
    from rules.engine.dependencies import Dependencies
    from rules.engine.inference import Inference
    from rules.engine.plan import Plan


def open_names(plan: Plan, dependencies: Dependencies, inference: Inference) -> dict[str, tuple[str, ...]]:
    """Map each fact or setting behind something open to the criteria, ladder rows and findings it is open through.

    An indicator counts only while the total score is compared by a ladder row that is open. This never leaves out a
    fact that could change the conclusion; it may name one that could not.
    """
    scorecard = plan.scorecard
    through: dict[str, list[str]] = {}

    def note(criterion: str, names: tuple[str, ...]) -> None:
        for leaf in dependencies.of(names):
            through.setdefault(leaf, []).append(criterion)

    if inference.applies is Outcome.UNDETERMINED:
        note("card", names_in_condition(scorecard.applies))
    for gate in scorecard.gates:
        if inference.passes[gate.id] is Outcome.UNDETERMINED:
            note(gate.id, (gate.id,))
    score_matters = False
    for index, row in enumerate(scorecard.ladder.rows if scorecard.ladder else ()):
        outcome = inference.second[f"ladder:{index}"]
        if outcome is Outcome.UNDETERMINED:
            score_matters = True
            note(f"grade-{row.grade}", tuple(name for name in names_in_condition(row.requires) if name != TOTAL_SCORE))
        if outcome is Outcome.MET:
            break
    for indicator in scorecard.indicators:
        earned = inference.score.earned[indicator.id]
        if score_matters and (earned.counted.value is None or earned.applies is Outcome.UNDETERMINED):
            note(indicator.id, (indicator.id,))
    for finding in scorecard.findings:
        if inference.second[f"finding:{finding.id}"] is Outcome.UNDETERMINED:
            note(finding.id, names_in_condition(finding.when))
    return {name: tuple(dict.fromkeys(criteria)) for name, criteria in through.items()}
