"""What can be wrong with the database, whichever it is?"""

from __future__ import annotations

from enum import Enum, auto

from service.base.refusals import Reason, Refusal


class Fault(Enum):
    """What is wrong, as far as a caller can do something about it."""

    LOCKED = auto()
    FULL = auto()
    OTHER = auto()


class StoreError(Refusal):
    """The store cannot be opened; the message says why and what to do."""

    def __init__(self, message: str) -> None:
        """Keep the message."""
        super().__init__(Reason.STORE_UNAVAILABLE, message)
