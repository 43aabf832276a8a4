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
from service.api.evaluation_worker_specs import DOSSIER_FILES, evaluation_worker_spec
from service.api.grpc_listener import check_exposure, enable_reflection, listen
from service.api.proof_bundles import keeper_of
from service.api.quotas import quotas_of
from service.api.server_context import ServerContext
from service.base import logs
from service.base.fork_server import freeze_loaded_objects
from service.base.log_setup import reopen_log_file
from service.base.tracing import trace_to
from service.base.worker_pool import WorkerPool
from service.configuration.products import missing_products, require_package
from service.events.delivery import start_event_delivery
from service.feeds.feed_reports import open_feed_reports
from service.feeds.feed_server import start_feed
from service.feeds.following import start_following
from service.gazette.table_order import TableStores
from service.gazette.versions import Gazette
from service.identity.authentication import Authentication, asks_identity, certificates_of, revocations_of, tokens_of
from service.mail.mail_delivery import start_mail
from service.monitoring.monitoring_setup import ServerMonitoring
from service.monitoring.readiness import watch_clock, watch_schema
from service.proofs.log_service import check_trust, open_store, try_append_publications
from service.proofs.start_check import log_alterations
from service.proofs.time_stamp_client import start_stamping
from service.pull.runner import start_pulls
from service.serving.registry import MODULES, SERVICES, add

if TYPE_CHECKING:
    from collections.abc import Callable

    from service.base.log_setup import LogFile
    from service.configuration.settings import Settings
    from service.feeds.feed_reports import FeedReports
    from service.http.http_server import HttpServer
    from service.store.store import Store
    from service.workbench.application import Workbench

_MAX_CONCURRENT_KEY_LOOKUPS = 256
_RECEIVE_LIMIT_FACTOR = 4
"""Oversized messages up to this factor are read, so that the refusal can explain."""
_LATE_CALL_SECONDS = 0.2
_MAX_LATE_CALL_WAITS = 10
_CLEANUP_SECONDS = 5

_LOOPBACK_ADDRESSES = {"0.0.0.0": "127.0.0.1", "[::]": "[::1]"}  # noqa: S104 -- listen addresses are mapped to loopback


class _HttpFrontend(NamedTuple):
    server: HttpServer
    pages: Workbench


class _Publication(NamedTuple):
    feed_reports: FeedReports
    write_events: Callable[[], None]
    """Writes the events of publications and of feed checks."""
    note: Callable[[], None]
    """Logs new publications, and publishes them in the feed."""


def serve(
    settings: Settings,
    *,
    ready: Callable[[str], None],
    log: LogFile | None = None,
    show_set_up_code: Callable[[str, str], None] | None = None,
) -> None:
    """Serve until SIGTERM or SIGINT; call `ready` with each address once calls are accepted.

    `show_set_up_code` receives the URL and the first operator's code, if no user can sign in yet. SIGHUP reopens the
    log file; without one, it stops only a server in a terminal.

    Raises:
        StoreError: If the database cannot be opened, for example because another server uses it.
        TrailError: If the gazette is corrupt.
        InputError: If settings, event endpoints, followed feeds or quotas are invalid.
        Refusal: If the server cannot listen on an address.
        SchemaChangedError: If another software version migrated the store meanwhile.
    """
    asyncio.run(_serve(settings, ready, log, show_set_up_code))


async def _serve(
    settings: Settings,
    ready: Callable[[str], None],
    log: LogFile | None,
    show_set_up_code: Callable[[str, str], None] | None,
) -> None:
    stopping = asyncio.Event()
    _handle_signals(stopping, log)
    check_exposure(settings)
    for product in missing_products():
        logs.warning("product_not_installed", **product._asdict())
    async with AsyncExitStack() as exit_stack:
        if settings.traces_url:
            exit_stack.callback(trace_to(settings.traces_url))
        worker_pool, workers_started = _start_evaluation_workers(settings, exit_stack)
        gazette = Gazette(settings.gazette)
        versions, editions = gazette.check(), TableStores(gazette).check_digests()
        # Lock the store exclusively before opening the port.
        store = _open_store(settings, gazette, exit_stack)
        watch_clock(store, gazette, exit_stack)
        schema = watch_schema(store, stopping, exit_stack)
        publication = _start_publication(settings, store, gazette, exit_stack)
        quotas = quotas_of(settings)
        calls = CallInterceptor(
            maximum_message_bytes=settings.maximum_message_bytes, guard=_guard(settings, store, exit_stack),
            quotas=quotas, gate=gazette.gate,
        )  # fmt: skip
        server, health_servicer = _server(settings, calls)
        parts = ServerContext(
            settings=settings, gazette=gazette, store=store, quotas=quotas, stopping=stopping, server=server,
            closed=exit_stack, note_publication=publication.note,
        )  # fmt: skip
        parts.use(evaluation_worker_spec(settings), worker_pool)
        server_monitoring = _add_services(parts, calls, publication)
        await workers_started
        freeze_loaded_objects()
        address, frontend = await _listen(parts, calls)
        _start_background_work(parts, calls, publication)
        for name in ("", *SERVICES):
            await health_servicer.set(name, health_pb2.HealthCheckResponse.SERVING)
        metrics = server_monitoring.serve_metrics(settings.metrics_address)
        logs.info("listening", address=address, metrics=metrics, versions=versions, table_editions=editions)
        ready(address)
        if frontend is not None:
            _announce_pages(settings, frontend, ready, show_set_up_code)
        await stopping.wait()  # also ends the streams
        logs.info("stopping", grace_seconds=settings.grace_seconds)
        await health_servicer.enter_graceful_shutdown()
        await _drain(server, calls, settings.grace_seconds)
    logs.info("stopped")
    schema.raise_change()


