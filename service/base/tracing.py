"""OpenTelemetry traces of calls, sent to a collector if one is configured.

Spans say which step of which method, card and program took how long, and how the call ended; no facts, no names of
subjects or organisations, and no words of errors, which may hold them.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING

from rules.contracts import message_factory
from service.base import logs
from service.base.refusals import Reason, Refusal
from service.base.software import software_versions

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import SpanProcessor
    from opentelemetry.trace import Span, Tracer

    Metadata = Iterable[tuple[str, str | bytes]] | None

_say = message_factory(__name__)

_SEND_SECONDS = 2
"""How long the collector may take; what it does not take by then is dropped, and no call waits for it."""
_FROM_CALLER = ("traceparent", "tracestate")

_tracer: Tracer | None = None


class _ToLog(logging.Handler):
    """Says in our log what the library has to say."""

    def emit(self, record: logging.LogRecord) -> None:
        logs.warning("traces_not_sent", problem=record.getMessage()[:300])


def trace_to(url: str) -> Callable[[], None]:
    """Send traces to this address by OTLP over HTTP from now on; give what ends it.

    Raises:
        Refusal: the libraries are not installed.
    """
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415 -- absent
        from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415 -- unless the extra is there
    except ModuleNotFoundError as error:
        raise Refusal(Reason.SERVER_UNAVAILABLE, _say("NO_TRACING", missing=error.name)) from None
    library = logging.getLogger("opentelemetry")
    library.addHandler(_ToLog())
    library.propagate = False
    return trace_with(BatchSpanProcessor(OTLPSpanExporter(endpoint=url, timeout=_SEND_SECONDS)))


def trace_with(processor: SpanProcessor) -> Callable[[], None]:
    """Give every span to a processor from now on; give what ends it."""
    from opentelemetry.sdk.resources import Resource  # noqa: PLC0415 -- absent unless the extra is there
    from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415 -- likewise

    global _tracer  # noqa: PLW0603 -- one for the process, as for all who trace
    resource = Resource.create({"service.name": "touchstone", "service.version": software_versions()["touchstone"]})
    provider = TracerProvider(resource=resource, shutdown_on_exit=False)
    provider.add_span_processor(processor)
    _tracer = provider.get_tracer("touchstone")

    def end() -> None:
        global _tracer  # noqa: PLW0603 -- likewise
        _tracer = None
        provider.shutdown()

    return end


@contextmanager
def traced_call(method: str, call: str, metadata: Metadata) -> Iterator[Callable[[str], None]]:
    """Trace a call, as part of the trace that its caller named; what is given is told how the call ended."""
    if _tracer is None:
        yield _untold
        return
    from opentelemetry.trace import SpanKind, Status, StatusCode  # noqa: PLC0415 -- absent unless the extra is there
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

        def tell(outcome: str) -> None:
            span.set_attribute("touchstone.outcome", outcome)
            if outcome != "OK":
                span.set_status(Status(StatusCode.ERROR))

        yield tell


def trace_step(name: str, **attributes: str) -> AbstractContextManager[Span | None]:
    """Trace one step of a call."""
    if _tracer is None:
        return nullcontext()
    return _tracer.start_as_current_span(
        name,
        attributes={f"touchstone.{key}": value for key, value in attributes.items()},
        record_exception=False,
        set_status_on_exception=False,
    )


def _untold(outcome: str) -> None:
    """Tell nobody."""
