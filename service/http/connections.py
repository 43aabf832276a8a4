"""What becomes of a connection over HTTP whose client is slow, sends what is no HTTP, or has no place?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.base.refusals import Reason, Refusal
from service.base.status import status_of
from service.http.parting import Parting
from service.http.turning_away import Answer
from service.http.turnstile import Turnstile

if TYPE_CHECKING:
    import asyncio

    from service.http.room import Room
    from service.http.turning_away import AtTheHead

_say = speaker(__name__)

_HEAD_SECONDS = 10
"""How long the head of a request may take to come."""
IDLE_SECONDS = 30
"""How long a connection is kept between two requests."""
_TAKING_SECONDS = 30
"""How long a client may leave unread what is written to it."""
_HEAD_BYTES = 32 * 1024
_HEAD_TOO_LARGE = 431


class Patient(H11Protocol):
    """HTTP/1.1 with clients who are waited for only so long: until they have asked, and until they read the answer."""

    conn: Turnstile
    transport: Parting

    _asking: asyncio.TimerHandle | None = None
    _taking: asyncio.TimerHandle | None = None

    def __init__(self, at_the_head: AtTheHead, room: Room, **given: Any) -> None:
        """Turn requests away, and make room for other connections, as these say."""
        super().__init__(**given)
        self.conn = Turnstile(at_the_head, self, most=_HEAD_BYTES)
        self._room = room

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a head."""
        super().connection_made(Parting(transport, self._is_done))
        self._wait_for_head()
        self._room.enter(self)

    def data_received(self, data: bytes) -> None:
        """Read what has come, unless the last answer was written."""
        if self.transport.is_parting:
            self.transport.pass_over(len(data))
        else:
            super().data_received(data)

    def handle_events(self) -> None:
        """Begin what has come, and note for what is waited then."""
        super().handle_events()
        self._wait_for_head()
        self._note_who_waits()

    def send_400_response(self, msg: str) -> None:
        """Answer what is no HTTP, as all other errors are answered."""
        wrong = self.conn.wrong
        if wrong is not None and wrong.error_status_hint == _HEAD_TOO_LARGE:
            said = _say("HEAD_TOO_LARGE", most=f"{_HEAD_BYTES:,}")
            status = status_of(Refusal(Reason.MESSAGE_TOO_LARGE, said))
            self.conn.answer(Answer.of(status, code=_HEAD_TOO_LARGE))
        else:
            said = _say("NOT_HTTP", problem=str(wrong or msg))
            self.conn.answer(Answer.of(status_of(InputError((Violation("request", said, "MALFORMED"),)))))
        if self.cycle is not None:  # what is at work on the request is told that nobody waits for it
            self.cycle.disconnected = True
            self.cycle.message_event.set()
        self.transport.close()

    def write(self, content: bytes) -> None:
        """Send bytes to the client."""
        self.transport.write(content)

    def end(self) -> None:
        """End after what was sent."""
        self.transport.close()

    def was_turned_away(self) -> None:
        """Wait for the next request as after any answer."""
        self._unset_keepalive_if_required()
        self.timeout_keep_alive_task = self.loop.call_later(IDLE_SECONDS, self.timeout_keep_alive_handler)
        self._room.work_for(self)  # and waits for it no longer than for others from now on

    def make_room(self) -> None:
        """End at once."""
        self.transport.abort()

    def _is_done(self) -> bool:
        return self.conn.their_state not in {h11.SEND_BODY, h11.ERROR}

    def _wait_for_head(self) -> None:
        """Begin to wait where a head begins to come, and end where it has come; between two requests nothing comes."""
        is_coming = self.conn.their_state is h11.IDLE or self.conn.is_passing_over
        is_asking = is_coming and self.timeout_keep_alive_task is None
        if is_asking and self._asking is None:
            self._asking = self.loop.call_later(_HEAD_SECONDS, self.transport.abort)
        elif not is_asking and self._asking is not None:
            self._asking.cancel()
            self._asking = None

    def _note_who_waits(self) -> None:
        if self.conn.their_state in {h11.IDLE, h11.SEND_BODY} or self.flow.write_paused:
            self._room.wait_for(self)
        else:
            self._room.work_for(self)

    def pause_writing(self) -> None:
        """Begin to wait for the client to read."""
        super().pause_writing()
        self._taking = self.loop.call_later(_TAKING_SECONDS, self.transport.abort)
        self._note_who_waits()

    def resume_writing(self) -> None:
        """Go on when the client has read."""
        super().resume_writing()
        if self._taking is not None:
            self._taking.cancel()
            self._taking = None
        self._note_who_waits()

    def on_response_complete(self) -> None:
        """Wait for the next request."""
        super().on_response_complete()
        self._note_who_waits()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing any more."""
        super().connection_lost(exc)
        self._room.leave(self)
        self.transport.lost()
        for timer in filter(None, (self._asking, self._taking)):
            timer.cancel()
