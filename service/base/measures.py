"""What does a server count and time of itself, for whoever watches it?

Every label has few values, which the software, the gazette and the operator bound: methods, codes, reasons, kinds of
work, scorecards and their conclusions, endpoints of events. None names a subject, an organisation or anything that a
caller wrote.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
)

from service.base.refusals import Reason

if TYPE_CHECKING:
    from collections.abc import Iterator

disable_created_metrics()  # type: ignore[no-untyped-call]

REGISTRY = CollectorRegistry()
"""Of this process, which is at most one server."""
ProcessCollector(registry=REGISTRY)

_CALL_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)
_EVALUATION_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
_COMMIT_SECONDS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5)

CALLS = Counter(
    "touchstone_calls", "Calls that ended, by method and status code.", ("method", "code"), registry=REGISTRY
)
CALL_SECONDS = Histogram(
    "touchstone_call_seconds", "How long calls took.", ("method",), buckets=_CALL_SECONDS, registry=REGISTRY
)
FAILURES = Counter(
    "touchstone_failures", "Calls, and items of streams, that were refused or failed.", ("reason",), registry=REGISTRY
)
DISAGREEMENTS = Counter(
    "touchstone_disagreements", "Evaluations ended because the two evaluators differ.", registry=REGISTRY
)
PLACES = Gauge("touchstone_places", "Calls of a kind of work that are taken at once.", ("kind",), registry=REGISTRY)
PLACES_TAKEN = Gauge("touchstone_places_taken", "Calls of a kind in flight.", ("kind",), registry=REGISTRY)
PLACES_REFUSED = Counter(
    "touchstone_places_refused", "Calls of a kind refused because no place was left.", ("kind",), registry=REGISTRY
)
QUOTA_REFUSED = Counter(
    "touchstone_quota_refused",
    "Calls, and subjects to be evaluated, refused because the quota of their organisation was used up.",
    ("kind",),
    registry=REGISTRY,
)
WAITING = Gauge(
    "touchstone_waiting", "Pieces of work that wait for a thread or a process.", ("kind",), registry=REGISTRY
)
EVALUATION_SECONDS = Histogram(
    "touchstone_evaluation_seconds",
    "How long it took to evaluate one subject, without reading the request and storing.",
    ("card",),
    buckets=_EVALUATION_SECONDS,
    registry=REGISTRY,
)
CONCLUSIONS = Counter(
    "touchstone_conclusions",
    "Evaluations stored, by scorecard and conclusion.",
    ("card", "kind", "grade", "stage", "verdict"),
    registry=REGISTRY,
)
PROCESSES_STARTED = Counter(
    "touchstone_processes_started", "Processes started for work apart.", ("program",), registry=REGISTRY
)
PROCESSES_LOST = Counter(
    "touchstone_processes_lost",
    "Processes for work apart that crashed, hung, or did not start; each is replaced.",
    ("program", "how"),
    registry=REGISTRY,
)
PROCESSES_ALIVE = Gauge(
    "touchstone_processes_alive", "Processes that take work or do it.", ("program",), registry=REGISTRY
)
PROCESSES_AT_WORK = Gauge("touchstone_processes_at_work", "Of them, those that do it.", ("program",), registry=REGISTRY)
PROCESSES_WORKED_SECONDS = Counter(
    "touchstone_processes_worked_seconds", "How long processes worked, all together.", ("program",), registry=REGISTRY
)
EVALUATIONS_LOST = Counter(
    "touchstone_evaluations_lost",
    "Evaluations whose process crashed or hung, by scorecard.",
    ("card",),
    registry=REGISTRY,
)
COMMIT_SECONDS = Histogram(
    "touchstone_commit_seconds",
    "How long one commit of the store took, which may hold many evaluations.",
    buckets=_COMMIT_SECONDS,
    registry=REGISTRY,
)
COMMITS_FAILED = Counter("touchstone_commits_failed", "Commits of the store that failed.", registry=REGISTRY)
EVENTS_DELIVERED = Counter(
    "touchstone_events_delivered", "Events that an endpoint took.", ("endpoint",), registry=REGISTRY
)
EVENTS_FAILED = Counter(
    "touchstone_events_failed", "Attempts to deliver an event that failed.", ("endpoint",), registry=REGISTRY
)
STAMPS = Counter("touchstone_stamps", "Checkpoints of the log that an authority stamped.", registry=REGISTRY)
STAMPS_FAILED = Counter(
    "touchstone_stamps_failed", "Attempts to have a checkpoint stamped that failed.", registry=REGISTRY
)

for _reason in Reason:
    FAILURES.labels(_reason.value)
for _kind in ("calls", "items"):
    QUOTA_REFUSED.labels(_kind)


@contextmanager
def timed(histogram: Histogram) -> Iterator[None]:
    """Observe how long something takes that comes to its end; what fails is counted elsewhere."""
    started = time.perf_counter()
    yield
    histogram.observe(time.perf_counter() - started)


class Waiting:
    """A piece of work that waits for a thread or a process until it is begun, or nobody waits for it any more."""

    def __init__(self, kind: str) -> None:
        """Begin to wait."""
        self._gauge = WAITING.labels(kind)
        self._gauge.inc()
        self._waits = True

    def end(self) -> None:
        """Say that it waits no more; again changes nothing."""
        if self._waits:
            self._waits = False
            self._gauge.dec()
