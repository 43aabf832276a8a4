"""Run journal: resumption, unfinished heads, the journal of another run, exclusive use."""

from __future__ import annotations

from pathlib import Path

import pytest

from rules.contracts.errors import InputError
from service.base.durable_files import Journal, is_begun

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
        (b'{"inputs":"b","known":"2026-01-01"}\n', True, "belongs to another run: inputs differ"),
        (b'{"inputs":"a","known":"2026-01-01"}\n', False, "go on with --resume"),
        (b"something of the user\n", True, "is no journal of a run"),
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
    with Journal(path, HEAD, resume=False), pytest.raises(InputError, match="another process works"):
        Journal(path, HEAD, resume=True)
