"""Private reference tables: used first by the organisation's own scorecards, and hidden from all others."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rules.contracts.inputs import DeclaredFact, DeclaredValue, Subject
from rules.language.compiler import compile_folder
from rules.model.table_form import seal_table
from rules.model.tables import Table
from service.approval.statements import Act
from service.gazette.publication import write_version
from service.gazette.tables import FOLDER, TableStore
from tests.support.calling import request_for
from tests.support.commands import answered
from tests.support.drafting import CORPUS, SIGNING, Drafters
from tests.support.own_gazette import Body
from tests.support.running import ROOT, RunningServer
from tests.support.signing import Team
from tests.support.small_table import placed
from touchstone.v1 import (
    evaluation_pb2,
    evaluation_service_pb2,
    log_service_pb2,
    log_service_pb2_grpc,
    system_service_pb2,
)

SHARED, LICENSED = "cbam-grid-factors", "table-b1"
COSTS = {"own-body": "37.68", "third-body": "45.216", "": "7.23456"}
FACTORS = {"own-body": "0.5", "third-body": "0.6"}
PASSED = evaluation_service_pb2.TrailCheck.RESULT_PASSED


def table(factor: str, name: str = SHARED) -> Table:
    """The table of factors as an organisation has licensed it."""
    there = TableStore(ROOT / "scorecards" / FOLDER).newest(SHARED)
    rows = [tuple(cell or "" for cell in row) for row in there.rows]
    own = [(*row[:2], factor) if row[:2] == ("consumed", "BR") else row for row in rows]
    return seal_table(there.manifest.model_copy(update={"name": name, "edition": "own-1"}), placed(own))


def card(id: str, cost: str, factors: str = SHARED) -> dict[str, str]:
    """A draft that looks factors up in a table."""
    text = (CORPUS / "good" / "RL081" / "card.en.feature").read_text("utf-8")
    second = "      | factors | use is 'consumed'; country is 'other' |\n"
    for old, new in (("| smallest   ", f"| {id:<12}"), ("7.23456", cost), (second, ""), (SHARED, factors)):
        assert old in text
        text = text.replace(old, new)
    return {"card.en.feature": text}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A card for all that looks factors up, and two organisations with tables of their own."""
    folder = tmp_path_factory.mktemp("tables")
    for path in (ROOT / "scorecards" / FOLDER).glob("cbam-*"):
        (folder / "gazette" / FOLDER).mkdir(parents=True, exist_ok=True)
        shutil.copy(path, folder / "gazette" / FOLDER)
    files = card("for-all", COSTS[""])
    scorecard = compile_folder(files, tables=TableStore(folder / "gazette" / FOLDER)).scorecard
    assert scorecard is not None
    write_version(folder / "gazette", scorecard, files, publish_time="2025-12-01T00:00:00Z")
    for organization, factor in FACTORS.items():
        TableStore(folder / "own" / organization / FOLDER).add(table(factor))
    TableStore(folder / "own" / "own-body" / FOLDER).add(table("0.7", LICENSED))
    return folder


@pytest.fixture(scope="module")
def team(folder: Path) -> Team:
    sidecar = (folder / "gazette" / "for-all" / "1.0.0.sig.json").read_text("utf-8")
    return Team(folder / "team", roles=dict(SIGNING), unsigned=[sidecar.split('"')[3]])


def serving(folder: Path, team: Team) -> RunningServer:
    return RunningServer(
        folder,
        folder / "gazette",
        TOUCHSTONE_API_KEYS="true",
        TOUCHSTONE_PRIVATE_GAZETTES=str(folder / "own"),
        TOUCHSTONE_TRUST=str(team.trust),
    )


@pytest.fixture(scope="module")
def server(folder: Path, team: Team) -> Iterator[RunningServer]:
    with serving(folder, team) as running:
        yield running


def evaluated(body: Body, scorecard: str) -> evaluation_pb2.Evaluation:
    facts = (
        DeclaredFact(id="country", value=DeclaredValue(text="BR")),
        DeclaredFact(id="imported", value=DeclaredValue(date="2026-02-10")),
    )
    subject = Subject(subject=f"organizations/{body.name}/subjects/s", as_of="2026-08-01", known="", facts=facts)
    made: evaluation_pb2.Evaluation = body.ask(
        "EvaluateSubject", request_for(subject, scorecard=f"scorecards/{scorecard}")
    )
    return made


def looked_in(uses: Any) -> dict[str, tuple[str, str]]:
    return {use.table_id: (use.edition, use.gazette) for use in uses}


def publish(people: Drafters, draft: str, files: dict[str, str]) -> None:
    people.save("li.wei", draft, files)
    assert list(people.check(draft).problems) == []
    for act, person in ((Act.SUBMISSION, "li.wei"), (Act.APPROVAL, "anna"), (Act.PUBLICATION, "bo")):
        people.sign(act, person, draft)


