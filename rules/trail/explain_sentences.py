"""How does a recorded sentence read to a person: said once, with decimals, and set in its language?"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Any

from rules.contracts.numbers import format_places, parse_exact, round_to
from rules.contracts.typesetting import typeset

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rules.contracts.record import Record
    from rules.model.definitions import Rounding

_FRACTION = re.compile(r"-?\d+/\d+\Z")


class Plain:
    """Makes sentences of one record readable; what is recorded stays as it is."""

    def __init__(self, record: Record, rounding: Rounding, language: str, exact: str) -> None:
        """Find the fractions of the record; `exact` is the template of one beside its decimals."""
        self._language = language
        found = {text for text in _texts(record.model_dump(mode="json", exclude={"steps"})) if _FRACTION.match(text)}
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


def once(clauses: Iterable[str], operator: str, together: Callable[[str, list[str]], str]) -> list[str]:
    """Say clauses that ask one thing for several values once, as `together` writes it for its head and the values."""

    def head(clause: str) -> str:
        before, asked, _ = clause.partition(operator)
        return before if asked else ""

    said: list[str] = []
    for begun, group in groupby(clauses, head):
        same = list(group)
        if begun and len(same) > 1:
            said.append(together(begun, [clause.partition(operator)[2] for clause in same]))
        else:
            said += same
    return said


def _texts(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        for value in part.values():
            yield from _texts(value)
    elif isinstance(part, list):
        for value in part:
            yield from _texts(value)
    elif isinstance(part, str):
        yield part
