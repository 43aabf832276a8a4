"""Golden stores of every record schema version: migration, listing, verification, audit and search."""

from __future__ import annotations

import json
import sqlite3
import zlib
from contextlib import closing
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from rules.contracts.erased_records import ErasedRecord
from rules.contracts.record import RECORD_SCHEMA, Record, SectionResult
from rules.trail.erasure import ErasureExtent
from rules.trail.first_form import read_form_1
from rules.trail.verify import CheckResult, verify
from service.api.evaluation_queries import Archive
from service.api.proof_bundles import BundleMaker
from service.base.refusals import Refusal
from service.evaluating.evaluators import RecordReader
from service.gazette.tables import FOLDER as TABLES, TableStore
from service.gazette.versions import CardResolver
from service.output.envelopes import stored_evaluation
from service.output.mapping.requests import BASIC, FULL
from service.proofs.bundle_verification import check_bundle
from service.proofs.log_service import append_publications
from service.proofs.start_check import log_alterations
from service.proofs.store_audit import audit
from service.store.backups import contents_of, is_intact
from service.store.dependents import UseQuery
from service.store.evaluation_eraser import ErasureOrder, RetentionStart
from service.store.listing_query import read_listing
from service.store.log_sequencer import LogIdentity
from service.store.reporting_views import open_archive
from service.store.result_dependencies import SupportKind, support_digest
from service.store.serial_use import normalize_identifier
from service.store.store import Store
from service.store.stored_records import restore_record_or_remains
from service.store.unlogged_evaluations import adopt, open_for_adopting
from tests.support.commands import answered, touchstone
from tests.support.kept_stores import FOLDER, FORMS, ORGANIZATION, keep, kept_file
from tests.support.versions import GAZETTE
from touchstone.v1.evaluation_service_pb2 import ListTrailStepsRequest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from service.store.tables import EvaluationRow

SHELF = TableStore(GAZETTE.folder / TABLES)
COUNTS = {1: 6, 2: 3}
KEEPER = LogIdentity("example.org/log")
ISSUER = "Construction bureau of the example"
ORDER = {"time": "2026-12-01T08:00:00Z", "principal": {"id": "dpo", "kind": "local", "organization": "example"}}


