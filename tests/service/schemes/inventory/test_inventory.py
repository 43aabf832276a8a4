"""Inventory check: answers computed by hand from a dossier and workbooks in both languages, with proof files.

Hand calculation for 2022 to 2030:

- Scopes 1 and 2: 4.2 % a year requires 33.6 % from the base year and 42 % from 2020; the inventory commits to 30 %.
- Scope 3: 2.5 % a year requires 20 %; the inventory commits to 15 %.
- Electricity: 70 of 100 GWh count regardless of plant age, and 15 of the 20 GWh from an old plant.
- Plants below 0.048 kg per kWh supplied 70 GWh.
- X2 was reduced before 2021: 12,000 - 2,000.
- Removals are required from 2035.
- 50,000 of 250,000 t come from land: 20 %, the threshold for a land target.
- 46 of 460 million euros come from steel below the limit.
- The 2,000 t of X4 equal the remaining emissions of the neutral product: 1,000 t at 2 kg per kilogram.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from openpyxl import load_workbook

from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette
from service.schemes.inventory.question_subject import WAYS
from service.schemes.inventory.workbook_form import CARDS, InventoryForm, read_questions
from tests.service.schemes.inventory.filling import SAMPLE, SUBJECT, filled, put, put_field, sheet
from tests.support.commands import touchstone

DAY = "2027-03-01"
FIGURES = {
    "sbti-v1": {"misses_from_base": "3.6", "misses_from_2020": "12", "misses_of_3": "5"},
    "sbti-v2": {"significant_3": "4", "low_carbon_part": "70"},
    "re100": {"renewable_share": "85", "missing_renewable_share": "15"},
    "credits": {
        "line_singapore": "10000", "line_corsia": "0", "line_japan": "0", "line_china": "0", "line_claim": "0",
        "singapore_counted": "10000", "japan_counted": "0", "china_counted": "0",
        "credits_left": "0", "credits_twice": "0",
    },
    "net-zero-v2": {"removals_due": "0", "removals_missing": "0"},
    "taxonomy": {"aligned_share": "10"},
    "report": {"all_emissions": "250000", "scope_3_share": "60"},
}  # fmt: skip
NOT_MET = {
    "sbti-v1": ["SB1-11", "SB1-12"], "sbti-v2": ["SB2-06-Y", "SB2-17-3"], "net-zero-v1": ["SB1-18"], "land": ["SB1-21"],
    "credits": ["SG-02"], "csrd": ["DS-04-S3"], "issb": ["DS-07"],
}  # fmt: skip


def checked(path: Path, *further: object, day: str = DAY) -> tuple[int, dict[str, Any]]:
    result = touchstone("inventory", "check", path, "--on", day, "--format", "json", *further)
    document = json.loads(result.stdout)
    return result.exit_code, {one["id"]: one for one in document.get("questions", ())} or document


def refused(path: Path, day: str = DAY, language: str = "en") -> str:
    result = touchstone("inventory", "check", path, "--on", day, "--language", language)
    assert result.exit_code not in {0, 1}, result.output
    return result.stderr


def figures(answer: dict[str, Any]) -> dict[str, str]:
    assert all(one["low"] == one["high"] for one in answer["results"])
    return {one["id"]: one["low"] for one in answer["results"]}


@pytest.mark.full
@pytest.mark.parametrize("kind", ["workbook", "workbook in Chinese", "dossier"])
def test_an_inventory_gets_the_answers_computed_by_hand(kind: str, tmp_path: Path) -> None:
    path = SAMPLE
    if kind != "dossier":
        path = tmp_path / "inventory.xlsx"
        filled(path, "zh" if "Chinese" in kind else "en")
    code, answers = checked(path)
    assert code == 0
    assert [*answers] == [one.id for one in read_questions()]
    assert {id: figures(answers[id]) for id in FIGURES} == FIGURES
    assert {id: [one["id"] for one in answers[id]["notMet"]] for id in answers} == {
        id: NOT_MET.get(id, []) for id in answers
    }
    assert (answers["report"]["grade"], answers["cdp"]["grade"]) == ("complete", "b")
    assert answers["neutral"]["verdict"] == "permitted_with_qualification"
    assert [one["id"] for one in answers["exchange"]["findings"]] == ["CN-S3"]
    assert not any(one["open"] for one in answers.values())


@pytest.mark.full
@pytest.mark.parametrize(
    ("language", "beginnings"),
    [
        ("en", ["Target gap under SBTi V1.3.1: Shortfall of scopes 1 and 2, counted from the base year 3.6 %;",
                "RE100: Share of renewable electricity 85 %; missing to reach 100 % 15 %",
                "Grade of the inventory: complete;"]),
        ("zh", ["SBTi V1.3.1 下的目标差距：范围一和二差额，自基准年起 3.6%；",
                "RE100：可再生电力占比 85%；距 100% 尚缺 15%",
                "清单评级：完整；"]),
    ],
)  # fmt: skip
def test_each_question_has_a_result_line_and_a_proof(language: str, beginnings: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "proofs"
    result = touchstone("inventory", "check", SAMPLE, "--on", DAY, "--language", language, "--out", folder)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    for beginning in beginnings:
        assert any(line.startswith(beginning) for line in lines), result.stdout
    files = sorted(folder.glob("*.json"))
    assert [one.stem for one in files] == sorted(one.id for one in read_questions())
    for file in files:
        assert str(file) in result.stdout
    for name in ("sbti-v1", "report"):
        assert touchstone("verify", folder / f"{name}.json").exit_code == 0


@pytest.mark.full
def test_a_blank_workbook_lists_the_missing_facts_of_every_question(tmp_path: Path) -> None:
    path = tmp_path / "blank.xlsx"
    assert touchstone("inventory", "template", "--out", path).exit_code == 0
    code, answers = checked(path)
    assert code == 1
    not_asked = {id for id, answer in answers.items() if "notAsked" in answer}
    assert not_asked == {"net-zero-v1", "net-zero-v2", "land", "neutral", "taxonomy", "cdp"}
    assert "“Net-zero science-based target”" in answers["net-zero-v1"]["notAsked"]
    for answer in (answers[id] for id in answers.keys() - not_asked):
        places = {one["place"] for asked in answer["open"] for one in asked["waitsFor"]}
        assert places, answer["id"]
        assert "" not in places, answer["id"]
    waits = {one["place"] for asked in answers["re100"]["open"] for one in asked["waitsFor"]}
    assert {"Sheet Facts, C5", "Sheet markets of use", "Sheet certificates and contracts"} <= waits


@pytest.mark.full
@pytest.mark.parametrize(
    ("language", "notice"),
    [("en", "Not evaluated, because nothing is filled in"), ("zh", "未评价，因其标题下未填写内容：")],
)
def test_an_optional_question_is_activated_by_its_first_filled_field(
    language: str, notice: str, tmp_path: Path
) -> None:
    path = tmp_path / "inventory.yaml"
    path.write_text(f"subject: {SUBJECT}\nfacts:\n  cdp_answered: yes\n  sbti_counts_credits: no\n", encoding="utf-8")
    _, answers = checked(path)
    assert [one["id"] for one in answers["cdp"]["open"]]
    assert "notAsked" in answers["net-zero-v2"]  # Facts shared with other cards do not activate this question.
    text = touchstone("inventory", "check", path, "--on", DAY, "--language", language).stdout
    assert text.count(notice) == 1


@pytest.mark.full
@pytest.mark.parametrize(
    ("changed", "missed", "waits"),
    [
        ({}, set(), False),
        ({"cancelled": "no"}, {"CNP-03"}, False),
        ({"elsewhere": "yes"}, {"CNP-04"}, False),
        ({"amount": 1999}, {"CNP-02"}, False),
        ({"use": "singapore"}, {"CNP-02"}, False),  # 0 t are used for neutrality, so no more data is required
        ({"use": None}, set(), True),
        ({"cancelled": None}, set(), True),
    ],
)  # fmt: skip
def test_credits_of_a_neutral_product_are_those_of_the_list(
    changed: dict[str, Any], missed: set[str], waits: bool, tmp_path: Path
) -> None:
    path = tmp_path / "inventory.xlsx"
    book = filled(path)
    for field, value in changed.items():
        put_field(book, "credits", 7, field, value)
    book.save(path)
    _, answers = checked(path)
    assert {one["id"] for one in answers["neutral"]["findings"]} == missed
    places = {place["place"] for one in answers["neutral"]["open"] for place in one["waitsFor"]}
    assert bool(places) is waits
    assert places <= {"Sheet inventory of credits"}


@pytest.mark.full
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_answers_are_a_page_and_a_workbook(language: str, tmp_path: Path) -> None:
    path, folder = tmp_path / "inventory.xlsx", tmp_path / "proofs"
    book = filled(path)
    put_field(book, "taxonomy_activities", 4, "earned", None)
    book.save(path)
    result = touchstone("inventory", "check", path, "--on", DAY, "--out", folder, "--language", language)
    assert str(folder / "answers.html") in result.stdout.splitlines()[-1]
    page = html.fromstring((folder / "answers.html").read_text(encoding="utf-8"))
    titles = [one.words[language] for one in read_questions()]
    assert [one.text_content() for one in page.xpath("//tbody//th")] == titles
    assert len(page.xpath("//h2[last()]/following-sibling::ul/li//code")) == len(titles)
    assert page.xpath("//section[@id='taxonomy']//li")
    sheets = load_workbook(folder / "answers.xlsx").worksheets
    figures_told, points, proofs = (
        [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)] for sheet in sheets
    )
    assert (titles[0], "%", 3.6, 3.6) in [(one[0], *one[2:]) for one in figures_told]
    assert [one[0] for one in proofs] == titles
    digest = json.loads((folder / "sbti-v1.json").read_text(encoding="utf-8"))["recordDigest"]
    assert proofs[0][2] == digest
    assert {one[0] for one in points if one[3]} == {titles[[one.id for one in read_questions()].index("taxonomy")]}


def test_missing_facts_of_a_blank_dossier_are_listed_by_gate(tmp_path: Path) -> None:
    path = tmp_path / "blank.yaml"
    path.write_text("subject: organizations/example/subjects/inventory\nfacts: {}\n", encoding="utf-8")
    text = touchstone("inventory", "check", path, "--on", DAY, "--full").stdout
    assert "undetermined: RE-12 Yearly report submitted and electricity use verified: re100_reported" in text
    assert "Tonnes that may be used in Singapore not known" in text


def test_no_file_is_written_over(tmp_path: Path) -> None:
    path = tmp_path / "blank.xlsx"
    path.write_bytes(b"kept")
    assert touchstone("inventory", "template", "--out", path).exit_code == 2
    assert touchstone("inventory", "template", "--out", tmp_path / "blank.csv").exit_code == 2
    assert path.read_bytes() == b"kept"
    assert touchstone("inventory", "check", SAMPLE, "--on", DAY, "--out", path).exit_code == 2


@pytest.mark.full
def test_a_blank_cell_of_a_record_is_named(tmp_path: Path) -> None:
    path = tmp_path / "inventory.xlsx"
    book = filled(path)
    cell = put_field(book, "certificates", 6, "built_on", None)
    book.save(path)
    code, answers = checked(path)
    assert code == 1
    waits = {one["place"] for asked in answers["re100"]["open"] for one in asked["waitsFor"]}
    assert waits == {cell}


@pytest.mark.full
@pytest.mark.parametrize(("choice", "missed"), [("base", []), ("since_2020", ["SB1-11"])])
def test_a_setting_of_a_card_is_chosen_in_the_workbook(choice: str, missed: list[str], tmp_path: Path) -> None:
    path = tmp_path / "inventory.xlsx"
    book = filled(path)
    put(book, "sbti_reduction_12", 35)
    page = sheet(book, "settings")
    next(row for row in page.iter_rows(min_row=4) if row[0].value == "setting.sbti_rate_rule")[2].value = choice
    book.save(path)
    _, answers = checked(path)
    assert [one["id"] for one in answers["sbti-v1"]["notMet"]] == [*missed, "SB1-12"]


@pytest.mark.full
def test_a_base_year_before_2015_and_low_scope_3_coverage_are_reported(tmp_path: Path) -> None:
    path = tmp_path / "inventory.xlsx"
    book = filled(path)
    for scope in (1, 2, 3):
        put(book, f"sbti_base_year_{scope}", 2012)
    put(book, "sbti_target_3", "no")
    book.save(path)
    _, answers = checked(path)
    missed = {one["id"] for one in answers["sbti-v1"]["notMet"]}
    assert {"SB1-05", "SB1-08-12"} <= missed


@pytest.mark.full
@pytest.mark.parametrize(("day", "missed"), [("2028-01-31", False), ("2028-02-01", True)])
def test_credits_cancelled_after_the_deadline_do_not_count(day: str, missed: bool, tmp_path: Path) -> None:
    path = tmp_path / "inventory.xlsx"
    book = filled(path)
    put_field(book, "credits", 4, "use", "corsia")
    put_field(book, "credits", 4, "cancelled_on", day)
    book.save(path)
    _, answers = checked(path, day="2028-06-01")
    assert ("CO-01" in {one["id"] for one in answers["credits"]["notMet"]}) is missed


@pytest.mark.full
def test_a_certificate_of_another_year_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "inventory.xlsx"
    book = filled(path)
    put_field(book, "certificates", 6, "used_on", "2025-12-31")
    book.save(path)
    _, answers = checked(path)
    assert [one["id"] for one in answers["re100"]["notMet"]] == ["RE-13"]


def test_a_duplicate_certificate_is_refused_at_its_cell(tmp_path: Path) -> None:
    path = tmp_path / "inventory.xlsx"
    book = filled(path)
    cell = put_field(book, "certificates", 7, "record", "C3")
    book.save(path)
    message = refused(path)
    assert cell in message
    assert "C3" in message


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_all_invalid_values_are_reported_at_their_cells(language: str, tmp_path: Path) -> None:
    path = tmp_path / "inventory.xlsx"
    book = filled(path)
    word = put(book, "scope_1", "forty thousand")
    field = put_field(book, "credits", 4, "amount", "many")
    book.save(path)
    message = refused(path, language=language)
    for cell in (word, field):
        assert cell.rpartition(" ")[2] in message, message


@pytest.mark.full
def test_mismatched_currencies_and_units_are_reported_at_their_cells(tmp_path: Path) -> None:
    path = tmp_path / "inventory.xlsx"
    book = filled(path)
    put(book, "turnover", "CNY", "unit")
    beyond = put(book, "sbti_covered_1", 120)
    book.save(path)
    message = refused(path)
    row = next(row for row in sheet(book, "facts-one").iter_rows() if row[0].value == "turnover")[0].row
    assert f"Sheet Facts, C{row}" in message or f"Sheet Facts, D{row}" in message, message
    assert beyond in message


@pytest.mark.full
def test_an_implausible_value_is_warned_of_once_at_its_cell(tmp_path: Path) -> None:
    path = tmp_path / "inventory.xlsx"
    book = filled(path)
    cell = put(book, "sbti_reduction_12", 0.3)
    book.save(path)
    result = touchstone("inventory", "check", path, "--on", DAY)
    assert result.exit_code == 0
    assert result.stderr.count(cell) == 1


@pytest.mark.full
def test_stored_evaluations_are_named(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    text = touchstone("inventory", "check", SAMPLE, "--on", "2026-11-24", "--database-url", url).stdout
    names = [line for line in text.splitlines() if "organizations/example/evaluations/" in line]
    assert len(names) == len(read_questions())


def test_the_workbook_of_a_card_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.xlsx"
    assert touchstone("dossier", "template", "disclosure-issb-s2", "--out", other).exit_code == 0
    assert "made for 'disclosure-issb-s2'" in refused(other)
    path = tmp_path / "inventory.xlsx"
    book = filled(path)
    next(row for row in sheet(book, "settings").iter_rows(min_row=4) if row[0].value == "scorecard")[2].value = "re100"
    book.save(path)
    assert "Sheet Settings, C4" in refused(path)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("mark", "row", "column", "cell"),
    [("records credits", 2, 20, "Sheet inventory of credits, T2"), ("facts-one", 5, 1, "Sheet Facts, A5")],
)
def test_an_unknown_column_or_row_is_refused(mark: str, row: int, column: int, cell: str, tmp_path: Path) -> None:
    path = tmp_path / "inventory.xlsx"
    book = filled(path)
    sheet(book, mark).cell(row, column).value = "colour"
    book.save(path)
    message = refused(path)
    assert cell in message
    assert "colour" in message


@pytest.mark.full
def test_a_day_before_the_first_version_of_a_card_affects_only_that_question() -> None:
    code, answers = checked(SAMPLE, day="2026-11-01")
    assert code == 1
    assert "2026-11-23" in answers["credits"]["refused"]
    assert answers["sbti-v1"]["version"]


@pytest.mark.full
def test_a_day_of_an_earlier_edition_is_refused_for_that_question_alone() -> None:
    code, answers = checked(SAMPLE, day="2026-06-01")
    assert code == 1
    assert "sbti-near-term@2.0.0, which applies from 2026-06-11" in answers["sbti-v1"]["refused"]
    assert answers["re100"]["version"]


def test_whatever_is_declared_is_of_the_newest_cards() -> None:
    form = InventoryForm(Gazette(CHECKOUT / "scorecards"))
    assert {one.card for one in read_questions()} == set(CARDS)
    for question in read_questions():
        card = form.cards[question.card]
        facts = {one.id for one in card.facts}
        assert set(question.facts) <= facts
        assert set(question.results) <= {one.id for one in card.results}
        assert set(question.usable) <= {one.id for one in card.record_results or ()}
        assert set(question.whole) <= set(question.results)
        assert set(form.facts[question.card]) | set(question.facts) == facts
        assert bool(card.ladder or card.verdicts) is question.grade
    for card_id, sources in form.facts.items():
        facts = {one.id for one in form.cards[card_id].facts}
        names = {one.id for one in form.scorecard.facts}
        for fact, source in sources.items():
            assert fact in facts
            assert source.name in names
            assert not source.way or source.way.partition(" ")[0] in WAYS
    for (card_id, fact), fields in form.fields.items():
        definition = next(one for one in form.cards[card_id].facts if one.id == fact)
        record = next(one for one in form.cards[card_id].records if one.id == definition.record)
        assert set(fields) == {one.id for one in record.fields}, (card_id, fact)
    grouped = [name for _, names in form.scorecard.headings for name in names]
    assert sorted(grouped) == sorted(one.id for one in form.scorecard.facts)
