"""How does a recorded sentence read to a person: said once, with decimals, and set in its language?"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from pydantic import BaseModel

from rules.contracts.numbers import format_places, parse_exact, round_to
from rules.contracts.record import Bounds
from rules.contracts.typesetting import typeset
from rules.model.expressions import IncludesClause
from rules.model.names import clauses as placed_clauses
from rules.trail.sentences import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rules.contracts.record import Record
    from rules.language.render import Renderer
    from rules.model.definitions import Rounding


class Plain:
    """Makes sentences of one record readable; what is recorded stays as it is."""

    def __init__(self, record: Record, rounding: Rounding, language: str, exact: str) -> None:
        """Find the fractions among the figures of the record; `exact` is the template of one beside its decimals."""
        self._language = language
        found = {number for number in _numbers(record) if "/" in number}
        self._shown = {
            text: exact.format(
                shown=format_places(round_to(parse_exact(text), rounding.places, rounding.mode), rounding.places),
                exact=text,
            )
            for text in found
        }
        longest_first = sorted(map(re.escape, found), key=len, reverse=True)
        self._pattern = re.compile(rf"(?<![\w/.-])(?:{'|'.join(longest_first)})(?![\w/])") if found else None

    def told(self, text: str) -> str:
        """Write the fractions of the record as decimals, each with its exact value, and set the text."""
        if self._pattern is not None:
            text = self._pattern.sub(lambda found: self._shown[found[0]], text)
        return typeset(text, self._language)


def once(
    clauses: Iterable[str],
    asked: Callable[[str], tuple[str, str] | None],
    together: Callable[[str, list[str]], str],
) -> list[str]:
    """Say neighbouring clauses that each ask one thing for one value once.

    `asked` gives what stands before such a value, and the value; `together` writes one clause for several of them.
    """
    said: list[str] = []
    read = [(asked(clause), clause) for clause in clauses]
    for head, group in groupby(read, lambda one: one[0] and one[0][0]):
        same = list(group)
        values = dict.fromkeys(found[1] for found, _ in same if found is not None)
        if head is not None and len(values) > 1:
            said.append(together(head, list(values)))
        elif head is not None:
            said.append(same[0][1])
        else:
            said += [clause for _, clause in same]
    return said


class SingleValues:
    """Knows which recorded clauses ask whether a fact includes one value; one that names several asks for any."""

    def __init__(self, renderer: Renderer) -> None:
        """Find the clauses of the card that ask what a fact includes."""
        includes = renderer.words.operators["includes"]
        self._value = renderer.choice
        self._shown = words(renderer.language)["value"].split("{value}")
        self._asking = {
            (clause.name, clause.values): (
                renderer.name(clause.name),
                includes.write(values=renderer.choices(clause.name, clause.values)),
            )
            for clause in (placed.clause for placed in placed_clauses(renderer.scorecard) if placed.within is None)
            if isinstance(clause, IncludesClause)
        }

    def asked(self, clause: str) -> tuple[str, str] | None:
        """Give what stands before the value, and the value; None unless it can be only one clause, of one value."""
        before, after = self._shown
        possible: list[tuple[str, str] | None] = []
        for (name, values), (named, comparison) in self._asking.items():
            head = clause.removesuffix(comparison)
            shown = head.removeprefix(named).removesuffix(" ")
            if f"{named}{shown} {comparison}" == clause and (
                not shown or (shown.startswith(before) and shown.endswith(after))
            ):
                possible.append((head, self._value(name, values[0])) if len(values) == 1 else None)
        return possible[0] if len(possible) == 1 else None


def _numbers(part: object) -> Iterator[str]:
    """Give the ends of all figures: what else looks like a fraction is the text of a fact or the name of a law."""
    if isinstance(part, Bounds):
        yield from (end for end in (part.low, part.high) if end is not None)
    elif isinstance(part, BaseModel):
        yield from (number for _, value in part for number in _numbers(value))
    elif isinstance(part, dict):
        yield from (number for value in part.values() for number in _numbers(value))
    elif isinstance(part, tuple):
        yield from (number for value in part for number in _numbers(value))
