"""Which claims of a text stand on one page of the answer?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from service.base.paging import foreign_token, read_token, write_token

if TYPE_CHECKING:
    from collections.abc import Sequence

Item = TypeVar("Item")

MAXIMUM_SIZE = 100
PAGE_BYTES = 3 * 1024 * 1024
"""A page ends before it exceeds what clients accept by default, 4 MiB, unless one claim alone is larger."""


@dataclass(frozen=True, slots=True)
class Page:
    """The page asked for: of which query, how many claims at most, and after which token; no size asks for all."""

    query: str = ""
    size: int | None = None
    token: str = ""

    def begun(self, rests_on: tuple[str, ...]) -> Begun:
        """Read the token, which belongs to this query and to the rules and the day that its answer rests on.

        Raises:
            InputError: the token belongs to something else.
        """
        query = (self.query, *rests_on)
        position = read_token(self.token, query)
        if position and not (position.isascii() and position.isdecimal() and len(position) < 10):
            raise foreign_token()
        return Begun(query, int(position or 0), self.size)


@dataclass(frozen=True, slots=True)
class Begun:
    """A page whose place in the text is known."""

    query: tuple[str, ...] = ()
    first: int = 0
    size: int | None = None

    def of(self, claims: Sequence[Item]) -> Sequence[Item]:
        """Give the claims of the page."""
        return claims if self.size is None else claims[self.first : self.first + self.size]

    def next_token(self, shown: int, count: int) -> str:
        """Give the token of the next page after so many claims were shown; none after the last."""
        following = self.first + shown
        return write_token(self.query, str(following)) if following < count else ""
