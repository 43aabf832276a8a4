"""Read-only bundled gazette: refusal of new versions and table editions, also through a symbolic link."""

from pathlib import Path

import pytest

from rules.contracts.errors import InputError
from rules.contracts.messages import in_language
from service.gazette import versions
from service.gazette.publication import write_version
from service.gazette.tables import FOLDER, TableStore, write_edition
from tests.support.small_card import small_card
from tests.support.small_table import small_table

NOW = "2026-06-01T00:00:00Z"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folder treated as the gazette bundled in a wheel."""
    path = tmp_path / "scorecards"
    path.mkdir()
    monkeypatch.setattr(versions, "CARRIED", path)
    return path


def test_the_bundled_gazette_accepts_neither_versions_nor_tables(folder: Path) -> None:
    with pytest.raises(InputError, match="is read-only"):
        write_version(folder, small_card(), {}, publish_time=NOW)
    with pytest.raises(InputError, match="is read-only"):
        TableStore(folder / FOLDER).add(small_table())
    with pytest.raises(InputError, match="is read-only"):
        write_edition(folder, small_table())
    assert list(folder.iterdir()) == []


def test_the_bundled_gazette_is_read_only_through_a_link(folder: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(folder)
    with pytest.raises(InputError) as refused:
        write_version(link, small_card(), {}, publish_time=NOW)
    (violation,) = refused.value.violations
    assert (violation.field, violation.reason) == ("gazette", "READ_ONLY")
    assert str(folder) in violation.description
    assert "只供读取" in in_language(violation.description, "zh")


def test_a_copy_outside_the_bundled_gazette_is_writable(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "scorecards-own"
    write_version(own, small_card(), {}, publish_time=NOW)
    TableStore(own / FOLDER).add(small_table())
    assert list(own.rglob("*.json"))
