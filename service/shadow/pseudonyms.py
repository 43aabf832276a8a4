"""Pseudonyms for requests that leave a server: equal names and texts stay equal, and none can be read.

Facts keep their ids, numbers, dates and choices, because the rules need them. Locations in documents and free reasons
are removed.
"""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

from touchstone.v1 import evaluation_service_pb2

if TYPE_CHECKING:
    from touchstone.v1 import types_pb2

_SUBJECT_DIGITS, _NAME_DIGITS = 40, 32
_REMOVED = "-"


class Pseudonyms:
    """Keyed pseudonyms (HMAC with SHA-256)."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def request(
        self, request: evaluation_service_pb2.EvaluateSubjectRequest, known_time: str
    ) -> evaluation_service_pb2.EvaluateSubjectRequest:
        """Return a copy under pseudonyms, without request id; `known_time` is used if the request has none."""
        copy = evaluation_service_pb2.EvaluateSubjectRequest()
        copy.CopyFrom(request)
        for field in ("request_id", "view", "validate_only"):
            copy.ClearField(field)
        if not copy.HasField("known_time"):
            copy.known_time.FromJsonString(known_time)
        organization, _, subject = request.subject.rpartition("/")
        copy.subject = f"{organization}/p-{self._digest('subject', subject)[:_SUBJECT_DIGITS]}"
        for item in copy.evidence:
            item.evidence_id = self._name("evidence", item.evidence_id)
            item.issuer = self._name("name", item.issuer)
            item.content_digest = self._digest("document", item.content_digest)
            item.ClearField("locator")
        for fact in copy.facts:
            fact.ClearField("places")
            self._hide_texts(fact.value)
            for rating in fact.ratings:
                rating.person, rating.rationale = self._name("person", rating.person), _REMOVED
                rating.ClearField("place")
                self._hide_texts(rating.value)
            if fact.HasField("verification"):
                verification = fact.verification
                verification.person, verification.method = self._name("person", verification.person), _REMOVED
                verification.reason = _REMOVED if verification.reason else ""
                self._hide_texts(verification.corrected_value)
        return copy

    def _hide_texts(self, value: types_pb2.Value) -> None:
        for index, evidence in enumerate(value.evidence_ids):
            value.evidence_ids[index] = self._name("evidence", evidence)
        match value.WhichOneof("kind"):
            case "text":
                value.text = self._name("text", value.text)
            case "records":
                for record in value.records.values:
                    for field in record.fields.values():
                        self._hide_texts(field)

    def _name(self, kind: str, text: str) -> str:
        return self._digest(kind, text)[:_NAME_DIGITS] if text else ""

    def _digest(self, kind: str, text: str) -> str:
        return hmac.digest(self._key, f"{kind}\0{text}".encode(), "sha256").hex()
