"""Additional citations of a rule: national provisions, and earlier law by date (`citations.toml`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from importlib import resources
from typing import Annotated, NamedTuple

from pydantic import Field

from rules.claims.screening.toml_validation import TomlSource
from rules.contracts.dates import Period
from rules.contracts.inputs import FrozenModel

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


def read_citations(text: str, name: str) -> tuple[_AdditionalCitation, ...]:
    """Read the additional citations and expand their rule groups.

    Raises:
        ClaimLexiconError: If the file is invalid.
    """
    form = TomlSource(text, name)
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


_NAME = "citations.toml"
ALSO: tuple[_AdditionalCitation, ...] = read_citations(
    resources.files("rules.claims").joinpath(_NAME).read_text("utf-8"), _NAME
)


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
