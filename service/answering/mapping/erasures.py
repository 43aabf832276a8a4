"""How does what was erased, or is held, become the protobuf messages that clients read?"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from service.base.instants import to_timestamp
from touchstone.v1 import erasure_service_pb2, evaluation_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from service.log.leaves import DraftErasure, Erasure, FileRemoval, Hold
    from service.store.erasing import Erased
    from service.store.tables import EvaluationRow

_NONE = "[]"


def erasures_of(row: EvaluationRow) -> list[evaluation_pb2.Erasure]:
    """Write what was erased of a stored evaluation, in order."""
    return [] if row.erasures == _NONE else [_erasure(said) for said in json.loads(row.erasures)]


def write_erasure(erasure: Erasure) -> evaluation_pb2.Erasure:
    """Write what was erased of an evaluation."""
    return _erasure(asdict(erasure))


def _erasure(said: Mapping[str, Any]) -> evaluation_pb2.Erasure:
    return evaluation_pb2.Erasure(
        name=said["name"],
        create_time=to_timestamp(said["time"]),
        principal=write_principal(said["principal"]),
        reason=said["reason"],
        extent=f"EXTENT_{said['extent'].upper()}",
        fact_ids=said["facts"],
        step_count=said["steps"],
    )


def write_draft_erasure(erasure: DraftErasure) -> erasure_service_pb2.DraftErasure:
    """Write that a draft was erased."""
    return erasure_service_pb2.DraftErasure(
        name=erasure.name,
        create_time=to_timestamp(erasure.time),
        principal=write_principal(erasure.principal),
        reason=erasure.reason,
        file_digests=erasure.files,
    )


def write_file_removal(removal: FileRemoval) -> erasure_service_pb2.FileRemoval:
    """Write that files went for their years."""
    return erasure_service_pb2.FileRemoval(
        name=removal.name,
        create_time=to_timestamp(removal.time),
        principal=write_principal(removal.principal),
        reason=removal.reason,
        content_digests=removal.files,
    )


def write_erased(
    erased: Erased, files: Iterable[erasure_service_pb2.ErasedFile]
) -> erasure_service_pb2.ErasedEvaluation:
    """Write what was erased of an evaluation, where else the same stands, and what becomes of the files behind it."""
    return erasure_service_pb2.ErasedEvaluation(
        evaluation=erased.erasure.evaluation,
        erasure=write_erasure(erased.erasure),
        kept_evidence_ids=erased.evidence_kept,
        also_used_by=erased.also_used_by,
        also_given_in=erased.also_given_in,
        files=files,
    )


def write_hold(hold: Hold) -> erasure_service_pb2.LegalHold:
    """Write a legal hold, and if it was lifted, that."""
    message = erasure_service_pb2.LegalHold(
        name=hold.name,
        target=hold.target,
        create_time=to_timestamp(hold.time),
        principal=write_principal(hold.principal),
        reason=hold.reason,
    )
    if hold.lift_principal is not None:
        message.lift_time.CopyFrom(to_timestamp(hold.lift_time))
        message.lift_principal.CopyFrom(write_principal(hold.lift_principal))
        message.lift_reason = hold.lift_reason
    return message


def write_principal(made_by: Mapping[str, str]) -> evaluation_pb2.Principal:
    """Write who did something, as it is stored: id, kind and organisation."""
    organization = made_by["organization"]
    return evaluation_pb2.Principal(
        id=made_by["id"],
        kind=f"KIND_{made_by['kind'].upper()}",
        organization=f"organizations/{organization}" if organization else "",
    )
