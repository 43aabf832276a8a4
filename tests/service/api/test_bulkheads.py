"""Bulkheads: limits by kind of call, shares of organisations, fair turns, and immediate refusal beyond them."""

from __future__ import annotations

import asyncio
import threading
from contextlib import ExitStack, closing
from contextvars import copy_context
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import grpc
import pytest
from google.rpc import error_details_pb2
from grpc_status import rpc_status

from service.api import bulkheads
from service.api.bulkheads import Bulkhead, BulkheadFullError, Bulkheads, LoadShedder, set_bulkhead_listener
from service.api.evaluation_worker_specs import simulation_worker_spec
from service.api.fair_turns import FairTurns
from service.base.refusals import Refusal
from service.base.worker_pool import WorkerPool
from service.configuration.settings import Settings
from service.identity.principals import Principal, PrincipalKind, set_principal
from service.store.store import Store
from tests.support.calling import request_for
from tests.support.in_process import call
from tests.support.small_card import small_subject
from touchstone.v1.evaluation_service_pb2 import (
    ExplainEvaluationRequest,
    ListEvaluationsRequest,
    SimulateEvaluationRequest,
)

_PLACES = 8
"""The read limit of the test server."""


def test_the_bulkhead_counts_calls_down_again() -> None:
    bulkhead = Bulkhead(2, kind="reading")
    with bulkhead.slot(), bulkhead.slot(), pytest.raises(Refusal, match="2 calls are in progress"), bulkhead.slot():
        pass
    with pytest.raises(ZeroDivisionError), bulkhead.slot():
        raise ZeroDivisionError
    with bulkhead.slot(), bulkhead.slot():
        pass


def test_an_organisation_can_use_only_half_of_a_shared_bulkhead() -> None:
    bulkhead = Bulkhead(3, kind="streams", shares=2)

    def enter(parts: ExitStack, organization: str) -> None:
        def begin() -> None:
            set_principal(Principal("key", PrincipalKind.API_KEY, organization))
            parts.enter_context(bulkhead.slot())

        copy_context().run(begin)

    with closing(bulkhead), ExitStack() as of_one, ExitStack() as of_others:
        enter(of_one, "one")
        enter(of_one, "one")
        with pytest.raises(Refusal, match="2 calls are in progress"):
            enter(of_one, "one")
        enter(of_others, "other")
        with pytest.raises(Refusal, match="3 calls are in progress"):
            enter(of_others, "third")
    with closing(bulkhead), ExitStack() as again:
        enter(again, "one")
        enter(again, "one")


def test_each_kind_has_the_limit_that_is_set() -> None:
    limits = {"maximum_in_flight": 1, "maximum_streams": 2, "maximum_trials": 3, "maximum_reads": 4}
    with closing(Bulkheads.of(Settings(**limits))) as bulkheads:  # type: ignore[arg-type]
        kinds = (bulkheads.evaluating, bulkheads.streams, bulkheads.trying, bulkheads.reading)
        for limit, bulkhead in enumerate(kinds, start=1):
            entered = [bulkhead.slot() for _ in range(limit + 1)]
            for place in entered[:limit]:
                place.__enter__()
            with pytest.raises(Refusal, match=rf"{limit} calls? (is|are) in progress"):
                entered[limit].__enter__()


def test_work_in_a_thread_is_answered_or_fails() -> None:
    async def run() -> None:
        with closing(Bulkhead(1, kind="reading")) as bulkhead:
            assert await bulkhead.in_thread(divmod, 7, 2) == (3, 1)
            with pytest.raises(ZeroDivisionError):
                await bulkhead.in_thread(divmod, 7, 0)

    asyncio.run(run())


@pytest.mark.full
def test_list_calls_beyond_the_limit_are_refused_and_delay_no_evaluation(tmp_path: Path) -> None:
    release = threading.Event()

    async def act(stub: Any, store: Store) -> None:
        listing = store.list

        def held(*arguments: Any, **named: Any) -> Any:
            release.wait(60)
            return listing(*arguments, **named)

        store.list = held  # type: ignore[method-assign] # to keep the calls in flight
        request = ListEvaluationsRequest(parent="organizations/acme")
        calls = [asyncio.ensure_future(stub.ListEvaluations(request)) for _ in range(4 * _PLACES)]
        refused = []
        for ended in asyncio.as_completed(calls):
            with pytest.raises(grpc.aio.AioRpcError) as raised:
                await ended
            refused.append(raised.value)
            if len(refused) == 3 * _PLACES:
                break
        for error in refused:
            assert error.code() is grpc.StatusCode.RESOURCE_EXHAUSTED
            retry = error_details_pb2.RetryInfo()
            status = rpc_status.from_call(error)  # type: ignore[arg-type] # it has the methods that rpc_status uses
            assert status is not None
            assert any(detail.Unpack(retry) for detail in status.details)
            assert retry.retry_delay.seconds == 1
        assert (await stub.EvaluateSubject(request_for(small_subject()))).name
        release.set()
        remaining = [answer for answer in await asyncio.gather(*calls, return_exceptions=True) if answer not in refused]
        assert len(remaining) == _PLACES

    call(tmp_path, act)


