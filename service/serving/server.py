"""The server process: start, listening and shutdown."""

from __future__ import annotations

import asyncio
import signal
import sys
from contextlib import AsyncExitStack, suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import grpc
from grpc_health.v1 import health, health_pb2, health_pb2_grpc

from service.api.access_guard import ApiKeyCache, Guard
from service.api.bulkheads import OPTIONS, Bulkhead
from service.api.call_interceptor import CallInterceptor
from service.api.evaluation_worker_specs import evaluation_worker_spec
from service.api.grpc_listener import check_exposure, enable_reflection, listen
from service.api.proof_bundles import keeper_of
from service.api.quotas import quotas_of
from service.api.server_context import ServerContext
from service.base import logs
from service.base.fork_server import freeze_loaded_objects
from service.base.log_setup import reopen_log_file
from service.base.tracing import trace_to
from service.base.worker_pool import WorkerPool
from service.configuration.products import missing_products
from service.events.delivery_setup import start_event_delivery
from service.gazette.table_order import TableStores
from service.gazette.versions import Gazette
from service.identity.authentication import Authentication, asks_identity, certificates_of, revocations_of, tokens_of
from service.monitoring.monitoring_setup import ServerMonitoring
from service.monitoring.readiness import watch_clock, watch_schema
from service.proofs.log_service import check_trust, open_store, try_append_publications
from service.proofs.start_check import log_alterations
from service.proofs.time_stamp_client import start_stamping
from service.serving.registry import MODULES, SERVICES, add

if TYPE_CHECKING:
    from collections.abc import Callable

    from service.base.log_setup import LogFile
    from service.configuration.settings import Settings
    from service.http.http_server import HttpServer
    from service.store.store import Store
    from service.workbench.application import Workbench

_RECOGNISED_AT_ONCE = 256
"""How many callers' keys are looked up at once; each takes well under a millisecond."""
_REFUSED_KINDLY = 4
"""Up to how many times the size accepted a message is still read, so that its refusal can say why."""
_LAST_SECONDS = 0.2
"""How long answers that are complete may take to leave, and calls on their way to come."""
_LAST_TIMES = 10
"""Up to how many times so long is waited for calls that are on their way."""
_CLEARING_SECONDS = 5
"""How long calls that were cut off may take to give back what they use."""

_LOOPBACK = {"0.0.0.0": "127.0.0.1", "[::]": "[::1]"}  # noqa: S104 -- what others listen on is no place to call
"""Where a server that listens on all addresses is called from its own machine."""


class _Door(NamedTuple):
    """What is taken over HTTP, and the pages behind it."""

    server: HttpServer
    pages: Workbench


def serve(
    settings: Settings,
    *,
    ready: Callable[[str], None],
    log: LogFile | None = None,
    show_set_up_code: Callable[[str, str], None] | None = None,
) -> None:
    """Serve until SIGTERM or SIGINT; `ready` is told the address once calls are accepted.

    `show_set_up_code` is told where pages are and the code by which the first operator comes in, if nobody can yet.

    SIGHUP opens the file of the log anew; with no file, it ends a server whose terminal has gone, and no other.

    Raises:
        StoreError: the database cannot be opened, for instance because another server uses it.
        TrailError: the gazette or a reference table of it is damaged.
        InputError: the settings of TLS or identity cannot be used or are missing where other machines can call, or the
            endpoints of events or the quotas cannot be read.
        Refusal: an address cannot be listened on.
        SchemaChangedError: another software version migrated the store while this server was running.
    """
    asyncio.run(_serve(settings, ready, log, show_set_up_code))


