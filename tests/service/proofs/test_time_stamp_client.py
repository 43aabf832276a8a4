"""Time stamping of checkpoints: authority outages and retries, stamps in bundles and audits, forged stamps."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from rules.contracts.errors import InputError, TrailError
from rules.trail.verify import CheckResult, VerificationCheck
from service.base.metrics_registry import REGISTRY
from service.base.refusals import Reason, Refusal
from service.output.bundles import Bundle, read_bundle
from service.proofs import time_stamp_client
from service.proofs.bundle_verification import check_bundle
from service.proofs.store_audit import audit
from service.proofs.time_stamp_client import CheckpointStamper, TimeStampAuthority as Asking
from service.store.reporting_views import open_archive
from service.transparency.checkpoints import Checkpoint
from service.transparency.log_trust import read_log_trust
from tests.support.authority import AUTHORITY, Authority, Stamping as Answering
from tests.support.commands import answered
from tests.support.logged import Logged, alter
from tests.support.waiting import until


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


@pytest.fixture
def logged(tmp_path: Any, authority: Authority) -> Iterator[Logged]:
    harness = Logged(tmp_path)
    harness.write_trust(time_stamp_authorities={AUTHORITY: authority.trusted})
    yield harness
    harness.close()


def stamp(logged: Logged, authority: Authority) -> int:
    logged.store.integrate_log()
    note = logged.store.log.note()
    assert note is not None
    with Answering(authority.answer) as answering:
        made = Asking(answering.url, field="url").stamp(note.checkpoint, read_log_trust(logged.trust))
    logged.store.time_stamps.add(made)
    return made.size


def stamped_check(logged: Logged, bundle: Bundle) -> VerificationCheck:
    (check,) = [one for one in check_bundle(bundle, logged.trust) if one.name == "time_stamps"]
    return check


def test_the_first_stamp_that_covers_an_evaluation_proves_its_time(logged: Logged, authority: Authority) -> None:
    row = logged.evaluate()
    assert (
        "The bundle has no time stamp of an authority, and none is required"
        in stamped_check(logged, logged.bundle(row)).message
    )
    size = stamp(logged, authority)
    logged.evaluate()
    later = stamp(logged, authority)
    bundle = read_bundle(logged.bundle(row).written())
    not_passed = {one.name for one in check_bundle(bundle, logged.trust) if one.result is not CheckResult.PASSED}
    assert not_passed == {"approvals"}
    assert bundle.time_stamps is not None
    (time_stamp,) = bundle.time_stamps
    assert (time_stamp.authority, time_stamp.checkpoint.split("\n")[1], later > size) == (AUTHORITY, str(size), True)
    assert (
        f"The time stamp of {AUTHORITY} proves that the evaluation existed by" in stamped_check(logged, bundle).message
    )


def test_a_forged_stamp_fails_and_a_stamp_of_an_unknown_authority_does_not_count(
    logged: Logged, authority: Authority
) -> None:
    row = logged.evaluate()
    stamp(logged, authority)
    bundle, other = logged.bundle(row), logged.bundle(logged.evaluate())
    assert bundle.time_stamps is not None
    (time_stamp,) = bundle.time_stamps
    elsewhere = Checkpoint("example.org/log", 5, bytes(32)).body
    forgeries: list[dict[str, Any]] = [{"token": "AAAA"}, {"token": "?"}, {"beside": []}, {"checkpoint": elsewhere}]
    for changes in forgeries:
        forged = bundle.model_copy(update={"time_stamps": [time_stamp.model_copy(update=changes)]})
        assert stamped_check(logged, forged).result is CheckResult.FAILED, changes
    moved = other.model_copy(update={"time_stamps": bundle.time_stamps})
    assert stamped_check(logged, moved).result is CheckResult.FAILED
    logged.write_trust(time_stamp_authorities={"tsb.example": Authority().trusted})
    assert "because the trust file does not name" in stamped_check(logged, bundle).message
    logged.write_trust(time_stamp_authorities={"tsb.example": Authority().trusted}, time_stamps_needed=1)
    assert stamped_check(logged, bundle).result is CheckResult.FAILED


def counted(what: str) -> float:
    return REGISTRY.get_sample_value(f"touchstone_{what}_total") or 0


def test_an_offline_authority_is_retried_while_the_log_continues(
    logged: Logged, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time_stamp_client, "_FIRST_DELAY_SECONDS", 0.02)
    logged.evaluate()
    before = counted("stamps"), counted("stamps_failed")

    def failed() -> float:
        return counted("stamps_failed") - before[1]

    with Answering(authority.answer) as answering:
        answering.status = 503
        running = CheckpointStamper(logged.store, Asking(answering.url, field="url"), logged.trust, 3_600)
        until(lambda: failed() >= 2)
        last = logged.evaluate()
        size = logged.store.integrate_log()
        answering.answer = lambda _: b"<html>out of order</html>"
        answering.status = 200
        seen = failed()
        until(lambda: failed() >= seen + 2)
        assert logged.store.time_stamps.newest() is None
        answering.answer = authority.answer
        until(lambda: counted("stamps") > before[0])
        asked = answering.asked
        logged.evaluate()
        running.stop()
    assert counted("stamps") - before[0] == 1
    newest = logged.store.time_stamps.newest()
    assert newest is not None
    assert (newest.size, answering.asked) == (size, asked)  # not again before the interval is over
    assert stamped_check(logged, logged.bundle(last)).result is CheckResult.PASSED


def test_an_endless_answer_is_abandoned_in_time(logged: Logged, monkeypatch: pytest.MonkeyPatch) -> None:
    note, trust = logged.store.log.note(), read_log_trust(logged.trust)
    assert note is not None
    started = time.monotonic()
    with monkeypatch.context() as impatient, Answering(lambda _: b"", endless=True) as answering:
        impatient.setattr(time_stamp_client, "_TIMEOUT_SECONDS", 2.0)
        with pytest.raises(TrailError, match="not a time stamp"):
            Asking(answering.url, field="url").stamp(note.checkpoint, trust)
    assert time.monotonic() - started < 10
    with Answering(lambda _: bytes(1_000_000)) as answering, pytest.raises(TrailError, match="larger than 65536 bytes"):
        Asking(answering.url, field="url").stamp(note.checkpoint, trust)
    with pytest.raises(Refusal, match="ConnectionRefusedError") as refused:
        Asking("http://127.0.0.1:1/", field="url").stamp(note.checkpoint, trust)
    assert refused.value.reason is Reason.AUTHORITY_UNAVAILABLE


@pytest.mark.full
def test_an_audit_checks_stamps_and_reports_the_newest(logged: Logged, authority: Authority) -> None:
    logged.evaluate()
    size = stamp(logged, authority)
    trust = read_log_trust(logged.trust)
    logged.close()

    def audited(**how: Any) -> Any:
        with open_archive(logged.url) as store:
            return audit(store.connection, logged.gazette, outside=None, **how)

    result = audited(trust=trust)
    assert (result.faults, result.time_stamps, result.unchecked_stamps, result.newest_stamp.size) == ([], 1, 0, size)
    assert audited().unchecked_stamps == 1
    command = ("data", "audit", "--database-url", logged.url, "--gazette", logged.gazette.folder)
    lines = answered(*command).splitlines()
    assert "The signers of 1 time stamp were not checked, because the trust file does not list their" in "\n".join(
        lines
    )
    assert lines[-1] == "No differences found in the content that was checked."
    assert not [line for line in answered(*command, "--trust", logged.trust).splitlines() if "not checked" in line]
    with closing(sqlite3.connect(logged.folder / "store.sqlite3", isolation_level=None)) as connection:
        alter(connection, "UPDATE log_time_stamp SET time = '2020-01-01T00:00:00Z'")
        assert "the stored time is 2020-01-01T00:00:00Z" in audited(trust=trust).faults[0].problem
        token = Authority().token(bytes(32), 1)
        alter(connection, "UPDATE log_time_stamp SET token = ?", token)
        assert [one.place for one in audited().faults] == [f"time-stamp/{size}/{AUTHORITY}"]


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("name", "authority_settings", "place"),
    [
        (AUTHORITY, {"certificates": ["AAAA"]}, "certificates.0"),
        (AUTHORITY, {"certificates": []}, "certificates"),
        ("a b", {"certificates": ["AAAA"]}, "time_stamp_authorities.a b"),
        (AUTHORITY, {"certificates": ["AAAA"], "policies": ["all"]}, "policies"),
    ],
)
def test_invalid_authorities_in_a_trust_file_are_refused_by_location(
    logged: Logged, name: str, authority_settings: dict[str, Any], place: str
) -> None:
    plain = json.loads(logged.trust.read_text("utf-8"))
    logged.trust.write_text(
        json.dumps({**plain, "time_stamp_authorities": {name: authority_settings}}), encoding="utf-8"
    )
    with pytest.raises(InputError, match=place):
        read_log_trust(logged.trust)


@pytest.mark.parametrize("url", ["", "ftp://tsa.example", "http://", "http://x:99999/"])
def test_an_authority_address_of_another_kind_is_refused(url: str) -> None:
    with pytest.raises(InputError, match="--authority"):
        Asking(url, field="--authority")
