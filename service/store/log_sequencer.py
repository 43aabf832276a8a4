"""Log of a store: sequencing of leaves, and queries concurrent with writers.

Leaves get positions when logged, and join the tree later. Writers are serialized: an interrupted sequencer loses
nothing, a second one finds the work done.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, bindparam, func, insert, select, text

from rules.contracts import TrailError, message_factory
from rules.trail import MerkleInclusion
from service.base.instants import milliseconds_of, now
from service.base.resource_names import name_milliseconds
from service.store.database import StorePart
from service.store.prepared_statements import PreparedStatement
from service.store.stored_leaves import compress_document
from service.store.tables import (
    LOG_CHECKPOINTS as _CHECKPOINTS,
    LOG_COSIGNATURES as _COSIGNATURES,
    LOG_LEAVES as _LEAVES,
    LOG_TILES as _TILES,
    LOG_TIME_STAMPS as _STAMPS,
    EvaluationRow,
)
from service.transparency.checkpoints import Checkpoint, Signature, SignedNote, read_note
from service.transparency.leaves import EVALUATION, Leaf, entry_of, evaluation_leaf
from service.transparency.time_stamps import TimeStamp
from service.transparency.tree import (
    EMPTY,
    TiledNodes,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    root,
    tiles_after_append,
)

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
                "document": compress_document(leaf.document),
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


class TimeStamps(StorePart):
    """Time stamps of checkpoints."""

    def add(self, stamp: TimeStamp) -> None:
        same_stamp = (_STAMPS.c.size == stamp.size, _STAMPS.c.authority == stamp.authority)
        with self._writing() as connection:
            if connection.execute(select(_STAMPS.c.size).where(*same_stamp)).first() is None:
                row = {"size": stamp.size, "authority": stamp.authority, "time": stamp.time, "token": stamp.token}
                connection.execute(insert(_STAMPS), row)

    def of(self, size: int) -> list[TimeStamp]:
        chosen = select(_STAMPS).where(_STAMPS.c.size == size).order_by(_STAMPS.c.authority)
        with self._reading() as connection:
            return [TimeStamp(*row) for row in connection.execute(chosen)]

    def newest(self) -> TimeStamp | None:
        with self._reading() as connection:
            return newest_stamp(connection)

    def first_reaching(self, size: int) -> list[TimeStamp]:
        """Return each authority's first stamp of a checkpoint with at least `size` entries."""
        first = select(_STAMPS.c.authority, func.min(_STAMPS.c.size).label("size")).where(_STAMPS.c.size >= size)
        first_sizes = first.group_by(_STAMPS.c.authority).subquery()
        chosen = select(_STAMPS).join(
            first_sizes, (first_sizes.c.authority == _STAMPS.c.authority) & (first_sizes.c.size == _STAMPS.c.size)
        )
        with self._reading() as connection:
            return [TimeStamp(*row) for row in connection.execute(chosen.order_by(_STAMPS.c.authority))]


def newest_stamp(connection: Connection) -> TimeStamp | None:
    """Return the stamp of the largest stamped checkpoint, or None."""
    chosen = select(_STAMPS).order_by(_STAMPS.c.size.desc(), _STAMPS.c.authority).limit(1)
    row = connection.execute(chosen).first()
    return None if row is None else TimeStamp(*row)


@dataclass(frozen=True, slots=True)
class LoggedLeaf:
    """A leaf with its position and stored digest."""

    position: int
    leaf: Leaf
    digest: str


