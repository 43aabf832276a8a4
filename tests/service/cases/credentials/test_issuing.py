"""Issuing of certificates: content limited to the decision."""

import hashlib
from datetime import date
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from rules.contracts.errors import InputError
from service.cases.credentials.decisions import (
    DecisionOutcome,
    SignedDecision,
    assemble_signed_decision,
    check_against_decision,
    sign_with_key,
)
from service.cases.credentials.facts import CertificateFacts, TranslatedText
from tests.support.certificates import decision, facts

KEY = Ed25519PrivateKey.generate()


def decided(**more: Any) -> SignedDecision:
    certificate_facts = facts()
    fields: dict[str, Any] = {
        "grade": certificate_facts.grade_code,
        "scope": certificate_facts.scope,
        "sites": tuple(site.id for site in certificate_facts.sites),
        "valid_from": "2026-11-22",
        "valid_until": "2027-11-21",
        "conditions": certificate_facts.conditions,
        **more,
    }
    statement = decision(**fields)
    return assemble_signed_decision(statement, (sign_with_key(statement, "anna", KEY),))


def issued(signed: SignedDecision, **more: Any) -> CertificateFacts:
    return facts(**{"decision_digest": hashlib.sha256(signed.written()).hexdigest(), **more})


def wrong(signed: SignedDecision, **more: Any) -> list[str]:
    with pytest.raises(InputError) as error:
        check_against_decision(issued(signed, **more), signed)
    return [violation.field for violation in error.value.violations]


def test_a_certificate_that_matches_the_decision_is_accepted() -> None:
    check_against_decision(issued(decided()), decided())
    late = decided(time="2026-11-19T20:00:00Z")
    check_against_decision(issued(late), late)


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"scope": TranslatedText(en="Pumps and valves", zh="水泵和阀门")}, "scope"),
        ({"sites": (*facts().sites, facts().sites[0].model_copy(update={"id": "urn:site:2"}))}, "sites"),
        ({"valid_until": date(2028, 11, 21)}, "valid_until"),
        ({"valid_until": None}, "valid_until"),
        ({"grade_code": "five-star"}, "grade_code"),
        ({"conditions": ()}, "conditions"),
        ({"number": "ZCF-2026-0018"}, "number"),
        ({"decision_digest": "00" * 32}, "decision_digest"),
        ({"decided": date(2026, 11, 21)}, "decided"),
    ],
)
def test_certificate_content_beyond_the_decision_is_refused_with_its_field(more: dict[str, Any], field: str) -> None:
    assert wrong(decided(), **more) == [f"certificate.{field}"]


@pytest.mark.parametrize("outcome", [DecisionOutcome.REFUSE, DecisionOutcome.SUSPEND, DecisionOutcome.WITHDRAW])
def test_only_some_decisions_issue(outcome: DecisionOutcome) -> None:
    assert wrong(decided(outcome=outcome)) == ["certificate"]
