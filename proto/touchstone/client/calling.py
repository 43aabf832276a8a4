"""Connection and calls as both clients have them: what is sent, as whom, and what is read of the answer."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterable, Mapping
from contextlib import contextmanager
from dataclasses import replace
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import grpc

from touchstone.client.addresses import is_local
from touchstone.client.errors import error_of
from touchstone.client.json_reading import read_message
from touchstone.client.methods import Method, method_named
from touchstone.client.plain_values import plain_fields
from touchstone.client.problems import LANGUAGES, FieldsError, Problem
from touchstone.client.retrying import Attempts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from google.protobuf.message import Message

    from touchstone.client.errors import ServerError

Fields = Mapping[str, Any]
"""Fields of a message, by either of their names; numbers may be int or Decimal, days date, instants datetime."""
Answer = dict[str, Any]
"""A message in the JSON form of protobuf: fields in lowerCamelCase, exact numbers and dates as text."""
AnswerMessage = TypeVar("AnswerMessage", bound="Message")
Pem = str | PathLike[str] | bytes
"""What a PEM file holds, as bytes, or where it is."""

OPTIONS = (("grpc.max_receive_message_length", -1),)
EVALUATE = "EvaluationService.EvaluateSubject"
LIST_EVALUATIONS = "EvaluationService.ListEvaluations"
_ELEMENT = re.compile(r"(facts|evidence)\[(\d+)\]")


class Caller:
    """How a server is reached, and as whom."""

    def __init__(  # noqa: PLR0913 -- what a connection can have
        self,
        address: str,
        *,
        token: str | Callable[[], str] = "",
        tls: bool = False,
        ca: Pem | None = None,
        certificate: Pem | None = None,
        key: Pem | None = None,
        language: str = LANGUAGES[0],
        timeout: float = 30,
        waits: bool = True,
    ) -> None:
        """Call the server at host:port; nothing is sent before the first call.

        `token` is an API key or a token of an identity provider, or what gives one for each call. `tls` encrypts by the
        authorities that gRPC trusts, `ca` by those in a PEM file, and `certificate` with its `key` shows who calls.
        `language` is that of errors, en or zh. `timeout` is how many seconds a call may take, repetitions included.
        While a server cannot be reached, a client that `waits` repeats what it may.

        Raises:
            FieldsError: only one of certificate and key is given, or a token would leave this machine in the clear.
            OSError: a PEM file cannot be read.
        """
        if language not in LANGUAGES:
            raise FieldsError((Problem("language", "NAME_WANTED", {"found": language, "known": LANGUAGES}),))
        encrypted = tls or ca is not None or certificate is not None
        wrong = []
        if (certificate is None) != (key is None):
            wrong.append(Problem("certificate" if certificate is None else "key", "TOGETHER", reason="REQUIRED"))
        if token and not encrypted and not is_local(address):
            wrong.append(Problem("token", "IN_THE_CLEAR", {"address": address}, "UNSAFE"))
        if wrong:
            raise FieldsError(wrong, language)
        self.address = address
        self.language = language
        self._token = token
        self._pem = tuple(map(_read, (ca, key, certificate)))
        self._encrypted = encrypted
        self._timeout = timeout
        self._waits = waits

    def _credentials(self) -> grpc.ChannelCredentials | None:
        return grpc.ssl_channel_credentials(*self._pem) if self._encrypted else None

    def _metadata(self) -> tuple[tuple[str, str], ...]:
        token = self._token if isinstance(self._token, str) else self._token()
        shown = (("authorization", f"Bearer {token}"),) if token else ()
        return (("accept-language", self.language), *shown)

    def _attempts(self, method: Method, request: Any, timeout: float | None) -> Attempts:
        """Begin a call: what changes something is repeated if the server knows it by its id."""
        known_again = method.reads_only or (method.has_request_id and bool(request.request_id))
        seconds = self._timeout if timeout is None else timeout
        return Attempts(seconds, may_repeat=self._waits and known_again and not method.asks_stream)

    def _error(self, error: grpc.RpcError) -> ServerError:
        return error_of(error, self.address, self.language)

    @contextmanager
    def _said(self) -> Iterator[None]:
        """Say what is wrong in the language of the client."""
        try:
            yield
        except FieldsError as error:
            raise FieldsError(error.problems, self.language) from None

    def _prepared(self, name: str, fields: Fields) -> tuple[Method, Message]:
        """Read what is given as the request of a call."""
        with self._said():
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

    def _prepared_evaluation(  # noqa: PLR0913 -- the fields of the request
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
        """Write the request for an evaluation; what is wrong with a fact is told by its id."""
        given = {"facts": facts, "evidence": evidence or {}}
        with self._said():
            lists = {
                name: [{id_field: id, **plain_fields(each, f"{name}[{id}]")} for id, each in given[name].items()]
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
            ids = {name: [*each] for name, each in given.items()}
            named = (
                replace(one, field=_ELEMENT.sub(lambda at: f"{at[1]}[{ids[at[1]][int(at[2])]}]", one.field, count=1))
                for one in error.problems
            )
            raise FieldsError(named, self.language) from None


def with_request_id(method: Method, request: Any) -> Any:
    """Give the request with an id of its own where it may have one, so that the server knows a repetition of it."""
    if not method.has_request_id or method.reads_only or request.request_id:
        return request
    known = type(request)()
    known.CopyFrom(request)
    known.request_id = str(uuid.uuid4())
    return known


def resolved(method: str | Method, request: object, answer: type[AnswerMessage]) -> Method:
    """Find a call, and hold what is given to its messages.

    Raises:
        FieldsError: there is no such call.
        TypeError: it takes or answers another message.
    """
    found = method if isinstance(method, Method) else method_named(method)
    if answer is not found.answer:
        raise TypeError(f"{found.path} answers {found.answer.__name__}, not {answer.__name__}")
    if not found.asks_stream and not isinstance(request, found.request):
        raise TypeError(f"{found.path} takes {found.request.__name__}, not {type(request).__name__}")
    return found


def call_on(channel: Any, method: Method) -> Callable[..., Any]:
    """Give what makes a call over a channel, blocking or of asyncio."""
    kind = f"{'stream' if method.asks_stream else 'unary'}_{'stream' if method.answers_stream else 'unary'}"
    made: Callable[..., Any] = getattr(channel, kind)(
        method.path,
        request_serializer=method.request.SerializeToString,
        response_deserializer=method.answer.FromString,
    )
    if not method.asks_stream:
        return made
    # Of messages that are given as a list gRPC would say only that it failed to iterate over them.
    return lambda requests, **options: made(iter(requests) if isinstance(requests, Iterable) else requests, **options)


def _read(pem: Pem | None) -> bytes | None:
    return pem if pem is None or isinstance(pem, bytes) else Path(pem).read_bytes()
