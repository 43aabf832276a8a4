"""How long is a client of the gRPC port waited for, and how many calls may it have open over one connection?"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

from rules.contracts.messages import speaker
from service.base.refusals import Reason, Refusal

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator

_say = speaker(__name__)

Item = TypeVar("Item")

_ITEM_SECONDS = 300
"""How long the next item of a stream may take to come; longer than an evaluation for which its caller may wait."""

OPTIONS = (
    ("grpc.server_handshake_timeout_ms", 10_000),
    ("grpc.keepalive_time_ms", 60_000),
    ("grpc.keepalive_timeout_ms", 20_000),
    ("grpc.http2.ping_timeout_ms", 20_000),
    ("grpc.keepalive_permit_without_calls", 1),
    ("grpc.http2.min_ping_interval_without_data_ms", 20_000),
    ("grpc.max_connection_idle_ms", 15 * 60_000),
    ("grpc.max_connection_age_ms", 60 * 60_000),
    ("grpc.max_concurrent_streams", 1_000),
)
"""Who says nothing is asked after a minute whether it is still there, and left if it does not answer in 20 seconds: by
the first of both for a machine that is gone, by the second for a program that hangs. A connection is renewed within
the hour, so that servers that are added get their share; calls that have begun over it go on."""


async def in_time(items: AsyncIterator[Item]) -> AsyncGenerator[Item, None]:
    """Give the items of a stream, for each of which its caller is waited for only so long.

    Raises:
        Refusal: one did not come in time.
    """
    coming = aiter(items)
    while True:
        try:
            async with asyncio.timeout(_ITEM_SECONDS):
                item = await anext(coming)
        except StopAsyncIteration:
            return
        except TimeoutError:
            raise Refusal(Reason.REQUEST_TOO_SLOW, _say("ITEM_TOO_SLOW", most=_ITEM_SECONDS)) from None
        yield item
