"""Records with a dictionary: read by a server that did not store them, verified and erased."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.calling import request_for
from tests.support.commands import answered, touchstone
from tests.support.running import RunningServer
from tests.support.small_card import small_subject
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2


@pytest.mark.full
def test_packed_records_are_read_after_a_restart(folder: Path, gazette: Path) -> None:
    with RunningServer(folder, gazette) as server:
        subject = small_subject().model_copy(update={"subject": "organizations/example/subjects/packed"})
        answers = [server.evaluations.EvaluateSubject(request_for(subject)) for _ in range(6)]
    (database,) = folder.glob("*.sqlite3")
    with closing(sqlite3.connect(database)) as connection:
        first_bytes = [record[0] for (record,) in connection.execute("SELECT record FROM evaluation")]
        (dictionaries,) = connection.execute("SELECT count(*) FROM record_dictionary").fetchone()
    assert first_bytes.count(0xD1) >= 2
    assert dictionaries == 1
    with RunningServer(folder, gazette) as server:
        for answer in answers:
            request = evaluation_service_pb2.GetEvaluationRequest(
                name=answer.name, view=evaluation_pb2.EVALUATION_VIEW_FULL
            )
            full = server.evaluations.GetEvaluation(request)
            assert full.record_digest == answer.record_digest
            assert "FAILED" not in answered("verify", answer.name, "--server", server.address)
        erasing = ("data", "erase", answers[-1].name, "--fact", "credits", "--reason", "wrong", "--server")
        answered(*erasing, server.address, "--for-ever")
        remains = touchstone("verify", answers[-1].name, "--server", server.address)
        assert "FAILED" not in remains.stdout
        assert "erased" in remains.stdout
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT record FROM evaluation WHERE name = ?", (answers[-1].name,))
        assert rows.fetchone()[0][0] == 0x78
    audit = touchstone("data", "audit", "--database-url", f"sqlite:///{database}", "--gazette", gazette)
    assert audit.exit_code == 0, audit.stdout + audit.stderr
