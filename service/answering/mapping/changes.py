"""How does the difference of two versions become the message that clients read?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.model.diff import Step, sentence
from touchstone.v1 import scorecard_pb2, scorecard_service_pb2

if TYPE_CHECKING:
    from rules.model.diff import Difference

_STEPS = {
    None: scorecard_pb2.VERSION_STEP_UNSPECIFIED,
    Step.PATCH: scorecard_pb2.VERSION_STEP_PATCH,
    Step.MINOR: scorecard_pb2.VERSION_STEP_MINOR,
    Step.MAJOR: scorecard_pb2.VERSION_STEP_MAJOR,
}


def write_changes(difference: Difference, language: str) -> scorecard_service_pb2.DiffScorecardVersionsResponse:
    """Write every change with its sentence, and the step that they ask for together."""
    return scorecard_service_pb2.DiffScorecardVersionsResponse(
        changes=[
            scorecard_pb2.Change(
                kind=f"KIND_{change.kind.name}",
                path=change.path,
                before_json=change.before or "",
                after_json=change.after or "",
                text=sentence(change, language),
                step=_STEPS[change.step],
            )
            for change in difference.changes
        ],
        required_step=_STEPS[difference.required_step],
    )
