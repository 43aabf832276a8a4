"""Precedents: decided cases on claims of the same kind, counted by jurisdiction (`decided.toml`).

The cases were chosen, not drawn: their number says what is known, and is no chance of being condemned.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from rules.contracts.toml_files import read_toml


class DecidedCase(NamedTuple):
    """A case that a forum decided, or an example of law or guidance, and whether the claim was condemned."""

    place: str
    forum: str
    day: str
    kinds: frozenset[str]
    condemned: bool


@dataclass(frozen=True, slots=True)
class PrecedentSummary:
    """Cases on claims of the same kind: how many, how many of them condemned, and which forum did when at last.

    `here` says whether they are of the place that was asked; where there are none, those of all places are told.
    """

    kinds: tuple[str, ...]
    count: int
    condemned: int
    latest_forum: str
    latest_day: str
    here: bool


@cache
def _cases() -> tuple[DecidedCase, ...]:
    return tuple(
        DecidedCase(place, forum, day, frozenset(kinds.split()), outcome == "condemned")
        for place, forum, day, kinds, outcome in read_toml("rules.claims", "decided.toml")["cases"]
    )


def precedents(jurisdiction: str, kinds: Collection[str]) -> PrecedentSummary:
    """Give the cases held on claims of one of these kinds, those of the place before those of others."""
    union, _, state = jurisdiction.partition("-")
    place = state if union == "EU" and state else union
    alike = [case for case in _cases() if not case.kinds.isdisjoint(kinds)]
    own = [case for case in alike if case.place == place]
    cases = own or alike
    condemned = [case for case in cases if case.condemned]
    latest = max((case for case in condemned if case.day), key=lambda case: case.day, default=None)
    shared = tuple(kind for kind in kinds if any(kind in case.kinds for case in cases))
    forum, day = ("", "") if latest is None else (latest.forum, latest.day)
    return PrecedentSummary(shared, len(cases), len(condemned), forum, day, bool(own))
