"""Connection, metadata and request preparation of both clients; Python values in JSON form."""

from __future__ import annotations

import re
import uuid
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import grpc

from touchstone.client.addresses import is_local
from touchstone.client.errors import error_of
from touchstone.client.json_reading import read_message
from touchstone.client.methods import Method, method_named
from touchstone.client.problems import LANGUAGES, FieldsError, Problem
from touchstone.client.retrying import Attempts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from google.protobuf.message import Message

    from touchstone.client.errors import ServerError

Fields = Mapping[str, Any]
"""Message fields by JSON or proto name; values may be int, Decimal, date or datetime."""
Answer = dict[str, Any]
"""Message as protobuf JSON: lowerCamelCase fields; exact numbers and dates are text."""
AnswerMessage = TypeVar("AnswerMessage", bound="Message")
Pem = str | PathLike[str] | bytes
"""PEM content as bytes, or the path of a PEM file."""

OPTIONS = (("grpc.max_receive_message_length", -1),)
EVALUATE = "EvaluationService.EvaluateSubject"
LIST_EVALUATIONS = "EvaluationService.ListEvaluations"
_ORGANIZATIONS = "organizations/"
_TOKEN = re.compile(r"[!-~]+")
_LIST_ELEMENT = re.compile(r"(facts|evidence)\[(\d+)\]")


class Caller:
    """Base class of both clients."""

    def __init__(  # noqa: PLR0913 -- connection options
        self,
        address: str,
        *,
        token: str | Callable[[], str] | None = None,
        tls: bool = False,
        ca: Pem | None = None,
        certificate: Pem | None = None,
        key: Pem | None = None,
        language: str = LANGUAGES[0],
        timeout: float = 30,
        waits: bool = True,
    ) -> None:
        """Configure the connection to host:port; nothing is sent before the first call.

        `token` is an API key, an identity provider token, or a function that returns one for each call; spaces and
        line breaks around it are removed. `tls` encrypts with the authorities that gRPC trusts, `ca` with those in a
        PEM file. `certificate` and `key` authenticate the client. `language` (en or zh) applies to errors. `timeout`
        limits a call, retries included, in seconds. `waits` repeats a call while the server is unreachable, if it
        changes nothing or has a request id. A call that the server refuses with a delay is always repeated.

        Raises:
            FieldsError: The language is unknown, certificate or key is missing, the token is empty or has invalid
                characters, or a token would leave this machine unencrypted.
            OSError: A PEM file is not readable.
        """
        if language not in LANGUAGES:
            raise FieldsError((Problem("language", "NAME_WANTED", {"found": language, "known": LANGUAGES}),))
        encrypted = tls or ca is not None or certificate is not None
        problems = []
        if (certificate is None) != (key is None):
            problems.append(Problem("certificate" if certificate is None else "key", "TOGETHER", reason="REQUIRED"))
        if token is not None and not encrypted and not is_local(address):
            problems.append(Problem("token", "IN_THE_CLEAR", {"address": address}, "UNSAFE"))
        if problems:
            raise FieldsError(problems, language)
        if isinstance(token, str):
            token = _bearer_token(token, language)
        self.address = address
        self.language = language
        self._token = token
        self._pem = tuple(map(_pem_bytes, (ca, key, certificate)))
        self.is_encrypted = encrypted
        self._timeout = timeout
        self._waits = waits

    def _credentials(self) -> grpc.ChannelCredentials | None:
        return grpc.ssl_channel_credentials(*self._pem) if self.is_encrypted else None

    def _metadata(self) -> tuple[tuple[str, str], ...]:
        language = ("accept-language", self.language)
        if self._token is None:
            return (language,)
        token = self._token if isinstance(self._token, str) else _bearer_token(self._token(), self.language)
        return (language, ("authorization", f"Bearer {token}"))

    def _attempts(self, method: Method, request: Any, timeout: float | None) -> Attempts:
        is_repeatable = method.reads_only or (method.has_request_id and bool(request.request_id))
        seconds = self._timeout if timeout is None else timeout
        return Attempts(seconds, may_repeat=self._waits and is_repeatable and not method.asks_stream)

    def _error(self, error: grpc.RpcError) -> ServerError:
        return error_of(error, self.address, self.language, is_encrypted=self.is_encrypted)

    @contextmanager
    def _localized_errors(self) -> Iterator[None]:
        try:
            yield
        except FieldsError as error:
            raise FieldsError(error.problems, self.language) from None

    def _prepared(self, name: str, fields: Fields) -> tuple[Method, Message]:
        with self._localized_errors():
            method = method_named(name)
            if method.asks_stream or method.answers_stream:
                raise FieldsError((Problem(name, "STREAM"),))
            request = method.request()
            read_message(plain_fields(fields), request, whole=name)
        return method, request

    def _prepared_page(self, name: str, fields: Fields) -> tuple[Method, Any]:
        method, request = self._prepared(name, fields)
        if not method.has_pages:
            raise FieldsError((Problem(name, "NO_PAGES"),), self.language)
        return method, request

    def _prepared_evaluation(  # noqa: PLR0913 -- fields of the request
        self,
        subject: str,
        scorecard: str,
        *,
        as_of: date,
        facts: Mapping[str, Fields],
        evidence: Mapping[str, Fields] | None,
        settings: Mapping[str, str] | None,
        known: datetime | None,
        request_id: str | None,
    ) -> tuple[Method, Message]:
        inputs = {"facts": facts, "evidence": evidence or {}}
        with self._localized_errors():
            lists = {
                name: [{id_field: id, **plain_fields(each, f"{name}[{id}]")} for id, each in inputs[name].items()]
                for name, id_field in (("facts", "fact_id"), ("evidence", "evidence_id"))
            }
        request = {
            "subject": subject,
            "scorecard": scorecard,
            "as_of_date": as_of,
            "known_time": known,
            "settings": settings or {},
            "request_id": request_id,
            **lists,
        }
        try:
            return self._prepared(EVALUATE, request)
        except FieldsError as error:
            ids = {name: [*each] for name, each in inputs.items()}
            located = (
                replace(
                    problem,
                    field=_LIST_ELEMENT.sub(lambda at: f"{at[1]}[{ids[at[1]][int(at[2])]}]", problem.field, count=1),
                )
                for problem in error.problems
            )
            raise FieldsError(located, self.language) from None


