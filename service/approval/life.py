"""In which state is a version of a scorecard, and which act leads from one state to another?

The table is all there is: what does not stand in it is refused. docs/publication.md shows it.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType

from rules.contracts.messages import Message, speaker

_say = speaker(__name__)


class State(StrEnum):
    """Where a version stands between its draft and its repeal."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    PUBLISHED = "published"
    REPEALED = "repealed"


class Step(StrEnum):
    """What is done to a version; `SUFFICE` is an approval with which there are enough."""

    CHANGE = "change"
    SUBMIT = "submit"
    APPROVE = "approve"
    SUFFICE = "suffice"
    REJECT = "reject"
    PUBLISH = "publish"
    REPEAL = "repeal"


TABLE = MappingProxyType(
    {
        (State.DRAFT, Step.CHANGE): State.DRAFT,
        (State.DRAFT, Step.SUBMIT): State.IN_REVIEW,
        (State.IN_REVIEW, Step.CHANGE): State.DRAFT,
        (State.IN_REVIEW, Step.APPROVE): State.IN_REVIEW,
        (State.IN_REVIEW, Step.SUFFICE): State.APPROVED,
        (State.IN_REVIEW, Step.REJECT): State.DRAFT,
        (State.APPROVED, Step.CHANGE): State.DRAFT,
        (State.APPROVED, Step.REJECT): State.DRAFT,
        (State.APPROVED, Step.PUBLISH): State.PUBLISHED,
        (State.PUBLISHED, Step.REPEAL): State.REPEALED,
    }
)
"""Which state follows; a pair that is missing is not allowed."""


def next_state(state: State, step: Step) -> State | Message:
    """Give the state that follows, or say what is allowed instead."""
    following = TABLE.get((state, step))
    if following is not None:
        return following
    allowed = [known.value for before, known in TABLE if before is state]
    return _say("STEP_NOT_ALLOWED", state=state.value, step=step.value, allowed=allowed or ["-"])
