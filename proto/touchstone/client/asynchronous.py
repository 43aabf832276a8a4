"""Client for programs of asyncio; the same calls as the blocking one has."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Generic, Self

import grpc

from touchstone.client.calling import (
    LIST_EVALUATIONS,
    OPTIONS,
    Answer,
    AnswerMessage,
    Caller,
    Fields,
    call_on,
    resolved,
    with_request_id,
)
from touchstone.client.json_form import plain_message

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from google.protobuf.message import Message

    from touchstone.client.errors import ServerError
    from touchstone.client.methods import Method


class AsyncClient(Caller):
    """One connection to a server, of one event loop; an asynchronous context manager."""

    _opened: grpc.aio.Channel | None = None
    """By the first call, since it belongs to the event loop that then runs."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """End the connection."""
        if self._opened is not None:
            await self._opened.close()

    async def evaluate(  # noqa: PLR0913 -- the fields of the request
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
        timeout: float | None = None,  # noqa: ASYNC109 -- gRPC keeps it
    ) -> Answer:
        """Evaluate a subject, and give the stored evaluation, as `Client.evaluate` does.

        Raises:
            FieldsError: something given is no field, or not of its kind; every one is named, and nothing is sent.
            ServerError: the server refuses, or cannot be reached in time.
        """
        method, request = self._prepared_evaluation(
            subject, scorecard,
            as_of=as_of, facts=facts, evidence=evidence, settings=settings, known=known, request_id=request_id,
        )  # fmt: skip
        return plain_message(await self._answered(method, request, timeout))

    async def evaluations(self, organization: str, *, filter: str = "", view: str = "") -> AsyncIterator[Answer]:
        """List the evaluations of an organisation, newest first; `filter` and `view` as the API has them.

        Raises:
            FieldsError: there is no such view.
            ServerError: the server refuses, or cannot be reached in time.
        """
        asked = {"parent": f"organizations/{organization}", "filter": filter, "view": view or None}
        async for page in self.pages(LIST_EVALUATIONS, asked):
            for one in page.get("evaluations", ()):
                yield one

    async def call(
        self,
        method: str,
        fields: Fields,
        *,
        timeout: float | None = None,  # noqa: ASYNC109 -- gRPC keeps it
    ) -> Answer:
        """Make any call that is asked and answers once: `EvaluationService.GetEvaluation`, or `GetEvaluation`.

        Raises:
            FieldsError: there is no such call, or something given is no field, or not of its kind; nothing is sent.
            ServerError: the server refuses, or cannot be reached in time.
        """
        return plain_message(await self._answered(*self._prepared(method, fields), timeout))

    async def pages(
        self,
        method: str,
        fields: Fields,
        *,
        timeout: float | None = None,  # noqa: ASYNC109 -- likewise
    ) -> AsyncIterator[Answer]:
        """Make any call that answers page by page, and give each page as it comes; the time limit is that of one page.

        Raises:
            FieldsError: as of `call`, and where the call has no pages.
            ServerError: the server refuses, or cannot be reached in time.
        """
        found, request = self._prepared_page(method, fields)
        while True:
            page: Any = await self._answered(found, request, timeout)
            yield plain_message(page)
            if not page.next_page_token:
                return
            request.page_token = page.next_page_token

    async def send(
        self,
        method: str | Method,
        request: Message | Iterable[Message] | AsyncIterable[Message],
        answer: type[AnswerMessage],
        *,
        timeout: float | None = None,  # noqa: ASYNC109 -- likewise
    ) -> AnswerMessage:
        """Make any call that answers once with messages, of which it may take several; the answer is of the type given.

        Raises:
            FieldsError: there is no such call.
            ServerError: the server refuses, or cannot be reached in time.
            TypeError: the call takes or answers another message.
        """
        found: AnswerMessage = await self._answered(resolved(method, request, answer), request, timeout)
        return found

    def stream(
        self,
        method: str | Method,
        request: Message | Iterable[Message] | AsyncIterable[Message],
        answer: type[AnswerMessage],
        *,
        timeout: float | None = None,
    ) -> AsyncAnswers[AnswerMessage]:
        """Make any call that answers by a stream of messages; nothing of it is repeated, and it ends by itself alone.

        Raises:
            FieldsError: there is no such call.
            TypeError: the call takes or answers another message.
        """
        call = call_on(self._channel, resolved(method, request, answer))
        return AsyncAnswers(call(request, timeout=timeout, metadata=self._metadata()), self._error)

    @property
    def _channel(self) -> grpc.aio.Channel:
        if self._opened is None:
            credentials = self._credentials()
            self._opened = (
                grpc.aio.insecure_channel(self.address, options=OPTIONS)
                if credentials is None
                else grpc.aio.secure_channel(self.address, credentials, options=OPTIONS)
            )
        return self._opened

    async def _answered(self, method: Method, request: Any, timeout: float | None) -> Any:  # noqa: ASYNC109 -- likewise
        """Call until there is an answer, an error that another call would not mend, or no time left."""
        request, call = with_request_id(method, request), call_on(self._channel, method)
        attempts = self._attempts(method, request, timeout)
        while True:
            try:
                return await call(request, timeout=attempts.seconds_left(), metadata=self._metadata())
            except grpc.RpcError as error:
                pause = attempts.pause_after(self._error(error))
            await asyncio.sleep(pause)


class AsyncAnswers(Generic[AnswerMessage]):
    """The answers of a stream, in their order."""

    def __init__(self, call: Any, told: Callable[[grpc.RpcError], ServerError]) -> None:
        """Take them of a call."""
        self._call, self._told = call, told

    async def __aiter__(self) -> AsyncIterator[AnswerMessage]:
        """Give each as it comes.

        Raises:
            ServerError: the server refuses, or the call broke.
        """
        try:
            async for answer in self._call:
                yield answer
        except grpc.RpcError as error:
            raise self._told(error) from error

    def cancel(self) -> None:
        """End the call."""
        self._call.cancel()