@pytest.mark.full
def test_private_scorecards_use_private_tables_first_and_every_answer_names_them(
    server: RunningServer, team: Team
) -> None:
    for_all = "2025-12-31", ""
    for organization in FACTORS:
        body, people = Body(server, organization), Drafters(server, team, organization=organization)
        publish(people, "own-card", card("own-card", COSTS[organization]))
        own = "own-1", f"organizations/{organization}"
        made = evaluated(body, "own-card")
        assert made.record.results[0].figure.exact.low == COSTS[organization]
        assert looked_in(made.record.tables) == {"prices": ("2026-07-06", ""), "factors": own}
        view = evaluation_pb2.EVALUATION_VIEW_FULL
        stored = body.ask("GetEvaluation", evaluation_service_pb2.GetEvaluationRequest(name=made.name, view=view))
        assert looked_in(stored.record.tables) == looked_in(made.record.tables)
        verify = evaluation_service_pb2.VerifyEvaluationTrailRequest(name=made.name)
        assert body.ask("VerifyEvaluationTrail", verify).result == PASSED
        simulate = evaluation_service_pb2.SimulateEvaluationRequest(evaluation=made.name)
        difference = body.ask("SimulateEvaluation", simulate).difference
        assert looked_in(difference.before_tables)["factors"] == looked_in(difference.after_tables)["factors"] == own
        shared = evaluated(body, "for-all")
        assert looked_in(shared.record.tables)["factors"] == for_all
        assert shared.record.results[0].figure.exact.low == COSTS[""]


@pytest.mark.full
def test_identical_files_of_two_organisations_use_the_tables_of_their_organisation(
    server: RunningServer, team: Team, folder: Path
) -> None:
    files = card("twin", "7.23456")
    files["card.en.feature"] = files["card.en.feature"].partition("  Rule:")[0] + (
        "  Rule: Cost\n    Scenario: the reference case\n      When evaluated as of 2026-08-01\n"
        "      Then the quantity price is 75.36 EUR/tCO2e\n"
    )
    made = {}
    for organization in FACTORS:
        publish(Drafters(server, team, organization=organization), "twin", files)
        made[organization] = evaluated(Body(server, organization), "twin")
    digests = {(folder / "own" / organization / "twin" / "1.0.0.json").read_bytes() for organization in FACTORS}
    assert len(digests) == 1
    costs = {organization: one.record.results[0].figure.exact.low for organization, one in made.items()}
    assert costs == {organization: COSTS[organization] for organization in FACTORS}


@pytest.mark.full
def test_a_licensed_table_is_reported_to_others_as_nonexistent(server: RunningServer, team: Team) -> None:
    own = Drafters(server, team, organization="own-body")
    assert list(own.save("li.wei", "licensed", card("licensed", "52.752", LICENSED)).problems) == []
    for organization in ("third-body", "other-body"):
        people = Drafters(server, team, organization=organization)
        problems = [
            [problem.replace(name, "NAME") for problem in people.save("li.wei", name, card("x", "1", name)).problems]
            for name in (LICENSED, "table-c1")
        ]
        assert "RL081: The published versions folder has no reference table 'NAME'" in problems[0][0]
        assert problems[0] == problems[1]
    shown = (("authorization", f"Bearer {own.keys['regulator']}"),)
    status = server.system.GetSystemStatus(system_service_pb2.GetSystemStatusRequest(), metadata=shown, timeout=60)
    logged = log_service_pb2_grpc.LogServiceStub(server.channel)
    noted = logged.ListLogEntries(log_service_pb2.ListLogEntriesRequest(), metadata=shown, timeout=60)
    assert all(LICENSED.encode() not in one.SerializeToString() for one in (status, noted))


@pytest.mark.full
def test_a_draft_submitted_by_command_is_compiled_with_private_tables(
    server: RunningServer, team: Team, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = Drafters(server, team, organization="own-body")
    publish_as = people.name("commanded")
    people.save("li.wei", "commanded", card("commanded", "52.752", LICENSED))
    monkeypatch.setenv("TOUCHSTONE_GAZETTE", str(folder / "gazette"))
    monkeypatch.setenv("TOUCHSTONE_PRIVATE_GAZETTES", str(folder / "own"))
    monkeypatch.setenv("TOUCHSTONE_TOKEN", people.keys["li.wei"])
    key = ("--key", team.key("li.wei"), "--person", "li.wei", "--server", server.address)
    assert "in review" in answered("draft", "submit", publish_as, "--reason", "Notice 7", *key)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        (f"own/own-body/{FOLDER}/{LICENSED}-*.csv", "0.7", "0.8", f"the rows of {LICENSED}@own-1"),
        (f"gazette/{FOLDER}/{SHARED}-*.json", "tCO2e/MWh", "tCO2e/kWh", "The content belongs to "),
        ("gazette/for-all/1.0.0.json", "Guide 1-2026", "Guide 1-2027", "its content does not match its digests"),
        ("gazette/for-all/1.0.0.sig.json", '"content_digest":"', '"content_digest":"0', "was published"),
    ],
)
def test_a_changed_byte_in_published_files_prevents_the_start(
    folder: Path, team: Team, tmp_path: Path, file: str, old: str, new: str, words: str
) -> None:
    for part in ("gazette", "own"):
        shutil.copytree(folder / part, tmp_path / part)
    (path,) = tmp_path.glob(file)
    content = path.read_bytes()
    assert old.encode() in content
    path.write_bytes(content.replace(old.encode(), new.encode(), 1))
    with pytest.raises(AssertionError) as error, serving(tmp_path, team):
        pass
    assert words in str(error.value)
    assert path.name.replace(".sig", "") in str(error.value)
