"""Consistency of a certificate with its decision: sites, scope, days and grade."""

from __future__ import annotations

import hashlib
from datetime import datetime
from zoneinfo import ZoneInfo

from rules.contracts import InputError, Violation, message_factory
from service.cases.credentials.decisions import DecisionOutcome, SignedDecision
from service.cases.credentials.facts import FIELD, CertificateFacts, TranslatedText, check_facts

_say = message_factory(__name__)

ISSUES = frozenset(
    {
        DecisionOutcome.GRANT,
        DecisionOutcome.EXTEND,
        DecisionOutcome.REDUCE,
        DecisionOutcome.REINSTATE,
        DecisionOutcome.RENEW,
    }
)
"""After which decisions a certificate, or a new edition of it, is issued."""


def check_against_decision(facts: CertificateFacts, signed: SignedDecision) -> None:
    """Hold the facts of a certificate to the decision behind it; whether that is signed is asked by `check_decision`.

    A decision that grants is made before there is a number, and may leave the days to the profile.
    """
    check_facts(facts)
    statement = signed.said
    decided = statement.decision
    day = datetime.fromisoformat(decided.time).astimezone(ZoneInfo(facts.zone)).date()
    last = None if facts.valid_until is None else facts.valid_until.isoformat()
    fixed = {
        "number": (facts.number, decided.certificate),
        "valid_from": (facts.valid_from.isoformat(), decided.valid_from),
        "valid_until": (last, decided.valid_until),
    }
    if not decided.certificate:
        del fixed["number"]
    if decided.valid_from is None:
        del fixed["valid_from"], fixed["valid_until"]
    compared = [
        ("decision_digest", facts.decision_digest, hashlib.sha256(signed.written()).hexdigest()),
        ("profile", facts.profile, decided.profile),
        ("basis.evaluation", facts.basis.evaluation, statement.evaluation),
        ("basis.record_digest", facts.basis.record_digest, statement.record_digest),
        ("basis.version", facts.basis.version, decided.scorecard_version),
        ("basis.rule_digest", facts.basis.rule_digest, decided.rule_digest),
        ("grade_code", facts.grade_code, decided.grade),
        ("scope", facts.scope, decided.scope),
        ("sites", [site.id for site in facts.sites], list(decided.sites)),
        ("conditions", facts.conditions, decided.conditions),
        ("decided", facts.decided, day),
        *((name, *both) for name, both in fixed.items()),
    ]
    violations = [
        Violation(f"{FIELD}.{place}", _say("OTHERWISE_DECIDED", said=_short(stated), decided=_short(wanted)), "INVALID")
        for place, stated, wanted in compared
        if stated != wanted
    ]
    if decided.outcome not in ISSUES:
        violations.append(Violation(FIELD, _say("NOT_GRANTED", outcome=decided.outcome), "INVALID"))
    if violations:
        raise InputError(tuple(violations))


def _short(value: object) -> str:
    return f"{value.en} · {value.zh}" if isinstance(value, TranslatedText) else str(value)[:200]
