"""Results of single records in a report: tables in plain text and on the page, in both languages."""

from __future__ import annotations

import pytest

from rules.contracts.inputs import DeclaredValue
from rules.contracts.record import Record
from rules.language.compiler import compile_folder
from rules.model.digest import rule_digest
from rules.model.scorecard import Scorecard
from rules.trail.evaluation import Evaluator
from service.output.report.html_report import EvaluationReport
from service.output.report.render_text import render
from tests.service.output.report.pages import read
from tests.support.engine_card import subject
from tests.support.guide import LEVY, card
from tests.trail.explaining import evaluated
from tests.trail.test_small_tables import KNOWN, PETROL, WOOD

_RECORDS = 14


@pytest.fixture(scope="module")
def levy_record() -> tuple[Record, Scorecard]:
    scorecard = compile_folder(card(LEVY)).scorecard
    assert scorecard is not None
    evaluator = Evaluator(scorecard, rule_digest(scorecard), "scorecards/fuel-levy/versions/1.0.0")
    petrol = [{**PETROL, "note": DeclaredValue(text=f"D{number:02}")} for number in range(1, _RECORDS)]
    many = DeclaredValue(records=(*petrol, {**WOOD, "note": DeclaredValue(text=f"D{_RECORDS}")}))
    record = evaluated(evaluator, subject({**KNOWN, "deliveries": many}))
    evaluator.close()
    return record, scorecard


@pytest.mark.parametrize(
    ("language", "title", "head", "rest"),
    [
        ("en", "Results record by record: deliveries", "Owed for the sale", "and 2 more"),
        ("zh", "逐条结果：交付记录", "单笔应缴", "另有 2 项"),
    ],
)
def test_the_text_shows_the_table_title_head_and_first_rows(
    levy_record: tuple[Record, Scorecard], language: str, title: str, head: str, rest: str
) -> None:
    lines = render(*levy_record, language).splitlines()
    place = lines.index(title)
    assert head in lines[place + 1]
    assert lines[place + 2].split()[:3] == ["D01", "1705", "EUR"]
    assert lines[place + 14].strip() == rest


@pytest.mark.parametrize(("language", "open_"), [("en", "not known"), ("zh", "未知")])
def test_the_page_has_a_row_for_every_record(levy_record: tuple[Record, Scorecard], language: str, open_: str) -> None:
    page = EvaluationReport(*levy_record, language, record_digest="00").page()
    assert page.count('<th scope="row">D0') == _RECORDS - 5
    assert f'<th scope="row">D{_RECORDS}</th><td class="number">{open_}</td>' in page
    assert "1705" in read(page).text()
