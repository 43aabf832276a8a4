"""OpenTelemetry traces of calls, sent to a collector if configured.

Spans never contain facts, names of subjects or organisations, or error texts.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING

from rules.contracts import message_factory
from service.base import logs
from service.base.software import software_versions

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import SpanProcessor
    from opentelemetry.trace import Span, Tracer

    Metadata = Iterable[tuple[str, str | bytes]] | None

_message = message_factory(__name__)

_SEND_SECONDS = 2
_FROM_CALLER = ("traceparent", "tracestate")

_tracer: Tracer | None = None


class _ForwardingHandler(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        logs.warning("traces_not_sent", problem=record.getMessage()[:300])


def trace_to(url: str) -> Callable[[], None]:
    """Start sending traces by OTLP over HTTP, and return a stop function."""
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415 -- optional
    from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415 -- optional dependency

    library = logging.getLogger("opentelemetry")
    library.addHandler(_ForwardingHandler())
    library.propagate = False
    return trace_with(BatchSpanProcessor(OTLPSpanExporter(endpoint=url, timeout=_SEND_SECONDS)))


def trace_with(processor: SpanProcessor) -> Callable[[], None]:
    """Start tracing to a processor, and return a stop function."""
    from opentelemetry.sdk.resources import Resource  # noqa: PLC0415 -- optional dependency
    from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415 -- optional dependency

    global _tracer  # noqa: PLW0603 -- one tracer for each process
    resource = Resource.create({"service.name": "touchstone", "service.version": software_versions()["touchstone"]})
    provider = TracerProvider(resource=resource, shutdown_on_exit=False)
    provider.add_span_processor(processor)
    _tracer = provider.get_tracer("touchstone")

    def end() -> None:
        global _tracer  # noqa: PLW0603 -- one tracer for each process
        _tracer = None
        provider.shutdown()

    return end


@contextmanager
def traced_call(method: str, call: str, metadata: Metadata) -> Iterator[Callable[[str], None]]:
    """Trace a call in its caller's trace, and yield a function that records the outcome."""
    if _tracer is None:
        yield _ignore_outcome
        return
    from opentelemetry.trace import SpanKind, Status, StatusCode  # noqa: PLC0415 -- optional dependency
    from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator  # noqa: PLC0415

    headers = {key: value for key, value in metadata or () if key in _FROM_CALLER and isinstance(value, str)}
    attributes = {"rpc.system": "grpc", "rpc.method": method, "touchstone.call": call}
    with _tracer.start_as_current_span(
        method.lstrip("/"),
        context=TraceContextTextMapPropagator().extract(headers),
        kind=SpanKind.SERVER,
        attributes=attributes,
        record_exception=False,
        set_status_on_exception=False,
    ) as span:

        def record_outcome(outcome: str) -> None:
            span.set_attribute("touchstone.outcome", outcome)
            if outcome != "OK":
                span.set_status(Status(StatusCode.ERROR))

        yield record_outcome


def trace_step(name: str, **attributes: str) -> AbstractContextManager[Span | None]:
    """Trace one step; the context is None without tracing."""
    if _tracer is None:
        return nullcontext()
    return _tracer.start_as_current_span(
        name,
        attributes={f"touchstone.{key}": value for key, value in attributes.items()},
        record_exception=False,
        set_status_on_exception=False,
    )


def _ignore_outcome(outcome: str) -> None:
    """Do nothing."""