async def _serve(
    settings: Settings,
    ready: Callable[[str], None],
    log: LogFile | None,
    show_set_up_code: Callable[[str, str], None] | None,
) -> None:
    stopping = asyncio.Event()
    _heed_signals(stopping, log)
    check_exposure(settings)
    for product in missing_products():
        logs.warning("product_not_installed", **product._asdict())
    async with AsyncExitStack() as closed:
        if settings.traces_url:
            closed.callback(trace_to(settings.traces_url))
        evaluating, started = _evaluating(settings, closed)
        gazette = Gazette(settings.gazette)
        versions, editions = gazette.check(), TableStores(gazette).check_digests()
        # The store takes the exclusive lock, so it comes before the port.
        store = _open_store(settings, gazette, closed)
        watch_clock(store, gazette, closed)
        schema = watch_schema(store, stopping, closed)
        tell = start_event_delivery(
            settings.events, store, _for_all(settings), closed, reminder_days=settings.reminder_days
        )
        recognising = Bulkhead(_RECOGNISED_AT_ONCE)
        closed.callback(recognising.close)
        guard, quotas = _guard(settings, store, recognising), quotas_of(settings)
        calls = CallInterceptor(maximum_message_bytes=settings.maximum_message_bytes, guard=guard, quotas=quotas)
        server, healthy = _server(settings, calls)
        parts = ServerContext(
            settings=settings,
            gazette=gazette,
            store=store,
            quotas=quotas,
            stopping=stopping,
            server=server,
            closed=closed,
            note_publication=_noting(settings, store, tell),
        )
        parts.use(evaluation_worker_spec(settings), evaluating)
        for name in {module: name for name, module in MODULES.items()}.values():  # a module adds all its services
            add(name, parts)
        watched = ServerMonitoring(calls=calls, store=store, gazette=gazette, parts=closed)
        watched.add(parts)
        await started
        freeze_loaded_objects()
        address = listen(server, settings)
        inner = _for_the_door(server, settings, address) if settings.http_address else None
        await server.start()
        door = None if inner is None else _open_door(settings, inner, calls, parts, closed)
        for name in ("", *SERVICES):
            await healthy.set(name, health_pb2.HealthCheckResponse.SERVING)
        metrics = watched.tell(settings.metrics_address)
        logs.info("listening", address=address, metrics=metrics, versions=versions, table_editions=editions)
        ready(address)
        if door is not None:
            logs.info("listening_for_http", address=door.server.address)
            url = f"{'http' if settings.tls_certificate is None else 'https'}://{door.server.address}"
            ready(url)
            is_reached_otherwise = bool(settings.jwt_keys or settings.certificate_principals)
            if show_set_up_code and not is_reached_otherwise and (code := door.pages.make_set_up_code()):
                show_set_up_code(settings.workbench_url or url, code)
        await stopping.wait()  # which also ends the streams
        logs.info("stopping", grace_seconds=settings.grace_seconds)
        await healthy.enter_graceful_shutdown()
        await _drain(server, calls, settings.grace_seconds)
    logs.info("stopped")
    schema.raise_change()


def _open_store(settings: Settings, gazette: Gazette, parts: AsyncExitStack) -> Store:
    """Open the store until `parts` are closed, keep its log, and have that stamped if an authority is set."""
    check_trust(settings)
    store = open_store(settings, gazette)
    parts.callback(store.close)
    log_alterations(store)
    start_stamping(settings, store, parts)
    return store


def _for_all(settings: Settings) -> Gazette:
    """Give the gazette for all alone: what an organisation publishes for itself is told to nobody else."""
    return Gazette(settings.gazette, private=True)


def _noting(settings: Settings, store: Store, tell: Callable[[], None]) -> Callable[[], None]:
    """Give what notes in the log, and tells as events, what has just been published; else the next start does."""
    gazette, keeper = _for_all(settings), keeper_of(settings)

    def noted() -> None:
        if try_append_publications(store, gazette, keeper):
            tell()

    return noted


def _evaluating(settings: Settings, parts: AsyncExitStack) -> tuple[WorkerPool, asyncio.Task[None]]:
    """Begin to start the processes that evaluate, which takes as long as all else; wait for the first before calls."""
    evaluating = WorkerPool(evaluation_worker_spec(settings))
    parts.push_async_callback(evaluating.close)
    started = asyncio.create_task(evaluating.start())
    parts.callback(started.cancel)
    return evaluating, started


