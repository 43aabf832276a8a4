"""Written dossiers: read back as the same subject."""

from random import Random

import pytest
from hypothesis import given, strategies as st

from rules.contracts.inputs import (
    DeclaredFact,
    DeclaredValue,
    EvidencePlace,
    Judgement,
    Locator,
    Rating,
    Subject,
    Verification,
)
from service.input.dossier.dossier_reader import read_dossier
from service.input.dossier.dossier_writer import write_dossier
from tests.support.random_subjects import random_subject, richer_card
from tests.support.small_card import small_card, small_subject

AS_OF = "2026-03-01"
TEXTS = st.text(st.sampled_from("abc 019=+-@'\";:#{}[]&*!|>%,，。工\n\t"), min_size=1, max_size=40).filter(str.strip)


def again(subject: Subject, *, as_json: bool) -> Subject:
    content = write_dossier(subject, as_json=as_json).encode()
    return read_dossier(content, small_card(), as_of=subject.as_of, settings={}).subject


@pytest.mark.parametrize("as_json", [False, True])
def test_every_type_of_value_is_preserved(as_json: bool) -> None:
    subject = small_subject()
    assert again(subject, as_json=as_json).model_copy(update={"known": subject.known}) == subject


@pytest.mark.full
@given(st.integers(0, 10**6), st.booleans())
def test_random_subjects_are_preserved(seed: int, as_json: bool) -> None:
    scorecard = richer_card(seed)
    subject = random_subject(scorecard, Random(seed), unknown=0.2)
    subject = subject.model_copy(update={"subject": "organizations/a/subjects/b"})
    content = write_dossier(subject, as_json=as_json).encode()
    read = read_dossier(content, scorecard, as_of=subject.as_of, settings={}).subject
    assert read.facts == subject.facts
    assert read.evidence == subject.evidence


@pytest.mark.parametrize("as_json", [False, True])
def test_evidence_locations_of_facts_and_of_record_fields_are_preserved(as_json: bool) -> None:
    amount = DeclaredValue(number="1", unit="tCO2e", evidence=("meter",))
    records = tuple({"serial": DeclaredValue(text=key), "amount": amount} for key in ("A-1", "B-2"))
    at = Locator(uri="https://example.org/a.xlsx", page="012", cell="Energy!D17", quote="of 1,200 kWh: 85 %")
    places = {
        "renewable_share": (EvidencePlace(evidence="meter", place=at),),
        "credits": tuple(
            EvidencePlace(evidence="meter", record=key, field="amount", place=Locator(page=key))
            for key in ("A-1", "B-2")
        ),
    }
    subject = small_subject(credits=DeclaredValue(records=records))
    facts = tuple(one.model_copy(update={"places": places.get(one.id, ())}) for one in subject.facts)
    assert again(subject.model_copy(update={"facts": facts}), as_json=as_json).facts == facts


@pytest.mark.full
@given(TEXTS, TEXTS, TEXTS, st.booleans())
def test_ratings_and_verification_are_preserved(rationale: str, quote: str, reason: str, as_json: bool) -> None:
    value = DeclaredValue(number="85.50", unit="%", evidence=("meter",))
    fact = DeclaredFact(
        id="renewable_share",
        ratings=(
            Rating(person="users/li", value=value, rationale=rationale, place=Locator(page="012", quote=quote)),
            Rating(person="users/wang", value=DeclaredValue(not_applicable=True), rationale="so"),
        ),
        verification=Verification(
            judgement=Judgement.CORRECTED, corrected=value, method="moderation", reason=reason, person="p", date=AS_OF
        ),
    )
    subject = Subject(
        subject="organizations/a/subjects/b", as_of=AS_OF, known="", settings={"reading": "cascade"}, facts=(fact,)
    )
    assert again(subject, as_json=as_json) == subject
