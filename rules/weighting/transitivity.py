"""Transitivity check: triples of judgements by one expert that contradict each other."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

from rules.weighting.judgements import EQUAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rules.weighting.judgements import Judgements
    from rules.weighting.weighting_diagnostics import NoteCollector

_FULL_PREFERENCE = Fraction(1)
MAXIMUM_SHOWN = 20
"""Limit of triples reported per expert; one careless cell can break many."""

Contradiction = tuple[str, str, str, str]
"""Code of the note, and the three items in the order of its placeholders."""


def note_contradictions(judgements: Judgements, notes: NoteCollector) -> None:
    """Report contradictory triples, cycles first; the weights remain defined."""
    triples = sorted(intransitive_triples(judgements), key=lambda triple: triple[0] != "CYCLE")
    for code, first, second, third in triples[:MAXIMUM_SHOWN]:
        notes.add(code, judgements.place, first=first, second=second, third=third)
    if len(triples) > MAXIMUM_SHOWN:
        hidden_count = str(len(triples) - MAXIMUM_SHOWN)
        notes.add("MORE_CONTRADICTIONS", judgements.place, count=hidden_count, shown=str(MAXIMUM_SHOWN))


def intransitive_triples(judgements: Judgements) -> Iterator[Contradiction]:
    """Yield each triple of items that no ranking explains, with or without ties."""
    for triple in combinations(range(len(judgements.items)), 3):
        contradiction = _contradiction(triple, judgements.values)
        if contradiction is not None:
            code, order = contradiction
            first, second, third = (judgements.items[position] for position in order)
            yield code, first, second, third


def _contradiction(
    triple: tuple[int, int, int], values: Sequence[Sequence[Fraction]]
) -> tuple[str, tuple[int, int, int]] | None:
    i, j, k = triple
    for first, second, third in ((i, j, k), (j, k, i), (k, i, j)):
        cycle = values[first][second], values[second][third], values[third][first]
        match tuple(sorted(cycle)):
            case (1, 1, 1):
                return "CYCLE", (first, second, third)
            case (0, 0, 0):
                return "CYCLE", (first, third, second)
            case _:
                contradiction = _with_equals((first, second, third), values)
        if contradiction is not None:
            return contradiction
    return None


def _with_equals(
    order: tuple[int, int, int], values: Sequence[Sequence[Fraction]]
) -> tuple[str, tuple[int, int, int]] | None:
    for first, second, third in (order, order[::-1]):
        steps = values[first][second], values[second][third], values[first][third]
        if steps == (EQUAL, EQUAL, _FULL_PREFERENCE):
            return "BROKEN_EQUALITY", (first, second, third)
        if steps == (_FULL_PREFERENCE, _FULL_PREFERENCE, EQUAL):
            return "BROKEN_ORDER", (first, second, third)
    return None
