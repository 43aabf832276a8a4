"""How does an answer say that it leaves out evaluations whose record cannot be read?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from touchstone.v1 import types_pb2

if TYPE_CHECKING:
    from rules.contracts.canonical import Json
    from service.store.outcomes import LeftOut


class _Answer(Protocol):
    """An answer that says what it leaves out."""

    @property
    def left_out(self) -> types_pb2.LeftOut: ...


def add_left_out(answer: _Answer, found: LeftOut) -> None:
    """Say in an answer what it leaves out, if it leaves anything out."""
    if found.count:
        answer.left_out.CopyFrom(left_out_message(found))


def left_out_message(found: LeftOut) -> types_pb2.LeftOut:
    """Write what is left out."""
    return types_pb2.LeftOut(evaluation_count=found.count, evaluations=found.names)


def left_out_document(message: types_pb2.LeftOut) -> dict[str, Json]:
    """Give the member of a JSON document that says it; nothing if nothing is left out."""
    if not message.evaluation_count:
        return {}
    return {"leftOut": {"evaluationCount": message.evaluation_count, "evaluations": list(message.evaluations)}}
