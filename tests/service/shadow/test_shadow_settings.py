"""The file of TOUCHSTONE_SHADOW: its entries, and an error for each wrong one."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from rules.contracts import InputError
from service.shadow.shadow_settings import ShadowSettings, read_shadow_settings

CANDIDATE = '[[candidate]]\ncard = "small-factory"\nversion = "2.0.0"\nshare = "1/20"\n'
FORWARD = """[[forward]]
organization = "example"
server = "127.0.0.1:50051"
share = "5 %"
key_file = "key"
pseudonym_key_file = "pseudonyms"
"""


def read(folder: Path, text: str) -> ShadowSettings:
    path = folder / "shadow.toml"
    path.write_text(text, encoding="utf-8")
    (folder / "key").write_text("secret\n")
    (folder / "pseudonyms").write_bytes(b"k" * 32)
    (folder / "short").write_bytes(b"k" * 31)
    return read_shadow_settings(path)


def test_without_a_file_there_is_nothing_to_compare() -> None:
    assert read_shadow_settings(None) == ShadowSettings()


def test_a_published_candidate(tmp_path: Path) -> None:
    settings = read(tmp_path, f"queue = 7\nprocesses = 2\nseconds = 5\n{CANDIDATE}")
    (candidate,) = settings.candidates
    assert (settings.queue, settings.processes, settings.seconds) == (7, 2, 5)
    assert str(candidate.version) == "scorecards/small-factory/versions/2.0.0"
    assert candidate.share == Fraction(1, 20)


def test_a_candidate_in_another_folder_is_found_next_to_the_file(tmp_path: Path) -> None:
    (candidate,) = read(tmp_path, f'{CANDIDATE}gazette = "next"\norganization = "example"\n').candidates
    assert (candidate.gazette, candidate.organization) == (tmp_path / "next", "example")


def test_the_organization_of_a_draft_is_that_of_its_requests(tmp_path: Path) -> None:
    draft = '[[candidate]]\ndraft = "organizations/example/drafts/a/revisions/3"\nshare = "1/2"\n'
    (candidate,) = read(tmp_path, draft).candidates
    assert (candidate.organization, candidate.version) == ("example", None)


def test_a_server_to_forward_to(tmp_path: Path) -> None:
    (forward,) = read(tmp_path, f'{FORWARD}cards = ["small-factory"]\n').forwards
    assert (forward.token, forward.pseudonym_key) == ("secret", b"k" * 32)
    assert forward.cards == {"small-factory"}


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("", "TOUCHSTONE_SHADOW"),
        ("candidate = 3", "TOUCHSTONE_SHADOW.candidate"),
        ("[broken", "TOUCHSTONE_SHADOW"),
        (f"queue = 0\n{CANDIDATE}", "TOUCHSTONE_SHADOW.queue"),
        (f"queue = true\n{CANDIDATE}", "TOUCHSTONE_SHADOW.queue"),
        (f"seconds = 1.5\n{CANDIDATE}", "TOUCHSTONE_SHADOW.seconds"),
        (f"unknown = 1\n{CANDIDATE}", "TOUCHSTONE_SHADOW.unknown"),
        (CANDIDATE.replace('"1/20"', "0.05"), "TOUCHSTONE_SHADOW.candidate[0].share"),
        (CANDIDATE.replace("1/20", "2"), "TOUCHSTONE_SHADOW.candidate[0].share"),
        (CANDIDATE.replace("2.0.0", "2"), "TOUCHSTONE_SHADOW.candidate[0].version"),
        (CANDIDATE.replace('card = "small-factory"\n', ""), "TOUCHSTONE_SHADOW.candidate[0].card"),
        (f'{CANDIDATE}draft = "organizations/a/drafts/b/revisions/1"', "TOUCHSTONE_SHADOW.candidate[0].card"),
        ('[[candidate]]\ndraft = "b"\nshare = "1/2"', "TOUCHSTONE_SHADOW.candidate[0].draft"),
        (FORWARD.replace("127.0.0.1:50051", "staging"), "TOUCHSTONE_SHADOW.forward[0].server"),
        (FORWARD.replace('"key"', '"none"'), "TOUCHSTONE_SHADOW.forward[0].key_file"),
        (FORWARD.replace('"pseudonyms"', '"short"'), "TOUCHSTONE_SHADOW.forward[0].pseudonym_key_file"),
        (f"{FORWARD}cards = [1]", "TOUCHSTONE_SHADOW.forward[0].cards"),
    ],
)
def test_a_wrong_entry_is_named(tmp_path: Path, text: str, field: str) -> None:
    with pytest.raises(InputError) as raised:
        read(tmp_path, text)
    assert field in [violation.field for violation in raised.value.violations]


def test_too_many_entries_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        read(tmp_path, CANDIDATE * 33)
    assert raised.value.violations[0].reason == "TOO_MANY"
