"""Run journals and atomic file replacement: resumption, unfinished heads, exclusive use, failure before the move."""

from __future__ import annotations

from pathlib import Path

import pytest

from rules.contracts.errors import InputError
from service.base.durable_files import Journal, is_begun, replace_file

HEAD = {"inputs": "a", "known": "2026-01-01"}


def test_a_run_resumes_with_its_recorded_entries(tmp_path: Path) -> None:
    path = tmp_path / "run" / "journal.jsonl"
    with Journal(path, HEAD, resume=False) as journal:
        assert is_begun(path)
        journal.note({"piece": 1})
        journal.note({"piece": 2})
    with path.open("ab") as file:
        file.write(b'{"piece": ')  # as a machine that loses power would leave it
    with Journal(path, {**HEAD, "known": "2026-02-02"}, resume=True, varies=("known",)) as journal:
        assert journal.head == HEAD
        assert [line["piece"] for line in journal.lines] == [1, 2]
        journal.note({"piece": 3})
    assert path.read_bytes().splitlines()[1:] == [b'{"piece":1}', b'{"piece":2}', b'{"piece":3}']


def test_a_head_that_was_not_finished_is_no_run(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    path.write_bytes(b'{"inputs": "b')
    with Journal(path, HEAD, resume=False) as journal:
        assert not journal.lines
    assert b'"b' not in path.read_bytes()


@pytest.mark.parametrize(
    ("content", "resume", "expected_message"),
    [
        (b'{"inputs":"b","known":"2026-01-01"}\n', True, "belongs to another run; these settings differ: inputs"),
        (b'{"inputs":"a","known":"2026-01-01"}\n', False, "Add --resume to continue, or choose another --out"),
        (b"something of the user\n", True, "is not the journal of a batch run"),
    ],
)
def test_the_journal_of_another_run_is_refused(
    content: bytes, resume: bool, expected_message: str, tmp_path: Path
) -> None:
    path = tmp_path / "journal.jsonl"
    path.write_bytes(content)
    with pytest.raises(InputError, match=expected_message):
        Journal(path, HEAD, resume=resume)
    assert path.read_bytes() == content


def test_two_runs_do_not_share_a_journal(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    with Journal(path, HEAD, resume=False), pytest.raises(InputError, match="Another process is working on the run in"):
        Journal(path, HEAD, resume=True)


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
