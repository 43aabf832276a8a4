"""Removal of wrong values: everywhere they occur, and nothing else."""

from typing import Any

import pytest

from rules.contracts.inputs import (
    DeclaredFact,
    DeclaredValue,
    EvidenceItem,
    Judgement,
    PreviousValue,
    Rating,
    Subject,
    Verification,
)
from service.corrections.reevaluation import without_support
from service.store.result_dependencies import SupportKind

JUDGED = Verification(
    judgement=Judgement.CORRECTED,
    corrected=DeclaredValue(number="2", evidence=("a", "b")),
    method="visit",
    person="Li Wei",
    date="2026-02-01",
)
RATED = tuple(
    Rating(person=person, value=DeclaredValue(choice="high", evidence=("a",)), rationale="seen")
    for person in ("Li Wei", "Bo Chen")
)
ROWS = tuple({"serial": DeclaredValue(text=serial, evidence=("a",))} for serial in ("A-1", "A-2"))
EARLIER = PreviousValue(
    evaluation="organizations/a/evaluations/1",
    record_digest="ab" * 32,
    scorecard_version="scorecards/c/versions/1.0.0",
    as_of_date="2025-03-01",
    value=DeclaredValue(number="4"),
)
SUBJECT = Subject(
    subject="organizations/a/subjects/b",
    as_of="2026-03-01",
    known="",
    facts=(
        DeclaredFact(id="mass", value=DeclaredValue(number="1", evidence=("a", "b")), verification=JUDGED),
        DeclaredFact(id="level", ratings=RATED),
        DeclaredFact(id="credits", value=DeclaredValue(records=ROWS)),
        DeclaredFact(id="certificate", value=DeclaredValue(text="a - 1")),
        DeclaredFact(id="nothing"),
        DeclaredFact(id="before", previous=EARLIER),
    ),
    evidence=tuple(
        EvidenceItem(id=id, kind="report", issuer=issuer, digest=digest * 32)
        for id, issuer, digest in (("a", "Example Laboratory", "aa"), ("b", "Town works", "bb"))
    ),
)


def plain(subject: Subject) -> dict[str, Any]:
    return {fact.id: fact.model_dump(exclude_defaults=True) for fact in subject.facts}


@pytest.mark.parametrize(
    ("kind", "value"), [(SupportKind.ISSUER, "example laboratory"), (SupportKind.DOCUMENT, "AA" * 32)], ids=str
)
def test_a_document_is_removed_with_all_references_to_it(kind: SupportKind, value: str) -> None:
    remaining = without_support(SUBJECT, kind, value)
    facts = plain(remaining)
    assert [item.id for item in remaining.evidence] == ["b"]
    assert facts["mass"]["value"] == {"number": "1", "evidence": ("b",)}
    assert facts["mass"]["verification"]["corrected"] == {"number": "2", "evidence": ("b",)}
    assert [one["value"] for one in facts["level"]["ratings"]] == [{"choice": "high"}] * 2
    assert facts["credits"]["value"] == {"records": ({"serial": {"text": "A-1"}}, {"serial": {"text": "A-2"}})}
    assert facts["nothing"] == {"id": "nothing"}


def test_verifications_and_ratings_by_an_unauthorised_verifier_are_removed() -> None:
    facts = plain(without_support(SUBJECT, SupportKind.VERIFIER, "LI WEI"))
    assert "verification" not in facts["mass"]
    assert [one["person"] for one in facts["level"]["ratings"]] == ["Bo Chen"]
    assert facts["credits"] == plain(SUBJECT)["credits"]


def test_a_record_with_a_wrong_identifier_is_removed() -> None:
    facts = plain(without_support(SUBJECT, SupportKind.IDENTIFIER, "A-1"))
    assert [row["serial"]["text"] for row in facts["credits"]["value"]["records"]] == ["A-2"]
    assert "certificate" not in facts
    assert facts["mass"] == plain(SUBJECT)["mass"]


def test_a_value_from_a_removed_earlier_evaluation_is_unknown() -> None:
    facts = plain(without_support(SUBJECT, SupportKind.EVALUATION, EARLIER.evaluation))
    assert facts["before"] == {"id": "before"}
    assert without_support(SUBJECT, SupportKind.EVALUATION, "organizations/a/evaluations/2") == SUBJECT


def test_a_name_is_removed_in_every_role() -> None:
    facts = plain(without_support(SUBJECT, SupportKind.NAME, "li wei"))
    assert "verification" not in facts["mass"]
    assert [item.id for item in without_support(SUBJECT, SupportKind.NAME, "Town works").evidence] == ["a"]
    assert "certificate" not in plain(without_support(SUBJECT, SupportKind.NAME, "A-1"))


LEFT_OUT = {
    SupportKind.NAME, SupportKind.VERIFIER, SupportKind.ISSUER, SupportKind.DOCUMENT, SupportKind.IDENTIFIER,
    SupportKind.EVALUATION,
}  # fmt: skip


@pytest.mark.parametrize("kind", ["basis", *sorted(set(SupportKind) - LEFT_OUT)])
def test_other_kinds_of_support_remove_nothing(kind: str) -> None:
    assert without_support(SUBJECT, kind, "Li Wei") is SUBJECT
