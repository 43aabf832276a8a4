"""How is a server called so that a call that may be repeated is, and an error names its fields?"""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Self

import grpc
from google.protobuf.message_factory import GetMessageClass
from google.rpc import error_details_pb2, status_pb2
from grpc_status import rpc_status

from rules.contracts.errors import InputError, TouchstoneError, Violation
from rules.contracts.messages import speaker
from service.answering.terminal.json_form import as_json
from service.base.of_call import KEY
from service.http.plain_data import read_message
from touchstone.v1 import evaluation_service_pb2, scorecard_service_pb2

if TYPE_CHECKING:
    from collections.abc import Iterator

    from google.protobuf.message import Message


_say = speaker(__name__)

Fields = Mapping[str, Any]
"""Fields of a message, by either of their names; numbers may be int or Decimal, days date, instants datetime."""


def plain(value: object, field: str) -> Any:
    """Give a value as JSON has it: numbers and dates as text.

    Raises:
        InputError: there is a float, which is not exact, an instant without a zone, or something that JSON has not.
    """
    match value:
        case None | str() | bool():
            return value
        case Decimal() if value.is_finite():
            return f"{value:f}"
        case int():
            return str(value)
        case datetime():
            if value.tzinfo is None:
                raise InputError((Violation(field, _say("NO_ZONE"), "WRONG_VALUE"),))
            return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        case date():
            return value.isoformat()
        case Mapping():
            return {str(key): plain(each, f"{field}.{key}") for key, each in value.items()}
        case Sequence() if not isinstance(value, bytes):
            return [plain(each, f"{field}[{index}]") for index, each in enumerate(value)]
        case _:
            raise InputError((Violation(field, _say("NOT_PLAIN", found=type(value).__name__), "WRONG_VALUE"),))


def with_ids(given: Mapping[str, Fields], id_field: str, field: str) -> list[dict[str, Any]]:
    """Give things by id as a list in which each has its id as a field."""
    return [{id_field: id, **plain(each, f"{field}[{id}]")} for id, each in given.items()]


_EVALUATIONS = evaluation_service_pb2.DESCRIPTOR.services_by_name["EvaluationService"]
_SCORECARDS = scorecard_service_pb2.DESCRIPTOR.services_by_name["ScorecardService"]
_FIRST_PAUSE, _LONGEST_PAUSE = 0.2, 5.0

Answer = dict[str, Any]
"""A message in the JSON form of protobuf: fields in lowerCamelCase, exact numbers and dates as text."""


class ServerError(TouchstoneError):
    """A server refused a call, or could not be reached."""

    def __init__(self, status: status_pb2.Status) -> None:
        """Read what the status says."""
        information, wrong = error_details_pb2.ErrorInfo(), error_details_pb2.BadRequest()
        for detail in status.details:
            detail.Unpack(information) or detail.Unpack(wrong)
        self.code = grpc_code(status.code)
        self.reason: str = information.reason
        """The stable reason, such as `VERSION_NOT_IN_FORCE`; empty if the server could not be reached."""
        self.fields = {one.field: one.localized_message.message or one.description for one in wrong.field_violations}
        """What is wrong, by the path of the field, in the language of the client."""
        super().__init__(status.message)


def grpc_code(number: int) -> grpc.StatusCode:
    """Give the status code of a number."""
    return next(code for code in grpc.StatusCode if code.value[0] == number)


