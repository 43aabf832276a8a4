"""Home page of the workbench: failing sections show their error, and sections of other roles are omitted."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from lxml import html

from rules.contracts.errors import InputError
from rules.contracts.messages import LANGUAGES
from service.base.refusals import Reason, Refusal
from service.identity.principals import Principal, PrincipalKind, Role
from service.workbench.background_tasks import BackgroundTasks
from service.workbench.page import PageRequest, workbench_pages
from service.workbench.rendering import PageRenderer
from service.workbench.sessions import SignedInUser
from service.workbench.titles import BodyTitles
from touchstone.v1 import (
    calendar_service_pb2,
    case_service_pb2 as cases,
    claim_service_pb2 as claims,
    goods_ledger_service_pb2 as ledgers,
    screening_service_pb2 as screenings,
)

_FINE, _UNLESS = screenings.CLAIM_STANDING_FINE, screenings.CLAIM_STANDING_FORBIDDEN_UNLESS_SHOWN
_OWN, _OTHER = (
    claims.ClaimInUse(
        name=f"organizations/example/claims/{id}", quote=id, product="Soap", owner="Zoë", standing=_UNLESS,
        notices=[claims.ClaimNotice(kind=kind, date="2026-01-31", document="Plan", earlier_standing=_FINE)],
    )
    for id, kind in (("mine", claims.CLAIM_NOTICE_KIND_EXPIRED), ("other", claims.CLAIM_NOTICE_KIND_FELL))
)  # fmt: skip
ANSWERS = {
    "CaseService/ListMyWork": cases.ListMyWorkResponse(
        work_items=[
            cases.WorkItem(
                case_name="organizations/example/cases/late", item="findings/2", state="answered", due_kind="finding",
                due_date="2026-01-28", as_of_date="2026-01-31", mine=True, client_display_name="Late Ltd",
                steps=[cases.NextCaseStep(item="findings/2", step="accept_plan", function="evaluation")],
            )
        ]
    ),
    "CaseService/CountCases": cases.CountCasesResponse(
        case_counts=[cases.CaseCount(state="evaluating", profile="a", case_count=3)], last_date="2026-04-30"
    ),
    "CaseService/ListCaseItems": cases.ListCaseItemsResponse(),
    "CaseService/ListCasePersons": cases.ListCasePersonsResponse(),
    "CalendarService/ListCalendarEntries": calendar_service_pb2.ListCalendarEntriesResponse(),
    "ClaimService/ListClaims": claims.ListClaimsResponse(claims=[_OTHER, _OWN], notice_count=7),
    "GoodsLedgerService/ListGoodsLedgers": ledgers.ListGoodsLedgersResponse(),
    "CaseService/ListCases": cases.ListCasesResponse(),
}  # fmt: skip


async def shown(role: Role, language: str, failing: dict[str, Exception]) -> html.HtmlElement:
    """Return the home page as displayed while some calls fail."""

    async def asking(_: PageRequest, method: str, request: Any) -> Any:
        call = method.removeprefix("/touchstone.v1.")
        if call in failing:
            raise failing[call]
        if getattr(request, "only_others", False):
            return cases.ListMyWorkResponse()
        if getattr(request, "only_own", False):
            return claims.ListClaimsResponse(claims=[_OWN], notice_count=1)
        return ANSWERS[call]

    async def unused(*_: Any) -> Any:
        raise AssertionError

    page = next(page for page in workbench_pages() if page.address == "/workbench")
    user = SignedInUser(Principal("ada", PrincipalKind.ACCOUNT, "example", frozenset({role})), "token")
    tasks = BackgroundTasks()
    page_request = PageRequest(
        page, language, {}, "/workbench", {}, user, "token", asking, unused, unused, unused, unused, tasks, unused
    )
    data = await page.load(page_request)
    assert isinstance(data, dict)
    tasks.close()
    return html.fromstring(bytes(PageRenderer((), BodyTitles(None)).page(page_request, data).body))


PARTS = {
    "CaseService/ListMyWork": "//h2[@id='next']/following-sibling::div[1]",
    "CaseService/CountCases": "//main/div[contains(@class, 'notice')][p]",
    "CaseService/ListCaseItems": "//section[@aria-labelledby='ending']/div",
    "CalendarService/ListCalendarEntries": "//section[@aria-labelledby='rules-change']/div",
    "ClaimService/ListClaims": "//section[@aria-labelledby='claims']/div",
}
"""Location of each section's error message."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("call", PARTS)
def test_a_failing_section_shows_its_error_and_the_other_sections_remain(call: str, language: str) -> None:
    failing = {
        "CaseService/ListMyWork": Refusal(Reason.UNEXPECTED, "told why"),
        "CaseService/CountCases": InputError.of("parent", "told why", "WRONG_VALUE"),
        "CaseService/ListCaseItems": Refusal(Reason.UNEXPECTED, "told why"),
        "CalendarService/ListCalendarEntries": RuntimeError("a secret of the inside"),
        "ClaimService/ListClaims": Refusal(Reason.UNEXPECTED, "told why"),
    }[call]
    page = asyncio.run(shown(Role.ASSESSOR, language, {call: failing}))
    said = " ".join(notice.text_content() for notice in page.xpath(PARTS[call]))
    assert "told why" in said or call.startswith("Calendar")
    assert "secret" not in page.text_content()
    for other, place in PARTS.items():
        standing = " ".join(part.text_content() for part in page.xpath(place))
        also = call == "ClaimService/ListClaims" and other == "CaseService/ListMyWork"  # own claims are work
        assert other == call or also or "told why" not in standing
    if call != "CaseService/ListMyWork":
        assert page.xpath("//tr/td/span[@class='late']")
        assert page.xpath("//li[@class='late']/a/b")[0].text == "1"
    if call != "CaseService/CountCases":
        assert page.xpath("//table[contains(@class, 'bars')]//td[@class='num']")[0].text == "3"


def test_sections_of_other_roles_are_omitted() -> None:
    applicant = asyncio.run(shown(Role.APPLICANT, "en", {}))
    assert applicant.xpath("//h2[@id='next']")
    others = "//*[@id='open-findings'] | //*[@id='ending'] | //*[@id='rules-change'] | //*[@id='claims']"
    assert not applicant.xpath(others)
    assert asyncio.run(shown(Role.ASSESSOR, "en", {"CaseService/ListCasePersons": RuntimeError()})).xpath(
        "//h2[@id='next']"
    )
    regulator = asyncio.run(shown(Role.REGULATOR, "en", {}))
    assert regulator.xpath("//*[@id='open-findings'] | //*[@id='ending']")
    assert not regulator.xpath("//h2[@id='next']")


def test_claims_of_the_reader_are_listed_before_other_claims() -> None:
    page = asyncio.run(shown(Role.ASSESSOR, "en", {}))
    rows = [" ".join(row.text_content().split()) for row in page.xpath("//section[@aria-labelledby='claims']//li")]
    assert rows == [
        "“mine” Soap; you are the ownerexpired on 2026-01-31: Plan",
        "“other” Soap; Zoëstatus is worse: was fine as it stands, is allowed only if shown right here",
    ]
    assert page.xpath("//section[@aria-labelledby='claims']/p/a/@href") == ["/workbench/claims/in-use?notices=1"]
