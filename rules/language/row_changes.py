"""What stands otherwise in the rows of one card than in those of another, as it was and as it is?"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING

from rules.language.card_rows import BASIS, SENTENCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rules.language.card_rows import CardRow, Cell

_BETWEEN = "; "


@dataclass(frozen=True, slots=True)
class SaidChange:
    """What was and what is said in one row, in the cells of rules, or in those that say on what they rest.

    `beside` are the cells of the row that are the same, by which people find it; `was` or `now` is blank where the row
    is new or gone. `was_at` and `now_at` are the places in the model of each side.
    """

    heading: str
    beside: str
    was: str
    now: str
    was_at: str | None
    now_at: str | None
    of_basis: bool = False


@dataclass(frozen=True, slots=True)
class RowPair:
    """A row as it was and as it is; None where it is new or gone."""

    before: CardRow | None
    after: CardRow | None

    @property
    def owner(self) -> str:
        """The place of the part that it belongs to."""
        row = self.after or self.before
        return row.owner if row is not None else ""

    @property
    def tells_of(self) -> frozenset[str]:
        """The places of all parts of the model that it tells of: its part, and a condition that is the part's own."""
        paths = {row.path.split(".rows[")[0] for row in (self.before, self.after) if row is not None}
        return frozenset({self.owner, *paths})


def changed_rows(
    before: Sequence[CardRow], after: Sequence[CardRow], means: Mapping[CardRow, object] | None = None
) -> Iterator[RowPair]:
    """Pair the rows that say something else, part by part; those of a part are matched in their order.

    `means` says of each row what it means, where rows that read otherwise may mean the same.
    """
    old, new = _by_owner(before), _by_owner(after)
    for owner in dict.fromkeys((*new, *old)):
        olds, news = old.get(owner, []), new.get(owner, [])
        was, now = ([row.said if means is None else means[row] for row in rows] for rows in (olds, news))
        matcher = SequenceMatcher(None, was, now, autojunk=False)
        for tag, first, last, start, end in matcher.get_opcodes():
            if tag != "equal":
                for one, other in zip_longest(olds[first:last], news[start:end]):
                    yield RowPair(one, other)


def _by_owner(rows: Iterable[CardRow]) -> dict[str, list[CardRow]]:
    found: dict[str, list[CardRow]] = {}
    for row in rows:
        found.setdefault(row.owner, []).append(row)
    return found


def said(pair: RowPair) -> Iterator[SaidChange]:
    """Say what changed in a row: first in its rule, then in what that rests on."""
    old, new = (_by_key(row) for row in (pair.before, pair.after))
    for of_basis in (False, True):
        if pair.before is None or pair.after is None:
            keys = [] if of_basis else list(old or new)
        else:
            keys = [key for key in {**old, **new} if (key == BASIS) is of_basis and _text(old, key) != _text(new, key)]
        if keys:
            row = pair.after or pair.before
            yield SaidChange(
                row.heading if row is not None else "",
                _BETWEEN.join(
                    _told(cell) for key, cell in new.items() if key in old and old[key] == cell and key != BASIS
                ),
                _BETWEEN.join(_told(old[key]) for key in keys if key in old),
                _BETWEEN.join(_told(new[key]) for key in keys if key in new),
                pair.before.path if pair.before is not None else None,
                pair.after.path if pair.after is not None else None,
                of_basis,
            )


def _by_key(row: CardRow | None) -> dict[str, Cell]:
    """Give the cells of a row that are no words for people, by their columns."""
    return (
        {}
        if row is None
        else {f"{cell.key} {cell.column}" if cell.key not in (BASIS, SENTENCE) else cell.key: cell for cell in row.said}
    )


def _text(cells: Mapping[str, Cell], key: str) -> str:
    return cells[key].text if key in cells else ""


def _told(cell: Cell) -> str:
    return f"{cell.column} {cell.text}" if cell.column else cell.text
