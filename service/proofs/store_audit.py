"""Audit of a store and a gazette: every record, leaf, chain, tile and checkpoint; accounts, API keys and drafts.

Records are not recomputed here; verification does that.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import orjson
from sqlalchemy import Connection, Row, func, select
from sqlalchemy.exc import DBAPIError

from rules.contracts import TouchstoneError, TrailError, error_message, message_factory
from rules.trail import ErasureExtent, read_conclusion
from service.approval.statements import read_statement
from service.base.instants import milliseconds_of
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette
from service.output.log_checks import stored_erasure_mismatch
from service.proofs.archive_audit import audit_archives
from service.proofs.case_audit import audit_cases
from service.proofs.derived_rows_audit import DerivedTables, Look, ReportFault, compare_leaf
from service.proofs.start_check import READ_ERRORS
from service.store.accounts import Credential, logged_credentials
from service.store.backups import is_intact
from service.store.campaigns import COLLECTING, campaign_leaf, disposition_leaf
from service.store.database import misstored_columns, schema_differences
from service.store.dictionary_rows import read_dictionaries
from service.store.erasure_index import logged_erasures, whole_erasure_of
from service.store.kept_drafts import unpack_files
from service.store.log_sequencer import leaf_of, newest_stamp, tile_reader
from service.store.month_archives import records_digest
from service.store.months import archive_of, archived_months
from service.store.record_dictionaries import dictionary_problems, dictionary_source, has_dictionary
from service.store.serial_use import double_use_count
from service.store.stored_records import unpack
from service.store.tables import (
    ARCHIVED_MONTHS,
    CAMPAIGN_ITEMS as _ITEMS,
    CAMPAIGNS,
    CONCLUSIONS,
    DISPOSITIONS,
    DRAFT_CONTENTS as _CONTENTS,
    DRAFT_REVISIONS as _REVISIONS,
    DRAFT_STATEMENTS as _STATEMENTS,
    DRAFTS,
    ERASED_REQUESTS as _REQUESTS,
    EVALUATIONS,
    LISTED_ROWS,
    LOG_CHECKPOINTS as _CHECKPOINTS,
    LOG_COSIGNATURES as _COSIGNATURES,
    LOG_LEAVES as _LEAVES,
    LOG_TILES as _TILES,
    LOG_TIME_STAMPS as _STAMPS,
    ArchivedMonthRow,
    CampaignRow,
    DispositionRow,
)
from service.store.writer import to_evaluation_row
from service.transparency.checkpoints import Checkpoint, SignedNote, read_note
from service.transparency.gazette_leaves import leaves_of
from service.transparency.leaves import (
    CAMPAIGN,
    DISPOSITION,
    ERASURE,
    ERASURES,
    EVALUATION,
    LOG_KEY,
    PUBLICATION,
    REPEAL,
    STATEMENT,
    TABLE,
    Erasure,
    Leaf,
    entry_of,
)
from service.transparency.time_stamps import TimeStamp, imprint_doubt
from service.transparency.tree import (
    EMPTY,
    HASH_BYTES,
    TILE_LEVELS,
    WIDTH,
    TiledNodes,
    leaf_hash,
    perfect_subtree_root,
    root,
    tiles_after_append,
)

if TYPE_CHECKING:
    from service.transparency.log_trust import LogTrust

    Progress = Callable[[int, int], None]

_message = message_factory(__name__)
_MAXIMUM_LOGGING_DELAY_SECONDS = 3_600


def audit_access(connection: Connection, report_fault: ReportFault) -> None:
    """Report accounts and API keys that differ from the log."""
    noted = dict(logged_credentials(connection))
    for credential in Credential:
        for name, content in credential.rows(connection):
            if name not in noted:
                report_fault(name, _message("ACCESS_NOT_NOTED"))
            elif noted.pop(name) != content:
                report_fault(name, _message("ACCESS_ALTERED"))
    for name, content in noted.items():
        if content:
            report_fault(name, _message("ACCESS_GONE"))


def audit_drafts(connection: Connection, look: Look, report_fault: ReportFault) -> None:
    """Report inconsistent draft revisions and unreadable statements."""
    stored_files = {(row.organization, row.digest): row.files for row in connection.execute(select(_CONTENTS))}
    newest: dict[str, int] = {}
    for row in connection.execute(select(_REVISIONS)):
        newest[row.draft] = max(newest.get(row.draft, 0), row.number)
        if unpack_files(stored_files.get((row.organization, row.files_digest)), row.files_digest) is None:
            report_fault(f"{row.draft}/revisions/{row.number}", _message("DRAFT_FILES"))
    drafts = {row.name: row.newest for row in connection.execute(select(DRAFTS))}
    for name in sorted(name for name in drafts.keys() | newest if drafts.get(name) != newest.get(name)):
        report_fault(name, _message("DRAFT_NEWEST"))
    for row in connection.execute(select(_STATEMENTS)):
        look(f"{row.draft}/statements/{row.position}", partial(_read_statement, row.envelope))


def _read_statement(envelope: str) -> None:
    read_statement(orjson.loads(envelope))


def _audit_cosignatures(connection: Connection, trust: LogTrust | None, report_fault: ReportFault) -> int:
    unknown = 0
    query = select(_COSIGNATURES, _CHECKPOINTS.c.note).join_from(
        _COSIGNATURES, _CHECKPOINTS, _CHECKPOINTS.c.size == _COSIGNATURES.c.size, isouter=True
    )
    for row in connection.execute(query.order_by(_COSIGNATURES.c.size, _COSIGNATURES.c.witness)):
        location = f"log_cosignature/{row.size}/{row.witness}"
        if row.note is None:
            report_fault(location, _message("NOTHING_COSIGNED", size=row.size))
            continue
        try:
            unsigned = read_note(row.note)
            note = read_note(f"{row.note}{row.line}\n")
        except TrailError as error:
            report_fault(location, error_message(error))
            continue
        added = [signature for signature in note.signatures if signature not in unsigned.signatures]
        if [signature.name for signature in added] != [row.witness]:
            report_fault(location, _message("COSIGNED_OTHERWISE"))
        elif trust is None or row.witness not in trust.witnesses:
            unknown += 1
        elif not any(signature == added[0] for signature, _ in trust.cosignatures(note)):
            report_fault(location, _message("COSIGNED_WRONGLY", witness=row.witness))
    return unknown


def _audit_times(
    connection: Connection, outside: SignedNote | None, trust: LogTrust, report_fault: ReportFault
) -> None:
    if outside is not None:
        _report_missing_cosignatures(connection, outside, trust, report_fault)
    seen = sorted(
        {*_stored_cosignatures(connection, trust), *(() if outside is None else _cosignature_times(outside, trust))}
    )
    if not seen:
        return
    sizes, latest = [size for size, _ in seen], list(accumulate((second for _, second in seen), max))
    query = select(_LEAVES.c.position, _LEAVES.c.name, _LEAVES.c.document).where(
        _LEAVES.c.kind == EVALUATION, _LEAVES.c.position >= sizes[0]
    )
    for row in connection.execute(query.order_by(_LEAVES.c.position), execution_options={"yield_per": 256}):
        content = orjson.loads(row.document)
        time = content["create_time"]
        second = latest[bisect_right(sizes, row.position) - 1]
        if milliseconds_of(time) // 1_000 < second - _MAXIMUM_LOGGING_DELAY_SECONDS:
            witnessed = datetime.fromtimestamp(second, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            report_fault(f"log/{row.position}", _message("NOTED_AFTER_SEEN", name=row.name, time=time, seen=witnessed))


def _report_missing_cosignatures(
    connection: Connection, outside: SignedNote, trust: LogTrust, report_fault: ReportFault
) -> None:
    size = outside.checkpoint.size
    stored = set(connection.execute(select(_COSIGNATURES.c.witness).where(_COSIGNATURES.c.size == size)).scalars())
    for witness in sorted({signature.name for signature, _ in trust.cosignatures(outside)} - stored):
        report_fault(f"log_cosignature/{size}/{witness}", _message("COSIGNATURE_GONE", witness=witness, size=size))


def _stored_cosignatures(connection: Connection, trust: LogTrust) -> Iterator[tuple[int, int]]:
    query = select(_COSIGNATURES.c.line, _CHECKPOINTS.c.note).join_from(
        _COSIGNATURES, _CHECKPOINTS, _CHECKPOINTS.c.size == _COSIGNATURES.c.size
    )
    for row in connection.execute(query).all():
        with suppress(TrailError):
            yield from _cosignature_times(read_note(f"{row.note}{row.line}\n"), trust)


def _cosignature_times(note: SignedNote, trust: LogTrust) -> Iterator[tuple[int, int]]:
    return ((note.checkpoint.size, second) for _, second in trust.cosignatures(note))


def _audit_time_stamps(
    connection: Connection, trust: LogTrust | None, look: Look, report_fault: ReportFault
) -> tuple[int, int]:
    count = unknown = 0
    query = select(_STAMPS, _CHECKPOINTS.c.note).join_from(
        _STAMPS, _CHECKPOINTS, _CHECKPOINTS.c.size == _STAMPS.c.size, isouter=True
    )
    for row in connection.execute(query.order_by(_STAMPS.c.size, _STAMPS.c.authority)):
        applicable_trust = trust if trust is not None and row.authority in _possible_authorities(row, trust) else None
        count, unknown = count + 1, unknown + (row.note is not None and applicable_trust is None)
        location = f"time-stamp/{row.size}/{row.authority}"
        look(location, partial(_audit_time_stamp, row, applicable_trust, location, report_fault))
    return count, unknown


def _possible_authorities(row: Row[Any], trust: LogTrust) -> set[str]:
    if row.note is None or row.authority in trust.authorities:
        return set(trust.authorities)
    with suppress(TrailError):
        return {row.authority, trust.stamped(row.token, read_note(row.note).checkpoint)[0]}
    return set()


def _audit_time_stamp(row: Row[Any], trust: LogTrust | None, location: str, report_fault: ReportFault) -> None:
    if row.note is None:
        report_fault(location, _message("STAMP_OF_NOTHING", size=row.size))
        return
    checkpoint = read_note(row.note).checkpoint
    if trust is None:
        problem = imprint_doubt(row.token, checkpoint)
    elif row.authority not in trust.authorities:
        problem = _message("STAMP_OF_ANOTHER", stored=row.authority, found=trust.stamped(row.token, checkpoint)[0])
    else:
        time = trust.stamped_time(row.authority, row.token, checkpoint)
        problem = None if time == row.time else _message("STAMP_TIME", stored=row.time, found=time)
    if problem is not None:
        report_fault(location, problem)


_BATCH_SIZE = 256


def _audit_decisions(connection: Connection, look: Look, report_fault: ReportFault) -> None:
    noted = {(row.kind, row.name): row.digest for row in connection.execute(_CAMPAIGN_LEAVES_QUERY)}
    newest: dict[tuple[str, str], DispositionRow] = {}
    for columns in connection.execute(select(DISPOSITIONS).order_by(DISPOSITIONS.c.campaign, DISPOSITIONS.c.number)):
        row = DispositionRow.model_validate(dict(columns._mapping))
        newest[row.campaign, row.evaluation] = row
        location = f"{row.campaign}/dispositions/{row.number}"
        look(location, partial(compare_leaf, location, partial(disposition_leaf, row), noted, report_fault))
    for columns in connection.execute(select(CAMPAIGNS)).all():
        campaign = CampaignRow.model_validate(dict(columns._mapping))
        items_query = select(_ITEMS.c.evaluation).where(_ITEMS.c.campaign == campaign.name)
        names = connection.execute(items_query.order_by(_ITEMS.c.evaluation))
        if campaign.affected != COLLECTING:
            expected_leaf = partial(campaign_leaf, campaign, names.scalars())
            look(campaign.name, partial(compare_leaf, campaign.name, expected_leaf, noted, report_fault))
        if campaign.organization != campaign.name.split("/")[1]:
            report_fault(campaign.name, _message("ROW_MISPLACED"))
    for _, name in noted:
        report_fault(name, _message("DECISION_NOT_THERE"))
    _audit_items(connection, newest, report_fault)


def _audit_items(
    connection: Connection, newest: dict[tuple[str, str], DispositionRow], report_fault: ReportFault
) -> None:
    for row in connection.execute(_ITEMS_WITH_RESULTS, execution_options={"yield_per": _BATCH_SIZE}):
        location = f"{row.campaign}/items/{row.evaluation}"
        decided = newest.pop((row.campaign, row.evaluation), None)
        shown = ("", "", "", "") if decided is None else (
            decided.disposition, decided.reason, decided.person, decided.time,
        )  # fmt: skip
        if shown != (row.disposition, row.reason, row.person, row.dispose_time):
            report_fault(location, _message("ITEM_NOT_AS_DECIDED"))
        if row.name is None:
            continue  # fully erased, or reported by the audit of evaluations
        before = {"kind": row.kind, "grade": row.listed_grade, "stage": row.stage, "verdict": row.verdict}
        stored = (row.subject, row.scorecard_version, row.as_of_date, orjson.loads(row.before), row.double_uses)
        doubles = double_use_count(row.archive_findings)
        if stored != (row.its_subject, row.its_version, row.its_date, before, doubles):
            report_fault(location, _message("ITEM_NOT_AS_RECORD"))
    for campaign, evaluation in newest:
        report_fault(f"{campaign}/items/{evaluation}", _message("ITEM_NOT_AS_DECIDED"))


def _audit_requests(connection: Connection, report_fault: ReportFault) -> None:
    leaves = connection.execute(select(_LEAVES.c.document).where(_LEAVES.c.kind == ERASURE)).scalars()
    erasures = [Erasure.read(orjson.loads(document)) for document in leaves]
    gone = {erasure.evaluation for erasure in erasures if erasure.extent is ErasureExtent.EVALUATION}
    for row in connection.execute(select(_REQUESTS)).all():
        query = select(_LEAVES.c.document).where(_LEAVES.c.kind == EVALUATION, _LEAVES.c.name == row.evaluation)
        document = connection.execute(query).scalar()
        content = {} if document is None else orjson.loads(document)
        matches = (content.get("organization"), content.get("request_id")) == (row.organization, row.request_id)
        if row.evaluation not in gone or not matches:
            report_fault(f"erased_request/{row.evaluation}", _message("REQUEST_NOT_NOTED"))
        gone.discard(row.evaluation)
    for name in gone:
        report_fault(f"erased_request/{name}", _message("REQUEST_NOT_THERE"))


_CAMPAIGN_LEAVES_QUERY = select(_LEAVES.c.kind, _LEAVES.c.name, _LEAVES.c.digest).where(
    _LEAVES.c.kind.in_((CAMPAIGN, DISPOSITION))
)
_ITEMS_WITH_RESULTS = select(
    _ITEMS,
    EVALUATIONS.c.name, EVALUATIONS.c.archive_findings, EVALUATIONS.c.subject.label("its_subject"),
    EVALUATIONS.c.scorecard_version.label("its_version"), EVALUATIONS.c.as_of_date.label("its_date"),
    CONCLUSIONS.c.kind, CONCLUSIONS.c.grade.label("listed_grade"), CONCLUSIONS.c.stage, CONCLUSIONS.c.verdict,
).select_from(
    _ITEMS.join(EVALUATIONS, EVALUATIONS.c.name == _ITEMS.c.evaluation, isouter=True)
    .join(LISTED_ROWS, LISTED_ROWS.c.evaluation == _ITEMS.c.evaluation, isouter=True)
    .join(CONCLUSIONS, CONCLUSIONS.c.id == LISTED_ROWS.c.conclusion, isouter=True)
)  # fmt: skip
_PUBLISHED = {PUBLICATION, REPEAL, STATEMENT, TABLE}
_ORGANIZATION_PREFIX = "organizations/"
_STREAMED = {"yield_per": _BATCH_SIZE}


@dataclass(frozen=True, slots=True)
class Fault:
    """Location and description of a difference found by the audit."""

    place: str
    problem: str


@dataclass
class AuditReport:
    """Numbers of audited items, and the faults.

    The gazette lacks the versions of `uses_unknown` evaluations. `cosignatures_unknown` and `unchecked_stamps` have no
    trusted key.
    """

    evaluations: int = 0
    erased: int = 0
    leaves: int = 0
    checkpoints: int = 0
    time_stamps: int = 0
    versions: int = 0
    tables: int = 0
    archived: int = 0
    uses_unknown: int = 0
    cosignatures_unknown: int = 0
    newest_stamp: TimeStamp | None = None
    unchecked_stamps: int = 0
    faults: list[Fault] = field(default_factory=list)

    def add(self, place: str, problem: str) -> None:
        self.faults.append(Fault(place, problem))


def audit(  # noqa: PLR0913 -- options
    connection: Connection,
    gazette: Gazette,
    *,
    outside: SignedNote | None = None,
    trust: LogTrust | None = None,
    progress: Progress | None = None,
    with_derived: bool = True,
) -> AuditReport:
    """Audit the store and the gazette; `outside` was saved elsewhere.

    Without `with_derived`, tables that are computed from the records are not compared; this takes a fifth of the time.
    """
    report = AuditReport()
    _run_check(report, "database", lambda: _audit_database_file(connection, report))
    _run_check(report, "gazette", lambda: _audit_gazette(connection, gazette, report))
    own = connection.execute(select(ARCHIVED_MONTHS).where(ARCHIVED_MONTHS.c.file_digest == "")).first()
    if own is not None:
        _run_check(report, "log", lambda: _audit_partial_log(connection, report))
        _run_check(report, "archived_month", lambda: _audit_own_month(connection, own, report))
    else:
        hashes: list[bytes] = []
        checkpoint = None if outside is None else outside.checkpoint
        _run_check(report, "log", lambda: hashes.extend(_audited_leaf_hashes(connection, report)))
        _run_check(report, "log", lambda: _audit_tree(connection, hashes, checkpoint, report))
        _run_check(report, "archived_month", lambda: audit_archives(connection, report.add))
    _run_check(report, "checkpoint", lambda: _audit_signatures(connection, outside, trust, report))
    dictionaries: dict[bytes, bytes] = {}
    _run_check(report, "record_dictionary", lambda: dictionaries.update(read_dictionaries(connection)))
    problems = dictionary_problems(dictionaries)
    for name, problem in problems.items():
        if problem:
            report.add(f"record_dictionary/{name.hex()}", problem)
    look, archives = partial(_run_check, report), archived_months(connection)
    derived = DerivedTables(connection, gazette, look, report.add, archives) if with_derived else None
    with dictionary_source(dictionaries.get):
        _run_check(report, "evaluations", lambda: _audit_evaluations(connection, derived, problems, report, progress))
    _run_check(report, "erased_request", lambda: _audit_requests(connection, report.add))
    _run_check(report, "campaign", lambda: _audit_decisions(connection, partial(_run_check, report), report.add))
    _run_check(report, "case", lambda: audit_cases(connection, partial(_run_check, report), report.add))
    _run_check(report, "access", lambda: audit_access(connection, report.add))
    _run_check(report, "draft", lambda: audit_drafts(connection, partial(_run_check, report), report.add))
    return report


def _audit_database_file(connection: Connection, report: AuditReport) -> None:
    """Check the SQLite file and schema; PostgreSQL has its own checksums."""
    if connection.dialect.name != "sqlite":
        return
    try:
        problems = connection.exec_driver_sql("PRAGMA integrity_check(10)").scalars().all()
    except DBAPIError as error:
        problems = [str(error.orig)]
    for problem in problems:
        if problem != "ok":
            report.add("database", _message("UNREADABLE", problem=" ".join(str(problem).split())[:200]))
    for name in schema_differences(connection):
        report.add(f"schema/{name}", _message("SCHEMA_DIFFERS"))
    for name in misstored_columns(connection):
        report.add(f"database/{name}", _message("TYPE_DIFFERS"))


def _run_check(report: AuditReport, location: str, check: Callable[[], None]) -> None:
    try:
        check()
    except TouchstoneError as error:
        report.add(location, error_message(error))
    except (*READ_ERRORS, DBAPIError) as error:
        report.add(location, _message("UNREADABLE", problem=error_message(error)))


def _audit_gazette(connection: Connection, gazette: Gazette, report: AuditReport) -> None:
    table_store = TableStore(gazette.folder / FOLDER)
    _run_check(report, "tables", lambda: setattr(report, "tables", table_store.check()))
    report.versions = gazette.check()
    query = select(_LEAVES.c.kind, _LEAVES.c.name, _LEAVES.c.digest)
    noted = {(row.kind, row.name): row.digest for row in connection.execute(query.where(_LEAVES.c.kind != EVALUATION))}
    for leaf in leaves_of(gazette):
        if noted.pop((leaf.kind, leaf.name), leaf.digest) != leaf.digest:
            report.add(leaf.name, _message("PUBLISHED_OTHERWISE", kind=leaf.kind))
    for kind, name in noted:
        if kind in _PUBLISHED and not name.startswith(_ORGANIZATION_PREFIX):
            report.add(name, _message("PUBLISHED_NO_MORE", kind=kind))


def _audited_leaf_hashes(connection: Connection, report: AuditReport) -> Iterator[bytes]:
    last: dict[str, str] = {}
    expected = 0
    for row in connection.execute(select(_LEAVES).order_by(_LEAVES.c.position), execution_options=_STREAMED):
        if row.position != expected:
            report.add(f"log/{expected}", _message("LEAF_MISSING"))
        expected = row.position + 1
        _run_check(report, f"log/{row.position}", partial(_audit_leaf, row, last, report))
        report.leaves += 1
        yield leaf_hash(entry_of(row.kind, row.digest))


def _audit_partial_log(connection: Connection, report: AuditReport) -> None:
    """Check that each leaf of an archive file is in the tree of the checkpoint. The log itself has the chains."""
    nodes, keys = TiledNodes(tile_reader(connection)), _log_keys(connection)
    for row in connection.execute(select(_CHECKPOINTS)):
        report.checkpoints += 1
        _run_check(report, f"checkpoint/{row.size}", partial(_audit_checkpoint, row, nodes, keys, report))
    for level, number, hashes in connection.execute(select(_TILES), execution_options=_STREAMED):
        is_full = len(hashes) == WIDTH * HASH_BYTES
        if is_full and nodes(TILE_LEVELS * (level + 1), number) != perfect_subtree_root(hashes):
            report.add(f"tile/{level}/{number}", _message("TILE_DIFFERS"))
    for row in connection.execute(select(_LEAVES).order_by(_LEAVES.c.position), execution_options=_STREAMED):
        report.leaves += 1
        _run_check(report, f"log/{row.position}", partial(_audit_leaf, row, None, report))
        if nodes(0, row.position) != leaf_hash(entry_of(row.kind, row.digest)):
            report.add(f"log/{row.position}", _message("LEAF_NOT_IN_TILE"))


def _audit_own_month(connection: Connection, row: Row[Any], report: AuditReport) -> None:
    """Check that an archive file has the stated evaluations of its month."""
    names = connection.execute(select(EVALUATIONS.c.name)).scalars().all()
    month = ArchivedMonthRow.model_validate(dict(row._mapping))
    if any(archive_of([month], name) is None for name in names) or len(names) != row.evaluations:
        report.add(f"archived_month/{row.month}", _message("ARCHIVE_COUNT", found=len(names), wanted=row.evaluations))
    if records_digest(connection, None) != row.records:
        report.add(f"archived_month/{row.month}", _message("ARCHIVE_RECORDS"))


def _audit_leaf(row: Row[Any], last: dict[str, str] | None, report: AuditReport) -> None:
    leaf, location = Leaf(row.kind, row.name, row.subject, row.document), f"log/{row.position}"
    if leaf.digest != row.digest:
        report.add(location, _message("LEAF_DIGEST"))
        return
    content = orjson.loads(row.document)
    if content["kind"] != row.kind or not str(row.name).endswith(str(content["name"])):
        report.add(location, _message("LEAF_NOT_NAMED", name=row.name))
    if row.kind == EVALUATION:
        follows = last is None or content["predecessor"] == last.get(row.subject, "")
        if content["subject"] != row.subject or not follows:
            report.add(location, _message("CHAIN_BROKEN", subject=row.subject))
        if last is not None:
            last[row.subject] = row.digest
    elif row.kind == ERASURE:
        Erasure.read(content)


def _audit_tree(connection: Connection, hashes: list[bytes], outside: Checkpoint | None, report: AuditReport) -> None:
    tiles = tiles_after_append(0, hashes, lambda *_: b"")
    nodes, read = TiledNodes(lambda *at: tiles.get(at, b"")), tile_reader(connection)
    covered = connection.execute(select(func.max(_CHECKPOINTS.c.size))).scalar() or 0
    keys = _log_keys(connection)
    for row in connection.execute(select(_CHECKPOINTS).order_by(_CHECKPOINTS.c.size)):
        report.checkpoints += 1
        _run_check(report, f"checkpoint/{row.size}", partial(_audit_checkpoint, row, nodes, keys, report))
    for (level, number), content in tiles.items():
        stored, full = read(level, number), len(content) // 32
        reached = max(0, min(full, covered // WIDTH**level - number * WIDTH))
        if stored[: 32 * reached] != content[: 32 * reached] or len(stored) < 32 * reached:
            report.add(f"tile/{level}/{number}", _message("TILE_DIFFERS"))
    if outside is not None:
        if outside.size > len(hashes):
            report.add(f"log/{len(hashes)}", _message("TAIL_OF_OTHERS_CUT", size=outside.size, found=len(hashes)))
        elif (root(nodes, outside.size) if outside.size else EMPTY) != outside.root:
            report.add(f"checkpoint/{outside.size}", _message("OTHER_HISTORY", size=outside.size))


def _audit_signatures(
    connection: Connection, outside: SignedNote | None, trust: LogTrust | None, report: AuditReport
) -> None:
    report.cosignatures_unknown = _audit_cosignatures(connection, trust, report.add)
    if trust is not None:
        _audit_times(connection, outside, trust, report.add)
    report.newest_stamp = newest_stamp(connection)
    report.time_stamps, report.unchecked_stamps = _audit_time_stamps(
        connection, trust, partial(_run_check, report), report.add
    )


def _log_keys(connection: Connection) -> list[str]:
    documents = connection.execute(select(_LEAVES.c.document).where(_LEAVES.c.kind == LOG_KEY)).scalars()
    return [str(orjson.loads(document)["public"]) for document in documents]


def _audit_checkpoint(row: Row[Any], nodes: TiledNodes, keys: list[str], report: AuditReport) -> None:
    note = read_note(row.note)
    checkpoint, location = note.checkpoint, f"checkpoint/{row.size}"
    try:
        reached = root(nodes, checkpoint.size)
    except IndexError:
        reached = b""
    if checkpoint.size != row.size or reached != checkpoint.root:
        report.add(location, _message("CHECKPOINT_DIFFERS"))
    if keys and note.signatures:
        from service.transparency.log_signatures import is_signed_by  # noqa: PLC0415 -- cryptography is slow to load, and seldom needed

        if not any(is_signed_by(note, key) for key in keys):
            report.add(location, _message("CHECKPOINT_NOT_SIGNED"))


def _audit_evaluations(
    connection: Connection,
    derived: DerivedTables | None,
    problems: Mapping[bytes, str],
    report: AuditReport,
    progress: Progress | None,
) -> None:
    count = connection.execute(select(func.count()).select_from(EVALUATIONS)).scalar_one()
    noted, archives = _noted_evaluations(connection), archived_months(connection)
    for columns in connection.execute(select(EVALUATIONS), execution_options=_STREAMED):
        report.evaluations += 1
        name = str(columns.name)
        if not has_dictionary(columns.record, problems):
            noted.pop(name, None)
            report.add(name, _message("RECORD_DAMAGED"))
            continue
        _run_check(
            report, name, partial(_audit_evaluation, connection, columns, (noted.pop(name, None), derived), report)
        )
        if progress is not None and report.evaluations % _BATCH_SIZE == 0:
            progress(report.evaluations, count)
    erased = set(connection.execute(select(_REQUESTS.c.evaluation)).scalars())
    missing = Counter[str]()
    for name, (position, _) in noted.items():
        if name not in erased and (month := archive_of(archives, name)) is not None:
            missing[month.month] += 1
        elif whole_erasure_of(connection, name) is None:
            report.add(name, _message("EVALUATION_NOT_THERE", position=position))
        else:
            report.erased += 1
    report.archived = missing.total()
    for month in archives:
        if (found := missing[month.month]) != month.evaluations:
            report.add(
                f"archived_month/{month.month}", _message("ARCHIVE_COUNT", found=found, wanted=month.evaluations)
            )
    if derived is not None:
        _run_check(report, "evaluations", derived.close)
        report.uses_unknown = derived.uses_unknown


def _noted_evaluations(connection: Connection) -> dict[str, tuple[int, str]]:
    query = select(_LEAVES.c.name, _LEAVES.c.position, _LEAVES.c.digest).where(_LEAVES.c.kind == EVALUATION)
    return {row.name: (row.position, row.digest) for row in connection.execute(query)}


def _audit_evaluation(
    connection: Connection,
    columns: Row[Any],
    compared: tuple[tuple[int, str] | None, DerivedTables | None],
    report: AuditReport,
) -> None:
    row, (noted, derived) = to_evaluation_row(columns), compared
    if not is_intact(row.record, row.record_key, row.record_digest):
        report.add(row.name, _message("RECORD_DAMAGED"))
        return
    written = unpack(row.record)
    if derived is not None:
        derived.add(row, written)
    concluded = read_conclusion(written)[0]
    wanted = (
        written.head.subject, written.head.scorecard_version, written.head.as_of_date, concluded.kind, concluded.grade,
    )  # fmt: skip
    if wanted != (row.subject, row.scorecard_version, row.as_of_date, row.conclusion_kind, row.grade):
        report.add(row.name, _message("ROW_NOT_AS_RECORD"))
    if noted is None:
        report.add(row.name, _message("LEAF_GONE"))
        return
    erasures = (
        logged_erasures(connection, f"{row.name}{ERASURES}") if row.erasures != "[]" or not row.record_key else []
    )
    problem = stored_erasure_mismatch(
        row, sorted(erasures, key=lambda erasure: int(erasure.leaf.name.rpartition("/")[2]))
    )
    if problem is not None:
        report.add(row.name, problem)
    document = connection.execute(select(_LEAVES.c.document).where(_LEAVES.c.position == noted[0])).scalar_one()
    content = json.loads(document)
    own = dict(leaf_of(row, content["predecessor"]).content)
    if erasures:
        own["archive_findings"] = content["archive_findings"]
    if different := next((name for name in own if own[name] != content.get(name)), None):
        report.add(row.name, _message("ROW_NOT_AS_NOTED", field=different, position=noted[0]))
