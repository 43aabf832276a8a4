"""Results pages: a portfolio of two years and a ranking in stages, each number with its list, in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from io import BytesIO
from pathlib import Path
from shutil import copytree

import openpyxl
import pytest
from lxml.html import HtmlElement

from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette
from service.identity.principals import Role
from service.store.store import Store
from service.store.tables import EvaluationRow
from service.workbench.page import page_words
from tests.support.browsing import Browser, new_account_at
from tests.support.running import RunningServer
from tests.support.yearly import result

pytestmark = pytest.mark.full
CARD, STAGED = "zero-carbon-factory", "csr-three-stage"
TRACK = {"industry": "power", "size_class": "listed", "stage": "s2"}
ROLES = {"ada": (Role.ASSESSOR, "example"), "reg": (Role.REGULATOR, "example"), "eve": (Role.ASSESSOR, "other"),
         "lin": (Role.APPLICANT, "example")}  # fmt: skip


def portfolio(gazette: Path) -> Iterator[EvaluationRow]:
    known = Gazette(gazette)
    versions = {card: known.newest(card).name for card in (CARD, STAGED)}
    three, four = ({"kind": "graded", "grade": grade} for grade in "34")
    failed = {"kind": "gate_failed"}
    rows: list[tuple[str, dict[str, str], str | tuple[str, str], int, dict[str, str], dict[str, tuple[str, str]]]] = [
        ("works-1", three, "75.5", 2024, {}, {"A1": ("3", "4")}), ("works-1", four, "85", 2025, {}, {"A1": ("1", "4")}),
        ("works-2", four, "85", 2024, {}, {}), ("works-2", failed, "88", 2025, {"G2": "not_met"}, {"A1": ("4", "4")}),
        ("works-3", three, "75", 2025, {}, {"A1": ("[1,3]", "4")}),
        ("works-4", {"kind": "incomplete"}, ("70", "80"), 2025, {"G3": "undetermined"}, {}),
    ]  # fmt: skip
    for number, (subject, conclusion, score, year, gates, points) in enumerate(rows, start=1):
        yield result(
            number, subject, conclusion, score=score, year=year, gates=gates, points=points, organization="example",
            version=versions[CARD],
        )  # fmt: skip
    companies: list[tuple[str, str, str | tuple[str, str]]] = [
        ("power-1", "s2", "40"), ("power-2", "s2", ("30", "45")), ("power-3", "s2", "40"), ("power-4", "s3", "60"),
    ]  # fmt: skip
    for number, (subject, stage, score) in enumerate(companies, start=11):
        yield result(
            number, subject, {"kind": "scored", "stage": stage}, score=score, organization="example",
            version=versions[STAGED], track={**TRACK, "stage": stage},
        )  # fmt: skip


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    folder = tmp_path_factory.mktemp("results")
    for card in (CARD, STAGED):
        copytree(CHECKOUT / "scorecards" / card, folder / "gazette" / card)
    server = RunningServer(
        folder, folder / "gazette", TOUCHSTONE_API_KEYS="true", TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0"
    )
    with closing(Store(f"sqlite:///{folder}/store.sqlite3")) as store:
        for stored in [store.append(row) for row in portfolio(folder / "gazette")]:
            stored.result(timeout=60)
    with server as running:
        yield running


@pytest.fixture(scope="module")
def passwords(server: RunningServer) -> Mapping[str, str]:
    return {name: new_account_at(server, name, [role], body) for name, (role, body) in ROLES.items()}


def signed_in(server: RunningServer, passwords: Mapping[str, str], name: str, language: str = "en") -> Browser:
    browser = Browser(server.http, language)
    browser.sign_in(name, passwords[name])
    return browser


def subjects(page: HtmlElement) -> list[str]:
    return [str(link.text).strip() for link in page.xpath("//main//table[last()]/tbody/tr/th/a")]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_figure_links_to_its_results(server: RunningServer, passwords: Mapping[str, str], language: str) -> None:
    browser, w = signed_in(server, passwords, "ada", language), page_words(language)["results"]
    page = browser.get(f"/workbench/results?card={CARD}")
    figures = [" ".join(each.text_content().split()) for each in page.xpath("//ul[@class='figures']/li/*/b")]
    assert figures == ["4", "2", "85", "1", "0", "0"]
    shown = {
        link.get("href"): link.text
        for link in page.xpath("//main//a[starts-with(@href, '/workbench/results/list')][not(b)]")
        if link.text.isdigit()
    }
    assert len(shown) >= 10
    for address, number in shown.items():
        assert len(subjects(browser.get(address))) == int(number), address
    moved = page.xpath("//table[contains(@class, 'matrix')]//td[contains(@class, 'better')]/a/@href")
    assert [subjects(browser.get(address)) for address in moved] == [["works-1"]]
    assert [mark.get("class") for mark in page.xpath("//figure//circle")].count("dot open") == 1
    (lost,) = page.xpath("//section[@aria-labelledby='lost']//tbody/tr/td[@class='num']/text()")
    assert lost == "≈1.3333 – 2"
    assert w["gates"] in page.text_content()
    (table, *_) = page.xpath("//main//a[contains(@href, 'form=csv')]/@href")
    lines = browser.http.get(table).text.splitlines()
    assert (len(lines), lines[1].split(",")[0]) == (5, "organizations/example/subjects/works-2")
    parquet = browser.http.get(table.replace("form=csv", "form=parquet"))
    assert (parquet.status_code, parquet.content[:4], parquet.content[-4:]) == (200, b"PAR1", b"PAR1")
    book = browser.http.get(table.replace("form=csv", "form=xlsx"))
    sheet = openpyxl.load_workbook(BytesIO(book.content)).active
    assert sheet is not None
    assert sheet.max_row == 5


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_stage_shows_its_own_points_and_one_track_is_ranked(
    server: RunningServer, passwords: Mapping[str, str], language: str
) -> None:
    browser, w = signed_in(server, passwords, "ada", language), page_words(language)["results"]
    page = browser.get(f"/workbench/results?card={STAGED}")
    rows = [[" ".join(cell.text_content().split()) for cell in row] for row in page.xpath("//main//table")[0][2]]
    assert [row[1:] for row in rows] == [["100", "1", "0", "0", "60"], ["52", "2", "1", "0", "40"]]
    assert w["choose_track"] in page.text_content()
    chosen = "&".join(f"track.{name}={value}" for name, value in TRACK.items())
    ranked = browser.get(f"/workbench/results/ranking?card={STAGED}&{chosen}")
    ranks = [[cell.text_content().strip() for cell in row] for row in ranked.xpath("//main//table")[0][2]]
    assert [(row[0], row[1], row[3]) for row in ranks] == [
        ("1–2", "power-1", "40"), ("1–2", "power-3", "40"), ("1–3", "power-2", "30 – 45"),
    ]  # fmt: skip


def test_pages_show_no_results_to_users_whom_the_api_refuses(
    server: RunningServer, passwords: Mapping[str, str]
) -> None:
    stranger = Browser(server.http, "en")
    assert stranger.http.get("/workbench/results").status_code == 303
    other = signed_in(server, passwords, "eve")
    assert page_words("en")["results"]["nothing"] in other.get("/workbench/results").text_content()
    for page in ("", "/list", "/ranking", "/table"):
        told = other.http.get(f"/workbench/results{page}?card={CARD}&year=2025&form=csv")
        assert "works-" not in told.text
    assert other.http.get("/workbench/results/0001/report").status_code == 404
    applicant = signed_in(server, passwords, "lin")
    assert all(
        applicant.http.get(f"/workbench/results{page}?card={CARD}").status_code in {403, 404}
        for page in ("", "/list", "/ranking", "/table")
    )
    assert "works-1" in signed_in(server, passwords, "reg").get(f"/workbench/results?card={CARD}").text_content()


@pytest.mark.parametrize(
    "query",
    [
        "", "card=%3Cscript%3E", "card=none", f"card={CARD}&year=%3Cscript%3E", f"card={CARD}&version=9.9.9",
        f"card={CARD}&track.x=%3Cscript%3E", f"card={STAGED}&track.stage=%3Cscript%3E",
    ],
)  # fmt: skip
def test_invalid_query_parameters_cause_no_server_error(
    server: RunningServer, passwords: Mapping[str, str], query: str
) -> None:
    browser = signed_in(server, passwords, "ada")
    for page in ("", "/list", "/ranking"):
        for more in ("", "&conclusion=%3Cscript%3E", "&gate=%3Cscript%3E", "&page_token=x", "&before=a|b|c|d"):
            answer = browser.http.get(f"/workbench/results{page}?{query}{more}")
            assert answer.status_code < 500, answer.url
            assert "<script>" not in answer.text
