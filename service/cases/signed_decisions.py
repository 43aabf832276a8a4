"""Signed decisions of case steps.

A decision must match the step, be at most an hour old and unused, and be signed by every decider.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import orjson

from rules.contracts import InputError, TrailError, Violation, digest, error_message, message_factory
from service.approval.approval_trust import Person, Trust, TrustedKey, TrustedPasskey, trust_from_people
from service.base import instants
from service.cases.credentials.decisions import (
    CertificateDecision,
    ClosedFinding,
    DecidedFinding,
    DecisionOutcome,
    DecisionStatement,
    PasskeySignature,
    SignedDecision,
    check_signature,
    decision_statement,
    read_signed_decision,
)
from service.cases.credentials.facts import TranslatedText
from service.cases.credentials.passkeys import accept_assertion, draw_nonce
from service.cases.evaluation_basis import own_readings, result_of
from service.cases.impartiality import eligible_persons
from service.cases.profile_versions import revision_name
from service.cases.workflow_steps import FINDING_ENDS

if TYPE_CHECKING:
    from service.cases.step_context import Content, StepContext
    from service.cases.workflow_steps import WorkflowStep
    from service.store.cases import CaseReader, CaseWriter

_message = message_factory(__name__)

FIELD = "signed_decision"
DECISIONS, ASKINGS, COUNTS = "decisions", "decisionAskings", "passkeyCounts"
_MAX_AGE_MILLISECONDS = 60 * 60 * 1000
_HAN = re.compile(r"[\u3400-\u9fff]")


def outcome_of(step: WorkflowStep) -> DecisionOutcome | None:
    """Return the decision outcome of a step, or None."""
    return DecisionOutcome(step.step) if step.function == "decision" and step.step in set(DecisionOutcome) else None


def to_translated_text(text: str, text_zh: str = "") -> TranslatedText:
    """Return a translated text; detect Chinese in a single text."""
    if text and not text_zh and _HAN.search(text):
        return TranslatedText(zh=text)
    return TranslatedText(en=text, zh=text_zh)


def profile_name(step_context: StepContext) -> str:
    """Return the profile revision name of a case."""
    row = step_context.row
    return revision_name(row.organization, row.profile, row.profile_revision)


def site_names(client: str, sites: Sequence[str]) -> tuple[str, ...]:
    """Return the public URNs of sites."""
    return tuple(f"urn:touchstone:{client}/sites/{site}" for site in sites)


def conditions_of(content: Content) -> tuple[TranslatedText, ...]:
    """Return conditions with translations; raise InputError if counts differ."""
    conditions, translated = content.get("conditions", ()), content.get("conditions_zh", ())
    if translated and len(translated) != len(conditions):
        message = _message("CONDITIONS_DIFFER", count=len(conditions), translated=len(translated))
        raise InputError.of("content.conditions_zh", message, "WRONG_VALUE")
    return tuple(
        to_translated_text(condition, translated[index] if translated else "")
        for index, condition in enumerate(conditions)
    )


def build_decision_statement(
    step_context: StepContext, deciders: Sequence[str], time: str, reason: str
) -> DecisionStatement:
    """Return the decision statement of a step."""
    outcome = outcome_of(step_context.step)
    if outcome is None:
        raise InputError.of("step", _message("DECIDES_NOTHING", step=step_context.step.step), "WRONG_VALUE")
    row, known = (
        step_context.evaluation,
        {**step_context.content, **step_context.item_content, **step_context.submitted_content},
    )
    head = step_context.written_steps.head
    decision = {
        "case": step_context.row.name,
        "outcome": outcome,
        "deciders": tuple(sorted(deciders)),
        "time": time,
        "profile": profile_name(step_context),
        "scorecard_version": head.scorecard_version,
        "rule_digest": head.rule_digest,
        "certificate": step_context.item_content.get("number", ""),
        "grade": result_of(step_context),
        "scope": to_translated_text(known.get("scope", ""), known.get("scope_zh", "")),
        "sites": site_names(step_context.row.client, known.get("sites", ())),
        "valid_from": step_context.item_content.get("first_date"),
        "valid_until": step_context.item_content.get("last_date"),
        "conditions": conditions_of(known),
        "reports": {"report": step_context.content.get("report_digest") or known.get("report_digest", "")},
        "closed_findings": tuple(_closed_findings(step_context)),
        "findings": tuple(_decided_findings(step_context)),
        "accepted_readings": tuple(sorted(own_readings(step_context))),
        "reason": reason,
    }
    try:
        return decision_statement(row.name, row.record_digest, CertificateDecision(**decision))
    except TrailError as error:
        raise _invalid_decision(error_message(error)) from None


def _closed_findings(step_context: StepContext) -> Iterator[ClosedFinding]:
    closed = [item for item in step_context.items if item.kind == "findings" and item.state == "closed"]
    for finding in sorted(closed, key=lambda item: f"findings/{item.number}"):
        yield ClosedFinding(name=f"findings/{finding.number}", digest=digest(finding.content.encode()))


def _decided_findings(step_context: StepContext) -> Iterator[DecidedFinding]:
    zone, steps = step_context.profile.time_zone, step_context.steps
    dates = {step.number: instants.day_of(step.time, zone).isoformat() for step in steps}
    for item in sorted((item for item in step_context.items if item.kind == "findings"), key=lambda item: item.number):
        known, name = orjson.loads(item.content), f"findings/{item.number}"
        moved = [step.number for step in steps if step.item == name and step.from_state != step.to_state]
        yield DecidedFinding(
            name=name,
            requirement=known["requirement"],
            severity=known["severity"],
            statement=known["statement"],
            state=item.state,
            raised_date=dates[known["raised_by"]],
            state_date=dates[max(moved, default=known["raised_by"])],
            due_date=None if item.state in FINDING_ENDS else known["due_date"],
        )


def prepare_decision_statement(step_context: StepContext, others: Sequence[str], reason: str) -> DecisionStatement:
    """Return the statement of the actor and `others`; raise InputError if ineligible."""
    able = set(eligible_persons(step_context, step_context.step))
    for person in others:
        if person not in able or person == step_context.actor.person:
            message = _message("OTHER_MAY_NOT", person=person, able=sorted(able - {step_context.actor.person}))
            raise InputError.of("other_deciders", message, "WRONG_VALUE")
    return build_decision_statement(step_context, (step_context.actor.person, *others), instants.now(), reason)


def issue_challenge_nonce(
    writing: CaseWriter, step_context: StepContext, statement: DecisionStatement, row: Any
) -> str:
    """Return the nonce of a statement, created and stored once."""
    organization = step_context.row.organization
    stored = writing.document(organization, ASKINGS, statement.digest)
    if stored is None:
        challenge = {"nonce": draw_nonce(), "case": step_context.row.name, "taken": False}
        stored = writing.save(row(organization, ASKINGS, statement.digest, 0, challenge))
    return str(orjson.loads(stored.document)["nonce"])


def accept_signed_decision(
    writing: CaseWriter, step_context: StepContext, content: bytes, reason: str, row: Any
) -> SignedDecision:
    """Verify a signed decision against the step and store it."""
    try:
        signed = read_signed_decision(content)
        statement = signed.decision_statement
    except TrailError as error:
        raise _invalid_decision(error_message(error)) from None
    _check_statement(
        statement, build_decision_statement(step_context, statement.decision.deciders, statement.decision.time, reason)
    )
    age = instants.milliseconds_of(instants.now()) - instants.milliseconds_of(statement.decision.time)
    if not 0 <= age <= _MAX_AGE_MILLISECONDS:
        raise _invalid_decision(_message("STATEMENT_OLD", time=statement.decision.time))
    _check_deciders(step_context, statement)
    organization, number = step_context.row.organization, step_context.row.revision + 1
    for step in step_context.steps:
        before = stored_decision(writing, organization, orjson.loads(step.content).get("decision_digest", ""))
        if before is not None and before.decision_statement.digest == statement.digest:
            raise _invalid_decision(_message("TAKEN_BEFORE", step=step.step, number=step.number))
    if not _all_signed(signed, statement):
        lacking = sorted(set(statement.decision.deciders) - {signer.person for signer in signed.signatures})
        raise _invalid_decision(
            _message("NOT_ALL_SIGNED", names=lacking or [signer.person for signer in signed.signatures])
        )
    trust = trust_of(step_context)
    for signature in signed.signatures:
        try:
            if isinstance(signature, PasskeySignature):
                _accept_passkey(writing, step_context, statement, signature, trust, row)
            check_signature(statement, signature, trust)
        except TrailError as error:
            raise _invalid_decision(error_message(error)) from None
    known = {"content": content.decode(), "case": step_context.row.name, "step": number}
    writing.save(row(organization, DECISIONS, hashlib.sha256(content).hexdigest(), 0, known))
    return signed


def _all_signed(signed: SignedDecision, statement: DecisionStatement) -> bool:
    return sorted(signature.person for signature in signed.signatures) == list(statement.decision.deciders)


def _check_statement(statement: DecisionStatement, wanted: DecisionStatement) -> None:
    stated, meant = (side.decision.model_dump(mode="json") for side in (statement, wanted))
    differ = [name for name in meant if stated[name] != meant[name]]
    if (statement.evaluation, statement.record_digest) != (wanted.evaluation, wanted.record_digest):
        differ.append("evaluation")
    if differ or statement.content != wanted.content:
        raise InputError(
            tuple(
                Violation(
                    f"{FIELD}.{name}", _message("OTHERWISE_STATED", meant=_shorten_json(meant.get(name))), "WRONG_VALUE"
                )
                for name in differ or ["statement"]
            )
        )


def _shorten_json(value: object) -> str:
    return orjson.dumps(value).decode()[:200]


def _check_deciders(step_context: StepContext, statement: DecisionStatement) -> None:
    deciders = set(statement.decision.deciders)
    unable = deciders - set(eligible_persons(step_context, step_context.step))
    if step_context.actor.person not in deciders or unable or statement.decision.recused:
        raise _invalid_decision(
            _message("NOT_A_DECIDER", person=step_context.actor.person, names=sorted(unable) or sorted(deciders))
        )


def _accept_passkey(  # noqa: PLR0913, PLR0917
    writing: CaseWriter, step_context: StepContext, statement: DecisionStatement, signature: PasskeySignature,
    trust: Trust,
    row: Any,
) -> None:  # fmt: skip
    organization, assertion = step_context.row.organization, signature.assertion
    doubt = trust.passkey_doubt(signature.person, statement.decision.time, assertion.credential)
    if doubt is not None:
        raise TrailError(doubt)
    challenge = writing.document(organization, ASKINGS, statement.digest)
    if challenge is None:
        raise TrailError(_message("NOTHING_ASKED"))
    known = orjson.loads(challenge.document)
    if signature.person in known.get("answered", ()):
        raise TrailError(_message("ANSWERED", person=signature.person))
    id = hashlib.sha256(assertion.credential.encode()).hexdigest()
    counted = writing.document(organization, COUNTS, id)
    before = 0 if counted is None else int(orjson.loads(counted.document)["count"])
    count = accept_assertion(
        assertion, statement.digest, trust.passkey(assertion.credential), nonce=known["nonce"], sign_count=before
    )
    known["answered"] = [*known.get("answered", ()), signature.person]
    writing.save(row(organization, ASKINGS, statement.digest, challenge.revision, known))
    revision = 0 if counted is None else counted.revision
    writing.save(row(organization, COUNTS, id, revision, {"count": count, "person": signature.person}))


def stored_decision(reading: CaseReader, organization: str, decision_digest: str) -> SignedDecision | None:
    """Return a decision by file digest, or None."""
    row = reading.document(organization, DECISIONS, decision_digest) if decision_digest else None
    return None if row is None else read_signed_decision(orjson.loads(row.document)["content"].encode())


def trust_of(step_context: StepContext) -> Trust:
    """Return the enrolled keys of registered persons."""
    return trust_from_people({id: _trusted(known) for id, known in step_context.registry.persons})


def check_keys(person: str, document: Content) -> None:
    """Raise InputError if a person's keys are invalid."""
    trust_from_people({person: _trusted(document)})


