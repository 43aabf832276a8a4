"""Dependency index: search by the supports of a record, before and after the index is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import delete

from service.store.dependents import DocumentIndex, Use, UseQuery, UseSearch
from service.store.outcome_projection import waits_for_projection
from service.store.result_dependencies import SupportKind, no_cards, order_preserving_bytes, support_digest, supports_of
from service.store.store import Store
from service.store.stored_records import pack
from service.store.support_index import SUPPORTS
from service.store.tables import SupportBlockRow
from service.store.write_access import with_write_access
from tests.support.stored import evaluation_row, written_steps

EDITION = "factors@2026"
EARLIER = "organizations/a/evaluations/00000000-0000-7000-8000-000000000000"
LOOKUP = {
    "tried": [
        [EDITION, {"year": "2026", "cn_code": "72"}, "no_row", "confirmed", "has no row"],
        [EDITION, {"cn_code": "7208", "year": "2026"}, "value", "confirmed", ["7208", "*", "1.5"]],
    ]
}
STEPS: list[list[Any]] = [
    ["evidence/doc", {"kind": "report", "issuer": "Example  Laboratory", "digest": "ab" * 32}],
    ["facts/mass", {"value": {"number": "12.0", "unit": "t"}}, {"number": "12", "unit": "t"}],
    ["facts/expired", {"value": {"number": "7", "unit": "t"}}, "evidence_expired"],
    ["facts/visited", {"value": {"date": "2026-02-01"}}],
    ["facts/year", {"value": {"period": {"first": "2025-01-01", "last": "2025-12-31"}}}],
    ["facts/route", {"value": {"choice": "direct"}, "verification": {"person": "Li Wei", "judgement": "accepted"}}],
    ["facts/marks", {"value": {"choices": ["ce", "weee"]}}],
    ["facts/open", {}, "not_given"],
    ["facts/before", {"previous": {"evaluation": EARLIER, "value": {"number": "4"}}}, {"number": "4"}],
    ["facts/credits", {"value": {"records": [{"serial": {"text": "A-1"}, "amount": {"number": "3"}}]}}],
    ["facts/credits/A-1", {"sum": ["met", "m:"]}, {"factor": ["1.5", LOOKUP]}],
    ["quantities/plain", "12"],
    ["quantities/factor", "1.5", LOOKUP],
]
RECORD = written_steps(*STEPS)
ROW = evaluation_row("00000000-0000-7000-8000-000000000001", RECORD)
NAMED: list[tuple[SupportKind, tuple[str, ...]]] = [
    (SupportKind.ISSUER, ("examplelaboratory",)),
    (SupportKind.DOCUMENT, ("ab" * 32,)),
    (SupportKind.VERIFIER, ("liwei",)),
    (SupportKind.IDENTIFIER, ("a-1",)),
    (SupportKind.TABLE, (EDITION,)),
    (SupportKind.ROW, (EDITION, "7208", "*", "1.5")),
    (SupportKind.LOOKUP, (EDITION, "cn_code=72", "year=2026")),
    (SupportKind.VERSION, ("scorecards/c/versions/1.0.0",)),
    (SupportKind.SOFTWARE, ("touchstone", "1.0.0")),
    (SupportKind.EVALUATION, (EARLIER,)),
    (SupportKind.FACT, ("c", "route", "direct")),
    (SupportKind.FACT, ("c", "marks", "weee")),
]
VALUES = {
    ("mass", "t"): "12",
    ("visited", "date"): "739648",
    ("year.first", "date"): "739252",
    ("year.last", "date"): "739616",
    ("credits.amount", ""): "3",
    ("before", ""): "4",
}


def searched(kind: SupportKind, name: tuple[str, ...], organization: str = "a") -> UseQuery:
    return UseQuery(organization, (support_digest(organization, kind, *name),))


def between(fact: str, unit: str, low: str, high: str) -> UseQuery:
    return UseQuery(
        "a",
        (support_digest("a", SupportKind.FACT, "c", fact, unit),),
        (order_preserving_bytes(low), order_preserving_bytes(high)),
    )


def check(store: Store) -> None:
    for kind, name in NAMED:
        assert [one.evaluation for one in store.uses.after(searched(kind, name), None, 5)] == [ROW.name], kind
    for (fact, unit), value in VALUES.items():
        assert len(store.uses.after(between(fact, unit, value, value), None, 5)) == 1, fact


def test_each_support_of_a_record_is_listed_once() -> None:
    supports = supports_of(RECORD, "a", ROW.software_versions, None)
    assert set(supports.digests) >= {support_digest("a", kind, *name) for kind, name in NAMED}
    assert len(supports.digests) == len(set(supports.digests)) == len(NAMED) + 3  # other key, other mark, bases untold
    assert dict(supports.values) == {
        support_digest("a", SupportKind.FACT, "c", *fact): order_preserving_bytes(value)
        for fact, value in VALUES.items()
    }


@pytest.mark.full(sample=5)
def test_a_stored_evaluation_is_found_by_its_supports_within_its_organisation_only(store: Store) -> None:
    store.append(ROW).result(timeout=30)
    check(store)
    for kind, name in NAMED:
        assert not store.uses.after(searched(kind, name, "other"), None, 5)
    assert not store.uses.after(between("mass", "t", "12.0000001", "13"), None, 5)
    assert not store.uses.after(between("expired", "t", "7", "7"), None, 5)


@pytest.mark.full(sample=5)
def test_a_repeated_request_writes_no_second_entry(store: Store) -> None:
    for number in (1, 2):
        name = ROW.name.replace("0001", f"000{number}")
        store.append(ROW.model_copy(update={"name": name})).result(timeout=30)
    check(store)
    with store._engine.connect() as connection:
        digests = [support_digest("a", kind, *name) for kind, name in NAMED]
        assert [SUPPORTS.numbers(connection, digest, 5) for digest in digests] == [[1]] * len(NAMED)


@pytest.mark.full(sample=5)
def test_rebuilding_adds_missing_entries_and_skips_a_malformed_record(store: Store) -> None:
    damaged = ROW.model_copy(update={"name": f"{ROW.name[:-1]}2", "request_id": "other", "record": b"damaged"})
    for row in (ROW, damaged):
        store.append(row).result(timeout=30)
    check(store)
    with with_write_access(store._engine).begin() as connection:
        connection.execute(delete(SupportBlockRow))
    assert not store.uses.after(searched(*NAMED[0]), None, 5)
    for _ in range(2):
        store.rebuild_outcomes()
        check(store)


@pytest.mark.full(sample=5)
def test_unwritten_and_written_dependencies_are_found_in_the_same_order(
    new_url: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.store.writer._MAX_LAG_SECONDS", 3_600)
    store = Store(new_url())
    try:
        for number in range(6):
            name, mass = f"{ROW.name[:-1]}{number}", {"number": str(12 - number // 2), "unit": "t"}
            record = written_steps(*STEPS[:1], ["facts/mass", {"value": mass}, mass])
            row = ROW.model_copy(update={"name": name, "request_id": name, "record": pack(record)})
            store.append(row).result(timeout=30)
            if number == 2:
                assert store.uses.after(searched(*NAMED[0]), None, 1)
        issuer, mass_bounds = searched(*NAMED[0]), between("mass", "t", "9.5", "11.5")
        unsettled, documents = (
            UseSearch(store._engine, lambda: None, no_cards),
            DocumentIndex(store._engine, lambda: None),
        )
        with store._engine.connect() as connection:
            assert waits_for_projection(connection)
        for asked, limit in ((issuer, 1), (issuer, 4), (mass_bounds, 1), (mass_bounds, 3)):
            before = [one.place for one in paged(unsettled, asked, limit)]
            assert before == [one.place for one in paged(store.uses, asked, limit)]
            assert len(before) == (6 if asked is issuer else 4)
        assert documents.resting_on("a", "ab" * 32, limit=4) == [f"{ROW.name[:-1]}{number}" for number in range(4)]
    finally:
        store.close()


def paged(uses: UseSearch, asked: UseQuery, limit: int) -> list[Use]:
    results: list[Use] = []
    while page := uses.after(asked, results[-1].place if results else None, limit):
        results += page
    return results
