"""Two servers on one PostgreSQL: of concurrent steps in a case, one succeeds and the other gets a clear error."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier
from typing import Any

import grpc
import pytest

from tests.reliability.stores import new_place, new_store
from tests.support.calling import refused
from tests.support.casework import REPORT, Body
from tests.support.running import RunningServer
from touchstone.v1 import case_service_pb2 as cases

pytestmark = pytest.mark.full

_ROUNDS = 3


@pytest.fixture(scope="module")
def bodies() -> Iterator[tuple[Body, Body]]:
    with new_place() as (folder, gazette), new_store("postgresql") as url:
        places = [folder / name for name in ("one", "other")]
        for place in places:
            place.mkdir()
        settings: dict[str, Any] = {"TOUCHSTONE_DATABASE_URL": url, "TOUCHSTONE_API_KEYS": "true"}
        with (
            RunningServer(places[0], gazette, **settings) as server,
            RunningServer(places[1], gazette, **settings) as other,
        ):
            first = Body(server)
            first.begin()
            yield first, Body(other, first.keys)


def at_once(*calls: Callable[[], Any]) -> list[Any]:
    barrier = Barrier(len(calls))

    def made(call: Callable[[], Any]) -> Any:
        barrier.wait()
        try:
            return call()
        except grpc.RpcError as error:
            return error

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(made, calls))


def test_one_of_two_concurrent_decisions_succeeds_and_the_other_is_refused(bodies: tuple[Body, Body]) -> None:
    first, other = bodies
    for number in range(_ROUNDS):
        case = f"raced-{number}"
        named = {"evaluation": first.to_recommendation(case), "report_digest": REPORT}
        asked = first.asked(case, "grant", sites=["hall-0"], **named), first.asked(case, "refuse", **named)
        deciding = first.call("dan", "TakeCaseStep"), other.call("eva", "TakeCaseStep")
        answers = at_once(*(partial(call, each) for call, each in zip(deciding, asked, strict=True)))
        won = [isinstance(answer, cases.Case) for answer in answers]
        assert sorted(won) == [False, True]
        lost = won.index(False)
        again = refused(deciding[lost], asked[lost])
        assert (again.code, again.reason) == (grpc.StatusCode.ABORTED, "CASE_CHANGED")
        assert (answers[lost].code(), answers[lost].details()) == (again.code, again.message)
        whole = other.get(case)
        assert whole.state == ("granted" if won[0] else "refused")
        assert [one.step for one in whole.steps][-1] == ("grant" if won[0] else "refuse")


def test_two_servers_never_assign_the_same_number(bodies: tuple[Body, Body]) -> None:
    first, other = bodies
    asked = []
    for number in range(_ROUNDS * 2):
        case = f"issued-{number}"
        named = {"evaluation": first.to_recommendation(case), "report_digest": REPORT}
        first.step("dan", case, "grant", sites=["hall-0"], **named)
        asked.append(first.asked(case, "issue"))
    servers = (first, other) * _ROUNDS
    calls = [partial(body.call("dan", "TakeCaseStep"), each) for body, each in zip(servers, asked, strict=True)]
    numbers = [answer.items[0].content.number for answer in at_once(*calls)]
    assert len(set(numbers)) == len(asked)
    assert sorted(int(number[-4:]) for number in numbers) == list(range(1, len(asked) + 1))
