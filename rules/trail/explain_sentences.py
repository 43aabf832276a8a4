"""Readable form of recorded sentences: decimals for fractions, merged clauses and typography by language."""

from __future__ import annotations

import re
from itertools import chain, groupby
from typing import TYPE_CHECKING

import orjson
from pydantic import BaseModel

from rules.contracts.numbers import format_for_display, parse_exact
from rules.contracts.record import Bounds
from rules.contracts.typesetting import typeset
from rules.model.expressions import IncludesClause
from rules.model.names import all_clauses as placed_clauses
from rules.trail.sentences import MARK, sentence_templates
from rules.trail.stances import clause_comparison, clause_question, stance_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rules.contracts.record import Record
    from rules.language.render import Renderer
    from rules.model.scorecard import Scorecard


class ReadableSentences:
    """Makes sentences of one record readable; what is recorded stays as it is."""

    def __init__(self, record: Record, scorecard: Scorecard, language: str) -> None:
        """Find the fractions among the figures of the record and of its steps; full points of the card stay its own."""
        self._language = language
        steps = (number for step in record.steps for number in _written(orjson.loads(step.payload or b"{}")))
        own = {str(indicator.maximum) for indicator in scorecard.indicators}
        full = {criterion.maximum_points for criterion in record.criteria if criterion.maximum_points is not None} - own
        fractions = {number for number in chain(_numbers(record), full, steps) if "/" in number}
        self._shown = {
            text: format_for_display(parse_exact(text), scorecard.card.rounding.places) for text in fractions
        }
        longest_first = sorted(map(re.escape, fractions), key=len, reverse=True)
        self._pattern = re.compile(rf"(?<![\w/.-])(?:{'|'.join(longest_first)})(?![\w/])") if fractions else None

    def told(self, text: str) -> str:
        """Write the fractions of the record as decimals, and set the text."""
        if self._pattern is not None:
            text = self._pattern.sub(lambda match: self._shown[match[0]], text)
        return typeset(text, self._language)


def merge_clauses_by_question(
    clauses: Iterable[str],
    asked: Callable[[str], tuple[str, str] | None],
    together: Callable[[str, list[str]], str],
) -> list[str]:
    """Say neighbouring clauses that each ask one thing for one value once.

    `asked` gives what stands before such a value, and the value; `together` writes one clause for several of them.
    """
    merged: list[str] = []
    read = [(asked(clause), clause) for clause in clauses]
    for head, group in groupby(read, lambda pair: pair[0] and pair[0][0]):
        same = list(group)
        values = dict.fromkeys(parsed[1] for parsed, _ in same if parsed is not None)
        if head is not None and len(values) > 1:
            merged.append(together(head, list(values)))
        elif head is not None:
            merged.append(same[0][1])
        else:
            merged += [clause for _, clause in same]
    return merged


class SingleValueClauses:
    """Knows which recorded clauses ask whether a fact includes one value; one that names several asks for any."""

    def __init__(self, renderer: Renderer) -> None:
        """Find the clauses of the card that ask what a fact includes."""
        self._value = renderer.choice
        self._asking: list[tuple[str, str, str, str | None]] = []
        for placed in placed_clauses(renderer.scorecard):
            if isinstance(clause := placed.clause, IncludesClause) and placed.within is None:
                sentence = clause_question(
                    clause,
                    None,
                    stance_at(placed.path),
                    sentence_templates(renderer.language),
                    plain=renderer,
                    marking=renderer,
                    found=MARK,
                )
                before, _, after = sentence.partition(MARK)
                value = self._value(clause.name, clause.values[0]) if len(clause.values) == 1 else None
                comparison = clause_comparison(clause, None, sentence_templates(renderer.language), renderer)
                self._asking.append((before, after, comparison, value))

    def asked(self, clause: str) -> tuple[str, str] | None:
        """Give what stands before the value, and the value; None unless it can be only one clause, of one value."""
        possible = {
            None if value is None else (clause.removesuffix(comparison), value)
            for before, after, comparison, value in self._asking
            if clause.startswith(before) and clause.endswith(after) and clause.endswith(comparison)
        }
        return possible.pop() if len(possible) == 1 else None


def _written(payload: object) -> Iterator[str]:
    """Give the ends of all figures that a step records, and the numbers of facts in another unit than declared."""
    if isinstance(payload, dict):
        yield from (payload[key] for key in ("low", "high", "number") if isinstance(payload.get(key), str))
        yield from (number for value in payload.values() for number in _written(value))
    elif isinstance(payload, list):
        yield from (number for value in payload for number in _written(value))


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
