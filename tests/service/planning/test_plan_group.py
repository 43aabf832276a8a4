"""PlanGroup at a socket with real workers: grades and points under one budget, failures of members, cancellation."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import grpc
import pytest
from google.rpc import error_details_pb2
from grpc_status import rpc_status

from rules.contracts import DeclaredValue
from service.api.call_interceptor import CallInterceptor
from service.api.evaluation_worker_specs import evaluation_worker_spec
from service.base.worker_pool import WorkerPool
from service.configuration.settings import Settings
from service.gazette.publication import write_version
from service.planning.worker_specs import group_worker_spec
from service.serving.registry import add
from service.store.store import Store
from tests.support.calling import request_for
from tests.support.in_process import server_parts
from tests.support.planning import GOAL_DATE, TODAY, measure, measures
from tests.support.small_card import small_card, small_subject
from tests.support.waiting import soon
from touchstone.v1 import plan_pb2, plan_service_pb2 as pb2, plan_service_pb2_grpc
from touchstone.v1.evaluation_service_pb2_grpc import EvaluationServiceStub

pytest.importorskip("ortools")


class Server:
    """A server in this process with two planning workers."""

    def __init__(self, channel: grpc.aio.Channel, pool: WorkerPool) -> None:
        self.plans: Any = plan_service_pb2_grpc.PlanServiceStub(channel)
        self.evaluations: Any = EvaluationServiceStub(channel)
        self.pool = pool

    async def plan(self, request: pb2.PlanGroupRequest) -> tuple[list[plan_pb2.GroupProgress], plan_pb2.GroupResult]:
        *progress, last = [answer async for answer in self.plans.PlanGroup(request)]
        assert last.HasField("result")
        return [answer.progress for answer in progress], last.result

    async def refused(self, request: pb2.PlanGroupRequest) -> list[str]:
        """Make a call that must fail; return the fields of its violations."""
        with pytest.raises(grpc.aio.AioRpcError) as raised:
            await self.plan(request)
        assert raised.value.code() is grpc.StatusCode.INVALID_ARGUMENT
        status = rpc_status.from_call(raised.value)  # type: ignore[arg-type] # it has the same methods
        assert status is not None
        wrong = error_details_pb2.BadRequest()
        return [item.field for detail in status.details if detail.Unpack(wrong) for item in wrong.field_violations]


def serve(tmp_path: Path, act: Callable[[Server], Awaitable[None]], program: str = "") -> None:
    """Run a server; `program` replaces the module of its workers."""

    async def run() -> None:
        write_version(tmp_path / "gazette", small_card(), {}, publish_time="2025-01-01T00:00:00Z")
        store = Store(f"sqlite:///{tmp_path}/store.sqlite3")
        settings = Settings(gazette=tmp_path / "gazette", evaluating_processes=2)
        server = grpc.aio.server(interceptors=[CallInterceptor()])
        async with AsyncExitStack() as closed:
            closed.callback(store.close)
            parts = server_parts(settings, store, server, closed)
            spec = group_worker_spec(settings.gazette, 2)
            pool = WorkerPool(replace(spec, module=program or spec.module))
            parts.use(spec, pool)
            closed.push_async_callback(pool.close)
            for service in ("EvaluationService", "PlanService"):
                add(f"touchstone.v1.{service}", parts)
            port = server.add_insecure_port("127.0.0.1:0")
            await server.start()
            closed.push_async_callback(server.stop, 0)
            await parts.processes(evaluation_worker_spec(settings)).start()
            async with grpc.aio.insecure_channel(f"127.0.0.1:{port}") as channel:
                await act(Server(channel, pool))

    asyncio.run(run())


def member(id: str, share: str = "45", **fields: Any) -> pb2.GroupMember:
    """Return a factory that is not stored, by its renewable share; 45 % is silver, and 85 % is gold."""
    subject = small_subject(renewable_share=DeclaredValue(number=share, unit="%", evidence=("meter",)))
    if "evaluation" not in fields:
        fields["request"] = request_for(subject, request_id="")
        fields["request"].ClearField("request_id")
    return pb2.GroupMember(id=id, **fields)


def group(*members: pb2.GroupMember, budget: str = "2000", kind: str = "GRADES", **goal: Any) -> pb2.PlanGroupRequest:
    wanted = plan_pb2.GroupGoal(kind=f"GROUP_GOAL_KIND_{kind}", budget=budget, date=GOAL_DATE, **goal)
    return pb2.PlanGroupRequest(members=members, measures=measures(), goal=wanted, today=TODAY)


def costing(cost: str) -> plan_pb2.MeasureList:
    return measures(measure(cost_once={"least": cost}))


def test_the_budget_pays_for_the_cheapest_grades(tmp_path: Path) -> None:
    async def act(server: Server) -> None:
        members = [member(f"f{number}", measures=costing(cost)) for number, cost in enumerate(("1200", "700", "800"))]
        progress, result = await server.plan(group(*members))
        assert [(one.member_id, one.plan.grade, one.cost) for one in result.members] == [
            ("f0", "", "0"), ("f1", "gold", "700"), ("f2", "gold", "800"),
        ]  # fmt: skip
        assert [result.worth_before, result.worth, result.bound] == ["3", "5", "5"]
        assert [result.gap, result.cost] == ["0", "1500"]
        assert result.is_proved
        assert [one.is_proved for one in result.members] == [True] * 3
        assert (progress[-1].finished, progress[-1].searches, progress[-1].members) == (3, 3, 3)
        assert len(server.pool._busy) == 0

    serve(tmp_path, act)


def test_a_figure_is_searched_with_several_budgets(tmp_path: Path) -> None:
    async def act(server: Server) -> None:
        members = [member(f"f{number}", measures=costing(cost)) for number, cost in enumerate(("1200", "700", "800"))]
        _, result = await server.plan(group(*members, kind="HIGHEST"))
        assert [one.cost for one in result.members] == ["0", "700", "800"]
        assert (result.is_proved, result.gap) == (True, "0")
        gained = [float(one.worth) - float(one.worth_before) for one in result.members]
        assert gained[0] == 0
        assert gained[1] == gained[2] > 0
        assert result.searches >= 3

    serve(tmp_path, act)


def test_failed_members_have_their_errors_and_do_not_end_the_others(tmp_path: Path) -> None:
    async def act(server: Server) -> None:
        stored = await server.evaluations.EvaluateSubject(
            request_for(small_subject(renewable_share=DeclaredValue(number="45", unit="%", evidence=("meter",))))
        )
        unknown_fact = measures(measure(effects=[{"fact_id": "nothing", "amount": "1"}]))
        _, result = await server.plan(
            group(
                member("good", evaluation=stored.name),
                member("absent", evaluation=stored.name[:-4] + "0000"),
                member("wrong", measures=unknown_fact),
                pb2.GroupMember(id="empty"),
            )
        )
        assert [one.member_id for one in result.members] == ["good"]
        assert (result.worth, result.members[0].plan.grade) == ("2", "gold")
        failed = {one.member_id: one.error for one in result.failed}
        assert set(failed) == {"absent", "wrong", "empty"}
        assert failed["absent"].code == grpc.StatusCode.NOT_FOUND.value[0]
        wrong = error_details_pb2.BadRequest()
        assert any(detail.Unpack(wrong) for detail in failed["wrong"].details)
        assert wrong.field_violations[0].field == "measures.measures[0].effects[0].fact_id"

    serve(tmp_path, act)


def test_a_group_in_which_all_members_fail_has_a_result(tmp_path: Path) -> None:
    async def act(server: Server) -> None:
        _, result = await server.plan(group(pb2.GroupMember(id="empty")))
        assert [one.member_id for one in result.failed] == ["empty"]
        assert result.worth == "0"

    serve(tmp_path, act)


def test_invalid_groups_are_refused_with_all_errors(tmp_path: Path) -> None:
    async def act(server: Server) -> None:
        empty = group()
        empty.goal.ClearField("kind")
        empty.time_limit = 901
        assert await server.refused(empty) == ["goal.kind", "members", "time_limit"]
        assert await server.refused(group(member("f"), member("f"), member(""))) == ["members[2].id", "members"]
        assert await server.refused(group(member("f"), budget="-1")) == ["goal.budget"]
        without = group(member("f"))
        without.ClearField("measures")
        assert await server.refused(without) == ["members[0].measures"]
        others = costing("5")
        others.currency = "EUR"
        assert await server.refused(group(member("f"), member("g", measures=others))) == [
            "members[g].measures.currency"
        ]

    serve(tmp_path, act)


def test_a_cancelled_call_ends_its_searches(tmp_path: Path) -> None:
    async def act(server: Server) -> None:
        call = server.plans.PlanGroup(group(*(member(f"f{number}") for number in range(40))))
        await call.read()
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call.read()
        await soon(lambda: not server.pool._busy)
        _, result = await server.plan(group(member("f")))
        assert result.is_proved

    serve(tmp_path, act)


def test_members_without_a_plan_at_the_time_limit_are_reported(tmp_path: Path) -> None:
    async def act(server: Server) -> None:
        endless = member("slow", measures=measures(measure("endless")))
        request = group(member("quick"), endless)
        request.time_limit = 12
        progress, result = await server.plan(request)
        assert [one.member_id for one in result.members] == ["quick"]
        [failed] = result.failed
        assert failed.member_id == "slow"
        assert "time limit" in failed.error.message
        assert progress[-1].finished == 1
        await soon(lambda: not server.pool._busy)

    serve(tmp_path, act, "tests.support.planning_program")