@pytest.mark.full
def test_waiting_simulations_delay_no_evaluation(tmp_path: Path) -> None:
    trying = WorkerPool(replace(simulation_worker_spec(tmp_path / "gazette"), max_processes=1))

    async def act(stub: Any, _: Store) -> None:
        name = (await stub.EvaluateSubject(request_for(small_subject()))).name
        async with trying._worker():  # occupies the only simulation worker
            simulating = asyncio.ensure_future(stub.SimulateEvaluation(SimulateEvaluationRequest(evaluation=name)))
            assert (await stub.EvaluateSubject(request_for(small_subject()))).name
            assert not simulating.done()
            assert (await stub.ExplainEvaluation(ExplainEvaluationRequest(name=name, language_code="en"))).statements
        assert (await simulating).ByteSize()

    call(tmp_path, act, trying=trying)


def sign_ins(bulkhead: Bulkhead, count: int, *, seconds: float = 0.01) -> list[object]:
    async def sign_in() -> None:
        async with bulkhead.slot_in_turn("address/192.0.2.7"):
            await asyncio.sleep(seconds)

    async def all_at_once() -> list[object]:
        return list(await asyncio.gather(*(sign_in() for _ in range(count)), return_exceptions=True))

    with closing(bulkhead):
        return asyncio.run(all_at_once())


def test_short_calls_from_one_address_wait_for_their_turn() -> None:
    assert sign_ins(Bulkhead(16, shares=8), 8) == [None] * 8


def test_too_many_waiting_calls_are_refused_with_a_delay() -> None:
    refused = [error for error in sign_ins(Bulkhead(16, shares=8), 12) if error is not None]
    assert len(refused) == 2  # two at once, and eight that wait
    assert all(isinstance(error, Refusal) and error.retry_seconds for error in refused)


def test_a_call_that_waited_too_long_is_refused_with_a_delay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulkheads, "_WAIT_SECONDS", 0.01)
    (refused,) = [error for error in sign_ins(Bulkhead(16, shares=8), 3, seconds=0.2) if error is not None]
    assert isinstance(refused, Refusal)


METHOD, OTHER = "/touchstone.v1.Some/Reads", "/touchstone.v1.Some/Lists"


def test_a_method_is_refused_while_its_bulkhead_is_full() -> None:
    turning_away = LoadShedder()

    def called() -> None:
        set_bulkhead_listener(partial(turning_away.note, METHOD))
        with bulkhead.slot():
            pass

    with closing(Bulkhead(2, kind="reading")) as bulkhead:
        with bulkhead.slot(), bulkhead.slot():
            assert turning_away.refusal(METHOD) is None  # not known yet
            with pytest.raises(BulkheadFullError) as raised:
                copy_context().run(called)
            assert str(turning_away.refusal(METHOD)) == str(raised.value)
            assert turning_away.refusal(OTHER) is None
        assert turning_away.refusal(METHOD) is None
        assert turning_away.refusal(METHOD, held=1) is None
        assert turning_away.refusal(METHOD, held=2) is not None


def test_an_accepted_call_records_the_bulkhead_of_its_method() -> None:
    turning_away = LoadShedder()
    with closing(Bulkhead(1, kind="reading")) as bulkhead:
        turning_away.note(METHOD, bulkhead)
        with bulkhead.slot():
            assert turning_away.refusal(METHOD) is not None


async def order_of_end(callers: str, at_once: int = 2) -> list[str]:
    """Start work for the callers at the same time and return them in the order of completion."""
    turns, ended = FairTurns(at_once), list[str]()

    async def work(caller: str) -> None:
        async with turns.turn(caller):
            await asyncio.sleep(0)
            ended.append(caller)

    await asyncio.gather(*map(work, callers))
    return ended


def test_a_caller_waits_for_at_most_one_turn_of_a_busy_caller() -> None:
    assert "b" in asyncio.run(order_of_end("aaaaaaaab"))[:2]


def test_each_caller_has_one_turn_at_a_time() -> None:
    running = {"now": 0, "most": 0}

    async def all_of_one() -> None:
        turns = FairTurns(4)

        async def work() -> None:
            async with turns.turn("a"):
                running["now"] += 1
                running["most"] = max(running["most"], running["now"])
                await asyncio.sleep(0)
                running["now"] -= 1

        await asyncio.gather(*(work() for _ in range(6)))
        assert not turns._locks_by_caller

    asyncio.run(all_of_one())
    assert running["most"] == 1


def test_a_caller_that_leaves_frees_its_turn() -> None:
    async def leave() -> None:
        turns = FairTurns(1)
        held = asyncio.Event()

        async def work(caller: str) -> None:
            async with turns.turn(caller):
                await held.wait()

        first, second = asyncio.create_task(work("a")), asyncio.create_task(work("b"))
        await asyncio.sleep(0)
        first.cancel()
        second.cancel()
        await asyncio.wait({first, second})
        async with asyncio.timeout(10), turns.turn("a"):
            pass

    asyncio.run(leave())
