"""Prefilled workbooks: read back as the declared subject if they are returned unchanged."""

from __future__ import annotations

import io
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from openpyxl import load_workbook

from rules.contracts.inputs import DeclaredFact, DeclaredValue, EvidencePlace, Locator, Subject
from service.base import instants
from service.base.resource_names import CardName
from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette
from service.input.workbook.input_file import read_subject_content, read_subject_file
from service.input.workbook.prefilled_workbook import write_prefilled_workbook
from tests.service.input.workbook.test_workbook_round_trip import AS_OF, LANGUAGES, sorted_evidence, subjects
from tests.support.random_subjects import random_subject, richer_card
from tests.support.small_card import small_card, small_subject

SMALL = small_card()


def given_back(subject: Subject, language: str = "en") -> Subject:
    return read_subject_content(write_prefilled_workbook(SMALL, subject, language=language), SMALL, as_of=AS_OF).subject


def with_facts(*facts: DeclaredFact) -> Subject:
    return small_subject().model_copy(update={"facts": facts, "as_of": AS_OF, "known": ""})


@pytest.mark.full
@settings(max_examples=30)
@given(subjects(), LANGUAGES)
def test_declared_values_are_read_back_unchanged(subject: Subject, language: str) -> None:
    assert given_back(subject, language) == subject


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_subject_with_every_type_of_fact_is_read_back_unchanged(language: str) -> None:
    subject = small_subject().model_copy(update={"as_of": AS_OF, "known": ""})
    assert given_back(subject, language) == subject


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("number", ["12", "12.5", "12.50", "0012", "1/3", "0.10", "123456789012345678.9", "-0", "-0.5"])
def test_a_number_is_read_back_as_written(number: str) -> None:
    subject = with_facts(DeclaredFact(id="energy_used", value=DeclaredValue(number=number, unit="kWh")))
    assert given_back(subject) == subject


def test_a_location_in_the_only_evidence_is_read_back() -> None:
    place = EvidencePlace(evidence="meter", place=Locator(page="3", quote="=12 MWh"))
    value = DeclaredValue(number="12", unit="MWh", evidence=("meter",))
    subject = with_facts(DeclaredFact(id="energy_used", value=value, places=(place,)))
    assert given_back(subject).facts == subject.facts


def test_a_text_like_a_formula_stays_a_text_and_an_unstorable_text_is_omitted() -> None:
    subject = with_facts(DeclaredFact(id="remark", value=DeclaredValue(text='=HYPERLINK("https://evil.example")')))
    content = write_prefilled_workbook(SMALL, subject, language="en")
    cells = [cell for page in load_workbook(io.BytesIO(content)) for row in page.iter_rows() for cell in row]
    assert [cell.data_type for cell in cells if str(cell.value).startswith("=HYPERLINK")] == ["s"]
    for text in ("\x01", "x" * 40_000):
        assert not given_back(with_facts(DeclaredFact(id="remark", value=DeclaredValue(text=text)))).facts


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("seed", range(6))
def test_subjects_of_random_cards_are_read_back_unchanged(seed: int) -> None:
    card = richer_card(seed)
    subject = random_subject(card, Random(seed), unknown=0.3)
    subject = subject.model_copy(update={"subject": "organizations/a/subjects/b", "known": ""})
    back = read_subject_content(
        write_prefilled_workbook(card, subject, language="en"), card, as_of=subject.as_of
    ).subject
    assert sorted_evidence(back) == sorted_evidence(subject)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("card", "file"), [("eu-battery", "eu-battery-ev.yaml"), ("zero-carbon-factory", "worked-factory.yaml")]
)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_dossier_of_a_published_card_is_read_back_unchanged(card: str, file: str, language: str) -> None:
    day = date(2026, 11, 1)
    scorecard = Gazette(CHECKOUT / "scorecards").find(CardName(card), as_of=day, known=instants.now()).scorecard
    subject = read_subject_file(CHECKOUT / "examples" / file, scorecard, as_of=day.isoformat(), settings={}).subject
    bare = tuple(
        fact.model_copy(update={"verification": None, "places": fact.places[:0]})
        for fact in subject.facts
        if fact.value is not None
    )
    subject = subject.model_copy(update={"facts": bare})
    back = read_subject_content(
        write_prefilled_workbook(scorecard, subject, language=language), scorecard, as_of=day.isoformat()
    ).subject
    assert sorted_evidence(back) == sorted_evidence(subject)
