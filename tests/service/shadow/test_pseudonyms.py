"""Requests under pseudonyms: equal texts stay equal, and no name or text remains."""

from __future__ import annotations

from rules.contracts.inputs import DeclaredFact, DeclaredValue, Judgement, Locator, Rating, Verification
from service.shadow.pseudonyms import Pseudonyms
from tests.support.calling import request_for
from tests.support.small_card import DIGEST, small_subject
from touchstone.v1 import evaluation_service_pb2

TIME = "2026-03-01T00:00:00Z"


def a_request() -> evaluation_service_pb2.EvaluateSubjectRequest:
    subject = small_subject()
    facts = [fact for fact in subject.facts if fact.id not in {"certified", "status"}]
    verification = Verification(
        judgement=Judgement.CORRECTED, corrected=DeclaredValue(flag=True), method="call to Ms Example",
        reason="Mr Sample said so", person="mia", date="2026-02-01",
    )  # fmt: skip
    ratings = tuple(
        Rating(
            person=name, value=DeclaredValue(choice="closed"), rationale="seen by Ms Example", place=Locator(page="3")
        )
        for name in ("mia", "noa")
    )
    facts.append(DeclaredFact(id="certified", value=DeclaredValue(flag=True), verification=verification))
    facts.append(DeclaredFact(id="status", ratings=ratings))
    return request_for(subject.model_copy(update={"facts": tuple(facts)}))


def test_no_name_text_or_location_remains_and_every_number_does() -> None:
    request = a_request()
    sent = Pseudonyms(b"k" * 32).request(request, TIME)
    text = str(sent)
    for removed in (
        "factory-7", "Grid company", "A-1", "certificate of", "mia", "noa", "Example", "Sample", DIGEST,
        request.request_id, 'page: "3"',
    ):  # fmt: skip
        assert removed not in text, removed
    for remaining in ("85.50", "1200", "closed", "2025-12-31", "0.10"):
        assert remaining in text
    assert sent.subject.startswith("organizations/green-body/subjects/p-")
    assert sent.known_time.ToJsonString() == TIME
    assert request == a_request_with(request.request_id)  # the original is unchanged


def a_request_with(request_id: str) -> evaluation_service_pb2.EvaluateSubjectRequest:
    request = a_request()
    request.request_id = request_id
    return request


def test_ids_of_evidence_are_pseudonyms_too() -> None:
    request = a_request()
    sent = Pseudonyms(b"k" * 32).request(request, TIME)
    known = {item.evidence_id: new.evidence_id for item, new in zip(request.evidence, sent.evidence, strict=True)}
    assert known
    assert not set(known) & set(known.values())
    values = [(fact.value, new.value) for fact, new in zip(request.facts, sent.facts, strict=True)]
    values += [
        (field, new.fields[id])
        for old, other in values
        for record, new in zip(old.records.values, other.records.values, strict=True)
        for id, field in record.fields.items()
    ]
    assert any(old.evidence_ids for old, _ in values)
    for old, other in values:
        assert [known[id] for id in old.evidence_ids] == list(other.evidence_ids)


def test_equal_texts_have_equal_pseudonyms_and_other_keys_give_others() -> None:
    first, second = (Pseudonyms(key * 32).request(a_request(), TIME) for key in (b"k", b"l"))
    facts = {fact.fact_id: fact for fact in first.facts}
    persons = [rating.person for rating in facts["status"].ratings]
    assert facts["certified"].verification.person == persons[0] != persons[1]
    assert first.subject != second.subject
    assert first.subject == Pseudonyms(b"k" * 32).request(a_request(), TIME).subject