def _for_the_door(server: grpc.aio.Server, settings: Settings, address: str) -> str:
    """Say where the calls of HTTP are passed on to: the port, or where that is encrypted one for this machine alone."""
    if settings.tls_certificate is None:
        host, _, port = address.rpartition(":")
        return f"{_LOOPBACK.get(host, host)}:{port}"
    return f"127.0.0.1:{server.add_insecure_port('127.0.0.1:0')}"


def _open_door(
    settings: Settings, address: str, calls: CallInterceptor, own: ServerContext, parts: AsyncExitStack
) -> _Door:
    """Take JSON over HTTP as well, in front of the port at an address, and show pages to people."""
    from service.http.http_server import open_http_server  # noqa: PLC0415 -- only such a server needs it
    from service.workbench.application import Workbench  # noqa: PLC0415 -- likewise
    from service.workbench.oidc import provider_of  # noqa: PLC0415 -- likewise
    from service.workbench.page_calls import READING  # noqa: PLC0415 -- likewise
    from service.workbench.trial import trial_of  # noqa: PLC0415 -- likewise

    channel = grpc.aio.insecure_channel(
        address,
        options=(("grpc.max_receive_message_length", -1), ("grpc.use_local_subchannel_pool", 1)),
    )
    parts.push_async_callback(channel.close)
    guarded = settings.tls_certificate is not None
    pages = Workbench(
        calls,
        own.behaviors,
        own.store.accounts,
        settings.public_registers,
        own.processes(READING),
        has_self_check=bool(settings.self_check.strip()),
        secure=guarded or settings.workbench_url.startswith("https://"),
        certifying=settings.certifying,
        provider=provider_of(settings),
        trial=trial_of(settings),
        opens_rules=settings.public_rules,
    )
    parts.callback(pages.close)
    door = open_http_server(settings, SERVICES, channel, calls.turning_away, guarded=guarded, pages=pages)
    parts.push_async_callback(door.close)
    return _Door(door, pages)


def _heed_signals(stopping: asyncio.Event, log: LogFile | None) -> None:
    loop, in_terminal = asyncio.get_running_loop(), log is None and sys.stderr.isatty()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    loop.add_signal_handler(signal.SIGHUP, stopping.set if in_terminal else partial(reopen_log_file, log))


async def _drain(server: grpc.aio.Server, calls: CallInterceptor, grace_seconds: float) -> None:
    """Let the calls in flight come to their end within the grace, and refuse those that come meanwhile.

    gRPC itself would cancel calls that had come and not begun. Streams that watch the health stay open for ever, so
    they are not waited for.
    """
    calls.drain()
    with suppress(TimeoutError):
        async with asyncio.timeout(grace_seconds):
            await calls.no_more_come(_LAST_SECONDS, _LAST_TIMES)  # what was on its way is refused, not cancelled
            await calls.finished()
    calls.log_cut_off()
    await server.stop(_LAST_SECONDS)
    with suppress(TimeoutError):
        async with asyncio.timeout(_CLEARING_SECONDS):
            await calls.finished()


def _guard(settings: Settings, store: Store, recognising: Bulkhead) -> Guard:
    """Recognise callers in the ways that are set up."""
    tokens, certificates, revocations = tokens_of(settings), certificates_of(settings), revocations_of(settings)
    if not asks_identity(settings):
        return Guard()
    keys = ApiKeyCache(store.keys, recognising).principal if settings.api_keys else None
    return Guard(Authentication(keys, tokens, certificates, revocations), opens_rules=settings.public_rules)


def _server(settings: Settings, calls: CallInterceptor) -> tuple[grpc.aio.Server, health.aio.HealthServicer]:
    options = (
        ("grpc.so_reuseport", 0),  # a second server must fail to listen, not share the calls
        ("grpc.max_receive_message_length", _REFUSED_KINDLY * settings.maximum_message_bytes),
        ("grpc.max_send_message_length", -1),
        *OPTIONS,
    )
    server = grpc.aio.server(interceptors=[calls], options=options)
    healthy = health.aio.HealthServicer()
    health_pb2_grpc.add_HealthServicer_to_server(healthy, server)
    if settings.reflection:
        enable_reflection(server, (*SERVICES, health.SERVICE_NAME))
    return server, healthy
