"""The feed file: every invalid value is reported with its location."""

from pathlib import Path
from typing import Any

import pytest

from rules.contracts.errors import InputError
from service.feeds.feed_file import check_feed_file, read_feed_file, write_feed_file
from tests.support.feeds import new_keys, publics

ROOT, BOARD, ONLINE = (publics(new_keys())[0] for _ in range(3))


def content(**changes: Any) -> dict[str, Any]:
    publisher = {"keys": [BOARD], "channels": ["production"], "cards": ["zero-carbon-*"]}
    return {
        "name": "example.org/rules",
        "channels": ["production", "staging"],
        "root": {"keys": [ROOT]},
        "targets": {"keys": [ROOT]},
        "online": {"keys": [ONLINE]},
        "publishers": {"association": publisher},
        **changes,
    }


def problems(**changes: Any) -> dict[str, str]:
    with pytest.raises(InputError) as raised:
        check_feed_file(content(**changes))
    return {violation.field: violation.description for violation in raised.value.violations}


def publisher(**changes: Any) -> dict[str, Any]:
    return {"publishers": {"association": {**content()["publishers"]["association"], **changes}}}


def test_a_written_feed_file_is_read_back(tmp_path: Path) -> None:
    feed = check_feed_file(content(valid_days={"timestamp": 2}))
    write_feed_file(tmp_path, feed)
    assert read_feed_file(tmp_path) == feed


@pytest.mark.parametrize(
    ("changes", "field", "part"),
    [
        ({"name": "two words"}, "feed.toml.name", "without spaces"),
        ({"channels": ["log"]}, "feed.toml.channels", "the publication log uses it"),
        ({"channels": ["Production"]}, "feed.toml.channels.0", ""),
        ({"channels": []}, "feed.toml.channels", ""),
        ({"root": {"keys": [ROOT], "threshold": 2}}, "feed.toml.root.threshold", "higher than the number"),
        ({"root": {"keys": [ROOT, ROOT], "threshold": 2}}, "feed.toml.root.threshold", "higher than the number"),
        ({"root": {"keys": ["abc"]}}, "feed.toml.root.keys.0", "not an Ed25519 public key"),
        ({"root": {"keys": [ONLINE]}}, "feed.toml.root.keys.0", "must not be an online key"),
        ({"online": {"keys": ["abc"]}}, "feed.toml.online.keys.0", "not an Ed25519 public key"),
        ({"colour": "red"}, "feed.toml.colour", ""),
        (publisher(channels=["testing"]), "feed.toml.publishers.association.channels", "production, staging"),
        (publisher(cards=[]), "feed.toml.publishers.association.cards", "neither scorecards nor tables"),
        (publisher(cards=["a/b"]), "feed.toml.publishers.association.cards.0", ""),
        (publisher(keys=[]), "feed.toml.publishers.association.keys", ""),
        (publisher(threshold=0), "feed.toml.publishers.association.threshold", ""),
    ],
)
def test_an_invalid_value_is_reported_at_its_field(changes: dict[str, Any], field: str, part: str) -> None:
    found = problems(**changes)
    assert part in found[field]


def test_all_problems_are_reported_at_once() -> None:
    found = problems(name="two words", root={"keys": [ONLINE]}, online={"keys": [ONLINE, "abc"]})
    assert set(found) == {"feed.toml.name", "feed.toml.root.keys.0", "feed.toml.online.keys.1"}


def test_an_online_key_may_publish() -> None:
    feed = check_feed_file(content(**publisher(keys=[ONLINE])))
    assert feed.publishers["association"].keys == [ONLINE]


def test_patterns_select_scorecards_and_tables() -> None:
    chosen = check_feed_file(content(**publisher(tables=["cbam-*"]))).publishers["association"]
    assert chosen.may_sign_card("zero-carbon-factory")
    assert not chosen.may_sign_card("near-zero-park")
    assert chosen.may_sign_table("cbam-benchmarks")
    assert not chosen.may_sign_table("cn-ets-power-draft")


@pytest.mark.parametrize("text", ["name = ", "\udcff"])
def test_a_malformed_file_is_reported_with_its_path(tmp_path: Path, text: str) -> None:
    (tmp_path / "feed.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(InputError, match=r"feed\.toml cannot be read"):
        read_feed_file(tmp_path)


def test_a_missing_file_is_reported_with_the_next_step(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Create the feed first"):
        read_feed_file(tmp_path)
