"""Scheduled pulls of a running server: cases, batches, unchanged and refused files, kills and other organisations."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import asyncssh
import pytest

from service.identity.principals import Role
from tests.support.calling import refused
from tests.support.casework import PARENT, Body
from tests.support.commands import answered
from tests.support.file_sources import PASSWORD, SftpFiles, WebFiles, public_text
from tests.support.identities import Authority, bearing
from tests.support.receiving import Receiver, events_file
from tests.support.running import RunningServer
from tests.support.scraping import scraped, value
from tests.support.small_card import CARD
from tests.support.waiting import until
from touchstone.v1 import (
    case_service_pb2 as cases,
    evaluation_service_pb2 as evaluations,
    mapping_service_pb2 as mappings,
    mapping_service_pb2_grpc,
    pull_service_pb2 as pulls,
)
from touchstone.v1.pull_service_pb2_grpc import PullServiceStub

CASE = "fed"
ROWS = 40


@dataclass
class Pulling:
    """A server with pulls of local sources."""

    body: Body
    web: WebFiles
    sftp: SftpFiles
    receiver: Receiver

    def call(self, method: str, request: Any, person: str = "operator") -> Any:
        stub = PullServiceStub(self.body.server.channel)
        return getattr(stub, method)(request, metadata=bearing(self.body.keys[person]), timeout=60)

    def state(self, name: str, language: str = "") -> pulls.Pull:
        request = pulls.ListPullsRequest(parent=PARENT, language_code=language)
        listed: pulls.ListPullsResponse = self.call("ListPulls", request)
        return next(pull for pull in listed.pulls if pull.name == f"{PARENT}/pulls/{name}")

    def runs(self, name: str) -> list[pulls.PullRun]:
        return list(self.call("ListPullRuns", pulls.ListPullRunsRequest(parent=f"{PARENT}/pulls/{name}")).pull_runs)

    def run(self, name: str) -> pulls.Pull:
        """Run a pull now and wait for the end of the attempt."""
        count = self.attempts(name)
        self.call("RunPull", pulls.RunPullRequest(name=f"{PARENT}/pulls/{name}"))
        until(lambda: self.attempts(name) > count)
        return self.state(name)

    def attempts(self, name: str) -> int:
        return sum(
            '"outcome"' in line and f'"{PARENT}/pulls/{name}"' in line for line in self.body.server.log.splitlines()
        )

    def events(self, name: str, kind: str = "") -> list[dict[str, Any]]:
        of_pull = f"{PARENT}/pulls/{name}"
        received = [each.event for each in self.receiver.received if each.event["subject"] == of_pull]
        return [event for event in received if event["type"].endswith(kind)]

    def evaluated(self, prefix: str) -> int:
        request = evaluations.ListEvaluationsRequest(parent=PARENT, page_size=1_000)
        stub = self.body.server.evaluations
        listed = stub.ListEvaluations(request, metadata=bearing(self.body.keys["ada"])).evaluations
        return sum(each.record.subject.startswith(f"{PARENT}/subjects/{prefix}") for each in listed)


def written(folder: Path, **tables: dict[str, object]) -> str:
    lines = []
    for name, table in tables.items():
        values = {"organization": "example", "interval": "7 d", **table}
        lines += [f"[pulls.{name}]", *(f"{key} = {json.dumps(each)}" for key, each in values.items()), ""]
    path = folder / "pulls.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


def mapped(body: Body, id: str, *targets: str) -> None:
    mapping = mappings.Mapping(display_name=id, scorecard=f"scorecards/{CARD}")
    for target in targets:
        mapping.columns.add(heading=target.title(), target=target)
    stub = mapping_service_pb2_grpc.MappingServiceStub(body.server.channel)
    request = mappings.CreateMappingRequest(parent=PARENT, mapping_id=id, mapping=mapping)
    stub.CreateMapping(request, metadata=bearing(body.keys["ada"]))


def registered(body: Body, pull: str) -> None:
    person = cases.CasePerson(person=f"pull-{pull}", display_name=f"Pull {pull}", accounts=[f"pull/{pull}"])
    body.save(person)


@pytest.fixture(scope="module")
def pulling(tmp_path_factory: pytest.TempPathFactory, gazette: Path) -> Iterator[Pulling]:
    folder = tmp_path_factory.mktemp("pulling")
    authority = Authority(folder)
    (folder / "token").write_text("abc.def")
    (folder / "password").write_text(PASSWORD)
    (folder / "files").mkdir()
    with (
        WebFiles(authority.certified("localhost")) as web,
        SftpFiles(folder / "files") as sftp,
        Receiver() as receiver,
    ):
        other = public_text(asyncssh.generate_private_key("ssh-ed25519"))
        https = {"ca_file": str(authority.file), "secret_file": "token"}
        by_sftp = {"secret_file": "password", "host_key": sftp.host_key}
        path = written(
            folder,
            meter={"url": f"{web.url}/meter.csv?sig=hidden", "case": CASE, "mapping": "meter", **https},
            stranger={"url": f"{web.url}/meter.csv", "case": CASE, "mapping": "meter", **https},
            works={"url": f"{web.url}/works.csv", "batch": CARD, "mapping": "works", **https},
            killed={"url": f"{web.url}/killed.csv", "batch": CARD, "mapping": "works", **https},
            large={"url": f"{web.url}/large.csv", "batch": CARD, "mapping": "works", "maximum_bytes": 100, **https},
            moved={"url": f"{web.url}/moved.csv", "batch": CARD, "mapping": "works", **https},
            picture={"url": f"{web.url}/picture.csv", "batch": CARD, "mapping": "works", **https},
            plant={"url": sftp.url("plant.yaml"), "batch": CARD, "subject": "plant", **by_sftp},
            impostor={
                "url": sftp.url("plant.yaml"), "batch": CARD, "subject": "plant", **by_sftp, "host_key": other,
            },
        )  # fmt: skip
        settings: dict[str, Any] = {
            "TOUCHSTONE_API_KEYS": "true",
            "TOUCHSTONE_PULLS": path,
            "TOUCHSTONE_METRICS_ADDRESS": "127.0.0.1:0",
            "TOUCHSTONE_EVENTS": events_file(folder / "events", erp={"url": receiver.url}),
        }
        web.files["/killed.csv"] = b"Subject,Energy_Used\n"  # nothing to read before its own test
        with RunningServer(folder, gazette, **settings) as server:
            body = Body(server)
            body.begin()
            mapped(body, "meter", "energy_used")
            mapped(body, "works", "subject", "energy_used")
            body.to_evaluation(CASE)
            registered(body, "meter")
            yield Pulling(body, web, sftp, receiver)


def test_a_changed_file_becomes_a_revision_and_an_unchanged_one_is_never_taken_twice(pulling: Pulling) -> None:
    pulling.web.files["/meter.csv"] = b"Energy_Used\n5\n"
    taken = pulling.run("meter")
    assert not taken.problem
    assert taken.source.endswith("/meter.csv"), "the query may be a secret"
    dossier = pulling.body.dossier(CASE)
    (fact,) = dossier.content.facts
    assert (fact.fact_id, fact.value.number) == ("energy_used", "5")
    assert not fact.HasField("verification")
    (run,) = pulling.runs("meter")
    assert (run.state, run.dossier) == (pulls.PullRun.STATE_TAKEN, dossier.name)
    step = pulling.body.get(CASE).steps[-1]
    assert (step.step, step.person) == ("declare", "pull-meter")
    assert taken.file_digest in step.reason
    pulling.run("meter")
    pulling.web.without_tags = True
    try:
        assert not pulling.run("meter").problem
    finally:
        pulling.web.without_tags = False
    assert len(pulling.runs("meter")) == 1
    assert pulling.body.dossier(CASE).revision == dossier.revision
    pulling.web.files["/meter.csv"] = b"Energy_Used\n7\n"
    pulling.run("meter")
    assert len(pulling.runs("meter")) == 2
    changed = pulling.body.dossier(CASE)
    assert changed.revision == dossier.revision + 1
    assert [fact.value.number for fact in changed.content.facts] == ["7"]
    until(lambda: len(pulling.events("meter", "taken")) == 2)
    data = pulling.events("meter", "taken")[-1]["data"]
    assert (data["dossier"], data["digest"]) == (changed.name, pulling.state("meter").file_digest)


def test_a_pull_without_a_registered_person_changes_no_case(pulling: Pulling) -> None:
    pulling.web.files["/meter.csv"] = b"Energy_Used\n9\n"
    before = pulling.body.dossier(CASE)
    state = pulling.run("stranger")
    assert "pull/stranger" in state.problem
    assert pulling.runs("stranger")[0].state == pulls.PullRun.STATE_REFUSED
    assert pulling.body.dossier(CASE) == before


def test_a_batch_is_evaluated_once_and_a_misfit_changes_nothing(pulling: Pulling) -> None:
    pulling.web.files["/works.csv"] = b"Subject,Energy_Used\nworks-a,5\nworks-b,6\n"
    assert not pulling.run("works").problem
    assert pulling.evaluated("works-") == 2
    assert pulling.runs("works")[0].evaluation_count == 2
    pulling.run("works")
    assert pulling.evaluated("works-") == 2
    pulling.web.files["/works.csv"] = b"Subject,Power\nworks-c,5\n"
    refused_file = pulling.run("works")
    assert "Energy_Used" in refused_file.problem
    assert "Energy_Used" in pulling.state("works", "zh").problem != refused_file.problem
    pulling.web.files["/works.csv"] = b"Subject,Energy_Used\nworks-c,5\nworks-d,many\n"
    assert "many" in pulling.run("works").problem
    assert pulling.evaluated("works-") == 2
    count = len(pulling.runs("works"))
    pulling.run("works")
    assert len(pulling.runs("works")) == count, "the same refusal is stored once"
    until(lambda: pulling.events("works", "failed")[-1]["data"].get("digest"))
    assert "many" not in json.dumps([event["data"] for event in pulling.events("works")])
    assert value(scraped(pulling.body.server), "touchstone_pull_failing", pull="works") == 1
    pulling.web.files["/works.csv"] = b"Subject,Energy_Used\nworks-c,5\n"
    assert not pulling.run("works").problem
    assert pulling.evaluated("works-") == 3


def test_a_large_file_a_redirect_and_a_picture_are_refused(pulling: Pulling) -> None:
    pulling.web.files["/large.csv"] = b"Subject,Energy_Used\n" + b"large-1,5\n" * 100
    assert "more than 100 bytes" in pulling.run("large").problem
    pulling.web.locations["/moved.csv"] = "http://169.254.169.254/latest/meta-data"
    moved = pulling.run("moved")
    assert "redirect (status 302), which is not followed" in moved.problem
    assert "169.254" not in moved.problem
    pulling.web.files["/picture.csv"] = b"\x89PNG\r\n\x1a\n" + bytes(64)
    picture = pulling.run("picture")
    assert "picture" in picture.problem
    assert picture.failure_count >= 1
    assert picture.next_check_time.ToSeconds() > picture.last_check_time.ToSeconds()
    assert pulling.evaluated("large-") == 0


def test_a_dossier_file_comes_by_sftp_from_the_pinned_host_only(pulling: Pulling) -> None:
    dossier = f"""subject: {PARENT}/subjects/plant
