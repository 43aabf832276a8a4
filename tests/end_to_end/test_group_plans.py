"""Plans of a group at a running server: stored evaluations, HTTP lines, and members of other organisations."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import grpc
import httpx
import pytest
from google.protobuf import json_format

from service.gazette.publication import write_version
from service.identity.principals import Role
from tests.support.calling import refused, request_for
from tests.support.identities import bearing, new_key_of
from tests.support.planning import GOAL_DATE, TODAY, measures, plan_request, poor_subject
from tests.support.running import RunningServer
from tests.support.small_card import small_card
from touchstone.v1 import plan_pb2, plan_service_pb2 as plans
from touchstone.v1.plan_service_pb2_grpc import PlanServiceStub

pytest.importorskip("ortools", reason="the extra plan is not installed")


def group(*members: plans.GroupMember) -> plans.PlanGroupRequest:
    goal = plan_pb2.GroupGoal(kind="GROUP_GOAL_KIND_GRADES", budget="1000", date=GOAL_DATE)
    return plans.PlanGroupRequest(members=members, measures=measures(), goal=goal, today=TODAY)


def test_a_group_of_stored_evaluations_is_planned_by_http(tmp_path: Path) -> None:
    write_version(tmp_path / "gazette", small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    with RunningServer(tmp_path, tmp_path / "gazette", TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0") as server:
        stored = server.evaluations.EvaluateSubject(request_for(poor_subject()))
        request = group(
            plans.GroupMember(id="stored", evaluation=stored.name),
            plans.GroupMember(id="sent", request=plan_request().request),
        )
        url = f"{server.http}/v1/evaluations:planGroup"
        answer = httpx.post(url, json=json_format.MessageToDict(request), timeout=60)
        assert answer.status_code == 200
        *progress, last = [json.loads(line) for line in answer.text.splitlines()]
        assert all("progress" in line for line in progress)
        result = json_format.ParseDict(last["result"], plan_pb2.GroupResult())
        assert (result.worth_before, result.worth, result.cost, result.is_proved) == ("2", "3", "900", True)
        chosen = [member.plan for member in result.members if member.plan.measures]
        assert [measure.measure_id for plan in chosen for measure in plan.measures] == ["solar"]
        assert not chosen[0].HasField("end_state")


def test_no_member_belongs_to_another_organisation(tmp_path: Path) -> None:
    write_version(tmp_path / "gazette", small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    with RunningServer(tmp_path, tmp_path / "gazette", TOUCHSTONE_API_KEYS="true") as server:
        url = server.environment["TOUCHSTONE_DATABASE_URL"]
        own, other = (bearing(new_key_of(url, organization, Role.ASSESSOR)) for organization in ("green-body", "other"))
        stored = server.evaluations.EvaluateSubject(request_for(poor_subject()), metadata=own)
        their_request = plan_request().request
        our_request = plan_request().request
        our_request.subject = "organizations/other/subjects/mine"
        ours = plans.GroupMember(id="ours", request=our_request)

        def plan(request: plans.PlanGroupRequest, metadata: Any) -> list[Any]:
            return list(PlanServiceStub(server.channel).PlanGroup(request, timeout=60, metadata=metadata))

        assert plan(group(ours), other)[-1].result.worth == "2"
        for theirs in (
            plans.GroupMember(id="theirs", evaluation=stored.name),
            plans.GroupMember(id="theirs", request=their_request),
        ):
            error = refused(lambda request: plan(request, other), group(ours, theirs))
            assert (error.code, error.reason) == (grpc.StatusCode.PERMISSION_DENIED, "OTHER_ORGANIZATION")
        twisted = group(ours, plans.GroupMember(id="twisted", evaluation=f" {stored.name}"))
        [failed] = plan(twisted, other)[-1].result.failed
        assert failed.member_id == "twisted"
        assert refused(lambda request: plan(request, ()), group(ours)).code is grpc.StatusCode.UNAUTHENTICATED
