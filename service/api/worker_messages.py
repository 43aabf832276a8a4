"""Messages between server and evaluation workers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.base import instants
from service.base.resource_names import new_evaluation_name
from service.base.software import software_versions
from service.identity.principals import Principal
from service.output.evaluation_row import to_evaluation_row
from service.output.mapping.mapper import Mapper, MessageMapping
from service.output.mapping.requests import INPUTS
from service.store.serial_use import usages_of
from service.store.stored_records import StoredRecord
from service.store.tables import EvaluationRow
from service.store.use_index import EvaluationUses, pack_uses
from touchstone.internal.v1 import work_pb2

if TYPE_CHECKING:
    from rules.api import LazyRecord
    from service.output.mapping.requests import EvaluationRequest
    from service.store.record_dictionaries import RecordDictionary
    from touchstone.v1 import evaluation_service_pb2


@dataclass(frozen=True, slots=True)
class UnstoredEvaluation:
    """A new evaluation to store.

    `answer` is a serialized touchstone.v1.Evaluation without archive findings. `seconds` excludes parsing and
    serialization. `dictionary` is the stored form of the dictionary of the record, if it has one.
    """

    row: EvaluationRow
    usages: EvaluationUses
    stage: str | None
    verdict: str | None
    answer: bytes
    seconds: float
    dictionary: bytes


PIPE = Mapper(
    MessageMapping(work_pb2.Caller, Principal),
    MessageMapping(work_pb2.StoredRecord, StoredRecord),
    MessageMapping(work_pb2.Row, EvaluationRow),
    MessageMapping(work_pb2.Usages, EvaluationUses),
    MessageMapping(work_pb2.Evaluated, UnstoredEvaluation, {"evaluation": "answer"}),
    base=INPUTS,
)


def to_evaluate_message(
    request: evaluation_service_pb2.EvaluateSubjectRequest,
    principal: Principal,
    earlier: Sequence[StoredRecord] = (),
) -> work_pb2.Evaluate:
    """Return the worker message for a request."""
    return PIPE.write(
        work_pb2.Evaluate,
        request=request.SerializeToString(),
        caller=principal,
        held_milliseconds=instants.floor_milliseconds(),
        earlier=earlier,
    )


def row_and_usages(
    recorded: LazyRecord,
    read: EvaluationRequest,
    record_key: bytes,
    principal: Principal,
    dictionary: RecordDictionary | None,
) -> tuple[EvaluationRow, EvaluationUses]:
    """Return the row of a newly named evaluation, and the values it used."""
    name = new_evaluation_name(read.organization)
    row = to_evaluation_row(
        recorded,
        name=name,
        organization=read.organization,
        request_id=read.request_id,
        body_digest=read.body_digest,
        create_time=instants.now(),
        record_key=record_key,
        software_versions=software_versions(),
        principal=principal,
        dictionary=dictionary,
    )
    return row, pack_uses(usages_of(recorded.evaluation, recorded.scorecard))
