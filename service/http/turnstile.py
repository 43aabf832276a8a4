"""How does a request that is turned away leave its connection to the next one? Its body is passed over.

Under overload most requests are refused, and what their refusals take of the loop is taken from those in flight.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import h11

from service.http.turning_away import PASSED_OVER

if TYPE_CHECKING:
    from service.http.turning_away import Answer, AtTheHead


class Owner(Protocol):
    """The connection that requests come over."""

    def write(self, content: bytes) -> None:
        """Send bytes to the client."""

    def end(self) -> None:
        """End after what was sent."""

    def was_turned_away(self) -> None:
        """Take note that a request was turned away, and has come whole."""


class Turnstile(h11.Connection):
    """A connection of HTTP/1.1 that gives on what has come, but for requests that are turned away."""

    def __init__(self, at_the_head: AtTheHead, owner: Owner, *, most: int) -> None:
        """Take heads of so many bytes at most."""
        super().__init__(h11.SERVER, most)
        self._at_the_head = at_the_head
        self._owner = owner
        self._unread: int | None = None
        """How much more of a body is passed over; None unless one is."""
        self.wrong: h11.RemoteProtocolError | None = None
        """What was wrong with what came last."""

    @property
    def is_passing_over(self) -> bool:
        """Say whether the body of a request is coming that was turned away."""
        return self._unread is not None

    def next_event(self) -> h11.Event | type[h11.NEED_DATA] | type[h11.PAUSED]:
        """Give what has come next of requests that are not turned away."""
        while True:
            try:
                event = super().next_event()
            except h11.RemoteProtocolError as error:
                self.wrong = error
                raise
            if isinstance(event, h11.Request) and (answer := self._at_the_head.answer(event)) is not None:
                self.answer(answer, has_body=event.method != b"HEAD")
                self._unread = PASSED_OVER
            elif self._unread is None:
                return event
            elif isinstance(event, h11.Data):
                self._unread -= len(event.data)
                if self._unread < 0:
                    self._owner.end()
                    return h11.NEED_DATA
            elif isinstance(event, h11.EndOfMessage) and self.our_state is h11.DONE:
                self._unread = None
                self.start_next_cycle()
                self._owner.was_turned_away()
            else:
                if self.our_state is h11.MUST_CLOSE:
                    self._owner.end()
                return h11.NEED_DATA

    def answer(self, answer: Answer, *, has_body: bool = True) -> None:
        """Send an answer, unless one is being sent already."""
        if self.our_state not in {h11.IDLE, h11.SEND_RESPONSE}:
            return
        events: list[h11.Event] = [answer.head, h11.EndOfMessage()]
        if has_body:
            events.insert(1, h11.Data(data=answer.body))
        self._owner.write(b"".join(self.send(event) or b"" for event in events))
