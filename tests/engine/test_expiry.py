"""Expiry of evidence: last day of validity of an item, in agreement with the evaluator."""

from datetime import date, timedelta
from typing import Any

import pytest

from rules.contracts.inputs import Assurance, DeclaredFact, DeclaredValue, Judgement, Subject, Verification
from rules.contracts.outcomes import UnknownReason
from rules.engine.expiry import evidence_standings, expiries, unproved_facts
from rules.engine.read_subject import read_subject
from tests.support.small_card import meter, small_card, small_subject

CARD = small_card()
"""Requires a meter reading with limited assurance that is at most 24 months old."""


def subject_with_evidence(*items: dict[str, Any]) -> Subject:
    shelf = tuple(meter().model_copy(update={"id": f"e{place}", **item}) for place, item in enumerate(items))
    value = DeclaredValue(number="85", unit="%", evidence=tuple(item.id for item in shelf))
    return small_subject(renewable_share=value).model_copy(update={"evidence": shelf})


def expired_facts(subject: Subject) -> list[tuple[str, str, str]]:
    return [(one.fact, one.item.id, one.last.isoformat()) for one in expiries(CARD, subject)]


@pytest.mark.parametrize(
    ("items", "item", "last"),
    [
        (({},), "e0", "2028-01-15"),
        (({"valid_until": "2027-06-30"},), "e0", "2027-06-30"),
        (({"valid_until": "2030-06-30"},), "e0", "2028-01-15"),
        (({"valid_until": "2027-06-30"}, {"valid_until": "2027-08-31"}), "e1", "2027-08-31"),
        (({"valid_until": "2027-06-30"}, {"assurance": Assurance.NONE}), "e0", "2027-06-30"),
        (({"valid_until": "2027-06-30"}, {"issue_date": None}), "e0", "2027-06-30"),
    ],
)
def test_the_evaluator_accepts_the_value_until_the_last_day(items: Any, item: str, last: str) -> None:
    subject = subject_with_evidence(*items)
    assert expired_facts(subject) == [("renewable_share", item, last)]
    for day, reason in ((0, None), (1, UnknownReason.EVIDENCE_EXPIRED)):
        as_of = (date.fromisoformat(last) + timedelta(days=day)).isoformat()
        verified = read_subject(CARD, subject.model_copy(update={"as_of": as_of})).verified
        assert verified.unknown.get("renewable_share") == reason


def test_a_value_that_does_not_count_or_has_no_fitting_evidence_expires_on_no_day() -> None:
    assert not expired_facts(subject_with_evidence({"assurance": Assurance.NONE}))
    assert not expired_facts(small_subject(renewable_share=None))
    rejected = Verification(judgement=Judgement.REJECTED, method="visit", reason="no", person="p", date="2026-02-01")
    value = DeclaredValue(number="85", unit="%", evidence=("meter",))
    fact = DeclaredFact(id="renewable_share", value=value, verification=rejected)
    subject = small_subject()
    others = tuple(one for one in subject.facts if one.id != fact.id)
    assert not expired_facts(subject.model_copy(update={"facts": (*others, fact)}))


def test_a_value_without_maximum_age_never_expires_while_one_item_has_no_end_date() -> None:
    facts = tuple(
        one.model_copy(update={"maximum_age_months": None}) if one.id == "renewable_share" else one
        for one in CARD.facts
    )
    ageless = CARD.model_copy(update={"facts": facts})
    ends, endless = (
        subject_with_evidence({"valid_until": "2027-06-30"}),
        subject_with_evidence({"valid_until": "2027-06-30"}, {}),
    )
    assert [one.last.isoformat() for one in expiries(ageless, ends)] == ["2027-06-30"]
    assert not list(expiries(ageless, endless))


def test_the_values_of_a_record_have_their_own_expiry() -> None:
    (record,) = CARD.records
    field = next(one for one in record.fields if one.id == "amount").model_copy(update={"evidence": ("meter-reading",)})
    fields = tuple(field if one.id == field.id else one for one in record.fields)
    card = CARD.model_copy(update={"records": (record.model_copy(update={"fields": fields}),)})
    amount = DeclaredValue(number="7", unit="tCO2e", evidence=("meter",))
    credits = DeclaredValue(records=({"serial": DeclaredValue(text="A-1"), "amount": amount},))
    subject = small_subject(renewable_share=None, credits=credits)
    item = subject.evidence[0].model_copy(update={"valid_until": "2027-06-30"})
    (expiry,) = expiries(card, subject.model_copy(update={"evidence": (item,)}))
    assert (expiry.fact, expiry.last) == ("amount", date(2027, 6, 30))


@pytest.mark.parametrize(
    "changes",
    [
        {}, {"assurance": Assurance.NONE}, {"issue_date": None}, {"issue_date": "2026-06-01"},
        {"valid_from": "2026-03-01"}, {"valid_until": "2026-03-01"}, {"issue_date": "2020-01-01"},
    ],
)  # fmt: skip
def test_an_item_supports_a_value_on_exactly_the_days_on_which_the_evaluator_counts_it(changes: dict[str, Any]) -> None:
    subject = subject_with_evidence(changes)
    for day in ("2025-12-31", "2026-02-01", "2026-03-01", "2026-03-02", "2027-01-01", "2028-01-16"):
        on_day = subject.model_copy(update={"as_of": day})
        (standing,) = evidence_standings(CARD, subject, date.fromisoformat(day))
        counted = "renewable_share" not in read_subject(CARD, on_day).verified.unknown
        assert (standing.shortcoming == "") is counted
        assert (("renewable_share", ("meter-reading",)) in unproved_facts(CARD, subject, date.fromisoformat(day))) is (
            not counted
        )
        if counted and standing.day is not None:
            assert standing.day >= date.fromisoformat(day)
