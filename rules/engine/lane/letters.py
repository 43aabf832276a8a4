"""In which way did the rules about one thing come out, so that what follows is found once for each way?"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

KEPT = 1_024
"""The most ways of coming out of which is kept what follows for one thing."""

Letters = tuple[str, ...]
"""How each clause of some rules came out."""


def letters_of(rules: Iterable[str]) -> Callable[[Mapping[str, str]], Letters]:
    """Take the letters of these rules from those of all rules of a network."""
    asked = tuple(rules)
    if len(asked) < 2:
        return lambda letters: tuple([letters[rule] for rule in asked])
    take: Callable[[Mapping[str, str]], Letters] = itemgetter(*asked)
    return take
