"""Version in force: the version in the store's gazette at evaluation time, proved by the order of the log."""

from __future__ import annotations

import json
import uuid
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import grpc
import pytest
from google.protobuf import json_format

from rules.model.published_version import Repeal
from service.base.instants import now
from service.base.resource_names import new_evaluation_name
from service.evaluating.evaluators import Evaluators, new_record_key
from service.gazette.publication import write_repeal, write_version
from service.gazette.versions import Gazette
from service.identity.principals import LOCAL
from service.output.evaluation_row import to_evaluation_row
from service.store.store import Store
from tests.end_to_end.trails import FAILED, NOT_CHECKED, PASSED, verify
from tests.support.calling import request_for
from tests.support.commands import touchstone
from tests.support.running import RunningServer
from tests.support.small_card import CARD, small_card, small_subject
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2

FIRST, SECOND = (f"scorecards/{CARD}/versions/{number}" for number in ("1.0.0", "2.0.0"))
IN_FORCE = 5
"""Index of check 6."""


def publish_first(folder: Path) -> None:
    write_version(folder, small_card(), {}, publish_time="2025-01-01T00:00:00Z")


def publish_second(folder: Path) -> None:
    """Bring the second version, as an upgrade does: it was published before."""
    card = small_card(version="2.0.0", supersedes="1.0.0", gold=85)
    write_version(folder, card, {}, publish_time="2025-06-01T00:00:00Z")


def evaluated(server: RunningServer, organization: str = "a") -> evaluation_pb2.Evaluation:
    subject = small_subject().model_copy(update={"subject": f"organizations/{organization}/subjects/b", "known": ""})
    made: evaluation_pb2.Evaluation = server.evaluations.EvaluateSubject(request_for(subject))
    return made


def in_force(server: RunningServer, **asked: Any) -> tuple[Any, str]:
    verification = verify(server, **asked)
    return verification.checks[IN_FORCE].result, verification.checks[IN_FORCE].message


def put_by_first(url: str, gazette: Path) -> str:
    """Store an evaluation by the first version, as an attacker with file access could, and return its name."""
    there = Gazette(gazette)
    version, key, name = there.version(CARD, "1.0.0"), new_record_key(), new_evaluation_name("a")
    subject = small_subject().model_copy(update={"subject": "organizations/a/subjects/cheat", "known": now()})
    with closing(Evaluators.for_gazette(there)) as evaluators, closing(Store(url)) as store:
        row = to_evaluation_row(
            evaluators.evaluate(version, subject, key),
            name=name,
            organization="a",
            request_id=str(uuid.uuid4()),
            body_digest="ab" * 32,
            create_time=now(),
            record_key=key,
            software_versions={},
            principal=LOCAL,
        )
        store.append(row).result(timeout=30)
    return name


@pytest.mark.full
@pytest.mark.parametrize("running", [True, False], ids=["while it runs", "by an upgrade"])
def test_an_evaluation_made_before_a_new_version_verifies(tmp_path: Path, running: bool) -> None:
    gazette, file = tmp_path / "gazette", tmp_path / "before.json"
    publish_first(gazette)
    with RunningServer(tmp_path, gazette) as server:
        before = evaluated(server)
        assert before.record.scorecard_version == FIRST
        if running:
            publish_second(gazette)
            assert evaluated(server).record.scorecard_version == SECOND
            assert in_force(server, name=before.name)[0] == PASSED
    if not running:
        publish_second(gazette)
    url = server.environment["TOUCHSTONE_DATABASE_URL"]
    with RunningServer(tmp_path, gazette) as server:
        result, message = in_force(server, name=before.name)
        assert (result, SECOND in message) == (PASSED, True)
        assert in_force(server, evaluation=before)[0] == PASSED
        after = evaluated(server)
        assert after.record.scorecard_version == SECOND
        assert in_force(server, name=after.name)[0] == PASSED
    cheated = put_by_first(url, gazette)
    with RunningServer(tmp_path, gazette) as server:
        result, message = in_force(server, name=cheated)
        assert (result, message.startswith(f"{SECOND} was in force")) == (FAILED, True)
        whole = touchstone("verify", before.name, "--server", server.address)
        assert whole.exit_code == 0, whole.output
    file.write_text(json.dumps(json_format.MessageToDict(before)), encoding="utf-8")
    alone = touchstone("verify", file, "--gazette", gazette)
    assert (alone.exit_code, "6. in force      not checked" in alone.stdout) == (1, True), alone.output
    assert f"if the server that made the evaluation did not know {SECOND} yet" in alone.stdout


@pytest.mark.full
def test_an_export_under_the_name_of_another_evaluation_fails_verification(tmp_path: Path) -> None:
    gazette = tmp_path / "gazette"
    publish_first(gazette)
    with RunningServer(tmp_path, gazette) as server:
        before = evaluated(server)
    publish_second(gazette)
    cheated = put_by_first(server.environment["TOUCHSTONE_DATABASE_URL"], gazette)
    with RunningServer(tmp_path, gazette) as server:
        export = server.evaluations.GetEvaluation(evaluation_service_pb2.GetEvaluationRequest(name=cheated))
        export.name = before.name
        checks = verify(server, evaluation=export).checks
        assert FAILED in {check.result for check in checks}


@pytest.mark.full
def test_a_later_repeal_does_not_change_the_version_in_force(tmp_path: Path) -> None:
    gazette = tmp_path / "gazette"
    publish_first(gazette)
    with RunningServer(tmp_path, gazette) as server:
        before = evaluated(server)
        version = Gazette(gazette).version(CARD, "1.0.0")
        write_repeal(gazette, version, Repeal(date(2025, 2, 1), "2025-02-01T00:00:00Z", "withdrawn"))
        with pytest.raises(grpc.RpcError):
            evaluated(server)
        assert in_force(server, name=before.name)[0] == PASSED
    cheated = put_by_first(server.environment["TOUCHSTONE_DATABASE_URL"], gazette)
    with RunningServer(tmp_path, gazette) as server:
        assert in_force(server, name=before.name)[0] == PASSED
        assert in_force(server, name=cheated)[0] == FAILED


@pytest.mark.full
def test_private_versions_are_recorded_for_their_organisation(tmp_path: Path) -> None:
    gazette, own = tmp_path / "gazette", tmp_path / "own" / "body"
    publish_first(gazette)
    publish_first(own)
    with RunningServer(tmp_path, gazette, TOUCHSTONE_PRIVATE_GAZETTES=str(tmp_path / "own")) as server:
        before, of_all = evaluated(server, "body"), evaluated(server)
        publish_second(own)
        after, still = evaluated(server, "body"), evaluated(server)
        versions = [one.record.scorecard_version for one in (before, after, of_all, still)]
        assert versions == [FIRST, SECOND, FIRST, FIRST]
        assert {in_force(server, name=one.name)[0] for one in (before, after, of_all, still)} == {PASSED}


@pytest.mark.full
def test_the_version_check_is_not_performed_for_a_store_without_recorded_versions(tmp_path: Path) -> None:
    gazette = tmp_path / "gazette"
    publish_first(gazette)
    url = f"sqlite:///{tmp_path}/touchstone.sqlite3"
    name = put_by_first(url, gazette)
    with RunningServer(tmp_path, gazette, TOUCHSTONE_DATABASE_URL=url) as server:
        assert in_force(server, name=name)[0] == PASSED
    publish_second(gazette)
    with RunningServer(tmp_path, gazette, TOUCHSTONE_DATABASE_URL=url) as server:
        assert in_force(server, name=name)[0] == NOT_CHECKED
