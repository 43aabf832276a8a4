"""A basis finds the results that read it, and those of which that was never told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, text

from rules.contracts.inputs import DeclaredValue
from rules.model.expressions import ChoiceClause
from rules.model.scorecard import Basis, Certainty
from rules.trail.erasing import Extent
from service.corrections.asking import read_support
from service.gazette.made_under import MadeUnder
from service.gazette.publishing import write_version
from service.proofs.auditing import audit
from service.store.erasing import Order
from service.store.support_tables import SupportRow
from service.store.supports import Support, support_digest
from service.store.tables import EvaluationRow
from tests.support.logged import Logged
from tests.support.small_card import CARD, small_card
from touchstone.v1 import correction_service_pb2

_KIND = correction_service_pb2.SUPPORT_KIND_BASIS
OPEN = DeclaredValue(choice="open")


@pytest.fixture
def logged(tmp_path: Path) -> Iterator[Logged]:
    """Give a store whose card asks of open factories alone what a second basis says."""
    found = Logged(tmp_path)
    card = small_card(version="1.1.0", supersedes="1.0.0", first="2026-01-01")
    (gate,) = card.gates
    scoped = gate.model_copy(
        update={"id": "G2", "applies": (ChoiceClause(name="status", values=("open",)),), "basis": ("scope",)}
    )
    scope = Basis(id="scope", instrument="GB/T 1", clause="5.2", certainty=Certainty.SECONDARY)
    card = card.model_copy(update={"gates": (gate, scoped), "bases": (*card.bases, scope)})
    write_version(found.folder / "gazette", card, {}, publish_time="2026-01-01T00:00:00Z")
    yield found
    found.close()


def found_by(logged: Logged, basis: str) -> list[str]:
    asked = correction_service_pb2.ListUsesRequest(parent="organizations/a", kind=_KIND, value=f"{CARD}/{basis}")
    return [use.evaluation for use in logged.store.uses.after(read_support(asked, "a", logged.gazette), None, 9)]


def faults(logged: Logged) -> list[str]:
    with logged.store.archive() as archive:
        return [one.place for one in audit(archive.connection, logged.gazette).faults]


def test_only_results_that_read_it_are_found(logged: Logged) -> None:
    closed, opened = logged.evaluate(subject="b"), logged.evaluate(subject="c", status=OPEN)
    assert found_by(logged, "scope") == [opened.name]
    assert found_by(logged, "law") == [opened.name, closed.name]
    assert faults(logged) == []


def test_what_was_stored_before_is_found_until_it_is_told(logged: Logged) -> None:
    closed = untold(logged)
    opened = logged.evaluate(subject="c", status=OPEN)
    assert found_by(logged, "scope") == [opened.name, closed.name]
    assert faults(logged) == []
    logged.store.rebuild_outcomes()
    assert found_by(logged, "scope") == [opened.name, closed.name]
    logged.store.rebuild_outcomes(MadeUnder(logged.gazette))
    assert found_by(logged, "scope") == [opened.name]
    assert faults(logged) == []


def untold(logged: Logged) -> EvaluationRow:
    """Store an evaluation as software of before did, and migrate what it left."""
    row = logged.evaluate(subject="b")
    version = support_digest("a", Support.VERSION, row.scorecard_version)
    with logged.store._engine.begin() as connection:
        told = support_digest("a", Support.BASIS, row.scorecard_version)
        connection.execute(
            text("INSERT INTO support SELECT :told, evaluation FROM support WHERE support = :version"),
            {"told": told, "version": version},
        )
    return row


@pytest.mark.parametrize("known", [True, False])
def test_of_an_evaluation_that_is_erased_nothing_is_left(logged: Logged, known: bool) -> None:
    opened = logged.evaluate(subject="c", status=OPEN)
    order = Order(Extent.EVALUATION, (), "2026-03-02T00:00:00Z", {"id": "x"}, "request 17")
    card = logged.gazette.newest(CARD).scorecard if known else None
    logged.store.erasing.erase([opened.name], order, lambda _: card)
    with logged.store._engine.connect() as connection:
        assert not connection.execute(select(SupportRow.evaluation)).all()  # type: ignore[call-overload] # likewise


def test_what_an_erasure_leaves_open_finds_it(logged: Logged) -> None:
    closed = logged.evaluate(subject="b")
    order = Order(Extent.INPUTS, (), "2026-03-02T00:00:00Z", {"id": "x"}, "request 17")
    logged.store.erasing.erase([closed.name], order, lambda _: logged.gazette.newest(CARD).scorecard)
    assert found_by(logged, "scope") == []
    assert found_by(logged, "law") == [closed.name]
    assert faults(logged) == []
