"""In-process calls against calls over a socket: equal response bytes and equal statuses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from google.protobuf.message import Message
from google.rpc import status_pb2

from service.gazette.versions import Gazette
from service.output.terminal.output import RemoteError
from service.output.terminal.words import use_language
from service.serving.transport import stubs
from tests.support.running import ROOT, RunningServer
from touchstone.v1 import evaluation_service_pb2, scorecard_service_pb2, screening_service_pb2

GAZETTE = ROOT / "scorecards"
SCORECARDS, EVALUATIONS = "scorecard_service.ScorecardService", "evaluation_service.EvaluationService"
SCREENING = "screening_service.ScreeningService"
_s, _e = scorecard_service_pb2, evaluation_service_pb2
CALLS = {
    "a page": (SCORECARDS, "ListScorecards", _s.ListScorecardsRequest(page_size=3)),
    "a negative page": (SCORECARDS, "ListScorecards", _s.ListScorecardsRequest(page_size=-3)),
    "a foreign token": (SCORECARDS, "ListScorecards", _s.ListScorecardsRequest(page_token="xx")),  # noqa: S106 -- no secret
    "no scorecard": (SCORECARDS, "GetScorecard", _s.GetScorecardRequest(name="scorecards/none")),
    "no name": (SCORECARDS, "GetScorecard", _s.GetScorecardRequest(name="???")),
    "versions": (SCORECARDS, "ListScorecardVersions", _s.ListScorecardVersionsRequest(parent="scorecards/cbam-goods")),
    "a schema": (
        SCORECARDS,
        "GetInputSchema",
        _s.GetInputSchemaRequest(name="scorecards/cbam-goods/versions/1.0.0/inputSchema"),
    ),
    "nothing to compare": (SCORECARDS, "DiffScorecardVersions", _s.DiffScorecardVersionsRequest()),
    "nothing to verify": (EVALUATIONS, "VerifyEvaluationTrail", _e.VerifyEvaluationTrailRequest()),
    "nothing to try": (EVALUATIONS, "SimulateEvaluation", _e.SimulateEvaluationRequest()),
    "nothing to screen": (SCREENING, "ScreenClaims", screening_service_pb2.ScreenClaimsRequest()),
    "a text": (SCREENING, "ScreenClaims", screening_service_pb2.ScreenClaimsRequest(text="Our bags are green.")),
    "claims": (
        SCREENING,
        "CheckClaims",
        screening_service_pb2.CheckClaimsRequest(
            text="Our bags are climate neutral.", jurisdictions=["EU-DE"], as_of_date="2026-11-20"
        ),
    ),
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with RunningServer(tmp_path_factory.mktemp("server"), GAZETTE) as running:
        yield running


def answer(address: str | None, service: str, method: str, request: Message) -> bytes | status_pb2.Status:
    """Call a server, or the in-process handlers; omit connection details from an error status.

    Only a server has a log, so the times that the log recorded are omitted too.
    """
    try:
        with stubs(address, gazette=Gazette(GAZETTE)) as stub_of:
            answered: Any = getattr(stub_of(service), method)(request)
            for version in getattr(answered, "scorecard_versions", ()):
                version.ClearField("known_time")
            return bytes(answered.SerializeToString(deterministic=True))
    except RemoteError as error:
        status = error.status
        kept = [detail for detail in status.details if not detail.type_url.endswith("google.rpc.RequestInfo")]
        del status.details[:]
        status.details.extend(kept)
        return status


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("case", CALLS)
def test_a_socket_and_an_in_process_call_return_the_same_response(
    server: RunningServer, case: str, language: str
) -> None:
    with use_language(language):
        assert answer(None, *CALLS[case]) == answer(server.address, *CALLS[case])
