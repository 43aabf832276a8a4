"""What does a store hold, and is every record of it whole? So that a copy can be compared with it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict
from sqlalchemy import select, text

from rules.contracts.erased import ErasedRecord
from rules.contracts.errors import TouchstoneError
from rules.trail.commitments import root
from rules.trail.erasing import closed_steps
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
    """Say whether a record, or what is left of it, has its digest, and its steps the root that the digest is over."""
    try:
        written = restore_left(stored, key)
    except TouchstoneError:
        return False
    if isinstance(written, ErasedRecord) and closed_steps(written):
        return False
    if written.digest != stated or written.head.step_count != len(written.commitments):
        return False
    return root(written.commitments).hex() == written.head.trail_digest
