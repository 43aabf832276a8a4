"""First page of a report: subject, body, scheme and period; blanks, draft mark, facts for every card."""

from __future__ import annotations

from pathlib import Path

import pytest

from rules.contracts.toml_files import read_toml
from rules.language.compiler import Compilation
from service.output.report.html_report import EvaluationReport, first_facts
from tests.features.desk import FOLDERS
from tests.service.output.report.pages import LANGUAGES, Case, Element, read
from touchstone.v1.evaluation_service_pb2 import ReportParticulars

GIVEN = ReportParticulars(
    number="ZC-2026-017",
    body="Example Body <CNAS 1>",
    issue_date="2026-11-23",
    legal_name="示例工厂有限公司",
    site="1 Example Road",
)
FIRST = {
    "en": ("factory type Type I", "claim year 2024-01-01 to 2024-12-31", "scope 1 emission 1200 tCO2e",
           "scope 2 emission 4800 tCO2e", "scope 3 emission 30000 tCO2e", "Evaluated against T/CECA-G 0171-2022",
           "limited assurance"),
    "zh": ("工厂类型 I 型", "核算年度 2024-01-01 至 2024-12-31", "范围一排放量 1200 tCO2e",
           "范围二排放量 4800 tCO2e", "范围三排放量 30000 tCO2e", "评价准则 T/CECA-G 0171-2022", "有限保证"),
}  # fmt: skip
DRAFT = {"en": "DRAFT", "zh": "草稿"}


def header(page: str) -> Element:
    (element,) = read(page).all("header")
    return element


def issued(case: Case, language: str, particulars: ReportParticulars) -> str:
    return EvaluationReport(
        case.record, case.published.scorecard, language, record_digest=case.digest, particulars=particulars
    ).page()


@pytest.mark.full
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_page_shows_subject_scheme_and_period(cases: dict[str, Case], language: str) -> None:
    header_text = header(cases["worked"].page(language)).text()
    for text in FIRST[language]:
        assert text in header_text


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("language", LANGUAGES)
def test_missing_particulars_are_blank_lines_and_mark_the_report_as_a_draft(
    cases: dict[str, Case], language: str
) -> None:
    page = cases["worked"].page(language)
    lines = [one for one in header(page).all("span") if one.attributes.get("class") == "fill"]
    assert len(lines) == 5
    assert DRAFT[language] in header(page).text()
    complete = issued(cases["worked"], language, GIVEN)
    assert DRAFT[language] not in read(complete).text()
    assert not [one for one in header(complete).all("span") if one.attributes.get("class") == "fill"]
    for text in (GIVEN.number, GIVEN.body, GIVEN.issue_date, GIVEN.legal_name, GIVEN.site):
        assert text in header(complete).text()


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_fact_of_the_first_page_is_shown_as_missing(cases: dict[str, Case], language: str) -> None:
    header_text = header(cases["open"].page(language)).text()
    assert {"en": "claim year not provided", "zh": "核算年度 未提供"}[language] in header_text


NAMED = read_toml("service.output.report", "first_page.toml")


def test_every_named_card_exists() -> None:
    assert set(NAMED) <= {folder.name for folder in FOLDERS}


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])
def test_every_card_has_existing_facts_on_the_first_page(folder: Path, compilation: Compilation) -> None:
    card = compilation.scorecard
    assert card is not None
    shown = first_facts(card)
    assert set(shown) <= {fact.id for fact in card.facts}
    assert shown or folder.name in ("reduced-carbon-product",)
