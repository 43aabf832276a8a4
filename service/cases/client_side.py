"""Client view of cases: own cases, own statements and redaction.

Internal reviews, results before a decision and complaints of others are hidden. Assessments appear only in the report
after the decision.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

import orjson

from rules.contracts import InputError, message_factory
from service.base.refusals import Reason, Refusal
from service.identity.principals import Role, caller
from service.store.cases import ACCOUNTS, PERSONS
from touchstone.v1 import case_dossier_service_pb2, case_service_pb2

if TYPE_CHECKING:
    from service.store.cases import CaseReader
    from service.store.tables import CaseRow

_message = message_factory(__name__)

_DECIDED = frozenset(["granted", "certified", "refused"])
_CASE_FIELDS_BEFORE_DECISION = frozenset([
    "scorecard", "scope", "scope_zh", "sites", "outsourced", "agreement_digest", "dossier_name", "dossier_revision",
    "due_date", "statement",
])  # fmt: skip
_VISIBLE_AUDIT_FIELDS = frozenset(["sites", "scope", "scope_zh", "due_date", "dossier_name", "dossier_revision"])
_VISIBLE_ITEM_FIELDS = {
    "findings": frozenset([
        "severity", "requirement", "statement", "evidence", "due_date", "cause", "correction", "corrective_action",
        "scope", "sites", "outsourced", "fact",
    ]),
    "surveillances": _VISIBLE_AUDIT_FIELDS,
    "recertifications": _VISIBLE_AUDIT_FIELDS,
    "appeals": frozenset(["statement", "evidence", "due_date", "outcome"]),
    "complaints": frozenset(["statement", "evidence", "due_date", "outcome"]),
}  # fmt: skip
_QUESTION_STEP, _COMPLAINT_STEP = "ask", "complain"


def is_applicant() -> bool:
    """Return whether the caller acts for a client."""
    return Role.APPLICANT in caller().roles


def is_decided(row: CaseRow) -> bool:
    """Return whether a case is decided."""
    return row.state in _DECIDED


def client_of(reading: CaseReader, organization: str) -> str:
    """Return the client that the caller acts for; raise Refusal if none."""
    account = caller().account
    client = _acts_for(reading, organization, reading.id_by_label(organization, ACCOUNTS, account))
    if not client:
        raise Refusal(Reason.STEP_NOT_ALLOWED, _message("ACTS_FOR_NOBODY", account=account))
    return client


def client_member_test(reading: CaseReader, organization: str, client: str) -> Callable[[str], bool]:
    """Return a cached test of whether a person acts for a client."""
    return cache(lambda person: _acts_for(reading, organization, person) == client)


def _acts_for(reading: CaseReader, organization: str, person: str) -> str:
    known = reading.document(organization, PERSONS, person) if person else None
    client = orjson.loads(known.document).get("client", "") if known is not None else ""
    return f"organizations/{organization}/clients/{client}" if client else ""


def check_own(reading: CaseReader, row: CaseRow | None, name: str) -> CaseRow:
    """Return the case; raise the same Refusal if it is missing or another client's."""
    own = client_of(reading, name.split("/")[1]) if is_applicant() else None
    if row is None or own not in (None, row.client):
        raise Refusal(Reason.CASE_NOT_FOUND, _message("NO_CASE", name=name))
    return row


def check_application(reading: CaseReader, organization: str, request: case_service_pb2.CreateCaseRequest) -> None:
    """Raise InputError for another client, or a subject not known as the client's."""
    client = client_of(reading, organization)
    if request.client != client:
        raise InputError.of("client", _message("CLIENT_OF_OTHERS", meant=client), "WRONG_VALUE")
    first = client.replace("/clients/", "/subjects/")
    if request.subject != first and not reading.has_case(organization, client, request.subject):
        raise InputError.of("subject", _message("SUBJECT_OF_OTHERS", meant=first), "WRONG_VALUE")


def redact_for_client(
    case: case_service_pb2.Case, makers: Mapping[str, str], ours: Callable[[str], bool]
) -> case_service_pb2.Case:
    """Remove internal content from `case`, and return it.

    `makers` names who raised each complaint; `ours` tests whether a person acts for the client.
    """
    if case.state not in _DECIDED:
        _clear_except(case.content, _CASE_FIELDS_BEFORE_DECISION)
    for field in ("team", "sampling", "site_sampling", "audit_time", "computed_time"):
        case.content.ClearField(field)
    case.ClearField("decision_checks")
    case.ClearField("newer_profile_name")
    foreign = {item for item, person in makers.items() if not ours(person)}
    _retain(case.items, lambda item: item.item not in foreign)
    _retain(case.steps, lambda step: step.item not in foreign and (step.step != _COMPLAINT_STEP or ours(step.person)))
    _retain(case.next_steps, lambda step: Role.APPLICANT in step.roles and step.item not in foreign)
    for item in case.items:
        _redact_item(item)
    for step in case.steps:
        if not ours(step.person):
            _redact_step(step)
    for next_step in case.next_steps:
        next_step.ClearField("persons")
    return case


def _retain(messages: Any, is_visible: Callable[[Any], bool]) -> None:
    """Remove the messages of a repeated field that are not visible."""
    visible = [message for message in messages if is_visible(message)]
    del messages[:]
    messages.extend(visible)


def _redact_item(item: case_service_pb2.CaseItem) -> None:
    known = _VISIBLE_ITEM_FIELDS.get(item.item.partition("/")[0])
    if known is not None:
        _clear_except(item.content, known)


def _redact_step(step: case_service_pb2.CaseStep) -> None:
    step.person = step.account = step.reason = ""
    if step.step != _QUESTION_STEP:
        step.ClearField("content")


def _clear_except(content: case_service_pb2.CaseContent, known: frozenset[str]) -> None:
    for field, _ in content.ListFields():
        if field.name not in known:
            content.ClearField(field.name)


def strip_assessments(content: case_dossier_service_pb2.DossierContent) -> None:
    """Remove assessors' verifications and ratings from `content`."""
    for fact in content.facts:
        fact.ClearField("verification")
        fact.ClearField("ratings")
