"""Asyncio client with the methods of the blocking client."""

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
    evaluations_fields,
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
    """Connection for one event loop, with the methods of `touchstone.client.Client`."""

    _opened_channel: grpc.aio.Channel | None = None
    """Opened by the first call, in its event loop."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        if self._opened_channel is not None:
            await self._opened_channel.close()

    async def evaluate(  # noqa: PLR0913 -- fields of the request
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
        timeout: float | None = None,  # noqa: ASYNC109 -- gRPC enforces it
    ) -> Answer:
        method, request = self._prepared_evaluation(
            subject, scorecard,
            as_of=as_of, facts=facts, evidence=evidence, settings=settings, known=known, request_id=request_id,
        )  # fmt: skip
        return plain_message(await self._call_with_retries(method, request, timeout))

    async def evaluations(self, organization: str, *, filter: str = "", view: str = "") -> AsyncIterator[Answer]:
        async for page in self.pages(LIST_EVALUATIONS, evaluations_fields(organization, filter=filter, view=view)):
            for evaluation in page.get("evaluations", ()):
                yield evaluation

    async def call(
        self,
        method: str,
        fields: Fields,
        *,
        timeout: float | None = None,  # noqa: ASYNC109 -- gRPC enforces it
    ) -> Answer:
        return plain_message(await self._call_with_retries(*self._prepared(method, fields), timeout))

    async def pages(
        self,
        method: str,
        fields: Fields,
        *,
        timeout: float | None = None,  # noqa: ASYNC109 -- gRPC enforces it
    ) -> AsyncIterator[Answer]:
        page_method, request = self._prepared_page(method, fields)
        while True:
            page: Any = await self._call_with_retries(page_method, request, timeout)
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
        timeout: float | None = None,  # noqa: ASYNC109 -- gRPC enforces it
    ) -> AnswerMessage:
        response: AnswerMessage = await self._call_with_retries(resolved(method, request, answer), request, timeout)
        return response

    def stream(
        self,
        method: str | Method,
        request: Message | Iterable[Message] | AsyncIterable[Message],
        answer: type[AnswerMessage],
        *,
        timeout: float | None = None,
    ) -> AsyncAnswers[AnswerMessage]:
        call = call_on(self._channel, resolved(method, request, answer))
        return AsyncAnswers(call(request, timeout=timeout, metadata=self._metadata()), self._error)

    @property
    def _channel(self) -> grpc.aio.Channel:
        if self._opened_channel is None:
            credentials = self._credentials()
            self._opened_channel = (
                grpc.aio.insecure_channel(self.address, options=OPTIONS)
                if credentials is None
                else grpc.aio.secure_channel(self.address, credentials, options=OPTIONS)
            )
        return self._opened_channel

    async def _call_with_retries(self, method: Method, request: Any, timeout: float | None) -> Any:  # noqa: ASYNC109 -- gRPC enforces it
        request, call = with_request_id(method, request), call_on(self._channel, method)
        attempts = self._attempts(method, request, timeout)
        while True:
            try:
                return await call(request, timeout=attempts.seconds_left(), metadata=self._metadata())
            except grpc.RpcError as error:
                pause = attempts.pause_after(self._error(error))
            await asyncio.sleep(pause)


class AsyncAnswers(Generic[AnswerMessage]):
    """Responses of a stream; iterating raises ServerError if the call fails."""

    def __init__(self, call: Any, to_error: Callable[[grpc.RpcError], ServerError]) -> None:
        self._call, self._error_of = call, to_error

    async def __aiter__(self) -> AsyncIterator[AnswerMessage]:
        try:
            async for answer in self._call:
                yield answer
        except grpc.RpcError as error:
            raise self._error_of(error) from error

    def cancel(self) -> None:
        self._call.cancel()
