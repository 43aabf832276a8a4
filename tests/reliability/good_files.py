"""Valid calls about evidence files; one is stored by the way, as an evaluation states it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from google.protobuf.message import Message

from tests.support.calling import request_for
from tests.support.running import RunningServer
from tests.support.small_card import meter, small_subject
from touchstone.v1 import evidence_service_pb2 as evidence, evidence_service_pb2_grpc

_CONTENT = b"%PDF-1.7 what a meter showed"


def of_files(server: RunningServer, parent: str) -> Mapping[str, list[Message]]:
    meters = (meter(digest=hashlib.sha256(_CONTENT).hexdigest()),)
    subject = small_subject().model_copy(update={"subject": f"{parent}/subjects/with-files", "evidence": meters})
    name = server.evaluations.EvaluateSubject(request_for(subject)).name
    add = evidence.AddEvidenceFileRequest(parent=parent, content=_CONTENT)
    stub = evidence_service_pb2_grpc.EvidenceServiceStub(server.channel)
    kept = stub.AddEvidenceFile(iter([add]))
    requests: dict[str, list[Any]] = {
        "AddEvidenceFile": [add],
        "GetEvidenceFile": [evidence.GetEvidenceFileRequest(name=kept.name)],
        "CheckEvidenceFiles": [
            evidence.CheckEvidenceFilesRequest(parent=parent, page_size=2),
            evidence.CheckEvidenceFilesRequest(parent=parent, evaluation=name),
        ],
    }
    return requests
