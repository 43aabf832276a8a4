"""Filter of unanswered table lookups: root causes kept, consequences and repetitions dropped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class FailedLookup:
    """One lookup without answer: of which record of which list, in which table it ended, and by which keys."""

    list: str
    record: str
    table: str
    keys: tuple[tuple[str, str], ...]


def reportable_lookups(looked: Sequence[FailedLookup]) -> tuple[bool, ...]:
    """Say of each lookup whether it is to be told, of those of one evaluation in the order of telling.

    A word that one lookup of a record was asked for alone, and that its table does not know, explains every other
    lookup of the record by that word: a code that is in no list has no default value either. So does the same table
    asked for the same twice.
    """
    return tuple(
        not any(_explains(looked, other, place) for other in range(len(looked))) for place in range(len(looked))
    )


def _explains(looked: Sequence[FailedLookup], other: int, place: int) -> bool:
    lookup, following = looked[other], looked[place]
    if other == place or (lookup.list, lookup.record) != (following.list, following.record):
        return False
    if lookup.keys == following.keys:
        return other < place and (lookup.table == following.table or len(lookup.keys) == 1)
    return len(lookup.keys) == 1 and any(_same(lookup.keys[0], key) for key in following.keys)


def _same(key: tuple[str, str], other: tuple[str, str]) -> bool:
    """Say whether both ask for one word; a code may have been asked for by its heading."""
    (column, word), (other_column, other_word) = key, other
    return column == other_column and (word.startswith(other_word) or other_word.startswith(word))
