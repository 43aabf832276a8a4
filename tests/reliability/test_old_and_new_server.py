"""An old and a new server on one PostgreSQL during an upgrade: the old one ends, and no acknowledged call is lost."""

from __future__ import annotations

import itertools
import threading
from pathlib import Path
from typing import Any

import grpc
import pytest

from tests.reliability.stores import new_place, new_store
from tests.support.calling import request_for
from tests.support.commands import touchstone
from tests.support.next_version import SCHEMA, NextVersion
from tests.support.running import RunningServer
from tests.support.small_card import small_subject
from tests.support.waiting import until
from touchstone.v1.evaluation_service_pb2 import ListEvaluationsRequest

pytestmark = pytest.mark.full

_CALLERS = 4
_CALLS = 40
_REFUSED = 3
_ENDING = (grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.CANCELLED)
"""Codes of a server that ends. gRPC cancels a call that arrives in the moment when its server stops."""


class Callers:
    """Callers that repeat each call until it is answered, at one server and then the other."""

    def __init__(self, servers: list[RunningServer]) -> None:
        self.servers, self.answered = servers, list[tuple[str, str]]()
        self.errors: list[grpc.RpcError] = []
        self._is_over = threading.Event()
        self._threads = [threading.Thread(target=self._run) for _ in range(_CALLERS)]
        for thread in self._threads:
            thread.start()

    def at(self, server: RunningServer) -> int:
        return sum(address == server.address for address, _ in self.answered)

    def end(self) -> set[str]:
        self._is_over.set()
        for thread in self._threads:
            thread.join(60)
        assert not self.errors
        return {name for _, name in self.answered}

    def _run(self) -> None:
        while not self._is_over.is_set() and not self.errors:
            request = request_for(small_subject())
            for turn in itertools.count():
                server = self.servers[turn % len(self.servers)]
                try:
                    name = server.evaluations.EvaluateSubject(request).name
                except grpc.RpcError as error:
                    if error.code() in _ENDING:
                        continue
                    self.errors.append(error)
                else:
                    self.answered.append((server.address, name))
                break


def stored(server: RunningServer) -> set[str]:
    names: set[str] = set()
    listing = ListEvaluationsRequest(parent="organizations/green-body", page_size=1000)
    while True:
        page = server.evaluations.ListEvaluations(listing)
        names.update(one.name for one in page.evaluations)
        if not page.next_page_token:
            return names
        listing.page_token = page.next_page_token


def test_an_old_server_ends_after_a_new_server_has_migrated_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = NextVersion(tmp_path)
    with new_place() as (folder, gazette), new_store("postgresql") as url:
        places = [folder / name for name in ("old", "new")]
        for place in places:
            place.mkdir()
        with RunningServer(places[0], gazette, TOUCHSTONE_DATABASE_URL=url) as old:
            callers = Callers([old])
            try:
                until(lambda: callers.at(old) >= _CALLS)
                settings: dict[str, Any] = {"TOUCHSTONE_DATABASE_URL": url, **later.environment}
                with RunningServer(places[1], gazette, **settings) as new:
                    callers.servers.append(new)
                    until(lambda: old.process.poll() is not None)
                    before = callers.at(new)
                    until(lambda: callers.at(new) >= before + _CALLS)
                    acknowledged = callers.end()
                    assert stored(new) == acknowledged
            finally:
                callers.end()
            assert old.process.poll() == _REFUSED
            assert f"The store now has schema {SCHEMA}" in old.log
            with pytest.raises(AssertionError, match=f"schema {SCHEMA}, but the newest schema of this software is"):
                RunningServer(places[0], gazette, TOUCHSTONE_DATABASE_URL=url).__enter__()
        monkeypatch.setenv("TOUCHSTONE_DATABASE_URL", url)
        with later.in_this_process():
            for command in ("audit", "rebuild"):
                done = touchstone("data", command, "--gazette", str(gazette))
                assert done.exit_code == 0, done.stdout + done.stderr