def _bearer_token(text: str, language: str) -> str:
    token = text.strip()
    if not _TOKEN.fullmatch(token):
        raise FieldsError((Problem("token", "NO_TOKEN", reason="MALFORMED"),), language)
    return token


def evaluations_fields(organization: str, **fields: str) -> Fields:
    """Return the fields of ListEvaluations for a resource name `organizations/{organization}` or its id alone."""
    return {"parent": f"{_ORGANIZATIONS}{organization.removeprefix(_ORGANIZATIONS)}"} | {
        name: value or None for name, value in fields.items()
    }


def with_request_id(method: Method, request: Any) -> Any:
    """Return a copy with a new request id for recognizing retries; the request itself if it needs none."""
    if not method.has_request_id or method.reads_only or request.request_id:
        return request
    identified = type(request)()
    identified.CopyFrom(request)
    identified.request_id = str(uuid.uuid4())
    return identified


def resolved(method: str | Method, request: object, answer: type[AnswerMessage]) -> Method:
    """Return the method.

    Raises:
        FieldsError: The method is unknown.
        TypeError: The method takes or returns another message.
    """
    resolved_method = method if isinstance(method, Method) else method_named(method)
    if answer is not resolved_method.answer:
        raise TypeError(f"{resolved_method.path} answers {resolved_method.answer.__name__}, not {answer.__name__}")
    if not resolved_method.asks_stream and not isinstance(request, resolved_method.request):
        raise TypeError(
            f"{resolved_method.path} takes {resolved_method.request.__name__}, not {type(request).__name__}"
        )
    return resolved_method


def call_on(channel: Any, method: Method) -> Callable[..., Any]:
    """Return the callable for a method on a channel of either client."""
    kind = f"{'stream' if method.asks_stream else 'unary'}_{'stream' if method.answers_stream else 'unary'}"
    rpc: Callable[..., Any] = getattr(channel, kind)(
        method.path,
        request_serializer=method.request.SerializeToString,
        response_deserializer=method.answer.FromString,
    )
    if not method.asks_stream:
        return rpc
    # A list must become an iterator; otherwise gRPC reports only that iterating failed.
    return lambda requests, **options: rpc(iter(requests) if isinstance(requests, Iterable) else requests, **options)


def _pem_bytes(pem: Pem | None) -> bytes | None:
    return pem if pem is None or isinstance(pem, bytes) else Path(pem).read_bytes()


def plain_value(value: object, field: str) -> Any:
    """Convert a value to JSON form; `field` is its path.

    Raises:
        FieldsError: The value is a float, a datetime without time zone, or of an unsupported type.
    """
    match value:
        case None | str() | bool():
            return value
        case Decimal() if value.is_finite():
            return f"{value:f}"
        case int():
            return str(value)
        case bytes():
            return b64encode(value).decode("ascii")
        case datetime():
            if value.tzinfo is None:
                raise FieldsError((Problem(field, "NO_ZONE"),))
            return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
        case date():
            return value.isoformat()
        case Mapping():
            return plain_fields(value, field)
        case Sequence():
            return [plain_value(each, f"{field}[{index}]") for index, each in enumerate(value)]
        case _:
            raise FieldsError((Problem(field, "NOT_PLAIN", {"found": type(value).__name__}),))


def plain_fields(fields: Mapping[str, object], within: str = "") -> dict[str, Any]:
    """Convert message fields to JSON form; raises the errors of `plain_value`."""
    return {str(name): plain_value(each, f"{within}.{name}" if within else str(name)) for name, each in fields.items()}
