"""Schema 35: what results rest on has a row for 256 evaluations instead of a row for each."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

_STRETCH = 256
_AT_ONCE = 10_000
_KEYS = {"support_index": ("support",), "value_index": ("support", "value")}


def upgrade() -> None:
    """Write both indexes anew, in one pass over each."""
    for table, keys in _KEYS.items():
        stretches = (sa.Column("stretch", sa.BigInteger()), sa.Column("numbers", sa.LargeBinary(), nullable=False))
        _rewrite(table, keys, ("number",), stretches, partial(_packed, keys=len(keys)))


def downgrade() -> None:
    """Write a row for each evaluation again."""
    for table, keys in _KEYS.items():
        _rewrite(table, keys, ("stretch", "numbers"), (sa.Column("number", sa.BigInteger()),), _unpacked)


def _rewrite(
    table: str,
    keys: Sequence[str],
    held: Sequence[str],
    columns: Sequence[sa.Column[Any]],
    rewritten: Callable[[Iterable[Sequence[Any]]], Iterator[Sequence[Any]]],
) -> None:
    names = [*keys, *(column.name for column in columns)]
    op.create_table(
        f"{table}_new",
        *(sa.Column(name, sa.LargeBinary(), nullable=False) for name in keys),
        *columns,
        sa.PrimaryKeyConstraint(*names[: len(keys) + 1]),
        sqlite_with_rowid=False,
    )
    connection, read = op.get_bind(), ", ".join([*keys, *held])
    chosen = sa.text(f"SELECT {read} FROM {table} ORDER BY {', '.join([*keys, held[0]])}")  # noqa: S608 -- ours, likewise below
    stored = connection.execute(chosen, execution_options={"yield_per": _AT_ONCE})
    values = ", ".join(f":{name}" for name in names)
    add = sa.text(f"INSERT INTO {table}_new ({', '.join(names)}) VALUES ({values})")  # noqa: S608
    rows: list[dict[str, Any]] = []
    for row in rewritten(stored):
        rows.append(dict(zip(names, row, strict=True)))
        if len(rows) == _AT_ONCE:
            connection.execute(add, rows)
            rows = []
    if rows:
        connection.execute(add, rows)
    op.drop_table(table)
    op.rename_table(f"{table}_new", table)


def _packed(stored: Iterable[Sequence[Any]], *, keys: int) -> Iterator[Sequence[Any]]:
    for place, rows in groupby(stored, lambda row: (*row[:keys], row[keys] // _STRETCH)):
        yield (*place, bytes(row[keys] % _STRETCH for row in rows))


def _unpacked(stored: Iterable[Sequence[Any]]) -> Iterator[Sequence[Any]]:
    for row in stored:
        *key, stretch, numbers = row
        yield from ((*key, stretch * _STRETCH + last) for last in sorted(set(numbers)))
