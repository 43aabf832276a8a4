"""Private scorecards: preferred within their own organisation, and hidden from all others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import grpc
import pytest
from google.protobuf.message import Message

from rules.contracts.errors import TrailError
from rules.language.compiler import compile_folder
from service.approval.statements import Act
from service.gazette.publication import write_version
from service.gazette.versions import Gazette
from service.identity.principals import Role
from tests.support.calling import Refused, refused
from tests.support.drafting import SIGNING, Drafters, of_card, small_draft
from tests.support.own_gazette import Body
from tests.support.running import RunningServer
from tests.support.signing import Team
from tests.support.small_card import CARD, small_card
from touchstone.v1 import (
    draft_pb2,
    evaluation_pb2,
    evaluation_service_pb2,
    log_service_pb2,
    log_service_pb2_grpc,
    scorecard_service_pb2,
)

OWN, SHARED = "organizations/own-body", ""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder with a shared scorecard, a private scorecard of the same id, and a private scorecard of another id."""
    folder = tmp_path_factory.mktemp("private")
    write_version(folder / "gazette", small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    own = small_card(version="1.5.0")
    write_version(folder / "own" / "own-body", own, {}, publish_time="2025-01-01T00:00:00Z")
    secret = own.model_copy(update={"card": own.card.model_copy(update={"id": "licensed"})})
    write_version(folder / "own" / "own-body", secret, {}, publish_time="2025-01-01T00:00:00Z")
    files = small_draft(folder / "public")
    public = compile_folder(files).scorecard
    assert public is not None
    write_version(folder / "gazette", public, files, publish_time="2025-12-01T00:00:00Z")
    return folder


@pytest.fixture(scope="module")
def team(folder: Path) -> Team:
    known = [Gazette(folder / "gazette"), Gazette(folder / "own" / "own-body")]
    unsigned = [one.content_digest for each in known for card in each.card_ids() for one in each.versions(card)]
    asks = {"own-body": {"approvals": {"*": 1, "kept": 2}}}
    return Team(folder / "team", roles=dict(SIGNING), unsigned=unsigned, organizations=asks)


@pytest.fixture(scope="module")
def server(folder: Path, team: Team) -> Iterator[RunningServer]:
    with RunningServer(
        folder,
        folder / "gazette",
        TOUCHSTONE_API_KEYS="true",
        TOUCHSTONE_PRIVATE_GAZETTES=str(folder / "own"),
        TOUCHSTONE_TRUST=str(team.trust),
    ) as running:
        yield running


@pytest.fixture(scope="module")
def own(server: RunningServer) -> Body:
    return Body(server, "own-body")


@pytest.fixture(scope="module")
def other(server: RunningServer) -> Body:
    return Body(server, "other-body")


@pytest.mark.full
def test_the_private_scorecard_precedes_the_shared_scorecard_and_is_named_in_every_answer(
    own: Body, other: Body
) -> None:
    for body, version, gazette in ((own, "1.5.0", OWN), (other, "1.0.0", SHARED)):
        name = f"scorecards/{CARD}/versions/{version}"
        made = body.ask("EvaluateSubject", body.evaluation())
        assert (made.record.scorecard_version, made.gazette) == (name, gazette)
        view = evaluation_pb2.EVALUATION_VIEW_FULL
        stored = body.ask("GetEvaluation", evaluation_service_pb2.GetEvaluationRequest(name=made.name, view=view))
        assert (stored.gazette, stored.record_digest) == (gazette, made.record_digest)
        verify = evaluation_service_pb2.VerifyEvaluationTrailRequest(name=made.name)
        assert body.ask("VerifyEvaluationTrail", verify).result == evaluation_service_pb2.TrailCheck.RESULT_PASSED
        asked = scorecard_service_pb2.GetScorecardVersionRequest(name=name)
        assert body.ask("GetScorecardVersion", asked).gazette == gazette
        listed = body.ask("ListScorecards", scorecard_service_pb2.ListScorecardsRequest()).scorecards
        assert {one.name: one.gazette for one in listed}[f"scorecards/{CARD}"] == gazette


@pytest.mark.full
def test_earlier_results_still_use_the_shared_scorecard_after_a_private_scorecard_is_added(
    server: RunningServer, team: Team, folder: Path
) -> None:
    late = Body(server, "late-body")
    before = late.ask("EvaluateSubject", late.evaluation())
    own = write_version(folder / "own" / "late-body", small_card(gold=70), {}, publish_time="2025-01-01T00:00:00Z")
    team.unsigned.append(own.content_digest)
    team.write()
    after = late.ask("EvaluateSubject", late.evaluation())
    assert before.record.scorecard_version == after.record.scorecard_version == own.name
    for made, gazette in ((before, SHARED), (after, "organizations/late-body")):
        for view in (evaluation_pb2.EVALUATION_VIEW_BASIC, evaluation_pb2.EVALUATION_VIEW_FULL):
            request = evaluation_service_pb2.GetEvaluationRequest(name=made.name, view=view)
            assert late.ask("GetEvaluation", request).gazette == made.gazette == gazette
        verify = evaluation_service_pb2.VerifyEvaluationTrailRequest(name=made.name)
        assert late.ask("VerifyEvaluationTrail", verify).result == evaluation_service_pb2.TrailCheck.RESULT_PASSED
        simulate = evaluation_service_pb2.SimulateEvaluationRequest(evaluation=made.name)
        difference = late.ask("SimulateEvaluation", simulate).difference
        assert difference.before == difference.after
        assert not difference.criterion_differences


def test_a_scorecard_of_another_organisation_is_refused_like_a_missing_scorecard(own: Body, other: Body) -> None:
    assert own.ask("EvaluateSubject", own.evaluation("licensed")).gazette == OWN
    none, there = "scorecards/none/versions/1.5.0", "scorecards/licensed/versions/1.5.0"
    service = scorecard_service_pb2
    asked: list[tuple[str, Any]] = [
        ("GetScorecard", lambda name: service.GetScorecardRequest(name=name.partition("/versions")[0])),
        ("GetScorecardVersion", lambda name: service.GetScorecardVersionRequest(name=name)),
        ("ListScorecardVersions", lambda name: service.ListScorecardVersionsRequest(parent=name.partition("/v")[0])),
        ("GetInputSchema", lambda name: service.GetInputSchemaRequest(name=f"{name}/inputSchema")),
        ("ListScorecardRules", lambda name: service.ListScorecardRulesRequest(parent=name, language_code="en")),
        (
            "ExportScorecardVersion",
            lambda name: service.ExportScorecardVersionRequest(name=name, form="FORM_PUBLISHED"),
        ),
        (
            "DiffScorecardVersions",
            lambda name: service.DiffScorecardVersionsRequest(name=name, base_name=name, language_code="en"),
        ),
        ("EvaluateSubject", lambda name: other.evaluation(name.split("/")[1])),
        (
            "RankSubjects",
            lambda name: evaluation_service_pb2.RankSubjectsRequest(
                parent="organizations/other-body", scorecard_version=name
            ),
        ),
    ]
    for method, request in asked:
        refusal, missing = other.refused(method, request(there)), other.refused(method, request(none))
        assert refusal.code is missing.code is grpc.StatusCode.NOT_FOUND, (method, refusal)
        assert refusal.reason == missing.reason
        assert refusal.message.replace("licensed", "none") == missing.message, method
    names = [one.name for one in other.ask("ListScorecards", service.ListScorecardsRequest()).scorecards]
    assert names == [f"scorecards/{CARD}", "scorecards/smallest"]


def test_the_regulator_reads_all_private_scorecards_and_others_only_their_own(
    server: RunningServer, own: Body, other: Body
) -> None:
    regulator = Body(server, "", (Role.REGULATOR,))
    service, name = scorecard_service_pb2, "scorecards/licensed/versions/1.5.0"
    calls: list[tuple[str, Any]] = [
        ("GetScorecard", lambda **of: service.GetScorecardRequest(name="scorecards/licensed", **of)),
        ("GetScorecardVersion", lambda **of: service.GetScorecardVersionRequest(name=name, **of)),
        (
            "ListScorecardVersions",
            lambda **of: service.ListScorecardVersionsRequest(parent="scorecards/licensed", **of),
        ),
        ("GetInputSchema", lambda **of: service.GetInputSchemaRequest(name=f"{name}/inputSchema", **of)),
        ("ListScorecardRules", lambda **of: service.ListScorecardRulesRequest(parent=name, language_code="en", **of)),
        (
            "ExportScorecardVersion",
            lambda **of: service.ExportScorecardVersionRequest(name=name, form="FORM_PUBLISHED", **of),
        ),
        (
            "DiffScorecardVersions",
            lambda **of: service.DiffScorecardVersionsRequest(name=name, base_name=name, language_code="en", **of),
        ),
    ]
    for method, request in calls:
        expected = _without_known_time(own.ask(method, request()))
        assert _without_known_time(regulator.ask(method, request(gazette=OWN))) == expected, method
        assert _without_known_time(own.ask(method, request(gazette=OWN))) == expected, method
        assert regulator.refused(method, request()).code is grpc.StatusCode.NOT_FOUND, method
        assert other.refused(method, request(gazette=OWN)).reason == "OTHER_ORGANIZATION", method
    listed = regulator.ask("ListScorecards", service.ListScorecardsRequest(gazette=OWN)).scorecards
    assert ("scorecards/licensed", OWN) in [(one.name, one.gazette) for one in listed]
    assert other.refused("ListScorecards", service.ListScorecardsRequest(gazette=OWN)).reason == "OTHER_ORGANIZATION"
    assert (
        "gazette" in regulator.refused("ListScorecards", service.ListScorecardsRequest(gazette="own-body")).violations
    )


def _without_known_time(message: Message) -> Message:
    """Remove the time when the log recorded a version, which it sets some time after the start."""
    for field, value in message.ListFields():
        if field.name == "known_time":
            message.ClearField("known_time")
        elif field.message_type is not None:
            for part in value if isinstance(value, Sequence) else [value]:
                if isinstance(part, Message):
                    _without_known_time(part)
    return message


def test_an_export_by_a_private_scorecard_is_not_verified_for_another_organisation(own: Body, other: Body) -> None:
    made = own.ask("EvaluateSubject", own.evaluation("licensed"))
    request = evaluation_service_pb2.VerifyEvaluationTrailRequest(evaluation=made)
    assert other.ask("VerifyEvaluationTrail", request).result != evaluation_service_pb2.TrailCheck.RESULT_PASSED
    simulate = evaluation_service_pb2.SimulateEvaluationRequest(request=other.evaluation("licensed"))
    assert other.refused("SimulateEvaluation", simulate).code is grpc.StatusCode.NOT_FOUND


def test_the_shared_log_contains_no_private_scorecards(server: RunningServer, own: Body) -> None:
    logged = log_service_pb2_grpc.LogServiceStub(server.channel)

    def bundle(card: str) -> Refused:
        made = own.ask("EvaluateSubject", own.evaluation(card))
        request = log_service_pb2.GetProofBundleRequest(name=made.name)
        return refused(lambda asked: logged.GetProofBundle(asked, metadata=own.shown, timeout=60), request)

    for card in ("licensed", CARD):
        refusal = bundle(card)
        assert refusal.code is grpc.StatusCode.FAILED_PRECONDITION
        assert "published only for its own" in refusal.message
    entries = logged.ListLogEntries(log_service_pb2.ListLogEntriesRequest(), metadata=own.shown, timeout=60)
    assert b"licensed" not in entries.SerializeToString()


@pytest.mark.full
def test_an_organisation_publishes_into_its_own_gazette(
    server: RunningServer, team: Team, folder: Path, own: Body, other: Body, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = Drafters(server, team, organization="own-body")
    people.save("li.wei", "next", of_card(small_draft(folder / "desk"), "kept"))
    people.sign(Act.SUBMISSION, "li.wei", "next")
    once = people.sign(Act.APPROVAL, "anna", "next")
    assert (once.approvals_lacking, once.approvals_asked_by) == (1, OWN)
    people.sign(Act.APPROVAL, "cy", "next")
    assert people.sign(Act.PUBLICATION, "bo", "next").state == draft_pb2.Draft.STATE_PUBLISHED
    assert not (folder / "gazette" / "kept").exists()
    assert (folder / "own" / "own-body" / "kept" / "1.0.0.json").exists()
    asked = scorecard_service_pb2.GetScorecardRequest(name="scorecards/kept")
    assert own.ask("GetScorecard", asked).gazette == OWN
    assert other.refused("GetScorecard", asked).code is grpc.StatusCode.NOT_FOUND
    monkeypatch.setenv("TOUCHSTONE_TRUST", str(team.trust))
    Gazette(folder / "own" / "own-body", organization="own-body").version("kept", "1.0.0")
    stricter = {"own-body": {"approvals": {"*": 3}}}
    strict = Team(folder / "strict", roles={}, keys=team.keys, organizations=stricter, unsigned=team.unsigned)
    strict.roles = team.roles
    strict.write()
    monkeypatch.setenv("TOUCHSTONE_TRUST", str(strict.trust))
    with pytest.raises(TrailError, match=rf"2 of 3 \(required by {OWN}\)"):
        Gazette(folder / "own" / "own-body", organization="own-body").version("kept", "1.0.0")


@pytest.mark.full
def test_an_overlay_names_its_base_and_changes_only_the_allowed_parts(
    server: RunningServer, team: Team, folder: Path, own: Body
) -> None:
    people = Drafters(server, team, organization="own-body")
    base = Gazette(folder / "gazette").version("smallest", "1.0.0")
    stands_on = f"# stands on {base.name} sha256:{base.content_digest}"
    ours = [("# language: en", f"# language: en\n{stands_on}"), ("| smallest ", "| ours     ")]
    points = ("| 50       | 80    | 30     |", "| 50       | 80    | 20     |")
    gate = "      And these gates\n        | id | requires | basis |\n        | G1 | share is at least 10 % | guide |\n"
    for number, (change, problem) in enumerate(
        (
            (("      And these grades\n", f"{gate}      And these grades\n"), "G1"),
            (("| A     | 80       |", "| A     | 70       |"), "may replace only points, bands, and settings"),
            ((base.content_digest, "0" * 64), "with the content digest 0000"),
            (
                (f"# stands on {base.name}", "# stands on scorecards/none/versions/1.0.0"),
                "which is not published for all organisations",
            ),
        )
    ):
        people.save("li.wei", f"wrong-{number}", small_draft(folder / f"wrong-{number}", changes=[*ours, change]))
        checked_draft = people.check(f"wrong-{number}")
        assert not checked_draft.publishable
        assert problem in checked_draft.problems[0]
    people.save("li.wei", "ours", small_draft(folder / "ours", changes=[*ours, points]))
    people.sign(Act.SUBMISSION, "li.wei", "ours")
    people.sign(Act.APPROVAL, "anna", "ours")
    people.sign(Act.PUBLICATION, "bo", "ours")
    asked = scorecard_service_pb2.GetScorecardVersionRequest(name="scorecards/ours/versions/1.0.0")
    version = own.ask("GetScorecardVersion", asked)
    assert (version.gazette, version.overlaid_version) == (OWN, base.name)
    assert version.overlaid_content_digest == base.content_digest
