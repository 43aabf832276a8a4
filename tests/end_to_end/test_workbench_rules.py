"""Rules pages: cards, versions, and a version as it is read, in both languages; addresses of rules stay."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

import pytest

from rules.language import rule_texts
from service.gazette.versions import Gazette
from service.workbench.page import page_words
from tests.support.browsing import Browser
from tests.support.casework import Body
from tests.support.identities import bearing
from tests.support.small_card import CARD
from touchstone.v1.scorecard_service_pb2 import GetScorecardVersionRequest

pytestmark = pytest.mark.full
Opening = Callable[[str], Browser]


@pytest.fixture
def reader(body: Body, passwords: Mapping[str, str]) -> Opening:
    def open_one(language: str) -> Browser:
        browser = Browser(body.server.http, language)
        browser.sign_in("ada", passwords["ada"])
        return browser

    return open_one


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_scorecard_is_found_and_read_rule_by_rule(reader: Opening, gazette: Path, language: str) -> None:
    browser, published = reader(language), Gazette(gazette)
    listed = browser.get("/rules")
    links = listed.xpath("//main//tbody//th//a/@href")
    assert sorted(links) == sorted(f"/rules/{card}" for card in published.card_ids())
    for card in published.card_ids():
        newest = published.newest(card)
        number = newest.scorecard.card.version
        (link, *_) = browser.get(f"/rules/{card}").xpath("//main//tbody//th//a/@href")
        assert link == f"/rules/{card}/{number}"
        page = browser.get(link)
        for rule in rule_texts(newest.scorecard, language):
            (shown,) = page.xpath(f"//article[@id='{rule.path}']")
            said = " ".join(shown.text_content().split())
            assert rule.title in said
            for row in rule.rows:
                for cell in row.cells:
                    if cell.key not in ("basis", "section"):
                        assert all(" ".join(clause.split()) in said for clause in cell.text.split("; "))
            assert {each.get("href") for each in shown.xpath(".//div[@class='src']//a")} == {
                f"#b-{basis}" for basis in rule.bases
            }
        for inside in page.xpath("//main//a[starts-with(@href, '#')]/@href"):
            assert page.xpath(f"//*[@id='{inside[1:]}']"), inside


def test_scorecards_are_searched_by_words_and_unknown_scorecards_are_not_found(reader: Opening) -> None:
    browser = reader("en")
    assert "” in its title, purpose or id." in browser.get("/rules?q=no+such+card").xpath("//main")[0].text_content()
    assert browser.http.get("/rules/none").status_code == 404
    assert browser.http.get("/rules/none/1.0.0").status_code == 404


def test_a_visitor_without_session_is_redirected_to_sign_in(body: Body) -> None:
    stranger = Browser(body.server.http, "en")
    answer = stranger.http.get("/rules")
    assert (answer.status_code, answer.headers["location"]) == (303, "/workbench/sign-in?next=%2Frules")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_two_versions_are_shown_side_by_side_with_marked_changes(reader: Opening, language: str) -> None:
    browser = reader(language)
    page = browser.get(f"/rules/{CARD}/1.0.0...2.0.0")
    marked = " ".join(
        each.text_content() for each in page.xpath("//section[@class='change']//*[self::ins or self::del]")
    )
    assert "2026" in marked
    assert "2027" in marked
    assert {option.text for option in page.xpath("//select[@name='a']/option[@selected]")} == {"1.0.0"}
    chosen = browser.http.get(f"/rules/{CARD}/compare?a=2.0.0&b=1.0.0")
    assert chosen.headers["location"] == f"/rules/{CARD}/2.0.0...1.0.0"
    browser.get(f"/rules/{CARD}/1.0.0...9.0.0", 404)
    browser.get(f"/rules/{CARD}/1.0.0...nonsense", 404)
    assert browser.get(f"/rules/{CARD}/1.0.0...1.0.0").xpath("//main//div[@class='empty']")


def test_a_scorecard_page_shows_the_version_in_force_on_a_day_as_known_on_a_day(reader: Opening) -> None:
    browser = reader("en")

    def answer(query: str) -> str:
        return " ".join(
            browser.get(f"/rules/{CARD}?{query}").xpath("//main//div[@role='status']")[0].text_content().split()
        )

    assert answer("as_of=2026-03-01").startswith("1.0.0 applies")
    assert answer("as_of=2027-03-01").startswith("2.0.0 applies")
    before = answer("as_of=2027-03-01&known=2026-05-31")
    assert before.startswith("No version applies on")
    known = answer("as_of=2027-03-01&known=2026-06-01")
    assert known.startswith("2.0.0 applies")
    assert "no version applies" in known
    chinese = reader("zh").get(f"/rules/{CARD}?as_of=2027-03-01&known=2026-06-01")
    texts = [text.text_content() for text in chinese.xpath("//main//div[@role='status']/p | //main//figcaption")]
    assert len(texts) == 4
    assert not any("。 " in " ".join(text.split()) for text in texts)
    for far in ("0001-01-01", "1970-01-01", "9999-12-31"):
        for path in ("/rules", f"/rules/{CARD}"):
            for query in (f"as_of={far}", f"known={far}", f"as_of={far}&known={far}"):
                assert browser.http.get(f"{path}?{query}").status_code in {200, 400, 422}, (path, query)
    wrong = browser.get(f"/rules/{CARD}?as_of=2026-02-30")
    assert wrong.xpath("//div[@class='errors']//a[@href='#f-as_of']")
    assert not wrong.xpath("//*[@id='f-as_of'][@value!='2026-02-30']")


def test_rules_are_found_by_their_text_and_scorecards_as_of_a_past_date(reader: Opening) -> None:
    browser = reader("en")
    found = browser.get("/rules?q=GB%2FT+1")
    (link,) = found.xpath("//ul[contains(@class, 'hits')]//a/@href")
    assert link.endswith("#b-law")
    assert browser.get(link).xpath("//tr[@id='b-law']")
    script = "<script>alert(1)</script>"
    assert not browser.get("/rules?q=" + quote(script)).xpath("//main//script")
    assert not browser.get("/rules?as_of=2024-03-01&known=2024-03-01").xpath("//main//tbody")
    assert browser.get("/rules?as_of=2024-03-01").xpath("//main//tbody//td[contains(., 'none')]")
    browser.get("/rules?q=" + "x" * 300)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_version_shows_its_origin_digest_and_since_when_it_is_known(
    reader: Opening, body: Body, gazette: Path, language: str
) -> None:
    page, words = reader(language).get(f"/rules/{CARD}/1.0.0"), page_words(language)["rules"]
    facts = {
        term.text_content(): " ".join(term.getnext().text_content().split())
        for term in page.xpath("//main//dl[@class='facts']/dt")
    }
    request = GetScorecardVersionRequest(name=f"scorecards/{CARD}/versions/1.0.0")
    version = body.server.scorecards.GetScorecardVersion(request, metadata=bearing(body.keys["ada"]))
    assert facts[words["origin"]] == words["published_here"]
    assert facts[words["content_digest"]] == Gazette(gazette).version(CARD, "1.0.0").content_digest
    known = version.known_time.ToDatetime()
    assert facts[words["known_here"]] == f"{known:%Y-%m-%d %H:%M}"
    assert abs((datetime.now(UTC).replace(tzinfo=None) - known).total_seconds()) < 600


def test_a_server_without_feeds_explains_the_empty_page(reader: Opening) -> None:
    browser = reader("en")
    page = browser.get("/rules/feeds")
    assert "follows no feed" in page.xpath("//main//div[@class='empty']")[0].text_content()
    assert page.xpath("//nav//a[@href='/rules/feeds'][@aria-current='page']")
    assert "follows no feed" in browser.get("/rules/feeds/association", 404).xpath("//main")[0].text_content()
