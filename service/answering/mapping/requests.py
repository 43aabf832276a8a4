"""What does a request to evaluate a subject ask for, and when are two requests the same?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import orjson

from rules.contracts.canonical import Json, digest, written_bytes
from rules.contracts.dates import DateError, parse_date
from rules.contracts.errors import InputError, Violation, attempt
from rules.contracts.inputs import DeclaredFact, EvidenceItem, Frozen, Subject
from rules.contracts.messages import speaker, words_of
from service.answering.mapping.inputs import read_evidence, read_fact, write_evidence, write_fact
from service.answering.mapping.views import FULL, read_view
from service.base.instants import past_instant, to_timestamp
from service.base.names import CardName, organization_of, parse_card, parse_request_id
from touchstone.v1 import evaluation_service_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from touchstone.v1 import evaluation_pb2, fact_pb2

    _Asked = Json | Frozen | Mapping[str, "_Asked"]


_say = speaker(__name__)


@dataclass(frozen=True, slots=True)
class EvaluationRequest:
    """A well-formed request; `known` is None if the caller left it open, and `body_digest` was taken before that.

    The view is no part of what is digested: whoever repeats a request may ask for another.
    """

    organization: str
    request_id: str
    scorecard: CardName
    as_of: date
    known: str | None
    subject: Subject
    body_digest: str
    view: evaluation_pb2.EvaluationView

    def subject_at(self, known: str) -> Subject:
        """Give the subject with the known time filled in."""
        return self.subject.model_copy(update={"known": known})


def read_request(
    message: evaluation_service_pb2.EvaluateSubjectRequest, *, is_stored: bool = True
) -> EvaluationRequest:
    """Read a request to evaluate, field by field; one that is not to be stored needs no id.

    Raises:
        InputError: fields are malformed; every one is listed.
    """
    violations: list[Violation] = []
    organization = attempt(violations, organization_of, message.subject)
    scorecard = attempt(violations, parse_card, message.scorecard)
    as_of = attempt(violations, read_date, message.as_of_date, "as_of_date")
    known = None
    if message.HasField("known_time"):
        known = attempt(violations, past_instant, message.known_time, field="known_time")
    request_id = attempt(violations, parse_request_id, message.request_id) if is_stored else ""
    view = attempt(violations, read_view, message.view, default=FULL)
    facts = read_facts(message.facts, violations)
    evidence = read_all_evidence(message.evidence, violations)
    if violations or organization is None or scorecard is None or as_of is None or request_id is None or view is None:
        raise InputError(tuple(violations))
    subject = Subject.trusted(
        {
            "subject": message.subject,
            "as_of": message.as_of_date,
            "known": known or "",
            "settings": dict(message.settings),
            "facts": facts,
            "evidence": evidence,
        }
    )
    body = _body_digest(subject, message.scorecard)
    return EvaluationRequest(organization, request_id, scorecard, as_of, known, subject, body, view)


def write_request(
    subject: Subject, *, scorecard: str, request_id: str
) -> evaluation_service_pb2.EvaluateSubjectRequest:
    """Write a request to evaluate; a subject without known time leaves that to the service."""
    return evaluation_service_pb2.EvaluateSubjectRequest(
        subject=subject.subject,
        scorecard=scorecard,
        as_of_date=subject.as_of,
        known_time=to_timestamp(subject.known) if subject.known else None,
        settings=subject.settings,
        facts=[write_fact(fact) for fact in subject.facts],
        evidence=[write_evidence(item) for item in subject.evidence],
        request_id=request_id,
    )


def read_date(text: str, field: str) -> date:
    """Read a civil date of a request.

    Raises:
        InputError: the text is empty, has another form, or there is no such day.
    """
    if not text:
        raise InputError((Violation(field, _say("DATE_REQUIRED"), "REQUIRED"),))
    try:
        return parse_date(text)
    except DateError as error:
        raise InputError((Violation(field, words_of(error), "MALFORMED"),)) from None


def read_facts(messages: Iterable[fact_pb2.Fact], violations: list[Violation]) -> tuple[DeclaredFact, ...]:
    """Read facts; what is malformed is added to the violations."""
    facts = []
    for index, item in enumerate(messages):
        if not item.fact_id:
            violations.append(Violation(f"facts[{index}].fact_id", _say("FACT_ID_REQUIRED"), "REQUIRED"))
            continue
        facts.append(read_fact(item, f"facts[{item.fact_id}]", violations.append))
    return tuple(facts)


def read_all_evidence(
    messages: Iterable[fact_pb2.EvidenceItem], violations: list[Violation]
) -> tuple[EvidenceItem, ...]:
    """Read evidence items; what is malformed is added to the violations."""
    evidence = []
    for index, item in enumerate(messages):
        if not item.evidence_id:
            violations.append(Violation(f"evidence[{index}].evidence_id", _say("EVIDENCE_ID_REQUIRED"), "REQUIRED"))
            continue
        evidence.append(read_evidence(item, f"evidence[{item.evidence_id}]", violations.append))
    return tuple(evidence)


def _body_digest(subject: Subject, scorecard: str) -> str:
    """Digest what the caller asked."""
    return digest(normal_bytes({"scorecard": scorecard, "subject": subject}))


def normal_bytes(value: _Asked) -> bytes:
    """Write text, flags, lists, mappings and models of them canonically, with every list sorted by its bytes.

    No list of a request has an order: a reordered retry is the same request. Mappings become pairs, because their keys
    are the caller's text and need not be ASCII. Of a model, what is not given is left out.
    """
    return written_bytes(_normal(value))


def _normal(value: Any) -> Any:
    """Give the normal form; lists that have an order to be found are bytes already."""
    if isinstance(value, (str, bool)):
        return value
    if isinstance(value, (list, tuple)):
        if len(value) < 2:
            return [_normal(part) for part in value]
        return orjson.Fragment(b"[%b]" % b",".join(sorted([written_bytes(_normal(part)) for part in value])))
    if isinstance(value, dict):
        return {"pairs": [[key, _normal(value[key])] for key in sorted(value)]}
    kind: type[Frozen] = type(value)
    fields, pairs = value.__dict__, []
    for name in _names(kind):
        part = fields[name]
        if type(part) is str:
            pairs.append([name, part])
        # Facts without ratings have the digest that they had before there were any, so that a late retry finds its
        # answer.
        elif part is not None and (part or name != "ratings"):
            pairs.append([name, _normal(part)])
    return {"pairs": pairs}


@cache
def _names(kind: type[Frozen]) -> tuple[str, ...]:
    return tuple(sorted(kind.model_fields))