def _add_services(parts: ServerContext, calls: CallInterceptor, publication: _Publication) -> ServerMonitoring:
    for name in {module: name for name, module in MODULES.items()}.values():  # a module adds all its services
        add(name, parts)
    feeds = publication.feed_reports.messages
    monitoring = ServerMonitoring(
        calls=calls, store=parts.store, gazette=parts.gazette, feeds=feeds, parts=parts.closed
    )
    monitoring.add(parts)
    return monitoring


async def _listen(parts: ServerContext, calls: CallInterceptor) -> tuple[str, _HttpFrontend | None]:
    """Accept calls; return the address, and the HTTP frontend if one is set."""
    address = listen(parts.server, parts.settings)
    if not parts.settings.http_address:
        await parts.server.start()
        return address, None
    grpc_address = _grpc_address_for_http(parts.server, parts.settings, address)
    await parts.server.start()
    return address, _open_http_frontend(parts, grpc_address, calls)


def _start_background_work(parts: ServerContext, calls: CallInterceptor, publication: _Publication) -> None:
    start_following(
        parts.settings, parts.processes, parts.closed, note_publication=publication.note,
        on_check=publication.feed_reports.notify_refusals(publication.write_events),
    )  # fmt: skip
    start_pulls(parts, calls)


def _announce_pages(
    settings: Settings,
    frontend: _HttpFrontend,
    ready: Callable[[str], None],
    show_set_up_code: Callable[[str, str], None] | None,
) -> None:
    logs.info("listening_for_http", address=frontend.server.address)
    url = f"{'http' if settings.tls_certificate is None else 'https'}://{frontend.server.address}"
    ready(url)
    has_other_sign_in = bool(settings.jwt_keys or settings.certificate_principals)
    if show_set_up_code and not has_other_sign_in and (code := frontend.pages.make_set_up_code()):
        show_set_up_code(settings.workbench_url or url, code)


def _open_store(settings: Settings, gazette: Gazette, exit_stack: AsyncExitStack) -> Store:
    check_trust(settings)
    store = open_store(settings, gazette)
    exit_stack.callback(store.close)
    log_alterations(store)
    start_stamping(settings, store, exit_stack)
    return store


def _shared_gazette(settings: Settings) -> Gazette:
    """Return the public gazette; private publications must not reach other organisations."""
    return Gazette(settings.gazette, private=True)


def _start_publication(settings: Settings, store: Store, gazette: Gazette, exit_stack: AsyncExitStack) -> _Publication:
    """Start the delivery of events and mail, and the feed; the next start retries failures."""
    shared_gazette, keeper = _shared_gazette(settings), keeper_of(settings)
    feed_reports = open_feed_reports(settings, exit_stack)
    write_events = start_event_delivery(
        settings.events, store, shared_gazette, exit_stack, reminder_days=settings.reminder_days,
        feed_events=feed_reports.events, wake_mail=start_mail(settings, store, gazette, exit_stack),
    )  # fmt: skip
    build_feed = start_feed(settings, exit_stack)

    def note() -> None:
        build_feed()
        if try_append_publications(store, shared_gazette, keeper):
            write_events()

    return _Publication(feed_reports, write_events, note)


def _start_evaluation_workers(settings: Settings, exit_stack: AsyncExitStack) -> tuple[WorkerPool, asyncio.Task[None]]:
    worker_pool = WorkerPool(evaluation_worker_spec(settings))
    exit_stack.push_async_callback(worker_pool.close)
    started = asyncio.create_task(worker_pool.start())
    exit_stack.callback(started.cancel)
    return worker_pool, started


