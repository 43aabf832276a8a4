"""Which connection makes room for another one? That on whose client the server has waited for longest."""

from __future__ import annotations

from typing import Protocol


class Guest(Protocol):
    """A connection."""

    def make_room(self) -> None:
        """End at once."""


class Room:
    """So many connections at most, of which those stay longest whose requests are being answered.

    So nobody keeps others out by connections over which nothing comes, or heads and bodies that never end.
    """

    def __init__(self, most: int) -> None:
        """Begin with none."""
        self._most = most
        self._guests: set[Guest] = set()
        self._awaited: dict[Guest, None] = {}
        """Those on whose clients the server waits, longest first."""

    def enter(self, guest: Guest) -> None:
        """Let a connection in, for which another one goes if there are too many; itself if all others are at work."""
        self._guests.add(guest)
        self._awaited[guest] = None
        if len(self._guests) > self._most:
            next(iter(self._awaited)).make_room()

    def wait_for(self, guest: Guest) -> None:
        """Take note that something is to come from a client, or to be taken by it."""
        self._awaited.setdefault(guest, None)

    def work_for(self, guest: Guest) -> None:
        """Take note that a client waits for its answer."""
        self._awaited.pop(guest, None)

    def leave(self, guest: Guest) -> None:
        """Take note that a connection has ended."""
        self._guests.discard(guest)
        self._awaited.pop(guest, None)
