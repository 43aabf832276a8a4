"""Commands of feeds: from keys to a feed that a follower verifies, with the errors of each step."""

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from service.approval.signing_keys import public_half, read_signing_key
from service.feeds.repository import Repository
from tests.support.commands import Result, answered, touchstone
from tests.support.feeds import SignedFeed, followed, small_gazette

PATH = "production/small-factory/1.0.0.json"


@pytest.fixture
def keys(tmp_path: Path) -> dict[str, Path]:
    files = {name: tmp_path / f"{name}.pem" for name in ("root", "anna", "online")}
    for path in files.values():
        answered("draft", "signing-key", path)
    return files


@pytest.fixture
def folder(tmp_path: Path, keys: dict[str, Path]) -> Path:
    folder = tmp_path / "feed"
    answered(
        *("feed", "init", folder, "--name", "example.org/rules", "--channel", "staging", "--channel", "production"),
        *("--publisher", "association", "--key", keys["root"], "--online-key", keys["online"]),
    )
    return folder


@pytest.fixture
def gazette(tmp_path: Path) -> Path:
    return small_gazette(tmp_path / "gazette")


def signing(keys: dict[str, Path], *names: str) -> list[object]:
    return [part for name in names for part in ("--key", keys[name])]


def refused(result: Result) -> str:
    assert result.exit_code == 2, result.output
    return result.stderr


def test_a_feed_is_created_built_promoted_and_shown(
    tmp_path: Path, keys: dict[str, Path], folder: Path, gazette: Path
) -> None:
    build = ("feed", "build", gazette, "--out", folder, "--channel", "staging", *signing(keys, "root", "online"))
    assert "Visible to followers: snapshot 2, publication log with 2 entries" in answered(*build)
    assert "No file of the gazette is new or changed." in answered(*build)
    promoted = answered(
        "feed", "promote", folder, "small-factory", "1.0.0", "--to", "production", *signing(keys, "root")
    )
    assert f"touchstone feed refresh {folder} --key ONLINE_KEY" in promoted
    shown = answered("feed", "show", folder)
    assert "complete, not in the snapshot" in shown
    answered("feed", "refresh", folder, "--key", keys["online"])
    assert "not in the snapshot" not in answered("feed", "show", folder)
    feed = SignedFeed(folder, gazette)
    assert followed(feed, tmp_path / "state", PATH) == (gazette / "small-factory" / "1.0.0.json").read_bytes()


def test_the_answers_are_documents_too(keys: dict[str, Path], folder: Path, gazette: Path) -> None:
    built = as_json("feed", "build", gazette, "--out", folder, "--channel", "staging", *signing(keys, "root", "online"))
    assert built["refreshed"] == {"snapshot": 2, "logEntries": 2, "heldBack": []}
    assert len(built["added"]) == 5
    shown = as_json("feed", "show", folder)
    roles = {role["role"]: role for role in shown["roles"]}
    assert (shown["name"], shown["snapshot"], shown["logEntries"]) == ("example.org/rules", 2, 2)
    assert roles["staging.association"]["files"] == 5
    assert {role["state"] for role in roles.values()} == {"visible"}


def as_json(*command: object) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(answered(*command, "--format", "json"))
    return document


def test_roles_that_are_held_back_are_shown_with_the_reason(keys: dict[str, Path], folder: Path, gazette: Path) -> None:
    build = ("feed", "build", gazette, "--out", folder, "--channel", "staging", *signing(keys, "root", "online"))
    answered(*build)
    repository, role, path = Repository(folder), "staging.association", "staging/small-factory/1.0.0.repeal.json"
    newest = repository.newest(role)
    assert newest is not None
    newest.signed.version += 1
    newest.signed.targets[path] = repository.add_target(path, b"{}")
    repository.stage(role, newest.signed, [read_signing_key(keys["root"])])
    line = (
        f"Not visible to followers: {role}. The newest file of the role publishes staging/small-factory/1.0.0.json, but"
    )
    for command in (build, ("feed", "refresh", folder, "--key", keys["online"]), ("feed", "show", folder)):
        assert line in answered(*command)
    assert f"跟随方不可见：{role}" in answered("feed", "show", folder, "--language", "zh")
    refreshed = as_json("feed", "refresh", folder, "--key", keys["online"])
    assert [held["role"] for held in refreshed["heldBack"]] == [role]
    roles = {each["role"]: each for each in as_json("feed", "show", folder)["roles"]}
    assert roles[role]["state"] == "held_back"
    assert roles[role]["problem"] == refreshed["heldBack"][0]["problem"]
    assert roles["targets"]["problem"] == ""


