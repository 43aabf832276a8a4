"""Does a subject stand twice in the files of a run? Found in bounded memory, and refused with both rows named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.bulk.inputs import SUBJECT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.bulk.sources import Source, SourceFile

_say = speaker(__name__)

_HELD = 4_000_000
"""Of how many subjects the hashes are held at once; of more the names are read several times."""
_LOOKED_AT = 1_000
"""How many hashes that repeat are looked at by name."""
_MOST_TOLD, _MOST_SHOWN = 20, 80
_HASH, _PLACE, _FIRST, _SECOND = "hash", "place", "first", "second"


def refuse_repeated(source: Source, *, held: int = _HELD) -> None:
    """Refuse files in which a subject stands twice.

    Raises:
        InputError: some do; the first are listed, each with two rows, counted from 1 without the head of a CSV file.
    """
    shares = -(-source.rows // held)
    found = [pair for share in range(shares) for pair in _repeated(source, share, shares)]
    if not found:
        return
    violations = []
    for second, first, name in sorted(found)[:_MOST_TOLD]:
        said = _say("SUBJECT_TWICE", subject=name[:_MOST_SHOWN], other=_row(source, first))
        violations.append(Violation(_row(source, second), said, "DUPLICATE"))
    raise InputError(tuple(violations))


def _repeated(source: Source, share: int, shares: int) -> Iterator[tuple[int, int, str]]:
    """Give where names repeat whose hashes fall to this share: the second row, the first, and the name."""
    hashed = pl.col(SUBJECT).hash().alias(_HASH)
    mine = pl.col(SUBJECT).is_not_null() & (pl.col(_HASH) % shares == share)
    parts = [_named(file, start).with_columns(hashed).filter(mine).drop(SUBJECT) for start, file in _begun(source)]
    hashes = pl.concat([part.collect() for part in parts]).sort(_HASH, _PLACE)
    again = hashes.filter(pl.col(_HASH) == pl.col(_HASH).shift(1)).sort(_PLACE)[_HASH].head(_LOOKED_AT)
    if again.is_empty():
        return
    places = hashes.filter(pl.col(_HASH).is_in(again.unique().implode()))[_PLACE].implode()
    named = [_named(file, start).filter(pl.col(_PLACE).is_in(places)).collect() for start, file in _begun(source)]
    pairs = pl.concat(named).sort(_PLACE).group_by(SUBJECT).agg(
        pl.col(_PLACE).get(0).alias(_FIRST), pl.col(_PLACE).get(1, null_on_oob=True).alias(_SECOND)
    ).drop_nulls()  # fmt: skip
    yield from pairs.select(_SECOND, _FIRST, SUBJECT).iter_rows()


def _begun(source: Source) -> Iterator[tuple[int, SourceFile]]:
    """Give each file with how many rows stand before it."""
    start = 0
    for file in source.files:
        yield start, file
        start += file.rows


def _named(file: SourceFile, start: int) -> pl.LazyFrame:
    return file.scan().select(pl.col(SUBJECT).cast(pl.String)).with_row_index(_PLACE, offset=start)


def _row(source: Source, place: int) -> str:
    """Name a row by its file and its number there."""
    start, file = [(start, file) for start, file in _begun(source) if start <= place][-1]
    return _say("ROW", file=file.path.name, number=place - start + 1)
