"""The story of one version, from its draft in Chinese to its repeal, and the same steps by commands."""

from __future__ import annotations

import json
import shutil
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from pytest_bdd import given, scenario, then, when

from rules.contracts.canonical import digest
from rules.contracts.inputs import DeclaredFact, DeclaredValue, Subject
from rules.language.compiler import compile_folder
from rules.model.published_version import PublishedVersion
from service.approval.statements import Act
from service.evaluating.evaluators import Evaluators
from service.gazette.publication import write_version
from service.gazette.versions import Gazette
from service.identity.principals import LOCAL
from service.output.evaluation_row import to_evaluation_row
from service.store.store import Store
from service.transparency.gazette_leaves import leaves_of
from service.transparency.leaves import PUBLICATION, REPEAL, STATEMENT
from tests.support.calling import request_for
from tests.support.clocks import move, moving_clock
from tests.support.commands import answered, touchstone
from tests.support.drafting import METHODS, SIGNING, Drafters, of_card, small_draft
from tests.support.postgres import new_database
from tests.support.running import RunningServer
from tests.support.signing import Team
from touchstone.v1 import draft_pb2, evaluation_pb2, evaluation_service_pb2, log_service_pb2, scorecard_service_pb2

_KEY = b"k" * 32


def factory(share: int, day: str, known: str = "", name: str = "factory") -> Subject:
    facts = (
        DeclaredFact(id="share", value=DeclaredValue(number=str(share), unit="%")),
        DeclaredFact(id="system", value=DeclaredValue(choice="certified")),
    )
    return Subject(subject=f"organizations/example/subjects/{name}", as_of=day, known=known, facts=facts)


def impact_of_archived(folder: Path, version: PublishedVersion, count: int) -> Path:
    """Store evaluations of fifty factories repeatedly, and compute the impact of the draft in `next` on them."""
    url, time, gazette = f"sqlite:///{folder}/archive.sqlite3", "2026-06-01T00:00:00Z", folder / "gazette"
    factories = [factory(share, "2026-06-01", time, f"factory-{share}") for share in range(0, 100, 2)]
    _archive(url, Gazette(gazette), version, factories, count)
    where = ("--archive", "organizations/example", "--database-url", url, "--gazette", gazette)
    answered("draft", "impact", folder / "next", "--draft", *where, "--out", folder / "impact", "--processes", "1")
    return folder / "impact" / "impact.json"


def _archive(url: str, gazette: Gazette, version: PublishedVersion, subjects: Sequence[Subject], count: int) -> None:
    """Store evaluations of the organisation `example`, each under a name of its own."""
    with closing(Evaluators.for_gazette(gazette)) as evaluators:
        rows = [
            to_evaluation_row(
                evaluators.evaluate(version, subject, _KEY),
                name="",
                organization="example",
                request_id="",
                body_digest="body",
                create_time="2026-06-01T00:00:00Z",
                record_key=_KEY,
                software_versions={},
                principal=LOCAL,
            )
            for subject in subjects
        ]
    with closing(Store(url)) as store:
        stored = [
            store.append(
                rows[place % len(rows)].model_copy(
                    update={
                        "name": f"organizations/example/evaluations/{uuid.UUID(int=2**96 + place)}",
                        "request_id": f"archived-{place}",
                    }
                )
            )
            for place in range(count)
        ]
        for future in stored:
            future.result(timeout=120)


STORY = str(Path(__file__).with_name("life_of_a_version.feature"))
DRAFT, LINE = "smallest-2", "        | 90     |      | 60   |"
CHANGES = (
    (
        "| 版本     | 1.0.0                   |",
        "| 版本     | 1.1.0                   |\n      | 替代     | 1.0.0                   |",
    ),
    ("2026-01-01", "2027-01-01"),
    ("2026-03-01", "2027-03-01"),
    ("| 50     | 80   | 30   |", "| 50     | 90   | 30   |"),
    ("        | 80     |      | 60   |", LINE),
    ("85 %", "95 %"),
)
YEAR = timedelta(days=380)


FIRST = "gRPC and SQLite"
ARCHIVED = 10_000


