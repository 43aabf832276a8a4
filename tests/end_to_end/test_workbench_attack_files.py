"""Hostile dossier uploads in the workbench: clear refusal in a separate process, with the server available."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from rules.model.published_version import published_bytes
from service.api.evaluation_worker_specs import DOSSIER_FILES
from service.base.refusals import Reason, Refusal
from service.base.worker_pool import WorkerPool
from tests.support import attack_files as attacks
from tests.support.browsing import Browser, people_of
from tests.support.casework import SUBJECT, Body
from tests.support.running import RunningServer
from tests.support.small_card import small_card
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import case_dossier_service_pb2 as dossiers

pytestmark = pytest.mark.full
FILES = {
    "the same cell": (attacks.same_cell(3_000_000), "A1"),
    "cells backwards": (attacks.descending(500_000), "C1"),
    "a column too far": (attacks.beyond_last_column(500_000), "XFE1"),
    "formats": (attacks.styles(2_000_000), "xl/styles.xml"),
    "bytes": (attacks.zeros(100_000_000), "xl/media.xml"),
    "OpenDocument": (attacks.ods(10_000), "XLSX"),
    "a line": (b"a," * 1_000_000, "facts"),
    "nested": (b"facts: " + b"[" * 100_000, "20"),
}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, gazette: Path) -> Iterator[Browser]:
    with RunningServer(
        tmp_path_factory.mktemp("attacked"), gazette, TOUCHSTONE_API_KEYS="true", TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0"
    ) as running:
        body = Body(running)
        body.begin()
        body.to_evaluation("attacked")
        browser = Browser(running.http)
        browser.sign_in("office", people_of(body)["office"])
        yield browser


def sent(browser: Browser, content: bytes) -> tuple[int, str]:
    address = "/workbench/cases/attacked/dossier-file"
    fields = {**browser.fields(address), "step": "declare", "reason": "as sent"}
    fields.pop("file", None)
    answer = browser.http.post(address, data=fields, files={"file": ("dossier", content)})
    links = html.fromstring(answer.text).xpath("//a[@href='#f-file']") if answer.text else []
    return answer.status_code, " ".join(one.text_content() for one in links)


@pytest.mark.parametrize("name", FILES)
def test_an_expensive_file_is_refused_with_a_clear_message(office: Browser, name: str) -> None:
    content, words = FILES[name]
    status, text = sent(office, content)
    assert (status, words in text) == (422, True), text
    assert sent(office, f"subject: {SUBJECT}\nfacts:\n  certified: yes\n".encode())[0] == 303


def test_a_file_that_exceeds_the_time_limit_ends_only_its_own_process() -> None:
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (number, number) for number in range(1, 190_000))
    asked = work_pb2.ReadDossierFile(
        content=attacks.sheet(rows), published=published_bytes(small_card(), {}).decode(), step="declare",
        dossier=dossiers.CaseDossier(subject=SUBJECT), as_of_date="2026-03-01", language_code="zh",
    )  # fmt: skip

    async def go() -> None:
        processes = WorkerPool(replace(DOSSIER_FILES, seconds=0.05, max_processes=1))
        try:
            await processes.start()
            begun = time.monotonic()
            with pytest.raises(Refusal) as refused:
                await processes.work(asked, work_pb2.DossierFileRead)
            assert refused.value.reason is Reason.TOOK_TOO_LONG
            assert time.monotonic() - begun < 30
        finally:
            await processes.close()
        processes = WorkerPool(replace(DOSSIER_FILES, max_processes=1))
        try:
            asked.content = attacks.same_cell(10)
            read = await processes.work(asked, work_pb2.DossierFileRead)
            (problem,) = read.problems
            assert "A1" in problem.description
            assert "单元格" in problem.description
        finally:
            await processes.close()

    asyncio.run(go())
