"""How does a recorded step become the message that clients read, with its proof?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.trail.commitments import inclusion, salts
from touchstone.v1 import evaluation_pb2

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.contracts.record import Step
    from rules.contracts.written import WrittenRecord


class StepProofs:
    """Proves single steps of one record: each with the salt that opens its commitment, and its way to the root."""

    def __init__(self, written: WrittenRecord, record_key: bytes) -> None:
        """Derive the salts."""
        self._places = {step: place for place, step in enumerate(written.found)}
        self._salts = salts(record_key, len(written.steps))
        self._leaves = written.commitments

    def of(self, step: str) -> evaluation_pb2.StepProof:
        """Give the proof of a step."""
        place = self._places[step]
        beside = inclusion(self._leaves, place).beside
        return evaluation_pb2.StepProof(place=place, step_count=len(self._leaves), path=beside)

    def salt(self, step: str) -> bytes:
        """Give what opens the commitment of a step."""
        return self._salts[self._places[step]]


def write_step(step: Step, proofs: StepProofs) -> evaluation_pb2.TrailStep:
    """Write one step with its proof."""
    return evaluation_pb2.TrailStep(
        step_id=step.id,
        parent_step_id=step.parent or "",
        kind=step.kind,
        references=step.references,
        found_json=step.found,
        payload_json=step.payload,
        salt=proofs.salt(step.id),
        commitment=step.commitment,
        proof=proofs.of(step.id),
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
