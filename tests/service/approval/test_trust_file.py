"""Trust file readers: both report the same faults with their locations."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rules.contracts.errors import InputError
from service.approval.approval_trust import read_trust
from service.transparency.log_trust import read_log_trust

CASES = {
    "no.json": (None, "trust", "cannot be read: "),
    "text.json": ('{"schema": 1,\n  people}', "trust", "cannot be read: 2:"),
    "logs.json": ('{"people": [], "logs": {}}', "trust.people", "is not as docs/publication.md and"),
}


def violations_of(reader: Callable[[Path], object], path: Path) -> list[tuple[str, str]]:
    with pytest.raises(InputError) as error:
        reader(path)
    return [(violation.field, violation.description) for violation in error.value.violations]


@pytest.mark.parametrize("reader", [read_trust, read_log_trust])
@pytest.mark.parametrize("name", CASES)
def test_faults_are_reported_with_their_locations(tmp_path: Path, reader: Any, name: str) -> None:
    content, field, words = CASES[name]
    if content is not None:
        (tmp_path / name).write_text(content)
    assert any(place == field and words in description for place, description in violations_of(reader, tmp_path / name))


@pytest.mark.parametrize("reader", [read_trust, read_log_trust])
def test_a_pipe_is_no_file(tmp_path: Path, reader: Any) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "cannot be read" in violations_of(reader, tmp_path / "pipe")[0][1]
