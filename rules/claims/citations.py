"""Additional citations of a rule by jurisdiction and date (`citations.toml`), and precedents (`decided.toml`).

The decided cases are a selection, not a random sample: their share is no probability of being condemned.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, NamedTuple

from pydantic import Field

from rules.claims.screening.toml_validation import TomlSource
from rules.contracts.dates import Period
from rules.contracts.inputs import FrozenModel
from rules.contracts.toml_files import read_toml

_POINT = re.compile(r"Annex I points? (\d+[a-z]?)")


class _AdditionalCitation(FrozenModel):
    card: Annotated[str, Field(min_length=1)]
    instrument: Annotated[str, Field(min_length=1)]
    clause: Annotated[str, Field(min_length=1)]
    zh: Annotated[str, Field(min_length=1)]
    places: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    group: str = ""
    first: Annotated[date, Field(alias="from")] = date.min
    last: Annotated[date, Field(alias="until")] = date.max

    def holds(self, rule: str, place: str, shown: Period) -> bool:
        in_scope = (not self.places or place in self.places) and (not self.rules or rule in self.rules)
        return in_scope and self.first <= shown.last and shown.first <= self.last


class _CitationFile(FrozenModel):
    groups: dict[str, tuple[str, ...]] = {}
    also: tuple[_AdditionalCitation, ...]


def read_citations(form: TomlSource) -> tuple[_AdditionalCitation, ...]:
    """Read the additional citations and expand their rule groups.

    Raises:
        ClaimLexiconError: If the file is invalid.
    """
    file = form.read(_CitationFile)
    for number, citation in enumerate(file.also):
        if citation.last < citation.first:
            form.blame(("also", number), "ends before it begins; correct one of its days")
        if citation.group and citation.group not in file.groups:
            form.blame(
                ("also", number, "group"), f"names {citation.group!r}, which is none of {', '.join(file.groups)}"
            )
    form.settle()
    grouped = (
        entry.model_copy(update={"rules": (*entry.rules, *file.groups.get(entry.group, ()))}) for entry in file.also
    )
    return tuple(grouped)


ALSO: tuple[_AdditionalCitation, ...] = read_citations(TomlSource.of("citations.toml", "rules.claims"))


class CitationQuery(NamedTuple):
    """A rule and its cited clauses, for a claim shown in a jurisdiction during a period."""

    card: str
    rule: str
    clauses: tuple[str, ...]
    place: str
    shown: Period


def additional_citations(query: CitationQuery, language: str) -> Iterator[str]:
    """Yield the citations that supplement those of the rule.

    A citation with `{point}` is repeated for each cited point of Annex I.
    """
    points = dict.fromkeys(match[1] for clause in query.clauses if (match := _POINT.search(clause)))
    for citation in ALSO:
        if citation.card != query.card or not citation.holds(query.rule, query.place, query.shown):
            continue
        written = (
            f"{citation.instrument}，{citation.zh}" if language == "zh" else f"{citation.instrument}, {citation.clause}"
        )
        yield from (written.format(point=point) for point in (points if "{point}" in written else ("",)))


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
