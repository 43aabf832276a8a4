"""Search for results by basis: written and unwritten index rows, and records without a known basis."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from rules.contracts.inputs import DeclaredValue
from rules.model.expressions import ChoiceClause
from rules.model.quantities import LookupQuantity, LookupRow
from rules.model.scorecard import Basis, Certainty
from rules.trail.erasure import ErasureExtent
from service.corrections.where_used_query import read_support
from service.evaluating.evaluators import Evaluators
from service.gazette.publication import write_version
from service.gazette.versions import CardResolver, Gazette
from service.proofs.store_audit import audit
from service.store.dependents import UseQuery, UseSearch
from service.store.evaluation_eraser import ErasureOrder
from service.store.hash_blocks import SUPPORT_BLOCKS as BLOCKS
from service.store.outcome_projection import waits_for_projection
from service.store.result_dependencies import Cards, SupportKind, no_cards, support_digest
from service.store.store import Store
from service.store.tables import SUPPORT_BLOCKS, SUPPORT_ENTRIES
from service.store.write_access import with_write_access
from tests.support.commands import answered
from tests.support.logged import Logged
from tests.support.small_card import CARD, small_card
from tests.support.work import database_steps
from touchstone.v1 import correction_service_pb2

_KIND = correction_service_pb2.SUPPORT_KIND_BASIS
OPEN = DeclaredValue(choice="open")


@pytest.fixture
def logged(tmp_path: Path, new_url: Callable[[], str]) -> Iterator[Logged]:
    """Yield a store and a card with a second basis that applies to open factories only."""
    harness = Logged(tmp_path, new_url())
    card = small_card(version="1.1.0", supersedes="1.0.0", first="2026-01-01")
    (gate,) = card.gates
    scoped = gate.model_copy(
        update={"id": "G2", "applies": (ChoiceClause(name="status", values=("open",)),), "basis": ("scope",)}
    )
    scope = Basis(id="scope", instrument="GB/T 1", clause="5.2", certainty=Certainty.SECONDARY)
    looked_up = LookupQuantity(
        id="allowance",
        by=("status",),
        rows=(LookupRow(keys=("open",), value=Fraction(7), basis=("scope",)),),
        otherwise=Fraction(0),
        otherwise_basis=("law",),
    )
    card = card.model_copy(
        update={"gates": (gate, scoped), "bases": (*card.bases, scope), "quantities": (*card.quantities, looked_up)}
    )
    write_version(harness.folder / "gazette", card, {}, publish_time="2026-01-01T00:00:00Z")
    yield harness
    harness.close()


def searched(logged: Logged, basis: str) -> UseQuery:
    asked = correction_service_pb2.ListUsesRequest(parent="organizations/a", kind=_KIND, value=f"{CARD}/{basis}")
    return read_support(asked, "a", logged.gazette)


def found_by(logged: Logged, basis: str) -> list[str]:
    return [use.evaluation for use in logged.store.uses.after(searched(logged, basis), None, 9)]


def faults(logged: Logged) -> list[str]:
    with logged.store.archive() as archive:
        return [one.place for one in audit(archive.connection, logged.gazette).faults]


def reopen(logged: Logged, cards: Cards) -> None:
    """Open the store with other knowledge of cards."""
    logged.store.close()
    logged.store = Store(logged.url, log_identity=logged.keeper, cards=cards)


@pytest.mark.full(sample=5)
def test_a_basis_finds_only_results_that_use_it(logged: Logged) -> None:
    closed, opened = logged.evaluate(subject="b"), logged.evaluate(subject="c", status=OPEN)
    assert found_by(logged, "scope") == [opened.name]
    assert found_by(logged, "law") == [opened.name, closed.name]
    assert faults(logged) == []


@pytest.mark.full(sample=5)
def test_a_basis_finds_results_with_unwritten_index_rows(logged: Logged, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.store.writer._MAX_LAG_SECONDS", 3_600)
    reopen(logged, CardResolver(logged.gazette))
    closed, opened = logged.evaluate(subject="b"), logged.evaluate(subject="c", status=OPEN)
    for cards, those in ((CardResolver(logged.gazette), [opened.name]), (no_cards, [opened.name, closed.name])):
        unsettled = UseSearch(logged.store._engine, lambda: None, cards)
        assert [use.evaluation for use in unsettled.after(searched(logged, "scope"), None, 9)] == those
        assert unsettled.after(searched(logged, "law"), None, 1)[0].evaluation == opened.name
    with logged.store._engine.connect() as connection:
        assert waits_for_projection(connection)
        assert audit(connection, logged.gazette).faults == []
    assert found_by(logged, "scope") == [opened.name]


@pytest.mark.full(sample=5)
def test_every_basis_finds_a_result_until_its_card_is_available(logged: Logged) -> None:
    opened = logged.evaluate(subject="c", status=OPEN)
    assert found_by(logged, "scope") == [opened.name]
    reopen(logged, no_cards)
    closed = logged.evaluate(subject="b")
    logged.store.rebuild_outcomes()
    assert found_by(logged, "scope") == [closed.name, opened.name]
    assert faults(logged) == []
    reopen(logged, CardResolver(logged.gazette))
    logged.store.rebuild_outcomes()
    assert found_by(logged, "scope") == [opened.name]
    assert faults(logged) == []


def supports(logged: Logged) -> list[bytes]:
    """Return the first bytes of all supports in the index."""
    with logged.store.archive() as archive:
        rows = archive.connection.execute(select(SUPPORT_ENTRIES.c.support)).scalars()
        blocks = archive.connection.execute(select(SUPPORT_BLOCKS.c.entries)).scalars()
        entries = (block[start:] for block in blocks for start in range(0, len(block), BLOCKS.entry_bytes))
        return [support[: BLOCKS.key_bytes] for support in (*rows, *entries)]


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("known", [True, False])
def test_no_index_rows_of_an_erased_evaluation_remain(logged: Logged, known: bool) -> None:
    opened = logged.evaluate(subject="c", status=OPEN)
    assert supports(logged)
    if not known:
        reopen(logged, no_cards)
    order = ErasureOrder(ErasureExtent.EVALUATION, (), "2026-03-02T00:00:00Z", {"id": "x"}, "request 17")
    logged.store.erasing.erase([opened.name], order, lambda _: None)
    assert not supports(logged)


@pytest.mark.full(sample=5)
def test_the_own_card_of_an_organisation_is_at_hand_when_all_is_written_again(
    logged: Logged, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own" / "a"
    own.mkdir(parents=True)
    write_version(own, small_card(version="1.5.0"), {}, publish_time="2025-01-01T00:00:00Z", organization="a")
    gazette = Gazette(own, organization="a")
    reopen(logged, no_cards)
    logged._evaluators.close()
    logged.gazette, logged._evaluators = gazette, Evaluators.for_gazette(gazette)
    logged.evaluate()
    untold = support_digest("a", SupportKind.BASIS, gazette.newest(CARD).name)
    logged.store.rebuild_outcomes()
    assert untold[: BLOCKS.key_bytes] in supports(logged)
    logged.store.close()
    monkeypatch.setenv("TOUCHSTONE_PRIVATE_GAZETTES", str(own.parent))
    monkeypatch.setenv("TOUCHSTONE_DATABASE_URL", logged.url)
    answered("data", "rebuild", "--gazette", logged.folder / "gazette")
    reopen(logged, no_cards)
    assert untold[: BLOCKS.key_bytes] not in supports(logged)


@pytest.mark.full
def test_evaluations_without_cards_are_erased_in_a_single_pass(tmp_path: Path) -> None:
    """A separate search for the remains of each evaluation would repeat that pass for each evaluation."""
    step_counts, order = (
        [],
        ErasureOrder(ErasureExtent.EVALUATION, (), "2026-03-02T00:00:00Z", {"id": "x"}, "request 17"),
    )
    for many in (1, 6):
        folder = tmp_path / str(many)
        folder.mkdir()
        logged = Logged(folder)
        names = [logged.evaluate(subject=f"s{number}").name for number in range(6)]
        logged.store.rebuild_outcomes()
        reopen(logged, no_cards)
        fill_index(logged)

        def erase(logged: Logged = logged, names: list[str] = names[:many]) -> None:
            logged.store.erasing.erase(names, order, lambda _: None)

        step_counts.append(database_steps(logged.store, erase))
        remaining = len(supports(logged)) - 20_000
        assert remaining == 0 if many == 6 else remaining > 0
        logged.close()
    assert step_counts[1] < 4 * step_counts[0]


def fill_index(logged: Logged) -> None:
    rows = [{"support": number.to_bytes(16), "stretch": 2**32, "numbers": b"\0"} for number in range(20_000)]
    with with_write_access(logged.store._engine).begin() as connection:
        connection.execute(insert(SUPPORT_ENTRIES), rows)


@pytest.mark.full
def test_every_basis_finds_a_result_after_its_inputs_are_erased(logged: Logged) -> None:
    closed = logged.evaluate(subject="b")
    for extent, those in ((ErasureExtent.EVIDENCE, []), (ErasureExtent.INPUTS, [closed.name])):
        assert found_by(logged, "scope") == []
        order = ErasureOrder(extent, (), "2026-03-02T00:00:00Z", {"id": "x"}, "request 17")
        logged.store.erasing.erase([closed.name], order, lambda _: None)
        assert found_by(logged, "scope") == those
        assert found_by(logged, "law") == [closed.name]
        assert faults(logged) == []
