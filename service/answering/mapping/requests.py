"""What does a request to evaluate a subject ask for, and when are two requests the same?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from rules.contracts.canonical import Json, digest, written_bytes
from rules.contracts.dates import DateError, parse_date
from rules.contracts.errors import InputError, Violation, attempt
from rules.contracts.inputs import DeclaredFact, EvidenceItem, Subject
from rules.contracts.messages import speaker, words_of
from service.answering.mapping.inputs import read_evidence, read_fact, write_evidence, write_fact
from service.answering.mapping.views import FULL, read_view
from service.base.instants import past_instant, to_timestamp
from service.base.names import CardName, organization_of, parse_card, parse_request_id
from touchstone.v1 import evaluation_service_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from touchstone.v1 import evaluation_pb2, fact_pb2


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


def read_request(message: evaluation_service_pb2.EvaluateSubjectRequest) -> EvaluationRequest:
    """Read a request to evaluate, field by field.

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
    request_id = attempt(violations, parse_request_id, message.request_id)
    view = attempt(violations, read_view, message.view, default=FULL)
    facts = read_facts(message.facts, violations)
    evidence = read_all_evidence(message.evidence, violations)
    if violations or organization is None or scorecard is None or as_of is None or request_id is None or view is None:
        raise InputError(tuple(violations))
    subject = Subject(
        subject=message.subject,
        as_of=message.as_of_date,
        known=known or "",
        settings=dict(message.settings),
        facts=facts,
        evidence=evidence,
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
    plain = cast("dict[str, Json]", subject.model_dump(mode="json", exclude_none=True))
    # Facts without ratings have the digest that they had before there were any, so that a late retry finds its answer.
    for fact in cast("list[dict[str, Json]]", plain["facts"]):
        if not fact["ratings"]:
            del fact["ratings"]
    return digest(normal_bytes({"scorecard": scorecard, "subject": plain}))


def normal_bytes(value: Json) -> bytes:
    """Write text, flags, lists and mappings canonically with every list sorted by its bytes.

    No list of a request has an order: a reordered retry is the same request. Mappings become pairs, because their keys
    are the caller's text and need not be ASCII.
    """
    if type(value) is str:
        return written_bytes(value)
    if isinstance(value, dict):
        pairs = [_begun_pair(key) + normal_bytes(value[key]) for key in sorted(value)]
        return b'{"pairs":[' + b"],".join(pairs) + b"]]}" if pairs else b'{"pairs":[]}'
    if isinstance(value, list):
        return b"[" + b",".join(sorted(map(normal_bytes, value))) + b"]"
    return written_bytes(value)


@lru_cache(maxsize=1_024)
def _begun_pair(key: str) -> bytes:
    """Write the beginning of a pair, up to its value; nearly all keys are those of our own models."""
    return b"[" + written_bytes(key) + b","
