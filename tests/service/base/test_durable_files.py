"""Atomic file replacement: the new bytes, or the old ones after a failure."""

from pathlib import Path

import pytest

from service.base.durable_files import replace_file


@pytest.mark.parametrize("survive_power_loss", [True, False])
def test_the_new_bytes_replace_the_file_and_no_other_file_remains(tmp_path: Path, survive_power_loss: bool) -> None:
    path = tmp_path / "card.json"
    path.write_bytes(b"old and longer")
    replace_file(path, b"new", survive_power_loss=survive_power_loss)
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("card.json", b"new")]


def test_a_failure_before_the_move_leaves_the_old_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "card.json"
    path.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"
