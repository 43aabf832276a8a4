"""Commands on stored data: refusal if no store exists, without creating a new store."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.commands import touchstone

COMMANDS = {
    "batch replay": ("organizations/example", "zero-carbon-factory", "--out", "out"),
    "draft impact": ("zero-carbon-factory@1.0.0", "--archive", "organizations/example", "--out", "out"),
    "evaluation export": ("organizations/example", "--out", "out.csv"),
    "data audit": (),
    "data rebuild": (),
    "data backup": ("out",),
    "server events": (),
    "server endpoints": (),
    "server event-replay": ("https://example.org", "--from", "1"),
    "server keys": (),
    "server key-rotate": ("key",),
    "server key-revoke": ("key",),
    "server accounts": (),
    "server account-password": ("anna",),
    "server account-end": ("anna",),
    "card calendar": ("--archive", "organizations/example"),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_that_finds_no_store_does_not_create_a_store(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TOUCHSTONE_DATABASE_URL", raising=False)
    monkeypatch.chdir(tmp_path)
    refused = touchstone(*command.split(), *COMMANDS[command])
    assert refused.exit_code == 3, refused.output
    place = tmp_path / "var" / "touchstone.sqlite3"
    assert (
        f"No store was found at {place}. Set --database-url or TOUCHSTONE_DATABASE_URL to the address of the store"
        in refused.stderr
    )
    assert not place.parent.exists()
