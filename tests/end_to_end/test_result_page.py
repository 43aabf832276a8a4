"""Result pages: one result with conclusion, trail, report, proof bundle and double use; sums over more than a page."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from service.gazette.publication import write_version
from service.identity.principals import Role
from service.output.bundles import read_bundle
from service.workbench.page import page_words
from tests.support.browsing import Browser, new_account_at
from tests.support.calling import request_for
from tests.support.identities import bearing, new_key_of
from tests.support.running import RunningServer
from tests.support.small_card import CARD, small_card, small_subject
from touchstone.v1 import correction_service_pb2 as corrections
from touchstone.v1.correction_service_pb2_grpc import CorrectionServiceStub
from touchstone.v1.evaluation_service_pb2_grpc import EvaluationServiceStub

pytestmark = pytest.mark.full
BODY, VERSION = "example", f"scorecards/{CARD}/versions/1.0.0"
_NUMBER_OF_RESULTS = 103
"""More than one page of a list shows."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    folder = tmp_path_factory.mktemp("result")
    gazette: Path = folder / "gazette"
    write_version(gazette, small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    with RunningServer(folder, gazette, TOUCHSTONE_API_KEYS="true", TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0") as running:
        yield running


@pytest.fixture(scope="module")
def key(server: RunningServer) -> tuple[tuple[str, str], ...]:
    return bearing(new_key_of(server.environment["TOUCHSTONE_DATABASE_URL"], BODY, Role.REVIEWER))


@pytest.fixture(scope="module")
def stored(server: RunningServer) -> list[str]:
    """Evaluate many factories that claim the same credits."""
    key = bearing(new_key_of(server.environment["TOUCHSTONE_DATABASE_URL"], BODY, Role.ASSESSOR))
    stub = EvaluationServiceStub(server.channel)
    requests = []
    for number in range(_NUMBER_OF_RESULTS):
        name = f"organizations/{BODY}/subjects/works-{number:03}"
        request = request_for(small_subject().model_copy(update={"subject": name}))
        requests.append(request)
    return [stub.EvaluateSubject(request, metadata=key, timeout=60).name for request in requests]


@pytest.fixture(scope="module")
def browser(server: RunningServer, stored: list[str]) -> Browser:
    browser = Browser(server.http, "en")
    browser.sign_in("ada", new_account_at(server, "ada", [Role.REVIEWER], BODY))
    return browser


def test_the_row_of_a_subject_leads_to_its_result_with_all_its_proofs(browser: Browser, stored: list[str]) -> None:
    words = page_words("en")["results"]
    listed = browser.get(f"/workbench/results/list?card={CARD}")
    rows = {str(link.text): str(link.get("href")) for link in listed.xpath("//main//tbody//th/a")}
    here = rows["works-000"]
    assert here == f"/workbench/results/{stored[0].rpartition('/')[2]}"
    page = browser.get(here)
    links = {str(link.text).strip(): str(link.get("href")) for link in page.xpath("//div[@class='head']//a")}
    assert list(links) == [words["trail"], words["report_file"], words["bundle_file"]]
    bundle = read_bundle(browser.http.get(links[words["bundle_file"]]).content)
    assert bundle.evaluation.as_leaf("evaluation").content["name"] == stored[0]
    report = browser.http.get(links[words["report_file"]])
    assert "works-000" in report.text
    trail = browser.get(links[words["trail"]])
    steps = trail.xpath("//main//tbody//th/code/text()")
    assert steps
    steps_file = browser.http.get(str(trail.xpath("//div[@class='head']//a")[0].get("href"))).json()
    assert [step["stepId"] for step in steps_file][: len(steps)] == steps


def test_double_use_is_shown_in_lists_exports_and_on_the_result(browser: Browser, stored: list[str]) -> None:
    words = page_words("en")["results"]
    last = f"works-{_NUMBER_OF_RESULTS - 1:03}"
    first_page = browser.get(f"/workbench/results/list?card={CARD}").text_content()
    assert words["double_use_short"].partition("{")[0] in first_page
    (figure,) = browser.get(f"/workbench/results?card={CARD}").xpath("//a[contains(@href, 'double_use=yes')]")
    assert figure.xpath("b/text()") == [str(len(stored) - 1)]
    doubled = browser.get(figure.get("href")).text_content()
    assert ("works-001" in doubled, "works-000" in doubled, words["with_double_use"] in doubled) == (True, False, True)
    page = browser.get(f"/workbench/results/{stored[-1].rpartition('/')[2]}")
    told = page.xpath("//div[contains(@class, 'notice stop')]")[0].text_content()
    assert "works-" in told
    table = browser.http.get(f"/workbench/results/table?card={CARD}&form=csv").content.decode("utf-8-sig")
    rows = {row["subject"].rpartition("/")[2]: row for row in csv.DictReader(io.StringIO(table))}
    assert (int(rows["works-000"]["double uses"]), int(rows[last]["double uses"]) > 0) == (0, True)


def test_where_used_counts_and_exports_all_results_and_not_those_of_a_page(
    server: RunningServer, key: tuple[tuple[str, str], ...], browser: Browser, stored: list[str]
) -> None:
    asked = corrections.ListUsesRequest(
        parent=f"organizations/{BODY}", kind="SUPPORT_KIND_VERSION", value=VERSION, page_size=2, with_totals=True
    )
    stub = CorrectionServiceStub(server.channel)
    totals = stub.ListUses(asked, metadata=key).totals
    assert (totals.result_count, totals.subject_count) == (len(stored), len(stored))
    assert totals.double_use_result_count == len(stored) - 1
    assert sum(counted.result_count for counted in totals.conclusion_counts) == len(stored)
    asked.with_totals = False
    assert not stub.ListUses(asked, metadata=key).HasField("totals")
    query = f"kind=version&value={VERSION}"
    assert (totals.certificate_count, totals.open_case_count) == (0, 0)
    figures = browser.get(f"/workbench/corrections?{query}").xpath("//ul[@class='figures']//b/text()")
    assert figures == [str(len(stored)), str(len(stored)), str(len(stored) - 1), "0", "0", "0"]
    table = browser.http.get(f"/workbench/corrections.csv?{query}").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert {row["evaluation"] for row in rows} == set(stored)
    content = browser.http.get(f"/workbench/corrections.xlsx?{query}").content
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    cells = [tuple(str(cell.value) for cell in row) for row in sheet.iter_rows()]
    assert cells == [tuple(rows[0]), *(tuple(row.values()) for row in rows)]


def test_a_campaign_counts_all_its_results(
    server: RunningServer, key: tuple[tuple[str, str], ...], browser: Browser, stored: list[str]
) -> None:
    stub = CorrectionServiceStub(server.channel)
    campaign = stub.CreateCampaign(
        corrections.CreateCampaignRequest(
            parent=f"organizations/{BODY}", campaign_id="all", kind="SUPPORT_KIND_ISSUER", value="Grid Company",
            reason="no longer accredited",
        ),
        metadata=key,
    )  # fmt: skip
    while campaign.pending_count:
        asked = corrections.ReevaluateCampaignRequest(name=campaign.name, maximum_count=100)
        campaign = stub.ReevaluateCampaign(asked, metadata=key, timeout=300)
    counted = stub.GetCampaign(corrections.GetCampaignRequest(name=campaign.name), metadata=key).outcome_counts
    assert sum(count.result_count for count in counted) == len(stored)
    sums = browser.get("/workbench/corrections/all").xpath("//main//table")[0].xpath(".//td[@class='num']/text()")
    assert sum(map(int, sums)) == len(stored)


def test_a_result_is_hidden_from_users_without_read_access(server: RunningServer, stored: list[str]) -> None:
    stranger = Browser(server.http, "en")
    stranger.sign_in("eve", new_account_at(server, "eve", [Role.REVIEWER], "other"))
    client = Browser(server.http, "en")
    client.sign_in("lin", new_account_at(server, "lin", [Role.APPLICANT], BODY))
    here = f"/workbench/results/{stored[0].rpartition('/')[2]}"
    for path in (here, f"{here}/trail", f"{here}/trail?form=json", f"{here}/report", f"{here}/bundle"):
        assert stranger.http.get(path).status_code == 404
        refused = client.http.get(path)
        assert refused.status_code in {403, 404}
        assert "works-000" not in refused.text
