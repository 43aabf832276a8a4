"""OpenTelemetry traces: spans of calls, streams and workers, no caller data, and an unreachable collector."""

import asyncio
import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import grpc
import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from service.base.metrics_registry import REGISTRY
from service.base.tracing import trace_step, trace_with
from service.base.worker_pool import WorkerPool
from service.store.store import Store
from tests.support import odd_evaluating
from tests.support.calling import request_for
from tests.support.in_process import call, evaluating_by
from tests.support.running import RunningServer
from tests.support.small_card import CARD, small_subject
from tests.support.waiting import soon
from touchstone.v1.evaluation_service_pb2 import EvaluateSubjectRequest, ExplainEvaluationRequest, GetEvaluationRequest

_EVALUATE = "touchstone.v1.EvaluationService/EvaluateSubject"
_TRACE, _PARENT = "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"


@pytest.fixture
def spans() -> Iterator[InMemorySpanExporter]:
    exporter = InMemorySpanExporter()
    end = trace_with(SimpleSpanProcessor(exporter))
    yield exporter
    end()


def named(spans: InMemorySpanExporter, name: str) -> list[ReadableSpan]:
    return [span for span in spans.get_finished_spans() if span.name == name]


def children(spans: InMemorySpanExporter, parent: ReadableSpan) -> list[str]:
    assert parent.context is not None
    nested_spans = [span for span in spans.get_finished_spans() if span.parent and parent.context]
    return [span.name for span in nested_spans if span.parent and span.parent.span_id == parent.context.span_id]


@pytest.mark.full
def test_a_call_is_traced_step_by_step_in_the_trace_of_its_caller(tmp_path: Path, spans: InMemorySpanExporter) -> None:
    metadata = (("traceparent", f"00-{_TRACE}-{_PARENT}-01"), ("x-request-id", "traced-0001"))

    async def act(stub: Any, store: Store) -> None:
        await stub.EvaluateSubject(request_for(small_subject()), metadata=metadata)
        await soon(lambda: named(spans, _EVALUATE))

    call(tmp_path, act)
    (whole,) = named(spans, _EVALUATE)
    assert whole.context is not None
    assert whole.parent is not None
    assert (f"{whole.context.trace_id:032x}", f"{whole.parent.span_id:016x}") == (_TRACE, _PARENT)
    assert whole.attributes is not None
    assert whole.attributes["touchstone.call"] == "traced-0001"
    assert whole.attributes["touchstone.outcome"] == "OK"
    assert children(spans, whole) == ["read", "evaluate", "commit"]
    (evaluating,) = named(spans, "evaluate")
    assert children(spans, evaluating) == ["apart"]
    assert dict(evaluating.attributes or {}) == {"touchstone.version": f"scorecards/{CARD}/versions/1.0.0"}


@pytest.mark.full
def test_work_in_a_separate_process_is_a_step_of_the_trace(tmp_path: Path, spans: InMemorySpanExporter) -> None:
    async def act(stub: Any, store: Store) -> None:
        name = (await stub.EvaluateSubject(request_for(small_subject()))).name
        await stub.ExplainEvaluation(ExplainEvaluationRequest(name=name, language_code="en"))
        await soon(lambda: named(spans, "touchstone.v1.EvaluationService/ExplainEvaluation"))

    call(tmp_path, act)
    (explaining,) = named(spans, "touchstone.v1.EvaluationService/ExplainEvaluation")
    assert "apart" in children(spans, explaining)


@pytest.mark.full
def test_items_of_a_stream_are_steps_of_its_call(tmp_path: Path, spans: InMemorySpanExporter) -> None:
    stream = "touchstone.v1.EvaluationService/StreamEvaluateSubjects"

    async def act(stub: Any, store: Store) -> None:
        requests = [request_for(small_subject()), EvaluateSubjectRequest(request_id="no-uuid")]
        assert len([answer async for answer in stub.StreamEvaluateSubjects(iter(requests))]) == 2
        await soon(lambda: named(spans, stream))

    call(tmp_path, act)
    (whole,) = named(spans, stream)
    assert children(spans, whole) == ["item", "item"]


