"""Fair turns: a caller with much costly work delays itself alone."""

from __future__ import annotations

import asyncio

from service.api.fair_turns import FairTurns


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
