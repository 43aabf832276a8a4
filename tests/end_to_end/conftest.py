"""One running server for all tests that only call it, and a certification body for each module that changes one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from service.gazette.publication import write_version
from tests.support.browsing import people_of
from tests.support.casework import Body
from tests.support.drafting import SIGNING, Drafters, small_draft
from tests.support.running import RunningServer
from tests.support.signing import Team
from tests.support.small_card import small_card


@pytest.fixture(scope="session")
def gazette(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gazette")
    first = small_card(version="1.0.0", first="2025-01-01", last="2026-12-31")
    write_version(folder, first, {}, publish_time="2025-01-01T00:00:00Z")
    second = small_card(version="2.0.0", first="2027-01-01")
    write_version(folder, second, {}, publish_time="2026-06-01T00:00:00Z")
    return folder


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, gazette: Path) -> Iterator[RunningServer]:
    with RunningServer(tmp_path_factory.mktemp("server"), gazette) as running:
        yield running


@pytest.fixture(scope="session")
def door(tmp_path_factory: pytest.TempPathFactory, gazette: Path) -> Iterator[RunningServer]:
    """A server that takes JSON over HTTP as well, and only small messages."""
    folder = tmp_path_factory.mktemp("door")
    with RunningServer(
        folder, gazette, TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0", TOUCHSTONE_MAXIMUM_MESSAGE_BYTES="300000"
    ) as running:
        yield running


@pytest.fixture(scope="module")
def body(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, gazette: Path) -> Iterator[Body]:
    """A certification body on a server of the module, with the settings that the module names in SETTINGS."""
    settings = {
        "TOUCHSTONE_API_KEYS": "true",
        "TOUCHSTONE_HTTP_ADDRESS": "127.0.0.1:0",
        **getattr(request.module, "SETTINGS", {}),
    }
    with RunningServer(tmp_path_factory.mktemp("body"), gazette, **settings) as running:
        body = Body(running)
        body.begin()
        yield body


@pytest.fixture(scope="module")
def passwords(body: Body) -> Mapping[str, str]:
    """The passwords of the people of the body, by name."""
    return people_of(body)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty folder for the files of the module."""
    return tmp_path_factory.mktemp("folder")


@pytest.fixture(scope="module")
def files(folder: Path) -> dict[str, str]:
    """The files of a small draft."""
    return small_draft(folder / "desk")


@pytest.fixture(scope="module")
def team(folder: Path) -> Team:
    """The people who sign for drafts, and the trust file that names them."""
    return Team(folder / "team", roles=dict(SIGNING))


@pytest.fixture(scope="module")
def people(folder: Path, team: Team) -> Iterator[Drafters]:
    """The team at work on drafts, on a server without scorecards."""
    (folder / "gazette").mkdir()
    with RunningServer(
        folder, folder / "gazette", TOUCHSTONE_API_KEYS="true", TOUCHSTONE_TRUST=str(team.trust)
    ) as running:
        yield Drafters(running, team)
