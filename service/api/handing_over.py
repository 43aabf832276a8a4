"""What goes between a server and a process that evaluates for it: what is asked, stored and answered?"""

from __future__ import annotations

from dataclasses import dataclass, fields
from operator import attrgetter
from typing import TYPE_CHECKING

import orjson

from rules.model.scorecard import FindingSeverity
from service.answering.rows import new_row
from service.api.earlier import read_stored, write_stored
from service.base import instants
from service.base.names import new_evaluation_name
from service.base.software import software_versions
from service.identity.principals import Kind, Principal
from service.store.tables import EvaluationRow
from service.store.usages import Usage, usages_of
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.trail.evaluation import Recorded
    from service.answering.mapping.requests import EvaluationRequest
    from service.store.records import StoredRecord

_BYTES = frozenset({"record", "record_key"})
"""The columns that are no text."""
_USED = attrgetter(*(part.name for part in fields(Usage)))
"""What a usage says, in the order in which it is made."""


def asked_of(
    request: evaluation_service_pb2.EvaluateSubjectRequest,
    principal: Principal,
    earlier: Sequence[StoredRecord] = (),
) -> bytes:
    """Write what such a process is asked: to evaluate what somebody requests, with earlier evaluations at hand."""
    by = {"id": principal.id, "kind": principal.kind.value, "organization": principal.organization}
    time = {"held": instants.held()}
    sizes, records = write_stored(earlier)
    return b"\n".join((orjson.dumps({**by, **time, "earlier": sizes}), records + request.SerializeToString()))


def read_asked(
    content: bytes,
) -> tuple[evaluation_service_pb2.EvaluateSubjectRequest, Principal, Sequence[StoredRecord]]:
    """Read what `asked_of` wrote, and hold the time that whoever asks holds."""
    head, _, rest = content.partition(b"\n")
    by = orjson.loads(head)
    instants.hold(by["held"])
    principal = Principal(by["id"], Kind(by["kind"]), by["organization"])
    earlier, request = read_stored(by["earlier"], rest)
    return evaluation_service_pb2.EvaluateSubjectRequest.FromString(request), principal, earlier


@dataclass(frozen=True, slots=True)
class HandedOver:
    """An evaluation that is made and not stored: the row and its uses, and the answer but for what the archive finds.

    It took so many `seconds`, without reading the request and writing the answer.
    """

    row: EvaluationRow
    usages: Sequence[Usage]
    stage: str | None
    verdict: str | None
    message: evaluation_pb2.Evaluation
    seconds: float

    def write(self) -> bytes:
        """Write it for whoever stores it."""
        row = self.row
        head = {
            "row": row.model_dump(exclude=set(_BYTES)),
            "usages": [_USED(usage) for usage in self.usages],
            "stage": self.stage,
            "verdict": self.verdict,
            "seconds": self.seconds,
            "sizes": [len(row.record), len(row.record_key)],
        }
        return b"\n".join((orjson.dumps(head), row.record + row.record_key + self.message.SerializeToString()))

    @classmethod
    def read(cls, content: bytes) -> HandedOver:
        """Read what was written."""
        line, _, rest = content.partition(b"\n")
        head = orjson.loads(line)
        record, key = head["sizes"]
        return cls(
            EvaluationRow(**head["row"], record=rest[:record], record_key=rest[record : record + key]),
            [
                Usage(evaluation, value, organization, kind, subject, period, place, FindingSeverity(severity))
                for evaluation, value, organization, kind, subject, period, place, severity in head["usages"]
            ],
            head["stage"],
            head["verdict"],
            evaluation_pb2.Evaluation.FromString(rest[record + key :]),
            head["seconds"],
        )


def row_and_usages(
    recorded: Recorded, read: EvaluationRequest, record_key: bytes, principal: Principal
) -> tuple[EvaluationRow, list[Usage]]:
    """Name a new evaluation, and write the row that this principal had made, with what it uses."""
    name = new_evaluation_name(read.organization)
    row = new_row(
        recorded,
        name=name,
        organization=read.organization,
        request_id=read.request_id,
        body_digest=read.body_digest,
        create_time=instants.now(),
        record_key=record_key,
        software_versions=software_versions(),
        principal=principal,
    )
    usages = usages_of(recorded.evaluated, recorded.scorecard, evaluation=name, organization=read.organization)
    return row, usages
