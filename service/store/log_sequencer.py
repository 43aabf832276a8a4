"""Log sequencing: leaves get positions when logged, and join the tree later.

Writers are serialized: an interrupted sequencer loses nothing, a second one finds the work done.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, bindparam, func, insert, select, text

from rules.contracts import TrailError, message_factory
from service.base.instants import now
from service.store.prepared_statements import PreparedStatement
from service.store.tables import (
    LOG_CHECKPOINTS as _CHECKPOINTS,
    LOG_LEAVES as _LEAVES,
    LOG_TILES as _TILES,
    EvaluationRow,
)
from service.transparency.checkpoints import Checkpoint, SignedNote, read_note
from service.transparency.leaves import EVALUATION, Leaf, entry_of, evaluation_leaf
from service.transparency.tree import EMPTY, TiledNodes, leaf_hash, root, tiles_after_append

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


_message = message_factory(__name__)

_MAX_LEAVES_PER_TRANSACTION = 4_096
_INSERT_LEAF = PreparedStatement(lambda _: insert(_LEAVES))
_NEWEST_POSITION = PreparedStatement(lambda _: select(func.max(_LEAVES.c.position)))
_LAST_DIGEST = PreparedStatement(
    lambda _: (
        select(_LEAVES.c.digest)
        .where(_LEAVES.c.subject == bindparam("subject"))
        .order_by(_LEAVES.c.position.desc())
        .limit(1)
    )
)
_TILE_QUERY = PreparedStatement(
    lambda _: select(_TILES.c.hashes).where(
        _TILES.c.level == bindparam("level"), _TILES.c.number == bindparam("number")
    )
)
_TILE_UPSERT = text(
    "INSERT INTO log_tile (level, number, hashes) VALUES (:level, :number, :hashes) "
    "ON CONFLICT (level, number) DO UPDATE SET hashes = excluded.hashes"
)


@dataclass(frozen=True, slots=True)
class LogIdentity:
    """Origin and optional signing key of a log."""

    origin: str = "touchstone"
    key: Ed25519PrivateKey | None = None

    def note(self, checkpoint: Checkpoint) -> SignedNote:
        """Return the checkpoint as a note, signed if the log has a key."""
        if self.key is None:
            return SignedNote(checkpoint)
        from service.transparency.log_signatures import sign  # noqa: PLC0415 -- slow import

        return SignedNote(checkpoint, (sign(checkpoint, self.key),))


def log_evaluations(connection: Connection, rows: Sequence[EvaluationRow]) -> None:
    """Log evaluations in order, in the transaction that stores them."""
    before: dict[str, str] = {}
    leaves = []
    for row in rows:
        leaf = leaf_of(row, before.get(row.subject) or _predecessor(connection, row.subject))
        before[row.subject] = leaf.digest
        leaves.append(leaf)
    add_leaves(connection, leaves)


def leaf_of(row: EvaluationRow, predecessor: str) -> Leaf:
    """Return the leaf of an evaluation; `predecessor` is the digest of the subject's previous leaf."""
    return evaluation_leaf(
        name=row.name,
        organization=row.organization,
        subject=row.subject,
        request_id=row.request_id,
        request_digest=row.body_digest,
        create_time=row.create_time,
        principal=json.loads(row.principal or "{}"),
        software=json.loads(row.software_versions),
        archive_findings=json.loads(row.archive_findings),
        record_digest=row.record_digest,
        predecessor=predecessor,
    )


def _predecessor(connection: Connection, subject: str) -> str:
    return _LAST_DIGEST.value(connection, {"subject": subject}) or ""


def add_leaves(connection: Connection, leaves: Sequence[Leaf]) -> None:
    """Log leaves in the transaction that stores the recorded change."""
    newest = _NEWEST_POSITION.value(connection, {}) if leaves else None
    first = 0 if newest is None else newest + 1
    _INSERT_LEAF.run_each(
        connection,
        [
            {
                "position": position,
                "kind": leaf.kind,
                "name": leaf.name,
                "subject": leaf.subject if leaf.kind == EVALUATION else "",
                "digest": leaf.digest,
                "document": leaf.document,
            }
            for position, leaf in enumerate(leaves, start=first)
        ],
    )


def integrate_leaves(engine: Engine, keeper: LogIdentity) -> int:
    """Add logged leaves to the tree with checkpoints; return the tree size."""
    while True:
        with engine.begin() as connection:
            checkpoint = newest_checkpoint(connection)
            size = checkpoint.size if checkpoint is not None else 0
            hashes = _pending_hashes(connection, size)
            if not hashes:
                return size
            if _root(connection, size) != (EMPTY if checkpoint is None else checkpoint.root):
                raise TrailError(_message("TREE_DAMAGED", size=size))
            _append_leaves(connection, size, hashes, keeper)
        if len(hashes) < _MAX_LEAVES_PER_TRANSACTION:
            return size + len(hashes)


def _append_leaves(connection: Connection, size: int, hashes: Sequence[bytes], identity: LogIdentity) -> None:
    tiles = [
        {"level": level, "number": number, "hashes": content}
        for (level, number), content in tiles_after_append(size, hashes, tile_reader(connection)).items()
    ]
    connection.execute(_TILE_UPSERT, tiles)
    new_size = size + len(hashes)
    note = identity.note(Checkpoint(identity.origin, new_size, _root(connection, new_size)))
    connection.execute(insert(_CHECKPOINTS), {"size": new_size, "time": now(), "note": note.text})


def _root(connection: Connection, size: int) -> bytes:
    try:
        return root(TiledNodes(tile_reader(connection)), size)
    except IndexError:
        raise TrailError(_message("TREE_DAMAGED", size=size)) from None


def _pending_hashes(connection: Connection, size: int) -> list[bytes]:
    chosen = select(_LEAVES.c.position, _LEAVES.c.kind, _LEAVES.c.digest).where(_LEAVES.c.position >= size)
    rows: Sequence[Any] = connection.execute(
        chosen.order_by(_LEAVES.c.position).limit(_MAX_LEAVES_PER_TRANSACTION)
    ).all()
    for expected_position, row in enumerate(rows, start=size):
        if row.position != expected_position:
            raise TrailError(_message("LEAF_MISSING", position=expected_position))
    return [leaf_hash(entry_of(row.kind, row.digest)) for row in rows]


def newest_checkpoint(connection: Connection) -> Checkpoint | None:
    """Return the newest checkpoint, or None; raise TrailError if malformed."""
    chosen = select(_CHECKPOINTS.c.note).order_by(_CHECKPOINTS.c.size.desc()).limit(1)
    note = connection.execute(chosen).scalar()
    return None if note is None else read_note(note).checkpoint


def tile_reader(connection: Connection) -> Callable[[int, int], bytes]:
    """Return a tile reader, which returns empty bytes for a missing tile."""

    def read(level: int, number: int) -> bytes:
        return _TILE_QUERY.value(connection, {"level": level, "number": number}) or b""

    return read