facts:
  energy_used:
    value: 12 MWh
"""
    (pulling.sftp.folder / "plant.yaml").write_text(dossier)
    taken = pulling.run("plant")
    assert not taken.problem
    assert pulling.evaluated("plant") == 1
    assert "host key" in pulling.run("impostor").problem
    assert pulling.evaluated("plant") == 1


def test_a_batch_continues_after_a_kill_without_duplicates(pulling: Pulling) -> None:
    rows = [f"killed-{number},{number + 1}" for number in range(ROWS)]
    pulling.web.files["/killed.csv"] = "\n".join(["Subject,Energy_Used", *rows, ""]).encode()
    pulling.call("RunPull", pulls.RunPullRequest(name=f"{PARENT}/pulls/killed"))
    server = pulling.body.server
    until(lambda: pulling.evaluated("killed-") > 2)
    os.kill(server.process.pid, signal.SIGKILL)
    server.process.wait()
    database = server.environment["TOUCHSTONE_DATABASE_URL"].removeprefix("sqlite:///")
    with closing(sqlite3.connect(database)) as connection:
        chosen = "SELECT state, length(content) FROM pull_run WHERE name = ? AND state = 'pending'"
        ((state, stored),) = connection.execute(chosen, (f"{PARENT}/pulls/killed",)).fetchall()
        (count,) = connection.execute(_COUNT).fetchone()
    assert (state, stored) == ("pending", len(pulling.web.files["/killed.csv"]))
    assert 2 < count < ROWS
    del pulling.web.files["/killed.csv"]  # the stored file is sufficient
    restarted(server)
    until(lambda: pulling.runs("killed")[0].state == pulls.PullRun.STATE_TAKEN)
    assert pulling.evaluated("killed-") == ROWS
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute(_COUNT).fetchone() == (ROWS,)
        assert connection.execute("SELECT max(length(content)) FROM pull_run").fetchone() == (0,)
    until(lambda: len(pulling.events("killed", "taken")) == 1)


_COUNT = "SELECT count(*) FROM evaluation WHERE subject LIKE '%/subjects/killed-%'"


def restarted(server: RunningServer) -> None:
    server.channel.close()
    assert server.process.stdout is not None
    server.process.stdout.close()
    server.address = ""
    server.__enter__()


def called(pulling: Pulling, method: str, person: str, request: Any) -> Any:
    return pulling.call(method, request, person)


def test_other_organisations_and_roles_see_and_start_no_pull(pulling: Pulling) -> None:
    body = pulling.body
    body.keys["stranger"] = body.new_key(Role.INTEGRATOR, organization="other")
    listing = pulls.ListPullsRequest(parent=PARENT)
    running = pulls.RunPullRequest(name=f"{PARENT}/pulls/works")
    for person, method, request in (
        ("stranger", "ListPulls", listing),
        ("stranger", "RunPull", running),
        ("ada", "RunPull", running),
    ):
        refusal = refused(partial(called, pulling, method, person), request)
        assert refusal.code.name == "PERMISSION_DENIED"
    assert not pulling.call("ListPulls", pulls.ListPullsRequest(parent="organizations/other"), "stranger").pulls
    unknown = pulls.RunPullRequest(name=f"{PARENT}/pulls/work")
    assert "works" in refused(lambda sent: pulling.call("RunPull", sent), unknown).message
    first = pulling.call("ListPulls", pulls.ListPullsRequest(parent=PARENT, page_size=4))
    second = pulling.call(
        "ListPulls", pulls.ListPullsRequest(parent=PARENT, page_size=40, page_token=first.next_page_token)
    )
    assert len({pull.name for pull in (*first.pulls, *second.pulls)}) == 9


def test_the_commands_list_and_run_pulls(pulling: Pulling, tmp_path: Path) -> None:
    token = tmp_path / "token"
    token.write_text(pulling.body.keys["operator"])
    options = ("--server", pulling.body.server.address, "--token-file", token)
    listed = answered("pull", "list", PARENT, *options)
    assert f"{PARENT}/pulls/impostor" in listed
    assert "host key" in listed
    count = pulling.attempts("works")
    answered("pull", "run", f"{PARENT}/pulls/works", *options)
    until(lambda: pulling.attempts("works") > count)
    runs = json.loads(answered("pull", "runs", f"{PARENT}/pulls/works", "--format", "json", *options))
    assert len(runs["pullRuns"]) == len(pulling.runs("works"))
