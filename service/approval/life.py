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


def next_state(version: str, state: State, step: Step) -> State | Message:
    """Give the state that follows for the version of this name, or say what is allowed instead."""
    following = TABLE.get((state, step))
    if following is not None:
        return following
    allowed = dict.fromkeys(_named(known) for before, known in TABLE if before is state)
    refused = {"version": version, "state": state_named(state), "step": _named(step)}
    return _say("STEP_NOT_ALLOWED", **refused, allowed=allowed) if allowed else _say("NO_STEP_ALLOWED", **refused)


def state_named(state: State) -> Message:
    """Name a state for people."""
    return _say(f"NAME_STATE_{state.name}")


def _named(step: Step) -> Message:
    """Name a step for people, to whom an approval is one whether or not there are enough with it."""
    return _say(f"NAME_STEP_{Step.APPROVE.name if step is Step.SUFFICE else step.name}")
