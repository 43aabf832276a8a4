"""Prometheus collectors for the declared metrics, active on import."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import prometheus_client
from prometheus_client import CollectorRegistry, ProcessCollector, disable_created_metrics

from service.base import metrics
from service.base.metrics import Metric
from service.base.refusals import Reason

if TYPE_CHECKING:
    from contextlib import AsyncExitStack

    from prometheus_client.registry import Collector

disable_created_metrics()  # type: ignore[no-untyped-call]

REGISTRY = CollectorRegistry()
ProcessCollector(registry=REGISTRY)

for _measure in vars(metrics).values():
    if isinstance(_measure, Metric):
        _bounds: dict[str, Any] = {"buckets": _measure.buckets} if _measure.buckets else {}
        _measure.use(
            getattr(prometheus_client, _measure.kind)(
                _measure.name, _measure.description, _measure.label_names, registry=REGISTRY, **_bounds
            )
        )


def export_until_closed(collector: Collector, parts: AsyncExitStack) -> None:
    """Export the metrics of a collector until `parts` is closed."""
    REGISTRY.register(collector)
    parts.callback(REGISTRY.unregister, collector)


for _reason in Reason:
    metrics.FAILURES.labels(_reason.value)
for _quota_kind in ("calls", "items"):
    metrics.QUOTA_REFUSED.labels(_quota_kind)
