"""Valid requests about claims in use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from google.protobuf.message import Message

from tests.support.running import RunningServer
from touchstone.v1 import claim_service_pb2 as claims, claim_service_pb2_grpc


def of_claims(server: RunningServer, parent: str) -> Mapping[str, list[Message]]:
    stub = claim_service_pb2_grpc.ClaimServiceStub(server.channel)
    claim = claims.ClaimInUse(
        text="Our bags are 100 % recycled.", product="Bag", owner="Brand", jurisdictions=["UK"], medium="web",
        documents=[claims.ClaimDocument(title="Certificate", digest="0" * 64, expire_date="2099-12-31")],
    )  # fmt: skip
    save = claims.SaveClaimRequest(parent=parent, claim=claim)
    name = stub.SaveClaim(save).name
    requests: dict[str, list[Any]] = {
        "SaveClaim": [save],
        "GetClaim": [claims.GetClaimRequest(name=name)],
        "ListClaims": [
            claims.ListClaimsRequest(parent=parent, page_size=2, jurisdiction="UK", search="bag"),
            claims.ListClaimsRequest(parent=parent, expiring_before="2100-01-01", medium="web"),
            claims.ListClaimsRequest(parent=parent, with_notices=True, only_own=True),
        ],
        "RecheckClaims": [claims.RecheckClaimsRequest(parent=parent, maximum_count=2)],
        "AcknowledgeClaim": [claims.AcknowledgeClaimRequest(name=name, revision=1, judgement=1)],
        "SignOffClaim": [claims.SignOffClaimRequest(name=name, revision=1)],
        "EndClaim": [claims.EndClaimRequest(name=name, revision=1)],
    }
    return requests
