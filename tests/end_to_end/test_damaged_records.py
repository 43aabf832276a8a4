"""Corrupt records in the store: reported at their position in a list, next to the intact records."""

import json
import sqlite3
from pathlib import Path

import grpc
import pytest
from click.testing import CliRunner
from google.rpc import code_pb2, error_details_pb2

from service.cli.main import app
from tests.end_to_end.trails import FAILED, verify
from tests.support.calling import refused, request_for
from tests.support.running import RunningServer
from tests.support.small_card import small_subject
from touchstone.v1 import evaluation_pb2
from touchstone.v1.evaluation_service_pb2 import GetEvaluationRequest, ListEvaluationsRequest

PARENT = "organizations/green-body"


def damage(path: Path, name: str) -> None:
    """Corrupt a stored record in the database file, as a disk fault or direct file access could."""
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TRIGGER evaluation_refuses_UPDATE")
        connection.execute("UPDATE evaluation SET record = x'00' WHERE name = ?", (name,))
    connection.close()


@pytest.mark.full
@pytest.mark.parametrize("view", [evaluation_pb2.EVALUATION_VIEW_BASIC, evaluation_pb2.EVALUATION_VIEW_FULL])
def test_a_corrupt_record_is_reported_at_its_position_in_the_list(
    tmp_path: Path, gazette: Path, view: evaluation_pb2.EvaluationView
) -> None:
    with RunningServer(tmp_path, gazette) as server:
        stored = [server.evaluations.EvaluateSubject(request_for(small_subject())) for _ in range(3)]
        wrong = stored[1]
        damage(tmp_path / "store.sqlite3", wrong.name)
        request = ListEvaluationsRequest(parent=PARENT, view=view)
        answer = server.evaluations.ListEvaluations(request, metadata=(("accept-language", "zh-CN"),))
        assert [one.name for one in answer.evaluations] == [one.name for one in reversed(stored)]
        assert [one.HasField("record") for one in answer.evaluations] == [True, False, True]
        assert answer.evaluations[1].record_digest == wrong.record_digest
        (unreadable,) = answer.unreadable_evaluations
        assert unreadable.evaluation == wrong.name
        assert unreadable.error.code == code_pb2.DATA_LOSS
        information = error_details_pb2.ErrorInfo()
        assert unreadable.error.details[0].Unpack(information)
        assert information.reason == "RECORD_UNREADABLE"
        pages: list[tuple[str, int]] = []
        token = ""
        while not pages or token:
            page = server.evaluations.ListEvaluations(
                ListEvaluationsRequest(parent=PARENT, view=view, page_size=1, page_token=token)
            )
            pages += [(one.name, len(page.unreadable_evaluations)) for one in page.evaluations]
            token = page.next_page_token
        assert pages == [(one.name, int(one is wrong)) for one in reversed(stored)]
        get = GetEvaluationRequest(name=wrong.name)
        assert refused(server.evaluations.GetEvaluation, get).code is grpc.StatusCode.DATA_LOSS
        assert verify(server, name=wrong.name).result == FAILED
        for language, words in (("en", "cannot be read"), ("zh", "无法读取")):
            command = ["evaluation", "list", PARENT, "--server", server.address, "--gazette", str(gazette)]
            shown = CliRunner().invoke(app, [*command, "--language", language])
            assert shown.exit_code == 0
            (line,) = (line for line in shown.stdout.splitlines() if wrong.name in line)
            assert words in line
        failed = [line for line in map(json.loads, server.log.splitlines()) if line["event"] == "failed"]
        assert {line.get("evaluation") for line in failed} == {wrong.name, None}
        assert all(line["call"] for line in failed)