@pytest.mark.full
def test_traces_contain_no_text_of_a_caller(tmp_path: Path, spans: InMemorySpanExporter) -> None:
    subject = small_subject().model_copy(update={"subject": "organizations/secretive/subjects/hidden"})

    async def act(stub: Any, store: Store) -> None:
        await stub.EvaluateSubject(request_for(subject))
        for request in (request_for(subject, scorecard="scorecards/secretive"), EvaluateSubjectRequest()):
            with pytest.raises(grpc.aio.AioRpcError):
                await stub.EvaluateSubject(request)
        with pytest.raises(grpc.aio.AioRpcError):
            await stub.GetEvaluation(GetEvaluationRequest(name="organizations/secretive/evaluations/x"))
        await soon(lambda: len(named(spans, _EVALUATE)) == 3)

    call(tmp_path, act)
    text = " ".join(span.to_json() for span in spans.get_finished_spans())
    assert "INVALID_FIELDS" in text
    assert "secretive" not in text
    assert "hidden" not in text
    keys = {key for span in spans.get_finished_spans() for key in span.attributes or {}}
    ours = {f"touchstone.{key}" for key in ("call", "outcome", "program", "version")}
    assert keys == {"rpc.system", "rpc.method", *ours}
    assert not any(span.events for span in spans.get_finished_spans())


@pytest.mark.full
def test_a_cancelled_call_is_marked_in_its_trace(tmp_path: Path, spans: InMemorySpanExporter) -> None:
    async def act(stub: Any, store: Store) -> None:
        endless = stub.EvaluateSubject(request_for(odd_evaluating.odd("endless")))
        await soon(worked)
        endless.cancel()
        await soon(lambda: named(spans, _EVALUATE))

    def worked() -> float:
        return REGISTRY.get_sample_value("touchstone_processes_at_work", {"program": odd_evaluating.MODULE}) or 0

    odd = replace(evaluating_by(tmp_path / "gazette"), module=odd_evaluating.MODULE)
    call(tmp_path, act, evaluating=WorkerPool(odd))
    (whole,) = named(spans, _EVALUATE)
    assert (whole.attributes or {})["touchstone.outcome"] == "CANCELLED"


def test_tracing_is_off_by_default() -> None:
    with trace_step("anything") as span:
        assert span is None


class _Collector(ThreadingHTTPServer):
    """Local collector of OTLP over HTTP."""

    def __init__(self) -> None:
        requests: SimpleQueue[ExportTraceServiceRequest] = SimpleQueue()

        class Taking(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                content = self.rfile.read(int(self.headers["Content-Length"]))
                requests.put(ExportTraceServiceRequest.FromString(content))
                self.send_response(200)
                self.end_headers()

            def log_message(self, format: str, *values: object) -> None:
                pass

        super().__init__(("127.0.0.1", 0), Taking)
        self.taken = requests
        self.url = f"http://127.0.0.1:{self.server_port}/v1/traces"


@pytest.mark.full
def test_a_server_sends_its_traces_to_a_collector(tmp_path: Path, gazette: Path) -> None:
    collector = _Collector()
    thread = threading.Thread(target=collector.serve_forever)
    thread.start()
    try:
        with RunningServer(tmp_path, gazette, TOUCHSTONE_TRACES_URL=collector.url) as server:
            server.evaluations.EvaluateSubject(request_for(small_subject()))
            assert server.stop() == 0
        wanted, names = {"read", "evaluate", "commit", _EVALUATE}, set[str]()
        while not wanted <= names:  # in as many pieces as it took seconds
            sent = collector.taken.get(timeout=30)
            (resource,) = sent.resource_spans
            assert "touchstone" in {one.value.string_value for one in resource.resource.attributes}
            names.update(span.name for scope in resource.scope_spans for span in scope.spans)
    finally:
        collector.shutdown()
        collector.server_close()
        thread.join()


@pytest.mark.full
def test_an_unreachable_collector_stops_no_call_and_no_server(tmp_path: Path, gazette: Path) -> None:
    with RunningServer(tmp_path, gazette, TOUCHSTONE_TRACES_URL="http://127.0.0.1:1/v1/traces") as server:
        server.evaluations.EvaluateSubject(request_for(small_subject()))
        assert server.stop() == 0
        lines = [json.loads(line) for line in server.log.splitlines()]
    assert "traces_not_sent" in {line["event"] for line in lines}


@pytest.mark.full
def test_concurrent_calls_have_separate_traces(tmp_path: Path, spans: InMemorySpanExporter) -> None:
    async def act(stub: Any, store: Store) -> None:
        await asyncio.gather(*(stub.EvaluateSubject(request_for(small_subject())) for _ in range(6)))
        await soon(lambda: len(named(spans, _EVALUATE)) == 6)

    call(tmp_path, act)
    for whole in named(spans, _EVALUATE):
        assert whole.parent is None
        assert children(spans, whole) == ["read", "evaluate", "commit"]
