"""Queue limits: number of items, their bytes, and order."""

import asyncio

from service.shadow.bounded_queue import BoundedQueue


def test_items_beyond_the_number_or_the_bytes_are_refused_at_once() -> None:
    queue = BoundedQueue[str](2, maximum_bytes=10)
    assert [queue.offer(item, 5) for item in ("a", "b", "c")] == [True, True, False]
    large = BoundedQueue[str](9, maximum_bytes=10)
    assert [large.offer("a", 6), large.offer("b", 5), large.offer("c", 4)] == [True, False, True]
    assert (len(queue), len(large)) == (2, 2)


def test_items_leave_in_order_and_free_their_bytes() -> None:
    async def run() -> list[str]:
        queue = BoundedQueue[str](9, maximum_bytes=10)
        waiting = asyncio.create_task(queue.take())
        await asyncio.sleep(0)
        for item in ("a", "b"):
            queue.offer(item, 5)
        taken = [await waiting, await queue.take()]
        assert queue.offer("c", 10)
        return [*taken, await queue.take()]

    assert asyncio.run(run()) == ["a", "b", "c"]
