"""PlanService at a socket: progress and one result, cancellation, deadlines, limits, and errors before any search."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
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
from service.base.worker_specs import WorkerSpec
from service.configuration.settings import Settings
from service.gazette.publication import write_version
from service.planning import plan_service
from service.planning.worker_specs import planning_worker_spec
from service.serving.registry import add
from service.store.store import Store
from tests.support.calling import request_for
from tests.support.in_process import server_parts
from tests.support.planning import goal, measure, measures, plan_request, poor_subject
from tests.support.small_card import CARD, small_card, small_subject
from tests.support.waiting import soon
from touchstone.v1 import plan_pb2, plan_service_pb2, plan_service_pb2_grpc
from touchstone.v1.evaluation_service_pb2_grpc import EvaluationServiceStub

Act = Callable[["Server"], Awaitable[None]]


class Server:
    """A server in this process with a search that needs no solver."""

    def __init__(self, channel: grpc.aio.Channel, pool: WorkerPool) -> None:
        self.plans: Any = plan_service_pb2_grpc.PlanServiceStub(channel)
        self.evaluations: Any = EvaluationServiceStub(channel)
        self.pool = pool

    async def plan(self, request: plan_service_pb2.PlanImprovementRequest, **options: Any) -> list[Any]:
        return [answer async for answer in self.plans.PlanImprovement(request, **options)]

    async def refused(self, request: Any, method: str = "PlanImprovement") -> tuple[grpc.StatusCode, list[str]]:
        """Make a call that must fail; return its code and the fields of its violations."""
        call = self.plan if method == "PlanImprovement" else getattr(self.plans, method)
        with pytest.raises(grpc.aio.AioRpcError) as raised:
            await call(request)
        return raised.value.code(), _fields(raised.value)


def _fields(error: grpc.aio.AioRpcError) -> list[str]:
    status = rpc_status.from_call(error)  # type: ignore[arg-type] # it has the same methods
    assert status is not None
    wrong = error_details_pb2.BadRequest()
    return [
        violation.field for detail in status.details if detail.Unpack(wrong) for violation in wrong.field_violations
    ]


def serve(tmp_path: Path, act: Act) -> None:
    async def run() -> None:
        write_version(tmp_path / "gazette", small_card(), {}, publish_time="2025-01-01T00:00:00Z")
        store = Store(f"sqlite:///{tmp_path}/store.sqlite3")
        settings = Settings(gazette=tmp_path / "gazette", evaluating_processes=1)
        server = grpc.aio.server(interceptors=[CallInterceptor()])
        async with AsyncExitStack() as closed:
            closed.callback(store.close)
            parts = server_parts(settings, store, server, closed)
            folder = str(settings.gazette)
            pool = WorkerPool(
                WorkerSpec("tests.support.planning_program", (folder,), max_processes=2, max_idle=2, cancellable=True)
            )
            parts.use(planning_worker_spec(settings.gazette), pool)
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


def test_progress_comes_before_one_result(tmp_path: Path) -> None:
    async def act(server: Server) -> None:
        *progress, last = await server.plan(plan_request())
        assert [one.progress.best for one in progress] == ["900"]
        [plan] = last.result.plans
        assert (plan.is_proved, plan.grade, plan.measures[0].measure_id) == (True, "gold", "solar")
        evaluation = await server.evaluations.EvaluateSubject(plan.end_state)
        assert evaluation.record.conclusion.grade == "gold", "the end state is evaluated as it is"

    serve(tmp_path, act)


def test_a_stored_evaluation_is_planned_like_its_request(tmp_path: Path) -> None:
    async def act(server: Server) -> None:
        stored = await server.evaluations.EvaluateSubject(request_for(poor_subject()))
        answers = await server.plan(plan_request(evaluation=stored.name))
        requested = await server.plan(plan_request())
        ours, theirs = (
            {fact.fact_id: fact for fact in answer[-1].result.plans[0].end_state.facts}
            for answer in (answers, requested)
        )
        for facts in (ours, theirs):
            facts["themes"].value.choices.values.sort()  # a record sorts them
        assert ours == theirs

    serve(tmp_path, act)


@pytest.mark.parametrize("end", ["cancel", "deadline"])
def test_a_call_that_ends_early_ends_its_search(tmp_path: Path, end: str) -> None:
    async def act(server: Server) -> None:
        timeout = 6 if end == "deadline" else None
        call = server.plans.PlanImprovement(plan_request(measure("endless")), timeout=timeout)
        answers = aiter(call)
        assert (await anext(answers)).progress.rounds == 1
        [busy] = server.pool._busy
        if end == "cancel":
            call.cancel()
            with pytest.raises(asyncio.CancelledError):
                _ = [answer async for answer in answers]
        else:
            with pytest.raises(grpc.aio.AioRpcError) as late:
                _ = [answer async for answer in answers]
            assert late.value.code() is grpc.StatusCode.DEADLINE_EXCEEDED
        await soon(lambda: not server.pool._busy)
        assert busy.is_alive, "the process stays warm"
        assert (await server.plan(plan_request()))[-1].HasField("result")

    serve(tmp_path, act)


def test_one_caller_has_few_searches_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan_service, "_SLOTS", 1)

    async def act(server: Server) -> None:
        call = server.plans.PlanImprovement(plan_request(measure("endless")))
        await call.read()
        code, _ = await server.refused(plan_request())
        assert code is grpc.StatusCode.RESOURCE_EXHAUSTED
        call.cancel()

    serve(tmp_path, act)


def wrong_date(day: str) -> plan_pb2.PlanGoal:
    return goal(date=day)


_LONG = measures(*(measure(f"m{number}") for number in range(501)))
_WIDE = measures(measure(effects=[{"fact_id": f"f{number}", "amount": "1"} for number in range(51)]))
_TIED = measures(measure(requires=["x"] * 501, excludes=["y"] * 501))


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"goal": wrong_date("2027-02-30")}, ["goal.date"]),
        ({"goal": goal(kind=0, date="")}, ["goal.kind", "goal.date"]),
        ({"today": "tomorrow", "time_limit": 121}, ["time_limit", "today"]),
        ({"time_limit": -1}, ["time_limit"]),
        ({"measures": _LONG}, ["measures.measures"]),
        ({"measures": _WIDE}, ["measures.measures[0].effects"]),
        ({"measures": _TIED}, ["measures.measures[0].requires", "measures.measures[0].excludes"]),
        ({"language_code": "fr"}, ["language_code"]),
        ({"scorecard_version": "scorecards/other/versions/1.0.0"}, ["scorecard_version"]),
        ({"evaluation": "evaluations/1"}, ["evaluation"]),
        ({"request": plan_request(request={}).request}, ["request.subject", "request.scorecard", "request.as_of_date"]),
    ],
)
def test_bad_input_is_refused_before_any_search(tmp_path: Path, fields: dict[str, Any], wrong: list[str]) -> None:
    async def act(server: Server) -> None:
        code, found = await server.refused(plan_request(**fields))
        assert (code, sorted(found)) == (grpc.StatusCode.INVALID_ARGUMENT, sorted(wrong))
        assert not server.pool._lives, "no process was started"

    serve(tmp_path, act)


def test_all_errors_of_a_request_are_reported_together(tmp_path: Path) -> None:
    async def act(server: Server) -> None:
        request = plan_request(goal=goal(date=""), today="x", time_limit=1_000)
        request.ClearField("baseline")
        code, found = await server.refused(request)
        assert code is grpc.StatusCode.INVALID_ARGUMENT
        assert sorted(found) == ["baseline", "goal.date", "time_limit", "today"]

    serve(tmp_path, act)


def test_errors_of_the_search_name_the_fields_of_the_request(tmp_path: Path) -> None:
    async def act(server: Server) -> None:
        code, found = await server.refused(plan_request(measure(), measure("wrong")))
        assert code is grpc.StatusCode.INVALID_ARGUMENT
        assert found == ["measures.measures[1].effects[0].fact_id", "request.facts[status].value"]

    serve(tmp_path, act)


def test_unknown_evaluations_and_versions_are_not_found(tmp_path: Path) -> None:
    async def act(server: Server) -> None:
        name = "organizations/green-body/evaluations/019804d3-1f00-7000-8000-000000000000"
        for fields in ({"evaluation": name}, {"scorecard_version": f"scorecards/{CARD}/versions/9.0.0"}):
            code, _ = await server.refused(plan_request(**fields))
            assert code is grpc.StatusCode.NOT_FOUND
        code, _ = await server.refused(plan_request(goal=wrong_date("2020-01-01")))
        assert code is grpc.StatusCode.FAILED_PRECONDITION

    serve(tmp_path, act)


def test_measures_are_proposed_for_a_baseline(tmp_path: Path) -> None:
    async def act(server: Server) -> None:
        request = plan_service_pb2.ProposeMeasuresRequest(request=plan_request().request, language_code="zh")
        proposed = await server.plans.ProposeMeasures(request)
        assert (proposed.currency, proposed.measures[0].name) == ("CNY", "更多可再生能源")
        wrong = plan_service_pb2.ProposeMeasuresRequest(request=plan_request().request, currency="yuan", date="x")
        code, found = await server.refused(wrong, "ProposeMeasures")
        assert (code, sorted(found)) == (grpc.StatusCode.INVALID_ARGUMENT, ["currency", "date"])

    serve(tmp_path, act)


def test_values_of_earlier_evaluations_are_those_of_the_store(tmp_path: Path) -> None:
    """The small card uses none, so nothing is added, and the declared facts stay."""

    async def act(server: Server) -> None:
        subject = small_subject(energy_used=DeclaredValue(number="5", unit="MWh"))
        stored = await server.evaluations.EvaluateSubject(request_for(subject))
        [plan] = (await server.plan(plan_request(evaluation=stored.name)))[-1].result.plans
        energy = next(fact for fact in plan.end_state.facts if fact.fact_id == "energy_used")
        assert energy.value.number == "5"

    serve(tmp_path, act)
