"""Workbench pages in a browser: accessibility rules, no requests to other sites, no page wider than a phone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from service.identity.principals import Role
from service.workbench.page import workbench_pages
from service.workbench.sample import pdf_of
from tests.service.output.report.browser import find_browser
from tests.support.browsing import account_of, people_of
from tests.support.casework import PARENT, Body, declared
from tests.support.desk import go_to
from tests.support.drafting import small_draft
from tests.support.identities import bearing
from tests.support.running import RunningServer
from touchstone.v1.case_dossier_service_pb2 import AddCaseFileRequest
from touchstone.v1.case_dossier_service_pb2_grpc import DossierServiceStub
from touchstone.v1.correction_service_pb2 import SUPPORT_KIND_ISSUER, CreateCampaignRequest
from touchstone.v1.correction_service_pb2_grpc import CorrectionServiceStub
from touchstone.v1.draft_pb2 import CreateDraftCommentRequest, SaveDraftRevisionRequest
from touchstone.v1.mapping_service_pb2 import CreateMappingRequest, Mapping
from touchstone.v1.mapping_service_pb2_grpc import MappingServiceStub
from touchstone.v1.register_export_service_pb2 import CreateRegisterExportRequest
from touchstone.v1.register_export_service_pb2_grpc import RegisterExportServiceStub
from touchstone.v1.scorecard_pb2 import SourceFile
from touchstone.v1.scorecard_service_pb2_grpc import ScorecardServiceStub

if TYPE_CHECKING:
    from playwright.sync_api import Page, Response

pytestmark = pytest.mark.full
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CASE, OPEN, APPLY = "/workbench/cases/shown", "/workbench/cases/open/dossier", "/workbench/apply"
ROOM = "/workbench/cases/open/evidence"
DRAFT = "/workbench/drafts/shown"
METER = pdf_of(["Meter reading 2025", *[""] * 35, "reused 1,020,000 of 1,200,000 m3"])
PAGES = {
    "": ("/workbench/sign-in", "/register", "/register?organization=example&q=SF-2&region_code=CN",
         "/register?organization=example&q=S&profile=small", "/register/check", "/register/example/{number}",
         "/workbench/zone?zone=Asia/Tokyo", "/rules", "/rules?q=gold", "/rules/small-factory?as_of=2020-01-01",
         "/rules/small-factory", "/rules/small-factory/1.0.0", "/rules/small-factory/1.0.0...2.0.0", "/try",
         "/try/small-factory"),
    "rui": (*(page.address for page in workbench_pages() if page.nav), "/workbench/calendar?until=2199-12-31",
            "/workbench/findings?state=all", "/workbench/my-work", "/workbench/search?q=works", "/workbench/search?q=a",
            "/workbench/certificates?until=2199-12-31", "/workbench/profiles/small", f"{CASE}/steps/plan",
            "/workbench/cases/open/programme/plan", "/workbench/register-exports/iaf-certsearch-1",
            "/workbench/register-exports/formats/china-certificates"),
    "ada": (CASE, f"{CASE}/log", f"{CASE}/score", f"{CASE}/report", f"{CASE}/case-report", f"{CASE}/dossier",
            f"{CASE}/dossier/certified", f"{CASE}/comparison", f"{CASE}/dossier-file", "/workbench/mappings/new",
            "/workbench/cases/open/mapped-file", "/workbench/mappings/meter", "/workbench/mappings/meter/edit",
            f"{CASE}/dossier?unread=2", f"{CASE}/programme",
            f"{CASE}/certificates/1", f"{CASE}/steps/raise", f"{CASE}/moderation", "/workbench/cases/open/assess",
            "/workbench/cases/open/assess/renewable_share?show=all", "/workbench/cases/open/assess?show=rejected",
            "/workbench/cases/open/assess-document/meter", "/workbench/cases/open/findings/1", ROOM,
            f"{ROOM}?q=none-such", f"{ROOM}/{{digest}}", f"{ROOM}/{{digest}}?page=2&quote=reused",
            f"{ROOM}/{{digest}}?kind=meter-reading", f"{ROOM}/{{digest}}/remove", "/workbench/none-such",
            "/workbench/results?card=small-factory", "/workbench/results/list?card=small-factory",
            "/workbench/results/list?card=small-factory&standing=no", "/workbench/results/ranking?card=small-factory",
            "/workbench/results/plan?card=small-factory"),
    "dan": ("/workbench/passkey", f"{CASE}/decision", "/workbench/password", "/workbench/corrections/lost"),
    "author": ("/workbench/set-up", "/workbench/new-profile", "/workbench/new-profile/text", "/workbench/drafts", DRAFT,
               f"{DRAFT}?check=1", f"{DRAFT}/changes", f"{DRAFT}/approve", f"{DRAFT}/proposals",
               f"{DRAFT}/proposals?slips=1", f"{DRAFT}/impact", f"{DRAFT}/tables", f"{DRAFT}/grid",
               f"{DRAFT}/card.en.feature?check=1",
               f"{DRAFT}/card.en.feature?beside=1", "/workbench/rule-passkey", "/workbench/new-draft",
               "/rules/small-factory/2.0.0", "/rules/small-factory/1.0.0...2.0.0"),
    "olu": ("/workbench/set-up", "/workbench/set-up/body", "/workbench/accounts/ada", "/workbench/profiles/small",
            "/workbench/people/ada", "/workbench/people/lin/invitation", "/workbench/new-person"),
    "lin": ("/workbench", f"{APPLY}/open", f"{APPLY}/open/renewable_share", f"{APPLY}/open/report_year",
            f"{APPLY}/shown", "/workbench/mappings", "/workbench/mappings/meter", "/workbench/cases/open/mapped-file"),
    "office": ("/workbench/claims/in-use", "/workbench/claims/in-use?q=bottle&standing=1",
               "/workbench/claims/in-use?notices=1", "/workbench/claims/enter",
               "/workbench/clients", "/workbench/clients/works", "/workbench/clients/works/apply",
               "/workbench/new-client", ROOM, f"{ROOM}/{{digest}}",
               f"{OPEN}/renewable_share", f"{OPEN}/renewable_share/moves", "/workbench/cases/open/standing"),
}  # fmt: skip
"""Addresses visited by each user; some are expected to show an error page."""


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_page_is_accessible_and_fits_a_phone(language: str, tmp_path: Path, gazette: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # noqa: PLC0415 -- slow to load
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to load

    executable = find_browser()
    server = RunningServer(
        tmp_path,
        gazette,
        TOUCHSTONE_API_KEYS="true",
        TOUCHSTONE_PUBLIC_REGISTERS="example",
        TOUCHSTONE_PUBLIC_RULES="true",
        TOUCHSTONE_SELF_CHECK="all",
        TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0",
        TOUCHSTONE_EVIDENCE_FILES=str(tmp_path / "files"),
    )
    with server as running, sync_playwright() as playing:
        body = Body(running)
        body.begin()
        body.keys["lin"] = body.new_key(Role.APPLICANT)
        body.register("lin", client="works")
        passwords = {
            **people_of(body), "olu": account_of(body, "olu", [Role.OPERATOR]),
            "lin": account_of(body, "lin", [Role.APPLICANT]),
        }  # fmt: skip
        number = body.to_certificate("shown").number
        begun = CreateCampaignRequest(
            parent=PARENT, campaign_id="lost", kind=SUPPORT_KIND_ISSUER, value="Grid company", reason="lost its rights"
        )
        CorrectionServiceStub(running.channel).CreateCampaign(begun, metadata=bearing(body.keys["dan"]))
        RegisterExportServiceStub(running.channel).CreateRegisterExport(
            CreateRegisterExportRequest(parent=PARENT, format="iaf-certsearch", allow_gaps=True),
            metadata=bearing(body.keys["rui"]),
        )
        body.to_evaluation("open")
        body.step("office", "open", "declare", dossier=declared(status=None))
        body.step("ada", "open", "raise", severity="minor", requirement="metering", statement="Line 2 has no meter.")
        piece = AddCaseFileRequest(parent=f"{PARENT}/cases/open", file_name="balance.pdf", content=METER)
        kept = DossierServiceStub(running.channel).AddCaseFile(iter([piece]), metadata=bearing(body.keys["office"]))
        save_mapping(running, body)
        begin_draft(running, body, tmp_path)
        browser = playing.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        wrong: list[str] = []
        asked: set[str] = set()
        lost: set[str] = set()

        def note(response: Response) -> None:
            if response.status >= 400 and response.request.resource_type != "document":
                lost.add(f"{response.request.resource_type} {response.url}: {response.status}")

        for name, paths in PAGES.items():
            # axe is an injected script, which the content security policy of the pages would block
            context = browser.new_context(viewport={"width": 375, "height": 800}, bypass_csp=True)
            page = context.new_page()
            page.on("request", lambda request: asked.add(request.url))
            page.on("response", note)
            go_to(page, f"{running.http}/workbench/sign-in?language={language}")
            if name:
                sign_in(page, name, passwords[name])
            for path in (one.format(number=number, digest=kept.content_digest) for one in paths):
                go_to(page, running.http + path)
                if page.locator("#moves[hx-trigger^=load]").count():  # which a script fills
                    page.locator("#moves table").first.wait_for()
                if page.locator("#grid").count():
                    page.locator("#grid .active").wait_for()
                violations = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response
                wrong += [f"{language} {path}: {one['id']} {one['nodes'][:1]}" for one in violations["violations"]]
                if page.evaluate("document.documentElement.scrollWidth") > 375:
                    wrong.append(f"{language} {path}: wider than a phone")
            context.close()
        browser.close()
    assert not wrong, "\n".join(wrong)
    assert not lost, lost  # scripts, styles and pictures
    assert asked
    assert {url for url in asked if not url.startswith(running.http)} == set()


def save_mapping(server: RunningServer, body: Body) -> None:
    mapping = Mapping(display_name="Meter", scorecard="scorecards/small-factory")
    mapping.columns.add(heading="Energy (kWh)", target="energy_used", words={"none": "0"})
    saving = CreateMappingRequest(parent=PARENT, mapping_id="meter", mapping=mapping)
    MappingServiceStub(server.channel).CreateMapping(saving, metadata=bearing(body.keys["ada"]))


def begin_draft(running: RunningServer, body: Body, folder: Path) -> None:
    files = small_draft(folder / "desk")
    files["card.zh.feature"] = "# language: zh-CN\n功能: 最小的评分卡\n"
    broken = {path: text.replace("scores share", "scores shares") for path, text in files.items()}
    drafts, known = ScorecardServiceStub(running.channel), bearing(body.keys["author"])
    name = f"{PARENT}/drafts/shown"
    for base, texts in enumerate((files, broken)):
        sources = [SourceFile(path=path, content=text) for path, text in texts.items()]
        saving = SaveDraftRevisionRequest(name=name, source_files=sources, base_revision=base)
        drafts.SaveDraftRevision(saving, metadata=known)
    remark = CreateDraftCommentRequest(
        parent=f"{name}/revisions/2", path="card.en.feature", line=20, text="Why 80?"
    )  # fmt: skip
    drafts.CreateDraftComment(remark, metadata=known)


def sign_in(page: Page, name: str, password: str) -> None:
    """Sign in by the keyboard alone."""
    page.focus("#f-name")
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type(password)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "sign-in" not in url)
