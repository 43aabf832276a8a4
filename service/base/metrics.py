"""Metric declarations, inactive until `service.base.metrics_registry` is imported.

Labels have few values, and never identify subjects, organisations or text from callers.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol


class MetricValue(Protocol):
    """Metric for some or all label values."""

    def inc(self, amount: float = 1) -> None:
        """Increase the value."""

    def dec(self, amount: float = 1) -> None:
        """Decrease the value."""

    def set(self, value: float) -> None:
        """Set the value."""

    def observe(self, amount: float) -> None:
        """Record a measurement."""


class _NoopMetric:
    def labels(self, *_values: str) -> MetricValue:
        return self

    def inc(self, amount: float = 1) -> None: ...
    def dec(self, amount: float = 1) -> None: ...
    def set(self, value: float) -> None: ...
    def observe(self, amount: float) -> None: ...


@dataclass(slots=True)
class Metric:
    """Declared metric; values are ignored until the registry sets `backend`."""

    name: str
    description: str
    label_names: tuple[str, ...] = ()
    kind: str = "Counter"
    buckets: tuple[float, ...] = ()
    backend: Any = field(default_factory=_NoopMetric)
    _by_labels: dict[tuple[str, ...], MetricValue] = field(default_factory=dict)

    def use(self, backend: Any) -> None:
        """Record values in a backend from now on."""
        self.backend = backend
        self._by_labels.clear()

    def labels(self, *values: str) -> MetricValue:
        known = self._by_labels.get(values)
        if known is None:
            known = self._by_labels[values] = self.backend.labels(*values)
        return known

    def inc(self) -> None:
        self.backend.inc()

    def observe(self, amount: float) -> None:
        self.backend.observe(amount)


_CALL_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)
_EVALUATION_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
_PLAN_SECONDS = (0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 60, 120)
_COMMIT_SECONDS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5)
CALLS = Metric(
    "touchstone_calls",
    "Calls that ended, by method and status code.",
    ("method", "code"),
)
CALL_SECONDS = Metric(
    "touchstone_call_seconds", "How long calls took.", ("method",), kind="Histogram", buckets=_CALL_SECONDS
)
FAILURES = Metric("touchstone_failures", "Calls, and items of streams, that were refused or failed.", ("reason",))
EVALUATOR_MISMATCHES = Metric("touchstone_disagreements", "Evaluations ended because the two evaluators differ.")
CONCURRENCY_LIMIT = Metric(
    "touchstone_places", "Calls of a kind of work that are taken at once.", ("kind",), kind="Gauge"
)
CALLS_IN_FLIGHT = Metric("touchstone_places_taken", "Calls of a kind in flight.", ("kind",), kind="Gauge")
CALLS_SHED = Metric("touchstone_places_refused", "Calls of a kind refused because no place was left.", ("kind",))
QUOTA_REFUSED = Metric(
    "touchstone_quota_refused",
    "Calls, and subjects to be evaluated, refused because the quota of their organisation was used up.",
    ("kind",),
)
WAITING = Metric("touchstone_waiting", "Pieces of work that wait for a thread or a process.", ("kind",), kind="Gauge")
EVALUATION_SECONDS = Metric(
    "touchstone_evaluation_seconds",
    "How long it took to evaluate one subject, without reading the request and storing.",
    ("card",),
    kind="Histogram",
    buckets=_EVALUATION_SECONDS,
)
CONCLUSIONS = Metric(
    "touchstone_conclusions",
    "Evaluations stored, by scorecard and conclusion.",
    ("card", "kind", "grade", "stage", "verdict"),
)
PROCESSES_STARTED = Metric("touchstone_processes_started", "Processes started for work apart.", ("program",))
PROCESSES_LOST = Metric(
    "touchstone_processes_lost",
    "Processes for work apart that crashed, hung, or did not start; each is replaced.",
    ("program", "how"),
)
PROCESSES_ALIVE = Metric("touchstone_processes_alive", "Processes that take work or do it.", ("program",), kind="Gauge")
PROCESSES_AT_WORK = Metric("touchstone_processes_at_work", "Of them, those that do it.", ("program",), kind="Gauge")
PROCESSES_WORKED_SECONDS = Metric(
    "touchstone_processes_worked_seconds", "How long processes worked, all together.", ("program",)
)
EVALUATIONS_LOST = Metric(
    "touchstone_evaluations_lost", "Evaluations whose process crashed or hung, by scorecard.", ("card",)
)
SHADOW_COMPARED = Metric(
    "touchstone_shadow_compared",
    "Requests compared with a candidate version, by outcome: same, different or failed.",
    ("card", "candidate", "outcome"),
)
SHADOW_DROPPED = Metric(
    "touchstone_shadow_dropped",
    "Comparisons with a candidate version that were dropped, by reason: queue, store or unexpected.",
    ("reason",),
)
SHADOW_FORWARDED = Metric(
    "touchstone_shadow_forwarded",
    "Sampled requests for another server, by outcome: sent, ignored, failed, dropped or not_forwardable.",
    ("outcome",),
)
OUTLOOK_CHECKED = Metric(
    "touchstone_outlook_checked",
    "Results that the outlook evaluated again, by outcome: checked or failed.",
    ("outcome",),
)
PULLS = Metric(
    "touchstone_pulls",
    "Attempts of a scheduled pull, by outcome: taken, unchanged, refused or failed.",
    ("pull", "outcome"),
)
PLANS = Metric(
    "touchstone_plans",
    "Improvement plans that were found, by outcome: proved or best_found; and grades that were excluded or not_found.",
    ("outcome",),
)
PLAN_SECONDS = Metric(
    "touchstone_plan_seconds",
    "How long a search for improvement plans took, with the wait for its process.",
    kind="Histogram",
    buckets=_PLAN_SECONDS,
)
COMMIT_SECONDS = Metric(
    "touchstone_commit_seconds",
    "How long one commit of the store took, which may hold many evaluations.",
    kind="Histogram",
    buckets=_COMMIT_SECONDS,
)
COMMITS_FAILED = Metric("touchstone_commits_failed", "Commits of the store that failed.")
FEED_BUILDS_FAILED = Metric("touchstone_feed_builds_failed", "Attempts to publish the feed of the server that failed.")
EVENTS_DELIVERED = Metric("touchstone_events_delivered", "Events that an endpoint took.", ("endpoint",))
EVENTS_FAILED = Metric("touchstone_events_failed", "Attempts to deliver an event that failed.", ("endpoint",))
MAIL_SENT = Metric("touchstone_mail_sent", "Messages that the SMTP server accepted.", ("kind",))
MAIL_FAILED = Metric("touchstone_mail_failed", "Attempts to send a message that failed.", ("outcome",))
CHECKPOINTS_TIMESTAMPED = Metric("touchstone_stamps", "Checkpoints of the log that an authority stamped.")
CHECKPOINT_TIMESTAMPS_FAILED = Metric("touchstone_stamps_failed", "Attempts to have a checkpoint stamped that failed.")


@contextmanager
def observe_duration(measure: Metric) -> Iterator[None]:
    """Observe the duration of a block, unless it raises."""
    started = time.perf_counter()
    yield
    measure.observe(time.perf_counter() - started)


class QueueWait:
    """Work counted as waiting until `end`."""

    def __init__(self, kind: str) -> None:
        self._gauge = WAITING.labels(kind)
        self._gauge.inc()
        self._is_waiting = True

    def end(self) -> None:
        if self._is_waiting:
            self._is_waiting = False
            self._gauge.dec()
