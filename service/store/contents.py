"""What does a store hold, and is every record of it whole? So that a copy can be compared with it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict
from sqlalchemy import select, text

from rules.contracts.erased import ErasedRecord
from rules.contracts.errors import TouchstoneError
from rules.trail.first_form import FirstRecord
from rules.trail.forms import bound_by, closed_in, count_of
from service.store.records import restore_left
from service.store.tables import EvaluationRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

_AT_ONCE = 256
_TABLE = EvaluationRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_RECORDS = select(_TABLE.c.name, _TABLE.c.record_digest, _TABLE.c.record, _TABLE.c.record_key)


class Contents(BaseModel):
    """The number of the schema, how many evaluations, a digest over all their digests, and whose record is damaged."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    schema_revision: str
    evaluations: int
    records: str
    damaged: tuple[str, ...] = ()


def contents_of(connection: Connection) -> Contents:
    """Read and check every record of a store; their order has no meaning, so their digests are added up."""
    schema = str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())
    count, total, damaged = 0, 0, []
    for name, stated, record, key in connection.execution_options(yield_per=_AT_ONCE).execute(_RECORDS):
        count += 1
        total += int.from_bytes(hashlib.sha256(f"{name} {stated}".encode()).digest(), "big")
        if not is_whole(record, key, stated):
            damaged.append(name)
    return Contents(
        schema_revision=schema, evaluations=count, records=f"{total % (1 << 256):064x}", damaged=tuple(sorted(damaged))
    )


def is_whole(stored: bytes, key: bytes, stated: str) -> bool:
    """Say whether a record, or what is left of it, has its digest, and its steps lead to what the digest is over.

    That the commitments of a whole record of today's form open is no question: they are made of what is stored.
    """
    try:
        written = restore_left(stored, key)
        closed = isinstance(written, ErasedRecord | FirstRecord) and closed_in(written, key)
    except TouchstoneError:
        return False
    if closed or written.digest != stated or written.head.step_count != count_of(written):
        return False
    return bound_by(written) == written.head.trail_digest
