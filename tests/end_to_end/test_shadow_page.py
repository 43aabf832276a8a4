"""Shadow page of the workbench: figures, results with links, empty states, both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.gazette.publication import write_version
from service.identity.principals import Role
from tests.support.browsing import Browser, new_account_at
from tests.support.calling import request_for
from tests.support.identities import bearing, new_key_of
from tests.support.running import ROOT, RunningServer
from tests.support.small_card import CARD, small_card, small_subject
from tests.support.waiting import until
from touchstone.v1 import shadow_service_pb2
from touchstone.v1.shadow_service_pb2_grpc import ShadowServiceStub

BODY = "green-body"
PAGE = "/workbench/shadow"


def started(folder: Path, *, compares: bool) -> RunningServer:
    gazette = folder / "gazette"
    write_version(gazette, small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    later = small_card(version="2.0.0", first="2100-01-01", supersedes="1.0.0", gold=101)
    write_version(gazette, later, {}, publish_time="2025-02-01T00:00:00Z")
    (folder / "shadow.toml").write_text(f'[[candidate]]\ncard = "{CARD}"\nversion = "2.0.0"\nshare = "1/1"\n')
    environment = {"TOUCHSTONE_API_KEYS": "true", "TOUCHSTONE_HTTP_ADDRESS": "127.0.0.1:0"}
    if compares:
        environment["TOUCHSTONE_SHADOW"] = str(folder / "shadow.toml")
    return RunningServer(folder, gazette, tree=ROOT, **environment)


def signed_in(server: RunningServer, language: str = "en") -> Browser:
    browser = Browser(server.http, language)
    name = f"ada-{language}"
    browser.sign_in(name, new_account_at(server, name, [Role.ASSESSOR], BODY))
    return browser


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with started(tmp_path_factory.mktemp("page"), compares=True) as running:
        yield running


def test_the_page_is_empty_until_something_was_compared_and_then_links_to_the_results(server: RunningServer) -> None:
    browser = signed_in(server)
    text = browser.get(PAGE).text_content()
    assert "No comparisons yet." in text
    assert f"{CARD} 2.0.0 all" in " ".join(text.split())

    key = bearing(new_key_of(server.environment["TOUCHSTONE_DATABASE_URL"], BODY, Role.ASSESSOR))
    evaluation = server.evaluations.EvaluateSubject(request_for(small_subject()), metadata=key).name
    stub = ShadowServiceStub(server.channel)
    request = shadow_service_pb2.SummarizeShadowResultsRequest(parent=f"organizations/{BODY}")
    until(lambda: len(stub.SummarizeShadowResults(request, metadata=key).summaries) == 1)

    page = browser.get(PAGE)
    assert page.xpath("//ul[@class='figures']//b/text()") == ["1", "0", "1", "0"]
    (link,) = page.xpath("//main//table[last()]//tbody//th/a")
    assert link.get("href") == f"/workbench/results/{evaluation.rpartition('/')[2]}"
    cells = [cell.text_content() for cell in page.xpath("//main//table[last()]//tbody/tr[1]/td")]
    assert (cells[0].strip(), cells[1].strip(), cells[2].strip()) == ("Gold", "silver", "grade")
    assert browser.get(link.get("href")).xpath("//h1")
    assert "No results with this outcome" in browser.get(f"{PAGE}?outcome=same").text_content()
    assert "影子评价" in signed_in(server, "zh").get(PAGE).text_content()


def test_without_candidates_the_page_explains_how_to_begin(tmp_path: Path) -> None:
    with started(tmp_path, compares=False) as server:
        assert "Nothing is compared on this server." in signed_in(server).get(PAGE).text_content()
