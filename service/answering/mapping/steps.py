"""How does a recorded step become the message that clients read?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.trail.commitments import salt
from touchstone.v1 import evaluation_pb2

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.contracts.record import Step


def write_step(step: Step, record_key: bytes) -> evaluation_pb2.TrailStep:
    """Write one step, with the salt that opens its commitment."""
    return evaluation_pb2.TrailStep(
        step_id=step.id,
        parent_step_id=step.parent or "",
        kind=step.kind,
        references=step.references,
        payload_json=step.payload,
        salt=salt(record_key, step.id),
        commitment=step.commitment,
    )


def below(steps: Sequence[Step], root: str) -> tuple[Step, ...]:
    """Give a step and everything below it, in their order; nothing if there is no such step."""
    inside = {root}
    found = []
    for step in steps:  # a parent always stands before its parts
        if step.id == root or step.parent in inside:
            inside.add(step.id)
            found.append(step)
    return tuple(found)
