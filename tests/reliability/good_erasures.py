"""Valid calls for erasure and legal holds; only resources created for these calls are erased."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from google.protobuf.message import Message

from tests.support.calling import request_for
from tests.support.running import RunningServer
from tests.support.small_card import small_subject
from touchstone.v1 import erasure_service_pb2 as erasures, erasure_service_pb2_grpc
from touchstone.v1.evaluation_pb2 import Erasure

_REASON = "request 17 of the person"


def of_erasures(server: RunningServer, parent: str) -> Mapping[str, list[Message]]:
    """Return valid requests for erasures and holds.

    Erasures are dry runs on a separate subject with all inputs of one evaluation already erased. The held subject has
    no stored data.
    """
    subject, held = (f"{parent}/subjects/{id}" for id in ("to-erase", "to-hold"))
    stated_subject = small_subject().model_copy(update={"subject": subject})
    before, target = (server.evaluations.EvaluateSubject(request_for(stated_subject)).name for _ in range(2))
    stub = erasure_service_pb2_grpc.ErasureServiceStub(server.channel)
    erase = erasures.EraseEvaluationsRequest(parent=parent, target=before, extent=Erasure.EXTENT_INPUTS, reason=_REASON)
    stub.EraseEvaluations(erase)
    credits = erasures.EraseEvaluationsRequest(
        parent=parent, target=target, extent=Erasure.EXTENT_FACTS, fact_ids=["credits"], reason=_REASON,
        validate_only=True,
    )  # fmt: skip
    whole = erasures.EraseEvaluationsRequest(
        parent=parent, target=subject, extent=Erasure.EXTENT_EVALUATION, reason=_REASON, validate_only=True
    )
    hold = erasures.CreateLegalHoldRequest(parent=parent, target=held, reason="a court asks for it")
    name = stub.CreateLegalHold(hold).name
    messages: dict[str, list[Any]] = {
        "EraseEvaluations": [credits, whole],
        "CreateLegalHold": [hold],
        "LiftLegalHold": [erasures.LiftLegalHoldRequest(name=name, reason="the court is done")],
    }
    return messages