def test_thresholds_are_signed_one_after_the_other(tmp_path: Path, keys: dict[str, Path]) -> None:
    folder = tmp_path / "two"
    made = answered(
        *("feed", "init", folder, "--name", "example.org/two", "--threshold", "2"),
        *signing(keys, "root", "anna"),
        *("--online-key", keys["online"]),
    )
    assert "root: version 1, valid until" in made
    root = folder / "metadata" / "1.root.json"
    assert f"root: {root}, SHA-256 {hashlib.sha256(root.read_bytes()).hexdigest()}" in made
    assert f"log_key: {public_half(read_signing_key(keys['online']))}" in made
    renewed = answered("feed", "renew", folder, *signing(keys, "root"))
    assert f"root: version 2 needs 1 more signature; add with touchstone feed sign {folder} root --key FILE" in renewed
    assert "root: version 2, valid until" in answered("feed", "sign", folder, "root", *signing(keys, "anna"))
    chinese = answered("feed", "show", folder, "--language", "zh")
    assert "尚缺 1 个签名" in chinese
    gazette = small_gazette(tmp_path / "gazette")
    answered("feed", "build", gazette, "--out", folder, "--channel", "production", *signing(keys, "root"))
    shown = answered("feed", "show", folder)
    assert "production.publisher publishes, changes or removes:\n  production/small-factory/" in shown
    assert f"  {PATH}\n" in shown
    roles = {role["role"]: role for role in as_json("feed", "show", folder)["roles"]}
    assert PATH in roles["production.publisher"]["pendingFiles"]
    assert roles["root"]["pendingFiles"] == []


def test_a_feed_file_that_exists_is_used(tmp_path: Path, keys: dict[str, Path], folder: Path) -> None:
    written = tmp_path / "written"
    written.mkdir()
    (written / "feed.toml").write_bytes((folder / "feed.toml").read_bytes())
    command = ("feed", "init", written, *signing(keys, "root"), "--online-key", keys["online"])
    assert "differs from 'example.org/rules'" in refused(touchstone(*command, "--name", "example.org/other"))
    assert "Feed example.org/rules in" in answered(*command)


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ([], "A new feed needs a name"),
        (["--name", "two words"], "feed.toml.name: 'two words' cannot be the name"),
        (["--name", "n", "--channel", "Live"], "--channel: 'Live' cannot be the name"),
        (["--name", "n", "--channel", "log"], "No channel may have the name 'log'"),
        (["--name", "n", "--publisher", "a.b"], "--publisher: 'a.b' cannot be the name"),
        (["--name", "n", "--threshold", "2"], "higher than the number of different keys, 1"),
        (["--name", "n", "--card", "a/b"], "feed.toml.publishers.publisher.cards.0"),
    ],
)
def test_a_wrong_option_of_a_new_feed_is_named(
    tmp_path: Path, keys: dict[str, Path], options: list[str], problem: str
) -> None:
    command = ("feed", "init", tmp_path / "new", *signing(keys, "root"), "--online-key", keys["online"])
    assert problem in refused(touchstone(*command, *options))
    assert not (tmp_path / "new" / "metadata").exists()


def test_an_online_key_must_not_sign_root(tmp_path: Path, keys: dict[str, Path]) -> None:
    command = ("feed", "init", tmp_path / "new", "--name", "n", *signing(keys, "root"), "--online-key", keys["root"])
    assert "must not be an online key" in refused(touchstone(*command))


def test_errors_name_the_next_step(tmp_path: Path, keys: dict[str, Path], folder: Path) -> None:
    missing = ("feed", "build", tmp_path / "none", "--out", folder, "--channel", "staging", *signing(keys, "root"))
    assert "There is no folder" in refused(touchstone(*missing))
    (tmp_path / "none").mkdir()
    assert "contains no published version or table" in refused(touchstone(*missing))
    assert "Create the feed first" in refused(touchstone("feed", "show", tmp_path))
    assert "may sign a role that needs renewal" in refused(
        touchstone("feed", "renew", folder, *signing(keys, "online"))
    )
    unreadable = ("feed", "refresh", folder, "--key", keys["online"], "--cosigned", tmp_path / "none")
    assert "--cosigned: The checkpoint" in refused(touchstone(*unreadable))
    invalid = tmp_path / "note"
    invalid.write_text("no note")
    assert "--cosigned: " in refused(
        touchstone("feed", "refresh", folder, "--key", keys["online"], "--cosigned", invalid)
    )


def test_an_expired_role_makes_the_answer_negative(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert touchstone("feed", "show", folder).exit_code == 0
    monkeypatch.setattr("service.base.instants.now", lambda: "2199-01-01T00:00:00Z")
    result = touchstone("feed", "show", folder)
    assert result.exit_code == 1
    assert "expired" in result.stdout


def test_without_the_library_the_command_names_the_extra(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "tuf" or name.startswith("service.feeds.")]:
        if not name.endswith(("feed_commands", "feed_file", "layout")):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "tuf", None)
    assert "pip install 'touchstone-scorecards[feeds]'" in refused(touchstone("feed", "show", folder))
