"""Evidence locations of facts in a workbook of many subjects, and refusals by cell."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rules.contracts.errors import InputError
from rules.contracts.inputs import DeclaredFact, DeclaredValue, EvidencePlace, Locator, Subject
from rules.engine.read_evidence import MAXIMUM_CHARACTERS
from rules.engine.read_subject import read_subject
from service.batch.sources import open_batch
from service.input.dossier.dossier_reader import Dossier, read_dossier
from service.input.dossier.dossier_writer import write_dossier
from service.input.tree.placed_errors import PlacedError
from service.input.workbook.sheet_layout import FIRST_ROW, ID_ROW, LIST_ROW, PLACES_COLUMNS, Layout
from service.input.workbook.template import TemplateWriter
from tests.support.engine_card import card, number
from tests.support.filled_workbooks import AS_OF, BOTH
from tests.support.small_card import meter, small_card, small_subject
from tests.support.verifying import record_of
from tests.support.workbooks import Filled, without_zeros

PLACES: dict[str, tuple[EvidencePlace, ...]] = {
    "renewable_share": (
        EvidencePlace(evidence="meter", place=Locator(page="017", cell="Energy!D17", quote="85.5 % of\n1,200 MWh")),
        EvidencePlace(evidence="visit", place=Locator(uri="https://example.org/visit", page="2")),
    ),
    "report_year": (EvidencePlace(evidence="visit", place=Locator(page="1")),),
    "credits": (
        EvidencePlace(evidence="meter", place=Locator(cell="Credits!A1")),
        EvidencePlace(evidence="meter", record="A-2", field="amount", place=Locator(quote="=7 t，见附件")),
        EvidencePlace(evidence="visit", record="A-2", field="amount", place=Locator(page="9")),
    ),
}
RESTS_ON = {"renewable_share": ("meter", "visit"), "report_year": ("visit",), "credits": ("meter", "visit")}


def placed_subject() -> Subject:
    energy = DeclaredValue(number="1.2", unit="MWh")
    subject = without_zeros(small_subject(energy_used=energy))

    def placed(fact: DeclaredFact) -> DeclaredFact:
        value = fact.value and fact.value.model_copy(update={"evidence": RESTS_ON.get(fact.id, ())})
        return fact.model_copy(update={"value": value, "places": PLACES.get(fact.id, ())})

    evidence = (meter(), meter().model_copy(update={"id": "visit", "digest": "cd" * 32}))
    return subject.model_copy(update={"facts": tuple(map(placed, subject.facts)), "evidence": evidence})


def filled(language: str = "en", subject: Subject | None = None) -> Filled:
    """Fill in the template as a person would: by the words that it offers."""
    filled_subject = subject or placed_subject()
    book = Filled(small_card(), Layout.MANY, language)
    book.fill_many([filled_subject])
    labels = {fact.id: fact.labels.get(language, fact.id) for fact in small_card().facts}
    every = [(fact.id, place) for fact in filled_subject.facts for place in fact.places]
    for row, (fact, reference) in enumerate(every, FIRST_ROW):
        cells = {
            "subject": filled_subject.subject,
            "fact": labels[fact],
            "evidence_id": reference.evidence,
            **reference.place.model_dump(),
        }
        for id, text in {**cells, "record": reference.record, "field": reference.field}.items():
            book.put("places", row, id, text or None)
    return book


def as_csv(book: Filled, folder: Path) -> Path:
    """Write the sheets of a filled workbook as files of separated values."""
    names = {"facts-many": "x.csv", "records credits": "x.credits.csv"}
    for mark in ("facts-many", "records credits", "evidence", "places"):
        page = book.page(mark)
        rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=FIRST_ROW)]
        with (folder / names.get(mark, f"x.{mark}.csv")).open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([cell.value for cell in page[ID_ROW]])
            writer.writerows([value.isoformat() if isinstance(value, date) else value for value in row] for row in rows)
    return folder / "x.csv"


def read(path: Path) -> Dossier:
    with open_batch(path, small_card(), as_of=AS_OF, settings={"reading": "cascade"}) as batch:
        (item,) = batch.items()
        return item.read()


def evaluated(path: Path) -> None:
    """Read the single subject and validate it in the core, with the location of each refusal."""
    dossier = read(path)
    try:
        read_subject(small_card(), dossier.subject)
    except InputError as error:
        raise dossier.located(error) from error


def problems(path: Path) -> list[str]:
    with pytest.raises(PlacedError) as raised:
        evaluated(path)
    return [problem.render(path.name) for problem in raised.value.problems]


def fact_of(subject: Subject, id: str) -> DeclaredFact:
    return next(fact for fact in subject.facts if fact.id == id)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("form", ["en", "zh", "csv"])
def test_a_table_and_a_dossier_yield_the_same_record(form: str, tmp_path: Path) -> None:
    book = filled("en" if form == "csv" else form)
    path = as_csv(book, tmp_path) if form == "csv" else book.save(tmp_path / "x.xlsx")
    subject = read(path).subject
    dossier = read_dossier(write_dossier(placed_subject()).encode(), small_card(), as_of=AS_OF, settings={})
    assert {fact.id: fact.places for fact in dossier.subject.facts if fact.places} == PLACES
    assert record_of(subject).content == record_of(dossier.subject).content
    assert b"Energy!D17" in record_of(subject).content


def test_an_evidence_location_in_a_record_added_by_the_assessor_is_read(tmp_path: Path) -> None:
    book = filled()
    for column in ("serial", "certificate", "amount", "retired_on"):
        (row,) = (book.page("records credits").cell(FIRST_ROW + 1, book.column("records credits", column)),)
        book.put("records credits", FIRST_ROW + 2, column, row.value)
    for offset, mark in ((1, "declared only"), (2, "verified only")):
        book.put("records credits", FIRST_ROW + offset, LIST_ROW, mark)
    book.put("records credits", FIRST_ROW + 2, "subject", placed_subject().subject)
    book.put("records credits", FIRST_ROW + 2, "serial", "A-9")
    cells = {"subject": placed_subject().subject, "fact": "credits", "judgement": "corrected", "method": "visit",
            "reason": "of another year", "person": "users/li", "date": date(2026, 2, 20)}  # fmt: skip
    for id, content in cells.items():
        book.put("verification", FIRST_ROW, id, content)
    last = FIRST_ROW + sum(map(len, PLACES.values())) - 1
    book.put("places", last, "record", "A-9")
    credit = fact_of(read(book.save(tmp_path / "x.xlsx")).subject, "credits")
    assert [one.record for one in credit.places] == ["", "A-2", "A-9"]
    assert credit.verification is not None


FIRST, OF_PERIOD, OF_RECORD = FIRST_ROW, FIRST_ROW + 2, FIRST_ROW + 4


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("row", "column", "content", "where", "expected_message"),
    [
        (FIRST, "fact", "renewable_shar", "B4: fact", "'renewable_shar' is not a fact of the scorecard. Did you mean"),
        (FIRST, "fact", None, "E4: fact", "The row does not name the fact of this location"),
        (FIRST, "evidence_id", None, "B4: facts.renewable_share.places", "does not name the evidence"),
        (FIRST, "evidence_id", "metre", "E4: facts.renewable_share.places.metre", "that the fact does not cite"),
        (FIRST + 1, "evidence_id", "meter", "E5: facts.renewable_share.places.meter", "first is at Sheet Places, E4"),
        (FIRST, "fact", "status", "E4: facts.status.places.meter", "but the fact cites no evidence"),
        (FIRST, "quote", "q" * (MAXIMUM_CHARACTERS["quote"] + 1), "H4: facts.renewable_share.places.meter.quote",
         "has 1001 characters; at most 1000 are allowed"),
        (FIRST, "page", 17, "F4: facts.renewable_share.places.meter.page", "17' is stored as a number"),
        (OF_PERIOD, "page", None, "E6: facts.report_year.places.visit", "The location is empty"),
        (OF_PERIOD, "field", "amount", "D6: facts.report_year.places", "'report_year' is not a list"),
        (OF_RECORD, "record", None, "B8: facts.credits.places", "A location in a record needs the key"),
        (OF_RECORD, "record", "A-3", "C8: facts.credits.places", "has no record with the key 'A-3'"),
        (OF_RECORD, "field", "amont", "D8: facts.credits.places", "is not a field of the record 'credit'. Did"),
        (OF_RECORD, "evidence_id", "metre", "E8: facts.credits.A-2.amount.places.metre", "that the fact does not cite"),
        (OF_RECORD, "quote", "q" * 1_001, "H8: facts.credits.A-2.amount.places.meter.quote", "has 1001"),
    ],
)  # fmt: skip
def test_a_wrong_cell_is_reported(
    row: int, column: str, content: Any, where: str, expected_message: str, tmp_path: Path
) -> None:
    book = filled()
    book.put("places", row, column, content)
    (line,) = problems(book.save(tmp_path / "x.xlsx"))
    assert line.startswith(f"x.xlsx: Sheet Places, {where}: "), line
    assert expected_message in line


def test_a_formula_is_refused(tmp_path: Path) -> None:
    book = filled()
    book.page("places").cell(FIRST_ROW, book.column("places", "quote")).value = "=Energy!D17"
    (line,) = problems(book.save(tmp_path / "x.xlsx"))
    assert line.startswith(
        "x.xlsx: Sheet Places, H4: facts.renewable_share.places.meter.quote: The cell contains a formula"
    )


def test_wrong_fields_of_a_csv_file_are_reported_with_their_file(tmp_path: Path) -> None:
    path = as_csv(filled(), tmp_path)
    places = tmp_path / "x.places.csv"
    whole = places.read_text(encoding="utf-8")
    places.write_text(whole.replace(",visit,2,", ",meter,2,").replace(",A-2,", ",A-3,"), encoding="utf-8")
    column = len(placed_subject().subject) + len(",Renewable share,,,") + 1
    twice, *others = problems(path)
    assert twice.startswith(f"{places}:4:{column}: facts.renewable_share.places.meter: A location of this fact")
    assert f"the first is at line 2 of {places}" in twice
    assert len(others) == 1
    assert "has no record with the key 'A-3'" in others[0]


def test_missing_and_unknown_columns_and_unknown_subjects_are_reported(tmp_path: Path) -> None:
    path = as_csv(filled(), tmp_path)
    places = tmp_path / "x.places.csv"
    places.write_text("subject,fact,evidence,page\n", encoding="utf-8")
    missing, unknown = problems(path)
    assert unknown.startswith(f"{places}:1:14: 'evidence' is not a column of this table")
    assert missing == f"{places}:1:1: The column 'evidence_id' is missing. Add a column with this heading."
    places.write_text("subject,fact,evidence_id,page\norganizations/a/subjects/b,status,meter,1\n", encoding="utf-8")
    (stray,) = problems(path)
    assert stray.startswith(f"{places}:2:28: subject: 'organizations/a/subjects/b' is not a subject of this batch")


@BOTH
def test_the_template_requests_evidence_locations_in_its_language(language: str) -> None:
    page = Filled(small_card(), Layout.MANY, language).page("places")
    assert [cell.value for cell in page[ID_ROW]] == ["subject", *PLACES_COLUMNS]
    offered = [cell.value for column in _template(language).pages["choices"].iter_cols() for cell in column]
    assert {"en": "Renewable share", "zh": "可再生能源占比"}[language] in offered
    prompts = {area.min_col: rule.prompt for rule in page.data_validations.dataValidation for area in rule.sqref.ranges}
    assert set(prompts) == {1, 2, 3, 4, 5}
    assert all(prompts.values())


def test_a_card_without_lists_has_no_record_column() -> None:
    page = Filled(card(number("share", "%")), Layout.MANY, "en").page("places")
    assert [cell.value for cell in page[ID_ROW]] == ["subject", "fact", "evidence_id", "page", "cell", "quote", "uri"]


def _template(language: str) -> TemplateWriter:
    template = TemplateWriter(small_card(), language=language, layout=Layout.MANY)
    template.write()
    return template
