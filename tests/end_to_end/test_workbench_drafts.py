"""Draft pages without scripts: editing, conflicts, comparison, comments, access rights and invalid input."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from time import sleep
from typing import Any
from zipfile import ZipFile

import httpx
import pytest
from lxml import html
from openpyxl import load_workbook

from rules.contracts import DeclaredFact, DeclaredValue, Subject
from service.approval.statements import Act
from service.identity.principals import Role
from service.input.dmn.dmn_reader import read_dmn
from service.workbench.page import page_words
from tests.support.begun_cards import without_remarks
from tests.support.browsing import Browser, new_account_at
from tests.support.calling import request_for
from tests.support.drafting import SIGNING, Drafters, of_card, small_draft
from tests.support.running import RunningServer
from tests.support.signing import Team
from touchstone.v1 import draft_editing_pb2, draft_pb2

pytestmark = pytest.mark.full
DMN = Path(__file__).resolve().parents[1] / "service" / "input" / "dmn" / "files"
LIST, CARD = "/workbench/drafts", "card.en.feature"
THE_CHANGE = "//h2[@id='ch']/following-sibling::*[following-sibling::h2[@id='pf']]"
PEOPLE = {
    "eva": Role.RULE_AUTHOR, "li": Role.RULE_AUTHOR, "gus": Role.RULE_APPROVER, "rui": Role.REVIEWER,
    "ada": Role.ASSESSOR, "lin": Role.APPLICANT,
}  # fmt: skip


@pytest.fixture(scope="module")
def drafters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Drafters]:
    folder = tmp_path_factory.mktemp("drafts")
    (folder / "gazette").mkdir()
    team = Team(folder / "team", approvals={"*": 1}, roles=dict(SIGNING))
    files = small_draft(folder / "desk")
    with RunningServer(
        folder, folder / "gazette", TOUCHSTONE_API_KEYS="true", TOUCHSTONE_TRUST=str(team.trust),
        TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0",
    ) as running:  # fmt: skip
        people = Drafters(running, team)
        published(people, "first", files)
        yield people


def published(people: Drafters, draft: str, files: dict[str, str]) -> None:
    """Bring a draft to its publication by the calls."""
    people.save("li.wei", draft, files)
    for act, person in ((Act.SUBMISSION, "li.wei"), (Act.APPROVAL, "anna"), (Act.PUBLICATION, "anna")):
        people.sign(act, person, draft)


@pytest.fixture(scope="module")
def signed_in(drafters: Drafters) -> dict[str, Browser]:
    browsers = {}
    for name, role in PEOPLE.items():
        browser = Browser(drafters.server.http)
        browser.sign_in(name, new_account_at(drafters.server, name, [role]))
        browsers[name] = browser
    stranger = Browser(drafters.server.http)
    stranger.sign_in("zoe", new_account_at(drafters.server, "zoe", [Role.RULE_AUTHOR], "other"))
    browsers["zoe"] = stranger
    return browsers


def begin(browser: Browser, draft: str) -> str:
    answer = browser.send(LIST, scorecard="scorecards/smallest", draft=draft)
    return answer.headers["location"]


def typed(browser: Browser, page: str, status: int = 303, **fields: str) -> html.HtmlElement:
    """Submit the multipart form of a file and return the next page."""
    opened = browser.get(page)
    sent = {
        **dict(opened.get_element_by_id("typing").form_values()), "source_files": text_of(opened), **fields
    }  # fmt: skip
    answer = browser.http.post(page, files={name: (None, value) for name, value in sent.items()})
    assert answer.status_code == status, html.fromstring(answer.text).text_content()
    if status == 303:
        return browser.get(answer.headers["location"])
    return html.fromstring(answer.text)


def text_of(page: html.HtmlElement) -> str:
    """Return the value of the text field without the leading line break, which browsers drop."""
    return str(page.get_element_by_id("f-source_files").value).removeprefix("\n")


def said(page: html.HtmlElement) -> str:
    return " ".join(page.xpath("//main")[0].text_content().split())


def test_a_draft_is_begun_changed_checked_and_compared(signed_in: dict[str, Browser]) -> None:
    eva = signed_in["eva"]
    page = begin(eva, "")
    assert page == f"{LIST}/smallest-1-1-0"
    assert "The smallest card 1.1.0" in said(eva.get(page))
    before = text_of(eva.get(f"{page}/{CARD}"))
    assert re.search(r"\| version +\| 1\.1\.0 .*\n.*\| supersedes *\| 1\.0\.0 ", before)
    raised = before.replace("| 50       | 80 ", "| 50       | 90 ").replace("| 80       |    ", "| 90       |    ")
    shown = typed(eva, f"{page}/{CARD}", source_files=raised.replace("\n", "\r\n"), note="80 to 90")
    assert text_of(shown) == raised != before
    problems = shown.xpath("//section[@id='answer']//tbody//th//a/@href")
    assert problems
    assert all(shown.xpath(f"//li[@class='err'][@id='{each[1:]}']//p") for each in problems)
    unsaved = typed(eva, f"{page}/{CARD}")
    assert "revision 2" in said(unsaved)  # an unchanged file creates no revision
    compared = said(eva.get(f"{page}/changes"))
    assert "80 to 90" in compared
    assert "indicators" in compared
    restored = eva.http.post(
        f"{page}/changes", data={**eva.fields(f"{page}/changes"), "revision": "1", "base_revision": "2"}
    )  # fmt: skip
    assert restored.status_code == 303
    assert text_of(eva.get(f"{page}/{CARD}")) == before


def test_concurrent_edits_of_two_users_are_both_preserved(signed_in: dict[str, Browser]) -> None:
    eva, li = signed_in["eva"], signed_in["li"]
    address = f"{begin(eva, 'both')}/{CARD}"
    text = text_of(eva.get(address))
    mine, theirs = text.replace("Guide 1-2026", "Guide 1-2027"), text.replace("The smallest card", "The small card")
    typed(li, address, source_files=theirs)
    conflict = typed(eva, address, 409, source_files=mine, base_revision="1")
    assert text_of(conflict) == mine
    assert theirs.strip() in conflict.xpath("//section[@aria-labelledby='ov']//pre")[0].text_content()
    assert "li saved this file while you were editing" in said(conflict)
    merging = dict(conflict.get_element_by_id("merging").form_values())
    merging["source_files"] = merging["source_files"].removeprefix("\n")
    answer = eva.http.post(address, files={name: (None, value) for name, value in merging.items()})
    both = theirs.replace("Guide 1-2026", "Guide 1-2027")
    assert text_of(eva.get(answer.headers["location"])) == both
    same = typed(eva, address, 409, source_files=text.replace("The smallest", "The least"), base_revision="1")
    assert not same.xpath("//form[@id='merging']")
    over = typed(eva, address, source_files=text.replace("The smallest", "The least"), over="3", base_revision="1")
    assert "The least card" in text_of(over)
    assert "The small card" in said(eva.get(f"{LIST}/both/changes?from=3&to=4"))


def test_text_that_is_not_gherkin_is_stored_reported_and_escaped(signed_in: dict[str, Browser]) -> None:
    eva = signed_in["eva"]
    address = f"{begin(eva, 'odd')}/{CARD}"
    script = "</textarea><script>alert(1)</script>\n| <b>not Gherkin\n"
    shown = typed(eva, address, source_files=script)
    assert text_of(shown) == script
    assert shown.xpath("//section[@id='answer']//tbody//th")
    assert not shown.xpath("//main//script | //main//b[text()='not Gherkin']")
    assert "does not compile" in said(eva.get(LIST))
    nul = typed(eva, address, 422, source_files="a\0b")
    assert nul.xpath("//a[@href='#f-source_files']")
    for path in (f"{LIST}/odd", f"{LIST}/odd/changes", f"{LIST}/odd/approve"):
        assert not eva.get(path).xpath("//main//script")
    huge = typed(eva, address, 422, source_files="x" * 1_000_001)
    assert huge.xpath("//a[@href='#f-source_files']")


def test_lines_are_commented_and_comments_resolved(signed_in: dict[str, Browser]) -> None:
    eva, gus = signed_in["eva"], signed_in["gus"]
    address = f"{begin(eva, 'said')}/{CARD}"
    forms = gus.get(address).xpath("//form[.//input[@name='act'][@value='comment']]")
    fields = {**dict(forms[0].form_values()), "line": "20", "text": "<i>Why 80?</i>"}
    assert gus.http.post(address, files={name: (None, value) for name, value in fields.items()}).status_code == 303
    wrong = gus.http.post(
        address, files={name: (None, v) for name, v in {**fields, "line": "9999", "text": ""}.items()}
    )
    assert wrong.status_code == 422
    assert {"#f-line", "#f-text"} <= {*html.fromstring(wrong.text).xpath("//div[@class='errors']//a/@href")}
    assert "<i>Why 80?</i>" in said(eva.get(address))
    assert eva.get(f"{LIST}/said").xpath("//li[@class='no'][contains(., 'Comments')]")
    answer = eva.http.post(f"{LIST}/said", data=eva.fields(f"{LIST}/said"))
    assert answer.status_code == 303
    assert eva.get(f"{LIST}/said").xpath("//li[@class='yes'][contains(., 'Comments')]")


def test_comments_are_read_page_by_page(signed_in: dict[str, Browser], drafters: Drafters) -> None:
    page = begin(signed_in["eva"], "discussed")
    asked = draft_pb2.CreateDraftCommentRequest(parent=f"{drafters.name('discussed')}/revisions/1", path=CARD, line=1)
    for number in range(1, 102):
        asked.text = f"remark {number}!"
        drafters.ask("anna", "CreateDraftComment", asked)
    for path in (page, f"{page}/approve", f"{page}/{CARD}"):
        first = signed_in["gus"].get(path)
        assert len(first.xpath("//*[@id='comments']/..//ul[contains(@class, 'log')]/li")) == 100
        (later,) = first.xpath("//aside//a[contains(@href, '?comments=')]/@href")
        assert later.startswith(f"{path}?")
        second = said(signed_in["gus"].get(later.partition("#")[0]))
        assert "remark 101!" in second
        assert "remark 100!" not in second


def test_tables_go_to_a_spreadsheet_and_back(signed_in: dict[str, Browser]) -> None:
    eva = signed_in["eva"]
    page = begin(eva, "tabled")
    content = eva.http.get(f"{page}/tables.xlsx").content
    book = load_workbook(BytesIO(content))
    for sheet in book:
        for row in sheet.iter_rows():
            if [cell.value for cell in row if cell.value] in (["80", "60"], ["50", "80", "30"]):
                next(cell for cell in row if cell.value == "80").value = "75"
    edited = BytesIO()
    book.save(edited)

    def sent(content: bytes, status: int) -> html.HtmlElement:
        fields = eva.fields(f"{page}/tables")
        answer = eva.http.post(f"{page}/tables", data=fields, files={"file": ("tables.xlsx", content)})
        assert answer.status_code == status, html.fromstring(answer.text).text_content()
        return html.fromstring(answer.text)

    unchanged = sent(content, 200)
    assert not unchanged.xpath("//button[text()='Save these changes']")
    assert sent(b"no workbook", 422).xpath("//div[@class='errors']")
    shown = sent(edited.getvalue(), 200)
    assert "75" in said(shown)
    (form,) = shown.xpath("//form[.//button[text()='Save these changes']]")
    saving = {**dict(form.form_values())}
    saving["files"] = saving["files"].removeprefix("\n")
    saved = eva.http.post(f"{page}/tables", files={name: (None, value) for name, value in saving.items()})
    assert saved.status_code == 303
    assert "75" in said(eva.get(saved.headers["location"]))


def test_a_draft_is_hidden_from_outsiders_and_read_only_for_colleagues(signed_in: dict[str, Browser]) -> None:
    address = f"{begin(signed_in['eva'], 'own')}/{CARD}"
    zoe = signed_in["zoe"]
    for path in (f"{LIST}/own", address, f"{LIST}/own/changes", f"{LIST}/own/approve"):
        zoe.get(path, 404)
        signed_in["ada"].get(path, 403)
        signed_in["lin"].get(path, 403)
        for name in ("gus", "rui"):
            assert not signed_in[name].get(path).xpath("//main//button[text()='Save and check']")
    assert "own" not in zoe.get(LIST).xpath("//main//tbody//a/text()")
    gus = signed_in["gus"]
    fields = {**dict(gus.get(address).get_element_by_id("typing").form_values()), "source_files": "Feature: x\n"}
    answer = gus.http.post(address, files={name: (None, value) for name, value in fields.items()})
    assert answer.status_code == 403
    signed_in["eva"].get(f"{LIST}/own/none.en.feature", 404)
    signed_in["eva"].get(f"{LIST}/none", 404)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_published_draft_lists_its_signatures_and_becomes_read_only(
    signed_in: dict[str, Browser], drafters: Drafters, language: str
) -> None:
    card = f"smaller-{language}"
    published(drafters, card, of_card(drafters_files(drafters), card))
    words, gus = page_words(language), signed_in["gus"]
    page = gus.get(f"{LIST}/{card}/approve?language={language}")
    for act in ("submission", "approval", "publication"):
        assert words["draft_act"][act] in said(page)
    (row,) = gus.get(f"{LIST}?language={language}").xpath(f"//main//tr[th/a[text()='{card}']]")
    assert words["draft_state"]["published"] in row.text_content()
    assert f"{words['draft_act']['publication']}{words['colon']}anna" in row.text_content()
    assert words["drafts"]["nothing_to_sign"] in said(page)
    locked = signed_in["eva"].get(f"{LIST}/{card}/{CARD}?language={language}")
    assert locked.get_element_by_id("f-source_files").get("readonly") is not None
    assert words["draft_state"]["published"] in said(locked)
    for name in ("eva", "gus"):
        signed_in[name].get(f"{LIST}?language=en")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_approver_learns_the_effect_of_a_first_and_of_a_later_version(
    signed_in: dict[str, Browser], drafters: Drafters, language: str
) -> None:
    card, gus, words = f"effect-{language}", signed_in["gus"], page_words(language)["drafts"]
    first = of_card(drafters_files(drafters), card)
    drafters.save("li.wei", card, first)
    drafters.sign(Act.SUBMISSION, "li.wei", card, reason="Notice 8, for all works")
    page = gus.get(f"{LIST}/{card}/approve?language={language}")
    shown, effect = said(page), drafters.get(card).effect
    assert words["first_version_help"] in shown
    assert not page.xpath(f"{THE_CHANGE}//del"), "a first version is compared with nothing"
    (content,) = first.values()
    assert len(page.xpath(f"{THE_CHANGE}[self::details[@open]]//li[code]")) == len(content.splitlines())
    assert words["effective"].format(first="2026-01-01") in shown
    assert effect.retroactive_days > 300
    (law,) = page.xpath("//section[@aria-labelledby='law']//p[@class='no']")
    assert str(effect.retroactive_days) in law.text_content()
    assert page_words(language)["language"]["en"] in page.xpath("//div[@id='proofs']")[0].text_content()
    assert "Notice 8, for all works" in shown
    statement = html.fromstring(gus.send(f"{LIST}/{card}/approve", 200, step="approve", person="anna").text)
    assert words["first_version_is"] in said(statement)
    assert str(effect.retroactive_days) in statement.xpath("//article//span[@class='no']")[0].text_content()
    assert '"retroactive_days"' in statement.xpath("//pre")[0].text_content()
    for act, person in ((Act.APPROVAL, "anna"), (Act.PUBLICATION, "anna")):
        drafters.sign(act, person, card)
    raised = content.replace("| 50       | 80 ", "| 50       | 85 ").replace("| 80       |    ", "| 85       |    ")
    row = "| version        | 1.0.0                 |"
    raised = raised.replace(row, row.replace("1.0.0", "1.1.0") + "\n      | supersedes | 1.0.0 |")
    raised = raised.replace("| 2026-01-01            |", "| 2999-01-01            |").replace("of 2026", "of 2999")
    drafters.save("li.wei", f"{card}-2", {CARD: raised})
    page = gus.get(f"{LIST}/{card}-2/approve?language={language}")
    assert words["compared_with"].format(base=f"{card} 1.0.0") in said(page)
    assert page.xpath(f"{THE_CHANGE}//del[.='80']"), "also a first revision has a version before it"
    assert words["not_retroactive"] in said(page)
    refusal = signed_in["eva"].send(f"{LIST}/{card}-2/approve", 422, step="submit", person="eva")
    assert html.fromstring(refusal.text).xpath("//div[@class='errors']//a[@href='#f-reason']")
    for name in ("eva", "gus"):
        signed_in[name].get(f"{LIST}?language=en")


def drafters_files(drafters: Drafters) -> dict[str, str]:
    request = draft_pb2.GetDraftRevisionRequest(name=f"{drafters.name('first')}/revisions/1")
    revision = drafters.ask("anna", "GetDraftRevision", request)
    return {file.path: file.content for file in revision.source_files}


def test_the_list_of_drafts_is_paged(signed_in: dict[str, Browser], drafters: Drafters) -> None:
    files = drafters_files(drafters)
    for number in range(60):
        drafters.save("li.wei", f"many-{number:02}", files)
    listed = signed_in["eva"].get(LIST)
    assert len(listed.xpath("//main//table[1]/tbody/tr")) == 50
    (following,) = listed.xpath("//main//a[contains(@href, 'page_token')]/@href")
    assert signed_in["eva"].get(following).xpath("//main//table[1]/tbody/tr")


def test_results_that_change_between_versions_are_shown_only_to_authorized_users(
    signed_in: dict[str, Browser], drafters: Drafters
) -> None:
    before = of_card(drafters_files(drafters), "moving")
    published(drafters, "moving", before)
    for number, share in enumerate(("10", "82", "60"), start=1):
        subject = Subject(
            subject=f"organizations/example/subjects/factory-{number}",
            as_of="2026-03-01",
            known="2026-11-01T00:00:00Z",
            facts=(
                DeclaredFact(id="share", value=DeclaredValue(number=share, unit="%")),
                DeclaredFact(id="system", value=DeclaredValue(choice="certified")),
            ),
        )
        request = request_for(subject, scorecard="scorecards/moving")
        request.ClearField("known_time")
        drafters.ask("assessor", "EvaluateSubject", request)
    eva, address = signed_in["eva"], "/rules/moving/1.0.0...1.1.0"
    page = eva.send(LIST, scorecard="scorecards/moving", draft="moving-2").headers["location"]
    text = text_of(eva.get(f"{page}/{CARD}"))
    raised = text.replace("| 50       | 80 ", "| 50       | 85 ").replace("| 80       |    ", "| 85       |    ")
    saved = typed(eva, f"{page}/{CARD}", source_files=raised)
    assert saved.xpath("//aside//del[.='80']/following::ins[.='85']")  # the word, and not the line
    for act, person in ((Act.SUBMISSION, "li.wei"), (Act.APPROVAL, "anna"), (Act.PUBLICATION, "anna")):
        drafters.sign(act, person, "moving-2")
    approved = worked_out(signed_in["gus"], f"{page}/approve")
    rules, examples, noticed, moved = approved.xpath("//ul[contains(@class, 'figures')]//b/text()")
    assert (rules, examples, moved) == ("1", "4", "1")
    unnoticed = approved.xpath("//div[@id='unnoticed']//section")
    tried = int(noticed) + len(unnoticed)
    assert f"of {tried}" in said(approved)
    version = signed_in["ada"].get("/rules/moving/1.1.0")
    assert f"{noticed} of {tried}" in said(version)
    assert len(version.xpath("//div[@id='proof']//section")) == len(unnoticed)
    assert "not measured" in said(signed_in["ada"].get("/rules/moving/1.0.0"))
    assert not signed_in["ada"].get("/rules/moving/1.0.0").xpath("//div[@id='proof']//form")
    begun = eva.http.post("/rules/moving/1.0.0", data=eva.fields("/rules/moving/1.0.0")).headers["location"]
    assert "measured 2" in said(worked_out(eva, begun))
    assert approved.xpath("//section[@class='change']//del[.='80']")
    measured = worked_out(signed_in["gus"], address)
    assert "1 of 3 results would have a different conclusion. 1 has a different score" in said(measured)
    (row,) = measured.xpath("//div[@id='stored']//tbody/tr")
    assert row.xpath("th/text() | .//span[contains(@class, 'num')]/text()") == ["factory-2", "100", "70"]
    assert "No result is stored under 1.1.0" in said(worked_out(signed_in["gus"], "/rules/moving/1.1.0...1.0.0"))
    assert "No result is stored under 1.0.0" in said(worked_out(signed_in["zoe"], address))
    for name in ("ada", "lin"):
        assert not signed_in[name].get(address).xpath("//*[@id='stored' or @id='stored-sum' or @id='moved']"), name


def worked_out(browser: Browser, path: str) -> html.HtmlElement:
    """Reload a page until all its deferred sections are loaded."""
    for _ in range(60):
        page = browser.get(path)
        if not page.xpath("//main//*[contains(@hx-trigger, 'load')]"):
            return page
        sleep(0.5)
    raise AssertionError(path)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_draft_begins_from_a_template_or_from_uploaded_files(signed_in: dict[str, Browser], language: str) -> None:
    eva, address = signed_in["eva"], "/workbench/new-draft"
    token = {"form_token": eva.get(address).xpath("//main//input[@name='form_token']/@value")[0]}

    def sent(status: int, files: list[tuple[str, bytes]], **fields: str) -> html.HtmlElement:
        parts = [*((name, (None, value)) for name, value in (token | fields).items())]
        answer = eva.http.post(f"{address}?language={language}", files=[*parts, *(("files", each) for each in files)])
        assert answer.status_code == status, html.fromstring(answer.text).text_content()
        return eva.get(answer.headers["location"]) if status == 303 else html.fromstring(answer.text)

    card = {"act": "blank", "card": f"office-{language}", "language": language, "clause": "4 | 2"}
    lacking = sent(422, [], **card)
    assert {"#f-title", "#f-instrument", "#f-certainty"} == {*lacking.xpath("//div[@class='errors']//a/@href")}
    assert lacking.get_element_by_id("f-clause").get("value") == "4 | 2"
    sent(303, [], **card, title="Office <b>", instrument="Guide", certainty="own_reading")
    page = f"{LIST}/office-{language}-1-0-0"
    checked = eva.get(f"{page}?check=1&language={language}")
    assert said(checked).count("RL141") == 9, "each part of the small card waits for its author"
    path = f"{page}/card.{language}.feature"
    source = text_of(eva.get(path))
    assert {"en": "own reading", "zh": "自行解读"}[language] in source
    source = without_remarks(source)
    typed(eva, path, source_files=source)
    checked = eva.get(f"{page}?check=1&language={language}")
    assert page_words(language)["drafts"]["check_passed"].format(count=13) in said(checked)
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        archive.writestr(f"office/card.{language}.feature", source)
    brought = {"act": "files", "draft": f"brought-{language}"}
    wrong = sent(422, [("card.zip", b"PK broken")], **brought)
    assert wrong.xpath("//div[@class='errors']//a[@href='#f-files']")
    named = sent(422, [("Card.FEATURE", b"Feature: x")], **brought)
    assert named.xpath("//div[@class='errors']//a[@href='#f-files']")
    sent(303, [("office.zip", content.getvalue())], **brought)
    assert text_of(eva.get(f"{LIST}/brought-{language}/card.{language}.feature")) == source
    again = sent(409, [("card.en.feature", source.encode())], **brought)
    assert again.xpath("//div[@class='errors']")
    signed_in["gus"].get(address, 403)
    eva.get(f"{LIST}?language=en")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_draft_begins_from_a_dmn_file_and_its_tables_return_as_dmn(
    drafters: Drafters, signed_in: dict[str, Browser], language: str
) -> None:
    eva, address = signed_in["eva"], "/workbench/new-draft"
    token = eva.get(address).xpath("//main//input[@name='form_token']/@value")[0]

    def sent(status: int, draft: str, *files: str) -> httpx.Response:
        fields = {"form_token": token, "act": "dmn", "draft": draft}
        parts: list[tuple[str, Any]] = [(name, (None, value)) for name, value in fields.items()]
        parts += [("files", (name, (DMN / name).read_bytes())) for name in files]
        answer = eva.http.post(f"{address}?language={language}", files=parts)
        assert answer.status_code == status, html.fromstring(answer.text).text_content()
        return answer

    refused = html.fromstring(sent(422, f"refused-{language}", "refused.dmn").text)
    listed = refused.xpath("//div[@class='errors']//a[@href='#f-dmn']")
    assert len(listed) == 6
    assert "abs(Age) > 3" in listed[0].text_content()
    assert html.fromstring(sent(422, f"none-{language}").text).xpath("//a[@href='#f-dmn']")
    assert html.fromstring(sent(422, "No Id", "tariff.dmn").text).xpath("//div[@class='errors']//a[@href='#f-name']")
    sent(303, f"tariff-{language}-1-0-0", "tariff.dmn")
    page = f"{LIST}/tariff-{language}-1-0-0"
    assert f"| tariff-{language} " in text_of(eva.get(f"{page}/card.en.feature"))
    exported = eva.http.get(f"{page}/tables.dmn")
    assert exported.headers["content-type"].startswith("application/xml")
    names = [decision.name for decision in read_dmn(exported.content).decisions]
    assert {"Rate", "Class code", "Fee"} <= set(names)
    request = draft_editing_pb2.ExportDraftDmnRequest(
        name=drafters.name(f"tariff-{language}-1-0-0"), quantities=["charge", "nothing"], language_code=language
    )
    reason, text = drafters.refusal("li.wei", "ExportDraftDmn", request)
    assert reason == "INVALID_FIELDS"
    assert "nothing" in text
    signed_in["ada"].get(f"{page}/tables.dmn", 403)
    eva.get(f"{LIST}?language=en")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_draft_is_branched_and_merged_with_a_decision_on_each_conflict(
    drafters: Drafters, signed_in: dict[str, Browser], language: str
) -> None:
    eva, w = signed_in["eva"], page_words(language)
    eva.get(f"{LIST}?language={language}")
    own, other = f"trunk-{language}", f"branch-{language}"
    page = begin(eva, own)
    branched = eva.http.post(f"{page}/merge", data={**eva.fields(f"{page}/merge"), "act": "branch", "branch": other})
    assert branched.headers["location"] == f"{LIST}/{other}"
    text = text_of(eva.get(f"{page}/{CARD}"))
    for draft, points, day in ((own, 35, "2026-01-01"), (other, 40, "2026-02-01")):
        changed = text.replace("| 80    | 30 ", f"| 80    | {points} ").replace("2026-01-01", day, 1)
        assert changed != text
        typed(eva, f"{LIST}/{draft}/{CARD}", source_files=changed)
    address = f"{page}/merge?other={other}"
    shown = eva.get(address)
    (conflict,) = shown.xpath("//fieldset[@class='field']")
    assert w["merge_conflict"]["changed"] in conflict.text_content()
    assert [f"points: {number}" in conflict.text_content() for number in (30, 35, 40)] == [True] * 3
    assert w["draft_merge"]["changed_by"]["theirs"] in said(shown)
    sent = {**dict(shown.xpath("//form[@aria-labelledby='conflicts']")[0].form_values()), "note": "Notice 7"}
    refused_merge = eva.http.post(address, data=sent)
    assert refused_merge.status_code == 422
    assert "indicators[I1]" in refused_merge.text
    (name,) = {each.get("name") for each in conflict.xpath(".//input[@type='radio']")}
    approver = signed_in["gus"].get(f"{address}&language={language}")
    assert w["draft_merge"]["by_authors"] in said(approver)
    assert not approver.xpath("//fieldset//input[@type='radio']")
    assert w["draft_merge"]["by_authors"] not in said(shown)
    merged = eva.http.post(address, data={**sent, name: "theirs"})
    assert merged.headers["location"] == f"{page}?merged=1", html.fromstring(merged.text).text_content()
    (notice,) = eva.get(merged.headers["location"]).xpath("//div[@class='notice ok'][@role='status']")
    assert other in notice.text_content()
    assert not eva.get(page).xpath("//div[@class='notice ok']")
    result = text_of(eva.get(f"{page}/{CARD}"))
    assert "| 80    | 40 " in result
    assert "2026-02-01" in result
    late = eva.http.post(address, data={**sent, name: "ours"})
    assert late.status_code == 409
    again = eva.get(address)
    assert not again.xpath("//fieldset[@class='field']")
    lost = eva.get(f"{page}/merge?other=absent-{language}")
    assert f"drafts/absent-{language}" in said(lost)
    for browser in (eva, signed_in["gus"]):
        browser.get(f"{LIST}?language=en")
