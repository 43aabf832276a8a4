"""Precedents: decided cases on claims of the same kind, counted by jurisdiction (`decided.toml`).

The cases are a selection, not a random sample: their share is no probability of being condemned.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from rules.contracts.toml_files import read_toml


class DecidedCase(NamedTuple):
    """A decided case, or an example from law or guidance; `condemned` is its outcome for the claim."""

    place: str
    forum: str
    day: str
    kinds: frozenset[str]
    condemned: bool


@dataclass(frozen=True, slots=True)
class PrecedentSummary:
    """Counts of cases on claims of the same kind, and the latest case that condemned a claim.

    `here` is False if the jurisdiction has no such cases, so those of all jurisdictions are counted.
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
        DecidedCase(jurisdiction, forum, day, frozenset(kinds.split()), outcome == "condemned")
        for jurisdiction, forum, day, kinds, outcome in read_toml("rules.claims", "decided.toml")["cases"]
    )


def precedents(jurisdiction: str, kinds: Collection[str]) -> PrecedentSummary:
    """Summarize the decided cases on claims of these kinds, preferring those of the jurisdiction."""
    union, _, state = jurisdiction.partition("-")
    own_jurisdiction = state if union == "EU" and state else union
    matching_cases = [case for case in _cases() if not case.kinds.isdisjoint(kinds)]
    own = [case for case in matching_cases if case.place == own_jurisdiction]
    cases = own or matching_cases
    condemned = [case for case in cases if case.condemned]
    latest = max((case for case in condemned if case.day), key=lambda case: case.day, default=None)
    shared = tuple(kind for kind in kinds if any(kind in case.kinds for case in cases))
    forum, day = ("", "") if latest is None else (latest.forum, latest.day)
    return PrecedentSummary(shared, len(cases), len(condemned), forum, day, bool(own))
