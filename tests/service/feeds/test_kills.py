"""A follower killed at any moment of an activation leaves exactly the old or the new snapshot."""

from __future__ import annotations

import os
import random
import signal
import time
from contextlib import suppress
from pathlib import Path

import pytest

from service.base.durable_files import replace_file
from service.configuration.settings import Settings
from service.gazette import received
from service.gazette.publication import add_entry, find_entry
from service.gazette.received import RECEIVING, read_received
from service.gazette.tables import TableStore, write_edition
from service.gazette.version_imports import write_approval
from service.gazette.versions import Gazette
from service.proofs.audit_handlers import audit_store
from service.proofs.log_service import open_store
from tests.support.following import Association, SmallFollower, publish_small
from tests.support.promoting import later_approval
from tests.support.signing import Team
from tests.support.small_card import CARD
from tests.support.small_table import small_table

KILLS = 50
LONGEST_ACTIVATION = 0.04
"""Seconds; later kills find a completed activation."""


@pytest.mark.full
def test_fifty_kills_during_activation_leave_the_old_or_the_new_snapshot(tmp_path: Path) -> None:
    association, chance = Association(tmp_path), random.Random(7)
    team = Team(tmp_path / "team", roles={f"person-{kill}": ["rule-approver"] for kill in range(KILLS)})
    following = association.follower()
    assert following.check().problem == ""
    found = {"old": 0, "half": 0, "new": 0}
    for kill in range(KILLS):
        before = contents(following.gazette)
        number = f"{kill + 2}.0.0"
        publish_small(association.published, number, 2026 + kill)
        approve_first(association.published, team, kill)
        add_entry(association.published, f"{CARD} {number}", f"Version {number}.")
        if kill % 5 == 0:
            write_edition(association.published / "tables", small_table(edition=f"e-{kill}"))
        association.feed.build()
        kill_during_activation(following, chance.uniform(0, LONGEST_ACTIVATION) if kill else 0)
        after = contents(following.gazette)
        if after != before:
            assert after == contents(association.published)
            found["new"] += 1
        else:
            found["half" if (following.gazette / RECEIVING).exists() else "old"] += 1
        audit_after_restart(tmp_path, following.gazette)
        assert following.check().problem == ""
        assert contents(following.gazette) == contents(association.published)
        assert find_entry(following.gazette, f"{CARD} {number}") == f"Version {number}."
        assert not (following.gazette / RECEIVING).exists()
    audit_after_restart(tmp_path, following.gazette)
    assert len(following.versions) == KILLS + 1
    assert read_received(following.gazette).feeds["association"].items
    assert found["half"] > 0
    assert found["new"] > 0


def contents(gazette: Path) -> tuple[object, ...]:
    """Return all versions, editions and statements that a reader sees, after a check of their digests."""
    reader, tables = Gazette(gazette, private=True), TableStore(gazette / "tables")
    reader.check()
    tables.check()
    versions = tuple(outline.content_digest for card in reader.card_ids() for outline in reader.outlines(card))
    statements = [statement.digest for statement in reader.statements(reader.version(CARD, "1.0.0"))]
    return versions, tables.digests(), statements


def approve_first(gazette: Path, team: Team, number: int) -> None:
    """Add an approval of another person to the first version."""
    reader = Gazette(gazette, private=True)
    version, time = reader.version(CARD, "1.0.0"), f"2026-01-01T00:00:{number:02}Z"
    write_approval(reader, version, later_approval(version, team, f"person-{number}", time, "ab" * 32))


def kill_during_activation(following: SmallFollower, seconds: float) -> None:
    """Check the feed in another process, and kill it some seconds after its activation began."""
    began, begins = os.pipe()
    child = os.fork()
    if child == 0:
        with suppress(BaseException):
            slow_down_activation(begins)
            following.check()
            time.sleep(60)
        os._exit(1)
    os.close(begins)
    assert os.read(began, 1) == b"x"
    os.close(began)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL


def slow_down_activation(begins: int) -> None:
    def replace_slowly(path: Path, content: bytes, **options: bool) -> None:
        os.write(begins, b"x")
        replace_file(path, content, **options)
        time.sleep(0.004)

    setattr(received, "replace_file", replace_slowly)  # noqa: B010 -- constant name


def audit_after_restart(folder: Path, gazette: Path) -> None:
    """Start a server's store, which logs the publications, and audit it."""
    url = f"sqlite:///{folder}/store.sqlite3"
    open_store(Settings(database_url=url, gazette=gazette), Gazette(gazette)).close()
    result = audit_store(None, None, url, gazette, "en")
    assert not result.no, result.text
