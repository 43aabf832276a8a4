"""How does a recorded step become the message that clients read, with its proof?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rules.trail.commitments import inclusion, salts
from rules.trail.first_form import FirstRecord, own_salt
from touchstone.v1 import evaluation_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.contracts.record import Step
    from rules.contracts.written import WrittenRecord


class StepProofs:
    """Binds single steps of one record: each with the salt that opens its commitment, and its way to the root."""

    def __init__(self, written: WrittenRecord, record_key: bytes) -> None:
        """Derive the salts."""
        self._places = {step: place for place, step in enumerate(written.found)}
        self._salts = salts(record_key, len(written.steps))
        self._leaves = written.commitments

    def bound(self, step: Step) -> Mapping[str, Any]:
        """Give the words of a step, its salt and its proof."""
        place = self._places[step.id]
        proof = evaluation_pb2.StepProof(
            place=place, step_count=len(self._leaves), path=inclusion(self._leaves, place).beside
        )
        return {"payload_json": step.payload, "salt": self._salts[place], "proof": proof}


class OwnWords:
    """Binds single steps of a record of form 1: with the words that it has of them itself, and no way to a root."""

    def __init__(self, written: FirstRecord, record_key: bytes) -> None:
        """Find its own steps."""
        self._payloads = {step.id: step.payload for step in written.own}
        self._key = record_key

    def bound(self, step: Step) -> Mapping[str, Any]:
        """Give its own words of a step and their salt; of a step that form 1 does not have today's words alone."""
        payload = self._payloads.get(step.id)
        if payload is None:
            return {"payload_json": step.payload}
        return {"payload_json": payload, "salt": own_salt(self._key, step.id)}


def proofs_of(written: WrittenRecord, record_key: bytes) -> StepProofs | OwnWords:
    """Give what binds the steps of a record of any form."""
    return OwnWords(written, record_key) if isinstance(written, FirstRecord) else StepProofs(written, record_key)


def write_step(step: Step, proofs: StepProofs | OwnWords) -> evaluation_pb2.TrailStep:
    """Write one step with what binds it."""
    return evaluation_pb2.TrailStep(
        step_id=step.id,
        parent_step_id=step.parent or "",
        kind=step.kind,
        references=step.references,
        found_json=step.found,
        commitment=step.commitment,
        **proofs.bound(step),
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
