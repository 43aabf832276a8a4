"""Archives of months: a store file with the evaluations of one month, and their removal from and return to a store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from time import sleep
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection, Engine, Select, Table, delete, func, insert, select, text
from sqlalchemy.exc import DBAPIError

from rules.contracts import InputError, TrailError, message_factory
from service.base import instants
from service.base.durable_files import sync_path
from service.base.refusals import Reason, Refusal
from service.store import sqlite
from service.store.backups import combined_digest, digest_of, evaluation_digest
from service.store.database import (
    LOCK_WAIT_MILLISECONDS,
    StorePart,
    open_database,
    parse_database_url,
    translating_database_errors,
)
from service.store.log_sequencer import add_leaves, newest_checkpoint
from service.store.months import (
    LOCK_WAIT,
    PARTITIONED,
    Month,
    archived_months,
    create_partitions,
    is_covered,
)
from service.store.outcome_projection import project_pending
from service.store.prepared_statements import insert_or_update
from service.store.tables import (
    ARCHIVED_FINDINGS,
    ARCHIVED_MONTHS,
    CONCLUSIONS,
    ERASED_REQUESTS,
    EVALUATION_USES,
    EVALUATIONS,
    HAS_ARCHIVE_FINDINGS,
    LISTED_ROWS,
    LOG_CHECKPOINTS,
    LOG_COSIGNATURES,
    LOG_LEAVES,
    LOG_TILES,
    LOG_TIME_STAMPS,
    RECORD_DICTIONARIES,
    RECORD_FIGURES,
    UNPROJECTED_ROWS,
    USE_HOLDERS,
    ArchivedMonthRow,
)
from service.store.write_access import WriteScope, with_write_access
from service.transparency.leaves import (
    ARCHIVE,
    ARCHIVE_RETURN,
    ERASURE,
    ERASURES,
    EVALUATION,
    LOG_KEY,
    Leaf,
    leaf_without_subject,
)
from service.transparency.tree import WIDTH

if TYPE_CHECKING:
    from pathlib import Path

    from service.store.result_dependencies import Cards

    Progress = Callable[[int], None]

_T = TypeVar("_T")
_message = message_factory(__name__)

_BATCH_SIZE = 1_000
_ROWS_PER_COMMIT = 5_000
_MAX_ATTEMPTS, _PAUSE_SECONDS = 100, 2.0
_STREAMED = {"yield_per": _BATCH_SIZE}
_STATE = text(
    "SELECT (SELECT count(*) FROM evaluation WHERE right(name, 36) >= :begins AND right(name, 36) < :ends),"
    " (SELECT count(*) FROM log_leaf WHERE kind = 'erasure' AND right(split_part(name, '/erasures/', 1), 36) >= :begins"
    " AND right(split_part(name, '/erasures/', 1), 36) < :ends)"
)
"""Numbers of evaluations and of erasures; a stored evaluation changes only by an erasure."""
_DELAY = timedelta(days=1)
"""Time after a month until its last evaluations are certainly stored, although clocks of servers differ."""
_CONTENTS = (EVALUATIONS, RECORD_FIGURES)


@dataclass(frozen=True, slots=True)
class WrittenArchive:
    """Archive file that is not yet recorded, and the state of the month in the store when it was read."""

    row: ArchivedMonthRow
    state: tuple[int, int]


def records_digest(connection: Connection, month: Month | None) -> str:
    """Return the digest of names and record digests, in any order; of all evaluations if `month` is None."""
    chosen = select(EVALUATIONS.c.name, EVALUATIONS.c.record_digest)
    if month is not None:
        chosen = chosen.where(month.contains(EVALUATIONS.c.name))
    rows = connection.execute(chosen, execution_options=_STREAMED)
    return combined_digest(sum(evaluation_digest(name, record_digest) for name, record_digest in rows))


class MonthArchives(StorePart):
    """Months of a PostgreSQL store in archive files."""

    def archived(self) -> list[ArchivedMonthRow]:
        with self._reading() as connection:
            return archived_months(connection)

    def create_partitions(self) -> list[Month]:
        """Create the partitions of the present and the next months; raise Refusal if this is not possible."""
        try:
            return create_partitions(self._engine)
        except DBAPIError as error:
            problem = " ".join(str(error.orig).split())
            raise Refusal(Reason.STORE_UNAVAILABLE, _message("NO_PARTITION", problem=problem)) from error

    def partitions(self) -> list[tuple[str, int, int]]:
        """Return name, estimated number of evaluations and bytes of each partition."""
        with self._reading() as connection:
            return [(row[0], row[1], row[2]) for row in connection.execute(_PARTITIONS)] if self._is_partitioned else []

    @property
    def _is_partitioned(self) -> bool:
        return self._engine.dialect.name == "postgresql"

    def write(self, month: Month, path: Path, cards: Cards, progress: Progress) -> WrittenArchive:
        """Write a store file with the evaluations of a month, while servers continue.

        Raises:
            InputError: If the month cannot be archived, or the file exists.
            Refusal: If a read or write fails.
        """
        if not self._is_partitioned:
            raise InputError.of("--database-url", _message("ARCHIVE_OF_FILE"), "WRONG_VALUE")
        if path.exists():
            raise InputError.of("FOLDER", _message("ARCHIVE_EXISTS", path=path), "WRONG_VALUE")
        part = path.with_name(f".{path.name}.part")
        part.unlink(missing_ok=True)
        with self._reading() as source:
            self._check(source, month)
        bounds = {"begins": month.begins, "ends": month.ends}
        with _new_file(part) as engine:
            with (
                self._reading() as source,
                translating_database_errors(to="write"),
                with_write_access(engine).begin() as target,
            ):
                state = source.execute(_STATE, bounds).one()
                row = ArchivedMonthRow(
                    month=str(month),
                    **bounds,
                    archive="",
                    evaluations=state[0],
                    records=records_digest(source, month),
                    file_digest="",
                )
                _copy_month(source, target, month, progress)
                target.execute(insert(ARCHIVED_MONTHS), row.model_dump())
            project_pending(with_write_access(engine), cards)  # the snapshot of the store has ended
        part.rename(path)
        sync_path(path.parent)
        return WrittenArchive(row.model_copy(update={"file_digest": digest_of(path)}), (state[0], state[1]))

    def _check(self, connection: Connection, month: Month) -> None:
        if month >= Month.of(instants.today("UTC") - _DELAY):
            raise InputError.of("MONTH", _message("MONTH_NOT_OVER", month=str(month)), "WRONG_VALUE")
        if any(row.month == str(month) for row in archived_months(connection)):
            raise InputError.of("MONTH", _message("MONTH_ARCHIVED", month=str(month)), "WRONG_VALUE")
        if connection.execute(select(EVALUATIONS.c.name).where(month.contains(EVALUATIONS.c.name))).first() is None:
            raise InputError.of("MONTH", _message("MONTH_EMPTY", month=str(month)), "NOT_FOUND")
        waiting = select(UNPROJECTED_ROWS.c.evaluation).where(month.contains(UNPROJECTED_ROWS.c.evaluation))
        checkpoint = newest_checkpoint(connection)
        last = select(func.max(LOG_LEAVES.c.position)).where(*_leaves_of(month))
        is_integrated = checkpoint is not None and connection.execute(last).scalar_one() < checkpoint.size
        if not is_integrated or connection.execute(waiting).first() is not None:
            raise InputError.of("MONTH", _message("MONTH_PENDING", month=str(month)), "WRONG_VALUE")

    def detach(self, written: WrittenArchive, *, drop: bool) -> ArchivedMonthRow:
        """Record an archive in the log, and remove its rows from the tables; `drop` also deletes their partition.

        Raises:
            InputError: If the month changed since the archive was read.
            Refusal: If readers of the month do not end for minutes.
        """
        for _ in range(_MAX_ATTEMPTS - 1):
            try:
                return self._detach(written, drop=drop)
            except Refusal as refusal:
                if refusal.reason is not Reason.STORE_LOCKED:
                    raise
            sleep(_PAUSE_SECONDS)  # so that others read and commit
        return self._detach(written, drop=drop)

    def _detach(self, written: WrittenArchive, *, drop: bool) -> ArchivedMonthRow:
        month = Month.parse(written.row.month)
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            connection.exec_driver_sql(LOCK_WAIT)
            state = connection.execute(_STATE, {"begins": month.begins, "ends": month.ends}).one()
            if tuple(state) != written.state:
                raise InputError.of("MONTH", _message("MONTH_CHANGED", month=str(month)), "WRONG_VALUE")
            number = int(connection.execute(_archives_of(month)).scalar_one()) + 1
            row = written.row.model_copy(update={"archive": f"archives/{month}/{number}"})
            findings = select(EVALUATIONS.c.name, EVALUATIONS.c.organization, EVALUATIONS.c.archive_findings)
            chosen = findings.where(month.contains(EVALUATIONS.c.name), HAS_ARCHIVE_FINDINGS)
            connection.execute(insert(ARCHIVED_FINDINGS).from_select(ARCHIVED_FINDINGS.c.keys(), chosen))
            connection.execute(insert(ARCHIVED_MONTHS), row.model_dump())
            add_leaves(connection, [archive_leaf(row, instants.now())])
            _remove_rows(connection, month, drop=drop)
        return row

    def restore(self, path: Path, progress: Progress) -> ArchivedMonthRow:
        """Return the evaluations of an archive file to the store.

        Commits continue between batches. An interrupted return is completed by another one.

        Raises:
            InputError: If the file is no archive, or not of this store.
            TrailError: If the file was changed.
        """
        url = parse_database_url(f"sqlite:///{path}")
        sqlite.require_database_file(url)
        digest = digest_of(path)
        with ExitStack() as held:
            engine = open_database(url, LOCK_WAIT_MILLISECONDS, held, without_lock=True)
            source = held.enter_context(engine.connect())
            months = {row.month: row for row in self.archived()}
            marked = source.execute(select(ARCHIVED_MONTHS).where(ARCHIVED_MONTHS.c.file_digest == "")).first()
            if marked is None or marked.month not in months:
                raise InputError.of("FILE", _message("NO_ARCHIVE_OF_STORE", path=path), "NOT_FOUND")
            row = months[marked.month]
            if digest != row.file_digest:
                message = _message("ARCHIVE_CHANGED", path=path, found=digest, expected=row.file_digest)
                raise TrailError(message)
            month = Month.parse(row.month)
            with self._reading() as connection:
                covered = is_covered(connection, month)
            if not covered:
                with self._writing() as connection:
                    for name in PARTITIONED:
                        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {month.partition(name)}")
                create_partitions(self._engine, [month])
            for table in _CONTENTS:
                self._insert(source, table, progress if table is EVALUATIONS else lambda _: None)
        self._end(row, month)
        return row

    def _insert(self, source: Connection, table: Table, progress: Progress) -> None:
        adding = insert_or_update(self._engine.dialect.name, table).on_conflict_do_nothing()
        rows = source.execute(select(table), execution_options=_STREAMED).mappings()
        for done, batch in enumerate(_batched(rows, _ROWS_PER_COMMIT)):
            scoped = with_write_access(self._engine, WriteScope.EVALUATIONS)
            with translating_database_errors(to="write"), scoped.begin() as connection:
                connection.execute(adding, [dict(row) for row in batch])
            progress(done * _ROWS_PER_COMMIT + len(batch))

    def _end(self, row: ArchivedMonthRow, month: Month) -> None:
        with self._reading() as connection:
            if records_digest(connection, month) != row.records:
                raise TrailError(_message("RETURNED_OTHERWISE", month=row.month))
        with self._writing() as connection:
            connection.execute(delete(ARCHIVED_FINDINGS).where(month.contains(ARCHIVED_FINDINGS.c.evaluation)))
            connection.execute(delete(ARCHIVED_MONTHS).where(ARCHIVED_MONTHS.c.month == row.month))
            content = {"time": instants.now()}
            add_leaves(connection, [leaf_without_subject(ARCHIVE_RETURN, row.archive, content)])


_PARTITIONS = text(
    "SELECT c.relname, greatest(c.reltuples, 0)::bigint, pg_total_relation_size(c.oid) FROM pg_inherits i"
    " JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = to_regclass('evaluation') ORDER BY c.relname"
)


def archive_leaf(row: ArchivedMonthRow, time: str) -> Leaf:
    """Return the leaf of an archive."""
    content = row.model_dump(exclude={"archive"})
    return leaf_without_subject(ARCHIVE, row.archive, {**content, "time": time})


def _archives_of(month: Month) -> Select[Any]:
    names = LOG_LEAVES.c.name.startswith(f"archives/{month}/")
    return select(func.count()).where(LOG_LEAVES.c.kind == ARCHIVE, names)


def _leaves_of(month: Month) -> tuple[Any, ...]:
    return LOG_LEAVES.c.kind == EVALUATION, month.contains(LOG_LEAVES.c.name)


def _remove_rows(connection: Connection, month: Month, *, drop: bool) -> None:
    """Detach the partitions of a month, or delete its rows from the partitions with rows of other months."""
    for table, column in PARTITIONED.items():
        partition = month.partition(table)
        if connection.execute(text("SELECT to_regclass(:name)"), {"name": partition}).scalar() is not None:
            connection.exec_driver_sql(f"ALTER TABLE {table} DETACH PARTITION {partition}")
            if drop:
                connection.exec_driver_sql(f"DROP TABLE {partition}")
        rows = EVALUATIONS if table == EVALUATIONS.name else RECORD_FIGURES
        connection.execute(delete(rows).where(month.contains(rows.c[column])))


@contextmanager
def _new_file(path: Path) -> Iterator[Engine]:
    url = parse_database_url(f"sqlite:///{path}")
    with ExitStack() as held:
        held.callback(path.with_name(f"{path.name}.lock").unlink, missing_ok=True)
        yield open_database(url, LOCK_WAIT_MILLISECONDS, held)


def _copy_month(source: Connection, target: Connection, month: Month, progress: Progress) -> None:
    in_month = month.contains(EVALUATIONS.c.name)
    names = select(EVALUATIONS.c.name).where(in_month)
    listed = select(LISTED_ROWS).where(LISTED_ROWS.c.evaluation.in_(names))
    uses = select(EVALUATION_USES).where(month.contains(EVALUATION_USES.c.evaluation))
    erasing = func.split_part(LOG_LEAVES.c.name, ERASURES, 1)
    erasures = select(LOG_LEAVES).where(LOG_LEAVES.c.kind == ERASURE, month.contains(erasing))
    leaves = select(LOG_LEAVES).where(*_leaves_of(month))
    concluded = CONCLUSIONS.c.id.in_(listed.with_only_columns(LISTED_ROWS.c.conclusion))
    is_holder = USE_HOLDERS.c.id.in_(uses.with_only_columns(EVALUATION_USES.c.holder))
    newest = select(func.max(LOG_CHECKPOINTS.c.size)).scalar_subquery()
    of_checkpoint = (LOG_CHECKPOINTS, LOG_COSIGNATURES, LOG_TIME_STAMPS)
    _copy(source, target, EVALUATIONS, select(EVALUATIONS).where(in_month).order_by(EVALUATIONS.c.name), progress)
    for table, chosen in (
        (RECORD_DICTIONARIES, select(RECORD_DICTIONARIES)),
        (LISTED_ROWS, listed),
        (CONCLUSIONS, select(CONCLUSIONS).where(concluded)),
        (USE_HOLDERS, select(USE_HOLDERS).where(is_holder)),
        (ERASED_REQUESTS, select(ERASED_REQUESTS).where(month.contains(ERASED_REQUESTS.c.evaluation))),
        (LOG_LEAVES, leaves),
        (LOG_LEAVES, erasures),
        (LOG_LEAVES, select(LOG_LEAVES).where(LOG_LEAVES.c.kind == LOG_KEY)),
        (LOG_TILES, select(LOG_TILES).where(LOG_TILES.c.level > 0)),
        *((table, select(table).where(table.c.size == newest)) for table in of_checkpoint),
    ):
        _copy(source, target, table, chosen)
    numbered = enumerate(source.execute(uses.order_by(EVALUATION_USES.c.number), execution_options=_STREAMED), start=1)
    _insert_each(target, EVALUATION_USES, ({**row._mapping, "number": number} for number, row in numbered))
    copied = target.execute(select(LOG_LEAVES.c.position.op("/")(WIDTH)).distinct()).scalars().all()
    size = newest_checkpoint(target)
    for some in _batched({*copied, *(() if size is None else (size.size // WIDTH,))}, _BATCH_SIZE):
        _copy(source, target, LOG_TILES, select(LOG_TILES).where(LOG_TILES.c.level == 0, LOG_TILES.c.number.in_(some)))
    target.execute(insert(UNPROJECTED_ROWS).from_select(["evaluation"], select(EVALUATIONS.c.name)))


def _batched(rows: Iterable[_T], size: int) -> Iterator[list[_T]]:
    remaining = iter(rows)
    return iter(lambda: list(islice(remaining, size)), [])


def _copy(
    source: Connection, target: Connection, table: Table, chosen: Select[Any], progress: Progress = lambda _: None
) -> None:
    rows = source.execute(chosen, execution_options=_STREAMED)
    _insert_each(target, table, (dict(row._mapping) for row in rows), progress)


def _insert_each(
    target: Connection, table: Table, rows: Iterable[dict[str, Any]], progress: Progress = lambda _: None
) -> None:
    done = 0
    for batch in _batched(rows, _BATCH_SIZE):
        target.execute(insert(table), batch)
        done += len(batch)
        progress(done)
