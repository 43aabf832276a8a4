"""Versions from a feed become visible at once, and an interrupted activation leaves the earlier content."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rules.contracts.errors import TrailError
from rules.model.published_version import PublishedVersion, Repeal
from service.base.call_context import begin_call, newest_states
from service.base.durable_files import replace_file
from service.gazette import received
from service.gazette.publication import complete_activation, find_entry, write_repeal, write_version
from service.gazette.received import (
    RECEIVED,
    RECEIVING,
    ChangelogEntry,
    ReceivedItem,
    ReceivedSnapshot,
    activate,
    gazette_lock,
    read_received,
)
from service.gazette.sidecars import APPROVALS, REPEAL, approvals_bytes
from service.gazette.tables import TableStore, write_edition
from service.gazette.version_files import stored_suffixes
from service.gazette.version_imports import write_approval
from service.gazette.versions import Gazette
from tests.support.promoting import later_approval
from tests.support.signing import Team
from tests.support.small_card import CARD, small_card
from tests.support.small_table import small_table

ARRIVED = "2026-05-02T00:00:00Z"


class KilledError(BaseException):
    """End of a process at a chosen step."""


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != RECEIVED
    }


@pytest.fixture(autouse=True)
def _outside_calls() -> Iterator[None]:
    """Restore the call context, which tests of calls change."""
    with newest_states():
        yield


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "scorecards"
    publish(folder, "1.0.0", "2025-01-01", "2025-12-31")
    return folder


@pytest.fixture
def contents(tmp_path: Path) -> dict[str, bytes]:
    """Files of a feed: a newer version, a repeal and approvals of the old one, and a table."""
    source = tmp_path / "source"
    publish(source, "1.0.0", "2025-01-01", "2025-12-31")
    before = set(files_of(source))
    publish(source, "2.0.0", "2026-01-01")
    first = Gazette(source).version(CARD, "1.0.0")
    write_repeal(source, first, Repeal(first.card.first_date, ARRIVED, "replaced"))
    (source / CARD / f"1.0.0{APPROVALS}").write_bytes(approvals_bytes(first.content_digest, ()))
    write_edition(source / "tables", small_table())
    return {path: content for path, content in files_of(source).items() if path not in before}


def publish(folder: Path, version: str, first: str, last: str | None = None) -> None:
    card = small_card(version=version, first=first, last=last)
    write_version(folder, card, {"card.en.feature": "words"}, publish_time="2025-01-01T00:00:00Z")


def activate_snapshot(folder: Path, contents: dict[str, bytes]) -> None:
    with gazette_lock(folder):
        snapshot = ReceivedSnapshot(7, (ReceivedItem(f"scorecards/{CARD}/versions/2.0.0", "ab", ARRIVED, 7),))
        entries = (ChangelogEntry(f"{CARD} 2.0.0", "Changed."),)
        activate(folder, read_received(folder).with_activation("a", snapshot, tuple(contents), entries), contents)


def seen(gazette: Gazette, tables: TableStore) -> tuple[tuple[str, ...], bool, int, bool, bool]:
    """Return all that readers can see: versions, the repeal, its effect, approvals, and the table."""
    versions = tuple(outline.card.version for outline in gazette.outlines(CARD))
    name = f"scorecards/{CARD}/versions/1.0.0"
    first = gazette.version(CARD, "1.0.0")
    assert gazette.outlines(CARD)[0].repeal == first.repeal
    assert (gazette.listing(CARD)["1.0.0"] != 0) == gazette.has_repeal(name)
    approvals = gazette.file_content(name, APPROVALS) is not None
    assert stored_suffixes(gazette, CARD, "1.0.0")[2:] == (APPROVALS, REPEAL) * approvals
    return versions, gazette.has_repeal(name), int(first.repeal is not None), approvals, bool(tables.editions())


OLD, NEW = (("1.0.0",), False, 0, False, False), (("1.0.0", "2.0.0"), True, 1, True, True)


def age(folder: Path) -> None:
    """Make the change times of all folders old enough to be cached."""
    old = time.time() - 60
    for path in (folder, *folder.rglob("*")):
        if path.is_dir():
            os.utime(path, (old, old))


def test_all_files_of_an_activation_become_visible_at_once(
    folder: Path, contents: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    age(folder)
    gazette, tables = Gazette(folder), TableStore(folder / "tables")
    states = [seen(gazette, tables)]

    def observed(path: Path, content: bytes, **options: bool) -> None:
        replace_file(path, content, **options)
        states.append(seen(gazette, tables))
        states.append(seen(Gazette(folder), TableStore(folder / "tables")))

    monkeypatch.setattr(received, "replace_file", observed)
    activate_snapshot(folder, contents)
    assert len(states) == 1 + 2 * (1 + len(contents))
    assert set(states) == {OLD}
    assert seen(gazette, tables) == seen(Gazette(folder), TableStore(folder / "tables")) == NEW
    gazette.check()
    assert tables.check() == 1


def test_hidden_versions_are_not_cached_by_change_times(folder: Path, contents: dict[str, bytes]) -> None:
    age(folder)
    gazette = Gazette(folder)
    before = gazette.change_times(CARD)
    assert before is not None
    state = read_received(folder).with_activation("a", ReceivedSnapshot(7), tuple(contents), ())
    with gazette_lock(folder):
        replace_file(folder / RECEIVING, received._state_bytes(state))
        for path, content in contents.items():
            (folder / path).parent.mkdir(exist_ok=True)
            replace_file(folder / path, content)
        age(folder)
        assert gazette.change_times(CARD) is None
        assert [outline.card.version for outline in gazette.outlines(CARD)] == ["1.0.0"]
        (folder / RECEIVING).replace(folder / RECEIVED)
    age(folder)
    assert [outline.card.version for outline in gazette.outlines(CARD)] == ["1.0.0", "2.0.0"]


STEPS = 15
"""Writes and renames of an activation of `contents`: two for each of seven files, and the last rename."""


@pytest.mark.parametrize("step", range(STEPS + 1))
def test_an_activation_killed_at_any_step_leaves_the_old_or_the_new_content(
    folder: Path, contents: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    before, count = files_of(folder), 0

    def killed_at_step(function: Callable[..., object]) -> Callable[..., object]:
        def run(*arguments: object, **options: object) -> object:
            nonlocal count
            if count == step:
                raise KilledError
            count += 1
            return function(*arguments, **options)

        return run

    monkeypatch.setattr(received, "replace_file", killed_at_step(replace_file))
    monkeypatch.setattr(Path, "replace", killed_at_step(Path.replace))
    try:
        activate_snapshot(folder, contents)
    except KilledError:
        monkeypatch.undo()
        assert step < STEPS
        assert seen(Gazette(folder), TableStore(folder / "tables")) == OLD
        with gazette_lock(folder):
            assert files_of(folder) == before
    else:
        monkeypatch.undo()
        assert seen(Gazette(folder), TableStore(folder / "tables")) == NEW
        assert count == step == STEPS


def test_a_full_disk_during_activation_leaves_the_old_content(
    folder: Path, contents: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    before, written = files_of(folder), 0

    def full(path: Path, content: bytes, **options: bool) -> None:
        nonlocal written
        written += 1
        if written == 4:
            path.with_name(f".{path.name}.part").write_bytes(content[:10])
            raise OSError(28, "No space left on device")
        replace_file(path, content, **options)

    monkeypatch.setattr(received, "replace_file", full)
    with pytest.raises(OSError, match="No space left"):
        activate_snapshot(folder, contents)
    assert files_of(folder) == before
    assert seen(Gazette(folder), TableStore(folder / "tables")) == OLD


def test_a_repeal_gains_signatures_with_the_activation(folder: Path, contents: dict[str, bytes]) -> None:
    activate_snapshot(folder, contents)
    with gazette_lock(folder):
        complete_activation(folder)
    repeal = f"{CARD}/1.0.0.repeal.json"
    later = contents[repeal].replace(b"replaced", b"outdated")
    gazette = Gazette(folder)
    assert gazette.version(CARD, "1.0.0").repeal is not None
    with gazette_lock(folder):
        snapshot = ReceivedSnapshot(8)
        activate(folder, read_received(folder).with_activation("a", snapshot, (), (), {repeal: later.decode()}), {})
    assert (folder / repeal).read_bytes() == contents[repeal]  # a kill at this step loses nothing
    for _ in range(2):
        found = Gazette(folder).version(CARD, "1.0.0").repeal
        assert found is not None
        assert found.reason == "outdated"
        with gazette_lock(folder):
            complete_activation(folder)
        assert (folder / repeal).read_bytes() == later
        assert read_received(folder).replaced == {}
        assert find_entry(folder, f"{CARD} 2.0.0") == "Changed."
        assert read_received(folder).generation == 2


def test_a_local_approval_after_a_kill_keeps_the_received_ones(folder: Path, tmp_path: Path) -> None:
    """A kill between the commit of an activation and its replaced files loses no approval."""
    team = Team(tmp_path / "team", roles={person: ["rule-approver"] for person in ("anna", "bo", "cy")})
    gazette = Gazette(folder)
    version = gazette.version(CARD, "1.0.0")
    anna, bo, cy = (later_approval(version, team, person, ARRIVED, "ab" * 32) for person in ("anna", "bo", "cy"))
    write_approval(gazette, version, anna)
    file = f"{CARD}/1.0.0{APPROVALS}"
    merged = approvals_bytes(version.content_digest, (anna, bo))
    with gazette_lock(folder):
        state = read_received(folder).with_activation("a", ReceivedSnapshot(8), (), (), {file: merged.decode()})
        activate(folder, state, {})
    assert (folder / file).read_bytes() != merged
    assert people(gazette, version) == ["anna", "bo"]
    write_approval(gazette, version, cy)
    assert people(gazette, version) == people(Gazette(folder), version) == ["anna", "bo", "cy"]
    assert read_received(folder).replaced == {}


def people(gazette: Gazette, version: PublishedVersion) -> list[str]:
    return [statement.predicate.person for statement in gazette.statements(version)]


def test_a_call_sees_one_state_until_it_ends(folder: Path, contents: dict[str, bytes]) -> None:
    gazette, tables = Gazette(folder), TableStore(folder / "tables")
    begin_call(())
    assert seen(gazette, tables) == OLD
    activate_snapshot(folder, contents)
    assert seen(gazette, tables) == OLD
    assert seen(Gazette(folder), TableStore(folder / "tables")) == OLD
    with newest_states():
        assert seen(gazette, tables) == NEW
    assert seen(gazette, tables) == OLD
    begin_call(())
    assert seen(gazette, tables) == NEW


def test_a_publication_in_a_call_sees_versions_that_arrived_during_the_call(
    folder: Path, contents: dict[str, bytes]
) -> None:
    begin_call(())
    Gazette(folder).gate.pin()
    activate_snapshot(folder, contents)
    with gazette_lock(folder):
        assert seen(Gazette(folder), TableStore(folder / "tables")) == NEW


def test_a_call_longer_than_the_stored_activations_sees_the_newest_state(
    folder: Path, contents: dict[str, bytes]
) -> None:
    gazette = Gazette(folder)
    begin_call(())
    assert gazette.gate.pin() == 0
    activate_snapshot(folder, contents)
    for _ in range(received._STORED_ACTIVATIONS):
        activate_snapshot(folder, {})
    assert gazette.gate.hidden() == frozenset()


@pytest.mark.parametrize("file", ["../x", "small/../x", "small/..", "/etc/passwd", "x", "small/.hidden"])
def test_a_state_file_names_only_files_in_folders_of_the_gazette(folder: Path, file: str) -> None:
    document = {"form": 1, "feeds": {}, "activations": [{"generation": 1, "files": [file]}]}
    document |= {"entries": [], "replaced": {}}
    (folder / RECEIVING).write_text(json.dumps(document))
    with pytest.raises(TrailError, match=r"\.receiving\.json cannot be read"), gazette_lock(folder):
        pass


def test_an_invalid_state_file_is_reported_with_its_path(folder: Path) -> None:
    for content in (b"{}", b"[", b"", b'{"form":2}'):
        (folder / RECEIVED).write_bytes(content)
        with pytest.raises(TrailError, match=r"\.received\.json cannot be read"):
            Gazette(folder).outlines(CARD)