def _trusted(known: Content) -> Person:
    keys = [
        TrustedKey(
            public=key.get("public", ""), first_day=key["first_date"], last_day=key.get("last_date") or None,
            compromised=key.get("compromised", False),
        )
        for key in known.get("keys", ())
    ]  # fmt: skip
    passkeys = [
        TrustedPasskey(
            credential=key.get("credential", ""), public=key.get("public", ""), rp_id=key.get("rp_id", ""),
            origins=key.get("origins", []), first_day=key["first_date"], last_day=key.get("last_date") or None,
            compromised=key.get("compromised", False),
        )
        for key in known.get("passkeys", ())
    ]  # fmt: skip
    return Person(name=known["display_name"][:200], roles=[], keys=keys, passkeys=passkeys)


def with_keys(before: Content, document: dict[str, Any]) -> dict[str, Any]:
    """Return `document` with earlier keys added; compromised keys remain compromised."""
    for name, key in (("keys", "public"), ("passkeys", "credential")):
        compromised_ids = {earlier.get(key) for earlier in before.get(name, ()) if earlier.get("compromised")}
        merged: dict[str, dict[str, Any]] = {}
        for entry in (*before.get(name, ()), *document.get(name, ())):
            id = entry.get(key, "")
            merged[id] = {**merged.get(id, {}), **entry}
        merged = {
            id: {**record, "compromised": True} if id in compromised_ids else record for id, record in merged.items()
        }
        document = {**document, name: [merged[key_id] for key_id in sorted(merged)]}
    return document


def _invalid_decision(message: Any) -> InputError:
    return InputError.of(FIELD, message, "WRONG_VALUE")