@pytest.fixture(scope="module", params=FORMS)
def kept(
    request: pytest.FixtureRequest, new_url: Callable[[], str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[int, str, Store]]:
    """Give the form, the address of the store, and the store as it was opened and migrated."""
    url = new_url()
    keep(request.param, url, tmp_path_factory.mktemp("kept"))
    store = Store(url, log_identity=KEEPER, cards=CardResolver(GAZETTE))
    append_publications(store, GAZETTE, KEEPER)
    yield request.param, url, store
    store.close()


@pytest.fixture(scope="module")
def reader() -> Iterator[RecordReader]:
    with closing(RecordReader(GAZETTE)) as record_reader:
        yield record_reader


def rows_of(store: Store) -> Sequence[EvaluationRow]:
    return store.list(read_listing(ORGANIZATION, filter_text="", order_by=""), after=None, limit=100)


def test_there_is_one_of_every_form() -> None:
    assert tuple(range(1, RECORD_SCHEMA + 1)) == FORMS


@pytest.mark.full
def test_every_evaluation_is_listed_told_and_verified(kept: tuple[int, str, Store], reader: RecordReader) -> None:
    form, _, store = kept
    rows = rows_of(store)
    assert len(rows) == COUNTS[form]
    for row in rows:
        written = restore_record_or_remains(row.record, row.record_key)
        assert is_intact(row.record, row.record_key, row.record_digest)
        assert written.head.schema_number == form
        for view in (BASIC, FULL):
            evaluation = stored_evaluation(row, GAZETTE, reader, view=view)
            assert evaluation.record.subject == row.subject
            assert evaluation.record.scorecard_version == row.scorecard_version
            assert evaluation.record.conclusion.grade == (row.grade or "")
            assert (evaluation.record_json.encode() == written.content) == (view == FULL)
        checks = verify(
            content=written.content,
            stated_digest=row.record_digest,
            record_key=row.record_key,
            versions=GAZETTE.versions(row.scorecard_version.split("/")[1]),
            tables=SHELF,
        )
        erased = isinstance(written, ErasedRecord)
        not_passed = {check.number: check.result for check in checks if check.result is not CheckResult.PASSED}
        assert not_passed == ({7: CheckResult.NOT_CHECKED} if erased else {})


def test_what_is_projected_of_each_is_found(kept: tuple[int, str, Store]) -> None:
    _, _, store = kept
    assert store.rebuild_outcomes().outcomes > 0
    (standing,) = [
        one
        for one in store.standings(ORGANIZATION, "scorecards/zero-carbon-factory/versions/1.1.0").standings
        or store.standings(ORGANIZATION, "scorecards/zero-carbon-factory/versions/1.2.0").standings
        if one.subject.endswith("worked-factory")
    ]
    assert standing.score.low == standing.score.high is not None
    issued = support_digest(ORGANIZATION, SupportKind.ISSUER, normalize_identifier(ISSUER))
    (use,) = store.uses.after(UseQuery(ORGANIZATION, (issued,)), None, 10)
    assert use.subject.endswith("worked-factory")
    tabled = support_digest(ORGANIZATION, SupportKind.TABLE, "cbam-benchmarks@2026-02-06")
    uses = store.uses.after(UseQuery(ORGANIZATION, (tabled,)), None, 10)
    assert [one.subject.rpartition("/")[2] for one in uses] == (["coil-2026-05"] if len(rows_of(store)) > 3 else [])


def test_the_last_results_of_subjects_are_read_page_by_page(kept: tuple[int, str, Store]) -> None:
    _, _, store = kept
    for version in sorted({row.scorecard_version for row in rows_of(store)}):
        read: list[tuple[str, str]] = []
        while page := store.newest_by_subject(ORGANIZATION, version, after=read[-1][0] if read else "", limit=1):
            read += page
        standings = store.standings(ORGANIZATION, version).standings
        assert sorted(read) == [(standing.subject, standing.evaluation) for standing in standings]
        assert store.count_subjects(ORGANIZATION, version) == len(read)


@pytest.mark.full
def test_all_are_noted_backed_up_and_audited_without_a_fault(kept: tuple[int, str, Store]) -> None:
    form, url, store = kept
    with open_for_adopting(url) as engine:
        adopted = adopt(engine)
    assert (adopted.noted, adopted.damaged) == (COUNTS[1] if form == 1 else 0, ())
    store.integrate_log()
    assert log_alterations(store) == 0
    with open_archive(url) as archive:
        report = audit(archive.connection, GAZETTE)
        held = contents_of(archive.connection)
    assert (report.faults, report.unnoted) == ([], 0)
    assert (held.evaluations, held.damaged) == (COUNTS[form], ())


def test_a_bundle_proves_a_record_of_form_1_as_a_whole(tmp_path: Path) -> None:
    kept_file(1, tmp_path / "store.sqlite3")
    with closing(
        Store(f"sqlite:///{tmp_path}/store.sqlite3", log_identity=KEEPER, cards=CardResolver(GAZETTE))
    ) as store:
        append_publications(store, GAZETTE, KEEPER)
        with open_for_adopting(f"sqlite:///{tmp_path}/store.sqlite3") as engine:
            adopt(engine)
        bundling, row = BundleMaker(store, GAZETTE, KEEPER), rows_of(store)[0]
        trust = tmp_path / "trust.json"
        trust.write_text(json.dumps({"logs": {}, "witnesses": {}, "witnesses_needed": 0}), encoding="utf-8")
        results = {check.number: check.result for check in check_bundle(bundling.bundle(row.name), trust)}
        by_record = {number: results[number] for number in (1, 2, 3, 7, 8, 9, 11)}
        assert set(by_record.values()) == {CheckResult.PASSED}
        with pytest.raises(Refusal, match="form 1, whose steps are proved together only; leave out --show"):
            bundling.bundle(row.name, shown=("conclusion",))


def test_what_is_told_since_form_1_is_not_missed_in_it(tmp_path: Path, reader: RecordReader) -> None:
    """A field that is added to what is told must not make the records of before fail."""

    class Later(SectionResult):
        since: str = "said"

    class LaterRecord(Record):
        sections: tuple[Later, ...] = ()

    with closing(sqlite3.connect(kept_file(1, tmp_path / "store.sqlite3"))) as kept:
        (stored,) = kept.execute("SELECT record FROM evaluation WHERE subject LIKE '%worked-factory'").fetchone()
    written = read_form_1(zlib.decompress(stored))
    record = reader.told(written).without_steps
    later = tuple(Later(**one.__dict__) for one in record.sections)
    assert later
    assert written.difference(written.steps, LaterRecord(**{**record.__dict__, "sections": later})) is None
    assert written.difference(written.steps, record.model_copy(update={"sections": record.sections[1:]})) is not None


@pytest.mark.full
def test_each_step_of_form_1_is_told_with_its_own_words_which_open_its_commitment(
    tmp_path: Path, reader: RecordReader
) -> None:
    kept_file(1, tmp_path / "store.sqlite3")
    with closing(Store(f"sqlite:///{tmp_path}/store.sqlite3")) as store:
        for row in rows_of(store):
            asked = ListTrailStepsRequest(parent=row.name, page_size=1_000)
            steps = Archive(store, GAZETTE, reader).steps(asked).trail_steps
            own = [one for one in steps if one.commitment]
            uncommitted = {one.step_id for one in steps} - {one.step_id for one in own}
            assert uncommitted <= {"declared_conclusion", "open_facts", "setting_alternatives", "standing", "track"}
            opened = [sha256(one.salt + one.payload_json.encode()).hexdigest() for one in own]
            assert opened == [one.commitment for one in own]
            assert not any(one.HasField("proof") for one in steps)


@pytest.mark.parametrize("extent", [ErasureExtent.EVIDENCE, ErasureExtent.INPUTS])
def test_of_a_record_of_form_1_nothing_is_erased_but_all(tmp_path: Path, extent: ErasureExtent) -> None:
    kept_file(1, tmp_path / "store.sqlite3")
    with closing(
        Store(f"sqlite:///{tmp_path}/store.sqlite3", log_identity=KEEPER, cards=CardResolver(GAZETTE))
    ) as store:
        name = rows_of(store)[0].name
        principal = {"id": "dpo", "kind": "local", "organization": ORGANIZATION}

        def order(extent: ErasureExtent, *facts: str) -> ErasureOrder:
            return ErasureOrder(extent, facts, "2026-12-01T08:00:00Z", principal, "asked by the person")

        with pytest.raises(Refusal, match="erase it whole"):
            store.erasing.erase([name], order(extent), lambda _: None)
        due = store.erasing.due(ORGANIZATION, extent, "2027-01-01T00:00:00Z", RetentionStart.CREATION)
        assert (due.names, due.whole_only) == ((), COUNTS[1])
        store.erasing.erase([name], order(ErasureExtent.EVALUATION), lambda _: None)
        assert store.find(name) is None
        due = store.erasing.due(ORGANIZATION, ErasureExtent.EVALUATION, "2027-01-01T00:00:00Z", RetentionStart.CREATION)
        assert len(due.names) == COUNTS[1] - 1


def test_what_software_in_between_could_not_read_is_projected_after_all(tmp_path: Path) -> None:
    path = kept_file(1, tmp_path / "store.sqlite3")
    Store(f"sqlite:///{path}").close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for table in ("outcome", "finding", "standing", "record_figures", "support", "supporting_value", "unprojected"):
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 -- ours
        for table in (
            "unreadable", "case_document", "case_label", "certification_case", "case_item", "case_due", "case_step",
            "certificate_number", "certificate_serial", "register_entry", "case_reminder", "account", "session",
            "sign_in_miss", "known_browser", "yearly_result", "open_gate", "result_tally", "goods_ledger",
            "goods_content", "goods_revision", "goods_pricing", "supplier_request", "supplier_answer", "claim_in_use",
            "claim_place", "claim_word", "claim_judgement", "proof_figures", "use_holder", "evaluation_uses",
            "use_index", "indexed_uses", "support_index", "value_index",
        ):  # fmt: skip
            connection.execute(f"DROP TABLE {table}")
        for view in ("bi_criteria", "bi_gates", "bi_findings"):
            connection.execute(f"DROP VIEW {view}")
        for column in ("outcomes", "findings"):
            connection.execute(f"ALTER TABLE standing DROP COLUMN {column}")
        connection.execute("DROP INDEX evaluation_with_findings")
        connection.execute("UPDATE alembic_version SET version_num = '0018'")
    with closing(Store(f"sqlite:///{path}", cards=CardResolver(GAZETTE))) as store:
        issued = support_digest(ORGANIZATION, SupportKind.ISSUER, normalize_identifier(ISSUER))
        assert len(store.uses.after(UseQuery(ORGANIZATION, (issued,)), None, 10)) == 1
        assert store.uses.left_out(ORGANIZATION).count == 0


def changed(content: bytes, before: bytes, after: bytes) -> bytes:
    assert before in content
    return content.replace(before, after, 1)


@pytest.mark.parametrize(
    ("before", "after", "failing"),
    [
        (b"16.8", b"17.8", {1, 7}),
        ("绝对减排".encode(), "绝对增排".encode(), {1, 2}),
        (b'"grade":"3"', b'"grade":"4"', {1, 7}),
        (b'"certainty":"', b'"certainty":"x', {1}),
        (b"schema_number", b"schema_numbed", {1}),
        (b'"schema_number":1', b'"schema_number":3', {1}),
    ],
)
def test_a_changed_record_of_form_1_is_told(tmp_path: Path, before: bytes, after: bytes, failing: set[int]) -> None:
    with closing(sqlite3.connect(kept_file(1, tmp_path / "store.sqlite3"))) as kept:
        stored, key, digest = kept.execute(
            "SELECT record, record_key, record_digest FROM evaluation WHERE subject LIKE '%worked-factory'"
        ).fetchone()
    content = changed(zlib.decompress(stored), before, after)
    assert not is_intact(zlib.compress(content), key, digest)
    versions = GAZETTE.versions("zero-carbon-factory")
    checks = verify(content=content, stated_digest=digest, record_key=key, versions=versions, tables=SHELF)
    assert failing <= {check.number for check in checks if check.result is CheckResult.FAILED}


def test_what_form_1_binds_is_bound_without_its_digest(tmp_path: Path) -> None:
    with closing(sqlite3.connect(kept_file(1, tmp_path / "store.sqlite3"))) as kept:
        stored, key = kept.execute("SELECT record, record_key FROM evaluation").fetchone()
    written = read_form_1(zlib.decompress(stored))
    assert (written.chain, written.closed(key)) == (written.head.trail_digest, [])
    assert len(written.closed(bytes(32))) == written.head.step_count
    own = json.loads(written.content)
    own["steps"][1], own["steps"][2] = own["steps"][2], own["steps"][1]
    assert read_form_1(json.dumps(own).encode()).chain != written.head.trail_digest


def test_what_was_exported_in_form_1_is_verified_and_explained(tmp_path: Path) -> None:
    exported = FOLDER / "form-1-bottle.json"
    output = answered("verify", str(exported))
    assert "of form 1, has the digest" in output
    assert "which holds its sentences, too: they are not made again" in output
    assert "第 1 号格式的记录" in answered("verify", str(exported), "--language", "zh")
    assert "Prohibited" in answered("explain", str(exported)) or "prohibited" in answered("explain", str(exported))
    plain = json.loads(exported.read_text("utf-8"))
    plain["record"]["ruleResults"][0]["outcome"] = "OUTCOME_NOT_MET"
    forged = tmp_path / "forged.json"
    forged.write_text(json.dumps(plain), encoding="utf-8")
    answer = touchstone("verify", str(forged))
    assert (answer.exit_code, "`rule_results`" in answer.stdout) == (1, True)
