"""Pages of dependent results: equality with a full scan, and constant cost in a larger archive."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from sqlalchemy import insert

from rules.contracts.numbers import format_exact
from service.store.dependents import UsePosition, UseQuery
from service.store.outcome_projection import add_listing_entries, new_listing_entry
from service.store.result_dependencies import (
    EvaluationSupports,
    SupportKind,
    add_supports,
    order_preserving_bytes,
    support_digest,
)
from service.store.store import Store
from service.store.tables import EvaluationRow, EvaluationUsesRow
from service.store.write_access import with_write_access
from tests.service.store.test_result_dependencies import ROW
from tests.support.work import database_steps

FACT = support_digest("a", SupportKind.FACT, "c", "mass", "t")
EDITIONS = [support_digest("a", SupportKind.TABLE, f"t@{number}") for number in range(3)]


def filled(store: Store, many: int) -> dict[str, tuple[bytes, Fraction]]:
    """Store evaluations based on one of three editions and a number each; return the dependencies of each."""
    known = {}
    with with_write_access(store._engine).begin() as connection:
        for number in range(many):
            name = f"organizations/a/evaluations/{number:036}"
            row = ROW.model_copy(update={"name": name, "request_id": str(number), "record": b""})
            edition, value = EDITIONS[number % 3], Fraction(number * 7919 % many - 20, 3)
            connection.execute(insert(EvaluationRow), [row.model_dump()])
            add_listing_entries(connection, [new_listing_entry(row, stage=None, verdict=None)])
            numbered = {"number": 7 * number + 1, "evaluation": name, "holder": 1, "digests": b"", "places": b""}
            connection.execute(insert(EvaluationUsesRow), [numbered])
            ordered = order_preserving_bytes(format_exact(value))
            add_supports(connection, [(name, EvaluationSupports((edition,), ((FACT, ordered),)))])
            known[name] = edition, value
    return known


@pytest.fixture(scope="module")
def archive(new_url: Callable[[], str]) -> Iterator[tuple[Store, dict[str, tuple[bytes, Fraction]]]]:
    store = Store(new_url())
    yield store, filled(store, 90)
    store.close()


def paged(store: Store, searched: UseQuery, limit: int) -> list[str]:
    names: list[str] = []
    place: UsePosition | None = None
    while page := store.uses.after(searched, place, limit):
        assert len(page) <= limit
        assert place is None or page[-1].place != place, "a page ends where the one before did"
        names += [one.evaluation for one in page]
        place = page[-1].place
    return names


NUMBERS = st.none() | st.builds(Fraction, st.integers(-30, 80), st.sampled_from([1, 2, 3]))


@pytest.mark.full
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=15)
@given(st.sets(st.sampled_from(EDITIONS)), st.tuples(NUMBERS, NUMBERS), st.sampled_from([1, 7, 200]))
def test_pages_contain_the_same_results_as_a_full_scan(
    archive: tuple[Store, dict[str, tuple[bytes, Fraction]]],
    editions: set[bytes],
    bounds: tuple[Fraction | None, Fraction | None],
    limit: int,
) -> None:
    store, known = archive
    newest = sorted((name for name, (edition, _) in known.items() if edition in editions), reverse=True)
    assert paged(store, UseQuery("a", tuple(editions)), limit) == newest
    low, high = bounds
    fitting = [
        (value, name)
        for name, (_, value) in known.items()
        if (low is None or low <= value) and (high is None or value <= high)
    ]
    ends = tuple(None if one is None else order_preserving_bytes(format_exact(one)) for one in bounds)
    assert paged(store, UseQuery("a", (FACT,), (ends[0], ends[1])), limit) == [name for _, name in sorted(fitting)]
    assert not paged(store, UseQuery("other", tuple(editions)), limit)


def steps(store: Store, searched: UseQuery, place: UsePosition | None) -> int:
    """Count the instructions of the database for one page of five."""
    return database_steps(store, lambda: store.uses.after(searched, place, 5))


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    "searched",
    [
        UseQuery("a", (EDITIONS[0],)),
        UseQuery("a", tuple(EDITIONS)),
        UseQuery("a", (FACT,), (None, None)),
        UseQuery("a", (FACT,), (order_preserving_bytes("10"), order_preserving_bytes("30"))),
        UseQuery("a", (FACT,), (order_preserving_bytes("-5"), order_preserving_bytes("-4"))),
    ],
)
def test_a_page_costs_the_same_in_an_archive_ten_times_as_large(
    small_and_large: tuple[Store, Store], searched: UseQuery
) -> None:
    for page in (0, 1):
        few, many = (
            steps(store, searched, store.uses.after(searched, None, 5)[-1].place if page else None)
            for store in small_and_large
        )
        assert 0 < many < 1.2 * few + 60


@pytest.fixture(scope="module")
def small_and_large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    folder: Path = tmp_path_factory.mktemp("grown")
    stores = tuple(Store(f"sqlite:///{folder}/store-{many}.sqlite3") for many in (300, 3_000))
    for store, many in zip(stores, (300, 3_000), strict=True):
        filled(store, many)
    yield stores[0], stores[1]
    for store in stores:
        store.close()
