"""HTTP/1.1 connections: a head within its time, and an answer that is taken."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_SECONDS = 10
"""How long the head of a request may take to come, from its first byte or from when the connection was made."""
TAKING_SECONDS = 60
"""How long a client may take nothing of what is written to it."""
_TOO_SLOW = (
    f"HTTP/1.1 {HTTPStatus.REQUEST_TIMEOUT} {HTTPStatus.REQUEST_TIMEOUT.phrase}\r\n"
    "content-length: 0\r\nconnection: close\r\n\r\n"
).encode()


class TimedProtocol(H11Protocol):
    """Ends connections that hold a place and neither ask nor take."""

    def __init__(self, *args: Any, **named: Any) -> None:
        """Begin as uvicorn does."""
        super().__init__(*args, **named)
        self._head: asyncio.TimerHandle | None = None
        self._taking: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn has it
        """Wait for the first head."""
        super().connection_made(transport)
        self._await_head()

    def data_received(self, data: bytes) -> None:
        """Read on; a head that has come whole is waited for no more."""
        super().data_received(data)
        if self.conn.their_state is not h11.IDLE:
            self._forget_head()
        else:
            self._await_head()

    def on_response_complete(self) -> None:
        """Turn to the next request, of which a part may have come already."""
        super().on_response_complete()
        if self.conn.their_state is h11.IDLE and self.conn.trailing_data[0]:
            self._await_head()

    def pause_writing(self) -> None:
        """Wait until the client takes what was written."""
        super().pause_writing()
        self._taking = self.loop.call_later(TAKING_SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        """Go on, for it was taken."""
        super().resume_writing()
        self._forget_taking()

    def timeout_keep_alive_handler(self) -> None:
        """End an idle connection, also where the client has not taken the end of an answer."""
        super().timeout_keep_alive_handler()
        self._forget_taking()
        self._taking = self.loop.call_later(TAKING_SECONDS, self.transport.abort)

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing any more."""
        super().connection_lost(exc)
        self._forget_head()
        self._forget_taking()

    def _await_head(self) -> None:
        if self._head is None:
            self._head = self.loop.call_later(HEAD_SECONDS, self._end_slow_head)

    def _end_slow_head(self) -> None:
        self._head = None
        if not self.transport.is_closing():
            if self.conn.trailing_data[0]:  # a browser that connected ahead has sent nothing, and is told nothing
                self.transport.write(_TOO_SLOW)
            self.transport.close()

    def _forget_head(self) -> None:
        if self._head is not None:
            self._head.cancel()
            self._head = None

    def _forget_taking(self) -> None:
        if self._taking is not None:
            self._taking.cancel()
            self._taking = None