class Log(StorePart):
    """Log of a store."""

    def note(self, size: int | None = None) -> SignedNote | None:
        chosen = select(_CHECKPOINTS.c.size, _CHECKPOINTS.c.note).order_by(_CHECKPOINTS.c.size.desc()).limit(1)
        if size is not None:
            chosen = chosen.where(_CHECKPOINTS.c.size == size)
        with self._reading() as connection:
            row = connection.execute(chosen).first()
            return None if row is None else _with_cosignatures(connection, row.size, row.note)

    def newest_time(self) -> int:
        """Return the time of the last evaluation or checkpoint, in milliseconds since 1970; 0 if there is none."""
        last = select(_LEAVES.c.name).where(_LEAVES.c.kind == EVALUATION).order_by(_LEAVES.c.position.desc()).limit(1)
        written = select(_CHECKPOINTS.c.time).order_by(_CHECKPOINTS.c.size.desc()).limit(1)
        with self._reading() as connection:
            name, time = connection.execute(last).scalar(), connection.execute(written).scalar()
        return max(0 if name is None else name_milliseconds(name), 0 if time is None else milliseconds_of(time))

    def reach(self) -> tuple[int, int]:
        """Return the number of logged leaves, and of leaves in the tree."""
        with self._reading() as connection:
            last = connection.execute(select(func.max(_LEAVES.c.position))).scalar()
            size = connection.execute(select(func.max(_CHECKPOINTS.c.size))).scalar()
        return (0 if last is None else last + 1), size or 0

    def cosigned_note(self, reaching: int) -> SignedNote | None:
        newest = select(func.max(_COSIGNATURES.c.size)).where(_COSIGNATURES.c.size >= reaching)
        (size,) = self._values(newest)
        return None if size is None else self.note(size)

    def leaf(self, kind: str, name: str) -> LoggedLeaf | None:
        chosen = select(_LEAVES).where(_LEAVES.c.kind == kind, _LEAVES.c.name == name)
        with self._reading() as connection:
            row = connection.execute(chosen).first()
        if row is None:
            return None
        return LoggedLeaf(row.position, Leaf(row.kind, row.name, row.subject, row.document), row.digest)

    def recorded_times(self, kind: str, names: Collection[str]) -> Mapping[str, str]:
        """Return the time of the first checkpoint that covers each leaf; leaves outside the tree are omitted."""
        first_covering = (
            select(_CHECKPOINTS.c.time)
            .where(_CHECKPOINTS.c.size > _LEAVES.c.position)
            .order_by(_CHECKPOINTS.c.size)
            .limit(1)
            .scalar_subquery()
        )
        chosen = select(_LEAVES.c.name, first_covering.label("time")).where(
            _LEAVES.c.kind == kind, _LEAVES.c.name.in_(names)
        )
        with self._reading() as connection:
            return {row.name: row.time for row in connection.execute(chosen) if row.time is not None}

    def names(self, kind: str, parent: str, *, before: int | None = None) -> frozenset[str]:
        chosen = select(_LEAVES.c.name).where(
            _LEAVES.c.kind == kind, _LEAVES.c.name > f"{parent}/", _LEAVES.c.name < f"{parent}0"
        )
        if before is not None:
            chosen = chosen.where(_LEAVES.c.position < before)
        return frozenset(self._values(chosen))

    def leaves(self, first: int, count: int) -> list[LoggedLeaf]:
        chosen = select(_LEAVES).where(_LEAVES.c.position >= first).order_by(_LEAVES.c.position).limit(count)
        with self._reading() as connection:
            rows = connection.execute(chosen).all()
        return [
            LoggedLeaf(row.position, Leaf(row.kind, row.name, row.subject, row.document), row.digest) for row in rows
        ]

    def entries(self, first: int, count: int) -> list[bytes]:
        chosen = select(_LEAVES.c.kind, _LEAVES.c.digest).where(_LEAVES.c.position >= first)
        with self._reading() as connection:
            rows = connection.execute(chosen.order_by(_LEAVES.c.position).limit(count)).all()
        return [entry_of(row.kind, row.digest) for row in rows]

    def inclusion(self, position: int, size: int) -> MerkleInclusion:
        with self._reading() as connection:
            if not 0 <= position < size:
                raise IndexError(position)
            try:
                return inclusion_proof(TiledNodes(tile_reader(connection)), position, size)
            except IndexError:
                raise TrailError(_message("TREE_DAMAGED", size=size)) from None

    def consistency(self, first: int, second: int) -> Sequence[bytes]:
        with self._reading() as connection:
            if not 0 <= first <= second:
                raise IndexError(first)
            try:
                return consistency_proof(TiledNodes(tile_reader(connection)), first, second)
            except IndexError:
                raise TrailError(_message("TREE_DAMAGED", size=second)) from None

    def add_new(self, leaves: Sequence[Leaf]) -> int:
        with self._writing() as connection:
            kinds = {leaf.kind for leaf in leaves}
            chosen = select(_LEAVES.c.kind, _LEAVES.c.name).where(_LEAVES.c.kind.in_(kinds))
            logged = {(row.kind, row.name) for row in connection.execute(chosen)}
            new = [leaf for leaf in leaves if (leaf.kind, leaf.name) not in logged]
            add_leaves(connection, new)
        return len(new)

    def add_cosignature(self, size: int, signature: Signature) -> None:
        with self._writing() as connection:
            chosen = select(_COSIGNATURES.c.size).where(
                _COSIGNATURES.c.size == size, _COSIGNATURES.c.witness == signature.name
            )
            if connection.execute(chosen).first() is None:
                row = {"size": size, "witness": signature.name, "line": signature.line}
                connection.execute(insert(_COSIGNATURES), row)


def _with_cosignatures(connection: Connection, size: int, note: str) -> SignedNote:
    chosen = select(_COSIGNATURES.c.line).where(_COSIGNATURES.c.size == size).order_by(_COSIGNATURES.c.witness)
    lines = connection.execute(chosen).scalars()
    return read_note(note + "".join(f"{line}\n" for line in lines))