@pytest.fixture(scope="module", params=[FIRST, "HTTP and PostgreSQL"])
def way(request: pytest.FixtureRequest) -> str:
    """Protocol of the calls and database of the server."""
    return str(request.param)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, way: str) -> Path:
    return tmp_path_factory.mktemp(way.partition(" ")[0])


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder shared by all protocols: the first version with its draft, and the draft of the next version."""
    return tmp_path_factory.mktemp("origin")


@pytest.fixture(scope="module")
def files(origin: Path) -> dict[str, str]:
    return small_draft(origin / "desk", "RL044-choice-zh")


@pytest.fixture(scope="module")
def first(origin: Path, files: dict[str, str]) -> PublishedVersion:
    scorecard = compile_folder(files).scorecard
    assert scorecard is not None
    return write_version(origin / "gazette", scorecard, files, publish_time="2025-12-01T00:00:00Z")


@pytest.fixture(scope="module")
def drafted(origin: Path) -> Mapping[str, str]:
    """The draft of the next version, as it is saved first."""
    return MappingProxyType(small_draft(origin / "next", "RL044-choice-zh", CHANGES))


@pytest.fixture(scope="module")
def impact(origin: Path, first: PublishedVersion, drafted: Mapping[str, str]) -> Path:
    """Impact of the draft on a large archive of fifty repeated factories, a tenth of them between 80 % and 90 %."""
    ((path, text),) = drafted.items()
    (origin / "next" / path).write_text(with_its_source(text), "utf-8")
    return impact_of_archived(origin, first, ARCHIVED)


def with_its_source(text: str) -> str:
    return text.replace("Guide 1-2026", "Guide 1-2027")


@contextmanager
def serving(
    folder: Path, origin: Path, first: PublishedVersion, way: str, request: pytest.FixtureRequest
) -> Iterator[Drafters]:
    shutil.copytree(origin / "gazette", folder / "gazette")
    team = Team(
        folder / "team",
        approvals={"*": 2, "commanded": 1, "mapped": 1},
        roles=dict(SIGNING),
        unsigned=[first.content_digest],
    )
    settings = {"TOUCHSTONE_API_KEYS": "true", "TOUCHSTONE_TRUST": str(team.trust), **moving_clock(folder)}
    if way != FIRST:
        settings["TOUCHSTONE_DATABASE_URL"] = new_database(request.getfixturevalue("postgres"))
        settings["TOUCHSTONE_HTTP_ADDRESS"] = "127.0.0.1:0"
    with RunningServer(folder, folder / "gazette", **settings) as running:
        yield Drafters(running, team)


@pytest.fixture(scope="module")
def people(
    folder: Path, origin: Path, first: PublishedVersion, way: str, request: pytest.FixtureRequest
) -> Iterator[Drafters]:
    """Yield the people of the story, on a server with a clock that moves through the year of the story."""
    with serving(folder, origin, first, way, request) as drafters:
        yield drafters


@pytest.fixture(scope="module")
def others(
    tmp_path_factory: pytest.TempPathFactory,
    origin: Path,
    first: PublishedVersion,
    way: str,
    request: pytest.FixtureRequest,
) -> Iterator[Drafters]:
    """Serve all others, at the right time."""
    with serving(tmp_path_factory.mktemp("others"), origin, first, way, request) as drafters:
        yield drafters


@pytest.mark.full
@scenario(STORY, "From a draft in Chinese to a repeal, with everything signed")
def test_the_life_of_a_version(people: Drafters) -> None:
    del people


@given("a server whose gazette holds version 1.0.0, in force since January 2026")
def _served(people: Drafters) -> None:
    name = scorecard_service_pb2.GetScorecardVersionRequest(name="scorecards/smallest/versions/1.0.0")
    assert people.ask("assessor", "GetScorecardVersion", name).effect.first_date == "2026-01-01"


@when("the author li.wei saves a draft of 1.1.0 in Chinese, in force from January 2027, with 90 % where 80 % stood")
def _drafted(people: Drafters, drafted: Mapping[str, str]) -> None:
    assert people.save("li.wei", DRAFT, drafted).scorecard_version == "scorecards/smallest/versions/1.1.0"


@when("the approver bo remarks on the line of 90 %")
def _remarked(people: Drafters, drafted: Mapping[str, str]) -> None:
    ((path, text),) = drafted.items()
    line = text.splitlines().index(LINE) + 1
    request = draft_pb2.CreateDraftCommentRequest(
        parent=f"{people.name(DRAFT)}/revisions/1", path=path, line=line, text="90 % 的依据何在？"
    )
    assert people.ask("bo", "CreateDraftComment", request).line_text == LINE


@when("the author writes what it rests on, saves again and resolves the remark")
def _written(people: Drafters, drafted: Mapping[str, str]) -> None:
    people.save("li.wei", DRAFT, {path: with_its_source(text) for path, text in drafted.items()}, base=1)
    resolving = draft_pb2.ResolveDraftCommentRequest(name=f"{people.name(DRAFT)}/comments/1")
    people.ask("li.wei", "ResolveDraftComment", resolving)
    assert people.get(DRAFT).open_comments == 0


@when("the author reads its impact on 10,000 archived evaluations, and submits it with that")
def _submitted(people: Drafters, impact: Path) -> None:
    report = json.loads(impact.read_bytes())
    assert (report["evaluations"], report["moved"], report["lost"]) == (ARCHIVED, ARCHIVED // 10, ARCHIVED // 10)
    assert [(one["before"], one["after"]) for one in report["groups"]] == [("A", "B")]
    assert report["contentDigest"] == people.get(DRAFT).revision.content_digest
    check = people.check(DRAFT)
    assert list(check.problems) == []
    reports = {"check": check.report_digest, "impact": digest(impact.read_bytes())}
    people.sign(Act.SUBMISSION, "li.wei", DRAFT, reports=reports)


@then("neither the author nor a key of hers approves it")
def _not_by_its_author(people: Drafters) -> None:
    request = people.statement(Act.APPROVAL, "li.wei", DRAFT)
    assert people.refusal("li.wei", METHODS[Act.APPROVAL], request)[0] == "ROLE_NEEDED"
    assert "so no key of " in people.refusal("anna", METHODS[Act.APPROVAL], request)[1]


@when("anna and bo approve it, and anna publishes it")
def _published(people: Drafters) -> None:
    people.sign(Act.APPROVAL, "anna", DRAFT, reason="as Notice 7")
    people.sign(Act.APPROVAL, "bo", DRAFT)
    assert people.sign(Act.PUBLICATION, "anna", DRAFT).state == draft_pb2.Draft.STATE_PUBLISHED


def request_of(day: str, number: int, card: str = "smallest") -> evaluation_service_pb2.EvaluateSubjectRequest:
    return request_for(factory(85, day), scorecard=f"scorecards/{card}", request_id=str(uuid.UUID(int=number)))


def evaluated(people: Drafters, day: str, number: int, card: str = "smallest") -> evaluation_pb2.Evaluation:
    made: evaluation_pb2.Evaluation = people.ask("assessor", "EvaluateSubject", request_of(day, number, card))
    return made


@then("the changelog of legal impact tells why it changes and what differs")
def _told(folder: Path, impact: Path) -> None:
    page = (folder / "gazette" / "CHANGELOG.md").read_text("utf-8")
    entry = page.partition("## smallest 1.1.0\n")[2]
    assert "what differs from 1.0.0" in entry
    assert "90" in entry
    assert f"impact, {digest(impact.read_bytes())}" in entry
    assert entry.startswith("\n- **Why, and for whom:** Notice 7\n")
    assert "To be completed" not in entry


@then("a factory assessed as of October 2026 is still grade A by 1.0.0", target_fixture="before")
def _still(people: Drafters) -> evaluation_pb2.Evaluation:
    made = evaluated(people, "2026-10-01", 1)
    assert (made.record.scorecard_version, made.record.conclusion.grade) == ("scorecards/smallest/versions/1.0.0", "A")
    return made


@then("the explanation names 1.1.0 as coming, with grade B")
def _coming(people: Drafters, before: evaluation_pb2.Evaluation) -> None:
    request = evaluation_service_pb2.ExplainEvaluationRequest(name=before.name, language_code="en")
    explanation = people.ask("assessor", "ExplainEvaluation", request)
    coming = [one.text for one in explanation.statements if "1.1.0" in one.text]
    assert any("2027-01-01" in text for text in coming), explanation
    assert any("B" in text for text in coming), coming


@when("a year has gone by")
def _later(people: Drafters) -> None:
    move(people.server, int(YEAR.total_seconds()))


@then("the same factory assessed as of October 2027 is grade B by 1.1.0")
def _decided(people: Drafters) -> None:
    made = evaluated(people, "2027-10-01", 2)
    assert (made.record.scorecard_version, made.record.conclusion.grade) == ("scorecards/smallest/versions/1.1.0", "B")


@when("anna and bo repeal it from January 2028, because the guide was withdrawn")
def _repealed(people: Drafters) -> None:
    fields: dict[str, Any] = {"first_day": "2028-01-01", "reason": "Guide 1-2027 was withdrawn", "shift": YEAR}
    people.sign(Act.REPEAL, "anna", DRAFT, **fields)
    assert people.sign(Act.REPEAL, "bo", DRAFT, **fields).state == draft_pb2.Draft.STATE_REPEALED


@then("nothing is in force in February 2028, and the reason is told")
def _ended(people: Drafters) -> None:
    reason, message = people.refusal("assessor", "EvaluateSubject", request_of("2028-02-01", 3))
    assert reason == "VERSION_NOT_IN_FORCE"
    assert "Guide 1-2027 was withdrawn" in message


@then("the log has noted its publication, what was signed of it, and its repeal")
def _noted(people: Drafters, folder: Path) -> None:
    listed = people.ask("regulator", "ListLogEntries", log_service_pb2.ListLogEntriesRequest())
    noted = set(listed.entries)
    leaves = [leaf for leaf in leaves_of(Gazette(folder / "gazette")) if "smallest/versions/1.1.0" in leaf.name]
    assert {leaf.kind for leaf in leaves} == {PUBLICATION, STATEMENT, REPEAL}
    assert all(leaf.entry in noted for leaf in leaves)


@then("the regulator reads revisions, remarks, signatures and repeal")
def _read(people: Drafters, impact: Path) -> None:
    name = people.name(DRAFT)
    revisions = people.ask("regulator", "ListDraftRevisions", draft_pb2.ListDraftRevisionsRequest(parent=name))
    assert len(revisions.draft_revisions) == 2
    remarks = people.ask("regulator", "ListDraftComments", draft_pb2.ListDraftCommentsRequest(parent=name))
    assert [one.text for one in remarks.draft_comments] == ["90 % 的依据何在？"]
    draft = people.get(DRAFT, "regulator")
    statements = [(one.statement.person, one.statement.reason) for one in draft.statements]
    assert statements[1] == ("anna", "as Notice 7")
    assert [person for person, _ in statements] == ["li.wei", "anna", "bo", "anna", "anna", "bo"]
    assert draft.statements[0].reports["impact"] == digest(impact.read_bytes())
    assert draft.repeal.reason == "Guide 1-2027 was withdrawn"


@pytest.mark.full
@pytest.mark.parametrize("way", [FIRST], indirect=True)
def test_the_same_by_commands(
    others: Drafters, files: dict[str, str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = folder / "commanded"
    desk.mkdir()
    for path, text in of_card(files, "commanded").items():
        (desk / path).write_text(text, "utf-8")
    draft, there = others.name("commanded"), ("--server", others.server.address)

    def drafts(person: str, command: str, *arguments: object) -> str:
        monkeypatch.setenv("TOUCHSTONE_TOKEN", others.keys[person])
        whole = {"check": ("check",), "publish": ("publish",), "repeal": ("card", "repeal")}.get(
            command, ("draft", command)
        )
        return answered(*whole, *arguments, *there)

    def signed(person: str, command: str, *arguments: object) -> str:
        key = ("--key", others.team.key(person), "--person", person)
        return drafts(person, command, draft, *arguments, *key)

    assert "revisions/1: scorecards/commanded/versions/1.0.0, saved by" in drafts("li.wei", "save", draft, desk)
    (path,) = files
    assert f"{draft}/comments/1" in drafts("bo", "comment", f"{draft}/revisions/1", path, 3, "why?")
    assert "（" not in drafts("bo", "comments", draft)
    assert "解决时间" in drafts("li.wei", "resolve", f"{draft}/comments/1", "--language", "zh")
    assert drafts("bo", "comments", draft, "--open-only") == "Nothing.\n"
    (desk / path).write_text((desk / path).read_text("utf-8").replace("Guide 1-2026", "Guide 2-2026"), "utf-8")
    drafts("li.wei", "save", draft, desk, "--base", "1", "--note", "the right guide")
    compared = drafts("bo", "compare", f"{draft}/revisions/2", "--base-name", f"{draft}/revisions/1")
    assert "+      | guide | Guide 2-2026" in compared
    assert "the right guide" in drafts("bo", "revisions", draft)
    drafts("li.wei", "restore", f"{draft}/revisions/1", "--base-revision", 2)
    same = drafts("bo", "compare", f"{draft}/revisions/3", "--base-name", f"{draft}/revisions/1")
    assert "unified" not in same
    out = folder / "got"
    drafts("bo", "get", draft, "--out", out)
    assert (out / path).read_text("utf-8") == of_card(files, "commanded")[path]
    assert "The draft may be submitted and published" in drafts("li.wei", "check", draft)
    assert draft in drafts("decider", "list", "organizations/example")
    assert "in review" in signed("li.wei", "submit", "--reason", "Notice 7")
    assert "驳回" in signed("bo", "reject", "--reason", "row 3", "--language", "zh")
    assert "Next: 1 of 1 approvals are missing" in signed("li.wei", "submit", "--reason", "Notice 7")
    assert "touchstone publish organizations/" in signed("bo", "approve", "--reason", "read")
    monkeypatch.setenv("TOUCHSTONE_TOKEN", others.keys["anna"])
    unsigned = touchstone("publish", draft, "--key", others.team.key("anna"), *there)
    assert "so your name is required" in unsigned.stderr
    assert "published by anna" in signed("anna", "publish")
    shown = json.loads(drafts("regulator", "show", draft, "--format", "json"))
    assert (shown["state"], shown["allowedSteps"]) == ("STATE_PUBLISHED", ["repeal"])
    again = touchstone("draft", "save", draft, desk, *there)
    assert again.exit_code == 2
    ended = signed("anna", "repeal", "--from", "2027-01-01", "--reason", "withdrawn")
    assert "is repealed from 2027-01-01: withdrawn" in ended


@pytest.mark.full
@pytest.mark.parametrize("way", [FIRST], indirect=True)
def test_facts_declared_before_a_renaming_are_read_by_the_ids_of_the_new_version(
    others: Drafters, folder: Path
) -> None:
    def next_version(number: str, supersedes: str, comment: str) -> list[tuple[str, str]]:
        row = "| version        | 1.0.0                 |"
        numbered = row.replace("1.0.0", number) + f"\n      | supersedes | {supersedes} |"
        return [("# language: en\n", f"# language: en\n{comment}\n"), (row, numbered), ("share ", "quota ")]

    ours = [("| smallest ", "| mapped   ")]
    later = next_version("2.0.0", "1.0.0", "# fact quota was share")
    wrong = next_version("3.0.0", "2.0.0", "# fact quota was part")
    made = None
    for draft, changes in (("mapped-1", []), ("mapped-2", later)):
        others.save("li.wei", draft, small_draft(folder / draft, changes=[*ours, *changes]))
        for act, person in ((Act.SUBMISSION, "li.wei"), (Act.APPROVAL, "anna"), (Act.PUBLICATION, "anna")):
            others.sign(act, person, draft)
        if made is None:
            made = evaluated(others, "2026-10-01", 4, "mapped")
    assert made is not None
    others.save("li.wei", "mapped-3", small_draft(folder / "mapped-3", changes=[*ours, *wrong]))
    assert "rename part wrongly" in others.check("mapped-3").problems[0]
    request = evaluation_service_pb2.SimulateEvaluationRequest(
        evaluation=made.name, scorecard_version="scorecards/mapped/versions/2.0.0"
    )
    difference = others.ask("assessor", "SimulateEvaluation", request).difference
    assert difference.before.grade == difference.after.grade == "A"
