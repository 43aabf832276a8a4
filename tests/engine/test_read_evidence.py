"""Evidence check: malformed and missing items, accepted kinds, assurance level and age."""

import pytest

from rules.contracts.inputs import DeclaredFact, DeclaredValue, EvidenceItem, Subject
from rules.contracts.outcomes import UnknownReason
from rules.engine.read_subject import SubjectReading, read_subject
from tests.support.small_card import meter, small_card, small_subject
from tests.support.violating import refusals

CARD = small_card()


def read(subject: Subject) -> SubjectReading:
    return read_subject(CARD, subject)


def with_evidence(*items: EvidenceItem, named: tuple[str, ...] = ("meter",)) -> Subject:
    value = DeclaredValue(number="85.50", unit="%", evidence=named)
    return small_subject(renewable_share=value).model_copy(update={"evidence": items})


@pytest.mark.parametrize(
    ("changes", "field", "reason"),
    [
        ({"kind": "letter"}, "evidence[meter].kind", "UNKNOWN_EVIDENCE_KIND"),
        ({"digest": "ab" * 31}, "evidence[meter].content_digest", "MALFORMED_DIGEST"),
        ({"digest": "AB" * 32}, "evidence[meter].content_digest", "MALFORMED_DIGEST"),
        ({"valid_from": "2026-1-1"}, "evidence[meter].validity.first_date", "NOT_A_DATE"),
        ({"valid_until": "2026-02-31"}, "evidence[meter].validity.last_date", "NOT_A_DATE"),
        ({"valid_from": "2026-02-01", "valid_until": "2026-01-01"}, "evidence[meter].validity", "PERIOD_REVERSED"),
    ],
)
def test_malformed_evidence_is_refused(changes: dict[str, str], field: str, reason: str) -> None:
    item = EvidenceItem.model_validate({**meter().model_dump(), **changes})
    assert refusals(CARD, with_evidence(item))[field] == reason


def test_missing_evidence_is_refused() -> None:
    assert refusals(CARD, with_evidence(meter(), named=("metre",))) == {
        "facts[renewable_share].value.evidence_ids": "UNKNOWN_EVIDENCE"
    }


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"assurance": "limited"}, None),
        ({"assurance": "none"}, UnknownReason.EVIDENCE_ASSURANCE),
        ({"valid_until": "2026-02-28"}, UnknownReason.EVIDENCE_EXPIRED),
        ({"valid_until": "2026-03-01"}, None),
        ({"valid_from": "2026-03-01"}, None),
        ({"valid_from": "2026-03-02"}, UnknownReason.EVIDENCE_EXPIRED),
        ({"issue_date": "2024-03-01"}, None),
        ({"issue_date": "2026-03-02"}, UnknownReason.EVIDENCE_EXPIRED),
        ({"issue_date": "2024-02-29"}, UnknownReason.EVIDENCE_EXPIRED),
        ({"issue_date": None}, UnknownReason.EVIDENCE_EXPIRED),
    ],
)
def test_evidence_must_be_assured_and_current(changes: dict[str, str | None], reason: UnknownReason | None) -> None:
    """Evaluated as of 2026-03-01; the fact requires limited assurance and evidence at most 24 months old."""
    item = EvidenceItem.model_validate({**meter().model_dump(), **changes})
    reading = read(with_evidence(item))
    assert reading.verified.unknown.get("renewable_share") is reason
    assert ("renewable_share" in reading.verified.used) is (reason is None)


def test_no_evidence_is_missing_evidence() -> None:
    assert read(with_evidence(meter(), named=())).verified.unknown == {
        "renewable_share": UnknownReason.EVIDENCE_MISSING
    }


def test_evidence_of_another_kind_does_not_count() -> None:
    card = small_card()
    facts = tuple(
        fact.model_copy(update={"evidence": ("permit",)}) if fact.id == "certified" else fact for fact in card.facts
    )
    permit = meter().model_copy(update={"id": "permit", "kind": "permit"})
    subject = with_evidence(permit, named=("permit",))
    certified = DeclaredFact(id="certified", value=DeclaredValue(flag=True, evidence=("permit",)))
    others = tuple(fact for fact in subject.facts if fact.id != "certified")
    reading = read_subject(
        card.model_copy(update={"facts": facts}), subject.model_copy(update={"facts": (*others, certified)})
    )
    assert reading.verified.unknown == {"renewable_share": UnknownReason.EVIDENCE_KIND}
    assert reading.verified.used["certified"].flag is True


def test_one_valid_item_of_several_suffices() -> None:
    old = EvidenceItem.model_validate({**meter().model_dump(), "id": "old", "valid_until": "2020-01-01"})
    assert not read(with_evidence(old, meter(), named=("old", "meter"))).verified.unknown
