"""What do the figures of a group come to: of each subject's records, of each subject, and of all?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.intervals import Interval, exactly, total_of
from rules.contracts.numbers import parse_exact
from rules.contracts.units import unit
from rules.model.record_results import record_results
from rules.trail.figures import figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.contracts.record import Bounds, Figure, NamedFigure
    from rules.model.scorecard import Result
    from service.batch.group_evaluating import Group, Member

Sums = tuple["Figure | None", ...]
"""The sum of each column; None where adding up says nothing: of spans of time, shares, rates and bare numbers."""
_TIMES = frozenset({"[duration]", "[calendar]"})


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one record, or of the subject itself if `key` is blank, in the order of the columns."""

    key: str
    figures: tuple[Figure, ...]
    absent: frozenset[str] = frozenset()
    """Ids of the results that do not apply here; nothing of them is added up."""


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of one subject, and what they come to."""

    member: Member
    rows: tuple[Row, ...]
    sums: Sums


@dataclass(frozen=True, slots=True)
class Table:
    """Figures with the same columns; `list` is the fact of whose records they are, blank for subjects themselves."""

    list: str
    columns: tuple[Result, ...]
    blocks: tuple[Block, ...]
    sums: Sums

    @property
    def count(self) -> int:
        """How many rows there are."""
        return sum(len(block.rows) for block in self.blocks)


def tables_of(group: Group) -> tuple[Table, ...]:
    """Give the table of the subjects, then that of each list of which the card has results."""
    card = group.version.scorecard
    each = record_results(card)
    found = [_table(group, "", card.results)]
    for name in dict.fromkeys(result.list for result in each):
        found.append(_table(group, name, [result for result in each if result.list == name]))
    return tuple(found)


def can_be_added(symbol: str) -> bool:
    """Say whether figures in a unit come to something together: tonnes, money or pieces do, days and shares do not."""
    dimension = unit(symbol).dimension if symbol else ()
    return len(dimension) == 1 and dimension[0][1] > 0 and dimension[0][0] not in _TIMES


def _table(group: Group, name: str, columns: Sequence[Result]) -> Table:
    blocks = []
    for member in group.members:
        rows = _rows(member, name, columns)
        blocks.append(Block(member, rows, _sums(rows, columns)))
    every = [row for block in blocks for row in block.rows]
    return Table(name, tuple(columns), tuple(blocks), _sums(every, columns))


def _rows(member: Member, name: str, columns: Sequence[Result]) -> tuple[Row, ...]:
    record = member.record
    if not name:
        return (Row("", _figures(record.results, columns), _absent(member, "", "")),)
    return tuple(
        Row(of.key, _figures(of.figures, columns), _absent(member, name, of.key))
        for of in record.record_results
        if of.list == name
    )


def _absent(member: Member, list: str, key: str) -> frozenset[str]:
    return frozenset(id for of, its, id in member.absent if (of, its) == (list, key))


def _figures(named: Sequence[NamedFigure], columns: Sequence[Result]) -> tuple[Figure, ...]:
    by_id = {one.id: one.figure for one in named}
    return tuple(by_id[result.id] for result in columns)


def _sums(rows: Sequence[Row], columns: Sequence[Result]) -> Sums:
    """Add the exact figures of each column up; the sum is rounded as the card rounds them."""
    found: list[Figure | None] = []
    for place, result in enumerate(columns):
        figures = [row.figures[place] for row in rows if result.id not in row.absent]
        symbol = figures[0].unit if figures else ""
        total = total_of(_interval(one.exact) for one in figures) if can_be_added(symbol) else None
        found.append(None if total is None else figure(total, symbol, result.rounding))
    return tuple(found)


def _interval(bounds: Bounds) -> Interval:
    low, high = bounds.low, bounds.high
    if low is not None and low == high:
        return exactly(parse_exact(low))
    least, most = (None if end is None else parse_exact(end) for end in (low, high))
    return Interval(least, most, bounds.low_open, bounds.high_open)
