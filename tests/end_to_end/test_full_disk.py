"""Full disk: writes are refused, and reads are answered."""

import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import grpc
import pytest

from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import read_dossier
from tests.support.calling import refused, request_for
from tests.support.running import ROOT, RunningServer
from touchstone.v1 import evaluation_service_pb2 as messages
from touchstone.v1.scorecard_service_pb2 import ListScorecardsRequest

CARD = "csr-three-stage"
COMPANIES = ROOT / "examples" / CARD / "synthetic-power-companies.jsonl"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Yield a disk of two megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder))
    mounted = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- ours
    if mounted.returncode:
        pytest.skip(f"no disk can be mounted here: {mounted.stderr.strip()}")
    yield folder
    subprocess.run(("umount", "--lazy", folder), check=True)  # noqa: S603, S607 -- fixed arguments


def requests() -> Iterator[messages.EvaluateSubjectRequest]:
    version = Gazette(ROOT / "scorecards").newest(CARD)
    first = COMPANIES.read_bytes().partition(b"\n")[0]
    subject = read_dossier(first, version.scorecard, as_of="2026-11-20", settings={}).subject
    for number in range(1_000):
        named = subject.model_copy(update={"subject": f"organizations/full/subjects/s-{number}"})
        yield request_for(named, scorecard=f"scorecards/{CARD}")


@pytest.mark.full
def test_a_full_disk_is_read_and_ranked(tmp_path: Path, disk: Path) -> None:
    stored: list[Any] = []
    address = f"sqlite:///{disk}/store.sqlite3"
    with RunningServer(tmp_path, ROOT / "scorecards", TOUCHSTONE_DATABASE_URL=address) as server:
        asking = requests()
        first = request = next(asking)
        with suppress(grpc.RpcError):
            while True:
                stored.append(server.evaluations.EvaluateSubject(request))
                request = next(asking)
        refusal = refused(server.evaluations.EvaluateSubject, request)
        assert (refusal.code, refusal.reason) == (grpc.StatusCode.RESOURCE_EXHAUSTED, "STORE_FULL")
        last = stored[-1]
        parent, version = "organizations/full", last.record.scorecard_version
        listed = server.evaluations.ListEvaluations(messages.ListEvaluationsRequest(parent=parent))
        assert [one.name for one in reversed(listed.evaluations)] == [one.name for one in stored]
        ranked = server.evaluations.RankSubjects(messages.RankSubjectsRequest(parent=parent, scorecard_version=version))
        assert ranked.ranked_count + len(ranked.unranked_subjects) == len(stored)
        calls: list[tuple[Callable[[Any], Any], Any]] = [
            (server.evaluations.GetEvaluation, messages.GetEvaluationRequest(name=last.name)),
            (server.evaluations.ListTrailSteps, messages.ListTrailStepsRequest(parent=last.name)),
            (server.evaluations.VerifyEvaluationTrail, messages.VerifyEvaluationTrailRequest(name=last.name)),
            (server.evaluations.SimulateEvaluation, messages.SimulateEvaluationRequest(evaluation=last.name)),
            (
                server.evaluations.ExplainEvaluation,
                messages.ExplainEvaluationRequest(name=last.name, language_code="en"),
            ),
            (server.evaluations.EvaluateSubject, first),
            (server.scorecards.ListScorecards, ListScorecardsRequest()),
        ]
        for call, asked in calls:
            assert call(asked).ByteSize()
