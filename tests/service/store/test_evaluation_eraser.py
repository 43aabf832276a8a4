"""Erasure in the store: search keys, raw database files, audits, triggers and legal holds."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, select, text
from sqlalchemy.exc import DBAPIError

from rules.contracts.erased_records import ErasedRecord
from rules.contracts.errors import ErasedError
from rules.contracts.inputs import DeclaredValue
from rules.trail.erasure import ErasureExtent
from rules.trail.verify import CheckResult
from service.base.refusals import Reason, Refusal
from service.proofs.bundle_verification import check_bundle
from service.proofs.store_audit import audit
from service.store.evaluation_eraser import ErasureOrder, ErasureResult
from service.store.hash_blocks import USE_BLOCKS, HashBlocks
from service.store.stored_records import restore_record, unpack
from service.store.support_index import SUPPORTS
from service.store.tables import EvaluationRow, EvaluationUsesRow
from service.store.use_index import evaluation_numbers, index_uses
from service.store.value_index import value_blocks
from service.store.write_access import with_write_access
from service.transparency.leaves import LegalHold
from service.transparency.log_trust import read_log_trust
from tests.support.logged import Logged
from tests.support.small_card import small_card

WHO = {"id": "dpo", "kind": "local", "organization": "a"}
SERIAL = "VCS-GRETA-MUSTER-1"
WINDOW = 12


@pytest.fixture(scope="module")
def logged(tmp_path_factory: pytest.TempPathFactory, new_url: Callable[[], str]) -> Iterator[Logged]:
    harness = Logged(tmp_path_factory.mktemp("erasing"), new_url())
    yield harness
    harness.close()


def order(extent: ErasureExtent, *facts: str) -> ErasureOrder:
    return ErasureOrder(extent, facts, "2026-04-01T08:00:00Z", WHO, "asked by the person")


def erase(
    logged: Logged, row: EvaluationRow, extent: ErasureExtent, *facts: str
) -> tuple[ErasureResult, EvaluationRow | None]:
    (result,) = logged.store.erasing.erase([row.name], order(extent, *facts), lambda _: small_card())
    return result, logged.store.find(row.name)


def credits(serial: str) -> DeclaredValue:
    fields = {
        "serial": DeclaredValue(text=serial),
        "certificate": DeclaredValue(text=f"certificate of {serial}"),
        "amount": DeclaredValue(number="7", unit="tCO2e"),
    }
    return DeclaredValue(records=(fields,))


def resting(logged: Logged, row: EvaluationRow) -> tuple[int, int]:
    """Count the things that an evaluation is found by, and the numbers among them."""
    with logged.store.archive():  # Opening the archive writes the pending rows.
        pass
    with with_write_access(logged.store._engine).connect() as connection:
        (number,) = evaluation_numbers(connection, [row.name]).values()
        things = [entered for _, entered in SUPPORTS.rows.within(connection)].count(number)
        values = sum(numbers.count(number) for _, entries in value_blocks(connection) for numbers in entries.values())
        return things + entries_of(connection, SUPPORTS.blocks, number), values


def entries_of(connection: Connection, blocks: HashBlocks, number: int) -> int:
    """Count the entries of an evaluation in all blocks."""
    contents = connection.execute(select(blocks.table.c.entries)).scalars()
    size = blocks.entry_bytes
    entries = [content[start : start + size] for content in contents for start in range(0, len(content), size)]
    return sum(int.from_bytes(entry[blocks.key_bytes :]) == number for entry in entries)


@pytest.mark.full(sample=5)
def test_an_evaluation_is_no_longer_found_by_erased_facts(logged: Logged) -> None:
    row = logged.evaluate(subject="found")
    things, numbers = resting(logged, row)
    erase(logged, row, ErasureExtent.FACTS, "energy_used", "renewable_share")
    fewer = resting(logged, row)
    assert 0 < fewer[0] < things
    assert 0 < fewer[1] == numbers - 2
    erase(logged, row, ErasureExtent.EVALUATION)
    assert resting(logged, row) == (0, 0)


@pytest.mark.full(sample=5)
def test_dependencies_erased_before_indexing_are_never_written(
    new_url: Callable[[], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.store.writer._MAX_LAG_SECONDS", 3_600)
    logged = Logged(tmp_path, new_url())
    try:
        kept, row, gone = (logged.evaluate(subject=one) for one in ("kept", "cut", "gone"))
        erase(logged, row, ErasureExtent.FACTS, "energy_used", "renewable_share")
        erase(logged, gone, ErasureExtent.EVALUATION)
        things, numbers = resting(logged, kept)
        fewer = resting(logged, row)
        assert 0 < fewer[0] < things
        assert 0 < fewer[1] == numbers - 2
        assert resting(logged, gone) == (0, 0)
    finally:
        logged.close()


def test_the_remaining_record_is_stored_with_the_principal_and_reason_of_the_erasure(logged: Logged) -> None:
    row = logged.evaluate(subject="left", credits=credits(SERIAL))
    result, remaining = erase(logged, row, ErasureExtent.FACTS, "credits", "certified")
    assert remaining is not None
    assert (remaining.record_key, remaining.record_digest) == (b"", row.record_digest)
    assert isinstance(unpack(remaining.record), ErasedRecord)
    with pytest.raises(ErasedError, match="Parts of this evaluation of"):
        restore_record(remaining.record, remaining.record_key)
    assert result.erasure.facts == ("credits", "certified")
    (erasure,) = json.loads(remaining.erasures)
    assert erasure["name"] == f"{row.name}/erasures/1"
    assert (erasure["time"], erasure["principal"], erasure["reason"]) == (
        "2026-04-01T08:00:00Z",
        WHO,
        "asked by the person",
    )
    more, again = erase(logged, row, ErasureExtent.INPUTS)
    assert more.erasure.name.endswith("/erasures/2")
    assert again is not None
    assert len(json.loads(again.erasures)) == 2
    assert logged.store.erasing.erase([row.name], order(ErasureExtent.INPUTS), lambda _: None) == []  # nothing is left


def pieces(*contents: bytes) -> set[bytes]:
    return {content[place : place + WINDOW] for content in contents for place in range(len(content) - WINDOW)}


@pytest.mark.full
@pytest.mark.parametrize("extent", list(ErasureExtent))
def test_erased_data_is_absent_from_the_files_of_the_database(tmp_path: Path, extent: ErasureExtent) -> None:
    """The erased row has neighbours, so that database pages are split and joined."""
    logged = Logged(tmp_path)
    try:
        rows = [logged.evaluate(subject="s", credits=credits(SERIAL if at == 9 else f"other-{at}")) for at in range(20)]
        logged.store.rebuild_outcomes()
        row, path = rows[9], tmp_path / "store.sqlite3"
        others = set().union(*(pieces(one.record, places(logged, one)) for one in rows if one is not row))
        used = pieces(places(logged, row)) - others  # where a use of it was found
        before = pieces(row.record) - others | {row.record_key} | used
        assert len(before) > 400
        assert any(piece in everything(path) for piece in before - used)
        assert used
        assert all(piece in everything(path) for piece in used)
        for other in (rows[8], rows[10]):
            erase(logged, other, extent, "credits")
        result, _ = erase(logged, row, extent, "credits", "renewable_share")
        assert result.erasure.steps
        assert logged.store.erasing.clear()
        content, remaining = everything(path), logged.store.find(row.name)
        before -= pieces(remaining.record, places(logged, row)) if remaining is not None else set()
        assert not [piece for piece in before if piece in content]
        if extent is not ErasureExtent.EVIDENCE:
            assert SERIAL.encode() not in content
        assert all(logged.store.find(one.name) == one for one in rows[:8])
    finally:
        logged.close()


def places(logged: Logged, row: EvaluationRow) -> bytes:
    """Return the stored locations of the values that an evaluation uses."""
    with logged.store.read_connection() as connection:
        chosen = select(EvaluationUsesRow.places).where(EvaluationUsesRow.evaluation == row.name)  # type: ignore[call-overload]  # SQLModel does not declare it
        return bytes(connection.execute(chosen).scalar_one())


def everything(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(path.parent.glob(f"{path.name}*")))


def test_a_whole_evaluation_is_erased_and_its_request_id_returns_no_stored_result(logged: Logged) -> None:
    row = logged.evaluate(subject="whole")
    logged.store.rebuild_outcomes()
    index_uses(with_write_access(logged.store._engine))
    _, remaining = erase(logged, row, ErasureExtent.EVALUATION)
    assert remaining is None
    with with_write_access(logged.store._engine).connect() as connection:
        for table in ("standing", "unprojected", "listed"):
            count = f"SELECT COUNT(*) FROM {table} WHERE evaluation = '{row.name}'"  # noqa: S608 -- ours
            assert connection.execute(text(count)).scalar_one() == 0
        uses = f"SELECT number, holder, length(digests), length(places) FROM evaluation_uses WHERE evaluation = '{row.name}'"  # noqa: E501, S608 -- ours
        number, *left = connection.execute(text(uses)).one()
        assert left == [0, 0, 0]
        entries = f"SELECT COUNT(*) FROM use_index WHERE number = {number}"  # noqa: S608 -- ours
        assert connection.execute(text(entries)).scalar_one() == 0
        assert entries_of(connection, USE_BLOCKS, number) == entries_of(connection, SUPPORTS.blocks, number) == 0
    whole = logged.store.erasing.full_erasure(row.name)
    assert whole is not None
    assert whole.reason == "asked by the person"
    with pytest.raises(Refusal, match="Use a new request id"):
        logged.store.has_answered(organization="a", request_id=row.request_id)
    with pytest.raises(Refusal, match="which was erased") as refused:
        logged.store.append(row.model_copy(update={"name": f"{row.name[:-1]}0"})).result(timeout=30)
    assert refused.value.reason is Reason.REQUEST_ID_REUSED


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE evaluation SET record = record_key, record_key = '' WHERE name = '{name}'",
        "UPDATE evaluation SET erasures = '[{{}}]', record_key = '' WHERE name = '{name}'",
        "UPDATE evaluation SET grade = 'silver' WHERE name = '{name}'",
        "DELETE FROM evaluation WHERE name = '{name}'",
        "DELETE FROM erased_request",
    ],
)
def test_the_database_refuses_unlogged_erasures(logged: Logged, statement: str) -> None:
    row = logged.evaluate(subject="kept")
    gone = logged.evaluate(subject="kept")
    erase(logged, gone, ErasureExtent.EVALUATION)
    with (
        pytest.raises(DBAPIError, match=r"never changes|stays noted"),
        with_write_access(logged.store._engine).begin() as connection,
    ):
        connection.execute(text(statement.format(name=row.name)))


def test_evaluations_under_a_legal_hold_are_never_erased(logged: Logged) -> None:
    row = logged.evaluate(subject="held")
    hold = LegalHold("organizations/a/holds/1", row.subject, "2026-03-01T00:00:00Z", WHO, "a lawsuit")
    logged.store.holds.set(hold)
    for attempt in (logged.store.erasing.plan, logged.store.erasing.erase):
        with pytest.raises(Refusal) as refused:
            attempt([row.name], order(ErasureExtent.INPUTS), lambda _: None)
        assert refused.value.reason is Reason.UNDER_HOLD
        assert "organizations/a/holds/1, set on 2026-03-01T00:00:00Z by dpo: a lawsuit" in str(refused.value)
        assert "decider, operator, regulator" in str(refused.value)
    assert logged.store.find(row.name) == row
    lifted = logged.store.holds.lift(hold.name, time="2026-05-01T00:00:00Z", principal=WHO, reason="settled")
    assert lifted.lift_reason == "settled"
    assert [one.lift_time for one in logged.store.holds.list("a")] == ["2026-05-01T00:00:00Z"]
    erase(logged, row, ErasureExtent.INPUTS)
    with pytest.raises(Refusal, match="The legal hold '"):
        logged.store.holds.lift("organizations/a/holds/2", time="", principal=WHO, reason="")


def test_a_held_organisation_cannot_lift_the_hold_of_an_authority(logged: Logged) -> None:
    authority, own, operator = ({**WHO, "organization": one} for one in ("authority", "h", "operator"))
    hold = LegalHold(
        "organizations/h/holds/1", "organizations/h/subjects/b", "2026-03-01T00:00:00Z", authority, "case 4"
    )
    logged.store.holds.set(hold)
    with pytest.raises(Refusal, match=r"was set by dpo \(organizations/authority\)") as refused:
        logged.store.holds.lift(hold.name, time="2026-05-01T00:00:00Z", principal=own, reason="settled")
    assert refused.value.reason is Reason.OTHER_ORGANIZATION
    assert not logged.store.holds.list("h")[0].lift_time
    assert logged.store.holds.lift(hold.name, time="2026-05-01T00:00:00Z", principal=operator, reason="x").lift_time
    mine = LegalHold("organizations/h/holds/2", hold.target, "2026-03-01T00:00:00Z", own, "a lawsuit")
    logged.store.holds.set(mine)
    assert logged.store.holds.lift(mine.name, time="2026-05-01T00:00:00Z", principal=own, reason="settled").lift_time


@pytest.mark.full(sample=5)
def test_a_result_can_still_be_proved_after_a_result_with_the_same_serial_is_erased(logged: Logged) -> None:
    first = logged.evaluate(subject="used", credits=credits("U-1"))
    second = logged.evaluate(subject="used-2", credits=credits("U-1"))
    _, remaining = erase(logged, first, ErasureExtent.FACTS, "credits")
    assert remaining is not None
    assert logged.store.find(second.name) == second
    for row, checked in (
        (second, [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13]),
        (remaining, [1, 2, 3, 4, 5, 6, 7, 8, 13]),
    ):
        checks = check_bundle(logged.bundle(row), logged.trust)
        assert [check.number for check in checks if check.result is CheckResult.PASSED] == checked
    third = logged.evaluate(subject="used-3", credits=credits("U-1"))
    (finding,) = (
        one for one in json.loads(third.archive_findings) if "U-1" in one["place"] and one["severity"] == "major"
    )
    assert set(finding["evaluations"]) == {first.name, second.name}  # the digest of the number stays


@pytest.mark.full(sample=5)
def test_an_audit_after_erasures_finds_no_faults(logged: Logged) -> None:
    for extent in ErasureExtent:
        erase(logged, logged.evaluate(subject="audited"), extent, "credits")
    logged.cosigned()
    logged.store.rebuild_outcomes()
    with logged.store.archive() as archive:
        result = audit(archive.connection, logged.gazette, trust=read_log_trust(logged.trust))
    assert (result.faults, result.uses_unknown, result.cosignatures_unknown) == ([], 0, 0)
    assert result.evaluations
    assert result.erased


def test_an_erasure_plan_names_the_other_users_of_the_erased_value(logged: Logged) -> None:
    first = logged.evaluate(subject="shared", credits=credits("S-1"))
    second = logged.evaluate(subject="shared-2", credits=credits("S-1"))
    third = logged.evaluate(subject="shared", credits=credits("S-2"))
    assert json.loads(second.archive_findings)[0]["evaluations"] == [first.name]
    (plan,) = logged.store.erasing.plan([first.name], order(ErasureExtent.FACTS, "credits"), lambda _: small_card())
    assert plan.also_used_by == (second.name,)
    assert plan.also_given_in == (third.name,)
    assert logged.store.find(first.name) == first  # a plan changes nothing
