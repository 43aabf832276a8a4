"""Incremental tallies of yearly results, compared with a complete recount."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings, strategies as st
from sqlalchemy import Connection, select

from rules.trail.erasure import ErasureExtent
from service.store.evaluation_eraser import ErasureOrder
from service.store.portfolio import ResultSelection, read_tallies
from service.store.store import Store
from service.store.write_access import with_write_access
from service.store.yearly_results import OPEN_GATES, RESULTS, TALLIES, Measure, ResultTallies
from tests.support.yearly import result

CONCLUSIONS = ({"kind": "graded", "grade": "gold"}, {"kind": "gate_failed"}, {"kind": "incomplete"})
RESULT = st.tuples(
    st.sampled_from("abc"),
    st.sampled_from(CONCLUSIONS),
    st.sampled_from([None, "50", "151/3", ("40", "60")]),
    st.integers(2023, 2025),
    st.sampled_from([{}, {"G1": "not_met"}, {"G1": "undetermined", "G2": "met"}]),
    st.sampled_from([{}, {"I1": ("1/3", "1")}, {"I1": ("[0,1]", "1"), "I2": ("2", "2")}]),
)
STEPS = st.lists(st.one_of(RESULT, st.integers(0, 7)), min_size=1, max_size=8)


def rows_of(connection: Connection) -> dict[str, list[Any]]:
    """Return the rows of the three tables, without tallies equal to zero."""
    rows = {
        table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key.columns))]
        for table in (RESULTS, OPEN_GATES, TALLIES)
    }
    rows[TALLIES.name] = [row for row in rows[TALLIES.name] if any(row[-4:])]
    return rows


@pytest.mark.full
@settings(max_examples=15, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(STEPS)
def test_stored_tallies_equal_a_complete_recount(tmp_path_factory: pytest.TempPathFactory, steps: list[Any]) -> None:
    folder: Path = tmp_path_factory.mktemp("kept")
    with closing(Store(f"sqlite:///{folder}/store.sqlite3")) as store:
        for number, step in enumerate(steps, start=1):
            if isinstance(step, int):
                erase(store, f"organizations/a/evaluations/{step:04}")
                continue
            subject, conclusion, score, year, gates, points = step
            row = result(number, subject, conclusion, score=score, year=year, gates=gates, points=points)
            store.append(row).result(timeout=60)
            store.standings("a", row.scorecard_version)  # all is projected before the next
        with store.read_connection() as connection:
            kept = rows_of(connection)
            numbers = {
                year: read_tallies(connection, ResultSelection("a", "small-factory", str(year)), {}).result_count
                for year in (2023, 2024, 2025)
            }
        store.rebuild_outcomes()
        with store.read_connection() as connection:
            anew = rows_of(connection)
    assert kept == anew
    assert numbers == {year: len({row[5] for row in kept["yearly_result"] if row[4] == str(year)}) for year in numbers}


def erase(store: Store, name: str) -> None:
    order = ErasureOrder(ErasureExtent.EVALUATION, (), "2026-04-01T08:00:00Z", {"id": "local"}, "asked")
    store.erasing.erase([name], order, lambda _: None)


def test_a_result_with_an_erased_track_counts_for_no_track(store: Store) -> None:
    row = result(1, "a", {"kind": "graded", "grade": "gold"}, score="50", track={"industry": "power"})
    store.append(row).result(timeout=60)
    selection = ResultSelection("a", "small-factory", "2025", track={"industry": "power"})
    with store.archive() as archive:
        assert read_tallies(archive.connection, selection, {}).result_count == 1
    with with_write_access(store._engine).begin() as connection:
        erased = ResultTallies(connection)
        erased.change(row.name, "2025", "{}")
        erased.write()
    with store.read_connection() as connection:
        tallies = read_tallies(connection, selection, {})
        assert (tallies.result_count, tallies.tracks) == (0, Counter({"{}": 1}))
        bare = read_tallies(connection, ResultSelection("a", "small-factory", "2025"), {})
        assert sum(sums.number for sums in bare.sums[Measure.SCORE].values()) == 1
    with with_write_access(store._engine).begin() as connection:
        erased = ResultTallies(connection)
        erased.change(row.name, "2026", None)
        erased.write()
    with store.read_connection() as connection:
        counts = [
            read_tallies(connection, ResultSelection("a", "small-factory", year), {}).result_count
            for year in ("2025", "2026")
        ]
    assert counts == [0, 1]
