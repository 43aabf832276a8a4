"""Templates filled in from a dossier: read back unchanged, in both languages and both layouts."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings, strategies as st

from rules.contracts.inputs import (
    Assurance,
    DeclaredFact,
    DeclaredValue,
    EvidenceItem,
    Locator,
    PeriodText,
    Subject,
)  # fmt: skip
from service.batch.sources import open_batch
from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import read_dossier
from service.input.workbook.sheet_layout import Layout
from service.input.workbook.single_subject import read_workbook
from tests.support.random_subjects import random_subject, richer_card
from tests.support.small_card import DIGEST, small_card, small_subject
from tests.support.workbooks import Filled

AS_OF = "2026-03-01"
LANGUAGES = st.sampled_from(("en", "zh"))


def numbers(low: int, high: int) -> st.SearchStrategy[str]:
    plain = st.integers(low * 1000, high * 1000).map(lambda thousandths: f"{thousandths / 1000:.3f}".rstrip("0"))
    return plain.map(lambda text: text.rstrip(".")) | st.just(f"{high - 1}.1234567890123456789012345")


def texts() -> st.SearchStrategy[str]:
    letters = st.sampled_from("abc XYZ019=+-@'\";,%()，；。工厂é😀")
    return st.text(letters, min_size=1, max_size=30).map(str.strip).filter(bool)


def days() -> st.SearchStrategy[str]:
    return st.dates(date(1950, 1, 1), date(2090, 12, 31)).map(date.isoformat)


@st.composite
def subjects(draw: st.DrawFn) -> Subject:
    ends = sorted((draw(days()), draw(days())))
    unique = draw(st.lists(texts(), max_size=4, unique=True))
    credit = st.fixed_dictionaries(
        {},
        optional={
            "certificate": texts().map(lambda text: DeclaredValue(text=text)),
            "amount": numbers(0, 10**6).map(lambda number: DeclaredValue(number=number, unit="tCO2e")),
            "retired_on": days().map(lambda day: DeclaredValue(date=day)),
        },
    )
    values = {
        "renewable_share": DeclaredValue(number=draw(numbers(0, 100)), unit=draw(st.sampled_from("%‰"))),
        "serious_violations": DeclaredValue(number=draw(numbers(0, 9)), unit="time"),
        "energy_used": DeclaredValue(number=draw(numbers(0, 10**9)), unit=draw(st.sampled_from(("MWh", "kWh")))),
        "certified": DeclaredValue(flag=draw(st.booleans())),
        "status": DeclaredValue(choice=draw(st.sampled_from(("open", "closed")))),
        "themes": DeclaredValue(choices=tuple(draw(st.lists(st.sampled_from(("water", "waste")), unique=True)))),
        "report_year": DeclaredValue(period=PeriodText(first=ends[0], last=ends[1])),
        "audited_on": DeclaredValue(date=draw(days())),
        "remark": draw(
            st.just(DeclaredValue(not_applicable=True)) | texts().map(lambda text: DeclaredValue(text=text))
        ),
        "credits": DeclaredValue(
            records=tuple({"serial": DeclaredValue(text=serial), **draw(credit)} for serial in unique)
        ),
    }
    papers = draw(st.lists(st.sampled_from(("meter", "site-visit", "纸 7")), unique=True))
    facts = []
    for id, value in values.items():
        if draw(st.booleans()):
            named = tuple(paper for paper in papers if draw(st.booleans()))
            facts.append(DeclaredFact(id=id, value=value.model_copy(update={"evidence": named})))
    evidence = (
        EvidenceItem(
            id=paper,
            kind="meter-reading",
            issuer=draw(texts()),
            digest=DIGEST,
            issue_date=draw(st.none() | days()),
            valid_until=draw(st.none() | days()),
            locator=Locator(page=draw(st.sampled_from(("", "017"))), quote=draw(st.just("") | texts())),
            assurance=draw(st.sampled_from(Assurance)),
        )
        for paper in papers
    )
    return Subject(
        subject="organizations/green-body/subjects/factory-7",
        as_of=AS_OF,
        known="",
        settings=draw(st.sampled_from(({}, {"reading": "cascade"}, {"reading": "literal"}))),
        facts=tuple(facts),
        evidence=tuple(evidence),
    )


def in_card_units(subject: Subject) -> Subject:
    units = {"renewable_share": "%", "energy_used": "MWh"}
    facts = (
        fact.model_copy(update={"value": fact.value and fact.value.model_copy(update={"unit": units[fact.id]})})
        if fact.id in units
        else fact
        for fact in subject.facts
    )
    return subject.model_copy(update={"facts": tuple(facts)})


def read_one(filled: Filled, *, as_of: str = AS_OF) -> Subject:
    with tempfile.TemporaryDirectory() as folder:
        path = filled.save(Path(folder) / "filled.xlsx")
        return read_workbook(path, filled.scorecard, as_of=as_of, settings={}).subject


def read_many(filled: Filled, *, as_of: str = AS_OF) -> list[Subject]:
    with tempfile.TemporaryDirectory() as folder:
        path = filled.save(Path(folder) / "filled.xlsx")
        with open_batch(path, filled.scorecard, as_of=as_of, settings={}) as batch:
            return [item.read().subject for item in batch.items()]


@pytest.mark.full
@settings(max_examples=15)
@given(subjects(), LANGUAGES)
def test_a_workbook_about_one_subject_is_read_back_unchanged(subject: Subject, language: str) -> None:
    filled = Filled(small_card(), Layout.ONE, language)
    filled.fill_one(subject)
    assert read_one(filled) == subject


@pytest.mark.full
@settings(max_examples=10)
@given(st.lists(subjects(), min_size=1, max_size=4), LANGUAGES)
def test_a_workbook_about_many_subjects_is_read_back_unchanged(drawn: list[Subject], language: str) -> None:
    chosen = drawn[0].settings  # one choice holds for all subjects of a workbook
    many = [
        in_card_units(subject).model_copy(update={"subject": f"organizations/a/subjects/s{number}", "settings": chosen})
        for number, subject in enumerate(drawn)
    ]
    filled = Filled(small_card(), Layout.MANY, language)
    filled.fill_many(many)
    assert read_many(filled) == many


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("seed", range(6))
def test_workbooks_of_random_cards(seed: int) -> None:
    scorecard = richer_card(seed)
    subject = random_subject(scorecard, Random(seed), unknown=0.3)
    subject = subject.model_copy(update={"subject": "organizations/a/subjects/b", "known": ""})
    for layout in Layout:
        filled = Filled(scorecard, layout, "en")
        if layout is Layout.ONE:
            filled.fill_one(subject)
            read = read_one(filled, as_of=subject.as_of)
        else:
            filled.fill_many([subject])
            (read,) = read_many(filled, as_of=subject.as_of)
        assert sorted_evidence(read) == sorted_evidence(subject)


def sorted_evidence(subject: Subject) -> Subject:
    facts = []
    for fact in subject.facts:
        assert fact.value is not None
        value = fact.value.model_copy(update={"evidence": tuple(sorted(fact.value.evidence))})
        facts.append(fact.model_copy(update={"value": value}))
    return subject.model_copy(update={"facts": tuple(sorted(facts, key=lambda fact: fact.id))})


def test_settings_of_the_caller_go_before_those_of_the_workbook(tmp_path: Path) -> None:
    filled = Filled(small_card(), Layout.ONE, "en")
    filled.fill_one(small_subject())
    path = filled.save(tmp_path / "filled.xlsx")
    read = read_workbook(path, small_card(), as_of=AS_OF, settings={"reading": "literal"})
    assert read.subject.settings == {"reading": "literal"}


def test_short_subject_ids_belong_to_the_organization_of_the_workbook() -> None:
    filled = Filled(small_card(), Layout.MANY, "zh")
    filled.fill_many([small_subject().model_copy(update={"subject": "factory-7"})])
    filled.put_setting("organization", "organizations/green-body")
    (read,) = read_many(filled)
    assert read.subject == "organizations/green-body/subjects/factory-7"
    assert {fact.id for fact in read.facts} == {fact.id for fact in small_subject().facts}


@pytest.mark.full
@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_worked_factory_as_a_workbook(layout: Layout, language: str) -> None:
    scorecard = Gazette(CHECKOUT / "scorecards").newest("zero-carbon-factory").scorecard
    content = (CHECKOUT / "examples" / "worked-factory.yaml").read_bytes()
    subject = read_dossier(content, scorecard, as_of="2026-11-20", settings={"reading": "cascade"}).subject
    filled = Filled(scorecard, layout, language)
    if layout is Layout.ONE:
        filled.fill_one(subject)
        read = read_one(filled, as_of="2026-11-20")
    else:
        filled.fill_many([subject])
        (read,) = read_many(filled, as_of="2026-11-20")
    assert sorted_evidence(read) == sorted_evidence(subject)
