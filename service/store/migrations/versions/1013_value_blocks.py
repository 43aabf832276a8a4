"""Values of facts in sorted blocks, instead of one row for each value and 256 evaluations."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from alembic import op
from sqlalchemy import text

from service.store.schema_migration import create_tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

revision = "1013"
down_revision = "1012"
branch_labels = None
depends_on = None

_TABLES = """
CREATE TABLE value_block (
    first BLOB NOT NULL, entries BLOB NOT NULL, PRIMARY KEY (first)
) WITHOUT ROWID;
"""
_EARLIER = text("SELECT support, value, stretch, numbers FROM value_index ORDER BY support, value, stretch")
_INSERT = text("INSERT INTO value_block (first, entries) VALUES (:first, :entries)")
_STRETCH_BYTES = 4
_ENTRIES_PER_BLOCK = 20
_BLOCKS_PER_STATEMENT = 1_000


def upgrade() -> None:
    """Write the blocks, and delete the former table."""
    create_tables(_TABLES, {})
    connection = op.get_bind()
    blocks = _blocks(_entries(connection))
    while rows := list(islice(blocks, _BLOCKS_PER_STATEMENT)):
        connection.execute(_INSERT, rows)
    op.drop_table("value_index")


def _entries(connection: Connection) -> Iterator[tuple[bytes, bytes]]:
    for support, value, stretch, numbers in connection.execute(_EARLIER, execution_options={"yield_per": 10_000}):
        yield bytes(support) + bytes(value) + b"\0" + stretch.to_bytes(_STRETCH_BYTES), bytes(numbers)


def _blocks(entries: Iterator[tuple[bytes, bytes]]) -> Iterator[dict[str, bytes]]:
    """Yield blocks: for each entry a zero byte, lengths, key and numbers. The first block begins with no bytes."""
    is_first = True
    while block := list(islice(entries, _ENTRIES_PER_BLOCK)):
        packed = b"".join(bytes((0, len(key), len(numbers) - 1)) + key + numbers for key, numbers in block)
        yield {"first": b"" if is_first else block[0][0], "entries": packed}
        is_first = False