def _grpc_address_for_http(server: grpc.aio.Server, settings: Settings, address: str) -> str:
    if settings.tls_certificate is None:
        host, _, port = address.rpartition(":")
        return f"{_LOOPBACK_ADDRESSES.get(host, host)}:{port}"
    return f"127.0.0.1:{server.add_insecure_port('127.0.0.1:0')}"


def _open_http_frontend(context: ServerContext, address: str, calls: CallInterceptor) -> _HttpFrontend:
    settings, exit_stack = context.settings, context.closed
    require_package("service.workbench", "touchstone-workbench")
    from service.http.http_server import open_http_server  # noqa: PLC0415 -- only needed for HTTP
    from service.workbench.application import Workbench  # noqa: PLC0415 -- only needed for HTTP
    from service.workbench.oidc import provider_of  # noqa: PLC0415 -- only needed for HTTP
    from service.workbench.trial import trial_of  # noqa: PLC0415 -- only needed for HTTP

    options = (("grpc.max_receive_message_length", -1), ("grpc.use_local_subchannel_pool", 1))
    channel = grpc.aio.insecure_channel(address, options=options)
    exit_stack.push_async_callback(channel.close)
    has_tls = settings.tls_certificate is not None
    pages = Workbench(
        calls,
        context.behaviors,
        context.store.accounts,
        settings.public_registers,
        context.processes(DOSSIER_FILES),
        has_self_check=bool(settings.self_check.strip()),
        sends_mail=bool(settings.mail_host),
        environment=settings.environment,
        secure=has_tls or settings.workbench_url.startswith("https://"),
        certifying=settings.certifying,
        provider=provider_of(settings),
        trial=trial_of(settings),
        opens_rules=settings.public_rules,
    )
    exit_stack.callback(pages.close)
    http_server = open_http_server(settings, SERVICES, channel, calls.turning_away, guarded=has_tls, pages=pages)
    exit_stack.push_async_callback(http_server.close)
    return _HttpFrontend(http_server, pages)


def _handle_signals(stopping: asyncio.Event, log: LogFile | None) -> None:
    loop, in_terminal = asyncio.get_running_loop(), log is None and sys.stderr.isatty()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    loop.add_signal_handler(signal.SIGHUP, stopping.set if in_terminal else partial(reopen_log_file, log))


async def _drain(server: grpc.aio.Server, calls: CallInterceptor, grace_seconds: float) -> None:
    """Finish calls in flight within the grace period and refuse new ones.

    gRPC would cancel calls that have not begun. Health-watch streams never end, so they are not awaited.
    """
    calls.drain()
    with suppress(TimeoutError):
        async with asyncio.timeout(grace_seconds):
            await calls.no_more_come(_LATE_CALL_SECONDS, _MAX_LATE_CALL_WAITS)  # late calls are refused, not cancelled
            await calls.finished()
    calls.log_cut_off()
    await server.stop(_LATE_CALL_SECONDS)
    with suppress(TimeoutError):
        async with asyncio.timeout(_CLEANUP_SECONDS):
            await calls.finished()


def _guard(settings: Settings, store: Store, exit_stack: AsyncExitStack) -> Guard:
    key_lookups = Bulkhead(_MAX_CONCURRENT_KEY_LOOKUPS)
    exit_stack.callback(key_lookups.close)
    tokens, certificates, revocations = tokens_of(settings), certificates_of(settings), revocations_of(settings)
    if not asks_identity(settings):
        return Guard(opens_rules=settings.public_rules)
    keys = ApiKeyCache(store.keys, key_lookups).principal if settings.api_keys else None
    return Guard(Authentication(keys, tokens, certificates, revocations), opens_rules=settings.public_rules)


def _server(settings: Settings, calls: CallInterceptor) -> tuple[grpc.aio.Server, health.aio.HealthServicer]:
    options = (
        ("grpc.so_reuseport", 0),  # a second server must fail to listen, not share the calls
        ("grpc.max_receive_message_length", _RECEIVE_LIMIT_FACTOR * settings.maximum_message_bytes),
        ("grpc.max_send_message_length", -1),
        *OPTIONS,
    )
    server = grpc.aio.server(interceptors=[calls], options=options)
    health_servicer = health.aio.HealthServicer()
    health_pb2_grpc.add_HealthServicer_to_server(health_servicer, server)
    if settings.reflection:
        enable_reflection(server, (*SERVICES, health.SERVICE_NAME))
    return server, health_servicer
