"""Table store: appends only, checks its digests, and finds the valid edition."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, strategies as st

from rules.contracts.error_texts import error_message
from rules.contracts.errors import TrailError, VersionError
from rules.contracts.messages import in_language
from rules.model.tables import Table
from service.base.refusals import Refusal
from service.gazette.tables import TableStore
from tests.support.small_table import ROWS, benchmarks, small_table

LATER = date(2030, 1, 1)


@pytest.fixture
def shelf(tmp_path: Path) -> TableStore:
    store = TableStore(tmp_path / "tables")
    store.add(small_table())
    store.add(second())
    store.add(benchmarks())
    return store


def second() -> Table:
    return small_table(ROWS[:5], edition="2026-08-06", known_from="2026-07-31", supersedes="2026-02-04")


def names(shelf: TableStore) -> list[str]:
    return sorted(path.name for path in shelf.folder.iterdir())


def test_an_added_edition_is_read_back_unchanged(shelf: TableStore) -> None:
    fresh = TableStore(shelf.folder)
    assert fresh.table("defaults", "2026-02-04") == small_table()
    assert fresh.check() == 3
    assert [f"{one.name}@{one.edition}" for one in fresh.editions()] == [
        "benchmarks@2026-02-04",
        "defaults@2026-02-04",
        "defaults@2026-08-06",
    ]


def test_an_empty_shelf_has_no_editions(tmp_path: Path) -> None:
    assert TableStore(tmp_path / "none").editions() == ()
    assert TableStore(tmp_path / "none").check() == 0


def test_date_and_knowledge_choose_the_edition(shelf: TableStore) -> None:
    day = date(2026, 5, 10)
    assert shelf.valid("defaults", as_of=day, known=date(2026, 7, 30)) == small_table()
    assert shelf.valid("defaults", as_of=day, known=LATER) == second()
    assert shelf.newest("defaults") == second()


@given(
    st.lists(st.tuples(st.integers(0, 9), st.none() | st.integers(0, 9), st.booleans()), min_size=1, max_size=4),
    st.lists(st.integers(0, 12), min_size=1),
)
def test_the_edition_in_force_is_that_valid_on_the_day(
    spans: list[tuple[int, int | None, bool]], days: list[int]
) -> None:
    start = date(2026, 1, 1)
    with TemporaryDirectory() as folder:
        shelf = TableStore(Path(folder))
        for number, (first, length, supersedes) in enumerate(spans):
            begin = start + timedelta(first)
            shelf.add(
                small_table(
                    edition=f"2026-08-{number + 1:02}",
                    supersedes=f"2026-08-{number:02}" if supersedes and number else None,
                    first_date=begin,
                    last_date=None if length is None else begin + timedelta(length),
                )
            )
        for day in days:
            as_of = start + timedelta(day)
            try:
                valid = shelf.valid("defaults", as_of=as_of, known=LATER)
            except VersionError:
                valid = None
            assert shelf.in_force("defaults", as_of=as_of, known=LATER) is valid


def test_an_edition_that_is_added_is_in_force_at_once(tmp_path: Path) -> None:
    asking, day = TableStore(tmp_path), date(2026, 5, 10)
    assert asking.in_force("defaults", as_of=day, known=LATER) is None
    other = TableStore(tmp_path)
    other.add(small_table())
    assert asking.in_force("defaults", as_of=day, known=LATER) == small_table()
    other.add(second())
    assert asking.in_force("defaults", as_of=day, known=LATER) == second()
    assert asking.in_force("defaults", as_of=day, known=date(2026, 7, 30)) == small_table()


def test_a_shelf_that_was_read_before_still_detects_changed_files(shelf: TableStore) -> None:
    assert shelf.check() == 3
    path = next(shelf.folder.glob("benchmarks-*.json"))
    path.write_bytes(path.read_bytes().replace(b'"certainty":"secondary"', b'"certainty":"confirmed"'))
    with pytest.raises(TrailError, match="The content belongs to benchmarks-"):
        shelf.check()


def test_an_unknown_table_or_edition_is_reported_with_the_existing_names(shelf: TableStore) -> None:
    with pytest.raises(VersionError, match=r"The reference table 'default' was not found.*id you mean 'defaults'"):
        shelf.newest("default")
    with pytest.raises(VersionError, match=r"no edition 2025\. Use one of 2026-02-04, 2026-08-06"):
        shelf.table("defaults", "2025")


def test_adding_the_same_edition_again_changes_nothing(shelf: TableStore) -> None:
    before = {path: path.stat().st_mtime_ns for path in shelf.folder.iterdir()}
    shelf.add(small_table())
    assert {path: path.stat().st_mtime_ns for path in shelf.folder.iterdir()} == before


def test_different_content_under_the_same_edition_is_refused(shelf: TableStore) -> None:
    before = names(shelf)
    with pytest.raises(Refusal, match="an edition never changes"):
        shelf.add(small_table(ROWS[:3]))
    with pytest.raises(Refusal, match="an edition never changes"):
        shelf.add(small_table(certainty="confirmed"))
    assert names(shelf) == before


def test_a_placeholder_in_a_manifest_is_refused(tmp_path: Path) -> None:
    for language, text in (("en", "To be completed"), ("zh", "待补充")):
        titles = {"en": "Factors", "zh": "系数", language: text}
        with pytest.raises(Refusal, match=f"contains the placeholder '{text}'"):
            TableStore(tmp_path).add(small_table(title=titles))
    assert not list(tmp_path.iterdir())


def test_an_edition_needs_the_edition_that_it_supersedes(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="supersedes the edition 2026-02-04, which was not found"):
        TableStore(tmp_path).add(second())


def test_the_same_figures_may_be_those_of_two_editions(shelf: TableStore) -> None:
    shelf.add(small_table(edition="2027", supersedes="2026-08-06", certainty="confirmed"))
    assert shelf.check() == 4
    assert sum(name.endswith(".csv") for name in names(shelf)) == 3


def test_a_changed_byte_is_detected(shelf: TableStore) -> None:
    path = next(shelf.folder.glob("benchmarks-*.csv"))
    path.write_bytes(path.read_bytes().replace(b"1.37", b"1.38"))
    with pytest.raises(TrailError, match=r"benchmarks-\w+\.csv: The rows of the reference table have the digest"):
        TableStore(shelf.folder).check()


def test_a_changed_manifest_is_detected_by_its_name(shelf: TableStore) -> None:
    path = next(shelf.folder.glob("benchmarks-*.json"))
    path.write_bytes(path.read_bytes().replace(b'"certainty":"secondary"', b'"certainty":"confirmed"'))
    with pytest.raises(TrailError, match=r"The content belongs to benchmarks-\w+\.json"):
        TableStore(shelf.folder).check()


def test_every_missing_and_unexpected_file_is_named(shelf: TableStore) -> None:
    gone = next(shelf.folder.glob("benchmarks-*.csv"))
    gone.unlink()
    (shelf.folder / "stray-0123456789ab.csv").write_text("a\n")
    with pytest.raises(TrailError) as error:
        TableStore(shelf.folder).check()
    assert str(error.value).splitlines() == [
        f"{gone} is missing, but benchmarks@2026-02-04 uses it. Restore it from a backup.",
        f"{shelf.folder / 'stray-0123456789ab.csv'}: no manifest names this file",
    ]


def test_a_check_of_digests_finds_changed_and_missing_files(shelf: TableStore) -> None:
    (shelf.folder / "stray-0123456789ab.csv").write_text("left of an interrupted import")
    assert TableStore(shelf.folder).check_digests() == 3
    damaged = next(shelf.folder.glob("benchmarks-*.csv"))
    gone = next(path for path in shelf.folder.glob("*.csv") if path != damaged and "stray" not in path.name)
    damaged.write_bytes(damaged.read_bytes().replace(b"1.37", b"1.38"))
    gone.unlink()
    with pytest.raises(TrailError) as error:
        TableStore(shelf.folder).check_digests()
    assert f"{damaged}: the rows of benchmarks@2026-02-04 have the digest" in str(error.value)
    assert f"{gone} is missing, and {gone.name.rpartition('-')[0]}@" in str(error.value)
    assert f"缺少 {gone}" in in_language(error_message(error.value), "zh")


def test_an_interrupted_write_leaves_nothing_visible(shelf: TableStore) -> None:
    (shelf.folder / ".prices-0123456789ab.csv.part").write_text("half")
    assert TableStore(shelf.folder).check() == 3
