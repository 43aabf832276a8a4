"""Log queries: entries, checkpoints and proofs, concurrent with writers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, func, insert, select

from rules.contracts import TrailError, message_factory
from rules.trail import MerkleInclusion
from service.base.instants import milliseconds_of
from service.base.resource_names import name_milliseconds
from service.store.database import translating_database_errors
from service.store.log_sequencer import add_leaves, tile_reader
from service.store.tables import (
    LOG_CHECKPOINTS as _CHECKPOINTS,
    LOG_COSIGNATURES as _COSIGNATURES,
    LOG_LEAVES as _LEAVES,
    LOG_TIME_STAMPS as _STAMPS,
)
from service.store.write_access import with_write_access
from service.transparency.checkpoints import Signature, SignedNote, read_note
from service.transparency.leaves import EVALUATION, Leaf, entry_of
from service.transparency.time_stamps import TimeStamp
from service.transparency.tree import TiledNodes, consistency_proof, inclusion_proof


class TimeStamps:
    """Time stamps of checkpoints. Methods raise Refusal if the database is unavailable."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, stamp: TimeStamp) -> None:
        same_stamp = (_STAMPS.c.size == stamp.size, _STAMPS.c.authority == stamp.authority)
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            if connection.execute(select(_STAMPS.c.size).where(*same_stamp)).first() is None:
                row = {"size": stamp.size, "authority": stamp.authority, "time": stamp.time, "token": stamp.token}
                connection.execute(insert(_STAMPS), row)

    def of(self, size: int) -> list[TimeStamp]:
        chosen = select(_STAMPS).where(_STAMPS.c.size == size).order_by(_STAMPS.c.authority)
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            return [TimeStamp(*row) for row in connection.execute(chosen)]

    def newest(self) -> TimeStamp | None:
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            return newest_stamp(connection)

    def first_reaching(self, size: int) -> list[TimeStamp]:
        """Return each authority's first stamp of a checkpoint with at least `size` entries."""
        first = select(_STAMPS.c.authority, func.min(_STAMPS.c.size).label("size")).where(_STAMPS.c.size >= size)
        first_sizes = first.group_by(_STAMPS.c.authority).subquery()
        chosen = select(_STAMPS).join(
            first_sizes, (first_sizes.c.authority == _STAMPS.c.authority) & (first_sizes.c.size == _STAMPS.c.size)
        )
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            return [TimeStamp(*row) for row in connection.execute(chosen.order_by(_STAMPS.c.authority))]


def newest_stamp(connection: Connection) -> TimeStamp | None:
    """Return the stamp of the largest stamped checkpoint, or None."""
    chosen = select(_STAMPS).order_by(_STAMPS.c.size.desc(), _STAMPS.c.authority).limit(1)
    row = connection.execute(chosen).first()
    return None if row is None else TimeStamp(*row)


_message = message_factory(__name__)


@dataclass(frozen=True, slots=True)
class LoggedLeaf:
    """A leaf with its position and stored digest."""

    position: int
    leaf: Leaf
    digest: str


class Log:
    """Log of a store. Methods raise Refusal if the database is unavailable."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def note(self, size: int | None = None) -> SignedNote | None:
        chosen = select(_CHECKPOINTS.c.size, _CHECKPOINTS.c.note).order_by(_CHECKPOINTS.c.size.desc()).limit(1)
        if size is not None:
            chosen = chosen.where(_CHECKPOINTS.c.size == size)
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            row = connection.execute(chosen).first()
            return None if row is None else _with_cosignatures(connection, row.size, row.note)

    def newest_time(self) -> int:
        """Return the time of the last evaluation or checkpoint, in milliseconds since 1970; 0 if there is none."""
        last = select(_LEAVES.c.name).where(_LEAVES.c.kind == EVALUATION).order_by(_LEAVES.c.position.desc()).limit(1)
        written = select(_CHECKPOINTS.c.time).order_by(_CHECKPOINTS.c.size.desc()).limit(1)
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            name, time = connection.execute(last).scalar(), connection.execute(written).scalar()
        return max(0 if name is None else name_milliseconds(name), 0 if time is None else milliseconds_of(time))

    def reach(self) -> tuple[int, int]:
        """Return the number of logged leaves, and of leaves in the tree."""
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            last = connection.execute(select(func.max(_LEAVES.c.position))).scalar()
            size = connection.execute(select(func.max(_CHECKPOINTS.c.size))).scalar()
        return (0 if last is None else last + 1), size or 0

    def cosigned_note(self, reaching: int) -> SignedNote | None:
        newest = select(func.max(_COSIGNATURES.c.size)).where(_COSIGNATURES.c.size >= reaching)
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            size = connection.execute(newest).scalar()
        return None if size is None else self.note(size)

    def leaf(self, kind: str, name: str) -> LoggedLeaf | None:
        chosen = select(_LEAVES).where(_LEAVES.c.kind == kind, _LEAVES.c.name == name)
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            row = connection.execute(chosen).first()
        if row is None:
            return None
        return LoggedLeaf(row.position, Leaf(row.kind, row.name, row.subject, row.document), row.digest)

    def names(self, kind: str, parent: str, *, before: int | None = None) -> frozenset[str]:
        chosen = select(_LEAVES.c.name).where(
            _LEAVES.c.kind == kind, _LEAVES.c.name > f"{parent}/", _LEAVES.c.name < f"{parent}0"
        )
        if before is not None:
            chosen = chosen.where(_LEAVES.c.position < before)
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            return frozenset(connection.execute(chosen).scalars())

    def leaves(self, first: int, count: int) -> list[LoggedLeaf]:
        chosen = select(_LEAVES).where(_LEAVES.c.position >= first).order_by(_LEAVES.c.position).limit(count)
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            rows = connection.execute(chosen).all()
        return [
            LoggedLeaf(row.position, Leaf(row.kind, row.name, row.subject, row.document), row.digest) for row in rows
        ]

    def entries(self, first: int, count: int) -> list[bytes]:
        chosen = select(_LEAVES.c.kind, _LEAVES.c.digest).where(_LEAVES.c.position >= first)
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            rows = connection.execute(chosen.order_by(_LEAVES.c.position).limit(count)).all()
        return [entry_of(row.kind, row.digest) for row in rows]

    def inclusion(self, position: int, size: int) -> MerkleInclusion:
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            if not 0 <= position < size:
                raise IndexError(position)
            try:
                return inclusion_proof(TiledNodes(tile_reader(connection)), position, size)
            except IndexError:
                raise TrailError(_message("TREE_DAMAGED", size=size)) from None

    def consistency(self, first: int, second: int) -> Sequence[bytes]:
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            if not 0 <= first <= second:
                raise IndexError(first)
            try:
                return consistency_proof(TiledNodes(tile_reader(connection)), first, second)
            except IndexError:
                raise TrailError(_message("TREE_DAMAGED", size=second)) from None

    def add_new(self, leaves: Sequence[Leaf]) -> int:
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            kinds = {leaf.kind for leaf in leaves}
            chosen = select(_LEAVES.c.kind, _LEAVES.c.name).where(_LEAVES.c.kind.in_(kinds))
            logged = {(row.kind, row.name) for row in connection.execute(chosen)}
            new = [leaf for leaf in leaves if (leaf.kind, leaf.name) not in logged]
            add_leaves(connection, new)
        return len(new)

    def add_cosignature(self, size: int, signature: Signature) -> None:
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
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
