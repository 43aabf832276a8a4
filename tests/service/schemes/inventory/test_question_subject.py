"""Facts read from the inventory workbook: equality with the facts of each card's own dossier."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import cache

import pytest

from rules.contracts.inputs import DeclaredFact, DeclaredValue, PeriodText, Subject
from rules.rehearsal.example_runner import reference_subject
from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import read_dossier
from service.schemes.inventory.question_subject import name_in_form, path_in_form, subject_for_question
from service.schemes.inventory.workbook_form import (
    CARDS,
    InventoryForm,
    InventoryQuestion,
    definition_of,
    read_questions,
)

SAMPLES = {"corporate-inventory": "china/corporate-inventory.yaml"}


@cache
def form() -> InventoryForm:
    return InventoryForm(Gazette(CHECKOUT / "scorecards"))


def question_of(card: str) -> InventoryQuestion:
    return next(one for one in read_questions() if one.card == card)


def sample(card: str) -> Subject:
    file = CHECKOUT / "examples" / SAMPLES.get(card, f"international/{card}.yaml")
    if not file.exists():
        return reference_subject(form().cards[card], date(2026, 12, 1))
    return read_dossier(file.read_bytes(), form().cards[card], as_of="2026-12-01", settings={}).subject


def under_shared_names(card: str, subject: Subject) -> Subject:
    """Rename the facts of a card to the shared names of the workbook, by inverting its declarations."""
    facts = []
    records: dict[str, dict[str, DeclaredValue]] = defaultdict(dict)
    for fact in subject.facts:
        mapping = form().facts[card].get(fact.id)
        if mapping is None or fact.value is None:
            continue
        value = fact.value
        if mapping.way == "last_year":
            value = DeclaredValue(period=PeriodText(first=f"{value.number}-01-01", last=f"{value.number}-12-31"))
        elif mapping.way == "first_day":
            value = DeclaredValue(period=PeriodText(first=value.date or "", last="2099-12-31"))
        elif mapping.way == "last_day":
            value = DeclaredValue(period=PeriodText(first="2000-01-01", last=value.date or ""))
        elif " where " in mapping.way:
            field, wanted = mapping.way.split()[1], mapping.way.split()[-1]
            records[mapping.name] |= {
                "use": DeclaredValue(choice=wanted),
                field: opposite(value) if "none" in mapping.way else value,
            }
            continue
        elif mapping.way:
            field = mapping.way.removeprefix("sum ")
            value = DeclaredValue(records=({field: DeclaredValue(number=value.number, unit=value.unit)},))
        elif value.records is not None:
            names = form().fields[card, fact.id]
            told_records = [
                {names[id].name: one for id, one in record.items() if not names[id].way} for record in value.records
            ]
            for record, original in zip(told_records, value.records, strict=True):
                if "own" in original and "own" in names:
                    record["way"] = DeclaredValue(choice="own" if original["own"].flag else "direct")
            value = value.model_copy(update={"records": tuple(told_records)})
        elif value.unit is not None and not definition_of(form().scorecard, mapping.name).unit:
            value = value.model_copy(update={"unit": None})
        facts.append(DeclaredFact(id=mapping.name, value=value))
    facts += [DeclaredFact(id=name, value=DeclaredValue(records=(record,))) for name, record in records.items()]
    return subject.model_copy(update={"facts": tuple(facts)})


def opposite(value: DeclaredValue) -> DeclaredValue:
    """Invert the flag of a record for a fact that states the opposite."""
    return value.model_copy(update={"flag": not value.flag})


def singular(value: DeclaredValue | None) -> DeclaredValue | None:
    """Replace the unit "persons", which dossiers may use, with "person", which the workbook writes."""
    return value.model_copy(update={"unit": "person"}) if value is not None and value.unit == "persons" else value


@pytest.mark.parametrize("card", CARDS)
def test_each_card_gets_the_same_facts_as_from_its_own_dossier(card: str) -> None:
    subject, question = sample(card), question_of(card)
    question_subject = subject_for_question(question, form(), under_shared_names(card, subject))
    expected = {fact.id: singular(fact.value) for fact in subject.facts if fact.id not in question.facts}
    values = {fact.id: fact.value for fact in question_subject.facts if fact.id not in question.facts}
    assert values == expected
    assert {fact.id for fact in question_subject.facts} >= set(question.facts)


@pytest.mark.parametrize(
    ("amounts", "total"),
    [
        ([("1000", "tCO2e"), ("2", "ktCO2e")], "3000"),
        ([("0.1", "tCO2e"), ("0.2", "tCO2e")], "0.3"),
        ([], "0"),
        ([("1", "tCO2e"), ("2", "MWh")], None),
        ([("1", "tCO2e"), ("many", "tCO2e")], None),
        ([("1", "tCO2e"), (None, "tCO2e")], None),
    ],
)
def test_a_sum_is_exact_and_needs_every_record(amounts: list[tuple[str | None, str]], total: str | None) -> None:
    records = tuple(
        {} if number is None else {"amount": DeclaredValue(number=number, unit=unit)} for number, unit in amounts
    )
    subject = Subject(
        subject="organizations/o/subjects/s",
        as_of="2026-12-01",
        known="",
        facts=(DeclaredFact(id="scope_3", value=DeclaredValue(records=records)),),
    )
    values = {
        fact.id: fact.value for fact in subject_for_question(question_of("corporate-inventory"), form(), subject).facts
    }
    value = values.get("reported_3")
    assert (value and value.number) == total
    assert value is None or value.unit == "tCO2e"


def test_paths_and_names_are_translated_to_those_of_the_workbook() -> None:
    path = "facts[instruments].records[A-1].serial.value"
    assert path_in_form(path, "sbti-near-term", form()) == "facts[certificates].records[A-1].record.value"
    assert path_in_form("facts[s1].value", "sbti-near-term", form()) == "facts[scope_1].value"
    assert path_in_form("facts[standard]", "sbti-near-term", form()) == "facts[standard]"
    assert name_in_form("instruments[A[1]].commissioned", "sbti-near-term", form()) == (
        "certificates",
        "A[1]",
        "built_on",
    )
    assert name_in_form("reported", "re100", form()) == ("re100_reported", "", "")
