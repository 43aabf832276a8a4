"""Commands on stored data: refusal if no store exists, without creating a new store."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.commands import answered, touchstone

COMMANDS = {
    "batch replay": ("organizations/example", "zero-carbon-factory", "--out", "out"),
    "draft impact": ("zero-carbon-factory@1.0.0", "--archive", "organizations/example", "--out", "out"),
    "evaluation export": ("organizations/example", "--out", "out.csv"),
    "data audit": (),
    "data months": (),
    "data archive": ("2026-01", "out"),
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


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "or set a store with --database-url (this command does not read TOUCHSTONE_DATABASE_URL)."),
        ("zh", "存储请用 --database-url 写明（此命令不读取 TOUCHSTONE_DATABASE_URL）。"),
    ],
)
def test_a_command_that_reads_no_variable_states_the_option(
    language: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path}/store.sqlite3"
    monkeypatch.setenv("TOUCHSTONE_DATABASE_URL", url)
    command = ("explain", "organizations/example/evaluations/0198c0de-0000-4000-8000-000000000001")
    refused = touchstone(*command, "--language", language)
    assert (refused.exit_code, expected in refused.stderr) == (2, True), refused.stderr
    other = touchstone(*command, "--language", language, "--database-url", url)
    assert expected not in other.stderr
    rank = touchstone("evaluation", "rank", "organizations/example", "zero-carbon-factory", "--language", language)
    assert "--database-url" not in rank.stderr


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), "Not stored, because neither --server nor --database-url is set. "),
        (("--unstored",), "Not stored, because of --unstored. "),
    ],
)
def test_an_evaluation_states_why_it_is_not_stored(
    options: tuple[str, ...], expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOUCHSTONE_DATABASE_URL", f"sqlite:///{tmp_path}/store.sqlite3")
    dossier = Path(__file__).parents[3] / "examples" / "worked-factory.yaml"
    output = answered("evaluate", "zero-carbon-factory", dossier, "--as-of", "2026-06-30", *options)
    assert expected in output
    assert not (tmp_path / "store.sqlite3").exists()
