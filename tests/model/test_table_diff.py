"""Difference of two table editions: applied to the old rows, it produces the new rows."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from rules.contracts.errors import InputError
from rules.model.table_editions import CellChange, TableDifference, compare_tables
from rules.model.tables import Table
from tests.support.small_table import ROWS, small_table

KEYS = 3


def applied(old: Table, difference: TableDifference) -> tuple[tuple[str, ...], ...]:
    rows = {row[:KEYS]: list(row) for row in old.rows if row not in difference.removed}
    for change in difference.changed:
        row = rows[change.keys]
        place = old.manifest.columns.index(change.column)
        assert row[place] == change.old
        row[place] = change.new
    rows.update({row[:KEYS]: list(row) for row in difference.added})
    return tuple(tuple(rows[key]) for key in sorted(rows))


SOME_ROWS = st.lists(st.sampled_from(ROWS), min_size=1, unique=True)
FIGURES = st.sampled_from(["0", "1.5", "2.75", "-", ""])


@given(before=SOME_ROWS, after=SOME_ROWS, data=st.data())
def test_the_difference_converts_one_edition_into_the_other(
    before: list[tuple[str, ...]], after: list[tuple[str, ...]], data: st.DataObject
) -> None:
    changed = [(*row[:5], data.draw(FIGURES), *row[6:]) for row in after]
    old, new = small_table(before), small_table(changed, edition="2")
    difference = compare_tables(old, new)
    assert applied(old, difference) == new.rows
    assert difference.same == (old.rows == new.rows)
    assert all(change.old != change.new for change in difference.changed)


def test_a_changed_cell_is_reported_with_both_values() -> None:
    row = ("BR", "7208", "*", "1.62", "N/A", "1.7", "C", "confirmed")
    difference = compare_tables(small_table(), small_table([*ROWS[:4], row, *ROWS[5:]]))
    assert difference.changed == (CellChange(("BR", "7208", "*"), "total", "1.62", "1.7"),)


def test_added_and_removed_columns_are_reported() -> None:
    values = [{"id": "total", "unit": "tCO2e/t", "look_further": True}, {"id": "price", "unit": "EUR"}]
    rows = [("BR", "7208", "*", "1.62", "3")]
    difference = compare_tables(small_table([ROWS[4]]), small_table(rows, values=values))
    assert difference.added_columns == ("price",)
    assert difference.removed_columns == ("direct", "indirect", "route", "certainty")
    assert not difference.changed
    assert not difference.same


def test_editions_with_other_keys_cannot_be_compared() -> None:
    keys = [{"id": "country", "type": "country"}]
    values = [{"id": "total", "unit": "tCO2e/t"}]
    with pytest.raises(InputError, match="has the keys country, cn_code, variant, but defaults@2026-02-04 has country"):
        compare_tables(small_table(), small_table([("BR", "1")], keys=keys, values=values))