class Client:
    """One connection to a server; a context manager, and safe to use from several threads."""

    def __init__(
        self, address: str, *, language: str = "en", patience: float = 30, channel: grpc.Channel | None = None
    ) -> None:
        """Call the server at host:port, or over a channel of the caller's own, such as one with TLS.

        `patience` is how many seconds a call may take, repetitions included; `language` that of errors, en or zh.
        """
        options = (("grpc.max_receive_message_length", -1),)
        self._address = address
        self._channel = channel or grpc.insecure_channel(address, options=options)
        self._metadata = ((KEY, language),)
        self._patience = patience

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the connection."""
        self._channel.close()

    def evaluate(  # noqa: PLR0913 -- the fields of the request
        self,
        subject: str,
        scorecard: str,
        *,
        as_of: date,
        facts: Mapping[str, Fields],
        evidence: Mapping[str, Fields] | None = None,
        settings: Mapping[str, str] | None = None,
        known: datetime | None = None,
        request_id: str | None = None,
    ) -> Answer:
        """Evaluate a subject, `organizations/{organization}/subjects/{subject}`, and give the stored evaluation.

        `facts` holds by fact id the fields of Fact, such as `{"value": {"number": Decimal("1"), "unit": "time"}}`,
        `evidence` by evidence id those of EvidenceItem. All repetitions have one request id, so that the subject is
        evaluated once; who gives it can repeat the call from another process.

        Raises:
            InputError: something given is no field, or not of its kind; every one is named.
            ServerError: the server refuses, or cannot be reached in time.
        """
        return self.call(
            "EvaluateSubject",
            {
                "subject": subject,
                "scorecard": scorecard,
                "as_of_date": as_of,
                "known_time": known,
                "settings": dict(settings or {}),
                "facts": with_ids(facts, "fact_id", "facts"),
                "evidence": with_ids(evidence or {}, "evidence_id", "evidence"),
                "request_id": request_id or str(uuid.uuid4()),
            },
        )

    def evaluations(self, organization: str, *, filter: str = "", view: str = "") -> Iterator[Answer]:
        """List the evaluations of an organisation, newest first, page by page; `filter` and `view` as the API has them.

        Raises:
            ServerError: the server refuses, or cannot be reached in time.
        """
        token = ""
        while True:
            asked = {"parent": f"organizations/{organization}", "filter": filter, "page_token": token}
            page = self.call("ListEvaluations", {**asked, **({"view": view} if view else {})})
            yield from page.get("evaluations", ())
            token = page.get("nextPageToken", "")
            if not token:
                return

    def call(self, method: str, given: Fields) -> Answer:
        """Make any call of EvaluationService or ScorecardService that answers once.

        Raises:
            InputError: something given is no field, or not of its kind; every one is named.
            ServerError: the server refuses, or cannot be reached in time.
        """
        service = _EVALUATIONS if method in _EVALUATIONS.methods_by_name else _SCORECARDS
        described = service.methods_by_name[method]
        message = GetMessageClass(described.input_type)()
        read_message(plain(given, method), message, whole=method)
        call = self._channel.unary_unary(
            f"/{service.full_name}/{method}",
            request_serializer=type(message).SerializeToString,
            response_deserializer=GetMessageClass(described.output_type).FromString,
        )
        answer: Answer = json.loads(as_json(self._repeated(call, message), indent=None))
        return answer

    def _repeated(self, call: grpc.UnaryUnaryMultiCallable[Any, Any], message: Message) -> Message:
        """Call until there is an answer, an error that another call would not mend, or no time left."""
        deadline, pause = time.monotonic() + self._patience, _FIRST_PAUSE
        while True:
            try:
                answer: Message = call(message, timeout=max(deadline - time.monotonic(), 0), metadata=self._metadata)
            except grpc.RpcError as error:
                status = self._status(error)
                delay = _delay(status, pause)
                if delay is None or time.monotonic() + delay > deadline:
                    raise ServerError(status) from error
                time.sleep(delay)
                pause = min(2 * pause, _LONGEST_PAUSE)
            else:
                return answer

    def _status(self, error: Any) -> status_pb2.Status:
        status: status_pb2.Status | None = rpc_status.from_call(error)
        if status is not None:
            return status
        said = _say("UNREACHABLE", address=self._address, details=error.details())
        return status_pb2.Status(code=error.code().value[0], message=said)


def _delay(status: status_pb2.Status, pause: float) -> float | None:
    """Give after how many seconds a call may be repeated: what the server says, or a pause if none was reached."""
    retry = error_details_pb2.RetryInfo()
    if any(detail.Unpack(retry) for detail in status.details):
        return float(retry.retry_delay.seconds)
    return pause if status.code == grpc.StatusCode.UNAVAILABLE.value[0] and not status.details else None
