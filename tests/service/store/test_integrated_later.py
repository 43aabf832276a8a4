"""Commit without log integration: acknowledged, and integrated into the tree later."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rules.contracts.errors import TrailError
from service.base.refusals import Reason, Refusal
from service.cases.case_service import Clients
from service.erasure.erasures import Erasures
from service.identity.principals import LOCAL, set_principal
from service.store import log_sequencer, writer
from tests.support.logged import Logged
from tests.support.waiting import until
from touchstone.v1 import case_service_pb2, erasure_service_pb2

ROOT = Path(__file__).resolve().parents[3]
PARENT = "organizations/a"
READING = {
    "service/store/store.py": "acknowledges by it what is committed",
    "service/proofs/log_service.py": "proves what is noted, and notes at the start",
    "service/api/proof_bundles.py": "proves what is noted",
    "service/output/log_checks.py": "proves what is noted",
}
"""Modules that require every logged entry to be in the tree."""
FAULTS = [Refusal(Reason.STORE_FULL, "no room"), TrailError("the tree is damaged")]


@pytest.fixture
def logged(tmp_path: Path) -> Iterator[Logged]:
    logged_store = Logged(tmp_path)
    yield logged_store
    logged_store.close()


@pytest.fixture
def fails(logged: Logged, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Exception]]:
    """Yield a list of faults; while it is not empty, the tree cannot grow."""
    faults: list[Exception] = []
    integrate = log_sequencer.integrate_leaves

    def failing(*arguments: Any) -> int:
        if faults:
            raise faults[0]
        return integrate(*arguments)

    monkeypatch.setattr(writer, "integrate_leaves", failing)
    monkeypatch.setattr(writer, "_RETRY_SECONDS", 0.05)
    yield faults
    faults.clear()


@pytest.fixture(autouse=True)
def called() -> None:
    set_principal(LOCAL)


def size_of(logged: Logged) -> int:
    note = logged.store.log.note()
    return 0 if note is None else note.checkpoint.size


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
def test_a_client_that_is_saved_is_acknowledged_and_noted_later(
    logged: Logged, fails: list[Exception], fault: Exception
) -> None:
    before = size_of(logged)
    fails.append(fault)
    asked = case_service_pb2.SaveClientRequest(
        parent=PARENT, case_client=case_service_pb2.CaseClient(client="works", display_name="The works")
    )
    saved = Clients(logged.store).save(asked)
    assert saved.revision == 1
    assert size_of(logged) == before
    fails.clear()
    until(lambda: size_of(logged) > before)  # without another call


def test_a_hold_and_an_erasure_are_acknowledged_before_log_integration(logged: Logged, fails: list[Exception]) -> None:
    row = logged.evaluate()
    fails.append(FAULTS[0])
    erasures = Erasures(logged.store, logged.gazette)
    asked = erasure_service_pb2.CreateLegalHoldRequest(parent=PARENT, target=row.subject, reason="a dispute")
    hold = erasures.hold(asked)
    lifted = erasures.lift(erasure_service_pb2.LiftLegalHoldRequest(name=hold.name, reason="settled"))
    assert lifted.HasField("lift_time")
    erased = erasures.erase(
        erasure_service_pb2.EraseEvaluationsRequest(
            parent=PARENT, target=row.name, extent="EXTENT_EVALUATION", reason="asked for"
        )
    )
    assert [one.evaluation for one in erased.erased] == [row.name]
    assert logged.store.find(row.name) is None


def test_only_proof_code_requires_log_integration() -> None:
    paths = set()
    for path in (ROOT / "service").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if "integrate_log" in text and any(
            isinstance(node, ast.Attribute) and node.attr == "integrate_log" for node in ast.walk(ast.parse(text))
        ):
            paths.add(path.relative_to(ROOT).as_posix())
    assert paths == READING.keys()
