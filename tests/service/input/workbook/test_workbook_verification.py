"""Assessor's columns of a workbook: verification of the declared value, and errors by cell."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rules.contracts.errors import InputError
from rules.contracts.inputs import DeclaredFact, DeclaredValue, Judgement, PeriodText, Subject, Verification
from rules.engine.read_subject import read_subject
from rules.model.definitions import FactDefinition
from service.batch.sources import open_batch
from service.input.tree.placed_errors import PlacedError
from service.input.workbook.sheet_layout import FIRST_ROW, ID_ROW, LIST_ROW, Layout
from service.input.workbook.vocabulary import words
from tests.support.filled_workbooks import AS_OF, BOTH, FACTS, filled, problems, read
from tests.support.small_card import small_card, small_subject
from tests.support.workbooks import Filled, in_unit_of, plain

LAYOUTS = pytest.mark.parametrize("layout", Layout)


def made(judgement: Judgement, corrected: DeclaredValue | None = None, reason: str = "counted twice") -> Verification:
    return Verification(
        judgement=judgement, corrected=corrected, method="recalculated", reason=reason, person="users/li",
        date="2026-02-20",
    )  # fmt: skip


JUDGED = {
    "renewable_share": made(Judgement.CORRECTED, DeclaredValue(number="79.9", unit="%", evidence=("meter",))),
    "certified": made(Judgement.ACCEPTED, reason=""),
    "status": made(Judgement.REJECTED),
    "themes": made(Judgement.CORRECTED, DeclaredValue(choices=("waste",))),
    "report_year": made(Judgement.CORRECTED, DeclaredValue(period=PeriodText(first="2025-01-01", last="2025-06-30"))),
    "audited_on": made(Judgement.CORRECTED, DeclaredValue(date="2026-01-31")),
    "remark": made(Judgement.CORRECTED, DeclaredValue(not_applicable=True)),
    "credits": made(Judgement.CORRECTED, DeclaredValue(records=())),
}


def judged_subject() -> Subject:
    facts = (fact.model_copy(update={"verification": JUDGED.get(fact.id)}) for fact in small_subject().facts)
    return small_subject().model_copy(update={"facts": tuple(facts)})


def fact_of(subject: Subject, id: str) -> DeclaredFact:
    return next(fact for fact in subject.facts if fact.id == id)


def definition_of(id: str) -> FactDefinition:
    return next(fact for fact in small_card().facts if fact.id == id)


def read_any(book: Filled, path: Path) -> Subject:
    book.save(path)
    if book.layout is Layout.ONE:
        return read(path).subject
    with open_batch(path, small_card(), as_of=AS_OF, settings={}) as batch:
        (subject,) = (item.read().subject for item in batch.items())
    return subject


@pytest.mark.full(sample=5)
@BOTH
@LAYOUTS
def test_judgements_of_every_kind_are_read_like_those_of_a_dossier(
    language: str, layout: Layout, tmp_path: Path
) -> None:
    book = Filled(small_card(), layout, language)
    if layout is Layout.ONE:
        book.fill_one(judged_subject())
    else:
        book.fill_many([judged_subject()])
    subject = read_any(book, tmp_path / "x.xlsx")
    for fact in judged_subject().facts:
        assert fact_of(subject, fact.id).verification == fact.verification, fact.id
        definition, value = definition_of(fact.id), fact_of(subject, fact.id).value
        assert value is not None
        assert fact.value is not None
        assert plain(in_unit_of(definition, value)) == plain(in_unit_of(definition, fact.value)), fact.id


@pytest.mark.full(sample=5)
@BOTH
def test_a_verified_value_alone_is_a_correction_and_leaves_the_declared_value(language: str, tmp_path: Path) -> None:
    book = filled(language)
    row = book.row("facts-one", "energy_used")
    for id, content in (("verified_value", 900), ("method", "bills"), ("reason", "a month twice"),
                        ("person", "users/li"), ("date", date(2026, 2, 20))):  # fmt: skip
        book.put("facts-one", row, id, content)
    energy = fact_of(read(book.save(tmp_path / "x.xlsx")).subject, "energy_used")
    declared = fact_of(small_subject(), "energy_used").value
    assert energy.value is not None
    assert declared is not None
    assert plain(energy.value) == plain(declared)
    assert energy.verification is not None
    assert energy.verification.judgement is Judgement.CORRECTED
    assert energy.verification.corrected is not None
    assert energy.value is not None
    assert (energy.verification.corrected.number, energy.verification.corrected.unit) == ("900", energy.value.unit)


def strike_out_and_put_in(book: Filled) -> None:
    labels = words(book.language)["list_rows"]
    mark = "records credits"
    column = book.column(mark, LIST_ROW)
    book.page(mark).cell(FIRST_ROW, column).value = labels["declared"]
    declared = fact_of(small_subject(), "credits").value
    row = FIRST_ROW + len((declared and declared.records) or ())
    for id, content in (
        ("serial", "A-9"),
        ("amount", 3),
        ("retired_on", date(2025, 12, 1)),
        (LIST_ROW, labels["verified"]),
    ):
        book.put(mark, row, id, content)
    if book.layout is Layout.MANY:
        book.put(mark, row, "subject", small_subject().subject)


@pytest.mark.full(sample=5)
@BOTH
@LAYOUTS
def test_rows_of_a_list_are_rejected_and_added(language: str, layout: Layout, tmp_path: Path) -> None:
    book = filled(language, layout)
    strike_out_and_put_in(book)
    definition = definition_of("credits")
    judged = made(Judgement.CORRECTED)
    if layout is Layout.ONE:
        book.judge_one(definition, judged)
    else:
        book.judge_many(small_subject().subject, definition, judged, FIRST_ROW)
    fact = fact_of(read_any(book, tmp_path / "x.xlsx"), "credits")
    declared = fact_of(small_subject(), "credits")
    assert fact.value is not None
    assert declared.value is not None
    assert plain(fact.value) == plain(declared.value)
    assert declared.value.records
    assert fact.verification is not None
    assert fact.verification.corrected is not None
    serials = [record["serial"].text for record in fact.verification.corrected.records or ()]
    assert serials == [*(record["serial"].text for record in declared.value.records[1:]), "A-9"]


def all_problems(path: Path) -> list[str]:
    try:
        dossier = read(path)
    except PlacedError as error:
        return [problem.render("x.xlsx") for problem in error.problems]
    with pytest.raises(InputError) as raised:
        read_subject(small_card(), dossier.subject)
    return [problem.render("x.xlsx") for problem in dossier.located(raised.value).problems]


WRONG: list[tuple[dict[str, Any], str, str]] = [
    ({"judgement": "fine"}, "judgement", "'fine' is not one of accepted, corrected, rejected"),
    ({"verified_value": "much"}, "verified_value", "'much' is not a number"),
    ({"verified_value": "=1+2"}, "verified_value", "The cell contains a formula"),
    ({"verified_value": 120}, "verified_value", "at most 100"),
    (
        {"judgement": "accepted", "verified_value": 70},
        "verified_value",
        "A corrected value was entered, but the fact is not marked as corrected",
    ),
    ({"judgement": "corrected"}, "verified_value", "The judgement is 'corrected', but the verified value is missing"),
    ({"judgement": None}, "judgement", "The verification has no judgement"),
    ({"judgement": "rejected", "method": None}, "method", "method"),
    ({"judgement": "rejected", "person": None}, "person", "person"),
    ({"judgement": "rejected", "date": None}, "date", "date"),
    ({"judgement": "rejected", "reason": None}, "reason", "reason"),
    ({"judgement": "rejected", "date": True}, "date", "'True' is not a date"),
    ({"judgement": "rejected", "date": "2026/2/20"}, "date", "2026/2/20"),
    ({"judgement": "rejected", "person": 7}, "person", "'7' is stored as a number"),
    ({"judgement": "rejected", "verified_evidence": "=A1"}, "verified_evidence", "The cell contains a formula"),
]


@pytest.mark.full(sample=5)
@BOTH
@pytest.mark.parametrize(("contents", "column", "expected_message"), WRONG)
def test_each_wrong_cell_of_a_judgement_is_reported(
    language: str, contents: dict[str, Any], column: str, expected_message: str, tmp_path: Path
) -> None:
    book = filled(language)
    row = book.row("facts-one", "renewable_share")
    sound = {"method": "bills", "reason": "twice", "person": "users/li", "date": date(2026, 2, 20)}
    for id, content in {**sound, **contents}.items():
        cell = book.facts.cell(row, book.column("facts-one", id))
        cell.value = content
    lines = all_problems(book.save(tmp_path / "x.xlsx"))
    name = book.facts.cell(row, book.column("facts-one", column)).coordinate
    assert any(f"Sheet {FACTS[language]}, {name}: " in line and expected_message in line for line in lines), lines


def test_a_marked_row_without_judgement_is_named(tmp_path: Path) -> None:
    book = filled()
    strike_out_and_put_in(book)
    (line,) = problems(book.save(tmp_path / "x.xlsx"))
    column = book.column("records credits", LIST_ROW)
    assert book.page("records credits").cell(FIRST_ROW, column).coordinate in line
    assert "This row is marked as removed or added, but the judgement is missing" in line


def test_a_corrected_list_must_mark_the_corrected_rows(tmp_path: Path) -> None:
    book = filled()
    definition = definition_of("credits")
    book.judge_one(definition, made(Judgement.CORRECTED))
    (line,) = problems(book.save(tmp_path / "x.xlsx"))
    assert "the list is 'corrected', but none of its rows is marked" in line


def test_rows_of_the_verification_sheet_name_fact_and_subject(tmp_path: Path) -> None:
    book = filled(layout=Layout.MANY)
    book.put("verification", FIRST_ROW, "subject", small_subject().subject)
    book.put("verification", FIRST_ROW, "fact", "certifed")
    book.put("verification", FIRST_ROW, "judgement", "accepted")
    with open_batch(book.save(tmp_path / "x.xlsx"), small_card(), as_of=AS_OF, settings={}) as batch:
        (item,) = batch.items()
        with pytest.raises(
            PlacedError, match=r"Sheet Verification, B4: 'certifed' is not a fact.*Did you mean 'certified'"
        ):
            item.read()
    book.put("verification", FIRST_ROW, "subject", "organizations/green-body/subjects/nobody")
    path = book.save(tmp_path / "y.xlsx")
    with (
        pytest.raises(PlacedError, match="is not a subject of this batch"),
        open_batch(path, small_card(), as_of=AS_OF, settings={}),
    ):
        pass


def test_judgements_are_read_from_a_separate_csv_file(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("subject,status\norganizations/a/subjects/b,open\n")
    (tmp_path / "x.verification.csv").write_text(
        "subject,fact,judgement,verified_value,verified_evidence,method,reason,person,date\n"
        "organizations/a/subjects/b,status,corrected,closed,,visit,shut in May,users/li,2026-02-20\n"
    )
    with open_batch(tmp_path / "x.csv", small_card(), as_of=AS_OF, settings={}) as batch:
        (subject,) = (item.read().subject for item in batch.items())
    status = fact_of(subject, "status")
    assert status.value == DeclaredValue(choice="open")
    assert status.verification is not None
    assert status.verification.corrected == DeclaredValue(choice="closed")


@BOTH
def test_the_template_offers_judgements_with_prompts(language: str) -> None:
    book = Filled(small_card(), Layout.ONE, language)
    heads = [cell.value for cell in book.facts[ID_ROW]]
    judged = ["judgement", "verified_value", "verified_evidence", "method", "reason", "person", "date"]
    assert heads[6:] == [*judged, "evidence_page", "evidence_cell", "evidence_quote"]
    rules = book.facts.data_validations.dataValidation
    for id in ("judgement", "person", "date", "verified_value"):
        column, row = book.column("facts-one", id), book.row("facts-one", "renewable_share")
        (rule,) = (
            rule
            for rule in rules
            for area in rule.sqref.ranges
            if area.min_col <= column <= area.max_col and area.min_row <= row <= area.max_row
        )
        assert rule.prompt
