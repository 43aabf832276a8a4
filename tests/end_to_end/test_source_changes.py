"""Changes of a source that no case step reports: the file of the evidence is copied, then removed."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from service.reuse.source_changes import announce_all
from service.store.store import Store
from service.workbench.sample import pdf_of
from tests.support.casework import AGREEMENT, PARENT, declared
from tests.support.identities import bearing
from tests.support.reusing import ACCEPTED, accept, announcing_body, events, opened, verify
from tests.support.waiting import until
from touchstone.v1 import case_dossier_service_pb2 as dossiers
from touchstone.v1.case_dossier_service_pb2_grpc import DossierServiceStub

pytestmark = pytest.mark.full


def test_the_file_of_the_evidence_is_copied_and_its_removal_is_announced(tmp_path: Path, gazette: Path) -> None:
    with announcing_body(tmp_path, gazette) as body:
        stated = declared()
        opened(body, "with-file", "with-file")
        stub = DossierServiceStub(body.server.channel)
        first = dossiers.AddCaseFileRequest(
            parent=f"{PARENT}/cases/with-file", file_name="meter.pdf", content=pdf_of(["meter reading 2025"])
        )
        added = stub.AddCaseFile(iter([first]), metadata=bearing(body.keys["office"]))
        stated.evidence[0].content_digest = added.content_digest
        body.step("office", "with-file", "declare", dossier=stated)
        body.step("rui", "with-file", "accept")
        body.step("office", "with-file", "agree", agreement_digest=AGREEMENT)
        body.step("rui", "with-file", "plan", team=["ada", "ben"], sites=["hall-0", "hall-1"], due_date="2099-01-31")
        body.step("ada", "with-file", "start")
        verify(body, "with-file", "renewable_share", ACCEPTED)
        opened(body, "file-user", "with-file")
        accept(body, "file-user", "renewable_share")
        listed = stub.ListCaseEvidence(
            dossiers.ListCaseEvidenceRequest(name=f"{PARENT}/cases/file-user"), metadata=bearing(body.keys["ada"])
        )
        assert [one.file.content_digest for one in listed.documents] == [added.content_digest]
        request = dossiers.DiscardCaseFileRequest(name=added.name, reason="wrong client", person="dan")
        stub.DiscardCaseFile(request, metadata=bearing(body.keys["dan"]))
        body.server.__exit__(None, None, None)
        body.server.address = ""
        body.server.__enter__()  # a server checks all sources when it starts
        until(lambda: bool(events(body)))
        (event,) = events(body)
        assert event["cause"] == "evidence_withdrawn"
        body.server.stop()  # only one process opens the database
        with closing(Store(body.server.environment["TOUCHSTONE_DATABASE_URL"])) as store:
            assert announce_all(store.cases) == 0  # announced once
        assert len(events(body)) == 1
