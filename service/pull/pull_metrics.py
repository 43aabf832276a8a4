"""Metrics of scheduled pulls, from their stored states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from rules.contracts import TouchstoneError
from service.base import instants

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from service.pull.pull_settings import PullSource
    from service.store.pulls import Pulls


class PullMetrics(Collector):
    """Metrics of the configured pulls."""

    def __init__(self, pulls: Pulls, sources: Sequence[PullSource]) -> None:
        self._pulls, self._sources = pulls, sources
        self._start_time = instants.now()

    def collect(self) -> Iterator[Metric]:
        age = GaugeMetricFamily(
            "touchstone_pull_success_age_seconds",
            "Time since the last attempt of a pull without a problem, or since the server started.",
            labels=["pull"],
        )
        failing = GaugeMetricFamily(
            "touchstone_pull_failing", "1 if the last attempt of a pull had a problem, else 0.", labels=["pull"]
        )
        try:
            states = self._pulls.states()
        except TouchstoneError:  # unreadable values are omitted
            return
        for source in self._sources:
            state = states.get(source.resource)
            success = (state.success_time if state else "") or self._start_time
            age.add_metric([source.name], instants.age_seconds(success))
            failing.add_metric([source.name], int(bool(state and state.problem)))
        yield from (age, failing)
